//! Short texts that are written with a single store.

use std::collections::BTreeMap;

/// A text of at most seven bytes, padded to eight, the last of which is its length; empty where
/// there is none.
#[derive(Clone, Copy)]
pub(in crate::transliterate) struct Piece(&'static str);

impl Piece {
    /// How many bytes a piece takes up while it is written.
    pub(in crate::transliterate) const SIZE: usize = 8;
    pub(super) const NONE: Piece = Piece("");

    /// Writes the text, if there is one and room for the whole piece; says whether it did.
    #[inline(always)]
    pub(in crate::transliterate) fn write(self, output: &mut String) -> bool {
        // That there is room and something written lets the compiler drop all calls from here,
        // and so keep the string in registers.
        if self.0.len() != Piece::SIZE || output.capacity() - output.len() < Piece::SIZE {
            return false;
        }
        let len = self.0.as_bytes()[Piece::SIZE - 1] as usize % Piece::SIZE;
        let end = output.len() + len;
        if end == 0 {
            return false;
        }
        output.push_str(self.0);
        output.truncate(end);
        true
    }
}

/// Texts that become pieces, side by side in memory.
#[derive(Default)]
pub(super) struct Pool {
    padded: String,
    places: BTreeMap<String, usize>,
}

impl Pool {
    /// The place of a text, if it is short enough for a piece.
    pub(super) fn place(&mut self, text: &str) -> Option<usize> {
        if let Some(place) = self.places.get(text) {
            return Some(*place);
        }
        let padding = (Piece::SIZE - 1).checked_sub(text.len())?;
        let place = self.padded.len();
        self.places.insert(text.to_owned(), place);
        self.padded.push_str(text);
        self.padded.extend(std::iter::repeat_n(' ', padding));
        self.padded.push(char::from(text.len() as u8));
        Some(place)
    }

    /// The pieces at places. A scheme is compiled once and then stays, and so do its pieces.
    pub(super) fn into_pieces(self) -> impl Fn(usize) -> Piece + Copy {
        let padded: &'static str = self.padded.leak();
        |place| Piece(&padded[place..place + Piece::SIZE])
    }
}
