//! The whole analysis of one text: its headline, paragraphs, sentences, tokens and keywords.
//!
//! [`Article::parse`] does in one call what a news site or a search index needs of an article;
//! with the feature `serde` the whole of it is ready to be serialized.
//!
//! ```
//! use akshar::{Article, ParagraphKind};
//!
//! let text = "कानपुर में गंगा का जलस्तर बढ़ा\n\n\
//!     गंगा का जलस्तर रविवार को 40 सेंटीमीटर बढ़ा. गंगा किनारे के गांव खाली कराए गए।";
//! let article = Article::parse(text);
//!
//! let kinds: Vec<_> = article.paragraphs.iter().map(|paragraph| paragraph.kind).collect();
//! assert_eq!(kinds, [ParagraphKind::Headline, ParagraphKind::Text]);
//! assert_eq!(article.keywords[0].text, "गंगा");
//! assert_eq!(article.counts.sentences, 3);
//! let last = article.sentences().last().unwrap();
//! assert_eq!(last.text, "गंगा किनारे के गांव खाली कराए गए।");
//! assert_eq!(&text[last.range.clone()], last.text);
//! ```
//!
//! # Guarantees
//!
//! * Every range is one of the text given, and `&text[range]` is the `text` beside it.
//! * Paragraphs, sentences and tokens come in order, do not overlap, and cover every character
//!   that is not white space, but for a byte order mark at the very beginning.
//! * At most one paragraph is the headline. There are at most twenty keywords, with scores from
//!   1 downwards.
//!
//! # Limits
//!
//! What is a headline, a caption or running text is told by length, end marks and a few words:
//! there is no markup to go by. Keywords are drawn from the headline and the running text alone,
//! and from no other text than this one.
//!
//! # Cost
//!
//! Time is linear in the length of the text, but for sorting the names that are repeated. The parts
//! borrow the text; the lists of them are allocated.

use std::ops::Range;

use crate::grapheme::graphemes;
use crate::keyword::{self, Weighted};
use crate::sentence::sentences;
use crate::stopword::{Stopwords, WordClass};
use crate::token::neighbor::is_line_break;
use crate::token::{Token, TokenKind};
use crate::transliterate::Romanizer;

pub use crate::keyword::Keyword;

/// What some files begin with.
const BYTE_ORDER_MARK: char = '\u{FEFF}';
/// How much the words of the headline weigh beside those of the body, for the keywords.
const HEADLINE_WEIGHT: f64 = 2.0;
/// A line of fewer words without an end mark is no paragraph of the body.
const LINE_WORDS: usize = 25;
/// A statement of fewer words is a subheading or a place: `नई दिल्ली।`
const STATEMENT_WORDS: usize = 4;
/// A line of fewer Hindi words is hardly a headline.
const HEADLINE_WORDS: usize = 4;

/// The analysis of a text, such as a news article.
///
/// Each line of the text that is not blank is a paragraph; for hard-wrapped text, join the
/// lines first. A byte order mark (U+FEFF) that begins the text is no part of anything, and is
/// not counted; the ranges are those of the text with it.
///
/// ```
/// let text = "गोरखपुर में आईटी सेल का गठन\n\nसमाजवादी पार्टी ने सेल बनाई. डॉ. राव इसके प्रमुख हैं।";
/// let article = akshar::Article::parse(text);
///
/// let headline = article.headline.as_ref().unwrap();
/// assert_eq!(headline.text, "गोरखपुर में आईटी सेल का गठन");
/// assert!(headline.slug.starts_with("gorakhpur-mein-"));
/// assert_eq!(article.counts.sentences, 3);
/// assert_eq!(article.sentences().nth(2).unwrap().text, "डॉ. राव इसके प्रमुख हैं।");
/// ```
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Article<'t> {
    /// The headline; `None` for an empty text, or one without a line that could be it.
    pub headline: Option<Headline<'t>>,
    /// The lines of the text, the headline's among them.
    pub paragraphs: Vec<Paragraph<'t>>,
    /// What the text is about, the most telling first; at most twenty.
    pub keywords: Vec<Keyword>,
    /// How much there is of everything.
    pub counts: Counts,
}

/// The headline of an article.
///
/// ```
/// let article = akshar::Article::parse("दिल्ली में बारिश\nआज सुबह तेज बारिश हुई।");
/// let headline = article.headline.unwrap();
/// assert_eq!(headline.romanized, "Delhi Mein Barish");
/// assert_eq!(headline.slug, "delhi-mein-barish");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Headline<'t> {
    /// Its characters, without the name of the site that follows some headlines in Latin.
    pub text: &'t str,
    /// Its byte range in the text.
    pub range: Range<usize>,
    /// The headline in everyday Latin letters, in title case.
    pub romanized: String,
    /// The same for a web address: `a` to `z`, digits and hyphens.
    pub slug: String,
}

/// What a paragraph is.
///
/// ```
/// use akshar::{Article, ParagraphKind};
///
/// let text = "दिल्ली में हुई तेज बारिश\nफोटो: संवाददाता\nदिल्ली में रविवार को तेज बारिश हुई।";
/// let article = Article::parse(text);
/// let kinds: Vec<_> = article.paragraphs.iter().map(|paragraph| paragraph.kind).collect();
/// assert_eq!(kinds, [ParagraphKind::Headline, ParagraphKind::Line, ParagraphKind::Text]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum ParagraphKind {
    /// The headline.
    Headline,
    /// A short line without an end mark: a byline, a caption, a subheading, a link.
    Line,
    /// Running text.
    Text,
}

/// A line of the text with its sentences.
///
/// ```
/// use akshar::ParagraphKind;
///
/// let article = akshar::Article::parse("शीर्षक यहां है\nपहला वाक्य। दूसरा वाक्य।");
/// assert_eq!(article.paragraphs[1].kind, ParagraphKind::Text);
/// assert_eq!(article.paragraphs[1].sentences.len(), 2);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Paragraph<'t> {
    /// What the paragraph is.
    pub kind: ParagraphKind,
    /// Its characters.
    pub text: &'t str,
    /// Its byte range in the text.
    pub range: Range<usize>,
    /// Its sentences, in order.
    pub sentences: Vec<AnalyzedSentence<'t>>,
}

/// A sentence with its tokens.
///
/// ```
/// let article = akshar::Article::parse("यह घर है।");
/// let sentence = article.sentences().next().unwrap();
/// let content: Vec<_> = sentence.content_words().map(|word| word.text).collect();
/// assert_eq!(content, ["घर"]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct AnalyzedSentence<'t> {
    /// The characters of the sentence.
    pub text: &'t str,
    /// Its byte range in the text.
    pub range: Range<usize>,
    /// Its tokens, in order.
    pub tokens: Vec<Token<'t>>,
    /// Which tokens are stopwords, by their index in `tokens`, in order.
    pub stopwords: Vec<usize>,
}

impl<'t> AnalyzedSentence<'t> {
    /// The words that are not stopwords.
    ///
    /// ```
    /// let article = akshar::Article::parse("किसान खेत में है।");
    /// let sentence = article.sentences().next().unwrap();
    /// assert_eq!(sentence.content_words().count(), 2);
    /// ```
    pub fn content_words(&self) -> impl Iterator<Item = &Token<'t>> {
        let is_content = |(index, token): &(usize, &Token<'t>)| {
            token.kind == TokenKind::Word && self.stopwords.binary_search(index).is_err()
        };
        self.tokens
            .iter()
            .enumerate()
            .filter(is_content)
            .map(|(_, token)| token)
    }
}

/// How much of everything a text has.
///
/// ```
/// let counts = akshar::Article::parse("दो शब्द। 12 शब्द।").counts;
/// assert_eq!((counts.sentences, counts.words, counts.distinct_words), (2, 3, 2));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Counts {
    /// Lines that are not blank.
    pub paragraphs: usize,
    /// Sentences.
    pub sentences: usize,
    /// Tokens of any kind.
    pub tokens: usize,
    /// Tokens of kind [`TokenKind::Word`].
    pub words: usize,
    /// Different words, as they are written.
    pub distinct_words: usize,
    /// Words that are stopwords.
    pub stopwords: usize,
    /// Grapheme clusters, white space included.
    pub grapheme_clusters: usize,
}

impl<'t> Article<'t> {
    /// Analyzes a text with the built-in stopwords.
    ///
    /// ```
    /// let article = akshar::Article::parse("");
    /// assert!(article.headline.is_none() && article.paragraphs.is_empty());
    /// ```
    #[must_use]
    pub fn parse(text: &'t str) -> Self {
        Article::parse_with(text, &Stopwords::hindi())
    }

    /// Analyzes a text with a stopword list of one's own.
    ///
    /// ```
    /// use akshar::{Article, Stopwords};
    ///
    /// let article = Article::parse_with("खबर पढ़ी", &Stopwords::from_words(["खबर"]));
    /// assert_eq!(article.counts.stopwords, 1);
    /// ```
    #[must_use]
    pub fn parse_with(text: &'t str, stopwords: &Stopwords) -> Self {
        let start = text.len() - text.trim_start_matches(BYTE_ORDER_MARK).len();
        let mut paragraphs = paragraphs(text, start, stopwords);
        let headline = headline(&mut paragraphs);
        let keywords = keywords(&paragraphs, headline.as_ref(), stopwords);
        let counts = count(&text[start..], &paragraphs);
        Article {
            headline,
            paragraphs,
            keywords,
            counts,
        }
    }

    /// The sentences of all paragraphs, in order.
    ///
    /// ```
    /// let article = akshar::Article::parse("एक। दो।\nतीन।");
    /// assert_eq!(article.sentences().count(), 3);
    /// ```
    pub fn sentences(&self) -> impl Iterator<Item = &AnalyzedSentence<'t>> {
        self.paragraphs
            .iter()
            .flat_map(|paragraph| &paragraph.sentences)
    }

    /// The tokens of all sentences, in order.
    ///
    /// ```
    /// let article = akshar::Article::parse("एक। दो।");
    /// assert_eq!(article.tokens().count(), 4);
    /// ```
    pub fn tokens(&self) -> impl Iterator<Item = &Token<'t>> {
        self.sentences().flat_map(|sentence| &sentence.tokens)
    }
}

/// The sentences of the text from `start` on, those of one line together.
fn paragraphs<'t>(text: &'t str, start: usize, stopwords: &Stopwords) -> Vec<Paragraph<'t>> {
    let mut paragraphs: Vec<Paragraph<'t>> = Vec::new();
    for sentence in sentences(text).starting_at(start) {
        let tokens: Vec<Token<'t>> = sentence.tokens().collect();
        let is_stopword =
            |token: &Token<'_>| token.kind == TokenKind::Word && stopwords.contains(token.text);
        let sentence = AnalyzedSentence {
            text: sentence.text,
            range: sentence.range,
            stopwords: (0..tokens.len())
                .filter(|&index| is_stopword(&tokens[index]))
                .collect(),
            tokens,
        };
        match paragraphs.last_mut() {
            Some(last) if !text[last.range.end..sentence.range.start].contains(is_line_break) => {
                last.range.end = sentence.range.end;
                last.text = &text[last.range.clone()];
                last.sentences.push(sentence);
            }
            _ => paragraphs.push(Paragraph {
                kind: ParagraphKind::Line,
                text: sentence.text,
                range: sentence.range.clone(),
                sentences: vec![sentence],
            }),
        }
    }
    for paragraph in &mut paragraphs {
        if is_running_text(paragraph) {
            paragraph.kind = ParagraphKind::Text;
        }
    }
    paragraphs
}

/// How a paragraph ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ending {
    /// With a mark that closes a statement: `।`, `.`, `…`.
    Statement,
    /// With `?` or `!`, as headlines, subheadings and links do too.
    Exclamation,
    /// Without a mark.
    Open,
}

fn ending(sentence: &AnalyzedSentence<'_>) -> Ending {
    // What stands after the mark that closes the sentence.
    let is_trailing = |token: &&Token<'_>| match token.kind {
        TokenKind::Emoji | TokenKind::Hashtag | TokenKind::Mention => true,
        _ => matches!(token.text, "\"" | "'" | "”" | "’" | "»" | ")" | "]"),
    };
    let last = sentence
        .tokens
        .iter()
        .rev()
        .find(|token| !is_trailing(token));
    match last {
        Some(last) if last.kind == TokenKind::Punctuation => match last.text.chars().next() {
            Some('।' | '॥' | '.' | '|' | '…') => Ending::Statement,
            Some('?' | '!') => Ending::Exclamation,
            _ => Ending::Open,
        },
        _ => Ending::Open,
    }
}

/// Whether the paragraph is running text: it has the end marks of sentences, or it is long, and
/// in doubt it has an auxiliary too, which captions and lists of tags have not.
fn is_running_text(paragraph: &Paragraph<'_>) -> bool {
    let words = word_count(paragraph);
    let has_statement = || {
        let mut sentences = paragraph.sentences.iter();
        sentences.any(|sentence| ending(sentence) == Ending::Statement)
    };
    match paragraph.sentences.last().map_or(Ending::Open, ending) {
        Ending::Statement => words >= STATEMENT_WORDS,
        Ending::Exclamation
            if paragraph.sentences.len() > 1 && (words > LINE_WORDS / 2 || has_statement()) =>
        {
            true
        }
        _ => {
            (words > LINE_WORDS || words > LINE_WORDS / 2 && has_statement())
                && has_auxiliary(paragraph)
        }
    }
}

fn has_auxiliary(paragraph: &Paragraph<'_>) -> bool {
    let stopwords = Stopwords::hindi();
    let mut words = words(paragraph);
    words.any(|word| {
        let class = stopwords.class(word.text);
        matches!(class, Some(WordClass::Auxiliary | WordClass::LightVerb))
    })
}

fn words<'p, 't>(paragraph: &'p Paragraph<'t>) -> impl Iterator<Item = &'p Token<'t>> {
    let sentences = paragraph.sentences.iter();
    let tokens = sentences.flat_map(|sentence| &sentence.tokens);
    tokens.filter(|token| token.kind == TokenKind::Word)
}

fn word_count(paragraph: &Paragraph<'_>) -> usize {
    words(paragraph).count()
}

/// Finds the headline and marks its paragraph. It is above the first running text, or else it
/// is the first paragraph, if that is short and others follow.
///
/// Of the lines there, it is the first that reads like a headline; where none does, the one
/// with the most Hindi words.
fn headline<'t>(paragraphs: &mut [Paragraph<'t>]) -> Option<Headline<'t>> {
    let above = paragraphs
        .iter()
        .position(|paragraph| paragraph.kind == ParagraphKind::Text)
        .unwrap_or(paragraphs.len());
    let above = match above {
        0 if paragraphs.len() > 1 && word_count(&paragraphs[0]) <= LINE_WORDS => 1,
        above => above,
    };
    let lines = &paragraphs[..above];
    let hindi_words = |line: &Paragraph<'_>| hindi_words(line.text);
    let chosen = lines.iter().position(reads_like_headline).or_else(|| {
        // The first of the longest: `max_by_key` would give the last.
        let longest = (0..above).rev();
        longest.max_by_key(|index| hindi_words(&lines[*index]))
    })?;
    if hindi_words(&lines[chosen]) == 0 {
        return None;
    }
    let paragraph = &mut paragraphs[chosen];
    paragraph.kind = ParagraphKind::Headline;
    let text = without_site_name(paragraph.text);
    let romanized = Romanizer::new().title_case(true).romanize(text);
    Some(Headline {
        text,
        range: paragraph.range.start..paragraph.range.start + text.len(),
        // Its words are romanized once.
        slug: Romanizer::new().slug(true).romanize(&romanized),
        romanized,
    })
}

/// Whether a line is more than the name of a section, a byline, or a path through the site.
fn reads_like_headline(line: &Paragraph<'_>) -> bool {
    let text = without_site_name(line.text);
    let hindi = hindi_words(text);
    let end = line.range.start + text.len();
    let others = words(line)
        .filter(|word| word.range.end <= end && !is_hindi(word.text))
        .count();
    let is_path = [" / ", " > ", "»", "›", " | "]
        .iter()
        .any(|divider| text.contains(divider));
    // The name of a ministry can have a conjunction.
    let stopwords = Stopwords::hindi();
    let has_stopword = words(line).any(|word| {
        let class = stopwords.class(word.text);
        class.is_some_and(|class| class != WordClass::Conjunction)
    });
    hindi >= HEADLINE_WORDS && hindi > others && !is_path && (has_stopword || text.contains(','))
}

fn hindi_words(text: &str) -> usize {
    text.split_whitespace()
        .filter(|word| is_hindi(word))
        .count()
}

fn is_hindi(word: &str) -> bool {
    let mut letters = word.chars().filter(|character| character.is_alphabetic());
    letters.next().is_some_and(crate::devanagari::contains)
}

/// Cuts off what follows a dash or a bar where it is no Hindi, and after a bar also the few
/// words of a section or a site.
fn without_site_name(mut headline: &str) -> &str {
    let cut = |headline: &str| {
        let dividers = [(" - ", 1), (" – ", 1), (" | ", HEADLINE_WORDS)];
        let cuts = dividers.iter().filter_map(|(divider, hindi)| {
            let at = headline.rfind(divider)?;
            (hindi_words(&headline[at..]) < *hindi).then_some(at)
        });
        cuts.max()
    };
    while let Some(at) = cut(headline)
        && hindi_words(&headline[..at]) > 0
    {
        headline = headline[..at].trim_end();
    }
    headline
}

fn keywords(
    paragraphs: &[Paragraph<'_>],
    headline: Option<&Headline<'_>>,
    stopwords: &Stopwords,
) -> Vec<Keyword> {
    let headline_end = headline.map_or(0, |headline| headline.range.end);
    let weighted: Vec<Weighted<'_, '_>> = paragraphs
        .iter()
        .filter(|paragraph| paragraph.kind != ParagraphKind::Line)
        .flat_map(|paragraph| &paragraph.sentences)
        .map(|sentence| {
            let in_headline = sentence.range.start < headline_end
                && headline.is_some_and(|headline| headline.range.start <= sentence.range.start);
            let end = sentence
                .tokens
                .partition_point(|token| !in_headline || token.range.end <= headline_end);
            Weighted {
                weight: if in_headline { HEADLINE_WEIGHT } else { 1.0 },
                tokens: &sentence.tokens[..end],
            }
        })
        .collect();
    keyword::keywords(&weighted, stopwords)
}

fn count(text: &str, paragraphs: &[Paragraph<'_>]) -> Counts {
    let sentences = || paragraphs.iter().flat_map(|paragraph| &paragraph.sentences);
    let words: Vec<&str> = sentences()
        .flat_map(|sentence| &sentence.tokens)
        .filter(|token| token.kind == TokenKind::Word)
        .map(|token| token.text)
        .collect();
    Counts {
        paragraphs: paragraphs.len(),
        sentences: sentences().count(),
        tokens: sentences().map(|sentence| sentence.tokens.len()).sum(),
        words: words.len(),
        distinct_words: words.iter().collect::<std::collections::HashSet<_>>().len(),
        stopwords: sentences().map(|sentence| sentence.stopwords.len()).sum(),
        grapheme_clusters: graphemes(text).count(),
    }
}
