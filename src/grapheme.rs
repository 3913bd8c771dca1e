//! Extended grapheme clusters: what a reader calls one letter.
//!
//! The boundaries are those of Unicode Standard Annex #29, section 3, rule GB9c (conjuncts)
//! included, and equal those of the crate `unicode-segmentation` on any text: `क्ष`, `स्त्री` and
//! `र्‍य` are one cluster each. ASCII, Devanagari, the joiners, flags, common marks and the letters
//! of a few other scripts are told apart by their bytes here; a cluster that holds anything else is
//! handed to that crate. Forward, the boundaries in ordinary text are found many at a time.
//!
//! They are what a cursor moves over, what a reader counts as letters, and where a text may be
//! cut to fit:
//!
//! ```
//! use akshar::{grapheme_indices, graphemes};
//!
//! let name = "लक्ष्मी";
//! assert_eq!(graphemes(name).collect::<Vec<_>>(), ["ल", "क्ष्मी"]);
//! assert_eq!((graphemes(name).count(), name.chars().count()), (2, 7));
//!
//! // The first three letters of a text, never half of one.
//! let text = "राष्ट्रीय समाचार";
//! let end = grapheme_indices(text).nth(3).map_or(text.len(), |(offset, _)| offset);
//! assert_eq!(&text[..end], "राष्ट्रीय");
//! ```
//!
//! # Guarantees
//!
//! The clusters come in order, none is empty, and joined they are the text. From the back they
//! are the same as from the front. The iterators borrow the text, allocate nothing, and take
//! time linear in its length.
//!
//! # Limits
//!
//! A cluster is no spoken syllable: `भारत` has two of these and three clusters. Nor is it what
//! a font draws as one piece: consonants joined by a virama are one cluster, also where a font
//! shows the virama.
//!
//! # Cost
//!
//! About 15 instructions for a byte of news, forward. A cluster that holds something else than
//! ASCII, Devanagari and joiners costs what `unicode-segmentation` takes for it, and so does a
//! cluster from the back in what it cannot tell from a few bytes. There is no table to build.

use std::iter::FusedIterator;

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use crate::window::{self, MARGIN, Offsets, begins_code_point, is_within};

/// The extended grapheme clusters of a text, in order.
///
/// Their concatenation is the text. Nothing is allocated.
///
/// ```
/// let clusters: Vec<_> = akshar::graphemes("हिन्दी क्षेत्र").collect();
/// assert_eq!(clusters, ["हि", "न्दी", " ", "क्षे", "त्र"]);
///
/// // Double-ended: the last letter first.
/// assert_eq!(akshar::graphemes("स्त्री").rev().next(), Some("स्त्री"));
/// ```
#[must_use]
pub fn graphemes(text: &str) -> Graphemes<'_> {
    Graphemes {
        indices: grapheme_indices(text),
    }
}

/// The extended grapheme clusters of a text with their byte offsets.
///
/// ```
/// let clusters: Vec<_> = akshar::grapheme_indices("नमस्ते").collect();
/// assert_eq!(clusters, [(0, "न"), (3, "म"), (6, "स्ते")]);
/// ```
#[must_use]
pub fn grapheme_indices(text: &str) -> GraphemeIndices<'_> {
    GraphemeIndices {
        text,
        rest: text,
        front: 0,
        ahead: Offsets::default(),
        back_cursor: None,
    }
}

/// The iterator that [`graphemes`] returns.
///
/// ```
/// let mut clusters = akshar::graphemes("अब");
/// assert_eq!(clusters.next_back(), Some("ब"));
/// assert_eq!(clusters.as_str(), "अ");
/// ```
#[derive(Debug, Clone)]
pub struct Graphemes<'t> {
    indices: GraphemeIndices<'t>,
}

impl<'t> Graphemes<'t> {
    /// The part of the text that has not been yielded.
    ///
    /// ```
    /// let mut clusters = akshar::graphemes("अब");
    /// clusters.next();
    /// assert_eq!(clusters.as_str(), "ब");
    /// ```
    #[must_use]
    pub fn as_str(&self) -> &'t str {
        self.indices.as_str()
    }
}

impl<'t> Iterator for Graphemes<'t> {
    type Item = &'t str;

    #[inline]
    fn next(&mut self) -> Option<&'t str> {
        self.indices.next().map(|(_, cluster)| cluster)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.indices.size_hint()
    }
}

impl DoubleEndedIterator for Graphemes<'_> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.indices.next_back().map(|(_, cluster)| cluster)
    }
}

impl FusedIterator for Graphemes<'_> {}

/// The iterator that [`grapheme_indices`] returns.
///
/// ```
/// let mut clusters = akshar::grapheme_indices("अब");
/// assert_eq!(clusters.next_back(), Some((3, "ब")));
/// assert_eq!(clusters.next(), Some((0, "अ")));
/// assert_eq!(clusters.next(), None);
/// ```
#[derive(Debug, Clone)]
pub struct GraphemeIndices<'t> {
    text: &'t str,
    /// What has not been yielded, and where in the text it begins.
    rest: &'t str,
    front: usize,
    /// The boundaries that have been found and not yet been passed.
    ahead: Offsets,
    /// Kept from one backward step to the next, so that a long run of regional indicators is
    /// counted once.
    back_cursor: Option<GraphemeCursor>,
}

impl<'t> GraphemeIndices<'t> {
    /// The part of the text that has not been yielded.
    ///
    /// ```
    /// let mut clusters = akshar::grapheme_indices("अब");
    /// clusters.next_back();
    /// assert_eq!(clusters.as_str(), "अ");
    /// ```
    #[must_use]
    pub fn as_str(&self) -> &'t str {
        self.rest
    }

    fn previous_boundary(&mut self) -> usize {
        let back = self.front + self.rest.len();
        if let Some(boundary) = boundary_before(self.text.as_bytes(), back) {
            return boundary;
        }
        let cursor = match &mut self.back_cursor {
            Some(cursor) if cursor.cur_cursor() == back => cursor,
            other => other.insert(GraphemeCursor::new(back, self.text.len(), true)),
        };
        let boundary = cursor.prev_boundary(self.text, 0).ok().flatten();
        boundary.unwrap_or(self.front)
    }
}

impl<'t> Iterator for GraphemeIndices<'t> {
    type Item = (usize, &'t str);

    #[inline]
    fn next(&mut self) -> Option<(usize, &'t str)> {
        if self.rest.is_empty() {
            return None;
        }
        let start = self.front;
        if self.ahead.is_empty() {
            self.ahead = boundaries_from(self.text, start);
        }
        self.front = self.ahead.take_first();
        let (cluster, rest) = self.rest.split_at(self.front - start);
        self.rest = rest;
        Some((start, cluster))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let bytes = self.rest.len();
        (usize::from(bytes > 0), Some(bytes))
    }
}

impl DoubleEndedIterator for GraphemeIndices<'_> {
    fn next_back(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let start = self.previous_boundary();
        let (rest, cluster) = self.rest.split_at(start - self.front);
        self.rest = rest;
        Some((start, cluster))
    }
}

impl FusedIterator for GraphemeIndices<'_> {}

/// The boundaries after `start`, which is one, as far as a window tells: at least the first.
#[inline(never)]
fn boundaries_from(text: &str, start: usize) -> Offsets {
    match window::look(text, start, boundaries_within) {
        0 => boundaries_one_by_one(text, start),
        offsets => Offsets::new(start, offsets),
    }
}

/// The same, one cluster after another, as long as there are foreign ones among them.
fn boundaries_one_by_one(text: &str, start: usize) -> Offsets {
    /// How many others are passed before a window is looked at again.
    const FEW: usize = 2;
    let mut found = 0;
    let mut end = start;
    let mut passed = 0;
    let mut reference = None;
    while end < text.len() && passed <= FEW {
        if let Some(boundary) = known_boundary_after(text.as_bytes(), end) {
            passed += 1;
            reference = None;
            end = boundary;
        } else {
            passed = 0;
            let clusters = reference.get_or_insert_with(|| text[end..].graphemes(true));
            end += clusters.next().map_or(text.len() - end, str::len);
        }
        if end - start >= window::LENGTH {
            break;
        }
        found |= 1 << (end - start);
    }
    match found {
        0 => Offsets::new(end, 1),
        found => Offsets::new(start, found),
    }
}

/// The boundaries in a window that begins with one, but for that one, as bits; none from the
/// first code point on that is not sure to follow these simple rules.
///
/// The parts are those of [`DEVANAGARI`].
#[inline(always)]
fn boundaries_within(window: &window::Bytes) -> u64 {
    let [mut boundaries, mut unsure] = window::bits_of_each(|place| {
        let at = MARGIN + place;
        let byte = window[at];
        // Where a code point of U+0900–U+097F begins, its last seven bits and 0x80; else zero.
        let is_devanagari = (byte == 0xE0) & (window[at + 1] | 1 == 0xA5);
        let code = window[at + 2].wrapping_add((window[at + 1] & 1) << 6);
        let code = code & 0_u8.wrapping_sub(u8::from(is_devanagari));
        // The end of the code point before.
        let (second, third) = (window[at - 2], window[at - 1]);
        let after_base = (second == 0xA4) & (is_within(third, 0x95, 0xB9) | (third == 0xBC));
        let after_virama = (second == 0xA5) & (third == 0x8D);
        let is_consonant = is_within(code, 0x95, 0xB9);
        let is_mark = is_within(code, 0x80, 0x83)
            | is_within(code, 0xBA, 0xD7) & (code != 0xBD) & (code != 0xD0)
            | (code & 0xFE == 0xE2);
        let is_nukta_or_virama = (code == 0xBC) | (code == 0xCD);

        let begins = begins_code_point(byte) & !is_mark & !(after_virama & is_consonant);
        // Foreign; CR, for LF may follow; a mark after a control; a conjunct that does not begin
        // with a consonant, or goes on with anything but one.
        let is_unsure = (byte >= 0xC0) & (code == 0)
            | (byte == b'\r')
            | is_mark & (third < 0x80)
            | is_nukta_or_virama & !after_base
            | after_virama & (code != 0) & !is_consonant;
        [begins, is_unsure]
    });
    // A mark, or what follows what seems to be a virama, before which there is a boundary for a
    // reason that lies before the window.
    if boundaries & 1 == 0 {
        return 0;
    }
    while unsure != 0 {
        let place = unsure.trailing_zeros();
        if !never_attaches(&window[MARGIN + place as usize..]) {
            boundaries &= (1 << place) - 1;
            break;
        }
        unsure &= unsure - 1;
    }
    boundaries & !1
}

/// Whether these bytes begin with a dash or a quote (U+2010–U+2027), which begins a cluster.
fn never_attaches(bytes: &[u8]) -> bool {
    matches!(bytes, [0xE2, 0x80, 0x90..=0xA7, ..])
}

/// Whether these bytes begin with a regional indicator, two of which are a flag.
fn is_regional_indicator(bytes: &[u8]) -> bool {
    matches!(bytes, [0xF0, 0x9F, 0x87, 0xA6..=0xBF, ..])
}

/// How a code point takes part in the rules, among those told apart by their bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// An ASCII control: a boundary on either side, but within CR LF.
    Control,
    /// A base that no conjunct continues: ASCII, vowels, digits, dandas.
    Base,
    /// A consonant that can begin or continue a conjunct (`InCB=Consonant`).
    Consonant,
    /// The virama (`InCB=Linker`).
    Linker,
    /// A mark that a conjunct can hold (`InCB=Extend`), ZWJ included.
    Extend,
    /// Any other mark: it attaches and ends a conjunct (ZWNJ, the spacing marks).
    Attach,
    /// Not told apart here.
    Foreign,
}

/// The parts of U+0900–U+097F.
const DEVANAGARI: [Part; 128] = {
    let mut parts = [Part::Base; 128];
    let mut offset = 0;
    while offset < 128 {
        parts[offset] = match 0x0900 + offset {
            0x0903 | 0x093B | 0x093E..=0x0940 | 0x0949..=0x094C | 0x094E | 0x094F => Part::Attach,
            0x0900..=0x0902 | 0x093A | 0x093C | 0x0941..=0x0948 => Part::Extend,
            0x0951..=0x0957 | 0x0962 | 0x0963 => Part::Extend,
            0x094D => Part::Linker,
            0x0915..=0x0939 | 0x0958..=0x095F | 0x0978..=0x097F => Part::Consonant,
            _ => Part::Base,
        };
        offset += 1;
    }
    parts
};

/// The part at `position` and its length in bytes.
#[inline]
fn part_at(bytes: &[u8], position: usize) -> Option<(Part, usize)> {
    Some(match bytes[position..] {
        [] => return None,
        [0xE0, second @ (0xA4 | 0xA5), third, ..] => (
            DEVANAGARI[usize::from(second & 1) << 6 | usize::from(third & 0x3F)],
            3,
        ),
        [byte, ..] if byte < 0x80 => (ascii_part(byte), 1),
        [0xE2, 0x80, 0x8C, ..] => (Part::Attach, 3),
        [0xE2, 0x80, 0x8D, ..] => (Part::Extend, 3),
        // U+00C0–U+02FF, U+0380–U+047F: letters of Latin, Greek and Cyrillic.
        [0xC3..=0xCB | 0xCE..=0xD1, ..] => (Part::Base, 2),
        // U+4000–U+9FFF: ideographs.
        [0xE4..=0xE9, ..] => (Part::Base, 3),
        // U+0300–U+034E, U+0350–U+036F; U+20D0–U+20F0; U+FE00–U+FE0F.
        [0xCC, ..] | [0xCD, 0x80..=0x8E | 0x90..=0xAF, ..] => (Part::Extend, 2),
        [0xE2, 0x83, 0x90..=0xB0, ..] | [0xEF, 0xB8, 0x80..=0x8F, ..] => (Part::Extend, 3),
        _ => (Part::Foreign, 0),
    })
}

/// The part that ends at `end` and its length in bytes.
fn part_before(bytes: &[u8], end: usize) -> Option<(Part, usize)> {
    let length = match bytes[..end] {
        [] => return None,
        [.., byte] if byte < 0x80 => 1,
        [.., 0xE0, 0xA4 | 0xA5, _] | [.., 0xE2, 0x80, 0x8C | 0x8D] => 3,
        _ => return Some((Part::Foreign, 0)),
    };
    part_at(bytes, end - length)
}

fn ascii_part(byte: u8) -> Part {
    if byte < b' ' || byte == 0x7F {
        Part::Control
    } else {
        Part::Base
    }
}

/// The first boundary after `start`, which is a boundary.
pub(crate) fn boundary_after(text: &str, start: usize) -> usize {
    known_boundary_after(text.as_bytes(), start)
        .unwrap_or_else(|| start + text[start..].graphemes(true).next().map_or(0, str::len))
}

/// The same; `None` where it is not told here.
fn known_boundary_after(bytes: &[u8], start: usize) -> Option<usize> {
    let Some((first, length)) = part_at(bytes, start) else {
        return Some(start);
    };
    let mut end = start + length;
    // Whether a consonant here would continue a conjunct: one has begun, and been linked.
    let (mut in_conjunct, mut linked) = match first {
        Part::Foreign if is_regional_indicator(&bytes[start..]) => {
            end += 4;
            if is_regional_indicator(&bytes[end..]) {
                end += 4;
            }
            (false, false)
        }
        Part::Foreign => return None,
        Part::Control => {
            let line_end = bytes[start] == b'\r' && bytes.get(end) == Some(&b'\n');
            return Some(end + usize::from(line_end));
        }
        Part::Consonant => (true, false),
        _ => (false, false),
    };
    while let Some((part, length)) = part_at(bytes, end) {
        match part {
            Part::Extend => {}
            Part::Linker => linked = in_conjunct,
            Part::Attach => (in_conjunct, linked) = (false, false),
            Part::Consonant if linked => linked = false,
            Part::Foreign => {
                let begins_cluster =
                    never_attaches(&bytes[end..]) || is_regional_indicator(&bytes[end..]);
                return begins_cluster.then_some(end);
            }
            Part::Consonant | Part::Base | Part::Control => break,
        }
        end += length;
    }
    Some(end)
}

/// The last boundary before `end`, which is a boundary; `None` where it is not told here.
fn boundary_before(bytes: &[u8], end: usize) -> Option<usize> {
    let mut position = end;
    loop {
        let (part, length) = part_before(bytes, position)?;
        position -= length;
        match part {
            Part::Foreign => return None,
            Part::Control => {
                // A mark after a control stands alone.
                if position + length != end {
                    return Some(position + length);
                }
                let line_end = bytes[position] == b'\n' && bytes[..position].ends_with(b"\r");
                return Some(position - usize::from(line_end));
            }
            Part::Extend | Part::Linker | Part::Attach if position > 0 => {}
            Part::Extend | Part::Linker | Part::Attach => return Some(0),
            Part::Base => return is_known_before(bytes, position).then_some(position),
            Part::Consonant => match linked_consonant_before(bytes, position) {
                Some(consonant) => position = consonant,
                None => return is_known_before(bytes, position).then_some(position),
            },
        }
    }
}

/// Whether the base at `position` begins a cluster: a foreign character before it may be one
/// that takes it in (`Grapheme_Cluster_Break=Prepend`) or hold a conjunct open.
fn is_known_before(bytes: &[u8], position: usize) -> bool {
    let mut before = position;
    while let Some((part, length)) = part_before(bytes, before) {
        match part {
            Part::Foreign => return false,
            Part::Extend | Part::Linker => before -= length,
            _ => return true,
        }
    }
    true
}

/// The end of the consonant that a virama, among other marks, links to the one at `position`.
fn linked_consonant_before(bytes: &[u8], position: usize) -> Option<usize> {
    let mut before = position;
    let mut linked = false;
    while let Some((part, length)) = part_before(bytes, before) {
        match part {
            Part::Linker => linked = true,
            Part::Extend => {}
            Part::Consonant => return linked.then_some(before),
            _ => return None,
        }
        before -= length;
    }
    None
}
