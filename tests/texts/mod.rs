//! The texts on which properties are tried, and how many.

use std::fmt::Debug;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::{TestCaseResult, TestRunner};

/// On how many texts of each kind a property is tried, unless `PROPTEST_CASES` says so.
const CASES: u32 = 10_000;

/// A kind of text: what it is called, and how one is made.
type Kind = (&'static str, BoxedStrategy<String>);

/// Every kind of text.
fn kinds() -> [Kind; 5] {
    [
        ("Devanagari soup", devanagari_soup().boxed()),
        ("mixed scripts", mixed_scripts().boxed()),
        ("an edited article", edited_article().boxed()),
        ("any Unicode", any_unicode().boxed()),
        ("wrong once", wrong_once().boxed()),
    ]
}

/// A text of any kind.
pub fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        devanagari_soup(),
        mixed_scripts(),
        edited_article(),
        any_unicode()
    ]
}

/// Tries a property on texts of each kind.
#[track_caller]
pub fn each_text(property: impl Fn(&str) -> TestCaseResult) {
    each_text_with(Just(()), |text, ()| property(text));
}

/// Tries a property on texts of each kind, each with something else that it takes.
#[track_caller]
pub fn each_text_with<S: Strategy>(with: S, property: impl Fn(&str, S::Value) -> TestCaseResult)
where
    S::Value: Debug,
{
    let mut config = ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = CASES;
    }
    for (name, texts) in kinds() {
        let mut runner = TestRunner::new(config.clone());
        if let Err(error) = runner.run(&(texts, &with), |(text, with)| property(&text, with)) {
            panic!("{name}: {error}");
        }
    }
}

/// Devanagari in any order: the block, and now and then its extensions, joiners and blanks.
fn devanagari_soup() -> impl Strategy<Value = String> {
    let character = prop_oneof![
        40 => proptest::char::range('\u{900}', '\u{97F}'),
        1 => proptest::char::range('\u{1CD0}', '\u{1CFF}'),
        1 => proptest::char::range('\u{A8E0}', '\u{A8FF}'),
        3 => select(&['\u{200D}', '\u{200C}', ' ', '.', '\n'][..]),
    ];
    proptest::collection::vec(character, 0..50).prop_map(String::from_iter)
}

/// What the rules of the crate look for, one beside the other, with and without blanks.
fn mixed_scripts() -> impl Strategy<Value = String> {
    proptest::collection::vec(piece(), 0..30).prop_map(|pieces| pieces.concat())
}

fn piece() -> impl Strategy<Value = String> {
    let sign = || select(SIGNS).prop_map(str::to_owned);
    let word = || select(&RULE_WORDS[..]);
    prop_oneof![
        8 => sign(),
        2 => word(),
        6 => word().prop_map(|word| word + " "),
        2 => word().prop_map(|word| word + ". "),
        1 => "[0-9०-९]{1,3}",
        1 => "[A-Za-z]{1,3}",
        1 => any::<char>().prop_map(String::from),
    ]
}

/// A part of an article of the repository, in which someone has typed.
fn edited_article() -> impl Strategy<Value = String> {
    let edits = proptest::collection::vec((any::<Index>(), edit()), 0..8);
    let place = (select(&ARTICLES[..]), any::<Index>(), 1_usize..400);
    (place, edits).prop_map(|((article, start, length), edits)| {
        let start = start.index(article.chars().count());
        let mut text: Vec<char> = article.chars().skip(start).take(length).collect();
        for (at, edit) in edits {
            let at = at.index(text.len() + 1);
            match edit {
                Edit::Insert(piece) => drop(text.splice(at..at, piece.chars())),
                Edit::Remove(count) => drop(text.drain(at..text.len().min(at + count))),
                Edit::Repeat(count) => {
                    let repeated = text[at..text.len().min(at + count)].to_vec();
                    text.splice(at..at, repeated);
                }
                Edit::Reverse(count) => {
                    let end = text.len().min(at + count);
                    text[at..end].reverse();
                }
            }
        }
        String::from_iter(text)
    })
}

#[derive(Debug, Clone)]
enum Edit {
    Insert(String),
    Remove(usize),
    Repeat(usize),
    Reverse(usize),
}

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        piece().prop_map(Edit::Insert),
        (1_usize..8).prop_map(Edit::Remove),
        (1_usize..8).prop_map(Edit::Repeat),
        (2_usize..4).prop_map(Edit::Reverse),
    ]
}

/// Any characters at all, controls and unassigned ones among them.
fn any_unicode() -> impl Strategy<Value = String> {
    proptest::collection::vec(any::<char>(), 0..30).prop_map(String::from_iter)
}

/// The texts that have been found to break a property.
fn wrong_once() -> impl Strategy<Value = String> {
    let texts = select(
        &[
            "\u{900}॰.०",
            "0।\u{200B}A.D",
            "राम॥ १ ॥॥ नाम",
            "\u{600}\u{A0}",
            "http://\u{600}.",
            "\n\u{951}\u{952}",
        ][..],
    );
    texts.prop_map(str::to_owned)
}

/// The articles of the repository, by name.
static ARTICLES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/articles");
    let files = fs::read_dir(folder).unwrap();
    let mut paths: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    paths.sort();
    let articles = paths.iter().map(|path| fs::read_to_string(path).unwrap());
    articles.collect()
});

/// The words in the tables after which the crate decides.
static RULE_WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let tables = [
        include_str!("../../data/abbreviations.tsv"),
        include_str!("../../data/letter-names.tsv"),
        include_str!("../../data/sentence-words.tsv"),
        include_str!("../../data/stopwords.tsv"),
    ];
    let lines = tables.iter().flat_map(|table| table.lines());
    let rows = lines.filter(|line| !line.starts_with('#'));
    let words = rows.filter_map(|row| row.split('\t').next());
    words.map(str::to_owned).collect()
});

/// What words are parted by and made of, and what troubles them: nasals and glides before what
/// they change at, nukta letters both ways, joiners, repeated marks, other scripts, sequences
/// of emoji, addresses.
#[rustfmt::skip]
const SIGNS: &[&str] = &[
    // Blanks and line breaks.
    " ", " ", " ", " ", "\n", "\n\n", "\r\n", "\t", "\u{A0}", "\u{2003}", "\u{2028}", "\u{85}",
    // Marks of sentences.
    "।", "॥", ".", "..", "…", "?", "!", "|", "||", ",", ";", ":",
    // Quotes, brackets, dashes.
    "\"", "'", "“", "”", "‘", "’", "«", "»", "(", ")", "[", "]", "{", "}", "⟨", "⟩", "[1]", "-",
    "–", "—",
    // Devanagari letter by letter.
    "क", "ग", "ङ", "च", "ञ", "ट", "ड", "ण", "त", "द", "न", "प", "म", "य", "र", "व", "ह", "ये",
    "यी", "गा", "न्", "म्", "ङ्", "ा", "ि", "ी", "े", "ॉ", "ॅ", "ं", "ँ", "ः", "ऽ", "ऑ", "अ",
    "\u{93C}", "\u{94D}", "\u{929}", "\u{958}", "\u{95C}", "\u{951}", "॰", "५",
    // What shows nothing.
    "\u{200D}", "\u{200C}", "\u{200B}", "\u{AD}", "\u{2060}", "\u{FEFF}", "\u{FE0F}", "\u{34F}",
    // Latin, with marks and case.
    "a", "G", "É", "e", "\u{301}", "\u{323}", "İ", "ǅ", "\u{212A}", "ā", "r̥", "◌",
    // Addresses and what begins them.
    "@", "#", "_", "http://", "www.", "a.in", "x@y.com", "/", "%", "&", "+", "\\", "^", "~", "`",
    "$", "₹", "₂",
    // Other scripts: Bengali, Tamil, Arabic, Thai, Hangul, Han.
    "ক", "্", "ி", "த", "\u{600}", "ع", "กำ", "\u{1100}", "\u{1161}", "가", "字", "٣",
    // Emoji.
    "😀", "👍🏽", "🇮🇳", "\u{1F1EE}", "👨‍👩‍👧", "\u{1F469}", "1️⃣", "🏴", "\u{E0067}", "©",
    "\u{20E3}",
];
