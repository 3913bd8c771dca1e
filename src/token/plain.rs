//! Plain words: those whose end shows without a look at what they are.
//!
//! Nearly every word of a news text is letters of ASCII and Devanagari up to a space, a comma or
//! a danda. The rest is left to [`scan`](super::scan), which says the same of plain words too.

use crate::window::{self, MARGIN, Offsets, begins_code_point, is_within};

/// Where in a window a code point begins that is no letter, mark or digit of ASCII or Devanagari.
#[derive(Debug, Clone, Default)]
pub(super) struct WordStops {
    offsets: Offsets,
}

impl WordStops {
    /// The end of the word that begins at `start`, a token boundary; `None` where that takes a
    /// closer look. Each `start` lies behind the one before.
    #[inline]
    pub(super) fn plain_word_end(&mut self, text: &str, start: usize) -> Option<usize> {
        let bytes = text.as_bytes();
        let is_latin = match bytes[start..] {
            // Not the digits, which begin a number.
            [0xE0, 0xA5, 0xA6..=0xAF, ..] => return None,
            [0xE0, ..] => false,
            [first, ..] if first.is_ascii_alphabetic() => true,
            _ => return None,
        };
        let stop = self.offsets.first_from(start).or_else(|| {
            self.offsets = stops_from(text, start);
            self.offsets.first_from(start)
        })?;
        let ends = match bytes[stop..] {
            [] => true,
            [next, ..] if next < 0x80 => {
                let follower = FOLLOWERS[usize::from(next)];
                follower == Follower::Ends || follower == Follower::EndsNoLatin && !is_latin
            }
            // A danda: the other code points behind these bytes stop nothing.
            [0xE0, 0xA5, ..] => true,
            // Quotes, dashes and the ellipsis, but for the apostrophe.
            [0xE2, 0x80, third, ..] => is_within(third, 0x90, 0xBF) && third != 0x99,
            _ => false,
        };
        (ends && stop > start).then_some(stop)
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
    let mut index = 0;
    while index < b".'_".len() {
        followers[b".'_"[index] as usize] = Follower::Unsure;
        index += 1;
    }
    let mut index = 0;
    while index < b"@:-+%".len() {
        followers[b"@:-+%"[index] as usize] = Follower::EndsNoLatin;
        index += 1;
    }
    followers
};

#[inline(never)]
fn stops_from(text: &str, start: usize) -> Offsets {
    Offsets::new(start, window::look(text, start, stops_within))
}

#[inline(always)]
fn stops_within(window: &window::Bytes) -> u64 {
    window::bits(|place| {
        let at = MARGIN + place;
        let (first, second, third) = (window[at], window[at + 1], window[at + 2]);
        let is_danda = (second == 0xA5) & (third | 1 == 0xA5);
        let is_devanagari = (first == 0xE0) & (second | 1 == 0xA5) & !is_danda;
        let is_latin = is_within(first | 0x20, b'a', b'z') | is_within(first, b'0', b'9');
        begins_code_point(first) & !is_devanagari & !is_latin
    })
}
