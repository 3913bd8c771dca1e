//! What a scheme says, as a person writes it down, and the form in which it is used.
//!
//! A [`Table`] is read once into a [`Compiled`] scheme: pieces to write, found by code point,
//! and a byte trie that finds the longest piece when reading.

use once_cell::sync::OnceCell;

use super::plain::Plain;
use super::reader::Reader;
use crate::devanagari::{self, Class, PRECOMPOSED_WITH_NUKTA};
use crate::normalize;
use crate::transliterate::{Danda, Digits};

/// A scheme as it is written down.
pub(super) struct Table {
    /// A letter or sign, then how it is written and, after spaces, what else is read as it.
    /// A vowel sign is written like its vowel.
    pub(super) letters: &'static [(&'static str, &'static str)],
    /// Letters that share their writing with another, which is what is read.
    pub(super) written_only: &'static [(&'static str, &'static str)],
    /// Other spellings of consonant clusters that are read.
    pub(super) clusters: &'static [(&'static str, &'static str)],
    /// What stands after a consonant for a nukta, where the pair has no row of its own.
    pub(super) nukta: Option<&'static str>,
    /// A sign that silences the inherent vowel, which is read though never needed in writing.
    pub(super) virama: Option<&'static str>,
    /// What stands between two letters that would be read as one.
    pub(super) separator: Option<&'static str>,
    /// What makes the scheme lossless.
    pub(super) escape: Option<Escape>,
    /// Whether capitals are read as small letters.
    pub(super) folds_case: bool,
    /// Whether it writes the sounds of ज्ञ and of an anusvara before a labial.
    pub(super) spoken: bool,
}

impl Table {
    pub(super) const EMPTY: Table = Table {
        letters: &[],
        written_only: &[],
        clusters: &[],
        nukta: None,
        virama: None,
        separator: None,
        escape: None,
        folds_case: false,
        spoken: false,
    };
}

/// The signs a lossless scheme adds.
#[derive(Clone, Copy)]
pub(in crate::transliterate) struct Escape {
    /// Opens text that stands as it is.
    pub(in crate::transliterate) open: char,
    /// Closes it; doubled inside, it stands for itself.
    pub(in crate::transliterate) close: char,
    /// A consonant without a letter, which carries a sign that has no letter to stand on.
    pub(in crate::transliterate) carrier: char,
}

/// A letter or sign of the block: its offset from U+0900, and [`WITH_NUKTA`] for a consonant
/// with nukta. Vowels and their signs are different units.
pub(in crate::transliterate) type Unit = u8;

/// Marks the unit of a consonant with nukta.
pub(in crate::transliterate) const WITH_NUKTA: Unit = 0x80;
/// No letter or sign stands before. (A danda never has a nukta.)
pub(in crate::transliterate) const NONE: Unit = WITH_NUKTA | 0x64;
pub(in crate::transliterate) const VOWEL_A: Unit = offset('अ');
pub(in crate::transliterate) const NUKTA: Unit = offset(devanagari::NUKTA);
pub(in crate::transliterate) const AVAGRAHA: Unit = offset('ऽ');
pub(in crate::transliterate) const OM: Unit = offset('ॐ');
/// As the unit before, a carrier that has no vowel.
pub(in crate::transliterate) const VIRAMA: Unit = offset(devanagari::VIRAMA);

/// The unit of a code point of the block.
pub(in crate::transliterate) const fn offset(letter: char) -> Unit {
    (letter as u32 - devanagari::FIRST as u32) as Unit
}

/// The class of a unit.
pub(in crate::transliterate) const fn class(unit: Unit) -> Class {
    CLASSES[(unit & !WITH_NUKTA) as usize]
}

const CLASSES: [Class; 128] = {
    let mut classes = [Class::Consonant; 128];
    let mut offset = 0;
    while offset < 128 {
        if let Some(class) = devanagari::class(code_point(offset as Unit)) {
            classes[offset] = class;
        }
        offset += 1;
    }
    classes
};

/// The code point of a unit, without its nukta.
pub(in crate::transliterate) const fn code_point(unit: Unit) -> char {
    match char::from_u32(devanagari::FIRST as u32 + (unit & !WITH_NUKTA) as u32) {
        Some(letter) => letter,
        None => devanagari::FIRST,
    }
}

/// Vowels and their signs.
const VOWEL_SIGNS: [(char, char); 23] = [
    ('आ', '\u{93E}'),
    ('इ', '\u{93F}'),
    ('ई', '\u{940}'),
    ('उ', '\u{941}'),
    ('ऊ', '\u{942}'),
    ('ऋ', '\u{943}'),
    ('ॠ', '\u{944}'),
    ('ऌ', '\u{962}'),
    ('ॡ', '\u{963}'),
    // The last pair of a sign is the one it is written like.
    ('ॲ', '\u{945}'),
    ('ऍ', '\u{945}'),
    ('ऎ', '\u{946}'),
    ('ए', '\u{947}'),
    ('ऐ', '\u{948}'),
    ('ऑ', '\u{949}'),
    ('ऒ', '\u{94A}'),
    ('ओ', '\u{94B}'),
    ('औ', '\u{94C}'),
    ('ॳ', '\u{93A}'),
    ('ॴ', '\u{93B}'),
    ('ॵ', '\u{94F}'),
    ('ॶ', '\u{956}'),
    ('ॷ', '\u{957}'),
];

/// The sign of a vowel, if it has one; a sign that has no vowel is its own.
pub(in crate::transliterate) const fn vowel_sign(unit: Unit) -> Option<Unit> {
    const SIGNS: [Option<Unit>; 128] = {
        let mut signs = [None; 128];
        let mut unit = 0;
        while unit < 128 {
            if let Class::Matra = class(unit) {
                signs[unit as usize] = Some(unit);
            }
            unit += 1;
        }
        let mut pair = 0;
        while pair < VOWEL_SIGNS.len() {
            let (vowel, sign) = VOWEL_SIGNS[pair];
            signs[offset(vowel) as usize] = Some(offset(sign));
            pair += 1;
        }
        signs
    };
    SIGNS[(unit & !WITH_NUKTA) as usize]
}

/// What a stretch of Latin text stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::transliterate) enum Meaning {
    Unit(Unit),
    /// A cluster of consonants, by its place in [`Compiled::clusters`].
    Cluster(u8),
    Virama,
    Separator,
    Open,
    Close,
    Carrier,
}

/// A scheme in the form in which it is used.
pub(in crate::transliterate) struct Compiled {
    /// How each unit is written, where the scheme has it.
    texts: [Option<String>; 256],
    /// How plain text is written, whether digits and dandas are converted or kept.
    plain: [OnceCell<Plain>; 4],
    clashing: [[u64; 4]; 256],
    /// Whether the unit is written with a bare combining mark, and so needs something to hold it.
    pub(in crate::transliterate) needs_base: [bool; 256],
    /// Whether a combining mark can be written straight after the unit.
    pub(in crate::transliterate) holds_mark: [bool; 256],
    pub(in crate::transliterate) separator: &'static str,
    pub(in crate::transliterate) escape: Option<Escape>,
    pub(in crate::transliterate) clusters: &'static [(&'static str, &'static str)],
    pub(in crate::transliterate) spoken: bool,
    /// The avagraha where it is written with a quotation mark.
    pub(in crate::transliterate) quote: Option<char>,
    /// ASCII that would be read as something else: as a letter or sign, and as a digit or danda.
    pub(in crate::transliterate) ascii_letters: u128,
    pub(in crate::transliterate) ascii_digits: u128,
    pub(in crate::transliterate) ascii_dandas: u128,
    pub(super) trie: Trie,
    readers: [OnceCell<Reader>; 4],
}

impl Compiled {
    pub(super) fn new(table: &Table) -> Self {
        let mut compiled = Compiled {
            texts: [const { None }; 256],
            plain: [const { OnceCell::new() }; 4],
            clashing: [[0; 4]; 256],
            needs_base: [false; 256],
            holds_mark: [false; 256],
            separator: table.separator.unwrap_or_default(),
            escape: table.escape,
            clusters: table.clusters,
            spoken: table.spoken,
            quote: None,
            ascii_letters: 0,
            ascii_digits: 0,
            ascii_dandas: 0,
            trie: Trie::new(),
            readers: [const { OnceCell::new() }; 4],
        };
        compiled.read_letters(table);
        compiled.read_nuktas(table);
        compiled.read_signs(table);
        compiled.read_aliases(table);
        compiled.find_ascii();
        compiled.find_bases();
        if table.separator.is_some() {
            compiled.find_clashes();
        }
        compiled
    }

    /// How a unit is written, if the scheme has it.
    pub(in crate::transliterate) fn text(&self, unit: Unit) -> Option<&str> {
        self.texts[unit as usize].as_deref()
    }

    /// How plain text is written under these options.
    pub(in crate::transliterate) fn plain(&self, digits: Digits, danda: Danda) -> &Plain {
        self.plain[place_of(digits, danda)].get_or_init(|| Plain::new(self, digits, danda))
    }

    /// How plain Latin text is read under these options.
    pub(in crate::transliterate) fn reader(&self, digits: Digits, danda: Danda) -> &Reader {
        self.readers[place_of(digits, danda)].get_or_init(|| Reader::new(self, digits, danda))
    }

    fn define(&mut self, unit: Unit, text: &str) {
        self.texts[unit as usize] = Some(text.to_owned());
    }

    /// The letters of the rows, the digits, and the vowel signs.
    fn read_letters(&mut self, table: &Table) {
        for (letter, spellings) in table.letters {
            let Some(unit) = unit_of(letter) else {
                continue;
            };
            let text = spellings.split(' ').next().unwrap_or_default();
            self.define(unit, text);
            self.trie.insert(text, Meaning::Unit(unit));
        }
        for (letter, text) in table.written_only {
            let Some(unit) = unit_of(letter) else {
                continue;
            };
            self.define(unit, text);
        }
        for digit in '0'..='9' {
            let unit = offset('०') + (digit as u8 - b'0');
            let text = digit.to_string();
            self.define(unit, &text);
            self.trie.insert(&text, Meaning::Unit(unit));
        }
        for (vowel, sign) in VOWEL_SIGNS {
            if let Some(text) = self.texts[offset(vowel) as usize].clone() {
                self.define(offset(sign), &text);
            }
        }
        let avagraha = self.text(AVAGRAHA).unwrap_or_default();
        self.quote = avagraha.chars().find(|c| ['\'', '’'].contains(c));
    }

    /// Every consonant with nukta, the precomposed ones included.
    fn read_nuktas(&mut self, table: &Table) {
        for unit in (0..128).filter(|unit| class(*unit) == Class::Consonant) {
            let pair = String::from_iter([code_point(unit), devanagari::NUKTA]);
            // न, र and ळ compose with the nukta.
            let canonical = unit_of(&normalize::nfc(&pair)).unwrap_or(NONE);
            if canonical != unit | WITH_NUKTA {
                self.texts[(unit | WITH_NUKTA) as usize] = self.texts[canonical as usize].clone();
            } else if let (None, Some(base), Some(nukta)) =
                (self.text(canonical), self.text(unit), table.nukta)
            {
                let text = format!("{base}{nukta}");
                self.define(canonical, &text);
                self.trie.insert(&text, Meaning::Unit(canonical));
            }
        }
        for (letter, precomposed) in PRECOMPOSED_WITH_NUKTA.into_iter().zip(offset('\u{958}')..) {
            let canonical = offset(letter) | WITH_NUKTA;
            self.texts[precomposed as usize] = self.texts[canonical as usize].clone();
        }
    }

    /// The signs that the scheme adds.
    fn read_signs(&mut self, table: &Table) {
        if let Some(virama) = table.virama {
            self.trie.insert(virama, Meaning::Virama);
        }
        if let Some(separator) = table.separator {
            self.trie.insert(separator, Meaning::Separator);
        }
        let Some(escape) = table.escape else { return };
        self.trie.insert(&escape.open.to_string(), Meaning::Open);
        self.trie.insert(&escape.close.to_string(), Meaning::Close);
        let carrier = escape.carrier.to_string();
        self.trie.insert(&carrier, Meaning::Carrier);
        self.define(VIRAMA, &carrier);
        let nukta = format!("{carrier}{}", table.nukta.unwrap_or_default());
        self.define(NUKTA, &nukta);
        self.trie.insert(&nukta, Meaning::Unit(NUKTA));
    }

    /// What is read besides, where it is not read as something else already.
    fn read_aliases(&mut self, table: &Table) {
        for (letter, spellings) in table.letters {
            let Some(unit) = unit_of(letter) else {
                continue;
            };
            for alias in spellings.split(' ').skip(1) {
                self.trie.insert(alias, Meaning::Unit(unit));
            }
        }
        for (index, (_, spelling)) in table.clusters.iter().enumerate() {
            self.trie.insert(spelling, Meaning::Cluster(index as u8));
        }
        if table.folds_case {
            for (text, meaning) in self.trie.texts.clone() {
                let mut rest = text.chars();
                let first: String = rest.by_ref().take(1).flat_map(char::to_uppercase).collect();
                for capital in [first + rest.as_str(), text.to_uppercase()] {
                    self.trie.insert(&normalize::nfc(&capital), meaning);
                }
            }
        }
    }

    fn find_ascii(&mut self) {
        for (text, meaning) in &self.trie.texts {
            let set = match *meaning {
                // Only where it separates, which depends on what stands around it.
                Meaning::Separator => continue,
                Meaning::Unit(AVAGRAHA) if self.quote.is_some() => continue,
                Meaning::Unit(unit) if class(unit) == Class::Digit => &mut self.ascii_digits,
                Meaning::Unit(unit) if class(unit) == Class::Danda => &mut self.ascii_dandas,
                _ => &mut self.ascii_letters,
            };
            for byte in text.bytes().filter(u8::is_ascii) {
                *set |= 1 << byte;
            }
        }
        // Words of Latin text stay whole, whichever of their letters the scheme has.
        for letter in (b'A'..=b'Z').chain(b'a'..=b'z') {
            self.ascii_letters |= 1 << letter;
        }
    }

    fn find_bases(&mut self) {
        let mut marks = Vec::new();
        for unit in 0..128 {
            let text = self.text(unit).unwrap_or_default().to_owned();
            if !text.starts_with(|c| ('\u{300}'..='\u{36F}').contains(&c)) {
                continue;
            }
            self.needs_base[unit as usize] = true;
            if let Some(escape) = self.escape {
                let carried = format!("{}{text}", escape.carrier);
                self.trie.insert(&carried, Meaning::Unit(unit));
            }
            marks.push(text);
        }
        for unit in 0..128 {
            self.holds_mark[unit as usize] = match class(unit) {
                Class::Accent => true,
                Class::IndependentVowel | Class::Matra | Class::Anusvara | Class::Visarga => {
                    let text = self.text(unit).unwrap_or_default();
                    let keeps = |mark: &String| normalize::is_nfc(&format!("{text}{mark}"));
                    marks.iter().all(keeps)
                }
                _ => false,
            };
        }
    }

    /// The pairs that would be read as something else without a separator.
    fn find_clashes(&mut self) {
        let mut both = String::new();
        for before in (0..=255).filter(|unit| *unit != NONE) {
            let Some(first) = self.texts[before as usize].clone() else {
                continue;
            };
            let bare = class(before) == Class::Consonant || before == VIRAMA;
            for after in 0..=255 {
                let Some(second) = self.text(after) else {
                    continue;
                };
                // These are written with a consonant, or with a carrier if not held.
                if class(after) == Class::Matra || self.needs_base[after as usize] {
                    continue;
                }
                both.clear();
                both.push_str(&first);
                both.push_str(second);
                let longest = self.longest(both.as_bytes(), class(before) == Class::Matra);
                let vowel = class(after) == Class::IndependentVowel || after == OM;
                if (bare && vowel) || longest.is_some_and(|(_, len)| len != first.len()) {
                    self.clashing[before as usize][after as usize / 64] |= 1 << (after % 64);
                }
            }
        }
    }

    /// Whether one unit straight after another would be misread.
    pub(in crate::transliterate) fn clashes(&self, before: Unit, after: Unit) -> bool {
        self.clashing[before as usize][after as usize / 64] >> (after % 64) & 1 == 1
    }

    /// The longest piece that the text begins with, and its length. After a consonant that
    /// waits for its vowel, ॐ is not looked for.
    #[inline]
    pub(in crate::transliterate) fn longest(
        &self,
        text: &[u8],
        after_consonant: bool,
    ) -> Option<(Meaning, usize)> {
        let mut found = None;
        let mut node = Trie::ROOT;
        for (index, byte) in text.iter().enumerate() {
            node = self.trie.next(node, *byte);
            if node == Trie::ROOT {
                break;
            }
            match self.trie.meanings[node as usize] {
                None => {}
                Some(Meaning::Unit(OM)) if after_consonant => {}
                Some(meaning) => found = Some((meaning, index + 1)),
            }
        }
        found
    }
}

/// The place of what is made for these options.
fn place_of(digits: Digits, danda: Danda) -> usize {
    2 * usize::from(digits == Digits::Keep) + usize::from(danda == Danda::Keep)
}

/// The unit of a letter or sign, as the tables write it.
fn unit_of(letter: &str) -> Option<Unit> {
    let mut code_points = letter.chars();
    let first = code_points.next().filter(|c| devanagari::contains(*c))?;
    let unit = match PRECOMPOSED_WITH_NUKTA.get((first as usize).wrapping_sub(0x958)) {
        Some(base) => offset(*base) | WITH_NUKTA,
        None => offset(first),
    };
    match code_points.next() {
        Some(devanagari::NUKTA) => Some(unit | WITH_NUKTA),
        _ => Some(unit),
    }
}

/// Texts and their meanings, by bytes.
pub(super) struct Trie {
    /// The column of each byte; column 0 is for the bytes of no text.
    columns: [u8; 256],
    width: usize,
    /// A row of columns a node; the root stands for nowhere, for nothing leads to it.
    nodes: Vec<[u16; Trie::WIDTH]>,
    pub(super) meanings: Vec<Option<Meaning>>,
    texts: Vec<(String, Meaning)>,
}

impl Trie {
    pub(super) const ROOT: u16 = 0;
    const WIDTH: usize = 160;

    fn new() -> Self {
        Trie {
            columns: [0; 256],
            width: 1,
            nodes: vec![[Trie::ROOT; Trie::WIDTH]],
            meanings: vec![None],
            texts: Vec::new(),
        }
    }

    #[inline]
    pub(super) fn next(&self, node: u16, byte: u8) -> u16 {
        self.nodes[node as usize][self.columns[byte as usize] as usize]
    }

    /// Whether a byte stands in any of the texts.
    pub(super) fn holds(&self, byte: u8) -> bool {
        self.columns[byte as usize] != 0
    }

    /// Whether no text goes on from a node.
    pub(super) fn is_leaf(&self, node: u16) -> bool {
        self.nodes[node as usize]
            .iter()
            .all(|next| *next == Trie::ROOT)
    }

    /// Adds a text, unless it is there.
    fn insert(&mut self, text: &str, meaning: Meaning) {
        if text.is_empty() {
            return;
        }
        let mut node = Trie::ROOT;
        for byte in text.bytes() {
            if self.columns[byte as usize] == 0 {
                self.columns[byte as usize] = self.width as u8;
                self.width += 1;
            }
            let mut next = self.next(node, byte);
            if next == Trie::ROOT {
                next = self.nodes.len() as u16;
                self.nodes.push([Trie::ROOT; Trie::WIDTH]);
                self.meanings.push(None);
                self.nodes[node as usize][self.columns[byte as usize] as usize] = next;
            }
            node = next;
        }
        let slot = &mut self.meanings[node as usize];
        if slot.is_none() {
            *slot = Some(meaning);
            self.texts.push((text.to_owned(), meaning));
        }
    }
}
