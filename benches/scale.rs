//! The same text in short pieces and in long ones: the time for a byte must not grow with the
//! length.
//!
//! With the environment variable `AKSHAR_GIGABYTE` there is a piece of 1 GB too; give Criterion
//! `--quick` then.

mod support;

use std::hint::black_box;

use akshar::{Folder, Scheme, transliterate};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

const CANDIDATES: [support::Candidate; 7] = [
    support::BASELINE,
    ("graphemes", |text| akshar::graphemes(text).count()),
    ("tokens", |text| akshar::tokens(text).count()),
    ("sentences", |text| akshar::sentences(text).count()),
    ("nfc", |text| akshar::nfc(text).len()),
    ("fold", |text| Folder::search().fold(text).len()),
    ("iso15919", |text| {
        transliterate(text, Scheme::Devanagari, Scheme::Iso15919).len()
    }),
];

/// One paragraph without an end, and no space between its sentences.
fn one_paragraph(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").replace("। ", "।")
}

/// The text, cut into pieces of so many bytes or a few less.
fn pieces(mut text: &str, length: usize) -> Vec<&str> {
    let mut pieces = Vec::new();
    while !text.is_empty() {
        let is_boundary = |&end: &usize| text.is_char_boundary(end);
        let end = (1..=length.min(text.len())).rfind(is_boundary);
        let (piece, rest) = text.split_at(end.unwrap_or(text.len()));
        pieces.push(piece);
        text = rest;
    }
    pieces
}

fn scale(criterion: &mut Criterion) {
    let mut lengths: Vec<usize> = vec![1_000, 100_000, 10_000_000];
    if std::env::var_os("AKSHAR_GIGABYTE").is_some() {
        lengths.push(1_000_000_000);
    }
    // News where there is some.
    let Some(corpus) = support::corpora().pop() else {
        return;
    };
    let paragraph = one_paragraph(&corpus.text);
    for (form, text) in [("lines", corpus.text), ("one paragraph", paragraph)] {
        for &length in &lengths {
            let text = text.repeat(length.max(10_000_000).div_ceil(text.len()));
            let pieces = pieces(&text, length);
            let name = format!("scale/{form}, 10^{} bytes", length.ilog10());
            let mut group = criterion.benchmark_group(name);
            group.sample_size(10);
            group.throughput(Throughput::Bytes(text.len() as u64));
            for (name, function) in CANDIDATES {
                let all = || -> usize { pieces.iter().map(|text| function(black_box(text))).sum() };
                group.bench_function(name, |bencher| bencher.iter(all));
            }
            group.finish();
        }
    }
}

criterion_group!(benches, scale);
criterion_main!(benches);
