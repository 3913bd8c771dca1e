//! Which words there are, for the boundaries inside compounds: a Bloom filter (Bloom 1970) over
//! the hashes of whole words, as [`Context`](super::context::Context) makes them.

use super::context::{mix, place};

/// A set of hashes that may answer yes to a few others too.
#[derive(Debug, Clone, Copy)]
pub struct Vocabulary<'b>(pub &'b [u8]);

/// How many bits stand for a word.
const PROBES: u32 = 4;

impl Vocabulary<'_> {
    /// Whether the word of this hash is in the set, or seems to be.
    pub(crate) fn contains(self, word: u32) -> bool {
        let mut bits = (0..PROBES).map(|probe| bit(self.0, word, probe));
        bits.all(|(byte, bit)| self.0[byte] & bit != 0)
    }

    /// Puts the word of this hash in the set.
    pub fn insert(bytes: &mut [u8], word: u32) {
        for probe in 0..PROBES {
            let (byte, bit) = bit(bytes, word, probe);
            bytes[byte] |= bit;
        }
    }
}

fn bit(bytes: &[u8], word: u32, probe: u32) -> (usize, u8) {
    let bit = place(mix(word, probe + 1), bytes.len() * 8, 1);
    (bit / 8, 1 << (bit % 8))
}
