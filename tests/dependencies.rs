//! What the library brings into a program: few crates, each with a reason in the README.

use std::collections::BTreeSet;
use std::process::Command;

const README: &str = include_str!("../README.md");

/// The crates below the library, with these further arguments of `cargo tree`.
fn crates_below(arguments: &[&str]) -> BTreeSet<String> {
    let output = Command::new(env!("CARGO"))
        .args([
            "tree", "--edges", "normal", "--prefix", "none", "--format", "{lib}",
        ])
        .args([
            "--manifest-path",
            concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"),
        ])
        .args(arguments)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let tree = String::from_utf8(output.stdout).unwrap();
    let mut crates: BTreeSet<String> = tree
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .map(str::to_owned)
        .collect();
    assert!(crates.remove("akshar"));
    crates
}

/// The crates that the README names under "Dependencies", as they are written in code.
fn crates_in_readme() -> BTreeSet<String> {
    let (_, section) = README.split_once("## Dependencies").unwrap();
    let (section, _) = section.split_once("\n## ").unwrap();
    let rows = section.lines().filter_map(|line| line.strip_prefix("| `"));
    let names = rows.flat_map(|row| row.split(" | ").next().unwrap().split(", "));
    names
        .map(|name| name.trim_matches('`').replace('-', "_"))
        .collect()
}

#[test]
fn at_most_twelve_crates_come_with_the_library() {
    let crates = crates_below(&[]);
    assert!(crates.len() <= 12, "{crates:?}");
}

#[test]
fn the_readme_gives_a_reason_for_every_crate() {
    assert_eq!(crates_in_readme(), crates_below(&["--all-features"]));
}
