//! The tasks, and how each system does them.
//!
//! Whether a system is right is seen on a short text, or against the reference crate where
//! there is one. The short texts hold what the task is about in Hindi, and no quirks of ours.

use std::borrow::Cow;
use std::collections::HashSet;
use std::rc::Rc;

use akshar::TokenKind;
use bstr::ByteSlice;
use charabia::Segment;
use icu_normalizer::ComposingNormalizerBorrowed;
use icu_segmenter::{GraphemeClusterSegmenter, SentenceSegmenter, WordSegmenter};
use rustc_hash::FxHashSet;
use tantivy::tokenizer::{
    LowerCaser, SimpleTokenizer, StopWordFilter, TextAnalyzer, WhitespaceTokenizer,
};
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// The name of the system that is ours.
pub const OURSELVES: &str = "akshar";

/// The tasks by name, in the order of the table.
pub const NAMES: [&str; 10] = [
    "nfc",
    "nfc-changed",
    "graphemes",
    "tokens",
    "sentences",
    "stopwords",
    "iso15919",
    "romanize",
    "pipeline",
    "analyzer",
];

/// What is done, on which text, and who does it.
pub struct Task {
    pub name: &'static str,
    pub text: Rc<str>,
    pub systems: Vec<System>,
}

/// One way to do a task.
pub struct System {
    pub name: &'static str,
    /// Does the task on a text; returns a count or a length, so that nothing is optimized away.
    pub run: Box<dyn Fn(&str) -> usize>,
    pub correct: bool,
}

pub fn task(name: &'static str, text: &str) -> Task {
    let (text, systems) = match name {
        "nfc" => (text.nfc().collect(), nfc()),
        "nfc-changed" => (with_precomposed_nukta(text), nfc()),
        "graphemes" => (text.to_owned(), graphemes()),
        "tokens" => (text.to_owned(), tokens()),
        "sentences" => (text.to_owned(), sentences()),
        "stopwords" => stopwords(text),
        "iso15919" => (text.to_owned(), iso15919()),
        "romanize" => (text.to_owned(), romanize()),
        "pipeline" => (text.to_owned(), pipeline()),
        "analyzer" => (text.to_owned(), analyzer()),
        _ => unreachable!("not one of the names"),
    };
    Task {
        name,
        text: text.into(),
        systems,
    }
}

/// A system that makes a text of a text, and what it must make of a short one.
fn rewriter(
    name: &'static str,
    [sample, expected]: [&str; 2],
    rewrite: fn(&str) -> Cow<'_, str>,
) -> System {
    System {
        name,
        run: Box::new(move |text| rewrite(text).len()),
        correct: rewrite(sample) == expected,
    }
}

/// A short text, and whether a system took it apart as it should.
type Check<'c> = (&'c str, &'c dyn Fn(&[String]) -> bool);

/// A system that takes a text apart. A macro, so that each loop over the pieces is compiled
/// together with the iterator that it runs over.
macro_rules! splitter {
    ($name:expr, $check:expr, |$text:ident| $pieces:expr) => {
        System {
            name: $name,
            run: Box::new(move |$text: &str| {
                let mut length = 0;
                for piece in $pieces {
                    length += piece.len();
                }
                length
            }),
            correct: {
                let ($text, is_right): Check = $check;
                let mut pieces = Vec::new();
                for piece in $pieces {
                    pieces.push(piece.to_string());
                }
                is_right(&pieces)
            },
        }
    };
}

/// The same where the pieces are handed on from within.
macro_rules! visitor {
    ($name:expr, $check:expr, |$text:ident, $sink:ident| $visit:expr) => {{
        let correct = {
            let ($text, is_right): Check = $check;
            let mut pieces = Vec::new();
            let $sink = &mut |piece: &str| pieces.push(piece.to_owned());
            $visit;
            is_right(&pieces)
        };
        System {
            name: $name,
            correct,
            run: Box::new(move |$text: &str| {
                let mut length = 0;
                let $sink = &mut |piece: &str| length += piece.len();
                $visit;
                length
            }),
        }
    }};
}

/// An analyzer of tantivy, which must be one's own to be used.
fn tantivy(name: &'static str, check: Check, analyzer: TextAnalyzer) -> System {
    visitor!(name, check, |text, sink| {
        let mut analyzer = analyzer.clone();
        let mut tokens = analyzer.token_stream(text);
        while let Some(token) = tokens.next() {
            sink(&token.text);
        }
    })
}

/// The pieces between the break positions that ICU4X gives, of which the first is zero.
fn between(text: &str, breaks: impl Iterator<Item = usize>) -> impl Iterator<Item = &str> {
    breaks.skip(1).scan(0, |start, end| {
        let piece = &text[*start..end];
        *start = end;
        Some(piece)
    })
}

/// Hindi with its nukta letters as the one code point each that NFC takes apart.
fn with_precomposed_nukta(text: &str) -> String {
    let bases = ['क', 'ख', 'ग', 'ज', 'ड', 'ढ', 'फ', 'य'];
    let normalized = text.nfc().collect();
    bases
        .iter()
        .zip('\u{958}'..='\u{95F}')
        .fold(normalized, |text: String, (base, precomposed)| {
            text.replace(&format!("{base}\u{93C}"), &precomposed.to_string())
        })
}

fn nfc() -> Vec<System> {
    let sample = "\u{95B}रा सी \u{92A}\u{922}\u{93C}\u{93E}ई, \u{928}\u{93C} और e\u{301}";
    let expected: String = sample.nfc().collect();
    let check = [sample, &expected];
    vec![
        rewriter(OURSELVES, check, akshar::nfc),
        rewriter("icu_normalizer", check, |text| {
            ComposingNormalizerBorrowed::new_nfc().normalize(text)
        }),
        rewriter("unicode-normalization", check, |text| {
            if unicode_normalization::is_nfc(text) {
                text.into()
            } else {
                text.nfc().collect()
            }
        }),
    ]
}

fn graphemes() -> Vec<System> {
    let sample = "हिन्दी के क्षेत्र, र्\u{200D}य स्त्री — (ज़्यादा) e\u{301} 👩\u{200D}🚒 🇮🇳";
    let check: Check = (sample, &|pieces| sample.graphemes(true).eq(pieces));
    vec![
        splitter!(OURSELVES, check, |text| akshar::graphemes(text)),
        splitter!("icu_segmenter", check, |text| {
            between(text, GraphemeClusterSegmenter::new().segment_str(text))
        }),
        splitter!("unicode-segmentation", check, |text| text.graphemes(true)),
        splitter!("bstr", check, |text| text.as_bytes().graphemes()),
    ]
}

fn tokens() -> Vec<System> {
    let sample = "शर्मा ने हिन्दी में ‘क़लम’ 1,00,000 बार चलाई। दुःख हुआ!";
    let words = [
        "शर्मा",
        "ने",
        "हिन्दी",
        "में",
        "क़लम",
        "1,00,000",
        "बार",
        "चलाई",
        "दुःख",
        "हुआ",
    ];
    // Words come out whole and free of punctuation; how the rest is cut is not asked.
    let check: Check = (sample, &|pieces| {
        pieces.iter().filter(|piece| is_word(piece)).eq(&words)
    });
    vec![
        splitter!(OURSELVES, check, |text| akshar::tokens(text)
            .map(|token| token.text)),
        splitter!("icu_segmenter", check, |text| {
            let segmenter = WordSegmenter::new_for_non_complex_scripts(Default::default());
            between(text, segmenter.segment_str(text))
        }),
        splitter!("unicode-segmentation", check, |text| text.unicode_words()),
        splitter!("bstr", check, |text| text.as_bytes().words()),
        splitter!("charabia", check, |text| text.segment_str()),
        tantivy(
            "tantivy simple",
            check,
            TextAnalyzer::from(SimpleTokenizer::default()),
        ),
        tantivy(
            "tantivy whitespace",
            check,
            TextAnalyzer::from(WhitespaceTokenizer::default()),
        ),
    ]
}

fn is_word(piece: &str) -> bool {
    piece.contains(char::is_alphanumeric)
}

fn sentences() -> Vec<System> {
    let sample = "डॉ. सिंह ने 2.5 लाख रुपये दिए। क्या यह सच है? जी हाँ! वह बोला।";
    let sentences = [
        "डॉ. सिंह ने 2.5 लाख रुपये दिए।",
        "क्या यह सच है?",
        "जी हाँ!",
        "वह बोला।",
    ];
    let check: Check = (sample, &|pieces| {
        pieces.iter().map(|piece| piece.trim()).eq(sentences)
    });
    vec![
        splitter!(OURSELVES, check, |text| {
            akshar::sentences(text).map(|sentence| sentence.text)
        }),
        splitter!("icu_segmenter", check, |text| {
            between(
                text,
                SentenceSegmenter::new(Default::default()).segment_str(text),
            )
        }),
        splitter!("unicode-segmentation", check, |text| text
            .split_sentence_bounds()),
        splitter!("bstr", check, |text| text.as_bytes().sentences()),
        splitter!("sentencex", check, |text| sentencex::segment("hi", text)),
    ]
}

/// The words of the built-in list, sorted, for the sets of others.
fn listed() -> Vec<String> {
    let stopwords = akshar::Stopwords::hindi();
    let mut words: Vec<_> = stopwords.iter().map(|(word, _)| word.to_owned()).collect();
    words.sort_unstable();
    words
}

// The same words as `STOPWORDS`, a set of phf.
include!(concat!(env!("OUT_DIR"), "/stopwords.rs"));

/// Each word of the text is looked up; finding the words is not timed. The text is NFC, as the
/// list is: only we would find a word in another form.
fn stopwords(text: &str) -> (String, Vec<System>) {
    let text = &text.nfc().collect::<String>();
    let words: Rc<[String]> = akshar::words(text)
        .map(|word| word.text.to_owned())
        .collect();
    let reference: HashSet<String> = listed().into_iter().collect();
    let text = words.concat();

    macro_rules! set {
        ($name:expr, |$word:ident| $contains:expr) => {
            System {
                name: $name,
                correct: words
                    .iter()
                    .all(|$word| $contains == reference.contains($word)),
                run: {
                    let words = words.clone();
                    Box::new(move |_| words.iter().map(|$word| usize::from($contains)).sum())
                },
            }
        };
    }
    let standard = reference.clone();
    let rustc_hash: FxHashSet<String> = listed().into_iter().collect();
    let hashbrown: hashbrown::HashSet<String> = listed().into_iter().collect();
    let fst = fst::Set::from_iter(listed()).expect("the words are sorted");
    let systems = vec![
        set!(OURSELVES, |word| akshar::is_stopword(word)),
        set!("rustc-hash", |word| rustc_hash.contains(word)),
        set!("hashbrown", |word| hashbrown.contains(word)),
        set!("phf", |word| STOPWORDS.contains(word)),
        set!("fst", |word| fst.contains(word)),
        set!("std", |word| standard.contains(word)),
    ];
    (text, systems)
}

fn iso15919() -> Vec<System> {
    let check = ["हिन्दी में क़लम और ज्ञान", "hindī mēṁ qalama aura jñāna"];
    vec![
        rewriter(OURSELVES, check, |text| {
            use akshar::Scheme::{Devanagari, Iso15919};
            akshar::transliterate(text, Devanagari, Iso15919).into()
        }),
        rewriter("vidyut-lipi", check, |text| {
            use vidyut_lipi::Scheme::{Devanagari, Iso15919};
            vidyut_lipi::Lipika::new()
                .transliterate(text, Devanagari, Iso15919)
                .into()
        }),
        rewriter("any_ascii", check, |text| any_ascii::any_ascii(text).into()),
    ]
}

fn romanize() -> Vec<System> {
    let check = [
        "उत्तर प्रदेश में समाजवादी पार्टी",
        "uttar pradesh mein samajwadi party",
    ];
    vec![
        rewriter(OURSELVES, check, |text| akshar::romanize(text).into()),
        rewriter("vidyut-lipi", check, |text| {
            use vidyut_lipi::Scheme::{Devanagari, Itrans};
            vidyut_lipi::Lipika::new()
                .transliterate(text, Devanagari, Itrans)
                .into()
        }),
        rewriter("any_ascii", check, |text| any_ascii::any_ascii(text).into()),
        rewriter("deunicode", check, |text| deunicode::deunicode(text).into()),
        // By the line, as its own command does: its time grows faster than the text.
        rewriter("uroman", check, |text| {
            let uroman = uroman::Uroman::new();
            let romanize = |line| {
                uroman
                    .romanize_string::<uroman::rom_format::Str>(line, Some("hin"))
                    .to_string()
            };
            text.split_inclusive('\n').map(romanize).collect()
        }),
    ]
}

/// From text to the words that carry its content: NFC, sentences, tokens, no stopwords.
fn pipeline() -> Vec<System> {
    let sample = "राम ने सीता को बा\u{95B}ार में फल दिए। घर में पुस्तक है।";
    let words = ["राम", "सीता", "बा\u{91C}\u{93C}ार", "फल", "घर", "पुस्तक"];
    let check: Check = (sample, &|pieces| pieces == words);
    let stopwords: Rc<FxHashSet<String>> = Rc::new(listed().into_iter().collect());
    let is_content = move |word: &str| is_word(word) && !stopwords.contains(word);
    let is_content_of_icu = is_content.clone();
    vec![
        visitor!(OURSELVES, check, |text, sink| {
            for sentence in akshar::sentences(&akshar::nfc(text)) {
                for token in sentence.tokens() {
                    if token.kind == TokenKind::Word && !akshar::is_stopword(token.text) {
                        sink(token.text);
                    }
                }
            }
        }),
        visitor!("icu", check, |text, sink| {
            let text = &ComposingNormalizerBorrowed::new_nfc().normalize(text);
            let sentences = SentenceSegmenter::new(Default::default());
            let words = WordSegmenter::new_for_non_complex_scripts(Default::default());
            between(text, sentences.segment_str(text))
                .flat_map(|sentence| between(sentence, words.segment_str(sentence)))
                .filter(|word| is_content_of_icu(word))
                .for_each(sink);
        }),
        visitor!("unicode-rs", check, |text, sink| {
            let text: String = text.nfc().collect();
            text.unicode_sentences()
                .flat_map(|sentence| sentence.unicode_words())
                .filter(|word| is_content(word))
                .for_each(sink);
        }),
        // No NFC and no sentences.
        tantivy(
            "tantivy",
            check,
            TextAnalyzer::builder(WhitespaceTokenizer::default())
                .filter(LowerCaser)
                .filter(StopWordFilter::remove(listed()))
                .build(),
        ),
    ]
}

/// The terms of a text for search: folded, without stopwords, stemmed.
fn analyzer() -> Vec<System> {
    let sample = "हिन्दी की किताबें और ज़मीनों का विवाद।";
    let terms = ["हिंदी", "किताब", "जमीन", "विवाद"];
    let check: Check = (sample, &|pieces| {
        // The stem of a word may keep its nukta.
        pieces
            .iter()
            .map(|piece| piece.replace('\u{93C}', ""))
            .eq(terms)
    });
    let analyzer = akshar::Analyzer::new();
    vec![
        visitor!(OURSELVES, check, |text, sink| {
            for term in analyzer.terms(text) {
                sink(&term.text);
            }
        }),
        // Has neither folds nor stems for Hindi.
        tantivy(
            "tantivy",
            check,
            TextAnalyzer::builder(SimpleTokenizer::default())
                .filter(LowerCaser)
                .filter(StopWordFilter::remove(listed()))
                .build(),
        ),
    ]
}
