//! The paradigms of Hindi: which endings the words of each class have.

use std::borrow::Cow;

use once_cell::sync::Lazy;

use crate::devanagari::{self, Class};

/// Words that are inflected alike; each paradigm is named by one of its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Paradigm {
    /// A feminine noun that adds its endings to the whole word: किताब, किताबें; माता, माताएँ.
    Kitab,
    /// A masculine noun that has an ending in the oblique plural alone: घर, घरों.
    Ghar,
    /// A noun that keeps its English plural beside the Hindi one: फ़िल्म, फ़िल्म्स, फ़िल्में.
    Film,
    /// लड़का, लड़के, लड़कों.
    Larka,
    /// रुपया, रुपये or रुपए, रुपयों.
    Rupaya,
    /// बटुआ, बटुए, बटुओं.
    Batua,
    /// लड़की, लड़कियाँ, लड़कियों.
    Larki,
    /// भाई, भाइयों; मिठाई, मिठाइयाँ.
    Bhai,
    /// शक्ति, शक्तियाँ, शक्तियों.
    Shakti,
    /// चिड़िया, चिड़ियाँ; पहिया, पहिये or पहिए.
    Chiriya,
    /// वस्तु, वस्तुएँ, वस्तुओं.
    Vastu,
    /// बहू, बहुएँ, बहुओं.
    Bahu,
    /// An adjective that agrees with its noun: अच्छा, अच्छे, अच्छी.
    Accha,
    /// The same with a glide: नया, नये or नए, नयी or नई.
    Naya,
    /// A verb: करना.
    Karna,
    /// Any word, whether the lexicon has it or not.
    Any,
}

use Paradigm::*;

/// How many there are.
const PARADIGMS: usize = Any as usize + 1;

impl Paradigm {
    /// The base of a word, which is what its endings are added to, and its paradigm. `None`
    /// where words of the class do not end so.
    pub(super) fn of<'w>(word: &'w str, class: &str) -> Option<(&'w str, Paradigm)> {
        let by_ending: &[(&str, Paradigm)] = match class {
            "masculine" => &[
                ("िया", Chiriya),
                ("या", Rupaya),
                ("ा", Larka),
                ("आ", Batua),
                ("ी", Larki),
                ("ई", Bhai),
                ("ि", Shakti),
                ("ु", Vastu),
                ("ू", Bahu),
                ("", Ghar),
            ],
            "feminine" => &[
                ("िया", Chiriya),
                ("ी", Larki),
                ("ई", Bhai),
                ("ि", Shakti),
                ("ु", Vastu),
                ("ू", Bahu),
                ("", Kitab),
            ],
            "loan" => &[("", Film)],
            "adjective" => &[("या", Naya), ("ा", Accha), ("ाँ", Accha), ("आ", Accha)],
            "verb" => &[("ना", Karna)],
            _ => &[],
        };
        let mut bases = by_ending
            .iter()
            .filter_map(|&(ending, paradigm)| Some((word.strip_suffix(ending)?, paradigm)));
        bases.next()
    }

    /// After which bases an ending of this paradigm stands.
    fn place_of(self, ending: &str) -> Place {
        match self {
            // A verb's ending begins with a vowel letter, or the glide for it, after a vowel.
            Karna if ending.starts_with(['इ', 'ई', 'ऊ', 'ए', 'ओ', 'य', 'व']) => {
                Place::AfterVowel
            }
            // `पार्टीज़`, `क्लासेज़`; but स्टोरेज is not of स्टोर, nor कैंपस of कैंप.
            Film => match ending {
                "ज़" | "ज" | "स" => Place::AfterLongVowel,
                "ेज़" | "ेज" | "ेस" => Place::AfterSibilant,
                _ => Place::Any,
            },
            // Hardly any word is left of one letter.
            Any => Place::AfterTwoLetters,
            _ => Place::Any,
        }
    }
}

/// The bases that an ending stands after.
#[derive(Debug, Clone, Copy)]
enum Place {
    Any,
    AfterVowel,
    AfterLongVowel,
    AfterSibilant,
    AfterTwoLetters,
}

impl Place {
    fn is_after(self, base: &str) -> bool {
        match self {
            Place::Any => true,
            Place::AfterVowel => {
                let last = base.chars().next_back().and_then(devanagari::class);
                matches!(last, Some(Class::Matra | Class::IndependentVowel))
            }
            Place::AfterLongVowel => base.ends_with(['ा', 'ी', 'ू', 'ो']),
            Place::AfterSibilant => base.ends_with(['च', 'ज', '\u{93C}', 'श', 'स']),
            Place::AfterTwoLetters => base.chars().nth(1).is_some(),
        }
    }
}

/// A set of paradigms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Paradigms(u16);

impl Paradigms {
    /// What every word has.
    pub(super) const ANY: Paradigms = Paradigms(1 << Any as u16);

    pub(super) fn insert(&mut self, paradigm: Paradigm) {
        self.0 |= 1 << paradigm as u16;
    }

    /// The numbers of the paradigms that are in both sets: hardly ever more than one.
    #[inline]
    fn shared(self, other: Paradigms) -> impl Iterator<Item = usize> {
        let mut left = self.0 & other.0;
        std::iter::from_fn(move || {
            let first = (left != 0).then_some(left.trailing_zeros() as usize);
            left &= left.wrapping_sub(1);
            first
        })
    }
}

/// An ending of the words of a paradigm, and what the dictionary form has in its place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ending {
    pub(super) paradigm: Paradigm,
    pub(super) citation: &'static str,
    /// Where a word can be read in several ways, the lowest counts.
    pub(super) rank: u8,
    place: Place,
}

/// The endings, found from the end of a word backwards, letter by letter.
#[derive(Debug)]
pub(super) struct EndingTree {
    nodes: Vec<Node>,
}

/// The endings that have some letters in common, counted from the end.
#[derive(Debug)]
pub(super) struct Node {
    /// By the number of a paradigm, its ending that has no further letters, if there is one.
    endings: [Option<Ending>; PARADIGMS],
    /// The lowest of their ranks, or [`NO_RANK`].
    pub(super) rank: u8,
    paradigms: Paradigms,
    /// By the next letter before these, the node of the endings that have it.
    longer: [u8; BLOCK],
}

/// Above that of every ending.
pub(super) const NO_RANK: u8 = u8::MAX;

/// The node of all endings. No node leads back to it.
const ROOT: u8 = 0;

/// The code points of the Devanagari block.
const BLOCK: usize = 128;

impl EndingTree {
    pub(super) fn root(&self) -> &Node {
        &self.nodes[usize::from(ROOT)]
    }

    /// Whether any ending ends in a letter.
    #[inline]
    pub(super) fn is_end_of_any(&self, letter: usize) -> bool {
        self.root().longer[letter] != ROOT
    }

    /// The node of the endings that have one more letter before those of a node.
    #[inline]
    pub(super) fn longer(&self, node: &Node, letter: usize) -> Option<&Node> {
        let longer = node.longer[letter];
        (longer != ROOT).then(|| &self.nodes[usize::from(longer)])
    }

    fn add(&mut self, text: &str, ending: Ending) {
        let mut node = usize::from(ROOT);
        let mut rest = text;
        while let Some(letter) = last_letter(rest) {
            if self.nodes[node].longer[letter] == ROOT {
                let next = u8::try_from(self.nodes.len());
                self.nodes[node].longer[letter] = next.expect("there are fewer than 256 nodes");
                self.nodes.push(Node::new());
            }
            node = usize::from(self.nodes[node].longer[letter]);
            rest = &rest[..rest.len() - LETTER];
        }
        let node = &mut self.nodes[node];
        node.rank = node.rank.min(ending.rank);
        node.paradigms.insert(ending.paradigm);
        // They come in the order of their ranks.
        node.endings[ending.paradigm as usize].get_or_insert(ending);
    }
}

impl Node {
    fn new() -> Self {
        Node {
            endings: [None; PARADIGMS],
            rank: NO_RANK,
            paradigms: Paradigms(0),
            longer: [ROOT; BLOCK],
        }
    }

    /// The ending of the lowest rank, below this, that a base of these paradigms can have before the
    /// letters of this node.
    #[inline]
    pub(super) fn ending(&self, of: Paradigms, base: &str, below: u8) -> Option<&Ending> {
        let endings = self
            .paradigms
            .shared(of)
            .flat_map(|number| &self.endings[number]);
        endings
            .filter(|ending| ending.rank < below && ending.place.is_after(base))
            .min_by_key(|ending| ending.rank)
    }
}

/// The bytes of a Devanagari letter.
pub(super) const LETTER: usize = 3;

/// The place in its block of the Devanagari letter that a text ends in.
#[inline]
pub(super) fn last_letter(text: &str) -> Option<usize> {
    match text.as_bytes() {
        [.., 0xE0, block @ (0xA4 | 0xA5), last] => {
            Some(usize::from((block & 1) << 6 | last & 0x3F))
        }
        _ => None,
    }
}

pub(super) static ENDINGS: Lazy<EndingTree> = Lazy::new(|| {
    let nominal = NOMINAL.into_iter().flat_map(|(paradigm, citation, texts)| {
        let texts = texts.split(' ');
        texts.map(move |text| (text, paradigm, citation))
    });
    let verbal = VERBAL.split_ascii_whitespace();
    let verbal = verbal.map(|text| (text, Karna, "ना"));
    let unlisted = UNLISTED.map(|(text, citation)| (text, Any, citation));
    let mut tree = EndingTree {
        nodes: vec![Node::new()],
    };
    for ((text, paradigm, citation), rank) in nominal.chain(verbal).chain(unlisted).zip(0..) {
        for spelling in with_anusvara(text.trim_start_matches('-')) {
            tree.add(
                &spelling,
                Ending {
                    paradigm,
                    citation,
                    rank,
                    place: paradigm.place_of(&spelling),
                },
            );
        }
    }
    tree
});

/// An ending with its chandrabindu, if it has one, and with the anusvara that most write for it.
fn with_anusvara(text: &str) -> impl Iterator<Item = Cow<'_, str>> {
    let anusvara = text.replace('ँ', "ं");
    let is_other = anusvara != text;
    std::iter::once(Cow::Borrowed(text)).chain(is_other.then_some(Cow::Owned(anusvara)))
}

/// The endings of nouns and adjectives, and those of verbs that are preferred to the others. The
/// spellings in use are all here: `-ये` and `-ए`, and `-ें` where it is written for `-े`. `-` is
/// no ending.
const NOMINAL: [(Paradigm, &str, &str); 19] = [
    (Kitab, "", "- -ें -एँ -यें"),
    (Ghar, "", "- -ों -ओं"),
    (Film, "", "- -्स -स -ज़ -ज -ेज़ -ेज -ेस -ें -ों"),
    (Larka, "ा", "-ा -े -ों -ो -ें"),
    (Rupaya, "या", "-या -ये -ए -यों -ओं"),
    (Batua, "आ", "-आ -ए -ये -ओं"),
    (Larki, "ी", "-ी -ियाँ -ियों -ियो -ीयाँ -ीयों"),
    (Bhai, "ई", "-ई -इयाँ -इयों -इयो -ईयाँ -ईयों"),
    (Shakti, "ि", "-ि -ियाँ -ियों"),
    (Chiriya, "िया", "-िया -ियाँ -िये -िए -ियों"),
    (Vastu, "ु", "-ु -ुएँ -ुओं"),
    (Bahu, "ू", "-ू -ुएँ -ुओं -ूओं"),
    (Accha, "ा", "-ा -े -ी -ों"),
    (Accha, "ाँ", "-ाँ -ें -ीं"),
    (Accha, "आ", "-आ -ए -ई"),
    (Naya, "या", "-या -ये -ए -यी -ई -यों"),
    // घुटनों is of घुटना, not of घुटन, and छापों of छापा.
    (Kitab, "", "-ों -ओं"),
    // जाना is not of जानना: the infinitive, which agrees too, before the perfective.
    (Karna, "ना", "-ना -ने -नी -नीं"),
    // जीता is of जीतना, not of जीना: the perfective before the imperfective.
    (Karna, "ना", "-ा -े -ी -ीं -या -ये -ए -यी -ई -यीं -ईं"),
];

/// The other endings of verbs: the imperfective, the subjunctive, the future, the imperative,
/// the absolutive and the bare root.
const VERBAL: &str = "
    -ता -ते -ती -तीं
    -ूँ -ऊँ -ें -एँ -यें -वें -ो -ओ
    -ूँगा -ूँगी -ऊँगा -ऊँगी -ेगा -ेगी -एगा -एगी -येगा -येगी -वेगा -वेगी
    -ेंगे -ेंगी -एँगे -एँगी -येंगे -येंगी -वेंगे -वेंगी -ोगे -ोगी -ओगे -ओगी
    -िए -िये -िएगा -ियेगा -ियो -इए -इये -इएगा -इयेगा -इयो
    -कर - -के
";

/// What a word that is not in the lexicon is read as.
const UNLISTED: [(&str, &str); 46] = [
    ("-वाले", "वाला"),
    ("-वाली", "वाला"),
    ("-वालों", "वाला"),
    ("-क्तियाँ", "क्ति"),
    ("-क्तियों", "क्ति"),
    ("-त्तियाँ", "त्ति"),
    ("-त्तियों", "त्ति"),
    ("-प्तियाँ", "प्ति"),
    ("-प्तियों", "प्ति"),
    ("-द्धियाँ", "द्धि"),
    ("-द्धियों", "द्धि"),
    ("-ष्टियाँ", "ष्टि"),
    ("-ष्टियों", "ष्टि"),
    ("-नीतियाँ", "नीति"),
    ("-नीतियों", "नीति"),
    ("-पतियाँ", "पति"),
    ("-पतियों", "पति"),
    ("-जातियाँ", "जाति"),
    ("-जातियों", "जाति"),
    ("-भूमियाँ", "भूमि"),
    ("-भूमियों", "भूमि"),
    ("-ितियाँ", "िति"),
    ("-ितियों", "िति"),
    ("-ृतियाँ", "ृति"),
    ("-ृतियों", "ृति"),
    ("-ूतियाँ", "ूति"),
    ("-ूतियों", "ूति"),
    ("-ैयाँ", "ैया"),
    ("-ैयों", "ैया"),
    ("-ियाँ", "ी"),
    ("-ियों", "ी"),
    ("-इयाँ", "ई"),
    ("-इयों", "ई"),
    ("-ईयाँ", "ई"),
    ("-ईयों", "ई"),
    ("-ुएँ", "ु"),
    ("-ुओं", "ु"),
    ("-वाँ", "वाँ"),
    ("-वीं", "वाँ"),
    ("-वें", "वाँ"),
    ("-एँ", ""),
    ("-ऐँ", ""),
    ("-ओं", ""),
    ("-ें", ""),
    ("-ों", ""),
    ("-ने", "ना"),
];
