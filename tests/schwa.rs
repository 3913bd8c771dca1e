//! Which inherent schwas are spoken: words as Hindi speakers say them.

use akshar::transliterate::spoken_schwas;
use akshar::{Scheme, Schwa, Transliterator};
use proptest::prelude::*;

fn spoken(word: &str) -> String {
    let to_iso = Transliterator::new(Scheme::Devanagari, Scheme::Iso15919);
    to_iso.schwa(Schwa::Delete).transliterate(word)
}

fn check(words: &[(&str, &str)]) {
    for (word, latin) in words {
        assert_eq!(spoken(word), *latin, "{word}");
    }
}

#[test]
fn a_final_schwa_is_silent() {
    check(&[
        ("घर", "ghar"),
        ("कमल", "kamal"),
        ("किताब", "kitāb"),
        ("राम", "rām"),
        ("सड़क", "saṛak"),
        ("ग़लत", "ġalat"),
        ("गाँव", "gām̐v"),
        ("संघ", "saṁgh"),
        ("वस्त", "vast"),
        ("धर्म", "dharm"),
        ("अर्थ", "arth"),
        ("शब्द", "śabd"),
    ]);
}

#[test]
fn a_word_of_one_syllable_keeps_its_schwa() {
    check(&[("न", "na"), ("व", "va")]);
}

#[test]
fn a_schwa_between_two_syllables_is_silent() {
    check(&[
        ("लड़का", "laṛkā"),
        ("सरकारी", "sarkārī"),
        ("समझना", "samajhnā"),
        ("समझाना", "samjhānā"),
        ("निकलना", "nikalnā"),
        ("निकाला", "nikālā"),
        ("रहना", "rahnā"),
        ("उसकी", "uskī"),
        ("बोलता", "bōltā"),
        ("आँगन", "ām̐gan"),
        ("राजनीति", "rājnīti"),
        ("समाजवादी", "samājvādī"),
        ("कारवाई", "kārvāī"),
        ("जानवर", "jānvar"),
    ]);
}

#[test]
fn a_schwa_beside_a_cluster_is_spoken() {
    check(&[
        ("पत्थर", "patthar"),
        ("बच्चा", "baccā"),
        ("कलम", "kalam"),
        ("सरल", "saral"),
        ("नमक", "namak"),
        ("समस्या", "samasyā"),
        ("परीक्षा", "parīkṣā"),
        ("संस्कृत", "saṁskr̥t"),
        ("निर्भर", "nirbhar"),
    ]);
}

#[test]
fn two_schwas_in_a_row_are_not_both_silent() {
    check(&[
        ("बचपन", "bacpan"),
        ("टमटम", "ṭamṭam"),
        // The separator keeps ṭ and h apart.
        ("कटहल", "kaṭ:hal"),
        ("हलचल", "halcal"),
        ("मलमल", "malmal"),
        ("गजराज", "gajrāj"),
        ("पनघट", "panghaṭ"),
    ]);
}

/// What the rules alone cannot know: where compounds are joined, and which stem is inflected.
#[cfg(feature = "trained")]
#[test]
fn compounds_and_inflected_words() {
    check(&[
        ("प्रधानमंत्री", "pradhānmaṁtrī"),
        ("मुख्यमंत्री", "mukhyamaṁtrī"),
        ("जनसंख्या", "jansaṁkhyā"),
        ("लोकसभा", "lōksabhā"),
        ("लोकतंत्र", "lōktaṁtra"),
        ("राजकुमार", "rājkumār"),
        ("अंतरराष्ट्रीय", "aṁtarrāṣṭrīy"),
        ("तमिलनाडु", "tamilnāḍu"),
        ("ख़बरों", "k͟habarōṁ"),
        ("लड़कों", "laṛkōṁ"),
        ("ठीकरों", "ṭhīkrōṁ"),
        ("शब्दकोश", "śabdakōś"),
        ("अहमदाबाद", "ahmadābād"),
        ("अमानवीयता", "amānavīyatā"),
    ]);
}

/// Learned from how words are said: the same letters keep a schwa in one place and not in another.
#[cfg(feature = "trained")]
#[test]
fn schwas_that_the_weights_decide() {
    check(&[
        ("अंतराल", "aṁtarāl"),
        ("अरदली", "ardalī"),
        ("खलबली", "khalbalī"),
        ("जनवरी", "janvarī"),
        ("मक़बरा", "maqbarā"),
        ("हथकड़ी", "hathkaṛī"),
        ("अजगर", "ajgar"),
        ("तिकड़म", "tikṛam"),
        ("चांसलर", "cāṁslar"),
        ("अँगरेज़", "am̐grēz"),
        ("गायब", "gāyab"),
        ("मूर्खता", "mūrkhatā"),
        ("यंत्र", "yaṁtra"),
        ("शून्य", "śūnya"),
        ("पूर्व", "pūrv"),
        ("प्रश्न", "praśna"),
        ("लीडरी", "līḍarī"),
        ("बेनतीजा", "bēnatījā"),
    ]);
}

#[test]
fn nukta_spellings_are_alike() {
    assert_eq!(spoken_schwas("\u{095B}मीन"), spoken_schwas("ज़मीन"));
    assert_eq!(spoken_schwas("पेड़"), spoken_schwas("पे\u{095C}"));
}

#[test]
fn what_is_no_devanagari_word_has_no_schwas() {
    for text in ["", "kamal", "1947", "।", "ाी", "अआ", "क्"] {
        assert!(spoken_schwas(text).is_empty(), "{text}");
    }
}

proptest! {
    /// A schwa stands after each consonant without a vowel sign or virama.
    #[test]
    fn there_is_an_answer_for_each_schwa(word in "[क-हािीुेो्ंँ़]{0,12}") {
        let letters: Vec<char> = word.chars().filter(|c| *c != '़').collect();
        let is_schwa = |at: usize| {
            let next = letters.get(at + 1);
            ('क'..='ह').contains(&letters[at])
                && !next.is_some_and(|next| "ािीुेो्".contains(*next))
        };
        let schwas = (0..letters.len()).filter(|at| is_schwa(*at)).count();
        prop_assert_eq!(spoken_schwas(&word).len(), schwas);
    }
}
