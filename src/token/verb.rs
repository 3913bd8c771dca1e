//! The forms of verbs: `data/verbs.tsv`.

use once_cell::sync::Lazy;

use crate::table;
use crate::word_table::WordTable;

#[derive(Default)]
struct Verbs {
    /// Each stem, and whether it says or thinks.
    stems: WordTable<bool>,
    /// Each ending, and whether it makes a finite form.
    endings: WordTable<bool>,
    ending_lengths: EndingLengths,
    /// Finite forms that no stem and ending make.
    forms: WordTable<()>,
    /// What looks like a form and is a noun or an adjective.
    nouns: WordTable<()>,
}

/// Which lengths, in letters, the endings have that go with a letter at a place: the last one,
/// the one before it, and so on; each length is a bit. They leave few ways to part a word in stem
/// and ending.
struct EndingLengths([[u8; 128]; PLACES]);

/// At how many places letters are looked at: with three, few words are parted in vain.
const PLACES: usize = 3;
/// The bytes of a letter of Devanagari.
const LETTER: usize = 3;

impl Default for EndingLengths {
    fn default() -> Self {
        // Any letter may stand before an ending that does not reach to its place.
        EndingLengths(std::array::from_fn(|place| [lengths_up_to(place); 128]))
    }
}

impl EndingLengths {
    fn insert(&mut self, ending: &str) {
        let length = ending.len() / LETTER;
        for (place, lengths) in self.0.iter_mut().enumerate() {
            if let Some(letter) = letter_from_end(ending, place) {
                lengths[letter] |= 1 << length;
            }
        }
    }

    /// The lengths that an ending of the word can have.
    fn of(&self, word: &str) -> impl Iterator<Item = usize> {
        let mut lengths = u8::MAX;
        for (place, allowed) in self.0.iter().enumerate() {
            lengths &= match letter_from_end(word, place) {
                Some(letter) => allowed[letter],
                None => lengths_up_to(place),
            };
        }
        std::iter::from_fn(move || {
            let length = lengths.trailing_zeros();
            lengths &= lengths.wrapping_sub(1);
            (length < u8::BITS).then_some(length as usize)
        })
    }
}

/// All lengths up to one, as bits.
fn lengths_up_to(length: usize) -> u8 {
    (1 << (length + 1)) - 2
}

/// The offset in its block of a letter of Devanagari, counted from the end of the word.
fn letter_from_end(word: &str, place: usize) -> Option<usize> {
    let end = word.len().checked_sub(place * LETTER)?;
    match word.as_bytes()[..end] {
        [.., 0xE0, block @ (0xA4 | 0xA5), last] => {
            Some(usize::from(block & 1) << 6 | usize::from(last & 0x3F))
        }
        _ => None,
    }
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
                for ending in table::spellings(ending) {
                    verbs.ending_lengths.insert(&ending);
                    verbs.endings.or_insert(ending, is_finite);
                }
            }
            "form" => verbs
                .forms
                .extend(table::spellings(word).map(|form| (form, ()))),
            _ => verbs
                .nouns
                .extend(table::spellings(word).map(|noun| (noun, ()))),
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
    !is_noun(word) && VERBS.stems.contains(word)
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
    let verbs = &*VERBS;
    verbs.ending_lengths.of(word).filter_map(move |length| {
        let start = word.len().checked_sub(length * LETTER)?;
        let (stem, ending) = word.split_at_checked(start)?;
        Some(Analysis {
            says: *verbs.stems.get(stem)?,
            is_finite: *verbs.endings.get(ending)?,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::devanagari;
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
                    assert!(ending.chars().all(devanagari::contains), "{word}");
                    let length = ending.chars().count() as u32;
                    assert!((1..u8::BITS).contains(&length), "{word}");
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
