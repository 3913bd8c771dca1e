//! The whole analysis of any text agrees with its parts.
#![no_main]

use akshar::Article;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let article = Article::parse(text);
    assert_eq!(article.counts.sentences, article.sentences().count());
    assert_eq!(article.counts.tokens, article.tokens().count());
    // A byte order mark is no part of the article.
    let analyzed = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    assert_eq!(article.counts.tokens, akshar::tokens(analyzed).count());
    assert_eq!(article.counts.grapheme_clusters, akshar::graphemes(text).count());
    for sentence in article.sentences() {
        assert_eq!(&text[sentence.range.clone()], sentence.text);
        for index in &sentence.stopwords {
            assert!(akshar::is_stopword(sentence.tokens[*index].text));
        }
    }
    for keyword in &article.keywords {
        assert!(keyword.count > 0 && (0.0..=1.0).contains(&keyword.score));
    }
});
