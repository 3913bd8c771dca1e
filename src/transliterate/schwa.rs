//! Which inherent schwas are spoken.
//!
//! The rules are those of Hindi phonology: a schwa is silent at the end of a word, and between
//! a vowel with one consonant and a consonant with a vowel (Ohala 1983; the order, from the
//! end to the beginning, after Narasimhan, Sproat and Kiraz 2004). They know nothing of where
//! a compound is joined (`लोक|सभा`), so with the feature `trained` learned weights have the
//! last word, for which the answer of the rules is one feature among others.

use super::context::{Context, INHERENT, Letter, MARGIN, Shape, mix, pair};
#[cfg(feature = "trained")]
use super::context::{Weights, padded};
use super::vocabulary::Vocabulary;
use crate::devanagari::{ANUSVARA, CHANDRABINDU};

#[cfg(feature = "trained")]
const LEARNED: &[u8] = include_bytes!("../../data/schwa.weights");
#[cfg(feature = "trained")]
static PADDED: [u8; LEARNED.len() + 1] = padded(LEARNED);
#[cfg(feature = "trained")]
static WEIGHTS: Weights<1> = Weights::new(&PADDED);
#[cfg(feature = "trained")]
const VOCABULARY: Vocabulary<'_> = Vocabulary(include_bytes!("../../data/schwa.vocabulary"));

/// Which inherent schwas of a word are spoken, in the order of the word.
///
/// An inherent schwa stands after every consonant that has neither a vowel sign nor a virama.
/// The text is taken for one word, and other scripts in it are passed over: cut a text into
/// [`words`](crate::words) first, or the last schwa of each but the last is taken for one inside
/// a word.
///
/// ```
/// use akshar::transliterate::spoken_schwas;
///
/// assert_eq!(spoken_schwas("समाजवादी"), [true, false]); // samājvādī
/// assert_eq!(spoken_schwas("कमल"), [true, true, false]); // kamal
/// assert_eq!(spoken_schwas("न"), [true]); // na
/// ```
#[must_use]
pub fn spoken_schwas(word: &str) -> Vec<bool> {
    let mut speaker = Speaker::default();
    speaker.read(word);
    speaker.spoken_schwas().collect()
}

/// Tells of one word after the other which schwas are spoken.
#[derive(Debug, Clone, Default)]
pub struct Speaker {
    context: Context,
    by_rule: Vec<bool>,
    spoken: Vec<bool>,
    #[cfg(feature = "trained")]
    features: Vec<u32>,
}

impl Speaker {
    /// Reads a word, in place of the one before.
    pub fn read(&mut self, word: &str) {
        self.context.read(word);
        by_rule(&self.context, &mut self.by_rule);
        self.spoken.clone_from(&self.by_rule);
        #[cfg(feature = "trained")]
        for index in (0..self.spoken.len()).rev() {
            if self.context.letters()[index] == INHERENT {
                let mut seen = std::mem::take(&mut self.features);
                seen.clear();
                features(self, VOCABULARY, index, &self.spoken, &mut seen);
                let [sum] = WEIGHTS.add(&seen, 1, [0]);
                self.spoken[index] = sum > 0;
                self.features = seen;
            }
        }
    }

    /// The word that was read.
    pub fn context(&self) -> &Context {
        &self.context
    }

    /// For each letter of the word, whether it is spoken by the rules.
    pub fn by_rule(&self) -> &[bool] {
        &self.by_rule
    }

    /// For each letter of the word, whether it is spoken.
    pub(crate) fn spoken(&self) -> &[bool] {
        &self.spoken
    }

    /// For each inherent schwa of the word, whether it is spoken.
    pub(crate) fn spoken_schwas(&self) -> impl Iterator<Item = bool> {
        let letters = self.context.letters().iter().zip(&self.spoken);
        letters
            .filter(|(letter, _)| letter.is_inherent())
            .map(|(_, spoken)| *spoken)
    }
}

/// What the weights see of the inherent schwa at `index`: its context, what the rules say,
/// which of the schwas after it are spoken, and whether known words end or begin there.
pub fn features(
    speaker: &Speaker,
    vocabulary: Vocabulary<'_>,
    index: usize,
    spoken: &[bool],
    features: &mut Vec<u32>,
) {
    let context = &speaker.context;
    let letters = context.letters();
    let mut shapes = context.shapes(index);
    for (offset, shape) in (0..).zip(&mut shapes[MARGIN..]).skip(1) {
        if context.near(index, offset) == INHERENT {
            *shape = Shape::of(INHERENT, 1 + u32::from(spoken[index + offset as usize]));
        }
    }
    context.features(index, &shapes, features);
    let beside = pair(context.near(index, -1), context.near(index, 1));
    let rule = mix(RULE, speaker.by_rule[index].into());
    let later = letters[index + 1..].iter().zip(&spoken[index + 1..]);
    let later = later.filter(|(letter, _)| letter.is_inherent()).take(2);
    let later = later.fold(0, |later, (_, spoken)| later * 3 + 1 + u32::from(*spoken));
    let vowels = |letters: &[Letter]| {
        let vowels = letters.iter().filter(|letter| letter.is_vowel());
        vowels.take(4).count() as u32
    };
    let syllables =
        vowels(&letters[index.saturating_sub(12)..index]) << 3 | vowels(&letters[index + 1..]);
    features.extend([
        rule,
        mix(rule, 0x100 | later),
        mix(rule, 0x200 | syllables),
        mix(rule, 0x1_0000 | beside),
        mix(SYLLABLES, syllables),
    ]);
    if index + 1 == letters.len() {
        return;
    }
    let known = |word: u32| u32::from(vocabulary.contains(word));
    let long = |letters: usize| u32::from(letters > SHORT_WORD);
    // Where a compound is joined, a word ends here and another begins: `शब्द|कोश`.
    let left = known(context.prefix(index)) * (1 + long(index + 1));
    let right = known(context.suffix(index + 1)) * (1 + long(letters.len() - index - 1));
    // The same stem with the ending of a masculine word: `लड़क|ा`.
    let masculine = known(mix(context.prefix(index.wrapping_sub(1)), AA.code().into()));
    let boundary = mix(rule, 0x300 | left | right << 2 | masculine << 4);
    // Before an ending, a word without it keeps its schwas: `बादल|ों`, but `लड़क|ों` of `लड़का`.
    let stem = context.prefix(index + 1);
    let bare = known(mix(stem, INHERENT.code().into()));
    let masculine = known(mix(stem, AA.code().into()));
    let ending = mix(
        mix(rule, 0x400 | bare | masculine << 1),
        context.suffix(index + 2),
    );
    features.extend([
        boundary,
        mix(boundary, 0x1_0000 | beside),
        mix(boundary, syllables),
        ending,
        mix(ending, syllables),
    ]);
}

const AA: Letter = Letter::of('ा');
/// The letters, inherent vowels among them, that a word must have more of to be long.
const SHORT_WORD: usize = 4;

const RULE: u32 = 0x52;
const SYLLABLES: u32 = 0x59;

/// The rules, for each letter of the word; from the last schwa to the first.
fn by_rule(context: &Context, spoken: &mut Vec<bool>) {
    let letters = context.letters();
    spoken.clear();
    spoken.resize(letters.len(), true);
    let has_other_vowel = letters
        .iter()
        .filter(|letter| letter.is_vowel())
        .nth(1)
        .is_some();
    for index in (0..letters.len())
        .rev()
        .filter(|&index| letters[index] == INHERENT)
    {
        spoken[index] = if index + 1 == letters.len() {
            !has_other_vowel || is_kept_at_end(context, index)
        } else {
            !is_between_syllables(context, index, spoken)
        };
    }
}

/// Whether the schwa that ends a word is spoken: to ease a cluster that ends in a sonorant
/// (`मित्र`, `सत्य`), and in `-िय`, `-ीय`, `-ूय` (`प्रिय`, `राष्ट्रीय`).
fn is_kept_at_end(context: &Context, index: usize) -> bool {
    let last = context.near(index, -1);
    let before = context.near(index, -2);
    const YA: Letter = Letter::of('य');
    if before.is_consonant() && before != last {
        let is_sonorant = |letter| SONORANTS.contains(&letter);
        last == YA || is_sonorant(last) && !is_sonorant(before)
    } else {
        last == YA && [Letter::of('ि'), Letter::of('ी'), Letter::of('ू')].contains(&before)
    }
}

const SONORANTS: [Letter; 9] = [
    Letter::of('ङ'),
    Letter::of('ञ'),
    Letter::of('ण'),
    Letter::of('न'),
    Letter::of('म'),
    Letter::of('य'),
    Letter::of('र'),
    Letter::of('ल'),
    Letter::of('व'),
];

/// Whether the schwa stands between a spoken vowel with one consonant, and one consonant with a
/// spoken vowel.
fn is_between_syllables(context: &Context, index: usize, spoken: &[bool]) -> bool {
    let is_spoken_vowel = |offset: isize| {
        context.near(index, offset).is_vowel()
            && index
                .checked_add_signed(offset)
                .is_some_and(|near| spoken[near])
    };
    let nasal = [Letter::of(ANUSVARA), Letter::of(CHANDRABINDU)].contains(&context.near(index, -2));
    is_spoken_vowel(if nasal { -3 } else { -2 })
        && context.near(index, 1).is_consonant()
        && is_spoken_vowel(2)
}
