//! A Unix filter over every module: a line in, its answer out, in order.
//!
//! ```text
//! cargo run --release --example akshar -- COMMAND [--jobs THREADS] < input
//! ```
//!
//! Input of any length is streamed: see `support/lines.rs`.

mod support;

use std::num::NonZero;
use std::process::ExitCode;

use akshar::{Analyzer, Folder, Romanizer, Scheme, Schwa, Transliterator, is_stopword, nfc};
use clap::{Parser, Subcommand, ValueEnum};
use serde::{Deserialize, Serialize, Serializer};
use support::Failure;
use support::lines::answer_each;

/// Works on Hindi text, line by line, from standard input to standard output
#[derive(Parser)]
#[command(arg_required_else_help = false)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// How many threads answer; as many as there are cores by default
    #[arg(long, global = true, value_name = "THREADS")]
    jobs: Option<NonZero<usize>>,
}

#[derive(Subcommand)]
enum Command {
    /// JSON lines with a `text`: its sentences and tokens as JSON lines, with byte offsets
    Segment,
    /// The grapheme clusters of each line, as a JSON array
    Graphemes,
    /// The tokens of each line, as a JSON array
    Tokens,
    /// The sentences of each line, as a JSON array
    Sentences,
    /// Each line in NFC
    Nfc,
    /// Each line folded for search
    Fold,
    /// `true` or `false` for each word, one a line
    Stopwords,
    /// The stem of each word, one a line
    Stem,
    /// The dictionary form of each word, one a line
    Lemma,
    /// The search keys of each word, one a line, with a space between them
    SearchKey,
    /// The search terms of each line, as a JSON array of objects
    Analyze,
    /// Each line in another writing scheme
    Transliterate {
        /// The scheme to write: devanagari, iso15919, iast, itrans, hk, slp1, wx, velthuis, hunterian
        #[arg(long)]
        to: Scheme,
        /// The scheme of the input
        #[arg(long, default_value_t = Scheme::Devanagari)]
        from: Scheme,
        /// Whether to write inherent vowels that are not spoken; as the scheme does by default
        #[arg(long, value_enum)]
        schwa: Option<SchwaArgument>,
    },
    /// Each line in everyday Latin letters
    Romanize {
        /// With capitals where a title has them
        #[arg(long)]
        title: bool,
        /// For a web address: `a` to `z`, digits and hyphens
        #[arg(long, conflicts_with = "title")]
        slug: bool,
    },
}

#[derive(Clone, Copy, ValueEnum)]
enum SchwaArgument {
    Keep,
    Delete,
}

fn main() -> ExitCode {
    support::main(|Arguments { command, jobs }: Arguments| match command {
        Command::Segment => answer_each(jobs, segment_record),
        Command::Graphemes => answer_each(jobs, |line, output| {
            write_array(output, akshar::graphemes(line))
        }),
        Command::Tokens => answer_each(jobs, |line, output| {
            write_array(output, akshar::tokens(line).map(|token| token.text))
        }),
        Command::Sentences => answer_each(jobs, |line, output| {
            write_array(
                output,
                akshar::sentences(line).map(|sentence| sentence.text),
            )
        }),
        Command::Nfc => answer_each(jobs, |line, output| write_text(output, &nfc(line))),
        Command::Fold => {
            let folder = Folder::search();
            answer_each(jobs, move |line, output| {
                write_text(output, &folder.fold(line))
            })
        }
        Command::Stopwords => answer_each(jobs, |line, output| {
            write_text(output, &is_stopword(line.trim()).to_string())
        }),
        Command::Stem => answer_each(jobs, |line, output| {
            write_text(output, &akshar::stem(line.trim()))
        }),
        Command::Lemma => answer_each(jobs, |line, output| {
            write_text(output, &akshar::lemma(line.trim()))
        }),
        Command::SearchKey => answer_each(jobs, |line, output| {
            write_text(output, &akshar::search_keys(line.trim()).join(" "))
        }),
        Command::Analyze => {
            let analyzer = Analyzer::new();
            answer_each(jobs, move |line, output| {
                write_array(output, analyzer.terms(line))
            })
        }
        Command::Transliterate { to, from, schwa } => {
            if !from.can_decode() {
                return Err(Failure::bad_input(format_args!(
                    "{from} cannot be read back, only written"
                )));
            }
            let mut transliterator = Transliterator::new(from, to);
            match schwa {
                Some(SchwaArgument::Keep) => transliterator = transliterator.schwa(Schwa::Keep),
                Some(SchwaArgument::Delete) => transliterator = transliterator.schwa(Schwa::Delete),
                None => {}
            }
            answer_each(jobs, move |line, output| {
                write_text(output, &transliterator.transliterate(line))
            })
        }
        Command::Romanize { title, slug } => {
            let romanizer = Romanizer::new().title_case(title).slug(slug);
            answer_each(jobs, move |line, output| {
                write_text(output, &romanizer.romanize(line))
            })
        }
    })
}

fn write_text(output: &mut Vec<u8>, text: &str) -> Result<(), String> {
    output.extend_from_slice(text.as_bytes());
    Ok(())
}

fn write_array(output: &mut Vec<u8>, parts: impl Iterator<Item: Serialize>) -> Result<(), String> {
    let written = serde_json::Serializer::new(output).collect_seq(parts);
    written.map_err(|error| error.to_string())
}

#[derive(Deserialize)]
struct Request {
    text: String,
}

#[derive(Serialize)]
struct Segmentation {
    sentences: Vec<SentenceRecord>,
}

#[derive(Serialize)]
struct SentenceRecord {
    span: [usize; 2],
    tokens: Vec<TokenRecord>,
}

#[derive(Serialize)]
struct TokenRecord {
    span: [usize; 2],
    kind: akshar::TokenKind,
    stopword: bool,
}

/// A line that is no record gets no answer.
fn segment_record(line: &str, output: &mut Vec<u8>) -> Result<(), String> {
    let request: Request =
        serde_json::from_str(line).map_err(|error| support::json_reason(&error))?;
    serde_json::to_writer(output, &segment(&request.text)).map_err(|error| error.to_string())
}

fn segment(text: &str) -> Segmentation {
    let sentences = akshar::sentences(text).map(|sentence| SentenceRecord {
        span: [sentence.range.start, sentence.range.end],
        tokens: sentence
            .tokens()
            .map(|token| TokenRecord {
                span: [token.range.start, token.range.end],
                kind: token.kind,
                stopword: is_stopword(token.text),
            })
            .collect(),
    });
    Segmentation {
        sentences: sentences.collect(),
    }
}
