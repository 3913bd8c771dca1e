//! Everyday romanization: what Hindi readers type in mail, addresses and search boxes.
//!
//! A word is looked up in `data/romanized-words.tsv`; where it is made of the names of Latin
//! letters (`बीजेपी`), those are written; any other word is romanized letter by letter: with
//! the feature `trained` by weights learned from native writers, else by rules.

use std::borrow::Cow;
use std::collections::HashMap;

use once_cell::sync::Lazy;

use super::spelling;
use crate::devanagari;
use crate::table;
use crate::token::scan;

/// Writes Hindi in everyday Latin letters.
///
/// Devanagari becomes ASCII: words in small letters, digits as `0` to `9`, dandas as full
/// stops. Everything else stays as it is, but for [`slug`](Romanizer::slug).
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Romanizer {
    title_case: bool,
    slug: bool,
}

/// One way to romanize a word.
///
/// ```
/// let candidate = &akshar::Romanizer::new().candidates("लड़का", 1)[0];
/// assert_eq!(candidate.text, "ladka");
/// assert!(candidate.score > 0.0 && candidate.score <= 1.0);
/// ```
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Candidate {
    /// The word in small Latin letters.
    pub text: String,
    /// How likely a writer is to choose it, from 0 to 1, as far as the weights can tell.
    pub score: f32,
}

/// Words that are not romanized letter by letter.
static WORDS: Lazy<HashMap<Cow<'static, str>, &'static str>> = Lazy::new(|| {
    table::rows(include_str!("../../data/romanized-words.tsv"))
        .flat_map(|[word, romanized]| {
            table::nukta_spellings(word).map(move |word| (word, romanized))
        })
        .collect()
});

/// The Latin letters by their names in Hindi.
static LETTER_NAMES: Lazy<HashMap<Cow<'static, str>, &'static str>> = Lazy::new(|| {
    table::rows(include_str!("../../data/letter-names.tsv"))
        .flat_map(|[name, letter, _certainty]| {
            table::nukta_spellings(name).map(move |name| (name, letter))
        })
        .collect()
});

/// The most bytes that the name of a letter, and a word that is spelled out, have.
const LETTER_NAME: usize = 24;
const SPELLED_OUT: usize = 96;

impl Romanizer {
    /// Small letters; punctuation is kept.
    ///
    /// ```
    /// assert_eq!(akshar::Romanizer::new().romanize("नहीं, वह दिल्ली में है।"), "nahin, vah dilli mein hai.");
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
    /// whatever else. This goes before title case.
    ///
    /// ```
    /// let slug = akshar::Romanizer::new().slug(true);
    /// assert_eq!(slug.romanize("'नमस्ते', Dr. Rao!"), "namaste-dr-rao");
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
            speller: spelling::Speller::default(),
            capitals: self.title_case && !self.slug,
            output: String::with_capacity(text.len() / 2),
        };
        let mut rest = text;
        while let Some(start) = rest.find(devanagari::contains) {
            writer.output.push_str(&rest[..start]);
            let run = &rest[start..];
            let end = match run.find(|c| !is_word_part(c)).unwrap_or(run.len()) {
                0 => {
                    let end = run.find(|c| is_word_part(c) || !devanagari::contains(c));
                    let end = end.unwrap_or(run.len());
                    run[..end].chars().for_each(|sign| writer.sign(sign));
                    end
                }
                end => {
                    let start = text.len() - run.len();
                    writer.word(&run[..end], is_in_abbreviation(text, start, start + end));
                    end
                }
            };
            rest = &run[end..];
        }
        writer.output.push_str(rest);
        if self.slug {
            slug(&writer.output)
        } else {
            writer.output
        }
    }

    /// At most `count` ways to romanize one word, the likeliest first.
    ///
    /// ```
    /// let candidates = akshar::Romanizer::new().candidates("ज़रूरत", 3);
    /// assert!(candidates.iter().any(|candidate| candidate.text == "zaroorat"));
    /// ```
    #[must_use]
    pub fn candidates(&self, word: &str, count: usize) -> Vec<Candidate> {
        let mut candidates: Vec<Candidate> = spelling::Speller::default()
            .candidates(word, count)
            .into_iter()
            .filter(|candidate| !candidate.text.is_empty())
            .collect();
        let known = WORDS.get(word).map(|known| known.to_string());
        if let Some(text) = known.or_else(|| spelled_out(word)) {
            candidates.retain(|candidate| candidate.text != text);
            candidates.insert(0, Candidate { text, score: 1.0 });
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

struct Writer {
    speller: spelling::Speller,
    capitals: bool,
    output: String,
}

impl Writer {
    /// A Devanagari character that is no part of a word.
    fn sign(&mut self, sign: char) {
        match devanagari::digit_value(sign) {
            Some(value) => self.output.push(char::from(b'0' + value)),
            None => match sign {
                '।' => self.output.push('.'),
                '॥' => self.output.push_str(".."),
                _ => self.output.push(sign),
            },
        }
    }

    fn word(&mut self, word: &str, is_in_abbreviation: bool) {
        let start = self.output.len();
        let letter = LETTER_NAMES.get(word).filter(|_| is_in_abbreviation);
        if let Some(letter) = letter {
            self.output
                .extend(letter.chars().map(|letter| letter.to_ascii_lowercase()));
        } else if let Some(known) = WORDS.get(word) {
            self.output.push_str(known);
        } else if let Some(letters) = spelled_out(word) {
            self.output.push_str(&letters);
            if self.capitals {
                self.output[start..].make_ascii_uppercase();
            }
        } else {
            self.speller.spell(word, &mut self.output);
        }
        if self.capitals
            && let Some(first) = self.output.get_mut(start..start + 1)
        {
            first.make_ascii_uppercase();
        }
    }
}

/// Whether the word in a range of the text is followed by a full stop that is part of it, or
/// glued to one before it: `एम. के.`, `यू.पी`.
fn is_in_abbreviation(text: &str, start: usize, end: usize) -> bool {
    let bytes = text.as_bytes();
    start > 0 && bytes[start - 1] == b'.'
        || bytes.get(end) == Some(&b'.') && scan::token_at(text, start).0 > end
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
            .find_map(|end| Some((end, *LETTER_NAMES.get(&rest[..end])?)))?;
        letters.extend(letter.chars().map(|letter| letter.to_ascii_lowercase()));
        rest = &rest[end..];
    }
    (letters.len() > 1).then_some(letters)
}

fn is_word_part(character: char) -> bool {
    match devanagari::class(character) {
        Some(class) => class.is_word_part(),
        None => matches!(character, '\u{200C}' | '\u{200D}'),
    }
}

/// Small Latin letters and digits, with one hyphen between what is divided.
fn slug(romanized: &str) -> String {
    let mut slug = String::with_capacity(romanized.len());
    for character in romanized.chars() {
        match character.to_ascii_lowercase() {
            letter @ ('a'..='z' | '0'..='9') => slug.push(letter),
            // An apostrophe and a full stop between letters do not divide: `d'souza`, `u.s`.
            '\'' | '’' => {}
            _ if slug.is_empty() || slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}
