//! The words beside a byte offset, on the same line and never further away than [`CONTEXT`]
//! bytes.

use super::unit::{self, is_alphabetic, is_alphanumeric};
use crate::devanagari::{self, Class};

/// How many bytes before and after a word are looked at.
pub(super) const CONTEXT: usize = 64;

/// What parts words on one line.
pub(crate) const BLANK: [char; 2] = [' ', '\u{A0}'];

pub(crate) fn is_line_break(character: char) -> bool {
    matches!(character, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// What stands before a byte offset.
pub(super) fn before(text: &str, position: usize) -> &str {
    let before = tail(&text[..position], CONTEXT);
    // The bytes that a line break begins with, asked for all at once; few lines have any.
    let may_begin = |byte: u8| matches!(byte, b'\n'..=b'\r' | 0xC2 | 0xE2);
    if before
        .bytes()
        .fold(false, |any, byte| any | may_begin(byte))
    {
        return before.rsplit(is_line_break).next().unwrap_or_default();
    }
    before
}

/// The last `length` bytes, cut at a character.
pub(crate) fn tail(text: &str, length: usize) -> &str {
    let mut from = text.len().saturating_sub(length);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    &text[from..]
}

/// The letters at the end of a text.
pub(crate) fn last_word(text: &str) -> &str {
    let text = tail(text, CONTEXT);
    let rest = text.trim_end_matches(|c: char| is_alphanumeric(c) || devanagari_mark(c));
    &text[rest.len()..]
}

fn devanagari_mark(character: char) -> bool {
    devanagari::class(character).is_some_and(Class::is_mark)
        || matches!(character, '\u{200C}' | '\u{200D}')
}

/// The word that begins after the blanks at `position`, on the same line.
pub(crate) fn word_after(text: &str, position: usize) -> Option<&str> {
    let mut start = position;
    while let [b' ', ..] | [0xC2, 0xA0, ..] = text.as_bytes().get(start..)? {
        start += if text.as_bytes()[start] == b' ' { 1 } else { 2 };
    }
    let end = letters_end(text, start)?;
    Some(&text[start..end])
}

/// The end of the short run of letters at `position`; `None` where there is no letter.
pub(super) fn letters_end(text: &str, position: usize) -> Option<usize> {
    let starts_with_letter = text[position..].chars().next().is_some_and(is_alphabetic);
    starts_with_letter.then(|| unit::word_end_within(text, position, position + CONTEXT))
}
