//! Stopwords: the words of the closed classes, which carry grammar and little topic.
//!
//! The list is `data/stopwords.tsv`: every inflected form and spelling variant of Hindi's
//! postpositions, auxiliaries, pronouns, conjunctions, determiners, particles, negations and
//! light verbs, each with its class and its measured frequency. The head of the file says what
//! belongs to each class, and what was left out and why.
//!
//! Words are compared as they are written, after NFC: `ज़रिए` with a precomposed letter is the
//! same word as with a nukta. Other spellings, such as `जरिए`, are words of the list themselves.
//!
//! ```
//! use akshar::{Stopwords, WordClass, words};
//!
//! let text = "सरकार ने किसानों को राहत नहीं दी।";
//! let without = |stopwords: &Stopwords| -> Vec<&str> {
//!     words(text).map(|word| word.text).filter(|word| !stopwords.contains(word)).collect()
//! };
//! assert_eq!(without(&Stopwords::hindi()), ["सरकार", "किसानों", "राहत"]);
//!
//! let keeps_negation = Stopwords::hindi().without_class(WordClass::Negation);
//! assert_eq!(without(&keeps_negation), ["सरकार", "किसानों", "राहत", "नहीं"]);
//! ```
//!
//! # Guarantees
//!
//! NFC changes nothing about which words are stopwords. A list with or without a word has exactly
//! the words of the other and this one; the built-in list is the same for all, whatever others do
//! with theirs.
//!
//! # Limits
//!
//! A word has one class, the one in which it is used most; the sentence around it is not looked
//! at. So a form that also belongs to an open class (`पर` on, and wing) is a stopword always.
//!
//! # Cost
//!
//! A look-up takes about 20 instructions for a byte of the word, and allocates nothing for a word
//! that is NFC. The first reads the list, in less than a millisecond, and keeps 250 KB. The
//! built-in list is shared; each change of a list makes it anew, so give [`with`](Stopwords::with)
//! and [`without`](Stopwords::without) all words at once.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use once_cell::sync::Lazy;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::compose;

use crate::devanagari::{self, Class, NUKTA, VIRAMA};
use crate::normalize::nfc;
use crate::table;
use crate::word_table::{Query, WordTable};

/// The class of a stopword.
///
/// ```
/// use akshar::{Stopwords, WordClass};
///
/// assert_eq!(Stopwords::hindi().class("नहीं"), Some(WordClass::Negation));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum WordClass {
    /// `का`, `में`, `तक`; `बाद`, `द्वारा`: case markers and what follows them.
    Postposition,
    /// `है`, `था`, `रहा`, `सकता`: verbs that carry tense or mood for another verb.
    Auxiliary,
    /// `वह`, `मुझे`, `अपना`, `जिसने`, `क्यों`.
    Pronoun,
    /// `और`, `कि`, `लेकिन`.
    Conjunction,
    /// `इस`, `हर`, `कई`, `कोई`: what mostly stands before a noun.
    Determiner,
    /// `ही`, `भी`, `तो`, `सिर्फ़`.
    Particle,
    /// `नहीं`, `न`, `मत`, `बिना`.
    Negation,
    /// `कर`, `दिया`, `लेकर`: verbs that lend a noun or a verb their inflection.
    #[cfg_attr(feature = "serde", serde(rename = "light verb"))]
    LightVerb,
    /// Given by the caller.
    Custom,
}

impl WordClass {
    /// The classes of the built-in list.
    const LISTED: [WordClass; 8] = [
        WordClass::Postposition,
        WordClass::Auxiliary,
        WordClass::Pronoun,
        WordClass::Conjunction,
        WordClass::Determiner,
        WordClass::Particle,
        WordClass::Negation,
        WordClass::LightVerb,
    ];

    /// The name of the class, as it stands in `data/stopwords.tsv` and in serialized output.
    ///
    /// ```
    /// assert_eq!(akshar::WordClass::LightVerb.name(), "light verb");
    /// ```
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            WordClass::Postposition => "postposition",
            WordClass::Auxiliary => "auxiliary",
            WordClass::Pronoun => "pronoun",
            WordClass::Conjunction => "conjunction",
            WordClass::Determiner => "determiner",
            WordClass::Particle => "particle",
            WordClass::Negation => "negation",
            WordClass::LightVerb => "light verb",
            WordClass::Custom => "custom",
        }
    }
}

impl fmt::Display for WordClass {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

/// A set of stopwords: the built-in Hindi list, a list of one's own, or the one changed by
/// the other.
///
/// ```
/// use akshar::{Stopwords, WordClass};
///
/// let stopwords = Stopwords::hindi()
///     .with(["संवाददाता", "न्यूज़"])
///     .without_class(WordClass::Negation); // `नहीं` matters to sentiment
///
/// assert!(stopwords.contains("के"));
/// assert!(stopwords.contains("संवाददाता"));
/// assert!(!stopwords.contains("नहीं"));
/// assert!(!stopwords.contains("समाजवादी"));
/// ```
///
/// With the feature `serde` it is a map from each word to the name of its class, in the order
/// of the words.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(transparent))]
pub struct Stopwords {
    /// Borrowed while it is the built-in list unchanged.
    #[cfg_attr(feature = "serde", serde(with = "serialized"))]
    list: Cow<'static, List>,
}

/// In NFC.
type Words = BTreeMap<Cow<'static, str>, WordClass>;

/// Words, and how they are found.
#[derive(Debug, Clone)]
struct List {
    words: Words,
    /// Each word in all [`spellings`] that NFC makes it of, so that a word need not be
    /// normalized to be looked up.
    spellings: WordTable<WordClass>,
    /// Whether a word has other spellings too.
    has_others: bool,
}

impl List {
    fn of(words: Words) -> Self {
        let mut list = List {
            words: Words::new(),
            spellings: WordTable::new(),
            has_others: false,
        };
        for (word, class) in &words {
            match spellings(word) {
                Some(spellings) => list
                    .spellings
                    .extend(spellings.into_iter().map(|spelling| (spelling, *class))),
                None => {
                    list.spellings.or_insert(word.clone(), *class);
                    list.has_others = true;
                }
            }
        }
        List { words, ..list }
    }

    #[inline]
    fn contains(&self, query: Query) -> bool {
        let is_found = self.spellings.contains(query);
        if self.has_others && !is_found {
            return self.class_of_other(query.word).is_some();
        }
        is_found
    }

    #[inline]
    fn class(&self, word: &str) -> Option<WordClass> {
        let class = self.spellings.get(word).copied();
        if self.has_others && class.is_none() {
            return self.class_of_other(word);
        }
        class
    }

    /// The class of a word that is not found as it is written.
    fn class_of_other(&self, word: &str) -> Option<WordClass> {
        match nfc(word) {
            Cow::Owned(word) => self.spellings.get(&word).copied(),
            Cow::Borrowed(_) => None,
        }
    }
}

impl PartialEq for List {
    fn eq(&self, other: &Self) -> bool {
        self.words == other.words
    }
}

impl Eq for List {}

/// All spellings of which NFC makes this word, itself among them; `None` where they are not
/// known, or too many.
///
/// In Devanagari they differ in the letters with a nukta, which are one code point or two, and
/// in the order of a nukta and a virama.
fn spellings(word: &str) -> Option<Vec<String>> {
    let mut spellings = vec![String::new()];
    let mut characters = word.nfd().peekable();
    while let Some(letter) = characters.next() {
        match devanagari::class(letter)? {
            Class::Nukta | Class::Virama | Class::Accent => return None,
            _ => {}
        }
        let has_nukta = characters.next_if_eq(&NUKTA).is_some();
        let virama = characters.next_if_eq(&VIRAMA);
        let one = devanagari::with_nukta(letter).or_else(|| compose(letter, NUKTA));
        let letters: &[&[char]] = match (has_nukta, one) {
            (false, _) => &[&[letter]],
            (true, None) => &[&[letter, NUKTA]],
            (true, Some(one)) => &[&[letter, NUKTA], &[one]],
        };
        let mut forms: Vec<String> = letters
            .iter()
            .map(|letters| letters.iter().chain(&virama).collect())
            .collect();
        if has_nukta && virama.is_some() {
            forms.push(String::from_iter([letter, VIRAMA, NUKTA]));
        }
        if spellings.len() * forms.len() > MOST_SPELLINGS {
            return None;
        }
        spellings = forms
            .iter()
            .flat_map(|form| {
                spellings
                    .iter()
                    .map(move |before| format!("{before}{form}"))
            })
            .collect();
    }
    Some(spellings)
}

/// How many spellings of a word a list has at most: those of four letters with nukta.
const MOST_SPELLINGS: usize = 16;

/// The words in order when they are written, and in NFC when they are read.
#[cfg(feature = "serde")]
mod serialized {
    use std::borrow::Cow;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::{List, Words, nfc};

    pub(super) fn serialize<S: Serializer>(list: &List, serializer: S) -> Result<S::Ok, S::Error> {
        list.words.serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Cow<'static, List>, D::Error> {
        let words = Words::deserialize(deserializer)?
            .into_iter()
            .map(|(word, class)| (Cow::Owned(nfc(&word).into_owned()), class));
        Ok(Cow::Owned(List::of(words.collect())))
    }
}

static HINDI: Lazy<List> = Lazy::new(|| {
    let rows = table::rows(include_str!("../data/stopwords.tsv"));
    let words = rows.filter_map(|[word, name, _frequency]| {
        let class = WordClass::LISTED
            .into_iter()
            .find(|class| class.name() == name)?;
        Some((Cow::Borrowed(word), class))
    });
    List::of(words.collect())
});

impl Stopwords {
    /// The built-in Hindi list, which is shared until it is changed.
    ///
    /// ```
    /// assert!(akshar::Stopwords::hindi().contains("हूँ"));
    /// ```
    #[must_use]
    pub fn hindi() -> Self {
        Stopwords {
            list: Cow::Borrowed(&HINDI),
        }
    }

    /// A list of the words given and no others; their class is [`WordClass::Custom`].
    ///
    /// ```
    /// let stopwords = akshar::Stopwords::from_words(["ख़बर"]);
    /// assert!(stopwords.contains("ख़बर"));
    /// assert!(!stopwords.contains("के"));
    /// ```
    #[must_use]
    pub fn from_words<W: AsRef<str>>(words: impl IntoIterator<Item = W>) -> Self {
        Stopwords::of(Words::new()).with(words)
    }

    /// The list with these words too; a word that it has already keeps its class.
    ///
    /// ```
    /// assert!(akshar::Stopwords::hindi().with(["खबर"]).contains("खबर"));
    /// ```
    #[must_use]
    pub fn with<W: AsRef<str>>(self, words: impl IntoIterator<Item = W>) -> Self {
        let mut listed = self.into_words();
        for word in words {
            let word = nfc(word.as_ref()).into_owned();
            listed.entry(Cow::Owned(word)).or_insert(WordClass::Custom);
        }
        Stopwords::of(listed)
    }

    /// The list without these words.
    ///
    /// ```
    /// assert!(!akshar::Stopwords::hindi().without(["साथ"]).contains("साथ"));
    /// ```
    #[must_use]
    pub fn without<W: AsRef<str>>(self, words: impl IntoIterator<Item = W>) -> Self {
        let mut listed = self.into_words();
        for word in words {
            listed.remove(nfc(word.as_ref()).as_ref());
        }
        Stopwords::of(listed)
    }

    /// The list without the words of a class.
    ///
    /// ```
    /// use akshar::{Stopwords, WordClass};
    ///
    /// let stopwords = Stopwords::hindi().without_class(WordClass::Negation);
    /// assert!(!stopwords.contains("मत"));
    /// ```
    #[must_use]
    pub fn without_class(self, class: WordClass) -> Self {
        let mut listed = self.into_words();
        listed.retain(|_, listed| *listed != class);
        Stopwords::of(listed)
    }

    /// Whether the word, after NFC, is in the list.
    ///
    /// ```
    /// assert!(akshar::Stopwords::hindi().contains("गयीं"));
    /// ```
    #[inline]
    #[must_use]
    pub fn contains(&self, word: &str) -> bool {
        self.list.contains(word.into())
    }

    /// The same of a word that is ready to be looked up.
    #[inline]
    pub(crate) fn has(&self, query: Query) -> bool {
        self.list.contains(query)
    }

    /// The class of the word, or `None` where it is not in the list.
    ///
    /// ```
    /// use akshar::{Stopwords, WordClass};
    ///
    /// let stopwords = Stopwords::hindi();
    /// assert_eq!(stopwords.class("में"), Some(WordClass::Postposition));
    /// assert_eq!(stopwords.class("पुलिस"), None);
    /// ```
    #[inline]
    #[must_use]
    pub fn class(&self, word: &str) -> Option<WordClass> {
        self.list.class(word)
    }

    /// The words of the list with their classes, in the order of their code points.
    ///
    /// ```
    /// use akshar::{Stopwords, WordClass};
    ///
    /// let stopwords = Stopwords::hindi();
    /// let negations = stopwords.iter().filter(|(_, class)| *class == WordClass::Negation);
    /// assert!(negations.count() >= 3);
    /// ```
    pub fn iter(&self) -> impl Iterator<Item = (&str, WordClass)> {
        let words = self.list.words.iter();
        words.map(|(word, class)| (word.as_ref(), *class))
    }

    fn of(words: Words) -> Self {
        Stopwords {
            list: Cow::Owned(List::of(words)),
        }
    }

    fn into_words(self) -> Words {
        match self.list {
            Cow::Borrowed(list) => list.words.clone(),
            Cow::Owned(list) => list.words,
        }
    }
}

impl Default for Stopwords {
    /// The built-in Hindi list.
    fn default() -> Self {
        Stopwords::hindi()
    }
}

/// Whether the word, after NFC, is in the built-in Hindi list.
///
/// ```
/// assert!(akshar::is_stopword("और"));
/// assert!(!akshar::is_stopword("चुनाव"));
/// ```
#[inline]
#[must_use]
pub fn is_stopword(word: &str) -> bool {
    HINDI.contains(word.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalize::is_nfc;

    #[test]
    fn the_table_is_sorted_and_every_row_is_a_word_of_a_known_class() {
        let table = include_str!("../data/stopwords.tsv");
        let lines: Vec<&str> = table
            .lines()
            .filter(|line| !line.starts_with('#'))
            .collect();
        assert_eq!(lines.len(), HINDI.words.len());
        let words: Vec<&str> = table::rows(table)
            .map(|[word, _, frequency]| {
                assert!(is_nfc(word), "{word}");
                let per_million: f64 = frequency.parse().unwrap();
                assert!((0.0..1e6).contains(&per_million), "{word}: {frequency}");
                word
            })
            .collect();
        assert!(words.is_sorted());
        assert!(!HINDI.has_others);
    }
}
