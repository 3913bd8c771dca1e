//! For those who come from Indic NLP Library, spaCy, Lucene or ICU: what is called what here, and
//! what differs.
//!
//! Of all four it is true that offsets count something else: code points in Python, UTF-16 code
//! units in Lucene and in ICU for C++ and Java. Here a range counts **bytes** of UTF-8, and
//! `&text[range]` is the part itself:
//!
//! ```
//! let text = "नई दिल्ली में";
//! let word = akshar::words(text).nth(1).unwrap();
//! assert_eq!((word.text, word.range.clone()), ("दिल्ली", 7..25));
//! assert_eq!(&text[word.range], "दिल्ली");
//! // As code points, where another program asks for them.
//! assert_eq!(text[..7].chars().count(), 3);
//! ```
//!
//! Nothing here is an object that must be set up or loaded, and there is no locale: the functions are
//! for Hindi. Text that is not Devanagari passes through all of them.
//!
//! # Indic NLP Library
//!
//! | there, with `lang='hi'` | here |
//! | --- | --- |
//! | `indic_tokenize.trivial_tokenize` | [`tokens`](crate::tokens) |
//! | `sentence_tokenize.sentence_split` | [`sentences`](crate::sentences) |
//! | `IndicNormalizerFactory().get_normalizer(…).normalize` | [`nfc`](crate::nfc) for the nuktas; [`Folder::display`](crate::Folder::display) for `\|` and `:`; [`Folder::search`](crate::Folder::search) for more |
//! | its options `remove_nuktas`, `nasals_mode` | [`Folder::nukta`](crate::Folder::nukta), [`Folder::nasals`](crate::Folder::nasals) |
//! | `syllabifier.orthographic_syllabify` | [`graphemes`](crate::graphemes), which are near to them |
//! | `ItransTransliterator` | [`transliterate`](crate::transliterate()) with [`Scheme::Itrans`](crate::Scheme::Itrans) |
//! | `indic_scripts.is_vowel`, `is_nukta` … | [`devanagari::class`](crate::devanagari::class) |
//! | `UnsupervisedMorphAnalyzer` | [`stem`](crate::stem()), [`lemma`](crate::lemma()), which cut off no prefixes |
//! | `UnicodeIndicTransliterator`, other languages | nothing |
//!
//! * `trivial_tokenize` cuts at every punctuation mark but inside numbers: `डॉ.`, `कि.मी.`, `@pib` and
//!   `http://…` fall into pieces. Here they are one token each, with a kind.
//! * `sentence_split` has its own list of abbreviations, and cuts at a mark inside quotes: `'जय!' के नारे
//!   लगे।` is two there and one sentence here. A line break always ends a sentence here.
//! * The normalizer changes the text for good. Here [`nfc`](crate::nfc) changes no spelling, and a fold
//!   is for comparing, with a [map back](crate::Folder::fold_with_offsets) to the text as it was.
//!
//! ```
//! use akshar::{Folder, TokenKind, sentences, tokens};
//!
//! let found: Vec<_> = tokens("डॉ. राव @pib").map(|token| (token.text, token.kind)).collect();
//! assert_eq!(
//!     found,
//!     [("डॉ.", TokenKind::Word), ("राव", TokenKind::Word), ("@pib", TokenKind::Mention)]
//! );
//! assert_eq!(sentences("'जय!' के नारे लगे।").count(), 1);
//! assert_eq!(Folder::display().fold("वह आया| अत: वह"), "वह आया। अतः वह");
//! ```
//!
//! # spaCy
//!
//! | there, with `spacy.blank("hi")` | here |
//! | --- | --- |
//! | `nlp(text)`, `Doc` | [`Article::parse`](crate::Article::parse), or the one function that is needed |
//! | `Token`: `text`, `idx` | [`Token`](crate::Token): `text`, `range` |
//! | `is_punct`, `like_num`, `like_url`, `like_email` | [`TokenKind`](crate::TokenKind), one for each token |
//! | `is_stop` | [`is_stopword`](crate::is_stopword), [`Stopwords`](crate::Stopwords) |
//! | `norm_` | [`stem`](crate::stem()) |
//! | `lemma_` | [`lemma`](crate::lemma()) |
//! | `Sentencizer`, `Doc.sents` | [`sentences`](crate::sentences) |
//! | `pos_`, `dep_`, `ents`, vectors | nothing, as there without a model for Hindi |
//!
//! * `है।क्यों` without a space is one token there, `कि.मी.` is `कि.मी` and `.`, and `@pib` has no kind. The
//!   danda is always a token of its own here.
//! * The sentencizer ends a sentence at every full stop token, so also after `डॉ.`
//! * `norm_` cuts off endings without knowing words: `लड़कियों` becomes `लड़क` and `ने` becomes `न`. Here a
//!   stem is that of a word of the lexicon, and what only looks inflected stays.
//! * White space is no token here; there, more than one blank is one.
//!
//! ```
//! use akshar::{lemma, stem, tokens};
//!
//! assert_eq!(tokens("है।क्यों?").count(), 4);
//! assert_eq!(lemma("लड़कियों"), "लड़की");
//! assert_eq!(stem("लड़कियों"), stem("लड़की"));
//! assert_ne!(stem("पानी"), stem("पान"));
//! ```
//!
//! # Lucene
//!
//! | there | here |
//! | --- | --- |
//! | `HindiAnalyzer` | [`Analyzer`](crate::Analyzer); for tantivy and Quickwit the feature `tantivy` |
//! | `StandardTokenizer` | [`tokens`](crate::tokens) |
//! | `IndicNormalizationFilter`, `HindiNormalizationFilter` | [`Folder::search`](crate::Folder::search) |
//! | `DecimalDigitFilter` | [`Folder::digits`](crate::Folder::digits), part of it |
//! | `LowerCaseFilter` | [`Folder::letter_case`](crate::Folder::letter_case), part of it |
//! | `StopFilter` | [`Stopwords`](crate::Stopwords) |
//! | `HindiStemFilter` | [`stem`](crate::stem()) |
//! | `SetKeywordMarkerFilter` | nothing; a token that is not a word is never stemmed |
//! | `ICUTransformFilter` to Latin | [`search_keys`](crate::search_keys), [`romanize`](crate::romanize()) |
//!
//! * Lucene's normalization drops every virama and shortens vowels, so that दिन (day) and दीन (poor) meet,
//!   and राष्ट्र becomes राषटर. Folds here bring together spellings of one word, and each can be [switched
//!   off](crate::Folder).
//! * Stopwords are dropped before anything is folded *and* after it, so that a list holds ordinary
//!   spellings.
//! * Positions count dropped words, as there.
//!
//! ```
//! use akshar::{Analyzer, Folder};
//!
//! let search = Folder::search();
//! assert_ne!(search.fold("दिन"), search.fold("दीन"));
//! assert_eq!(search.fold("राष्ट्र"), "राष्ट्र");
//! let terms: Vec<_> = Analyzer::new().terms("गाँव की नदियाँ").map(|term| (term.position, term.text)).collect();
//! assert_eq!(terms, [(0, "गांव".into()), (2, "नदी".into())]);
//! ```
//!
//! # ICU
//!
//! | there | here |
//! | --- | --- |
//! | `BreakIterator::createCharacterInstance` | [`graphemes`](crate::graphemes): the same boundaries, those since Unicode 15.1 |
//! | `BreakIterator::createWordInstance` | [`tokens`](crate::tokens); [`words`](crate::words) for `UBRK_WORD_LETTER` |
//! | `BreakIterator::createSentenceInstance` | [`sentences`](crate::sentences) |
//! | `Normalizer2::getNFCInstance` | [`nfc`](crate::nfc), [`is_nfc`](crate::is_nfc): the same text |
//! | `Transliterator` `Devanagari-Latin`, `Latin-Devanagari` | [`transliterate`](crate::transliterate()) with [`Scheme::Iso15919`](crate::Scheme::Iso15919) |
//! | `UnicodeSet` `[:Deva:]`, `Indic_Syllabic_Category` | [`devanagari`](crate::devanagari) |
//! | `Collator` | nothing; [`Folder`](crate::Folder) for equality |
//! | `NumberFormat`, `DateFormat` | nothing |
//!
//! * A boundary of ICU is an index; what lies between two may be white space. Here an iterator yields the
//!   parts, without the white space, and never a token that cuts a grapheme cluster.
//! * The rules of UAX #29 know no abbreviations, and take a full stop before a Devanagari letter
//!   for the end of a sentence: `डॉ. राव` is cut there.
//! * The transliterator's Latin does not come back the same for every word. Here it does, see
//!   [without loss](mod@crate::transliterate#without-loss).
//!
//! ```
//! use akshar::{Scheme, sentences, transliterate};
//!
//! assert_eq!(sentences("डॉ. राव आए. सब उठे.").count(), 2);
//! let iso = transliterate("क़ुर्आन में", Scheme::Devanagari, Scheme::Iso15919);
//! assert_eq!(transliterate(&iso, Scheme::Iso15919, Scheme::Devanagari), "क़ुर्आन में");
//! ```
