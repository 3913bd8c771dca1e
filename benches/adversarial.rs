//! Texts that are made to take long, through every public function that takes a text: time for
//! a byte is bounded by that for a byte of news, time and memory are linear, and the stack is
//! small.
//!
//! ```text
//! cargo bench --bench adversarial                # 10 MB of each text: twenty minutes
//! cargo bench --bench adversarial -- --quick     # 100 kB of each: half a minute
//! cargo bench --bench adversarial -- tokens fold # the functions with these in their names
//! ```
//!
//! It names each function and text that breaks one of these limits, and then fails:
//!
//! - For a byte of a text a function takes at most [`LIMIT`] times as long as for a byte of news:
//!   of the articles in `data/articles`, one by one, in the same run. Some functions look at many
//!   bytes of news at once and take for each a nanosecond or less. That cannot be had where
//!   every byte is a token or a sentence, or where every character must be looked up. So news
//!   counts as taking no less than [`FLOOR`] takes for it: finding the grapheme clusters with
//!   `unicode-segmentation`, the usual crate for it. The table gives in any case how many times
//!   as long as for news the worst text takes, and how many times are allowed to the function.
//! - For a byte of the whole text it takes at most [`GROWTH`] times as long as for a byte of its
//!   first quarter: quadratic time would make four, and caches that it no longer fits in may make
//!   two.
//! - The memory that it allocates and has in use at once is never more than so many bytes for a
//!   byte of the text, as stands beside each function below, both for the quarter and for the
//!   whole, [`FREE`] bytes aside: nothing for iterators, and for the others what their answers
//!   take. A run of marks that NFC must sort is held as a whole.
//! - All of it runs in a thread with [`STACK`] bytes of stack, of which reading the tables of the
//!   schemes once takes the most.
//!
//! Functions that take a word get what stands between white space. A time beyond a limit is taken
//! again a few times, and the least counts. Time for which the thread waited for a processor is
//! left out, where the system tells.

mod support;

use std::fs;
use std::hint::black_box;
use std::iter;
use std::process::ExitCode;
use std::thread;
use std::time::{Duration, Instant};

use akshar::transliterate::spoken_schwas;
use akshar::{
    Analyzer, Article, Folder, Keys, Romanizer, Scheme, Schwa, Transliterator, transliterate,
};
use unicode_segmentation::UnicodeSegmentation;

/// How many times as long as for news a function may take for a byte.
const LIMIT: f64 = 5.0;
/// What takes as long as news counts as taking at least.
const FLOOR: fn(&str) -> usize = |text| text.graphemes(true).count();
/// How many times as long as for a quarter it may take for a byte of the whole.
const GROWTH: f64 = 2.5;
/// The bytes of memory that do not count.
const FREE: u64 = 64 << 10;
/// The bytes of stack.
const STACK: usize = 128 << 10;
/// How often a time beyond a limit is taken.
const TRIES: usize = 9;

/// A function of a text. What it returns is a count or a length.
struct Work {
    name: &'static str,
    /// How many bytes of memory it may use at once for a byte of the text.
    memory: f64,
    function: fn(&str) -> usize,
}

const fn work(name: &'static str, memory: f64, function: fn(&str) -> usize) -> Work {
    Work {
        name,
        memory,
        function,
    }
}

/// Adds up what a function returns for each word.
fn each_word(text: &str, function: impl Fn(&str) -> usize) -> usize {
    text.split_whitespace().map(function).sum()
}

/// A text and its folded form with the record of where each character came from.
fn fold_with_offsets(text: &str) -> usize {
    let folded = Folder::search().fold_with_offsets(text);
    folded.source_range(0..folded.text.len()).len()
}

fn encode(text: &str, to: Scheme) -> usize {
    transliterate(text, Scheme::Devanagari, to).len()
}

fn decode(text: &str, from: Scheme) -> usize {
    transliterate(text, from, Scheme::Devanagari).len()
}

/// Every public function that takes a text or a word.
const WORKS: [Work; 42] = [
    work("graphemes", 0.0, |text| akshar::graphemes(text).count()),
    work("graphemes, backward", 0.0, |text| {
        akshar::graphemes(text).rev().count()
    }),
    work("grapheme_indices", 0.0, |text| {
        akshar::grapheme_indices(text).map(|(at, _)| at & 1).sum()
    }),
    work("tokens", 0.0, |text| akshar::tokens(text).count()),
    work("words", 0.0, |text| akshar::words(text).count()),
    work("sentences", 0.0, |text| akshar::sentences(text).count()),
    work("sentences, lines joined", 0.0, |text| {
        akshar::sentences(text).join_lines(true).count()
    }),
    work("tokens of sentences", 0.0, |text| {
        let sentences = akshar::sentences(text);
        sentences.map(|sentence| sentence.tokens().count()).sum()
    }),
    work("is_nfc", 12.0, |text| usize::from(akshar::is_nfc(text))),
    work("nfc", 12.0, |text| akshar::nfc(text).len()),
    work("fold, search", 12.0, |text| {
        Folder::search().fold(text).len()
    }),
    work("fold, display", 12.0, |text| {
        Folder::display().fold(text).len()
    }),
    work("fold, with offsets", 96.0, fold_with_offsets),
    work("is_stopword", 12.0, |text| {
        each_word(text, |word| usize::from(akshar::is_stopword(word)))
    }),
    work("stem", 12.0, |text| {
        each_word(text, |word| akshar::stem(word).len())
    }),
    work("lemma", 12.0, |text| {
        each_word(text, |word| akshar::lemma(word).len())
    }),
    work("search_keys", 24.0, |text| {
        each_word(text, |word| akshar::search_keys(word).len())
    }),
    work("terms", 12.0, |text| Analyzer::new().terms(text).count()),
    work("terms, with keys", 24.0, |text| {
        Analyzer::new().keys(Keys::Added).terms(text).count()
    }),
    work("spoken_schwas", 24.0, |text| {
        each_word(text, |word| spoken_schwas(word).len())
    }),
    work("to ISO 15919", 24.0, |text| encode(text, Scheme::Iso15919)),
    work("to ISO 15919, as spoken", 24.0, |text| {
        let to_iso = Transliterator::new(Scheme::Devanagari, Scheme::Iso15919);
        to_iso.schwa(Schwa::Delete).transliterate(text).len()
    }),
    work("to IAST", 24.0, |text| encode(text, Scheme::Iast)),
    work("to ITRANS", 24.0, |text| encode(text, Scheme::Itrans)),
    work("to Harvard-Kyoto", 24.0, |text| {
        encode(text, Scheme::HarvardKyoto)
    }),
    work("to SLP1", 24.0, |text| encode(text, Scheme::Slp1)),
    work("to WX", 24.0, |text| encode(text, Scheme::Wx)),
    work("to Velthuis", 24.0, |text| encode(text, Scheme::Velthuis)),
    work("to Hunterian", 24.0, |text| encode(text, Scheme::Hunterian)),
    work("from ISO 15919, tried", 24.0, |text| {
        let decoder = Transliterator::new(Scheme::Iso15919, Scheme::Devanagari);
        match decoder.try_decode(text) {
            Ok(text) => text.len(),
            Err(error) => error.offset(),
        }
    }),
    work("from ISO 15919", 24.0, |text| {
        decode(text, Scheme::Iso15919)
    }),
    work("from IAST", 24.0, |text| decode(text, Scheme::Iast)),
    work("from ITRANS", 24.0, |text| decode(text, Scheme::Itrans)),
    work("from Harvard-Kyoto", 24.0, |text| {
        decode(text, Scheme::HarvardKyoto)
    }),
    work("from SLP1", 24.0, |text| decode(text, Scheme::Slp1)),
    work("from WX", 24.0, |text| decode(text, Scheme::Wx)),
    work("from Velthuis", 24.0, |text| decode(text, Scheme::Velthuis)),
    work("romanize", 24.0, |text| akshar::romanize(text).len()),
    work("romanize, title", 24.0, |text| {
        Romanizer::new().title_case(true).romanize(text).len()
    }),
    work("romanize, slug", 24.0, |text| {
        Romanizer::new().slug(true).romanize(text).len()
    }),
    work("candidates", 24.0, |text| {
        each_word(text, |word| Romanizer::new().candidates(word, 3).len())
    }),
    work("Article::parse", 128.0, |text| {
        Article::parse(text).counts.tokens
    }),
];

/// What is repeated to make a text.
const REPEATED: &[&str] = &[
    // Combining marks, viramas, joiners.
    "\u{301}",
    "\u{301}\u{323}",
    "\u{951}",
    "\u{93C}",
    "\u{94D}",
    "ं",
    "ि",
    "क\u{94D}",
    "\u{200D}",
    "\u{200C}",
    "क\u{200D}",
    "न\u{94D}\u{200D}द",
    "\u{FEFF}",
    "e\u{301}",
    "\u{95B}",
    "न\u{93C}",
    "ाे",
    "अा",
    "क\u{94D}\u{93C}",
    // Dots, quotes, opening brackets, other signs.
    ".",
    ". ",
    "…",
    "\"",
    "'",
    "“",
    "!\"",
    "(",
    "(“",
    "[",
    "{",
    "⟨",
    "(a",
    "\"a",
    "-",
    "–",
    "।",
    "। ",
    "॥",
    "|",
    "| ",
    "!",
    "! ",
    "?",
    "/",
    ",",
    "%",
    "₹",
    "।\"",
    // Numbers.
    "1",
    "१",
    "1,",
    "१,",
    "1-",
    "1.",
    "१.",
    "1/",
    "1:",
    "1 ",
    "1,00,",
    "१.१.१. ",
    // Addresses, mentions, hashtags.
    "http://",
    "http://a ",
    "http://a@",
    "www.",
    "www.a",
    "@",
    "#",
    "@a",
    "#अ",
    "a@",
    "a@b.in ",
    "a.in ",
    "a.b@",
    "://",
    "&amp;",
    "&#2325;",
    "<b>",
    // Abbreviations and initials.
    "a.",
    "a.a.a. ",
    "ए.",
    "म.प्र. ",
    "डॉ.",
    "डॉ. ",
    "डॉ. क",
    "रु.1",
    // Letters and signs by turns.
    "a-",
    "a_",
    "a'",
    "a%",
    "a+",
    "a/",
    "क-",
    "क,",
    "-a-a",
    // Endless words and lines.
    "a",
    "A",
    "Ā",
    "क",
    "कि",
    "न्द",
    "क ",
    "यह बात ",
    "यह बात है। ",
    "aक",
    "कa1",
    // Emoji.
    "\u{1F1EE}",
    "\u{1F1EE}\u{1F1F3}",
    "😀",
    "👨\u{200D}",
    "1\u{20E3}",
    "👍\u{1F3FD}",
    "❤\u{FE0F}",
    // Alternating scripts, and scripts with rules of their own.
    "字",
    "字क",
    "яक ",
    "कకa",
    "aক",
    "ক",
    "\u{9CD}",
    "가",
    "\u{1161}",
    "\u{600}",
    "\u{E33}",
    "ا",
    "ไ",
    // White space.
    " ",
    "\n",
    "\n\n",
    "\t",
    "\r\n",
    "\u{A0}",
    "\u{2028}",
    " \n",
    "\0",
];

struct Text {
    name: String,
    /// What is repeated.
    piece: String,
}

impl Text {
    fn new(name: impl Into<String>, piece: impl Into<String>) -> Self {
        Text {
            name: name.into(),
            piece: piece.into(),
        }
    }

    fn whole(&self, length: usize) -> String {
        self.piece.repeat(length.div_ceil(self.piece.len()))
    }
}

/// The first quarter of a text.
fn quarter(text: &str) -> &str {
    let is_boundary = |end: &usize| text.is_char_boundary(*end);
    let end = (0..=text.len() / 4).rfind(is_boundary);
    &text[..end.unwrap_or(0)]
}

fn texts(news: &[String], length: usize) -> Vec<Text> {
    let repeated = REPEATED
        .iter()
        .map(|piece| Text::new(format!("{piece:?} repeated"), *piece));
    repeated.chain(mixed(news, length)).collect()
}

/// Texts that are not one short piece again and again.
fn mixed(news: &[String], length: usize) -> Vec<Text> {
    let news = news.concat();
    let is_letter = |c: &char| {
        (c.is_alphabetic() || akshar::devanagari::contains(*c)) && !matches!(c, '।' | '॥')
    };
    let word: String = news.chars().filter(is_letter).collect();
    let line: String = news.chars().filter(|c| is_letter(c) || *c == ' ').collect();
    vec![
        Text::new("one endless word of news", word),
        Text::new("one endless line of news", line),
        Text::new("all of these", REPEATED.concat()),
        Text::new("all of these, apart", REPEATED.join(" ")),
        Text::new("short words, none twice", different_words(3, length)),
        Text::new("long words, none twice", different_words(70, length)),
    ]
}

/// Words of so many syllables that come only once.
fn different_words(syllables: usize, length: usize) -> String {
    let consonants: Vec<char> = ('क'..='ह').collect();
    let vowels = ["", "ा", "ि", "ी", "ु", "े", "ो", "ं", "\u{94D}र"];
    let mut text = String::with_capacity(length + 100);
    let mut state: u64 = 1;
    while text.len() < length {
        for _ in 0..syllables {
            // Knuth's linear congruential generator.
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            let chosen = (state >> 33) as usize;
            text.push(consonants[chosen % consonants.len()]);
            text.push_str(vowels[chosen / consonants.len() % vowels.len()]);
        }
        text.push(' ');
    }
    text
}

/// The nanoseconds for which this thread has waited for a processor, where the system tells.
fn waited() -> u64 {
    let schedule = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let waited = schedule.split(' ').nth(1);
    waited.map_or(0, |waited| waited.parse().unwrap_or(0))
}

/// For a byte of the texts, the nanoseconds and the bytes of memory, but for those that are free.
#[derive(Clone, Copy)]
struct Cost {
    time: f64,
    memory: f64,
}

fn cost(function: fn(&str) -> usize, texts: &[&str]) -> Cost {
    let bytes = texts.iter().map(|text| text.len()).sum::<usize>() as f64;
    let asked = Instant::now();
    let had_waited = waited();
    let start = Instant::now();
    let used = allocation_counter::measure(|| {
        for text in texts {
            black_box(function(black_box(text)));
        }
    });
    let passed = start.elapsed();
    let passed = match waited() - had_waited {
        0 => passed,
        // Some of it perhaps while the system was asked.
        waited => asked.elapsed().saturating_sub(Duration::from_nanos(waited)),
    };
    Cost {
        time: passed.as_nanos() as f64 / bytes,
        memory: used.bytes_max.saturating_sub(FREE) as f64 / bytes,
    }
}

/// The least of several times.
fn least_time(function: fn(&str) -> usize, texts: &[&str]) -> f64 {
    let times = iter::repeat_with(|| cost(function, texts).time).take(TRIES);
    times.fold(f64::INFINITY, f64::min)
}

/// What was measured of a function on a text.
struct Measured<'t> {
    text: &'t str,
    /// The nanoseconds for a byte.
    time: f64,
    /// How many times as long as for the quarter.
    growth: f64,
    /// The bytes of memory for a byte, but for those that are free.
    memory: f64,
}

impl Measured<'_> {
    /// Takes the times until they keep the limits, or often enough.
    fn of<'t>(work: &Work, text: &'t Text, length: usize, limit: f64) -> Measured<'t> {
        let whole_text = text.whole(length);
        let (whole_text, quarter_text) = ([&*whole_text], [quarter(&whole_text)]);
        let mut whole = cost(work.function, &whole_text);
        let mut quarter = cost(work.function, &quarter_text);
        for _ in 1..TRIES {
            if whole.time.max(quarter.time) <= limit && whole.time <= GROWTH * quarter.time {
                break;
            }
            whole.time = whole.time.min(cost(work.function, &whole_text).time);
            quarter.time = quarter.time.min(cost(work.function, &quarter_text).time);
        }
        Measured {
            text: &text.name,
            time: whole.time.max(quarter.time),
            growth: whole.time / quarter.time,
            memory: whole.memory.max(quarter.memory),
        }
    }
}

/// Whether every function keeps its limits.
fn run(length: usize, names: &[String]) -> bool {
    let Some(news) = support::read_folder("data/articles") else {
        eprintln!("data/articles is not present: there is nothing to compare with");
        return false;
    };
    let texts = texts(&news, length);
    let news: Vec<&str> = news.iter().map(String::as_str).collect();
    let floor = least_time(FLOOR, &news);
    println!(
        "{} texts of {length} bytes; news counts as {floor:.2} ns/byte at least",
        texts.len()
    );
    println!(
        "{:24} {:>8} {:>6} {:>6}  worst text{:20} {:>6} {:>7}",
        "function", "ns/byte", "limit", "×", "", "growth", "memory"
    );
    let mut holds = true;
    for work in WORKS {
        if !names.is_empty() && !names.iter().any(|name| work.name.contains(name.as_str())) {
            continue;
        }
        let of_news = least_time(work.function, &news);
        let limit = LIMIT * of_news.max(floor);
        let measured: Vec<Measured> = texts
            .iter()
            .map(|text| Measured::of(&work, text, length, limit))
            .collect();
        let most =
            |of: fn(&Measured) -> f64| measured.iter().max_by(|a, b| of(a).total_cmp(&of(b)));
        let worst = most(|one| one.time);
        println!(
            "{:24} {of_news:8.2} {:6.1} {:6.1}  {:30} {:6.2} {:7.1}",
            work.name,
            limit / of_news,
            worst.map_or(0.0, |one| one.time / of_news),
            worst.map_or("", |one| one.text),
            most(|one| one.growth).map_or(0.0, |one| one.growth),
            most(|one| one.memory).map_or(0.0, |one| one.memory),
        );
        for one in &measured {
            let broken = [
                (one.time > limit)
                    .then(|| format!("{:.1} times the time of news", one.time / of_news)),
                (one.growth > GROWTH).then(|| format!("time grows by {:.2}", one.growth)),
                (one.memory > work.memory)
                    .then(|| format!("{:.1} bytes of memory for a byte", one.memory)),
            ];
            for what in broken.into_iter().flatten() {
                holds = false;
                println!("  BEYOND THE LIMIT: {}, {}: {what}", work.name, one.text);
            }
        }
    }
    holds
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let is_quick = arguments.iter().any(|argument| argument == "--quick");
    // Cargo gives options of its own.
    let names: Vec<String> = arguments
        .into_iter()
        .filter(|argument| !argument.starts_with('-'))
        .collect();
    let length = if is_quick { 100_000 } else { 10_000_000 };
    let thread = thread::Builder::new().stack_size(STACK);
    let thread = thread.spawn(move || run(length, &names)).expect("a thread");
    match thread.join() {
        Ok(true) => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}
