//! Keywords: what a text is about, told from the text alone.
//!
//! The candidates are its content words, the runs of content words that it repeats, such as
//! `समाजवादी पार्टी`, those that a title marks as a name, such as `मंत्री आशा वर्मा ने`, and the
//! titles that it repeats in quotes, such as `'चंबल का चाँद'`. Verbs are out (`data/verbs.tsv`),
//! and words of everyday news count less (`data/common-words.tsv`).
//!
//! An inflected form counts for its base form: the one that the text or a table
//! (`data/nouns.tsv`) has, or else the likeliest. What stands inside a longer name is not
//! counted again by itself (the idea of the C-value, Frantzi, Ananiadou and Mima 2000), and a
//! short form counts for its name: `भदौरिया` for `रोहन भदौरिया`.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use once_cell::sync::Lazy;

use crate::grapheme::graphemes;
use crate::normalize::Folder;
use crate::stopword::{Stopwords, WordClass};
use crate::table;
use crate::token::abbreviation::{self, Abbreviation};
use crate::token::role::{self, Role};
use crate::token::{Token, TokenKind, verb};
use crate::word_table::WordTable;

/// The most words that one name is taken to have.
const LONGEST_NAME: usize = 4;
/// The most keywords that are kept.
const KEYWORDS: usize = 20;
/// What a common word is worth beside one that tells a topic.
const COMMON_WEIGHT: f64 = 0.1;
/// What each word more adds to the worth of a name.
const WORD_WEIGHT: f64 = 0.5;
/// A short form counts for its name unless it is more than this many times as frequent, and no
/// title marks the name.
const SHORT_FORMS: usize = 2;

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
    /// The keyword as the text spells it; a single word, and the last one of a name, in its
    /// base form.
    pub text: String,
    /// How often it stands in the text in any of its forms, short forms of a name included,
    /// but not inside of longer keywords.
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
static COMMON: Lazy<WordTable<()>> = Lazy::new(|| {
    let rows = table::rows(include_str!("../data/common-words.tsv"));
    rows.map(|[word]| (fold(word), ())).collect()
});

/// Nouns whose base form cannot be told from their plural.
static NOUNS: Lazy<WordTable<()>> = Lazy::new(|| {
    let rows = table::rows(include_str!("../data/nouns.tsv"));
    rows.map(|[word]| (fold(word), ())).collect()
});

/// The number of a form in the [`Vocabulary`]; a word goes by that of its base form.
type Word = u32;

/// Stands where a name has no more words.
const NO_WORD: Word = Word::MAX;

/// One to [`LONGEST_NAME`] words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Name([Word; LONGEST_NAME]);

impl Name {
    fn of(words: impl IntoIterator<Item = Word>) -> Self {
        let mut name = [NO_WORD; LONGEST_NAME];
        for (place, word) in name.iter_mut().zip(words) {
            *place = word;
        }
        Name(name)
    }

    fn words(&self) -> &[Word] {
        let length = self.0.iter().take_while(|word| **word != NO_WORD).count();
        &self.0[..length]
    }

    /// The shorter names inside it.
    fn parts(&self) -> impl Iterator<Item = Name> {
        let words = self.words();
        (1..words.len()).flat_map(|length| {
            words
                .windows(length)
                .map(|part| Name::of(part.iter().copied()))
        })
    }
}

/// What is known of a candidate.
#[derive(Debug)]
struct Candidate<'s, 't> {
    /// Where it stands first, in its base form if that is anywhere.
    shown: &'s [Token<'t>],
    is_base_form: bool,
    first: usize,
    count: usize,
    weight: f64,
    /// How often it stands as the short form of a name does: in its base form, and not after
    /// another word of a name.
    short_forms: usize,
    evidence: Evidence,
}

/// How well a run of words is known to be a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Evidence {
    /// The last word may make a verb of what follows: `किसान लाभान्वित हुए`.
    BeforeVerb,
    /// It is a name if it is repeated.
    Run,
    /// It stands between a title and a case marker: `मंत्री आशा वर्मा ने`.
    AfterTitle,
}

type Candidates<'s, 't> = HashMap<Name, Candidate<'s, 't>>;

/// The keywords of the sentences, the best first.
pub(crate) fn keywords(sentences: &[Weighted<'_, '_>], stopwords: &Stopwords) -> Vec<Keyword> {
    let vocabulary = Vocabulary::of(sentences);
    let mut candidates = candidates(sentences, &vocabulary, stopwords);
    leave_out_nested(&mut candidates);
    join_short_forms(&mut candidates);
    let mut ranked: Vec<(f64, Name, Candidate<'_, '_>)> = candidates
        .into_iter()
        .filter(|(_, candidate)| candidate.count > 0)
        .map(|(name, candidate)| {
            let worth = vocabulary.worth(name, candidate.count);
            (worth * candidate.weight, name, candidate)
        })
        .filter(|(score, ..)| *score > 0.0)
        .collect();
    let by_rank =
        |(score, name, candidate): &(f64, Name, Candidate<'_, '_>),
         (other_score, other_name, other): &(f64, Name, Candidate<'_, '_>)| {
            let by_score = other_score.total_cmp(score);
            let by_place = candidate.first.cmp(&other.first);
            let by_length = other_name.words().len().cmp(&name.words().len());
            by_score.then(by_place).then(by_length)
        };
    // Only the best are put in order, in linear time.
    if ranked.len() > KEYWORDS {
        ranked.select_nth_unstable_by(KEYWORDS, by_rank);
        ranked.truncate(KEYWORDS);
    }
    ranked.sort_by(by_rank);
    let best = ranked.first().map_or(1.0, |(score, ..)| *score);
    ranked
        .into_iter()
        .map(|(score, name, candidate)| Keyword {
            text: vocabulary.spell(name, candidate.shown),
            count: candidate.count,
            score: score / best,
        })
        .collect()
}

/// The words of a text.
struct Vocabulary<'t> {
    /// For each token of all sentences, the number of its form if it is a word.
    tokens: Vec<Option<Word>>,
    /// By their numbers, the different folded forms, and base forms that the text has not.
    forms: Vec<Form>,
    /// How each form is spelled where it stands first.
    spellings: Vec<Cow<'t, str>>,
}

#[derive(Debug, Clone, Copy)]
struct Form {
    /// The number of its base form.
    word: Word,
    is_common: bool,
    verb: Verb,
}

/// What a word is as a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verb {
    No,
    /// It is a verb where an auxiliary follows: `मिल रही`.
    Stem,
    Yes,
}

impl<'t> Vocabulary<'t> {
    fn of(sentences: &[Weighted<'_, 't>]) -> Self {
        let mut numbers = Numbers::default();
        let tokens = sentences
            .iter()
            .flat_map(|sentence| sentence.tokens)
            .map(|token| {
                let is_word = token.kind == TokenKind::Word;
                is_word.then(|| numbers.number(fold(token.text), token.text.into()))
            })
            .collect();
        let mut bases = Vec::new();
        for number in 0..numbers.spellings.len() {
            let base = base(&numbers.spellings[number], &numbers);
            bases.push(base.map_or(number as Word, |base| {
                numbers.number(fold(&base).into_owned().into(), base.into())
            }));
        }
        bases.extend(bases.len() as Word..numbers.spellings.len() as Word);
        let mut forms: Vec<Form> = bases
            .into_iter()
            .map(|word| Form {
                word,
                is_common: false,
                verb: Verb::No,
            })
            .collect();
        for (folded, number) in &numbers.by_form {
            let form = &mut forms[*number as usize];
            form.is_common = COMMON.contains(folded);
            form.verb = Verb::of(&numbers.spellings[*number as usize]);
        }
        Vocabulary {
            tokens,
            forms,
            spellings: numbers.spellings,
        }
    }

    fn is_common(&self, word: Word) -> bool {
        self.forms[word as usize].is_common
    }

    /// What a mention of the name is worth beside one of a single word. More words tell more
    /// only where they are repeated.
    fn worth(&self, name: Name, count: usize) -> f64 {
        let words = name.words();
        if words.iter().all(|word| self.is_common(*word)) {
            COMMON_WEIGHT
        } else if count > 1 {
            1.0 + WORD_WEIGHT * (words.len() - 1) as f64
        } else {
            1.0
        }
    }

    /// The name as the text has it, but with the base form of its last word, which alone bears
    /// the case of the whole.
    fn spell(&self, name: Name, shown: &[Token<'_>]) -> String {
        let last = name.words().last();
        let last = last.map(|word| self.spellings[*word as usize].as_ref());
        let before = shown.iter().take(shown.len() - 1).map(|token| token.text);
        before.chain(last).collect::<Vec<_>>().join(" ")
    }
}

/// Numbers for the different folded forms of words.
#[derive(Default)]
struct Numbers<'t> {
    by_form: HashMap<Cow<'t, str>, Word>,
    /// By number, how the form is spelled.
    spellings: Vec<Cow<'t, str>>,
}

impl<'t> Numbers<'t> {
    fn number(&mut self, folded: Cow<'t, str>, spelling: Cow<'t, str>) -> Word {
        *self.by_form.entry(folded).or_insert_with(|| {
            self.spellings.push(spelling);
            self.spellings.len() as Word - 1
        })
    }
}

/// Every content word; every run of up to [`LONGEST_NAME`] of them, initials between them
/// included, without a common word and without a title that a name follows; and every title in
/// quotes.
fn candidates<'s, 't>(
    sentences: &[Weighted<'s, 't>],
    vocabulary: &Vocabulary<'_>,
    stopwords: &Stopwords,
) -> Candidates<'s, 't> {
    let mut candidates = Candidates::new();
    let labels = labels(sentences, vocabulary);
    let mut before = 0;
    for &Weighted { weight, tokens } in sentences {
        let numbers = &vocabulary.tokens[before..before + tokens.len()];
        before += tokens.len();
        let mut roles = roles(tokens, numbers, vocabulary, stopwords);
        if label(tokens, numbers).is_some_and(|label| labels.contains(&label)) {
            roles[0] = InName::No;
        }
        let mut add = |range: Range<usize>, evidence: Evidence| {
            let forms = numbers[range.clone()].iter().flatten();
            let words = forms
                .clone()
                .map(|form| vocabulary.forms[*form as usize].word);
            let is_base_form = forms.copied().eq(words.clone());
            let candidate = candidates.entry(Name::of(words)).or_insert(Candidate {
                shown: &tokens[range.clone()],
                is_base_form,
                first: tokens[range.start].range.start,
                count: 0,
                weight: 0.0,
                short_forms: 0,
                evidence,
            });
            let follows_word = range.start > 0 && roles[range.start - 1] == InName::Word;
            candidate.count += 1;
            if roles[range.start] != InName::Measure {
                candidate.weight += weight;
            }
            if is_base_form && !follows_word {
                candidate.short_forms += 1;
            }
            candidate.evidence = candidate.evidence.max(evidence);
            if is_base_form && !candidate.is_base_form {
                candidate.shown = &tokens[range];
                candidate.is_base_form = true;
            }
        };
        for start in (0..tokens.len()).filter(|start| roles[*start].is_content()) {
            add(start..start + 1, Evidence::Run);
            let is_after_title = start > 0 && is_title(tokens[start - 1].text);
            let mut end = start + 1;
            while end < (start + LONGEST_NAME).min(tokens.len())
                && matches!(roles[end - 1], InName::Word | InName::Initial)
                && matches!(roles[end], InName::Word | InName::Initial | InName::Last)
            {
                end += 1;
                if roles[end - 1].is_content() {
                    let evidence = match tokens.get(end) {
                        Some(next)
                            if is_after_title && role::has(next.text, Role::Postposition) =>
                        {
                            Evidence::AfterTitle
                        }
                        Some(next) if makes_verb(next) => Evidence::BeforeVerb,
                        _ => Evidence::Run,
                    };
                    add(start..end, evidence);
                }
            }
        }
        for title in titles(tokens) {
            let roles = &roles[title.clone()];
            // A title of such words alone is a run already.
            let is_run = roles.iter().all(|role| *role == InName::Word);
            if !is_run && roles.iter().any(|role| role.is_content()) {
                add(title, Evidence::Run);
            }
        }
    }
    candidates
}

/// What a token can be in a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum InName {
    /// Nothing: it is no word, or one that tells no topic.
    No,
    /// Nothing, but a keyword by itself: a word of everyday news.
    Common,
    /// Nothing: such a word after a number, which is counted but is no topic: `5 लाख`, `20 अंक`.
    Measure,
    /// Any part of it.
    Word,
    /// Its last word, such as `मंत्री`, which otherwise stands before a name.
    Last,
    /// An initial inside it: `विक्रम एस. देशवाल`.
    Initial,
}

impl InName {
    fn is_content(self) -> bool {
        !matches!(self, InName::No | InName::Initial)
    }
}

fn roles(
    tokens: &[Token<'_>],
    numbers: &[Option<Word>],
    vocabulary: &Vocabulary<'_>,
    stopwords: &Stopwords,
) -> Vec<InName> {
    let in_name = |(index, token): (usize, &Token<'_>)| {
        let word = token.text;
        let Some(number) = numbers[index] else {
            return InName::No;
        };
        let form = vocabulary.forms[number as usize];
        let is_verb = match form.verb {
            Verb::No => false,
            Verb::Stem => tokens.get(index + 1).is_some_and(follows_verb_stem),
            Verb::Yes => true,
        };
        if is_initial(word) {
            InName::Initial
        } else if is_verb || !is_telling(word) || stopwords.contains(word) {
            InName::No
        } else if role::has(word, Role::BeforeName) {
            InName::Last
        } else if vocabulary.is_common(form.word) {
            InName::Common
        } else {
            InName::Word
        }
    };
    let mut roles: Vec<InName> = tokens.iter().enumerate().map(in_name).collect();
    for index in 1..roles.len() {
        if roles[index] == InName::Common
            && (tokens[index - 1].kind == TokenKind::Number || roles[index - 1] == InName::Measure)
        {
            roles[index] = InName::Measure;
        }
    }
    roles
}

/// The word that labels a sentence: `उत्तर: हाँ।`, `जवाब- हाँ।`.
fn label(tokens: &[Token<'_>], numbers: &[Option<Word>]) -> Option<Word> {
    let [first, mark, next, ..] = tokens else {
        return None;
    };
    let is_label = match mark.text {
        ":" => true,
        "-" | "–" => mark.range.start == first.range.end && mark.range.end < next.range.start,
        _ => false,
    };
    numbers[0].filter(|_| is_label)
}

/// The labels of several sentences. They tell who speaks, not what of.
fn labels(sentences: &[Weighted<'_, '_>], vocabulary: &Vocabulary<'_>) -> HashSet<Word> {
    let mut once = HashSet::new();
    let mut before = 0;
    let labels = sentences.iter().filter_map(|Weighted { tokens, .. }| {
        let numbers = &vocabulary.tokens[before..before + tokens.len()];
        before += tokens.len();
        label(tokens, numbers)
    });
    labels.filter(|label| !once.insert(*label)).collect()
}

/// Whether a person's name can follow: `मंत्री`, `श्री`, `डॉ.`.
fn is_title(word: &str) -> bool {
    let is_conjunction = || Stopwords::hindi().class(word) == Some(WordClass::Conjunction);
    match word.strip_suffix('.') {
        Some(word) => abbreviation::class(word) == Abbreviation::Title,
        None => role::has(word, Role::BeforeName) && !is_conjunction(),
    }
}

/// Whether the token makes a verb of the word before it: `लाभान्वित हुए`, `बरामद किया`.
fn makes_verb(token: &Token<'_>) -> bool {
    match Stopwords::hindi().class(token.text) {
        Some(WordClass::LightVerb) => true,
        Some(WordClass::Auxiliary) => token.text.starts_with("हु") || token.text.starts_with("हो"),
        _ => false,
    }
}

/// Where two to [`LONGEST_NAME`] words stand in quotes.
fn titles(tokens: &[Token<'_>]) -> Vec<Range<usize>> {
    let mut titles = Vec::new();
    let mut opened = None;
    for (index, token) in tokens.iter().enumerate() {
        match (token.kind, token.text) {
            (TokenKind::Punctuation, "'" | "\"" | "‘" | "’" | "“" | "”" | "«" | "»") => {
                if let Some(start) = opened
                    && (2..=LONGEST_NAME).contains(&(index - start))
                {
                    titles.push(start..index);
                    opened = None;
                } else {
                    opened = Some(index + 1);
                }
            }
            (TokenKind::Word, _) => {}
            _ => opened = None,
        }
    }
    titles
}

/// Drops the longer runs that are no names, and takes what stands inside a name away from the
/// shorter ones.
fn leave_out_nested(candidates: &mut Candidates<'_, '_>) {
    let is_long = |name: &Name| name.words().len() > 1;
    let is_name = |candidate: &Candidate<'_, '_>| match candidate.evidence {
        Evidence::BeforeVerb => false,
        Evidence::Run => candidate.count > 1,
        Evidence::AfterTitle => candidate.count > 0,
    };
    candidates.retain(|name, candidate| !is_long(name) || is_name(candidate));
    let mut names: Vec<(Name, usize)> = candidates
        .iter()
        .filter(|(name, _)| is_long(name))
        .map(|(name, candidate)| (*name, candidate.first))
        .collect();
    names.sort_by_key(|(name, first)| (Reverse(name.words().len()), *first));
    for (name, _) in names {
        let Candidate { count, weight, .. } = candidates[&name];
        if !is_name(&candidates[&name]) {
            candidates.remove(&name);
            continue;
        }
        for part in name.parts() {
            if let Some(part) = candidates.get_mut(&part) {
                part.count = part.count.saturating_sub(count);
                part.weight = (part.weight - weight).max(0.0);
            }
        }
    }
}

/// Lets a word count for the one name that it belongs to, where the rest of that name is found
/// nowhere else: after `रोहन भदौरिया`, `भदौरिया` is the same man.
fn join_short_forms(candidates: &mut Candidates<'_, '_>) {
    let mut names: Vec<(Name, usize)> = candidates
        .iter()
        .filter(|(name, _)| name.words().len() > 1)
        .map(|(name, candidate)| (*name, candidate.first))
        .collect();
    names.sort_by_key(|(name, first)| (*first, name.words().len()));
    let mut names_with: HashMap<Word, usize> = HashMap::new();
    for word in names.iter().flat_map(|(name, _)| name.words()) {
        *names_with.entry(*word).or_default() += 1;
    }
    for (name, _) in names {
        let mut left = name.words().iter().filter_map(|word| {
            let alone = Name::of([*word]);
            let is_left = candidates.get(&alone).is_some_and(|word| word.count > 0);
            (is_left || names_with[word] > 1).then_some(alone)
        });
        let (Some(short), None) = (left.next(), left.next()) else {
            continue;
        };
        let most = match candidates.get(&name) {
            Some(name) if name.evidence < Evidence::AfterTitle => SHORT_FORMS * name.count,
            Some(_) => usize::MAX,
            None => continue,
        };
        if names_with[&short.0[0]] == 1
            && let Some(alone) = candidates.get_mut(&short)
            && alone.count <= most
        {
            let count = alone.count.min(alone.short_forms);
            let weight = alone.weight * count as f64 / alone.count.max(1) as f64;
            alone.count -= count;
            alone.weight -= weight;
            if let Some(long) = candidates.get_mut(&name) {
                long.count += count;
                long.weight += weight;
            }
        }
    }
}

/// Whether the word is more than an abbreviation, a number, a letter, or what is left of
/// `Wi-Fi`; `IT` is a name.
fn is_telling(word: &str) -> bool {
    let is_latin_scrap =
        word.is_ascii() && word.len() < 3 && !word.bytes().all(|byte| byte.is_ascii_uppercase());
    !is_latin_scrap
        && !word.ends_with('.')
        && !word.starts_with(|c: char| c.is_numeric())
        && graphemes(word).nth(1).is_some()
}

fn is_initial(word: &str) -> bool {
    word.strip_suffix('.').is_some_and(|letter| {
        graphemes(letter).nth(2).is_none() && abbreviation::class(letter) != Abbreviation::Title
    })
}

impl Verb {
    fn of(word: &str) -> Self {
        if verb::is_form(word) {
            Verb::Yes
        } else if verb::is_stem(word) {
            Verb::Stem
        } else {
            Verb::No
        }
    }
}

/// Whether the token makes a verb of the stem before it: `मिल रही`, `खोल दी`. The forms of होना
/// and करना make one of a noun: `जीत है`, `खोज की`.
fn follows_verb_stem(token: &Token<'_>) -> bool {
    let class = Stopwords::hindi().class(token.text);
    matches!(class, Some(WordClass::Auxiliary | WordClass::LightVerb))
        && !token.text.starts_with(['ह', 'थ', 'क'])
}

fn fold(word: &str) -> Cow<'_, str> {
    // `कॉल` is not `काल`.
    Folder::search().candra_vowels(false).fold(word)
}

/// Endings of inflected nouns and adjectives, the endings that the base form can have, and
/// whether the first of them is taken where nothing is known of the word.
const ENDINGS: [(&str, &[&str], bool); 16] = [
    ("ियों", &["ी", "ि", "िया"], true),
    ("ियाँ", &["ी", "ि", "िया"], true),
    ("ियां", &["ी", "ि", "िया"], true),
    ("ुओं", &["ु", "ू"], true),
    ("ुएँ", &["ु", "ू"], true),
    ("ुएं", &["ु", "ू"], true),
    ("ओं", &[""], true),
    ("एँ", &["", "आँ"], true),
    ("एं", &["", "आं"], true),
    ("ों", &["", "ा"], true),
    ("ें", &[""], true),
    ("िए", &["िया"], false),
    ("िये", &["िया"], false),
    ("ए", &["या"], false),
    ("ये", &["या"], false),
    ("े", &["ा"], false),
];

/// The base form of an inflected word: one that the text has, or that is a known noun, or the
/// likeliest; `None` for a word that seems to be a base form itself.
fn base(word: &str, numbers: &Numbers<'_>) -> Option<String> {
    let mut likeliest = None;
    for (ending, base_endings, is_likely) in ENDINGS {
        let Some(stem) = word.strip_suffix(ending) else {
            continue;
        };
        let mut bases = base_endings.iter().map(|ending| format!("{stem}{ending}"));
        let is_known = |base: &String| {
            let folded = fold(base);
            numbers.by_form.contains_key(&folded)
                || NOUNS.contains(&folded)
                || COMMON.contains(&folded)
        };
        if let Some(base) = bases.clone().find(is_known) {
            return Some(base);
        }
        if is_likely && likeliest.is_none() && graphemes(stem).nth(1).is_some() {
            likeliest = bases.next();
        }
    }
    likeliest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalize::is_nfc;

    fn assert_sorted_and_distinct<const COLUMNS: usize>(table: &'static str) {
        let lines: Vec<&str> = table
            .lines()
            .filter(|line| !line.starts_with('#'))
            .collect();
        assert_eq!(lines.len(), table::rows::<COLUMNS>(table).count());
        assert!(lines.is_sorted_by(|line, next| line < next));
        assert!(is_nfc(table));
    }

    #[test]
    fn the_tables_are_sorted_and_every_row_is_read() {
        assert_sorted_and_distinct::<1>(include_str!("../data/common-words.tsv"));
        assert_sorted_and_distinct::<1>(include_str!("../data/nouns.tsv"));
    }
}
