//! The words that show where a sentence begins, goes on or ends: `data/sentence-words.tsv`.

use std::borrow::Cow;
use std::collections::HashMap;

use once_cell::sync::Lazy;

use crate::table;

/// What a word tells about the sentence it stands in. A word can have several roles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// Begins a sentence or a clause: `उन्होंने`.
    Starts,
    /// Right after a closing quote, shows that the sentence runs on: `कहा`, `के`.
    Continues,
    /// Ends a sentence: a finite verb or auxiliary.
    Verb,
    /// A verb of saying.
    Speech,
    /// Stands right before a name: `श्री`, `मंत्री`.
    BeforeName,
    /// Stands before a letter or number that labels it: `विटामिन`, `प्रश्न`.
    BeforeLabel,
    /// Stands before a quote of what is said: `कि`.
    BeforeQuote,
    /// One of the case markers: `का`, `ने`.
    Postposition,
    /// Stands before a unit in the place of a number: `प्रति`.
    BeforeUnit,
    /// Joins clauses: `और`, `तो`.
    Conjunction,
    /// Not a word: makes a finite form of a verb's stem.
    Ending,
}

const NAMES: [(&str, Role); 11] = [
    ("starts", Role::Starts),
    ("continues", Role::Continues),
    ("verb", Role::Verb),
    ("speech", Role::Speech),
    ("before-name", Role::BeforeName),
    ("before-label", Role::BeforeLabel),
    ("before-quote", Role::BeforeQuote),
    ("postposition", Role::Postposition),
    ("before-unit", Role::BeforeUnit),
    ("conjunction", Role::Conjunction),
    ("ending", Role::Ending),
];

/// The characters of the longest ending, `-इयेगा`.
const LONGEST_ENDING: usize = 6;

/// Roles as bits, for words, for stems (`बोल-` without its hyphen) and for endings.
#[derive(Default)]
struct Roles {
    words: HashMap<Cow<'static, str>, u16>,
    stems: HashMap<Cow<'static, str>, u16>,
    endings: HashMap<Cow<'static, str>, u16>,
}

static ROLES: Lazy<Roles> = Lazy::new(|| {
    let mut roles = Roles::default();
    for [entry, name] in table::rows(include_str!("../../data/sentence-words.tsv")) {
        let (list, word) = if let Some(stem) = entry.strip_suffix('-') {
            (&mut roles.stems, stem)
        } else if let Some(ending) = entry.strip_prefix('-') {
            (&mut roles.endings, ending)
        } else {
            (&mut roles.words, entry)
        };
        for (_, role) in NAMES.iter().filter(|(known, _)| *known == name) {
            for spelling in table::nukta_spellings(word) {
                *list.entry(spelling).or_insert(0) |= 1 << *role as u16;
            }
        }
    }
    roles
});

/// Whether the table gives the word this role.
pub(crate) fn has(word: &str, role: Role) -> bool {
    let bit = 1 << role as u16;
    let listed = |list: &HashMap<_, u16>, entry| list.get(entry).is_some_and(|has| has & bit != 0);
    listed(&ROLES.words, word)
        || matches!(role, Role::Verb | Role::Speech)
            && word
                .char_indices()
                .rev()
                .take(LONGEST_ENDING)
                .map(|(at, _)| word.split_at(at))
                .any(|(stem, ending)| {
                    ROLES.endings.contains_key(ending) && listed(&ROLES.stems, stem)
                })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_names_a_known_role() {
        let table = include_str!("../../data/sentence-words.tsv");
        let lines = table
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with('#'));
        assert_eq!(lines.count(), table::rows::<2>(table).count());
        for [word, name] in table::rows(table) {
            assert!(
                NAMES.iter().any(|(known, _)| *known == name),
                "{word}: {name}"
            );
        }
    }

    #[test]
    fn verbs_are_known_in_every_form_and_spelling() {
        for form in [
            "है",
            "गयी",
            "करूँगा",
            "जाएंगे",
            "बढ़ेगी",
            "ब\u{95D}ेगी",
            "पहुँचा",
            "कीजिये",
            "बनवाइएगा",
        ] {
            assert!(has(form, Role::Verb), "{form}");
        }
        for form in ["राजधानी", "मेज", "बोल-", "ेगा", ""] {
            assert!(!has(form, Role::Verb), "{form}");
        }
        assert!(has("बताया", Role::Speech) && !has("किया", Role::Speech));
    }

    #[test]
    fn no_ending_is_longer_than_is_looked_for() {
        let longest = ROLES.endings.keys().map(|ending| ending.chars().count());
        assert!(longest.max() <= Some(LONGEST_ENDING));
    }
}
