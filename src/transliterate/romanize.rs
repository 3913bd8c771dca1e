//! Everyday romanization: what Hindi readers type in mail, addresses and search boxes.
//!
//! A word is looked up in `data/romanized-words.tsv`, in any of its spellings, as is the word
//! of which it is a plural; where it is made of the names of Latin letters (`बीजेपी`), those are
//! written; any other word is romanized letter by letter: with the feature `trained` by weights
//! learned from native writers, else, or where it has more than 512 bytes, by rules.

use std::borrow::Cow;
use std::ops::Range;

use once_cell::sync::Lazy;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::spelling::{Candidate, Speller};
use crate::devanagari::{self, Class};
use crate::normalize::Folder;
use crate::table;
use crate::token::abbreviation::letter_named;
use crate::token::scan;
use crate::token::unit::is_digit;
use crate::word_table::WordTable;

/// Writes Hindi in everyday Latin letters.
///
/// Devanagari becomes ASCII, the marks and joiners that belong to it included: words in small
/// letters, digits as `0` to `9`, dandas and the abbreviation sign `॰` as full stops. A visarga
/// that stands for a colon is one (`दिल्लीः बारिश`). What is not spoken is not written: the
/// avagraha `ऽ`, the accents, the glottal stop `ॽ`, the high spacing dot `ॱ`, and a virama or a
/// nukta that stands alone. Everything else stays as it is, but for [`slug`](Romanizer::slug).
///
/// ```
/// use akshar::Romanizer;
///
/// let romanizer = Romanizer::new();
/// assert_eq!(romanizer.romanize("उत्तर प्रदेश में समाजवादी पार्टी"), "uttar pradesh mein samajwadi party");
/// let title = romanizer.title_case(true);
/// assert_eq!(title.romanize("यूपी में 12 सीटें"), "UP Mein 12 Seaten");
/// let slug = romanizer.slug(true);
/// assert_eq!(slug.romanize("गोरखपुर: चुनाव २०२२ की तैयारी!"), "gorakhpur-chunav-2022-ki-taiyari");
/// ```
///
/// With the feature `serde` it is a map from the names of the options to `true` or `false`; an
/// option that is not named is off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct Romanizer {
    title_case: bool,
    slug: bool,
}

/// Words that are not romanized letter by letter, as the table spells them and as they are
/// folded, where that is no other word of the table.
static WORDS: Lazy<WordTable<&'static str>> = Lazy::new(|| {
    let rows = || table::rows(include_str!("../../data/romanized-words.tsv"));
    let listed = rows().flat_map(|[word, romanized]| {
        table::nukta_spellings(word).map(move |word| (word, romanized))
    });
    let folded = rows().map(|[word, romanized]| (SPELLINGS.fold(word), romanized));
    listed.chain(folded).collect()
});

/// Spellings of one word: `हिन्दी` and `हिंदी`, but not `कॉल` call and `काल` time.
const SPELLINGS: Folder = Folder::search().candra_vowels(false);

/// The endings of nouns, each with the one that the base form has in its place, and how it is
/// written after a word of the table.
const ENDINGS: [(&str, &str, &str); 4] = [
    ("ियों", "ी", "iyon"),
    ("ियां", "ी", "iyan"),
    ("ों", "", "on"),
    ("ें", "", "en"),
];

/// The most bytes that the name of a letter, and a word that is spelled out, have.
const LETTER_NAME: usize = 24;
const SPELLED_OUT: usize = 96;

impl Romanizer {
    /// Small letters; punctuation is kept.
    ///
    /// ```
    /// assert_eq!(akshar::Romanizer::new().romanize("नहीं, वह दिल्ली में है।"), "nahin, vah delhi mein hai.");
    /// ```
    #[must_use]
    pub const fn new() -> Self {
        Romanizer {
            title_case: false,
            slug: false,
        }
    }

    /// Whether each Devanagari word is written with a capital, and one that spells out Latin
    /// letters in capitals.
    ///
    /// ```
    /// let title = akshar::Romanizer::new().title_case(true);
    /// assert_eq!(title.romanize("ईटीवी भारत"), "ETV Bharat");
    /// ```
    #[must_use]
    pub const fn title_case(mut self, on: bool) -> Self {
        self.title_case = on;
        self
    }

    /// Whether the output is for a web address: `a` to `z`, digits, and a hyphen in place of
    /// whatever else, but that `%`, `₹` and `&` are written out, Latin letters lose their
    /// accents, and initials and the groups of a number stay together. This goes before title
    /// case.
    ///
    /// ```
    /// let slug = akshar::Romanizer::new().slug(true);
    /// assert_eq!(slug.romanize("'नमस्ते', Dr. Rao!"), "namaste-dr-rao");
    /// assert_eq!(slug.romanize("ए.पी.जे. को ₹1,00,000"), "apj-ko-rs-100000");
    /// ```
    #[must_use]
    pub const fn slug(mut self, on: bool) -> Self {
        self.slug = on;
        self
    }

    /// Romanizes a text.
    ///
    /// ```
    /// let text = "डॉ. कलाम ने ISRO में काम किया।";
    /// assert_eq!(akshar::Romanizer::new().romanize(text), "dr. kalam ne ISRO mein kaam kiya.");
    /// ```
    #[must_use]
    pub fn romanize(&self, text: &str) -> String {
        let mut writer = Writer {
            speller: Speller::default(),
            capitals: self.title_case && !self.slug,
            output: String::with_capacity(text.len() / 2),
            written: WordTable::new(),
        };
        let mut position = 0;
        let mut abbreviation_end = 0;
        while let Some(start) = next_devanagari(text, position) {
            let before = text[position..start].trim_end_matches(is_joiner);
            writer.output.push_str(before);
            let word_end = word_end(text, start);
            if word_end == start {
                let sign_end = end_of(text, start, is_sign);
                writer.signs(&text[start..sign_end]);
                position = end_of(text, sign_end, attaches);
                continue;
            }
            if start >= abbreviation_end && text[word_end..].starts_with(['.', ABBREVIATION]) {
                let token_end = scan::token_at(text, start).0;
                if token_end > word_end {
                    abbreviation_end = token_end;
                    if let Some(known) = look_up(&SPELLINGS.fold(&text[start..token_end])) {
                        writer.known(known);
                        position = token_end;
                        continue;
                    }
                }
            }
            let is_letter = start < abbreviation_end || is_beside_digit(text, start, word_end);
            let word = &text[start..word_end];
            let after = &text[word_end..];
            if let Some(word) = without_colon(word, after) {
                writer.word(word, is_letter);
                writer.output.push(':');
            } else if word == "ए" && text[..start].ends_with('-') && after.starts_with('-') {
                // The Persian `of`: `लश्कर-ए-तैयबा`.
                writer.output.push('e');
            } else {
                writer.word(word, is_letter);
            }
            position = word_end;
        }
        writer.output.push_str(&text[position..]);
        if self.slug {
            slug(&writer.output)
        } else {
            writer.output
        }
    }

    /// At most `count` ways to romanize one word, the likeliest first. The first is that of
    /// [`romanize`], unless that is empty. There is none for text without Devanagari letters.
    ///
    /// All are in small letters: title case and slug do not matter here. The text is taken for
    /// one word, so that in all candidates but the first the letters of several words run
    /// together.
    ///
    /// The scores add up to at most 1, but for rounding. They are how likely the learned weights
    /// hold each spelling; where the first one is from the table or the names of Latin letters,
    /// or is not the weights' likeliest, it has half of the score beforehand, and the weights
    /// share out the other half, to it too. Without the feature `trained` the one spelling of the
    /// rules stands in place of those of the weights.
    ///
    /// ```
    /// let candidates = akshar::Romanizer::new().candidates("ज़रूरत", 3);
    /// assert!(candidates.iter().any(|candidate| candidate.text == "zaroorat"));
    /// let total: f32 = candidates.iter().map(|candidate| candidate.score).sum();
    /// assert!(total < 1.001);
    /// ```
    #[must_use]
    pub fn candidates(&self, word: &str, count: usize) -> Vec<Candidate> {
        let mut candidates: Vec<Candidate> = Speller::default()
            .candidates(word, count)
            .into_iter()
            .filter(|candidate| !candidate.text.is_empty())
            .collect();
        let known = own_spelling(word);
        let is_known = known.is_some();
        let first = known.unwrap_or_else(|| romanize(word));
        if first.is_empty() || !is_known && candidates.is_empty() {
            return Vec::new();
        }
        // The weights are not always of one mind with `romanize`, which looks at fewer ways.
        if is_known || candidates[0].text != first {
            let mut score = 0.5;
            candidates.retain_mut(|candidate| {
                candidate.score /= 2.0;
                let is_first = candidate.text == first;
                if is_first {
                    score += candidate.score;
                }
                !is_first
            });
            candidates.insert(0, Candidate { text: first, score });
        }
        candidates.truncate(count);
        candidates
    }
}

/// Romanizes a text in small letters, as [`Romanizer::new`] does.
///
/// ```
/// assert_eq!(akshar::romanize("समाजवादी पार्टी"), "samajwadi party");
/// assert_eq!(akshar::romanize("गोरखपुर में फेसबुक और ट्विटर"), "gorakhpur mein facebook aur twitter");
/// ```
#[must_use]
pub fn romanize(text: &str) -> String {
    Romanizer::new().romanize(text)
}

struct Writer<'t> {
    speller: Speller,
    capitals: bool,
    output: String,
    /// Where in the output a word of the text stands already: texts repeat their words.
    written: WordTable<Range<usize>, &'t str>,
}

/// The most words whose place in the output is kept in mind, and the most of them that one
/// look-up goes through.
const WRITTEN: usize = 1 << 15;
const NEIGHBORS: usize = 8;

impl<'t> Writer<'t> {
    /// Devanagari characters that are no part of a word.
    fn signs(&mut self, signs: &str) {
        for sign in signs.chars() {
            match (devanagari::digit_value(sign), sign) {
                (Some(value), _) => self.output.push(char::from(b'0' + value)),
                (None, '॥') => self.output.push_str(".."),
                (None, _) => self.output.push('.'),
            }
        }
    }

    /// A word, or the name of a letter where its place tells that it is one.
    fn word(&mut self, word: &'t str, is_letter: bool) {
        if is_letter && let Some(letter) = letter_named(word) {
            return self.known(letter);
        }
        // After a digit a word has no capital: `88वें`.
        let ends_number = self.output.ends_with(|last: char| last.is_ascii_digit());
        if let Some(written) = self.written.get(word).filter(|_| !ends_number) {
            return self.output.extend_from_within(written.clone());
        }
        let start = self.output.len();
        if let Some(known) = known(word) {
            self.known(&known);
        } else if let Some(letters) = spelled_out(word) {
            self.known(&letters.to_ascii_uppercase());
        } else {
            self.speller.spell(word, &mut self.output);
            self.capitalize(start);
        }
        let is_room = self.written.len() < WRITTEN && self.written.neighbors(word) < NEIGHBORS;
        if !ends_number && is_room {
            self.written.or_insert(word, start..self.output.len());
        }
    }

    /// Appends words of the table, whose initialisms are in capitals.
    fn known(&mut self, known: &str) {
        let start = self.output.len();
        self.output.push_str(known);
        if self.capitals {
            let spaces = known.match_indices(' ').map(|(space, _)| space + 1);
            for word in std::iter::once(0).chain(spaces) {
                self.capitalize(start + word);
            }
        } else {
            self.output[start..].make_ascii_lowercase();
        }
    }

    /// Writes the word that begins at `start` with a capital, unless it ends a number: `88वें`.
    fn capitalize(&mut self, start: usize) {
        let ends_number = self.output[..start].ends_with(|last: char| last.is_ascii_digit());
        if self.capitals
            && !ends_number
            && let Some(first) = self.output.get_mut(start..start + 1)
        {
            first.make_ascii_uppercase();
        }
    }
}

/// A word before a visarga that stands in place of a colon, as many type it: `दिल्लीः बारिश`.
/// The words that end in a visarga are few, and most have it after the same letters.
fn without_colon<'t>(word: &'t str, after: &str) -> Option<&'t str> {
    let stem = word.strip_suffix('ः')?;
    let is_colon = after.starts_with(char::is_whitespace)
        && !stem.ends_with(['छ', 'त', 'म', 'य', 'श'])
        && look_up(word).is_none();
    is_colon.then_some(stem)
}

/// Whether a digit is glued to a range of the text, or follows with a hyphen: `5जी`, `जी-20`.
fn is_beside_digit(text: &str, start: usize, end: usize) -> bool {
    let after = &text[end..];
    text[..start].ends_with(is_digit)
        || after
            .strip_prefix('-')
            .unwrap_or(after)
            .starts_with(is_digit)
}

/// The spelling, in small letters, of a word that is not romanized letter by letter: one of the
/// table, or the names of Latin letters.
pub(crate) fn own_spelling(word: &str) -> Option<String> {
    let known = known(word).map(|known| known.to_ascii_lowercase());
    known.or_else(|| spelled_out(word))
}

/// What the table has for a word, however it is spelled, or makes of the word it inflects.
fn known(word: &str) -> Option<Cow<'static, str>> {
    look_up(word)
        .map(Cow::Borrowed)
        .or_else(|| known_folded(&SPELLINGS.fold(word)))
}

fn known_folded(word: &str) -> Option<Cow<'static, str>> {
    if let Some(known) = look_up(word) {
        return Some(Cow::Borrowed(known));
    }
    ENDINGS
        .iter()
        .find_map(|&(ending, base_ending, romanized)| {
            let stem = word.strip_suffix(ending)?;
            let known = if base_ending.is_empty() {
                // `फोन` phone and `राष्ट्र` rashtra lose the last letter: phonon, rashtron.
                let known = look_up(stem).filter(|_| stem.ends_with(is_consonant))?;
                known.strip_suffix(['a', 'e']).unwrap_or(known)
            } else {
                look_up(&[stem, base_ending].concat())?.trim_end_matches(['e', 'i', 'y'])
            };
            Some(Cow::Owned([known, romanized].concat()))
        })
}

fn look_up(word: &str) -> Option<&'static str> {
    WORDS.get(word).copied()
}

/// The small Latin letters that a word spells out by their names, at least two of them.
fn spelled_out(word: &str) -> Option<String> {
    if word.len() > SPELLED_OUT {
        return None;
    }
    let mut letters = String::new();
    let mut rest = word;
    while !rest.is_empty() {
        let ends = (1..=rest.len().min(LETTER_NAME)).rev();
        let (end, letter) = ends
            .filter(|end| rest.is_char_boundary(*end))
            .find_map(|end| Some((end, letter_named(&rest[..end])?)))?;
        letters.extend(letter.chars().map(|letter| letter.to_ascii_lowercase()));
        rest = &rest[end..];
    }
    (letters.len() > 1).then_some(letters)
}

/// Where the next Devanagari character stands.
fn next_devanagari(text: &str, position: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let is_devanagari = |first: usize| matches!(bytes[first + 1..], [0xA4 | 0xA5, ..]);
    (position..bytes.len()).find(|&first| bytes[first] == 0xE0 && is_devanagari(first))
}

/// The end of the characters from `start` on that are part of a word.
fn word_end(text: &str, start: usize) -> usize {
    let mut end = start;
    loop {
        match text.as_bytes()[end..] {
            [0xE0, block @ (0xA4 | 0xA5), last, ..] => {
                if !WORD_PARTS[usize::from(block & 1) << 6 | usize::from(last & 0x3F)] {
                    return end;
                }
                end += 3;
            }
            [first, ..] if !first.is_ascii() => match text[end..].chars().next() {
                Some(character) if attaches(character) => end += character.len_utf8(),
                _ => return end,
            },
            _ => return end,
        }
    }
}

/// Whether each code point of Devanagari is part of a word.
const WORD_PARTS: [bool; 128] = {
    let mut parts = [false; 128];
    let mut offset = 0;
    while offset < parts.len() {
        if let Some(character) = char::from_u32(devanagari::FIRST as u32 + offset as u32)
            && let Some(class) = devanagari::class(character)
        {
            parts[offset] = class.is_word_part() && character != ABBREVIATION;
        }
        offset += 1;
    }
    parts
};

/// The end of the characters from `start` on that are of a kind.
fn end_of(text: &str, start: usize, is_of_kind: fn(char) -> bool) -> usize {
    let length = text[start..].find(|character| !is_of_kind(character));
    length.map_or(text.len(), |length| start + length)
}

/// The sign that stands in place of an abbreviation's full stop: `डॉ॰`.
const ABBREVIATION: char = '॰';

fn is_sign(character: char) -> bool {
    let class = devanagari::class(character);
    class.is_some_and(|class| !class.is_word_part() || character == ABBREVIATION)
}

/// Whether a character of another block belongs to the Devanagari letter before it.
fn attaches(character: char) -> bool {
    !character.is_ascii()
        && !devanagari::contains(character)
        && (is_joiner(character) || is_combining_mark(character))
}

fn is_joiner(character: char) -> bool {
    matches!(character, '\u{200C}' | '\u{200D}')
}

fn is_consonant(character: char) -> bool {
    devanagari::class(character) == Some(Class::Consonant)
}

/// Small Latin letters and digits, with one hyphen between what is divided.
fn slug(romanized: &str) -> String {
    let plain: String = romanized
        .nfd()
        .filter(|character| !is_joiner(*character) && !is_combining_mark(*character))
        .map(|character| character.to_ascii_lowercase())
        .collect();
    let mut slug = String::with_capacity(plain.len());
    let mut is_divided = false;
    for (start, character) in plain.char_indices() {
        let (before, from) = plain.as_bytes().split_at(start);
        let after = &from[character.len_utf8()..];
        let mut letter = [0; 4];
        let (text, is_word) = match character {
            'a'..='z' | '0'..='9' => (&*character.encode_utf8(&mut letter), false),
            '%' => ("percent", true),
            '₹' => ("rs", true),
            '&' => ("and", true),
            '\'' | '’' if is_inside_word(before, after) => continue,
            '.' if is_between_initials(before, after) => continue,
            ',' if is_grouping(before, after) => continue,
            _ => {
                is_divided = true;
                continue;
            }
        };
        if (is_divided || is_word) && !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(text);
        is_divided = is_word;
    }
    slug
}

/// `d'souza`.
fn is_inside_word(before: &[u8], after: &[u8]) -> bool {
    before.last().is_some_and(u8::is_ascii_alphabetic)
        && after.first().is_some_and(u8::is_ascii_alphabetic)
}

/// `a.p.j.`, but not `dr.rao`.
fn is_between_initials(before: &[u8], after: &[u8]) -> bool {
    let is_alone = |byte: Option<&u8>| !byte.is_some_and(u8::is_ascii_alphanumeric);
    is_inside_word(before, after) && is_alone(before.iter().nth_back(1)) && is_alone(after.get(1))
}

/// `1,00,000`, but not `12,13`.
fn is_grouping(before: &[u8], after: &[u8]) -> bool {
    let digits = after
        .iter()
        .take(4)
        .take_while(|byte| byte.is_ascii_digit());
    before.last().is_some_and(u8::is_ascii_digit)
        && match digits.count() {
            3 => true,
            2 => after.get(2) == Some(&b',') && after.get(3).is_some_and(u8::is_ascii_digit),
            _ => false,
        }
}
