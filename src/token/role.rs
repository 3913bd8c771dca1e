//! The words that show where a sentence begins, goes on or ends: `data/sentence-words.tsv`.

use once_cell::sync::Lazy;

use crate::table;
use crate::word_table::WordTable;

/// What a word tells about the sentence it stands in. A word can have several roles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// Begins a sentence or a clause: `उन्होंने`.
    Starts,
    /// Right after a closing quote, shows that the sentence runs on: `कहा`, `के`.
    Continues,
    /// A noun that makes a verb of saying: `जवाब दिया`.
    Speech,
    /// Stands right before a name: `श्री`, `मंत्री`.
    BeforeName,
    /// Stands before a letter or number that labels it: `विटामिन`, `प्रश्न`.
    BeforeLabel,
    /// Stands before a quote of what is said: `कि`.
    BeforeQuote,
    /// One of the case markers: `का`, `ने`.
    Postposition,
    /// Names what has the quoted name before it: `आंदोलन`, `फिल्म`.
    AfterTitle,
    /// Stands before a unit in the place of a number: `प्रति`.
    BeforeUnit,
    /// An everyday noun that is also an abbreviation: `जन`.
    Noun,
    /// Joins clauses: `और`, `तो`.
    Conjunction,
}

const NAMES: [(&str, Role); 11] = [
    ("starts", Role::Starts),
    ("continues", Role::Continues),
    ("speech", Role::Speech),
    ("before-name", Role::BeforeName),
    ("before-label", Role::BeforeLabel),
    ("before-quote", Role::BeforeQuote),
    ("postposition", Role::Postposition),
    ("after-title", Role::AfterTitle),
    ("before-unit", Role::BeforeUnit),
    ("noun", Role::Noun),
    ("conjunction", Role::Conjunction),
];

/// The roles that one word has.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Roles(u16);

impl Roles {
    pub(crate) fn has_any(self, roles: &[Role]) -> bool {
        roles.iter().any(|role| self.has(*role))
    }

    pub(crate) fn has(self, role: Role) -> bool {
        self.0 & 1 << role as u16 != 0
    }
}

static ROLES: Lazy<WordTable<Roles>> = Lazy::new(|| {
    let mut roles = WordTable::new();
    for [word, name] in table::rows(include_str!("../../data/sentence-words.tsv")) {
        for (_, role) in NAMES.iter().filter(|(known, _)| *known == name) {
            for spelling in table::nukta_spellings(word) {
                roles.or_insert(spelling, Roles::default()).0 |= 1 << *role as u16;
            }
        }
    }
    roles
});

/// The roles that the table gives the word.
pub(crate) fn of(word: &str) -> Roles {
    ROLES.get(word).copied().unwrap_or_default()
}

/// Whether the table gives the word this role.
pub(crate) fn has(word: &str, role: Role) -> bool {
    of(word).has(role)
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
}
