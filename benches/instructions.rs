//! How many instructions the hot functions take for a byte of the articles, under Callgrind,
//! against those that were last recorded in `instructions.tsv`: unlike times, they do not depend
//! on what else the machine does.
//!
//! ```text
//! apt-get install valgrind
//! cargo install --locked --version =0.20.0 gungraun-runner
//! cargo bench --bench instructions
//! ```
//!
//! With the environment variable `AKSHAR_RECORD` it writes the file anew.

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// By how much a count may exceed the recorded one, since compilers and processors differ.
const TOLERANCE: f64 = 0.1;

const HEADER: &str = "\
# Instructions that each function takes for a byte of data/articles, on x86-64, as
# `AKSHAR_RECORD=1 cargo bench --bench instructions` counted them.
# function\tinstructions for a byte
";

/// Runs each function in a process of its own, of which Callgrind counts the one call.
mod counted {
    use std::hint::black_box;

    use akshar::{Analyzer, Folder, Scheme, transliterate};
    use gungraun::Callgrind;
    use gungraun::prelude::*;

    type Function = fn(&str) -> usize;

    fn after_the_tables_are_read(function: Function) -> (Function, String) {
        let text = super::text();
        function(&text);
        (function, text)
    }

    #[library_benchmark(setup = after_the_tables_are_read)]
    #[bench::fold(|text| Folder::search().fold(text).len())]
    #[bench::from_utf8(|text| str::from_utf8(text.as_bytes()).map_or(0, str::len))]
    #[bench::graphemes(|text| akshar::graphemes(text).count())]
    #[bench::iso15919(|text| transliterate(text, Scheme::Devanagari, Scheme::Iso15919).len())]
    #[bench::nfc(|text| akshar::nfc(text).len())]
    #[bench::romanize(|text| akshar::romanize(text).len())]
    #[bench::sentences(|text| akshar::sentences(text).count())]
    #[bench::stem(|text| text.split(' ').map(|word| akshar::stem(word).len()).sum())]
    #[bench::stopwords(|text| text.split(' ').filter(|word| akshar::is_stopword(word)).count())]
    #[bench::terms(|text| Analyzer::new().terms(text).map(|term| term.text.len()).sum())]
    #[bench::tokens(|text| akshar::tokens(text).count())]
    fn of((function, text): (Function, String)) -> usize {
        function(black_box(&text))
    }

    library_benchmark_group!(name = articles, benchmarks = of);
    gungraun::main!(
        config = LibraryBenchmarkConfig::default().tool(Callgrind::with_args(["--cache-sim=no"])),
        library_benchmark_groups = articles
    );

    pub fn run() {
        main();
    }
}

fn text() -> String {
    let articles = support::read_folder("data/articles");
    articles.unwrap_or_default().concat()
}

fn main() -> ExitCode {
    if std::env::args().any(|argument| argument == "--gungraun-run") {
        // This is a process that is counted.
        counted::run();
        return ExitCode::SUCCESS;
    }
    // The program stands in a folder of the build.
    let program = std::env::current_exe().expect("the program has a path");
    let build = program.ancestors().nth(3).unwrap_or(Path::new("target"));
    let folder = build.join("gungraun/akshar/instructions/counted/articles");
    // Functions that are no more may have left counts.
    let _ = fs::remove_dir_all(&folder);
    // Starts those processes, and ends the program where one fails.
    counted::run();
    let record = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/instructions.tsv");
    let counts = read_counts(&folder);
    if std::env::var_os("AKSHAR_RECORD").is_some() {
        let rows = counts
            .iter()
            .map(|(name, count)| format!("{name}\t{count:.2}\n"));
        let table: String = rows.collect();
        fs::write(record, HEADER.to_owned() + &table).expect("the record can be written");
        return ExitCode::SUCCESS;
    }
    let recorded = fs::read_to_string(record).unwrap_or_default();
    compare(&counts, &recorded)
}

/// The instructions for a byte, by function, from what Callgrind has written.
fn read_counts(folder: &Path) -> BTreeMap<String, f64> {
    let bytes = text().len() as f64;
    let functions = fs::read_dir(folder).expect("Callgrind has written");
    let paths = functions.map(|function| function.expect("the folder can be read").path());
    let count = |path: PathBuf| {
        let function = path.file_name()?.to_str()?;
        let (_, name) = function.split_once('.')?;
        let counted = path.join(format!("callgrind.{function}.out"));
        let counted = fs::read_to_string(counted).ok()?;
        let totals = counted
            .lines()
            .find_map(|line| line.strip_prefix("totals: "))?;
        let instructions: f64 = totals.split(' ').next()?.parse().ok()?;
        Some((name.to_owned(), instructions / bytes))
    };
    paths.filter_map(count).collect()
}

fn compare(counts: &BTreeMap<String, f64>, recorded: &str) -> ExitCode {
    let rows = recorded.lines().filter_map(|row| row.split_once('\t'));
    let recorded: BTreeMap<&str, f64> = rows
        .filter_map(|(name, count)| Some((name, count.parse().ok()?)))
        .collect();
    let is_known = counts.keys().eq(recorded.keys());
    let (mut is_more, mut is_less) = (false, false);
    println!(
        "\n{:12} {:>20} {:>10}",
        "function", "instructions a byte", "recorded"
    );
    for (name, count) in counts {
        let Some(before) = recorded.get(name.as_str()) else {
            println!("{name:12} {count:20.2} {:>10}", "none");
            continue;
        };
        let change = count / before - 1.0;
        is_more |= change > TOLERANCE;
        is_less |= change < -TOLERANCE;
        println!(
            "{name:12} {count:20.2} {before:10.2} {:+7.1} %",
            100.0 * change
        );
    }
    let how = "record them: AKSHAR_RECORD=1 cargo bench --bench instructions";
    if !cfg!(target_arch = "x86_64") {
        println!("the record is of x86-64: not compared");
    } else if is_more || !is_known {
        eprintln!("error: more instructions than recorded, or of other functions; if meant, {how}");
        return ExitCode::FAILURE;
    } else if is_less {
        println!("fewer instructions than recorded; {how}");
    }
    ExitCode::SUCCESS
}
