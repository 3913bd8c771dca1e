//! What is recognized by its pattern: web and e-mail addresses, emoji, classes of signs.

use once_cell::sync::Lazy;
use regex::Regex;

use super::{TokenKind, scan};

/// A web address with its scheme or `www.`, up to white space, a quote, an angle bracket or a
/// danda. The bounded repetitions keep a failed match short.
static WEB_ADDRESS: Lazy<Option<Regex>> =
    Lazy::new(|| compile(r#"^(?i:https?://|ftp://|www\.)[^\s\p{Z}\p{Cc}<>"“”‘’«»|`।॥…]+"#));

/// A host name without a scheme, under a top-level domain that newspapers print, and its path.
static HOST: Lazy<Option<Regex>> = Lazy::new(|| {
    compile(concat!(
        r"^(?:[A-Za-z0-9][A-Za-z0-9-]{0,62}\.){1,5}",
        r"(?:com|org|net|in|gov|edu|info|io|tv|news|int|biz|co|me|app|dev|ai|uk|us|au|ca|pk|np|lk|bd|eu|de|fr|ru|cn|jp)",
        r#"(?:/[^\s\p{Z}\p{Cc}<>"“”‘’«»|`।॥…]*)?"#,
    ))
});

static EMAIL: Lazy<Option<Regex>> = Lazy::new(|| {
    compile(concat!(
        r"^[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@",
        r"(?:[A-Za-z0-9-]{1,63}\.){1,5}[A-Za-z]{2,24}",
    ))
});

static PUNCTUATION: Lazy<Option<Regex>> = Lazy::new(|| compile(r"^\p{P}"));

static PICTOGRAPH: Lazy<Option<Regex>> = Lazy::new(|| compile(r"^\p{Extended_Pictographic}"));

/// The patterns are constants, and the unit test below compiles each.
fn compile(pattern: &str) -> Option<Regex> {
    Regex::new(pattern).ok()
}

fn match_end(pattern: &Option<Regex>, text: &str) -> Option<usize> {
    Some(pattern.as_ref()?.find(text)?.end())
}

/// Whether a run of letters and digits that begins with `first` and stops before `next` can
/// be the beginning of an address.
pub(super) fn may_continue_address(first: u8, next: u8) -> bool {
    first.is_ascii_alphanumeric() && matches!(next, b'.' | b'@' | b':' | b'-' | b'+' | b'%' | b'_')
}

/// The end and kind of the address at `start`, without the punctuation that closes the sentence.
pub(super) fn address_at(text: &str, start: usize) -> Option<(usize, TokenKind)> {
    let rest = &text[start..];
    // What closes the sentence may be one cluster with the sign before it.
    let url = |end| {
        let end = start + without_closing_punctuation(rest, end);
        (scan::cluster_end(text, end), TokenKind::Url)
    };
    if let Some(end) = match_end(&WEB_ADDRESS, rest) {
        return Some(url(end));
    }
    if let Some(end) = match_end(&EMAIL, rest) {
        return Some((start + end, TokenKind::Email));
    }
    let end = match_end(&HOST, rest)?;
    let glued = rest[end..]
        .chars()
        .next()
        .is_some_and(|c| c.is_ascii_alphanumeric() || c == '@');
    (!glued).then(|| url(end))
}

/// Leaves out a sentence's punctuation and a bracket that was not opened inside the address.
fn without_closing_punctuation(address: &str, mut end: usize) -> usize {
    let opened = address[..end].matches('(').count();
    let mut closed = address[..end].matches(')').count();
    while let Some(last) = address[..end].chars().next_back() {
        match last {
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | ']' | '}' | '*' => {}
            ')' if closed > opened => closed -= 1,
            _ => break,
        }
        end -= last.len_utf8();
    }
    end
}

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
        '\u{2600}'..='\u{27BF}' | '\u{1F000}'..='\u{1FBFF}' => {
            match_end(&PICTOGRAPH, cluster).is_some()
        }
        // The rest (©, ™, ↔ …) are emoji only where U+FE0F asks for it.
        _ => characters.next() == Some('\u{FE0F}') && match_end(&PICTOGRAPH, cluster).is_some(),
    }
}

/// Whether a character outside ASCII and the dandas has the general category of punctuation.
pub(super) fn is_punctuation(character: char) -> bool {
    match character {
        '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{2043}' => true,
        _ => match_end(&PUNCTUATION, character.encode_utf8(&mut [0; 4])).is_some(),
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
    fn every_pattern_compiles() {
        for pattern in [&WEB_ADDRESS, &HOST, &EMAIL, &PUNCTUATION, &PICTOGRAPH] {
            assert!(pattern.is_some());
        }
    }
}
