//! The tables of data/ have the form that data/README.md promises.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use akshar::is_nfc;

/// Written by examples/train.rs, with letters in the order of the code chart, and the nukta
/// letters as single code points, which are not NFC.
const GENERATED: &str = "romanize-outputs.tsv";

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data")
}

/// The names of what data/ holds, but for its README.md.
fn names() -> BTreeSet<String> {
    let entries = fs::read_dir(data()).unwrap();
    let mut names: BTreeSet<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert!(names.remove("README.md"));
    names
}

#[test]
fn every_table_has_a_header_and_its_rows_are_nfc_sorted_and_distinct() {
    let tables = names()
        .into_iter()
        .filter(|name| Path::new(name).extension().is_some_and(|end| end == "tsv"));
    let mut count = 0;
    for name in tables {
        count += 1;
        let table = fs::read_to_string(data().join(&name)).unwrap();
        assert!(table.ends_with('\n'), "{name}: the last line has no end");
        let (header, rows): (Vec<_>, Vec<_>) =
            table.lines().partition(|line| line.starts_with('#'));
        assert!(!header.is_empty(), "{name}: no header");
        let first_rows = table.lines().skip(header.len());
        assert!(
            first_rows.eq(rows.iter().copied()),
            "{name}: a comment after the first row"
        );

        let columns = |row: &str| row.split('\t').count();
        for row in &rows {
            assert_eq!(columns(row), columns(rows[0]), "{name}: columns of {row:?}");
            let is_filled = |cell: &str| !cell.is_empty() && cell.trim() == cell;
            assert!(row.split('\t').all(is_filled), "{name}: cells of {row:?}");
        }
        let distinct: BTreeSet<_> = rows.iter().collect();
        assert_eq!(distinct.len(), rows.len(), "{name}: a row twice");
        if name != GENERATED {
            for line in table.lines() {
                assert!(is_nfc(line), "{name}: not NFC: {line:?}");
            }
            for pair in rows.windows(2) {
                assert!(pair[0] < pair[1], "{name}: not in order: {pair:?}");
            }
        }
    }
    assert!(count > 0);
}

#[test]
fn the_readme_has_a_row_for_each_file() {
    let readme = fs::read_to_string(data().join("README.md")).unwrap();
    let listed: BTreeSet<String> = readme
        .lines()
        .filter_map(|line| {
            let (name, _) = line.strip_prefix("| `")?.split_once('`')?;
            Some(name.trim_end_matches('/').to_owned())
        })
        .collect();
    assert_eq!(listed, names());
}
