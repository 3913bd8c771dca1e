//! Stopwords among the words of a text.

mod support;

use std::collections::HashSet;
use std::sync::LazyLock;

use criterion::{Criterion, criterion_group, criterion_main};

/// The words of a text, one a line.
fn word_lines(text: &str) -> String {
    akshar::words(text)
        .flat_map(|word| [word.text, "\n"])
        .collect()
}

/// What a caller without the crate would look words up in.
static STANDARD: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let stopwords = akshar::Stopwords::hindi();
    stopwords.iter().map(|(word, _)| word.to_owned()).collect()
});

fn stopwords(criterion: &mut Criterion) {
    let candidates: [support::Candidate; 4] = [
        ("lines alone", |text| text.lines().count()),
        ("HashSet", |text| {
            text.lines().filter(|word| STANDARD.contains(*word)).count()
        }),
        ("Stopwords::class", |text| {
            let stopwords = akshar::Stopwords::hindi();
            text.lines()
                .filter(|word| stopwords.class(word).is_some())
                .count()
        }),
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
