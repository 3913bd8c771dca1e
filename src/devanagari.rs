//! What each code point of the Devanagari block (U+0900–U+097F) is.
//!
//! This is the ground floor: one constant table, taken from the code chart and the
//! properties `General_Category` and `Indic_Syllabic_Category` of the Unicode Character
//! Database, and the functions that read it. Every other module asks here.
//!
//! ```
//! use akshar::devanagari::{class, Class};
//!
//! let classes: Vec<_> = "ज़्‍य।".chars().map(class).collect();
//! assert_eq!(
//!     classes,
//!     [
//!         Some(Class::Consonant),
//!         Some(Class::Nukta),
//!         Some(Class::Virama),
//!         None, // the joiner (ZWJ) belongs to no script
//!         Some(Class::Consonant),
//!         Some(Class::Danda),
//!     ]
//! );
//! ```
//!
//! Each of the 128 code points has a class; the block has no unassigned ones. The blocks
//! Devanagari Extended (U+A8E0–U+A8FF) and Vedic Extensions (U+1CD0–U+1CFF) are not covered:
//! their signs are Vedic, and stand in no Hindi text. Every function is `const` and takes
//! constant time.

/// The first code point of the block.
///
/// ```
/// assert_eq!(akshar::devanagari::FIRST, 'ऀ');
/// ```
pub const FIRST: char = '\u{0900}';
/// The last code point of the block.
///
/// ```
/// assert_eq!(akshar::devanagari::LAST, 'ॿ');
/// ```
pub const LAST: char = '\u{097F}';

/// The sign that silences the inherent vowel, `्`.
///
/// ```
/// use akshar::devanagari::VIRAMA;
///
/// assert_eq!(format!("क{VIRAMA}या"), "क्या");
/// ```
pub const VIRAMA: char = '\u{094D}';
/// The dot below, `़`.
///
/// ```
/// use akshar::devanagari::NUKTA;
///
/// assert_eq!(format!("ज{NUKTA}रा"), "ज़रा");
/// ```
pub const NUKTA: char = '\u{093C}';
/// The nasal dot above, `ं`.
///
/// ```
/// use akshar::devanagari::ANUSVARA;
///
/// assert_eq!(format!("मे{ANUSVARA}"), "में");
/// ```
pub const ANUSVARA: char = '\u{0902}';
/// The nasal moon-and-dot, `ँ`.
///
/// ```
/// use akshar::devanagari::CHANDRABINDU;
///
/// assert_eq!(format!("मा{CHANDRABINDU}"), "माँ");
/// ```
pub const CHANDRABINDU: char = '\u{0901}';

/// What a Devanagari code point is.
///
/// ```
/// use akshar::devanagari::{class, Class};
///
/// assert_eq!(class('क'), Some(Class::Consonant));
/// assert_eq!(class('ि'), Some(Class::Matra));
/// assert_eq!(class('।'), Some(Class::Danda));
/// assert_eq!(class('k'), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum Class {
    /// A vowel that stands alone: `अ`.
    #[cfg_attr(feature = "serde", serde(rename = "independent vowel"))]
    IndependentVowel,
    /// A consonant letter with its inherent vowel: `क`, the precomposed nukta letters included.
    Consonant,
    /// A dependent vowel sign: `ा`.
    Matra,
    /// `्`, which silences the inherent vowel.
    Virama,
    /// `़`, the dot below.
    Nukta,
    /// `ं`, the nasal dot.
    Anusvara,
    /// `ँ` and the inverted `ऀ`.
    Chandrabindu,
    /// `ः`, the voiceless breath.
    Visarga,
    /// `ऽ`, the sign of an elided vowel.
    Avagraha,
    /// `ॐ`.
    Om,
    /// A Vedic tone or other accent above or below the letter: U+0951–U+0954.
    Accent,
    /// `०` to `९`.
    Digit,
    /// `।` and `॥`.
    Danda,
    /// `॰`, which marks an abbreviation.
    #[cfg_attr(feature = "serde", serde(rename = "abbreviation sign"))]
    AbbreviationSign,
    /// `ॱ`, the high spacing dot, a letter modifier.
    #[cfg_attr(feature = "serde", serde(rename = "high spacing dot"))]
    HighSpacingDot,
}

impl Class {
    /// Whether a code point of this class attaches to the letter before it.
    ///
    /// ```
    /// use akshar::devanagari::Class;
    ///
    /// assert!(Class::Nukta.is_mark());
    /// assert!(!Class::Avagraha.is_mark());
    /// ```
    #[must_use]
    pub const fn is_mark(self) -> bool {
        matches!(
            self,
            Class::Matra
                | Class::Virama
                | Class::Nukta
                | Class::Anusvara
                | Class::Chandrabindu
                | Class::Visarga
                | Class::Accent
        )
    }

    /// Whether a code point of this class can stand inside a word.
    ///
    /// ```
    /// use akshar::devanagari::Class;
    ///
    /// assert!(Class::Avagraha.is_word_part());
    /// assert!(!Class::Danda.is_word_part());
    /// ```
    #[must_use]
    pub const fn is_word_part(self) -> bool {
        !matches!(self, Class::Digit | Class::Danda)
    }
}

/// The class of a code point, or `None` outside U+0900–U+097F.
///
/// ```
/// use akshar::devanagari::{class, Class};
///
/// assert_eq!(class('\u{095B}'), Some(Class::Consonant)); // precomposed ज़
/// assert_eq!(class('٠'), None);
/// ```
#[must_use]
pub const fn class(code_point: char) -> Option<Class> {
    let offset = (code_point as u32).wrapping_sub(FIRST as u32);
    if offset < 128 {
        Some(TABLE[offset as usize])
    } else {
        None
    }
}

/// The value of a Devanagari digit, or `None`.
///
/// ```
/// assert_eq!(akshar::devanagari::digit_value('५'), Some(5));
/// assert_eq!(akshar::devanagari::digit_value('5'), None);
/// ```
#[must_use]
pub const fn digit_value(code_point: char) -> Option<u8> {
    match code_point {
        '०'..='९' => Some((code_point as u32 - '०' as u32) as u8),
        _ => None,
    }
}

/// Whether the code point belongs to the Devanagari block.
///
/// ```
/// assert!(akshar::devanagari::contains('अ'));
/// assert!(!akshar::devanagari::contains('a'));
/// ```
#[must_use]
pub const fn contains(code_point: char) -> bool {
    class(code_point).is_some()
}

/// The consonants that have a code point of their own with nukta, in the order of
/// U+0958–U+095F. NFC writes these letters as the consonant and a nukta all the same.
///
/// ```
/// assert_eq!(akshar::devanagari::PRECOMPOSED_WITH_NUKTA[3], 'ज'); // U+095B is ज़
/// ```
pub const PRECOMPOSED_WITH_NUKTA: [char; 8] = ['क', 'ख', 'ग', 'ज', 'ड', 'ढ', 'फ', 'य'];

/// The one code point of a consonant with nukta, U+0958–U+095F, or `None`.
///
/// ```
/// use akshar::devanagari::with_nukta;
///
/// assert_eq!(with_nukta('फ'), Some('\u{095E}'));
/// assert_eq!(with_nukta('प'), None);
/// ```
#[must_use]
pub const fn with_nukta(consonant: char) -> Option<char> {
    let mut index = 0;
    while index < PRECOMPOSED_WITH_NUKTA.len() {
        if PRECOMPOSED_WITH_NUKTA[index] == consonant {
            return char::from_u32(0x0958 + index as u32);
        }
        index += 1;
    }
    None
}

const TABLE: [Class; 128] = {
    let mut table = [Class::Consonant; 128];
    let mut offset = 0;
    while offset < 128 {
        table[offset] = match FIRST as u32 + offset as u32 {
            0x0900 | 0x0901 => Class::Chandrabindu,
            0x0902 => Class::Anusvara,
            0x0903 => Class::Visarga,
            0x0904..=0x0914 | 0x0960 | 0x0961 | 0x0972..=0x0977 => Class::IndependentVowel,
            0x093C => Class::Nukta,
            0x093D => Class::Avagraha,
            0x093A | 0x093B | 0x093E..=0x094C | 0x094E | 0x094F => Class::Matra,
            0x094D => Class::Virama,
            0x0950 => Class::Om,
            0x0951..=0x0954 => Class::Accent,
            0x0955..=0x0957 | 0x0962 | 0x0963 => Class::Matra,
            0x0964 | 0x0965 => Class::Danda,
            0x0966..=0x096F => Class::Digit,
            0x0970 => Class::AbbreviationSign,
            0x0971 => Class::HighSpacingDot,
            // U+0915–0939, the precomposed U+0958–095F and U+0978–097F.
            _ => Class::Consonant,
        };
        offset += 1;
    }
    table
};
