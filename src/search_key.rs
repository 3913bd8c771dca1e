//! Search keys: what a Devanagari word and its romanizations have in common.
//!
//! A reader who looks for `समाजवादी` types `samajwadi`, `samajvadi` or `samaajwaadee`. All of
//! them have the search key `smjvd`: the consonants that are heard, in one letter for each group
//! that romanizations do not keep apart. An index that holds the keys of a word as further terms
//! beside the word finds it for any of the keys of the query.
//!
//! ```
//! use akshar::search_keys;
//!
//! assert_eq!(search_keys("समाजवादी"), ["smjvd"]);
//! for typed in ["samajwadi", "Samajvadi", "samaajwaadee"] {
//!     assert_eq!(search_keys(typed), ["smjvd"]);
//! }
//!
//! // English words are met in their English spelling, too.
//! let meet = |word, typed| {
//!     let keys = search_keys(word);
//!     search_keys(typed).iter().any(|key| keys.contains(key))
//! };
//! assert!(meet("स्कूल", "school") && meet("बजट", "budget") && meet("पार्टी", "party"));
//! assert!(meet("बीजेपी", "BJP"));
//! ```
//!
//! # What the keys leave out
//!
//! | of a romanization | in the key |
//! | --- | --- |
//! | vowels, `y` among them, schwas spoken or not | nothing, but for `a` where the word begins with one |
//! | `c` `k` `q`, `kh` | `k`; `c` before `e` `i` `y` is `s` |
//! | `ch` `chh` `tch` | `c` |
//! | `j` `z` `jh` | `j` |
//! | `p` `ph` `f`; `b` `bh` | `p`; `b` |
//! | `t` `th`; `d` `dh`; `g` `gh` | `t`; `d`; `g` |
//! | `v` `w` | `v` |
//! | `s` `sh`, and `tion` `sion` | `s`, `sn` |
//! | `x`; `qu` before a vowel | `ks`; `kv` |
//! | `m` before `p` `b` `v` | `n` |
//! | a letter twice | once |
//!
//! A Devanagari word is read in the same way: ट and त are `t`, ड and ड़ are `d`, every nasal but
//! म is `n`, and ज्ञ is `g`, as in gyan. It has one key. A word that is known to be spelled in a way
//! of its own in Latin letters (`data/romanized-words.tsv`), such as `budget`, or that spells out
//! letters, such as `एनडीए`, has a second one where the two sound different, and so has one with a
//! visarga, which may be dropped. Latin letters that
//! are read in two ways give a word further keys: `g` before `e`, `i` and `y` (`gita`, `general`),
//! `ch` (`chor`, `school`), `w` that may be a vowel (`town`), `rh` (`garh`, `farhan`) and `singh`.
//!
//! # Guarantees
//!
//! A key holds `a` to `z`, digits, and letters that are neither these nor Devanagari. No key is
//! empty, and none comes twice. A word without letters and digits has none. The spellings that
//! [`Folder::search`](crate::Folder::search) takes for one have a key in common.
//!
//! # Limits
//!
//! The keys are short, so that different words share them: `दिन` and `दाना` have the same. They
//! find candidates; what was typed exactly should rank higher. An `r` for ड़ (`larka` for
//! `लड़का`) and a dropped final nasal (`kitabo` for `किताबों`) are not met. A key knows no
//! inflection; [`stem`](crate::stem) does, before the keys are made.
//!
//! # Cost
//!
//! Time is linear in the word, but for a word in which several of the Latin doubts meet, which
//! is read once for every way to settle them, at most 32 times.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::devanagari::{self, Class, VIRAMA};
use crate::normalize::Folder;
use crate::token::unit::is_alphanumeric;
use crate::transliterate::romanize::own_spelling;

/// The search keys of one word in Devanagari or Latin letters. A word and the usual
/// romanizations of it have at least one in common.
///
/// ```
/// use akshar::search_keys;
///
/// assert_eq!(search_keys("ज़रूरत"), search_keys("zaroorat"));
/// assert_eq!(search_keys("general"), ["gnrl", "jnrl"]);
/// assert!(search_keys("…").is_empty());
/// ```
#[must_use]
pub fn search_keys(word: &str) -> Vec<String> {
    // A mark counts where it is heard, not where it was typed.
    let word = &MENDED.fold(word);
    let mut keys = readings(word);
    if word.contains(VISARGA) {
        let others = readings(&word.replace(VISARGA, ""));
        // It is not heard where there is nothing else to hear.
        if others.is_empty() {
            keys.clear();
        }
        for key in others {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
    }
    if word.contains(devanagari::contains)
        && let Some(latin) = own_spelling(word)
    {
        let latin = readings(&latin);
        if !keys.iter().any(|key| latin.contains(key)) {
            keys.extend(latin.into_iter().take(1));
        }
    }
    keys
}

/// Nor do characters matter that show nothing.
const MENDED: Folder = Folder::none()
    .mark_order(true)
    .vowel_parts(true)
    .invisibles(true);

/// Everyday spelling often leaves it out.
const VISARGA: char = 'ः';

/// The different keys of a word, one for each way to settle what its Latin letters leave open.
fn readings(word: &str) -> Vec<String> {
    let letters: Vec<char> = word
        .nfd()
        .filter(|letter| devanagari::contains(*letter) || !is_combining_mark(*letter))
        .map(|letter| letter.to_ascii_lowercase())
        .collect();
    let first = Reader::read(&letters, 0);
    let others = (1..=first.open).filter(|settled| settled & !first.open == 0);
    let others = others.map(|settled| Reader::read(&letters, settled).key);
    let mut keys = Vec::with_capacity(1);
    for key in std::iter::once(first.key).chain(others) {
        if !key.is_empty() && !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys
}

/// What Latin letters leave open.
#[derive(Debug, Clone, Copy)]
enum Doubt {
    /// `g` before `e`, `i`, `y`: of गीता, or of जनरल.
    SoftG,
    /// `ch` before some letters and after `s`: of मछली, or of स्कूल.
    HardCh,
    /// `w` where no vowel follows, or after `e` and `o`: of देव, or of टाउन.
    VowelW,
    /// `rh`: of फरहान, or of गढ़.
    FlapRh,
    /// `singh`: of सिंघल, or of सिंह.
    SinghAsSinh,
}

/// Reads the letters of a word, and writes its key.
#[derive(Default)]
struct Reader {
    key: String,
    is_begun: bool,
    /// The consonant that comes next in the key.
    held: Option<char>,
    /// The consonant that was read last, be it for the key or not.
    last: char,
    /// The doubts that were met, as bits.
    open: u8,
    /// Those that are settled in the second of the two ways.
    settled: u8,
}

impl Reader {
    fn read(letters: &[char], settled: u8) -> Reader {
        let mut reader = Reader {
            settled,
            ..Reader::default()
        };
        let mut at = 0;
        while let Some(&letter) = letters.get(at) {
            at += reader.letter(letter, &letters[..at], &letters[at + 1..]);
        }
        reader.hold(None);
        reader
    }

    /// Reads a letter with those that are heard with it, and tells how many these are.
    fn letter(&mut self, letter: char, before: &[char], after: &[char]) -> usize {
        use Doubt::{FlapRh, HardCh, SinghAsSinh, SoftG, VowelW};
        let (sounds, length) = match (letter, after) {
            ('c' | 't', _) if let Some(length) = length_of_ch(letter, after) => {
                // `machli` and `chrome`, `chor` and `chorus`, `chemist`; `school`.
                let is_open = before.ends_with(&['s'])
                    || matches!(
                        after[length - 1..],
                        ['l' | 'm' | 'n' | 'o' | 'r', ..] | ['e', 'm', ..]
                    );
                let is_hard = is_open && self.is_second(HardCh);
                (if is_hard { "k" } else { "c" }, length)
            }
            ('s' | 't', ['i', 'o', 'n', ..]) => ("sn", 4),
            ('c', ['e' | 'i' | 'y', ..]) => ("s", 1),
            ('q', ['u', 'a' | 'e' | 'i', ..]) => ("kv", 2),
            // `night`.
            ('g', ['h', 't', ..]) => ("", 2),
            ('g', ['e' | 'i' | 'y', ..]) if self.is_second(SoftG) => ("j", 1),
            ('s', ['i', 'n', 'g', 'h', ..]) if self.is_second(SinghAsSinh) => ("sn", 4),
            ('r', ['h', ..]) if self.is_second(FlapRh) => ("d", 2),
            ('w', _) => {
                let is_open = !after.first().is_some_and(|next| is_vowel(*next))
                    || matches!(before.last(), Some('e' | 'o'));
                let is_silent = is_open && self.is_second(VowelW);
                (if is_silent { "" } else { "v" }, 1)
            }
            // ज्ञ is spoken ग्य.
            ('ज', [VIRAMA, 'ञ', ..]) => ("g", 3),
            _ => match sounds_of(letter) {
                Some(sounds) => (sounds, 1),
                None => {
                    self.other(letter);
                    return 1;
                }
            },
        };
        sounds.chars().for_each(|sound| self.sound(sound));
        length
    }

    /// A letter that is heard as it is written, a digit, or a sign without a sound.
    fn other(&mut self, letter: char) {
        if letter.is_ascii_alphabetic() {
            return self.sound(letter);
        }
        let digit = devanagari::digit_value(letter).map(|value| char::from(b'0' + value));
        let is_foreign = is_alphanumeric(letter) && !devanagari::contains(letter);
        if digit.is_some() || is_foreign {
            self.hold(None);
            self.is_begun = true;
            self.key.extend(digit.unwrap_or(letter).to_lowercase());
        }
    }

    /// Whether a doubt, which is open here, is settled in the second way.
    fn is_second(&mut self, doubt: Doubt) -> bool {
        let bit = 1 << doubt as u8;
        self.open |= bit;
        self.settled & bit != 0
    }

    /// Adds a sound to the key.
    fn sound(&mut self, sound: char) {
        let is_first = !std::mem::replace(&mut self.is_begun, true);
        if sound == 'a' {
            if is_first {
                self.key.push('a');
            }
            return;
        }
        let last = std::mem::replace(&mut self.last, sound);
        if sound != 'h' || !"kgcjtdpbsr".contains(last) {
            self.hold(Some(sound));
        }
    }

    /// Writes the consonant that was held back until the next one is known.
    fn hold(&mut self, next: Option<char>) {
        let Some(held) = std::mem::replace(&mut self.held, next) else {
            return;
        };
        let letter = match (held, next) {
            ('m', Some('p' | 'b' | 'v')) => 'n',
            _ => held,
        };
        if !self.key.ends_with(letter) {
            self.key.push(letter);
        }
    }
}

/// The length of `ch`, `chh`, `cch`, `tch`, `chch` and the like.
fn length_of_ch(letter: char, after: &[char]) -> Option<usize> {
    let stops = after.iter().take_while(|next| matches!(next, 'c' | 't'));
    let stops = stops.count();
    let breaths = after[stops..].iter().take_while(|next| **next == 'h');
    let breaths = breaths.count();
    let last = stops.checked_sub(1).map_or(letter, |last| after[last]);
    (last == 'c' && breaths > 0).then_some(1 + stops + breaths)
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// What is heard of a letter by itself, `a` being any vowel. `None` where that is the letter.
fn sounds_of(letter: char) -> Option<&'static str> {
    Some(match letter {
        'e' | 'i' | 'o' | 'u' | 'y' | 'य' | 'ॺ' => "a",
        'c' | 'q' | 'क' => "k",
        'f' => "p",
        'x' => "ks",
        'z' | 'ज' | 'ॹ' | 'ॼ' => "j",
        'ख' => "kh",
        'ग' | 'ॻ' => "g",
        'घ' => "gh",
        'च' | 'छ' => "c",
        'झ' => "jh",
        'ट' | 'त' => "t",
        'ठ' | 'थ' => "th",
        'ड' | 'द' | 'ॸ' | 'ॾ' => "d",
        'ढ' | 'ध' => "dh",
        'ङ' | 'ञ' | 'ण' | 'न' | 'ं' | 'ँ' | 'ऀ' => "n",
        'प' => "p",
        'फ' => "ph",
        'ब' | 'ॿ' => "b",
        'भ' => "bh",
        'म' => "m",
        'र' | 'ऋ' | 'ॠ' | 'ृ' | 'ॄ' => "r",
        'ल' | 'ळ' => "l",
        'व' => "v",
        'श' | 'ष' => "sh",
        'स' => "s",
        'ह' | 'ः' => "h",
        'ॐ' => "am",
        _ => match devanagari::class(letter)? {
            Class::IndependentVowel => "a",
            _ => return None,
        },
    })
}
