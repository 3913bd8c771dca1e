//! The whole analysis of any text agrees with its parts.
#![no_main]

use akshar::Article;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let article = Article::parse(text);
    assert_eq!(article.counts.sentences, article.sentences().count());
    assert_eq!(article.counts.tokens, article.tokens().count());
    // A byte order mark is no part of the article.
    let analyzed = text.trim_start_matches('\u{FEFF}');
    let marks = text.len() - analyzed.len();
    assert_eq!(article.counts.tokens, akshar::tokens(analyzed).count());
    assert_eq!(article.counts.words, akshar::words(analyzed).count());
    assert_eq!(article.counts.grapheme_clusters, akshar::graphemes(analyzed).count());
    let sentences = akshar::sentences(analyzed);
    let ranges = sentences.map(|sentence| sentence.range.start + marks..sentence.range.end + marks);
    assert!(article.sentences().map(|sentence| sentence.range.clone()).eq(ranges));
    for sentence in article.sentences() {
        assert_eq!(&text[sentence.range.clone()], sentence.text);
        for index in &sentence.stopwords {
            assert!(akshar::is_stopword(sentence.tokens[*index].text));
        }
    }
    let mut end = 0;
    for paragraph in &article.paragraphs {
        assert_eq!(&text[paragraph.range.clone()], paragraph.text);
        assert!(paragraph.range.start >= end);
        end = paragraph.range.end;
    }
    if let Some(headline) = &article.headline {
        assert_eq!(&text[headline.range.clone()], headline.text);
        assert_eq!(akshar::Romanizer::new().slug(true).romanize(headline.text), headline.slug);
    }
    let mut score = 1.0;
    for keyword in &article.keywords {
        assert!(!keyword.text.is_empty() && keyword.count > 0);
        assert!((0.0..=score).contains(&keyword.score));
        score = keyword.score;
    }
});
