//! Every scheme writes and reads anything; ISO 15919 and SLP1 lose nothing.
#![no_main]

use akshar::{Scheme, Schwa, Transliterator, transliterate};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for &scheme in Scheme::ALL {
        let _ = transliterate(text, Scheme::Devanagari, scheme);
        let spoken = Transliterator::new(Scheme::Devanagari, scheme).schwa(Schwa::Delete);
        let _ = spoken.transliterate(text);
        if scheme.can_decode() {
            let _ = transliterate(text, scheme, Scheme::Devanagari);
            let _ = Transliterator::new(scheme, Scheme::Devanagari).try_decode(text);
        }
    }
    let nfc = akshar::nfc(text);
    for scheme in [Scheme::Iso15919, Scheme::Slp1] {
        let latin = transliterate(&nfc, Scheme::Devanagari, scheme);
        assert_eq!(transliterate(&latin, scheme, Scheme::Devanagari), nfc);
    }
});
