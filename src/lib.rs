//! Devanagari Hindi text: graphemes, tokens, sentences, NFC, search folding, stopwords,
//! transliteration, and the whole analysis of an article.
//!
//! ```
//! let text = "भोपाल की नई मेट्रो लाइन को मिली हरी झंडी\n\n\
//!     डॉ. सक्सेना ने 12.5 कि.मी. लंबी मेट्रो लाइन का शिलान्यास किया. मेट्रो लाइन 2027 तक बनेगी।";
//! let article = akshar::Article::parse(text);
//!
//! let headline = article.headline.as_ref().unwrap();
//! assert_eq!(headline.romanized, "Bhopal Ki Nayi Metro Line Ko Mili Hari Jhandi");
//! assert_eq!(article.keywords[0].text, "मेट्रो लाइन");
//!
//! // The full stops of `डॉ.`, `12.5` and `कि.मी.` end no sentence, that of `किया.` does.
//! let sentence = article.sentences().nth(1).unwrap();
//! assert_eq!(sentence.text, "डॉ. सक्सेना ने 12.5 कि.मी. लंबी मेट्रो लाइन का शिलान्यास किया.");
//! assert_eq!(&text[sentence.range.clone()], sentence.text);
//! ```
//!
//! # Which function do I need?
//!
//! | To … | use |
//! | --- | --- |
//! | walk over what a reader calls letters (`क्षे`, `त्र`) | [`graphemes`], [`grapheme_indices`] |
//! | cut a text into words, numbers, addresses, punctuation | [`tokens`]; [`words`] for the words alone |
//! | cut a text into sentences | [`sentences`], then [`Sentence::tokens`] |
//! | compare or store text by the same code points | [`nfc`], [`is_nfc`] |
//! | find `हिन्दी` where the text has `हिंदी`, and `ज़रूर` where it has `जरूर` | [`Folder`] |
//! | mend what was mistyped before a text is shown | [`Folder::display`] |
//! | mark a match of folded text in the text itself | [`Folder::fold_with_offsets`] |
//! | find `लड़कियों` where the text has `लड़की`, and `गया` where it has `जाएगा` | [`stem`] |
//! | show a word as a dictionary has it | [`lemma`] |
//! | find `समाजवादी` for a reader who types `samajwadi` | [`search_keys`] |
//! | leave out words that only carry grammar | [`is_stopword`]; [`Stopwords`] for a list of one's own |
//! | index a text, or a query, with all of these | [`Analyzer`] |
//! | write Devanagari in a scholarly or ASCII scheme, and read it back | [`transliterate()`]; [`Transliterator`] for options |
//! | know which inherent vowels are spoken (`samājvādī`) | [`Schwa::Delete`], [`spoken_schwas`](transliterate::spoken_schwas) |
//! | write Hindi as people type it in Latin letters (`samajwadi party`) | [`romanize`]; [`Romanizer`] for titles, slugs and candidates |
//! | have all of it for one article, ready to serialize | [`Article`] |
//! | ask what a code point is | [`devanagari`] |
//!
//! # The modules
//!
//! A module builds only on those below it:
//!
//! | module | what it holds |
//! | --- | --- |
//! | [`article`], [`analyzer`] | [`Article`]: headline, paragraphs, keywords, counts; [`Analyzer`]: the terms of a text for search |
//! | [`search_key`] | what a word and its romanizations have in common |
//! | [`sentence`], [`stopword`], [`inflection`], [`mod@transliterate`] | sentences and their known limits; the stopwords by class; stems and dictionary forms; the schemes, with the table of each and what it cannot hold |
//! | [`token`] | tokens and their kinds |
//! | [`grapheme`], [`normalize`] | extended grapheme clusters; NFC and the spelling folds |
//! | [`devanagari`] | what each code point of U+0900–U+097F is |
//!
//! [Coming from](coming_from) Indic NLP Library, spaCy, Lucene or ICU? That page says what is called
//! what here.
//!
//! # Ranges
//!
//! Every range is a byte range of the text that was given, on boundaries of characters, so that
//! `&text[range]` never panics and equals the `text` beside it. The ranges of the tokens of a
//! sentence, and of all parts of an [`Article`], are ranges of the whole text too.
//!
//! # Guarantees
//!
//! * No function panics, whatever the text: malformed Devanagari, stray marks, an empty string.
//! * Time is linear in the length of the text, but for sorting the repeated names of an
//!   [`Article`]; there is no recursion.
//! * Iterators borrow the text and do not allocate. [`nfc`], [`Folder::fold`] and [`lemma`]
//!   borrow where nothing changes.
//! * Everything is `Send` and `Sync`. There is no locale and no setting that a caller could see
//!   change; tables are read once, at their first use.
//! * No files, no network: tables and weights are compiled in.
//! * Safe Rust alone.
//!
//! # Features
//!
//! | feature | by default | what it does |
//! | --- | --- | --- |
//! | `trained` | on | learned weights for spoken schwas and romanization, under CC BY-SA (`data/README.md`). Without it the rules alone decide, with the accuracy that the README gives |
//! | `serde` | off | `Serialize`, and `Deserialize` where it can be, on the public types: analyses, options, kinds and classes, stopword lists; not on iterators, [`Folded`] and errors |
//! | `tantivy` | off | a tokenizer and token filters for tantivy and Quickwit, in the module `tantivy` |
//! | `training` | off | what `examples/train.rs` needs; no part of the public API |
#![forbid(unsafe_code)]
#![warn(missing_docs)]
#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod analyzer;
pub mod article;
#[cfg(any(doc, doctest))]
pub mod coming_from;
pub mod devanagari;
pub mod grapheme;
pub mod inflection;
mod keyword;
pub mod normalize;
pub mod search_key;
pub mod sentence;
pub mod stopword;
mod table;
#[cfg(feature = "tantivy")]
#[cfg_attr(docsrs, doc(cfg(feature = "tantivy")))]
pub mod tantivy;
pub mod token;
#[cfg(feature = "training")]
#[doc(hidden)]
pub mod training;
#[cfg_attr(
    not(all(feature = "trained", feature = "training")),
    allow(dead_code, reason = "rules, weights and training each use a part")
)]
pub mod transliterate;
mod window;
mod word_table;

pub use analyzer::{Analyzer, Keys, Term, TermKind, Terms};
pub use article::{AnalyzedSentence, Article, Counts, Headline, Keyword, Paragraph, ParagraphKind};
pub use grapheme::{GraphemeIndices, Graphemes, grapheme_indices, graphemes};
pub use inflection::{lemma, stem};
pub use normalize::{Folded, Folder, is_nfc, nfc};
pub use search_key::search_keys;
pub use sentence::{Sentence, Sentences, sentences};
pub use stopword::{Stopwords, WordClass, is_stopword};
pub use token::{Token, TokenKind, Tokens, Words, tokens, words};
pub use transliterate::{
    Romanizer, Scheme, Schwa, Transliterator, UnknownScheme, romanize, transliterate,
};

/// Runs the examples of the README as tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
