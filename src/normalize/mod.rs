//! Normalization: Unicode NFC, and the spelling folds that search needs.
//!
//! [`nfc`] is exactly Unicode Normalization Form C (UAX #15). In Devanagari three letters
//! compose with the nukta (`ऩ` U+0929, `ऱ` U+0931, `ऴ` U+0934), and the eight precomposed nukta
//! letters U+0958–U+095F decompose, because they are composition exclusions.
//!
//! The [`Folder`] goes further and lets different spellings of one word meet. Store and compare
//! text as NFC; fold both the text and the query to search.
//!
//! ```
//! use akshar::{Folder, nfc};
//!
//! let (text, query) = ("उसे हिन्दी ज़रूर आती है।", "हिंदी जरूर");
//! assert_eq!(nfc(text), text); // NFC changes no spelling
//!
//! let search = Folder::search();
//! let folded = search.fold_with_offsets(text);
//! let query = search.fold(query);
//! let start = folded.text.find(&*query).unwrap();
//! let found = folded.source_range(start..start + query.len());
//! assert_eq!(&text[found], "हिन्दी ज़रूर");
//! ```
//!
//! # Guarantees
//!
//! Both borrow where nothing changes. The output of both is NFC, and doing it again changes
//! nothing. Time is linear in the length of the text.
//!
//! [`Folder::display`] chooses no spelling and only mends what was mistyped.
//!
//! # Limits
//!
//! Folding lets different words meet too, where a dot or a moon tells them apart (`राज़` secret
//! and `राज` rule): switch off the folds whose words must stay apart. So do an English
//! and a Hindi word that a candra vowel tells apart (`बॉल` ball and `बाल` hair).
//!
//! Spellings stay apart that no rule could bring together without doing so to other words, or
//! that would have to be listed: doubled consonants (`महत्त्व` and `महत्व`), vowels of different
//! length (`भाइयों` and `भाईयों`), `न्` before `स` (`इन्सान` and `इंसान`), a nasal before a nasal
//! (`संन्यास` and `सन्यास`), `छह` and `छः`. The folds know no words, and so no inflection: `लड़का`
//! and `लड़के` stay two, which [`stem`](crate::stem()) brings together.
//!
//! # Cost
//!
//! [`nfc`] and [`is_nfc`] take about 4 instructions for a byte of text that is NFC, less than
//! `str::from_utf8` does. Text that is not is copied once, with the changed stretches written anew.
//! Folding takes some ten times as long, since it asks more of every letter. Each allocates one
//! string where something changes, and a [`Folded`] a list of the changes besides.

mod fold;
mod repair;
mod rewrite;

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::char::{canonical_combining_class, compose, decompose_canonical};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

pub(crate) use fold::Clues;
pub use fold::{Folded, Folder};
use rewrite::{Record, Rewriter};

/// Normalizes to NFC; borrows when the text already is NFC.
///
/// The result equals that of the crate `unicode-normalization` on any text.
///
/// ```
/// use std::borrow::Cow;
///
/// // The precomposed ज़ (U+095B) becomes ज and nukta.
/// assert_eq!(akshar::nfc("\u{095B}रा"), "\u{091C}\u{093C}रा");
/// // न and nukta become ऩ (U+0929).
/// assert_eq!(akshar::nfc("\u{0928}\u{093C}"), "\u{0929}");
/// assert!(matches!(akshar::nfc("हिन्दी"), Cow::Borrowed(_)));
/// ```
#[must_use]
pub fn nfc(text: &str) -> Cow<'_, str> {
    match rewrite_nfc(text) {
        Some((normalized, ())) => Cow::Owned(normalized),
        None => Cow::Borrowed(text),
    }
}

/// NFC with the record of what came from where; `None` where the text already is NFC.
fn rewrite_nfc<R: Record>(text: &str) -> Option<(String, R)> {
    let mut rewriter = Rewriter::of(text);
    for change in Changes::of(text) {
        rewriter.replace(change.range, &change.text);
    }
    rewriter.finish()
}

/// Whether the text is NFC.
///
/// ```
/// assert!(akshar::is_nfc("हिन्दी"));
/// assert!(!akshar::is_nfc("\u{0915}\u{094D}\u{093C}")); // the nukta comes before the virama
/// ```
#[must_use]
pub fn is_nfc(text: &str) -> bool {
    Changes::of(text).next().is_none()
}

/// A stretch of a text that NFC changes, and what it becomes.
struct Change {
    range: Range<usize>,
    text: Cow<'static, str>,
}

/// The stretches that NFC changes, in order.
///
/// A text is normalized alike in parts when each part begins with a stable starter (UAX #15,
/// section 9): combining class zero, and `NFC_Quick_Check=Yes`. So only the short stretches
/// around a suspicious code point are looked at closely, and those that are not one letter with
/// its nukta are handed to the reference.
struct Changes<'t> {
    text: &'t str,
    position: usize,
}

impl<'t> Changes<'t> {
    fn of(text: &'t str) -> Self {
        Changes { text, position: 0 }
    }

    fn stable_starter_before(&self, suspect: usize) -> usize {
        let before = &self.text[self.position..suspect];
        let starter = before
            .char_indices()
            .rev()
            .find(|(_, c)| is_stable_starter(*c));
        self.position + starter.map_or(0, |(offset, _)| offset)
    }

    fn stable_starter_after(&self, suspect: usize) -> usize {
        let mut after = self.text[suspect..].char_indices().skip(1);
        let starter = after.find(|(_, c)| is_stable_starter(*c));
        starter.map_or(self.text.len(), |(offset, _)| suspect + offset)
    }
}

impl Iterator for Changes<'_> {
    type Item = Change;

    fn next(&mut self) -> Option<Change> {
        loop {
            let suspect = first_suspect(self.text, self.position)?;
            let end = self.stable_starter_after(suspect);
            let change = nukta_letter(self.text, suspect..end)
                .or_else(|| accented_letter(self.text, suspect..end))
                .or_else(|| normalized(self.text, self.stable_starter_before(suspect)..end));
            self.position = end;
            if change.is_some() {
                return change;
            }
        }
    }
}

/// What becomes of a stretch, without the characters at its beginning that stay; most stretches
/// stay whole, and then nothing is allocated.
fn normalized(text: &str, stretch: Range<usize>) -> Option<Change> {
    let source = &text[stretch.clone()];
    let (same, after) = match with_sorted_marks(source) {
        Some(Cow::Borrowed(_)) => return None,
        Some(Cow::Owned(mut sorted)) => {
            let pairs = source.chars().zip(sorted.chars());
            let same = pairs.take_while(|(before, after)| before == after);
            let same = same.map(|(before, _)| before.len_utf8()).sum();
            (same, sorted.split_off(same))
        }
        None => reference_change(source)?,
    };
    Some(Change {
        range: stretch.start + same..stretch.end,
        text: Cow::Owned(after),
    })
}

/// How many bytes at the beginning stay, and what the reference makes of the rest.
fn reference_change(source: &str) -> Option<(usize, String)> {
    let mut before = source.char_indices();
    let mut after = source.nfc();
    loop {
        let (same, character) = before.next()?;
        let first = after.next();
        if first != Some(character) {
            return Some((same, first.into_iter().chain(after).collect()));
        }
    }
}

/// A letter with its marks in order, where none of them composes with it or comes apart. There
/// may be any number of marks, which the reference would hold and sort all at once.
fn with_sorted_marks(letter_and_marks: &str) -> Option<Cow<'_, str>> {
    let mut characters = letter_and_marks.chars();
    let first = characters.next()?;
    let mut comes_apart = false;
    decompose_canonical(first, |part| comes_apart |= part != first);
    let (mut last, mut are_sorted) = (canonical_combining_class(first), true);
    let stay = characters.all(|mark| {
        let class = canonical_combining_class(mark);
        are_sorted &= last <= class;
        last = class;
        class > 0
            && compose(first, mark).is_none()
            && is_nfc_quick(std::iter::once(mark)) != IsNormalized::No
    });
    if comes_apart || !stay {
        return None;
    }
    if are_sorted {
        return Some(Cow::Borrowed(letter_and_marks));
    }
    let mut by_class: Vec<(u8, String)> = Vec::new();
    for character in letter_and_marks.chars() {
        let class = canonical_combining_class(character);
        match by_class.iter_mut().find(|(other, _)| *other == class) {
            Some((_, same)) => same.push(character),
            None => by_class.push((class, character.to_string())),
        }
    }
    by_class.sort_by_key(|(class, _)| *class);
    Some(by_class.into_iter().map(|(_, same)| same).collect())
}

/// What becomes of an ASCII letter with a mark up to a stable starter, if they compose.
fn accented_letter(text: &str, stretch: Range<usize>) -> Option<Change> {
    let base = *text.as_bytes()[..stretch.start].last()?;
    let mut marks = text[stretch.clone()].chars();
    let (mark, None) = (marks.next()?, marks.next()) else {
        return None;
    };
    // Not those that are themselves changed.
    let may_compose =
        base.is_ascii_alphabetic() && is_nfc_quick(std::iter::once(mark)) == IsNormalized::Maybe;
    let letter = may_compose.then(|| compose(char::from(base), mark))??;
    Some(Change {
        range: stretch.start - 1..stretch.end,
        text: Cow::Owned(letter.to_string()),
    })
}

/// What becomes of the stretch up to a stable starter if it is one of U+0958–U+095F alone, or the
/// nukta alone after the base of U+0929, U+0931 or U+0934.
fn nukta_letter(text: &str, stretch: Range<usize>) -> Option<Change> {
    let (before, bytes) = text.as_bytes()[..stretch.end].split_at(stretch.start);
    let (base_length, letter) = match (before, bytes) {
        (_, [0xE0, 0xA5, 0x98]) => (0, "\u{915}\u{93C}"),
        (_, [0xE0, 0xA5, 0x99]) => (0, "\u{916}\u{93C}"),
        (_, [0xE0, 0xA5, 0x9A]) => (0, "\u{917}\u{93C}"),
        (_, [0xE0, 0xA5, 0x9B]) => (0, "\u{91C}\u{93C}"),
        (_, [0xE0, 0xA5, 0x9C]) => (0, "\u{921}\u{93C}"),
        (_, [0xE0, 0xA5, 0x9D]) => (0, "\u{922}\u{93C}"),
        (_, [0xE0, 0xA5, 0x9E]) => (0, "\u{92B}\u{93C}"),
        (_, [0xE0, 0xA5, 0x9F]) => (0, "\u{92F}\u{93C}"),
        ([.., 0xE0, 0xA4, 0xA8], [0xE0, 0xA4, 0xBC]) => (3, "\u{929}"),
        ([.., 0xE0, 0xA4, 0xB0], [0xE0, 0xA4, 0xBC]) => (3, "\u{931}"),
        ([.., 0xE0, 0xA4, 0xB3], [0xE0, 0xA4, 0xBC]) => (3, "\u{934}"),
        _ => return None,
    };
    Some(Change {
        range: stretch.start - base_length..stretch.end,
        text: Cow::Borrowed(letter),
    })
}

/// The first code point at or after `position` that NFC may change or move.
fn first_suspect(text: &str, mut position: usize) -> Option<usize> {
    loop {
        position = skip_plain_windows(text, position);
        let window_end = text.len().min(position + WINDOW);
        while position < window_end {
            match plain_length(text, position) {
                Some(length) => position += length,
                None => return Some(position),
            }
        }
        if position == text.len() {
            return None;
        }
    }
}

/// The length of the code point at `position`, unless NFC may change or move it.
fn plain_length(text: &str, position: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    match bytes[position..] {
        [byte, ..] if byte.is_ascii() => Some(1),
        // A nukta stays after a consonant with which it does not compose.
        [0xE0, 0xA4, 0xBC, ..] => match bytes[..position] {
            [.., 0xE0, 0xA4, 0xA8 | 0xB0 | 0xB3] => None,
            [.., 0xE0, 0xA4, 0x95..=0xB9] => Some(3),
            _ => None,
        },
        // The Vedic accents have combining classes above that of the virama.
        [0xE0, 0xA5, 0x91..=0x94 | 0x98..=0x9F, ..] => None,
        [0xE0, 0xA4 | 0xA5, ..] => Some(3),
        // Letters of Latin schemes.
        [0xC2..=0xCB, ..] => Some(2),
        [0xE1, 0xB8..=0xBB, ..] => Some(3),
        // Joiners, dashes, quotes, the ellipsis; the signs of currencies.
        [0xE2, 0x80, 0x82..=0xBF, ..] | [0xE2, 0x82, ..] => Some(3),
        _ => {
            let character = text[position..].chars().next()?;
            is_stable_starter(character).then(|| character.len_utf8())
        }
    }
}

/// How many bytes [`is_plain`] answers for at once.
const WINDOW: usize = 64;
/// How many bytes before those it sees: a nukta is judged with the letter before it.
const CONTEXT: usize = 3;

/// Skips windows in which [`plain_length`] would find nothing. Ends at a boundary between code
/// points.
fn skip_plain_windows(text: &str, mut position: usize) -> usize {
    let bytes = text.as_bytes();
    let Some(mut before) = position.checked_sub(CONTEXT) else {
        return position;
    };
    while let Some(window) = bytes[before..].first_chunk()
        && is_plain(window)
    {
        before += WINDOW;
    }
    position = before + CONTEXT;
    while !text.is_char_boundary(position) {
        position -= 1;
    }
    position
}

/// Whether [`plain_length`] stops at none of the code points that end after the context.
///
/// It may say no where that is so, but for what is common in Hindi. The tests are few and
/// without branches, so that the compiler makes each of them on many bytes at once.
fn is_plain(window: &[u8; CONTEXT + WINDOW]) -> bool {
    let is_within = |byte: u8, first: u8, last: u8| byte.wrapping_sub(first) <= last - first;
    let mut suspicious = false;
    for end in CONTEXT..window.len() {
        let (letter, before, byte) = (window[end - 3], window[end - 1], window[end]);
        // Of the first bytes from 0xCC (U+0300) on, 0xE0 and 0xE2 may be plain.
        suspicious |= (byte >= 0xCC) & (byte | 0x02 != 0xE2);
        // Any but U+0900–097F after the one, any but U+2000–203F and U+2080–20BF after the other.
        suspicious |= (before == 0xE0) & (byte & 0xFE != 0xA4);
        suspicious |= (before == 0xE2) & (byte & 0xFD != 0x80);
        // U+2000 and U+2001, which are the same as U+2002 and U+2003.
        suspicious |= (before == 0x80) & (byte & 0xFE == 0x80);
        // U+0951–095F.
        suspicious |= (before == 0xA5) & is_within(byte, 0x91, 0x9F);
        // A nukta, unless after one of U+0915–0927 or after U+092B, or what ends in the same
        // byte, all of which are starters that do not compose with it.
        suspicious |= (byte == 0xBC) & !(is_within(letter, 0x95, 0xA7) | (letter == 0xAB));
    }
    !suspicious
}

/// Whether what comes before never composes with this code point or moves past it.
fn is_stable_starter(character: char) -> bool {
    match character {
        '\0'..='\u{2FF}' => true,
        '\u{93C}' | '\u{94D}' | '\u{951}'..='\u{954}' | '\u{958}'..='\u{95F}' => false,
        '\u{900}'..='\u{97F}' => true,
        _ => {
            canonical_combining_class(character) == 0
                && is_nfc_quick(std::iter::once(character)) == IsNormalized::Yes
        }
    }
}
