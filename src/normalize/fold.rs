//! Spelling folds: one form for the ways in which one word is written.

use std::borrow::Cow;
use std::ops::Range;

use once_cell::sync::Lazy;
use unicode_normalization::UnicodeNormalization;

use super::repair;
use super::rewrite::{Edits, Record, Rewriter};
use super::{is_stable_starter, rewrite_nfc};
use crate::devanagari::{self, ANUSVARA, Class, NUKTA, VIRAMA};

/// Folds the spellings of Hindi for matching, or mends typing for display; each fold can be
/// switched on or off.
///
/// | fold | from | to |
/// | --- | --- | --- |
/// | [`nukta`](Folder::nukta) | `ज़रूर` `सड़क` | `जरूर` `सडक` |
/// | [`chandrabindu`](Folder::chandrabindu) | `हूँ` | `हूं` |
/// | [`nasals`](Folder::nasals) | `हिन्दी` `पम्प` `सेन्टर` | `हिंदी` `पंप` `सेंटर` |
/// | [`glides`](Folder::glides) | `गयी` `लिये` `जायेगा` | `गई` `लिए` `जाएगा` |
/// | [`candra_vowels`](Folder::candra_vowels) | `डॉक्टर` `ऑफ़िस` | `डाक्टर` `आफ़िस` |
/// | [`invisibles`](Folder::invisibles) | ZWJ, ZWNJ, soft hyphen, … | nothing |
/// | [`stray_invisibles`](Folder::stray_invisibles) | those that change nothing that is seen | nothing |
/// | [`mark_order`](Folder::mark_order) | `कंा` (anusvara first) | `कां` |
/// | [`vowel_parts`](Folder::vowel_parts) | `अाज` `काे` (two code points) | `आज` `को` |
/// | [`repeated_marks`](Folder::repeated_marks) | `मेंं` | `में` |
/// | [`typed_danda`](Folder::typed_danda) | `गया`<code>&#124;</code> `।।` | `गया।` `॥` |
/// | [`typed_visarga`](Folder::typed_visarga) | `दु:ख` `अत:` | `दुःख` `अतः` |
/// | [`visarga`](Folder::visarga) | `दुःख` | `दुख` |
/// | [`digits`](Folder::digits) | `१२५` | `125` |
/// | [`punctuation`](Folder::punctuation) | `।` `॥` <code>&#124;</code> `॰` `“` `’` `–` | `.` `.` `.` `.` `"` `'` `-` |
/// | [`letter_case`](Folder::letter_case) | `COVID` | `covid` |
///
/// The output of a folder is NFC, folding it again changes nothing, and folding the NFC of a
/// text equals folding the text.
///
/// ```
/// use akshar::Folder;
///
/// let search = Folder::search();
/// assert_eq!(search.fold("हिन्दी"), search.fold("हिंदी"));
/// assert_eq!(search.fold("ज़रूर"), search.fold("जरूर"));
///
/// let keeps_nukta = Folder::search().nukta(false);
/// assert_ne!(keeps_nukta.fold("राज़"), keeps_nukta.fold("राज"));
/// ```
///
/// With the feature `serde` it is a map from the names of the folds to `true` or `false`; a fold
/// that is not named is on, as in [`Folder::search`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct Folder {
    nukta: bool,
    chandrabindu: bool,
    nasals: bool,
    glides: bool,
    candra_vowels: bool,
    invisibles: bool,
    stray_invisibles: bool,
    mark_order: bool,
    vowel_parts: bool,
    repeated_marks: bool,
    typed_danda: bool,
    typed_visarga: bool,
    visarga: bool,
    digits: bool,
    punctuation: bool,
    letter_case: bool,
}

/// What [`Folder::fold_with_offsets`] returns: the folded text, and where it came from.
///
/// ```
/// let source = "दस हज़ार रुपये";
/// let folded = akshar::Folder::search().fold_with_offsets(source);
/// assert_eq!(folded.text, "दस हजार रुपए");
///
/// // To mark a match of the folded text in the source:
/// let start = folded.text.find("हजार").unwrap();
/// let range = folded.source_range(start..start + "हजार".len());
/// assert_eq!(&source[range], "हज़ार");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folded<'t> {
    /// The folded text.
    pub text: Cow<'t, str>,
    /// The record of each rewriting, in the order in which they were done.
    stages: Vec<Edits>,
}

impl Folded<'_> {
    /// The byte range of the source that a byte range of the folded text comes from.
    ///
    /// A character that was removed belongs to the character before it. A range that ends
    /// past the folded text is taken to its end.
    ///
    /// ```
    /// let source = "१० हज़ार";
    /// let folded = akshar::Folder::search().fold_with_offsets(source);
    /// assert_eq!(folded.text, "10 हजार");
    /// assert_eq!(&source[folded.source_range(0..2)], "१०");
    /// assert_eq!(&source[folded.source_range(3..15)], "हज़ार");
    /// ```
    #[must_use]
    pub fn source_range(&self, range: Range<usize>) -> Range<usize> {
        let end = range.end.min(self.text.len());
        let range = range.start.min(end)..end;
        self.stages
            .iter()
            .rev()
            .fold(range, |range, edits| edits.source_range(range))
    }
}

macro_rules! switches {
    ($($(#[$documentation:meta])* $name:ident)*) => {$(
        $(#[$documentation])*
        #[must_use]
        pub const fn $name(mut self, on: bool) -> Self {
            self.$name = on;
            self
        }
    )*};
}

impl Folder {
    /// Every fold is on: the most spellings meet.
    ///
    /// ```
    /// assert_eq!(akshar::Folder::search().fold("गयी हूँ।"), "गई हूं.");
    /// ```
    #[must_use]
    pub const fn search() -> Self {
        Folder {
            nukta: true,
            chandrabindu: true,
            nasals: true,
            glides: true,
            candra_vowels: true,
            invisibles: true,
            stray_invisibles: true,
            mark_order: true,
            vowel_parts: true,
            repeated_marks: true,
            typed_danda: true,
            typed_visarga: true,
            visarga: true,
            digits: true,
            punctuation: true,
            letter_case: true,
        }
    }

    /// The folds that change nothing that a reader sees, but for what a careful editor would
    /// mend: [`stray_invisibles`](Folder::stray_invisibles), [`mark_order`](Folder::mark_order),
    /// [`vowel_parts`](Folder::vowel_parts), [`repeated_marks`](Folder::repeated_marks),
    /// [`typed_danda`](Folder::typed_danda) and [`typed_visarga`](Folder::typed_visarga). For text
    /// that is shown, and for a program that writes text for people.
    ///
    /// ```
    /// let typed = "नि:शुल्क काॅपियां 4:30 बजे मिलेंगींं|";
    /// let shown = "निःशुल्क कॉपियां 4:30 बजे मिलेंगीं।";
    /// assert_eq!(akshar::Folder::display().fold(typed), shown);
    ///
    /// // No spelling is preferred to another.
    /// let spelled = "हिन्दी की क़लम गयी";
    /// assert_eq!(akshar::Folder::display().fold(spelled), spelled);
    /// ```
    #[must_use]
    pub const fn display() -> Self {
        Folder::none()
            .stray_invisibles(true)
            .mark_order(true)
            .vowel_parts(true)
            .repeated_marks(true)
            .typed_danda(true)
            .typed_visarga(true)
    }

    /// Every fold is off: what is left is NFC. Folds can be switched on from here.
    ///
    /// ```
    /// assert_eq!(akshar::Folder::none().digits(true).fold("१२ हूँ"), "12 हूँ");
    /// ```
    #[must_use]
    pub const fn none() -> Self {
        Folder {
            nukta: false,
            chandrabindu: false,
            nasals: false,
            glides: false,
            candra_vowels: false,
            invisibles: false,
            stray_invisibles: false,
            mark_order: false,
            vowel_parts: false,
            repeated_marks: false,
            typed_danda: false,
            typed_visarga: false,
            visarga: false,
            digits: false,
            punctuation: false,
            letter_case: false,
        }
    }

    switches! {
        /// Drops the nukta: `ज़` → `ज`, `ड़` → `ड`; also from `ऩ` `ऱ` `ऴ`.
        ///
        /// ```
        /// assert_eq!(akshar::Folder::none().nukta(true).fold("सड़क"), "सडक");
        /// ```
        nukta
        /// Writes the chandrabindu as anusvara: `हूँ` → `हूं`.
        ///
        /// ```
        /// assert_eq!(akshar::Folder::none().chandrabindu(true).fold("माँ"), "मां");
        /// ```
        chandrabindu
        /// Writes a nasal with virama before a stop of its class as anusvara: `अङ्क` → `अंक`,
        /// `हिन्दी` → `हिंदी`; `न्` also before `च` and `ट` and their classes, as English loans
        /// spell it (`सेन्टर` → `सेंटर`).
        ///
        /// ```
        /// assert_eq!(akshar::Folder::none().nasals(true).fold("सम्पादक अन्न"), "संपादक अन्न");
        /// ```
        nasals
        /// Writes `ये` and `यी` after a vowel as `ए` and `ई` where a word ends, or ends after
        /// `गा`, `गे`, `गी`: `गयी` → `गई`, `जायेंगे` → `जाएंगे`.
        ///
        /// ```
        /// assert_eq!(akshar::Folder::none().glides(true).fold("लिये गये ये"), "लिए गए ये");
        /// ```
        glides
        /// Writes the candra and short vowels as the nearest long one: `ऑ` → `आ`, `ॉ` → `ा`,
        /// `ऍ` → `ऐ`, `ॅ` → `ै`, `ऎ` → `ए`, `ऒ` → `ओ`.
        ///
        /// ```
        /// assert_eq!(akshar::Folder::none().candra_vowels(true).fold("कॉलेज"), "कालेज");
        /// ```
        candra_vowels
        /// Removes characters that show nothing: ZWJ, ZWNJ, the zero-width space, the soft
        /// hyphen, the grapheme joiner, variation selectors, marks of direction, the byte order
        /// mark.
        ///
        /// ```
        /// assert_eq!(akshar::Folder::none().invisibles(true).fold("क्\u{200D}या"), "क्या");
        /// ```
        invisibles
        /// Removes the invisible characters that change nothing between Devanagari, ASCII and
        /// punctuation. What stays: a joiner after a virama, ZWNJ where the word goes on, which
        /// give a conjunct the shape that was asked for (`क्\u{200D}ष`); whatever stands beside
        /// other letters or emoji; and the marks that open and close a direction.
        ///
        /// ```
        /// let folder = akshar::Folder::none().stray_invisibles(true);
        /// assert_eq!(folder.fold("\u{FEFF}भा\u{200B}रत\u{200D} 👩\u{200D}🌾"), "भारत 👩\u{200D}🌾");
        /// assert_eq!(folder.fold("क्\u{200D}ष"), "क्\u{200D}ष");
        /// ```
        stray_invisibles
        /// Puts the marks after a letter in the order nukta, vowel, nasal sign or visarga:
        /// `कंा` → `कां`, `हँू` → `हूँ`.
        ///
        /// ```
        /// let folder = akshar::Folder::none().mark_order(true);
        /// assert_eq!(folder.fold("म\u{902}\u{947}"), "में");
        /// ```
        mark_order
        /// Writes a vowel that was put together from parts as the one that it looks like:
        /// `अ` and `ा` → `आ`, `ा` and `े` → `ो`, `ा` and `ॅ` → `ॉ`.
        ///
        /// ```
        /// let folder = akshar::Folder::none().vowel_parts(true);
        /// assert_eq!(folder.fold("\u{905}\u{93E}ज क\u{93E}\u{947}"), "आज को");
        /// ```
        vowel_parts
        /// Removes a Devanagari mark that repeats the one before it: `मेंं` → `में`.
        ///
        /// ```
        /// assert_eq!(akshar::Folder::none().repeated_marks(true).fold("मेंं"), "में");
        /// ```
        repeated_marks
        /// Writes <code>&#124;</code> and what else looks like a danda as one, and two of them as
        /// `॥`: after a Devanagari word, where a space, a closing quote or the end of the line
        /// follows; with a space before it only at the end of the line, so that the stroke in
        /// `लखनऊ | 18 जनवरी` stays.
        ///
        /// ```
        /// let folder = akshar::Folder::none().typed_danda(true);
        /// assert_eq!(folder.fold("वह आया| लखनऊ | 18 जनवरी"), "वह आया। लखनऊ | 18 जनवरी");
        /// ```
        typed_danda
        /// Writes a colon as a visarga in the words of `data/visarga-words.tsv`: at the end of
        /// those like `अत:` unless a letter or digit follows, and after the first part of those
        /// like `दु:ख` before `क`, `ख`, `प`, `फ`, `श`, `ष`, `स`. Any other colon stays, and so
        /// those of times and lists.
        ///
        /// ```
        /// let folder = akshar::Folder::none().typed_visarga(true);
        /// assert_eq!(folder.fold("अत: उसने कहा: दु:ख 4:30 बजे"), "अतः उसने कहा: दुःख 4:30 बजे");
        /// ```
        typed_visarga
        /// Drops the visarga, which everyday spelling often leaves out: `दुःख` → `दुख`.
        ///
        /// ```
        /// assert_eq!(akshar::Folder::none().visarga(true).fold("निःशुल्क"), "निशुल्क");
        /// ```
        visarga
        /// Writes Devanagari digits as ASCII digits.
        ///
        /// ```
        /// assert_eq!(akshar::Folder::none().digits(true).fold("२०२४"), "2024");
        /// ```
        digits
        /// Writes dandas, `|` and the abbreviation sign `॰` as full stops, and the variants of
        /// quotes, dashes, spaces and the ellipsis in ASCII.
        ///
        /// ```
        /// assert_eq!(akshar::Folder::none().punctuation(true).fold("“वाह…” है।"), "\"वाह...\" है.");
        /// ```
        punctuation
        /// Writes letters that have case in lower case.
        ///
        /// ```
        /// assert_eq!(akshar::Folder::none().letter_case(true).fold("GST"), "gst");
        /// ```
        letter_case
    }

    /// The folded text; borrowed where nothing changes. Linear in the length of the text.
    ///
    /// ```
    /// use std::borrow::Cow;
    ///
    /// let folder = akshar::Folder::search();
    /// assert_eq!(folder.fold("लिये"), "लिए");
    /// assert!(matches!(folder.fold("भारत"), Cow::Borrowed("भारत")));
    /// ```
    #[must_use]
    pub fn fold<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if (self.typed_danda || self.typed_visarga) && repair::may_be_sign(text) {
            return self.fold_lines(text);
        }
        self.fold_stretches(text)
    }

    /// Folds a word of which these are the clues.
    pub(crate) fn fold_word<'t>(&self, word: &'t str, clues: Option<Clues>) -> Cow<'t, str> {
        match clues {
            Some(clues) => self.stages::<()>(word, clues, false).0,
            None => self.fold(word),
        }
    }

    /// Folds a text by its lines, across which no fold looks.
    #[cold]
    fn fold_lines<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let mut rewriter = Rewriter::<()>::of(text);
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let folded = match repair::may_be_sign(line) {
                true => self.stages::<()>(line, Clues::of(line), true).0,
                false => self.fold_stretches(line),
            };
            let end = start + line.len();
            if let Cow::Owned(folded) = folded {
                rewriter.replace(start..end, &folded);
            }
            start = end;
        }
        match rewriter.finish() {
            Some((folded, ())) => Cow::Owned(folded),
            None => Cow::Borrowed(text),
        }
    }

    /// Folds a text without strokes or colons, one after the other the stretches that may change.
    fn fold_stretches<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let clues = self.clues();
        let mut rewriter = Rewriter::<()>::of(text);
        let mut suspect = first_suspect(text, 0, clues);
        while let Some((mut stretch, mut found)) = suspect {
            suspect = first_suspect(text, stretch.end, clues);
            // Stretches that touch are folded together.
            while let Some((next, more)) = &suspect
                && next.start == stretch.end
            {
                stretch.end = next.end;
                found = found.or(*more);
                suspect = first_suspect(text, stretch.end, clues);
            }
            if stretch.len() == text.len() {
                return self.stages::<()>(text, found, false).0;
            }
            if let (Cow::Owned(folded), _) = self.stages::<()>(&text[stretch.clone()], found, false)
            {
                rewriter.replace(stretch, &folded);
            }
        }
        match rewriter.finish() {
            Some((folded, ())) => Cow::Owned(folded),
            None => Cow::Borrowed(text),
        }
    }

    /// The folded text with the record of where each part of it came from.
    ///
    /// ```
    /// let folded = akshar::Folder::search().fold_with_offsets("हिन्दी");
    /// assert_eq!(folded.text, "हिंदी");
    /// assert_eq!(folded.source_range(0..6), 0..6); // हि
    /// assert_eq!(folded.source_range(6..9), 6..12); // ं from न्
    /// ```
    #[must_use]
    pub fn fold_with_offsets<'t>(&self, text: &'t str) -> Folded<'t> {
        let (text, stages) = self.stages(text, Clues::ANY, true);
        Folded { text, stages }
    }

    /// Folds in stages, each over what the one before left, with the record of those that
    /// changed something. Stages that change no text with these clues, or without the signs that
    /// [`repair::may_be_sign`] finds, are left out.
    fn stages<'t, R: Record>(
        &self,
        text: &'t str,
        found: Clues,
        may_be_sign: bool,
    ) -> (Cow<'t, str>, Vec<R>) {
        let mut stages = Stages {
            text: Cow::Borrowed(text),
            records: Vec::new(),
        };
        let is_disordered = found.meets(Clues::DISORDER);
        if is_disordered {
            self.mend(&mut stages);
        } else {
            if may_be_sign && self.typed_danda {
                stages.apply(repair::write_dandas);
            }
            if found.meets(Clues::ALONE) {
                stages.apply(|text| self.characters(text));
            }
        }
        // None of these makes work for one before it, so that folding again changes nothing.
        if is_disordered && self.repeated_marks {
            stages.apply(fold_repeated_marks);
        }
        if self.nasals && (is_disordered || found.meets(Clues::NASAL)) {
            stages.apply(fold_nasals);
        }
        if self.glides && (is_disordered || found.meets(Clues::GLIDE)) {
            stages.apply(fold_glides);
        }
        if may_be_sign && self.typed_visarga {
            let visarga = if self.visarga { "" } else { "ः" };
            stages.apply(|text| repair::write_visargas(text, visarga));
        }
        (stages.text, stages.records)
    }

    /// The stages up to the folds that look at one character alone, for a text in any order.
    fn mend<R: Record>(&self, stages: &mut Stages<'_, R>) {
        stages.apply(rewrite_nfc);
        if self.invisibles || self.stray_invisibles {
            let is_uncovered = match self.invisibles {
                true => stages.apply(repair::remove_invisibles),
                false => stages.apply(repair::remove_stray_invisibles),
            };
            if is_uncovered {
                stages.apply(rewrite_nfc);
            }
        }
        let mend_marks = |text: &str| {
            let is_mendable =
                (self.mark_order || self.vowel_parts) && Clues::of(text).meets(Clues::MARKS);
            is_mendable.then(|| repair::mend_marks(text, self.mark_order, self.vowel_parts))?
        };
        let is_mended = stages.apply(mend_marks);
        if self.typed_danda {
            stages.apply(repair::write_dandas);
        }
        let is_folded = stages.apply(|text| self.characters(text));
        if is_mended || is_folded {
            // A mark may now follow another letter than before, with which it composes.
            stages.apply(rewrite_nfc);
        }
        if self.typed_danda {
            // A stroke may have stood before a mark that is left out.
            stages.apply(repair::write_dandas);
        }
        if stages.apply(mend_marks) {
            stages.apply(rewrite_nfc);
        }
    }

    /// The folds that look at one character alone.
    fn characters<R: Record>(&self, text: &str) -> Option<(String, R)> {
        let table = &*SIGNS;
        let mut rewriter = Rewriter::of(text);
        let mut offset = 0;
        while let Some((place, length)) = place_at(text.as_bytes(), offset) {
            let start = offset;
            offset += length;
            if !table[place].third.meets(Clues::ALONE) {
                continue;
            }
            let Some(character) = text[start..].chars().next() else {
                break;
            };
            offset = start + character.len_utf8();
            match self.character(character) {
                Becomes::Itself => {}
                Becomes::Character(folded) => {
                    rewriter.replace(start..offset, folded.encode_utf8(&mut [0; 4]));
                }
                Becomes::Text(folded) => rewriter.replace(start..offset, folded),
                Becomes::LowerCase => {
                    let lower: String = character.to_lowercase().collect();
                    rewriter.replace(start..offset, &lower);
                }
            }
        }
        rewriter.finish()
    }

    /// What these folds change shows in one of these.
    const fn clues(&self) -> Clues {
        let mut clues = Clues::DISORDER;
        if self.nasals {
            clues = clues.or(Clues::NASAL);
        }
        if self.glides {
            clues = clues.or(Clues::GLIDE);
        }
        if self.nukta {
            clues = clues.or(Clues::NUKTA);
        }
        if self.chandrabindu {
            clues = clues.or(Clues::CHANDRABINDU);
        }
        if self.candra_vowels {
            clues = clues.or(Clues::CANDRA_VOWEL);
        }
        if self.digits {
            clues = clues.or(Clues::DIGIT);
        }
        if self.punctuation {
            clues = clues.or(Clues::PUNCTUATION);
        }
        if self.letter_case {
            clues = clues.or(Clues::LETTER_CASE);
        }
        clues
    }

    fn character(&self, character: char) -> Becomes {
        use Becomes::{Character, Itself, LowerCase, Text};
        match character {
            'A'..='Z' if self.letter_case => Character(character.to_ascii_lowercase()),
            '|' if self.punctuation => Character('.'),
            '`' if self.punctuation => Character('\''),
            '\0'..='\x7F' => Itself,
            NUKTA if self.nukta => Text(""),
            'ऩ' if self.nukta => Character('न'),
            'ऱ' if self.nukta => Character('र'),
            'ऴ' if self.nukta => Character('ळ'),
            'ः' if self.visarga => Text(""),
            'ँ' | 'ऀ' if self.chandrabindu => Character(ANUSVARA),
            'ऑ' if self.candra_vowels => Character('आ'),
            'ॉ' if self.candra_vowels => Character('ा'),
            'ऍ' | 'ॲ' if self.candra_vowels => Character('ऐ'),
            'ॅ' if self.candra_vowels => Character('ै'),
            'ऎ' if self.candra_vowels => Character('ए'),
            'ॆ' if self.candra_vowels => Character('े'),
            'ऒ' if self.candra_vowels => Character('ओ'),
            'ॊ' if self.candra_vowels => Character('ो'),
            '।' | '॥' | '॰' if self.punctuation => Character('.'),
            _ if devanagari::contains(character) => match devanagari::digit_value(character) {
                Some(value) if self.digits => Character(char::from(b'0' + value)),
                _ => Itself,
            },
            '“' | '”' | '„' | '‟' | '«' | '»' | '″' if self.punctuation => {
                Character('"')
            }
            '‘' | '’' | '‚' | '‛' | '‹' | '›' | '′' | '´' if self.punctuation => {
                Character('\'')
            }
            '\u{2010}'..='\u{2015}' | '\u{2212}' if self.punctuation => Character('-'),
            '…' if self.punctuation => Text("..."),
            '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}'
                if self.punctuation =>
            {
                Character(' ')
            }
            _ if self.letter_case => {
                let mut lower = character.to_lowercase();
                match (lower.next(), lower.next()) {
                    (Some(lower), None) if lower == character => Itself,
                    (Some(lower), None) => Character(lower),
                    _ => LowerCase,
                }
            }
            _ => Itself,
        }
    }
}

impl Default for Folder {
    /// Every fold is on, as in [`Folder::search`].
    fn default() -> Self {
        Folder::search()
    }
}

/// A text on its way through the stages.
struct Stages<'t, R> {
    text: Cow<'t, str>,
    records: Vec<R>,
}

impl<R> Stages<'_, R> {
    /// Applies a stage, and says whether it changed anything.
    fn apply(&mut self, stage: impl FnOnce(&str) -> Option<(String, R)>) -> bool {
        let Some((rewritten, record)) = stage(&self.text) else {
            return false;
        };
        self.text = Cow::Owned(rewritten);
        self.records.push(record);
        true
    }
}

/// What a character becomes.
#[derive(PartialEq)]
enum Becomes {
    Itself,
    Character(char),
    Text(&'static str),
    /// Several characters.
    LowerCase,
}

/// Drops each Devanagari mark that repeats the one before it.
fn fold_repeated_marks<R: Record>(text: &str) -> Option<(String, R)> {
    let mut rewriter = Rewriter::of(text);
    let mut last = '\0';
    for (offset, character) in text.char_indices() {
        if character == last && devanagari::class(character).is_some_and(Class::is_mark) {
            rewriter.replace(offset..offset + character.len_utf8(), "");
        }
        last = character;
    }
    rewriter.finish()
}

/// Writes each nasal with virama before a stop of its class as anusvara.
fn fold_nasals<R: Record>(text: &str) -> Option<(String, R)> {
    let mut rewriter = Rewriter::of(text);
    let mut characters = text.char_indices();
    let mut last = '\0';
    while let Some((offset, character)) = characters.next() {
        if is_nasal_of(character, characters.as_str()) {
            // A typist who writes both nasals means one.
            let nasal = if last == ANUSVARA { "" } else { "\u{902}" };
            let end = offset + character.len_utf8() + VIRAMA.len_utf8();
            rewriter.replace(offset..end, nasal);
            characters.next();
            last = ANUSVARA;
        } else {
            last = character;
        }
    }
    rewriter.finish()
}

/// Whether a nasal is followed by a virama and a stop of its class.
fn is_nasal_of(nasal: char, rest: &str) -> bool {
    let classes = classes_of_nasal(nasal);
    let is_of_class = |stop| classes & class_of_stop(stop) != 0;
    classes != 0
        && rest
            .strip_prefix(VIRAMA)
            .is_some_and(|after| after.starts_with(is_of_class))
}

/// The classes of stops before which a nasal is written as anusvara, a bit each.
fn classes_of_nasal(nasal: char) -> u8 {
    match nasal {
        'ङ' => 0b00001,
        'ञ' => 0b00010,
        'ण' => 0b00100,
        'न' => 0b01110,
        'म' => 0b10000,
        _ => 0,
    }
}

/// The bit of the class of a stop.
fn class_of_stop(stop: char) -> u8 {
    match stop {
        'क'..='घ' => 0b00001,
        'च'..='झ' => 0b00010,
        'ट'..='ढ' => 0b00100,
        'त'..='ध' => 0b01000,
        'प'..='भ' => 0b10000,
        _ => 0,
    }
}

/// Writes `ये` and `यी` after a vowel as `ए` and `ई` where a word or its stem ends.
fn fold_glides<R: Record>(text: &str) -> Option<(String, R)> {
    let mut rewriter = Rewriter::of(text);
    let mut last = '\0';
    for (offset, character) in text.char_indices() {
        if character == 'य' && ends_in_vowel(last) {
            let rest = &text[offset + character.len_utf8()..];
            let glide = [("े", "ए"), ("ी", "ई")]
                .into_iter()
                .find_map(|(matra, vowel)| Some((matra, vowel, rest.strip_prefix(matra)?)));
            if let Some((matra, vowel, after)) = glide
                && is_ending(after)
            {
                let length = character.len_utf8() + matra.len();
                rewriter.replace(offset..offset + length, vowel);
            }
        }
        last = character;
    }
    rewriter.finish()
}

/// Whether what ends in the character ends in a vowel, an inherent one among them.
fn ends_in_vowel(character: char) -> bool {
    use Class::{Anusvara, Chandrabindu, Consonant, IndependentVowel, Matra, Nukta};
    matches!(
        devanagari::class(character),
        Some(Matra | Consonant | IndependentVowel | Nukta | Anusvara | Chandrabindu)
    )
}

/// Whether a word ends here, be it after a nasal sign and the future tense's `गा`, `गे`, `गी`.
fn is_ending(rest: &str) -> bool {
    let rest = rest.strip_prefix(['ं', 'ँ']).unwrap_or(rest);
    let future = rest
        .strip_prefix('ग')
        .and_then(|rest| rest.strip_prefix(['ा', 'े', 'ी']));
    let rest = future.unwrap_or(rest);
    let next = rest.chars().next().and_then(devanagari::class);
    !next.is_some_and(Class::is_word_part)
}

/// What shows at a glance that a fold may change something, a bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Clues(u16);

impl Clues {
    /// No fold changes the text.
    pub(crate) const NONE: Clues = Clues(0);

    /// Three together: a nasal, a virama and a stop, with a bit for each class of stops.
    const NASAL: Clues = Clues(0b1_1111);
    /// Three together: a vowel, `य`, and `े` or `ी`.
    const GLIDE: Clues = Clues(1 << 5);
    /// Two together: a vowel or what comes after one, and a vowel sign, which is out of order
    /// or part of a vowel.
    const VOWEL_SIGN: Clues = Clues(1 << 6);
    /// Two together: a nukta, and what is no consonant, composes with the nukta, or is looked
    /// for as one of three.
    const MISPLACED_NUKTA: Clues = Clues(1 << 7);
    /// Two together that may come to be the same mark, or the same stroke.
    const TWICE: Clues = Clues(1 << 8);
    /// By itself: NFC may change or move it, or it may be removed from between what composes.
    const IRREGULAR: Clues = Clues(1 << 9);
    /// By themselves, as these folds change them.
    const NUKTA: Clues = Clues(1 << 10);
    const CHANDRABINDU: Clues = Clues(1 << 11);
    const CANDRA_VOWEL: Clues = Clues(1 << 12);
    const DIGIT: Clues = Clues(1 << 13);
    const PUNCTUATION: Clues = Clues(1 << 14);
    const LETTER_CASE: Clues = Clues(1 << 15);

    const ANY: Clues = Clues(u16::MAX);
    /// Where none of these is found, no mark is moved, joined or put beside another, and a fold
    /// changes nothing but what its own clue shows.
    const DISORDER: Clues = Clues(0b1111 << 6);
    /// What is told of marks that are out of order, or parts of a vowel.
    const MARKS: Clues = Clues::VOWEL_SIGN.or(Clues::MISPLACED_NUKTA);
    /// All that takes one code point by itself.
    const ALONE: Clues = Clues(u16::MAX << 9);
    /// All that takes one or two.
    const UP_TO_TWO: Clues = Clues(u16::MAX << 6);

    /// Those in a text.
    fn of(text: &str) -> Clues {
        let table = &*SIGNS;
        let (mut search, mut offset) = (Search::START, 0);
        let mut found = Clues::NONE;
        while let Some((place, length)) = place_at(text.as_bytes(), offset) {
            found = found.or(search.next(table[place]));
            offset += length;
        }
        found
    }

    /// Those in a word; `None` where it is not in Devanagari alone.
    #[inline]
    pub(crate) fn of_word(word: &str) -> Option<Clues> {
        let table = &*SIGNS;
        let (letters, rest) = word.as_bytes().as_chunks();
        let mut search = Search::START;
        let mut found = Clues::NONE;
        for &[first, second, third] in letters {
            if first != 0xE0 || second & 0xFE != 0xA4 {
                return None;
            }
            found = found.or(search.next(table[usize::from(third | (second & 1) << 6)]));
        }
        rest.is_empty().then_some(found)
    }

    const fn or(self, other: Clues) -> Clues {
        Clues(self.0 | other.0)
    }

    const fn and(self, other: Clues) -> Clues {
        Clues(self.0 & other.0)
    }

    #[inline]
    const fn meets(self, other: Clues) -> bool {
        self.0 & other.0 != 0
    }

    const fn only_if(self, is_so: bool) -> Clues {
        if is_so { self } else { Clues::NONE }
    }
}

/// Of which clues a code point is a part, as the first, second and third of three code points.
#[derive(Debug, Clone, Copy)]
#[repr(align(8))]
struct Signs {
    first: Clues,
    second: Clues,
    third: Clues,
}

impl Signs {
    /// Those of what is not told apart.
    const OTHER: Signs = Signs {
        first: Clues::UP_TO_TWO,
        second: Clues::ALONE.or(Clues::MISPLACED_NUKTA),
        third: Clues::ALONE,
    };

    fn of(character: char) -> Signs {
        use Class::{Consonant, IndependentVowel, Matra, Nukta, Virama, Visarga};
        // Of a letter with its nukta, the letter.
        let letter = character.nfd().next().unwrap_or(character);
        let class = devanagari::class(character);
        let is_mark = class.is_some_and(Class::is_mark);
        let is_after_vowel = is_mark && !matches!(class, Some(Nukta | Virama));
        let takes_nukta = class == Some(Consonant)
            && classes_of_nasal(letter) == 0
            && !matches!(letter, 'य' | 'र' | 'ळ');
        let is_twice =
            is_mark && !matches!(class, Some(Nukta | Matra)) || class == Some(Class::Danda);
        // A nukta moves only where it is misplaced, a virama only past other marks that move.
        let moves = !is_stable_starter(character) && !is_mark || class == Some(Class::Accent);
        let is_irregular = moves || class == Some(Visarga);
        let changes = |folder: Folder| folder.character(character) != Becomes::Itself;
        let folds = [
            (Clues::NUKTA, Folder::none().nukta(true)),
            (Clues::CHANDRABINDU, Folder::none().chandrabindu(true)),
            (Clues::CANDRA_VOWEL, Folder::none().candra_vowels(true)),
            (Clues::DIGIT, Folder::none().digits(true)),
            (Clues::PUNCTUATION, Folder::none().punctuation(true)),
            (Clues::LETTER_CASE, Folder::none().letter_case(true)),
        ];
        let alone = folds.into_iter().fold(
            Clues::IRREGULAR.only_if(is_irregular),
            |alone, (clue, folder)| alone.or(clue.only_if(changes(folder))),
        );
        Signs {
            first: Clues::UP_TO_TWO
                .or(Clues(classes_of_nasal(letter).into()))
                .or(Clues::GLIDE.only_if(ends_in_vowel(letter))),
            second: Clues::ALONE
                .or(Clues::NASAL.only_if(letter == VIRAMA))
                .or(Clues::GLIDE.only_if(letter == 'य'))
                .or(Clues::VOWEL_SIGN.only_if(is_after_vowel || class == Some(IndependentVowel)))
                .or(Clues::MISPLACED_NUKTA.only_if(!takes_nukta))
                .or(Clues::TWICE.only_if(is_twice)),
            third: alone
                .or(Clues(class_of_stop(letter).into()))
                .or(Clues::GLIDE.only_if(matches!(letter, 'े' | 'ॆ' | 'ी')))
                .or(Clues::VOWEL_SIGN.only_if(class == Some(Matra)))
                .or(Clues::MISPLACED_NUKTA.only_if(class == Some(Nukta)))
                .or(Clues::TWICE.only_if(is_twice)),
        }
    }
}

/// The signs of ASCII, from 0x80 on those of the Devanagari block, and then those at the places
/// below.
static SIGNS: Lazy<[Signs; 258]> = Lazy::new(|| {
    std::array::from_fn(|place| match place as u8 {
        _ if place == QUOTE => Signs::of('“'),
        _ if place == OTHER => Signs::OTHER,
        code @ 0..0x80 => Signs::of(char::from(code)),
        code => char::from_u32(devanagari::FIRST as u32 + u32::from(code) - 0x80)
            .map_or(Signs::OTHER, Signs::of),
    })
});

/// The place of quotes, dashes and the ellipsis.
const QUOTE: usize = 256;
/// The place of everything else.
const OTHER: usize = 257;

/// The place of the signs of what stands at an offset, and the length of that: a code point, or
/// one byte of it.
#[inline(always)]
fn place_at(bytes: &[u8], offset: usize) -> Option<(usize, usize)> {
    Some(match *bytes.get(offset..)? {
        [] => return None,
        [0xE0, second @ (0xA4 | 0xA5), third, ..] => (usize::from(third | (second & 1) << 6), 3),
        [byte, ..] if byte.is_ascii() => (usize::from(byte), 1),
        [0xE2, 0x80, 0x90..=0xA6, ..] => (QUOTE, 3),
        _ => (OTHER, 1),
    })
}

/// Finds clues in what comes code point by code point.
struct Search {
    first: Clues,
    /// What the first two of three leave to be found with the third.
    awaited: Clues,
}

impl Search {
    /// At the beginning of a text or after ASCII.
    const START: Search = Search {
        first: Clues::UP_TO_TWO,
        awaited: Clues::ALONE.or(Clues::MISPLACED_NUKTA),
    };

    #[inline(always)]
    fn next(&mut self, signs: Signs) -> Clues {
        let found = signs.third.and(self.awaited);
        self.awaited = signs.second.and(self.first);
        self.first = signs.first;
        found
    }
}

/// The first stretch, at or after a position, in which there are any of the clues that are looked
/// for, and all that are there. It begins and ends at ASCII or with the text: no fold looks across
/// that.
#[inline]
fn first_suspect(text: &str, position: usize, clues: Clues) -> Option<(Range<usize>, Clues)> {
    let table = &*SIGNS;
    let bytes = text.as_bytes();
    let (mut search, mut start, mut offset) = (Search::START, position, position);
    let mut found = Clues::NONE;
    while !found.meets(clues) {
        let (place, length) = place_at(bytes, offset)?;
        if place < 0x80 {
            (found, start) = (Clues::NONE, offset);
        }
        found = found.or(search.next(table[place]));
        offset += length;
    }
    while let Some((place, length)) = place_at(bytes, offset) {
        let signs = table[place];
        // It goes on to ASCII that no fold changes.
        if place < 0x80 && !signs.third.meets(clues) {
            break;
        }
        found = found.or(search.next(signs));
        offset += length;
    }
    Some((start..offset, found))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Spellings of one word, which search takes for the same.
    const SAME: [&[&str]; 24] = [
        &["हिन्दी", "हिंदी", "हिन्\u{200D}दी", "हिंन्दी"],
        &["सम्बन्ध", "संबंध", "सम्बंध", "संबन्ध"],
        &["अङ्क", "अंक"],
        &["पञ्च", "पन्च", "पंच"],
        &["कण्ठ", "कंठ"],
        &["सेन्टर", "सेंटर"],
        &["पम्प", "पंप"],
        &["गयी", "गई"],
        &["गयीं", "गईं"],
        &["लिये", "लिए"],
        &["चाहिये", "चाहिए"],
        &["जायेगा", "जाएगा"],
        &["जायेंगी", "जाएंगी", "जायेँगी", "जायेङ्गी"],
        &["रुपये", "रुपए"],
        &["हूँ", "हूं"],
        &["माँग", "मांग"],
        &["ज़रूरत", "जरूरत", "\u{95B}रूरत"],
        &["लड़का", "लडका", "ल\u{95C}का"],
        &["क़ानून", "\u{958}ानून", "कानून"],
        &["डॉक्टर", "डाक्टर"],
        &["ऑफ़िस", "ऑफिस", "आफिस"],
        &["मेंं", "में"],
        &["डॉ॰", "डॉ."],
        &["COVID-१९", "covid–19"],
    ];

    /// Words that search keeps apart.
    const DIFFERENT: [[&str; 2]; 10] = [
        ["अन्न", "अंन"],
        ["जन्म", "जंम"],
        ["तुम्हारा", "तुंहारा"],
        ["सम्मान", "संमान"],
        ["ये", "ए"],
        ["यह", "वह"],
        ["विद्यार्थियों", "विद्यार्थिओं"],
        ["आयोग", "आओग"],
        ["दिन", "दीन"],
        ["बाल", "बाद"],
    ];

    #[test]
    fn spellings_of_one_word_meet() {
        let folder = Folder::search();
        for spellings in SAME {
            for pair in spellings.windows(2) {
                assert_eq!(folder.fold(pair[0]), folder.fold(pair[1]), "{pair:?}");
            }
        }
    }

    #[test]
    fn different_words_stay_apart() {
        let folder = Folder::search();
        for [word, other] in DIFFERENT {
            assert_ne!(folder.fold(word), folder.fold(other));
        }
    }

    #[test]
    fn no_fold_is_left_out_by_the_clues_of_a_word() {
        let letters: Vec<char> = "कङञणनमयरळगचटदपस़ऩ्ािीेॅॆंँःअएऑ।॰५".chars().collect();
        for folder in [Folder::search(), Folder::display()] {
            for first in &letters {
                for second in &letters {
                    for third in &letters {
                        for last in ["", "द", "ी"] {
                            let word = format!("{first}{second}{third}{last}");
                            let folded = folder.fold_word(&word, Clues::of_word(&word));
                            assert_eq!(folded, folder.fold_with_offsets(&word).text, "{word}");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn each_switch_does_its_part_alone() {
        let text = "हूँ हिन्दी ज़रा गयी ऑ क्\u{200D}य मेंं १२ । “A”";
        let folded = [
            (Folder::none().nukta(true), "ज़", "ज"),
            (Folder::none().chandrabindu(true), "ूँ", "ूं"),
            (Folder::none().nasals(true), "न्द", "ंद"),
            (Folder::none().glides(true), "गयी", "गई"),
            (Folder::none().candra_vowels(true), "ऑ", "आ"),
            (Folder::none().invisibles(true), "\u{200D}", ""),
            (Folder::none().repeated_marks(true), "ंं", "ं"),
            (Folder::none().digits(true), "१२", "12"),
            (Folder::none().letter_case(true), "A", "a"),
        ];
        for (folder, from, to) in folded {
            assert_eq!(folder.fold(text), text.replace(from, to), "{from}");
        }
        let punctuation = Folder::none().punctuation(true).fold(text);
        assert_eq!(
            punctuation,
            text.replace('।', ".").replace(['“', '”'], "\"")
        );
        assert_eq!(Folder::none().fold(text), text);
    }

    #[test]
    fn a_fold_sees_what_another_left() {
        let folder = Folder::search();
        // Without the joiner the nukta composes, or the marks repeat.
        let composes = Folder::none().invisibles(true).fold("न\u{200D}\u{93C}");
        assert_eq!(composes, "\u{929}");
        assert_eq!(folder.fold("में\u{200C}ं"), "में");
        // Without the repeated virama the nasal stands before its stop.
        assert_eq!(folder.fold("हिन््दी"), "हिंदी");
    }

    #[test]
    fn the_source_of_each_part_is_known() {
        let source = "\u{FEFF}हिन्दी ज़रूरी… गयी";
        let folded = Folder::search().fold_with_offsets(source);
        assert_eq!(folded.text, "हिंदी जरूरी... गई");
        let source_of = |part: &str| {
            let start = folded.text.find(part).unwrap();
            &source[folded.source_range(start..start + part.len())]
        };
        assert_eq!(source_of("हि"), "हि");
        assert_eq!(source_of("ं"), "न्");
        assert_eq!(source_of("हिंदी"), "हिन्दी");
        assert_eq!(source_of("ज"), "ज़");
        assert_eq!(source_of("."), "…");
        assert_eq!(source_of("... "), "… ");
        assert_eq!(source_of("ई"), "यी");
    }

    #[test]
    fn ranges_past_the_end_are_cut() {
        let folded = Folder::search().fold_with_offsets("गयी");
        assert_eq!(folded.source_range(0..100), 0..9);
        assert_eq!(folded.source_range(50..100), 9..9);
    }
}
