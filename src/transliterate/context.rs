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
#[derive(Debug, Clone)]
pub struct Context {
    /// With [`MARGIN`] edges on either side, so that all that is near a letter stands there.
    letters: Vec<Letter>,
    /// The same letters, [`spread`] to be taken into hashes, and their kinds.
    spread_letters: Vec<u32>,
    shapes: Vec<Shape>,
    /// Hashes of the word up to a letter, and from a letter on.
    prefixes: Vec<u32>,
    suffixes: Vec<u32>,
}

/// How far a window reaches to either side, and how long it is beside the letter itself.
const REACH: usize = 4;
/// How far a letter sees to either side, and how many letters it sees with itself.
pub(crate) const MARGIN: usize = 6;
pub(crate) const SEEN: usize = 2 * MARGIN + 1;

impl Default for Context {
    fn default() -> Self {
        Context {
            letters: vec![EDGE; 2 * MARGIN],
            spread_letters: Vec::new(),
            shapes: Vec::new(),
            prefixes: Vec::new(),
            suffixes: Vec::new(),
        }
    }
}

impl Context {
    /// Reads a word, in place of the one before. Other scripts are passed over.
    pub fn read(&mut self, word: &str) {
        self.letters.truncate(MARGIN);
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
                    if let Some(last) = self.letters[MARGIN..].last_mut() {
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
        let letters = &self.letters[MARGIN..];
        self.prefixes.clear();
        self.prefixes.extend(letters.iter().scan(PREFIX, hash_on));
        self.suffixes.clear();
        self.suffixes
            .extend(letters.iter().rev().scan(SUFFIX, hash_on));
        self.suffixes.reverse();
        self.letters.extend([EDGE; MARGIN]);
        self.spread_letters.clear();
        self.spread_letters
            .extend(self.letters.iter().map(|letter| spread(letter.0.into())));
        self.shapes.clear();
        self.shapes
            .extend(self.letters.iter().map(|letter| Shape::of(*letter, 0)));
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
        &self.letters[MARGIN..self.letters.len() - MARGIN]
    }

    /// The letter at an offset from the one at `index`; an edge outside of the word.
    pub(crate) fn near(&self, index: usize, offset: isize) -> Letter {
        let near = (index + MARGIN).checked_add_signed(offset);
        let letter = near.and_then(|near| self.letters.get(near));
        letter.copied().unwrap_or(EDGE)
    }

    /// The kinds of the letters that the letter at `index` sees, itself in the middle.
    pub(crate) fn shapes(&self, index: usize) -> [Shape; SEEN] {
        let seen = self.shapes[index..].first_chunk();
        seen.copied().unwrap_or([Shape::of(EDGE, 0); SEEN])
    }

    /// Appends the features of the letter at `index`: every window of up to four letters around
    /// it, the whole word before and after it, and the wider shapes.
    pub(crate) fn features(&self, index: usize, shapes: &[Shape; SEEN], features: &mut Vec<u32>) {
        let Some(letters) = self.spread_letters[index..].first_chunk::<SEEN>() else {
            return;
        };
        let last = self.prefixes.len() - index;
        let mut before = WINDOW;
        for left in 0..=REACH.min(index + 1) {
            if left > 0 {
                before = mix_spread(before, letters[MARGIN - left]);
            }
            let mut window = mix(before, left as u32);
            let letters = &letters[MARGIN..=MARGIN + (REACH - left).min(last)];
            features.extend(letters.iter().map(|letter| {
                window = mix_spread(window, *letter);
                window
            }));
        }
        features.extend([
            self.prefixes[index],
            self.suffixes[index],
            mix_spread(shape::<4>(shapes), letters[MARGIN]),
            mix_spread(shape::<MARGIN>(shapes), letters[MARGIN]),
        ]);
    }
}

/// The hash of the shapes up to `HALF` letters away.
fn shape<const HALF: usize>(shapes: &[Shape; SEEN]) -> u32 {
    let seed = mix(SHAPE, HALF as u32);
    (MARGIN - HALF..=MARGIN + HALF).fold(seed, |hash, place| mix_spread(hash, shapes[place].0))
}

/// What is seen of a letter that stands further away, [`spread`] to be taken into hashes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shape(u32);

impl Shape {
    /// The kind of a letter and what else is known of it, from 0 to 3.
    pub(crate) const fn of(letter: Letter, more: u32) -> Self {
        Shape(spread((letter.kind() as u32) << 2 | more))
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
    mix_spread(hash, spread(value))
}

/// What of [`mix`] can be done once for a value that is taken into several hashes.
const fn spread(value: u32) -> u32 {
    value.wrapping_mul(0x9E37_79B1)
}

const fn mix_spread(hash: u32, spread: u32) -> u32 {
    let mut hash = (hash ^ spread).wrapping_mul(0x85EB_CA6B);
    hash ^= hash >> 15;
    hash = hash.wrapping_mul(0xC2B2_AE35);
    hash ^ hash >> 13
}

/// The place of a feature in a table of `length` places that leaves `width` of them after it.
pub const fn place(feature: u32, length: usize, width: usize) -> usize {
    ((feature as u64 * (length - width + 1) as u64) >> 32) as usize
}

/// Learned weights for at most so many labels, in units of [`WEIGHT_UNIT`].
#[derive(Debug, Clone, Copy)]
pub(crate) struct Weights<const MOST_LABELS: usize> {
    /// With zeros after them, so that as many follow each place as there may be labels: adding
    /// them all is faster than adding as many as there are.
    padded: &'static [u8],
    length: usize,
}

impl<const MOST_LABELS: usize> Weights<MOST_LABELS> {
    /// Of a table that [`padded`] made.
    pub(crate) const fn new(padded: &'static [u8]) -> Self {
        Weights {
            padded,
            length: padded.len() - MOST_LABELS,
        }
    }

    /// Adds the weights of features, at most 256 of them, for each of several labels. What is
    /// added to the sums after the last label means nothing.
    pub(crate) fn add(
        self,
        features: &[u32],
        labels: usize,
        mut sums: [i16; MOST_LABELS],
    ) -> [i16; MOST_LABELS] {
        for feature in features {
            let weights = &self.padded[place(*feature, self.length, labels)..];
            let weights = weights.first_chunk().unwrap_or(&[0; MOST_LABELS]);
            for (sum, weight) in sums.iter_mut().zip(weights) {
                *sum += i16::from(weight.cast_signed());
            }
        }
        sums
    }
}

/// A table of weights with zeros after it.
pub(crate) const fn padded<const LENGTH: usize>(weights: &[u8]) -> [u8; LENGTH] {
    let mut padded = [0; LENGTH];
    padded
        .split_at_mut(weights.len())
        .0
        .copy_from_slice(weights);
    padded
}

/// What a weight of one stands for, in natural logarithms of odds.
pub const WEIGHT_UNIT: f32 = 1.0 / 32.0;
