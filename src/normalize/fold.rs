//! Spelling folds: one form for the ways in which one word is written.

use std::borrow::Cow;
use std::ops::Range;

use super::rewrite::{Edits, Rewriter};
use super::rewrite_nfc;
use crate::devanagari::{self, ANUSVARA, Class, NUKTA, VIRAMA};

/// Folds the spellings of Hindi for matching; each fold can be switched on or off.
///
/// | fold | from | to |
/// | --- | --- | --- |
/// | [`nukta`](Folder::nukta) | `ज़रूर` `सड़क` | `जरूर` `सडक` |
/// | [`chandrabindu`](Folder::chandrabindu) | `हूँ` | `हूं` |
/// | [`nasals`](Folder::nasals) | `हिन्दी` `पम्प` `सेन्टर` | `हिंदी` `पंप` `सेंटर` |
/// | [`glides`](Folder::glides) | `गयी` `लिये` `जायेगा` | `गई` `लिए` `जाएगा` |
/// | [`candra_vowels`](Folder::candra_vowels) | `डॉक्टर` `ऑफ़िस` | `डाक्टर` `आफ़िस` |
/// | [`invisibles`](Folder::invisibles) | ZWJ, ZWNJ, soft hyphen, … | nothing |
/// | [`repeated_marks`](Folder::repeated_marks) | `मेंं` | `में` |
/// | [`digits`](Folder::digits) | `१२५` | `125` |
/// | [`punctuation`](Folder::punctuation) | `।` `॥` <code>&#124;</code> `“` `’` `–` | `.` `.` `.` `"` `'` `-` |
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Folder {
    nukta: bool,
    chandrabindu: bool,
    nasals: bool,
    glides: bool,
    candra_vowels: bool,
    invisibles: bool,
    repeated_marks: bool,
    digits: bool,
    punctuation: bool,
    letter_case: bool,
}

/// What [`Folder::fold_with_offsets`] returns: the folded text, and where it came from.
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
            repeated_marks: true,
            digits: true,
            punctuation: true,
            letter_case: true,
        }
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
            repeated_marks: false,
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
        /// Writes `ये` and `यी` after a vowel as `ए` and `ई` where a word ends or `गा`, `गे`,
        /// `गी` follows: `गयी` → `गई`, `जायेंगे` → `जाएंगे`.
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
        /// hyphen, variation selectors, marks of direction, the byte order mark.
        ///
        /// ```
        /// assert_eq!(akshar::Folder::none().invisibles(true).fold("क्\u{200D}या"), "क्या");
        /// ```
        invisibles
        /// Removes a Devanagari mark that repeats the one before it: `मेंं` → `में`.
        ///
        /// ```
        /// assert_eq!(akshar::Folder::none().repeated_marks(true).fold("मेंं"), "में");
        /// ```
        repeated_marks
        /// Writes Devanagari digits as ASCII digits.
        ///
        /// ```
        /// assert_eq!(akshar::Folder::none().digits(true).fold("२०२४"), "2024");
        /// ```
        digits
        /// Writes dandas (and `|`) as full stops, and the variants of quotes, dashes, spaces and
        /// the ellipsis in ASCII.
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
        self.fold_with_offsets(text).text
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
        let mut folded = Folded {
            text: Cow::Borrowed(text),
            stages: Vec::new(),
        };
        folded.apply(rewrite_nfc);
        folded.apply(|text| self.characters(text));
        // A mark may now follow another letter than before, with which it composes.
        folded.apply(rewrite_nfc);
        if self.nasals || self.glides {
            folded.apply(|text| self.sequences(text));
        }
        folded
    }

    /// The folds that look at one character and the one before it.
    fn characters(&self, text: &str) -> Option<(String, Edits)> {
        let mut rewriter = Rewriter::of(text);
        let mut last = '\0';
        for (offset, character) in text.char_indices() {
            let range = offset..offset + character.len_utf8();
            match self.character(character) {
                Becomes::Itself => {
                    if self.repeated_marks && character == last && is_mark(character) {
                        rewriter.replace(range, "");
                    } else {
                        last = character;
                    }
                }
                Becomes::Nothing => rewriter.replace(range, ""),
                Becomes::Character(folded) => {
                    if self.repeated_marks && folded == last && is_mark(folded) {
                        rewriter.replace(range, "");
                    } else {
                        rewriter.replace(range, folded.encode_utf8(&mut [0; 4]));
                        last = folded;
                    }
                }
                Becomes::Ellipsis => {
                    rewriter.replace(range, "...");
                    last = '.';
                }
                Becomes::LowerCase => {
                    let lower: String = character.to_lowercase().collect();
                    rewriter.replace(range, &lower);
                    last = character;
                }
            }
        }
        rewriter.finish()
    }

    fn character(&self, character: char) -> Becomes {
        use Becomes::{Character, Ellipsis, Itself, LowerCase, Nothing};
        match character {
            'A'..='Z' if self.letter_case => Character(character.to_ascii_lowercase()),
            '|' if self.punctuation => Character('.'),
            '`' if self.punctuation => Character('\''),
            '\0'..='\x7F' => Itself,
            NUKTA if self.nukta => Nothing,
            'ऩ' if self.nukta => Character('न'),
            'ऱ' if self.nukta => Character('र'),
            'ऴ' if self.nukta => Character('ळ'),
            'ँ' | 'ऀ' if self.chandrabindu => Character(ANUSVARA),
            'ऑ' if self.candra_vowels => Character('आ'),
            'ॉ' if self.candra_vowels => Character('ा'),
            'ऍ' | 'ॲ' if self.candra_vowels => Character('ऐ'),
            'ॅ' if self.candra_vowels => Character('ै'),
            'ऎ' if self.candra_vowels => Character('ए'),
            'ॆ' if self.candra_vowels => Character('े'),
            'ऒ' if self.candra_vowels => Character('ओ'),
            'ॊ' if self.candra_vowels => Character('ो'),
            '।' | '॥' if self.punctuation => Character('.'),
            _ if devanagari::contains(character) => match devanagari::digit_value(character) {
                Some(value) if self.digits => Character(char::from(b'0' + value)),
                _ => Itself,
            },
            '\u{AD}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{2069}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
                if self.invisibles =>
            {
                Nothing
            }
            '“' | '”' | '„' | '‟' | '«' | '»' | '″' if self.punctuation => {
                Character('"')
            }
            '‘' | '’' | '‚' | '‛' | '‹' | '›' | '′' | '´' if self.punctuation => {
                Character('\'')
            }
            '\u{2010}'..='\u{2015}' | '\u{2212}' if self.punctuation => Character('-'),
            '…' if self.punctuation => Ellipsis,
            '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}'
                if self.punctuation =>
            {
                Character(' ')
            }
            _ if self.letter_case && character.is_uppercase() => LowerCase,
            _ => Itself,
        }
    }

    /// The folds that look at several letters.
    fn sequences(&self, text: &str) -> Option<(String, Edits)> {
        let mut rewriter = Rewriter::of(text);
        let mut characters = text.char_indices();
        let mut last = '\0';
        while let Some((offset, character)) = characters.next() {
            let rest = characters.as_str();
            if self.nasals && is_nasal_of(character, rest) {
                // A typist who writes both nasals means one.
                let nasal = if last == ANUSVARA { "" } else { "\u{902}" };
                let end = offset + character.len_utf8() + VIRAMA.len_utf8();
                rewriter.replace(offset..end, nasal);
                characters.next();
                last = ANUSVARA;
            } else if let Some(vowel) = glide(last, character, rest).filter(|_| self.glides) {
                rewriter.replace(offset..offset + 6, vowel);
                characters.next();
                last = 'ए';
            } else {
                last = character;
            }
        }
        rewriter.finish()
    }
}

impl<'t> Folded<'t> {
    fn apply(&mut self, stage: impl Fn(&str) -> Option<(String, Edits)>) {
        if let Some((text, edits)) = stage(&self.text) {
            self.text = Cow::Owned(text);
            self.stages.push(edits);
        }
    }
}

/// What a character becomes.
enum Becomes {
    Itself,
    Nothing,
    Character(char),
    Ellipsis,
    LowerCase,
}

fn is_mark(character: char) -> bool {
    devanagari::class(character).is_some_and(Class::is_mark)
}

/// Whether a nasal is followed by a virama and a stop of its class.
fn is_nasal_of(nasal: char, rest: &str) -> bool {
    let mut following = rest.chars();
    if !matches!(nasal, 'ङ' | 'ञ' | 'ण' | 'न' | 'म') || following.next() != Some(VIRAMA) {
        return false;
    }
    following.next().is_some_and(|stop| match nasal {
        'ङ' => ('क'..='घ').contains(&stop),
        'ञ' => ('च'..='झ').contains(&stop),
        'ण' => ('ट'..='ढ').contains(&stop),
        'म' => ('प'..='भ').contains(&stop),
        _ => matches!(stop, 'च'..='झ' | 'ट'..='ढ' | 'त'..='ध'),
    })
}

/// The vowel that takes the place of `य` and the matra that begins `rest`.
fn glide(last: char, character: char, rest: &str) -> Option<&'static str> {
    if character != 'य' {
        return None;
    }
    let (vowel, after) = match rest.strip_prefix('े') {
        Some(after) => ("ए", after),
        None => ("ई", rest.strip_prefix('ी')?),
    };
    let after_vowel = match devanagari::class(last)? {
        Class::Matra | Class::Consonant | Class::IndependentVowel | Class::Nukta => true,
        Class::Anusvara | Class::Chandrabindu => true,
        _ => false,
    };
    let after = after.strip_prefix(['ं', 'ँ']).unwrap_or(after);
    let future = after
        .strip_prefix('ग')
        .and_then(|rest| rest.strip_prefix(['ा', 'े', 'ी']));
    let ends = |rest: &str| {
        let next = rest.chars().next().and_then(devanagari::class);
        !next.is_some_and(Class::is_word_part)
    };
    (after_vowel && (ends(after) || future.is_some_and(ends))).then_some(vowel)
}
