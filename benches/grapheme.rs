//! Grapheme clusters, beside the reference crate.

mod support;

use criterion::{Criterion, criterion_group, criterion_main};
use unicode_segmentation::UnicodeSegmentation;

fn graphemes(criterion: &mut Criterion) {
    let candidates: [support::Candidate; 3] = [
        ("akshar", |text| akshar::graphemes(text).count()),
        ("akshar backward", |text| {
            akshar::graphemes(text).rev().count()
        }),
        ("unicode-segmentation", |text| text.graphemes(true).count()),
    ];
    support::compare(criterion, "graphemes", &support::corpora(), &candidates);
}

criterion_group!(benches, graphemes);
criterion_main!(benches);
