//! Hard cases and properties of tokens and sentences, through the public API.

use std::ops::Range;

use akshar::{graphemes, sentences, tokens};
use proptest::prelude::*;

const BREAK: char = '‖';

/// The cases of a data file, with their escapes resolved, and whether each is a known limit.
fn cases(table: &str) -> Vec<(String, bool)> {
    let mut known_limit = false;
    let mut cases = Vec::new();
    for line in table.lines().filter(|line| !line.is_empty()) {
        if let Some(section) = line.strip_prefix("## ") {
            known_limit = section == "known limits";
        } else if line != "#" && !line.starts_with("# ") {
            cases.push((unescape(line), known_limit));
        }
    }
    cases
}

fn unescape(line: &str) -> String {
    let mut text = String::new();
    let mut characters = line.chars();
    while let Some(character) = characters.next() {
        if character != '\\' {
            text.push(character);
            continue;
        }
        match characters.next() {
            Some('n') => text.push('\n'),
            Some('r') => text.push('\r'),
            Some('t') => text.push('\t'),
            Some('\\') => text.push('\\'),
            Some('u') => {
                let digits: String = characters
                    .by_ref()
                    .skip(1)
                    .take_while(|c| *c != '}')
                    .collect();
                let code = u32::from_str_radix(&digits, 16).unwrap();
                text.push(char::from_u32(code).unwrap());
            }
            other => panic!("unknown escape {other:?} in {line}"),
        }
    }
    text
}

/// Checks each case of a data file: `expected` cuts the marked text, `found` the plain one.
fn check(
    table: &str,
    at_least: usize,
    expected: impl Fn(&str) -> Vec<String>,
    found: impl Fn(&str) -> Vec<String>,
) {
    let cases = cases(table);
    assert!(cases.iter().filter(|(_, known_limit)| !known_limit).count() >= at_least);
    let mut wrong = Vec::new();
    for (marked, known_limit) in cases {
        let expected = expected(&marked);
        let found = found(&marked.replace(BREAK, ""));
        if (expected == found) == known_limit {
            let note = if known_limit {
                "no longer a limit"
            } else {
                "expected"
            };
            wrong.push(format!("{note} {expected:?}\n   found {found:?}"));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// Checks the sentences of a data file.
fn check_sentences(table: &str, at_least: usize) {
    check(
        table,
        at_least,
        |marked| {
            marked
                .split(BREAK)
                .map(|part| part.trim().to_owned())
                .collect()
        },
        |text| {
            sentences(text)
                .map(|sentence| sentence.text.to_owned())
                .collect()
        },
    );
}

/// Checks the tokens of a data file.
fn check_tokens(table: &str, at_least: usize) {
    check(
        table,
        at_least,
        |marked| {
            let parts = marked.split(|c: char| c == BREAK || c.is_whitespace());
            parts
                .filter(|part| !part.is_empty())
                .map(str::to_owned)
                .collect()
        },
        |text| tokens(text).map(|token| token.text.to_owned()).collect(),
    );
}

#[test]
fn hard_sentences_come_out_right() {
    check_sentences(include_str!("data/hard-sentences.txt"), 300);
    check_sentences(include_str!("data/blind-sentences.txt"), 400);
}

#[test]
fn hard_tokens_come_out_right() {
    check_tokens(include_str!("data/hard-tokens.txt"), 180);
    check_tokens(include_str!("data/blind-tokens.txt"), 300);
}

/// Pieces that Hindi text and its traps are made of.
fn piece() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "है",
        "गया",
        "कहा",
        "के",
        "ने",
        "पर",
        "उन्होंने",
        "डॉ",
        "कि.मी",
        "भा.ज.पा",
        "एम",
        "आई",
        "जी",
        "A",
        "ए.",
        "प्रश्न",
        "क्‍या",
        "स्त्री",
        "दुःख",
        "कोऽहम्",
        "H₂O",
        "iPhone",
        "don't",
        "5",
        "१२",
        "1,00,000",
        "2.5",
        "18/01/2022",
        "https://a.in/b?c",
        "www.b.org",
        "x@y.com",
        "@nam_e",
        "#योग",
        "\u{95B}रा",
    ]);
    let marks = prop::sample::select(vec![
        " ",
        "  ",
        "\u{A0}",
        "\n",
        "\r\n",
        "\n\n",
        "\u{2028}",
        "।",
        "॥",
        "|",
        ".",
        "..",
        "…",
        "?",
        "!",
        ",",
        ":",
        "-",
        "–",
        "/",
        "\"",
        "'",
        "“",
        "”",
        "‘",
        "’",
        "(",
        ")",
        "[",
        "%",
        "₹",
        "@",
        "#",
        "_",
        "*",
        "\u{94D}",
        "\u{93C}",
        "\u{200D}",
        "\u{200C}",
        "\u{FE0F}",
        "\u{20E3}",
        "\u{301}",
        "😀",
        "👍🏽",
        "🇮🇳",
        "👨‍👩‍👧",
        "1️⃣",
        "🏴",
        "\u{1F1E6}",
        "\u{E0067}",
    ]);
    prop_oneof![
        4 => words.prop_map(str::to_owned),
        6 => marks.prop_map(str::to_owned),
        2 => "[\u{900}-\u{97F}]{1,4}",
        1 => "[ -~]{1,4}",
        1 => any::<char>().prop_map(String::from),
    ]
}

fn soup() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..24).prop_map(|pieces| pieces.concat())
}

fn is_white_space(text: &str) -> bool {
    text.chars().all(char::is_whitespace)
}

/// Whether ranges come in order, do not overlap, lie on character boundaries, and leave out
/// white space only.
fn cover(text: &str, ranges: impl Iterator<Item = Range<usize>>) -> bool {
    let mut end = 0;
    for range in ranges {
        let between = text.get(end..range.start);
        if range.is_empty()
            || !between.is_some_and(is_white_space)
            || text.get(range.clone()).is_none()
        {
            return false;
        }
        end = range.end;
    }
    text.get(end..).is_some_and(is_white_space)
}

fn sentence_ranges(text: &str) -> Vec<Range<usize>> {
    sentences(text).map(|sentence| sentence.range).collect()
}

/// What fuzzing has found.
#[test]
fn a_run_of_a_mark_lies_in_one_sentence() {
    for text in [
        "रात||0||||@@",
        "रात।।१।।।।",
        "रात॥ १ ॥॥ दिन",
        "रात।। १ ||| दिन",
    ] {
        let whole: Vec<_> = tokens(text).collect();
        let parts: Vec<_> = sentences(text).flat_map(|part| part.tokens()).collect();
        assert_eq!(parts, whole, "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn tokens_cover_the_text_and_hold_no_white_space(text in soup()) {
        prop_assert!(cover(&text, tokens(&text).map(|token| token.range)));
        for token in tokens(&text) {
            prop_assert_eq!(&text[token.range], token.text);
            prop_assert!(!token.text.contains(char::is_whitespace), "{:?}", token.text);
        }
    }

    #[test]
    fn no_token_ends_inside_a_grapheme_cluster(text in soup()) {
        let mut start = 0;
        for cluster in graphemes(&text) {
            let inside = start + 1..start + cluster.len();
            start += cluster.len();
            // The exception that the documentation states.
            if cluster.contains(char::is_whitespace) {
                continue;
            }
            for token in tokens(&text) {
                prop_assert!(!inside.contains(&token.range.end), "{:?} cuts {cluster:?}", token.text);
            }
        }
    }

    #[test]
    fn sentences_cover_the_text_and_keep_tokens_whole(text in soup()) {
        prop_assert!(cover(&text, sentences(&text).map(|sentence| sentence.range)));
        for sentence in sentences(&text) {
            prop_assert_eq!(&text[sentence.range.clone()], sentence.text);
            prop_assert_eq!(sentence.text, sentence.text.trim());
        }
        let within: Vec<_> = sentences(&text).flat_map(|sentence| sentence.tokens()).collect();
        prop_assert_eq!(within, tokens(&text).collect::<Vec<_>>());
        let joined: Vec<_> = sentences(&text)
            .join_lines(true)
            .flat_map(|sentence| sentence.tokens())
            .collect();
        prop_assert_eq!(joined, tokens(&text).collect::<Vec<_>>());
    }

    #[test]
    fn paragraphs_are_segmented_apart(first in soup(), second in soup()) {
        let both = format!("{first}\n\n{second}");
        let shift = first.len() + 2;
        let mut expected = sentence_ranges(&first);
        expected.extend(
            sentence_ranges(&second).into_iter().map(|range| range.start + shift..range.end + shift),
        );
        prop_assert_eq!(sentence_ranges(&both), expected);
    }

    #[test]
    fn no_text_is_too_strange(text in any::<String>()) {
        prop_assert!(cover(&text, tokens(&text).map(|token| token.range)));
        prop_assert!(cover(&text, sentences(&text).map(|sentence| sentence.range)));
    }
}

/// Found by a property: the blank was taken for a part of the word after it.
#[test]
fn a_list_number_may_follow_a_byte_order_mark_and_a_blank() {
    for text in [
        "\u{FEFF}\u{A0}प्रश्न 1. भारत की राजधानी",
        "\u{FEFF} विकल्प P. ओडिशा",
    ] {
        let found: Vec<&str> = akshar::sentences(text)
            .map(|sentence| sentence.text)
            .collect();
        assert_eq!(found, [text]);
    }
}

/// Found by a fuzz target: a letter that is prepended, such as the Malayalam dot reph, is one
/// cluster with the sign after it, and the sentence ended inside the word that they began.
#[test]
fn a_sign_after_a_prepended_letter_ends_its_token() {
    for sign in ["।", ".", "?", "!", "|", "…"] {
        let text = format!("\u{D4E}{sign}\u{A964} ग\u{D4E}{sign} नदी");
        let mut tokens = akshar::tokens(&text);
        for sentence in akshar::sentences(&text) {
            for token in sentence.tokens() {
                assert_eq!(tokens.next(), Some(token), "{text:?}");
            }
        }
        assert_eq!(tokens.next(), None, "{text:?}");
    }
}
