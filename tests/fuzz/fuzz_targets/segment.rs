//! Tokens and sentences cover what is not white space, and lie in one another.
#![no_main]

use akshar::{Stopwords, TokenKind};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let mut end = 0;
    let mut words = akshar::words(text);
    for token in akshar::tokens(text) {
        assert!(text[end..token.range.start].chars().all(char::is_whitespace));
        assert!(!token.text.is_empty());
        assert!(!token.text.contains(char::is_whitespace));
        assert_eq!(&text[token.range.clone()], token.text);
        if token.kind == TokenKind::Word {
            assert_eq!(words.next().as_ref(), Some(&token));
            let class = Stopwords::hindi().class(token.text);
            assert_eq!(class, Stopwords::hindi().class(&akshar::nfc(token.text)));
            assert_eq!(class.is_some(), akshar::is_stopword(token.text));
        }
        end = token.range.end;
    }
    assert!(text[end..].chars().all(char::is_whitespace));
    assert_eq!(words.next(), None);

    for join_lines in [false, true] {
        let mut tokens = akshar::tokens(text);
        let mut end = 0;
        for sentence in akshar::sentences(text).join_lines(join_lines) {
            assert!(text[end..sentence.range.start].chars().all(char::is_whitespace));
            assert_eq!(&text[sentence.range.clone()], sentence.text);
            assert_eq!(sentence.text.trim(), sentence.text);
            for token in sentence.tokens() {
                assert_eq!(tokens.next(), Some(token));
            }
            end = sentence.range.end;
        }
        assert!(text[end..].chars().all(char::is_whitespace));
        assert_eq!(tokens.next(), None);
    }
});
