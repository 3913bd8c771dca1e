//! The forms of verbs: `data/verbs.tsv`.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use once_cell::sync::Lazy;

use crate::table;

/// The characters of the longest ending, `-इयेगा`.
const LONGEST_ENDING: usize = 6;

#[derive(Default)]
struct Verbs {
    /// Each stem, and whether it says or thinks.
    stems: HashMap<Cow<'static, str>, bool>,
    /// Each ending, and whether it makes a finite form.
    endings: HashMap<Cow<'static, str>, bool>,
    /// Finite forms that no stem and ending make.
    forms: HashSet<Cow<'static, str>>,
    /// What looks like a form and is a noun or an adjective.
    nouns: HashSet<Cow<'static, str>>,
}

static VERBS: Lazy<Verbs> = Lazy::new(|| {
    let mut verbs = Verbs::default();
    for [word, kind] in table::rows(include_str!("../../data/verbs.tsv")) {
        match kind {
            "verb" | "speech" => {
                let stem = word.strip_suffix("ना").unwrap_or(word);
                let says = kind == "speech";
                verbs
                    .stems
                    .extend(table::spellings(stem).map(|stem| (stem, says)));
            }
            "finite" | "other" => {
                let ending = word.trim_start_matches('-');
                let is_finite = kind == "finite";
                let spellings = table::spellings(ending);
                verbs
                    .endings
                    .extend(spellings.map(|ending| (ending, is_finite)));
            }
            "form" => verbs.forms.extend(table::spellings(word)),
            _ => verbs.nouns.extend(table::spellings(word)),
        }
    }
    verbs
});

/// Whether the word can be a finite verb or an auxiliary, after which a clause is whole.
pub(crate) fn is_finite(word: &str) -> bool {
    VERBS.forms.contains(word) || analyses(word).any(|analysis| analysis.is_finite)
}

/// Whether the word can be a finite form of a verb of saying or thinking.
pub(crate) fn says(word: &str) -> bool {
    analyses(word).any(|analysis| analysis.says && analysis.is_finite)
}

/// Whether the word is any form of a verb, the bare stem left out, and no noun.
pub(crate) fn is_form(word: &str) -> bool {
    !is_noun(word) && looks_like_form(word)
}

/// Whether the word is the bare stem of a verb, and not listed as a noun.
pub(crate) fn is_stem(word: &str) -> bool {
    !is_noun(word) && VERBS.stems.contains_key(word)
}

fn is_noun(word: &str) -> bool {
    VERBS.nouns.contains(word)
}

fn looks_like_form(word: &str) -> bool {
    VERBS.forms.contains(word) || analyses(word).next().is_some()
}

/// A way to read a word as a stem and an ending.
struct Analysis {
    says: bool,
    is_finite: bool,
}

fn analyses(word: &str) -> impl Iterator<Item = Analysis> {
    let ends = word.char_indices().rev().take(LONGEST_ENDING);
    ends.filter_map(|(at, _)| {
        let (stem, ending) = word.split_at(at);
        Some(Analysis {
            is_finite: *VERBS.endings.get(ending)?,
            says: *VERBS.stems.get(stem)?,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalize::is_nfc;

    #[test]
    fn the_table_is_sorted_and_every_row_has_its_kind() {
        let table = include_str!("../../data/verbs.tsv");
        let lines: Vec<&str> = table
            .lines()
            .filter(|line| !line.starts_with('#'))
            .collect();
        assert_eq!(lines.len(), table::rows::<2>(table).count());
        assert!(lines.is_sorted_by(|line, next| line < next));
        assert!(is_nfc(table));
        for [word, kind] in table::rows(table) {
            match kind {
                "verb" | "speech" => assert!(word.ends_with("ना"), "{word}"),
                "finite" | "other" => {
                    let ending = word.strip_prefix('-').unwrap_or_default();
                    let length = ending.chars().count();
                    assert!((1..=LONGEST_ENDING).contains(&length), "{word}");
                }
                "form" => assert!(analyses(word).all(|form| !form.is_finite), "{word}"),
                "noun" => assert!(
                    table::spellings(word).any(|word| looks_like_form(&word)),
                    "{word}"
                ),
                _ => panic!("{word}: {kind}"),
            }
        }
    }

    #[test]
    fn verbs_are_known_in_every_form_and_spelling() {
        for form in [
            "है",
            "हूं",
            "गयी",
            "करूँगा",
            "जाएंगे",
            "बढ़ेगी",
            "ब\u{95D}ेगी",
            "पहुँचा",
            "पहुंचा",
            "कीजिये",
            "ख़रीदा",
            "खरीदा",
            "\u{959}रीदा",
            "बनवाइएगा",
        ] {
            assert!(is_finite(form), "{form}");
        }
        for word in ["राजधानी", "मेज", "बोल", "ेगा", "करने", "लेकर", ""]
        {
            assert!(!is_finite(word), "{word}");
        }
        assert!(is_form("करने") && is_form("लेकर") && !is_form("सोने"));
        assert!(is_stem("बोल") && !is_stem("बोला"));
        assert!(says("बताया") && !says("किया"));
    }
}
