//! Repairs: what a careful editor would mend in the way a text was typed.

use once_cell::sync::Lazy;
use unicode_normalization::char::canonical_combining_class;

use super::rewrite::{Record, Rewriter};
use crate::devanagari::{self, Class, NUKTA, VIRAMA};
use crate::table;
use crate::word_table::WordTable;

const ZWNJ: char = '\u{200C}';
const ZWJ: char = '\u{200D}';

/// Whether a character shows nothing by itself.
pub(super) fn is_invisible(character: char) -> bool {
    is_single_invisible(character)
        || matches!(character, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// The same but for the marks that open and close a direction, which belong together.
fn is_single_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{AD}'
            | '\u{34F}'
            | '\u{61C}'
            | '\u{200B}'..='\u{200F}'
            | '\u{2060}'..='\u{2064}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
    )
}

/// Removes all invisible characters.
pub(super) fn remove_invisibles<R: Record>(text: &str) -> Option<(String, R)> {
    let mut rewriter = Rewriter::of(text);
    for (offset, invisible) in text.match_indices(is_invisible) {
        rewriter.replace(offset..offset + invisible.len(), "");
    }
    rewriter.finish()
}

/// Removes the invisible characters between ASCII, Devanagari and punctuation, but for the joiner
/// that gives a conjunct another shape.
pub(super) fn remove_stray_invisibles<R: Record>(text: &str) -> Option<(String, R)> {
    let mut rewriter = Rewriter::of(text);
    let mut position = 0;
    while let Some(found) = text[position..].find(is_single_invisible) {
        let start = position + found;
        let (before, from_here) = text.split_at(start);
        let after = from_here.trim_start_matches(is_single_invisible);
        position = text.len() - after.len();
        let next = after.chars().next();
        let are_stray = is_unaffected(before.chars().next_back())
            && is_unaffected(next)
            && !is_emoji(before, from_here);
        if !are_stray {
            continue;
        }
        let is_joined = next
            .and_then(devanagari::class)
            .is_some_and(|class| class.is_word_part() && class != Class::AbbreviationSign);
        let kept = match from_here.chars().next() {
            Some(ZWJ) if ends_in_virama(before) => ZWJ.len_utf8(),
            Some(ZWNJ) if ends_in_virama(before) && is_joined => ZWNJ.len_utf8(),
            _ => 0,
        };
        if start + kept < position {
            rewriter.replace(start + kept..position, "");
        }
    }
    rewriter.finish()
}

/// Whether an invisible character beside this one changes nothing, the joiners aside: Latin,
/// Devanagari, white space and punctuation. No fold makes one of these of anything else.
fn is_unaffected(neighbor: Option<char>) -> bool {
    neighbor.is_none_or(|neighbor| {
        matches!(
            neighbor,
            '\0'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' | '\u{2000}'..='\u{206F}' | '\u{2212}'
        ) || devanagari::contains(neighbor)
            || neighbor.is_whitespace()
    })
}

/// Whether a digit or sign becomes an emoji, or is kept from it, by what follows.
fn is_emoji(before: &str, after: &str) -> bool {
    after.starts_with(['\u{FE0E}', '\u{FE0F}'])
        && before.ends_with(|last| matches!(last, '0'..='9' | '#' | '*' | '©' | '®' | '‼' | '⁉'))
}

/// Whether a virama stands at the end, whatever NFC may place around it.
fn ends_in_virama(text: &str) -> bool {
    text.chars()
        .rev()
        .take_while(|mark| {
            matches!(
                devanagari::class(*mark),
                Some(Class::Virama | Class::Nukta | Class::Accent)
            )
        })
        .any(|mark| mark == VIRAMA)
}

/// Puts the marks after a letter in order, and joins the parts of a vowel.
pub(super) fn mend_marks<R: Record>(text: &str, order: bool, join: bool) -> Option<(String, R)> {
    let mut rewriter = Rewriter::of(text);
    let mut start = 0;
    while let Some(letter) = text[start..].chars().next() {
        let marks = &text[start + letter.len_utf8()..];
        let after = marks.trim_start_matches(|mark| rank(mark).is_some());
        let end = text.len() - after.len();
        // NFC would move a nukta across a mark of a higher class, such as a virama or an accent.
        let order = order && canonical_combining_class(letter) <= canonical_combining_class(NUKTA);
        let is_broken = marks[..marks.len() - after.len()]
            .chars()
            .try_fold(letter, |last, mark| {
                let is_disordered = order && rank(last) > rank(mark);
                let is_apart = join && joined(last, mark).is_some();
                (!is_disordered && !is_apart).then_some(mark)
            })
            .is_none();
        if is_broken {
            let mended = mended(&text[start..end], order, join);
            let pairs = text[start..end].chars().zip(mended.chars());
            let same = pairs.take_while(|(before, after)| before == after);
            let length: usize = same.map(|(before, _)| before.len_utf8()).sum();
            rewriter.replace(start + length..end, &mended[length..]);
        }
        start = end;
    }
    rewriter.finish()
}

/// A letter with its marks in order, and with the parts of a vowel joined.
fn mended(letter_and_marks: &str, order: bool, join: bool) -> String {
    let mut characters: Vec<char> = letter_and_marks.chars().collect();
    if order {
        characters.sort_by_key(|mark| rank(*mark));
    }
    let mut mended = String::with_capacity(letter_and_marks.len());
    for mut mark in characters {
        // What two parts make may be a part itself.
        while join
            && let Some(whole) = mended
                .chars()
                .next_back()
                .and_then(|last| joined(last, mark))
        {
            mended.pop();
            mark = whole;
        }
        mended.push(mark);
    }
    mended
}

/// The place of a mark among those of a letter. The virama and accents count as letters: nothing
/// is moved across them.
fn rank(character: char) -> Option<u8> {
    match devanagari::class(character)? {
        Class::Nukta => Some(0),
        Class::Matra => Some(1),
        Class::Anusvara | Class::Chandrabindu | Class::Visarga => Some(2),
        _ => None,
    }
}

/// The vowel that two code points make to the eye, which has one of its own.
fn joined(part: char, mark: char) -> Option<char> {
    Some(match (part, mark) {
        ('अ' | 'आ', 'ा') => 'आ',
        ('अ', 'ॅ') => 'ॲ',
        ('अ', 'ॉ') | ('आ', 'ॅ') => 'ऑ',
        ('अ', 'ॊ') | ('आ', 'ॆ') => 'ऒ',
        ('अ', 'ो') | ('आ', 'े') => 'ओ',
        ('अ', 'ौ') | ('आ', 'ै') => 'औ',
        ('ए', 'ॅ') => 'ऍ',
        ('ए', 'े') => 'ऐ',
        ('ा', 'ॅ') | ('ॅ', 'ा') => 'ॉ',
        ('ा', 'ॆ') | ('ॆ', 'ा') => 'ॊ',
        ('ा', 'े') | ('े', 'ा') => 'ो',
        ('ा', 'ै') | ('ै', 'ा') => 'ौ',
        _ => return None,
    })
}

/// Writes what looks like a danda at the end of a sentence as one.
pub(super) fn write_dandas<R: Record>(text: &str) -> Option<(String, R)> {
    let mut rewriter = Rewriter::of(text);
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        // That is a row of a table.
        let is_row = line.trim_start().starts_with('|');
        let mut position = 0;
        while !is_row && let Some(found) = line[position..].find(is_stroke) {
            let (before, from_here) = line.split_at(position + found);
            let after = from_here.trim_start_matches(is_stroke);
            position = line.len() - after.len();
            if let Some(danda) =
                danda_for(before, &from_here[..from_here.len() - after.len()], after)
            {
                rewriter.replace(offset + before.len()..offset + position, danda);
            }
        }
        offset += line.len();
    }
    rewriter.finish()
}

/// The danda for the strokes between two parts of a line, where they are meant for one.
fn danda_for(before: &str, strokes: &str, after: &str) -> Option<&'static str> {
    let danda = match strokes {
        "।" | "॥" => return None,
        "।।" => return Some("॥"),
        "||" => "॥",
        _ if strokes.chars().nth(1).is_some() => return None,
        _ if strokes.starts_with(is_double_stroke) => "॥",
        _ => "।",
    };
    ends_sentence(before, after).then_some(danda)
}

/// Whether a stroke between these ends a sentence: it follows a Devanagari word, after a space
/// only where the line ends, and a space or the end of the line or of a quotation follows.
fn ends_sentence(before: &str, after: &str) -> bool {
    let is_line_end = after.is_empty() || after.starts_with(['\n', '\r']);
    let word = match before.strip_suffix(' ') {
        Some(word) if is_line_end => word,
        _ => before,
    };
    let word = word.trim_end_matches(is_closing);
    word.ends_with(devanagari::contains)
        && (is_line_end || after.starts_with(|next: char| next.is_whitespace() || is_closing(next)))
}

fn is_closing(character: char) -> bool {
    matches!(character, '"' | '\'' | '”' | '’' | '»' | ')' | ']')
}

/// Whether a character is a danda, or looks like one.
fn is_stroke(character: char) -> bool {
    is_double_stroke(character) || matches!(character, '।' | '|' | '¦' | 'ǀ')
}

fn is_double_stroke(character: char) -> bool {
    matches!(character, '॥' | 'ǁ')
}

/// Whether there may be a sign for a danda or visarga that only what stands around it can tell
/// from others: one that [`is_stroke`], or a colon after Devanagari.
pub(super) fn may_be_sign(text: &str) -> bool {
    // The first bytes of `ǀ`, `ǁ` and `¦`, and of little else in Hindi.
    let begins_stroke = |byte: u8| matches!(byte, b'|' | 0xC2 | 0xC7);
    let is_sign = |before: u8, byte: u8| begins_stroke(byte) | (byte == b':') & !before.is_ascii();
    let Some((first, rest)) = text.as_bytes().split_first() else {
        return false;
    };
    // Asked of many bytes at once.
    let pairs = text.as_bytes().chunks(SIGNS).zip(rest.chunks(SIGNS));
    begins_stroke(*first)
        || pairs.into_iter().any(|(before, bytes)| {
            let pairs = before.iter().zip(bytes);
            pairs.fold(false, |any, (before, byte)| any | is_sign(*before, *byte))
        })
}

/// How many bytes [`may_be_sign`] looks at at once.
const SIGNS: usize = 64;

/// Writes the colon in a word of `data/visarga-words.tsv` as a visarga, or leaves it out.
pub(super) fn write_visargas<R: Record>(text: &str, visarga: &'static str) -> Option<(String, R)> {
    let mut rewriter = Rewriter::of(text);
    for (offset, colon) in text.match_indices(':') {
        let end = offset + colon.len();
        if is_visarga(&text[..offset], &text[end..]) {
            rewriter.replace(offset..end, visarga);
        }
    }
    rewriter.finish()
}

fn is_visarga(before: &str, after: &str) -> bool {
    let mut letters = before.char_indices().rev();
    let letters = letters
        .by_ref()
        .take_while(|(_, letter)| devanagari::class(*letter).is_some_and(Class::is_word_part));
    // The letter before the longest word would be one too many.
    let Some((start, _)) = letters.take(LONGEST + 1).last() else {
        return false;
    };
    let is_whole = !before[..start].ends_with(char::is_alphanumeric);
    let Some(places) = VISARGA_WORDS.get(&before[start..]) else {
        return false;
    };
    let next = after.chars().next();
    let goes_on = next.is_some_and(|next| next.is_alphanumeric() || matches!(next, ':' | '/'));
    let stands_inside = matches!(next, Some('क' | 'ख' | 'प' | 'फ' | 'श'..='स'));
    is_whole && (places.end && !goes_on || places.inside && stands_inside)
}

/// Where the visarga of a word stands.
#[derive(Debug, Default)]
struct Places {
    end: bool,
    inside: bool,
}

/// The most code points that stand before a visarga in the table, and some.
const LONGEST: usize = 20;

static VISARGA_WORDS: Lazy<WordTable<Places>> = Lazy::new(|| {
    let mut words = WordTable::new();
    for [word, place] in table::rows(include_str!("../../data/visarga-words.tsv")) {
        let places: &mut Places = words.or_insert(word, Places::default());
        match place {
            "end" => places.end = true,
            _ => places.inside = true,
        }
    }
    words
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_of_a_known_place_and_short_enough() {
        let rows = table::rows(include_str!("../../data/visarga-words.tsv"));
        let mut count = 0;
        for [word, place] in rows {
            assert!(matches!(place, "end" | "inside"), "{word}: {place}");
            assert!(word.chars().count() <= LONGEST, "{word}");
            count += 1;
        }
        let table = include_str!("../../data/visarga-words.tsv");
        assert_eq!(
            count,
            table.lines().filter(|line| !line.starts_with('#')).count()
        );
    }
}
