//! Rewriting a text piece by piece, with a record of what came from where.

use std::ops::Range;

/// One replacement: a range of the source, and the range of the output that took its place.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Edit {
    source: Range<usize>,
    output: Range<usize>,
}

/// The replacements of one rewriting, in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Edits(Vec<Edit>);

impl Edits {
    /// The source range that a range of the output comes from. What was removed belongs to
    /// what stands before it.
    pub(super) fn source_range(&self, output: Range<usize>) -> Range<usize> {
        let start = self.source_offset(output.start, |edit| edit.source.start);
        if output.is_empty() {
            return start..start;
        }
        let end = self.source_offset(output.end, |edit| edit.source.end);
        start..end.max(start)
    }

    /// `inside` answers for an offset strictly inside what a replacement wrote.
    fn source_offset(&self, output: usize, inside: fn(&Edit) -> usize) -> usize {
        let (before, after) = self
            .0
            .split_at(self.0.partition_point(|edit| edit.output.end <= output));
        match (before.last(), after.first()) {
            (_, Some(edit)) if edit.output.start < output => inside(edit),
            (Some(edit), _) => edit.source.end + (output - edit.output.end),
            (None, _) => output,
        }
    }
}

/// What is remembered of a rewriting: the [`Edits`], or nothing.
pub(super) trait Record: Default {
    /// A range of the source became a range of the output.
    fn add(&mut self, source: Range<usize>, output: Range<usize>);
}

impl Record for Edits {
    fn add(&mut self, source: Range<usize>, output: Range<usize>) {
        self.0.push(Edit { source, output });
    }
}

impl Record for () {
    fn add(&mut self, _: Range<usize>, _: Range<usize>) {}
}

/// Copies a source with replacements; writes nothing before the first one.
pub(super) struct Rewriter<'s, R> {
    source: &'s str,
    output: String,
    copied: usize,
    /// Once something was replaced.
    record: Option<R>,
}

impl<'s, R: Record> Rewriter<'s, R> {
    pub(super) fn of(source: &'s str) -> Self {
        Rewriter {
            source,
            output: String::new(),
            copied: 0,
            record: None,
        }
    }

    /// Replaces a range, which begins at or after the end of the last one.
    pub(super) fn replace(&mut self, range: Range<usize>, with: &str) {
        let record = self.record.get_or_insert_with(|| {
            self.output = String::with_capacity(self.source.len());
            R::default()
        });
        self.output.push_str(&self.source[self.copied..range.start]);
        let start = self.output.len();
        self.output.push_str(with);
        self.copied = range.end;
        record.add(range, start..self.output.len());
    }

    /// The rewritten text, or `None` where nothing was replaced.
    pub(super) fn finish(mut self) -> Option<(String, R)> {
        self.record.map(|record| {
            self.output.push_str(&self.source[self.copied..]);
            (self.output, record)
        })
    }
}
