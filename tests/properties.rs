//! What holds for graphemes, NFC and folds over any text.

use std::borrow::Cow;

use akshar::{Folder, grapheme_indices, graphemes, is_nfc, nfc};
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// What Hindi text is made of, and what troubles it: nasals and glides before what they change
/// at, nukta letters both ways, joiners, repeated marks, other scripts.
const PIECES: &[&str] = &[
    "क",
    "ग",
    "ङ",
    "च",
    "ञ",
    "ट",
    "ड",
    "ण",
    "त",
    "द",
    "न",
    "प",
    "म",
    "य",
    "र",
    "व",
    "ह",
    "ये",
    "यी",
    "गा",
    "न्",
    "म्",
    "ङ्",
    "\u{93C}",
    "\u{94D}",
    "ा",
    "ि",
    "ी",
    "े",
    "ॉ",
    "ॅ",
    "ं",
    "ँ",
    "ः",
    ":",
    "अत",
    "दु",
    "स",
    "ऽ",
    "ऑ",
    "अ",
    "\u{929}",
    "\u{958}",
    "\u{95C}",
    "\u{951}",
    "\u{200D}",
    "\u{200C}",
    "\u{AD}",
    "।",
    "॥",
    "॰",
    "५",
    " ",
    "\n",
    "\r",
    "-",
    "–",
    "“",
    "…",
    "|",
    "a",
    "G",
    "É",
    "e",
    "\u{301}",
    "İ",
    "\u{1F469}",
    "\u{1F1EE}",
    "\u{600}",
    "\u{FE0F}",
    "ǅ",
    "\u{212A}",
];

fn devanagari_soup() -> impl Strategy<Value = String> {
    let character = prop_oneof![
        20 => proptest::char::range('\u{900}', '\u{97F}'),
        1 => select(&['\u{200D}', '\u{200C}', ' '][..]),
    ];
    proptest::collection::vec(character, 0..60).prop_map(String::from_iter)
}

fn mixed() -> impl Strategy<Value = String> {
    proptest::collection::vec(select(PIECES), 0..40).prop_map(|pieces| pieces.concat())
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![devanagari_soup(), mixed(), any::<String>()]
}

/// A folder with each fold on or off.
fn folder() -> impl Strategy<Value = Folder> {
    any::<[bool; 16]>().prop_map(|on| {
        Folder::none()
            .nukta(on[0])
            .chandrabindu(on[1])
            .nasals(on[2])
            .glides(on[3])
            .candra_vowels(on[4])
            .invisibles(on[5])
            .repeated_marks(on[6])
            .digits(on[7])
            .punctuation(on[8])
            .letter_case(on[9])
            .stray_invisibles(on[10])
            .mark_order(on[11])
            .vowel_parts(on[12])
            .typed_danda(on[13])
            .typed_visarga(on[14])
            .visarga(on[15])
    })
}

fn is_folded(folder: &Folder, text: &str) -> bool {
    matches!(folder.fold(text), Cow::Borrowed(_))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn graphemes_join_to_the_text(text in text()) {
        prop_assert_eq!(graphemes(&text).collect::<String>(), text.as_str());
        let mut end = 0;
        for (start, cluster) in grapheme_indices(&text) {
            prop_assert!(!cluster.is_empty());
            prop_assert_eq!(start, end);
            end += cluster.len();
            prop_assert_eq!(cluster, &text[start..end]);
        }
        prop_assert_eq!(end, text.len());
    }

    #[test]
    fn graphemes_backward_are_those_forward(text in text()) {
        let mut backward: Vec<_> = grapheme_indices(&text).rev().collect();
        backward.reverse();
        prop_assert_eq!(backward, grapheme_indices(&text).collect::<Vec<_>>());
    }

    #[test]
    fn graphemes_are_taken_from_both_ends(text in text(), turns in any::<Vec<bool>>()) {
        let whole: Vec<_> = graphemes(&text).collect();
        let mut rest = &whole[..];
        let mut clusters = graphemes(&text);
        for from_the_front in turns {
            let (least, most) = clusters.size_hint();
            prop_assert!(least <= rest.len() && Some(rest.len()) <= most);
            prop_assert_eq!(clusters.as_str(), rest.concat());
            let copy = clusters.clone();
            prop_assert!(copy.eq(rest.iter().copied()));
            let (taken, expected) = if from_the_front {
                (clusters.next(), rest.split_off_first())
            } else {
                (clusters.next_back(), rest.split_off_last())
            };
            prop_assert_eq!(taken, expected.copied());
        }
        prop_assert!(clusters.eq(rest.iter().copied()));
    }

    #[test]
    fn nfc_is_nfc_and_borrows_exactly_what_is(text in text()) {
        let normalized = nfc(&text);
        prop_assert!(is_nfc(&normalized));
        prop_assert_eq!(matches!(normalized, Cow::Borrowed(_)), is_nfc(&text));
        prop_assert!(matches!(nfc(&normalized), Cow::Borrowed(same) if same == normalized));
    }

    #[test]
    fn folding_again_changes_nothing(text in text(), folder in folder()) {
        let folded = folder.fold(&text);
        prop_assert!(is_nfc(&folded));
        prop_assert!(is_folded(&folder, &folded), "{:?} from {:?}", folder.fold(&folded), folded);
    }

    #[test]
    fn folding_begins_with_nfc(text in text(), folder in folder()) {
        let normalized = nfc(&text);
        prop_assert_eq!(folder.fold(&normalized), folder.fold(&text));
        prop_assert_eq!(Folder::none().fold(&text), normalized);
    }

    #[test]
    fn folded_text_is_free_of_what_was_folded(text in text()) {
        let folded = Folder::search().fold(&text);
        let left = folded.chars().find(|character| matches!(character,
            '\u{93C}' | 'ऩ' | 'ऱ' | 'ऴ' | 'ँ' | 'ऑ' | 'ॉ' | '०'..='९' | '।' | '॥' | '॰' | '|'
            | '\u{200C}' | '\u{200D}' | '\u{AD}' | '“' | '…' | '–' | 'A'..='Z'));
        prop_assert_eq!(left, None);
    }

    #[test]
    fn sources_are_in_order(text in text(), folder in folder(), at in any::<[Index; 3]>()) {
        let folded = folder.fold_with_offsets(&text);
        prop_assert_eq!(&folded.text, &folder.fold(&text));
        let boundaries: Vec<usize> = (0..=folded.text.len())
            .filter(|&offset| folded.text.is_char_boundary(offset))
            .collect();
        let mut cuts = at.map(|index| boundaries[index.index(boundaries.len())]);
        cuts.sort_unstable();
        let [start, middle, end] = cuts;
        let before = folded.source_range(start..middle);
        let after = folded.source_range(middle..end);
        let whole = folded.source_range(start..end);
        prop_assert!(text.get(before.clone()).is_some(), "{:?}", before);
        prop_assert!(text.get(after.clone()).is_some(), "{:?}", after);
        if start < middle && middle < end {
            prop_assert!(before.start <= after.start && before.end <= after.end);
            prop_assert_eq!(whole, before.start..after.end);
        }
        if !folded.text.is_empty() {
            let all = folded.source_range(0..folded.text.len());
            prop_assert_eq!(all.end, text.len());
            // What is left out at the front folds to nothing.
            prop_assert_eq!(folder.fold(&text[..all.start]), "");
        }
    }
}

/// Every code point folds to what folds no further.
#[test]
fn every_code_point_folds_once() {
    let folder = Folder::search();
    for character in '\0'..=char::MAX {
        for text in [format!("{character}"), format!("J{character}\u{30C}")] {
            let folded = folder.fold(&text);
            assert!(is_nfc(&folded), "{text:?}");
            assert!(is_folded(&folder, &folded), "{text:?} to {folded:?}");
            assert_eq!(folder.fold(&nfc(&text)), folded, "{text:?}");
        }
    }
}

#[test]
fn everything_can_be_sent_and_shared() {
    fn check<T: Send + Sync>() {}
    check::<akshar::Article<'_>>();
    check::<akshar::Folded<'_>>();
    check::<akshar::Folder>();
    check::<akshar::Romanizer>();
    check::<akshar::Sentences<'_>>();
    check::<akshar::Stopwords>();
    check::<akshar::Tokens<'_>>();
    check::<akshar::Transliterator>();
    check::<akshar::Words<'_>>();
    check::<akshar::GraphemeIndices<'_>>();
    check::<akshar::Graphemes<'_>>();
    check::<akshar::transliterate::DecodeError>();
}
