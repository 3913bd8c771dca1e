//! Aligns romanizations with the letters of their words, by expectation maximization: each
//! letter is written as up to four Latin letters, and how likely each output is of a letter is
//! learned from all words together.

use std::collections::BTreeMap;

use akshar::devanagari::{self, Class};
use akshar::training::{Context, Letter};

use super::Aligned;

/// The longest output of one letter.
const LONGEST: usize = 4;
/// How often the probabilities are estimated anew.
const ROUNDS: usize = 6;
/// Outputs expected less often than this in all words are dropped.
const RAREST: f64 = 0.3;

/// A word with one way to romanize it.
pub struct Romanization {
    pub word: String,
    pub letters: Vec<Letter>,
    /// The romanization in the letters a to z.
    pub latin: String,
    /// How many writers gave it.
    pub writers: f64,
    /// Their share among those who were asked for the word; filled in for all words together.
    pub share: f64,
}

impl Romanization {
    /// Reads a line: word, romanization, writers, divided by tabs.
    pub fn read(line: &str) -> Option<Self> {
        let mut columns = line.split('\t');
        let (word, latin, writers) = (columns.next()?, columns.next()?, columns.next()?);
        let mut context = Context::default();
        context.read(word);
        let mut latin = latin.to_ascii_lowercase();
        latin.retain(|character| character.is_ascii_lowercase());
        let writers = writers.parse().ok()?;
        let letters = context.letters().to_vec();
        Some(Romanization {
            word: word.to_owned(),
            letters,
            latin,
            writers,
            share: 0.0,
        })
    }
}

/// How likely each output is of a letter.
pub struct Aligner {
    probabilities: BTreeMap<Letter, BTreeMap<String, f64>>,
}

impl Aligner {
    pub fn learn(romanizations: &[Romanization]) -> Self {
        let mut aligner = Aligner {
            probabilities: BTreeMap::new(),
        };
        for round in 0..ROUNDS {
            let mut expected: BTreeMap<Letter, BTreeMap<&str, f64>> = BTreeMap::new();
            for romanization in romanizations {
                let probability = |letter, output: &str| match round {
                    0 => guess(letter, output),
                    _ => aligner.probability(letter, output),
                };
                expect(romanization, probability, &mut expected);
            }
            aligner.probabilities = expected
                .into_iter()
                .map(|(letter, outputs)| (letter, normalized(outputs)))
                .collect();
        }
        aligner
    }

    fn probability(&self, letter: Letter, output: &str) -> f64 {
        let outputs = self.probabilities.get(&letter);
        outputs
            .and_then(|outputs| outputs.get(output))
            .copied()
            .unwrap_or(0.0)
    }

    /// The likeliest alignment of each romanization that has one.
    pub fn align_all<'r>(&self, romanizations: &'r [Romanization]) -> Vec<Aligned<'r>> {
        let aligned = romanizations.iter().filter_map(|romanization| {
            Some(Aligned {
                romanization,
                outputs: self.align(romanization)?,
            })
        });
        aligned.collect()
    }

    fn align<'r>(&self, romanization: &'r Romanization) -> Option<Vec<&'r str>> {
        let Romanization { letters, latin, .. } = romanization;
        let width = latin.len() + 1;
        let mut best = vec![(0.0, 0); (letters.len() + 1) * width];
        best[0].0 = 1.0;
        for (row, letter) in letters.iter().enumerate() {
            for start in 0..width {
                let so_far: f64 = best[row * width + start].0;
                for end in start..width.min(start + LONGEST + 1) {
                    let score = so_far * self.probability(*letter, &latin[start..end]);
                    let cell = &mut best[(row + 1) * width + end];
                    if score > cell.0 {
                        *cell = (score, start);
                    }
                }
            }
        }
        let mut end = latin.len();
        let mut outputs = Vec::with_capacity(letters.len());
        for row in (1..=letters.len()).rev() {
            let (score, start) = best[row * width + end];
            if score == 0.0 {
                return None;
            }
            outputs.push(&latin[start..end]);
            end = start;
        }
        outputs.reverse();
        (end == 0).then_some(outputs)
    }
}

/// Adds up how often each output is to be expected of each letter (the forward and backward
/// algorithm over all alignments of one romanization).
fn expect<'r>(
    romanization: &'r Romanization,
    probability: impl Fn(Letter, &str) -> f64,
    expected: &mut BTreeMap<Letter, BTreeMap<&'r str, f64>>,
) {
    let Romanization {
        letters,
        latin,
        writers,
        ..
    } = romanization;
    let width = latin.len() + 1;
    let ends = |start: usize| start..width.min(start + LONGEST + 1);
    let mut forward = vec![0.0; (letters.len() + 1) * width];
    forward[0] = 1.0;
    for (row, letter) in letters.iter().enumerate() {
        for start in 0..width {
            let so_far = forward[row * width + start];
            if so_far > 0.0 {
                for end in ends(start) {
                    forward[(row + 1) * width + end] +=
                        so_far * probability(*letter, &latin[start..end]);
                }
            }
        }
    }
    let total = forward[letters.len() * width + latin.len()];
    if total <= f64::MIN_POSITIVE {
        return;
    }
    let mut backward = vec![0.0; width];
    backward[latin.len()] = 1.0;
    for (row, letter) in letters.iter().enumerate().rev() {
        let mut before = vec![0.0; width];
        for start in 0..width {
            for end in ends(start) {
                let onward = probability(*letter, &latin[start..end]) * backward[end];
                before[start] += onward;
                let share = forward[row * width + start] * onward / total;
                if share > 1e-6 {
                    *expected
                        .entry(*letter)
                        .or_default()
                        .entry(&latin[start..end])
                        .or_default() += share * writers;
                }
            }
        }
        backward = before;
    }
}

fn normalized(mut outputs: BTreeMap<&str, f64>) -> BTreeMap<String, f64> {
    let total: f64 = outputs.values().sum();
    outputs.retain(|_, count| *count > RAREST);
    outputs
        .into_iter()
        .map(|(output, count)| (output.to_owned(), count / total))
        .collect()
}

/// A first guess, to start from: short outputs, vowels for vowels and consonants for consonants.
fn guess(letter: Letter, output: &str) -> f64 {
    let is_vowel = |byte: &u8| b"aeiou".contains(byte);
    let bytes = output.as_bytes();
    let first = bytes.first();
    let by_length = [0.1, 1.0, 0.3, 0.02, 0.002][bytes.len()];
    let class = letter.name().chars().next().and_then(devanagari::class);
    let (fits, by_length) = match class {
        _ if letter.is_inherent() => (
            bytes.iter().all(is_vowel) && bytes.len() <= 2,
            if bytes.is_empty() { 0.5 } else { by_length },
        ),
        Some(Class::IndependentVowel | Class::Matra) => (
            first.is_none_or(|first| is_vowel(first) || b"yw".contains(first)),
            by_length,
        ),
        Some(Class::Consonant) => (
            first.is_some_and(|first| !is_vowel(first))
                && !bytes.iter().skip(1).any(|byte| b"aio".contains(byte)),
            by_length,
        ),
        Some(Class::Anusvara | Class::Chandrabindu) => (
            first.is_none_or(|first| b"nm".contains(first)) && bytes.len() <= 2,
            by_length,
        ),
        _ => (true, by_length),
    };
    if fits { by_length } else { by_length * 1e-4 }
}
