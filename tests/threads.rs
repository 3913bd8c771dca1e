//! Everything from many threads at once, each the first to use every table: the answers are the
//! same for all of them, and those of a process with one thread.
//!
//! A table is read once in a process. So this file has one test that reads any, and it runs the
//! program of this file again for the one thread.

use std::collections::hash_map::DefaultHasher;
use std::fmt::{self, Debug, Write};
use std::fs;
use std::hash::Hasher;
use std::path::Path;
use std::process::Command;
use std::sync::Barrier;
use std::thread;

use akshar::transliterate::{
    Candidate, Danda, DecodeError, DecodeErrorKind, Digits, Unknown, spoken_schwas,
};
use akshar::{
    AnalyzedSentence, Analyzer, Article, Counts, Folded, Folder, GraphemeIndices, Graphemes,
    Headline, Keys, Keyword, Paragraph, ParagraphKind, Romanizer, Scheme, Schwa, Sentence,
    Sentences, Stopwords, Term, TermKind, Terms, Token, TokenKind, Tokens, Transliterator,
    UnknownScheme, WordClass, Words, devanagari, tantivy, transliterate,
};
use tantivy_tokenizer_api::{TokenStream, Tokenizer};

#[test]
fn every_type_goes_from_thread_to_thread_and_is_shared() {
    fn check<T: Send + Sync>() {}
    check::<(AnalyzedSentence, Analyzer, Article, Candidate, Counts)>();
    check::<(Danda, DecodeError, DecodeErrorKind, Digits, Folded, Folder)>();
    check::<(GraphemeIndices, Graphemes, Headline, Keys, Keyword)>();
    check::<(Paragraph, ParagraphKind, Romanizer, Scheme, Schwa)>();
    check::<(Sentence, Sentences, Stopwords, Term, TermKind, Terms)>();
    check::<(Token, TokenKind, Tokens, Transliterator, Unknown)>();
    check::<(UnknownScheme, WordClass, Words, devanagari::Class)>();
    check::<(tantivy::Stemmer, tantivy::SearchKeys, tantivy::TermStream)>();
    check::<tantivy::Filtered<Folder, Analyzer>>();
    check::<tantivy::FilteredStream<Folder, tantivy::TermStream>>();
}

/// What a part of the library says of a text, in every detail.
type Work = fn(&str, &mut Said);

/// The hash of all that has been said.
#[derive(Default)]
struct Said(DefaultHasher);

impl Said {
    fn say(&mut self, what: impl Debug) {
        write!(self, "{what:?}").unwrap();
    }

    fn say_each(&mut self, items: impl IntoIterator<Item: Debug>) {
        items.into_iter().for_each(|item| self.say(item));
    }
}

impl Write for Said {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.write(text.as_bytes());
        Ok(())
    }
}

const WORKS: &[Work] = &[
    |text, said| said.say_each(akshar::graphemes(text)),
    |text, said| said.say_each(akshar::grapheme_indices(text).rev()),
    |text, said| said.say_each(akshar::tokens(text)),
    |text, said| said.say_each(akshar::words(text)),
    |text, said| said.say_each(akshar::sentences(text)),
    |text, said| said.say_each(akshar::sentences(text).join_lines(true)),
    |text, said| said.say((akshar::nfc(text), akshar::is_nfc(text))),
    |text, said| said.say(Folder::search().fold(text)),
    |text, said| said.say(Folder::display().fold(text)),
    |text, said| {
        let folded = Folder::search().fold_with_offsets(text);
        let offsets = folded.text.char_indices();
        said.say_each(offsets.map(|(offset, _)| folded.source_range(offset..offset + 1)));
    },
    |text, said| said.say_each(text.split_whitespace().map(akshar::is_stopword)),
    |text, said| {
        let stopwords = Stopwords::hindi().with(["सरकार"]).without(["नहीं"]);
        said.say_each(text.split_whitespace().map(|word| stopwords.class(word)));
        said.say_each(Stopwords::from_words(text.split_whitespace()).iter());
    },
    |text, said| said.say_each(text.split_whitespace().map(akshar::stem)),
    |text, said| said.say_each(text.split_whitespace().map(akshar::lemma)),
    |text, said| said.say_each(text.split_whitespace().map(akshar::search_keys)),
    |text, said| said.say_each(Analyzer::new().terms(text)),
    |text, said| said.say_each(Analyzer::new().keys(Keys::Added).terms(text)),
    |text, said| {
        let mut analyzer = Analyzer::new();
        let mut terms = analyzer.token_stream(text);
        while terms.advance() {
            said.say(terms.token());
        }
    },
    |text, said| said.say_each(text.split_whitespace().map(spoken_schwas)),
    |text, said| {
        for &to in Scheme::ALL {
            said.say(transliterate(text, Scheme::Devanagari, to));
        }
    },
    |text, said| {
        for &from in Scheme::ALL {
            let decoder = Transliterator::new(from, Scheme::Devanagari);
            said.say((decoder.transliterate(text), decoder.try_decode(text)));
        }
    },
    |text, said| {
        for &to in Scheme::ALL {
            let spoken = Transliterator::new(Scheme::Devanagari, to).schwa(Schwa::Delete);
            said.say(spoken.transliterate(text));
        }
    },
    |text, said| said.say(akshar::romanize(text)),
    |text, said| said.say(Romanizer::new().title_case(true).romanize(text)),
    |text, said| said.say(Romanizer::new().slug(true).romanize(text)),
    |text, said| {
        let words = text.split_whitespace().take(100);
        said.say_each(words.map(|word| Romanizer::new().candidates(word, 3)));
    },
    |text, said| said.say(Article::parse(text)),
    |text, said| said.say_each(text.chars().map(devanagari::class)),
];

fn text() -> String {
    let article = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/articles/01-politics.txt");
    let hard = "डॉ. ए.पी.जे. अब्दुल कलाम ने 1,00,000 रु. (₹ १२.५) दिए। @name #हिंदी_दिवस 👨‍👩‍👧 🇮🇳 1️⃣\n\
                http://example.com/क a@example.com दु:ख ज़रूर गयी क्‍ष e\u{301} বাংলা ไทย kitāb लड़कियों|";
    fs::read_to_string(article).unwrap() + hard
}

/// What each part says, beginning with one of them.
fn answers(text: &str, first: usize) -> Vec<u64> {
    let mut answers = vec![0; WORKS.len()];
    for turn in 0..WORKS.len() {
        let index = (first + turn) % WORKS.len();
        let mut said = Said::default();
        WORKS[index](text, &mut said);
        answers[index] = said.0.finish();
    }
    answers
}

/// Where a process with one thread leaves its answers.
const ONE_THREAD: &str = "AKSHAR_ONE_THREAD";
const THREADS: usize = 64;

#[test]
fn many_threads_say_at_once_what_one_says() {
    let text = text();
    if let Some(file) = std::env::var_os(ONE_THREAD) {
        return fs::write(file, format!("{:?}", answers(&text, 0))).unwrap();
    }
    let barrier = Barrier::new(THREADS);
    let of_each: Vec<Vec<u64>> = thread::scope(|scope| {
        let threads: Vec<_> = (0..THREADS)
            .map(|number| {
                // Half of them go the same way, the others each begin elsewhere.
                let first = number % 2 * number;
                let (text, barrier) = (&text, &barrier);
                scope.spawn(move || {
                    barrier.wait();
                    answers(text, first)
                })
            })
            .collect();
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .collect()
    });

    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("one-thread.txt");
    let finished = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "many_threads_say_at_once_what_one_says"])
        .env(ONE_THREAD, &file)
        .output();
    assert!(finished.unwrap().status.success());
    let of_one = fs::read_to_string(file).unwrap();
    for (number, answers) in of_each.iter().enumerate() {
        assert_eq!(format!("{answers:?}"), of_one, "thread {number}");
    }
    // No two parts say the same, so that all have said something.
    let mut different = of_each[0].clone();
    different.sort_unstable();
    different.dedup();
    assert_eq!(different.len(), WORKS.len());
}
