//! Inflection: the forms of a Hindi word, brought together.
//!
//! [`lemma`] gives the form under which a dictionary has a word, to be shown to a reader; [`stem`]
//! gives what all forms of a word share, to match them. Both look at one word alone, not at its
//! part of speech or the words around it.
//!
//! ```
//! use akshar::{lemma, stem};
//!
//! assert_eq!(lemma("लड़कियों"), "लड़की");
//! assert_eq!(lemma("कार्यकर्ताओं"), "कार्यकर्ता");
//! assert_eq!(lemma("गया"), "जाना");
//! assert_eq!(lemma("अच्छी"), "अच्छा");
//! // What only looks inflected stays.
//! assert_eq!(lemma("पानी"), "पानी");
//!
//! assert_eq!(stem("ख़रीदेंगे"), stem("खरीदा"));
//! assert_ne!(stem("मेले"), stem("मेल"));
//! ```
//!
//! # How a word is read
//!
//! As a base and an ending, by the paradigms of Hindi. Which bases have which endings is told by
//! `data/lexicon.tsv` and the verbs of `data/verbs.tsv`: लड़के is of लड़का, but पहले is पहले; चिड़ियों
//! is of चिड़िया, लड़कियों of लड़की and शक्तियों of शक्ति. Irregular forms stand in
//! `data/inflected-forms.tsv`. A word that is in none of them can still lose the endings that only
//! plurals have: ड्रोनों is of ड्रोन, भूमिकाएँ of भूमिका.
//!
//! A form that several words have is read as that of one of them: a noun or adjective before a
//! verb where the lexicon lists it, and of a verb's readings the perfective (बना is of बनना) before
//! the bare root (of बनाना).
//!
//! # What the dictionary form is
//!
//! | of | it is | so |
//! | --- | --- | --- |
//! | a noun | the direct singular | कमरों कमरा, नदियाँ नदी, वस्तुएँ वस्तु |
//! | an adjective | the masculine one of these | नई नया, पाँचवें पाँचवाँ |
//! | a verb | the infinitive; a causative has its own | कीजिए करना, करवाया करवाना, रही रहना |
//! | the copula | है for its present, था for its past, else होना | हूँ है, थीं था, हुआ होना |
//! | a pronoun | the direct singular, of the possessive too | उसने वह, मुझे मैं, मेरा मैं, जिन्हें जो |
//!
//! These are the conventions of the Hindi treebanks. Words of other scripts, numbers and
//! punctuation are their own dictionary form, as is every word that is not known to be a form.
//!
//! # Spelling
//!
//! Words are known with and without the nukta of loans, with chandrabindu or anusvara, with a nasal
//! consonant or anusvara before a stop, with `ये` or `ए`, and as [`Folder::search`] folds them. A
//! lemma keeps the spelling of the word, but where it is an irregular form: झण्डे gives झण्डा, and
//! खरीदे gives खरीदना. A stem does not: the words of the lexicon have one stem in all spellings, so
//! it is not for display. Of other words the spellings meet where they are folded before.
//!
//! # Limits
//!
//! The lexicon does not have every word: a masculine noun in -ा that it lacks keeps its -े, and a
//! verb that it lacks all of its endings but -ने. A form that is spelled as that of another word is
//! read as one of them always: जाना as to go, not as the perfective of जानना. Compounds with a
//! hyphen and several words at once are read as one word.
//!
//! # Guarantees
//!
//! Neither is ever empty for a word that is not, and both are NFC where the word is. The answer
//! depends on the word alone. Time is linear in its length.
//!
//! # Cost
//!
//! The word is looked up, and what is left of it without each ending that it may have: together
//! one or two look-ups for most words. [`lemma`] allocates only where it writes another ending,
//! and [`stem`] only where it does so for a word that is not in the lexicon.
//! The first call reads the lexicon, which takes some ten milliseconds, and keeps 1.8 MB.
//!
//! [`Folder::search`]: crate::Folder::search

mod lexicon;
mod paradigm;

use std::borrow::Cow;

use lexicon::{Entry, Whole, entry};
use paradigm::{ENDINGS, Ending, LETTER, NO_RANK, Paradigms, last_letter};

use crate::word_table::Query;

/// What all forms of a word share, for matching: the dictionary form, in one spelling where the
/// lexicon has the word.
///
/// Takes one word, folded by [`Folder::search`](crate::Folder::search) or not.
///
/// ```
/// use akshar::stem;
///
/// for form in ["पहुँचा", "पहुंचे", "पहुँचकर", "पहुंचने"] {
///     assert_eq!(stem(form), stem("पहुँचना"));
/// }
/// assert_eq!(stem("किताबें"), stem("किताबों"));
/// ```
#[must_use]
pub fn stem(word: &str) -> Cow<'_, str> {
    match standing_stem(word.into()) {
        Some(stem) => Cow::Borrowed(stem),
        // It is none that the lexicon spells.
        None => lemma(word),
    }
}

/// The [`stem`], unless it has to be written anew, as hardly any has.
pub(crate) fn standing_stem<'w>(query: Query<'w>) -> Option<&'w str> {
    let reading = read(query);
    reading.listed().or_else(|| reading.standing(query.word))
}

/// The [`stem`] of a word that is no longer needed.
pub(crate) fn stem_in_place(mut word: String) -> Cow<'static, str> {
    let reading = read((&word).into());
    if let Some(listed) = reading.listed() {
        return Cow::Borrowed(listed);
    }
    match reading.standing(&word).map(str::len) {
        Some(length) => word.truncate(length),
        None => word = lemma(&word).into_owned(),
    }
    Cow::Owned(word)
}

/// The form under which a dictionary has the word, for display.
///
/// ```
/// use akshar::lemma;
///
/// assert_eq!(lemma("किताबें"), "किताब");
/// assert_eq!(lemma("पहुंचेंगे"), "पहुंचना");
/// assert_eq!(lemma("उन्होंने"), "वह");
/// assert_eq!(lemma("रोटी"), "रोटी");
/// ```
#[must_use]
pub fn lemma(word: &str) -> Cow<'_, str> {
    match read(word.into()) {
        Reading::Whole(_) => Cow::Borrowed(word),
        Reading::FormOf(lemma) => Cow::Borrowed(lemma),
        Reading::Inflected(form) => form.cited(word),
    }
}

/// How a word is read.
enum Reading<'w> {
    /// As its own dictionary form, which the lexicon may spell otherwise.
    Whole(Option<&'static str>),
    /// As an irregular form of this word.
    FormOf(&'static str),
    /// As a base with an ending.
    Inflected(Form<'w>),
}

impl<'w> Reading<'w> {
    /// The dictionary form as the lexicon spells it, where it has the word.
    #[inline]
    fn listed(&self) -> Option<&'static str> {
        match self {
            Reading::Whole(listed) => *listed,
            Reading::FormOf(lemma) => Some(lemma),
            Reading::Inflected(form) => form.listed,
        }
    }

    /// The dictionary form, where the word begins with it.
    #[inline]
    fn standing(&self, word: &'w str) -> Option<&'w str> {
        match self {
            Reading::Whole(_) => Some(word),
            Reading::FormOf(_) => None,
            Reading::Inflected(form) => form.standing(word),
        }
    }
}

struct Form<'w> {
    base: &'w str,
    ending: &'static Ending,
    /// The word as the lexicon spells it, where it has it.
    listed: Option<&'static str>,
}

impl<'w> Form<'w> {
    /// The base with the ending of the dictionary form, where the word begins with them.
    fn standing(&self, word: &'w str) -> Option<&'w str> {
        let citation = self.ending.citation;
        if &word[self.base.len()..] == citation {
            Some(word)
        } else {
            citation.is_empty().then_some(self.base)
        }
    }

    /// The base with the ending of the dictionary form.
    fn cited(&self, word: &'w str) -> Cow<'w, str> {
        match self.standing(word) {
            Some(standing) => Cow::Borrowed(standing),
            None => Cow::Owned([self.base, self.ending.citation].concat()),
        }
    }
}

#[inline(always)]
fn read<'w>(query: Query<'w>) -> Reading<'w> {
    // All forms end in a Devanagari letter.
    let Some(letter) = last_letter(query.word) else {
        return Reading::Whole(None);
    };
    let known = entry(query);
    match known.map(Entry::whole) {
        Some(Some(Whole::Fixed(listed))) => return Reading::Whole(Some(listed)),
        Some(Some(Whole::FormOf(lemma))) => return Reading::FormOf(lemma),
        // Most words are like that.
        None if !ENDINGS.is_end_of_any(letter) => return Reading::Whole(None),
        _ => {}
    }
    match read_inflected(query.word, known) {
        Some(form) => Reading::Inflected(form),
        None => Reading::Whole(None),
    }
}

/// Reads a word of which this is known as a base with an ending.
#[inline(never)]
fn read_inflected<'w>(word: &'w str, mut known: Option<&'static Entry>) -> Option<Form<'w>> {
    let endings = &*ENDINGS;
    let mut node = endings.root();
    let mut base = word;
    let mut best: Option<(&Ending, &str, Option<&Entry>)> = None;
    let mut lowest = NO_RANK;
    loop {
        let paradigms = known.map_or(Paradigms::ANY, Entry::paradigms);
        if let Some(ending) = node.ending(paradigms, base, lowest) {
            best = Some((ending, base, known));
            lowest = ending.rank;
        }
        let longer = last_letter(base).and_then(|letter| endings.longer(node, letter));
        let Some(longer) = longer else { break };
        node = longer;
        base = &base[..base.len() - LETTER];
        // No base is looked up for endings that would not count.
        known = if node.rank < lowest {
            entry(base)
        } else {
            None
        };
    }
    let (ending, base, known) = best?;
    Some(Form {
        base,
        ending,
        listed: known.and_then(|known| known.word(ending.paradigm)),
    })
}
