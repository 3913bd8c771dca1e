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

/// Copies a source with replacements; writes nothing before the first one.
pub(super) struct Rewriter<'s> {
    source: &'s str,
    output: String,
    copied: usize,
    edits: Edits,
}

impl<'s> Rewriter<'s> {
    pub(super) fn of(source: &'s str) -> Self {
        Rewriter {
            source,
            output: String::new(),
            copied: 0,
            edits: Edits::default(),
        }
    }

    /// Replaces a range, which begins at or after the end of the last one.
    pub(super) fn replace(&mut self, range: Range<usize>, with: &str) {
        if self.edits.0.is_empty() {
            self.output.reserve(self.source.len());
        }
        self.output.push_str(&self.source[self.copied..range.start]);
        let start = self.output.len();
        self.output.push_str(with);
        self.copied = range.end;
        self.edits.0.push(Edit {
            source: range,
            output: start..self.output.len(),
        });
    }

    /// The rewritten text, or `None` where nothing was replaced.
    pub(super) fn finish(mut self) -> Option<(String, Edits)> {
        if self.edits.0.is_empty() {
            return None;
        }
        self.output.push_str(&self.source[self.copied..]);
        Some((self.output, self.edits))
    }
}
