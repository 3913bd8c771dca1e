//! Stems, dictionary forms, search keys and the terms of an analyzer are made of any text.
#![no_main]

use std::collections::HashSet;

use akshar::{Analyzer, Folder, Keys, TermKind, devanagari};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    check_terms(&Analyzer::new(), text);
    check_terms(&Analyzer::new().folder(Folder::display()).keys(Keys::Added), text);
    check_terms(&Analyzer::none().keys(Keys::Only), text);
    check_word(text);
    for word in akshar::words(text) {
        check_word(word.text);
    }
});

fn check_terms(analyzer: &Analyzer, text: &str) {
    let mut tokens = akshar::tokens(text).peekable();
    let mut last = (0, 0);
    let mut words = 0;
    for term in analyzer.terms(text) {
        assert!(!term.text.is_empty());
        assert!(last <= (term.position, term.range.start), "{term:?}");
        last = (term.position, term.range.start);
        // It stands for a token, but for the sign of a hashtag or mention.
        while tokens.next_if(|token| token.range.end < term.range.end).is_some() {
            words += 1;
        }
        let token = tokens.peek().unwrap();
        assert_eq!(token.range.end, term.range.end);
        let is_tagged = matches!(token.kind.name(), "hashtag" | "mention");
        assert_eq!(term.range.start, token.range.start + usize::from(is_tagged));
        assert!(term.position <= words);
        assert!(term.kind == TermKind::Key || term.kind.name() == token.kind.name());
    }
}

fn check_word(word: &str) {
    assert!(word.is_empty() || !akshar::stem(word).is_empty());
    assert!(word.is_empty() || !akshar::lemma(word).is_empty());
    // What is no Devanagari is its own dictionary form.
    if !word.chars().any(devanagari::contains) {
        assert_eq!(akshar::lemma(word), word);
    }
    let keys = akshar::search_keys(word);
    assert!(keys.len() <= 33);
    assert_eq!(keys.iter().collect::<HashSet<_>>().len(), keys.len());
    for key in &keys {
        assert!(!key.is_empty());
        let is_plain = |c: char| !c.is_ascii_uppercase() && !devanagari::contains(c);
        assert!(key.chars().all(is_plain), "{key}");
    }
    if !word.chars().any(char::is_alphanumeric) {
        assert!(keys.is_empty());
    }
    // Spellings that search takes for one meet.
    let folded = akshar::search_keys(&Folder::search().fold(word));
    assert!(keys.is_empty() || keys.iter().any(|key| folded.contains(key)));
}
