//! The analysis as one HTML page that needs nothing else: no script, no network, no font.

use std::collections::HashMap;
use std::io::{self, Write};

use akshar::{AnalyzedSentence, Article, Paragraph, ParagraphKind, Romanizer, Token, TokenKind};

use crate::support::markup::Escaped;

const STYLE: &str = include_str!("page.css");
/// How many keywords and how many of the most frequent words are shown.
const KEYWORDS: usize = 12;
const FREQUENT_WORDS: usize = 15;
/// The class of a word that is a stopword; any other token has the name of its kind.
const STOPWORD: &str = "stopword";
/// The legend: the class of a token, and what the reader calls such tokens.
const CLASSES: [(&str, &str); 10] = [
    (TokenKind::Word.name(), "content words"),
    (STOPWORD, "stopwords"),
    (TokenKind::Number.name(), "numbers"),
    (TokenKind::Url.name(), "web addresses"),
    (TokenKind::Email.name(), "e-mail addresses"),
    (TokenKind::Mention.name(), "mentions"),
    (TokenKind::Hashtag.name(), "hashtags"),
    (TokenKind::Emoji.name(), "emoji"),
    (TokenKind::Punctuation.name(), "punctuation"),
    (TokenKind::Symbol.name(), "symbols"),
];

/// Prints the page of an article.
pub fn print(text: &str, article: &Article<'_>, output: &mut impl Write) -> io::Result<()> {
    let title = match &article.headline {
        Some(headline) => headline.text,
        None => "Analysis of a text",
    };
    // The policy lets nothing run and nothing load, even if some text became markup.
    write!(
        output,
        r##"<!DOCTYPE html>
<html lang="hi" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{}</title>
<style>
{STYLE}</style>
</head>
<body>
<a class="skip" href="#figures" lang="en">Skip to the figures</a>
<main>
<article>
"##,
        Escaped(title)
    )?;
    let mut page = Page {
        text,
        romanizer: Romanizer::new(),
        sentences: 0,
        output,
    };
    page.print_text(article)?;
    page.print_figures(article)?;
    writeln!(page.output, "</main>\n</body>\n</html>")
}

struct Page<'t, W> {
    text: &'t str,
    romanizer: Romanizer,
    /// How many sentences are printed.
    sentences: usize,
    output: &'t mut W,
}

/// A row of a bar chart.
struct Bar<'b> {
    class: &'static str,
    language: &'static str,
    label: &'b str,
    count: usize,
    /// The length of the bar, of 1.
    share: f64,
}

impl<W: Write> Page<'_, W> {
    fn print_text(&mut self, article: &Article<'_>) -> io::Result<()> {
        if article.headline.is_none() {
            writeln!(
                self.output,
                r#"<h1 lang="en">A text without a headline</h1>"#
            )?;
        }
        for paragraph in &article.paragraphs {
            self.print_paragraph(paragraph)?;
            if let Some(headline) = &article.headline
                && paragraph.kind == ParagraphKind::Headline
            {
                writeln!(
                    self.output,
                    "<p class=\"romanized\" lang=\"hi-Latn\">{}<br><code>{}</code></p>\n\
                     <p class=\"hint\" lang=\"en\">Point at a word, tap it or reach it by the Tab \
                     key: its romanization and its dictionary form appear.</p>",
                    Escaped(&headline.romanized),
                    Escaped(&headline.slug)
                )?;
            }
        }
        writeln!(self.output, "</article>")
    }

    fn print_paragraph(&mut self, paragraph: &Paragraph<'_>) -> io::Result<()> {
        let (element, class) = match paragraph.kind {
            ParagraphKind::Headline => ("h1", "headline"),
            ParagraphKind::Text => ("p", "text"),
            _ => ("p", "line"),
        };
        writeln!(self.output, r#"<{element} class="{class}">"#)?;
        for sentence in &paragraph.sentences {
            self.print_sentence(sentence)?;
        }
        writeln!(self.output, "</{element}>")
    }

    fn print_sentence(&mut self, sentence: &AnalyzedSentence<'_>) -> io::Result<()> {
        self.sentences += 1;
        let number = self.sentences;
        // `bdi` keeps the direction of the sentence from what stands around it.
        write!(
            self.output,
            r##"<span class="sentence" id="s{number}"><a href="#s{number}" aria-label="वाक्य {number}">{number}</a><bdi>"##
        )?;
        let mut end = sentence.range.start;
        for (token, class) in classified(sentence) {
            let gap = &self.text[end..token.range.start];
            write!(self.output, "{}", Escaped(gap))?;
            self.print_token(token, class)?;
            end = token.range.end;
        }
        writeln!(self.output, "</bdi></span>")
    }

    /// A token with its romanization and lemma, where there is more to say than it says itself.
    fn print_token(&mut self, token: &Token<'_>, class: &str) -> io::Result<()> {
        let shown = Escaped(token.text);
        let romanized = self.romanizer.romanize(token.text);
        let is_sign = matches!(token.kind, TokenKind::Punctuation | TokenKind::Symbol);
        if is_sign || romanized == token.text {
            return write!(self.output, r#"<span class="{class}">{shown}</span>"#);
        }
        // Hidden from readers that know no style sheets.
        write!(
            self.output,
            r#"<span class="{class} token" tabindex="0">{shown}<span class="tip" hidden><b lang="hi-Latn">{}</b>"#,
            Escaped(&romanized)
        )?;
        if token.kind == TokenKind::Word {
            let lemma = akshar::lemma(token.text);
            write!(
                self.output,
                r#" <span class="lemma">{}</span>"#,
                Escaped(&lemma)
            )?;
        }
        write!(
            self.output,
            r#" <small lang="en">{class}</small></span></span>"#
        )
    }

    fn print_figures(&mut self, article: &Article<'_>) -> io::Result<()> {
        writeln!(
            self.output,
            r#"<aside id="figures" tabindex="-1" lang="en" aria-label="Figures">"#
        )?;
        let keywords = article.keywords.iter().take(KEYWORDS);
        let keywords = keywords.map(|keyword| Bar {
            class: "keyword",
            language: "hi",
            label: &keyword.text,
            count: keyword.count,
            share: keyword.score,
        });
        self.print_bars("Keywords, bars by weight", &keywords.collect::<Vec<_>>())?;

        let frequent = frequent_words(article);
        let most = frequent.first().map_or(0, |(_, count)| *count);
        let frequent = frequent.iter().map(|(lemma, count)| Bar {
            class: TokenKind::Word.name(),
            language: "hi",
            label: lemma,
            count: *count,
            share: *count as f64 / most as f64,
        });
        self.print_bars("Most frequent content words", &frequent.collect::<Vec<_>>())?;

        let classes = class_counts(article);
        let most = classes.values().copied().max().unwrap_or(0);
        let kinds = CLASSES.iter().filter_map(|(class, label)| {
            let count = *classes.get(class)?;
            Some(Bar {
                class,
                language: "en",
                label,
                count,
                share: count as f64 / most as f64,
            })
        });
        self.print_bars("Tokens by kind", &kinds.collect::<Vec<_>>())?;

        let counts = article.counts;
        let counts = [
            ("paragraphs", counts.paragraphs),
            ("sentences", counts.sentences),
            ("tokens", counts.tokens),
            ("words", counts.words),
            ("different words", counts.distinct_words),
            ("stopwords", counts.stopwords),
            ("grapheme clusters", counts.grapheme_clusters),
        ];
        writeln!(self.output, "<section>\n<h2>Counts</h2>\n<dl>")?;
        for (name, count) in counts {
            writeln!(self.output, "<div><dt>{name}</dt><dd>{count}</dd></div>")?;
        }
        writeln!(self.output, "</dl>\n</section>\n</aside>")
    }

    fn print_bars(&mut self, title: &str, bars: &[Bar<'_>]) -> io::Result<()> {
        if bars.is_empty() {
            return Ok(());
        }
        writeln!(self.output, "<section>\n<h2>{title}</h2>\n<table>")?;
        for bar in bars {
            writeln!(
                self.output,
                r#"<tr class="{}"><th scope="row" lang="{}">{}</th><td><div style="width:{:.1}%"></div></td><td>{}</td></tr>"#,
                bar.class,
                bar.language,
                Escaped(bar.label),
                100.0 * bar.share,
                bar.count
            )?;
        }
        writeln!(self.output, "</table>\n</section>")
    }
}

/// The tokens of a sentence, each with its class.
fn classified<'s, 't>(
    sentence: &'s AnalyzedSentence<'t>,
) -> impl Iterator<Item = (&'s Token<'t>, &'static str)> {
    let mut stopwords = sentence.stopwords.iter().peekable();
    let tokens = sentence.tokens.iter().enumerate();
    tokens.map(move |(index, token)| {
        let is_stopword = stopwords.next_if(|stopword| **stopword == index).is_some();
        (
            token,
            if is_stopword {
                STOPWORD
            } else {
                token.kind.name()
            },
        )
    })
}

fn class_counts(article: &Article<'_>) -> HashMap<&'static str, usize> {
    let mut counts = HashMap::new();
    for (_, class) in article.sentences().flat_map(classified) {
        *counts.entry(class).or_default() += 1;
    }
    counts
}

/// The lemmas of the content words that the text has most often, the most frequent first, and
/// of two the one that comes first.
fn frequent_words(article: &Article<'_>) -> Vec<(String, usize)> {
    let mut places = HashMap::new();
    let mut counts: Vec<(String, usize)> = Vec::new();
    for word in article
        .sentences()
        .flat_map(AnalyzedSentence::content_words)
    {
        let lemma = akshar::lemma(word.text);
        let place = *places.entry(lemma.clone()).or_insert_with(|| {
            counts.push((lemma.into_owned(), 0));
            counts.len() - 1
        });
        counts[place].1 += 1;
    }
    counts.sort_by(|(_, count), (_, other)| other.cmp(count));
    counts.truncate(FREQUENT_WORDS);
    counts
}
