//! Analysis for search: the terms of a text under which it is found.
//!
//! An [`Analyzer`] takes a text through the steps that make the spellings and forms of a word
//! meet: tokens, [folds](crate::Folder), [stopwords](crate::Stopwords), [stems](crate::stem). Each
//! can be switched off or changed. The query goes through the same analyzer as the text.
//!
//! ```
//! use akshar::Analyzer;
//!
//! let analyzer = Analyzer::new();
//! let terms = |text| analyzer.terms(text).map(|term| term.text).collect::<Vec<_>>();
//! assert_eq!(terms("हिन्दी की किताबें"), terms("हिंदी किताब"));
//!
//! // Where a term comes from, in the spelling of the text.
//! let text = "किसानों ने सड़कें रोकीं।";
//! let sources: Vec<_> = analyzer.terms(text).map(|term| &text[term.range]).collect();
//! assert_eq!(sources, ["किसानों", "सड़कें", "रोकीं"]);
//! ```
//!
//! # What becomes a term
//!
//! | token | term |
//! | --- | --- |
//! | word | its stem, unless it is a stopword; an abbreviation without its full stops, so that `बी.जे.पी.` is `बीजेपी` |
//! | number | itself, grouping and date separators included |
//! | hashtag, mention | what follows the `#` or `@` |
//! | web address, e-mail address | itself |
//! | emoji, punctuation, symbol | nothing |
//!
//! All of them are folded; only words are stemmed. The stem of a word that the lexicon has is in
//! the lexicon's spelling: `पढ़ना`, but `सडक` for `सड़कें`, which it need not have. [`Keys`] adds the [search
//! keys](crate::search_keys) of words, hashtags and mentions, under which a query in Latin letters
//! finds them: those of the word as it is written, and those of its stem where they are others, so
//! that `kitab` and `kitaben` both find `किताबें`.
//!
//! # Guarantees
//!
//! Terms come in the order of the text and are never empty. The [range](Term::range) of a term is
//! that of its token, without the `#` or `@`. Nothing is allocated for a term whose text stands in
//! the source, as that of most stems does, nor for a stem from the lexicon of a word that no fold
//! changes. Time is linear in the length of the text.
//!
//! A word is a stopword where the list has it as it is written or as it is folded. Words of the
//! list are therefore dropped before anything else is done with them.
//!
//! # Limits
//!
//! The analyzer looks at one word at a time: `हो रहा है` is no form of होना to it, and a compound
//! written as two words is two terms. What the tokens cut stays cut: `दु:ख` with an ASCII colon is
//! one word only after [`Folder::display`](crate::Folder::display) has been over the text.
//! Numbers are not reckoned: `1,00,000` and `100000` are two terms.
//!
//! # Cost
//!
//! The stopwords cost least, since they go before anything else is done; folding costs about as much
//! as the tokens, and so do stems. [`Keys`] cost more than all of these together, and allocate.
//! The first term reads the lexicon of the [stems](crate::inflection).

use std::borrow::Cow;
use std::fmt;
use std::iter::FusedIterator;
use std::ops::Range;
use std::vec;

use crate::inflection::{standing_stem, stem, stem_in_place};
use crate::normalize::{Clues, Folder};
use crate::search_key::search_keys;
use crate::stopword::Stopwords;
use crate::token::{Token, TokenKind, Tokens, tokens};
use crate::word_table::Query;

/// Which steps a text goes through to its terms.
///
/// ```
/// use akshar::{Analyzer, Folder, Stopwords, WordClass};
///
/// let analyzer = Analyzer::new()
///     .folder(Folder::search().nukta(false))
///     .stopwords(Stopwords::hindi().without_class(WordClass::Negation))
///     .stem(false);
/// let terms: Vec<_> = analyzer.terms("बाज़ार में दुकानें नहीं खुलीं").map(|term| term.text).collect();
/// assert_eq!(terms, ["बाज़ार", "दुकानें", "नहीं", "खुलीं"]);
/// ```
///
/// With the feature `serde` it is a map from the names of the steps to their settings; a step that
/// is not named is as in [`Analyzer::new`], and `null` switches folds or stopwords off.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct Analyzer {
    folder: Option<Folder>,
    stopwords: Option<Stopwords>,
    stem: bool,
    keys: Keys,
}

/// Whether the search keys of a word are terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
pub enum Keys {
    /// They are not.
    #[default]
    None,
    /// They come after the term of the word itself.
    Added,
    /// They are the only terms: for a field of an index that holds nothing else.
    Only,
}

/// A term of a text.
///
/// ```
/// use akshar::{Analyzer, TermKind};
///
/// let text = "पुरानी नदियाँ #गोरखपुर";
/// let terms: Vec<_> = Analyzer::new().terms(text).collect();
/// assert_eq!(terms[1].text, "नदी");
/// assert_eq!(&text[terms[1].range.clone()], "नदियाँ");
/// assert_eq!((terms[2].text.as_ref(), terms[2].kind), ("गोरखपुर", TermKind::Hashtag));
/// assert_eq!(terms[2].position, 2);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Term<'t> {
    /// The term.
    pub text: Cow<'t, str>,
    /// The byte range in the source of what it stands for.
    pub range: Range<usize>,
    /// What it is.
    pub kind: TermKind,
    /// How many words, numbers and addresses come before it, stopwords among them.
    pub position: usize,
}

/// What a term is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum TermKind {
    /// A word, folded and stemmed.
    Word,
    /// A number, date or time.
    Number,
    /// A web address.
    Url,
    /// An e-mail address.
    Email,
    /// A name after `@`, without the sign.
    Mention,
    /// A word after `#`, without the sign.
    Hashtag,
    /// A search key of a word, mention or hashtag.
    Key,
}

impl TermKind {
    /// The name of the kind in lower case, as it stands in serialized output.
    ///
    /// ```
    /// assert_eq!(akshar::TermKind::Hashtag.name(), "hashtag");
    /// ```
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            TermKind::Word => "word",
            TermKind::Number => "number",
            TermKind::Url => "url",
            TermKind::Email => "email",
            TermKind::Mention => "mention",
            TermKind::Hashtag => "hashtag",
            TermKind::Key => "key",
        }
    }

    /// That of the term of a token, or `None` where it has none.
    #[inline]
    const fn of(token: TokenKind) -> Option<Self> {
        match token {
            TokenKind::Word => Some(TermKind::Word),
            TokenKind::Number => Some(TermKind::Number),
            TokenKind::Url => Some(TermKind::Url),
            TokenKind::Email => Some(TermKind::Email),
            TokenKind::Mention => Some(TermKind::Mention),
            TokenKind::Hashtag => Some(TermKind::Hashtag),
            TokenKind::Emoji | TokenKind::Punctuation | TokenKind::Symbol => None,
        }
    }
}

impl fmt::Display for TermKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

impl Analyzer {
    /// With every step: all folds, the built-in stopwords and stems; without search keys.
    ///
    /// ```
    /// let analyzer = akshar::Analyzer::new();
    /// let terms: Vec<_> = analyzer.terms("नदियों ने काटीं").map(|term| term.text).collect();
    /// assert_eq!(terms, ["नदी", "काटना"]);
    /// ```
    #[must_use]
    pub fn new() -> Self {
        Analyzer {
            folder: Some(Folder::search()),
            stopwords: Some(Stopwords::hindi()),
            stem: true,
            keys: Keys::None,
        }
    }

    /// Without any step: the tokens that can be terms, as they are written. Steps can be switched
    /// on from here.
    ///
    /// ```
    /// let analyzer = akshar::Analyzer::none();
    /// let terms: Vec<_> = analyzer.terms("नदियों ने काटीं।").map(|term| term.text).collect();
    /// assert_eq!(terms, ["नदियों", "ने", "काटीं"]);
    /// ```
    #[must_use]
    pub const fn none() -> Self {
        Analyzer {
            folder: None,
            stopwords: None,
            stem: false,
            keys: Keys::None,
        }
    }

    /// The folds that are done; `None` does none, not even NFC.
    ///
    /// ```
    /// use akshar::{Analyzer, Folder};
    ///
    /// let analyzer = Analyzer::none().folder(Folder::search());
    /// let terms: Vec<_> = analyzer.terms("हिन्दी में गयी").map(|term| term.text).collect();
    /// assert_eq!(terms, ["हिंदी", "में", "गई"]);
    /// ```
    #[must_use]
    pub fn folder(mut self, folder: impl Into<Option<Folder>>) -> Self {
        self.folder = folder.into();
        self
    }

    /// The words that are left out; `None` leaves out none.
    ///
    /// ```
    /// let analyzer = akshar::Analyzer::new().stopwords(None);
    /// assert_eq!(analyzer.terms("घर में").count(), 2);
    /// ```
    #[must_use]
    pub fn stopwords(mut self, stopwords: impl Into<Option<Stopwords>>) -> Self {
        self.stopwords = stopwords.into();
        self
    }

    /// Whether a word becomes its stem.
    ///
    /// ```
    /// let analyzer = akshar::Analyzer::new().stem(false);
    /// assert_eq!(analyzer.terms("किताबें").next().unwrap().text, "किताबें");
    /// ```
    #[must_use]
    pub const fn stem(mut self, on: bool) -> Self {
        self.stem = on;
        self
    }

    /// Whether search keys are terms.
    ///
    /// ```
    /// use akshar::{Analyzer, Keys};
    ///
    /// let both = Analyzer::new().keys(Keys::Added);
    /// let terms: Vec<_> = both.terms("समाजवादी").map(|term| term.text).collect();
    /// assert_eq!(terms, ["समाजवादी", "smjvd"]);
    ///
    /// let keys = Analyzer::new().keys(Keys::Only);
    /// let terms = |text| keys.terms(text).map(|term| term.text).collect::<Vec<_>>();
    /// assert_eq!(terms("samajwadi"), terms("समाजवादी"));
    /// ```
    #[must_use]
    pub const fn keys(mut self, keys: Keys) -> Self {
        self.keys = keys;
        self
    }

    /// The terms of a text, in order.
    ///
    /// ```
    /// let analyzer = akshar::Analyzer::new();
    /// let mut terms = analyzer.terms("बी.जे.पी. के नेताओं ने");
    /// assert_eq!(terms.next().unwrap().text, "बीजेपी");
    /// assert_eq!(terms.next().unwrap().text, "नेता");
    /// assert_eq!(terms.next(), None);
    /// ```
    #[must_use]
    pub fn terms<'a, 't>(&'a self, text: &'t str) -> Terms<'a, 't> {
        Terms {
            analyzer: self,
            text,
            tokens: tokens(text),
            position: 0,
            keys: Vec::new().into_iter(),
            of_keys: (0..0, 0),
        }
    }

    #[inline]
    fn is_stopword(&self, query: Query) -> bool {
        let stopwords = self.stopwords.as_ref();
        stopwords.is_some_and(|stopwords| stopwords.has(query))
    }

    /// What becomes of a word that is no stopword as it is written; nothing is left of one that is
    /// a stopword once it is folded.
    #[inline]
    fn term_of_word<'t>(&self, query: Query<'t>) -> Cow<'t, str> {
        let word = query.word;
        let clues = match self.folder {
            Some(_) => Clues::of_word(word),
            None => (!word.ends_with(FULL_STOPS)).then_some(Clues::NONE),
        };
        // Most words stay, or are in the lexicon.
        if clues == Some(Clues::NONE) {
            let standing = match self.stem {
                true => standing_stem(query),
                false => Some(word),
            };
            if let Some(term) = standing {
                return Cow::Borrowed(term);
            }
        }
        self.written_term(word, clues)
    }

    /// The same of a word with these clues.
    #[inline(never)]
    fn written_term<'t>(&self, word: &'t str, clues: Option<Clues>) -> Cow<'t, str> {
        let mut term = match &self.folder {
            Some(folder) => folder.fold_word(word, clues),
            None => Cow::Borrowed(word),
        };
        if matches!(term, Cow::Owned(_)) && self.is_stopword((&term).into()) {
            return Cow::Borrowed("");
        }
        if term.ends_with(FULL_STOPS) {
            term = without_full_stops(term);
        }
        match term {
            term if !self.stem => term,
            Cow::Borrowed(word) => stem(word),
            Cow::Owned(word) => stem_in_place(word),
        }
    }

    #[inline]
    fn folded<'t>(&self, text: &'t str) -> Cow<'t, str> {
        match &self.folder {
            Some(folder) => folder.fold(text),
            None => Cow::Borrowed(text),
        }
    }
}

impl Default for Analyzer {
    /// With every step, as [`Analyzer::new`].
    fn default() -> Self {
        Analyzer::new()
    }
}

/// What ends an abbreviation.
const FULL_STOPS: [char; 2] = ['.', '॰'];

fn without_full_stops(word: Cow<'_, str>) -> Cow<'_, str> {
    match word {
        Cow::Borrowed(word) => {
            let initials = word.trim_end_matches(FULL_STOPS);
            match initials.contains(FULL_STOPS) {
                true => Cow::Owned(initials.replace(FULL_STOPS, "")),
                false => Cow::Borrowed(initials),
            }
        }
        Cow::Owned(word) => Cow::Owned(word.replace(FULL_STOPS, "")),
    }
}

/// The iterator that [`Analyzer::terms`] returns.
///
/// ```
/// let analyzer = akshar::Analyzer::new();
/// let mut terms = analyzer.terms("नदी के किनारे");
/// let mut later = terms.clone();
/// assert_eq!(terms.next(), later.next());
/// ```
#[derive(Debug, Clone)]
pub struct Terms<'a, 't> {
    analyzer: &'a Analyzer,
    text: &'t str,
    tokens: Tokens<'t>,
    position: usize,
    /// The keys that come next, and the range and position of their word.
    keys: vec::IntoIter<String>,
    of_keys: (Range<usize>, usize),
}

impl<'t> Terms<'_, 't> {
    /// The next term that is no key.
    #[inline]
    fn next_term(&mut self) -> Option<Term<'t>> {
        loop {
            let token = self.tokens.next()?;
            let position = self.position;
            if token.kind != TokenKind::Word {
                if let Some(term) = self.term_of_other(token) {
                    return Some(term);
                }
                continue;
            }
            self.position += 1;
            let query = Query::from(token.text);
            if self.analyzer.is_stopword(query) {
                continue;
            }
            let range = token.range;
            let kind = TermKind::Word;
            let text = self.analyzer.term_of_word(query);
            if !text.is_empty() {
                return Some(Term {
                    text,
                    range,
                    kind,
                    position,
                });
            }
        }
    }

    /// The term of a token that is no word.
    #[inline(never)]
    fn term_of_other(&mut self, token: Token<'t>) -> Option<Term<'t>> {
        let kind = TermKind::of(token.kind)?;
        let position = self.position;
        self.position += 1;
        let mut rest = token.text.chars();
        if matches!(kind, TermKind::Hashtag | TermKind::Mention) {
            rest.next();
        }
        let name = rest.as_str();
        let text = self.analyzer.folded(name);
        let range = token.range.end - name.len()..token.range.end;
        (!text.is_empty()).then_some(Term {
            text,
            range,
            kind,
            position,
        })
    }

    /// The next term or key.
    #[inline(never)]
    fn next_with_keys(&mut self) -> Option<Term<'t>> {
        loop {
            if let Some(key) = self.keys.next() {
                let (range, position) = self.of_keys.clone();
                return Some(Term {
                    text: Cow::Owned(key),
                    range,
                    kind: TermKind::Key,
                    position,
                });
            }
            let term = self.next_term()?;
            self.of_keys = (term.range.clone(), term.position);
            self.keys = self.keys_of(&term).into_iter();
            if self.analyzer.keys == Keys::Added {
                return Some(term);
            }
        }
    }

    /// The search keys of a term that stand beside it.
    fn keys_of(&self, term: &Term) -> Vec<String> {
        let mut keys = match term.kind {
            TermKind::Url | TermKind::Email | TermKind::Key => Vec::new(),
            _ => search_keys(&self.text[term.range.clone()]),
        };
        if term.kind == TermKind::Word && self.analyzer.stem {
            for key in search_keys(&term.text) {
                if !keys.contains(&key) {
                    keys.push(key);
                }
            }
        }
        if self.analyzer.keys == Keys::Added {
            keys.retain(|key| *key != term.text);
        }
        keys
    }
}

impl<'t> Iterator for Terms<'_, 't> {
    type Item = Term<'t>;

    #[inline]
    fn next(&mut self) -> Option<Term<'t>> {
        if self.analyzer.keys == Keys::None {
            self.next_term()
        } else {
            self.next_with_keys()
        }
    }
}

impl FusedIterator for Terms<'_, '_> {}
