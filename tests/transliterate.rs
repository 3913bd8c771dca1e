//! Transliteration, through the public API.

use akshar::Scheme::{self, Devanagari, Iso15919, Slp1};
use akshar::transliterate::{Danda, Digits};
use akshar::{Transliterator, nfc, transliterate};

const LOSSLESS: [Scheme; 2] = [Iso15919, Slp1];

/// Asserts that a text comes back from a scheme, and that the Latin text is NFC and well formed.
fn assert_round_trip(text: &str, scheme: Scheme) {
    let text = nfc(text);
    for (digits, danda) in [
        (Digits::Convert, Danda::Convert),
        (Digits::Keep, Danda::Keep),
    ] {
        let there = Transliterator::new(Devanagari, scheme)
            .digits(digits)
            .danda(danda);
        let back = Transliterator::new(scheme, Devanagari)
            .digits(digits)
            .danda(danda);
        let latin = there.transliterate(&text);
        assert_eq!(nfc(&latin), latin, "not NFC: {text:?} as {scheme}");
        assert_eq!(
            back.try_decode(&latin).as_deref(),
            Ok(&*text),
            "{text:?} as {scheme}: {latin:?}"
        );
    }
}

/// Everything of the block, and what clashes with how it is written.
fn alphabet() -> Vec<char> {
    let others = "kha1.|:'’⟨⟩◌{}`0\\^~\u{200C}\u{200D} \nā\u{301}\u{331}\u{323}";
    ('\u{900}'..='\u{97F}').chain(others.chars()).collect()
}

#[test]
fn every_pair_comes_back() {
    let alphabet = alphabet();
    for scheme in LOSSLESS {
        for first in &alphabet {
            for second in &alphabet {
                assert_round_trip(&String::from_iter([first, second]), scheme);
            }
        }
    }
}
#[test]
fn every_triple() {
    let alphabet = alphabet();
    for scheme in LOSSLESS {
        for first in &alphabet {
            for second in &alphabet {
                for third in &alphabet {
                    assert_round_trip(&String::from_iter([first, second, third]), scheme);
                }
            }
        }
    }
}
