//! Stopwords among the words of a text, beside the standard library's set.

mod support;

use std::collections::HashSet;
use std::sync::LazyLock;

use akshar::Stopwords;
use criterion::{Criterion, criterion_group, criterion_main};

/// The words of a text, one a line.
fn word_lines(text: &str) -> String {
    akshar::words(text)
        .flat_map(|word| [word.text, "\n"])
        .collect()
}

static LIST: LazyLock<Stopwords> = LazyLock::new(Stopwords::hindi);
static SET: LazyLock<HashSet<&str>> = LazyLock::new(|| LIST.iter().map(|(word, _)| word).collect());

fn stopwords(criterion: &mut Criterion) {
    let candidates: [support::Candidate; 3] = [
        ("lines alone", |text| text.lines().count()),
        ("is_stopword", |text| {
            text.lines()
                .filter(|word| akshar::is_stopword(word))
                .count()
        }),
        ("HashSet", |text| {
            text.lines().filter(|word| SET.contains(word)).count()
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
