//! What the words around a mark tell of the clause: whether it is whole, whether it announces
//! speech or names who spoke, whether it is but a list number.

use crate::devanagari;
use crate::token::neighbor::{BLANK, is_line_break, last_word, tail, word_after};
use crate::token::role::{self, Role};
use crate::token::unit::is_digit;
use crate::token::{Tokens, verb};

use super::DASHES;

/// How many bytes after a closing quote a verb of saying is looked for.
pub(super) const SPEECH_CLAUSE: usize = 160;

/// How many bytes before a mark a verb or an earlier list number is looked for.
pub(super) const CLAUSE: usize = 256;

/// How many bytes a list number and the words before it can have: `प्रश्न सं. 12`.
const LABEL: usize = 96;

/// Whether any word at the end of a clause is a finite verb, and not also a postposition, as `की` is.
pub(super) fn has_verb(clause: &str) -> bool {
    tail(clause, CLAUSE)
        .split(|c: char| c.is_whitespace() || c.is_ascii_punctuation())
        .any(|word| verb::is_finite(word) && !role::has(word, Role::Postposition))
}

/// Whether the clause before an ellipsis is whole, and what follows begins another.
pub(super) fn ends_before_ellipsis(text: &str, mark: usize, next: usize) -> bool {
    let last = last_word(&text[..mark]);
    let introduces = verb::says(last) && text[next..].starts_with(['"', '\'', '“', '‘', '«']);
    let goes_on = word_after(text, next)
        .is_some_and(|word| role::has(word, Role::Continues) || role::has(word, Role::Conjunction));
    verb::is_finite(last) && !introduces && !goes_on
}

/// Whether a postposition follows, which cannot begin a sentence; `पर` can, as "but".
pub(super) fn is_before_postposition(text: &str, mark: usize, next: usize) -> bool {
    word_after(text, next).is_some_and(|word| {
        let roles = role::of(word);
        let is_initial = || text.as_bytes().get(next + word.len()) == Some(&b'.');
        let is_conjunction = || {
            roles.has(Role::Starts)
                && verb::is_finite(last_word(text[..mark].trim_end_matches(BLANK)))
        };
        roles.has(Role::Postposition) && !is_initial() && !is_conjunction()
    })
}

/// Whether what stands before a quote announces speech: `उन्होंने कहा, "`, `नारा था "`.
pub(super) fn introduces_speech(before: &str) -> bool {
    let before = tail(before, CLAUSE).trim_end();
    let last = last_word(before);
    before.ends_with([',', ':'])
        || before.ends_with(DASHES)
        || role::has(last, Role::BeforeQuote)
        || verb::is_finite(last) && !role::has(last, Role::Postposition)
}

/// Whether the clause that begins at `start` ends in a verb of saying, `उन्होंने कहा।`, or goes
/// on from it: `उन्होंने कहा और चले गए।`
pub(super) fn names_speaker(text: &str, start: usize) -> bool {
    let mut end = start;
    let mut last_words = ["", ""];
    let limit = text.len().min(start + SPEECH_CLAUSE);
    for token in Tokens::within(text, start..limit) {
        if text[end..token.range.start].contains(is_line_break) {
            break;
        }
        if token.text.starts_with(ends_clause) {
            break;
        }
        if is_speech(last_words) && (token.text == "," || role::has(token.text, Role::Conjunction))
        {
            return true;
        }
        last_words = [last_words[1], token.text];
        end = token.range.end;
        if end >= limit && limit < text.len() {
            return false;
        }
    }
    is_speech(last_words)
}

/// A verb of saying, after which its auxiliary may stand, `कहा है`, or what makes one of a noun:
/// `जवाब दिया`.
fn is_speech([before, last]: [&str; 2]) -> bool {
    verb::says(last)
        || verb::is_finite(last) && (verb::says(before) || role::has(before, Role::Speech))
}

fn ends_clause(character: char) -> bool {
    matches!(
        character,
        '।' | '॥' | '.' | '…' | '?' | '!' | '|' | '"' | '“' | '‘'
    )
}

/// Whether a full stop after `label`, the beginning of a sentence, follows a list number.
pub(super) fn is_list_number(label: &str) -> bool {
    is_label(label) || continues_list(label)
}

/// Whether this is a list number or letter, and the words for it: `1.2`, `iv`, `प्रश्न सं. 1`.
fn is_label(label: &str) -> bool {
    if label.len() > LABEL {
        return false;
    }
    // A blank may follow a byte order mark.
    let mut item = label.trim_start_matches(BLANK);
    while let Some(word) = word_after(item, 0)
        && role::has(word, Role::BeforeLabel)
    {
        item = item[word.len()..].trim_start_matches([' ', '\u{A0}', '.', '-', '–']);
    }
    // `Q1`
    if let Some(number) = item.strip_prefix(|c: char| c.is_ascii_uppercase())
        && number.starts_with(is_digit)
    {
        item = number;
    }
    let is_short = |part: &str, most: usize| part.chars().nth(most).is_none();
    let is_numeral = |digits: [char; 3]| item.chars().all(|c| digits.contains(&c));
    let is_number = |part: &str| is_short(part, 3) && part.chars().all(is_digit);
    is_short(item, 1)
        || is_short(item, 4) && (is_numeral(['I', 'V', 'X']) || is_numeral(['i', 'v', 'x']))
        || is_short(item, 8) && item.contains(is_digit) && item.split('.').all(is_number)
}

/// Whether this ends in the next number of a list that runs inside a sentence:
/// `सुझाव: 1. पानी पिएं 2`.
fn continues_list(label: &str) -> bool {
    let before = label.trim_end_matches(is_digit);
    let Some(number) = small_number(&label[before.len()..]) else {
        return false;
    };
    let earlier = || {
        let words = tail(before, CLAUSE).split(BLANK);
        words.filter_map(|word| small_number(word.strip_suffix('.')?))
    };
    before.ends_with(BLANK)
        && (before.trim_end_matches(BLANK).ends_with(':')
            || earlier().any(|earlier| earlier + 1 == number))
}

/// The value of a number of one or two digits.
fn small_number(digits: &str) -> Option<u32> {
    let mut value = None;
    for (index, character) in digits.chars().enumerate() {
        let digit = character
            .to_digit(10)
            .or_else(|| devanagari::digit_value(character).map(u32::from))?;
        value = (index < 2).then_some(value.unwrap_or(0) * 10 + digit);
    }
    value
}

/// The first `length` bytes, cut at a character.
pub(super) fn head(text: &str, length: usize) -> &str {
    let mut to = text.len().min(length);
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    &text[..to]
}
