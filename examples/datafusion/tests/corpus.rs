//! The generated corpus, and the ready-made queries over it on one machine.

use akshar::Folder;
use akshar_datafusion::corpus::{self, Format, Size, Source};
use akshar_datafusion::engine;
use datafusion::arrow::array::{Array, AsArray};
use datafusion::arrow::datatypes::Int64Type;
use std::collections::HashMap;
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
    engine::register_articles(&session, folder).await.unwrap();
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
    engine::register_articles(&session, &parquet).await.unwrap();
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

/// Every ready-made query, counted again without SQL.
#[tokio::test]
async fn the_ready_made_queries_count_right() {
    let folder = folder("queries");
    generate(&folder, Format::Parquet, 3);
    let session = engine::session(2).unwrap();
    engine::register_articles(&session, &folder).await.unwrap();
    let sql = "SELECT CAST(outlet AS VARCHAR), CAST(date_trunc('month', published) AS VARCHAR), \
               CAST(headline AS VARCHAR), CAST(body AS VARCHAR) FROM articles";
    let mut articles: Vec<[String; 4]> = Vec::new();
    for batch in engine::run(&session, sql, |_| ()).await.unwrap().batches {
        let columns: Vec<_> = batch
            .columns()
            .iter()
            .map(|column| {
                datafusion::arrow::compute::cast(
                    column,
                    &datafusion::arrow::datatypes::DataType::Utf8,
                )
                .unwrap()
            })
            .collect();
        for row in 0..batch.num_rows() {
            articles.push(std::array::from_fn(|column| {
                columns[column].as_string::<i32>().value(row).to_owned()
            }));
        }
    }

    let mut outlets: HashMap<&str, (usize, usize)> = HashMap::new();
    let mut words: HashMap<&str, HashMap<String, usize>> = HashMap::new();
    let mut headlines: HashMap<String, usize> = HashMap::new();
    for [outlet, month, headline, body] in &articles {
        let of_outlet = outlets.entry(outlet).or_default();
        of_outlet.0 += 1;
        of_outlet.1 += akshar::sentences(body).count();
        let of_month = words.entry(month).or_default();
        for word in akshar::words(body).filter(|word| !akshar::is_stopword(word.text)) {
            let keyword = Folder::search()
                .fold(&akshar::lemma(word.text))
                .into_owned();
            *of_month.entry(keyword).or_default() += 1;
        }
        *headlines
            .entry(Folder::search().fold(headline).into_owned())
            .or_default() += 1;
    }

    let mut expected: Vec<_> = outlets
        .iter()
        .map(|(outlet, (articles, sentences))| {
            format!(
                "{outlet}\t{articles}\t{sentences}\t{}",
                sentences / articles
            )
        })
        .collect();
    expected.sort_unstable();
    assert_eq!(expected.len(), 8);
    assert_eq!(rows(&folder, "sentences-by-outlet").await, expected);

    let found = rows(&folder, "keywords-by-month").await;
    assert_eq!(found.len(), 5 * words.len());
    for row in found {
        let cells: Vec<_> = row.split('\t').collect();
        let (month, counts) = words
            .iter()
            .find(|(month, _)| month.starts_with(&cells[0][..10]))
            .unwrap();
        let uses: usize = cells[4].parse().unwrap();
        assert_eq!(counts[cells[2]], uses, "{} in {month}", cells[2]);
        let place: usize = cells[1].parse().unwrap();
        let more = counts.values().filter(|&&other| other > uses).count();
        assert!(more < place, "{row}");
    }

    let found = rows(&folder, "duplicates-by-headline").await;
    assert_eq!(found.len(), 20);
    for row in found {
        let cells: Vec<_> = row.split('\t').collect();
        assert_eq!(headlines[cells[0]], cells[1].parse().unwrap(), "{row}");
    }
    let repeated = headlines.values().filter(|&&copies| copies > 1).count() as i64;
    let sql = "SELECT count(*) FROM (SELECT hi_fold(headline) FROM articles GROUP BY 1 HAVING count(*) > 1)";
    let answer = engine::run(&session, sql, |_| ()).await.unwrap();
    assert_eq!(
        answer.batches[0]
            .column(0)
            .as_primitive::<Int64Type>()
            .value(0),
        repeated
    );
}
