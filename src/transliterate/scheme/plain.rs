//! How plain text is written: what follows from a code point and the one before it alone.

use super::piece::{Piece, Pool};
use super::table::{Compiled, Unit, VIRAMA, VOWEL_A, WITH_NUKTA, class, code_point, offset};
use crate::devanagari::Class;
use crate::transliterate::codes::{Code, OTHER, unit_of};
use crate::transliterate::{Danda, Digits};

/// How each code is written after each other, where no more must be known.
///
/// A consonant is written without its vowel, which waits for what follows: a sign takes its
/// place, and before anything else the inherent vowel is written along with that.
pub(in crate::transliterate) struct Plain {
    /// For the code before, how each code is written.
    after: [&'static Row; 256],
    /// ASCII that would be read as something else.
    pub(in crate::transliterate) foreign: u128,
}

type Row = [Piece; 256];

impl Plain {
    pub(super) fn new(scheme: &Compiled, digits: Digits, danda: Danda) -> Self {
        let mut foreign = 0;
        if scheme.escape.is_some() {
            foreign = scheme.ascii_letters;
            if digits == Digits::Convert {
                foreign |= scheme.ascii_digits;
            }
            if danda == Danda::Convert {
                foreign |= scheme.ascii_dandas;
            }
        }
        let writer = Writer {
            scheme,
            digits,
            danda,
            foreign,
        };
        let mut befores: Vec<Before> = Vec::new();
        let places: [usize; 256] = std::array::from_fn(|code| {
            let before = writer.before(code as Code);
            let known = befores.iter().position(|known| *known == before);
            known.unwrap_or_else(|| {
                befores.push(before);
                befores.len() - 1
            })
        });
        let rows = writer.rows(&befores);
        Plain {
            after: places.map(|place| &rows[place]),
            foreign,
        }
    }

    /// How a code is written after another.
    #[inline(always)]
    pub(in crate::transliterate) fn piece(&self, before: Code, code: Code) -> Piece {
        self.after[before as usize][code as usize]
    }
}

/// What of the code before matters.
#[derive(PartialEq)]
struct Before {
    /// It is a consonant, whose vowel is not yet written.
    waits: bool,
    /// The units that would be misread after it.
    clashing: [bool; 256],
}

struct Writer<'s> {
    scheme: &'s Compiled,
    digits: Digits,
    danda: Danda,
    foreign: u128,
}

impl Writer<'_> {
    fn before(&self, code: Code) -> Before {
        let unit = unit_of(code).filter(|unit| !self.is_kept(*unit));
        let befores: Vec<Unit> = match unit.map(|unit| (unit, class(unit))) {
            None => Vec::new(),
            Some((_, Class::Consonant)) => vec![VOWEL_A],
            // Whichever consonant has lost its vowel; a closer look tells which.
            Some((_, Class::Virama)) => (0..=255)
                .filter(|unit| class(*unit) == Class::Consonant || *unit == VIRAMA)
                .collect(),
            Some((unit, _)) => vec![unit],
        };
        let clashes = |after| {
            let mut befores = befores.iter();
            befores.any(|before| self.scheme.clashes(*before, after))
        };
        Before {
            waits: unit.is_some_and(|unit| class(unit) == Class::Consonant),
            clashing: std::array::from_fn(|after| clashes(after as Unit)),
        }
    }

    fn is_kept(&self, unit: Unit) -> bool {
        match class(unit) {
            Class::Digit => self.digits == Digits::Keep,
            Class::Danda => self.danda == Danda::Keep,
            _ => false,
        }
    }

    fn rows(&self, befores: &[Before]) -> &'static [Row] {
        let mut pool = Pool::default();
        let mut place = |before, code| pool.place(&self.text(before, code)?);
        let places: Vec<[Option<usize>; 256]> = befores
            .iter()
            .map(|before| std::array::from_fn(|code| place(before, code as Code)))
            .collect();
        let piece = pool.into_pieces();
        places
            .into_iter()
            .map(|row| row.map(|place| place.map_or(Piece::NONE, piece)))
            .collect::<Vec<Row>>()
            .leak()
    }

    /// How a code is written, with the vowel that waits before it; `None` where that takes a
    /// closer look.
    fn text(&self, before: &Before, code: Code) -> Option<String> {
        let scheme = self.scheme;
        let text = match unit_of(code) {
            None => self.is_plain_ascii(code).then(|| char::from(code).into())?,
            Some(unit) => match class(unit) {
                Class::Matra if before.waits => return scheme.text(unit).map(str::to_owned),
                Class::Virama if before.waits => return Some(String::new()),
                Class::Matra | Class::Virama | Class::Nukta | Class::Avagraha | Class::Accent => {
                    return None;
                }
                // These are written as they sound, which depends on what follows.
                Class::Anusvara if scheme.spoken => return None,
                Class::Consonant if scheme.spoken && unit == offset('ज') => return None,
                _ if self.is_kept(unit) => code_point(unit).into(),
                _ if before.clashing[unit as usize] => return None,
                Class::Consonant if before.clashing[(unit | WITH_NUKTA) as usize] => return None,
                _ => scheme.text(unit)?.to_owned(),
            },
        };
        if before.waits {
            return Some(scheme.text(VOWEL_A).unwrap_or_default().to_owned() + &text);
        }
        Some(text)
    }

    /// Whether an ASCII character passes unchanged, whatever follows.
    fn is_plain_ascii(&self, code: Code) -> bool {
        // A separator or an avagraha where it stands in such a place.
        let may_be_sign = self.scheme.escape.is_some()
            && (code == b':' || self.scheme.quote == Some(char::from(code)));
        code != OTHER && !may_be_sign && self.foreign >> code & 1 == 0
    }
}
