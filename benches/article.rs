//! The way from text to content words, and the whole analysis of an article.

mod support;

use akshar::{Article, TokenKind, is_stopword};
use criterion::{Criterion, criterion_group, criterion_main};

fn content_words(text: &str) -> usize {
    let normalized = akshar::nfc(text);
    akshar::sentences(&normalized)
        .flat_map(|sentence| sentence.tokens())
        .filter(|token| token.kind == TokenKind::Word && !is_stopword(token.text))
        .count()
}

fn pipeline(criterion: &mut Criterion) {
    let candidates: [support::Candidate; 2] = [
        ("content words", content_words),
        ("article", |text| Article::parse(text).counts.tokens),
    ];
    support::compare(criterion, "pipeline", &support::corpora(), &candidates);
}

criterion_group!(benches, pipeline);
criterion_main!(benches);
