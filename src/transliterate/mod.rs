//! Transliteration: Devanagari to Latin and back, and everyday romanization.
//!
//! [`transliterate`] writes text of one [`Scheme`] in another; a [`Transliterator`] has
//! options. Text that is not of the source script passes unchanged, apart from the brackets
//! told of below. The result is NFC. Time is linear in the length of the text.
//!
//! ```
//! use akshar::{Scheme, transliterate};
//!
//! let iso = transliterate("हिन्दी की किताब", Scheme::Devanagari, Scheme::Iso15919);
//! assert_eq!(iso, "hindī kī kitāba");
//! assert_eq!(transliterate(&iso, Scheme::Iso15919, Scheme::Devanagari), "हिन्दी की किताब");
//! ```
//!
//! # Without loss
//!
//! From ISO 15919 and SLP1 comes back exactly what was written in them, for every text that is
//! NFC; other text comes back as its NFC. This holds whatever the options, so long as
//! [`Digits`] and [`Danda`] are the same both ways, except with [`Schwa::Delete`]. Ordinary
//! words are pure ISO 15919 and SLP1. Where those leave a doubt, a sign settles it:
//!
//! | What | ISO 15919 | SLP1 |
//! | --- | --- | --- |
//! | A separator stands between two letters that would be read as one, or as a consonant and its vowel: अइ and ऐ, ड़्ह and ढ़, क़ुर्आन and क़ुरान | `a:i` `ai`, `ṛ:ha` `ṛha`, `qur:āna` `qurāna` | `ai` `E`, `q0ha` `Q0a`, `k0ur:Ana` `k0urAna` |
//! | It also marks an avagraha that is not between letters; elsewhere the mark is a quotation mark: सोऽहम्, हऽ | `sō’ham`, `ha:’` | `so'ham`, `ha:'` |
//! | Latin letters, ASCII digits, and what else would be read as Devanagari, stand in brackets: 2022 में COVID-19 (between Devanagari and ISO 15919 digits are kept as they are by default) | `2022 mēṁ ⟨COVID⟩-19` | `{2022} meM {COVID-19}` |
//! | A closing bracket inside is doubled; brackets end with the line at the latest | `⟩⟩` | `}}` |
//! | A carrier, which is a consonant without a letter, holds a sign that has no letter: ाक, काा, ्, ़ | `◌āka`, `kā◌ā`, `◌`, `◌̈` | `` `Aka ``, `` kA`A ``, `` ` ``, `` `0 `` |
//! | The full stop and the danda | `.`, <code>&#124;</code> | `{.}`, `.` |
//!
//! A colon is a separator only where one is needed, so `kahā: hām̐` is कहा: हाँ; should a colon
//! of the text stand in such a place, it is put in brackets. ZWJ and ZWNJ stay. Between
//! Devanagari and ISO 15919 the digits of either script stay as they are by default
//! ([`Digits::Keep`]), and need no brackets there.
//!
//! Where libraries write ISO 15919 in different ways, this one follows the standard's letter
//! for ऍ, `ê` (some write `æ`, which here is ॲ), and its apostrophe `’` for ऽ. It differs from
//! others in what they cannot keep apart: ॐ is `oṁ`, because `ōṁ` is ओं; a sign without a
//! letter has its carrier (पू्र्व `pū◌rva`); and the brackets. Letters that the standard does
//! not know have letters of our own choice: ऄ ॎ ॕ ॳ–ॷ ॸ–ॿ ॰ ॱ ऀ, and the diaeresis for a nukta
//! on any other consonant.
//!
//! # The tables
//!
//! — means that the scheme has no letter, and [`Unknown`] says what is written instead.
//!
//! Vowels (a vowel sign is written like its vowel):
//!
//! | | ISO 15919 | IAST | ITRANS | HK | SLP1 | WX | Velthuis | Hunterian |
//! | --- | --- | --- | --- | --- | --- | --- | --- | --- |
//! | अ | `a` | `a` | `a` | `a` | `a` | `a` | `a` | `a` |
//! | आ | `ā` | `ā` | `A` | `A` | `A` | `A` | `aa` | `ā` |
//! | इ | `i` | `i` | `i` | `i` | `i` | `i` | `i` | `i` |
//! | ई | `ī` | `ī` | `I` | `I` | `I` | `I` | `ii` | `ī` |
//! | उ | `u` | `u` | `u` | `u` | `u` | `u` | `u` | `u` |
//! | ऊ | `ū` | `ū` | `U` | `U` | `U` | `U` | `uu` | `ū` |
//! | ऋ | `r̥` | `ṛ` | `RRi` | `R` | `f` | `q` | `.r` | `ri` |
//! | ॠ | `r̥̄` | `ṝ` | `RRI` | `RR` | `F` | `Q` | `.rr` | `rī` |
//! | ऌ | `l̥` | `ḷ` | `LLi` | `lR` | `x` | `L` | `.l` | `lri` |
//! | ॡ | `l̥̄` | `ḹ` | `LLI` | `lRR` | `X` | `LV` | `.ll` | `lrī` |
//! | ए | `ē` | `e` | `e` | `e` | `e` | `e` | `e` | `e` |
//! | ऐ | `ai` | `ai` | `ai` | `ai` | `E` | `E` | `ai` | `ai` |
//! | ओ | `ō` | `o` | `o` | `o` | `o` | `o` | `o` | `o` |
//! | औ | `au` | `au` | `au` | `au` | `O` | `O` | `au` | `au` |
//! | ऍ | `ê` | `ê` | `e.c` | `aE` | `e2` | `EY` | `~a` | `e` |
//! | ऑ | `ô` | `ô` | `A.c` | `aO` | `o2` | `OY` | `~o` | `o` |
//! | ॲ | `æ` | `ê` | `a.c` | `aE` | `a2` | `EY` | `~a` | `e` |
//! | ऎ | `e` | `ĕ` | `^e` | `E` | `e1` | `eV` | `E` | `e` |
//! | ऒ | `o` | `ŏ` | `^o` | `O` | `o1` | `oV` | `O` | `o` |
//! | ऄ | `ă` | — | — | — | `a1` | — | — | `a` |
//! | ॳ | `ö` | — | — | — | `a4` | — | — | `o` |
//! | ॴ | `ȫ` | — | — | — | `A4` | — | — | `ō` |
//! | ॵ | `ŏ` | — | — | — | `o4` | — | — | `au` |
//! | ॶ | `ŭ` | — | — | — | `u4` | — | — | `u` |
//! | ॷ | `ŭ̄` | — | — | — | `U4` | — | — | `ū` |
//!
//! Consonants, with the inherent vowel:
//!
//! | | ISO 15919 | IAST | ITRANS | HK | SLP1 | WX | Velthuis | Hunterian |
//! | --- | --- | --- | --- | --- | --- | --- | --- | --- |
//! | क | `ka` | `ka` | `ka` | `ka` | `ka` | `ka` | `ka` | `ka` |
//! | ख | `kha` | `kha` | `kha` | `kha` | `Ka` | `Ka` | `kha` | `kha` |
//! | ग | `ga` | `ga` | `ga` | `ga` | `ga` | `ga` | `ga` | `ga` |
//! | घ | `gha` | `gha` | `gha` | `gha` | `Ga` | `Ga` | `gha` | `gha` |
//! | ङ | `ṅa` | `ṅa` | `~Na` | `Ga` | `Na` | `fa` | `"na` | `na` |
//! | च | `ca` | `ca` | `cha` | `ca` | `ca` | `ca` | `ca` | `cha` |
//! | छ | `cha` | `cha` | `Cha` | `cha` | `Ca` | `Ca` | `cha` | `chha` |
//! | ज | `ja` | `ja` | `ja` | `ja` | `ja` | `ja` | `ja` | `ja` |
//! | झ | `jha` | `jha` | `jha` | `jha` | `Ja` | `Ja` | `jha` | `jha` |
//! | ञ | `ña` | `ña` | `~na` | `Ja` | `Ya` | `Fa` | `~na` | `na` |
//! | ट | `ṭa` | `ṭa` | `Ta` | `Ta` | `wa` | `ta` | `.ta` | `ta` |
//! | ठ | `ṭha` | `ṭha` | `Tha` | `Tha` | `Wa` | `Ta` | `.tha` | `tha` |
//! | ड | `ḍa` | `ḍa` | `Da` | `Da` | `qa` | `da` | `.da` | `da` |
//! | ढ | `ḍha` | `ḍha` | `Dha` | `Dha` | `Qa` | `Da` | `.dha` | `dha` |
//! | ण | `ṇa` | `ṇa` | `Na` | `Na` | `Ra` | `Na` | `.na` | `na` |
//! | त | `ta` | `ta` | `ta` | `ta` | `ta` | `wa` | `ta` | `ta` |
//! | थ | `tha` | `tha` | `tha` | `tha` | `Ta` | `Wa` | `tha` | `tha` |
//! | द | `da` | `da` | `da` | `da` | `da` | `xa` | `da` | `da` |
//! | ध | `dha` | `dha` | `dha` | `dha` | `Da` | `Xa` | `dha` | `dha` |
//! | न | `na` | `na` | `na` | `na` | `na` | `na` | `na` | `na` |
//! | प | `pa` | `pa` | `pa` | `pa` | `pa` | `pa` | `pa` | `pa` |
//! | फ | `pha` | `pha` | `pha` | `pha` | `Pa` | `Pa` | `pha` | `pha` |
//! | ब | `ba` | `ba` | `ba` | `ba` | `ba` | `ba` | `ba` | `ba` |
//! | भ | `bha` | `bha` | `bha` | `bha` | `Ba` | `Ba` | `bha` | `bha` |
//! | म | `ma` | `ma` | `ma` | `ma` | `ma` | `ma` | `ma` | `ma` |
//! | य | `ya` | `ya` | `ya` | `ya` | `ya` | `ya` | `ya` | `ya` |
//! | र | `ra` | `ra` | `ra` | `ra` | `ra` | `ra` | `ra` | `ra` |
//! | ल | `la` | `la` | `la` | `la` | `la` | `la` | `la` | `la` |
//! | व | `va` | `va` | `va` | `va` | `va` | `va` | `va` | `va` |
//! | श | `śa` | `śa` | `sha` | `za` | `Sa` | `Sa` | `"sa` | `sha` |
//! | ष | `ṣa` | `ṣa` | `Sha` | `Sa` | `za` | `Ra` | `.sa` | `sha` |
//! | स | `sa` | `sa` | `sa` | `sa` | `sa` | `sa` | `sa` | `sa` |
//! | ह | `ha` | `ha` | `ha` | `ha` | `ha` | `ha` | `ha` | `ha` |
//! | ळ | `ḷa` | `ḻa` | `La` | `La` | `La` | `lYa` | `La` | `la` |
//! | ऩ | `ṉa` | `ṉa` | `^na` | `n2a` | `n0a` | `nYa` | `_na` | `na` |
//! | ऱ | `ṟa` | `ṟa` | `Ra` | `r2a` | `r0a` | `rYa` | `_ra` | `ra` |
//! | ऴ | `ḻa` | `l̤a` | `zha` | `Za` | `L0a` | `lYYa` | `_la` | `la` |
//!
//! Consonants with nukta:
//!
//! | | ISO 15919 | IAST | ITRANS | HK | SLP1 | WX | Velthuis | Hunterian |
//! | --- | --- | --- | --- | --- | --- | --- | --- | --- |
//! | क़ | `qa` | `qa` | `qa` | `qa` | `k0a` | `kZa` | `qa` | `qa` |
//! | ख़ | `k͟ha` | `k͟ha` | `Ka` | `qha` | `K0a` | `KZa` | `.kha` | `kha` |
//! | ग़ | `ġa` | `ġa` | `Ga` | `g2a` | `g0a` | `gZa` | `.ga` | `gha` |
//! | ज़ | `za` | `za` | `za` | `z2a` | `j0a` | `jZa` | `za` | `za` |
//! | ड़ | `ṛa` | `r̤a` | `.Da` | `r3a` | `q0a` | `dZa` | `Ra` | `ra` |
//! | ढ़ | `ṛha` | `r̤ha` | `.Dha` | `r3ha` | `Q0a` | `DZa` | `Rha` | `rha` |
//! | फ़ | `fa` | `fa` | `fa` | `fa` | `P0a` | `PZa` | `fa` | `fa` |
//! | य़ | `ẏa` | `ẏa` | `Ya` | `Ya` | `y0a` | `yZa` | `.ya` | `ya` |
//! | झ़ | `jḧa` | `jḧa` | — | — | `J0a` | `JZa` | — | `zha` |
//! | त़ | `ẗa` | `ẗa` | — | — | `t0a` | `wZa` | — | `ta` |
//!
//! Marwari, Avestan and Sindhi letters, and the glottal stop:
//!
//! | | ISO 15919 | IAST | ITRANS | HK | SLP1 | WX | Velthuis | Hunterian |
//! | --- | --- | --- | --- | --- | --- | --- | --- | --- |
//! | ॸ | `ḓa` | — | — | — | `q1a` | — | — | `da` |
//! | ॹ | `ža` | — | — | — | `z1a` | — | — | `zha` |
//! | ॺ | `ŷa` | — | — | — | `y1a` | — | — | `ya` |
//! | ॻ | `g̤a` | — | — | — | `g4a` | — | — | `ga` |
//! | ॼ | `j̤a` | — | — | — | `j4a` | — | — | `ja` |
//! | ॽ | `ʔa` | — | — | — | `h1a` | — | — | — |
//! | ॾ | `ḍ̤a` | — | — | — | `q4a` | — | — | `da` |
//! | ॿ | `b̤a` | — | — | — | `b4a` | — | — | `ba` |
//!
//! Signs and digits:
//!
//! | | ISO 15919 | IAST | ITRANS | HK | SLP1 | WX | Velthuis | Hunterian |
//! | --- | --- | --- | --- | --- | --- | --- | --- | --- |
//! | कँ | `kam̐` | `kam̐` | `ka.N` | `ka~` | `ka~` | `kaz` | `ka~m` | `kan` |
//! | कऀ | `kam̑` | — | — | — | `ka~1` | — | — | `kan` |
//! | कं | `kaṁ` | `kaṃ` | `kaM` | `kaM` | `kaM` | `kaM` | `ka.m` | `kan` |
//! | कः | `kaḥ` | `kaḥ` | `kaH` | `kaH` | `kaH` | `kaH` | `ka.h` | `kah` |
//! | कऽक | `ka’ka` | `ka'ka` | `ka.aka` | `ka'ka` | `ka'ka` | `kaZka` | `ka.aka` | `ka’ka` |
//! | ॐ | `oṁ` | `oṃ` | `OM` | `OM` | `o0` | `oM` | `.o` | `om` |
//! | क॑ | `ka̍` | `ka̍` | `ka\'` | — | `ka^` | — | — | — |
//! | क॒ | `ka̱` | `ka̱` | `ka\_` | — | `ka\` | — | — | — |
//! | ॰ | `˚` | — | — | — | `~0` | — | `@` | `.` |
//! | ॱ | `˙` | — | — | — | `~4` | — | — | — |
//! | कॎ | `kĕ` | — | — | — | `ke4` | — | — | `ke` |
//! | कॕ | `kǣ` | — | — | — | `kE2` | — | — | `ke` |
//! | ५ | `5` | `5` | `5` | `5` | `5` | `5` | `5` | `5` |
//!
//! The digits are written `0` to `9`. The danda and the double danda are written `.` and `..`
//! in SLP1 and WX, `.` in Hunterian and <code>&#124;</code> and <code>&#124;&#124;</code> in
//! the others. A nukta on any other consonant is written `̈` after it in ISO 15919 and IAST, `0`
//! in SLP1, `Z` in WX, and not at all in Hunterian. The accents U+0953 and U+0954 are written
//! `◌̀` and `◌́` in ISO 15919, `\1` and `^1` in SLP1.
//!
//! Other spellings are read besides, among them: capitals in ISO 15919 and IAST; `ḵẖ` for `k͟h`,
//! and the one's `ṃ` and `ē` in the other; in ITRANS `aa` `ii` `ee` `uu` `oo` `R^i` `c` `chh`
//! `w` `shh` `x` `GY` `dny` `.n` `.m` and `.h` for the virama; in Velthuis `A` `I` `U` `K` `G`
//! `M` `H` and `&` for the virama.
//!
//! # What the other schemes cannot hold
//!
//! None of them can tell Latin text, ASCII digits and their own punctuation from Devanagari.
//! Letters that they do not have stay Devanagari, with their signs, and so does a sign without
//! a letter; those come back, but for a sign straight after a virama. Of Devanagari words these
//! do not come back:
//!
//! | Scheme | Written alike |
//! | --- | --- |
//! | IAST | अइ and ऐ, अउ and औ; an aspirate and its plain letter with virama before ह (ख, क्ह); a consonant with virama before a vowel and one with the vowel's sign (पार्इ, पारि); ॐ and ओं; ॲ and ऍ; an ऽ that is not between letters, and the quotation mark |
//! | ITRANS | nothing: `_` separates (`a_i`, `k_ha`, `pAr_i`) |
//! | Harvard-Kyoto | as in IAST, but for ॐ (`OM`, also ऒं; अॐ and ऑं); and लृ and ऌ, अऎ and ऍ, अऒ and ऑ; ग् before २ and ग़, and so for the other letters with a digit |
//! | WX | a consonant with virama before a vowel and one with the vowel's sign; one with virama before ऽ and one with nukta; ॐ and ओं; ॲ and ऍ |
//! | Velthuis | ॲ and ऍ; `{}` separates (`a{}i`, `k{}ha`, `paar{}i`) |
//! | Hunterian | It can only be written: it has one letter for the dental and the retroflex series, and for every nasal. It writes ज्ञ as `gy`, an anusvara before a labial as `m`, and no silent schwas unless told to. |
//!
//! # Cost
//!
//! Devanagari to ISO 15919 takes about 17 instructions for a byte, and one allocation. [`romanize()`]
//! and [`spoken_schwas`] think about every letter of a word: with the feature `trained` a word takes
//! some microseconds, and [`romanize()`] copies those that it has met in the same call. The tables of
//! a pair of schemes are made at its first use, in about a millisecond, and keep some 200 KB; those
//! of romanization 500 KB.
//!
//! # Malformed Latin text
//!
//! [`Transliterator::try_decode`] reports it, and [`DecodeErrorKind`] tells what
//! [`Transliterator::transliterate`] makes of it.

mod codes;
mod decode;
mod encode;
mod scheme;

pub(crate) mod context;
pub(crate) mod romanize;
pub(crate) mod schwa;
pub(crate) mod spelling;
pub(crate) mod vocabulary;

pub use decode::{DecodeError, DecodeErrorKind};
pub use romanize::{Romanizer, romanize};
pub use scheme::{Scheme, UnknownScheme};
pub use schwa::spoken_schwas;
pub use spelling::Candidate;

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
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
#[non_exhaustive]
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
/// assert_eq!(to_iso.transliterate("१८ मार्च 2022"), "१८ mārca 2022");
/// let converted = to_iso.digits(Digits::Convert);
/// assert_eq!(converted.transliterate("१८ मार्च 2022"), "18 mārca ⟨2022⟩");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum Digits {
    /// Devanagari digits are written as ASCII digits, and read back from them.
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
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
#[non_exhaustive]
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
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
#[non_exhaustive]
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
///
/// With the feature `serde` it is a map with `from`, `to` and the options; an option that is not
/// there is at its default for these schemes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(from = "Serialized", into = "Serialized"))]
pub struct Transliterator {
    from: Scheme,
    to: Scheme,
    options: Options,
}

/// The serialized form of a [`Transliterator`].
#[cfg(feature = "serde")]
#[derive(serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Serialized {
    from: Scheme,
    to: Scheme,
    schwa: Option<Schwa>,
    digits: Option<Digits>,
    danda: Option<Danda>,
    unknown: Option<Unknown>,
}

#[cfg(feature = "serde")]
impl From<Serialized> for Transliterator {
    fn from(serialized: Serialized) -> Self {
        let mut transliterator = Transliterator::new(serialized.from, serialized.to);
        let options = &mut transliterator.options;
        options.schwa = serialized.schwa.unwrap_or(options.schwa);
        options.digits = serialized.digits.unwrap_or(options.digits);
        options.danda = serialized.danda.unwrap_or(options.danda);
        options.unknown = serialized.unknown.unwrap_or(options.unknown);
        transliterator
    }
}

#[cfg(feature = "serde")]
impl From<Transliterator> for Serialized {
    fn from(transliterator: Transliterator) -> Self {
        let Transliterator { from, to, options } = transliterator;
        Serialized {
            from,
            to,
            schwa: Some(options.schwa),
            digits: Some(options.digits),
            danda: Some(options.danda),
            unknown: Some(options.unknown),
        }
    }
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
        let digits = match (from, to) {
            (Scheme::Devanagari, Scheme::Iso15919) | (Scheme::Iso15919, Scheme::Devanagari) => {
                Digits::Keep
            }
            _ => Digits::Convert,
        };
        Transliterator {
            from,
            to,
            options: Options {
                schwa,
                digits,
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

    /// Whether digits are converted. At first [`Digits::Convert`], but [`Digits::Keep`] between
    /// Devanagari and ISO 15919, where both sets of digits can stand side by side.
    ///
    /// ```
    /// use akshar::transliterate::Digits;
    /// use akshar::{Scheme, Transliterator};
    ///
    /// let from_iso = Transliterator::new(Scheme::Iso15919, Scheme::Devanagari);
    /// assert_eq!(from_iso.transliterate("18 mārca"), "18 मार्च");
    /// assert_eq!(from_iso.digits(Digits::Convert).transliterate("18 mārca"), "१८ मार्च");
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
    /// [`DecodeErrorKind`] says. From Hunterian, which cannot be read, the text comes back as
    /// its NFC; [`Scheme::can_decode`] tells beforehand, and [`try_decode`](Self::try_decode)
    /// refuses it.
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
    /// The first thing in Latin text that its scheme does not allow, and its byte offset; from
    /// Hunterian always [`DecodeErrorKind::Unreadable`].
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
/// From Hunterian, which cannot be read, the text comes back as its NFC.
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
