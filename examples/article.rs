//! Analyzes a Hindi news article: headline, sentences, keywords, counts.
//!
//! ```text
//! cargo run --release --example article [FILE|-] [--format text|json|html]
//! ```
//!
//! The JSON is one [`Article`] as it serializes. Ranges are `{"start", "end"}`, byte offsets into
//! the text, which is the file without a byte order mark; `stopwords` are indexes into `tokens`.
//!
//! ```text
//! headline    null or {text, range, romanized, slug}
//! paragraphs  [{kind: headline|line|text, text, range,
//!               sentences: [{text, range, tokens: [{text, range, kind}], stopwords}]}]
//! keywords    [{text, count, score}], the best first; its score is 1
//! counts      {paragraphs, sentences, tokens, words, distinct_words, stopwords,
//!              grapheme_clusters}
//! ```
//!
//! The HTML is one page that needs nothing else: no script, no network, no font.

#[path = "article/html.rs"]
mod html;
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
    /// The article as UTF-8 text, `-` for standard input [default: an article of the project]
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
    /// For a browser: a page to look at
    Html,
}

fn main() -> ExitCode {
    support::main(|arguments: Arguments| {
        let text = match &arguments.file {
            Some(path) => support::read_text(path)?,
            None => SHIPPED.to_owned(),
        };
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(&text);
        let article = Article::parse(text);
        let mut output = BufWriter::new(io::stdout().lock());
        match arguments.format {
            Format::Text => print_text(&article, &mut output)?,
            Format::Json => {
                serde_json::to_writer_pretty(&mut output, &article).map_err(io::Error::from)?;
                writeln!(output)?;
            }
            Format::Html => html::print(text, &article, &mut output)?,
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
    // The keyword comes last, because terminals disagree about the width of Devanagari.
    for keyword in article.keywords.iter().take(KEYWORDS) {
        let bar = "█".repeat((keyword.score * BAR as f64).round().max(1.0) as usize);
        let label = format!("  {bar:<BAR$}  {:>3}  ", keyword.count);
        print_wrapped(output, &label, &keyword.text)?;
    }
    if !article.keywords.is_empty() {
        writeln!(output)?;
    }
    let counts = article.counts;
    let counts = format!(
        "{} paragraphs, {} sentences, {} tokens, {} words ({} different, {} stopwords), \
         {} grapheme clusters",
        counts.paragraphs,
        counts.sentences,
        counts.tokens,
        counts.words,
        counts.distinct_words,
        counts.stopwords,
        counts.grapheme_clusters
    );
    print_wrapped(output, "", &counts)
}

/// Prints a text after a label, in lines that fit the terminal, each indented like the first.
/// A word that is longer than a line is broken between grapheme clusters.
fn print_wrapped(output: &mut impl Write, label: &str, text: &str) -> io::Result<()> {
    let indent = columns(label);
    let mut column = indent;
    write!(output, "{label}")?;
    for word in text.split_whitespace() {
        let width = columns(word);
        if column > indent && column + 1 + width > COLUMNS {
            write!(output, "\n{:indent$}", "")?;
            column = indent;
        } else if column > indent {
            write!(output, " ")?;
            column += 1;
        }
        for cluster in graphemes(word) {
            let width = columns(cluster);
            if column + width > COLUMNS {
                write!(output, "\n{:indent$}", "")?;
                column = indent;
            }
            // A control character would steer the terminal.
            let is_control = cluster.contains(char::is_control);
            write!(output, "{}", if is_control { "\u{FFFD}" } else { cluster })?;
            column += width;
        }
    }
    writeln!(output)
}

/// The most columns that a terminal gives a text: one for each character that is no mark above
/// or below another, two for an emoji. Some terminals give a grapheme cluster only one.
fn columns(text: &str) -> usize {
    let width = |character| match character {
        '\u{900}'..='\u{902}' | '\u{93A}' | '\u{93C}' | '\u{941}'..='\u{948}' => 0,
        '\u{94D}' | '\u{951}'..='\u{957}' | '\u{962}' | '\u{963}' => 0,
        '\u{300}'..='\u{36F}' | '\u{200B}'..='\u{200F}' | '\u{FE00}'..='\u{FE0F}' => 0,
        '\u{1F300}'.. => 2,
        _ => 1,
    };
    text.chars().map(width).sum()
}
