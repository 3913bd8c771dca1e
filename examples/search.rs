//! Searches Hindi articles with tantivy, in Devanagari or in Latin letters.
//!
//! ```text
//! cargo run --release --example search -- [QUERY] [--articles PATH] [--index FOLDER]
//! ```
//!
//! The articles are the `.txt` files of a folder, one such file, or a `.jsonl` file with an object
//! a line that has a `text` and may have a `title`; those that come with the crate by default.
//! Where there is no title it is the first line of the text. The index is on disk, in a temporary
//! folder unless one is named. Without a query each line of standard input is one.
//!
//! # How it finds
//!
//! An article has four fields: title and text, each once as stems, and once as search keys, under
//! which a word and its romanizations meet. A word of the query is looked up in all four, and the
//! best of them counts: a stem in the title most, a key in the text least. What the words score is
//! summed up.

mod support;

use std::collections::BTreeSet;
use std::io::{self, IsTerminal, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{fs, iter};

use akshar::{Analyzer, Keys, Stopwords, TermKind, romanize, sentences};
use clap::Parser;
use indicatif::{ProgressBar, ProgressStyle};
use serde::Deserialize;
use support::Failure;
use tantivy::collector::TopDocs;
use tantivy::directory::MmapDirectory;
use tantivy::query::{BooleanQuery, BoostQuery, DisjunctionMaxQuery, Occur, Query, TermQuery};
use tantivy::schema::{
    Field, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions, Value,
};
use tantivy::{Index, Searcher, TantivyDocument, Term};

/// Searches Hindi articles, in Devanagari or in Latin letters
#[derive(Parser)]
struct Arguments {
    /// What to look for; without it, each line of standard input is a query
    query: Vec<String>,
    /// A folder of text files, or a file of articles
    #[arg(long, value_name = "PATH", default_value = concat!(env!("CARGO_MANIFEST_DIR"), "/data/articles"))]
    articles: PathBuf,
    /// Where to keep the index; a temporary folder by default
    #[arg(long, value_name = "FOLDER")]
    index: Option<PathBuf>,
    /// How many articles to show for a query
    #[arg(long, value_name = "NUMBER", default_value_t = 3, value_parser = clap::value_parser!(u16).range(1..))]
    limit: u16,
}

fn main() -> ExitCode {
    support::main(|arguments: Arguments| {
        let articles = read_articles(&arguments.articles)?;
        let search = Search::of(&articles, arguments.index.as_deref())?;
        let limit = usize::from(arguments.limit);
        let mut output = io::stdout().lock();
        if !arguments.query.is_empty() {
            return search.answer(&arguments.query.join(" "), limit, &mut output);
        }
        let is_typed = io::stdin().is_terminal();
        for line in prompted(support::input_lines(), is_typed) {
            let line = line?;
            if !line.trim().is_empty() {
                if !is_typed {
                    writeln!(output, "> {}", line.trim())?;
                }
                search.answer(&line, limit, &mut output)?;
                writeln!(output)?;
            }
        }
        Ok(())
    })
}

/// The lines, each with a prompt before it where somebody types them.
fn prompted<L>(mut lines: impl Iterator<Item = L>, is_typed: bool) -> impl Iterator<Item = L> {
    iter::from_fn(move || {
        if is_typed {
            let _ = write!(io::stderr(), "> ");
        }
        lines.next()
    })
}

/// An article as it is read.
#[derive(Deserialize)]
struct Article {
    #[serde(default)]
    title: String,
    text: String,
    /// The name of its file, or the number of its line.
    #[serde(skip)]
    name: String,
}

impl Article {
    fn new(name: String, text: &str) -> Self {
        let (title, text) = text.trim().split_once('\n').unwrap_or((text.trim(), ""));
        Article {
            title: title.trim().to_owned(),
            text: text.trim().to_owned(),
            name,
        }
    }
}

fn read_articles(path: &Path) -> Result<Vec<Article>, Failure> {
    let failure =
        |error: io::Error| Failure::bad_input(format_args!("{}: {error}", path.display()));
    let has_extension = |path: &Path, expected| path.extension().is_some_and(|end| end == expected);
    let mut paths = Vec::new();
    if fs::metadata(path).map_err(failure)?.is_dir() {
        for entry in fs::read_dir(path).map_err(failure)? {
            let path = entry.map_err(failure)?.path();
            if has_extension(&path, "txt") {
                paths.push(path);
            }
        }
        paths.sort();
    } else {
        paths.push(path.to_owned());
    }
    let mut articles = Vec::new();
    for path in &paths {
        let text = support::read_text(&path.to_string_lossy())?;
        let name = path.file_name().unwrap_or(path.as_os_str());
        let name = name.to_string_lossy();
        if !has_extension(path, "jsonl") {
            articles.push(Article::new(name.into_owned(), &text));
            continue;
        }
        for (line, number) in text.lines().zip(1..) {
            let mut article: Article = serde_json::from_str(line).map_err(|error| {
                let reason = support::json_reason(&error);
                Failure::bad_input(format_args!("{}: line {number}: {reason}", path.display()))
            })?;
            article.name = format!("{name}:{number}");
            if article.title.is_empty() {
                article = Article::new(article.name, &article.text);
            }
            articles.push(article);
        }
    }
    if articles.is_empty() {
        let path = path.display();
        return Err(Failure::bad_input(format_args!("{path}: no articles")));
    }
    Ok(articles)
}

/// The fields of an article in the index.
struct Fields {
    name: Field,
    title: Field,
    text: Field,
    title_keys: Field,
    text_keys: Field,
}

impl Fields {
    /// Where a stem is looked up, and where a key is, with what a find there is worth.
    fn weighted(&self, kind: TermKind) -> [(Field, f32); 2] {
        match kind {
            TermKind::Key => [(self.title_keys, 1.5), (self.text_keys, 0.5)],
            _ => [(self.title, 3.0), (self.text, 1.0)],
        }
    }
}

/// The names of the analyzers in the index.
const STEMS: &str = "hindi";
const KEYS: &str = "hindi-keys";

fn schema() -> (Schema, Fields) {
    let analyzed = |analyzer| {
        let indexing = TextFieldIndexing::default()
            .set_tokenizer(analyzer)
            .set_index_option(IndexRecordOption::WithFreqs);
        TextOptions::default().set_indexing_options(indexing)
    };
    let mut schema = Schema::builder();
    let fields = Fields {
        name: schema.add_text_field("name", STRING | STORED),
        title: schema.add_text_field("title", analyzed(STEMS).set_stored()),
        text: schema.add_text_field("text", analyzed(STEMS).set_stored()),
        title_keys: schema.add_text_field("title_keys", analyzed(KEYS)),
        text_keys: schema.add_text_field("text_keys", analyzed(KEYS)),
    };
    (schema.build(), fields)
}

/// An index that is ready to be asked.
struct Search {
    searcher: Searcher,
    fields: Fields,
    /// For the articles, and for queries, which may hold stopwords in Latin letters.
    of_articles: Analyzer,
    of_queries: Analyzer,
}

impl Search {
    fn of(articles: &[Article], folder: Option<&Path>) -> Result<Self, Failure> {
        let (schema, fields) = schema();
        let index = match folder {
            Some(folder) => {
                fs::create_dir_all(folder).map_err(|error| {
                    Failure::bad_input(format_args!("{}: {error}", folder.display()))
                })?;
                let directory = MmapDirectory::open(folder).map_err(Failure::bad_input)?;
                Index::open_or_create(directory, schema)
            }
            None => Index::create_from_tempdir(schema),
        };
        let index = index.map_err(Failure::bad_input)?;
        index.tokenizers().register(STEMS, Analyzer::new());
        index
            .tokenizers()
            .register(KEYS, Analyzer::new().keys(Keys::Only));
        fill(&index, &fields, articles).map_err(Failure::bad_input)?;
        let latin = Stopwords::hindi()
            .iter()
            .map(|(word, _)| romanize(word))
            .collect::<Vec<_>>();
        let with_keys = Analyzer::new().keys(Keys::Added);
        Ok(Search {
            searcher: index.reader().map_err(Failure::bad_input)?.searcher(),
            fields,
            of_articles: with_keys.clone(),
            of_queries: with_keys.stopwords(Stopwords::hindi().with(latin)),
        })
    }

    /// Writes the best articles for a query, the best one first.
    fn answer(&self, query: &str, limit: usize, output: &mut impl Write) -> Result<(), Failure> {
        let words = self.words(query);
        let best = TopDocs::with_limit(limit).order_by_score();
        let found = self.searcher.search(&self.query(&words), &best);
        let found = found.map_err(Failure::bad_input)?;
        if found.is_empty() {
            writeln!(output, "nothing found")?;
        }
        for ((_, address), rank) in found.into_iter().zip(1..) {
            let article: TantivyDocument =
                self.searcher.doc(address).map_err(Failure::bad_input)?;
            let stored = |field| {
                let value = article.get_first(field);
                value.and_then(|value| value.as_str()).unwrap_or_default()
            };
            let (title, text) = (stored(self.fields.title), stored(self.fields.text));
            let title = marked(title, 0..title.len(), &self.hits(title, &words));
            writeln!(output, "{rank}. {title} ({})", stored(self.fields.name))?;
            if let Some(snippet) = self.snippet(text, &words) {
                writeln!(output, "   {snippet}")?;
            }
        }
        Ok(())
    }

    /// The words of a query.
    fn words(&self, query: &str) -> Vec<Word> {
        let mut words: Vec<Word> = Vec::new();
        let mut position = None;
        for term in self.of_queries.terms(query) {
            if position != Some(term.position) {
                position = Some(term.position);
                words.push(Word::default());
            }
            if let Some(word) = words.last_mut() {
                word.terms.push((term.kind, term.text.into_owned()));
            }
        }
        words
    }

    fn query(&self, words: &[Word]) -> BooleanQuery {
        let of_word = |word: &Word| {
            let mut places: Vec<Box<dyn Query>> = Vec::new();
            for (kind, text) in &word.terms {
                for (field, weight) in self.fields.weighted(*kind) {
                    let term = Term::from_field_text(field, text);
                    let term = TermQuery::new(term, IndexRecordOption::WithFreqs);
                    places.push(Box::new(BoostQuery::new(Box::new(term), weight)));
                }
            }
            DisjunctionMaxQuery::new(places)
        };
        let words = words.iter().map(of_word);
        BooleanQuery::new(
            words
                .map(|word| (Occur::Should, Box::new(word) as Box<dyn Query>))
                .collect(),
        )
    }

    /// What the words of the query find in a text, and which word each is.
    fn hits(&self, text: &str, words: &[Word]) -> Vec<(Range<usize>, usize)> {
        let mut hits = Vec::new();
        let mut stems = BTreeSet::new();
        for term in self.of_articles.terms(text) {
            for (index, word) in words.iter().enumerate() {
                if word.has(&term) {
                    hits.push((term.range.clone(), index, term.kind));
                    if term.kind != TermKind::Key {
                        stems.insert(index);
                    }
                }
            }
        }
        // A key counts where the word itself is not found.
        hits.retain(|(_, index, kind)| *kind != TermKind::Key || !stems.contains(index));
        let mut hits: Vec<_> = hits
            .into_iter()
            .map(|(range, index, _)| (range, index))
            .collect();
        hits.dedup_by_key(|(range, _)| range.clone());
        hits
    }

    /// The sentence in which the most words of the query are found, with the finds marked.
    fn snippet(&self, text: &str, words: &[Word]) -> Option<String> {
        let hits = self.hits(text, words);
        let count = |range: &Range<usize>| {
            let inside = hits.iter().filter(|(hit, _)| range.contains(&hit.start));
            inside.map(|(_, word)| word).collect::<BTreeSet<_>>().len()
        };
        let mut best: Option<(usize, Range<usize>)> = None;
        for sentence in sentences(text) {
            let count = count(&sentence.range);
            if count > best.as_ref().map_or(0, |(most, _)| *most) {
                best = Some((count, sentence.range));
            }
        }
        best.map(|(_, range)| marked(text, range, &hits))
    }
}

/// A word of a query: its stem, and its keys.
#[derive(Default)]
struct Word {
    terms: Vec<(TermKind, String)>,
}

impl Word {
    fn has(&self, found: &akshar::Term) -> bool {
        let is_key = |kind| kind == TermKind::Key;
        self.terms
            .iter()
            .any(|(kind, text)| is_key(*kind) == is_key(found.kind) && *text == found.text)
    }
}

/// Part of a text with the hits in brackets, or bold at a terminal.
fn marked(text: &str, part: Range<usize>, hits: &[(Range<usize>, usize)]) -> String {
    let [open, close] = match io::stdout().is_terminal() {
        true => ["\x1B[1m", "\x1B[0m"],
        false => ["[", "]"],
    };
    let mut marked = String::new();
    let mut copied = part.start;
    for (hit, _) in hits.iter().filter(|(hit, _)| part.contains(&hit.start)) {
        marked.extend([&text[copied..hit.start], open, &text[hit.clone()], close]);
        copied = hit.end;
    }
    marked.push_str(&text[copied..part.end]);
    marked.replace(['\n', '\r'], " ")
}

/// Writes the articles into an index, in place of what it had.
fn fill(index: &Index, fields: &Fields, articles: &[Article]) -> tantivy::Result<()> {
    let template = "{wide_bar} {pos} of {len} articles, {eta} left";
    let style = ProgressStyle::with_template(template).expect("it is well-formed");
    let progress = ProgressBar::new(articles.len() as u64).with_style(style);
    // By one thread, so that articles with the same score come in the order of their names.
    let mut writer = index.writer_with_num_threads(1, 50_000_000)?;
    writer.delete_all_documents()?;
    for article in progress.wrap_iter(articles.iter()) {
        let mut document = TantivyDocument::default();
        document.add_text(fields.name, &article.name);
        for field in [fields.title, fields.title_keys] {
            document.add_text(field, &article.title);
        }
        for field in [fields.text, fields.text_keys] {
            document.add_text(field, &article.text);
        }
        writer.add_document(document)?;
    }
    writer.commit()?;
    progress.finish_and_clear();
    Ok(())
}
