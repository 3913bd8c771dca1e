//! Analyzes a Hindi news article: headline, sentences, keywords, counts.
//!
//! ```text
//! cargo run --release --example article [FILE|-] [--format text|json]
//! ```

mod support;

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use akshar::{Article, graphemes};
use clap::{Parser, ValueEnum};
use support::Failure;

/// The article that is shown where no file is named.
const SHIPPED: &str = include_str!("../data/articles/01-politics.txt");
/// The width of the text form, in columns.
const COLUMNS: usize = 80;
/// The keywords and the columns of the longest bar that the text form shows.
const KEYWORDS: usize = 12;
const BAR: usize = 24;

/// Analyzes a Hindi news article
#[derive(Parser)]
struct Arguments {
    /// The article as UTF-8 text, `-` for standard input; without it, one that comes along
    file: Option<String>,
    /// How to print the analysis
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For a reader at a terminal
    Text,
    /// For a program
    Json,
}

fn main() -> ExitCode {
    support::main(|arguments: Arguments| {
        let text = match &arguments.file {
            Some(path) => support::read_text(path)?,
            None => SHIPPED.to_owned(),
        };
        let article = Article::parse(&text);
        let mut output = BufWriter::new(io::stdout().lock());
        match arguments.format {
            Format::Text => print_text(&article, &mut output)?,
            Format::Json => {
                serde_json::to_writer_pretty(&mut output, &article).map_err(io::Error::from)?;
                writeln!(output)?;
            }
        }
        output.flush()?;
        Ok::<_, Failure>(())
    })
}

fn print_text(article: &Article<'_>, output: &mut impl Write) -> io::Result<()> {
    if let Some(headline) = &article.headline {
        print_wrapped(output, "", headline.text)?;
        print_wrapped(output, "", &headline.romanized)?;
        print_wrapped(output, "", &headline.slug)?;
        writeln!(output)?;
    }
    let mut number = 0;
    for paragraph in &article.paragraphs {
        for sentence in &paragraph.sentences {
            number += 1;
            print_wrapped(output, &format!("{number:>4}  "), sentence.text)?;
        }
        writeln!(output)?;
    }
    if !article.keywords.is_empty() {
        let shown = &article.keywords[..article.keywords.len().min(KEYWORDS)];
        let longest = shown
            .iter()
            .map(|keyword| columns(&keyword.text))
            .max()
            .unwrap_or(0);
        for keyword in shown {
            let bar = "█".repeat((keyword.score * BAR as f64).round().max(1.0) as usize);
            let padding = " ".repeat(longest - columns(&keyword.text));
            writeln!(
                output,
                "  {}{padding}  {:>3}  {bar}",
                keyword.text, keyword.count
            )?;
        }
        writeln!(output)?;
    }
    let counts = article.counts;
    writeln!(
        output,
        "{} paragraphs, {} sentences, {} tokens, {} words ({} different, {} stopwords)",
        counts.paragraphs,
        counts.sentences,
        counts.tokens,
        counts.words,
        counts.distinct_words,
        counts.stopwords
    )
}

/// Prints a text after a label, in lines that fit the terminal, each indented like the first.
fn print_wrapped(output: &mut impl Write, label: &str, text: &str) -> io::Result<()> {
    let indent = " ".repeat(label.len());
    let mut column = label.len();
    write!(output, "{label}")?;
    for (index, word) in text.split_whitespace().enumerate() {
        let width = columns(word);
        if index > 0 && column + 1 + width > COLUMNS {
            write!(output, "\n{indent}")?;
            column = indent.len();
        } else if index > 0 {
            write!(output, " ")?;
            column += 1;
        }
        write!(output, "{word}")?;
        column += width;
    }
    writeln!(output)
}

/// The columns a text takes, as terminals show Devanagari: about one a grapheme cluster.
fn columns(text: &str) -> usize {
    graphemes(text).count()
}
