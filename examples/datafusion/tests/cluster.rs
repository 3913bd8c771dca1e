//! The cluster: the ready-made queries give the same rows there, and a lost executor never gives
//! other rows.

use akshar_datafusion::cluster::Cluster;
use akshar_datafusion::corpus::{self, Format, Size, Source};
use akshar_datafusion::engine::{self, Answer};
use akshar_datafusion::table;
use datafusion::common::Result;
use datafusion::prelude::SessionContext;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tokio::sync::Mutex;

/// One cluster at a time: each of its executors has a core.
static ALONE: Mutex<()> = Mutex::const_new(());

fn corpus(name: &str, megabytes: u64) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    let articles = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/articles");
    let source = Source::read(&articles).unwrap();
    let size = Size {
        bytes: megabytes * 1_000_000,
        files: 4,
        format: Format::Parquet,
        seed: 5,
    };
    corpus::generate(&source, &size, &folder, |_| ()).unwrap();
    folder
}

async fn cluster(folder: &Path) -> (Cluster, SessionContext) {
    let program = Path::new(env!("CARGO_BIN_EXE_akshar-datafusion"));
    let cluster = Cluster::start(program, 2, 1).await.unwrap();
    let session = cluster.session(8).await.unwrap();
    table::register(&session, folder).await.unwrap();
    (cluster, session)
}

/// Runs a query, and gives up on one that hangs.
async fn run(session: &SessionContext, sql: &str) -> Result<Answer> {
    let limit = Duration::from_secs(300);
    let answer = tokio::time::timeout(limit, engine::run(session, sql, |_| ())).await;
    answer.expect("the query ends")
}

async fn on_one_machine(folder: &Path, sql: &str) -> Vec<String> {
    let session = engine::session(2).unwrap();
    table::register(&session, folder).await.unwrap();
    engine::rows(&run(&session, sql).await.unwrap().batches).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_ready_made_query_gives_the_same_rows() {
    let _alone = ALONE.lock().await;
    let folder = corpus("same-rows", 4);
    let (_cluster, session) = cluster(&folder).await;
    for (name, sql) in engine::QUERIES {
        let answer = run(&session, sql).await.unwrap();
        let rows = engine::rows(&answer.batches).unwrap();
        assert!(!rows.is_empty(), "{name}");
        assert_eq!(rows, on_one_machine(&folder, sql).await, "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_function_runs_on_the_executors() {
    let _alone = ALONE.lock().await;
    let folder = corpus("every-function", 1);
    let sql = "SELECT id, hi_nfc(headline), hi_fold(headline), hi_romanize(headline), \
               hi_lemma(hi_words(headline)[1]), hi_stem(hi_words(headline)[2]), \
               hi_transliterate(headline, 'iso15919'), hi_sentences(body), \
               hi_tokens(headline), hi_words(headline), hi_is_stopword(hi_words(headline)[3]) \
               FROM articles ORDER BY id";
    let (_cluster, session) = cluster(&folder).await;
    let answer = run(&session, sql).await.unwrap();
    let rows = engine::rows(&answer.batches).unwrap();
    assert!(rows == on_one_machine(&folder, sql).await);
}

/// Killed early, in the middle and late in the query, as long as it takes when nothing is lost.
#[tokio::test(flavor = "multi_thread")]
async fn a_lost_executor_gives_an_error_and_never_other_rows() {
    let _alone = ALONE.lock().await;
    let folder = corpus("lost-executor", 40);
    let sql = engine::query("keywords-by-month").unwrap();
    let expected = on_one_machine(&folder, &sql).await;
    let undisturbed = {
        let (mut cluster, session) = cluster(&folder).await;
        let answer = cluster.run(None, run(&session, &sql)).await.unwrap();
        assert_eq!(engine::rows(&answer.batches).unwrap(), expected);
        answer.time
    };
    let mut losses = 0;
    for part in [0.05, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9] {
        let (mut cluster, session) = cluster(&folder).await;
        let after = Some(undisturbed.mul_f64(part));
        match cluster.run(after, run(&session, &sql)).await {
            // It was over before.
            Ok(answer) => assert_eq!(engine::rows(&answer.batches).unwrap(), expected),
            Err(error) => {
                losses += 1;
                let error = error.to_string();
                assert!(error.contains("executor 2 of 2 was lost"), "{error}");
            }
        }
    }
    assert!(losses > 0, "every query was over before an executor was");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_loss_of_the_only_executor_is_an_error() {
    let _alone = ALONE.lock().await;
    let folder = corpus("lost-executors", 40);
    let sql = engine::query("keywords-by-month").unwrap();
    let program = Path::new(env!("CARGO_BIN_EXE_akshar-datafusion"));
    let mut cluster = Cluster::start(program, 1, 1).await.unwrap();
    let session = cluster.session(8).await.unwrap();
    table::register(&session, &folder).await.unwrap();
    let after = Some(Duration::from_millis(100));
    let error = cluster.run(after, run(&session, &sql)).await.unwrap_err();
    let error = error.to_string();
    assert!(error.contains("executor 1 of 1 was lost"), "{error}");
}

#[tokio::test(flavor = "multi_thread")]
async fn planning_errors_reach_the_one_who_asks() {
    let _alone = ALONE.lock().await;
    let folder = corpus("planning-errors", 1);
    let (_cluster, session) = cluster(&folder).await;
    for (sql, function) in [
        ("SELECT hi_fold(id) FROM articles", "hi_fold"),
        (
            "SELECT hi_transliterate(headline, 'hindi') FROM articles",
            "hi_transliterate",
        ),
    ] {
        let error = run(&session, sql).await.unwrap_err().to_string();
        assert!(error.contains(function), "{error}");
    }
}
