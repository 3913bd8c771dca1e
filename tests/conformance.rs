//! Grapheme clusters and NFC are those of the reference crates, which are tested on Unicode's
//! GraphemeBreakTest and NormalizationTest: over every pair and triple of the code points of the
//! Devanagari blocks, the Vedic one and of others that matter to the rules, over longer texts of
//! one code point of each kind, over every code point in some contexts, and over random text.

use std::borrow::Cow;
use std::ops::RangeInclusive;

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// Devanagari, Vedic Extensions, Devanagari Extended, and Devanagari Extended-A as far as it is
/// assigned and one more.
const BLOCKS: [RangeInclusive<char>; 4] = [
    '\u{900}'..='\u{97F}',
    '\u{1CD0}'..='\u{1CFF}',
    '\u{A8E0}'..='\u{A8FF}',
    '\u{11B00}'..='\u{11B0A}',
];

/// What stands beside the blocks in the pairs and triples: the joiners, and of each class of
/// breaks and compositions at least one.
const OTHERS: &[char] = &[
    // ASCII, controls among it.
    'a',
    'Z',
    '1',
    ' ',
    '.',
    '\r',
    '\n',
    '\t',
    // Joiners and general punctuation.
    '\u{200D}',
    '\u{200C}',
    '\u{200B}',
    '\u{2028}',
    '\u{2019}',
    '\u{2000}',
    '\u{20B9}',
    // Marks that extend a cluster, of several combining classes; one decomposes.
    '\u{300}',
    '\u{323}',
    '\u{344}',
    '\u{20D0}',
    '\u{FE0F}',
    '\u{1F3FB}',
    // Controls whose last bytes are those of a consonant and of the virama.
    '\u{E0915}',
    '\u{E094D}',
    // Letters that compose and decompose.
    '\u{E9}',
    '\u{1E69}',
    '\u{212B}',
    // Another script with conjuncts: Bengali letter, virama, nukta, spacing marks that compose.
    '\u{995}',
    '\u{9CD}',
    '\u{9BC}',
    '\u{9C7}',
    '\u{9BE}',
    // Each further class of grapheme cluster breaks.
    '\u{600}',
    '\u{1F1EE}',
    '\u{1F469}',
    '\u{A9}',
    '\u{E33}',
    // Hangul: the jamo, and syllables with and without a final consonant.
    '\u{1100}',
    '\u{1161}',
    '\u{11A8}',
    '\u{AC00}',
    '\u{AC01}',
];

/// One code point of each kind that the rules for clusters tell apart.
const CLUSTER_KINDS: &[char] = &[
    'क',
    '\u{94D}',
    '\u{93C}',
    '\u{93E}',
    '\u{200D}',
    '\u{200C}',
    'a',
    '\n',
    '\u{995}',
    '\u{9CD}',
    '\u{300}',
    '\u{600}',
    '\u{1F1EE}',
    '\u{1F469}',
];

/// One code point of each kind that composition and reordering tell apart.
const COMPOSITION_KINDS: &[char] = &[
    'क', 'न', '\u{929}', '\u{95B}', '\u{93C}', '\u{94D}', '\u{951}', '\u{93E}', 'a', '\u{301}',
    '\u{323}', '\u{344}', '\u{E1}',
];

/// The blocks and the others.
fn alphabet() -> Vec<char> {
    let blocks = BLOCKS.into_iter().flatten();
    blocks.chain(OTHERS.iter().copied()).collect()
}

/// Calls the function with every text of the given length over the alphabet.
fn every_text(alphabet: &[char], length: usize, mut check: impl FnMut(&str)) {
    let mut digits = vec![0; length];
    let mut text = String::new();
    loop {
        text.clear();
        text.extend(digits.iter().map(|&digit| alphabet[digit]));
        check(&text);
        let Some(place) = digits.iter().rposition(|&digit| digit + 1 < alphabet.len()) else {
            return;
        };
        digits[place] += 1;
        digits[place + 1..].fill(0);
    }
}

fn check_graphemes(text: &str) {
    let expected: Vec<&str> = text.graphemes(true).collect();
    assert!(
        akshar::graphemes(text).eq(expected.iter().copied()),
        "forward over {text:?}"
    );
    assert!(
        akshar::graphemes(text)
            .rev()
            .eq(expected.iter().rev().copied()),
        "backward over {text:?}"
    );
}

fn check_nfc(text: &str) {
    let normalized = akshar::nfc(text);
    if !normalized.chars().eq(text.nfc()) {
        let expected: String = text.nfc().collect();
        let same = expected
            .bytes()
            .zip(normalized.bytes())
            .take_while(|(expected, got)| expected == got)
            .count();
        let piece = |of: &str| {
            String::from_utf8_lossy(&of.as_bytes()[same..])
                .chars()
                .take(20)
                .collect::<String>()
        };
        panic!(
            "from byte {same} on {:?} instead of {:?}",
            piece(&normalized),
            piece(&expected)
        );
    }
    let is_nfc = unicode_normalization::is_nfc(text);
    assert_eq!(akshar::is_nfc(text), is_nfc, "{text:?}");
    assert_eq!(matches!(normalized, Cow::Borrowed(_)), is_nfc, "{text:?}");
}

#[test]
fn graphemes_of_pairs_and_triples() {
    for length in 1..=3 {
        every_text(&alphabet(), length, check_graphemes);
    }
}

#[test]
fn graphemes_of_longer_texts() {
    for length in 4..=5 {
        every_text(CLUSTER_KINDS, length, check_graphemes);
    }
}

#[test]
fn nfc_of_pairs_and_triples() {
    for length in 1..=3 {
        every_text(&alphabet(), length, check_nfc);
    }
}

#[test]
fn nfc_of_longer_texts() {
    for length in 4..=5 {
        every_text(COMPOSITION_KINDS, length, check_nfc);
    }
}

/// Long texts are looked at many bytes at a time, so each triple must also be found wherever it
/// stands among ordinary letters. What is none of the Devanagari block is told apart less there.
#[test]
fn triples_within_a_long_text() {
    let alphabet: Vec<char> = BLOCKS[0].clone().chain(OTHERS.iter().copied()).collect();
    let mut long = String::new();
    for &first in &alphabet {
        long.clear();
        every_text(&alphabet, 2, |rest| {
            long.push(first);
            long.push_str(rest);
            long.push_str("\u{915}\u{93F}");
        });
        check_graphemes(&long);
        check_nfc(&long);
    }
}

#[test]
fn graphemes_of_a_cluster_at_every_offset() {
    for before in 0..140 {
        for after in [0, 1, 40] {
            let (before, after) = ("x".repeat(before), "“र्‍क्षि” ज़".repeat(after));
            check_graphemes(&format!("{before}क्षिं{after}"));
        }
    }
}

#[test]
fn nfc_of_a_change_at_every_offset() {
    for change in [
        "\u{95B}",
        "\u{928}\u{93C}",
        "\u{94D}\u{93C}",
        "e\u{301}",
        "\u{2000}",
    ] {
        for before in 0..200 {
            for after in [0, 1, 70, 140] {
                check_nfc(&format!(
                    "{}{change}{}",
                    "x".repeat(before),
                    "ज़".repeat(after)
                ));
            }
        }
    }
}

/// Random text that is rich in what the rules tell apart.
fn rich_text() -> impl Strategy<Value = String> {
    let character = prop_oneof![
        6 => proptest::char::range('\u{900}', '\u{97F}'),
        2 => proptest::sample::select(OTHERS),
        2 => proptest::sample::select(CLUSTER_KINDS),
        2 => proptest::sample::select(COMPOSITION_KINDS),
        1 => any::<char>(),
    ];
    proptest::collection::vec(character, 0..150).prop_map(String::from_iter)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(10_000) })]

    #[test]
    fn graphemes_of_rich_text(text in rich_text()) {
        check_graphemes(&text);
    }

    #[test]
    fn graphemes_of_any_text(text in any::<String>()) {
        check_graphemes(&text);
    }

    #[test]
    fn nfc_of_rich_text(text in rich_text()) {
        check_nfc(&text);
    }

    #[test]
    fn nfc_of_any_text(text in any::<String>()) {
        check_nfc(&text);
    }
}

/// Every code point, alone and after and before letters with which it may combine.
#[test]
fn every_code_point_in_context() {
    let mut text = String::new();
    for character in '\0'..=char::MAX {
        for (before, after) in [
            ("क\u{94D}", "\u{94D}क"),
            ("e", "\u{301}"),
            ("\u{1F469}\u{200D}", "\u{93E}"),
        ] {
            text.clear();
            text.push_str(before);
            text.push(character);
            text.push_str(after);
            check_graphemes(&text);
            check_nfc(&text);
        }
    }
}
