//! The writing schemes and their tables.

use std::error::Error;
use std::fmt;
use std::str::FromStr;

use once_cell::sync::Lazy;
use table::Compiled;

mod harvard_kyoto;
mod hunterian;
mod iast;
mod iso15919;
mod itrans;
pub(super) mod piece;
pub(super) mod plain;
pub(super) mod reader;
mod slp1;
pub(super) mod table;
mod velthuis;
mod wx;

/// A way to write Hindi.
///
/// ```
/// use akshar::Scheme;
///
/// assert_eq!("iso15919".parse(), Ok(Scheme::Iso15919));
/// assert_eq!(Scheme::HarvardKyoto.to_string(), "hk");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum Scheme {
    /// The script itself.
    Devanagari,
    /// ISO 15919: lossless here.
    Iso15919,
    /// The International Alphabet of Sanskrit Transliteration.
    Iast,
    /// ITRANS 5.3.
    Itrans,
    /// Harvard-Kyoto, in ASCII; its name is `hk`.
    #[cfg_attr(feature = "serde", serde(rename = "hk"))]
    HarvardKyoto,
    /// SLP1: one ASCII letter a sound.
    Slp1,
    /// WX, of Indian computational linguistics.
    Wx,
    /// Velthuis, in ASCII, made for TeX.
    Velthuis,
    /// Hunterian, the national system of India; it can only be written.
    Hunterian,
}

impl Scheme {
    /// Every scheme.
    ///
    /// ```
    /// let names: Vec<_> = akshar::Scheme::ALL.iter().map(|scheme| scheme.name()).collect();
    /// assert_eq!(names[..3], ["devanagari", "iso15919", "iast"]);
    /// ```
    pub const ALL: &'static [Scheme] = &[
        Scheme::Devanagari,
        Scheme::Iso15919,
        Scheme::Iast,
        Scheme::Itrans,
        Scheme::HarvardKyoto,
        Scheme::Slp1,
        Scheme::Wx,
        Scheme::Velthuis,
        Scheme::Hunterian,
    ];

    /// The name of the scheme in lower case, which [`str::parse`] reads, and which stands in
    /// serialized output.
    ///
    /// ```
    /// assert_eq!(akshar::Scheme::Iso15919.name(), "iso15919");
    /// ```
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Scheme::Devanagari => "devanagari",
            Scheme::Iso15919 => "iso15919",
            Scheme::Iast => "iast",
            Scheme::Itrans => "itrans",
            Scheme::HarvardKyoto => "hk",
            Scheme::Slp1 => "slp1",
            Scheme::Wx => "wx",
            Scheme::Velthuis => "velthuis",
            Scheme::Hunterian => "hunterian",
        }
    }

    /// Whether text in the scheme can be read back; Hunterian can only be written.
    ///
    /// ```
    /// assert!(!akshar::Scheme::Hunterian.can_decode());
    /// ```
    #[must_use]
    pub const fn can_decode(self) -> bool {
        !matches!(self, Scheme::Hunterian)
    }

    /// Whether every NFC text can be written in the scheme and read back unchanged.
    ///
    /// ```
    /// use akshar::Scheme;
    ///
    /// assert!(Scheme::Iso15919.is_lossless());
    /// assert!(!Scheme::HarvardKyoto.is_lossless());
    /// ```
    #[must_use]
    pub const fn is_lossless(self) -> bool {
        matches!(self, Scheme::Devanagari | Scheme::Iso15919 | Scheme::Slp1)
    }

    /// The Latin scheme ready for use; `None` for Devanagari itself.
    pub(super) fn compiled(self) -> Option<&'static Compiled> {
        macro_rules! compiled {
            ($($scheme:ident => $module:ident),*) => {
                match self {
                    Scheme::Devanagari => None,
                    $(Scheme::$scheme => {
                        static COMPILED: Lazy<Compiled> =
                            Lazy::new(|| Compiled::new(&$module::TABLE));
                        Some(&COMPILED)
                    })*
                }
            };
        }
        compiled!(
            Iso15919 => iso15919,
            Iast => iast,
            Itrans => itrans,
            HarvardKyoto => harvard_kyoto,
            Slp1 => slp1,
            Wx => wx,
            Velthuis => velthuis,
            Hunterian => hunterian
        )
    }
}

impl fmt::Display for Scheme {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.name())
    }
}

impl FromStr for Scheme {
    type Err = UnknownScheme;

    /// Reads a [name](Scheme::name) as it is: in lower case, without blanks around it.
    ///
    /// ```
    /// use akshar::Scheme;
    ///
    /// assert_eq!("slp1".parse(), Ok(Scheme::Slp1));
    /// assert!("SLP1".parse::<Scheme>().is_err());
    /// ```
    fn from_str(name: &str) -> Result<Self, UnknownScheme> {
        let known = Scheme::ALL.iter().find(|scheme| scheme.name() == name);
        known.copied().ok_or_else(|| UnknownScheme {
            name: name.to_owned(),
        })
    }
}

/// The error for a name that is no scheme's; its message lists the known ones.
///
/// ```
/// let error = "hindi".parse::<akshar::Scheme>().unwrap_err();
/// assert!(error.to_string().contains("iso15919"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownScheme {
    name: String,
}

impl fmt::Display for UnknownScheme {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "unknown scheme `{}`; the schemes are", self.name)?;
        for (index, scheme) in Scheme::ALL.iter().enumerate() {
            let divider = if index == 0 { " " } else { ", " };
            write!(formatter, "{divider}{scheme}")?;
        }
        Ok(())
    }
}

impl Error for UnknownScheme {}
