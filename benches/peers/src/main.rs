//! Times akshar and its peers side by side, in one process and on the same Hindi text.
//!
//! Every sample of a system stands beside a `str::from_utf8` over the same bytes, taken just
//! before it, and the systems take turns, so that what else the machine does weighs on all of
//! them alike. The figures are medians over the rounds. A system is marked as wrong where its
//! output on a short text is not what it should be: see `tasks.rs` for what each must give.

#[path = "../../../examples/support/chart.rs"]
mod chart;
#[path = "../../../examples/support/markup.rs"]
mod markup;
mod tasks;
mod text;

use std::hint::black_box;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use chart::{Bar, Chart, Group, Look};
use clap::Parser;
use serde::Serialize;
use tasks::{System, Task};

/// Times akshar and its peers side by side on the same Hindi text.
#[derive(Parser)]
struct Options {
    /// How many samples of each system are taken
    #[arg(long, default_value_t = 11)]
    rounds: usize,
    /// How many million bytes of text they run on
    #[arg(long, default_value_t = 8)]
    megabytes: usize,
    /// Only this task; may be given several times
    #[arg(long, value_name = "NAME", value_parser = tasks::NAMES)]
    task: Vec<String>,
    /// Only akshar, without its peers
    #[arg(long)]
    alone: bool,
    /// A folder of news text to run on, beside the articles that come with the crate
    #[arg(long, value_name = "FOLDER", default_value = text::NEWS)]
    news: PathBuf,
    /// Print JSON instead of a table
    #[arg(long)]
    json: bool,
    /// Write a bar chart of the table to this file too
    #[arg(long, value_name = "FILE")]
    svg: Option<PathBuf>,
}

/// A line of the table; its fields have their names in the JSON.
#[derive(Serialize)]
struct Row {
    task: &'static str,
    system: &'static str,
    mb_per_s: f64,
    vs_from_utf8: f64,
    correct: bool,
}

fn main() {
    let options = Options::parse();
    let text = text::of_length(options.megabytes * 1_000_000, &options.news);
    let is_wanted =
        |name: &str| options.task.is_empty() || options.task.iter().any(|task| task == name);

    let mut rows = Vec::new();
    for name in tasks::NAMES.into_iter().filter(|name| is_wanted(name)) {
        let mut task = tasks::task(name, &text);
        task.systems
            .retain(|system| !options.alone || system.name == tasks::OURSELVES);
        rows.extend(time(&task, options.rounds));
    }
    if let Some(file) = &options.svg {
        std::fs::write(file, chart(&rows).to_string()).expect("the chart can be written");
    }
    if options.json {
        let rows = serde_json::to_string(&rows).expect("rows are JSON");
        println!("{{\"rows\":{rows}}}");
    } else {
        print_table(&rows);
    }
}

fn time(task: &Task, rounds: usize) -> Vec<Row> {
    let mut samples = vec![Vec::with_capacity(rounds); task.systems.len()];
    for _ in 0..rounds {
        for (system, samples) in task.systems.iter().zip(&mut samples) {
            let baseline = duration_of(|| str::from_utf8(black_box(task.text.as_bytes())).is_ok());
            let own = duration_of(|| (system.run)(black_box(&task.text)));
            samples.push((own, baseline.as_secs_f64() / own.as_secs_f64()));
        }
    }
    let row = |(system, samples): (&System, Vec<(Duration, f64)>)| {
        let (durations, ratios): (Vec<_>, Vec<_>) = samples
            .into_iter()
            .map(|(duration, ratio)| (duration.as_secs_f64(), ratio))
            .unzip();
        Row {
            task: task.name,
            system: system.name,
            mb_per_s: task.text.len() as f64 / 1e6 / median(durations),
            vs_from_utf8: median(ratios),
            correct: system.correct,
        }
    };
    task.systems.iter().zip(samples).map(row).collect()
}

fn duration_of<T>(run: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    black_box(run());
    start.elapsed()
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

fn print_table(rows: &[Row]) {
    println!("| task | system | MB/s | × from_utf8 | |");
    println!("| --- | --- | ---: | ---: | --- |");
    for row in rows {
        println!(
            "| {} | {} | {:.1} | {:.3} | {} |",
            row.task,
            row.system,
            row.mb_per_s,
            row.vs_from_utf8,
            if row.correct { "" } else { "wrong" },
        );
    }
}

/// The table as a bar chart, a group for each task.
fn chart(rows: &[Row]) -> Chart {
    let groups = rows.chunk_by(|row, next| row.task == next.task);
    let groups = groups.map(|rows| Group {
        title: rows[0].task.to_owned(),
        bars: rows.iter().map(bar).collect(),
    });
    Chart {
        title: "Speed, as a multiple of str::from_utf8",
        note: "On a logarithmic scale: longer is faster. A dashed outline: its answers are wrong.",
        powers: [-4, 1],
        groups: groups.collect(),
    }
}

fn bar(row: &Row) -> Bar {
    let look = match (row.system, row.correct) {
        (_, false) => Look::Wrong,
        (tasks::OURSELVES, true) => Look::Ours,
        (_, true) => Look::Other,
    };
    let wrong = if row.correct { "" } else { ", wrong" };
    let decimals = if row.vs_from_utf8 < 0.01 { 4 } else { 3 };
    Bar {
        label: row.system.to_owned(),
        value: row.vs_from_utf8,
        shown: format!("{:.*}{wrong}", decimals, row.vs_from_utf8),
        goal: None,
        look,
    }
}
