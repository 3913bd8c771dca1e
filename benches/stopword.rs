//! Stopwords among the words of a text.

mod support;

use criterion::{Criterion, criterion_group, criterion_main};

/// The words of a text, one a line.
fn word_lines(text: &str) -> String {
    akshar::words(text)
        .flat_map(|word| [word.text, "\n"])
        .collect()
}

fn stopwords(criterion: &mut Criterion) {
    let candidates: [support::Candidate; 2] = [
        ("lines alone", |text| text.lines().count()),
        ("is_stopword", |text| {
            text.lines()
                .filter(|word| akshar::is_stopword(word))
                .count()
        }),
    ];
    support::compare(
        criterion,
        "stopwords",
        &support::corpora_rewritten(word_lines),
        &candidates,
    );
}

criterion_group!(benches, stopwords);
criterion_main!(benches);
