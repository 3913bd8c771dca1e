//! The terms of a text for search.

mod support;

use std::sync::LazyLock;

use akshar::{Analyzer, Keys};
use criterion::{Criterion, criterion_group, criterion_main};

static WITHOUT_STEMS: LazyLock<Analyzer> = LazyLock::new(|| Analyzer::new().stem(false));
static WHOLE: LazyLock<Analyzer> = LazyLock::new(Analyzer::new);
static WITH_KEYS: LazyLock<Analyzer> = LazyLock::new(|| Analyzer::new().keys(Keys::Added));

fn length(analyzer: &Analyzer, text: &str) -> usize {
    let mut length = 0;
    for term in analyzer.terms(text) {
        length += term.text.len();
    }
    length
}

fn terms(criterion: &mut Criterion) {
    let candidates: [support::Candidate; 4] = [
        ("tokens", |text| akshar::tokens(text).count()),
        ("terms without stems", |text| length(&WITHOUT_STEMS, text)),
        ("terms", |text| length(&WHOLE, text)),
        ("terms with keys", |text| length(&WITH_KEYS, text)),
    ];
    support::compare(criterion, "analyzer", &support::corpora(), &candidates);
}

criterion_group!(benches, terms);
criterion_main!(benches);
