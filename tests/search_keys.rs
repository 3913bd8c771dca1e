//! The search keys under which words and their romanizations meet.

use akshar::{Folder, devanagari, search_keys};
use proptest::prelude::*;

/// Words, and what readers type for them.
const MEET: [(&str, &str); 71] = [
    (
        "समाजवादी",
        "samajwadi samajvadi samaajwaadi samaajwaadee Samajwadi SAMAJWADI",
    ),
    ("पार्टी", "party parti paartee"),
    ("गोरखपुर", "gorakhpur gorakpur gorakhapur"),
    ("लखनऊ", "lucknow lakhnau lakhanau"),
    ("दिल्ली", "delhi dilli dillee"),
    ("मुंबई", "mumbai mumbay munbai"),
    ("मुम्बई", "mumbai"),
    ("हिन्दी", "hindi hindee"),
    ("हिंदी", "hindi hindee"),
    ("उत्तर", "uttar utar uttara"),
    ("प्रदेश", "pradesh pradesha prades"),
    ("ज़रूरत", "zaroorat zarurat jarurat jaroorat"),
    ("ज़्यादा", "zyada jyada zyaada"),
    ("फ़ैसला", "faisla phaisla faisala"),
    ("फल", "phal fal"),
    ("वह", "vah wah woh"),
    ("विकास", "vikas vikaas wikas"),
    ("शिक्षा", "shiksha siksha shikshaa"),
    ("विश्वविद्यालय", "vishwavidyalaya vishvavidyalay"),
    ("भारत", "bharat bhaarat bharata"),
    ("प्रधानमंत्री", "pradhanmantri pradhan-mantri pradhanamantri"),
    ("मंत्री", "mantri mantree"),
    ("चुनाव", "chunav chunaav chunaw"),
    ("बच्चे", "bachche bachhe bacche"),
    ("अच्छा", "achchha achha accha acha"),
    ("मछली", "machhli machli"),
    ("किताब", "kitab kitaab"),
    ("क़लम", "qalam kalam"),
    ("कलम", "qalam kalam"),
    ("ज्ञान", "gyan gyaan"),
    ("यज्ञ", "yagya"),
    ("क्षेत्र", "kshetra ksetra kshetr"),
    ("कृष्ण", "krishna krishn krisna"),
    ("संसद", "sansad sansada"),
    ("संवाद", "samvad sanwad sanvaad"),
    ("सिंह", "singh sinh"),
    ("गढ़", "garh gadh"),
    ("राव", "rao rav raw"),
    ("गीता", "geeta gita"),
    ("गंगा", "ganga gangaa"),
    ("जेल", "jel"),
    ("स्कूल", "school skool skul"),
    ("बजट", "budget bajat"),
    ("फ़ोटो", "photo foto"),
    ("डॉक्टर", "doctor daktar daaktar"),
    ("स्टेशन", "station steshan"),
    ("टेलीविज़न", "television"),
    ("कॉलेज", "college kolej"),
    ("जनरल", "general janral"),
    ("क्वीन", "queen kween"),
    ("टैक्सी", "taxi taiksi"),
    ("नाइट", "night nait"),
    ("टाउन", "town taun"),
    ("केमिस्ट्री", "chemistry kemistri"),
    ("क्रिकेट", "cricket kriket"),
    ("बीजेपी", "bjp BJP B.J.P."),
    ("१९४७", "1947 १९४७"),
    ("शाह", "shah shaah"),
    ("मिशन", "mission mishan"),
    ("स्टेशन", "station steshan"),
    ("टैक्स", "tax taiks"),
    ("झील", "jheel jhil"),
    ("घर", "ghar"),
    ("ॐ", "om aum"),
    ("सिंह", "singh sinh"),
    ("सिंगर", "singer singar"),
    ("बढ़िया", "barhiya badhiya"),
    ("देवगन", "devgan devagan"),
    ("चर्च", "church charch"),
    ("बच्चन", "bachchan bacchan bachan"),
    ("दुःख", "dukh duhkh"),
];

/// Words that a romanization does not confuse.
const APART: [(&str, &str); 16] = [
    ("दिल्ली", "dilbar"),
    ("लखनऊ", "lakhimpur"),
    ("पार्टी", "parda"),
    ("चाँद", "chaand-rat"),
    ("राम", "aram"),
    ("काम", "kaan"),
    ("बात", "baat-cheet"),
    ("जल", "kal"),
    ("सरकार", "sarkari-wala"),
    ("नदी", "nadir"),
    ("भारत", "mahabharat"),
    ("किताब", "hisab"),
    ("चुनाव", "chunari"),
    ("संघ", "sinh"),
    ("बरहा", "badha"),
    ("२०१९", "2020"),
];

fn meet(word: &str, typed: &str) -> bool {
    let keys = search_keys(word);
    search_keys(typed).iter().any(|key| keys.contains(key))
}

#[test]
fn words_meet_what_readers_type_for_them() {
    let missed: Vec<_> = MEET
        .iter()
        .flat_map(|(word, typed)| typed.split(' ').map(move |typed| (word, typed)))
        .filter(|(word, typed)| !meet(word, typed))
        .map(|(word, typed)| {
            format!(
                "{word} {:?}, {typed} {:?}",
                search_keys(word),
                search_keys(typed)
            )
        })
        .collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn other_words_stay_apart() {
    for (word, typed) in APART {
        assert!(!meet(word, typed), "{word} {typed}");
    }
}

#[test]
fn a_devanagari_word_has_one_key_unless_its_latin_spelling_sounds_different() {
    for (word, _) in MEET {
        let keys = search_keys(word);
        assert!((1..=2).contains(&keys.len()), "{word}: {keys:?}");
    }
    assert_eq!(search_keys("समाजवादी"), ["smjvd"]);
    assert_eq!(search_keys("आम"), ["am"]);
    assert_eq!(search_keys("बजट"), ["bjt", "bdgt"]);
    assert_eq!(search_keys("परहेज़"), ["prj"]);
    assert_eq!(search_keys("ठाठ"), ["t"]);
    // With its visarga and without it, where that makes a difference.
    assert_eq!(search_keys("अंततः"), ["ant"]);
    assert_eq!(search_keys("नमः"), ["nmh", "nm"]);
    assert_eq!(search_keys("C"), ["k"]);
}

#[test]
fn what_is_neither_letter_nor_digit_has_no_key() {
    // The visarga, which folds drop, is none by itself.
    for text in ["", " ", "…", "।", "-", "्", "ः", "िः", "\u{200D}"] {
        assert!(search_keys(text).is_empty(), "{text:?}");
    }
}

#[test]
fn marks_of_latin_letters_and_letters_of_other_scripts_are_known() {
    assert_eq!(search_keys("kitāb"), search_keys("किताब"));
    assert_eq!(search_keys("ДОМ"), ["дом"]);
}

#[test]
fn folding_keeps_a_key() {
    let folder = Folder::search();
    for (word, _) in MEET {
        assert!(meet(word, &folder.fold(word)), "{word}");
    }
}

/// What shows nothing parts no letters that are heard together.
#[test]
fn invisible_characters_change_no_key() {
    for (word, broken) in [
        ("machli", "mac\u{FEFF}hli"),
        ("singh", "sin\u{200B}gh"),
        ("ज्ञान", "ज\u{94D}\u{200D}ञान"),
    ] {
        assert_eq!(search_keys(word), search_keys(broken), "{word}");
    }
}

proptest! {
    #[test]
    fn keys_are_different_short_and_plain(text in "\\PC{0,12}") {
        let keys = search_keys(&text);
        prop_assert!(keys.len() <= 33);
        for (index, key) in keys.iter().enumerate() {
            prop_assert!(!key.is_empty());
            prop_assert!(!keys[..index].contains(key));
            let is_plain = |letter: char| !letter.is_ascii_uppercase() && !devanagari::contains(letter);
            prop_assert!(key.chars().all(is_plain));
        }
    }

    #[test]
    fn the_keys_of_latin_letters_do_not_tell_capitals(text in "[a-zA-Z]{0,12}") {
        prop_assert_eq!(search_keys(&text), search_keys(&text.to_uppercase()));
    }

    #[test]
    fn folded_devanagari_keeps_a_key(text in "[\u{905}-\u{914}\u{915}-\u{939}\u{93C}\u{93E}-\u{94D}\u{901}\u{902}]{1,8}") {
        let folded = Folder::search().fold(&text);
        let keys = search_keys(&text);
        let of_folded = search_keys(&folded);
        prop_assert!(keys.is_empty() && of_folded.is_empty() || keys.iter().any(|key| of_folded.contains(key)),
            "{} {:?} {} {:?}", text, keys, folded, of_folded);
    }
}
