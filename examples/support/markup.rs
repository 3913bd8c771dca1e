//! Text inside of HTML and SVG.

use std::fmt::{self, Display, Formatter, Write};

/// A text that stays text in markup, between tags and in a quoted attribute.
///
/// What would steer the page instead of being read, and what XML forbids, is shown as `�`:
/// control characters and the embeddings, overrides and isolates of bidirectional text.
pub struct Escaped<'t>(pub &'t str);

impl Display for Escaped<'_> {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|character| match character {
            '&' => formatter.write_str("&amp;"),
            '<' => formatter.write_str("&lt;"),
            '>' => formatter.write_str("&gt;"),
            '"' => formatter.write_str("&quot;"),
            '\'' => formatter.write_str("&#39;"),
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FFFE}' | '\u{FFFF}' => {
                formatter.write_char(char::REPLACEMENT_CHARACTER)
            }
            _ if character.is_control() => formatter.write_char(if character.is_whitespace() {
                ' '
            } else {
                char::REPLACEMENT_CHARACTER
            }),
            _ => formatter.write_char(character),
        })
    }
}
