//! Tokens and words.

mod support;

use criterion::{Criterion, criterion_group, criterion_main};
use unicode_segmentation::UnicodeSegmentation;

fn tokens(criterion: &mut Criterion) {
    let candidates: [support::Candidate; 3] = [
        ("tokens", |text| akshar::tokens(text).count()),
        ("words", |text| akshar::words(text).count()),
        ("unicode-segmentation words", |text| {
            text.unicode_words().count()
        }),
    ];
    support::compare(criterion, "tokens", &support::corpora(), &candidates);
}

criterion_group!(benches, tokens);
criterion_main!(benches);
