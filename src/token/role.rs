//! The words that show where a sentence begins, goes on or ends: `data/sentence-words.tsv`.

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
    /// A finite verb of saying.
    Speech,
    /// Stands right before a name: `श्री`, `मंत्री`.
    BeforeName,
    /// One of the case markers: `का`, `ने`.
    Postposition,
}

const NAMES: [(&str, Role); 6] = [
    ("starts", Role::Starts),
    ("continues", Role::Continues),
    ("verb", Role::Verb),
    ("speech", Role::Speech),
    ("before-name", Role::BeforeName),
    ("postposition", Role::Postposition),
];

static ROLES: Lazy<HashMap<&'static str, u8>> = Lazy::new(|| {
    let mut roles = HashMap::new();
    for [word, name] in table::rows(include_str!("../../data/sentence-words.tsv")) {
        for (_, role) in NAMES.iter().filter(|(known, _)| *known == name) {
            *roles.entry(word).or_insert(0) |= 1 << *role as u8;
        }
    }
    roles
});

/// Whether the table gives the word this role.
pub(crate) fn has(word: &str, role: Role) -> bool {
    ROLES
        .get(word)
        .is_some_and(|roles| roles & (1 << role as u8) != 0)
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
