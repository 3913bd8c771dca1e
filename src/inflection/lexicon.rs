//! The words that decide: `data/lexicon.tsv`, `data/inflected-forms.tsv` and the verbs of
//! `data/verbs.tsv`, by the base that the forms of each share.

use std::borrow::Cow;

use once_cell::sync::Lazy;

use super::paradigm::{Paradigm, Paradigms};
use crate::devanagari::{ANUSVARA, VIRAMA};
use crate::normalize::Folder;
use crate::table;
use crate::word_table::{Filter, Query, WordTable};

/// What the lexicon knows of a string of letters.
#[derive(Debug)]
pub(super) struct Entry {
    /// Nearly always that is all.
    first: Known,
    /// More words that have the string as their base.
    others: Vec<(Paradigm, &'static str)>,
    paradigms: Paradigms,
}

#[derive(Debug, Clone, Copy)]
enum Known {
    Nothing,
    Whole(Whole),
    /// A word that has the string as its base.
    Base(Paradigm, &'static str),
}

/// The word that a string of letters is, where it is not to be read as a base with an ending.
#[derive(Debug, Clone, Copy)]
pub(super) enum Whole {
    /// A word that is not inflected, as the lexicon spells it.
    Fixed(&'static str),
    /// An irregular form of this word.
    FormOf(&'static str),
}

impl Entry {
    #[inline]
    pub(super) fn whole(&self) -> Option<Whole> {
        match self.first {
            Known::Whole(whole) => Some(whole),
            _ => None,
        }
    }

    /// The paradigms of the words that have the string as their base.
    #[inline]
    pub(super) fn paradigms(&self) -> Paradigms {
        self.paradigms
    }

    /// The word of a paradigm that has the string as its base.
    #[inline]
    pub(super) fn word(&self, paradigm: Paradigm) -> Option<&'static str> {
        if let Known::Base(known, word) = self.first
            && known == paradigm
        {
            return Some(word);
        }
        let mut others = self.others.iter();
        let (_, word) = others.find(|(known, _)| *known == paradigm)?;
        Some(word)
    }

    /// Whether this changes anything; of words that are spelled alike the first counts.
    fn add(&mut self, paradigm: Paradigm, word: &'static str) -> bool {
        let is_new = self.word(paradigm).is_none();
        if is_new {
            match self.first {
                Known::Nothing => self.first = Known::Base(paradigm, word),
                _ => self.others.push((paradigm, word)),
            }
            self.paradigms.insert(paradigm);
        }
        is_new
    }

    /// Whether this changes anything.
    fn add_whole(&mut self, whole: Whole) -> bool {
        match self.first {
            Known::Whole(_) => return false,
            Known::Base(paradigm, word) => self.others.push((paradigm, word)),
            Known::Nothing => {}
        }
        self.first = Known::Whole(whole);
        true
    }
}

impl Default for Entry {
    fn default() -> Self {
        Entry {
            first: Known::Nothing,
            others: Vec::new(),
            paradigms: Paradigms::ANY,
        }
    }
}

#[inline(always)]
pub(super) fn entry<'w>(letters: impl Into<Query<'w>>) -> Option<&'static Entry> {
    let query = letters.into();
    let lexicon = &*LEXICON;
    let may_be_known = lexicon.filter.lets_through(query);
    may_be_known.then(|| lexicon.entries.get(query))?
}

/// The entries by their letters, and what turns away most of the strings that have none.
struct Lexicon {
    entries: Entries,
    filter: Filter,
}

type Entries = WordTable<Entry>;

static LEXICON: Lazy<Lexicon> = Lazy::new(|| {
    let mut entries = Entries::new();
    for [form, lemma] in forms() {
        add_whole(&mut entries, form, Whole::FormOf(lemma));
    }
    for [word, class] in words() {
        add_word(&mut entries, word, class);
    }
    let filter = entries.filter();
    Lexicon { entries, filter }
});

/// The irregular forms, each with its dictionary form.
fn forms() -> impl Iterator<Item = [&'static str; 2]> {
    table::rows(include_str!("../../data/inflected-forms.tsv"))
}

/// The words, each with its class.
fn words() -> impl Iterator<Item = [&'static str; 2]> {
    let verbs = table::rows(include_str!("../../data/verbs.tsv"))
        .filter(|[_, kind]| matches!(*kind, "verb" | "speech"))
        .map(|[word, _]| [word, "verb"]);
    verbs.chain(table::rows(include_str!("../../data/lexicon.tsv")))
}

/// Whether this changes anything.
fn add_word(entries: &mut Entries, word: &'static str, class: &str) -> bool {
    let Some((base, paradigm)) = Paradigm::of(word, class) else {
        return add_whole(entries, word, Whole::Fixed(word));
    };
    let mut is_new = false;
    for spelling in spellings(base) {
        let entry = entries.or_insert(spelling, Entry::default());
        is_new |= entry.add(paradigm, word);
    }
    is_new
}

/// Whether this changes anything.
fn add_whole(entries: &mut Entries, letters: &'static str, whole: Whole) -> bool {
    let mut is_new = false;
    for spelling in spellings(letters) {
        let entry = entries.or_insert(spelling, Entry::default());
        is_new |= entry.add_whole(whole);
    }
    is_new
}

/// The ways in which a string of the lexicon is written; all of them fold to the last.
fn spellings(letters: &'static str) -> impl Iterator<Item = Cow<'static, str>> {
    let written = table::spellings(letters).flat_map(|spelling| {
        let nasal = with_nasal_consonants(&spelling).map(Cow::Owned);
        std::iter::once(spelling).chain(nasal)
    });
    written.chain(std::iter::once_with(|| Folder::search().fold(letters)))
}

/// The spelling with a nasal consonant for each anusvara before a stop: `हिन्दू` for `हिंदू`.
fn with_nasal_consonants(word: &str) -> Option<String> {
    let mut spelling = String::with_capacity(word.len() + VIRAMA.len_utf8());
    let mut characters = word.chars().peekable();
    while let Some(character) = characters.next() {
        let nasal = match characters.peek() {
            Some('क'..='घ') => 'ङ',
            Some('च'..='झ') => 'ञ',
            Some('ट'..='ढ') => 'ण',
            Some('त'..='ध') => 'न',
            Some('प'..='भ') => 'म',
            _ => character,
        };
        if character == ANUSVARA && nasal != character {
            spelling.extend([nasal, VIRAMA]);
        } else {
            spelling.push(character);
        }
    }
    (spelling != word).then_some(spelling)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalize::is_nfc;

    #[test]
    fn the_tables_are_sorted_and_every_row_is_of_a_known_class() {
        for (table, classes) in [
            (
                include_str!("../../data/lexicon.tsv"),
                Some([
                    "adjective",
                    "feminine",
                    "fixed",
                    "loan",
                    "masculine",
                    "verb",
                ]),
            ),
            (include_str!("../../data/inflected-forms.tsv"), None),
        ] {
            let lines = table.lines().filter(|line| !line.starts_with('#'));
            let lines: Vec<&str> = lines.collect();
            assert_eq!(lines.len(), table::rows::<2>(table).count());
            assert!(lines.is_sorted_by(|line, next| line < next));
            assert!(is_nfc(table));
            for [word, class] in table::rows(table) {
                if let Some(classes) = classes {
                    assert!(classes.contains(&class), "{word}: {class}");
                    let is_inflected = Paradigm::of(word, class).is_some();
                    assert_eq!(is_inflected, class != "fixed", "{word}: {class}");
                }
            }
        }
    }

    #[test]
    fn no_row_repeats_another_in_a_different_spelling() {
        let mut entries = Entries::new();
        for [form, lemma] in forms() {
            assert!(
                add_whole(&mut entries, form, Whole::FormOf(lemma)),
                "{form}"
            );
        }
        for [word, class] in table::rows(include_str!("../../data/lexicon.tsv")) {
            assert!(add_word(&mut entries, word, class), "{word}");
        }
    }
}
