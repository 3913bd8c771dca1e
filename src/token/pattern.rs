//! Classes of signs outside ASCII and Devanagari: emoji, punctuation, quotes and brackets.

use once_cell::sync::Lazy;
use regex_syntax::hir::{Class, HirKind};

/// The characters of a class of Unicode, as ranges in order.
struct Characters(Vec<(char, char)>);

impl Characters {
    /// The class that a pattern such as `\p{P}` names. The patterns are constants, and the unit
    /// test below reads each.
    fn of(pattern: &str) -> Self {
        let parsed = regex_syntax::parse(pattern);
        let ranges = match parsed.as_ref().map(|parsed| parsed.kind()) {
            Ok(HirKind::Class(Class::Unicode(class))) => class.ranges(),
            _ => &[],
        };
        let ranges = ranges.iter().map(|range| (range.start(), range.end()));
        Characters(ranges.collect())
    }

    fn contain(&self, character: char) -> bool {
        let after = self.0.partition_point(|(first, _)| *first <= character);
        after > 0 && character <= self.0[after - 1].1
    }
}

static PUNCTUATION: Lazy<Characters> = Lazy::new(|| Characters::of(r"\p{P}"));

/// [`char::is_alphabetic`] may go a long way through a list, but knows the latest letters.
static LETTERS: Lazy<Characters> = Lazy::new(|| Characters::of(r"\p{Alphabetic}"));

static PICTOGRAPHS: Lazy<Characters> = Lazy::new(|| Characters::of(r"\p{Extended_Pictographic}"));

/// Whether a grapheme cluster is an emoji, an emoji sequence or a flag (UTS #51).
pub(crate) fn is_emoji(cluster: &str) -> bool {
    let mut characters = cluster.chars();
    let Some(first) = characters.next() else {
        return false;
    };
    match first {
        // Regional indicators, the pictographic planes, and the signs shown as emoji by default
        // or in every newspaper's typeface.
        '\u{1F1E6}'..='\u{1F1FF}' => true,
        '\u{2600}'..='\u{27BF}' | '\u{1F000}'..='\u{1FBFF}' => PICTOGRAPHS.contain(first),
        // The rest (©, ™, ↔ …) are emoji only where U+FE0F asks for it.
        _ => characters.next() == Some('\u{FE0F}') && PICTOGRAPHS.contain(first),
    }
}

/// Whether a character outside ASCII and the dandas has the general category of punctuation.
pub(super) fn is_punctuation(character: char) -> bool {
    match character {
        '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{2043}' => true,
        _ => PUNCTUATION.contain(character),
    }
}

/// The same as [`char::is_alphabetic`].
pub(super) fn is_alphabetic(character: char) -> bool {
    match character {
        'a'..='z' | 'A'..='Z' => true,
        '\0'..='\x7F' => false,
        _ => LETTERS.contain(character) || character.is_alphabetic(),
    }
}

/// Quotes and brackets, each of which is a token of its own.
pub(super) fn is_quote_or_bracket(character: char) -> bool {
    matches!(
        character,
        '“' | '”'
            | '‘'
            | '’'
            | '„'
            | '‚'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '⟨'
            | '⟩'
            | '【'
            | '】'
            | '「'
            | '」'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_classes_hold_what_they_should() {
        for mark in ['!', '₋', '।', '॰', '،', '、', '—', '〽', '𑁇'] {
            let is_mark = !matches!(mark, '₋');
            assert_eq!(PUNCTUATION.contain(mark), is_mark, "{mark}");
        }
        for sign in ['₹', 'क', '१', '+', ' ', '\u{10FFFF}', '\0'] {
            assert!(!PUNCTUATION.contain(sign), "{sign}");
        }
        for (sign, is_pictograph) in [
            ('😀', true),
            ('©', true),
            ('☎', true),
            ('क', false),
            ('1', false),
        ] {
            assert_eq!(PICTOGRAPHS.contain(sign), is_pictograph, "{sign}");
        }
    }
}
