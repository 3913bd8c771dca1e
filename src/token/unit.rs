//! What stands at a byte offset, and how far a run of letters goes.
//!
//! Almost all Hindi text is ASCII and code points behind the lead bytes `E0 A4` and `E0 A5`;
//! these are told apart by their bytes. Any other character is decoded, and taken with its
//! whole grapheme cluster, so that no token ends inside one.

use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::GraphemeCursor;

use super::pattern;
use crate::devanagari::{self, Class};
use crate::grapheme::boundary_after;

/// What some pages and files begin with; inside a word it shows nothing.
pub(crate) const BYTE_ORDER_MARK: char = '\u{FEFF}';

/// What stands at a byte offset, as far as the scanner must know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// A letter, mark or joiner, and how many bytes it takes.
    Letter(usize),
    /// A digit and its bytes.
    Digit(usize),
    /// `।` or `॥`.
    Danda,
    /// Any other ASCII byte: punctuation, symbol, white space or control.
    Ascii(u8),
    /// A character of another block that is none of the above.
    Other(char),
    /// The end of the text.
    End,
}

impl Unit {
    pub(super) fn is_alphanumeric(self) -> bool {
        matches!(self, Unit::Letter(_) | Unit::Digit(_))
    }
}

#[inline]
pub(super) fn unit_at(text: &str, position: usize) -> Unit {
    match &text.as_bytes()[position.min(text.len())..] {
        [] => Unit::End,
        [0xE0, 0xA4, _, ..] => Unit::Letter(3),
        [0xE0, 0xA5, third, ..] => match third {
            0xA4 | 0xA5 => Unit::Danda,
            0xA6..=0xAF => Unit::Digit(3),
            _ => Unit::Letter(3),
        },
        [byte, ..] if byte.is_ascii_alphabetic() => Unit::Letter(1),
        [byte, ..] if byte.is_ascii_digit() => Unit::Digit(1),
        [byte, ..] if byte.is_ascii() => Unit::Ascii(*byte),
        // Dashes, quotes and the ellipsis.
        [0xE2, 0x80, third @ 0x90..=0xA7, ..] => {
            Unit::Other(char::from_u32(0x2000 | u32::from(third & 0x3F)).unwrap_or_default())
        }
        _ => other_unit(text, position),
    }
}

fn other_unit(text: &str, position: usize) -> Unit {
    let Some(character) = text[position..].chars().next() else {
        return Unit::End;
    };
    if pattern::is_alphabetic(character)
        || is_combining_mark(character)
        || is_word_joiner(character)
    {
        let length = cluster_length(text, position);
        let after = &text[position + character.len_utf8()..position + length];
        // A letter that is prepended, such as U+0D4E, takes the sign after it into its cluster.
        if after.contains(|sign| sign == '|' || pattern::is_punctuation(sign)) {
            return Unit::Other(character);
        }
        Unit::Letter(length)
    } else if character.is_numeric() {
        Unit::Digit(cluster_length(text, position))
    } else {
        Unit::Other(character)
    }
}

/// Whether a character is a digit of ASCII or Devanagari.
pub(crate) fn is_digit(character: char) -> bool {
    character.is_ascii_digit() || devanagari::digit_value(character).is_some()
}

/// The same as [`char::is_alphabetic`], quick where the character is Devanagari.
pub(super) fn is_alphabetic(character: char) -> bool {
    match devanagari::class(character) {
        Some(class) => !matches!(
            class,
            Class::Virama
                | Class::Nukta
                | Class::Accent
                | Class::Digit
                | Class::Danda
                | Class::AbbreviationSign
        ),
        None => pattern::is_alphabetic(character),
    }
}

/// The same as [`char::is_alphanumeric`], quick where the character is Devanagari.
pub(crate) fn is_alphanumeric(character: char) -> bool {
    is_alphabetic(character)
        || match devanagari::class(character) {
            Some(class) => class == Class::Digit,
            None => character.is_numeric(),
        }
}

/// Invisible characters that do not divide a word: ZWJ and ZWNJ, the soft hyphen, the word
/// joiner, the zero-width space and the byte order mark that broken pages leave in words.
fn is_word_joiner(character: char) -> bool {
    matches!(
        character,
        '\u{200B}'..='\u{200D}' | '\u{00AD}' | '\u{2060}' | BYTE_ORDER_MARK
    )
}

/// The bytes of the grapheme cluster at `position`, white space left out.
pub(super) fn cluster_length(text: &str, position: usize) -> usize {
    let cluster = &text[position..boundary_after(text, position)];
    match cluster
        .char_indices()
        .skip(1)
        .find(|(_, c)| c.is_whitespace())
    {
        Some((white_space, _)) => white_space,
        None => cluster.len(),
    }
}

/// The end of the run of letters, marks and digits that has begun before `position`.
pub(super) fn word_end(text: &str, position: usize) -> usize {
    word_end_within(text, position, usize::MAX)
}

/// The same, looking no further than the first letter that ends at or after `limit`.
pub(crate) fn word_end_within(text: &str, mut position: usize, limit: usize) -> usize {
    let bytes = text.as_bytes();
    while position < limit {
        match unit_at(text, position) {
            Unit::Letter(length) | Unit::Digit(length) => position += length,
            Unit::Ascii(b'_') if unit_at(text, position + 1).is_alphanumeric() => position += 1,
            Unit::Ascii(b'\'')
                if is_latin_before(text, position) && is_latin_at(text, position + 1) =>
            {
                position += 1;
            }
            Unit::Other('’')
                if is_latin_before(text, position) && is_latin_at(text, position + 3) =>
            {
                position += 3;
            }
            // A version number: `v2.0`.
            Unit::Ascii(b'.')
                if bytes[position - 1].is_ascii_digit()
                    && bytes.get(position + 1).is_some_and(u8::is_ascii_digit) =>
            {
                position += 1;
            }
            _ => break,
        }
    }
    position
}

fn is_latin_before(text: &str, position: usize) -> bool {
    text[..position].chars().next_back().is_some_and(is_latin)
}

fn is_latin_at(text: &str, position: usize) -> bool {
    text.get(position..)
        .and_then(|rest| rest.chars().next())
        .is_some_and(is_latin)
}

fn is_latin(character: char) -> bool {
    character.is_ascii_alphabetic() || ('\u{00C0}'..='\u{024F}').contains(&character)
}

/// Moves an end that falls inside a grapheme cluster to the end of that cluster, or to the white
/// space in it.
#[inline]
pub(crate) fn whole_cluster_end(text: &str, end: usize) -> usize {
    match text.as_bytes()[end..] {
        [] => end,
        [byte, ..] if byte.is_ascii() => end,
        // Quotes, dashes and the ellipsis never attach.
        [0xE2, 0x80, 0x90..=0xBF, ..] => end,
        // A regional indicator attaches only to its pair, which is taken with it.
        [0xF0, 0x9F, 0x87, ..] => end,
        // Nor does a letter of Devanagari after ASCII.
        [0xE0, 0xA4, 0x84..=0xB9, ..] if text[..end].ends_with(|c: char| c.is_ascii()) => end,
        _ => cluster_end(text, end),
    }
}

/// The same, whatever stands there.
pub(super) fn cluster_end(text: &str, end: usize) -> usize {
    if let (before, [next, ..]) = text.as_bytes().split_at(end)
        && next.is_ascii()
        && before.last().is_some_and(u8::is_ascii_graphic)
    {
        return end;
    }
    let mut cursor = GraphemeCursor::new(end, text.len(), true);
    if cursor.is_boundary(text, 0) != Ok(false) {
        return end;
    }
    let next = cursor.next_boundary(text, 0).ok().flatten();
    let rest = &text[end..next.unwrap_or(text.len())];
    end + rest.find(char::is_whitespace).unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_those_of_the_standard_library() {
        for character in '\0'..=char::MAX {
            assert_eq!(is_alphabetic(character), character.is_alphabetic());
            assert_eq!(is_alphanumeric(character), character.is_alphanumeric());
        }
    }
}
