//! Devanagari to Latin: one pass, in which plain text is looked up and the rest is looked at.

use std::borrow::Cow;

use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, is_nfc_quick};

use super::codes::{Code, Codes, code_of, unit_of};
use super::scheme::piece::Piece;
use super::scheme::plain::Plain;
use super::scheme::table::{
    Compiled, Escape, NONE, NUKTA, Unit, VIRAMA, VOWEL_A, WITH_NUKTA, class, code_point, offset,
};
use super::schwa::Speaker;
use super::{Danda, Digits, Options, Schwa, Unknown, follows_kept};
use crate::devanagari::{self, Class};
use crate::normalize;

/// Writes Devanagari text in a Latin scheme; the result is NFC.
pub(super) fn encode(scheme: &Compiled, options: &Options, text: &str) -> String {
    match options.schwa {
        Schwa::Keep => encode_as::<Written>(scheme, options, text),
        Schwa::Delete => encode_as::<Spoken>(scheme, options, text),
    }
}

fn encode_as<S: Schwas>(scheme: &Compiled, options: &Options, text: &str) -> String {
    // Room for all of Hindi; the last piece is written as a whole.
    let room = text.len() + Piece::SIZE * text.len().min(Codes::WINDOW);
    let mut output = String::with_capacity(room);
    let write = |text: &str, is_nfc, output| {
        let mut encoder = Encoder::<S>::new(scheme, options, text, output);
        encoder.is_nfc = is_nfc;
        let end = encoder.run().map_err(|Irregular| encoder.at);
        (encoder.output, end)
    };
    let mut rest = text;
    loop {
        let end;
        (output, end) = write(rest, false, output);
        let Err(irregular) = end else { break };
        // Nothing looks across the end of a line, and so only this line is written anew.
        let (before, after) = rest.split_at(irregular);
        let start = before.rfind('\n').map_or(0, |index| index + 1);
        let end = after
            .find('\n')
            .map_or(rest.len(), |index| irregular + index + 1);
        let (again, _) = write(&rest[start..], false, String::new());
        output.truncate(output.len() - again.len());
        (output, _) = write(&normalize::nfc(&rest[start..end]), true, output);
        rest = &rest[end..];
    }
    if scheme.escape.is_some() {
        // Lossless schemes keep apart whatever NFC would join.
        return output;
    }
    match normalize::nfc(&output) {
        Cow::Borrowed(_) => output,
        Cow::Owned(normalized) => normalized,
    }
}

/// Here is something that NFC may change or move, and the text may not be NFC.
struct Irregular;

struct Encoder<'s, 't, S> {
    scheme: &'s Compiled,
    options: &'s Options,
    plain: &'s Plain,
    text: &'t str,
    is_nfc: bool,
    at: usize,
    /// The unit just written, if nothing has been written since.
    before: Unit,
    /// Whether that is a consonant whose vowel is not yet written.
    waits: bool,
    output: String,
    schwas: S,
}

impl<'s, 't, S: Schwas> Encoder<'s, 't, S> {
    fn new(scheme: &'s Compiled, options: &'s Options, text: &'t str, output: String) -> Self {
        Encoder {
            scheme,
            options,
            plain: scheme.plain(options.digits, options.danda),
            text,
            is_nfc: false,
            at: 0,
            before: NONE,
            waits: false,
            output,
            schwas: S::default(),
        }
    }

    fn run(&mut self) -> Result<(), Irregular> {
        let mut codes = Codes::new();
        while self.at < self.text.len() {
            if self.at >= codes.end() {
                codes.read(self.text, self.at);
                self.output.reserve(Piece::SIZE * (codes.end() - self.at));
            }
            self.run_plain(&codes);
            if self.at < codes.end() {
                self.look_closer()?;
            }
        }
        self.write_inherent();
        Ok(())
    }

    /// Goes as far in the window as text is plain. Nearly all the time is spent here.
    fn run_plain(&mut self, codes: &Codes) {
        let plain = self.plain;
        let mut output = std::mem::take(&mut self.output);
        let start = codes.start();
        let (codes, next) = codes.window();
        let first = self.code_before();
        let mut before = first;
        let mut at = self.at - start;
        while let (Some(&code), Some(&after)) = (codes.get(at), next.get(at)) {
            before = self.schwas.before(before, code, self.text, start + at);
            if !plain.piece(before, code).write(&mut output) {
                break;
            }
            self.schwas.pass(before, code);
            before = code;
            at = after as usize;
        }
        self.output = output;
        if before != first || self.at < start + at {
            self.at = start + at;
            self.stand_after(before);
        }
    }

    /// The code that stands for what was written last.
    fn code_before(&self) -> Code {
        match self.before {
            NONE => b' ',
            unit if self.waits || class(unit) != Class::Consonant => code_of(unit),
            _ => code_of(VIRAMA),
        }
    }

    /// Remembers what was written last, from its code.
    fn stand_after(&mut self, code: Code) {
        let unit = unit_of(code).unwrap_or(NONE);
        self.waits = false;
        self.before = match class(unit) {
            Class::Consonant => {
                self.waits = true;
                unit
            }
            Class::Virama => self.consonant_before(),
            Class::Digit if self.options.digits == Digits::Keep => NONE,
            Class::Danda if self.options.danda == Danda::Keep => NONE,
            _ => unit,
        };
    }

    /// The consonant that the text so far ends in, with its nukta, before any virama.
    fn consonant_before(&self) -> Unit {
        let unit_before = |at: usize| at.checked_sub(3).and_then(|at| self.unit_at(at));
        let mut at = self.at;
        if unit_before(at) == Some(VIRAMA) {
            at -= 3;
        }
        match unit_before(at) {
            Some(NUKTA) => {
                let unit = unit_before(at - 3).unwrap_or(NONE);
                match self.scheme.text(unit | WITH_NUKTA) {
                    Some(_) => unit | WITH_NUKTA,
                    None => unit,
                }
            }
            unit => unit.unwrap_or(NONE),
        }
    }

    /// Writes the inherent vowel, or nothing, for a consonant that nothing takes it from.
    fn write_inherent(&mut self) {
        if !std::mem::take(&mut self.waits) || !self.schwas.take_next() {
            return;
        }
        self.output
            .push_str(self.scheme.text(VOWEL_A).unwrap_or_default());
        self.before = VOWEL_A;
    }

    /// Writes what is not plain, or not here.
    #[inline(never)]
    fn look_closer(&mut self) -> Result<(), Irregular> {
        let unit = self.unit_at(self.at);
        match unit.map(class) {
            Some(Class::Matra | Class::Virama) => {}
            Some(Class::Nukta) if self.nukta_fits() => {
                self.nukta();
                return Ok(());
            }
            _ => self.write_inherent(),
        }
        match unit {
            Some(unit) => self.devanagari(unit),
            None => match self.text.as_bytes()[self.at] {
                byte if byte.is_ascii() => self.ascii(byte),
                _ => self.other(),
            },
        }
    }

    fn regular_only_if_nfc(&self) -> Result<(), Irregular> {
        if self.is_nfc { Ok(()) } else { Err(Irregular) }
    }

    fn unit_at(&self, at: usize) -> Option<Unit> {
        match self.text.as_bytes().get(at..at + 3) {
            Some([0xE0, middle @ (0xA4 | 0xA5), last]) => Some((middle & 1) << 6 | (last & 0x3F)),
            _ => None,
        }
    }

    /// A Devanagari code point that asks for more care.
    fn devanagari(&mut self, unit: Unit) -> Result<(), Irregular> {
        match class(unit) {
            Class::Consonant => self.consonant(unit),
            Class::Anusvara if self.labial_follows() => {
                self.output.push('m');
                self.pass(unit);
            }
            Class::Matra => self.sign(unit),
            Class::Virama => {
                if !self.waits && self.scheme.escape.is_none() {
                    self.regular_only_if_nfc()?;
                }
                self.sign(unit);
            }
            Class::Nukta => {
                self.regular_only_if_nfc()?;
                self.letter(unit);
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

    /// A consonant that may be misread after what stands before it, or is written as it sounds.
    fn consonant(&mut self, consonant: Unit) {
        let scheme = self.scheme;
        let mut unit = consonant;
        let mut next = self.at + 3;
        let takes_nukta = scheme.text(unit | WITH_NUKTA).is_some() && !is_precomposed(unit);
        if self.unit_at(next) == Some(NUKTA) && takes_nukta {
            unit |= WITH_NUKTA;
            next += 3;
        }
        let Some(text) = scheme.text(unit) else {
            return self.unknown(consonant);
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
        self.before = unit;
        self.waits = true;
        self.at = next;
    }

    /// Whether a nukta here belongs to the consonant just written, which does not have it yet.
    fn nukta_fits(&self) -> bool {
        self.waits && self.unit_at(self.at - 3) == Some(self.before) && !is_precomposed(self.before)
    }

    fn nukta(&mut self) {
        let scheme = self.scheme;
        let consonant = scheme.text(self.before).unwrap_or_default();
        match scheme.text(self.before | WITH_NUKTA) {
            Some(text) => {
                self.output.truncate(self.output.len() - consonant.len());
                self.output.push_str(text);
                self.before |= WITH_NUKTA;
            }
            None => self.write_unknown(NUKTA),
        }
        self.at += 3;
    }

    /// A letter or sign that stands by itself.
    fn letter(&mut self, unit: Unit) {
        let scheme = self.scheme;
        let Some(text) = scheme.text(unit) else {
            return self.unknown(unit);
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

    /// A vowel sign or virama; where there is no consonant that it belongs to, it needs a carrier.
    fn sign(&mut self, unit: Unit) {
        let text = match class(unit) {
            Class::Virama => Some(""),
            _ => self.scheme.text(unit),
        };
        match (text, self.scheme.escape) {
            (Some(text), _) if self.waits => self.output.push_str(text),
            (_, Some(escape)) => {
                self.output.push(escape.carrier);
                self.output.push_str(text.unwrap_or_default());
            }
            _ => return self.unknown(unit),
        }
        self.pass(unit);
        self.waits = false;
    }

    /// A code point that the scheme has nothing for.
    fn unknown(&mut self, unit: Unit) {
        self.write_unknown(unit);
        self.waits = false;
        self.before = NONE;
        self.at += 3;
    }

    fn write_unknown(&mut self, unit: Unit) {
        match self.options.unknown {
            Unknown::Keep => self.output.push(code_point(unit)),
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

    fn ascii(&mut self, byte: u8) -> Result<(), Irregular> {
        let character = char::from(byte);
        let foreign = self.is_foreign(character)
            || self.quote_is_avagraha(character)
            || (byte == b':' && self.colon_separates());
        if let (true, Some(escape)) = (foreign, self.scheme.escape) {
            return self.escape(escape);
        }
        self.output.push(character);
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
            '\0'..='\x7F' => self.plain.foreign >> (character as u32) & 1 == 1,
            '\u{80}'..='\u{2FF}' => character.is_alphabetic() || matches!(character, '˚' | '˙'),
            '\u{1E00}'..='\u{1EFF}' => true,
            _ => self.scheme.escape.is_some_and(|escape| {
                [escape.open, escape.close, escape.carrier].contains(&character)
            }),
        }
    }

    /// Brackets the text from here to the last character before the next Devanagari one, or
    /// the line's end, that cannot stand free.
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

/// Which inherent schwas are written.
trait Schwas: Default {
    /// What a code stands after, if `before` was written last: a consonant whose schwa is not
    /// written before the code counts as one that has lost it.
    fn before(&mut self, before: Code, code: Code, text: &str, at: usize) -> Code;

    /// A code has been written, with the schwa before it.
    fn pass(&mut self, before: Code, code: Code);

    /// Whether the next schwa is written; it counts as passed.
    fn take_next(&mut self) -> bool;
}

/// All of them.
#[derive(Default)]
struct Written;

impl Schwas for Written {
    #[inline(always)]
    fn before(&mut self, before: Code, _: Code, _: &str, _: usize) -> Code {
        before
    }

    #[inline(always)]
    fn pass(&mut self, _: Code, _: Code) {}

    fn take_next(&mut self) -> bool {
        true
    }
}

/// Those that are spoken.
#[derive(Default)]
struct Spoken {
    speaker: Speaker,
    /// For each schwa of the word being written, whether it is spoken.
    spoken: Vec<bool>,
    next: usize,
    /// Where the word ends.
    end: usize,
}

impl Spoken {
    /// Reads the word that begins at a byte offset.
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
}

impl Schwas for Spoken {
    fn before(&mut self, before: Code, code: Code, text: &str, at: usize) -> Code {
        if leaves_schwa(before, code) && self.spoken.get(self.next) == Some(&false) {
            self.next += 1;
            return code_of(VIRAMA);
        }
        let is_word_part = unit_of(code).is_some_and(|unit| class(unit).is_word_part());
        if is_word_part && at >= self.end {
            self.read(text, at);
        }
        before
    }

    fn pass(&mut self, before: Code, code: Code) {
        self.next += usize::from(leaves_schwa(before, code));
    }

    fn take_next(&mut self) -> bool {
        let spoken = self.spoken.get(self.next).copied();
        self.next += 1;
        spoken.unwrap_or(true)
    }
}

/// Whether a code comes after a consonant and leaves it its schwa.
fn leaves_schwa(before: Code, code: Code) -> bool {
    let class_of = |code| unit_of(code).map(class);
    class_of(before) == Some(Class::Consonant)
        && !matches!(
            class_of(code),
            Some(Class::Matra | Class::Virama | Class::Nukta)
        )
}
