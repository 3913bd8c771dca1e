//! Prints what the other benches last measured as one table: for each function its speed, and
//! how many times that of `str::from_utf8` on the same text it is.
//!
//! ```text
//! cargo bench -- --quick
//! cargo bench --bench ratios
//! ```
#![allow(
    dead_code,
    reason = "the baseline alone is needed of what the benches share"
)]

mod support;

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufReader};
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde::de::DeserializeOwned;

/// What Criterion writes about a benchmark, as far as it is needed.
#[derive(Deserialize)]
struct Benchmark {
    group_id: String,
    function_id: String,
    throughput: Throughput,
}

#[derive(Deserialize)]
struct Throughput {
    #[serde(rename = "Bytes")]
    bytes: u64,
}

#[derive(Deserialize)]
struct Estimates {
    median: Estimate,
}

#[derive(Deserialize)]
struct Estimate {
    #[serde(rename = "point_estimate")]
    nanoseconds: f64,
}

fn main() -> io::Result<()> {
    // The program stands in a folder of the build.
    let program = std::env::current_exe()?;
    let build = program.ancestors().nth(3).unwrap_or(Path::new("target"));
    let measured = folders(&build.join("criterion")).map_err(|error| {
        let hint = "nothing is measured yet: run `cargo bench -- --quick` first";
        io::Error::new(error.kind(), hint)
    })?;
    let mut groups = BTreeMap::<String, BTreeMap<String, f64>>::new();
    for group in measured {
        for function in folders(&group)? {
            let results = function.join("new");
            if !results.exists() {
                continue;
            }
            let benchmark: Benchmark = read(&results.join("benchmark.json"))?;
            let estimates: Estimates = read(&results.join("estimates.json"))?;
            let bytes = benchmark.throughput.bytes as f64;
            groups
                .entry(benchmark.group_id)
                .or_default()
                .insert(benchmark.function_id, bytes / estimates.median.nanoseconds);
        }
    }
    println!("{:38} {:24} {:>8}  × from_utf8", "text", "function", "MB/s");
    for (group, functions) in &groups {
        let baseline = functions.get(support::BASELINE.0);
        for (function, bytes_per_nanosecond) in functions {
            let ratio = bytes_per_nanosecond / baseline.unwrap_or(&f64::NAN);
            let speed = 1000.0 * bytes_per_nanosecond;
            println!("{group:38} {function:24} {speed:8.1} {ratio:12.3}");
        }
    }
    Ok(())
}

fn folders(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            paths.push(path);
        }
    }
    Ok(paths)
}

fn read<T: DeserializeOwned>(path: &Path) -> io::Result<T> {
    Ok(serde_json::from_reader(BufReader::new(File::open(path)?))?)
}
