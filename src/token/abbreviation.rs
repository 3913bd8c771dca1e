//! Abbreviations and initials: when a full stop belongs to the word before it.
//!
//! The abbreviations are in `data/abbreviations.tsv`, the names of the Latin letters as Hindi
//! spells them in `data/letter-names.tsv`. Initials are told from words by what stands around
//! them on the same line.

use once_cell::sync::Lazy;

use super::neighbor::{self, BLANK, last_word, letters_end, word_after};
use super::role::{self, Role};
use super::unit::is_alphabetic;
use super::verb;
use crate::devanagari::{self, Class};
use crate::table;
use crate::word_table::WordTable;

/// The longest segment of a dotted chain, and the most segments, that are looked at.
const SEGMENT: usize = 32;
const SEGMENTS: usize = 10;
/// The postposition that marks who did something.
const DOER_MARK: &str = "ने";

/// What kind of abbreviation a row of the table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Abbreviation {
    /// Stands before a name: `डॉ.`.
    Title,
    /// A unit of measure, money or time of day: `कि.मी.`.
    Unit,
    /// First letters or syllables, listed or not: `भा.ज.पा.`.
    Initialism,
    /// Any other class of the table.
    Other,
}

/// How surely a word is the name of a Latin letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Certainty {
    /// Hardly ever a word of its own: `एम`.
    Clear,
    /// Also an everyday word: `जी`, `आई`.
    Ambiguous,
}

#[derive(Debug, Clone, Copy)]
struct LetterName {
    letter: &'static str,
    certainty: Certainty,
}

/// What the tables tell of a word before a full stop.
#[derive(Debug, Clone, Copy, Default)]
struct Entry {
    abbreviation: Option<Abbreviation>,
    letter_name: Option<LetterName>,
    /// Whether it is the first segment of a dotted abbreviation.
    begins_chain: bool,
    /// Whether it is the last one.
    ends_chain: bool,
}

static ENTRIES: Lazy<WordTable<Entry>> = Lazy::new(|| {
    let mut entries = WordTable::<Entry>::new();
    for [abbreviation, class, _expansion] in
        table::rows(include_str!("../../data/abbreviations.tsv"))
    {
        let class = match class {
            "title" => Abbreviation::Title,
            "unit" => Abbreviation::Unit,
            "initialism" => Abbreviation::Initialism,
            _ => Abbreviation::Other,
        };
        for spelling in table::nukta_spellings(abbreviation) {
            let segments: Vec<_> = spelling.split('.').map(str::to_owned).collect();
            if let [first, .., last] = &segments[..] {
                entries
                    .or_insert(first.clone(), Entry::default())
                    .begins_chain = true;
                entries.or_insert(last.clone(), Entry::default()).ends_chain = true;
            }
            entries.or_insert(spelling, Entry::default()).abbreviation = Some(class);
        }
    }
    for [spelling, letter, certainty] in table::rows(include_str!("../../data/letter-names.tsv")) {
        let certainty = match certainty {
            "clear" => Certainty::Clear,
            _ => Certainty::Ambiguous,
        };
        for spelling in table::nukta_spellings(spelling) {
            entries.or_insert(spelling, Entry::default()).letter_name =
                Some(LetterName { letter, certainty });
        }
    }
    entries
});

fn entry(word: &str) -> Entry {
    ENTRIES.get(word).copied().unwrap_or_default()
}

/// The Latin letter, a capital, that a word is the name of.
pub(crate) fn letter_named(word: &str) -> Option<&'static str> {
    entry(word).letter_name.map(|name| name.letter)
}

/// The class of an abbreviation, given without its final full stop.
pub(crate) fn class(abbreviation: &str) -> Abbreviation {
    let class = entry(abbreviation).abbreviation;
    class.unwrap_or(Abbreviation::Initialism)
}

/// The end of the abbreviation or initial that starts at `start` and whose first letters end
/// at `end`, where a full stop stands; `None` where the full stop is not part of the word.
pub(crate) fn end_of(text: &str, start: usize, end: usize) -> Option<usize> {
    if !may_keep_stop(&text[start..end], &text[end + 1..]) {
        return None;
    }
    let chain = Chain::collect(text, start, end);
    chain
        .listed()
        .or_else(|| chain.initialism())
        .or_else(|| chain.listed_alone())
        .or_else(|| chain.initial())
}

/// Tells from the word alone where it can. Nearly every word that ends a sentence cannot keep
/// its full stop: it is in no table, and either more than a syllable or an everyday word.
fn may_keep_stop(word: &str, after: &str) -> bool {
    word.len() <= SEGMENT
        && (word.len() == 1
            || ENTRIES.contains(word)
            || is_syllable(word)
                && (is_bare_letter(word)
                    || after.chars().next().is_some_and(is_alphabetic)
                    || !is_everyday_word(word)))
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
        let first = &text[start..first_end];
        if !is_letter(first) && !is_syllable(first) && !entry(first).begins_chain {
            return chain;
        }
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

    /// Whether one full stop stands here, and not the first of an ellipsis.
    fn is_stop(&self, position: usize) -> bool {
        self.text.as_bytes()[position..].starts_with(b".")
            && !self.text.as_bytes()[position + 1..].starts_with(b".")
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

    /// The longest part of the chain, of two segments or more, that the table lists, with its
    /// last full stop, which may be missing: `कि.मी`.
    fn listed(&self) -> Option<usize> {
        self.ends[1..self.length]
            .iter()
            .rev()
            .find(|end| entry(&self.text[self.start..**end]).abbreviation.is_some())
            .map(|end| end + usize::from(self.is_stop(*end)))
    }

    /// The first segment where the table lists it.
    fn listed_alone(&self) -> Option<usize> {
        let end = self.ends[0];
        let stands = entry(self.segment(0)).abbreviation.is_some()
            && self.is_stop(end)
            && self.is_no_word(end);
        stands.then_some(end + 1)
    }

    /// Whether an abbreviation that may be spelled like an everyday word is not that word here:
    /// next to a rank (`ले. कर्नल`, `मेजर जन.`), after a title (`ले. जन. राव`), a number
    /// (`2 ली.`) or a slash (`कि.मी./ली.`).
    fn is_no_word(&self, end: usize) -> bool {
        let word = &self.text[self.start..end];
        let is_ambiguous =
            verb::is_finite(word) || role::of(word).has_any(&[Role::Postposition, Role::Noun]);
        let before = neighbor::before(self.text, self.start).trim_end_matches(BLANK);
        !is_ambiguous
            || before.ends_with(|c: char| c.is_numeric() || c == '/')
            || role::has(last_word(before), Role::BeforeUnit)
            || before.strip_suffix('.').is_some_and(|before| {
                entry(last_word(before)).abbreviation == Some(Abbreviation::Title)
            })
            || class(word) != Abbreviation::Unit
                && (role::has(last_word(before), Role::BeforeName)
                    || word_after(self.text, end + 1).is_some_and(|next| {
                        role::of(next).has_any(&[Role::BeforeName, Role::Noun])
                    }))
    }

    /// Two or more letters or single syllables with full stops between them: `ए.पी.जे.`, `U.S`,
    /// `भा.ज.पा`, `सं.रा.`; the last full stop may be missing.
    fn initialism(&self) -> Option<usize> {
        if self.length < 2 {
            return None;
        }
        // `डॉ.बी.आर.`
        let first = entry(self.segment(0)).abbreviation;
        if first == Some(Abbreviation::Title) && is_letter(self.segment(1)) {
            return None;
        }
        let letters = self
            .segments()
            .take_while(|segment| is_letter(segment))
            .count();
        if letters >= 2 {
            let end = self.ends[letters - 1];
            return Some(end + usize::from(self.is_stop(end)));
        }
        let end = self.ends[self.length - 1];
        let stop = self.is_stop(end);
        let first = self.segment(0);
        let ends_sentence = verb::is_finite(first) || !stop && is_everyday_word(first);
        let syllables = self.segments().all(is_syllable) && !ends_sentence;
        syllables.then_some(end + usize::from(stop))
    }

    /// One letter before a name: `एम. करुणानिधि`.
    fn initial(&self) -> Option<usize> {
        let end = self.ends[0];
        if !self.is_stop(end) {
            return None;
        }
        let letter = &self.text[self.start..end];
        if !is_letter(letter) && !self.may_be_in_spaced_chain(letter) {
            return None;
        }
        let before = Before::of(self.text, self.start);
        if self.is_part_of_spaced_chain(letter, &before) {
            return Some(end + 1);
        }
        if matches!(before, Before::Word(word) if role::has(word, Role::BeforeLabel)) {
            return None;
        }
        let certainty = match entry(letter).letter_name {
            Some(name) => name.certainty,
            // `न.` and `व.` are words; any other bare letter abbreviates.
            None if is_bare_letter(letter) => {
                return (!matches!(letter, "न" | "व")).then_some(end + 1);
            }
            None if letter.len() == 1 && letter.as_bytes()[0].is_ascii_uppercase() => {
                Certainty::Clear
            }
            None => return None,
        };
        // `एस. पी. (ग्रामीण)`
        let rest = self.text[end + 1..].trim_start_matches(BLANK);
        if matches!(before, Before::Initial) && rest.starts_with('(') {
            return Some(end + 1);
        }
        let next = word_after(self.text, end + 1)?;
        let initial = certainty == Certainty::Clear
            || is_letter(next) && self.is_before_stop(next)
            || match before {
                Before::Initial | Before::Nothing => true,
                // `दिल्ली से आई.`, but `सचिव ने जी. परमेश्वर`.
                Before::Word(word) if role::has(word, Role::Postposition) => {
                    !verb::is_finite(letter)
                }
                Before::Word(word) => {
                    role::has(word, Role::BeforeName) && !is_everyday_word(next)
                        || self.is_between_names(letter, next)
                }
            };
        initial.then_some(end + 1)
    }

    /// Whether a letter whose name is also a word stands inside a name, which is the doer
    /// (`विशाख जी. अय्यर ने`) or has its rank before it (`जिलाधिकारी अतुल जी. राव आए`), and not
    /// at the end of an address (`नमस्ते जी.`) or after a verb (`आए थे मोदी जी.`).
    fn is_between_names(&self, letter: &str, next: &str) -> bool {
        if verb::is_finite(letter) || is_everyday_word(next) {
            return false;
        }
        let next_end = next.as_ptr() as usize - self.text.as_ptr() as usize + next.len();
        let Some(follower) = word_after(self.text, next_end) else {
            return false;
        };
        let before = neighbor::before(self.text, self.start);
        let mut words = before.split(BLANK).rev().filter(|word| !word.is_empty());
        let has_rank = words
            .nth(1)
            .is_some_and(|rank| role::has(rank, Role::BeforeName));
        let is_name = follower == DOER_MARK
            || has_rank && (verb::is_finite(follower) || role::has(follower, Role::Postposition));
        is_name && !words.any(verb::is_finite)
    }

    /// Whether the word is a segment of a chain that is written with spaces: `एम. कॉम.`,
    /// `कि. मी.`, `रा. कु. वर्मा`.
    fn is_part_of_spaced_chain(&self, word: &str, before: &Before<'_>) -> bool {
        let follows = matches!(before, Before::Initial) && entry(word).ends_chain;
        let precedes = || {
            let next = word_after(self.text, self.ends[0] + 1);
            next.is_some_and(|next| {
                is_syllable(next) && !is_everyday_word(next) && self.is_before_stop(next)
            })
        };
        self.may_be_in_spaced_chain(word) && (follows || is_syllable(word) && precedes())
    }

    /// Whether the word itself allows for that.
    fn may_be_in_spaced_chain(&self, word: &str) -> bool {
        (entry(word).ends_chain || is_syllable(word)) && !is_everyday_word(word)
    }

    /// Whether a full stop stands right after a part of the text.
    fn is_before_stop(&self, part: &str) -> bool {
        self.is_stop(part.as_ptr() as usize - self.text.as_ptr() as usize + part.len())
    }
}

/// Whether a word begins a sentence and does not lean on what stands before it.
pub(crate) fn starts_anew(word: &str) -> bool {
    let roles = role::of(word);
    roles.has(Role::Starts) && !roles.has(Role::Postposition)
}

/// Whether a short word can stand right before or after the full stop that ends a sentence.
fn is_everyday_word(word: &str) -> bool {
    verb::is_finite(word)
        || role::of(word).has_any(&[Role::Postposition, Role::Starts, Role::Conjunction])
}

/// What stands before a word on its line.
enum Before<'t> {
    /// The beginning of the line, or a mark that is no letter.
    Nothing,
    /// Another initial or syllable with its full stop.
    Initial,
    /// A word.
    Word(&'t str),
}

impl<'t> Before<'t> {
    fn of(text: &'t str, start: usize) -> Self {
        let before = neighbor::before(text, start).trim_end_matches(BLANK);
        if let Some(initial) = before.strip_suffix('.') {
            let word = last_word(initial);
            return if is_letter(word) || is_syllable(word) && !is_everyday_word(word) {
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

/// One letter: a Latin one, its name in Devanagari, or a bare Devanagari letter.
fn is_letter(segment: &str) -> bool {
    segment.len() == 1 || entry(segment).letter_name.is_some() || is_bare_letter(segment)
}

/// A Devanagari letter without a sign but the nukta.
fn is_bare_letter(segment: &str) -> bool {
    let mut characters = segment.chars();
    let letter = characters.next().and_then(devanagari::class);
    matches!(letter, Some(Class::Consonant | Class::IndependentVowel))
        && characters.all(|sign| sign == devanagari::NUKTA)
}

/// One Devanagari syllable: a grapheme cluster.
fn is_syllable(segment: &str) -> bool {
    devanagari::contains(segment.chars().next().unwrap_or_default())
        && crate::grapheme::boundary_after(segment, 0) == segment.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_tables_is_read() {
        let count = |table: &str| table.lines().filter(|line| !line.starts_with('#')).count();
        let table = include_str!("../../data/abbreviations.tsv");
        assert_eq!(table::rows::<3>(table).count(), count(table));
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
        let table = include_str!("../../data/letter-names.tsv");
        assert_eq!(table::rows::<3>(table).count(), count(table));
        for [spelling, _, certainty] in table::rows(table) {
            assert!(["clear", "ambiguous"].contains(&certainty), "{spelling}");
        }
    }
}
