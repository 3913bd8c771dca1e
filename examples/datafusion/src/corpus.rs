//! A corpus of any size to try the functions on: articles put together from the paragraphs of
//! the project's own, and from sentences with other places, persons and numbers in each; the same
//! for the same seed.
//!
//! The columns are `id`, `outlet`, `published` (a date of 2023 or 2024), `headline` and `body`.
//! Half of the articles of a month are about its topic, the others about any. One headline in
//! eight repeats a recent one, with the letters that have a second spelling in either of the two.

use crate::at;
use datafusion::arrow::array::{Date32Builder, Int64Builder, RecordBatch, StringBuilder};
use datafusion::arrow::csv;
use datafusion::arrow::datatypes::{DataType, Field, Schema, SchemaRef};
use datafusion::common::Result;
use datafusion::parquet::arrow::ArrowWriter;
use datafusion::parquet::basic::{Compression, ZstdLevel};
use datafusion::parquet::file::properties::WriterProperties;
use std::borrow::Cow;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// 1 January 2023, in days since 1970, and the days until the end of 2024.
const FIRST_DAY: i32 = 19_358;
const DAYS: usize = 731;
const MONTHS: usize = 24;
const ROWS_OF_A_BATCH: usize = 1024;
/// So that a file can be read by several tasks.
const BATCHES_OF_A_ROW_GROUP: usize = 4;
/// How many headlines are kept to be repeated.
const RECENT_HEADLINES: usize = 1000;

/// What the files are written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    Parquet,
    Csv,
}

impl Format {
    /// The extension of its files.
    pub fn extension(self) -> &'static str {
        match self {
            Format::Parquet => "parquet",
            Format::Csv => "csv",
        }
    }
}

/// How much to write, and how.
#[derive(Debug, Clone)]
pub struct Size {
    /// Bytes of UTF-8 in headlines and bodies, all files together.
    pub bytes: u64,
    pub files: u64,
    pub format: Format,
    pub seed: u64,
}

/// How much was written.
#[derive(Debug, Clone, Copy, Default)]
pub struct Written {
    pub articles: u64,
    /// Of UTF-8 in headlines and bodies.
    pub text_bytes: u64,
    pub file_bytes: u64,
}

/// The texts that articles are made of.
#[derive(Debug)]
pub struct Source {
    /// The paragraphs of each article: what the generated ones are about.
    topics: Vec<Vec<String>>,
    outlets: Vec<&'static str>,
    headlines: Vec<&'static str>,
    sentences: Vec<&'static str>,
    places: Vec<&'static str>,
    names: Vec<&'static str>,
}

impl Source {
    /// Reads the paragraphs from a folder of articles, text files whose first line is the
    /// headline.
    pub fn read(articles: &Path) -> Result<Self> {
        let mut topics = Vec::new();
        for path in sorted_files(articles, "txt")? {
            let text = fs::read_to_string(&path).map_err(|error| at(&path, error))?;
            let lines = text.lines().filter(|line| !line.trim().is_empty());
            let paragraphs: Vec<_> = lines.skip(1).map(str::to_owned).collect();
            if !paragraphs.is_empty() {
                topics.push(paragraphs);
            }
        }
        if topics.is_empty() {
            return Err(at(articles, "holds no article"));
        }
        Ok(Source {
            topics,
            outlets: entries(include_str!("../texts/outlets.txt")),
            headlines: entries(include_str!("../texts/headlines.txt")),
            sentences: entries(include_str!("../texts/sentences.txt")),
            places: entries(include_str!("../texts/places.txt")),
            names: entries(include_str!("../texts/names.txt")),
        })
    }

    /// Writes a text with a place, a person or a number for each `{place}`, `{name}` and
    /// `{number}`.
    fn fill(&self, text: &str, random: &mut Random, output: &mut String) {
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            output.push_str(before);
            let (slot, after) = after.split_once('}').unwrap_or((after, ""));
            let filled = match slot {
                "place" => (*random.pick(&self.places)).into(),
                "name" => (*random.pick(&self.names)).into(),
                _ => Cow::from((2 + random.below(998)).to_string()),
            };
            output.push_str(&filled);
            rest = after;
        }
        output.push_str(rest);
    }
}

/// The lines of a list, without its comments.
fn entries(list: &'static str) -> Vec<&'static str> {
    list.lines().filter(|line| !line.starts_with('#')).collect()
}

/// The files of a folder with an extension, by name.
pub fn sorted_files(folder: &Path, extension: &str) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| at(folder, error))? {
        let path = entry.map_err(|error| at(folder, error))?.path();
        if path.extension().is_some_and(|found| found == extension) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Writes the corpus to `folder` as `part-000.parquet` and so on. The folder may hold nothing of
/// either format, lest a query reads what belongs to another corpus. `watch` is told after each
/// batch how much is written.
pub fn generate(
    source: &Source,
    size: &Size,
    folder: &Path,
    mut watch: impl FnMut(Written),
) -> Result<Written> {
    fs::create_dir_all(folder).map_err(|error| at(folder, error))?;
    for format in [Format::Parquet, Format::Csv] {
        if let Some(file) = sorted_files(folder, format.extension())?.first() {
            return Err(at(file, "is there already"));
        }
    }
    let mut articles = Articles {
        source,
        random: Random(size.seed),
        recent_headlines: Vec::new(),
    };
    let mut written = Written::default();
    for file in 0..size.files {
        let path = folder.join(format!("part-{file:03}.{}", size.format.extension()));
        // The last file ends where the corpus does.
        let end = size.bytes * (file + 1) / size.files;
        let mut write = || -> Result<u64> {
            let mut writer = Writer::create(&path, size.format)?;
            loop {
                writer.write(&articles.batch(&mut written, end)?)?;
                watch(written);
                if written.text_bytes >= end {
                    break;
                }
            }
            writer.close()?;
            Ok(fs::metadata(&path)?.len())
        };
        written.file_bytes += write().map_err(|error| at(&path, error))?;
    }
    Ok(written)
}

enum Writer {
    Parquet(Box<ArrowWriter<File>>),
    Csv(Box<csv::Writer<File>>),
}

impl Writer {
    fn create(path: &Path, format: Format) -> Result<Self> {
        let file = File::create(path)?;
        Ok(match format {
            Format::Parquet => {
                let properties = WriterProperties::builder()
                    .set_compression(Compression::ZSTD(ZstdLevel::default()))
                    .set_max_row_group_row_count(Some(ROWS_OF_A_BATCH * BATCHES_OF_A_ROW_GROUP))
                    .build();
                let writer = ArrowWriter::try_new(file, schema(), Some(properties))?;
                Writer::Parquet(Box::new(writer))
            }
            Format::Csv => Writer::Csv(Box::new(csv::Writer::new(file))),
        })
    }

    fn write(&mut self, batch: &RecordBatch) -> Result<()> {
        match self {
            Writer::Parquet(writer) => writer.write(batch)?,
            Writer::Csv(writer) => writer.write(batch)?,
        }
        Ok(())
    }

    fn close(self) -> Result<()> {
        if let Writer::Parquet(writer) = self {
            writer.close()?;
        }
        Ok(())
    }
}

/// The columns of the corpus.
pub fn schema() -> SchemaRef {
    Arc::new(Schema::new(vec![
        Field::new("id", DataType::Int64, false),
        Field::new("outlet", DataType::Utf8, false),
        Field::new("published", DataType::Date32, false),
        Field::new("headline", DataType::Utf8, false),
        Field::new("body", DataType::Utf8, false),
    ]))
}

struct Articles<'s> {
    source: &'s Source,
    random: Random,
    recent_headlines: Vec<String>,
}

impl Articles<'_> {
    /// The next articles, until a batch is full or `end` bytes of text are written.
    fn batch(&mut self, written: &mut Written, end: u64) -> Result<RecordBatch> {
        let mut id = Int64Builder::new();
        let mut outlet = StringBuilder::new();
        let mut published = Date32Builder::new();
        let mut headlines = StringBuilder::new();
        let mut bodies = StringBuilder::new();
        for _ in 0..ROWS_OF_A_BATCH {
            if written.text_bytes >= end {
                break;
            }
            let day = self.random.below(DAYS);
            let headline = self.headline();
            let body = self.body(day * MONTHS / DAYS);
            written.text_bytes += (headline.len() + body.len()) as u64;
            written.articles += 1;
            id.append_value(written.articles as i64);
            outlet.append_value(self.random.pick(&self.source.outlets));
            published.append_value(FIRST_DAY + day as i32);
            headlines.append_value(headline);
            bodies.append_value(body);
        }
        Ok(RecordBatch::try_new(
            schema(),
            vec![
                Arc::new(id.finish()),
                Arc::new(outlet.finish()),
                Arc::new(published.finish()),
                Arc::new(headlines.finish()),
                Arc::new(bodies.finish()),
            ],
        )?)
    }

    fn headline(&mut self) -> String {
        if !self.recent_headlines.is_empty() && self.random.below(8) == 0 {
            let headline = self.random.pick(&self.recent_headlines).clone();
            return respell(&headline, &mut self.random);
        }
        let mut headline = String::new();
        let form = self.random.pick(&self.source.headlines);
        self.source.fill(form, &mut self.random, &mut headline);
        if self.recent_headlines.len() < RECENT_HEADLINES {
            self.recent_headlines.push(headline.clone());
        } else {
            let index = self.random.below(RECENT_HEADLINES);
            self.recent_headlines[index].clone_from(&headline);
        }
        headline
    }

    /// Two to nine thousand bytes of paragraphs.
    fn body(&mut self, month: usize) -> String {
        let topics = &self.source.topics;
        let topic = match self.random.below(2) {
            0 => &topics[month % topics.len()],
            _ => self.random.pick(topics),
        };
        let length = 2000 + self.random.below(7000);
        let mut body = String::with_capacity(length + 2000);
        while body.len() < length {
            if !body.is_empty() {
                body.push_str("\n\n");
            }
            if self.random.below(2) == 0 {
                let paragraph = self.random.pick(topic);
                body.push_str(paragraph);
                continue;
            }
            for sentence in 0..2 + self.random.below(4) {
                if sentence > 0 {
                    body.push(' ');
                }
                let form = self.random.pick(&self.source.sentences);
                self.source.fill(form, &mut self.random, &mut body);
            }
        }
        body
    }
}

/// Writes the text in other spellings that fold to the same, each by chance: `हिन्दी` for `हिंदी`,
/// no nukta, anusvara for chandrabindu, Devanagari digits, a joiner after a virama.
fn respell(text: &str, random: &mut Random) -> String {
    let mut output = String::with_capacity(text.len() + 16);
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let next = characters.peek().copied();
        if random.below(2) == 0 {
            output.push(character);
            continue;
        }
        match (character, next) {
            ('ं', Some('त' | 'थ' | 'द' | 'ध')) => output.push_str("न्"),
            ('ं', Some('प' | 'फ' | 'ब' | 'भ')) => output.push_str("म्"),
            ('ँ', _) => output.push('ं'),
            ('़', _) => {}
            ('्', Some('क'..='ह')) => output.push_str("्\u{200D}"),
            ('0'..='9', _) => {
                let digit = u32::from(character) - u32::from('0');
                output.extend(char::from_u32(u32::from('०') + digit));
            }
            _ => output.push(character),
        }
    }
    output
}

/// SplitMix64: the same numbers for the same seed, wherever it runs.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to below `end`, which is not 0.
    fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    fn pick<'i, Item>(&mut self, items: &'i [Item]) -> &'i Item {
        &items[self.below(items.len())]
    }
}
