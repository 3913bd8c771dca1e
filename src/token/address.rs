//! Web and e-mail addresses, told by their shape.
//!
//! Every address shows by its first stretch of ASCII that it may be one, and each part is of
//! bounded length up to where the answer is known, so that a failed try costs little.

use std::ops::RangeInclusive;

use super::{TokenKind, unit};

/// The top-level domains that newspapers print without a scheme before the host.
const TOP_LEVEL_DOMAINS: [&str; 31] = [
    "ai", "app", "au", "bd", "biz", "ca", "cn", "co", "com", "de", "dev", "edu", "eu", "fr", "gov",
    "in", "info", "int", "io", "jp", "lk", "me", "net", "news", "np", "org", "pk", "ru", "tv",
    "uk", "us",
];

/// How many bytes they have.
const TOP_LEVEL_DOMAIN: RangeInclusive<usize> = 2..=4;

/// The most labels of a host name before its top-level domain, and the most bytes of a label
/// (RFC 1035, section 2.3.4) and of the name of a mailbox (RFC 5321, section 4.5.3.1.1).
const LABELS: usize = 5;
const LABEL: usize = 63;
const MAILBOX: usize = 64;

/// Whether a run of letters and digits that begins with `first` and stops before `next` can
/// be the beginning of an address.
pub(super) fn may_continue(first: u8, next: u8) -> bool {
    first.is_ascii_alphanumeric() && matches!(next, b'.' | b'@' | b':' | b'-' | b'+' | b'%' | b'_')
}

/// The end and kind of the address at `start`, without the punctuation that closes the sentence;
/// `next` stands after its first letters and digits.
pub(super) fn address_at(text: &str, start: usize, next: u8) -> Option<(usize, TokenKind)> {
    let rest = &text[start..];
    // What closes the sentence may be one cluster with the sign before it.
    let url = |end| {
        let end = start + without_closing_punctuation(rest, end);
        (unit::cluster_end(text, end), TokenKind::Url)
    };
    if let Some(prefix) = prefix_length(rest.as_bytes()) {
        let end = path_end(rest, prefix);
        if end > prefix {
            return Some(url(end));
        }
    }
    let bytes = rest.as_bytes();
    // In `a-a-a-` each letter may begin an address, for all that its own bytes tell.
    let near = &bytes[..bytes.len().min(MAILBOX + 1)];
    if (next == b'@' || has(near, b'@'))
        && let Some(length) = mailbox_length(bytes)
    {
        return Some((start + length, TokenKind::Email));
    }
    if next == b'.' || next == b'-' && has(near, b'.') {
        return host_end(rest).map(url);
    }
    None
}

/// Whether a byte is among these, of which all are looked at together.
fn has(bytes: &[u8], byte: u8) -> bool {
    bytes
        .iter()
        .fold(false, |has, other| has | (*other == byte))
}

/// The bytes of the scheme or of `www.`.
fn prefix_length(bytes: &[u8]) -> Option<usize> {
    if !matches!(bytes.first()?.to_ascii_lowercase(), b'h' | b'f' | b'w') {
        return None;
    }
    let prefixes: [&[u8]; 4] = [b"https://", b"http://", b"ftp://", b"www."];
    let mut found = prefixes.iter().filter(|prefix| {
        let head = bytes.get(..prefix.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(prefix))
    });
    found.next().map(|prefix| prefix.len())
}

/// Where the address ends that has begun before `start`: at white space, a control, a quote, an
/// angle bracket, a danda.
fn path_end(address: &str, start: usize) -> usize {
    let ends = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(
                c,
                '<' | '>'
                    | '"'
                    | '“'
                    | '”'
                    | '‘'
                    | '’'
                    | '«'
                    | '»'
                    | '|'
                    | '`'
                    | '।'
                    | '॥'
                    | '…'
            )
    };
    let rest = &address[start..];
    start + rest.find(ends).unwrap_or(rest.len())
}

/// The bytes of an e-mail address: `name@host.domain`.
fn mailbox_length(bytes: &[u8]) -> Option<usize> {
    let is_part = |byte: &u8| {
        byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'%' | b'+' | b'-')
    };
    let name = run(bytes, MAILBOX + 1, is_part);
    if !bytes.first()?.is_ascii_alphanumeric() || name > MAILBOX || bytes.get(name) != Some(&b'@') {
        return None;
    }
    let mut position = name + 1;
    let mut end = None;
    for _ in 0..LABELS {
        let label = label_length(&bytes[position..]);
        if label == 0 || bytes.get(position + label) != Some(&b'.') {
            break;
        }
        position += label + 1;
        let domain = run(&bytes[position..], 24, u8::is_ascii_alphabetic);
        if domain >= 2 {
            end = Some(position + domain);
        }
    }
    end
}

/// Where a host name ends that stands without a scheme, under a top-level domain that is known,
/// with the path after it.
fn host_end(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let mut position = 0;
    let mut end = None;
    for _ in 0..LABELS {
        let label = label_length(&bytes[position..]);
        if label == 0 || bytes[position] == b'-' || bytes.get(position + label) != Some(&b'.') {
            break;
        }
        position += label + 1;
        let domain = run(&bytes[position..], LABEL, u8::is_ascii_alphanumeric);
        let domain_end = position + domain;
        if TOP_LEVEL_DOMAIN.contains(&domain)
            && TOP_LEVEL_DOMAINS
                .binary_search(&&rest[position..domain_end])
                .is_ok()
            && bytes.get(domain_end) != Some(&b'@')
        {
            end = Some(domain_end);
        }
    }
    let end = end?;
    Some(match bytes.get(end) {
        Some(b'/') => path_end(rest, end),
        _ => end,
    })
}

fn label_length(bytes: &[u8]) -> usize {
    run(bytes, LABEL, |byte| {
        byte.is_ascii_alphanumeric() || *byte == b'-'
    })
}

/// How many of the first bytes, up to a number, are such.
fn run(bytes: &[u8], most: usize, is_such: impl Fn(&u8) -> bool) -> usize {
    let bytes = bytes.iter().take(most);
    bytes.take_while(|byte| is_such(byte)).count()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_domains_are_sorted() {
        assert!(TOP_LEVEL_DOMAINS.is_sorted_by(|domain, next| domain < next));
        assert!(
            TOP_LEVEL_DOMAINS
                .iter()
                .all(|domain| TOP_LEVEL_DOMAIN.contains(&domain.len()))
        );
    }

    fn address(text: &str) -> Option<(usize, TokenKind)> {
        let next = text.bytes().find(|byte| !byte.is_ascii_alphanumeric());
        address_at(text, 0, next.unwrap_or(b' '))
    }

    #[test]
    fn addresses_are_told_by_their_shape() {
        let url = |length| Some((length, TokenKind::Url));
        let email = |length| Some((length, TokenKind::Email));
        for (text, expected) in [
            ("https://example.com/राज्य?q=1, और", url(39)),
            ("HTTP://x", url(8)),
            ("http://", None),
            ("www.example.in।", url(14)),
            ("www.", None),
            ("example.co.in/a(b) में", url(18)),
            ("example.com)", url(11)),
            ("example.info", url(12)),
            ("example.company", None),
            ("example.in-depth", url(10)),
            ("1.example.news.", url(14)),
            ("a.b.c.d.e.f.com", None),
            ("-a.com", None),
            ("naam.upnaam+news@example.co.in.", email(30)),
            ("a@b.c", None),
            ("a@-.in", email(6)),
            ("a@b.co1", email(6)),
            ("a@b@c.com", None),
            ("2.5%", None),
            ("10:30", None),
        ] {
            assert_eq!(address(text), expected, "{text}");
        }
        let long = "a".repeat(MAILBOX);
        assert!(address(&format!("{long}@b.in")).is_some());
        assert!(address(&format!("{long}a@b.in")).is_none());
        let label = "a".repeat(LABEL);
        assert!(address(&format!("{label}.in")).is_some());
        assert!(address(&format!("{label}a.in")).is_none());
    }
}
