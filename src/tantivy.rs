//! Tokenizer and token filters for [tantivy](https://docs.rs/tantivy) and Quickwit, with the
//! feature `tantivy`.
//!
//! An [`Analyzer`] is a [`Tokenizer`]: the whole way from a text to its terms in one step. Register
//! it under a name and give that to the fields of a schema:
//!
//! ```text
//! index.tokenizers().register("hindi", Analyzer::new());
//! ```
//!
//! The steps are filters of their own, too, for a tokenizer that is put together otherwise:
//!
//! | filter | what it does with a token |
//! | --- | --- |
//! | [`Folder`] | folds it, and drops it where nothing is left |
//! | [`Stopwords`] | drops it where the list has it |
//! | [`Stemmer`] | writes its [stem](crate::stem()) |
//! | [`Romanizer`] | writes it in Latin letters |
//! | [`SearchKeys`] | lets its [search keys](crate::search_keys) follow it at the same position |
//!
//! ```
//! use akshar::tantivy::{SearchKeys, Stemmer};
//! use akshar::{Analyzer, Folder, Stopwords};
//! use tantivy_tokenizer_api::{TokenFilter, TokenStream, Tokenizer};
//!
//! fn terms(mut tokenizer: impl Tokenizer, text: &str) -> Vec<(usize, String)> {
//!     let mut terms = Vec::new();
//!     let mut stream = tokenizer.token_stream(text);
//!     stream.process(&mut |token| terms.push((token.position, token.text.clone())));
//!     terms
//! }
//! let expected = [(0, "हिंदी".to_owned()), (2, "किताब".to_owned())];
//! assert_eq!(terms(Analyzer::new(), "हिन्दी की किताबें।"), expected);
//!
//! // The same, step by step. In tantivy it is `TextAnalyzer::builder(..).filter(..).filter(..)`.
//! let tokens = Analyzer::none();
//! let folded = Folder::search().transform(tokens);
//! let content = Stopwords::hindi().transform(folded);
//! let stems = Stemmer.transform(content);
//! assert_eq!(terms(stems.clone(), "हिन्दी की किताबें।"), expected);
//!
//! let with_keys = SearchKeys.transform(stems);
//! assert_eq!(terms(with_keys, "किताबें"), [(0, "किताब".to_owned()), (0, "ktb".to_owned())]);
//! ```
//!
//! # Guarantees
//!
//! Offsets are those of the source, so that snippets show the original spelling. A token that is
//! dropped leaves its position empty, so that phrases keep their distances. The tokens that
//! tantivy reuses are written in place.
//!
//! # Limits
//!
//! A filter sees one token at a time. What [`Folder::display`](crate::Folder::display) mends across
//! tokens, it has to mend in the text before. Token filters have no configuration by name: register
//! the analyzer under a name of your own.
//!
//! # Cost
//!
//! That of the [`Analyzer`], and a copy of each term into tantivy's token, which allocates only as
//! long as the longest term has not come.

use std::borrow::Cow;

use tantivy_tokenizer_api::{Token, TokenFilter, TokenStream, Tokenizer};

use crate::analyzer::{Analyzer, Terms};
use crate::inflection::stem;
use crate::normalize::Folder;
use crate::search_key::search_keys;
use crate::stopword::Stopwords;
use crate::transliterate::Romanizer;

impl Tokenizer for Analyzer {
    type TokenStream<'a> = TermStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> TermStream<'a> {
        TermStream {
            terms: self.terms(text),
            token: Token::default(),
        }
    }
}

/// The terms of a text as tokens of tantivy.
#[derive(Debug, Clone)]
pub struct TermStream<'a> {
    terms: Terms<'a, 'a>,
    token: Token,
}

impl TokenStream for TermStream<'_> {
    fn advance(&mut self) -> bool {
        let Some(term) = self.terms.next() else {
            return false;
        };
        self.token.offset_from = term.range.start;
        self.token.offset_to = term.range.end;
        self.token.position = term.position;
        // A filter may have changed it.
        self.token.position_length = 1;
        write(&mut self.token.text, &term.text);
        true
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}

fn write(buffer: &mut String, text: &str) {
    buffer.clear();
    buffer.push_str(text);
}

/// Replaces a text where it changes.
fn rewrite(text: &mut String, change: impl FnOnce(&str) -> Cow<'_, str>) {
    match change(text) {
        Cow::Borrowed(part) if text.starts_with(part) => {
            let length = part.len();
            text.truncate(length);
        }
        changed => *text = changed.into_owned(),
    }
}

/// A filter that writes the [stem](crate::stem()) of each token.
///
/// ```
/// use akshar::Analyzer;
/// use akshar::tantivy::Stemmer;
/// use tantivy_tokenizer_api::{TokenFilter, TokenStream, Tokenizer};
///
/// let mut tokenizer = Stemmer.transform(Analyzer::none());
/// assert_eq!(tokenizer.token_stream("नदियों").next().unwrap().text, "नदी");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Stemmer;

/// A filter that lets the [search keys](crate::search_keys) of each token follow it, at the same
/// position.
///
/// ```
/// use akshar::Analyzer;
/// use akshar::tantivy::SearchKeys;
/// use tantivy_tokenizer_api::{TokenFilter, TokenStream, Tokenizer};
///
/// let mut tokenizer = SearchKeys.transform(Analyzer::none());
/// let mut tokens = tokenizer.token_stream("समाजवादी पार्टी");
/// let expected = [("समाजवादी", 0), ("smjvd", 0), ("पार्टी", 1), ("prt", 1)];
/// for expected in expected {
///     let token = tokens.next().unwrap();
///     assert_eq!((token.text.as_str(), token.position), expected);
/// }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct SearchKeys;

mod step {
    use tantivy_tokenizer_api::Token;

    /// What a filter does with a token.
    pub trait Step: Clone + Send + Sync + 'static {
        /// Changes the token, puts into `more` the texts that follow it, the last one first, and
        /// tells whether the token is kept.
        fn apply(&self, token: &mut Token, more: &mut Vec<String>) -> bool;
    }
}

use step::Step;

impl Step for Folder {
    fn apply(&self, token: &mut Token, _: &mut Vec<String>) -> bool {
        rewrite(&mut token.text, |text| self.fold(text));
        !token.text.is_empty()
    }
}

impl Step for Stopwords {
    fn apply(&self, token: &mut Token, _: &mut Vec<String>) -> bool {
        !self.contains(&token.text)
    }
}

impl Step for Stemmer {
    fn apply(&self, token: &mut Token, _: &mut Vec<String>) -> bool {
        rewrite(&mut token.text, stem);
        true
    }
}

impl Step for Romanizer {
    fn apply(&self, token: &mut Token, _: &mut Vec<String>) -> bool {
        token.text = self.romanize(&token.text);
        !token.text.is_empty()
    }
}

impl Step for SearchKeys {
    fn apply(&self, token: &mut Token, more: &mut Vec<String>) -> bool {
        more.extend(search_keys(&token.text).into_iter().rev());
        more.retain(|key| *key != token.text);
        true
    }
}

/// A tokenizer followed by a filter.
#[derive(Debug, Clone)]
pub struct Filtered<F, T> {
    filter: F,
    tokenizer: T,
}

impl<F: Step, T: Tokenizer> Tokenizer for Filtered<F, T> {
    type TokenStream<'a> = FilteredStream<'a, F, T::TokenStream<'a>>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Self::TokenStream<'a> {
        FilteredStream {
            filter: &self.filter,
            tokens: self.tokenizer.token_stream(text),
            more: Vec::new(),
        }
    }
}

/// The tokens that a filter leaves.
#[derive(Debug)]
pub struct FilteredStream<'a, F, S> {
    filter: &'a F,
    tokens: S,
    /// The texts that follow at the same position, the last one first.
    more: Vec<String>,
}

impl<F: Step, S: TokenStream> TokenStream for FilteredStream<'_, F, S> {
    fn advance(&mut self) -> bool {
        if let Some(text) = self.more.pop() {
            self.tokens.token_mut().text = text;
            return true;
        }
        while self.tokens.advance() {
            if self.filter.apply(self.tokens.token_mut(), &mut self.more) {
                return true;
            }
        }
        false
    }

    fn token(&self) -> &Token {
        self.tokens.token()
    }

    fn token_mut(&mut self) -> &mut Token {
        self.tokens.token_mut()
    }
}

macro_rules! filters {
    ($($filter:ty)*) => {$(
        impl TokenFilter for $filter {
            type Tokenizer<T: Tokenizer> = Filtered<$filter, T>;

            fn transform<T: Tokenizer>(self, tokenizer: T) -> Filtered<$filter, T> {
                Filtered { filter: self, tokenizer }
            }
        }
    )*};
}

filters! { Folder Stopwords Stemmer Romanizer SearchKeys }
