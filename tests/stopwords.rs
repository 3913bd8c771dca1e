//! The built-in stopwords and custom lists, by what a reader of Hindi knows of the words.

use akshar::{Stopwords, WordClass, is_stopword, nfc};
use proptest::collection::{hash_set, vec};
use proptest::prelude::*;

fn assert_class(class: WordClass, words: &str) {
    let stopwords = Stopwords::hindi();
    for word in words.split_whitespace() {
        assert_eq!(stopwords.class(word), Some(class), "{word}");
        assert!(is_stopword(word), "{word}");
    }
}

#[test]
fn words_have_the_class_in_which_they_are_used_most() {
    assert_class(
        WordClass::Postposition,
        "ने को से का की के में पर तक लिए बाद द्वारा साथ पास तरफ ओर बीच तहत अनुसार मुताबिक़ \
         बारे दौरान खिलाफ बावजूद सहित समेत वाला वाली वाले वालों",
    );
    assert_class(
        WordClass::Auxiliary,
        "है हैं हूँ हो था थी थे थीं हुआ हुई हुए होगा होंगे होता होना होने रहा रही रहे सकता सके \
         चुका चुकी गया गई गए जाता जाएगा जाने पाया पाए लगा पड़ा पड़ेगा चाहिए",
    );
    assert_class(
        WordClass::Pronoun,
        "मैं मैंने मुझे मेरा हम हमें हमारी तू तुम तुम्हारा आप आपको वह वे उसने उसका उन्होंने उन्हें \
         इन्हें इसमें अपना अपने ख़ुद स्वयं जो जिसने जिनके कौन किसने किसका क्या क्यों",
    );
    assert_class(
        WordClass::Conjunction,
        "और या तथा एवं लेकिन मगर परंतु किंतु बल्कि क्योंकि कि अगर यदि जब जबकि ताकि इसलिए हालाँकि",
    );
    assert_class(
        WordClass::Determiner,
        "इस उस इन उन इसी उसी किसी कोई कुछ हर प्रत्येक सभी कई बहुत इतना कितने ऐसे ज़्यादा",
    );
    assert_class(WordClass::Particle, "ही भी तो केवल सिर्फ़ मात्र जी");
    assert_class(WordClass::Negation, "नहीं न ना मत बिना");
    assert_class(
        WordClass::LightVerb,
        "कर करना करने करता करते करेगा करेंगे करके किया किए कीं कीजिए देना दिया दी दे देगा देते \
         लेना लिया ली ले लेकर लेंगे कराया",
    );
}

#[test]
fn every_spelling_of_a_word_is_in_the_list() {
    let spellings = [
        "हूँ हूं",
        "गई गयी",
        "गए गये",
        "गईं गयीं",
        "लिए लिये",
        "हुए हुये",
        "किए किये",
        "दिए दिये",
        "चाहिए चाहिये",
        "जाए जाये",
        "जाएगा जायेगा",
        "जाएँगे जाएंगे जायेंगे",
        "करूँगा करूंगा",
        "ज़रिए जरिए ज़रिये जरिये",
        "ख़िलाफ़ खिलाफ",
        "तरफ़ तरफ",
        "सिर्फ़ सिर्फ",
        "काफ़ी काफी",
        "ज़्यादा ज्यादा",
        "ख़ुद खुद",
        "मुताबिक़ मुताबिक",
        "हालाँकि हालांकि",
        "चूँकि चूंकि",
        "कहाँ कहां",
        "जहाँ जहां",
        "परंतु परन्तु",
        "किंतु किन्तु",
        "अंतर्गत अन्तर्गत",
        "यानी यानि",
        "अर्थात अर्थात्",
        "उन्होंने उन्होने",
        "इसलिए इसलिये",
    ];
    let stopwords = Stopwords::hindi();
    for spellings in spellings {
        let classes: Vec<_> = spellings
            .split(' ')
            .map(|spelling| stopwords.class(spelling))
            .collect();
        assert!(classes[0].is_some(), "{spellings}");
        assert!(
            classes.iter().all(|class| *class == classes[0]),
            "{spellings}"
        );
    }
}

#[test]
fn pronouns_are_listed_in_every_case() {
    let stopwords = Stopwords::hindi();
    for oblique in [
        "इस",
        "उस",
        "जिस",
        "किस",
        "इन",
        "उन",
        "जिन",
        "किन",
        "मुझ",
        "तुझ",
        "हम",
        "तुम",
    ] {
        for postposition in ["", "को", "से", "में", "पर"] {
            let form = format!("{oblique}{postposition}");
            assert!(stopwords.contains(&form), "{form}");
        }
    }
    for oblique in ["इस", "उस", "जिस", "किस", "इन", "उन", "जिन", "किन", "आप"]
    {
        for postposition in ["का", "की", "के"] {
            let form = format!("{oblique}{postposition}");
            assert_eq!(stopwords.class(&form), Some(WordClass::Pronoun), "{form}");
        }
    }
}

#[test]
fn correlatives_and_quantifiers_are_listed_in_every_form() {
    let stopwords = Stopwords::hindi();
    for stem in ["इतन", "उतन", "जितन", "कितन", "ऐस", "वैस", "जैस", "कैस"]
    {
        for ending in ["ा", "ी", "े", "ों"] {
            let form = format!("{stem}{ending}");
            assert!(stopwords.contains(&form), "{form}");
        }
    }
    for emphatic in ["इसी", "उसी", "किसी"] {
        for postposition in ["", "का", "की", "के", "को", "से", "में", "पर"]
        {
            let form = format!("{emphatic}{postposition}");
            assert!(stopwords.contains(&form), "{form}");
        }
    }
    let others = "दोनों प्रत्येक समस्त समूचा समूची समूचे इन्हीं उन्हीं किन्हीं वही यही मानो शायद ज़रा जरा \
                  करीब क़रीब आदि इत्यादि";
    for word in others.split_whitespace() {
        assert!(stopwords.contains(word), "{word}");
    }
}

#[test]
fn words_that_tell_a_topic_are_not_in_the_list() {
    let content = "पुलिस चुनाव पार्टी सरकार पानी किसान भारत दिल्ली नई पुराना बड़ा अच्छा राष्ट्रीय \
                   लोग समय दो तीन सौ लाख मंगलवार संबंधी रूप तरह कारण जीत खेल कमाई गाना";
    for word in content.split_whitespace() {
        assert!(!is_stopword(word), "{word}");
    }
    for other in ["", " ", "के ", "।", "5", "the", "क", "केे"] {
        assert!(!is_stopword(other), "{other:?}");
    }
}

#[test]
fn words_are_compared_after_nfc() {
    let decomposed = "ज\u{93C}\u{94D}यादा";
    let composed = "\u{95B}\u{94D}यादा";
    assert_ne!(decomposed, composed);
    assert!(is_stopword(decomposed) && is_stopword(composed));
    // The virama before the nukta is the same text in another order.
    assert!(is_stopword("ज\u{94D}\u{93C}यादा"));

    let custom = Stopwords::from_words([composed]);
    assert!(custom.contains(decomposed));
    assert!(!custom.without([decomposed]).contains(composed));
}

#[test]
fn words_are_compared_as_they_are_written() {
    let custom = Stopwords::from_words(["ज़मीन", "IST"]);
    assert!(!custom.contains("जमीन"));
    assert!(!custom.contains("ist"));
}

#[test]
fn negation_can_be_kept() {
    let stopwords = Stopwords::hindi().without_class(WordClass::Negation);
    for word in ["नहीं", "न", "ना", "मत", "बिना", "बग़ैर", "बगैर"]
    {
        assert!(is_stopword(word), "{word}");
        assert!(!stopwords.contains(word), "{word}");
    }
    let (all, kept) = (Stopwords::hindi().iter().count(), stopwords.iter().count());
    let negations = Stopwords::hindi();
    let negations = negations
        .iter()
        .filter(|(_, class)| *class == WordClass::Negation);
    assert_eq!(all - kept, negations.count());
    assert!(stopwords.contains("है") && stopwords.contains("और"));
}

#[test]
fn custom_lists_add_to_the_built_in_one_and_take_away_from_it() {
    let stopwords = Stopwords::hindi()
        .with(["संवाददाता", "के"])
        .without(["साथ", "अनजान"]);
    assert_eq!(stopwords.class("संवाददाता"), Some(WordClass::Custom));
    assert_eq!(stopwords.class("के"), Some(WordClass::Postposition));
    assert_eq!(stopwords.class("साथ"), None);
    // The built-in list stays what it is.
    assert!(is_stopword("साथ") && !is_stopword("संवाददाता"));
    assert_eq!(Stopwords::hindi(), Stopwords::default());
    assert_ne!(stopwords, Stopwords::hindi());
}

#[test]
fn a_list_of_ones_own_has_nothing_else() {
    let stopwords = Stopwords::from_words(["ख़बर", "ख़बर"]);
    let words: Vec<_> = stopwords.iter().collect();
    assert_eq!(words, [("ख़बर", WordClass::Custom)]);
    assert_eq!(Stopwords::from_words([""; 0]).iter().count(), 0);
}

#[test]
fn every_class_but_the_callers_is_in_the_built_in_list() {
    let stopwords = Stopwords::hindi();
    let count = |wanted| {
        let words = stopwords.iter();
        words.filter(|(_, class)| *class == wanted).count()
    };
    let listed = [
        (WordClass::Postposition, 40),
        (WordClass::Auxiliary, 100),
        (WordClass::Pronoun, 100),
        (WordClass::Conjunction, 30),
        (WordClass::Determiner, 30),
        (WordClass::Particle, 8),
        (WordClass::Negation, 5),
        (WordClass::LightVerb, 60),
    ];
    for (class, least) in listed {
        assert!(count(class) >= least, "{class}: {}", count(class));
    }
    assert_eq!(count(WordClass::Custom), 0);
}

#[test]
fn a_word_is_found_in_every_form_that_nfc_makes_one() {
    // A nukta in one code point and in two, and before and after the virama.
    let same = [
        vec!["ज़रिए", "\u{95B}रिए"],
        vec!["बढ़कर", "ब\u{95D}कर"],
        vec!["क़र्ज़", "\u{958}र्ज़", "क़र्\u{95B}", "\u{958}र्\u{95B}"],
        vec!["ज़्यादा", "\u{95B}्यादा", "ज\u{94D}\u{93C}यादा"],
        vec!["\u{929}\u{94D}", "न\u{93C}\u{94D}", "न\u{94D}\u{93C}"],
        vec!["स\u{93C}\u{94D}", "स\u{94D}\u{93C}"],
        vec!["caf\u{E9}", "cafe\u{301}"],
        vec!["K", "\u{212A}"],
        vec!["न\u{951}\u{952}", "न\u{952}\u{951}"],
    ];
    for forms in &same {
        for listed in forms {
            let stopwords = Stopwords::from_words([listed]);
            for form in forms {
                assert!(stopwords.contains(form), "{listed:?}, {form:?}");
                assert_eq!(stopwords.class(form), Some(WordClass::Custom), "{form:?}");
            }
            assert!(!stopwords.without([forms[0]]).contains(listed));
        }
    }
    assert!(is_stopword("ज\u{94D}\u{93C}यादा") && is_stopword("\u{95B}्यादा"));
}

proptest! {
    #[test]
    fn words_are_found_where_their_nfc_is_listed(
        words in vec("[नऩरऱजज़\u{93C}\u{94D}\u{951}\u{952}ाzK\u{212A}é\u{301}]{0,6}", 1..8)
    ) {
        let stopwords = Stopwords::from_words(&words[1..]);
        let has_same = words[1..].iter().any(|word| nfc(word) == nfc(&words[0]));
        prop_assert_eq!(stopwords.contains(&words[0]), has_same);
        prop_assert_eq!(stopwords.class(&words[0]).is_some(), has_same);
        for word in &words[1..] {
            prop_assert!(stopwords.contains(&nfc(word)));
        }
    }

    /// Long words, which differ in the middle alone, and lists of every length.
    #[test]
    fn only_listed_words_are_found(words in hash_set("[कख]{0,40}", 0..200)) {
        let (listed, others): (Vec<_>, Vec<_>) =
            words.iter().enumerate().partition(|(index, _)| index % 2 == 0);
        let stopwords = Stopwords::from_words(listed.iter().map(|(_, word)| word));
        prop_assert!(listed.iter().all(|(_, word)| stopwords.contains(word)));
        prop_assert!(!others.iter().any(|(_, word)| stopwords.contains(word)));
        prop_assert_eq!(stopwords.iter().count(), listed.len());
    }
}
