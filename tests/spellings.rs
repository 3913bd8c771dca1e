//! One word in two spellings meets under the search folds, and two words do not.

use akshar::Folder;

/// A pair of words, and the last two columns of its row.
struct Pair {
    words: [String; 2],
    relation: &'static str,
    difference: &'static str,
}

fn pairs() -> Vec<Pair> {
    let table = include_str!("data/spelling-pairs.tsv");
    let rows: Vec<&str> = table
        .lines()
        .filter(|line| !line.starts_with('#'))
        .collect();
    assert!(rows.is_sorted_by(|row, next| row < next));
    let pair = |row: &&'static str| {
        let columns: Vec<&str> = row.split('\t').collect();
        let [word, other, relation, difference] = columns[..] else {
            panic!("{row:?}");
        };
        Pair {
            words: [word, other].map(unescaped),
            relation,
            difference,
        }
    };
    rows.iter().map(pair).collect()
}

/// The text with the code points that are written as `\u{..}`.
fn unescaped(cell: &str) -> String {
    let mut parts = cell.split("\\u{");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (number, rest) = part.split_once('}').unwrap();
        let number = u32::from_str_radix(number, 16).unwrap();
        text.push(char::from_u32(number).unwrap());
        text.push_str(rest);
    }
    text
}

/// The pairs of a relation of which the words are, or are not, folded alike.
fn wrong(relation: &str, meet: bool) -> Vec<String> {
    let folder = Folder::search();
    let pairs: Vec<Pair> = pairs()
        .into_iter()
        .filter(|pair| pair.relation == relation)
        .collect();
    assert_eq!(pairs.len(), 300, "{relation}");
    let is_wrong = |pair: &&Pair| {
        let [word, other] = &pair.words;
        assert_ne!(word, other);
        (folder.fold(word) == folder.fold(other)) != meet
    };
    let wrong = pairs.iter().filter(is_wrong);
    wrong
        .map(|pair| format!("{:?} {}", pair.words, pair.difference))
        .collect()
}

#[test]
fn spellings_of_one_word_meet() {
    assert_eq!(wrong("same", true), [""; 0]);
}

#[test]
fn different_words_stay_apart() {
    assert_eq!(wrong("different", false), [""; 0]);
}

#[test]
fn what_an_editor_mends_does_not_choose_a_spelling() {
    let folder = Folder::display();
    let spellings = [
        "nukta",
        "glide",
        "chandrabindu or anusvara",
        "nasal consonant or anusvara",
    ];
    let mut count = 0;
    for pair in pairs() {
        if pair.relation == "same" && spellings.contains(&pair.difference) {
            for word in &pair.words {
                assert_eq!(folder.fold(word), akshar::nfc(word));
            }
            count += 1;
        }
    }
    assert!(count > 100);
}

#[test]
fn an_editor_mends_what_was_mistyped() {
    let folder = Folder::display();
    for (typed, mended) in [
        // Invisible characters, but for the joiners that were meant.
        ("\u{FEFF}भा\u{200B}रत\u{200D} में\u{AD}", "भारत में"),
        ("क्\u{200D}ष श्\u{200C}री", "क्\u{200D}ष श्\u{200C}री"),
        ("उत्\u{200C} उत्\u{200D}", "उत् उत्\u{200D}"),
        (
            "👩\u{200D}🌾 ❤\u{FE0F} 1\u{FE0F}\u{20E3}",
            "👩\u{200D}🌾 ❤\u{FE0F} 1\u{FE0F}\u{20E3}",
        ),
        ("می\u{200C}خواهم", "می\u{200C}خواهم"),
        // Marks.
        ("ह\u{901}\u{942} म\u{902}\u{947}", "हूँ में"),
        (
            "\u{905}\u{93E}ज ड\u{93E}\u{945}क्टर क\u{93E}\u{947}",
            "आज डॉक्टर को",
        ),
        ("में\u{902} सत\u{94D}\u{94D}य", "में सत्य"),
        // Short vowels, and the candra ones, in two parts.
        ("अ\u{94A} आ\u{946} ए\u{945}", "ऒ ऒ ऍ"),
        ("क\u{93E}\u{946} क\u{946}\u{93E}", "कॊ कॊ"),
        // Dandas.
        ("वह आया| मैं गया |", "वह आया। मैं गया ।"),
        ("“चलो|” उसने कहा¦", "“चलो।” उसने कहा।"),
        ("चौपाई पूरी हुई।। दोहा||", "चौपाई पूरी हुई॥ दोहा॥"),
        ("लखनऊ | 18 जनवरी", "लखनऊ | 18 जनवरी"),
        ("| नाम | पता |", "| नाम | पता |"),
        ("a | b, क|ख", "a | b, क|ख"),
        // Visargas.
        ("अत: दु:ख नि:शुल्क है", "अतः दुःख निःशुल्क है"),
        ("प्राय: 4:30 बजे, छ: बजे", "प्रायः 4:30 बजे, छः बजे"),
        ("उसने कहा: रात: तीन बजे", "उसने कहा: रात: तीन बजे"),
        ("मन: शांत, नि:", "मन: शांत, नि:"),
        (
            "विषय:समाज https://example.com/अत:एक",
            "विषय:समाज https://example.com/अत:एक",
        ),
    ] {
        assert_eq!(folder.fold(typed), mended, "{typed:?}");
        assert_eq!(folder.fold(mended), mended, "{mended:?}");
    }
}

/// Each fold by itself, on the characters that are its own, and no other fold on them.
#[test]
fn single_characters_become_what_their_fold_says() {
    let rows: [(Folder, &str, &str); 11] = [
        (Folder::none().punctuation(true), "“”„‟«»″", "\""),
        (Folder::none().punctuation(true), "‘’‚‛‹›′´`", "'"),
        (Folder::none().punctuation(true), "।॥॰|", "."),
        (Folder::none().punctuation(true), "‐‑‒–—―−", "-"),
        (Folder::none().punctuation(true), "…", "..."),
        (
            Folder::none().punctuation(true),
            "\u{A0}\u{2002}\u{2009}\u{202F}\u{205F}\u{3000}",
            " ",
        ),
        (Folder::none().candra_vowels(true), "ऍॲ", "ऐ"),
        (Folder::none().candra_vowels(true), "ऑ", "आ"),
        (Folder::none().candra_vowels(true), "ऎ", "ए"),
        (Folder::none().candra_vowels(true), "ऒ", "ओ"),
        (Folder::none().digits(true), "५", "5"),
    ];
    for (folder, characters, expected) in rows {
        for character in characters.chars() {
            let text = format!("क{character}ख");
            assert_eq!(folder.fold(&text), format!("क{expected}ख"), "{character}");
            assert_eq!(Folder::none().fold(&text), text);
            assert_eq!(Folder::search().fold(&text), format!("क{expected}ख"));
        }
    }
    let signs = Folder::none().candra_vowels(true);
    for (sign, expected) in [('ॉ', 'ा'), ('ॅ', 'ै'), ('ॆ', 'े'), ('ॊ', 'ो')] {
        let text = format!("क{sign}");
        assert_eq!(signs.fold(&text), format!("क{expected}"));
        assert_eq!(Folder::none().fold(&text), text);
    }
}

/// Spellings that the folds do not bring together, since they would bring other words together
/// too, or would have to know the word; and words that they do bring together.
#[test]
fn known_limits() {
    let folder = Folder::search();
    for (word, other) in [
        ("छह", "छः"),
        ("महत्त्व", "महत्व"),
        ("कर्त्तव्य", "कर्तव्य"),
        ("उज्ज्वल", "उज्जवल"),
        ("ऋषि", "रिषी"),
        ("संन्यासी", "सन्यासी"),
        ("भाइयों", "भाईयों"),
        ("इन्सान", "इंसान"),
        ("बरफ़", "बर्फ़"),
    ] {
        assert_ne!(folder.fold(word), folder.fold(other));
    }
    for (word, other) in [
        ("राज़", "राज"),
        ("हँस", "हंस"),
        ("कॉफ़ी", "काफ़ी"),
        ("बॉल", "बाल"),
        ("नमः", "नम"),
        ("फन", "फ़न"),
    ] {
        assert_eq!(folder.fold(word), folder.fold(other));
    }
}
