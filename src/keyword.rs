//! Keywords: what a text is about, told from the text alone.
//!
//! The candidates are its content words, the runs of content words that it repeats, such as
//! `समाजवादी पार्टी`, and the titles that it repeats in quotes, such as `'चंबल का चाँद'`. Verbs
//! are out (`data/verbs.tsv`), and words of everyday news count less
//! (`data/common-words.tsv`).
//!
//! An inflected form counts for its base form where the text or a table has that. What stands
//! inside a longer name is not counted again by itself (the idea of the C-value, Frantzi,
//! Ananiadou and Mima 2000), and a short form counts for its name: `भदौरिया` for
//! `रोहन भदौरिया`.

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
use crate::token::{Token, TokenKind};

/// The most words that one name is taken to have.
const LONGEST_NAME: usize = 4;
/// The most keywords that are kept.
const KEYWORDS: usize = 20;
/// What a common word is worth beside one that tells a topic.
const COMMON_WEIGHT: f64 = 0.25;
/// What each word more adds to the worth of a name.
const WORD_WEIGHT: f64 = 0.5;
/// A short form counts for its name unless it is more than this many times as frequent.
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
    /// The keyword as the text has it, in its base form where the text has that.
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
static COMMON: Lazy<HashSet<Cow<'static, str>>> = Lazy::new(|| {
    let rows = table::rows(include_str!("../data/common-words.tsv"));
    rows.map(|[word]| fold(word)).collect()
});

/// Nouns whose base form cannot be told from their plural.
static NOUNS: Lazy<HashSet<Cow<'static, str>>> = Lazy::new(|| {
    let rows = table::rows(include_str!("../data/nouns.tsv"));
    rows.map(|[word]| fold(word)).collect()
});

/// The stems of verbs.
static VERB_STEMS: Lazy<HashSet<String>> = Lazy::new(|| {
    verbs_of_kind("verb")
        .filter_map(|infinitive| Some(infinitive.strip_suffix("ना")?.to_owned()))
        .collect()
});

/// Nouns and adjectives that look like a form of a verb.
static NOT_VERBS: Lazy<HashSet<Cow<'static, str>>> = Lazy::new(|| verbs_of_kind("noun").collect());

fn verbs_of_kind(wanted: &'static str) -> impl Iterator<Item = Cow<'static, str>> {
    table::rows(include_str!("../data/verbs.tsv"))
        .filter(move |[_, kind]| *kind == wanted)
        .map(|[word, _]| fold(word))
}

/// A word by its number in the [`Vocabulary`]; all forms of a word have the same.
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
}

type Candidates<'s, 't> = HashMap<Name, Candidate<'s, 't>>;

/// The keywords of the sentences, the best first.
pub(crate) fn keywords(sentences: &[Weighted<'_, '_>], stopwords: &Stopwords) -> Vec<Keyword> {
    let vocabulary = Vocabulary::of(sentences);
    let mut candidates = candidates(sentences, &vocabulary, stopwords);
    leave_out_nested(&mut candidates);
    join_short_forms(&mut candidates);
    let mut ranked: Vec<(f64, Candidate<'_, '_>)> = candidates
        .into_iter()
        .filter(|(_, candidate)| candidate.count > 0)
        .map(|(name, candidate)| (vocabulary.worth(name) * candidate.weight, candidate))
        .collect();
    ranked.sort_by(|(score, candidate), (other_score, other)| {
        let by_score = other_score.total_cmp(score);
        by_score.then(candidate.first.cmp(&other.first))
    });
    let best = ranked.first().map_or(1.0, |(score, _)| *score);
    ranked
        .into_iter()
        .take(KEYWORDS)
        .map(|(score, candidate)| Keyword {
            text: vocabulary.spell(candidate.shown),
            count: candidate.count,
            score: score / best,
        })
        .collect()
}

/// The words of a text.
struct Vocabulary<'t> {
    /// By their folded forms.
    forms: HashMap<Cow<'t, str>, Form>,
    /// The base form of each word as it is spelled, by the word's number.
    spellings: Vec<Cow<'t, str>>,
}

#[derive(Debug, Clone, Copy)]
struct Form {
    word: Word,
    is_base: bool,
}

impl<'t> Vocabulary<'t> {
    fn of(sentences: &[Weighted<'_, 't>]) -> Self {
        let mut vocabulary = Vocabulary {
            forms: HashMap::new(),
            spellings: Vec::new(),
        };
        let tokens = sentences.iter().flat_map(|sentence| sentence.tokens);
        for token in tokens.filter(|token| token.kind == TokenKind::Word) {
            vocabulary.number(fold(token.text), Cow::Borrowed(token.text));
        }
        for word in 0..vocabulary.spellings.len() {
            let spelling = vocabulary.spellings[word].clone();
            if let Some(base) = base(&spelling, &vocabulary.forms) {
                let folded = Cow::Owned(fold(&base).into_owned());
                let word = vocabulary.number(folded, Cow::Owned(base));
                let is_base = false;
                vocabulary.forms.insert(
                    Cow::Owned(fold(&spelling).into_owned()),
                    Form { word, is_base },
                );
            }
        }
        vocabulary
    }

    /// The number of the word with this folded form, which is a new word if it is not known.
    fn number(&mut self, folded: Cow<'t, str>, spelling: Cow<'t, str>) -> Word {
        let word = self.spellings.len() as Word;
        let is_base = true;
        let form = self.forms.entry(folded).or_insert(Form { word, is_base });
        if form.word == word {
            self.spellings.push(spelling);
        }
        form.word
    }

    fn form(&self, token: &Token<'_>) -> Form {
        self.forms[&fold(token.text)]
    }

    fn is_common(&self, word: Word) -> bool {
        COMMON.contains(&fold(&self.spellings[word as usize]))
    }

    /// What a mention of the name is worth beside one of a single word.
    fn worth(&self, name: Name) -> f64 {
        let words = name.words();
        if words.iter().all(|word| self.is_common(*word)) {
            return COMMON_WEIGHT;
        }
        1.0 + WORD_WEIGHT * (words.len() - 1) as f64
    }

    /// The name as the text has it, but with the base form of its last word, which alone bears
    /// the case of the whole.
    fn spell(&self, name: &[Token<'_>]) -> String {
        let Some((last, before)) = name.split_last() else {
            return String::new();
        };
        let before = before.iter().map(|token| token.text);
        let last = &self.spellings[self.form(last).word as usize];
        before.chain([last.as_ref()]).collect::<Vec<_>>().join(" ")
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
    let mut add = |tokens: &'s [Token<'t>], weight: f64| {
        let forms = tokens.iter().map(|token| vocabulary.form(token));
        let is_base_form = forms.clone().all(|form| form.is_base);
        let candidate = candidates
            .entry(Name::of(forms.map(|form| form.word)))
            .or_insert(Candidate {
                shown: tokens,
                is_base_form,
                first: tokens[0].range.start,
                count: 0,
                weight: 0.0,
            });
        candidate.count += 1;
        candidate.weight += weight;
        if is_base_form && !candidate.is_base_form {
            candidate.shown = tokens;
            candidate.is_base_form = true;
        }
    };
    let is_title = |token: &Token<'_>| role::has(token.text, Role::BeforeName);
    for &Weighted { weight, tokens } in sentences {
        let is_content = content_words(tokens, stopwords);
        let in_name: Vec<bool> = tokens
            .iter()
            .zip(&is_content)
            .map(|(token, is_content)| {
                let is_common = || vocabulary.is_common(vocabulary.form(token).word);
                *is_content && !is_common() || is_initial(token)
            })
            .collect();
        for start in (0..tokens.len()).filter(|start| is_content[*start]) {
            add(&tokens[start..=start], weight);
            let mut end = start;
            while end + 1 < (start + LONGEST_NAME).min(tokens.len())
                && in_name[end]
                && in_name[end + 1]
                && !is_title(&tokens[end])
            {
                end += 1;
                if is_content[end] {
                    add(&tokens[start..=end], weight);
                }
            }
        }
        for title in titles(tokens) {
            // A title of content words alone is a run already.
            let is_run = in_name[title.clone()].iter().all(|in_name| *in_name);
            if !is_run && is_content[title.clone()].contains(&true) {
                add(&tokens[title], weight);
            }
        }
    }
    candidates
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

/// Drops the longer names that are not repeated, and takes what stands inside a repeated one
/// away from the shorter ones.
fn leave_out_nested(candidates: &mut Candidates<'_, '_>) {
    let is_long = |name: &Name| name.words().len() > 1;
    candidates.retain(|name, candidate| !is_long(name) || candidate.count > 1);
    let mut names: Vec<(Name, usize)> = candidates
        .iter()
        .filter(|(name, _)| is_long(name))
        .map(|(name, candidate)| (*name, candidate.first))
        .collect();
    names.sort_by_key(|(name, first)| (Reverse(name.words().len()), *first));
    for (name, _) in names {
        let Candidate { count, weight, .. } = candidates[&name];
        if count < 2 {
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
    names.sort_by_key(|(_, first)| *first);
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
        let Some(&Candidate { count, weight, .. }) = candidates.get(&short) else {
            continue;
        };
        if names_with[&short.0[0]] == 1
            && let Some(long) = candidates.get_mut(&name)
            && count <= SHORT_FORMS * long.count
        {
            long.count += count;
            long.weight += weight;
            candidates.remove(&short);
        }
    }
}

/// For each token, whether it is a word that can tell a topic.
fn content_words(tokens: &[Token<'_>], stopwords: &Stopwords) -> Vec<bool> {
    let is_content = |(index, token): (usize, &Token<'_>)| {
        let word = token.text;
        token.kind == TokenKind::Word
            && !stopwords.contains(word)
            && !word.ends_with('.')
            && !word.starts_with(|c: char| c.is_numeric())
            && graphemes(word).nth(1).is_some()
            && !is_latin_scrap(word)
            && !is_verb(word)
            && !(is_verb_stem(word) && tokens.get(index + 1).is_some_and(follows_verb_stem))
    };
    tokens.iter().enumerate().map(is_content).collect()
}

/// Whether the token is an initial in a name: `विक्रम एस. देशवाल`.
fn is_initial(token: &Token<'_>) -> bool {
    token.text.strip_suffix('.').is_some_and(|letter| {
        token.kind == TokenKind::Word
            && graphemes(letter).nth(2).is_none()
            && abbreviation::class(letter) != Abbreviation::Title
    })
}

/// Whether the word is what is left of `Wi-Fi` or of an English sentence; `IT` is a name.
fn is_latin_scrap(word: &str) -> bool {
    word.is_ascii() && word.len() < 3 && !word.bytes().all(|byte| byte.is_ascii_uppercase())
}

fn is_verb(word: &str) -> bool {
    looks_like_verb(word) && !NOT_VERBS.contains(&fold(word))
}

fn looks_like_verb(word: &str) -> bool {
    let form = fold(word);
    let mut stems = VERB_ENDINGS
        .iter()
        .filter_map(|ending| form.strip_suffix(ending));
    stems.any(|stem| VERB_STEMS.contains(stem)) || role::has(word, Role::Verb)
}

fn is_verb_stem(word: &str) -> bool {
    VERB_STEMS.contains(fold(word).as_ref())
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

/// The endings of verbs, folded: participles, infinitive, past, subjunctive, future, imperative.
const VERB_ENDINGS: [&str; 41] = [
    "ता",
    "ती",
    "ते",
    "तीं",
    "कर",
    "ना",
    "नी",
    "ने",
    "ा",
    "ी",
    "े",
    "ीं",
    "या",
    "ई",
    "ए",
    "ईं",
    "ूं",
    "ें",
    "ो",
    "ऊं",
    "एं",
    "ओ",
    "ूंगा",
    "ूंगी",
    "ेगा",
    "ेगी",
    "ेंगे",
    "ेंगी",
    "ोगे",
    "ोगी",
    "ऊंगा",
    "ऊंगी",
    "एगा",
    "एगी",
    "एंगे",
    "एंगी",
    "ओगे",
    "ओगी",
    "िए",
    "इए",
    "िएगा",
];

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
    ("एँ", &[""], true),
    ("एं", &[""], true),
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
fn base(word: &str, forms: &HashMap<Cow<'_, str>, Form>) -> Option<String> {
    let mut likeliest = None;
    for (ending, base_endings, is_likely) in ENDINGS {
        let Some(stem) = word.strip_suffix(ending) else {
            continue;
        };
        let mut bases = base_endings.iter().map(|ending| format!("{stem}{ending}"));
        let is_known = |base: &String| {
            let folded = fold(base);
            forms.contains_key(&folded) || NOUNS.contains(&folded) || COMMON.contains(&folded)
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
        assert_sorted_and_distinct::<2>(include_str!("../data/verbs.tsv"));
    }

    #[test]
    fn every_verb_is_an_infinitive_and_every_noun_looks_like_a_verb() {
        for [word, kind] in table::rows(include_str!("../data/verbs.tsv")) {
            match kind {
                "verb" => assert!(word.ends_with("ना") && is_verb_stem(&word[..word.len() - 6])),
                "noun" => assert!(!is_verb(word) && looks_like_verb(word), "{word}"),
                _ => panic!("{word}: {kind}"),
            }
        }
    }
}
