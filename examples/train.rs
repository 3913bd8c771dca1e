//! Learns the weights of `data/` from the gold words: which schwas are spoken, and how native
//! writers romanize. The same words give the same bytes.
//!
//! ```text
//! cargo run --release --no-default-features --features training --example train -- DIR
//! ```
//!
//! DIR holds `schwa.tsv` and `romanization-train.tsv`; their formats are those that
//! `examples/evaluate.rs` reads.

#[path = "train/align.rs"]
mod align;
#[path = "train/learn.rs"]
mod learn;
mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use akshar::training::{
    Context, Letter, Speaker, Vocabulary, features_after, output_hash, schwa_features,
    spelling_features,
};
use align::{Aligner, Romanization};
use clap::Parser;
use learn::{Binary, Choice, shuffled};
use support::Failure;

/// How many weights the tables have, one byte each.
const SCHWA_WEIGHTS: usize = 190_000;
const ROMANIZE_WEIGHTS: usize = 440_000;
/// The bytes of the vocabulary in which compounds are sought.
const VOCABULARY: usize = 65_000;
/// How often the words are gone through.
const SCHWA_ROUNDS: usize = 7;
const ROMANIZE_ROUNDS: usize = 4;
/// The first step of the learner.
const SCHWA_STEP: f32 = 0.05;
const ROMANIZE_STEP: f32 = 0.03;
/// What a romanized word weighs as evidence of its schwas, beside a word of the schwa file.
const ROMANIZED_EVIDENCE: f32 = 0.2;
/// The share of writers who must agree on a schwa for it to be evidence.
const AGREEMENT: f64 = 0.65;
/// What a letter is written as by fewer writers than this, or beyond so many ways, is left out.
const FEWEST_WRITERS: f64 = 3.0;
const MOST_OUTPUTS: usize = 12;

/// Learns the weights of data/ from the gold words
#[derive(Parser)]
struct Arguments {
    /// The folder with `schwa.tsv` and `romanization-train.tsv`
    gold: PathBuf,
    /// The folder to write the weights to
    #[arg(long, default_value = "data")]
    output: PathBuf,
    /// Write nothing; learn the schwas of all words but every so manieth, try those, and print
    /// how many come out right
    #[arg(long, value_name = "FOLDS")]
    cross_validate: Option<usize>,
}

fn main() -> ExitCode {
    support::main(|arguments: Arguments| {
        let romanizations = read_romanizations(&arguments.gold.join("romanization-train.tsv"))?;
        let schwas = read_schwas(&arguments.gold.join("schwa.tsv"))?;
        let aligner = Aligner::learn(&romanizations);
        let aligned = aligner.align_all(&romanizations);
        eprintln!(
            "{} of {} romanizations aligned",
            aligned.len(),
            romanizations.len()
        );

        let evidence = evidence(&aligned);
        if let Some(folds) = arguments.cross_validate {
            cross_validate(&schwas, &romanizations, &evidence, folds.max(2));
            return Ok(());
        }
        let schwas: Vec<&SchwaWord> = schwas.iter().collect();
        let vocabulary = vocabulary(&schwas, &romanizations);
        write(&arguments.output.join("schwa.vocabulary"), &vocabulary)?;
        let weights = learn_schwas(&schwas, &evidence, Vocabulary(&vocabulary)).into_bytes();
        write(&arguments.output.join("schwa.weights"), &weights)?;

        let outputs = outputs(&aligned);
        let weights = learn_romanization(&aligned, &outputs);
        write(&arguments.output.join("romanize.weights"), &weights)?;
        write(
            &arguments.output.join("romanize-outputs.tsv"),
            outputs_table(&outputs).as_bytes(),
        )
    })
}

/// A word, and for each inherent schwa whether it is spoken, where that is known.
struct SchwaWord {
    word: String,
    spoken: Vec<Option<bool>>,
    /// What else is right.
    other_readings: Vec<Vec<Option<bool>>>,
}

/// A romanization with what each letter of its word was written as.
pub struct Aligned<'r> {
    romanization: &'r Romanization,
    outputs: Vec<&'r str>,
}

fn read(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path)
        .map_err(|error| Failure::bad_input(format_args!("{}: {error}", path.display())))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    fs::write(path, bytes)
        .map_err(|error| Failure::bad_input(format_args!("{}: {error}", path.display())))
}

fn broken(path: &Path, line: usize) -> Failure {
    Failure::bad_input(format_args!(
        "{}: line {}: not of the expected form",
        path.display(),
        line + 1
    ))
}

fn read_romanizations(path: &Path) -> Result<Vec<Romanization>, Failure> {
    let text = read(path)?;
    let lines = text.lines().enumerate();
    let rows =
        lines.map(|(number, line)| Romanization::read(line).ok_or_else(|| broken(path, number)));
    let mut romanizations: Vec<Romanization> = rows.collect::<Result<_, _>>()?;
    let mut writers: BTreeMap<String, f64> = BTreeMap::new();
    for romanization in &romanizations {
        *writers.entry(romanization.word.clone()).or_default() += romanization.writers;
    }
    for romanization in &mut romanizations {
        romanization.share = romanization.writers / writers[&romanization.word];
    }
    Ok(romanizations)
}

fn read_schwas(path: &Path) -> Result<Vec<SchwaWord>, Failure> {
    let text = read(path)?;
    let lines = text.lines().enumerate();
    let rows = lines.map(|(number, line)| {
        let (word, readings) = line.split_once('\t').ok_or_else(|| broken(path, number))?;
        let mut readings = readings
            .split('|')
            .map(|reading| reading.chars().map(mark).collect());
        Ok(SchwaWord {
            word: word.to_owned(),
            spoken: readings.next().unwrap_or_default(),
            other_readings: readings.collect(),
        })
    });
    rows.collect()
}

fn mark(mark: char) -> Option<bool> {
    match mark {
        '1' => Some(true),
        '0' => Some(false),
        _ => None,
    }
}

/// What writers let be seen of the schwas of the words they romanize.
///
/// They often write a silent schwa after the spelling, so this evidence is learned from with
/// weights of its own beside the shared ones.
fn evidence(aligned: &[Aligned<'_>]) -> Vec<SchwaWord> {
    let mut words: BTreeMap<&str, Vec<[f64; 2]>> = BTreeMap::new();
    for Aligned {
        romanization,
        outputs,
    } in aligned
    {
        let letters = romanization.letters.iter().zip(outputs);
        let schwas = letters.filter(|(letter, _)| letter.is_inherent());
        let spoken: Vec<bool> = schwas.map(|(_, output)| !output.is_empty()).collect();
        let votes = words
            .entry(&romanization.word)
            .or_insert_with(|| vec![[0.0; 2]; spoken.len()]);
        for (votes, spoken) in votes.iter_mut().zip(spoken) {
            votes[usize::from(spoken)] += romanization.writers;
        }
    }
    let agreed = |[silent, spoken]: [f64; 2]| {
        let needed = AGREEMENT * (silent + spoken);
        if spoken >= needed {
            Some(true)
        } else if silent >= needed {
            Some(false)
        } else {
            None
        }
    };
    let words = words.into_iter().filter(|(_, votes)| !votes.is_empty());
    words
        .map(|(word, votes)| SchwaWord {
            word: word.to_owned(),
            spoken: votes.into_iter().map(agreed).collect(),
            other_readings: Vec::new(),
        })
        .collect()
}

/// All words of both files, but those too short to be told from endings.
fn vocabulary(words: &[&SchwaWord], romanizations: &[Romanization]) -> Vec<u8> {
    let mut bytes = vec![0; VOCABULARY];
    let mut context = Context::default();
    let words = words.iter().map(|word| &word.word);
    for word in words.chain(romanizations.iter().map(|romanization| &romanization.word)) {
        context.read(word);
        let letters = context.letters().len();
        if letters > 2 {
            Vocabulary::insert(&mut bytes, context.prefix(letters - 1));
            Vocabulary::insert(&mut bytes, context.suffix(0));
        }
    }
    bytes
}

fn learn_schwas(
    words: &[&SchwaWord],
    evidence: &[SchwaWord],
    vocabulary: Vocabulary<'_>,
) -> Binary {
    let mut model = Binary::new(SCHWA_WEIGHTS);
    let mut speaker = Speaker::default();
    let mut features = Vec::new();
    for round in 0..SCHWA_ROUNDS {
        let step = SCHWA_STEP / (1.0 + 0.3 * round as f32);
        for index in shuffled(words.len() + evidence.len(), round) {
            let (word, domain, weight) = match words.get(index) {
                Some(word) => (*word, learn::OWN, 1.0),
                None => {
                    let word = &evidence[index - words.len()];
                    (word, learn::EVIDENCE, ROMANIZED_EVIDENCE)
                }
            };
            speaker.read(&word.word);
            let schwas = inherent_schwas(&speaker);
            let mut spoken = speaker.by_rule().to_vec();
            for (&at, known) in schwas.iter().zip(&word.spoken) {
                spoken[at] = known.unwrap_or(spoken[at]);
            }
            for (&at, known) in schwas.iter().zip(&word.spoken).rev() {
                let Some(known) = *known else { continue };
                features.clear();
                schwa_features(&speaker, vocabulary, at, &spoken, &mut features);
                model.learn(&features, domain, known, weight, step);
            }
        }
    }
    model
}

/// Where the inherent schwas are among the letters of the word that was read.
fn inherent_schwas(speaker: &Speaker) -> Vec<usize> {
    let letters = speaker.context().letters();
    (0..letters.len())
        .filter(|&at| letters[at].is_inherent())
        .collect()
}

fn cross_validate(
    words: &[SchwaWord],
    romanizations: &[Romanization],
    evidence: &[SchwaWord],
    folds: usize,
) {
    let mut speaker = Speaker::default();
    let mut features = Vec::new();
    let mut right = 0;
    let order = shuffled(words.len(), 0);
    for fold in 0..folds {
        let (tried, learned): (Vec<_>, Vec<_>) =
            (0..words.len()).partition(|place| place % folds == fold);
        let learned: Vec<_> = learned
            .into_iter()
            .map(|place| &words[order[place]])
            .collect();
        let vocabulary = vocabulary(&learned, romanizations);
        let vocabulary = Vocabulary(&vocabulary);
        let model = learn_schwas(&learned, evidence, vocabulary);
        for word in tried.into_iter().map(|place| &words[order[place]]) {
            speaker.read(&word.word);
            let schwas = inherent_schwas(&speaker);
            let mut spoken = speaker.by_rule().to_vec();
            for &at in schwas.iter().rev() {
                features.clear();
                schwa_features(&speaker, vocabulary, at, &spoken, &mut features);
                spoken[at] = model.answer(&features);
            }
            let is_right = |reading: &Vec<Option<bool>>| {
                let mut marks = schwas.iter().zip(reading);
                reading.len() == schwas.len()
                    && marks.all(|(&at, mark)| mark.is_none_or(|mark| mark == spoken[at]))
            };
            right +=
                usize::from(is_right(&word.spoken) || word.other_readings.iter().any(is_right));
        }
    }
    let share = 100.0 * right as f64 / words.len() as f64;
    println!(
        "schwas, words entirely right, held out in {folds} folds: {share:.2} % ({right} of {})",
        words.len()
    );
}

/// For each letter, what it is written as, the most frequent first.
type Outputs<'r> = BTreeMap<Letter, Vec<&'r str>>;

fn outputs<'r>(aligned: &[Aligned<'r>]) -> Outputs<'r> {
    let mut writers: BTreeMap<(Letter, &str), f64> = BTreeMap::new();
    for Aligned {
        romanization,
        outputs,
    } in aligned
    {
        for (letter, output) in romanization.letters.iter().zip(outputs) {
            *writers.entry((*letter, *output)).or_default() += romanization.share;
        }
    }
    let mut counted: BTreeMap<Letter, Vec<(f64, &str)>> = BTreeMap::new();
    for ((letter, output), count) in writers {
        if count >= FEWEST_WRITERS {
            counted.entry(letter).or_default().push((count, output));
        }
    }
    let ranked = counted.into_iter().map(|(letter, mut outputs)| {
        outputs.sort_by(|(one, _), (other, _)| other.total_cmp(one));
        outputs.truncate(MOST_OUTPUTS);
        (
            letter,
            outputs.into_iter().map(|(_, output)| output).collect(),
        )
    });
    ranked.collect()
}

fn outputs_table(outputs: &Outputs<'_>) -> String {
    let mut table = String::from(concat!(
        "# What each letter may be romanized as, the most frequent first; `-` is nothing, `अ्` the\n",
        "# inherent vowel. Made by examples/train.rs together with romanize.weights, whose columns\n",
        "# these are: not to be edited.\n",
    ));
    for (letter, outputs) in outputs {
        let shown = outputs
            .iter()
            .map(|output| if output.is_empty() { "-" } else { output });
        table += &format!(
            "{}\t{}\n",
            letter.name(),
            shown.collect::<Vec<_>>().join(" ")
        );
    }
    table
}

fn learn_romanization(aligned: &[Aligned<'_>], outputs: &Outputs<'_>) -> Vec<u8> {
    let mut model = Choice::new(ROMANIZE_WEIGHTS);
    let mut context = Context::default();
    let mut features = Vec::new();
    for round in 0..ROMANIZE_ROUNDS {
        let step = ROMANIZE_STEP / (1.0 + 0.3 * round as f32);
        for index in shuffled(aligned.len(), round) {
            let Aligned {
                romanization,
                outputs: chosen,
            } = &aligned[index];
            context.read(&romanization.word);
            let mut before = [0; 3];
            for (at, (letter, output)) in romanization.letters.iter().zip(chosen).enumerate() {
                let Some(choices) = outputs.get(letter) else {
                    continue;
                };
                if let Some(right) = choices.iter().position(|choice| choice == output) {
                    features.clear();
                    spelling_features(&context, at, &mut features);
                    features_after(&context, at, before, &mut features);
                    model.learn(
                        &features,
                        choices.len(),
                        right,
                        romanization.share as f32,
                        step,
                    );
                }
                before = [output_hash(output), before[0], before[1]];
            }
        }
    }
    model.into_bytes()
}
