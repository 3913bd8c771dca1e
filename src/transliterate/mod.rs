//! Transliteration: Devanagari to Latin and back, and everyday romanization.

mod decode;
mod encode;
mod romanize;
mod scheme;

pub use decode::{DecodeError, DecodeErrorKind};
pub use romanize::{Romanizer, romanize};
pub use scheme::{Scheme, UnknownScheme};

use scheme::table::{NONE, Unit};

/// What becomes of an inherent schwa that is not spoken.
///
/// ```
/// use akshar::{Scheme, Schwa, Transliterator};
///
/// let spoken = Transliterator::new(Scheme::Devanagari, Scheme::Iso15919).schwa(Schwa::Delete);
/// assert_eq!(spoken.transliterate("किताब"), "kitāb");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Schwa {
    /// Written as it stands in the script: `samājavādī`.
    #[default]
    Keep,
    /// Left out where it is silent: `samājvādī`. What is written so reads back as the spoken
    /// form, with a virama in place of the schwa.
    Delete,
}

/// What becomes of digits.
///
/// ```
/// use akshar::transliterate::Digits;
/// use akshar::{Scheme, Transliterator};
///
/// let to_iso = Transliterator::new(Scheme::Devanagari, Scheme::Iso15919);
/// assert_eq!(to_iso.transliterate("१८ मार्च 2022"), "18 mārca ⟨2022⟩");
/// let kept = to_iso.digits(Digits::Keep);
/// assert_eq!(kept.transliterate("१८ मार्च 2022"), "१८ mārca 2022");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Digits {
    /// Devanagari digits are written as ASCII digits, and read back from them.
    #[default]
    Convert,
    /// Digits stay as they are.
    Keep,
}

/// What becomes of the danda and the double danda.
///
/// ```
/// use akshar::transliterate::Danda;
/// use akshar::{Scheme, Transliterator};
///
/// let to_iso = Transliterator::new(Scheme::Devanagari, Scheme::Iso15919);
/// assert_eq!(to_iso.transliterate("वह गया।"), "vaha gayā|");
/// assert_eq!(to_iso.danda(Danda::Keep).transliterate("वह गया।"), "vaha gayā।");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Danda {
    /// They are written as the scheme writes them, `|` and `||` or `.` and `..`, and read back
    /// from that.
    #[default]
    Convert,
    /// They stay as they are.
    Keep,
}

/// What becomes of a character of the source script that the scheme does not have.
///
/// Characters of other scripts, punctuation and white space are not meant: they always pass
/// unchanged.
///
/// ```
/// use akshar::transliterate::Unknown;
/// use akshar::{Scheme, Transliterator};
///
/// let to_hk = Transliterator::new(Scheme::Devanagari, Scheme::HarvardKyoto);
/// assert_eq!(to_hk.transliterate("डॉ॰"), "DaO॰");
/// assert_eq!(to_hk.unknown(Unknown::Drop).transliterate("डॉ॰"), "DaO");
/// assert_eq!(to_hk.unknown(Unknown::Replace('?')).transliterate("डॉ॰"), "DaO?");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Unknown {
    /// It stays as it is.
    #[default]
    Keep,
    /// It is left out.
    Drop,
    /// It is replaced.
    Replace(char),
}

/// The choices that a [`Transliterator`] offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Options {
    schwa: Schwa,
    digits: Digits,
    danda: Danda,
    unknown: Unknown,
}

/// Writes text of one scheme in another.
///
/// From Latin to Latin it goes by way of Devanagari. From a scheme to itself it only
/// normalizes to NFC. The result is NFC always.
///
/// ```
/// use akshar::{Scheme, Transliterator};
///
/// let to_iso = Transliterator::new(Scheme::Devanagari, Scheme::Iso15919);
/// assert_eq!(to_iso.transliterate("हिन्दी की किताब"), "hindī kī kitāba");
/// let to_slp1 = Transliterator::new(Scheme::Iso15919, Scheme::Slp1);
/// assert_eq!(to_slp1.transliterate("hindī kī kitāba"), "hindI kI kitAba");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Transliterator {
    from: Scheme,
    to: Scheme,
    options: Options,
}

impl Transliterator {
    /// From one scheme to another, with every option at its default.
    ///
    /// ```
    /// use akshar::{Scheme, Transliterator};
    ///
    /// const FROM_ITRANS: Transliterator =
    ///     Transliterator::new(Scheme::Itrans, Scheme::Devanagari);
    /// assert_eq!(FROM_ITRANS.transliterate("hindI"), "हिन्दी");
    /// ```
    #[must_use]
    pub const fn new(from: Scheme, to: Scheme) -> Self {
        let schwa = match to {
            Scheme::Hunterian => Schwa::Delete,
            _ => Schwa::Keep,
        };
        Transliterator {
            from,
            to,
            options: Options {
                schwa,
                digits: Digits::Convert,
                danda: Danda::Convert,
                unknown: Unknown::Keep,
            },
        }
    }

    /// Whether silent schwas are written. At first [`Schwa::Keep`], and [`Schwa::Delete`] to
    /// Hunterian, which writes what is spoken.
    ///
    /// ```
    /// use akshar::{Scheme, Schwa, Transliterator};
    ///
    /// let to_hunterian = Transliterator::new(Scheme::Devanagari, Scheme::Hunterian);
    /// assert_eq!(to_hunterian.transliterate("राम"), "rām");
    /// assert_eq!(to_hunterian.schwa(Schwa::Keep).transliterate("राम"), "rāma");
    /// ```
    #[must_use]
    pub const fn schwa(mut self, schwa: Schwa) -> Self {
        self.options.schwa = schwa;
        self
    }

    /// Whether digits are converted. [`Digits::Convert`] at first.
    ///
    /// ```
    /// use akshar::transliterate::Digits;
    /// use akshar::{Scheme, Transliterator};
    ///
    /// let from_iso = Transliterator::new(Scheme::Iso15919, Scheme::Devanagari);
    /// assert_eq!(from_iso.transliterate("18 mārca"), "१८ मार्च");
    /// assert_eq!(from_iso.digits(Digits::Keep).transliterate("18 mārca"), "18 मार्च");
    /// ```
    #[must_use]
    pub const fn digits(mut self, digits: Digits) -> Self {
        self.options.digits = digits;
        self
    }

    /// Whether the danda is converted. [`Danda::Convert`] at first.
    ///
    /// ```
    /// use akshar::transliterate::Danda;
    /// use akshar::{Scheme, Transliterator};
    ///
    /// let to_slp1 = Transliterator::new(Scheme::Devanagari, Scheme::Slp1);
    /// assert_eq!(to_slp1.transliterate("राम।"), "rAma.");
    /// assert_eq!(to_slp1.danda(Danda::Keep).transliterate("राम।"), "rAma।");
    /// ```
    #[must_use]
    pub const fn danda(mut self, danda: Danda) -> Self {
        self.options.danda = danda;
        self
    }

    /// What becomes of characters that the scheme does not have. [`Unknown::Keep`] at first.
    ///
    /// ```
    /// use akshar::transliterate::Unknown;
    /// use akshar::{Scheme, Transliterator};
    ///
    /// let from_iso = Transliterator::new(Scheme::Iso15919, Scheme::Devanagari);
    /// assert_eq!(from_iso.unknown(Unknown::Drop).transliterate("xrāma"), "राम");
    /// ```
    #[must_use]
    pub const fn unknown(mut self, unknown: Unknown) -> Self {
        self.options.unknown = unknown;
        self
    }

    /// Writes the text in the scheme. Malformed Latin text is read as
    /// [`DecodeErrorKind`] says.
    ///
    /// ```
    /// use akshar::{Scheme, Transliterator};
    ///
    /// let to_iso = Transliterator::new(Scheme::Devanagari, Scheme::Iso15919);
    /// assert_eq!(to_iso.transliterate("क़ुरान"), "qurāna");
    /// ```
    #[must_use]
    pub fn transliterate(&self, text: &str) -> String {
        self.run(text).0
    }

    /// Writes the text in the scheme, or says where it is malformed. Devanagari never is.
    ///
    /// # Errors
    ///
    /// The first thing in Latin text that its scheme does not allow, and its byte offset.
    ///
    /// ```
    /// use akshar::{Scheme, Transliterator};
    ///
    /// let from_iso = Transliterator::new(Scheme::Iso15919, Scheme::Devanagari);
    /// assert_eq!(from_iso.try_decode("kitāba").as_deref(), Ok("किताब"));
    /// assert_eq!(from_iso.try_decode("kitāba xyz").unwrap_err().offset(), 8);
    /// ```
    pub fn try_decode(&self, text: &str) -> Result<String, DecodeError> {
        match self.run(text) {
            (written, None) => Ok(written),
            (_, Some(error)) => Err(error),
        }
    }

    fn run(&self, text: &str) -> (String, Option<DecodeError>) {
        if !self.from.can_decode() {
            return (crate::nfc(text).into_owned(), Some(decode::UNREADABLE));
        }
        if self.from == self.to {
            return (crate::nfc(text).into_owned(), None);
        }
        let read = self
            .from
            .compiled()
            .map(|scheme| decode::decode(scheme, &self.options, text));
        let Some(scheme) = self.to.compiled() else {
            return read.unwrap_or_default();
        };
        match read {
            None => (encode::encode(scheme, &self.options, text), None),
            Some((text, error)) => (encode::encode(scheme, &self.options, &text), error),
        }
    }
}

/// Writes text of one scheme in another, with every option at its default.
///
/// ```
/// use akshar::{Scheme, transliterate};
///
/// assert_eq!(transliterate("लखनऊ", Scheme::Devanagari, Scheme::Iso15919), "lakhanaū");
/// assert_eq!(transliterate("lakhanaU", Scheme::HarvardKyoto, Scheme::Devanagari), "लखनऊ");
/// ```
#[must_use]
pub fn transliterate(text: &str, from: Scheme, to: Scheme) -> String {
    Transliterator::new(from, to).transliterate(text)
}

/// Whether the character at a byte offset stands straight after one, not white space, that was
/// kept as it is, and so belongs to that, should it be a combining mark.
fn follows_kept(text: &str, at: usize, before: Unit) -> bool {
    let previous = text[..at].chars().next_back();
    before == NONE && previous.is_some_and(|c| !c.is_whitespace())
}
