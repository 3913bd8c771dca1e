//! Lines of standard input, answered in their order by several threads.
//!
//! The input is taken in batches of whole lines, and a batch is what one read of it gives: a
//! part of a file, what a pipe holds, or the one line that was just typed, which is therefore
//! answered at once. Only so many batches are under way, so that memory does not grow with the
//! input. A line is held whole, however long it is.

use std::io::{self, BufRead, BufReader, ErrorKind, IsTerminal, Read, Write};
use std::mem;
use std::num::NonZero;
use std::sync::{Arc, mpsc};
use std::thread;

use indicatif::{ProgressBar, ProgressStyle};
use rayon::ThreadPoolBuilder;

use super::{Failure, bad_standard_input, warn};

/// The most bytes that are read at once. There is a batch for each thread, its answers several
/// times as long, and that must be little memory on machines with many cores too.
const BATCH: usize = 64 * 1024;

/// A file shorter than this gets no progress bar.
const LONG: u64 = 1024 * 1024;

/// Appends the answer to a line to the output, without a line break; an error is the reason why
/// there is no answer, and nothing was appended.
pub trait Answer: Fn(&str, &mut Vec<u8>) -> Result<(), String> + Send + Sync + 'static {}

impl<A: Fn(&str, &mut Vec<u8>) -> Result<(), String> + Send + Sync + 'static> Answer for A {}

/// Answers each line of standard input on standard output. A line without an answer gets a line
/// on standard error. Input that is not UTF-8 ends the program, after the lines before it have
/// been answered.
pub fn answer_each(jobs: Option<NonZero<usize>>, answer: impl Answer) -> Result<(), Failure> {
    let jobs = jobs
        .or_else(|| thread::available_parallelism().ok())
        .map_or(1, NonZero::get);
    let progress = progress_bar();
    let batches = Batches::new(io::stdin());
    let answers = map_in_order(jobs, batches, move |batch| {
        let batch = batch.map_err(bad_standard_input)?;
        Ok::<_, Failure>(answer_batch(&batch, &answer))
    })?;
    let mut output = io::stdout().lock();
    let (mut bytes, mut lines, mut is_broken) = (0, 0, false);
    for answered in answers {
        let answered = answered?;
        output.write_all(&answered.output)?;
        output.flush()?;
        for (line, reason) in answered.unanswered {
            is_broken = true;
            let number = lines + line;
            progress.suspend(|| warn(&format!("standard input: line {number}: {reason}")));
        }
        if let Some(byte) = answered.not_utf8 {
            let byte = bytes + byte;
            return Err(bad_standard_input(format_args!("not UTF-8 at byte {byte}")));
        }
        bytes += answered.bytes;
        lines += answered.lines;
        progress.inc(answered.bytes as u64);
    }
    if is_broken {
        return Err(Failure::BadPlaces);
    }
    Ok(())
}

/// What became of a batch; its lines are numbered from 1.
struct Answered {
    output: Vec<u8>,
    unanswered: Vec<(usize, String)>,
    /// The first byte that is not UTF-8, where there is one. Nothing from its line on is answered.
    not_utf8: Option<usize>,
    bytes: usize,
    lines: usize,
}

fn answer_batch(batch: &[u8], answer: &impl Answer) -> Answered {
    let (text, not_utf8) = match str::from_utf8(batch) {
        Ok(text) => (text, None),
        Err(error) => {
            let byte = error.valid_up_to();
            let lines = &batch[..lines_end(&batch[..byte]).unwrap_or(0)];
            (str::from_utf8(lines).unwrap_or_default(), Some(byte))
        }
    };
    let mut answered = Answered {
        output: Vec::with_capacity(text.len()),
        unanswered: Vec::new(),
        not_utf8,
        bytes: batch.len(),
        lines: 0,
    };
    for line in text.split_inclusive('\n') {
        let line = line.strip_suffix('\n').unwrap_or(line);
        let line = line.strip_suffix('\r').unwrap_or(line);
        answered.lines += 1;
        match answer(line, &mut answered.output) {
            Ok(()) => answered.output.push(b'\n'),
            Err(reason) => answered.unanswered.push((answered.lines, reason)),
        }
    }
    answered
}

/// The end of the last line that has one.
fn lines_end(bytes: &[u8]) -> Option<usize> {
    let line_break = bytes.iter().rposition(|&byte| byte == b'\n')?;
    Some(line_break + 1)
}

/// The input in batches of whole lines; only the last can end without a line break.
struct Batches<R> {
    input: BufReader<R>,
    /// The line that has begun.
    rest: Vec<u8>,
}

impl<R: Read> Batches<R> {
    fn new(input: R) -> Self {
        Batches {
            input: BufReader::with_capacity(BATCH, input),
            rest: Vec::new(),
        }
    }
}

impl<R: Read> Iterator for Batches<R> {
    type Item = io::Result<Vec<u8>>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut batch = mem::take(&mut self.rest);
        loop {
            let read = match self.input.fill_buf() {
                Ok(read) => read,
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => return Some(Err(error)),
            };
            let length = read.len();
            let end = lines_end(read);
            let (lines, rest) = read.split_at(end.unwrap_or(length));
            batch.extend_from_slice(lines);
            self.rest.extend_from_slice(rest);
            self.input.consume(length);
            if end.is_some() || length == 0 {
                return (!batch.is_empty()).then_some(Ok(batch));
            }
        }
    }
}

/// What the work makes of each item, in the order of the items, done on so many threads; by the
/// caller alone where it is one.
fn map_in_order<I, O, W>(
    jobs: usize,
    items: impl Iterator<Item = I> + Send + 'static,
    work: W,
) -> Result<Box<dyn Iterator<Item = O>>, Failure>
where
    I: Send + 'static,
    O: Send + 'static,
    W: Fn(I) -> O + Send + Sync + 'static,
{
    if jobs == 1 {
        return Ok(Box::new(items.map(work)));
    }
    let threads = ThreadPoolBuilder::new().num_threads(jobs).build();
    let threads = threads.map_err(Failure::bad_input)?;
    let work = Arc::new(work);
    // A promise for each item that is under way, and a few that are next.
    let (promises, promised) = mpsc::sync_channel(jobs + 2);
    // It may wait for input while the caller waits for nothing but answers, or has ended.
    thread::spawn(move || {
        for item in items {
            let (keep, promise) = mpsc::sync_channel(1);
            if promises.send(promise).is_err() {
                break;
            }
            let work = Arc::clone(&work);
            threads.spawn_fifo(move || {
                // The caller may have ended.
                let _ = keep.send(work(item));
            });
        }
    });
    // A panic on one of the threads ends the program, so that every promise is kept.
    Ok(Box::new(promised.into_iter().map_while(
        |promise: mpsc::Receiver<O>| promise.recv().ok(),
    )))
}

/// A bar on standard error for a long file; a hidden one where the answers themselves show at a
/// terminal, where standard error is none, and for other input, whose length is not known.
/// It is cleared when it is dropped.
fn progress_bar() -> ProgressBar {
    let template = "{wide_bar} {percent}% of {total_bytes}, {bytes_per_sec}, {eta} left";
    match input_length() {
        Some(length) if length >= LONG && !io::stdout().is_terminal() => ProgressBar::new(length)
            .with_style(ProgressStyle::with_template(template).expect("it is well-formed")),
        _ => ProgressBar::hidden(),
    }
}

/// How much of the file on standard input is to be read.
#[cfg(unix)]
fn input_length() -> Option<u64> {
    use std::fs::File;
    use std::io::Seek;
    use std::os::fd::AsFd;

    let mut file = File::from(io::stdin().as_fd().try_clone_to_owned().ok()?);
    let metadata = file.metadata().ok()?;
    if !metadata.is_file() {
        return None;
    }
    metadata.len().checked_sub(file.stream_position().ok()?)
}

#[cfg(not(unix))]
fn input_length() -> Option<u64> {
    None
}
