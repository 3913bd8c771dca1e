//! Text as one byte for each code point, so that what becomes of it can be looked up.

use super::scheme::table::Unit;

/// What stands at a byte offset: ASCII as it is, a Devanagari code point as [`DEVANAGARI`] and
/// its unit, and anything else as [`OTHER`].
pub(super) type Code = u8;

/// Marks the code of a Devanagari code point.
pub(super) const DEVANAGARI: Code = 0x80;
/// The code of what has none, and of U+0000.
pub(super) const OTHER: Code = 0;

/// The code of a letter or sign, without its nukta.
pub(super) const fn code_of(unit: Unit) -> Code {
    DEVANAGARI | unit
}

/// The unit of a code.
pub(super) const fn unit_of(code: Code) -> Option<Unit> {
    if code & DEVANAGARI == 0 {
        None
    } else {
        Some(code & !DEVANAGARI)
    }
}

/// The codes of a part of a text, by byte offset; between code points they mean nothing.
pub(super) struct Codes {
    start: usize,
    len: usize,
    codes: [Code; Codes::WINDOW],
    next: [u8; Codes::WINDOW],
}

impl Codes {
    /// How many bytes are read at once. Few, so that the offset after each is a byte; and yet
    /// many, for a code that is used just after it was written must be waited for.
    pub(super) const WINDOW: usize = 6 * STRIDE;

    pub(super) const fn new() -> Self {
        Codes {
            start: 0,
            len: 0,
            codes: [OTHER; Codes::WINDOW],
            next: [0; Codes::WINDOW],
        }
    }

    /// Reads a text from a byte offset at which a code point begins.
    pub(super) fn read(&mut self, text: &str, start: usize) {
        let bytes = &text.as_bytes()[start..];
        self.start = start;
        self.len = 0;
        let (codes, _) = self.codes.as_chunks_mut();
        let (next, _) = self.next.as_chunks_mut();
        for (codes, next) in codes.iter_mut().zip(next) {
            let rest = &bytes[self.len..];
            match rest.first_chunk() {
                Some(stride) => read_stride(stride, self.len as u8, codes, next),
                None => read_stride(&padded(rest), self.len as u8, codes, next),
            }
            self.len += rest.len().min(STRIDE);
            if self.len == bytes.len() {
                break;
            }
        }
    }

    /// The byte offset in the text at which the window begins.
    pub(super) fn start(&self) -> usize {
        self.start
    }

    /// The byte offset in the text at which the window ends.
    pub(super) fn end(&self) -> usize {
        self.start + self.len
    }

    /// For each byte of the window, the code of what begins there, and the offset of what
    /// comes after it.
    pub(super) fn window(&self) -> (&[Code], &[u8]) {
        (&self.codes[..self.len], &self.next[..self.len])
    }
}

/// How many bytes are read by one loop, which the compiler makes a few instructions.
const STRIDE: usize = 32;
/// How many bytes after the last one belong to what begins there.
const AHEAD: usize = 2;

fn read_stride(
    bytes: &[u8; STRIDE + AHEAD],
    offset: u8,
    codes: &mut [Code; STRIDE],
    next: &mut [u8; STRIDE],
) {
    // Without branches, so that it is done for many bytes at once.
    for index in 0..STRIDE {
        let (first, second, third) = (bytes[index], bytes[index + 1], bytes[index + 2]);
        let is_ascii = u8::from(first < 0x80);
        let is_devanagari = u8::from((first == 0xE0) & (second & 0xFE == 0xA4));
        // The third byte has the mark of Devanagari, and the low six bits of the unit.
        let code = third | (second & 1) << 6;
        codes[index] = (first & is_ascii.wrapping_neg()) | (code & is_devanagari.wrapping_neg());
        next[index] = offset + index as u8 + 1 + 2 * is_devanagari;
    }
}

fn padded(rest: &[u8]) -> [u8; STRIDE + AHEAD] {
    let mut padded = [0; STRIDE + AHEAD];
    padded[..rest.len()].copy_from_slice(rest);
    padded
}
