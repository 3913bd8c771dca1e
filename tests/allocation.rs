//! The iterators, and what borrows its answer, take no memory once the tables have been read.

use std::borrow::Cow;
use std::fs;
use std::path::Path;
use std::thread;

/// What must not allocate, by its name.
type Work = (&'static str, fn(&str));

const GRAPHEMES: [Work; 3] = [
    ("graphemes", |text| consume(akshar::graphemes(text))),
    ("graphemes backward", |text| {
        consume(akshar::graphemes(text).rev());
    }),
    ("grapheme_indices", |text| {
        consume(akshar::grapheme_indices(text));
    }),
];

const NORMALIZED: [Work; 3] = [
    ("is_nfc", |text| assert!(akshar::is_nfc(text))),
    ("nfc", |text| {
        assert!(matches!(akshar::nfc(text), Cow::Borrowed(_)));
    }),
    ("is_stopword", |text| {
        let words = text.split_whitespace();
        consume(words.filter(|word| akshar::is_stopword(word)));
    }),
];

const SCANS: [Work; 4] = [
    ("tokens", |text| consume(akshar::tokens(text))),
    ("words", |text| consume(akshar::words(text))),
    ("sentences", |text| consume(akshar::sentences(text))),
    ("sentence.tokens", |text| {
        akshar::sentences(text).for_each(|sentence| consume(sentence.tokens()));
    }),
];

/// Text that takes every way through the scanners.
const HARD: [&str; 12] = [
    "डॉ. वर्मा, कि.मी., म.प्र., ए.पी.जे. अब्दुल कलाम और रु. 250 के लिए प्रो. राव आए. U.S. से a.m. तक।",
    "https://www.example.com/राज्य?खोज=हिंदी&page=2 और www.example.in, example.co.in/ख़बर देखिए।",
    "लिखें: naam.upnaam+news@example.co.in या <mail@example.org>; @akshar_news ने #हिंदी_दिवस कहा।",
    "👨‍👩‍👧‍👦 🇮🇳🇮🇳 👍🏽 ❤️ 1️⃣ ©® ☎ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ‼️ चलो!!! अच्छा... सच?! हाँ… \"जय हो!\" के नारे लगे।",
    "১২ বাংলা ভাষা। தமிழ் மொழி, తెలుగు, ಕನ್ನಡ; اردو زبان؟ 中文。日本語です。한국어 Ελληνικά русский ไทย မြန်မာ",
    "क्‍ष र्‍य श्‌री ज़ाहिर ड़्ह पढ़ाई ऍक ऑफ़ ॐ ॥ १२ ॥ ॰ ऽ ः ँ\u{93C}\u{94D}\u{902} \u{200D}\u{200C} क\u{301}ख\u{323}",
    "1,00,000 १२.५ 18/01/2022 18-01-2022 4:49 2013-2014 +91-98765 43210 ₹5,000 35ए 88वें 5G CO2 H₂O 12%",
    "(\"‘कहाँ हो?’ उसने पूछा।\") [यह भी] {और यह} «वह» — ‘भारत माता की जय!’ के नारे | नई पंक्ति |",
    "don't naïve café ÀÉÎÕÜ ﬁ Ⅷ ½ ² ㎏ ȷ ß İ ſ\u{2028}नई\u{2029}पंक्ति\u{85}यहाँ\r\nऔर\rवहाँ\u{0}\u{7F}\u{FEFF}",
    "1. पहला\n2) दूसरा\n(क) तीसरा\n• चौथा\n- पाँचवाँ\n\n\nशीर्षक\nनई दिल्ली, 5 जन. (भाषा) राज्य सरकार ने",
    "http://. www. @ # @. #. a@b .com ://x mailto:x@y.z ftp://a.b:80/ x@y@z.com #1 @1 a.b.c.d 1.2.3.4 ....",
    "\u{1100}\u{1161}\u{11A8}\u{AC00}\u{11A8} \u{0600}5 \u{0E33} \u{1CF7} e\u{300}\u{301} \u{E0001}\u{E0041} \u{10FFFF}",
];

fn consume<T>(items: impl Iterator<Item = T>) {
    items.for_each(|item| drop(std::hint::black_box(item)));
}

fn articles() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/articles");
    let files = fs::read_dir(folder).unwrap();
    let articles = files.map(|file| fs::read_to_string(file.unwrap().path()).unwrap());
    articles.collect()
}

/// Which of the texts, once in NFC, makes which work allocate, and how often, in a thread that
/// has done none of it before.
fn allocations<T: AsRef<str>>(works: &[Work], texts: &[T]) -> Vec<String> {
    let mut found = Vec::new();
    for text in texts {
        let text = &akshar::nfc(text.as_ref());
        for (name, work) in works {
            // Reads the tables.
            work(text);
            let count = || allocation_counter::measure(|| work(text)).count_total;
            let count = thread::scope(|scope| scope.spawn(count).join().unwrap());
            if count > 0 {
                let beginning: String = text.chars().take(30).collect();
                found.push(format!("{name}: {count} allocations in {beginning}"));
            }
        }
    }
    found
}

#[track_caller]
fn assert_none(found: &[String]) {
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn graphemes_of_articles() {
    assert_none(&allocations(&GRAPHEMES, &articles()));
}

#[test]
fn graphemes_of_hard_texts() {
    assert_none(&allocations(&GRAPHEMES, &HARD));
}

#[test]
fn normalized_articles() {
    assert_none(&allocations(&NORMALIZED, &articles()));
}

#[test]
#[ignore = "a stretch of other scripts that NFC might change is composed, and then compared"]
fn normalized_hard_texts() {
    assert_none(&allocations(&NORMALIZED, &HARD));
}

#[test]
#[ignore = "the regex crate allocates where it looks for addresses, punctuation and pictographs"]
fn scans_of_articles() {
    assert_none(&allocations(&SCANS, &articles()));
}

#[test]
#[ignore = "the regex crate allocates where it looks for addresses, punctuation and pictographs"]
fn scans_of_hard_texts() {
    assert_none(&allocations(&SCANS, &HARD));
}

/// What allocates is counted: else the other tests could not fail.
#[test]
fn memory_is_counted() {
    let copies: [Work; 1] = [("to_owned", |text| {
        drop(std::hint::black_box(text.to_owned()))
    })];
    assert_eq!(allocations(&copies, &articles()).len(), articles().len());
}
