//! Plain tokens: those that can be told by a few bytes.
//!
//! Nearly every word of a news text is letters of ASCII and Devanagari up to a space, a comma or
//! a danda, and nearly every other token is one such sign. The rest is left to
//! [`scan`](super::scan), which says the same of plain tokens too.

use super::TokenKind;
use crate::window::{self, MARGIN, Offsets, begins_code_point, is_within};

#[derive(Debug, Clone, Default)]
pub(super) struct PlainTokens {
    /// Where in a window a code point stands that is no letter of ASCII nor any of Devanagari.
    stops: Offsets,
}

impl PlainTokens {
    /// The end and kind of the token that begins at `start`, a token boundary; `None` where that
    /// takes a closer look.
    pub(super) fn token_at(&mut self, text: &str, start: usize) -> Option<(usize, TokenKind)> {
        match text.as_bytes()[start..] {
            [0xE0, 0xA5, 0xA4 | 0xA5, next, ..] if next < 0x80 => {
                Some((start + 3, TokenKind::Punctuation))
            }
            [first, ref after @ ..] if first < 0x80 && !first.is_ascii_alphabetic() => {
                let (kind, repeats) = SIGNS[usize::from(first)]?;
                let is_alone = match *after {
                    [] => true,
                    [next, ..] if next < 0x80 => !repeats || next != first,
                    // A vowel or consonant.
                    [0xE0, 0xA4, 0x84..=0xB9, ..] => true,
                    _ => false,
                };
                is_alone.then_some((start + 1, kind))
            }
            // Dashes, quotes and the ellipsis, of which the quotes are tokens one by one.
            [0xE2, 0x80, third @ 0x90..=0xA7, ref after @ ..] => {
                let is_alone = match *after {
                    [] => true,
                    [next, ..] if next < 0x80 => true,
                    [0xE0, 0xA4, 0x84..=0xB9, ..] => true,
                    [0xE2, 0x80, 0x90..=0xA7, ..] => matches!(third, 0x98..=0x9A | 0x9C..=0x9E),
                    _ => false,
                };
                is_alone.then_some((start + 3, TokenKind::Punctuation))
            }
            _ => Some((self.word_end(text, start)?, TokenKind::Word)),
        }
    }

    /// The end of a word of Devanagari before a space: the commonest case by far, and little
    /// enough to be compiled into the loop that asks for the tokens.
    #[inline(always)]
    pub(super) fn word_end_at_space(&mut self, text: &str, start: usize) -> Option<usize> {
        let bytes = text.as_bytes();
        if !matches!(bytes.get(start..), Some([0xE0, 0xA4, ..])) {
            return None;
        }
        let end = self.stop_from(text, start)?;
        (bytes.get(end) == Some(&b' ')).then_some(end)
    }

    /// The first stop at or after `start`, if it is near.
    #[inline(always)]
    fn stop_from(&mut self, text: &str, start: usize) -> Option<usize> {
        self.stops.first_from(start).or_else(|| {
            self.stops = stops_from(text, start);
            self.stops.first_from(start)
        })
    }

    fn word_end(&mut self, text: &str, start: usize) -> Option<usize> {
        let bytes = text.as_bytes();
        let is_latin = match bytes[start..] {
            // Not the digits, which begin a number.
            [0xE0, second, third, ..] if second == 0xA4 || !is_within(third, 0xA6, 0xAF) => false,
            [first, ..] if first.is_ascii_alphabetic() => true,
            _ => return None,
        };
        let stop = self.stop_from(text, start)?;
        let end = match bytes.get(stop) {
            None => stop,
            Some(&next) if next < 0x80 => match FOLLOWERS[usize::from(next)] {
                Follower::Ends => stop,
                Follower::EndsNoLatin if !is_latin => stop,
                _ => return None,
            },
            // The second byte of a danda.
            Some(0xA5) => stop - 1,
            // Quotes, dashes and the ellipsis, but for the apostrophe.
            Some(0xE2) if matches!(bytes[stop + 1..], [0x80, 0x90..=0x98 | 0x9A..=0xBF, ..]) => {
                stop
            }
            Some(_) => return None,
        };
        (end > start).then_some(end)
    }
}

/// The ASCII signs that are tokens of their own whatever stands around them, their kinds, and
/// whether a run of the same sign is one token.
const SIGNS: [Option<(TokenKind, bool)>; 128] = {
    let mut signs = [None; 128];
    let groups: [(&[u8], TokenKind, bool); 3] = [
        (b"\"'()[]{}", TokenKind::Punctuation, false),
        (b",;:!?-/_", TokenKind::Punctuation, true),
        (b"$%&*+<=>\\^`|~", TokenKind::Symbol, true),
    ];
    let mut group = 0;
    while group < groups.len() {
        let (bytes, kind, repeats) = groups[group];
        let mut index = 0;
        while index < bytes.len() {
            signs[bytes[index] as usize] = Some((kind, repeats));
            index += 1;
        }
        group += 1;
    }
    signs
};

/// What an ASCII character after a word does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Follower {
    Ends,
    /// Ends a word but for a Latin one, which may be the beginning of an address.
    EndsNoLatin,
    /// May belong to the word.
    Unsure,
}

const FOLLOWERS: [Follower; 128] = {
    let mut followers = [Follower::Ends; 128];
    let unsure = b"._'0123456789";
    let mut index = 0;
    while index < unsure.len() {
        followers[unsure[index] as usize] = Follower::Unsure;
        index += 1;
    }
    let in_addresses = b"@:-+%";
    let mut index = 0;
    while index < in_addresses.len() {
        followers[in_addresses[index] as usize] = Follower::EndsNoLatin;
        index += 1;
    }
    followers
};

#[inline(never)]
fn stops_from(text: &str, start: usize) -> Offsets {
    if start >= text.len() {
        return Offsets::default();
    }
    let stops = |window: &window::Bytes| {
        window::bits(|place| stops_word(window[MARGIN + place], window[MARGIN + place + 1]))
    };
    Offsets::new(start, window::look(text, start, stops))
}

/// Whether a byte, with the one after it, begins a code point that is no letter of ASCII nor any
/// of Devanagari, or is the second byte of a danda.
#[inline(always)]
fn stops_word(byte: u8, next: u8) -> bool {
    let is_before_devanagari = next | 1 == 0xA5;
    let is_letter = is_within(byte | 0x20, b'a', b'z') | (byte == 0xE0) & is_before_devanagari;
    begins_code_point(byte) & !is_letter | (byte == 0xA5) & is_before_devanagari
}

#[cfg(test)]
mod tests {
    use super::super::scan;
    use super::*;

    /// Every token that is plain is what the scanner says.
    fn check(text: &str) -> usize {
        let mut plain = PlainTokens::default();
        let mut start = scan::skip_white_space(text, 0);
        let mut found = 0;
        while start < text.len() {
            let token = scan::token_at(text, start);
            if let Some(told) = plain.token_at(text, start) {
                assert_eq!(told, token, "at {start} of {text:?}");
                found += 1;
            }
            start = scan::skip_white_space(text, token.0);
        }
        found
    }

    #[test]
    fn plain_tokens_are_those_of_the_scanner() {
        let pieces = [
            "क", "ि", "्", "़", "।", "॥", "॰", "५", "5", "a", "é", "\u{200D}", "’", "“", "–", "…",
            " ", "\n", "\u{A0}", ".", ",", "-", "'", "_", "@", "#", "%", ":", "+", "\\", "\u{1}",
            "\u{20E3}", "\u{301}", "😀", "ক",
        ];
        for first in pieces {
            for second in pieces {
                for third in pieces {
                    for fourth in ["", " ", "क", "्", "a", ".", "5"] {
                        check(&[first, second, third, fourth].concat());
                    }
                }
            }
        }
        let words = "यह 'हिन्दी' है, COVID-19 से पहले। ".repeat(20);
        assert!(check(&words) >= 180);
    }
}
