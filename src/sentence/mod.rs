//! Sentences: where each begins and ends, also where `.` stands for the danda.
//!
//! A sentence ends at `।`, `॥`, `?`, `!`, at a full stop that ends one, at an ellipsis after
//! which a new one begins, at ASCII `|` used as a danda, and at a line break. Closing quotes,
//! brackets and emoji that follow belong to the sentence that they close.
//!
//! A full stop does not end a sentence after an abbreviation or an initial, inside a number, a
//! time, a date or an address, in an ellipsis that goes on, or in a list number. A mark inside
//! quotes that the sentence runs on from does not end it:
//!
//! ```
//! let text = "'भारत माता की जय!' के नारे लगे। डॉ. राव 10.30 बजे पहुंचे. क्यों?";
//! let sentences: Vec<_> = akshar::sentences(text).map(|sentence| sentence.text).collect();
//! assert_eq!(
//!     sentences,
//!     ["'भारत माता की जय!' के नारे लगे।", "डॉ. राव 10.30 बजे पहुंचे.", "क्यों?"]
//! );
//! ```
//!
//! The words that decide are in `data/sentence-words.tsv`, `data/verbs.tsv` and
//! `data/abbreviations.tsv`.
//!
//! # Known limits
//!
//! * After an abbreviation a sentence ends only before a word that begins one (`… 8 कि.मी. इसके
//!   बाद …`), and after an initialism only where a verb has come before.
//! * A quoted question that opens the sentence and is a title (`‘कौन बनेगा विजेता?’ आज रात
//!   प्रसारित होगा।`) is taken for a sentence of its own, unless a postposition follows.
//! * `|` between blanks after a verb is taken for a danda, also where a headline uses it to part
//!   columns.
//! * A middle initial that is spelled like a verb (`राजेश पी. शाह`, `अमित आई. पटेल`) is taken for
//!   the verb.
//! * A host name in Devanagari letters (`समाचार.कॉम`) is cut at its full stop.
//!
//! # Guarantees
//!
//! Sentences come in order, do not overlap, and cover every character that is not white space;
//! each token of [`tokens`](crate::tokens) lies in one sentence. Nothing is allocated; time is
//! linear in the length of the text.
//!
//! # Cost
//!
//! About 18 instructions for a byte of news. What costs is a mark inside a line, some 50 nanoseconds
//! for the words around it, so text full of abbreviations takes longer than the same length without
//! a mark. The tables are those of the [tokens](crate::token).

mod clause;
mod enclosure;
mod mark;

use std::iter::FusedIterator;
use std::ops::Range;

use crate::devanagari;
use crate::grapheme;
use crate::token::abbreviation::{self, Abbreviation, starts_anew};
use crate::token::neighbor::{BLANK, is_line_break, last_word, tail, word_after};
use crate::token::role::{self, Role};
use crate::token::{TokenKind, Tokens, pattern, scan, unit, verb};
use enclosure::{Enclosure, Enclosures, closed_by};
use mark::{Mark, MarkKind, Marks};

const DASHES: [char; 3] = ['-', '–', '—'];

/// One sentence of a text, without the white space around it.
///
/// ```
/// let text = "बारिश हुई। सड़कें भर गईं।";
/// let second = akshar::sentences(text).nth(1).unwrap();
/// assert_eq!(second.text, "सड़कें भर गईं।");
/// assert_eq!(&text[second.range], second.text);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Sentence<'t> {
    /// The characters of the sentence.
    pub text: &'t str,
    /// Its byte range in the text that was given.
    pub range: Range<usize>,
    #[cfg_attr(feature = "serde", serde(skip))]
    source: &'t str,
}

impl<'t> Sentence<'t> {
    /// The tokens of the sentence; their ranges are ranges of the whole text.
    ///
    /// ```
    /// let text = "हां। नहीं।";
    /// let second = akshar::sentences(text).nth(1).unwrap();
    /// let ranges: Vec<_> = second.tokens().map(|token| token.range).collect();
    /// assert_eq!(ranges, [13..25, 25..28]);
    /// ```
    #[must_use]
    pub fn tokens(&self) -> Tokens<'t> {
        Tokens::within(self.source, self.range.clone())
    }
}

/// The sentences of a text, in order.
///
/// ```
/// let text = "सोना महंगा, चांदी सस्ती\nमुंबई. सोने का भाव 2.5% बढ़ा. चांदी सस्ती हुई।";
/// let sentences: Vec<_> = akshar::sentences(text).map(|sentence| sentence.text).collect();
/// assert_eq!(
///     sentences,
///     ["सोना महंगा, चांदी सस्ती", "मुंबई.", "सोने का भाव 2.5% बढ़ा.", "चांदी सस्ती हुई।"]
/// );
/// ```
#[must_use]
pub fn sentences(text: &str) -> Sentences<'_> {
    Sentences {
        text,
        position: 0,
        join_lines: false,
        tokens_from: 0,
        marks: Marks::default(),
        enclosures: Enclosures::default(),
    }
}

/// The iterator that [`sentences`] returns.
///
/// ```
/// let mut sentences = akshar::sentences("एक। दो।");
/// let later = sentences.clone();
/// sentences.next();
/// assert_eq!((sentences.count(), later.count()), (1, 2));
/// ```
#[derive(Debug, Clone)]
pub struct Sentences<'t> {
    text: &'t str,
    position: usize,
    join_lines: bool,
    /// A token boundary before which nothing is scanned again.
    tokens_from: usize,
    marks: Marks,
    enclosures: Enclosures,
}

/// What a mark that may end a sentence turns out to do.
enum Outcome {
    /// It ends the sentence at this offset.
    End(usize),
    /// The sentence goes on; the next mark is looked for from this offset.
    GoesOn(usize),
}

/// A run of terminators and what closes it.
struct Closing {
    end: usize,
    /// The outermost quote or bracket that is closed.
    enclosure: Option<Enclosure>,
    double_danda: bool,
    several: bool,
}

impl<'t> Sentences<'t> {
    /// Whether a single line break is read as a space, for text that is broken into lines of
    /// one width. A blank line ends a sentence all the same. Off at first.
    ///
    /// ```
    /// let text = "यह वाक्य दो\nपंक्तियों में है।";
    /// assert_eq!(akshar::sentences(text).count(), 2);
    /// assert_eq!(akshar::sentences(text).join_lines(true).count(), 1);
    /// ```
    #[must_use]
    pub fn join_lines(mut self, on: bool) -> Self {
        self.join_lines = on;
        self
    }

    /// Passes over what stands before `start`, a token boundary.
    pub(crate) fn starting_at(mut self, start: usize) -> Self {
        self.position = start;
        self.tokens_from = start;
        self.enclosures = Enclosures::none_at(start);
        self
    }

    fn after_byte_order_mark(&self, start: usize) -> usize {
        if self.text.as_bytes()[start] != 0xEF {
            return start;
        }
        let rest = self.text[start..].trim_start_matches(unit::BYTE_ORDER_MARK);
        self.text.len() - rest.len()
    }

    /// The end of the sentence that begins at `start`.
    fn end_of(&mut self, start: usize) -> usize {
        let mut position = start;
        while let Some(mark) = self.marks.next_from(self.text, position) {
            let outcome = match mark.kind {
                MarkKind::LineBreak => self.line_break(mark.start),
                _ if self.surely_ends(start, mark) => Outcome::End(mark.end),
                _ => self.terminated(start, mark),
            };
            match outcome {
                Outcome::End(end) => return unit::whole_cluster_end(self.text, end),
                Outcome::GoesOn(next) => position = next,
            }
        }
        self.text.len()
    }

    #[inline]
    fn line_break(&mut self, mark: usize) -> Outcome {
        if self.join_lines && !self.is_blank_line(mark) {
            let next = scan::skip_white_space(self.text, mark);
            return Outcome::GoesOn(next.max(mark + 1));
        }
        // Whatever was left open on the line is closed.
        self.enclosures = Enclosures::none_at(mark);
        Outcome::End(mark)
    }

    /// Whether the white space at a line break holds another one, or ends the text.
    fn is_blank_line(&self, mark: usize) -> bool {
        let end = scan::skip_white_space(self.text, mark);
        let blank = &self.text[mark..end];
        let blank = blank
            .strip_prefix("\r\n")
            .unwrap_or_else(|| &blank[blank.chars().next().map_or(0, char::len_utf8)..]);
        end == self.text.len()
            || blank.contains(is_line_break)
            || self.text[mark..].starts_with('\u{2029}')
    }

    /// Whether nothing has to be known of a terminator: it ends its line, or is a danda before
    /// a word.
    #[inline]
    fn surely_ends(&self, start: usize, mark: Mark) -> bool {
        let bytes = self.text.as_bytes();
        match mark.kind {
            MarkKind::LineBreak | MarkKind::Pipe => false,
            _ if bytes.get(mark.end) == Some(&b'\n') => !self.join_lines,
            MarkKind::Danda => start < mark.start && has_plain_end(bytes, mark.end),
            _ => false,
        }
    }

    #[inline(never)]
    fn terminated(&mut self, start: usize, mark: Mark) -> Outcome {
        let bytes = self.text.as_bytes();
        let Mark { kind, end, .. } = mark;
        let mark = mark.start;
        let may_be_inside_a_token = match kind {
            MarkKind::FullStop => true,
            MarkKind::Exclamation | MarkKind::Ellipsis => !self.is_blank_at(end),
            _ => false,
        };
        if may_be_inside_a_token {
            let (token, kind) = self.token_over(mark);
            let keeps_stop = kind == TokenKind::Word && bytes[token.end - 1] == b'.';
            if token.start < mark && keeps_stop {
                return self.after_abbreviation(start, token);
            }
            if token.start < mark || kind == TokenKind::Number {
                return Outcome::GoesOn(token.end);
            }
        }
        if kind == MarkKind::FullStop && self.is_inside_latin(mark) {
            return Outcome::GoesOn(end);
        }
        let closing = self.closing(mark, end);
        let after = self.after(closing.end);
        if kind == MarkKind::Pipe && !self.is_danda(mark, end, &closing) {
            return Outcome::GoesOn(closing.end);
        }
        let Some(next) = after else {
            return Outcome::End(closing.end);
        };
        let goes_on = start == mark
            || matches!(bytes[next], b',' | b';' | b':')
            || self.runs_on_from_enclosure(start, mark, &closing, next)
            || match kind {
                MarkKind::LineBreak | MarkKind::Danda | MarkKind::Pipe => false,
                _ if clause::is_before_postposition(self.text, mark, next) => true,
                MarkKind::Ellipsis => {
                    !closing.several
                        && matches!(closing.enclosure, None | Some(Enclosure::Bracket))
                        && !clause::ends_before_ellipsis(self.text, mark, next)
                }
                MarkKind::FullStop => {
                    clause::is_list_number(&self.text[start..mark])
                        || bytes[next].is_ascii_lowercase()
                            && bytes[mark - 1].is_ascii_alphanumeric()
                }
                // `कौन जीतेगा? - पूरी खबर`
                MarkKind::Exclamation => {
                    self.text[next..].starts_with(DASHES)
                        || closing.enclosure.is_none() && self.is_inside_slogan(start, mark, next)
                }
            };
        match goes_on {
            true => Outcome::GoesOn(closing.end),
            false => Outcome::End(closing.end),
        }
    }

    /// The token that covers the mark.
    fn token_over(&mut self, mark: usize) -> (Range<usize>, TokenKind) {
        let text = self.text;
        if let Some(word) = self.plain_word_before(mark) {
            let stop = abbreviation::end_of(text, word, mark);
            let (start, kind) = match stop {
                Some(_) => (word, TokenKind::Word),
                None => (mark, TokenKind::Punctuation),
            };
            self.tokens_from = start;
            return (
                start..unit::whole_cluster_end(text, stop.unwrap_or(mark + 1)),
                kind,
            );
        }
        let mut start = self.tokens_from;
        let before = &text[start.min(mark)..mark];
        if let Some((offset, blank)) = last_white_space(before) {
            start += offset + blank.len_utf8();
        }
        loop {
            let (end, kind) = scan::token_at(text, start);
            if end > mark {
                self.tokens_from = start;
                return (start..end, kind);
            }
            start = end;
        }
    }

    /// Where the letters of Devanagari that end at a single full stop begin, if a token does.
    fn plain_word_before(&self, mark: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let is_single = bytes[mark] == b'.' && bytes.get(mark + 1) != Some(&b'.');
        let mut word = mark;
        // Not `॰`, after which the full stop may begin a number.
        while let [.., 0xE0, 0xA4, _] | [.., 0xE0, 0xA5, 0x80..=0xA3 | 0xB1..=0xBF] = bytes[..word]
        {
            word -= 3;
        }
        let begins_token = word == self.tokens_from
            || word > self.tokens_from && matches!(bytes[word - 1], b' ' | b'\n');
        (is_single && begins_token && word < mark).then_some(word)
    }

    /// After an abbreviation that keeps its full stop.
    fn after_abbreviation(&mut self, start: usize, token: Range<usize>) -> Outcome {
        let class = abbreviation::class(&self.text[token.start..token.end - 1]);
        let closing = self.closing(token.end - 1, token.end);
        let ends = match self.after(closing.end) {
            None => true,
            Some(_) if class == Abbreviation::Title => false,
            Some(_) if clause::is_list_number(&self.text[start..token.end - 1]) => false,
            Some(next) => {
                // An initialism can be the subject of a sentence: `बी.जे.पी. इस बार जीतेगी`.
                word_after(self.text, next).is_some_and(starts_anew)
                    && (class != Abbreviation::Initialism
                        || clause::has_verb(&self.text[start..token.start]))
            }
        };
        match ends {
            true => Outcome::End(closing.end),
            false => Outcome::GoesOn(token.end),
        }
    }

    /// Takes in the terminators from `mark` on, of which the first ones end at `end`, and the quotes, brackets, verse numbers, emoji
    /// and footnote marks that close them.
    fn closing(&mut self, mark: usize, end: usize) -> Closing {
        let text = self.text;
        if has_plain_end(text.as_bytes(), end) {
            return Closing {
                end,
                enclosure: None,
                double_danda: false,
                several: false,
            };
        }
        let mut closing = Closing {
            end: mark,
            enclosure: None,
            double_danda: false,
            several: false,
        };
        let mut terminators = 0;
        loop {
            let rest = &text[closing.end..];
            let Some(character) = rest.chars().next() else {
                break;
            };
            match character {
                // Begins a number: `।.5`.
                '.' if closing.end > mark
                    && !text[..closing.end].ends_with('.')
                    && rest[1..].starts_with(char::is_numeric) =>
                {
                    break;
                }
                '।' | '॥' | '?' | '!' | '.' | '…' | '|' => {
                    closing.double_danda |=
                        character == '॥' || rest.starts_with("।।") || rest.starts_with("||");
                    terminators += usize::from(!matches!(character, '.' | '…') || terminators == 0);
                }
                '"' | '\'' if !self.closes(mark, &closing) => break,
                _ if closed_by(character).is_some() => closing.enclosure = closed_by(character),
                '[' => match footnote_mark_length(rest) {
                    Some(length) => {
                        closing.end += length;
                        continue;
                    }
                    None => break,
                },
                '\u{200E}' | '\u{200F}' => {}
                _ if is_invisible_in_words(character) => {
                    let end = text.len() - rest.trim_start_matches(is_invisible_in_words).len();
                    // They begin the next word.
                    if unit::word_end_within(text, closing.end, end + 1) > end {
                        break;
                    }
                    closing.end = end;
                    continue;
                }
                ' ' | '\u{A0}' => {
                    if let Some((enclosure, end)) = self.closer_after_blank(mark, closing.end) {
                        closing.enclosure = Some(enclosure);
                        closing.end = end;
                    } else if let Some(end) = self.emoji_after_blank(closing.end) {
                        closing.end = end;
                    } else {
                        break;
                    }
                    continue;
                }
                _ => match self.emoji_end(closing.end) {
                    Some(end) => {
                        closing.end = end;
                        continue;
                    }
                    None => break,
                },
            }
            closing.end += character.len_utf8();
        }
        closing.several = terminators > 1;
        if closing.double_danda {
            closing.end = self.verse_number_end(closing.end).unwrap_or(closing.end);
        }
        closing
    }

    /// Whether the straight quote that stands next, after the terminator at `mark`, closes.
    fn closes(&mut self, mark: usize, closing: &Closing) -> bool {
        let mut characters = self.text[closing.end..].chars();
        let enclosure = characters.next().and_then(closed_by);
        // Where one has been closed already, `"हां।""नहीं।"`, the next opens.
        !characters.next().is_some_and(char::is_alphanumeric)
            || enclosure != closing.enclosure
                && enclosure.is_some_and(|enclosure| self.open(mark, enclosure).is_some())
    }

    /// Where the quote or bracket that is open at the mark was opened.
    fn open(&mut self, mark: usize, enclosure: Enclosure) -> Option<usize> {
        self.enclosures.open_at(self.text, mark, enclosure)
    }

    /// A closing quote or bracket that a blank parts from its sentence: `है। ”`.
    fn closer_after_blank(&mut self, mark: usize, blank: usize) -> Option<(Enclosure, usize)> {
        let rest = self.text[blank..].trim_start_matches(BLANK);
        let closer = rest.chars().next()?;
        let position = self.text.len() - rest.len();
        let end = position + closer.len_utf8();
        let stands_alone =
            self.is_blank_at(end) || self.text[end..].starts_with(['।', '.', ',', '?', '!']);
        let enclosure = closed_by(closer)?;
        let closes = !matches!(closer, '"' | '\'') || self.open(mark, enclosure).is_some();
        (closes && stands_alone).then_some((enclosure, end))
    }

    fn emoji_end(&self, position: usize) -> Option<usize> {
        if self.text.as_bytes().get(position).is_none_or(u8::is_ascii) {
            return None;
        }
        let end = grapheme::boundary_after(self.text, position);
        pattern::is_emoji(&self.text[position..end]).then_some(end)
    }

    fn emoji_after_blank(&self, blank: usize) -> Option<usize> {
        let rest = self.text[blank..].trim_start_matches(BLANK);
        self.emoji_end(self.text.len() - rest.len())
    }

    /// The end of a verse number between double dandas: `॥ १ ॥`, `॥ २.४७ ॥`.
    fn verse_number_end(&self, end: usize) -> Option<usize> {
        let rest = self.text[end..].trim_start_matches(BLANK);
        let number = rest.trim_start_matches(|c: char| unit::is_digit(c) || matches!(c, '.' | '-'));
        if number.len() == rest.len() {
            return None;
        }
        let after = number.trim_start_matches(BLANK);
        if !["॥", "।।", "||"].iter().any(|mark| after.starts_with(mark)) {
            return None;
        }
        let rest = after.trim_start_matches(after.chars().next()?);
        Some(self.text.len() - rest.len())
    }

    /// The offset of what follows on the same line, or in the same paragraph when lines are
    /// joined; `None` where nothing does.
    fn after(&self, end: usize) -> Option<usize> {
        match self.text.as_bytes()[end..] {
            [] => return None,
            [b'\n', ..] if !self.join_lines => return None,
            [b' ', next, ..] if scan::shows(next) => return Some(end + 1),
            _ => {}
        }
        let mut position = end;
        loop {
            let character = self.text[position..].chars().next()?;
            if is_line_break(character) && (!self.join_lines || self.is_blank_line(position)) {
                return None;
            }
            if !character.is_whitespace() {
                return Some(position);
            }
            position += character.len_utf8();
        }
    }

    fn is_blank_at(&self, position: usize) -> bool {
        self.text[position..]
            .chars()
            .next()
            .is_none_or(char::is_whitespace)
    }

    /// Whether a full stop stands between Latin letters or digits.
    fn is_inside_latin(&self, mark: usize) -> bool {
        let bytes = self.text.as_bytes();
        mark > 0
            && bytes[mark - 1].is_ascii_alphanumeric()
            && bytes.get(mark + 1).is_some_and(u8::is_ascii_alphanumeric)
            && (bytes[mark - 1].is_ascii_alphabetic() || !bytes[mark + 1].is_ascii_alphabetic())
    }

    /// Whether ASCII `|` is typed for a danda, and does not part columns; `||` always is.
    fn is_danda(&self, mark: usize, end: usize, closing: &Closing) -> bool {
        let before = &self.text[..mark];
        let after_verb = || verb::is_finite(last_word(before.trim_end_matches(' ')));
        let glued = before.chars().next_back().is_some_and(|c| {
            devanagari::contains(c) || closed_by(c).is_some() || matches!(c, '?' | '!')
        });
        match (glued, self.is_blank_at(closing.end)) {
            (true, true) => true,
            (true, false) => end < closing.end || after_verb(),
            (false, _) => before.ends_with(' ') && (closing.double_danda || after_verb()),
        }
    }

    /// Whether a quote or bracket that is part of the sentence, and no speech, is open at the
    /// mark and closed soon after: `"एक और! एक और!" की पुकार`.
    fn is_inside_slogan(&mut self, start: usize, mark: usize, next: usize) -> bool {
        Enclosure::ALL.into_iter().any(|enclosure| {
            let Some(open) = self.open(mark, enclosure) else {
                return false;
            };
            let closed = clause::head(&self.text[next..], clause::SPEECH_CLAUSE)
                .char_indices()
                .take_while(|(_, c)| !is_line_break(*c))
                .find(|(_, c)| closed_by(*c) == Some(enclosure))
                .map(|(offset, c)| next + offset + c.len_utf8());
            closed.is_some_and(|end| {
                open > start && !clause::introduces_speech(&self.text[start..open])
                    || word_after(self.text, end)
                        .is_some_and(|word| role::has(word, Role::Postposition))
            })
        })
    }

    /// Whether the speech in the quotes that were opened at `open`, at the beginning of a sentence
    /// or before it, is announced in the same paragraph.
    fn is_announced(&self, open: usize) -> bool {
        let before = tail(&self.text[..open], clause::CLAUSE);
        let blank = open - (before.len() - before.trim_end().len());
        let line_break = self.text[blank..open].find(is_line_break);
        let is_apart =
            line_break.is_some_and(|at| !self.join_lines || self.is_blank_line(blank + at));
        !is_apart && clause::introduces_speech(before)
    }

    /// Whether the sentence runs on from the quote or bracket that has been closed.
    fn runs_on_from_enclosure(
        &mut self,
        start: usize,
        mark: usize,
        closing: &Closing,
        next: usize,
    ) -> bool {
        let Some(enclosure) = closing.enclosure else {
            return false;
        };
        let rest = &self.text[next..];
        let word = word_after(self.text, next);
        let quote = enclosure != Enclosure::Bracket;
        if word.is_some_and(|word| role::has(word, Role::Continues))
            || quote && rest.starts_with(DASHES)
        {
            return true;
        }
        match self.open(mark, enclosure) {
            // What is quoted is speech, and ends the sentence, or a name or slogan inside it.
            Some(open) if open > start => !clause::introduces_speech(&self.text[start..open]),
            // The speaker is named after the quote where nothing before it announced the speech,
            // or what is quoted is a name: `"भारत छोड़ो!" आंदोलन`.
            open => {
                let announced = open.is_some_and(|open| self.is_announced(open));
                quote
                    && !announced
                    && (clause::names_speaker(self.text, next)
                        || word.is_some_and(|word| role::has(word, Role::AfterTitle)))
            }
        }
    }
}

impl<'t> Iterator for Sentences<'t> {
    type Item = Sentence<'t>;

    fn next(&mut self) -> Option<Sentence<'t>> {
        let start = scan::skip_white_space(self.text, self.position);
        if start >= self.text.len() {
            self.position = self.text.len();
            return None;
        }
        self.tokens_from = self.tokens_from.max(start);
        let end = self.end_of(self.after_byte_order_mark(start));
        self.position = end;
        let text = trim_end(&self.text[start..end]);
        Some(Sentence {
            text,
            range: start..start + text.len(),
            source: self.text,
        })
    }
}

impl FusedIterator for Sentences<'_> {}

/// Whether nothing can belong to the terminator that ends here: a line break, a word or the end
/// of the text follows, and it is no double danda, after which a verse may be numbered.
fn has_plain_end(bytes: &[u8], end: usize) -> bool {
    let follows = match bytes[end..] {
        [] | [b'\n', ..] => true,
        [b' ', next, ..] => next == 0xE0 || next.is_ascii_alphanumeric(),
        _ => false,
    };
    follows && !bytes[..end].ends_with("॥".as_bytes())
}

/// The text without white space at its end.
fn trim_end(text: &str) -> &str {
    match text.as_bytes() {
        [.., 0xE0, 0xA4 | 0xA5, _] => text,
        [.., last] if last.is_ascii_graphic() => text,
        _ => text.trim_end(),
    }
}

fn last_white_space(text: &str) -> Option<(usize, char)> {
    let mut characters = text.char_indices().rev();
    characters.find(|(_, character)| character.is_whitespace())
}

/// Whether a character shows nothing and does not part what stands around it.
fn is_invisible_in_words(character: char) -> bool {
    matches!(character, '\u{200B}'..='\u{200D}' | '\u{FE0E}' | '\u{FE0F}')
}

/// The bytes of a footnote mark, `[12]`, at the beginning of a text.
fn footnote_mark_length(text: &str) -> Option<usize> {
    let number = text.strip_prefix('[')?;
    let rest = number.trim_start_matches(unit::is_digit);
    let digits = number.len() - rest.len();
    ((1..=9).contains(&digits) && rest.starts_with(']')).then_some(digits + 2)
}
