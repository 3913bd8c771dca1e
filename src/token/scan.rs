//! The scanner: from a byte offset where a token starts to where it ends, and what it is.

use unicode_normalization::char::is_combining_mark;

use super::unit::{
    BYTE_ORDER_MARK, Unit, cluster_length, is_alphanumeric, unit_at, whole_cluster_end, word_end,
};
use super::{TokenKind, abbreviation, address, pattern};

/// The first byte offset at or after `position` that is not white space.
#[inline]
pub(crate) fn skip_white_space(text: &str, position: usize) -> usize {
    match text.as_bytes()[position..] {
        [b' ' | b'\n', next, ..] if shows(next) => position + 1,
        [next, ..] if shows(next) => position,
        _ => skip_any_white_space(text, position),
    }
}

fn skip_any_white_space(text: &str, position: usize) -> usize {
    let rest = &text[position..];
    position + rest.len() - rest.trim_start().len()
}

/// Whether a byte begins a character that is surely no white space.
pub(crate) fn shows(byte: u8) -> bool {
    byte.is_ascii_graphic() || byte == 0xE0
}

/// The end and kind of the token that starts at `start`, a token boundary with a character
/// that is not white space.
pub(crate) fn token_at(text: &str, start: usize) -> (usize, TokenKind) {
    let (end, kind) = match unit_at(text, start) {
        // No part of the word that it stands before.
        Unit::Letter(length) if text[start..].starts_with(BYTE_ORDER_MARK) => {
            (run_end(text, start, length), TokenKind::Symbol)
        }
        Unit::Letter(length) => word(text, start, start + length),
        Unit::Digit(length) => number(text, start, start + length),
        Unit::Danda => (run_end(text, start, 3), TokenKind::Punctuation),
        Unit::Ascii(byte) => ascii_sign(text, start, byte),
        Unit::Other(character) => return other_sign(text, start, character),
        Unit::End => (text.len(), TokenKind::Symbol),
    };
    (whole_cluster_end(text, end), kind)
}

/// A token that starts with a letter: a word, an abbreviation or an address.
fn word(text: &str, start: usize, after_first: usize) -> (usize, TokenKind) {
    let end = word_end(text, after_first);
    let bytes = text.as_bytes();
    let Some(&next) = bytes.get(end) else {
        return (end, TokenKind::Word);
    };
    if address::may_continue(bytes[start], next)
        && let Some(address) = address::address_at(text, start, next)
    {
        return address;
    }
    if next != b'.' {
        return (end, TokenKind::Word);
    }
    let end = abbreviation::end_of(text, start, end).unwrap_or_else(|| file_name_end(text, end));
    (end, TokenKind::Word)
}

/// The end of the Latin name that goes on after the full stop at `position` in small letters:
/// `report.pdf`, `Node.js`; or else `position`.
fn file_name_end(text: &str, position: usize) -> usize {
    match &text.as_bytes()[..position] {
        [.., before, last] if before.is_ascii_alphanumeric() && last.is_ascii_alphanumeric() => {}
        _ => return position,
    }
    match &text.as_bytes()[position + 1..] {
        [first, second, ..] if first.is_ascii_lowercase() && second.is_ascii_alphanumeric() => {
            word_end(text, position + 1)
        }
        _ => position,
    }
}

/// A token that starts with a digit: a number, or a word where letters are glued to it.
fn number(text: &str, start: usize, mut position: usize) -> (usize, TokenKind) {
    let mut last_divider = None;
    loop {
        let digits = digits_end(text, position);
        match unit_at(text, digits) {
            Unit::Ascii(b'.' | b',' | b':') if is_digit_at(text, digits + 1) => {
                position = digits + 1;
            }
            Unit::Ascii(b'-' | b'/') if is_digit_at(text, digits + 1) => {
                last_divider = Some(digits);
                position = digits + 1;
            }
            Unit::Other(dash @ '–') if is_digit_at(text, digits + dash.len_utf8()) => {
                last_divider = Some(digits);
                position = digits + dash.len_utf8();
            }
            Unit::Letter(length) => {
                // `10-12वीं`: what is glued to the letters is a word, the rest a number.
                return match last_divider {
                    Some(divider) => (divider, TokenKind::Number),
                    None => glued_to_letters(text, start, digits, length),
                };
            }
            Unit::Ascii(next) if address::may_continue(text.as_bytes()[start], next) => {
                let address = address::address_at(text, start, next);
                return address.unwrap_or((digits, TokenKind::Number));
            }
            _ => return (digits, TokenKind::Number),
        }
    }
}

fn glued_to_letters(text: &str, start: usize, digits: usize, length: usize) -> (usize, TokenKind) {
    // A keycap is a digit, an optional variation selector and U+20E3.
    let cluster = start + cluster_length(text, start);
    if text[start..cluster].ends_with('\u{20E3}') {
        return (cluster, TokenKind::Emoji);
    }
    word(text, start, digits + length)
}

fn digits_end(text: &str, mut position: usize) -> usize {
    while let Unit::Digit(length) = unit_at(text, position) {
        position += length;
    }
    position
}

fn is_digit_at(text: &str, position: usize) -> bool {
    matches!(unit_at(text, position), Unit::Digit(_))
}

fn ascii_sign(text: &str, start: usize, byte: u8) -> (usize, TokenKind) {
    match byte {
        // Quotes and brackets stand alone even when doubled.
        b'"' | b'\'' | b'(' | b')' | b'[' | b']' | b'{' | b'}' => {
            (start + 1, TokenKind::Punctuation)
        }
        b'@' | b'#' => tagged_name(text, start, byte),
        b'.' if is_digit_at(text, start + 1) && !ends_word(text, start) => {
            let (end, _) = number(text, start, start + 1);
            (end, TokenKind::Number)
        }
        b'.' | b',' | b';' | b':' | b'!' | b'?' | b'-' | b'/' | b'_' => {
            (run_end(text, start, 1), TokenKind::Punctuation)
        }
        _ => (run_end(text, start, 1), TokenKind::Symbol),
    }
}

/// Whether a letter or digit stands right before `position`, with or without marks.
pub(crate) fn ends_word(text: &str, position: usize) -> bool {
    match text.as_bytes()[..position] {
        [.., byte] if byte.is_ascii() => byte.is_ascii_alphanumeric(),
        _ => text[..position]
            .chars()
            .next_back()
            .is_some_and(|c| is_alphanumeric(c) || is_combining_mark(c)),
    }
}

/// `@name` or `#word`; the sign alone where no name follows or where it is inside a word.
fn tagged_name(text: &str, start: usize, sign: u8) -> (usize, TokenKind) {
    if ends_word(text, start) {
        return (run_end(text, start, 1), TokenKind::Symbol);
    }
    let name = start + 1;
    let mut end = name;
    let mut has_letter = false;
    loop {
        match unit_at(text, end) {
            Unit::Letter(length) => {
                has_letter = true;
                end += length;
            }
            Unit::Digit(length) => end += length,
            Unit::Ascii(b'_') => end += 1,
            _ => break,
        }
    }
    if has_letter {
        let kind = if sign == b'@' {
            TokenKind::Mention
        } else {
            TokenKind::Hashtag
        };
        (end, kind)
    } else {
        (run_end(text, start, 1), TokenKind::Symbol)
    }
}

/// The end of the run of the one character, `length` bytes long, that stands at `start`.
fn run_end(text: &str, start: usize, length: usize) -> usize {
    let bytes = text.as_bytes();
    let character = &bytes[start..start + length];
    let mut end = start + length;
    while bytes[end..].starts_with(character) {
        end += length;
    }
    end
}

fn other_sign(text: &str, start: usize, character: char) -> (usize, TokenKind) {
    let cluster = start + cluster_length(text, start);
    if pattern::is_emoji(&text[start..cluster]) {
        return (cluster, TokenKind::Emoji);
    }
    let kind = if pattern::is_punctuation(character) {
        TokenKind::Punctuation
    } else {
        TokenKind::Symbol
    };
    let stands_alone = pattern::is_quote_or_bracket(character);
    let length = character.len_utf8();
    if stands_alone || cluster != start + length {
        (cluster, kind)
    } else {
        (whole_cluster_end(text, run_end(text, start, length)), kind)
    }
}
