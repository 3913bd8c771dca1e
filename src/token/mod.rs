//! Tokens: words, numbers, addresses, emoji, punctuation and symbols with their byte ranges.
//!
//! [`tokens`] cuts a text so that every character that is not white space is in exactly one
//! token. [`words`] yields the tokens of kind [`TokenKind::Word`] alone.
//!
//! | text | tokens |
//! | --- | --- |
//! | `हिन्दी में।` | `हिन्दी` `में` `।` |
//! | `डॉ. ए.पी.जे. अब्दुल` | `डॉ.` `ए.पी.जे.` `अब्दुल` |
//! | `यूपी-बिहार` | `यूपी` `-` `बिहार` |
//! | `₹1,00,000 (45%)` | `₹` `1,00,000` `(` `45` `%` `)` |
//! | `35ए 88वें 5G` | `35ए` `88वें` `5G` |
//! | `@pib #डिजिटल_भारत` | `@pib` `#डिजिटल_भारत` |
//!
//! ```
//! use akshar::{TokenKind, tokens};
//!
//! let text = "डॉ. राव ने 18/01/2022 को COVID-19 पर 35 लाख दिए।";
//! let found: Vec<_> = tokens(text).map(|token| token.text).collect();
//! assert_eq!(
//!     found,
//!     ["डॉ.", "राव", "ने", "18/01/2022", "को", "COVID", "-", "19", "पर", "35", "लाख", "दिए", "।"]
//! );
//! let numbers = tokens(text).filter(|token| token.kind == TokenKind::Number);
//! assert_eq!(numbers.map(|token| token.range.start).next(), Some(text.find("18/").unwrap()));
//! ```
//!
//! # Guarantees
//!
//! * Tokens come in order, do not overlap, and cover exactly the characters for which
//!   [`char::is_whitespace`] is false; `&text[token.range]` is `token.text`.
//! * A token never ends inside an extended grapheme cluster (UAX #29). The one exception is a
//!   cluster that holds white space, such as a combining mark typed after a space: there the
//!   white space is left out.
//! * The iterators borrow the text and do not allocate; time is linear in its length.
//!
//! # Limits
//!
//! * A compound is one word where it is written as one, and two where a blank or a hyphen parts
//!   it.
//! * Whether `.` belongs to a word is told by `data/abbreviations.tsv` and by the shape of
//!   initials: an abbreviation that is not listed loses its full stop.
//! * Addresses are told by their shape; that they exist, or are well-formed, is not checked.
//!
//! # Cost
//!
//! About 21 instructions for a byte of news, a third more than the grapheme clusters alone. The
//! first full stop or abbreviation of a program reads the tables of abbreviations and verbs, which
//! takes about a millisecond, and keeps 350 KB.

pub(crate) mod abbreviation;
mod address;
pub(crate) mod neighbor;
pub(crate) mod pattern;
mod plain;
pub(crate) mod role;
pub(crate) mod scan;
pub(crate) mod unit;
pub(crate) mod verb;

use std::fmt;
use std::iter::FusedIterator;
use std::ops::Range;

use plain::PlainTokens;

/// What a token is.
///
/// ```
/// use akshar::{TokenKind, tokens};
///
/// let kinds: Vec<_> = tokens("कुल ₹500 😀!").map(|token| token.kind).collect();
/// assert_eq!(
///     kinds,
///     [TokenKind::Word, TokenKind::Symbol, TokenKind::Number, TokenKind::Emoji, TokenKind::Punctuation]
/// );
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum TokenKind {
    /// Letters and marks, with digits where they are glued to letters: `हिन्दी`, `35ए`, `डॉ.`.
    Word,
    /// Digits of any script with their grouping, a date, a time, a range: `1,00,000`, `4:49`.
    Number,
    /// A web address: `https://example.com/हिंदी`, `www.example.in`, `example.com`.
    Url,
    /// An e-mail address.
    Email,
    /// `@` and a name.
    Mention,
    /// `#` and a word.
    Hashtag,
    /// One emoji, emoji sequence or flag.
    Emoji,
    /// A mark that structures the sentence: `।`, `,`, `-`, `/`, quotes, brackets.
    Punctuation,
    /// Any other sign: `%`, `₹`, `$`, `+`, `°`.
    Symbol,
}

impl TokenKind {
    /// The name of the kind in lower case, as it stands in serialized output.
    ///
    /// ```
    /// assert_eq!(akshar::TokenKind::Hashtag.name(), "hashtag");
    /// ```
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            TokenKind::Word => "word",
            TokenKind::Number => "number",
            TokenKind::Url => "url",
            TokenKind::Email => "email",
            TokenKind::Mention => "mention",
            TokenKind::Hashtag => "hashtag",
            TokenKind::Emoji => "emoji",
            TokenKind::Punctuation => "punctuation",
            TokenKind::Symbol => "symbol",
        }
    }
}

impl fmt::Display for TokenKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

/// One token of a text.
///
/// ```
/// let text = "नमस्ते दुनिया!";
/// let token = akshar::tokens(text).next().unwrap();
/// assert_eq!(token.text, "नमस्ते");
/// assert_eq!(&text[token.range], "नमस्ते");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Token<'t> {
    /// The characters of the token.
    pub text: &'t str,
    /// Its byte range in the text that was given.
    pub range: Range<usize>,
    /// What it is.
    pub kind: TokenKind,
}

/// The tokens of a text, in order.
///
/// ```
/// let tokens: Vec<_> = akshar::tokens("यूपी-बिहार में 88वें दिन।")
///     .map(|token| token.text)
///     .collect();
/// assert_eq!(tokens, ["यूपी", "-", "बिहार", "में", "88वें", "दिन", "।"]);
/// ```
#[must_use]
pub fn tokens(text: &str) -> Tokens<'_> {
    Tokens::within(text, 0..text.len())
}

/// The tokens of kind [`TokenKind::Word`], in order.
///
/// ```
/// let words: Vec<_> = akshar::words("डॉ. राव ने 5 किताबें दीं।")
///     .map(|word| word.text)
///     .collect();
/// assert_eq!(words, ["डॉ.", "राव", "ने", "किताबें", "दीं"]);
/// ```
#[must_use]
pub fn words(text: &str) -> Words<'_> {
    Words {
        tokens: tokens(text),
    }
}

/// The iterator that [`tokens`] returns.
///
/// ```
/// let mut tokens = akshar::tokens("एक दो");
/// let mut later = tokens.clone();
/// assert_eq!(tokens.next(), later.next());
/// ```
#[derive(Debug, Clone)]
pub struct Tokens<'t> {
    text: &'t str,
    position: usize,
    end: usize,
    plain: PlainTokens,
}

impl<'t> Tokens<'t> {
    /// The tokens of a part of the text that begins and ends at token boundaries.
    #[inline]
    pub(crate) fn within(text: &'t str, range: Range<usize>) -> Self {
        Tokens {
            text,
            position: range.start,
            end: range.end,
            plain: PlainTokens::default(),
        }
    }
}

impl Tokens<'_> {
    /// Goes to where the next token begins, and finds its end and kind, if there is one.
    #[inline(never)]
    fn find_any_kind(&mut self) -> (usize, Option<TokenKind>) {
        let start = scan::skip_white_space(self.text, self.position);
        if start >= self.end {
            self.position = self.end;
            return (self.end, None);
        }
        self.position = start;
        let (end, kind) = match self.plain.token_at(self.text, start) {
            Some(token) => token,
            None => scan::token_at(self.text, start),
        };
        (end, Some(kind))
    }
}

impl<'t> Iterator for Tokens<'t> {
    type Item = Token<'t>;

    // Only the commonest case is compiled into the caller.
    #[inline(always)]
    fn next(&mut self) -> Option<Token<'t>> {
        let blank = self.text.as_bytes().get(self.position) == Some(&b' ');
        let start = self.position + usize::from(blank);
        let (range, kind) = match self.plain.word_end_at_space(self.text, start) {
            Some(end) if end <= self.end => (start..end, TokenKind::Word),
            _ => {
                let (end, kind) = self.find_any_kind();
                (self.position..end, kind?)
            }
        };
        self.position = range.end;
        Some(Token {
            text: &self.text[range.clone()],
            range,
            kind,
        })
    }
}

impl FusedIterator for Tokens<'_> {}

/// The iterator that [`words`] returns.
///
/// ```
/// assert_eq!(akshar::words("१२ बजे, 😀").count(), 1);
/// ```
#[derive(Debug, Clone)]
pub struct Words<'t> {
    tokens: Tokens<'t>,
}

impl<'t> Iterator for Words<'t> {
    type Item = Token<'t>;

    #[inline]
    fn next(&mut self) -> Option<Token<'t>> {
        self.tokens.find(|token| token.kind == TokenKind::Word)
    }
}

impl FusedIterator for Words<'_> {}
