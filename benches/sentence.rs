//! Sentences.

mod support;

use criterion::{Criterion, criterion_group, criterion_main};
use unicode_segmentation::UnicodeSegmentation;

fn sentences(criterion: &mut Criterion) {
    let candidates: [support::Candidate; 2] = [
        ("akshar", |text| akshar::sentences(text).count()),
        ("unicode-segmentation", |text| {
            text.unicode_sentences().count()
        }),
    ];
    support::compare(criterion, "sentences", &support::corpora(), &candidates);
}

criterion_group!(benches, sentences);
criterion_main!(benches);
