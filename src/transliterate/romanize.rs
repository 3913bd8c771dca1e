//! Everyday romanization: what Hindi readers type.

/// Writes Hindi in everyday Latin letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Romanizer {
    title_case: bool,
    slug: bool,
}

impl Romanizer {
    /// Lower case, punctuation kept.
    #[must_use]
    pub const fn new() -> Self {
        Romanizer {
            title_case: false,
            slug: false,
        }
    }

    /// Whether words are capitalized as in a title, and spelled-out initials are capitals.
    #[must_use]
    pub const fn title_case(mut self, on: bool) -> Self {
        self.title_case = on;
        self
    }

    /// Whether the output is for a web address: `a` to `z`, digits and hyphens.
    #[must_use]
    pub const fn slug(mut self, on: bool) -> Self {
        self.slug = on;
        self
    }

    /// Romanizes a text.
    #[must_use]
    pub fn romanize(&self, text: &str) -> String {
        text.to_owned()
    }
}

/// Romanizes a text in lower case.
#[must_use]
pub fn romanize(text: &str) -> String {
    Romanizer::new().romanize(text)
}
