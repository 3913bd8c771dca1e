//! The generated corpus, and the ready-made queries over it on one machine.

use akshar::Folder;
use akshar_datafusion::corpus::{self, Format, Size, Source};
use akshar_datafusion::{engine, table};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    folder
}

fn source() -> Source {
    Source::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/articles")).unwrap()
}

fn generate(folder: &Path, format: Format, seed: u64) -> corpus::Written {
    let source = source();
    let size = Size {
        bytes: 2_000_000,
        files: 3,
        format,
        seed,
    };
    let mut told = 0;
    let written = corpus::generate(&source, &size, folder, |written| {
        assert!(written.text_bytes > told);
        told = written.text_bytes;
    })
    .unwrap();
    assert_eq!(told, written.text_bytes);
    written
}

async fn rows(folder: &Path, sql: &str) -> Vec<String> {
    let session = engine::session(2).unwrap();
    table::register(&session, folder).await.unwrap();
    let sql = engine::query(sql).unwrap();
    let answer = engine::run(&session, &sql, |_| ()).await.unwrap();
    engine::rows(&answer.batches).unwrap()
}

#[tokio::test]
async fn the_same_seed_gives_the_same_corpus_in_either_format() {
    let (parquet, csv, other) = (folder("parquet"), folder("csv"), folder("other"));
    let written = generate(&parquet, Format::Parquet, 7);
    generate(&csv, Format::Csv, 7);
    generate(&other, Format::Parquet, 8);
    assert!(written.text_bytes >= 2_000_000);
    let sql = "SELECT id, outlet, published, headline, body FROM articles ORDER BY id";
    let of_parquet = rows(&parquet, sql).await;
    assert_eq!(of_parquet.len() as u64, written.articles);
    assert!(of_parquet == rows(&csv, sql).await);
    assert!(of_parquet != rows(&other, sql).await);
    let session = engine::session(2).unwrap();
    table::register(&session, &parquet).await.unwrap();
    assert_eq!(
        engine::text_bytes(&session).await.unwrap(),
        Some(written.text_bytes)
    );
}

#[tokio::test]
async fn a_folder_that_holds_a_corpus_is_left_as_it_is() {
    let folder = folder("twice");
    generate(&folder, Format::Parquet, 1);
    let source = source();
    let size = Size {
        bytes: 1,
        files: 1,
        format: Format::Csv,
        seed: 1,
    };
    let error = corpus::generate(&source, &size, &folder, |_| ()).unwrap_err();
    assert!(error.to_string().contains("is there already"), "{error}");
}

/// An article as SQL gives it.
struct Article {
    outlet: String,
    published: String,
    month: String,
    headline: String,
    body: String,
}

async fn articles(folder: &Path) -> Vec<Article> {
    let sql = "SELECT outlet, published, date_trunc('month', published), headline, body \
               FROM articles";
    let rows = rows(folder, sql).await;
    let article = |row: &String| {
        let mut cells = row.split('\t').map(str::to_owned);
        let mut cell = || cells.next().unwrap();
        Article {
            outlet: cell(),
            published: cell(),
            month: cell(),
            headline: cell(),
            body: cell(),
        }
    };
    rows.iter().map(article).collect()
}

fn fold(text: &str) -> String {
    Folder::search().fold(text).into_owned()
}

#[tokio::test]
async fn sentences_by_outlet_counts_right() {
    let folder = folder("sentences-by-outlet");
    generate(&folder, Format::Parquet, 3);
    let mut outlets: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for article in articles(&folder).await {
        let counts = outlets.entry(article.outlet).or_default();
        counts.0 += 1;
        counts.1 += akshar::sentences(&article.body).count();
    }
    assert_eq!(outlets.len(), 8);
    let expected: Vec<_> = outlets
        .iter()
        .map(|(outlet, (articles, sentences))| {
            let each = sentences / articles;
            format!("{outlet}\t{articles}\t{sentences}\t{each}")
        })
        .collect();
    assert_eq!(rows(&folder, "sentences-by-outlet").await, expected);
}

#[tokio::test]
async fn keywords_by_month_counts_and_ranks_right() {
    let folder = folder("keywords-by-month");
    generate(&folder, Format::Parquet, 3);
    let mut months: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
    for article in articles(&folder).await {
        let uses = months.entry(article.month).or_default();
        for word in akshar::words(&article.body) {
            if !akshar::is_stopword(word.text) {
                *uses.entry(fold(&akshar::lemma(word.text))).or_default() += 1;
            }
        }
    }
    assert_eq!(months.len(), 24);
    let all: usize = months.values().flat_map(BTreeMap::values).sum();
    let mut expected = Vec::new();
    for (month, uses) in &months {
        let of_month: usize = uses.values().sum();
        let mut ranked: Vec<_> = uses
            .iter()
            .map(|(keyword, &uses)| {
                let in_month = |month: &BTreeMap<String, usize>| month.get(keyword).copied();
                let everywhere: usize = months.values().filter_map(in_month).sum();
                (keyword, uses, everywhere * of_month / all)
            })
            .collect();
        // What is equal stays in the order of the keywords.
        ranked.sort_by_key(|(_, uses, usual)| Reverse(*uses as i64 - *usual as i64));
        for (place, (keyword, uses, usual)) in (1..=3).zip(ranked) {
            let romanized = akshar::romanize(keyword);
            expected.push(format!(
                "{month}\t{place}\t{keyword}\t{romanized}\t{uses}\t{usual}"
            ));
        }
    }
    assert_eq!(rows(&folder, "keywords-by-month").await, expected);
}

#[tokio::test]
async fn duplicates_by_headline_counts_right() {
    let folder = folder("duplicates-by-headline");
    generate(&folder, Format::Parquet, 3);
    let articles = articles(&folder).await;
    let mut headlines: BTreeMap<String, Vec<&Article>> = BTreeMap::new();
    for article in &articles {
        headlines
            .entry(fold(&article.headline))
            .or_default()
            .push(article);
    }
    // The generator repeats one in eight.
    let repeats = articles.len() - headlines.len();
    assert!(
        repeats * 20 > articles.len(),
        "{repeats} of {}",
        articles.len()
    );

    let mut expected: Vec<_> = headlines
        .iter()
        .filter(|(_, copies)| copies.len() > 1)
        .map(|(folded, copies)| {
            let spellings: BTreeSet<_> = copies.iter().map(|copy| &copy.headline).collect();
            let first = copies.iter().map(|copy| &copy.published).min();
            (folded, copies.len(), spellings.len(), first.unwrap())
        })
        .collect();
    expected.sort_by_key(|(_, copies, spellings, _)| Reverse((*copies, *spellings)));
    let expected: Vec<_> = expected
        .into_iter()
        .take(20)
        .map(|(folded, copies, spellings, first)| {
            format!("{folded}\t{copies}\t{spellings}\t{first}")
        })
        .collect();
    assert_eq!(expected.len(), 20);
    assert!(expected.iter().any(|row| !row.contains("\t1\t")));
    assert_eq!(rows(&folder, "duplicates-by-headline").await, expected);
}

#[tokio::test]
async fn errors_name_the_file() {
    // A Parquet file that ends too soon, and one with damage in the middle.
    let short = folder("short");
    generate(&short, Format::Parquet, 1);
    let file = short.join("part-001.parquet");
    let bytes = fs::read(&file).unwrap();
    fs::write(&file, &bytes[..bytes.len() / 2]).unwrap();
    let session = engine::session(2).unwrap();
    let error = table::register(&session, &short).await;
    let error = error.unwrap_err().to_string();
    assert!(error.contains("part-001.parquet"), "{error}");

    let mut damaged = bytes;
    let middle = damaged.len() / 2;
    damaged[middle..middle + 1000].fill(0x55);
    fs::write(&file, &damaged).unwrap();
    let session = engine::session(2).unwrap();
    table::register(&session, &short).await.unwrap();
    let sql = "SELECT sum(length(headline) + length(body)) FROM articles";
    let error = engine::run(&session, sql, |_| ()).await.unwrap_err();
    let error = table::name_damaged_file(&short, error).to_string();
    assert!(error.contains("part-001.parquet"), "{error}");

    // A row of CSV with a cell too many.
    let csv = folder("wrong-csv");
    generate(&csv, Format::Csv, 1);
    let file = csv.join("part-002.csv");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text + "1,a,2024-01-01,b,c,d\n").unwrap();
    let session = engine::session(2).unwrap();
    let error = table::register(&session, &csv).await.unwrap_err();
    assert!(error.to_string().contains("part-002.csv"), "{error}");

    // The same behind the rows that tell the columns.
    let rows = |end: &str| {
        let rows = (0..2000).map(|row| format!("{row},क\n"));
        format!("id,body\n{}{end}", rows.collect::<String>())
    };
    let csv = folder("wrong-row");
    fs::create_dir(&csv).unwrap();
    fs::write(csv.join("a.csv"), rows("")).unwrap();
    for (name, end) in [("b.csv", "7,ख,ग\n"), ("c.csv", "no number,ख\n")] {
        fs::write(csv.join(name), rows(end)).unwrap();
        let session = engine::session(2).unwrap();
        table::register(&session, &csv).await.unwrap();
        let sql = "SELECT max(body), max(id) FROM articles";
        let error = engine::run(&session, sql, |_| ()).await.unwrap_err();
        let error = table::name_damaged_file(&csv, error).to_string();
        assert!(error.contains(name), "{error}");
        fs::remove_file(csv.join(name)).unwrap();
    }

    // Folders without articles.
    for folder in [folder("nothing"), Path::new("tests").to_owned()] {
        let error = table::register(&session, &folder).await;
        let error = error.unwrap_err().to_string();
        let name = folder.file_name().unwrap().to_str().unwrap();
        assert!(error.contains(name), "{error}");
        let error = Source::read(&folder).unwrap_err().to_string();
        assert!(error.contains(name), "{error}");
    }
    let error = engine::query("no-such.sql").unwrap_err().to_string();
    assert!(error.contains("no-such.sql"), "{error}");
}
