//! Latin to Devanagari: the longest piece first, and one letter of memory.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;
use std::hint::select_unpredictable;

use super::scheme::reader::Reader;
use super::scheme::table::{
    AVAGRAHA, Compiled, Escape, Meaning, NONE, NUKTA, Unit, VIRAMA, VOWEL_A, WITH_NUKTA, class,
    code_point, vowel_sign,
};
use super::{Danda, Digits, Options, Unknown, follows_kept};
use crate::devanagari::{self, Class};
use crate::normalize;

/// The error for Latin text that its scheme does not allow, and where it stands.
///
/// ```
/// use akshar::{Scheme, Transliterator};
/// use akshar::transliterate::DecodeErrorKind;
///
/// let from_iso = Transliterator::new(Scheme::Iso15919, Scheme::Devanagari);
/// let error = from_iso.try_decode("namaste, wāh").unwrap_err();
/// assert_eq!(error.offset(), 9);
/// assert_eq!(error.kind(), DecodeErrorKind::UnknownLetter('w'));
/// assert_eq!(error.to_string(), "the scheme has no letter `w` (at byte 9)");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DecodeError {
    offset: usize,
    kind: DecodeErrorKind,
}

impl DecodeError {
    /// The byte offset in the text given at which the malformed part begins.
    ///
    /// ```
    /// use akshar::{Scheme, Transliterator};
    ///
    /// let from_slp1 = Transliterator::new(Scheme::Slp1, Scheme::Devanagari);
    /// assert_eq!(from_slp1.try_decode("rAma {Ram").unwrap_err().offset(), 5);
    /// ```
    #[must_use]
    pub const fn offset(&self) -> usize {
        self.offset
    }

    /// What is wrong there.
    ///
    /// ```
    /// use akshar::{Scheme, Transliterator};
    /// use akshar::transliterate::DecodeErrorKind;
    ///
    /// let from_slp1 = Transliterator::new(Scheme::Slp1, Scheme::Devanagari);
    /// let error = from_slp1.try_decode("rAma {Ram").unwrap_err();
    /// assert_eq!(error.kind(), DecodeErrorKind::UnclosedBracket);
    /// ```
    #[must_use]
    pub const fn kind(&self) -> DecodeErrorKind {
        self.kind
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} (at byte {})", self.kind, self.offset)
    }
}

impl Error for DecodeError {}

/// What can be wrong with Latin text. The infallible
/// [`Transliterator::transliterate`](crate::Transliterator::transliterate) does with it what
/// is said here.
///
/// ```
/// use akshar::{Scheme, transliterate};
///
/// // A letter that ISO 15919 does not have stays as it is.
/// assert_eq!(transliterate("wāh", Scheme::Iso15919, Scheme::Devanagari), "wआह्");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum DecodeErrorKind {
    /// A Latin letter that the scheme does not have: [`Unknown`] says what becomes of it.
    UnknownLetter(char),
    /// A combining mark that belongs to no letter of the scheme: [`Unknown`] says what becomes
    /// of it.
    StrayMark(char),
    /// A sign that needs a consonant and has none, such as an explicit virama at the start of
    /// a word: it is written as the bare Devanagari sign. (The inherent vowel has no sign, and
    /// nothing is written.)
    SignWithoutLetter,
    /// A bracket that opens text to be kept as it is, and does not close before the line's
    /// end: the text is kept to the line's end.
    UnclosedBracket,
    /// A closing bracket without an opening one: it stays as it is.
    StrayBracket,
    /// The scheme can only be written: the text comes back as its NFC.
    Unreadable,
}

impl fmt::Display for DecodeErrorKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DecodeErrorKind::UnknownLetter(letter) => {
                write!(formatter, "the scheme has no letter `{letter}`")
            }
            DecodeErrorKind::StrayMark(mark) => {
                write!(
                    formatter,
                    "the mark U+{:04X} belongs to no letter",
                    *mark as u32
                )
            }
            DecodeErrorKind::SignWithoutLetter => formatter.write_str("a sign has no letter"),
            DecodeErrorKind::UnclosedBracket => formatter.write_str("a bracket is not closed"),
            DecodeErrorKind::StrayBracket => formatter.write_str("a bracket closes nothing"),
            DecodeErrorKind::Unreadable => formatter.write_str("the scheme can only be written"),
        }
    }
}

/// The error at the start of a text whose scheme can only be written.
pub(super) const UNREADABLE: DecodeError = DecodeError {
    offset: 0,
    kind: DecodeErrorKind::Unreadable,
};

/// Reads Latin text; the result is NFC. The first thing that is malformed comes with it.
pub(super) fn decode(
    scheme: &Compiled,
    options: &Options,
    text: &str,
) -> (String, Option<DecodeError>) {
    let normalized = normalize::nfc(text);
    let mut decoder = Decoder {
        scheme,
        reader: scheme.reader(options.digits, options.danda),
        options,
        text: &normalized,
        at: 0,
        before: NONE,
        waiting: Waiting::No,
        may_reorder: false,
        output: String::with_capacity(normalized.len() * 2),
        error: None,
    };
    decoder.run();
    let mut output = decoder.output;
    if decoder.may_reorder
        && let Cow::Owned(reordered) = normalize::nfc(&output)
    {
        output = reordered;
    }
    let error = decoder.error.map(|error| DecodeError {
        offset: offset_before_nfc(text, error.offset),
        ..error
    });
    (output, error)
}

/// The offset in a text of what stands at an offset in its NFC.
fn offset_before_nfc(text: &str, offset: usize) -> usize {
    let mut before = 0;
    for (start, cluster) in crate::grapheme_indices(text) {
        let normalized = normalize::nfc(cluster).len();
        if before + normalized > offset {
            // Inside a cluster that NFC leaves alone the offset is exact.
            let inside = offset - before;
            let exact = normalize::is_nfc(cluster) && cluster.is_char_boundary(inside);
            return start + if exact { inside } else { 0 };
        }
        before += normalized;
    }
    text.len()
}

/// Whether a consonant waits for its vowel.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Waiting {
    No,
    Consonant,
    /// A carrier, which is a consonant without a letter.
    Carrier,
}

struct Decoder<'s, 't> {
    scheme: &'s Compiled,
    reader: &'s Reader,
    options: &'s Options,
    text: &'t str,
    at: usize,
    /// The unit just read, if nothing has been read since.
    before: Unit,
    waiting: Waiting,
    /// Something was written that NFC may change or move.
    may_reorder: bool,
    output: String,
    error: Option<DecodeError>,
}

impl Decoder<'_, '_> {
    fn run(&mut self) {
        let bytes = self.text.as_bytes();
        while self.at < bytes.len() {
            // The last piece is read here, too, for what comes after it is what ends it.
            self.run_plain();
            let waits = self.waiting != Waiting::No;
            match self.scheme.longest(&bytes[self.at..], waits) {
                Some((meaning, len)) => self.piece(meaning, len),
                None => self.other(),
            }
        }
        self.silence();
    }

    /// Goes as far as text is plain. Nearly all the time is spent here.
    fn run_plain(&mut self) {
        if self.waiting == Waiting::Carrier {
            return;
        }
        let reader = self.reader;
        let mut output = std::mem::take(&mut self.output);
        let mut state = reader.start(self.waiting == Waiting::Consonant);
        let mut written = Reader::NOTHING;
        // Where what is not yet written begins.
        let mut start = self.at;
        for (at, byte) in (start..).zip(&self.text.as_bytes()[start..]) {
            let next = reader.next(state, *byte);
            let writes = next.writes();
            // Without jumps, which the processor could not guess.
            let piece = select_unpredictable(writes, state.piece(), Reader::NOTHING);
            if next.is_stop() || !reader.piece(piece).write(&mut output) {
                break;
            }
            written = select_unpredictable(writes, state.piece(), written);
            start = select_unpredictable(writes, at, start);
            state = next;
        }
        self.output = output;
        self.at = start;
        if written != Reader::NOTHING {
            let after = reader.after(written);
            self.before = after.before;
            self.waiting = if after.waits {
                Waiting::Consonant
            } else {
                Waiting::No
            };
        }
    }

    #[inline]
    fn piece(&mut self, meaning: Meaning, len: usize) {
        match meaning {
            Meaning::Unit(unit) => self.unit(unit, len),
            Meaning::Cluster(index) => {
                let (cluster, _) = self.scheme.clusters[index as usize];
                self.silence();
                self.output.push_str(cluster);
                self.waiting = Waiting::Consonant;
                // Which one does not matter: such schemes have no cluster that clashes.
                self.before = VOWEL_A;
                self.at += len;
            }
            Meaning::Virama => {
                if self.waiting == Waiting::No {
                    self.fail(DecodeErrorKind::SignWithoutLetter);
                    self.output.push(devanagari::VIRAMA);
                    self.may_reorder = true;
                } else {
                    self.silence();
                }
                self.at += len;
            }
            Meaning::Carrier => {
                self.silence();
                self.waiting = Waiting::Carrier;
                self.before = VIRAMA;
                self.at += len;
            }
            Meaning::Separator => self.separator(len),
            Meaning::Open => self.bracket(len),
            Meaning::Close => {
                self.fail(DecodeErrorKind::StrayBracket);
                self.keep(len);
            }
        }
    }

    #[inline]
    fn unit(&mut self, unit: Unit, len: usize) {
        let mut read = unit;
        match class(unit) {
            Class::Consonant => {
                self.silence();
                self.output.push(code_point(unit));
                if unit & WITH_NUKTA != 0 {
                    self.output.push(devanagari::NUKTA);
                }
                self.waiting = Waiting::Consonant;
            }
            Class::IndependentVowel | Class::Matra => read = self.vowel(unit),
            Class::Digit if self.options.digits == Digits::Keep => return self.keep(len),
            Class::Danda if self.options.danda == Danda::Keep => return self.keep(len),
            Class::Avagraha if self.scheme.quote.is_some() && !self.is_avagraha(len) => {
                return self.keep(len);
            }
            Class::Accent if self.is_stray_mark(unit) => return self.other(),
            written => {
                self.silence();
                self.may_reorder |= matches!(written, Class::Accent | Class::Nukta);
                if unit == NUKTA {
                    self.may_reorder = true;
                }
                self.output.push(code_point(unit));
            }
        }
        self.before = read;
        self.at += len;
    }

    /// Writes a vowel as a sign or a letter, and says which.
    #[inline]
    fn vowel(&mut self, unit: Unit) -> Unit {
        let waiting = std::mem::replace(&mut self.waiting, Waiting::No);
        if waiting == Waiting::No {
            if class(unit) == Class::Matra {
                self.fail(DecodeErrorKind::SignWithoutLetter);
            }
            self.output.push(code_point(unit));
            return unit;
        }
        if unit == VOWEL_A {
            if waiting == Waiting::Carrier {
                self.fail(DecodeErrorKind::SignWithoutLetter);
            }
            return unit;
        }
        match vowel_sign(unit) {
            Some(sign) => {
                self.output.push(code_point(sign));
                sign
            }
            None => {
                self.output.push(devanagari::VIRAMA);
                self.output.push(code_point(unit));
                unit
            }
        }
    }

    /// A consonant that waited for a vowel in vain gets its virama.
    #[inline]
    fn silence(&mut self) {
        if self.waiting != Waiting::No {
            self.output.push(devanagari::VIRAMA);
            self.may_reorder |= self.waiting == Waiting::Carrier;
            self.waiting = Waiting::No;
        }
    }

    /// The unit that the text after `len` bytes begins with, read as after a separator.
    fn unit_after(&self, len: usize) -> Option<(Unit, usize)> {
        let rest = &self.text.as_bytes()[self.at + len..];
        match self.scheme.longest(rest, false) {
            Some((Meaning::Unit(unit), len)) => Some((unit, len)),
            _ => None,
        }
    }

    /// Whether a quotation mark stands between letters, and so is an avagraha.
    fn is_avagraha(&self, len: usize) -> bool {
        let next = self.unit_after(len).map(|(unit, _)| class(unit));
        self.before != NONE && matches!(next, Some(Class::Consonant | Class::IndependentVowel))
    }

    /// Whether an accent's mark has no letter of the text to stand on.
    fn is_stray_mark(&self, unit: Unit) -> bool {
        let text = &self.text[self.at..];
        self.before == NONE
            && self.scheme.needs_base[unit as usize]
            && !self
                .scheme
                .escape
                .is_some_and(|escape| text.starts_with(escape.carrier))
    }

    /// A separator, where it separates; elsewhere it stands for itself.
    fn separator(&mut self, len: usize) {
        match self.unit_after(len) {
            Some((AVAGRAHA, avagraha)) if self.scheme.quote.is_some() => {
                self.silence();
                self.output.push(code_point(AVAGRAHA));
                self.before = AVAGRAHA;
                self.at += len + avagraha;
            }
            Some((unit, _)) if self.before != NONE && self.scheme.clashes(self.before, unit) => {
                self.silence();
                self.before = NONE;
                self.at += len;
            }
            _ => self.keep(len),
        }
    }

    /// Text in brackets, which stands as it is.
    fn bracket(&mut self, len: usize) {
        self.silence();
        let Some(Escape { close, .. }) = self.scheme.escape else {
            return self.keep(len);
        };
        let text = self.text;
        let mut from = self.at + len;
        let end = loop {
            let rest = &text[from..];
            let index = rest.find([close, '\n']).unwrap_or(rest.len());
            self.output.push_str(&rest[..index]);
            if !rest[index..].starts_with(close) {
                self.fail(DecodeErrorKind::UnclosedBracket);
                break from + index;
            }
            let after = from + index + close.len_utf8();
            if !text[after..].starts_with(close) {
                break after;
            }
            self.output.push(close);
            from = after + close.len_utf8();
        };
        self.may_reorder = true;
        self.before = NONE;
        self.at = end;
    }

    /// Text that is not of the scheme and passes unchanged.
    fn keep(&mut self, len: usize) {
        self.silence();
        let text = self.text;
        self.output.push_str(&text[self.at..self.at + len]);
        self.before = NONE;
        self.at += len;
    }

    /// A character that begins no piece of the scheme.
    fn other(&mut self) {
        let Some(character) = self.text[self.at..].chars().next() else {
            return;
        };
        let len = character.len_utf8();
        let class = devanagari::class(character);
        if let (Waiting::Consonant, Some(Class::Nukta | Class::Matra)) = (self.waiting, class) {
            // A sign that the scheme could not write: a vowel's takes the place of the virama.
            if class == Some(Class::Matra) {
                self.waiting = Waiting::No;
                self.before = NONE;
            }
            self.output.push(character);
            self.at += len;
            self.may_reorder = true;
            return;
        }
        let kind = match character {
            '\u{300}'..='\u{36F}' if !follows_kept(self.text, self.at, self.before) => {
                DecodeErrorKind::StrayMark(character)
            }
            '\0'..='\u{2FF}' | '\u{1E00}'..='\u{1EFF}' if character.is_alphabetic() => {
                DecodeErrorKind::UnknownLetter(character)
            }
            _ => {
                self.may_reorder |= !character.is_ascii();
                return self.keep(len);
            }
        };
        self.fail(kind);
        self.silence();
        self.may_reorder = true;
        match self.options.unknown {
            Unknown::Keep => self.output.push(character),
            Unknown::Drop => {}
            Unknown::Replace(replacement) => self.output.push(replacement),
        }
        self.before = NONE;
        self.at += len;
    }

    fn fail(&mut self, kind: DecodeErrorKind) {
        let offset = self.at;
        self.error.get_or_insert(DecodeError { offset, kind });
    }
}
