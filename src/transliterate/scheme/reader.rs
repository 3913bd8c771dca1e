//! How plain Latin text is read: what follows from its bytes alone.

use std::collections::BTreeMap;

use super::piece::{Piece, Pool};
use super::table::{
    Compiled, Meaning, NONE, Trie, Unit, VOWEL_A, WITH_NUKTA, class, code_point, offset, vowel_sign,
};
use crate::devanagari::{self, Class};
use crate::transliterate::{Danda, Digits};

/// A machine that takes text byte by byte, and knows at each what it has read since it last wrote
/// something. Where a byte does not go on with that, it is written, as the longest that could be
/// read.
pub(in crate::transliterate) struct Reader {
    /// The column of each byte; column 0 is for the bytes that take a closer look.
    columns: [u8; 256],
    /// Rows of what each column leads to.
    states: Vec<State>,
    width: u16,
    pieces: Vec<Piece>,
    /// What stands after each piece.
    after: Vec<After>,
}

/// What has been read but not yet written, and the row for the next byte.
#[derive(Clone, Copy)]
pub(in crate::transliterate) struct State {
    row: u16,
    /// The piece, and [`State::WRITES`] if what had been read before is written now.
    piece: u16,
}

impl State {
    const WRITES: u16 = 1 << 15;
    /// Takes a closer look.
    const STOP: State = State {
        row: u16::MAX,
        piece: 0,
    };

    pub(in crate::transliterate) fn is_stop(self) -> bool {
        self.row == u16::MAX
    }

    /// Whether what had been read before is written now.
    pub(in crate::transliterate) fn writes(self) -> bool {
        self.piece & State::WRITES != 0
    }

    /// What has been read.
    pub(in crate::transliterate) fn piece(self) -> usize {
        (self.piece & !State::WRITES) as usize
    }

    fn writing(self) -> State {
        State {
            piece: self.piece | State::WRITES,
            ..self
        }
    }
}

/// What stands after a piece: the unit that was read, if it is not kept text, and whether that is
/// a consonant that waits for its vowel.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::transliterate) struct After {
    pub(in crate::transliterate) before: Unit,
    pub(in crate::transliterate) waits: bool,
}

impl After {
    fn unit(before: Unit) -> Self {
        After {
            before,
            waits: false,
        }
    }
}

impl Reader {
    /// The piece of nothing.
    pub(in crate::transliterate) const NOTHING: usize = 0;

    pub(super) fn new(scheme: &Compiled, digits: Digits, danda: Danda) -> Self {
        let builder = Builder {
            scheme,
            digits,
            danda,
            bytes: Vec::new(),
            rows: Vec::new(),
            row_of: BTreeMap::new(),
            pool: Pool::default(),
            pieces: Vec::new(),
            index_of: BTreeMap::new(),
        };
        builder.build()
    }

    /// The state in which nothing has been read since a consonant that waits, or anything else.
    pub(in crate::transliterate) fn start(&self, waits: bool) -> State {
        State {
            row: if waits { self.width } else { 0 },
            piece: Reader::NOTHING as u16,
        }
    }

    /// The state after a byte.
    #[inline(always)]
    pub(in crate::transliterate) fn next(&self, state: State, byte: u8) -> State {
        let place = state.row as usize + self.columns[byte as usize] as usize;
        self.states.get(place).copied().unwrap_or(State::STOP)
    }

    /// The piece of a state.
    #[inline(always)]
    pub(in crate::transliterate) fn piece(&self, index: usize) -> Piece {
        self.pieces[index]
    }

    /// What stands after a piece.
    pub(in crate::transliterate) fn after(&self, index: usize) -> After {
        self.after[index]
    }
}

struct Builder<'s> {
    scheme: &'s Compiled,
    digits: Digits,
    danda: Danda,
    /// The byte of each column but the first.
    bytes: Vec<u8>,
    /// The node of the trie that each row is for, and whether a consonant waits. The rows of the
    /// root are for when a piece has come to its end.
    rows: Vec<(u16, bool)>,
    row_of: BTreeMap<(u16, bool), usize>,
    pool: Pool,
    pieces: Vec<(usize, After)>,
    index_of: BTreeMap<(usize, After), usize>,
}

impl Builder<'_> {
    fn build(mut self) -> Reader {
        let trie = &self.scheme.trie;
        let is_read = |byte: &u8| trie.holds(*byte) || self.is_kept(*byte);
        self.bytes = (0..=u8::MAX).filter(is_read).collect();
        let mut columns = [0; 256];
        for (column, byte) in (1..).zip(&self.bytes) {
            columns[*byte as usize] = column;
        }
        self.piece("", After::unit(NONE));
        for waits in [false, true] {
            self.row(Trie::ROOT, waits);
        }
        let mut states: Vec<State> = Vec::new();
        let mut row = 0;
        while row < self.rows.len() {
            let (node, waits) = self.rows[row];
            let start = states.len();
            match self.read(node, waits) {
                // What ends a piece begins another.
                Some((_, after)) => {
                    let ended = usize::from(after.waits) * self.width();
                    states.extend_from_within(ended..ended + self.width());
                }
                None => states.resize(start + self.width(), State::STOP),
            }
            for column in 0..self.bytes.len() {
                let byte = self.bytes[column];
                let child = self.scheme.trie.next(node, byte);
                let state = match (node, child) {
                    (Trie::ROOT, Trie::ROOT) => self.keep(waits, byte).map(State::writing),
                    (Trie::ROOT, child) => self.reach(child, waits).map(State::writing),
                    (_, Trie::ROOT) => continue,
                    (_, child) => self.reach(child, waits),
                };
                states[start + 1 + column] = state.unwrap_or(State::STOP);
            }
            row += 1;
        }
        let width = self.width() as u16;
        let piece = self.pool.into_pieces();
        Reader {
            columns,
            states,
            width,
            pieces: self.pieces.iter().map(|(place, _)| piece(*place)).collect(),
            after: self.pieces.iter().map(|(_, after)| *after).collect(),
        }
    }

    fn width(&self) -> usize {
        self.bytes.len() + 1
    }

    /// The state after a byte that begins nothing and passes unchanged.
    fn keep(&mut self, waits: bool, byte: u8) -> Option<State> {
        let kept = self.is_kept(byte).then(|| char::from(byte).to_string())?;
        let (piece, after) = self.piece_after(waits, kept, NONE)?;
        self.at_end(piece, after)
    }

    /// The state in which the text has led to a node.
    fn reach(&mut self, node: u16, waits: bool) -> Option<State> {
        let read = self.read(node, waits);
        if self.scheme.trie.is_leaf(node) {
            let (piece, after) = read?;
            return self.at_end(piece, after);
        }
        let row = self.row(node, waits)?;
        let piece = read.map_or(Reader::NOTHING as u16, |(piece, _)| piece);
        Some(State { row, piece })
    }

    /// The state in which a piece has come to its end.
    fn at_end(&mut self, piece: u16, after: After) -> Option<State> {
        let row = self.row(Trie::ROOT, after.waits)?;
        Some(State { row, piece })
    }

    fn row(&mut self, node: u16, waits: bool) -> Option<u16> {
        let row = *self.row_of.entry((node, waits)).or_insert_with(|| {
            self.rows.push((node, waits));
            self.rows.len() - 1
        });
        u16::try_from(row * self.width())
            .ok()
            .filter(|row| *row != State::STOP.row)
    }

    /// The piece of the text that leads to a node; `None` if that takes a closer look.
    fn read(&mut self, node: u16, waits: bool) -> Option<(u16, After)> {
        let Some(Meaning::Unit(unit)) = self.scheme.trie.meanings[node as usize] else {
            return None;
        };
        let (text, before) = match class(unit) {
            Class::Consonant if unit & WITH_NUKTA != 0 => {
                (format!("{}{}", code_point(unit), devanagari::NUKTA), unit)
            }
            Class::IndependentVowel | Class::Matra if waits => {
                let sign = vowel_sign(unit).map(|sign| (code_point(sign).to_string(), sign));
                return match sign {
                    _ if unit == VOWEL_A => self.piece("", After::unit(unit)),
                    Some((sign, unit)) => self.piece(&sign, After::unit(unit)),
                    None => self.piece_after(waits, code_point(unit).to_string(), unit),
                };
            }
            // After a consonant its sounds are read one by one.
            Class::Om if waits => return None,
            Class::Digit if self.digits == Digits::Keep => {
                let digit = char::from(b'0' + (unit - offset('०')));
                (digit.to_string(), NONE)
            }
            Class::Danda if self.danda == Danda::Keep => return None,
            Class::Avagraha if self.scheme.quote.is_some() => return None,
            Class::Matra | Class::Accent | Class::Nukta => return None,
            _ => (code_point(unit).to_string(), unit),
        };
        self.piece_after(waits, text, before)
    }

    /// A piece that silences the consonant before it, should one wait.
    fn piece_after(&mut self, waits: bool, text: String, before: Unit) -> Option<(u16, After)> {
        let after = After {
            before,
            waits: class(before) == Class::Consonant,
        };
        if waits {
            return self.piece(&format!("{}{text}", devanagari::VIRAMA), after);
        }
        self.piece(&text, after)
    }

    fn piece(&mut self, text: &str, after: After) -> Option<(u16, After)> {
        let piece = (self.pool.place(text)?, after);
        let index = *self.index_of.entry(piece).or_insert_with(|| {
            self.pieces.push(piece);
            self.pieces.len() - 1
        });
        u16::try_from(index)
            .ok()
            .filter(|index| index & State::WRITES == 0)
            .map(|index| (index, after))
    }

    /// Whether a byte is a character that passes unchanged.
    fn is_kept(&self, byte: u8) -> bool {
        byte.is_ascii()
            && !byte.is_ascii_alphabetic()
            && self.scheme.trie.next(Trie::ROOT, byte) == Trie::ROOT
    }
}
