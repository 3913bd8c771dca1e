//! Transliteration both ways, spoken forms, and everyday romanization.

mod support;

use std::collections::BTreeSet;

use akshar::{Scheme, Schwa, Transliterator, transliterate};
use criterion::{Criterion, criterion_group, criterion_main};

fn encode(criterion: &mut Criterion) {
    let candidates: [support::Candidate; 3] = [
        ("iso15919", |text| {
            transliterate(text, Scheme::Devanagari, Scheme::Iso15919).len()
        }),
        ("slp1", |text| {
            transliterate(text, Scheme::Devanagari, Scheme::Slp1).len()
        }),
        ("iso15919 spoken", |text| {
            let transliterator = Transliterator::new(Scheme::Devanagari, Scheme::Iso15919);
            transliterator
                .schwa(Schwa::Delete)
                .transliterate(text)
                .len()
        }),
    ];
    support::compare(criterion, "encode", &support::corpora(), &candidates);
}

fn decode(criterion: &mut Criterion) {
    let corpora = support::corpora_rewritten(|text| {
        transliterate(&akshar::nfc(text), Scheme::Devanagari, Scheme::Iso15919)
    });
    let candidates: [support::Candidate; 1] = [("iso15919", |text| {
        transliterate(text, Scheme::Iso15919, Scheme::Devanagari).len()
    })];
    support::compare(criterion, "decode", &corpora, &candidates);
}

/// Each word of a text once, so that none is remembered from before.
fn distinct_words(text: &str) -> String {
    let words: BTreeSet<&str> = akshar::words(text).map(|word| word.text).collect();
    words.into_iter().flat_map(|word| [word, " "]).collect()
}

fn romanize(criterion: &mut Criterion) {
    let candidates: [support::Candidate; 1] = [("romanize", |text| akshar::romanize(text).len())];
    let corpora = [
        ("romanize", support::corpora()),
        (
            "romanize distinct words",
            support::corpora_rewritten(distinct_words),
        ),
    ];
    for (group, corpora) in corpora {
        support::compare(criterion, group, &corpora, &candidates);
    }
}

criterion_group!(benches, encode, decode, romanize);
criterion_main!(benches);
