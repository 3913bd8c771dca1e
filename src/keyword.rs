//! Keywords: what a text is about, told from the text alone.
//!
//! The candidates are its content words and the runs of content words that it repeats, such as
//! `समाजवादी पार्टी`. An inflected form counts for its base form where the text has both. What
//! stands inside a longer name is not counted again by itself (the idea of the C-value,
//! Frantzi, Ananiadou and Mima 2000).

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};

use once_cell::sync::Lazy;

use crate::grapheme::graphemes;
use crate::normalize::Folder;
use crate::stopword::Stopwords;
use crate::table;
use crate::token::role::{self, Role};
use crate::token::{Token, TokenKind};

/// The most words that one name is taken to have.
const LONGEST_NAME: usize = 4;
/// The most keywords that are kept.
const KEYWORDS: usize = 20;
/// What a common word is worth beside one that tells a topic.
const COMMON_WEIGHT: f64 = 0.25;

/// One keyword of a text.
///
/// ```
/// let text = "मानसून केरल पहुंचा\n\nमानसून इस बार समय पर आया। मानसून से किसानों को राहत मिली।";
/// let article = akshar::Article::parse(text);
/// assert_eq!(article.keywords[0].text, "मानसून");
/// assert_eq!(article.keywords[0].count, 3);
/// ```
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Keyword {
    /// The keyword as the text has it, in its base form where the text has that.
    pub text: String,
    /// How often it stands in the text in any of its forms, outside of longer keywords.
    pub count: usize,
    /// Its weight beside the first keyword's, which is 1.
    pub score: f64,
}

/// A sentence, and how much its words weigh beside those of the text's body.
pub(crate) struct Weighted<'s, 't> {
    pub(crate) weight: f64,
    pub(crate) tokens: &'s [Token<'t>],
}

/// Words of everyday news that tell little about any one text.
static COMMON: Lazy<HashSet<String>> = Lazy::new(|| {
    let rows = table::rows(include_str!("../data/common-words.tsv"));
    rows.map(|[word]| fold(word).into_owned()).collect()
});

/// A name of one or more words, by their base forms.
type Name = Vec<String>;

/// What is known of a candidate.
#[derive(Debug, Default)]
struct Candidate {
    text: String,
    is_base_form: bool,
    first: usize,
    count: usize,
    weight: f64,
}

/// The keywords of the sentences, the best first.
pub(crate) fn keywords(sentences: &[Weighted<'_, '_>], stopwords: &Stopwords) -> Vec<Keyword> {
    let mut candidates = candidates(sentences, stopwords);
    leave_out_nested(&mut candidates);
    let mut ranked: Vec<(f64, Candidate)> = candidates
        .into_iter()
        .filter(|(_, candidate)| candidate.count > 0)
        .map(|(name, candidate)| (score(&name, &candidate), candidate))
        .collect();
    ranked.sort_by(|(score, candidate), (other_score, other)| {
        let by_score = other_score.partial_cmp(score).unwrap_or(Ordering::Equal);
        by_score
            .then(candidate.first.cmp(&other.first))
            .then(other.text.len().cmp(&candidate.text.len()))
    });
    let best = ranked.first().map_or(1.0, |(score, _)| *score);
    ranked
        .into_iter()
        .take(KEYWORDS)
        .map(|(score, candidate)| Keyword {
            text: candidate.text,
            count: candidate.count,
            score: score / best,
        })
        .collect()
}

fn score(name: &Name, candidate: &Candidate) -> f64 {
    let common = name.iter().all(|word| COMMON.contains(word));
    let length = 1.0 + 0.5 * (name.len() - 1) as f64;
    candidate.weight * length * if common { COMMON_WEIGHT } else { 1.0 }
}

/// Every content word, and every run of content words up to [`LONGEST_NAME`].
fn candidates(sentences: &[Weighted<'_, '_>], stopwords: &Stopwords) -> HashMap<Name, Candidate> {
    let is_content = |token: &Token<'_>| is_content(token) && !stopwords.contains(token.text);
    let vocabulary: HashSet<Cow<'_, str>> = sentences
        .iter()
        .flat_map(|sentence| sentence.tokens)
        .filter(|token| is_content(token))
        .map(|token| fold(token.text))
        .collect();
    let mut candidates: HashMap<Name, Candidate> = HashMap::new();
    for sentence in sentences {
        for run in sentence.tokens.split(|token| !is_content(token)) {
            let forms: Name = run
                .iter()
                .map(|token| fold(token.text).into_owned())
                .collect();
            let bases: Name = forms.iter().map(|form| base(form, &vocabulary)).collect();
            for start in 0..run.len() {
                for end in start + 1..=run.len().min(start + LONGEST_NAME) {
                    let candidate = candidates.entry(bases[start..end].to_vec()).or_default();
                    let is_base_form = forms[start..end] == bases[start..end];
                    if candidate.count == 0 {
                        candidate.first = run[start].range.start;
                    }
                    if candidate.count == 0 || is_base_form && !candidate.is_base_form {
                        let words: Vec<&str> =
                            run[start..end].iter().map(|token| token.text).collect();
                        candidate.text = words.join(" ");
                        candidate.is_base_form = is_base_form;
                    }
                    candidate.count += 1;
                    candidate.weight += sentence.weight;
                }
            }
        }
    }
    candidates
}

/// Takes what stands inside a repeated longer name away from the shorter ones.
fn leave_out_nested(candidates: &mut HashMap<Name, Candidate>) {
    candidates.retain(|name, candidate| name.len() == 1 || candidate.count > 1);
    let mut names: Vec<(Name, usize)> = candidates
        .iter()
        .map(|(name, candidate)| (name.clone(), candidate.first))
        .collect();
    names.sort_by_key(|(name, first)| (usize::MAX - name.len(), *first));
    for (name, _) in names {
        let Some(&Candidate { count, weight, .. }) = candidates.get(&name) else {
            continue;
        };
        if name.len() > 1 && count < 2 {
            candidates.remove(&name);
            continue;
        }
        for length in 1..name.len() {
            for part in name.windows(length) {
                if let Some(part) = candidates.get_mut(part) {
                    let all = part.count;
                    part.count = all.saturating_sub(count);
                    part.weight = (part.weight - weight).max(0.0);
                }
            }
        }
    }
}

fn is_content(token: &Token<'_>) -> bool {
    let word = token.text;
    token.kind == TokenKind::Word
        && !role::has(word, Role::Verb)
        && !role::has(word, Role::Speech)
        && !word.ends_with('.')
        && graphemes(word).nth(1).is_some()
        && !word.starts_with(|c: char| c.is_numeric())
}

fn fold(word: &str) -> Cow<'_, str> {
    Folder::search().fold(word)
}

/// Endings of inflected nouns and adjectives, folded, and the endings of the base form.
const ENDINGS: [(&str, &[&str]); 10] = [
    ("ियों", &["ी", "ि"]),
    ("ियां", &["ी", "ि"]),
    ("ुओं", &["ू", "ु"]),
    ("ुएं", &["ू", "ु"]),
    ("ओं", &[""]),
    ("एं", &[""]),
    ("ों", &["", "ा"]),
    ("ें", &[""]),
    ("े", &["ा"]),
    ("ी", &["ा"]),
];

/// The base form of a folded word where the text has it, or else the word.
fn base(form: &str, vocabulary: &HashSet<Cow<'_, str>>) -> String {
    let bases = ENDINGS.iter().flat_map(|(ending, base_endings)| {
        let stem = form.strip_suffix(ending);
        base_endings
            .iter()
            .filter_map(move |base_ending| Some(format!("{}{base_ending}", stem?)))
    });
    let mut known = bases.filter(|base| vocabulary.contains(base.as_str()));
    known.next().unwrap_or_else(|| form.to_owned())
}
