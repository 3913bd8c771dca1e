//! The Latin spelling of a word, letter by letter.

use super::context::{Context, mix, pair};

#[cfg(feature = "trained")]
pub(super) use learned::Speller;
#[cfg(not(feature = "trained"))]
pub(super) use ruled::Speller;

/// One way to romanize a word.
///
/// ```
/// let candidate = &akshar::Romanizer::new().candidates("लड़का", 1)[0];
/// assert_eq!(candidate.text, "ladka");
/// assert!(candidate.score > 0.0 && candidate.score <= 1.0);
/// ```
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Candidate {
    /// The word in small Latin letters.
    pub text: String,
    /// How likely a writer is to choose it, above 0 and at most 1, as far as the table and the
    /// weights can tell.
    pub score: f32,
}

/// Spelling by rules: what most writers choose for each letter.
mod ruled {
    use super::super::context::{Context, INHERENT, Letter};
    use super::super::schwa::Speaker;
    use super::Candidate;

    #[derive(Default)]
    pub(in super::super) struct Speller {
        speaker: Speaker,
    }

    impl Speller {
        /// Appends the spelling of a word.
        pub(in super::super) fn spell(&mut self, word: &str, output: &mut String) {
            self.speaker.read(word);
            let context = self.speaker.context();
            for (index, spoken) in self.speaker.spoken().iter().enumerate() {
                if *spoken {
                    output.push_str(spelling(context, index));
                }
            }
        }

        /// The one spelling there is.
        pub(in super::super) fn candidates(&mut self, word: &str, _count: usize) -> Vec<Candidate> {
            let mut text = String::new();
            self.spell(word, &mut text);
            vec![Candidate { text, score: 1.0 }]
        }
    }

    const fn letter(code_point: char) -> Letter {
        Letter::of(code_point)
    }

    /// What a letter is written as.
    pub(super) fn spelling(context: &Context, index: usize) -> &'static str {
        let this = context.near(index, 0);
        if this == INHERENT {
            return "a";
        }
        let (before, after) = (context.near(index, -1), context.near(index, 1));
        let is_last = index + 1 == context.letters().len();
        match this.code_point() {
            'अ' => "a",
            'आ' if index == 0 => "aa",
            'आ' | 'ा' => "a",
            'इ' | 'ि' | 'ई' | 'ी' => "i",
            'उ' | 'ु' | 'ऊ' | 'ू' => "u",
            'ऋ' | 'ृ' => "ri",
            'ॠ' | 'ॄ' => "ri",
            'ऌ' | 'ॢ' | 'ॡ' | 'ॣ' => "lri",
            // The vowels of Kashmiri and others, as Hunterian has the nearest.
            'ऄ' => "a",
            'ॶ' | 'ॖ' | 'ॷ' | 'ॗ' => "u",
            'ॳ' | 'ऺ' | 'ॴ' | 'ऻ' => "o",
            'ॵ' | 'ॏ' => "au",
            'ॎ' | 'ॕ' => "e",
            // `गए` gaye, `लिए` liye, but `हुए` hue.
            'ए' if is_last && index > 0 && before != letter('ु') => "ye",
            'ए' | 'े' | 'ऎ' | 'ॆ' | 'ऍ' | 'ॅ' | 'ॲ' => "e",
            'ऐ' | 'ै' => "ai",
            'ओ' | 'ो' | 'ऒ' | 'ॊ' | 'ऑ' | 'ॉ' => "o",
            'औ' | 'ौ' => "au",
            'ं' => match after.code_point() {
                'प' | 'फ' | 'ब' | 'भ' | 'म' => "m",
                _ => "n",
            },
            'ँ' | 'ऀ' => "n",
            'ः' => "h",
            'ॐ' => "om",
            'क' | '\u{958}' => "k",
            'ख' | '\u{959}' => "kh",
            // ज्ञ is spoken ग्य.
            'ज' if after == letter('ञ') => "g",
            'ञ' if before == letter('ज') => "y",
            'ग' | '\u{95A}' => "g",
            'घ' => "gh",
            'च' if after == letter('छ') => "c",
            'च' => "ch",
            'छ' => "chh",
            'ज' => "j",
            '\u{95B}' => "z",
            'झ' => "jh",
            'ट' | 'त' => "t",
            'ठ' | 'थ' => "th",
            'ड' | 'द' | '\u{95C}' => "d",
            'ढ' | 'ध' | '\u{95D}' => "dh",
            'ङ' | 'ञ' | 'ण' | 'न' | 'ऩ' => "n",
            'प' => "p",
            'फ' | '\u{95E}' => "f",
            'ब' => "b",
            'भ' => "bh",
            'म' => "m",
            'य' | '\u{95F}' => "y",
            'र' | 'ऱ' => "r",
            'ल' | 'ळ' | 'ऴ' => "l",
            // `स्वागत` swagat, `-वाला` -wala.
            'व' if before.is_consonant() => "w",
            'व' if after == letter('ा') && context.near(index, 2) == letter('ल') => "w",
            'व' => "v",
            'श' | 'ष' => "sh",
            'स' => "s",
            'ह' => "h",
            'ॸ' | 'ॾ' => "d",
            'ॹ' => "zh",
            'ॺ' => "y",
            'ॻ' => "g",
            'ॼ' => "j",
            'ॿ' => "b",
            _ => "",
        }
    }
}

/// What the weights see of a letter before it is known what the letters before it have become.
pub fn features(context: &Context, index: usize, features: &mut Vec<u32>) {
    context.features(index, &context.shapes(index), features);
}

/// What the weights see beside that of the outputs chosen for the three letters before, the
/// nearest first, by their [hashes](output_hash).
pub fn features_after(context: &Context, index: usize, outputs: [u32; 3], features: &mut Vec<u32>) {
    let next = pair(context.near(index, 1), context.near(index, 2));
    let [last, before_last, earliest] = outputs;
    let this = mix(OUTPUT, pair(context.near(index, 0), context.near(index, 0)));
    let after_one = mix(this, last);
    let after_two = mix(after_one, before_last);
    features.extend([
        after_one,
        mix(after_one, next >> 8),
        mix(after_one, 1 << 16 | next),
        after_two,
        mix(after_two, next >> 8),
        mix(after_two, 1 << 16 | next),
        mix(after_two, earliest),
    ]);
}

/// The hash of what a letter was written as; 0 stands before the word.
pub fn output_hash(output: &str) -> u32 {
    output.bytes().fold(1, |hash, byte| mix(hash, byte.into()))
}

const OUTPUT: u32 = 0x4F;

/// Spelling by learned weights: the likeliest sequence of outputs, found with a beam.
#[cfg(feature = "trained")]
mod learned {
    use once_cell::sync::Lazy;

    use super::super::context::{Context, Letter, WEIGHT_UNIT, Weights, padded};
    use super::{Candidate, features, features_after, output_hash, ruled};
    use crate::table;

    const LEARNED: &[u8] = include_bytes!("../../data/romanize.weights");
    static PADDED: [u8; LEARNED.len() + MOST_OUTPUTS] = padded(LEARNED);
    static WEIGHTS: Weights<MOST_OUTPUTS> = Weights::new(&PADDED);

    /// The bytes of the longest word of which the weights are asked: many times those of the
    /// longest in Hindi. They take long, and what is longer follows the rules.
    const LONGEST: usize = 512;

    /// How many unfinished spellings are kept at each letter.
    const BEAM: usize = 4;
    /// Unfinished spellings that are less likely than the best one by this, as a difference of
    /// natural logarithms, are given up where the best one alone is wanted.
    const FAR_BEHIND: f32 = 1.5;
    /// Outputs that are less likely than this, as a natural logarithm, are passed over.
    const UNLIKELY: f32 = -6.0;

    struct Output {
        text: &'static str,
        hash: u32,
    }

    /// What each letter may be written as, by its code.
    static OUTPUTS: Lazy<Vec<Vec<Output>>> = Lazy::new(|| {
        let mut table: Vec<Vec<Output>> = Vec::new();
        table.resize_with(256, Vec::new);
        for [letter, outputs] in table::rows(include_str!("../../data/romanize-outputs.tsv")) {
            let outputs = outputs.split(' ').take(MOST_OUTPUTS).map(|output| {
                let text = if output == "-" { "" } else { output };
                Output {
                    text,
                    hash: output_hash(text),
                }
            });
            table[usize::from(Letter::named(letter).code())] = outputs.collect();
        }
        table
    });

    /// One output in a spelling, after those of its parent.
    struct Step {
        output: &'static str,
        parent: usize,
    }

    /// A spelling of the letters so far.
    #[derive(Clone, Copy)]
    struct Spelling {
        /// The natural logarithm of how likely it is.
        score: f32,
        /// The hashes of the last outputs, the nearest first.
        outputs: [u32; 3],
        /// Its last step; the first one is the empty beginning.
        step: usize,
    }

    /// A spelling of the beam with one more output.
    #[derive(Clone, Copy)]
    struct Longer {
        score: f32,
        /// Which one of the beam it is.
        spelling: usize,
        output: &'static Output,
    }

    #[derive(Default)]
    pub(in super::super) struct Speller {
        context: Context,
        steps: Vec<Step>,
        beam: Vec<Spelling>,
        longer: Vec<Longer>,
        extended: Vec<Spelling>,
        features: Vec<u32>,
        outputs: Vec<&'static str>,
        ruled: ruled::Speller,
    }

    impl Speller {
        /// Appends the spelling of a word.
        pub(in super::super) fn spell(&mut self, word: &str, output: &mut String) {
            if word.len() > LONGEST {
                return self.ruled.spell(word, output);
            }
            let start = output.len();
            self.search(word, BEAM, FAR_BEHIND);
            if let Some(&Spelling { step, .. }) = self.beam.first() {
                self.write(step, output);
            }
            // The weights, learned from words, may leave out a letter that stands alone: `ऋ`.
            if output.len() == start {
                let letters = 0..self.context.letters().len();
                output.extend(letters.map(|index| ruled::spelling(&self.context, index)));
            }
        }

        /// At most `count` spellings of a word, the likeliest first.
        pub(in super::super) fn candidates(&mut self, word: &str, count: usize) -> Vec<Candidate> {
            if word.len() > LONGEST {
                return self.ruled.candidates(word, count);
            }
            self.search(
                word,
                BEAM.max(2 * count.min(MOST_CANDIDATES)),
                f32::INFINITY,
            );
            let mut candidates: Vec<Candidate> = Vec::new();
            for Spelling { score, step, .. } in std::mem::take(&mut self.beam) {
                let mut text = String::new();
                self.write(step, &mut text);
                match candidates
                    .iter_mut()
                    .find(|candidate| candidate.text == text)
                {
                    Some(same) => same.score += score.exp(),
                    None => candidates.push(Candidate {
                        text,
                        score: score.exp(),
                    }),
                }
            }
            candidates.sort_by(|one, other| other.score.total_cmp(&one.score));
            candidates.truncate(count);
            candidates
        }

        /// Leaves the likeliest spellings in the beam, the best first.
        fn search(&mut self, word: &str, width: usize, behind: f32) {
            self.context.read(word);
            self.steps.clear();
            self.steps.push(Step {
                output: "",
                parent: 0,
            });
            self.beam.clear();
            self.beam.push(Spelling {
                score: 0.0,
                outputs: [0; 3],
                step: 0,
            });
            for index in 0..self.context.letters().len() {
                let letter = self.context.letters()[index];
                match OUTPUTS[usize::from(letter.code())].as_slice() {
                    [] => self.extend_by_rule(index),
                    outputs => self.extend(index, outputs, width, behind),
                }
            }
        }

        /// Extends the spellings by what a letter may be written as.
        fn extend(&mut self, index: usize, outputs: &'static [Output], width: usize, behind: f32) {
            // What does not depend on the outputs before is added up once.
            self.features.clear();
            features(&self.context, index, &mut self.features);
            let fixed = WEIGHTS.add(&self.features, outputs.len(), [0; MOST_OUTPUTS]);
            // Weights that are so much lower than the highest cannot be kept.
            let far = ((behind / WEIGHT_UNIT) as i16).saturating_add(2);
            self.longer.clear();
            for (at, spelling) in self.beam.iter().enumerate() {
                self.features.clear();
                features_after(&self.context, index, spelling.outputs, &mut self.features);
                let sums = WEIGHTS.add(&self.features, outputs.len(), fixed);
                let sums = &sums[..outputs.len()];
                let most = sums.iter().copied().max().unwrap_or(0);
                let total = log_total(sums, most);
                for (output, sum) in outputs.iter().zip(sums) {
                    if most - sum >= far {
                        continue;
                    }
                    let score = f32::from(*sum) * WEIGHT_UNIT - total;
                    if score >= UNLIKELY {
                        let longer = Longer {
                            score: spelling.score + score,
                            spelling: at,
                            output,
                        };
                        keep(&mut self.longer, longer, width, behind);
                    }
                }
            }
            self.extended.clear();
            let least = self.longer.first().map_or(0.0, |best| best.score) - behind;
            let likely = self.longer.iter().take_while(|one| one.score >= least);
            for Longer {
                score,
                spelling,
                output,
            } in likely
            {
                let spelling = &self.beam[*spelling];
                let [last, before_last, _] = spelling.outputs;
                self.extended.push(Spelling {
                    score: *score,
                    outputs: [output.hash, last, before_last],
                    step: self.steps.len(),
                });
                self.steps.push(Step {
                    output: output.text,
                    parent: spelling.step,
                });
            }
            std::mem::swap(&mut self.beam, &mut self.extended);
        }

        /// Extends every spelling by what the rules have for a letter too rare to be learned.
        fn extend_by_rule(&mut self, index: usize) {
            let output = ruled::spelling(&self.context, index);
            for spelling in &mut self.beam {
                let [last, before_last, _] = spelling.outputs;
                spelling.outputs = [output_hash(output), last, before_last];
                self.steps.push(Step {
                    output,
                    parent: spelling.step,
                });
                spelling.step = self.steps.len() - 1;
            }
        }

        /// Appends the outputs up to a step.
        fn write(&mut self, mut step: usize, text: &mut String) {
            self.outputs.clear();
            while step > 0 {
                self.outputs.push(self.steps[step].output);
                step = self.steps[step].parent;
            }
            text.extend(self.outputs.drain(..).rev());
        }
    }

    const MOST_CANDIDATES: usize = 100;
    /// The most outputs that a letter has; the table is cut to as many.
    const MOST_OUTPUTS: usize = 16;

    /// Puts a spelling in its place among the likeliest ones, of which there are at most `width`;
    /// after those that are as likely.
    fn keep(longer: &mut Vec<Longer>, new: Longer, width: usize, behind: f32) {
        let best = longer.first().map_or(new.score, |best| best.score);
        if new.score < best - behind {
            return;
        }
        let place = longer.partition_point(|other| other.score >= new.score);
        if place < width {
            longer.truncate(width - 1);
            longer.insert(place, new);
        }
    }

    /// The exponentials of weights from zero down; those that follow are zero.
    static EXPONENTIALS: Lazy<Vec<f32>> = Lazy::new(|| {
        let exponentials = (0..).map(|below: u16| (-f32::from(below) * WEIGHT_UNIT).exp());
        exponentials.take_while(|value| *value > 0.0).collect()
    });

    /// The natural logarithm of the sum of the exponentials of weights, given the highest of them.
    fn log_total(sums: &[i16], most: i16) -> f32 {
        let exponentials = EXPONENTIALS.as_slice();
        let exponential = |sum: &i16| exponentials.get(usize::from(most.abs_diff(*sum)));
        let total: f32 = sums.iter().filter_map(exponential).sum();
        f32::from(most) * WEIGHT_UNIT + total.ln()
    }
}
