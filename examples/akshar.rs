//! A Unix filter over every module: a line in, its answer out, in order.
//!
//! ```text
//! cargo run --release --example akshar -- COMMAND < input
//! ```

mod support;

use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::process::ExitCode;

use akshar::{Folder, Romanizer, Scheme, Schwa, Transliterator, is_stopword, nfc};
use clap::{Parser, Subcommand, ValueEnum};
use serde::{Deserialize, Serialize};
use support::Failure;

/// Works on Hindi text, line by line, from standard input to standard output
#[derive(Parser)]
#[command(arg_required_else_help = false)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
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
    support::main(|arguments: Arguments| match arguments.command {
        Command::Segment => segment_records(),
        Command::Graphemes => {
            each_line(|line, output| write_array(output, akshar::graphemes(line)))
        }
        Command::Tokens => each_line(|line, output| {
            write_array(output, akshar::tokens(line).map(|token| token.text))
        }),
        Command::Sentences => each_line(|line, output| {
            write_array(
                output,
                akshar::sentences(line).map(|sentence| sentence.text),
            )
        }),
        Command::Nfc => each_line(|line, output| write_text(output, &nfc(line))),
        Command::Fold => {
            let folder = Folder::search();
            each_line(|line, output| write_text(output, &folder.fold(line)))
        }
        Command::Stopwords => {
            each_line(|line, output| write_text(output, &is_stopword(line.trim()).to_string()))
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
            each_line(|line, output| write_text(output, &transliterator.transliterate(line)))
        }
        Command::Romanize { title, slug } => {
            let romanizer = Romanizer::new().title_case(title).slug(slug);
            each_line(|line, output| write_text(output, &romanizer.romanize(line)))
        }
    })
}

/// Answers each line of standard input, as far as there is input without waiting. Input that
/// is not UTF-8 ends the program, after what came before it has been answered.
fn each_line(
    mut answer: impl FnMut(&str, &mut dyn Write) -> io::Result<()>,
) -> Result<(), Failure> {
    let mut input = BufReader::new(io::stdin().lock());
    let mut output = BufWriter::new(io::stdout().lock());
    let mut line = Vec::new();
    let mut line_start = 0;
    loop {
        if input.buffer().is_empty() {
            output.flush()?;
        }
        line.clear();
        let length = input.read_until(b'\n', &mut line)?;
        if length == 0 {
            return Ok(());
        }
        let text = match str::from_utf8(&line) {
            Ok(text) => text,
            Err(error) => {
                output.flush()?;
                let byte = line_start + error.valid_up_to();
                return Err(Failure::bad_input(format_args!(
                    "standard input: not UTF-8 at byte {byte}"
                )));
            }
        };
        let text = text.strip_suffix('\n').unwrap_or(text);
        let text = text.strip_suffix('\r').unwrap_or(text);
        answer(text, &mut output)?;
        line_start += length;
    }
}

fn write_text(output: &mut dyn Write, text: &str) -> io::Result<()> {
    writeln!(output, "{text}")
}

fn write_array<'t>(output: &mut dyn Write, parts: impl Iterator<Item = &'t str>) -> io::Result<()> {
    serde_json::to_writer(&mut *output, &parts.collect::<Vec<_>>())?;
    writeln!(output)
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

/// Answers each record. A line that is none gets no answer, but a line on standard error.
fn segment_records() -> Result<(), Failure> {
    let mut number = 0_u64;
    let mut is_broken = false;
    each_line(|line, output| {
        number += 1;
        match serde_json::from_str::<Request>(line) {
            Ok(request) => {
                serde_json::to_writer(&mut *output, &segment(&request.text))?;
                writeln!(output)
            }
            Err(error) => {
                is_broken = true;
                let reason = support::json_reason(&error);
                support::warn(&format!("standard input: line {number}: {reason}"));
                Ok(())
            }
        }
    })?;
    if is_broken {
        return Err(Failure::BadPlaces);
    }
    Ok(())
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
