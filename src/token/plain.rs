//! Plain words: those whose end shows without a look at what they are.
//!
//! Nearly every word of a news text is letters of ASCII and Devanagari up to a space, a comma or
//! a danda. The rest is left to [`scan`](super::scan), which says the same of plain words too.

use crate::window::{self, MARGIN, Offsets, begins_code_point, is_within};

/// Where in a window a code point stands that is no letter of ASCII nor any of Devanagari.
#[derive(Debug, Clone, Default)]
pub(super) struct WordStops {
    offsets: Offsets,
}

impl WordStops {
    /// The end of the word that begins at `start`, a token boundary; `None` where that takes a
    /// closer look.
    #[inline]
    pub(super) fn plain_word_end(&mut self, text: &str, start: usize) -> Option<usize> {
        let bytes = text.as_bytes();
        let is_latin = match bytes[start..] {
            // Not the digits, which begin a number.
            [0xE0, second, third, ..] if second == 0xA4 || !is_within(third, 0xA6, 0xAF) => false,
            [first, ..] if first.is_ascii_alphabetic() => true,
            _ => return None,
        };
        let stop = match self.offsets.first_from(start) {
            Some(stop) => stop,
            None => {
                self.offsets = stops_from(text, start);
                self.offsets.first_from(start)?
            }
        };
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
