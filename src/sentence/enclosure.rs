//! Quotes and brackets: which are open at a position, and what a character closes.

use super::is_line_break;

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
        let from = self.position.min(position);
        for (offset, character) in text[from..position].char_indices() {
            let at = from + offset;
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
                _ if is_line_break(character) => *self = Enclosures::default(),
                _ => {}
            }
        }
        self.position = self.position.max(position);
    }
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
    let before = text[..at].chars().next_back();
    let after = text[at + length..].chars().next();
    before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric)
}
