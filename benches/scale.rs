//! The same text in short pieces and in long ones: the time for a byte must not grow with the
//! length.
//!
//! With the environment variable `AKSHAR_GIGABYTE` there is a piece of 1 GB too; give Criterion
//! `--quick` then.

mod support;

use akshar::{Folder, Scheme, transliterate};
use criterion::{Criterion, criterion_group, criterion_main};
use support::Corpus;

/// One paragraph without an end, and no space between its sentences.
fn one_paragraph(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").replace("। ", "।")
}

/// The text, cut into pieces of so many bytes or a few less.
fn pieces(mut text: &str, length: usize) -> Vec<String> {
    let mut pieces = Vec::new();
    while !text.is_empty() {
        let is_boundary = |&end: &usize| text.is_char_boundary(end);
        let end = (1..=length.min(text.len())).rfind(is_boundary);
        let (piece, rest) = text.split_at(end.unwrap_or(text.len()));
        pieces.push(piece.to_owned());
        text = rest;
    }
    pieces
}

fn scale(criterion: &mut Criterion) {
    let candidates: [support::Candidate; 6] = [
        ("graphemes", |text| akshar::graphemes(text).count()),
        ("tokens", |text| akshar::tokens(text).count()),
        ("sentences", |text| akshar::sentences(text).count()),
        ("nfc", |text| akshar::nfc(text).len()),
        ("fold", |text| Folder::search().fold(text).len()),
        ("iso15919", |text| {
            transliterate(text, Scheme::Devanagari, Scheme::Iso15919).len()
        }),
    ];
    let mut lengths: Vec<usize> = vec![1_000, 100_000, 10_000_000];
    if std::env::var_os("AKSHAR_GIGABYTE").is_some() {
        lengths.push(1_000_000_000);
    }
    // News where there is some.
    let Some(corpus) = support::corpora().pop() else {
        return;
    };
    let lines = corpus.texts.concat();
    let paragraph = one_paragraph(&lines);
    for (form, text) in [("lines", lines), ("one paragraph", paragraph)] {
        for &length in &lengths {
            let text = text.repeat(length.max(10_000_000).div_ceil(text.len()));
            let corpus = Corpus {
                name: format!("{form}, 10^{} bytes", length.ilog10()),
                texts: pieces(&text, length),
            };
            support::compare(criterion, "scale", &[corpus], &candidates);
        }
    }
}

criterion_group!(benches, scale);
criterion_main!(benches);
