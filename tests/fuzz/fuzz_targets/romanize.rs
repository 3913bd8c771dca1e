//! Romanization gives ASCII for Devanagari, and slugs are slugs.
#![no_main]

use akshar::{Romanizer, devanagari};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let latin = akshar::romanize(text);
    if text.chars().all(|c| c.is_ascii() || devanagari::contains(c)) {
        assert!(latin.is_ascii(), "{latin}");
    }
    assert!(!latin.chars().any(devanagari::contains), "{latin}");
    let _ = Romanizer::new().title_case(true).romanize(text);
    let slug = Romanizer::new().slug(true).romanize(text);
    let is_part = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    assert!(slug.chars().all(|c| is_part(c) || c == '-'), "{slug}");
    assert!(!slug.starts_with('-') && !slug.ends_with('-') && !slug.contains("--"));
    for word in akshar::words(text).take(3) {
        assert!(Romanizer::new().candidates(word.text, 3).len() <= 3);
    }
});
