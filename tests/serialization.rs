//! The serialized form of options and names, and that it reads back.

use akshar::devanagari::Class;
use akshar::transliterate::{Danda, Digits, Unknown};
use akshar::{
    Folder, Romanizer, Scheme, Schwa, Stopwords, TokenKind, Transliterator, WordClass, tokens,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, from_value, json, to_value};

/// Asserts that a value is written so and read back.
fn assert_written<T>(value: &T, written: Value)
where
    T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug,
{
    assert_eq!(to_value(value).unwrap(), written);
    assert_eq!(from_value::<T>(written).unwrap(), *value);
}

#[test]
fn names_are_those_that_are_displayed() {
    for scheme in Scheme::ALL {
        assert_written(scheme, json!(scheme.name()));
    }
    let stopwords = Stopwords::hindi().with(["संवाददाता"]);
    for (_, class) in stopwords.iter() {
        assert_written(&class, json!(class.name()));
    }
    let text = "शब्द 12 example.com a@example.com @a #a 😀 ! %";
    let kinds: Vec<TokenKind> = tokens(text).map(|token| token.kind).collect();
    assert_eq!(kinds.len(), 9);
    for kind in kinds {
        assert_written(&kind, json!(kind.name()));
    }
    assert_written(&WordClass::LightVerb, json!("light verb"));
    assert_written(&Class::IndependentVowel, json!("independent vowel"));
    assert_written(&Class::AbbreviationSign, json!("abbreviation sign"));
    assert_written(&Class::HighSpacingDot, json!("high spacing dot"));
    assert_written(&Class::Matra, json!("matra"));
}

#[test]
fn options_are_words() {
    assert_written(&Schwa::Delete, json!("delete"));
    assert_written(&Digits::Convert, json!("convert"));
    assert_written(&Danda::Keep, json!("keep"));
    assert_written(&Unknown::Drop, json!("drop"));
    assert_written(&Unknown::Replace('?'), json!({"replace": "?"}));
}

#[test]
fn a_folder_is_a_map_of_its_folds() {
    let folder = Folder::search().nukta(false);
    let written = to_value(folder).unwrap();
    assert_eq!(written["nukta"], false);
    assert_eq!(written["letter_case"], true);
    assert_written(&folder, written);
    let read: Folder = from_value(json!({"nukta": false})).unwrap();
    assert_eq!(read, folder);
    assert_eq!(Folder::default(), Folder::search());
    assert!(from_value::<Folder>(json!({"nuktas": false})).is_err());
}

#[test]
fn a_romanizer_is_a_map_of_its_options() {
    let slug = Romanizer::new().slug(true);
    assert_written(&slug, json!({"title_case": false, "slug": true}));
    let read: Romanizer = from_value(json!({"slug": true})).unwrap();
    assert_eq!(read, slug);
    assert!(from_value::<Romanizer>(json!({"slugs": true})).is_err());
}

#[test]
fn a_transliterator_is_a_map_of_schemes_and_options() {
    let to_slp1 = Transliterator::new(Scheme::Devanagari, Scheme::Slp1)
        .schwa(Schwa::Delete)
        .unknown(Unknown::Replace('*'));
    assert_written(
        &to_slp1,
        json!({
            "from": "devanagari", "to": "slp1", "schwa": "delete", "digits": "convert",
            "danda": "convert", "unknown": {"replace": "*"}
        }),
    );
    for &to in Scheme::ALL {
        let by_default = Transliterator::new(Scheme::Devanagari, to);
        let written = json!({"from": "devanagari", "to": to.name()});
        assert_eq!(from_value::<Transliterator>(written).unwrap(), by_default);
    }
    let misspelled = json!({"from": "devanagari", "to": "iast", "schwas": "keep"});
    assert!(from_value::<Transliterator>(misspelled).is_err());
}

#[test]
fn stopwords_are_a_map_of_words_to_classes() {
    assert_written(&Stopwords::from_words(["ख़बर"]), json!({"ख़बर": "custom"}));
    let hindi = Stopwords::hindi();
    let written = serde_json::to_string(&hindi).unwrap();
    assert_eq!(serde_json::from_str::<Stopwords>(&written).unwrap(), hindi);
    let first = written.find("अंदर").unwrap();
    assert!(first < written.find("है").unwrap(), "in order");
    // A precomposed letter is read as its NFC.
    let read: Stopwords = from_value(json!({"\u{959}बर": "custom"})).unwrap();
    assert!(read.contains("ख़बर"));
}
