//! Devanagari Hindi text.
#![forbid(unsafe_code)]
#![warn(missing_docs)]
#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod article;
pub mod devanagari;
pub mod grapheme;
mod keyword;
pub mod normalize;
pub mod sentence;
pub mod stopword;
mod table;
pub mod token;
#[cfg(feature = "training")]
#[doc(hidden)]
pub mod training;
pub mod transliterate;

pub use article::{AnalyzedSentence, Article, Counts, Headline, Paragraph, ParagraphKind};
pub use grapheme::{grapheme_indices, graphemes};
pub use keyword::Keyword;
pub use normalize::{Folded, Folder, is_nfc, nfc};
pub use sentence::{Sentence, Sentences, sentences};
pub use stopword::{Stopwords, WordClass, is_stopword};
pub use token::{Token, TokenKind, Tokens, Words, tokens, words};
pub use transliterate::{
    Romanizer, Scheme, Schwa, Transliterator, UnknownScheme, romanize, transliterate,
};
