//! Marks: where a sentence may end.

use crate::window::{self, MARGIN};

/// A mark, the full stop with those that follow it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    pub(super) kind: MarkKind,
    pub(super) start: usize,
    pub(super) end: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MarkKind {
    LineBreak,
    /// `।` or `॥`.
    Danda,
    /// ASCII `|`.
    Pipe,
    /// `?` or `!`.
    Exclamation,
    /// One `.`.
    FullStop,
    /// `…` or `...`.
    Ellipsis,
}

/// Where marks may be in two windows of the text, one after the other: marks are rare.
#[derive(Debug, Clone)]
pub(super) struct Marks {
    start: usize,
    /// Bit `n` stands for a mark, or what looks like one, at the byte `start + n`.
    bits: u128,
}

/// How many bytes the two windows have.
const LENGTH: usize = u128::BITS as usize;

impl Default for Marks {
    /// Those of windows in which no position lies.
    fn default() -> Self {
        Marks {
            start: usize::MAX - LENGTH,
            bits: 0,
        }
    }
}

impl Marks {
    /// The first mark at or after `position`.
    #[inline]
    pub(super) fn next_from(&mut self, text: &str, mut position: usize) -> Option<Mark> {
        let bytes = text.as_bytes();
        loop {
            let mut passed = position.wrapping_sub(self.start);
            while passed < LENGTH {
                let ahead = self.bits >> passed;
                if ahead == 0 {
                    position = self.start + LENGTH;
                    break;
                }
                passed += ahead.trailing_zeros() as usize;
                if let Some(mark) = mark_at(bytes, self.start + passed) {
                    return Some(mark);
                }
                passed += 1;
                position = self.start + passed;
            }
            if position >= bytes.len() {
                return None;
            }
            *self = marks_from(text, position);
        }
    }
}

/// The mark at an offset that [`may_be_mark`] gave.
#[inline]
fn mark_at(bytes: &[u8], found: usize) -> Option<Mark> {
    let (kind, length) = match bytes[found..] {
        [b'\n'..=b'\r', ..] => (MarkKind::LineBreak, 1),
        [b'.', b'.', ..] => {
            let stops = bytes[found..].iter().take_while(|byte| **byte == b'.');
            (MarkKind::Ellipsis, stops.count())
        }
        [b'.', ..] => (MarkKind::FullStop, 1),
        [b'?' | b'!', ..] => (MarkKind::Exclamation, 1),
        [b'|', ..] => (MarkKind::Pipe, 1),
        [0xA5, ..] => {
            let start = found.checked_sub(1)?;
            return (bytes[start] == 0xE0).then_some(Mark {
                kind: MarkKind::Danda,
                start,
                end: start + 3,
            });
        }
        [0xE2, 0x80, 0xA6, ..] => (MarkKind::Ellipsis, 3),
        [0xE2, 0x80, 0xA8 | 0xA9, ..] => (MarkKind::LineBreak, 3),
        [0xC2, 0x85, ..] => (MarkKind::LineBreak, 2),
        _ => return None,
    };
    Some(Mark {
        kind,
        start: found,
        end: found + length,
    })
}

#[inline(never)]
fn marks_from(text: &str, start: usize) -> Marks {
    let marks = |window: &window::Bytes| {
        window::bits(|place| may_be_mark(window[MARGIN + place], window[MARGIN + place + 1]))
    };
    let next = (start + window::LENGTH).min(text.len());
    let first = u128::from(window::look(text, start, marks));
    let second = u128::from(window::look(text, next, marks));
    Marks {
        start,
        bits: first | second << window::LENGTH,
    }
}

/// Whether a byte, with the one after it, is a mark of ASCII or the second byte of a danda; or
/// something else that is rare, so that little has to be asked of every byte.
#[inline(always)]
fn may_be_mark(byte: u8, next: u8) -> bool {
    // The line breaks, tab included.
    let is_line_break = byte & 0xF8 == 0x08;
    // And `/` and `>`.
    let is_stop_or_question = byte & 0xEE == 0x2E;
    let is_danda = (byte == 0xA5) & (next | 1 == 0xA5);
    // What begins `…` and the line separators of Unicode.
    let is_general = byte & 0xDF == 0xC2;
    is_line_break | is_stop_or_question | (byte == b'!') | (byte == b'|') | is_danda | is_general
}
