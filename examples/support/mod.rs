//! What the example programs share: one line for each error, and exit code 2.

use std::fmt::Display;
use std::io::{self, ErrorKind, Read, Write};
use std::process::ExitCode;

use clap::Parser;

/// Why a program stops.
pub enum Failure {
    /// The input is bad: one line for standard error, exit code 2.
    BadInput(String),
    /// Nobody reads the output any more, which is no error.
    ClosedPipe,
}

impl Failure {
    pub fn bad_input(message: impl Display) -> Self {
        Failure::BadInput(message.to_string())
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            ErrorKind::BrokenPipe => Failure::ClosedPipe,
            _ => Failure::bad_input(error),
        }
    }
}

/// Reads the arguments, runs the program, and tells how it went.
pub fn main<A: Parser>(program: impl FnOnce(A) -> Result<(), Failure>) -> ExitCode {
    let arguments = match A::try_parse() {
        Ok(arguments) => arguments,
        Err(error) if !error.use_stderr() => {
            let _ = error.print();
            return ExitCode::SUCCESS;
        }
        Err(error) => return fail(one_line(&error.to_string())),
    };
    match program(arguments) {
        Ok(()) | Err(Failure::ClosedPipe) => ExitCode::SUCCESS,
        Err(Failure::BadInput(message)) => fail(format!("error: {message}")),
    }
}

/// What the argument parser has to say, without its usage lines.
fn one_line(message: &str) -> String {
    let said = message.split("\n\n").next().unwrap_or(message);
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn fail(message: String) -> ExitCode {
    let _ = writeln!(io::stderr(), "{message}");
    ExitCode::from(2)
}

/// The text of a file, or of standard input for `-`.
#[allow(dead_code, reason = "the filter reads line by line")]
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
