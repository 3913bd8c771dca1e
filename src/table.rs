//! Reads the tab-separated tables of `data/` that are compiled into the crate.

use std::borrow::Cow;

use crate::devanagari;

/// The rows of a table: lines of tab-separated columns; `#` starts a comment line.
///
/// A row with another number of columns is a defect of the table, which the unit tests of
/// the modules that own the tables find; here it is passed over.
pub(crate) fn rows<const COLUMNS: usize>(
    table: &'static str,
) -> impl Iterator<Item = [&'static str; COLUMNS]> {
    table
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .filter_map(|line| {
            let mut columns = line.split('\t');
            let row = std::array::from_fn(|_| columns.next().unwrap_or_default());
            (row.iter().all(|column| !column.is_empty()) && columns.next().is_none()).then_some(row)
        })
}

/// A word of a table as it is written in NFC, and with the nukta letters precomposed
/// (U+0958–U+095F), as many pages write them, where it has any.
pub(crate) fn nukta_spellings(word: &'static str) -> impl Iterator<Item = Cow<'static, str>> {
    std::iter::once(Cow::Borrowed(word)).chain(with_precomposed_nukta(word).map(Cow::Owned))
}

/// The same, and each with an anusvara for the chandrabindu, and without the nukta of a loan.
pub(crate) fn spellings(word: &'static str) -> impl Iterator<Item = Cow<'static, str>> {
    let mut spellings = vec![Cow::Borrowed(word)];
    spellings.extend(with_precomposed_nukta(word).map(Cow::Owned));
    for (sign, plain) in PLAINER {
        for index in 0..spellings.len() {
            let plainer = spellings[index].replace(sign, plain);
            if plainer != spellings[index] {
                spellings.push(Cow::Owned(plainer));
            }
        }
    }
    spellings.into_iter()
}

/// Signs of careful spelling, and what everyday spelling has for them.
const PLAINER: [(&str, &str); 6] = [
    ("ँ", "ं"),
    ("क़", "क"),
    ("ख़", "ख"),
    ("ग़", "ग"),
    ("ज़", "ज"),
    ("फ़", "फ"),
];

fn with_precomposed_nukta(word: &str) -> Option<String> {
    word.contains(devanagari::NUKTA).then(|| {
        let mut spelling = String::with_capacity(word.len());
        for character in word.chars() {
            let letter = match (character, spelling.chars().next_back()) {
                (devanagari::NUKTA, Some(last)) => devanagari::with_nukta(last),
                _ => None,
            };
            if letter.is_some() {
                spelling.pop();
            }
            spelling.push(letter.unwrap_or(character));
        }
        spelling
    })
}
