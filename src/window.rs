//! Windows: a stretch of text looked at as a whole, with a bit for each byte.
//!
//! From one code point to the next the processor would have to guess what comes, and Hindi is
//! hard to guess. So graphemes, tokens and sentences ask first of each of 64 bytes the same few
//! questions without a branch, which the compiler does for many bytes at once, and then go from
//! one bit to the next.

/// How many bytes are looked at at once.
pub(crate) const LENGTH: usize = u64::BITS as usize;
/// How many bytes before and after those are seen too: the rest of a code point.
pub(crate) const MARGIN: usize = 2;

/// The bytes of a window and its margins.
pub(crate) type Bytes = [u8; MARGIN + LENGTH + MARGIN];

/// Looks at the window that begins at `start`. Outside of the text it holds bytes that begin no
/// code point, but for a space at its end.
#[inline(always)]
pub(crate) fn look<T>(text: &str, start: usize, at: impl FnOnce(&Bytes) -> T) -> T {
    let bytes = text.as_bytes();
    let before = start.checked_sub(MARGIN);
    let padded;
    let window = match before.and_then(|before| bytes.get(before..)?.first_chunk()) {
        Some(window) => window,
        None => {
            padded = pad(bytes, start);
            &padded
        }
    };
    at(window)
}

#[inline(never)]
fn pad(bytes: &[u8], start: usize) -> Bytes {
    let mut padded = [0x80; MARGIN + LENGTH + MARGIN];
    let before = start.min(MARGIN);
    let rest = &bytes[start - before..];
    let seen = &mut padded[MARGIN - before..];
    let length = rest.len().min(seen.len());
    seen[..length].copy_from_slice(&rest[..length]);
    if let Some(end) = seen.get_mut(length) {
        *end = b' ';
    }
    padded
}

/// Whether a byte is one of these, `first` and `last` included.
#[inline(always)]
pub(crate) fn is_within(byte: u8, first: u8, last: u8) -> bool {
    byte.wrapping_sub(first) <= last - first
}

/// Whether a byte begins a code point, as every one does that continues none.
#[inline(always)]
pub(crate) fn begins_code_point(byte: u8) -> bool {
    byte as i8 >= 0xC0_u8 as i8
}

/// Asks of each place of the window, and gives a bit for each, the first one lowest.
#[inline(always)]
pub(crate) fn bits(is_set: impl Fn(usize) -> bool) -> u64 {
    let [bits] = bits_of_each(|place| [is_set(place)]);
    bits
}

/// The same for several questions at once.
#[inline(always)]
pub(crate) fn bits_of_each<const QUESTIONS: usize>(
    are_set: impl Fn(usize) -> [bool; QUESTIONS],
) -> [u64; QUESTIONS] {
    // The processor holds sixteen bytes at once. Each of the four rows leaves its bit in them, so
    // that only one row has to be put in order.
    let mut lanes = [[0_u8; 16]; QUESTIONS];
    for row in 0..LENGTH / 16 {
        for lane in 0..16 {
            let answers = are_set(16 * row + lane);
            for (bits, answer) in lanes.iter_mut().zip(answers) {
                bits[lane] |= 0_u8.wrapping_sub(u8::from(answer)) & 1 << (2 * row);
            }
        }
    }
    lanes.map(|lanes| {
        let (halves, _) = lanes.as_chunks::<8>();
        transposed(u64::from_le_bytes(halves[0]) | u64::from_le_bytes(halves[1]) << 1)
    })
}

/// Eight bytes as a matrix of bits, with rows and columns exchanged: by blocks of one, two and
/// four bits (Warren, Hacker's Delight, section 7-3).
#[inline(always)]
fn transposed(matrix: u64) -> u64 {
    let steps = [
        (7, 0x00AA_00AA_00AA_00AA),
        (14, 0x0000_CCCC_0000_CCCC),
        (28, 0x0000_0000_F0F0_F0F0),
    ];
    steps.into_iter().fold(matrix, |matrix, (distance, mask)| {
        let exchanged = (matrix ^ matrix >> distance) & mask;
        matrix ^ exchanged ^ exchanged << distance
    })
}

/// Byte offsets that were found in a window, as bits.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Offsets {
    window: usize,
    bits: u64,
}

impl Default for Offsets {
    /// Those of a window in which no position lies.
    fn default() -> Self {
        Offsets::new(usize::MAX - LENGTH, 0)
    }
}

impl Offsets {
    /// Bit `n` stands for the byte `window + n`.
    pub(crate) fn new(window: usize, bits: u64) -> Self {
        Offsets { window, bits }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.bits == 0
    }

    /// Takes the first one off; there must be one.
    #[inline(always)]
    pub(crate) fn take_first(&mut self) -> usize {
        let offset = self.bits.trailing_zeros() as usize;
        self.bits &= self.bits.wrapping_sub(1);
        self.window + offset
    }

    /// The first one at or after a position, as far as the window goes.
    #[inline(always)]
    pub(crate) fn first_from(&self, position: usize) -> Option<usize> {
        let bits = match position.wrapping_sub(self.window) {
            passed if passed < LENGTH => self.bits >> passed,
            _ => 0,
        };
        (bits != 0).then(|| position + bits.trailing_zeros() as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_place_has_its_bit() {
        for place in 0..LENGTH {
            assert_eq!(bits(|at| at == place), 1 << place);
            assert_eq!(bits(|at| at >= place), u64::MAX << place);
        }
    }

    #[test]
    fn a_window_holds_the_text_and_a_space_after_its_end() {
        let text: String = ('\u{21}'..'\u{7F}').collect();
        for start in 0..text.len() {
            let seen = look(&text, start, |window| *window);
            for (place, byte) in seen.into_iter().enumerate() {
                let expected = match (start + place).checked_sub(MARGIN) {
                    None => 0x80,
                    Some(at) if at == text.len() => b' ',
                    Some(at) => text.as_bytes().get(at).copied().unwrap_or(0x80),
                };
                assert_eq!(byte, expected, "{start} + {place}");
            }
        }
    }
}
