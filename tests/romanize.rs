//! Everyday romanization through the public API: words, names, loans, titles, slugs,
//! candidates, and what holds for any text.

use akshar::{Romanizer, romanize};
use proptest::prelude::*;

const TABLE: &str = include_str!("../data/romanized-words.tsv");

fn assert_romanized(expected: &[(&str, &str)]) {
    let wrong: Vec<_> = expected
        .iter()
        .map(|(text, expected)| (text, romanize(text), expected))
        .filter(|(_, romanized, expected)| romanized != *expected)
        .collect();
    assert!(wrong.is_empty(), "text, romanized, expected: {wrong:#?}");
}

fn title(text: &str) -> String {
    Romanizer::new().title_case(true).romanize(text)
}

fn slug(text: &str) -> String {
    Romanizer::new().slug(true).romanize(text)
}

#[test]
fn commonest_words() {
    assert_romanized(&[
        ("में", "mein"),
        ("हैं", "hain"),
        ("है", "hai"),
        ("नहीं", "nahin"),
        ("के", "ke"),
        ("की", "ki"),
        ("का", "ka"),
        ("को", "ko"),
        ("से", "se"),
        ("ने", "ne"),
        ("पर", "par"),
        ("और", "aur"),
        ("यह", "yah"),
        ("वह", "vah"),
        ("मैं", "main"),
        ("मैंने", "maine"),
        ("हम", "hum"),
        ("हूँ", "hoon"),
        ("क्यों", "kyon"),
        ("क्या", "kya"),
        ("कौन", "kaun"),
        ("कहाँ", "kahan"),
        ("वहाँ", "wahan"),
        ("गए", "gaye"),
        ("लिए", "liye"),
        ("हुए", "hue"),
        ("हुआ", "hua"),
        ("चाहिए", "chahiye"),
        ("जाएगा", "jayega"),
        ("कहा", "kaha"),
        ("करें", "karen"),
        ("आया", "aaya"),
        ("आई", "aayi"),
        ("नई", "nayi"),
        ("ज़्यादा", "zyada"),
        ("ज़रूरी", "zaroori"),
        ("फिर", "phir"),
        ("साथ", "saath"),
        ("बात", "baat"),
        ("काम", "kaam"),
        ("नाम", "naam"),
        ("आज", "aaj"),
        ("साल", "saal"),
        ("माँ", "maa"),
        ("गाँव", "gaon"),
        ("पूरा", "poora"),
        ("जीत", "jeet"),
        ("हार", "haar"),
        ("कानून", "kanoon"),
        ("राष्ट्रीय", "rashtriya"),
        ("भारतीय", "bhartiya"),
        ("अच्छा", "achchha"),
    ]);
}

#[test]
fn places() {
    assert_romanized(&[
        ("उत्तर प्रदेश", "uttar pradesh"),
        ("मध्य प्रदेश", "madhya pradesh"),
        ("आंध्र प्रदेश", "andhra pradesh"),
        ("महाराष्ट्र", "maharashtra"),
        ("तमिलनाडु", "tamil nadu"),
        ("छत्तीसगढ़", "chhattisgarh"),
        ("उत्तराखंड", "uttarakhand"),
        ("पंजाब", "punjab"),
        ("दिल्ली", "delhi"),
        ("लखनऊ", "lucknow"),
        ("कोलकाता", "kolkata"),
        ("कानपुर", "kanpur"),
        ("पटना", "patna"),
        ("गोरखपुर", "gorakhpur"),
        ("वाराणसी", "varanasi"),
        ("इलाहाबाद", "allahabad"),
        ("प्रयागराज", "prayagraj"),
        ("इंदौर", "indore"),
        ("मेरठ", "meerut"),
        ("बरेली", "bareilly"),
        ("गुड़गांव", "gurgaon"),
        ("नोएडा", "noida"),
        ("मुंबई", "mumbai"),
        ("हैदराबाद", "hyderabad"),
        ("अहमदाबाद", "ahmedabad"),
        ("बेंगलुरु", "bengaluru"),
        ("चेन्नई", "chennai"),
        ("गंगा", "ganga"),
        ("कावेरी", "cauvery"),
        ("भारत", "bharat"),
        ("पाकिस्तान", "pakistan"),
        ("श्रीलंका", "sri lanka"),
        ("अफ़ग़ानिस्तान", "afghanistan"),
        ("चीन", "china"),
        ("रूस", "russia"),
        ("यूक्रेन", "ukraine"),
        ("अमेरिका", "america"),
        ("ब्रिटेन", "britain"),
        ("न्यूज़ीलैंड", "new zealand"),
        ("न्यूयॉर्क", "new york"),
    ]);
}

#[test]
fn people() {
    assert_romanized(&[
        ("नरेंद्र मोदी", "narendra modi"),
        ("योगी आदित्यनाथ", "yogi adityanath"),
        ("अखिलेश यादव", "akhilesh yadav"),
        ("अरविंद केजरीवाल", "arvind kejriwal"),
        ("राहुल गांधी", "rahul gandhi"),
        ("मनमोहन सिंह", "manmohan singh"),
        ("ममता बनर्जी", "mamata banerjee"),
        ("नीतीश कुमार", "nitish kumar"),
        ("उद्धव ठाकरे", "uddhav thackeray"),
        ("शर्मा", "sharma"),
        ("ख़ान", "khan"),
        ("वर्मा", "verma"),
        ("सक्सेना", "saxena"),
        ("धोनी", "dhoni"),
        ("सचिन तेंदुलकर", "sachin tendulkar"),
        ("विराट कोहली", "virat kohli"),
        ("अमिताभ बच्चन", "amitabh bachchan"),
        ("दीपिका पादुकोण", "deepika padukone"),
        ("डोनाल्ड ट्रंप", "donald trump"),
        ("व्लादिमीर पुतिन", "vladimir putin"),
    ]);
}

#[test]
fn english_words_have_their_english_spelling() {
    assert_romanized(&[
        ("समाजवादी पार्टी", "samajwadi party"),
        ("कांग्रेस", "congress"),
        ("पुलिस", "police"),
        ("फेसबुक और ट्विटर", "facebook aur twitter"),
        ("इलेक्शन कमीशन", "election commission"),
        ("ऑनलाइन", "online"),
        ("डॉक्टर", "doctor"),
        ("डाक्टर", "doctor"),
        ("रिपोर्ट", "report"),
        ("टीम", "team"),
        ("मैच", "match"),
        ("सुप्रीम कोर्ट", "supreme court"),
        ("सोशल मीडिया", "social media"),
        ("कोरोना वायरस", "corona virus"),
        ("वैक्सीन", "vaccine"),
        ("बजट", "budget"),
        ("शेयर मार्केट", "share market"),
        ("मोबाइल फ़ोन", "mobile phone"),
        ("स्कूल", "school"),
        ("क्रिकेट वर्ल्ड कप", "cricket world cup"),
        ("एक्सप्रेस ट्रेन", "express train"),
        ("इंजीनियरिंग कॉलेज", "engineering college"),
        ("रेलवे स्टेशन", "railway station"),
        ("व्हाट्सएप", "whatsapp"),
        ("यूट्यूब चैनल", "youtube channel"),
        ("बैंक", "bank"),
        ("टैक्स", "tax"),
        ("फ़िल्म", "film"),
        ("बॉलीवुड", "bollywood"),
        ("जनवरी", "january"),
        ("अगस्त", "august"),
        ("सोमवार", "somvar"),
    ]);
}

#[test]
fn plurals_keep_the_english_spelling() {
    assert_romanized(&[
        ("पार्टियों", "partiyon"),
        ("पार्टियाँ", "partiyan"),
        ("स्कूलों", "schoolon"),
        ("टीमों", "teamon"),
        ("टीमें", "teamen"),
        ("सीटें", "seaten"),
        ("मैचों", "matchon"),
        ("कंपनियों", "companiyon"),
        ("एजेंसियां", "agenciyan"),
        // A silent vowel is not kept: phone, mobile.
        ("फ़ोनों", "phonon"),
        ("राष्ट्रों", "rashtron"),
        // Words of their own.
        ("में", "mein"),
        ("दें", "den"),
        ("दोनों", "donon"),
        ("उन्हें", "unhein"),
    ]);
}

#[test]
fn a_row_holds_for_every_spelling() {
    for spellings in [
        &["हिंदी", "हिन्दी"][..],
        &["मुंबई", "मुम्बई"],
        &["गए", "गये"],
        &["लिए", "लिये"],
        &["चाहिए", "चाहिये"],
        &["हूँ", "हूं"],
        &["पाँच", "पांच"],
        &["ज़मीन", "जमीन", "\u{95B}मीन"],
        &["फ़ेसबुक", "फेसबुक", "\u{95E}ेसबुक"],
        &["उत्तर", "उत्\u{200D}तर", "उत्\u{200C}तर"],
        &["न्यूयॉर्क", "न्\u{200D}यूयॉर्क"],
    ] {
        for spelling in spellings {
            assert_eq!(romanize(spelling), romanize(spellings[0]), "{spelling}");
        }
    }
    // But one word is not taken for another.
    assert_eq!(romanize("राज"), "raj");
    assert_eq!(romanize("राज़"), "raaz");
    assert_eq!(romanize("कॉल"), "call");
    assert_ne!(romanize("काल"), "call");
}

#[test]
fn letters_that_are_spelled_out() {
    for (text, small, in_title) in [
        ("यूपी", "up", "UP"),
        ("ईटीवी भारत", "etv bharat", "ETV Bharat"),
        ("बीजेपी", "bjp", "BJP"),
        ("आईपीएल", "ipl", "IPL"),
        ("एनडीए", "nda", "NDA"),
        ("एसबीआई", "sbi", "SBI"),
        ("सीबीआई", "cbi", "CBI"),
        ("नासा", "nasa", "NASA"),
        ("इसरो", "isro", "ISRO"),
        ("5जी", "5g", "5G"),
        ("५जी", "5g", "5G"),
        ("जी-20", "g-20", "G-20"),
        ("बी-12", "b-12", "B-12"),
        ("35ए", "35a", "35A"),
        ("एम. के. स्टालिन", "m. k. stalin", "M. K. Stalin"),
        ("यू.पी. में", "u.p. mein", "U.P. Mein"),
        ("ए.पी.जे. अब्दुल", "a.p.j. abdul", "A.P.J. Abdul"),
    ] {
        assert_eq!(romanize(text), small);
        assert_eq!(title(text), in_title);
    }
    // These are words.
    assert_romanized(&[
        ("बीवी", "biwi"),
        ("आइए", "aaiye"),
        ("सीटी", "seeti"),
        ("टीके", "teeke"),
        ("ओके", "ok"),
        ("जी", "ji"),
        ("मोदी जी 20 साल", "modi ji 20 saal"),
        ("लश्कर-ए-तैयबा", "lashkar-e-taiba"),
    ]);
}

#[test]
fn abbreviations() {
    assert_romanized(&[
        ("डॉ. राम", "dr. ram"),
        ("डॉ राम", "dr ram"),
        ("डॉ॰ राम", "dr. ram"),
        ("प्रो. राम", "prof. ram"),
        ("श्री राम", "shri ram"),
        ("रु. 500", "rs. 500"),
        ("रु॰ 500", "rs. 500"),
        ("5 कि.मी. तक", "5 km tak"),
        ("5 किमी तक", "5 km tak"),
        ("म.प्र. में", "mp mein"),
    ]);
    assert_eq!(title("म.प्र. में"), "MP Mein");
    // A full stop of the sentence is none of the word.
    assert_eq!(romanize("वह दिल्ली में है.वह"), "vah delhi mein hai.vah");
}

#[test]
fn sentences() {
    assert_romanized(&[
        ("नमस्ते!", "namaste!"),
        ("क्या हुआ?", "kya hua?"),
        ("राम, सीता और लक्ष्मण।", "ram, sita aur laxman."),
        ("जय हिन्द॥", "jai hind.."),
        ("१२ जनवरी २०२२", "12 january 2022"),
        ("‘भारत’ — “इंडिया”", "‘bharat’ — “india”"),
        ("COVID-19 के 5 केस", "COVID-19 ke 5 case"),
        (
            "डॉ. कलाम ने ISRO में काम किया।",
            "dr. kalam ne ISRO mein kaam kiya.",
        ),
        ("मुंबई-पुणे", "mumbai-pune"),
        ("50% लोग", "50% log"),
        ("", ""),
        ("Delhi 2022 👩\u{200D}💻", "Delhi 2022 👩\u{200D}💻"),
        ("স্কুল میں स्कूल", "স্কুল میں school"),
        // A visarga that stands for a colon.
        ("दिल्लीः बारिश", "delhi: barish"),
        ("अतः भारत", "atah bharat"),
    ]);
}

#[test]
fn what_is_no_letter() {
    assert_romanized(&[
        ("ॐ", "om"),
        ("ऽ", ""),
        ("ीराम\u{951}\u{301}", "iram"),
        ("॰", "."),
        ("१\u{200D}", "1"),
        ("\u{200D}राम", "ram"),
        ("अ॒", "a"),
    ]);
}

#[test]
fn titles() {
    for (text, expected) in [
        ("यूपी में 12 सीटें", "UP Mein 12 Seaten"),
        ("न्यूयॉर्क में", "New York Mein"),
        ("88वें शतक", "88ven Shatak"),
        ("'भारत' का iPhone", "'Bharat' Ka iPhone"),
        ("मुंबई-पुणे", "Mumbai-Pune"),
        ("डॉ. कलाम", "Dr. Kalam"),
    ] {
        assert_eq!(title(text), expected);
    }
}

#[test]
fn slugs() {
    for (text, expected) in [
        ("'नमस्ते', Dr. Rao!", "namaste-dr-rao"),
        ("  ‘भारत’ —  “इंडिया”… ", "bharat-india"),
        ("₹3,500 करोड़", "rs-3500-crore"),
        ("1,00,000 लोग", "100000-log"),
        ("12,13 जनवरी", "12-13-january"),
        ("1,00 12,3456", "1-00-12-3456"),
        ("12,34,567 और 12,34", "1234567-aur-12-34"),
        ("12,34,a", "12-34-a"),
        ("a' b 'c", "a-b-c"),
        ("5'6 a'5 5'a", "5-6-a-5-5-a"),
        ("a.b ab.c a.bc 1a.b", "ab-ab-c-a-bc-1a-b"),
        ("50% लोग", "50-percent-log"),
        ("50 % लोग", "50-percent-log"),
        ("राम & श्याम", "ram-and-shyam"),
        ("ए.पी.जे. अब्दुल कलाम", "apj-abdul-kalam"),
        ("U.S. में", "us-mein"),
        ("D’Souza और O'Brien", "dsouza-aur-obrien"),
        ("café में", "cafe-mein"),
        ("यूपी-बिहार", "up-bihar"),
        ("18/01/2022", "18-01-2022"),
        ("न्यूयॉर्क", "new-york"),
        ("नासा", "nasa"),
        ("उत्\u{200D}तर प्रदेश", "uttar-pradesh"),
        ("Hin\u{200D}di", "hindi"),
        ("দিল্লি", ""),
        ("?!", ""),
        ("", ""),
    ] {
        assert_eq!(slug(text), expected, "{text}");
    }
    // A slug has no capitals, title or not.
    let titled_slug = Romanizer::new().title_case(true).slug(true);
    assert_eq!(titled_slug.romanize("यूपी में"), "up-mein");
}

#[cfg(feature = "trained")]
mod trained {
    use super::*;

    #[test]
    fn words_that_only_the_weights_know() {
        assert_romanized(&[
            ("निर्वाचन", "nirvachan"),
            ("समाचार", "samachar"),
            ("बारिश", "barish"),
            ("सरकार", "sarkar"),
            ("किसान", "kisan"),
            ("मंदिर", "mandir"),
            ("हरियाली", "hariyali"),
            ("लड़का", "ladka"),
            ("बच्चन", "bachchan"),
            ("ईमानदारी", "imandari"),
            ("विज्ञान", "vigyan"),
            ("समझौता", "samjhauta"),
            ("रिकॉर्डिंग", "recording"),
            ("पार्किंग", "parking"),
            ("टेक्नोलॉजी", "technology"),
            ("हैदरगढ़", "haidergarh"),
            ("गढ़वाली", "garhwali"),
            ("चिराग़", "chirag"),
            ("यास्मीन", "yasmeen"),
            ("दिलवाया", "dilwaya"),
            ("लोकनृत्य", "loknritya"),
            ("बटालियन", "battalion"),
            ("सिक्युरिटी", "security"),
            ("फूल", "phool"),
        ]);
    }

    /// What a newspaper's English site has in the address of such an article.
    #[test]
    fn headlines() {
        for (headline, expected) in [
            (
                "यूपी चुनाव 2022: गोरखपुर में जन विकास पार्टी ने उतारे 9 उम्मीदवार, देखें सूची",
                "up-chunav-2022-gorakhpur-mein-jan-vikas-party-ne-utare-9-ummidwar-dekhen-suchi",
            ),
            (
                "उत्तराखंड से बिहार तक भारी बारिश का अलर्ट, देहरादून में स्कूल दो दिन बंद",
                "uttarakhand-se-bihar-tak-bhari-barish-ka-alert-dehradun-mein-school-do-din-band",
            ),
            (
                "नैनीताल के वैज्ञानिकों ने खोजा नया धूमकेतु, प्रो. लीला बिष्ट के नाम पर नामकरण",
                "nainital-ke-vaigyanikon-ne-khoja-naya-dhumketu-prof-leela-bisht-ke-naam-par-namkaran",
            ),
            (
                "वाराणसी-जम्मू के बीच चलेगी नई 'हिमगंगा एक्सप्रेस', 14 घंटे में पूरा होगा सफर",
                "varanasi-jammu-ke-beech-chalegi-nayi-himganga-express-14-ghante-mein-poora-hoga-safar",
            ),
            (
                "इंदौर के स्टार्टअप ने बनाया बिना इंटरनेट वाला हिंदी वॉइस ऐप, 5G का इंतजार नहीं",
                "indore-ke-startup-ne-banaya-bina-internet-wala-hindi-voice-app-5g-ka-intezar-nahin",
            ),
        ] {
            assert_eq!(slug(headline), expected);
        }
    }

    #[test]
    fn candidates_hold_what_other_writers_choose() {
        for (word, other) in [
            ("में", "men"),
            ("ज़रूरत", "zarurat"),
            ("दिल्ली", "dilli"),
            ("वह", "wah"),
            ("सूची", "soochi"),
            ("अदालत", "adaalat"),
        ] {
            let candidates = Romanizer::new().candidates(word, 10);
            assert!(
                candidates.iter().any(|candidate| candidate.text == other),
                "{word}: {candidates:?}"
            );
        }
    }
}

#[test]
fn signs_are_written_where_they_are_spoken() {
    assert_romanized(&[
        ("ॐ", "om"),
        ("ॐ शांति", "om shanti"),
        ("ऽ", ""),
        ("सोऽहम्", "soham"),
        ("॰", "."),
        ("डॉ॰", "dr."),
    ]);
}

/// Every letter and vowel sign of the block is heard, but for the glottal stop.
#[test]
fn no_letter_is_lost() {
    use akshar::devanagari::{Class, class};

    let block = akshar::devanagari::FIRST..=akshar::devanagari::LAST;
    for character in block.filter(|character| *character != 'ॽ') {
        let romanized = match class(character) {
            Some(Class::IndependentVowel | Class::Digit | Class::Danda) => {
                romanize_alone(character)
            }
            // Without its inherent vowel.
            Some(Class::Consonant) => romanize(&format!("{character}्")),
            Some(Class::Om | Class::AbbreviationSign) => romanize_alone(character),
            Some(Class::Matra | Class::Anusvara | Class::Chandrabindu | Class::Visarga) => {
                let syllable = romanize(&format!("म{character}"));
                syllable.trim_start_matches('m').to_owned()
            }
            _ => continue,
        };
        assert!(
            !romanized.is_empty(),
            "{character} U+{:04X}",
            u32::from(character)
        );
    }
}

fn romanize_alone(character: char) -> String {
    romanize(character.encode_utf8(&mut [0; 4]))
}

#[test]
fn the_scores_of_candidates_share_one_whole() {
    // The table has it as it is written in English, the letters are `dilli`.
    let candidates = Romanizer::new().candidates("दिल्ली", 100);
    assert_eq!(candidates[0].text, "delhi");
    assert!(candidates[0].score >= 0.5 && candidates[0].score < 1.0);
    assert!(candidates.iter().any(|candidate| candidate.text == "dilli"));
    // Title case and slug do not matter.
    let romanizer = Romanizer::new().title_case(true).slug(true);
    assert_eq!(romanizer.candidates("दिल्ली", 100), candidates);
    assert!(Romanizer::new().candidates("abc 12", 5).is_empty());
}

#[test]
fn the_table_is_in_order() {
    let rows: Vec<Vec<&str>> = TABLE
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split('\t').collect())
        .collect();
    assert!(rows.len() > 1000);
    assert!(TABLE.len() < 60_000);
    let words: Vec<&str> = rows.iter().map(|row| row[0]).collect();
    assert!(words.windows(2).all(|pair| pair[0] < pair[1]));
    for row in &rows {
        assert_eq!(row.len(), 2, "{row:?}");
        assert!(akshar::is_nfc(row[0]), "{row:?}");
        let is_initialism = row[1].chars().all(|letter| letter.is_ascii_uppercase());
        let is_small = row[1]
            .trim_end_matches('.')
            .split(' ')
            .all(|word| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase()));
        assert!(is_initialism || is_small, "{row:?}");
        assert!(!row[1].ends_with('.') || row[0].ends_with('.'), "{row:?}");
    }
}

#[test]
fn every_row_is_what_romanize_writes() {
    for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
        let (word, romanized) = line.split_once('\t').unwrap();
        assert_eq!(romanize(word), romanized.to_ascii_lowercase(), "{word}");
    }
}

#[test]
fn candidates_respect_the_count() {
    let romanizer = Romanizer::new();
    for word in ["लड़का", "दिल्ली", "यूपी", "न्यूयॉर्क", "ऽ", "", "abc"]
    {
        assert!(romanizer.candidates(word, 0).is_empty(), "{word}");
        for count in [1, 2, 5, 50] {
            assert!(romanizer.candidates(word, count).len() <= count, "{word}");
        }
        assert!(romanizer.candidates(word, usize::MAX).len() < 1000);
    }
    assert_eq!(romanizer.candidates("यूपी", 1)[0].text, "up");
    assert_eq!(romanizer.candidates("नासा", 1)[0].text, "nasa");
}

/// Words as they are and as they should not be: any characters of the block, with joiners.
/// What no Hindi word comes near in length is spelled all the same, and its score is above zero.
#[test]
fn a_word_of_any_length_is_romanized() {
    for count in [1, 20, 42, 43, 400, 20_000] {
        let word = "मिनी".repeat(count);
        let candidates = Romanizer::new().candidates(&word, 5);
        assert_eq!(candidates[0].text, romanize(&word));
        assert!(
            candidates.iter().all(|candidate| candidate.score > 0.0),
            "{count}"
        );
        if count > 42 {
            assert_eq!(candidates[0].text, "mini".repeat(count));
        }
    }
}

/// The inherent vowels of such a word are those that are spoken.
#[test]
fn a_long_word_keeps_silent_vowels_silent() {
    let romanized = romanize(&"लड़कियाँ".repeat(100));
    assert!(
        romanized.starts_with("ladkiyan") && romanized.len() == 800,
        "{romanized}"
    );
}

fn devanagari() -> impl Strategy<Value = String> {
    proptest::collection::vec(
        prop_oneof![
            8 => proptest::char::range('\u{900}', '\u{97F}'),
            1 => Just('\u{200D}'),
            1 => Just('\u{200C}'),
        ],
        0..12,
    )
    .prop_map(String::from_iter)
}

/// A word of letters with vowel signs and the like.
fn word() -> impl Strategy<Value = String> {
    "([क-ह]़?[ा-ौ]?[ँंः]?्?){1,6}"
}

proptest! {
    #[test]
    fn devanagari_becomes_ascii(before in "[a-z ,।०-९]{0,3}", text in devanagari()) {
        // A joiner that touches no Devanagari would be other text.
        let text = format!("{before}\u{200D}क{text}");
        for romanizer in [Romanizer::new(), Romanizer::new().title_case(true)] {
            let romanized = romanizer.romanize(&text);
            prop_assert!(romanized.is_ascii(), "{text:?} {romanized:?}");
        }
    }

    #[test]
    fn any_text_has_a_slug_of_letters_digits_and_hyphens(text in any::<String>(), word in devanagari()) {
        let slug = slug(&(text + &word + "-a.b,1"));
        prop_assert!(slug.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-')));
        prop_assert!(!slug.contains("--") && !slug.starts_with('-') && !slug.ends_with('-'));
    }

    #[test]
    fn a_slug_is_its_own_slug(text in "[a-zA-Z0-9 .,'%₹&क-ह-]{0,20}") {
        let first = slug(&text);
        prop_assert_eq!(slug(&first), first);
    }

    #[test]
    fn text_without_devanagari_stays(text in any::<String>()) {
        let text: String = text.chars().filter(|c| !akshar::devanagari::contains(*c)).collect();
        prop_assert_eq!(romanize(&text), text);
    }

    #[test]
    fn words_are_romanized_one_by_one(words in proptest::collection::vec(word(), 1..5)) {
        let words: Vec<&str> = words.iter().map(|word| word.trim_end_matches('ः')).collect();
        let one_by_one: Vec<String> = words.iter().map(|word| romanize(word)).collect();
        prop_assert_eq!(romanize(&words.join(" ")), one_by_one.join(" "));
    }

    #[test]
    fn a_title_is_the_same_in_other_letters(text in any::<String>(), word in word()) {
        let text = text + " " + &word;
        prop_assert!(title(&text).eq_ignore_ascii_case(&romanize(&text)));
    }

    #[test]
    fn candidates_are_in_order(word in word(), count in 0_usize..20) {
        let candidates = Romanizer::new().candidates(&word, count);
        prop_assert!(candidates.len() <= count);
        let romanized = romanize(&word);
        if count > 0 && !romanized.is_empty() {
            prop_assert_eq!(&candidates[0].text, &romanized);
        }
        prop_assert!(candidates.windows(2).all(|pair| pair[0].score >= pair[1].score));
        // But for the rounding of the sum.
        let total: f32 = candidates.iter().map(|candidate| candidate.score).sum();
        prop_assert!(total <= 1.0001, "{candidates:?}");
        for (index, candidate) in candidates.iter().enumerate() {
            prop_assert!(candidate.score > 0.0 && candidate.score <= 1.0, "{candidate:?}");
            prop_assert!(candidates[..index].iter().all(|other| other.text != candidate.text));
        }
    }
}
