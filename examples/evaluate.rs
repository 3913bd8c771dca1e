//! Measures the crate's accuracy against gold files and prints one table.
//!
//! ```text
//! cargo run --release --example evaluate -- DIR [--format text|json] [--svg FILE]
//! ```
//!
//! | file of DIR | a line holds |
//! | --- | --- |
//! | `segmentation.jsonl` | `{"text": …, "sentences": [{"span": [start, end], "tokens": [[start, end], …]}]}`, byte offsets |
//! | `lemmas.tsv` | form, lemma, universal part of speech, count |
//! | `schwa.tsv` | word; for each inherent schwa `1` spoken, `0` silent, `?` either; several readings by `\|` |
//! | `romanization.tsv` | word, a romanization that a native writer gave it, how many gave it |
//! | `romanization-train.tsv` | the same, read for its words alone |

#[path = "evaluate/goals.rs"]
mod goals;
mod support;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fmt;
use std::fs;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::iter::Sum;
use std::ops::{Add, Range};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::slice::from_ref;

use akshar::devanagari::{self, Class};
use akshar::{Scheme, is_stopword, lemma, nfc, search_keys, stem, transliterate};
use clap::{Parser, ValueEnum};
use serde::{Deserialize, Serialize};
use support::Failure;

/// Measures accuracy against gold files
#[derive(Parser)]
struct Arguments {
    /// The folder of the gold files
    folder: PathBuf,
    /// How to print the table
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Write a chart of the measures that have a goal to this file too
    #[arg(long, value_name = "FILE")]
    svg: Option<PathBuf>,
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
        let table = Table::of(&Gold::read(&arguments.folder)?);
        if let Some(file) = &arguments.svg {
            fs::write(file, goals::chart(&table).to_string())
                .map_err(|error| Failure::bad_input(format_args!("{}: {error}", file.display())))?;
        }
        let mut output = BufWriter::new(io::stdout().lock());
        match arguments.format {
            Format::Text => write!(output, "{table}")?,
            Format::Json => {
                serde_json::to_writer_pretty(&mut output, &table).map_err(io::Error::from)?;
                writeln!(output)?;
            }
        }
        output.flush()?;
        Ok(())
    })
}

// The gold files. One that is missing is `None`.

struct Gold {
    documents: Option<Vec<Document>>,
    lemmas: Option<Vec<Lemma>>,
    schwas: Option<Vec<SpokenWord>>,
    romanizations: Option<Vec<RomanizedWord>>,
    romanizations_to_learn: Option<Vec<RomanizedWord>>,
}

/// A text with the byte ranges of its sentences and tokens.
struct Document {
    text: String,
    sentences: Vec<Range<usize>>,
    tokens: Vec<Range<usize>>,
}

struct Lemma {
    form: String,
    lemma: String,
    part_of_speech: String,
    count: u64,
}

/// A word and, in each of its readings, which inherent schwas are spoken; `None` is either.
struct SpokenWord {
    word: String,
    readings: Vec<Vec<Option<bool>>>,
}

/// A word and its romanizations with the number of writers, the most frequent first.
struct RomanizedWord {
    word: String,
    attested: Vec<(String, u64)>,
}

const SEGMENTATION: &str = "segmentation.jsonl";
const LEMMAS: &str = "lemmas.tsv";
const SCHWAS: &str = "schwa.tsv";
const ROMANIZATIONS: &str = "romanization.tsv";
const ROMANIZATIONS_TO_LEARN: &str = "romanization-train.tsv";

impl Gold {
    fn read(folder: &Path) -> Result<Gold, Failure> {
        if !folder.is_dir() {
            let folder = folder.display();
            return Err(Failure::bad_input(format_args!("{folder}: no such folder")));
        }
        let romanizations = |name| {
            let rows = read_lines(folder, name, RomanizedWord::parse)?;
            Ok::<_, Failure>(rows.map(RomanizedWord::gather))
        };
        Ok(Gold {
            documents: read_lines(folder, SEGMENTATION, Document::parse)?,
            lemmas: read_lines(folder, LEMMAS, Lemma::parse)?,
            schwas: read_lines(folder, SCHWAS, SpokenWord::parse)?,
            romanizations: romanizations(ROMANIZATIONS)?,
            romanizations_to_learn: romanizations(ROMANIZATIONS_TO_LEARN)?,
        })
    }

    /// Every different word of every file, in NFC.
    fn words(&self) -> BTreeSet<String> {
        let of_documents = self.documents.iter().flatten().flat_map(|document| {
            let tokens = document.tokens.iter();
            tokens.map(|token| &document.text[token.clone()])
        });
        let of_lemmas = self.lemmas.iter().flatten();
        let of_lemmas = of_lemmas.flat_map(|lemma| [lemma.form.as_str(), lemma.lemma.as_str()]);
        let of_schwas = self.schwas.iter().flatten().map(|word| word.word.as_str());
        let romanized = [&self.romanizations, &self.romanizations_to_learn];
        let romanized = romanized.into_iter().flatten().flatten();
        of_documents
            .chain(of_lemmas)
            .chain(of_schwas)
            .chain(romanized.map(|word| word.word.as_str()))
            .map(|word| nfc(word).into_owned())
            .collect()
    }
}

/// Reads a file line by line; `None` where there is none.
fn read_lines<T>(
    folder: &Path,
    name: &str,
    parse: impl Fn(&str) -> Result<T, String>,
) -> Result<Option<Vec<T>>, Failure> {
    let path = folder.join(name);
    if let Err(error) = path.metadata()
        && error.kind() == ErrorKind::NotFound
    {
        return Ok(None);
    }
    let path = path.display().to_string();
    let text = support::read_text(&path)?;
    let rows = text.lines().zip(1..).map(|(line, number)| {
        parse(line)
            .map_err(|what| Failure::bad_input(format_args!("{path}: line {number}: {what}")))
    });
    rows.collect::<Result<_, _>>().map(Some)
}

/// The columns of a tab-separated line.
fn columns<const COLUMNS: usize>(line: &str) -> Result<[&str; COLUMNS], String> {
    let columns: Vec<&str> = line.split('\t').collect();
    let found = columns.len();
    columns
        .try_into()
        .map_err(|_| format!("{COLUMNS} columns expected, {found} found"))
}

fn count(column: &str) -> Result<u64, String> {
    column
        .parse()
        .map_err(|_| format!("`{column}` is not a count"))
}

impl Document {
    fn parse(line: &str) -> Result<Document, String> {
        #[derive(Deserialize)]
        struct Record {
            text: String,
            sentences: Vec<SentenceRecord>,
        }
        #[derive(Deserialize)]
        struct SentenceRecord {
            span: [usize; 2],
            tokens: Vec<[usize; 2]>,
        }

        let record: Record =
            serde_json::from_str(line).map_err(|error| support::json_reason(&error))?;
        let range = |[start, end]: [usize; 2]| {
            let is_range = record.text.get(start..end).is_some();
            is_range
                .then_some(start..end)
                .ok_or_else(|| format!("[{start},{end}] is not a span of the text"))
        };
        let sentences = record.sentences.iter().map(|sentence| range(sentence.span));
        let tokens = record
            .sentences
            .iter()
            .flat_map(|sentence| &sentence.tokens);
        Ok(Document {
            sentences: sentences.collect::<Result<_, _>>()?,
            tokens: tokens
                .map(|&token| range(token))
                .collect::<Result<_, _>>()?,
            text: record.text,
        })
    }
}

impl Lemma {
    fn parse(line: &str) -> Result<Lemma, String> {
        let [form, lemma, part_of_speech, number] = columns(line)?;
        Ok(Lemma {
            form: form.to_owned(),
            lemma: lemma.to_owned(),
            part_of_speech: part_of_speech.to_owned(),
            count: count(number)?,
        })
    }
}

impl SpokenWord {
    fn parse(line: &str) -> Result<SpokenWord, String> {
        let [word, readings] = columns(line)?;
        let schwas = inherent_schwas(word).count();
        let read = |reading: &str| {
            let marks = reading.chars().map(|mark| match mark {
                '0' => Ok(Some(false)),
                '1' => Ok(Some(true)),
                '?' => Ok(None),
                _ => Err(format!("`{mark}` is none of 0, 1 and ?")),
            });
            let marks: Vec<_> = marks.collect::<Result<_, _>>()?;
            match marks.len() {
                found if found == schwas => Ok(marks),
                found => Err(format!("{word} has {schwas} inherent schwas, not {found}")),
            }
        };
        Ok(SpokenWord {
            word: word.to_owned(),
            readings: readings.split('|').map(read).collect::<Result<_, _>>()?,
        })
    }
}

impl RomanizedWord {
    fn parse(line: &str) -> Result<RomanizedWord, String> {
        let [word, romanization, writers] = columns(line)?;
        Ok(RomanizedWord {
            word: word.to_owned(),
            attested: vec![(romanization.to_owned(), count(writers)?)],
        })
    }

    /// Brings together the rows of each word.
    fn gather(mut rows: Vec<RomanizedWord>) -> Vec<RomanizedWord> {
        rows.sort_by(|row, other| row.word.cmp(&other.word));
        rows.dedup_by(|row, first| {
            let is_same = row.word == first.word;
            if is_same {
                first.attested.append(&mut row.attested);
            }
            is_same
        });
        for word in &mut rows {
            word.attested.sort_by_key(|(_, writers)| u64::MAX - writers);
        }
        rows
    }
}

// The table.

#[derive(Serialize)]
struct Table {
    sections: Vec<Section>,
    /// The files that are missing, and were skipped.
    skipped: Vec<&'static str>,
}

#[derive(Serialize)]
struct Section {
    title: &'static str,
    /// The files that were measured against.
    gold: String,
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    name: String,
    #[serde(flatten)]
    score: Score,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Score {
    F1 {
        f1: f64,
        precision: f64,
        recall: f64,
    },
    Share {
        percent: f64,
        part: u64,
        whole: u64,
    },
    Mean {
        mean: f64,
        sum: u64,
        count: u64,
    },
}

impl Table {
    fn of(gold: &Gold) -> Table {
        let mut sections = Vec::new();
        let mut skipped = Vec::new();
        let mut add = |file: &'static str, measured: Option<Vec<Section>>| match measured {
            Some(measured) => sections.extend(measured),
            None => skipped.push(file),
        };
        let documents = gold.documents.as_deref();
        add(
            SEGMENTATION,
            documents.map(|documents| vec![segmentation(documents)]),
        );
        let lemmas = gold.lemmas.as_deref();
        add(
            LEMMAS,
            lemmas.map(|lemmas| vec![stopwords(lemmas), inflection(lemmas)]),
        );
        add(
            SCHWAS,
            gold.schwas.as_deref().map(|words| vec![schwas(words)]),
        );
        let romanizations = gold.romanizations.as_deref();
        add(
            ROMANIZATIONS,
            romanizations.map(|words| vec![romanization(words), keys(words)]),
        );
        if gold.romanizations_to_learn.is_none() {
            skipped.push(ROMANIZATIONS_TO_LEARN);
        }
        sections.push(round_trips(&gold.words()));
        Table { sections, skipped }
    }
}

impl fmt::Display for Table {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for Section { title, gold, rows } in &self.sections {
            writeln!(formatter, "{title} ({gold})")?;
            for Row { name, score } in rows {
                writeln!(formatter, "  {name:<46} {score}")?;
            }
            writeln!(formatter)?;
        }
        for file in &self.skipped {
            writeln!(formatter, "{file} is missing: skipped")?;
        }
        Ok(())
    }
}

impl fmt::Display for Score {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Score::F1 {
                f1,
                precision,
                recall,
            } => write!(
                formatter,
                "{f1:6.2}  precision {precision:.2}, recall {recall:.2}"
            ),
            Score::Share { whole: 0, .. } => write!(formatter, "     –"),
            Score::Share {
                percent,
                part,
                whole,
            } => write!(formatter, "{percent:6.2}  {part} of {whole}"),
            Score::Mean { mean, sum, count } => {
                write!(formatter, "{mean:6.2}  {sum} for {count}")
            }
        }
    }
}

/// A part of a whole.
#[derive(Clone, Copy, Default)]
struct Share {
    part: u64,
    whole: u64,
}

impl Share {
    fn row(self, name: impl Into<String>) -> Row {
        let Share { part, whole } = self;
        Row {
            name: name.into(),
            score: Score::Share {
                percent: percent(part, whole),
                part,
                whole,
            },
        }
    }

    /// How many of the items are right.
    fn right<T>(items: impl IntoIterator<Item = T>, is_right: impl Fn(T) -> bool) -> Share {
        items
            .into_iter()
            .map(|item| Share {
                part: u64::from(is_right(item)),
                whole: 1,
            })
            .sum()
    }
}

impl Add for Share {
    type Output = Share;

    fn add(self, other: Share) -> Share {
        Share {
            part: self.part + other.part,
            whole: self.whole + other.whole,
        }
    }
}

impl Sum for Share {
    fn sum<I: Iterator<Item = Share>>(shares: I) -> Share {
        shares.fold(Share::default(), Add::add)
    }
}

fn percent(part: u64, whole: u64) -> f64 {
    100.0 * part as f64 / whole as f64
}

// Tokens and sentences.

/// The spans of one kind, as the gold file has them and as the crate finds them.
type Spans = fn(&Document) -> [Vec<Range<usize>>; 2];

const TOKENS: Spans = |document| {
    let found = akshar::tokens(&document.text).map(|token| token.range);
    [document.tokens.clone(), found.collect()]
};

const SENTENCES: Spans = |document| {
    let found = akshar::sentences(&document.text).map(|sentence| sentence.range);
    [document.sentences.clone(), found.collect()]
};

fn segmentation(documents: &[Document]) -> Section {
    let joined = joined(documents);
    let full_stops = with_full_stops(&joined);
    let no_space = without_space_after_danda(&joined);
    let cases = [
        ("by document", documents),
        ("joined by a space", from_ref(&joined)),
        ("joined, final dandas as full stops", from_ref(&full_stops)),
        ("joined, no space after a danda", from_ref(&no_space)),
    ];
    let mut rows = Vec::new();
    for (unit, spans) in [("tokens", TOKENS), ("sentences", SENTENCES)] {
        for (case, documents) in cases {
            let agreement: Agreement = documents
                .iter()
                .map(|document| Agreement::on(document, spans))
                .sum();
            rows.push(agreement.row(format!("{unit}, {case}")));
        }
    }
    Section {
        title: "Segmentation, F1",
        gold: format!(
            "{SEGMENTATION}: {} documents, {} sentences, {} tokens",
            documents.len(),
            joined.sentences.len(),
            joined.tokens.len()
        ),
        rows,
    }
}

/// How many spans, or pairs, the gold file and the crate have, and how many both have.
#[derive(Clone, Copy, Default)]
struct Agreement {
    both: u64,
    gold: u64,
    found: u64,
}

impl Agreement {
    /// Spans are compared as if the text had no white space, as the CoNLL 2018 shared task did.
    fn on(document: &Document, spans: Spans) -> Agreement {
        let mut solid = 0;
        let mut solid_before = vec![0; document.text.len() + 1];
        for (offset, character) in document.text.char_indices() {
            solid_before[offset] = solid;
            solid += usize::from(!character.is_whitespace());
        }
        solid_before[document.text.len()] = solid;
        let [gold, found] = spans(document).map(|spans| {
            let solid = spans
                .into_iter()
                .map(|span| [span.start, span.end].map(|offset| solid_before[offset]));
            solid.collect::<HashSet<_>>()
        });
        Agreement {
            both: gold.intersection(&found).count() as u64,
            gold: gold.len() as u64,
            found: found.len() as u64,
        }
    }

    fn row(self, name: String) -> Row {
        let Agreement { both, gold, found } = self;
        Row {
            name,
            score: Score::F1 {
                f1: percent(2 * both, gold + found),
                precision: percent(both, found),
                recall: percent(both, gold),
            },
        }
    }
}

impl Sum for Agreement {
    fn sum<I: Iterator<Item = Agreement>>(agreements: I) -> Agreement {
        agreements.fold(Agreement::default(), |sum, next| Agreement {
            both: sum.both + next.both,
            gold: sum.gold + next.gold,
            found: sum.found + next.found,
        })
    }
}

/// All documents as one, joined by a space.
fn joined(documents: &[Document]) -> Document {
    let mut all = Document {
        text: String::new(),
        sentences: Vec::new(),
        tokens: Vec::new(),
    };
    for document in documents {
        if !all.text.is_empty() {
            all.text.push(' ');
        }
        let start = all.text.len();
        let moved = |span: &Range<usize>| start + span.start..start + span.end;
        all.text.push_str(&document.text);
        all.sentences.extend(document.sentences.iter().map(moved));
        all.tokens.extend(document.tokens.iter().map(moved));
    }
    all
}

/// The document with the danda that ends a sentence, closing quotes aside, written as `.`.
fn with_full_stops(document: &Document) -> Document {
    let final_dandas = document.sentences.iter().filter_map(|sentence| {
        let text = document.text[sentence.clone()].trim_end_matches(['"', '”', '\'', '’', ')']);
        let before = text.strip_suffix('।')?;
        Some(sentence.start + before.len())
    });
    let final_dandas: HashSet<usize> = final_dandas.collect();
    rewritten(document, |offset, character| {
        Some(if final_dandas.contains(&offset) {
            '.'
        } else {
            character
        })
    })
}

/// The document without the white space after each danda.
fn without_space_after_danda(document: &Document) -> Document {
    let mut after_danda = false;
    rewritten(document, |_, character| {
        after_danda = character == '।' || after_danda && character.is_whitespace();
        (!after_danda || character == '।').then_some(character)
    })
}

/// The document with each character replaced or left out; the spans move along.
fn rewritten(
    document: &Document,
    mut rewrite: impl FnMut(usize, char) -> Option<char>,
) -> Document {
    let mut text = String::new();
    let mut moved = vec![0; document.text.len() + 1];
    for (offset, character) in document.text.char_indices() {
        moved[offset] = text.len();
        text.extend(rewrite(offset, character));
    }
    moved[document.text.len()] = text.len();
    let spans = |spans: &[Range<usize>]| {
        let spans = spans.iter().map(|span| moved[span.start]..moved[span.end]);
        spans.collect()
    };
    Document {
        sentences: spans(&document.sentences),
        tokens: spans(&document.tokens),
        text,
    }
}

// Stopwords.

/// The parts of speech whose words are stopwords, and those whose words are not.
const CLOSED: [&str; 7] = ["ADP", "AUX", "CCONJ", "SCONJ", "DET", "PRON", "PART"];
const OPEN: [&str; 4] = ["NOUN", "PROPN", "ADJ", "NUM"];

fn stopwords(lemmas: &[Lemma]) -> Section {
    let hits = |parts: &[&str]| -> Share {
        let of_parts = lemmas
            .iter()
            .filter(|lemma| parts.contains(&lemma.part_of_speech.as_str()));
        of_parts
            .map(|lemma| Share {
                part: if is_stopword(&lemma.form) {
                    lemma.count
                } else {
                    0
                },
                whole: lemma.count,
            })
            .sum()
    };
    let mut rows = Vec::new();
    for (name, parts) in [
        ("closed-class tokens found", &CLOSED[..]),
        ("open-class tokens wrongly hit", &OPEN),
    ] {
        rows.push(hits(parts).row(name));
        rows.extend(
            parts
                .iter()
                .map(|part| hits(&[part]).row(format!("  {part}"))),
        );
    }
    Section {
        title: "Stopwords, % of tokens",
        gold: LEMMAS.to_owned(),
        rows,
    }
}

// Inflection.

fn inflection(lemmas: &[Lemma]) -> Section {
    let right = lemmas.iter().map(|token| Share {
        part: if lemma(&token.form) == token.lemma {
            token.count
        } else {
            0
        },
        whole: token.count,
    });
    let lemma_of = lemma_of_forms(lemmas);
    let grouping = |name: &str, find: fn(&str) -> String| {
        let groups = lemma_of.iter().map(|(form, lemma)| (*lemma, find(form)));
        let groups: Vec<(&str, String)> = groups.collect();
        let agreement = Agreement {
            both: pairs(groups.iter()),
            gold: pairs(groups.iter().map(|(gold, _)| gold)),
            found: pairs(groups.iter().map(|(_, found)| found)),
        };
        agreement.row(name.into())
    };
    Section {
        title: "Inflection, % of tokens, and F1 of pairs of words of one lemma",
        gold: format!("{LEMMAS}: {} words", lemma_of.len()),
        rows: vec![
            right.sum::<Share>().row("lemma exactly as in the file"),
            grouping("words grouped by lemma", |form| lemma(form).into_owned()),
            grouping("words grouped by stem", |form| stem(form).into_owned()),
            grouping("words folded, then grouped by stem", |form| {
                stem(&akshar::Folder::search().fold(form)).into_owned()
            }),
        ],
    }
}

/// Each form with the lemma that it has most often.
fn lemma_of_forms(lemmas: &[Lemma]) -> BTreeMap<&str, &str> {
    let mut counts: BTreeMap<&str, BTreeMap<&str, u64>> = BTreeMap::new();
    for Lemma {
        form, lemma, count, ..
    } in lemmas
    {
        *counts.entry(form).or_default().entry(lemma).or_default() += count;
    }
    let most_frequent = counts.into_iter().filter_map(|(form, lemmas)| {
        let (lemma, _) = lemmas.into_iter().max_by_key(|(_, count)| *count)?;
        Some((form, lemma))
    });
    most_frequent.collect()
}

/// How many pairs are of the same group.
fn pairs<G: Eq + std::hash::Hash>(groups: impl Iterator<Item = G>) -> u64 {
    let mut sizes: HashMap<G, u64> = HashMap::new();
    for group in groups {
        *sizes.entry(group).or_default() += 1;
    }
    sizes.values().map(|size| size * (size - 1) / 2).sum()
}

// Search keys.

fn keys(words: &[RomanizedWord]) -> Section {
    let keys: Vec<Vec<String>> = words.iter().map(|word| search_keys(&word.word)).collect();
    let mut words_of_key: HashMap<&str, Vec<usize>> = HashMap::new();
    for (word, keys) in keys.iter().enumerate() {
        for key in keys {
            words_of_key.entry(key).or_default().push(word);
        }
    }
    let others = keys.iter().map(|keys| {
        let sharing = keys.iter().flat_map(|key| &words_of_key[key.as_str()]);
        sharing.collect::<HashSet<_>>().len() as u64 - 1
    });
    // For each romanization: how many wrote it, its keys, and whether it meets the word by all
    // keys, and by the first of each alone.
    let attested = words.iter().zip(&keys).flat_map(|(word, keys)| {
        word.attested.iter().map(move |(romanization, writers)| {
            let typed = search_keys(romanization);
            let meets = typed.iter().any(|key| keys.contains(key));
            (
                *writers,
                typed.len() as u64,
                meets,
                typed.first() == keys.first(),
            )
        })
    });
    let attested: Vec<_> = attested.collect();
    let share = |weight: fn(u64) -> u64, is_met: fn(bool, bool) -> bool| -> Share {
        let shares = attested.iter().map(|&(writers, _, all, first)| Share {
            part: if is_met(all, first) {
                weight(writers)
            } else {
                0
            },
            whole: weight(writers),
        });
        shares.sum()
    };
    let mean = |name: &str, sum: u64, count: usize| Row {
        name: name.into(),
        score: Score::Mean {
            mean: sum as f64 / count as f64,
            sum,
            count: count as u64,
        },
    };
    Section {
        title: "Search keys",
        gold: format!("{ROMANIZATIONS}: {} words", words.len()),
        rows: vec![
            share(|writers| writers, |all, _| all).row("% of attestations that meet their word"),
            share(|writers| writers, |_, first| first).row("  by the first key of each alone"),
            share(|_| 1, |all, _| all).row("% of different romanizations that meet it"),
            mean(
                "other words that share a key, for each word",
                others.sum(),
                words.len(),
            ),
            mean(
                "keys of a Devanagari word",
                keys.iter().map(|keys| keys.len() as u64).sum(),
                words.len(),
            ),
            mean(
                "keys of a romanization",
                attested.iter().map(|(_, keys, ..)| keys).sum(),
                attested.len(),
            ),
        ],
    }
}

// Transliteration.

fn schwas(words: &[SpokenWord]) -> Section {
    /// How many of the schwas are as in the reading; one that may be either is not counted.
    fn agreement(spoken: &[bool], reading: &[Option<bool>]) -> Share {
        let decided = spoken
            .iter()
            .zip(reading)
            .filter_map(|(spoken, read)| Some((*spoken, (*read)?)));
        Share::right(decided, |(spoken, read)| spoken == read)
    }
    let best_agreements = words.iter().map(|word| {
        let spoken = akshar::transliterate::spoken_schwas(&word.word);
        let readings = word
            .readings
            .iter()
            .map(|reading| agreement(&spoken, reading));
        readings
            .min_by_key(|share| share.whole - share.part)
            .unwrap_or_default()
    });
    let best_agreements: Vec<Share> = best_agreements.collect();
    let whole_words = Share::right(&best_agreements, |share| share.part == share.whole);
    Section {
        title: match cfg!(feature = "trained") {
            true => "Spoken schwas, % right, by weights learned from these very words",
            false => "Spoken schwas, % right, by the rules",
        },
        gold: SCHWAS.to_owned(),
        rows: vec![
            whole_words.row("words entirely right"),
            best_agreements.into_iter().sum::<Share>().row("schwas"),
        ],
    }
}

/// Where the letter of each inherent schwa ends: each consonant without a vowel sign or virama.
fn inherent_schwas(word: &str) -> impl Iterator<Item = usize> {
    let class_at = |rest: &str| rest.chars().next().and_then(devanagari::class);
    let letters = word.char_indices().map(move |(offset, character)| {
        let after = &word[offset + character.len_utf8()..];
        let after = after.trim_start_matches(devanagari::NUKTA);
        let has_schwa = devanagari::class(character) == Some(Class::Consonant)
            && !matches!(class_at(after), Some(Class::Matra | Class::Virama));
        has_schwa.then(|| word.len() - after.len())
    });
    letters.flatten()
}

fn romanization(words: &[RomanizedWord]) -> Section {
    let romanized: Vec<_> = words
        .iter()
        .map(|word| (akshar::romanize(&word.word), &word.attested))
        .collect();
    let attested = Share::right(&romanized, |(romanization, attested)| {
        attested
            .iter()
            .any(|(attested, _)| attested == romanization)
    });
    let among = |count| {
        Share::right(words, |word| {
            let candidates = akshar::Romanizer::new().candidates(&word.word, count);
            let mut attested = word.attested.iter();
            attested.any(|(attested, _)| candidates.iter().any(|c| c.text == *attested))
        })
    };
    let errors = romanized.iter().map(|(romanization, attested)| {
        let most_frequent = attested.first().map_or("", |(attested, _)| attested);
        Share {
            part: edit_distance(romanization, most_frequent) as u64,
            whole: most_frequent.chars().count() as u64,
        }
    });
    Section {
        title: "Romanization, %",
        gold: ROMANIZATIONS.to_owned(),
        rows: vec![
            attested.row("words as some native writer has them"),
            among(3).row("one of three candidates so"),
            among(5).row("one of five candidates so"),
            errors
                .sum::<Share>()
                .row("character errors against the most writers"),
        ],
    }
}

/// The fewest characters to insert, leave out or replace (Levenshtein).
fn edit_distance(text: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut distances: Vec<usize> = (0..=other.len()).collect();
    for (row, character) in text.chars().enumerate() {
        let mut diagonal = row;
        distances[0] = row + 1;
        for (column, other) in other.iter().enumerate() {
            let replaced = diagonal + usize::from(character != *other);
            diagonal = distances[column + 1];
            distances[column + 1] = replaced.min(diagonal + 1).min(distances[column] + 1);
        }
    }
    distances[other.len()]
}

fn round_trips(words: &BTreeSet<String>) -> Section {
    let round_trip = |scheme| {
        Share::right(words, |word| {
            let written = transliterate(word, Scheme::Devanagari, scheme);
            transliterate(&written, scheme, Scheme::Devanagari) == *word
        })
    };
    let schemes = [("ISO 15919", Scheme::Iso15919), ("SLP1", Scheme::Slp1)];
    Section {
        title: "Round trip, % of words",
        gold: "the different words of every file".to_owned(),
        rows: schemes
            .map(|(name, scheme)| round_trip(scheme).row(name))
            .into(),
    }
}
