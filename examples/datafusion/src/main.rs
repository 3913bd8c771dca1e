//! SQL over Hindi articles, on one machine and on a cluster: see the README beside this crate.
#![forbid(unsafe_code)]

use akshar_datafusion::cluster::{self, Cluster, ExecutorOptions, SchedulerOptions};
use akshar_datafusion::corpus::{self, Format, Size, Source};
use akshar_datafusion::engine::{self, Answer};
use akshar_datafusion::table;
use clap::{Parser, Subcommand};
use datafusion::arrow::util::pretty::pretty_format_batches;
use datafusion::common::{DataFusionError, Result, exec_err};
use datafusion::prelude::SessionContext;
use indicatif::ProgressBar;
use std::io::{ErrorKind, Write, stdout};
use std::num::NonZero;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

#[derive(Parser)]
#[command(about = "SQL over Hindi articles, with the functions of akshar")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Write a corpus of articles, the same for the same seed
    Generate {
        /// An empty folder, or one to be made
        folder: PathBuf,
        /// How much text: headlines and bodies as UTF-8, in megabytes of 1,000,000 bytes
        #[arg(long, default_value_t = 100, value_parser = clap::value_parser!(u64).range(1..=1_000_000_000))]
        megabytes: u64,
        #[arg(long, default_value_t = 8, value_parser = clap::value_parser!(u64).range(1..=10_000))]
        files: u64,
        #[arg(long, value_enum, default_value = "parquet")]
        format: Format,
        #[arg(long, default_value_t = 1)]
        seed: u64,
        /// A folder of articles whose paragraphs are used
        #[arg(long, default_value = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/articles"))]
        articles: PathBuf,
    },
    /// Run a query over a folder of Parquet or CSV files, the table `articles`
    Sql {
        #[command(flatten)]
        query: Query,
    },
    /// Run a query on a scheduler and executors on loopback, and compare it with one machine
    Cluster {
        #[command(flatten)]
        query: Query,
        #[arg(long, default_value = "2")]
        executors: NonZero<usize>,
        /// How many tasks an executor runs at a time
        #[arg(long, default_value = "1")]
        cores: NonZero<usize>,
        /// Kill an executor so many seconds after the query began
        #[arg(long, value_parser = seconds)]
        kill_after: Option<Duration>,
        /// Give the query up after so many seconds
        #[arg(long, default_value_t = 1800)]
        limit: u64,
    },
    #[command(hide = true)]
    Scheduler(SchedulerOptions),
    #[command(hide = true)]
    Executor(ExecutorOptions),
}

#[derive(clap::Args)]
struct Query {
    /// The folder of articles
    folder: PathBuf,
    /// SQL, a file that ends in .sql, or keywords-by-month, sentences-by-outlet,
    /// duplicates-by-headline
    sql: String,
    /// Into how many parts tables are cut: on one machine how many threads work at a time, on a
    /// cluster how many tasks there are
    #[arg(long)]
    partitions: Option<NonZero<usize>>,
}

/// A time as the command line has it.
fn seconds(argument: &str) -> Result<Duration, String> {
    let seconds: f64 = argument.parse().map_err(|error| format!("{error}"))?;
    Duration::try_from_secs_f64(seconds).map_err(|error| error.to_string())
}

#[tokio::main]
async fn main() -> ExitCode {
    // Errors come back to whoever asked, and need no line in the log as well.
    env_logger::init_from_env(env_logger::Env::default().default_filter_or("off"));
    match run(Arguments::parse().command).await {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever read the output has enough of it.
        Err(DataFusionError::IoError(error)) if error.kind() == ErrorKind::BrokenPipe => {
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {}", error.strip_backtrace());
            ExitCode::FAILURE
        }
    }
}

async fn run(command: Command) -> Result<()> {
    match command {
        Command::Generate {
            folder,
            megabytes,
            files,
            format,
            seed,
            articles,
        } => {
            let start = Instant::now();
            let source = Source::read(&articles)?;
            let size = Size {
                bytes: megabytes * 1_000_000,
                files,
                format,
                seed,
            };
            let progress = ProgressBar::new(megabytes);
            let written = corpus::generate(&source, &size, &folder, |written| {
                progress.set_position(written.text_bytes / 1_000_000);
            })?;
            progress.finish_and_clear();
            writeln!(
                stdout(),
                "{} articles, {:.1} MB of text, {:.1} MB of files in {:.1} s",
                written.articles,
                megabytes_of(written.text_bytes),
                megabytes_of(written.file_bytes),
                start.elapsed().as_secs_f64()
            )?;
            Ok(())
        }
        Command::Sql { query } => {
            let sql = engine::query(&query.sql)?;
            let answer = on_one_machine(&query, &sql).await?;
            writeln!(stdout(), "{}", pretty_format_batches(&answer.batches)?)?;
            report("one machine", &answer, text_bytes(&query).await?)
        }
        Command::Cluster {
            query,
            executors,
            cores,
            kill_after,
            limit,
        } => {
            let sql = engine::query(&query.sql)?;
            let answer = on_a_cluster(
                &query,
                &sql,
                (executors.get(), cores.get()),
                kill_after,
                Duration::from_secs(limit),
            )
            .await?;
            let expected = on_one_machine(&query, &sql).await?;
            writeln!(stdout(), "{}", pretty_format_batches(&answer.batches)?)?;
            let text_bytes = text_bytes(&query).await?;
            let cluster = format!("{executors} executors of {cores} cores");
            report(&cluster, &answer, text_bytes)?;
            report("one machine", &expected, text_bytes)?;
            compare(&answer, &expected)
        }
        Command::Scheduler(options) => cluster::scheduler(options).await,
        Command::Executor(options) => cluster::executor(options).await,
    }
}

async fn on_one_machine(query: &Query, sql: &str) -> Result<Answer> {
    let session = local_session(query).await?;
    let progress = ProgressBar::new_spinner();
    let answer = engine::run(&session, sql, |rows| {
        let seconds = progress.elapsed().as_secs();
        progress.set_message(format!("one machine: {seconds} s, {rows} rows read"));
        progress.tick();
    })
    .await;
    progress.finish_and_clear();
    answer.map_err(|error| table::name_damaged_file(&query.folder, error))
}

async fn on_a_cluster(
    query: &Query,
    sql: &str,
    (executors, cores): (usize, usize),
    kill_after: Option<Duration>,
    limit: Duration,
) -> Result<Answer> {
    let program = std::env::current_exe()?;
    let mut cluster = Cluster::start(&program, executors, cores).await?;
    // More than one for each core, so that none waits long for the last.
    let partitions = query.partitions.map_or(4 * executors * cores, NonZero::get);
    let session = cluster.session(partitions).await?;
    table::register(&session, &query.folder).await?;
    let progress = ProgressBar::new_spinner();
    let running = engine::run(&session, sql, |_| {
        progress.set_message(format!("cluster: {} s", progress.elapsed().as_secs()));
        progress.tick();
    });
    let running = cluster.run(kill_after, running);
    let answer = tokio::time::timeout(limit, running).await;
    progress.finish_and_clear();
    match answer {
        Ok(answer) => answer.map_err(|error| table::name_damaged_file(&query.folder, error)),
        Err(_) => exec_err!("the query did not end within {} s", limit.as_secs()),
    }
}

/// What one machine gives is right, so that other rows are an error.
fn compare(answer: &Answer, expected: &Answer) -> Result<()> {
    let (mut rows, mut expected) = (
        engine::rows(&answer.batches)?,
        engine::rows(&expected.batches)?,
    );
    let count = rows.len();
    if rows == expected {
        let order = "the same on both and in the same order";
        return Ok(writeln!(stdout(), "{count} rows, {order}")?);
    }
    rows.sort_unstable();
    expected.sort_unstable();
    if rows == expected {
        return Ok(writeln!(
            stdout(),
            "{count} rows, the same on both, in another order"
        )?);
    }
    let only = |rows: &[String], others: &[String]| {
        let others = |row: &&String| others.binary_search(row).is_err();
        rows.iter().filter(others).count()
    };
    exec_err!(
        "the rows differ: {} of the cluster's {count} and {} of one machine's {} are not the other's",
        only(&rows, &expected),
        only(&expected, &rows),
        expected.len()
    )
}

async fn local_session(query: &Query) -> Result<SessionContext> {
    let partitions = query.partitions.map_or_else(
        || std::thread::available_parallelism().map_or(1, NonZero::get),
        NonZero::get,
    );
    let session = engine::session(partitions)?;
    table::register(&session, &query.folder).await?;
    Ok(session)
}

/// How much text the table holds, where it has the columns of a generated one.
async fn text_bytes(query: &Query) -> Result<Option<u64>> {
    engine::text_bytes(&local_session(query).await?).await
}

fn report(what: &str, answer: &Answer, text_bytes: Option<u64>) -> Result<()> {
    let seconds = answer.time.as_secs_f64();
    write!(stdout(), "{what}: {seconds:.2} s")?;
    if let Some(megabytes) = text_bytes.map(megabytes_of) {
        let speed = megabytes / seconds;
        write!(stdout(), ", {megabytes:.1} MB of text, {speed:.1} MB/s")?;
    }
    Ok(writeln!(stdout())?)
}

fn megabytes_of(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}
