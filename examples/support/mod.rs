//! What the example programs share: one line for each error, and exit code 2.
#![allow(dead_code, reason = "no program uses everything")]

pub mod chart;
pub mod lines;
pub mod markup;

use std::fmt::Display;
use std::io::{self, BufRead, ErrorKind, Read, Write};
use std::iter;
use std::process::ExitCode;

use clap::Parser;

/// Why a program stops.
pub enum Failure {
    /// The input is bad: one line for standard error, exit code 2.
    BadInput(String),
    /// The input was bad in places, each of which [`warn`] has told: exit code 2.
    BadPlaces,
    /// Nobody reads the output any more, which is no error.
    ClosedPipe,
}

impl Failure {
    pub fn bad_input(message: impl Display) -> Self {
        Failure::BadInput(message.to_string())
    }
}

/// Standard output cannot be written.
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            ErrorKind::BrokenPipe => Failure::ClosedPipe,
            _ => Failure::bad_input(format_args!("standard output: {error}")),
        }
    }
}

/// Standard input cannot be read.
pub fn bad_standard_input(error: impl Display) -> Failure {
    Failure::bad_input(format_args!("standard input: {error}"))
}

/// Reads the arguments, runs the program, and tells how it went.
pub fn main<A: Parser>(program: impl FnOnce(A) -> Result<(), Failure>) -> ExitCode {
    let arguments = match A::try_parse() {
        Ok(arguments) => arguments,
        Err(error) if !error.use_stderr() => {
            let _ = error.print();
            return ExitCode::SUCCESS;
        }
        Err(error) => {
            // What it has to say without its usage lines; it begins with `error: ` itself.
            let message = error.to_string();
            let said = message.split("\n\n").next().unwrap_or_default();
            warn(said.trim_start_matches("error: "));
            return ExitCode::from(2);
        }
    };
    match program(arguments) {
        Ok(()) | Err(Failure::ClosedPipe) => ExitCode::SUCCESS,
        Err(Failure::BadPlaces) => ExitCode::from(2),
        Err(Failure::BadInput(message)) => {
            warn(&message);
            ExitCode::from(2)
        }
    }
}

/// Tells of bad input in one line on standard error.
pub fn warn(message: &str) {
    let message: Vec<&str> = message.split_whitespace().collect();
    // Where standard error is closed, the exit code has to do.
    let _ = writeln!(io::stderr(), "error: {}", message.join(" "));
}

/// The lines of standard input, one by one as they come, with their line breaks.
pub fn input_lines() -> impl Iterator<Item = Result<String, Failure>> {
    let mut input = io::stdin().lock();
    let mut passed = 0;
    iter::from_fn(move || {
        let mut line = Vec::new();
        match input.read_until(b'\n', &mut line) {
            Ok(0) => return None,
            Ok(_) => {}
            Err(error) => return Some(Err(bad_standard_input(error))),
        }
        let start = passed;
        passed += line.len();
        Some(String::from_utf8(line).map_err(|error| {
            let byte = start + error.utf8_error().valid_up_to();
            bad_standard_input(format_args!("not UTF-8 at byte {byte}"))
        }))
    })
}

/// The text of a file, or of standard input for `-`.
pub fn read_text(path: &str) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    let (name, read) = match path {
        "-" => ("standard input", io::stdin().read_to_end(&mut bytes)),
        path => (
            path,
            std::fs::File::open(path).and_then(|mut file| file.read_to_end(&mut bytes)),
        ),
    };
    read.map_err(|error| Failure::bad_input(format_args!("{name}: {error}")))?;
    String::from_utf8(bytes).map_err(|error| {
        let byte = error.utf8_error().valid_up_to();
        Failure::bad_input(format_args!("{name}: not UTF-8 at byte {byte}"))
    })
}

/// What is wrong with a line of JSON. The parser was given the line alone, so that its own
/// line number says nothing.
pub fn json_reason(error: &serde_json::Error) -> String {
    let reason = error.to_string();
    let column = error.column();
    match reason.strip_suffix(&format!(" at line 1 column {column}")) {
        Some(reason) => format!("column {column}: {reason}"),
        None => reason,
    }
}
