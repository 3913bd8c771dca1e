//! Abbreviations and initials: when a full stop belongs to the word before it.
//!
//! The abbreviations are in `data/abbreviations.tsv`, the names of the Latin letters as Hindi
//! spells them in `data/letter-names.tsv`. Initials are told from words by what stands around
//! them on the same line, never further away than [`CONTEXT`] bytes.

use std::collections::HashMap;

use once_cell::sync::Lazy;

use super::role::{self, Role};
use super::scan;
use crate::devanagari::{self, Class};
use crate::table;

/// How many bytes before and after a word are looked at.
const CONTEXT: usize = 64;
/// The longest segment of a dotted chain, and the most segments, that are looked at.
const SEGMENT: usize = 32;
const SEGMENTS: usize = 10;

/// What kind of abbreviation a row of the table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Abbreviation {
    /// Stands before a name: `डॉ.`.
    Title,
    /// Any other class of the table, an initialism or an initial.
    Other,
}

static ABBREVIATIONS: Lazy<HashMap<&'static str, Abbreviation>> = Lazy::new(|| {
    table::rows(include_str!("../../data/abbreviations.tsv"))
        .map(|[abbreviation, class, _expansion]| match class {
            "title" => (abbreviation, Abbreviation::Title),
            _ => (abbreviation, Abbreviation::Other),
        })
        .collect()
});

/// How surely a word is the name of a Latin letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LetterName {
    /// Hardly ever a word of its own: `एम`.
    Clear,
    /// Also an everyday word: `के`, `आई`.
    Ambiguous,
}

static LETTER_NAMES: Lazy<HashMap<&'static str, LetterName>> = Lazy::new(|| {
    table::rows(include_str!("../../data/letter-names.tsv"))
        .map(|[spelling, _letter, certainty]| match certainty {
            "clear" => (spelling, LetterName::Clear),
            _ => (spelling, LetterName::Ambiguous),
        })
        .collect()
});

/// The class of an abbreviation, given without its final full stop.
pub(crate) fn class(abbreviation: &str) -> Abbreviation {
    *ABBREVIATIONS
        .get(abbreviation)
        .unwrap_or(&Abbreviation::Other)
}

/// The end of the abbreviation or initial that starts at `start` and whose first letters end
/// at `end`, where a full stop stands; `None` where the full stop is not part of the word.
pub(super) fn end_of(text: &str, start: usize, end: usize) -> Option<usize> {
    if end - start > SEGMENT {
        return None;
    }
    let chain = Chain::collect(text, start, end);
    chain
        .listed()
        .or_else(|| chain.initialism())
        .or_else(|| chain.initial())
}

/// Short segments joined by full stops: `भा.ज.पा.`.
struct Chain<'t> {
    text: &'t str,
    start: usize,
    ends: [usize; SEGMENTS],
    length: usize,
}

impl<'t> Chain<'t> {
    fn collect(text: &'t str, start: usize, first_end: usize) -> Self {
        let mut chain = Chain {
            text,
            start,
            ends: [first_end; SEGMENTS],
            length: 1,
        };
        while chain.length < SEGMENTS {
            let segment = chain.ends[chain.length - 1] + 1;
            let Some(end) = letters_end(text, segment) else {
                break;
            };
            chain.ends[chain.length] = end;
            chain.length += 1;
            if !chain.is_stop(end) {
                break;
            }
        }
        chain
    }

    fn is_stop(&self, position: usize) -> bool {
        self.text.as_bytes().get(position) == Some(&b'.')
    }

    fn segment(&self, index: usize) -> &'t str {
        let start = match index {
            0 => self.start,
            _ => self.ends[index - 1] + 1,
        };
        &self.text[start..self.ends[index]]
    }

    fn segments(&self) -> impl Iterator<Item = &'t str> {
        (0..self.length).map(|index| self.segment(index))
    }

    /// The longest part of the chain that the table lists, with its full stop.
    fn listed(&self) -> Option<usize> {
        self.ends[..self.length]
            .iter()
            .rev()
            .copied()
            .find_map(|end| {
                let listed =
                    self.is_stop(end) && ABBREVIATIONS.contains_key(&self.text[self.start..end]);
                listed.then_some(end + 1)
            })
    }

    /// Two or more letters with full stops between them: `ए.पी.जे.`, `U.S`; or single
    /// syllables that a full stop closes too: `भा.ज.पा.`.
    fn initialism(&self) -> Option<usize> {
        let letters = self
            .segments()
            .take_while(|segment| is_letter(segment))
            .count();
        if letters >= 2 {
            let end = self.ends[letters - 1];
            return Some(if self.is_stop(end) { end + 1 } else { end });
        }
        let end = self.ends[self.length - 1];
        let syllables = (2..=6).contains(&self.length)
            && self.is_stop(end)
            && self.segments().all(is_syllable)
            && !role::has(self.segment(0), Role::Verb);
        syllables.then_some(end + 1)
    }

    /// One letter before a name: `एम. करुणानिधि`.
    fn initial(&self) -> Option<usize> {
        let end = self.ends[0];
        let letter = &self.text[self.start..end];
        let certainty = if let Some(&certainty) = LETTER_NAMES.get(letter) {
            certainty
        } else if is_bare_letter(letter) {
            // `न.` and `व.` are words; any other bare letter abbreviates.
            return (!matches!(letter, "न" | "व")).then_some(end + 1);
        } else if letter.len() == 1 && letter.as_bytes()[0].is_ascii_uppercase() {
            let next = word_after(self.text, end + 1)?;
            let before_latin = next.as_bytes()[0].is_ascii_alphabetic();
            let initial =
                before_latin || matches!(Before::of(self.text, self.start), Before::Initial);
            return initial.then_some(end + 1);
        } else {
            return None;
        };
        let next = word_after(self.text, end + 1)?;
        if role::has(next, Role::Starts) {
            return None;
        }
        let initial = certainty == LetterName::Clear
            || match Before::of(self.text, self.start) {
                Before::Initial | Before::Nothing => true,
                Before::Word(word) if role::has(word, Role::Postposition) => false,
                Before::Word(word) => {
                    role::has(word, Role::BeforeName) || self.is_before_another_initial(next)
                }
            };
        initial.then_some(end + 1)
    }

    /// Whether `next`, the word after the full stop, is a letter with a full stop of its own.
    fn is_before_another_initial(&self, next: &str) -> bool {
        let after = next.as_ptr() as usize - self.text.as_ptr() as usize + next.len();
        is_letter(next) && self.is_stop(after)
    }
}

/// What stands before a word on its line.
enum Before<'t> {
    /// The beginning of the line, or a mark that is no letter.
    Nothing,
    /// Another initial with its full stop.
    Initial,
    /// A word.
    Word(&'t str),
}

impl<'t> Before<'t> {
    fn of(text: &'t str, start: usize) -> Self {
        let before = tail(&text[..start]).trim_end_matches([' ', '\u{A0}']);
        if let Some(initial) = before.strip_suffix('.') {
            return if is_letter(last_word(initial)) {
                Before::Initial
            } else {
                Before::Nothing
            };
        }
        match last_word(before) {
            "" => Before::Nothing,
            word => Before::Word(word),
        }
    }
}

/// The last [`CONTEXT`] bytes, cut at a character.
fn tail(text: &str) -> &str {
    let mut from = text.len().saturating_sub(CONTEXT);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    &text[from..]
}

/// The letters at the end of a text.
pub(crate) fn last_word(text: &str) -> &str {
    let text = tail(text);
    let rest = text.trim_end_matches(|c: char| c.is_alphanumeric() || devanagari_mark(c));
    &text[rest.len()..]
}

fn devanagari_mark(character: char) -> bool {
    devanagari::class(character).is_some_and(Class::is_mark)
        || matches!(character, '\u{200C}' | '\u{200D}')
}

/// The word that begins after the blanks at `position`, on the same line.
pub(crate) fn word_after(text: &str, position: usize) -> Option<&str> {
    let rest = text.get(position..)?;
    let start = position + (rest.len() - rest.trim_start_matches([' ', '\u{A0}']).len());
    let end = letters_end(text, start)?;
    Some(&text[start..end])
}

/// The end of the short run of letters at `position`; `None` where there is no letter.
fn letters_end(text: &str, position: usize) -> Option<usize> {
    let starts_with_letter = text[position..].chars().next()?.is_alphabetic();
    starts_with_letter.then(|| scan::word_end_within(text, position, position + CONTEXT))
}

/// One letter: a Latin one, its name in Devanagari, or a bare Devanagari letter.
fn is_letter(segment: &str) -> bool {
    segment.len() == 1 || LETTER_NAMES.contains_key(segment) || is_bare_letter(segment)
}

fn is_bare_letter(segment: &str) -> bool {
    let mut characters = segment.chars();
    let (Some(first), None) = (characters.next(), characters.next()) else {
        return false;
    };
    matches!(
        devanagari::class(first),
        Some(Class::Consonant | Class::IndependentVowel)
    )
}

/// One Devanagari syllable: a grapheme cluster.
fn is_syllable(segment: &str) -> bool {
    devanagari::contains(segment.chars().next().unwrap_or_default())
        && crate::grapheme::graphemes(segment).nth(1).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_tables_is_read() {
        let count = |table: &str| table.lines().filter(|line| !line.starts_with('#')).count();
        let table = include_str!("../../data/abbreviations.tsv");
        assert_eq!(ABBREVIATIONS.len(), count(table));
        let classes = [
            "title",
            "unit",
            "reference",
            "initialism",
            "general",
            "latin",
        ];
        for [abbreviation, class, _] in table::rows(table) {
            assert!(classes.contains(&class), "{abbreviation}: {class}");
        }
        assert_eq!(
            LETTER_NAMES.len(),
            count(include_str!("../../data/letter-names.tsv"))
        );
    }
}
