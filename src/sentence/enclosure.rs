//! Quotes and brackets: which are open at a position, and what a character closes.

use crate::token::neighbor::is_line_break;
use crate::token::scan;
use crate::window::{self, MARGIN, Offsets};

/// What encloses a part of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Enclosure {
    DoubleQuote,
    SingleQuote,
    Bracket,
}

impl Enclosure {
    pub(super) const ALL: [Enclosure; 3] = [
        Enclosure::DoubleQuote,
        Enclosure::SingleQuote,
        Enclosure::Bracket,
    ];
}

/// The quotes and brackets that are open at a position, and where each was opened.
#[derive(Debug, Clone, Default)]
pub(super) struct Enclosures {
    position: usize,
    double: Option<usize>,
    single: Option<usize>,
    bracket: Option<usize>,
    depth: usize,
}

impl Enclosures {
    /// None is open at this position.
    pub(super) fn none_at(position: usize) -> Self {
        Enclosures {
            position,
            ..Enclosures::default()
        }
    }

    /// Where the quote or bracket that is open at a position was opened. Positions only grow.
    pub(super) fn open_at(
        &mut self,
        text: &str,
        position: usize,
        enclosure: Enclosure,
    ) -> Option<usize> {
        self.advance(text, position);
        match enclosure {
            Enclosure::DoubleQuote => self.double,
            Enclosure::SingleQuote => self.single,
            Enclosure::Bracket => self.bracket,
        }
    }

    /// Moves on to a later position; what lies behind is not read again.
    fn advance(&mut self, text: &str, position: usize) {
        while self.position < position {
            let mut found = candidates_from(text, self.position);
            self.position = (self.position + window::LENGTH).min(position);
            while !found.is_empty() {
                let at = found.take_first();
                if at >= position {
                    break;
                }
                self.pass(text, at);
            }
        }
    }

    /// Moves over the character at `at`.
    fn pass(&mut self, text: &str, at: usize) {
        if let Some(character) = text[at..].chars().next() {
            match character {
                '“' | '«' => self.double = Some(at),
                '”' | '»' => self.double = None,
                '"' => self.double = toggled(self.double, at),
                '‘' => self.single = Some(at),
                '’' | '\'' if is_apostrophe(text, at, character.len_utf8()) => {}
                '’' => self.single = None,
                '\'' => self.single = toggled(self.single, at),
                '(' | '[' | '{' => {
                    self.bracket = self.bracket.or(Some(at));
                    self.depth += 1;
                }
                ')' | ']' | '}' => {
                    self.depth = self.depth.saturating_sub(1);
                    if self.depth == 0 {
                        self.bracket = None;
                    }
                }
                _ if is_line_break(character) => *self = Enclosures::none_at(self.position),
                _ => {}
            }
        }
    }
}

/// Where a quote, a bracket or a line break may stand, in the window that begins at `start`.
#[inline(never)]
fn candidates_from(text: &str, start: usize) -> Offsets {
    let candidates =
        |window: &window::Bytes| window::bits(|place| is_candidate(window[MARGIN + place]));
    Offsets::new(start, window::look(text, start, candidates))
}

/// Whether a byte is one of these in ASCII, or begins one of the others; and a few more, so that
/// little has to be asked of every byte.
#[inline(always)]
fn is_candidate(byte: u8) -> bool {
    let is_line_break = byte & 0xF8 == 0x08;
    let is_parenthesis = byte & 0xFE == b'(';
    // And `Y`, `_`, `y`.
    let is_bracket = byte & 0xD9 == 0x59;
    let is_general = byte & 0xDF == 0xC2;
    is_line_break | (byte == b'"') | (byte == b'\'') | is_parenthesis | is_bracket | is_general
}

/// A straight quote closes where one is open.
fn toggled(open: Option<usize>, at: usize) -> Option<usize> {
    match open {
        Some(_) => None,
        None => Some(at),
    }
}

/// What a character closes, if it can close anything.
pub(super) fn closed_by(character: char) -> Option<Enclosure> {
    Some(match character {
        '"' | '”' | '»' => Enclosure::DoubleQuote,
        '\'' | '’' => Enclosure::SingleQuote,
        ')' | ']' | '}' => Enclosure::Bracket,
        _ => return None,
    })
}

fn is_apostrophe(text: &str, at: usize, length: usize) -> bool {
    scan::ends_word(text, at) && text[at + length..].starts_with(char::is_alphanumeric)
}
