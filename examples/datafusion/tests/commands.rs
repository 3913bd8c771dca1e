//! The commands, as a shell runs them.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

fn run(arguments: &[&str]) -> Output {
    let program = env!("CARGO_BIN_EXE_akshar-datafusion");
    Command::new(program).args(arguments).output().unwrap()
}

/// What a command that ends well prints.
fn printed(arguments: &[&str]) -> String {
    let output = run(arguments);
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{arguments:?}: {errors}");
    assert_eq!(errors, "", "{arguments:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// What a command that fails says, and its exit code.
fn said(arguments: &[&str]) -> (String, Option<i32>) {
    let output = run(arguments);
    assert_eq!(output.stdout, b"", "{arguments:?}");
    (
        String::from_utf8(output.stderr).unwrap(),
        output.status.code(),
    )
}

fn generated(name: &str, format: &str) -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    let folder = folder.to_str().unwrap().to_owned();
    let printed = printed(&["generate", &folder, "--megabytes", "1", "--format", format]);
    assert!(printed.contains(" articles, 1.0 MB of text"), "{printed}");
    folder
}

#[test]
fn sql_and_cluster_print_the_same_table() {
    for format in ["parquet", "csv"] {
        let folder = generated(&format!("commands-{format}"), format);
        let sql = "SELECT outlet, min(hi_romanize(headline)) AS first FROM articles \
                   GROUP BY outlet ORDER BY outlet";
        let table = |printed: &str| -> Vec<String> {
            let rows = printed
                .lines()
                .take_while(|line| line.starts_with(['|', '+']));
            rows.map(str::to_owned).collect()
        };
        let one_machine = printed(&["sql", &folder, sql]);
        assert_eq!(table(&one_machine).len(), 4 + 8, "{one_machine}");
        let cluster = printed(&["cluster", &folder, sql]);
        assert_eq!(table(&cluster), table(&one_machine));
        let end = "8 rows, the same on both and in the same order\n";
        assert!(cluster.ends_with(end), "{cluster}");
    }
}

#[test]
fn errors_name_what_is_wrong() {
    let folder = generated("commands-errors", "parquet");
    for (arguments, name, code) in [
        (
            vec!["sql", &folder, "SELECT hi_fold(id) FROM articles"],
            "hi_fold",
            1,
        ),
        (vec!["sql", &folder, "no-such.sql"], "no-such.sql", 1),
        (
            vec!["sql", "no-such-folder", "SELECT 1"],
            "no-such-folder",
            1,
        ),
        (
            vec!["generate", &folder],
            "part-000.parquet: is there already",
            1,
        ),
        (
            vec!["sql", &folder, "SELECT 1", "--partitions", "0"],
            "--partitions",
            2,
        ),
        (vec!["generate", &folder, "--files", "0"], "--files", 2),
        (
            vec!["cluster", &folder, "SELECT 1", "--kill-after", "soon"],
            "--kill-after",
            2,
        ),
    ] {
        let (message, found) = said(&arguments);
        assert!(message.starts_with("error: "), "{message}");
        assert!(message.contains(name), "{message}");
        assert_eq!(found, Some(code), "{message}");
    }
}

#[test]
fn a_reader_that_has_enough_is_no_error() {
    let folder = generated("commands-pipe", "parquet");
    let mut child = Command::new(env!("CARGO_BIN_EXE_akshar-datafusion"))
        .args(["sql", &folder, "SELECT body FROM articles"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    assert!(output.status.success());
}
