//! Devanagari to Latin: one pass, one syllable at a time.

use std::borrow::Cow;

use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, is_nfc_quick};

use super::scheme::table::{
    COLUMNS, Compiled, Escape, INHERENT, NONE, NUKTA, SILENT, Step, Unit, VOWEL, VOWEL_A,
    WITH_NUKTA, class, column_of, offset,
};
use super::schwa::Speaker;
use super::{Danda, Digits, Options, Schwa, Unknown, follows_kept};
use crate::devanagari::{self, Class};
use crate::normalize;

/// Writes Devanagari text in a Latin scheme; the result is NFC.
pub(super) fn encode(scheme: &Compiled, options: &Options, text: &str) -> String {
    match options.schwa {
        Schwa::Keep => encode_as::<false>(scheme, options, text),
        Schwa::Delete => encode_as::<true>(scheme, options, text),
    }
}

fn encode_as<const SPOKEN: bool>(scheme: &Compiled, options: &Options, text: &str) -> String {
    let mut encoder = Encoder::<SPOKEN>::new(scheme, options, text);
    let joins = matches!(options.unknown, Unknown::Replace(c) if !is_regular(c));
    if encoder.run().is_ok() && !joins {
        return encoder.output;
    }
    // Something that NFC may change or move: from here on the text must be known to be NFC.
    let text = normalize::nfc(text);
    if let Cow::Owned(normalized) = &text {
        encoder = Encoder::new(scheme, options, normalized);
    }
    encoder.is_nfc = true;
    let _ = encoder.run();
    if scheme.escape.is_some() {
        // Lossless schemes keep apart whatever NFC would join.
        return encoder.output;
    }
    normalize::nfc(&encoder.output).into_owned()
}

/// The text may not be NFC.
struct Irregular;

struct Encoder<'s, 't, const SPOKEN: bool> {
    scheme: &'s Compiled,
    options: &'s Options,
    /// ASCII that cannot be copied without a look at what stands around it.
    special: u128,
    /// ASCII that would be read as something else.
    foreign: u128,
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
    /// The unit just written, if nothing has been written since.
    before: Unit,
    is_nfc: bool,
    output: String,
    word: SpokenWord,
}

impl<'s, 't, const SPOKEN: bool> Encoder<'s, 't, SPOKEN> {
    fn new(scheme: &'s Compiled, options: &'s Options, text: &'t str) -> Self {
        let mut foreign = 0;
        let mut special = 0;
        if scheme.escape.is_some() {
            foreign = scheme.ascii_letters;
            if options.digits == Digits::Convert {
                foreign |= scheme.ascii_digits;
            }
            if options.danda == Danda::Convert {
                foreign |= scheme.ascii_dandas;
            }
            special = foreign | 1 << b':' | 1 << b'\'';
        }
        Encoder {
            scheme,
            options,
            special,
            foreign,
            text,
            bytes: text.as_bytes(),
            at: 0,
            before: NONE,
            is_nfc: false,
            output: String::with_capacity(text.len()),
            word: SpokenWord::default(),
        }
    }

    fn run(&mut self) -> Result<(), Irregular> {
        loop {
            self.run_plain();
            match self.bytes.get(self.at) {
                None => return Ok(()),
                Some(byte) if byte.is_ascii() => self.special_ascii(*byte)?,
                Some(_) => match self.unit_at(self.at) {
                    Some(unit) => self.devanagari(unit)?,
                    None => self.other()?,
                },
            }
        }
    }

    /// Goes as far as there are but letters with their signs, none of which clash, and plain
    /// ASCII. Nearly all the time is spent here.
    fn run_plain(&mut self) {
        let (scheme, bytes, special) = (self.scheme, self.bytes, self.special);
        let mut output = std::mem::take(&mut self.output);
        let mut at = self.at;
        let mut before = Before::unit(self.before);
        while let Some(byte) = bytes.get(at) {
            let Some(unit) = unit_at(bytes, at) else {
                if !byte.is_ascii() || special >> byte & 1 == 1 {
                    break;
                }
                output.push(*byte as char);
                before = Before::unit(NONE);
                at += 1;
                continue;
            };
            if SPOKEN && at >= self.word.end {
                self.word.read(self.text, at);
            }
            let written = match scheme.steps[unit as usize] {
                Step::Consonant => self.syllable(&mut output, at, unit),
                Step::Letter => {
                    if scheme.is_guarded(unit) && scheme.clashes(before.last(), unit) {
                        break;
                    }
                    let Some(piece) = scheme.piece(unit) else {
                        break;
                    };
                    piece.write(&mut output);
                    Some((at + 3, Before::unit(unit)))
                }
                Step::Other => self.guarded_syllable(&mut output, at, unit, before),
            };
            let Some(next) = written else { break };
            (at, before) = next;
        }
        self.before = before.last();
        (self.at, self.output) = (at, output);
    }

    /// Writes a consonant with its nukta and its vowel, and says where it ends; `None` if it
    /// must be put together.
    ///
    /// Where it ends is decided by jumps, which the processor can guess, and not by looking up
    /// how long it is, for which it must wait.
    #[inline(always)]
    fn syllable(&mut self, output: &mut String, at: usize, unit: Unit) -> Option<(usize, Before)> {
        let (scheme, bytes) = (self.scheme, self.bytes);
        let (mut unit, mut next) = (unit, at + 3);
        let mut sign = unit_at(bytes, next);
        if sign == Some(NUKTA) && !is_precomposed(unit) {
            unit |= WITH_NUKTA;
            next += 3;
            sign = unit_at(bytes, next);
        }
        let column = sign.map_or(INHERENT, column_of);
        if column == INHERENT {
            let piece = scheme.syllable(unit, INHERENT)?;
            if SPOKEN && !self.word.next_is_spoken() {
                scheme.syllable(unit, SILENT).unwrap_or(piece).write(output);
                return Some((next, Before::unit(unit)));
            }
            piece.write(output);
            Some((next, Before::syllable(unit, INHERENT)))
        } else {
            scheme.syllable(unit, column)?.write(output);
            Some((next + 3, Before::syllable(unit, column)))
        }
    }

    /// The same for a consonant that clashes with some others; `None` if it does here. It is
    /// kept out of the way of the rest.
    #[inline(never)]
    fn guarded_syllable(
        &mut self,
        output: &mut String,
        at: usize,
        unit: Unit,
        before: Before,
    ) -> Option<(usize, Before)> {
        let last = before.last();
        let clashes = |unit| self.scheme.clashes(last, unit);
        let guarded = class(unit) == Class::Consonant && self.scheme.is_guarded(unit);
        if !guarded || clashes(unit) || clashes(unit | WITH_NUKTA) {
            return None;
        }
        self.syllable(output, at, unit)
    }

    fn unit_at(&self, at: usize) -> Option<Unit> {
        unit_at(self.bytes, at)
    }

    /// A Devanagari code point that asks for more care.
    fn devanagari(&mut self, unit: Unit) -> Result<(), Irregular> {
        match class(unit) {
            Class::Consonant => self.consonant(unit),
            Class::Anusvara if self.labial_follows() => {
                self.output.push('m');
                self.pass(unit);
            }
            Class::Matra => self.sign_without_letter(unit),
            Class::Virama => {
                if self.scheme.escape.is_none() {
                    self.regular_only_if_nfc()?;
                }
                self.sign_without_letter(unit);
            }
            Class::Nukta => {
                self.regular_only_if_nfc()?;
                self.letter(NUKTA);
            }
            Class::Accent => {
                self.regular_only_if_nfc()?;
                if let (true, false, Some(escape)) = (
                    self.scheme.needs_base[unit as usize],
                    self.scheme.holds_mark[self.before as usize],
                    self.scheme.escape,
                ) {
                    self.output.push(escape.carrier);
                }
                self.letter(unit);
            }
            Class::Avagraha => {
                let plain = self.before != NONE && self.letter_stands_at(self.at + 3);
                if self.scheme.escape.is_some() && !plain {
                    self.output.push_str(self.scheme.separator);
                }
                self.letter(unit);
            }
            Class::Digit if self.options.digits == Digits::Keep => self.keep(),
            Class::Danda if self.options.danda == Danda::Keep => self.keep(),
            _ => self.letter(unit),
        }
        Ok(())
    }

    /// A consonant that has no piece for its whole syllable: its parts one by one.
    #[cold]
    fn consonant(&mut self, consonant: Unit) {
        let scheme = self.scheme;
        let mut unit = consonant;
        let mut next = self.at + 3;
        if self.unit_at(next) == Some(NUKTA) && scheme.text(unit | WITH_NUKTA).is_some() {
            unit |= WITH_NUKTA;
            next += 3;
        }
        let Some(text) = scheme.text(unit) else {
            return self.unknown();
        };
        if scheme.clashes(self.before, unit) {
            self.output.push_str(scheme.separator);
        }
        if scheme.spoken && self.text[self.at..].starts_with("ज्ञ") {
            self.output.push_str("gy");
            next += 6;
        } else {
            self.output.push_str(text);
        }
        if self.unit_at(next) == Some(NUKTA) && !is_precomposed(consonant) && next == self.at + 3 {
            self.write_unknown("\u{93C}");
            next += 3;
        }
        self.before = unit;
        match self
            .unit_at(next)
            .map(|sign| (class(sign), scheme.text(sign)))
        {
            Some((Class::Matra, Some(vowel))) => {
                self.output.push_str(vowel);
                self.before = self.unit_at(next).unwrap_or(NONE);
                next += 3;
            }
            // A sign that is kept as it is takes the place of the vowel.
            Some((Class::Matra, None)) => {}
            Some((Class::Virama, _)) => next += 3,
            _ if SPOKEN && !self.word.next_is_spoken() => {}
            _ => {
                self.output
                    .push_str(scheme.text(VOWEL_A).unwrap_or_default());
                self.before = VOWEL_A;
            }
        }
        self.at = next;
    }

    /// A letter or sign that stands by itself.
    fn letter(&mut self, unit: Unit) {
        let scheme = self.scheme;
        let Some(text) = scheme.text(unit) else {
            return self.unknown();
        };
        if scheme.clashes(self.before, unit) {
            self.output.push_str(scheme.separator);
        }
        self.output.push_str(text);
        self.pass(unit);
    }

    fn pass(&mut self, unit: Unit) {
        self.before = unit;
        self.at += 3;
    }

    /// A vowel sign or virama with no consonant to stand on.
    #[cold]
    fn sign_without_letter(&mut self, unit: Unit) {
        let Some(escape) = self.scheme.escape else {
            return self.unknown();
        };
        self.output.push(escape.carrier);
        if class(unit) == Class::Matra {
            self.output
                .push_str(self.scheme.text(unit).unwrap_or_default());
        }
        self.pass(unit);
    }

    /// A code point that the scheme has nothing for.
    #[cold]
    fn unknown(&mut self) {
        let text = self.text;
        self.write_unknown(&text[self.at..self.at + 3]);
        self.before = NONE;
        self.at += 3;
    }

    fn write_unknown(&mut self, text: &str) {
        match self.options.unknown {
            Unknown::Keep => self.output.push_str(text),
            Unknown::Drop => {}
            Unknown::Replace(replacement) => self.output.push(replacement),
        }
    }

    /// A Devanagari code point that is kept.
    fn keep(&mut self) {
        self.output.push_str(&self.text[self.at..self.at + 3]);
        self.before = NONE;
        self.at += 3;
    }

    fn regular_only_if_nfc(&self) -> Result<(), Irregular> {
        if self.is_nfc { Ok(()) } else { Err(Irregular) }
    }

    fn letter_stands_at(&self, at: usize) -> bool {
        let class = self.unit_at(at).map(class);
        matches!(class, Some(Class::Consonant | Class::IndependentVowel))
    }

    fn labial_follows(&self) -> bool {
        if !self.scheme.spoken {
            return false;
        }
        let labials = [offset('प'), offset('फ'), offset('ब'), offset('भ')];
        self.unit_at(self.at + 3)
            .is_some_and(|unit| labials.contains(&unit))
    }

    #[cold]
    fn special_ascii(&mut self, byte: u8) -> Result<(), Irregular> {
        let foreign = match byte {
            b':' => self.colon_separates(),
            b'\'' => self.foreign >> byte & 1 == 1 || self.quote_is_avagraha('\''),
            _ => true,
        };
        if let (true, Some(escape)) = (foreign, self.scheme.escape) {
            return self.escape(escape);
        }
        self.output.push(byte as char);
        self.before = NONE;
        self.at += 1;
        Ok(())
    }

    /// Whether a colon here would be read as a separator.
    fn colon_separates(&self) -> bool {
        let next = self.at + 1;
        if self.quote_stands_at(next) {
            return true;
        }
        let Some(mut unit) = self.unit_at(next) else {
            return false;
        };
        match class(unit) {
            Class::Matra | Class::Virama | Class::Nukta | Class::Accent | Class::Avagraha => false,
            Class::Digit if self.options.digits == Digits::Keep => false,
            Class::Danda if self.options.danda == Danda::Keep => false,
            _ => {
                if class(unit) == Class::Consonant && self.unit_at(next + 3) == Some(NUKTA) {
                    unit |= WITH_NUKTA;
                }
                self.before != NONE && self.scheme.clashes(self.before, unit)
            }
        }
    }

    /// Whether the quotation mark that writes the avagraha stands at a byte offset.
    fn quote_stands_at(&self, at: usize) -> bool {
        let quote = self.scheme.quote;
        quote.is_some_and(|quote| self.text[at..].starts_with(quote))
    }

    /// Whether a quotation mark here would be read as an avagraha.
    fn quote_is_avagraha(&self, quote: char) -> bool {
        self.scheme.quote == Some(quote)
            && self.before != NONE
            && self.letter_stands_at(self.at + quote.len_utf8())
    }

    /// A character beyond ASCII that is not Devanagari.
    #[cold]
    fn other(&mut self) -> Result<(), Irregular> {
        let Some(character) = self.text[self.at..].chars().next() else {
            return Ok(());
        };
        if !is_regular(character) {
            self.regular_only_if_nfc()?;
        }
        if let Some(escape) = self.scheme.escape {
            let foreign = self.is_foreign(character)
                || self.quote_is_avagraha(character)
                || (!is_regular(character) && !follows_kept(self.text, self.at, self.before));
            if foreign {
                return self.escape(escape);
            }
        }
        let end = self.at + character.len_utf8();
        self.output.push_str(&self.text[self.at..end]);
        self.before = NONE;
        self.at = end;
        Ok(())
    }

    /// Whether the character would be read as something else wherever it stands, or belongs
    /// to a Latin word.
    fn is_foreign(&self, character: char) -> bool {
        match character {
            '\0'..='\x7F' => self.foreign >> (character as u32) & 1 == 1,
            '\u{80}'..='\u{2FF}' => character.is_alphabetic() || matches!(character, '˚' | '˙'),
            '\u{1E00}'..='\u{1EFF}' => true,
            _ => self.scheme.escape.is_some_and(|escape| {
                [escape.open, escape.close, escape.carrier].contains(&character)
            }),
        }
    }

    /// Brackets the text from here to the last character before the next Devanagari one, or
    /// the line's end, that cannot stand free.
    #[cold]
    fn escape(&mut self, escape: Escape) -> Result<(), Irregular> {
        let start = self.at;
        let (mut last, mut end) = (start, start);
        for (index, character) in self.text[start..].char_indices() {
            if character == '\n' || devanagari::contains(character) {
                break;
            }
            if !is_regular(character) {
                self.regular_only_if_nfc()?;
            }
            end = start + index + character.len_utf8();
            let bound = index == 0
                || self.is_foreign(character)
                || (character == ':' && self.quote_stands_at(end))
                || !is_regular(character);
            if bound {
                last = end;
            }
        }
        self.output.push(escape.open);
        for character in self.text[start..last].chars() {
            self.output.push(character);
            if character == escape.close {
                self.output.push(character);
            }
        }
        self.output.push(escape.close);
        self.output.push_str(&self.text[last..end]);
        self.before = NONE;
        self.at = end;
        Ok(())
    }
}

/// What was written last, of which only a few letters ask: a consonant with what stands in a
/// column, in one word.
#[derive(Clone, Copy)]
struct Before(u32);

impl Before {
    #[inline(always)]
    fn unit(unit: Unit) -> Self {
        Before::syllable(unit, SILENT)
    }

    #[inline(always)]
    fn syllable(consonant: Unit, column: usize) -> Self {
        Before((consonant as u32) << 8 | column as u32)
    }

    fn last(self) -> Unit {
        match self.0 as usize % COLUMNS {
            SILENT => (self.0 >> 8) as Unit,
            column => VOWEL[column],
        }
    }
}

/// The Devanagari code point that stands at a byte offset.
#[inline(always)]
fn unit_at(bytes: &[u8], at: usize) -> Option<Unit> {
    match bytes.get(at..at + 3) {
        Some([0xE0, middle @ (0xA4 | 0xA5), last]) => Some((middle & 1) << 6 | (last & 0x3F)),
        _ => None,
    }
}

/// Whether the code point is a letter and its nukta in one.
fn is_precomposed(unit: Unit) -> bool {
    matches!(unit, 0x58..=0x5F)
}

/// Whether NFC neither changes the character nor joins it to what stands before it.
fn is_regular(character: char) -> bool {
    match character {
        '\0'..='\u{2FF}' | '\u{200B}'..='\u{2027}' => true,
        '\u{300}'..='\u{36F}' => false,
        _ => {
            canonical_combining_class(character) == 0
                && is_nfc_quick(std::iter::once(character)) == IsNormalized::Yes
        }
    }
}

/// The word being written, with what is spoken of it.
#[derive(Default)]
struct SpokenWord {
    end: usize,
    speaker: Speaker,
    /// For each inherent schwa of the word, whether it is spoken.
    spoken: Vec<bool>,
    next: usize,
}

impl SpokenWord {
    /// Reads the word that begins at a byte offset.
    #[cold]
    fn read(&mut self, text: &str, at: usize) {
        let is_part = |c: char| match devanagari::class(c) {
            Some(class) => class.is_word_part(),
            None => matches!(c, '\u{200C}' | '\u{200D}'),
        };
        let rest = &text[at..];
        let word = &rest[..rest.find(|c| !is_part(c)).unwrap_or(rest.len())];
        self.end = at + word.len();
        self.next = 0;
        self.speaker.read(word);
        self.spoken.clear();
        self.spoken.extend(self.speaker.spoken_schwas());
    }

    fn next_is_spoken(&mut self) -> bool {
        let spoken = self.spoken.get(self.next).copied().unwrap_or(true);
        self.next += 1;
        spoken
    }
}
