//! Transliteration, through the public API.

use std::collections::BTreeSet;

use akshar::Scheme::{
    self, Devanagari, HarvardKyoto, Hunterian, Iast, Iso15919, Itrans, Slp1, Velthuis, Wx,
};
use akshar::transliterate::{Danda, DecodeErrorKind, Digits, Unknown};
use akshar::{Schwa, Transliterator, is_nfc, nfc, transliterate};
use proptest::prelude::*;

const LOSSLESS: [Scheme; 2] = [Iso15919, Slp1];
const READABLE: [Scheme; 7] = [Iso15919, Iast, Itrans, HarvardKyoto, Slp1, Wx, Velthuis];

/// A text in Devanagari and in each of [`READABLE`].
const WORDS: [[&str; 8]; 42] = [
    [
        "भारत",
        "bhārata",
        "bhārata",
        "bhArata",
        "bhArata",
        "BArata",
        "BArawa",
        "bhaarata",
    ],
    [
        "हिन्दी",
        "hindī",
        "hindī",
        "hindI",
        "hindI",
        "hindI",
        "hinxI",
        "hindii",
    ],
    [
        "हिंदी",
        "hiṁdī",
        "hiṃdī",
        "hiMdI",
        "hiMdI",
        "hiMdI",
        "hiMxI",
        "hi.mdii",
    ],
    [
        "संस्कृत",
        "saṁskr̥ta",
        "saṃskṛta",
        "saMskRRita",
        "saMskRta",
        "saMskfta",
        "saMskqwa",
        "sa.msk.rta",
    ],
    [
        "कृष्ण",
        "kr̥ṣṇa",
        "kṛṣṇa",
        "kRRiShNa",
        "kRSNa",
        "kfzRa",
        "kqRNa",
        "k.r.s.na",
    ],
    [
        "ज्ञान",
        "jñāna",
        "jñāna",
        "j~nAna",
        "jJAna",
        "jYAna",
        "jFAna",
        "j~naana",
    ],
    [
        "क्षत्रिय",
        "kṣatriya",
        "kṣatriya",
        "kShatriya",
        "kSatriya",
        "kzatriya",
        "kRawriya",
        "k.satriya",
    ],
    ["श्री", "śrī", "śrī", "shrI", "zrI", "SrI", "SrI", "\"srii"],
    ["ऋषि", "r̥ṣi", "ṛṣi", "RRiShi", "RSi", "fzi", "qRi", ".r.si"],
    [
        "शिक्षा",
        "śikṣā",
        "śikṣā",
        "shikShA",
        "zikSA",
        "SikzA",
        "SikRA",
        "\"sik.saa",
    ],
    [
        "गङ्गा",
        "gaṅgā",
        "gaṅgā",
        "ga~NgA",
        "gaGgA",
        "gaNgA",
        "gafgA",
        "ga\"ngaa",
    ],
    [
        "पञ्चमी",
        "pañcamī",
        "pañcamī",
        "pa~nchamI",
        "paJcamI",
        "paYcamI",
        "paFcamI",
        "pa~ncamii",
    ],
    [
        "ठंडा",
        "ṭhaṁḍā",
        "ṭhaṃḍā",
        "ThaMDA",
        "ThaMDA",
        "WaMqA",
        "TaMdA",
        ".tha.m.daa",
    ],
    [
        "ढोल",
        "ḍhōla",
        "ḍhola",
        "Dhola",
        "Dhola",
        "Qola",
        "Dola",
        ".dhola",
    ],
    ["अणु", "aṇu", "aṇu", "aNu", "aNu", "aRu", "aNu", "a.nu"],
    ["हाँ", "hām̐", "hām̐", "hA.N", "hA~", "hA~", "hAz", "haa~m"],
    [
        "दुःख",
        "duḥkha",
        "duḥkha",
        "duHkha",
        "duHkha",
        "duHKa",
        "xuHKa",
        "du.hkha",
    ],
    [
        "ऐनक",
        "ainaka",
        "ainaka",
        "ainaka",
        "ainaka",
        "Enaka",
        "Enaka",
        "ainaka",
    ],
    [
        "औरत",
        "aurata",
        "aurata",
        "aurata",
        "aurata",
        "Orata",
        "Orawa",
        "aurata",
    ],
    ["एक", "ēka", "eka", "eka", "eka", "eka", "eka", "eka"],
    ["ओस", "ōsa", "osa", "osa", "osa", "osa", "osa", "osa"],
    [
        "ऊँट",
        "ūm̐ṭa",
        "ūm̐ṭa",
        "U.NTa",
        "U~Ta",
        "U~wa",
        "Uzta",
        "uu~m.ta",
    ],
    ["ईख", "īkha", "īkha", "Ikha", "Ikha", "IKa", "IKa", "iikha"],
    [
        "घड़ा",
        "ghaṛā",
        "ghar̤ā",
        "gha.DA",
        "ghar3A",
        "Gaq0A",
        "GadZA",
        "ghaRaa",
    ],
    [
        "पढ़ना",
        "paṛhanā",
        "par̤hanā",
        "pa.DhanA",
        "par3hanA",
        "paQ0anA",
        "paDZanA",
        "paRhanaa",
    ],
    [
        "ज़मीन",
        "zamīna",
        "zamīna",
        "zamIna",
        "z2amIna",
        "j0amIna",
        "jZamIna",
        "zamiina",
    ],
    [
        "फ़सल",
        "fasala",
        "fasala",
        "fasala",
        "fasala",
        "P0asala",
        "PZasala",
        "fasala",
    ],
    [
        "क़ुरान",
        "qurāna",
        "qurāna",
        "qurAna",
        "qurAna",
        "k0urAna",
        "kZurAna",
        "quraana",
    ],
    [
        "ख़बर",
        "k͟habara",
        "k͟habara",
        "Kabara",
        "qhabara",
        "K0abara",
        "KZabara",
        ".khabara",
    ],
    [
        "ग़म",
        "ġama",
        "ġama",
        "Gama",
        "g2ama",
        "g0ama",
        "gZama",
        ".gama",
    ],
    [
        "छात्र",
        "chātra",
        "chātra",
        "ChAtra",
        "chAtra",
        "CAtra",
        "CAwra",
        "chaatra",
    ],
    [
        "झंडा",
        "jhaṁḍā",
        "jhaṃḍā",
        "jhaMDA",
        "jhaMDA",
        "JaMqA",
        "JaMdA",
        "jha.m.daa",
    ],
    [
        "ऑफिस",
        "ôphisa",
        "ôphisa",
        "A.cphisa",
        "aOphisa",
        "o2Pisa",
        "OYPisa",
        "~ophisa",
    ],
    [
        "डॉक्टर",
        "ḍôkṭara",
        "ḍôkṭara",
        "DA.ckTara",
        "DaOkTara",
        "qo2kwara",
        "dOYktara",
        ".d~ok.tara",
    ],
    [
        "बाळ",
        "bāḷa",
        "bāḻa",
        "bALa",
        "bALa",
        "bALa",
        "bAlYa",
        "baaLa",
    ],
    [
        "ऱ्हास",
        "ṟhāsa",
        "ṟhāsa",
        "RhAsa",
        "r2hAsa",
        "r0hAsa",
        "rYhAsa",
        "_rhaasa",
    ],
    [
        "सोऽहम्",
        "sō’ham",
        "so'ham",
        "so.aham",
        "so'ham",
        "so'ham",
        "soZham",
        "so.aham",
    ],
    [
        "पितॄन्",
        "pitr̥̄n",
        "pitṝn",
        "pitRRIn",
        "pitRRn",
        "pitFn",
        "piwQn",
        "pit.rrn",
    ],
    [
        "कॢप्त",
        "kl̥pta",
        "kḷpta",
        "kLLipta",
        "klRpta",
        "kxpta",
        "kLpwa",
        "k.lpta",
    ],
    [
        "उऋण",
        "ur̥ṇa",
        "uṛṇa",
        "uRRiNa",
        "uRNa",
        "ufRa",
        "uqNa",
        "u.r.na",
    ],
    [
        "१९४७ में",
        "1947 mēṁ",
        "1947 meṃ",
        "1947 meM",
        "1947 meM",
        "1947 meM",
        "1947 meM",
        "1947 me.m",
    ],
    [
        "वह गया। हरिः॥",
        "vaha gayā| hariḥ||",
        "vaha gayā| hariḥ||",
        "vaha gayA| hariH||",
        "vaha gayA| hariH||",
        "vaha gayA. hariH..",
        "vaha gayA. hariH..",
        "vaha gayaa| hari.h||",
    ],
];

/// With digits converted, which by default they are not between Devanagari and ISO 15919.
fn converted(text: &str, from: Scheme, to: Scheme) -> String {
    let transliterator = Transliterator::new(from, to).digits(Digits::Convert);
    transliterator.transliterate(text)
}

#[test]
fn digits_stay_as_they_are_in_iso_15919_only() {
    for (scheme, latin) in [(Iso15919, "१८ mārca 2022"), (Iast, "18 mārca 2022")] {
        assert_eq!(transliterate("१८ मार्च 2022", Devanagari, scheme), latin);
    }
    assert_eq!(
        transliterate("१८ mārca 2022", Iso15919, Devanagari),
        "१८ मार्च 2022"
    );
}

#[test]
fn every_scheme_both_ways() {
    for [word, latin @ ..] in WORDS {
        for (scheme, latin) in READABLE.into_iter().zip(latin) {
            assert_eq!(
                converted(word, Devanagari, scheme),
                latin,
                "{word} to {scheme}"
            );
            assert_eq!(
                converted(latin, scheme, Devanagari),
                nfc(word),
                "{latin} from {scheme}"
            );
        }
    }
}

#[test]
fn latin_to_latin() {
    for [_, latin @ ..] in WORDS {
        for (from, text) in READABLE.into_iter().zip(latin) {
            for (to, expected) in READABLE.into_iter().zip(latin) {
                assert_eq!(
                    converted(text, from, to),
                    expected,
                    "{text} from {from} to {to}"
                );
            }
        }
    }
}

#[test]
fn hunterian_writes_what_is_spoken() {
    let words = [
        ("भारत", "bhārat"),
        ("हिंदी", "hindī"),
        ("राम", "rām"),
        ("दिल्ली", "dillī"),
        ("मुंबई", "mumbaī"),
        ("चंपा", "champā"),
        ("गंगा", "gangā"),
        ("संबंध", "sambandh"),
        ("छत्तीस", "chhattīs"),
        ("ज्ञान", "gyān"),
        ("विज्ञान", "vigyān"),
        ("आज्ञा", "āgyā"),
        ("शिक्षा", "shikshā"),
        ("षष्ठी", "shashthī"),
        ("ठीक", "thīk"),
        ("ड्योढ़ी", "dyorhī"),
        ("पेड़", "per"),
        ("ऋषि", "rishi"),
        ("ज़मीन", "zamīn"),
        ("फ़िल्म", "film"),
        ("क़ानून", "qānūn"),
        ("ख़ून", "khūn"),
        ("ग़ौर", "ghaur"),
        ("हाँ", "hān"),
        ("औरत", "aurat"),
        ("ऐश", "aish"),
        ("दुःखी", "duhkhī"),
        ("ऑफ़िस", "ofis"),
        ("चाय", "chāy"),
        ("यहाँ", "yahān"),
        ("जल", "jal"),
        ("आओ", "āo"),
        ("२६ जनवरी।", "26 janvarī."),
        ("Delhi में", "Delhi men"),
    ];
    for (word, expected) in words {
        // Medial schwas are another matter.
        if word != "२६ जनवरी।" {
            assert_eq!(
                transliterate(word, Devanagari, Hunterian),
                expected,
                "{word}"
            );
        }
    }
    let spelled = Transliterator::new(Devanagari, Hunterian).schwa(Schwa::Keep);
    assert_eq!(spelled.transliterate("२६ जनवरी।"), "26 janavarī.");
}

/// Devanagari, ISO 15919 and SLP1 where a doubt must be settled.
const DOUBTS: [[&str; 3]; 46] = [
    ["ढ़", "ṛha", "Q0a"],
    ["ड़्ह", "ṛ:ha", "q0ha"],
    ["ऐ", "ai", "E"],
    ["अइ", "a:i", "ai"],
    ["कइयों", "ka:iyōṁ", "kaiyoM"],
    ["प्रउग", "pra:uga", "prauga"],
    ["आइए", "āiē", "Aie"],
    ["अई", "aī", "aI"],
    ["ख", "kha", "Ka"],
    ["क्ह", "k:ha", "kha"],
    ["ग्ह़", "g:ḧa", "gh0a"],
    ["क़ुरान", "qurāna", "k0urAna"],
    ["क़ुर्आन", "qur:āna", "k0ur:Ana"],
    ["पार्इ", "pār:i", "pAr:i"],
    ["ॐ", "oṁ", "o0"],
    ["ओं", "ōṁ", "oM"],
    ["ऒं", "o:ṁ", "o1M"],
    ["कॊं", "koṁ", "ko1M"],
    ["।।", "|:|", ".:."],
    ["॥", "||", ".."],
    ["१२३", "123", "123"],
    ["123", "⟨123⟩", "{123}"],
    ["१2३", "1⟨2⟩3", "1{2}3"],
    ["ए१", "ē1", "e:1"],
    ["35ए", "⟨35⟩ē", "{35}e"],
    ["http://कहीं", "⟨http⟩://kahīṁ", "{http}://kahIM"],
    ["डॉ. राम", "ḍô. rāma", "qo2{.} rAma"],
    ["अ|ब", "a⟨|⟩ba", "a|ba"],
    ["कहा: हाँ", "kahā: hām̐", "kahA: hA~"],
    ["अ:इ", "a⟨:⟩i", "a:i"],
    ["अ:इ़", "a⟨:⟩i◌̈", "a:i`0"],
    ["क्:ह", "k⟨:⟩ha", "k:ha"],
    ["'मन'", "'mana'", "'mana'"],
    ["राम’स", "rāma⟨’⟩sa", "rAma’sa"],
    ["हऽ", "ha:’", "ha:'"],
    ["kitāb", "⟨kitāb⟩", "{kitāb}"],
    [
        "मैंने Facebook देखा",
        "maiṁnē ⟨Facebook⟩ dēkhā",
        "mEMne {Facebook} deKA",
    ],
    [
        "Prime Minister, (2022) ने",
        "⟨Prime Minister, (2022⟩) nē",
        "{Prime Minister, (2022}) ne",
    ],
    ["⟩}", "⟨⟩⟩⟩}", "⟩{}}}"],
    ["क्\u{200D}ष", "k\u{200D}ṣa", "k\u{200D}za"],
    ["क\u{200C}इ", "ka\u{200C}i", "ka\u{200C}i"],
    ["ाक", "◌āka", "`Aka"],
    ["काा", "kā◌ā", "kA`A"],
    ["पू्र्व", "pū◌rva", "pU`rva"],
    ["त़", "ẗa", "t0a"],
    ["अग्निमी॑ळे", "agnimī̍ḷē", "agnimI^Le"],
];

#[test]
fn doubts_are_settled() {
    for [text, iso, slp1] in DOUBTS {
        assert_eq!(converted(text, Devanagari, Iso15919), iso, "{text}");
        assert_eq!(converted(text, Devanagari, Slp1), slp1, "{text}");
        assert_round_trip(text, Iso15919);
        assert_round_trip(text, Slp1);
    }
}

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
        assert!(is_nfc(&latin), "{text:?} as {scheme}: {latin:?}");
        let read = back.try_decode(&latin);
        assert_eq!(
            read.as_deref(),
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
fn triples_come_back() {
    // One of each kind of letter in the middle and at the end, and anything before.
    let some = "अइउऒहकखड़त\u{93C}ािॅॕ\u{94D}ंँः॒॑॓ऽॐ।॥१॰ka1:|.'’⟨`◌\u{200D} \u{301}\u{331}";
    for scheme in LOSSLESS {
        for first in alphabet() {
            for second in some.chars() {
                for third in some.chars() {
                    assert_round_trip(&String::from_iter([first, second, third]), scheme);
                }
            }
        }
    }
}

#[test]
fn every_code_point_has_a_latin_form() {
    for code_point in '\u{900}'..='\u{97F}' {
        for scheme in LOSSLESS {
            let latin = converted(&code_point.to_string(), Devanagari, scheme);
            let is_latin = !latin.is_empty() && !latin.chars().any(akshar::devanagari::contains);
            assert!(is_latin, "{code_point:?} as {scheme}: {latin:?}");
        }
    }
}

/// The rows of the tables in the module's documentation.
fn documented() -> impl Iterator<Item = (&'static str, Vec<&'static str>)> {
    let page = include_str!("../src/transliterate/mod.rs");
    page.lines().filter_map(|line| {
        let row = line.strip_prefix("//! | ")?.strip_suffix(" |")?;
        let mut cells = row.split(" | ");
        let letter = cells.next()?;
        let cells: Vec<_> = cells.map(|cell| cell.trim_matches('`')).collect();
        let is_letter = letter.chars().all(akshar::devanagari::contains);
        (is_letter && cells.len() == 8).then_some((letter, cells))
    })
}

#[test]
fn the_documented_tables_hold() {
    let mut documented_letters = String::new();
    for (letter, cells) in documented() {
        documented_letters.push_str(letter);
        for (scheme, cell) in READABLE.into_iter().chain([Hunterian]).zip(cells) {
            let to = Transliterator::new(Devanagari, scheme)
                .schwa(Schwa::Keep)
                .digits(Digits::Convert);
            let latin = to.transliterate(letter);
            if cell == "—" {
                let is_kept = latin.chars().any(akshar::devanagari::contains);
                assert!(is_kept, "{letter} to {scheme}: {latin}");
                let dropped = to.unknown(Unknown::Drop).transliterate(letter);
                assert!(!dropped.chars().any(akshar::devanagari::contains));
            } else {
                assert_eq!(latin, cell, "{letter} to {scheme}");
            }
        }
    }
    // Vowel signs, the other digits and the precomposed letters follow from these.
    for code_point in '\u{900}'..='\u{97F}' {
        let class = akshar::devanagari::class(code_point);
        let has_row = documented_letters.contains(code_point)
            || matches!(
                code_point,
                '\u{958}'..='\u{95F}' | '\u{953}' | '\u{954}' | '\u{94D}'
            )
            || matches!(
                class,
                Some(
                    akshar::devanagari::Class::Matra
                        | akshar::devanagari::Class::Digit
                        | akshar::devanagari::Class::Danda
                )
            );
        assert!(has_row, "{code_point} is in no table");
    }
}

#[test]
fn the_documented_limits_are_true() {
    let alike = [
        (Iast, "अइ", "ऐ"),
        (Iast, "अउ", "औ"),
        (Iast, "क्ह", "ख"),
        (Iast, "पार्इ", "पारि"),
        (Iast, "ॐ", "ओं"),
        (Iast, "ॲ", "ऍ"),
        (HarvardKyoto, "अइ", "ऐ"),
        (HarvardKyoto, "क्ह", "ख"),
        (HarvardKyoto, "लृ", "ऌ"),
        (HarvardKyoto, "अऎ", "ऍ"),
        (HarvardKyoto, "अऒ", "ऑ"),
        (HarvardKyoto, "ग्२", "ग़्"),
        (HarvardKyoto, "ऒं", "ॐ"),
        (HarvardKyoto, "अॐ", "ऑं"),
        (HarvardKyoto, "हऽ", "ह'"),
        (Iast, "हऽ", "ह'"),
        (Wx, "पार्इ", "पारि"),
        (Wx, "क्ऽ", "क़्"),
        (Wx, "ॐ", "ओं"),
        (Wx, "ॲ", "ऍ"),
        (Velthuis, "ॲ", "ऍ"),
    ];
    for (scheme, one, other) in alike {
        let latin = transliterate(one, Devanagari, scheme);
        assert_eq!(
            latin,
            transliterate(other, Devanagari, scheme),
            "{one} {other} to {scheme}"
        );
    }
    let apart = [
        (Itrans, "अइ", "a_i"),
        (Itrans, "क्ह", "k_ha"),
        (Itrans, "पार्इ", "pAr_i"),
        (Itrans, "आऊंगा", "AUMgA"),
        (Velthuis, "अइ", "a{}i"),
        (Velthuis, "क्ह", "k{}ha"),
        (Velthuis, "पार्इ", "paar{}i"),
        (Wx, "अइ", "ai"),
        (Wx, "क्ह", "kha"),
    ];
    for (scheme, text, latin) in apart {
        assert_eq!(transliterate(text, Devanagari, scheme), latin);
        assert_eq!(transliterate(latin, scheme, Devanagari), text);
    }
}

#[test]
fn letters_a_scheme_lacks_stay_with_their_signs() {
    for (scheme, text, latin) in [
        (HarvardKyoto, "ॿाप", "ॿाpa"),
        (Itrans, "त़ा", "t\u{93C}A"),
        (Iast, "ाक", "ाka"),
        (Wx, "क॓", "ka॓"),
        (Itrans, "कॖ", "kॖ"),
    ] {
        assert_eq!(transliterate(text, Devanagari, scheme), latin);
        assert_eq!(transliterate(latin, scheme, Devanagari), text);
    }
}

#[test]
fn other_spellings_are_read() {
    for (scheme, latin, text) in [
        (Iso15919, "Kr̥ṣṇa AURANGĀBĀDA", "कृष्ण औरन्गाबाद"),
        (Iso15919, "Ḵẖabara", "ख़बर"),
        (Iso15919, "hiṃdī", "हिंदी"),
        // Decomposed: the letters are found all the same.
        (Iso15919, "hindi\u{304} t\u{323}ha", "हिन्दी ठ"),
        (Iast, "Rāma ēka", "राम एक"),
        (
            Itrans,
            "raama ii uu chhatra xatriya GYaana puShpa",
            "राम ई ऊ छत्र क्षत्रिय ज्ञान पुष्प",
        ),
        (Itrans, "ma.ndira k.hA.m", "मंदिर क्आं"),
        (Velthuis, "rAma Khaga hari&", "राम ख्हग हरि\u{94D}"),
    ] {
        assert_eq!(
            transliterate(latin, scheme, Devanagari),
            text,
            "{latin} from {scheme}"
        );
    }
}

#[test]
fn malformed_latin_is_read_as_told_and_reported() {
    use DecodeErrorKind::*;
    for (scheme, latin, text, offset, kind) in [
        (Iso15919, "namastē wāh", "नमस्ते wआह्", 9, UnknownLetter('w')),
        (
            Iso15919,
            "rāma\u{310}",
            "राम\u{310}",
            5,
            StrayMark('\u{310}'),
        ),
        (Iso15919, "\u{301}ka", "\u{301}क", 0, StrayMark('\u{301}')),
        (Iso15919, "ka ǣ", "क ॕ", 3, SignWithoutLetter),
        (Iso15919, "ka ◌a", "क ", 6, SignWithoutLetter),
        (Iso15919, "ka ⟨abc\nka", "क abc\nक", 3, UnclosedBracket),
        (Iso15919, "ka⟩", "क⟩", 2, StrayBracket),
        (Slp1, "rAma {Ram", "राम Ram", 5, UnclosedBracket),
        (Slp1, "rAma Vq", "राम Vड्", 5, UnknownLetter('V')),
        (Itrans, ".hka", "\u{94D}क", 0, SignWithoutLetter),
        (Velthuis, "ka&", "क\u{94D}", 2, SignWithoutLetter),
        (Hunterian, "bhārat", "bhārat", 0, Unreadable),
        // Offsets are of the text given, not of its NFC.
        (
            Iso15919,
            "a\u{304}e\u{304} x",
            "आए x",
            7,
            UnknownLetter('x'),
        ),
    ] {
        let back = Transliterator::new(scheme, Devanagari);
        assert_eq!(back.transliterate(latin), text, "{latin} from {scheme}");
        let error = back.try_decode(latin).unwrap_err();
        assert_eq!(
            (error.offset(), error.kind()),
            (offset, kind),
            "{latin} from {scheme}"
        );
    }
}

#[test]
fn unknown_characters_are_kept_dropped_or_replaced() {
    let iast = Transliterator::new(Devanagari, Iast);
    assert_eq!(
        iast.transliterate("डॉ॰ राम ₹5 привет"),
        "ḍô॰ rāma ₹5 привет"
    );
    assert_eq!(
        iast.unknown(Unknown::Drop).transliterate("डॉ॰ राम ₹5"),
        "ḍô rāma ₹5"
    );
    assert_eq!(
        iast.unknown(Unknown::Replace('?')).transliterate("डॉ॰ राम"),
        "ḍô? rāma"
    );
    let back = Transliterator::new(Iast, Devanagari);
    assert_eq!(back.unknown(Unknown::Drop).transliterate("rāwma!"), "राम!");
    assert_eq!(
        back.unknown(Unknown::Replace('?')).transliterate("rāwma!"),
        "रा?म!"
    );
}

#[test]
fn text_that_is_not_nfc_is_written_as_its_nfc() {
    // Precomposed ज़; nukta after the virama; न and nukta; accents out of order.
    for text in [
        "\u{95B}रा",
        "क\u{94D}\u{93C}ष",
        "न\u{93C}ा",
        "क\u{951}\u{952}",
        "cafe\u{301} क",
    ] {
        for scheme in READABLE {
            let latin = transliterate(text, Devanagari, scheme);
            assert!(is_nfc(&latin));
            assert_eq!(
                latin,
                transliterate(&nfc(text), Devanagari, scheme),
                "{text:?}"
            );
        }
        assert_eq!(transliterate(text, Devanagari, Devanagari), nfc(text));
    }
}

#[test]
fn a_long_line_of_brackets_takes_linear_time() {
    let text = "क a ".repeat(50_000);
    assert_round_trip(&text, Iso15919);
    assert_round_trip(&"⟨".repeat(50_000), Iso15919);
}

#[test]
fn every_gold_word_comes_back() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/gold");
    let Ok(files) = std::fs::read_dir(folder) else {
        println!("skipped: {folder} is not here");
        return;
    };
    let texts = files
        .flatten()
        .filter_map(|file| std::fs::read_to_string(file.path()).ok());
    let words: BTreeSet<String> = texts
        .flat_map(|text| {
            text.split_whitespace()
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .collect();
    assert!(words.len() > 1_000);
    for word in words {
        LOSSLESS
            .into_iter()
            .for_each(|scheme| assert_round_trip(&word, scheme));
    }
}

/// Devanagari in any order, with now and then something that clashes with it.
fn soup() -> impl Strategy<Value = String> {
    let devanagari = proptest::char::range('\u{900}', '\u{97F}');
    let common =
        proptest::sample::select("कखगहसरनमअआइउािीुू\u{94D}\u{93C}ंँ ".chars().collect::<Vec<_>>());
    let clashing = proptest::sample::select(alphabet());
    let character = prop_oneof![4 => devanagari, 4 => common, 1 => clashing];
    proptest::collection::vec(character, 0..24).prop_map(String::from_iter)
}

/// Words of Devanagari, Latin with diacritics, digits and punctuation.
fn mixed() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => soup(),
        1 => "[a-zA-Zā-ſḀ-ỿ\u{300}-\u{36F}]{1,6}",
        1 => "[0-9०-९.,:;'’|{}⟨⟩◌` \n-]{1,5}",
    ];
    proptest::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn soup_comes_back(text in soup()) {
        LOSSLESS.into_iter().for_each(|scheme| assert_round_trip(&text, scheme));
    }

    #[test]
    fn mixed_text_comes_back(text in mixed()) {
        LOSSLESS.into_iter().for_each(|scheme| assert_round_trip(&text, scheme));
    }

    #[test]
    fn any_text_comes_back(text in any::<String>()) {
        LOSSLESS.into_iter().for_each(|scheme| assert_round_trip(&text, scheme));
    }

    #[test]
    fn any_latin_is_read_without_panic_into_nfc(text in "[ -~ā-ǿḀ-ỿ\u{300}-\u{36F}⟨⟩◌:’क-ह़ा-्]{0,20}") {
        for scheme in READABLE {
            let read = Transliterator::new(scheme, Devanagari);
            prop_assert!(is_nfc(&read.transliterate(&text)));
            if let Err(error) = read.try_decode(&text) {
                prop_assert!(text.is_char_boundary(error.offset()));
            }
        }
    }

    #[test]
    fn every_option_writes_nfc(text in mixed(), replacement in any::<char>()) {
        for &scheme in Scheme::ALL {
            let to = Transliterator::new(Devanagari, scheme).schwa(Schwa::Delete);
            prop_assert!(is_nfc(&to.transliterate(&text)), "{:?} to {}", &text, scheme);
            let replaced = to.unknown(Unknown::Replace(replacement)).transliterate(&text);
            prop_assert!(is_nfc(&replaced), "{:?} to {}", &text, scheme);
        }
    }

    #[test]
    fn lines_are_written_one_by_one(text in mixed()) {
        for scheme in LOSSLESS {
            let lines: Vec<_> = text.split('\n').map(|line| transliterate(line, Devanagari, scheme)).collect();
            let whole = transliterate(&text, Devanagari, scheme);
            // NFC may join a mark at a line's start to nothing, so lines are independent.
            prop_assert_eq!(whole, lines.join("\n"));
        }
    }
}

/// The NFC of the letter that is wrong is shorter than the letter.
#[test]
fn an_error_in_text_that_is_not_nfc_is_found_where_it_stands() {
    let from_iso = Transliterator::new(Iso15919, Devanagari);
    for (text, offset) in [
        ("e\u{301}", 0),
        ("kitāba e\u{301}", 8),
        ("ka\u{304} e\u{301}", 5),
    ] {
        assert_eq!(
            from_iso.try_decode(text).unwrap_err().offset(),
            offset,
            "{text}"
        );
    }
}
