//! What the benches share: the texts they run on, and how functions are timed side by side.
#![allow(dead_code, reason = "no bench uses everything")]

use std::fs;
use std::hint::black_box;
use std::iter;
use std::path::Path;

use criterion::{Criterion, Throughput};

/// Texts to run on, one by one.
pub struct Corpus {
    pub name: String,
    pub texts: Vec<String>,
}

/// A function to time. What it returns is a count or a length, so that nothing is optimized
/// away.
pub type Candidate = (&'static str, fn(&str) -> usize);

/// Makes another text of a corpus.
pub type Rewrite = fn(&str) -> String;

/// What each group is measured against: checking that the same bytes are UTF-8.
pub const BASELINE: Candidate = ("from_utf8", |text| {
    str::from_utf8(text.as_bytes()).map_or(0, str::len)
});

/// How many bytes a corpus has at least. Less would stay in the caches and the branch predictor,
/// which helps the baseline more than anything else.
const LENGTH: usize = 4_000_000;

/// The articles that come with the crate, and real news text where it is present, each as often
/// as it takes to make them long.
pub fn corpora() -> Vec<Corpus> {
    let folders = [("articles", "data/articles"), ("news", "../shared/news")];
    let mut corpora = Vec::new();
    for (name, folder) in folders {
        match read_folder(folder) {
            Some(texts) => {
                let length: usize = texts.iter().map(String::len).sum();
                let copies = iter::repeat_n(texts, LENGTH.div_ceil(length));
                corpora.push(Corpus {
                    name: name.to_owned(),
                    texts: copies.flatten().collect(),
                });
            }
            None => eprintln!("{folder} is not present: nothing is measured on it"),
        }
    }
    corpora
}

/// The corpora, each with its texts rewritten.
pub fn corpora_rewritten(rewrite: Rewrite) -> Vec<Corpus> {
    let mut corpora = corpora();
    for text in corpora.iter_mut().flat_map(|corpus| &mut corpus.texts) {
        *text = rewrite(text);
    }
    corpora
}

/// The text files of a folder of the repository by name.
pub fn read_folder(folder: &str) -> Option<Vec<String>> {
    let entries = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).ok()?;
    let mut paths: Vec<_> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    paths
        .iter()
        .map(|path| fs::read_to_string(path).ok())
        .collect()
}

/// Times each function, and the baseline, over each corpus, in bytes of text a second.
pub fn compare(
    criterion: &mut Criterion,
    group: &str,
    corpora: &[Corpus],
    candidates: &[Candidate],
) {
    for Corpus { name, texts } in corpora {
        let mut group = criterion.benchmark_group(format!("{group}/{name}"));
        let length: usize = texts.iter().map(String::len).sum();
        group.throughput(Throughput::Bytes(length as u64));
        group.sample_size(20);
        for (name, function) in [BASELINE].iter().chain(candidates) {
            let all = || -> usize { texts.iter().map(|text| function(black_box(text))).sum() };
            group.bench_function(*name, |bencher| bencher.iter(all));
        }
        group.finish();
    }
}
