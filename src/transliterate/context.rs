//! The letters of a word in their context, and weights learned for it.
//!
//! Both learned models, of the spoken schwas and of romanization, see a letter in the same way:
//! through [features](Context::features) of what stands around it. A feature is a hash, and its
//! weights stand in one table at the place that the hash names (the hashing trick, Weinberger
//! and others 2009): the table holds no keys, and features that share a place share a weight,
//! in training too.

use crate::devanagari::{self, Class, VIRAMA};

/// The inherent vowel, where no vowel sign and no virama takes its place.
pub(crate) const INHERENT: Letter = Letter(0x80);
const INHERENT_NAME: &str = "अ\u{94D}";
/// What stands before the first letter and after the last.
const EDGE: Letter = Letter(0x81);

/// A letter of a word: a consonant with its nukta, a vowel or its sign, an inherent vowel, or
/// a sign such as the anusvara. Viramas, joiners and accents are none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Letter(u8);

/// What kind of letter it is, as far as syllables go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Edge,
    Inherent,
    ShortVowel,
    LongVowel,
    Consonant,
    Sign,
}

impl Letter {
    /// The letter of a code point; precomposed where it is a consonant with nukta.
    pub(crate) const fn of(code_point: char) -> Self {
        Letter((code_point as u32).wrapping_sub(devanagari::FIRST as u32) as u8)
    }

    /// The letter of a name that [`Letter::name`] gave.
    pub fn named(name: &str) -> Self {
        let mut code_points = name.chars();
        match (code_points.next(), code_points.next()) {
            (Some(code_point), None) => Letter::of(code_point),
            _ => INHERENT,
        }
    }

    /// The code point of the letter; `अ` with virama for the inherent vowel, which has none.
    pub fn name(self) -> String {
        match self {
            INHERENT => String::from(INHERENT_NAME),
            letter => String::from(letter.code_point()),
        }
    }

    /// A number of its own for each letter.
    pub fn code(self) -> u8 {
        self.0
    }

    /// The code point of the letter; U+0000 where it has none.
    pub(crate) fn code_point(self) -> char {
        match self {
            INHERENT | EDGE => '\0',
            Letter(offset) => {
                char::from_u32(devanagari::FIRST as u32 + u32::from(offset)).unwrap_or('\0')
            }
        }
    }

    /// Whether this is an inherent vowel.
    pub fn is_inherent(self) -> bool {
        self == INHERENT
    }

    pub(crate) const fn kind(self) -> Kind {
        const KINDS: [Kind; 256] = {
            let mut kinds = [Kind::Sign; 256];
            let mut offset = 0;
            while offset < 128 {
                let code_point = match char::from_u32(devanagari::FIRST as u32 + offset) {
                    Some(code_point) => code_point,
                    None => '\0',
                };
                kinds[offset as usize] = match (code_point, devanagari::class(code_point)) {
                    ('अ' | 'इ' | 'उ' | 'ऋ' | 'ि' | 'ु' | 'ृ', _) => Kind::ShortVowel,
                    (_, Some(Class::IndependentVowel | Class::Matra)) => Kind::LongVowel,
                    (_, Some(Class::Consonant)) => Kind::Consonant,
                    _ => Kind::Sign,
                };
                offset += 1;
            }
            kinds[INHERENT.0 as usize] = Kind::Inherent;
            kinds[EDGE.0 as usize] = Kind::Edge;
            kinds
        };
        KINDS[self.0 as usize]
    }

    pub(crate) const fn is_consonant(self) -> bool {
        matches!(self.kind(), Kind::Consonant)
    }

    pub(crate) const fn is_vowel(self) -> bool {
        matches!(
            self.kind(),
            Kind::Inherent | Kind::ShortVowel | Kind::LongVowel
        )
    }

    fn with_nukta(self) -> Self {
        devanagari::with_nukta(self.code_point()).map_or(self, Letter::of)
    }
}

/// The letters of one word, ready to be looked at in their context.
#[derive(Debug, Clone, Default)]
pub struct Context {
    letters: Vec<Letter>,
    /// Hashes of the word up to a letter, and from a letter on.
    prefixes: Vec<u32>,
    suffixes: Vec<u32>,
}

/// How far a window reaches to either side, and how long it is beside the letter itself.
const REACH: usize = 4;
/// The half widths of the windows in which only the kinds of letters are seen.
const SHAPES: [usize; 2] = [4, 6];

impl Context {
    /// Reads a word, in place of the one before. Other scripts are passed over.
    pub fn read(&mut self, word: &str) {
        self.letters.clear();
        let mut open = false;
        for character in word.chars() {
            let Some(class) = devanagari::class(character) else {
                continue;
            };
            if character == VIRAMA {
                open = false;
                continue;
            }
            match class {
                Class::Nukta => {
                    if let Some(last) = self.letters.last_mut() {
                        *last = last.with_nukta();
                    }
                    continue;
                }
                Class::Accent => continue,
                Class::Matra => {}
                _ if open => self.letters.push(INHERENT),
                _ => {}
            }
            open = class == Class::Consonant;
            self.letters.push(Letter::of(character));
        }
        if open {
            self.letters.push(INHERENT);
        }
        let hash_on = |hash: &mut u32, letter: &Letter| {
            *hash = mix(*hash, letter.0.into());
            Some(*hash)
        };
        self.prefixes.clear();
        self.prefixes
            .extend(self.letters.iter().scan(PREFIX, hash_on));
        self.suffixes.clear();
        self.suffixes
            .extend(self.letters.iter().rev().scan(SUFFIX, hash_on));
        self.suffixes.reverse();
    }

    /// The hash of the word up to the letter at `index`, as of a whole word.
    pub fn prefix(&self, index: usize) -> u32 {
        self.prefixes.get(index).copied().unwrap_or(PREFIX)
    }

    /// The hash of the word from the letter at `index` on, as of a whole word read backward.
    pub fn suffix(&self, index: usize) -> u32 {
        self.suffixes.get(index).copied().unwrap_or(SUFFIX)
    }

    /// The letters of the word.
    pub fn letters(&self) -> &[Letter] {
        &self.letters
    }

    /// The letter at an offset from the one at `index`; an edge outside of the word.
    pub(crate) fn near(&self, index: usize, offset: isize) -> Letter {
        let near = index.checked_add_signed(offset);
        let letter = near.and_then(|near| self.letters.get(near));
        letter.copied().unwrap_or(EDGE)
    }

    /// Appends the features of the letter at `index`: every window of up to four letters around
    /// it, the whole word before and after it, and the wider shapes.
    ///
    /// `shape` tells what is known of the letter at an offset beside its kind, from 0 to 3.
    pub(crate) fn features(
        &self,
        index: usize,
        shape: impl Fn(isize) -> u32,
        features: &mut Vec<u32>,
    ) {
        let mut before = WINDOW;
        for left in 0..=REACH {
            if left > 0 {
                before = mix(before, self.near(index, -(left as isize)).0.into());
            }
            let mut window = mix(before, left as u32);
            for right in 0..=REACH - left {
                window = mix(window, self.near(index, right as isize).0.into());
                features.push(window);
                if index + right >= self.letters.len() {
                    break;
                }
            }
            if left > index {
                break;
            }
        }
        features.push(self.prefixes[index]);
        features.push(self.suffixes[index]);
        for half in SHAPES {
            let mut hash = mix(SHAPE, half as u32);
            let half = half as isize;
            for offset in -half..=half {
                let kind = self.near(index, offset).kind() as u32;
                hash = mix(hash, kind << 2 | shape(offset));
            }
            features.push(mix(hash, self.letters[index].0.into()));
        }
    }
}

/// Seeds, so that features of different kinds differ.
const WINDOW: u32 = 0x57;
const SHAPE: u32 = 0x53;
const PREFIX: u32 = 0x50;
const SUFFIX: u32 = 0x45;

pub(crate) fn pair(one: Letter, other: Letter) -> u32 {
    u32::from(one.0) << 8 | u32::from(other.0)
}

/// Takes a value into a hash (the multiplication and shift of MurmurHash3's finalizer).
pub(crate) const fn mix(hash: u32, value: u32) -> u32 {
    let mut hash = (hash ^ value.wrapping_mul(0x9E37_79B1)).wrapping_mul(0x85EB_CA6B);
    hash ^= hash >> 15;
    hash = hash.wrapping_mul(0xC2B2_AE35);
    hash ^ hash >> 13
}

/// The place of a feature in a table of `length` places that leaves `width` of them after it.
pub const fn place(feature: u32, length: usize, width: usize) -> usize {
    ((feature as u64 * (length - width + 1) as u64) >> 32) as usize
}

/// Learned weights, in units of [`WEIGHT_UNIT`].
#[derive(Debug, Clone, Copy)]
pub(crate) struct Weights(pub(crate) &'static [u8]);

impl Weights {
    /// The weights of all features for each of several labels, added up.
    pub(crate) fn add(self, features: &[u32], sums: &mut [i32]) {
        for feature in features {
            let place = place(*feature, self.0.len(), sums.len());
            for (sum, weight) in sums.iter_mut().zip(&self.0[place..]) {
                *sum += i32::from(weight.cast_signed());
            }
        }
    }
}

/// What a weight of one stands for, in natural logarithms of odds.
pub const WEIGHT_UNIT: f32 = 1.0 / 32.0;
