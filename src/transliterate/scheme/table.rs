//! What a scheme says, as a person writes it down, and the form in which it is used.
//!
//! A [`Table`] is read once into a [`Compiled`] scheme: pieces to write, found by code point,
//! and a byte trie that finds the longest piece when reading.

use crate::devanagari::{self, Class};
use crate::normalize;

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

const fn offset(letter: char) -> Unit {
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

/// The consonants that have a code point of their own with nukta, U+0958 to U+095F.
const PRECOMPOSED: [char; 8] = ['क', 'ख', 'ग', 'ज', 'ड', 'ढ', 'फ', 'य'];

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
pub(in crate::transliterate) fn vowel_sign(unit: Unit) -> Option<char> {
    let letter = code_point(unit);
    if class(unit) == Class::Matra {
        return Some(letter);
    }
    let pair = VOWEL_SIGNS.iter().find(|(vowel, _)| *vowel == letter);
    pair.map(|(_, sign)| *sign)
}

/// A short text, kept inline so that writing it is one store.
#[derive(Clone, Copy, Default)]
pub(in crate::transliterate) struct Piece {
    bytes: [u8; Piece::CAPACITY],
    len: u8,
}

impl Piece {
    const CAPACITY: usize = 7;

    fn of(text: &str) -> Self {
        let mut piece = Piece::default();
        for (slot, byte) in piece.bytes.iter_mut().zip(text.bytes()) {
            *slot = byte;
        }
        piece.len = text.len() as u8;
        piece
    }

    pub(in crate::transliterate) fn is_empty(&self) -> bool {
        self.len == 0
    }

    #[inline(always)]
    pub(in crate::transliterate) fn write(&self, output: &mut Vec<u8>) {
        let end = output.len() + self.len as usize;
        output.extend_from_slice(&self.bytes);
        output.truncate(end);
    }

    fn bytes(&self) -> &[u8] {
        &self.bytes[..self.len as usize]
    }

    fn text(&self) -> &str {
        std::str::from_utf8(self.bytes()).unwrap_or_default()
    }
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
    /// What to write for each unit; empty where the scheme has nothing. Whether the scheme has
    /// it is [`Compiled::known`].
    pub(in crate::transliterate) pieces: [Piece; 256],
    pub(in crate::transliterate) known: [bool; 256],
    /// Whether the unit can be misread after some other, which [`Compiled::clashes`] then tells.
    pub(in crate::transliterate) guarded: [bool; 256],
    clashing: Vec<[u64; 4]>,
    /// Whether the unit is written with a bare combining mark, and so needs something to hold it.
    pub(in crate::transliterate) needs_base: [bool; 256],
    /// Whether a combining mark can be written straight after the unit.
    pub(in crate::transliterate) holds_mark: [bool; 256],
    pub(in crate::transliterate) inherent: Piece,
    pub(in crate::transliterate) separator: Piece,
    pub(in crate::transliterate) carrier: Piece,
    pub(in crate::transliterate) escape: Option<Escape>,
    pub(in crate::transliterate) clusters: &'static [(&'static str, &'static str)],
    pub(in crate::transliterate) spoken: bool,
    /// The avagraha where it is written with a quotation mark.
    pub(in crate::transliterate) quote: Option<char>,
    /// ASCII that would be read as something else: as a letter or sign, and as a digit or danda.
    pub(in crate::transliterate) ascii_letters: u128,
    pub(in crate::transliterate) ascii_digits: u128,
    pub(in crate::transliterate) ascii_dandas: u128,
    trie: Trie,
}

impl Compiled {
    pub(super) fn new(table: &Table) -> Self {
        let mut compiled = Compiled {
            pieces: [Piece::default(); 256],
            known: [false; 256],
            guarded: [false; 256],
            clashing: vec![[0; 4]; 256],
            needs_base: [false; 256],
            holds_mark: [false; 256],
            inherent: Piece::default(),
            separator: Piece::of(table.separator.unwrap_or_default()),
            carrier: Piece::default(),
            escape: table.escape,
            clusters: table.clusters,
            spoken: table.spoken,
            quote: None,
            ascii_letters: 0,
            ascii_digits: 0,
            ascii_dandas: 0,
            trie: Trie::new(),
        };
        compiled.read_letters(table);
        compiled.read_nuktas(table);
        compiled.read_signs(table);
        compiled.read_aliases(table);
        compiled.inherent = compiled.pieces[VOWEL_A as usize];
        compiled.find_ascii();
        compiled.find_bases();
        if table.separator.is_some() {
            compiled.find_clashes();
        }
        compiled
    }

    fn define(&mut self, unit: Unit, text: &str) {
        self.pieces[unit as usize] = Piece::of(text);
        self.known[unit as usize] = true;
    }

    /// The pieces of the rows, then the digits.
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
            if self.known[offset(vowel) as usize] {
                self.pieces[offset(sign) as usize] = self.pieces[offset(vowel) as usize];
                self.known[offset(sign) as usize] = true;
            }
        }
        let avagraha = self.pieces[AVAGRAHA as usize];
        self.quote = avagraha.text().chars().find(|c| ['\'', '’'].contains(c));
    }

    /// Every consonant with nukta, the precomposed ones included.
    fn read_nuktas(&mut self, table: &Table) {
        for unit in (0..128).filter(|unit| class(*unit) == Class::Consonant) {
            let mut text = [code_point(unit), devanagari::NUKTA]
                .iter()
                .collect::<String>();
            text = normalize::nfc(&text).into_owned();
            // न, र and ळ compose with the nukta.
            let canonical = unit_of(&text).unwrap_or(unit | WITH_NUKTA);
            if canonical != unit | WITH_NUKTA {
                self.pieces[(unit | WITH_NUKTA) as usize] = self.pieces[canonical as usize];
                self.known[(unit | WITH_NUKTA) as usize] = self.known[canonical as usize];
            } else if let (false, true, Some(nukta)) = (
                self.known[canonical as usize],
                self.known[unit as usize],
                table.nukta,
            ) {
                let text = format!("{}{nukta}", self.pieces[unit as usize].text());
                self.define(canonical, &text);
                self.trie.insert(&text, Meaning::Unit(canonical));
            }
        }
        for (index, letter) in PRECOMPOSED.into_iter().enumerate() {
            let precomposed = offset('\u{958}') as usize + index;
            let canonical = (offset(letter) | WITH_NUKTA) as usize;
            self.pieces[precomposed] = self.pieces[canonical];
            self.known[precomposed] = self.known[canonical];
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
        self.carrier = Piece::of(&carrier);
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
            for (text, meaning) in self.trie.entries() {
                let mut rest = text.chars();
                let first: String = rest.by_ref().take(1).flat_map(char::to_uppercase).collect();
                for capital in [first + rest.as_str(), text.to_uppercase()] {
                    self.trie.insert(&normalize::nfc(&capital), meaning);
                }
            }
        }
    }

    fn find_ascii(&mut self) {
        for (text, meaning) in self.trie.entries() {
            let set = match meaning {
                // Only where it separates, which depends on what stands around it.
                Meaning::Separator => continue,
                Meaning::Unit(AVAGRAHA) if self.quote.is_some() => continue,
                Meaning::Unit(unit) => match class(unit) {
                    Class::Digit => &mut self.ascii_digits,
                    Class::Danda => &mut self.ascii_dandas,
                    _ => &mut self.ascii_letters,
                },
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
        let is_mark = |c: char| ('\u{300}'..='\u{36F}').contains(&c);
        for unit in 0..=255_usize {
            let text = self.pieces[unit].text().to_owned();
            self.needs_base[unit] = text.starts_with(is_mark);
            if let (true, Some(escape)) = (self.needs_base[unit], self.escape) {
                let carried = format!("{}{text}", escape.carrier);
                self.trie.insert(&carried, Meaning::Unit(unit as Unit));
            }
        }
        for unit in 0..128_u8 {
            let holds = match class(unit) {
                Class::Accent => true,
                Class::IndependentVowel | Class::Matra | Class::Anusvara | Class::Visarga => {
                    let text = self.pieces[unit as usize].text();
                    let marks = (0..=255_usize).filter(|mark| self.needs_base[*mark]);
                    marks.fold(true, |holds, mark| {
                        let both = format!("{text}{}", self.pieces[mark].text());
                        holds && normalize::is_nfc(&both)
                    })
                }
                _ => false,
            };
            self.holds_mark[unit as usize] = holds;
        }
    }

    /// The pairs that would be read as something else without a separator.
    fn find_clashes(&mut self) {
        for before in 0..=255_u8 {
            let first = match before {
                VIRAMA => self.carrier,
                _ => self.pieces[before as usize],
            };
            let is_consonant = class(before) == Class::Consonant && self.known[before as usize];
            for after in 0..=255_u8 {
                let second = self.pieces[after as usize];
                let vowel = class(after) == Class::IndependentVowel || after == OM;
                let alone = class(after) == Class::Matra || self.needs_base[after as usize];
                let clash = if before == NONE || second.is_empty() || alone {
                    false
                } else if vowel && (is_consonant || before == VIRAMA) {
                    true
                } else if first.is_empty() {
                    false
                } else {
                    let both = [first.bytes(), second.bytes()].concat();
                    let after_consonant = class(before) == Class::Matra;
                    let longest = self.longest(&both, after_consonant);
                    longest.is_some_and(|(_, len)| len != first.bytes().len())
                };
                if clash {
                    self.guarded[after as usize] = true;
                    self.clashing[before as usize][(after >> 6) as usize] |= 1 << (after & 63);
                }
            }
        }
    }

    /// Whether one unit straight after another would be misread.
    pub(in crate::transliterate) fn clashes(&self, before: Unit, after: Unit) -> bool {
        self.clashing[before as usize][(after >> 6) as usize] >> (after & 63) & 1 == 1
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

/// The unit of a letter or sign, as the tables write it.
fn unit_of(letter: &str) -> Option<Unit> {
    let mut code_points = letter.chars();
    let first = code_points.next().filter(|c| devanagari::contains(*c))?;
    let unit = match PRECOMPOSED.get((first as usize).wrapping_sub(0x958)) {
        Some(base) => offset(*base) | WITH_NUKTA,
        None => offset(first),
    };
    match code_points.next() {
        Some(devanagari::NUKTA) => Some(unit | WITH_NUKTA),
        _ => Some(unit),
    }
}

/// Texts and their meanings, by bytes.
struct Trie {
    /// The column of each byte; column 0 is for the bytes of no text.
    columns: [u8; 256],
    width: usize,
    /// A row of columns a node; the root stands for nowhere, for nothing leads to it.
    nodes: Vec<[u16; Trie::WIDTH]>,
    meanings: Vec<Option<Meaning>>,
    texts: Vec<(String, Meaning)>,
}

impl Trie {
    const ROOT: u16 = 0;
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
    fn next(&self, node: u16, byte: u8) -> u16 {
        self.nodes[node as usize][self.columns[byte as usize] as usize]
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

    fn entries(&self) -> Vec<(String, Meaning)> {
        self.texts.clone()
    }
}
