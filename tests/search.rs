//! The terms under which a text is found, and what tantivy is given.

use std::borrow::Cow;

use akshar::{
    Analyzer, Folder, Keys, Stopwords, TermKind, TokenKind, WordClass, search_keys, stem,
};

fn terms(analyzer: &Analyzer, text: &str) -> Vec<String> {
    analyzer
        .terms(text)
        .map(|term| term.text.into_owned())
        .collect()
}

#[test]
fn spellings_and_forms_meet() {
    let analyzer = Analyzer::new();
    for texts in [
        ["हिन्दी की किताबें", "हिंदी किताबों में"],
        ["ज़मीनों के विवाद", "जमीन का विवाद"],
        ["गाँव की लड़कियाँ", "गांवों की लडकी"],
        ["डॉक्टरों ने कहा", "डाक्टर कहेंगे"],
        ["डॉ. राव", "डॉ॰ राव"],
        ["बी.जे.पी. के नेता", "बीजेपी नेताओं"],
        ["१२.५ करोड़", "12.5 करोड"],
        ["COVID", "covid"],
    ] {
        let [text, other] = texts.map(|text| terms(&analyzer, text));
        assert_eq!(text, other, "{texts:?}");
        assert!(!text.is_empty());
    }
    assert_ne!(terms(&analyzer, "दिन"), terms(&analyzer, "दीन"));
}

#[test]
fn each_kind_of_token_has_its_term() {
    let text = "नेता @jvp_example #गोरखपुर_की_बात 1,250 😀 a@example.com https://example.com/A ₹!";
    let analyzer = Analyzer::new();
    let found: Vec<_> = analyzer
        .terms(text)
        .map(|term| (term.text.into_owned(), term.kind, &text[term.range]))
        .collect();
    let found: Vec<_> = found
        .iter()
        .map(|(term, kind, source)| (term.as_str(), *kind, *source))
        .collect();
    assert_eq!(
        found,
        [
            ("नेता", TermKind::Word, "नेता"),
            ("jvp_example", TermKind::Mention, "jvp_example"),
            ("गोरखपुर_की_बात", TermKind::Hashtag, "गोरखपुर_की_बात"),
            ("1,250", TermKind::Number, "1,250"),
            ("a@example.com", TermKind::Email, "a@example.com"),
            (
                "https://example.com/a",
                TermKind::Url,
                "https://example.com/A"
            ),
        ]
    );
}

#[test]
fn a_word_has_the_keys_of_its_stem_too() {
    let keys = Analyzer::new().keys(Keys::Only);
    let of_stem = search_keys(&stem("लड़कियों"));
    let of_word = search_keys("लड़कियों");
    assert!(of_stem.iter().all(|key| !of_word.contains(key)));
    assert_eq!(terms(&keys, "लड़कियों"), [of_word.clone(), of_stem].concat());
    assert_eq!(terms(&keys.clone().stem(false), "लड़कियों"), of_word);
    // What is no word has no other form.
    assert_eq!(terms(&keys, "#लड़कियों"), of_word);
    assert!(terms(&keys, "https://example.com a@example.com").is_empty());
}

#[test]
fn each_step_can_be_left_out_or_changed() {
    let text = "सरकार ने ज़मीनें नहीं दीं";
    assert_eq!(
        terms(&Analyzer::none(), text),
        ["सरकार", "ने", "ज़मीनें", "नहीं", "दीं"]
    );
    let folds = Analyzer::none().folder(Folder::search());
    assert_eq!(terms(&folds, text), ["सरकार", "ने", "जमीनें", "नहीं", "दीं"]);
    let drops = Analyzer::none().stopwords(Stopwords::hindi());
    assert_eq!(terms(&drops, text), ["सरकार", "ज़मीनें"]);
    let keeps = Analyzer::new()
        .folder(None)
        .stem(false)
        .stopwords(Stopwords::hindi().without_class(WordClass::Negation));
    assert_eq!(terms(&keeps, text), ["सरकार", "ज़मीनें", "नहीं"]);
    assert_eq!(terms(&Analyzer::none().stem(true), "किताबें"), ["किताब"]);
}

#[test]
fn a_stopword_leaves_its_position_empty() {
    let analyzer = Analyzer::new();
    let positions: Vec<usize> = analyzer
        .terms("राम ने, सीता को (फल) दिए")
        .map(|term| term.position)
        .collect();
    assert_eq!(positions, [0, 2, 4]);
}

#[test]
fn a_stopword_is_known_in_every_spelling() {
    let analyzer = Analyzer::new();
    for stopword in [
        "में",
        "मे\u{902}\u{902}",
        "म\u{902}\u{947}",
        "गयीं",
        "हूं",
        "हू\u{200D}ँ",
    ] {
        assert_eq!(terms(&analyzer, stopword), [""; 0], "{stopword:?}");
    }
}

#[test]
fn keys_come_with_their_word_or_alone() {
    let text = "समाजवादी पार्टी https://example.com";
    let added = Analyzer::new().keys(Keys::Added);
    let found: Vec<_> = added
        .terms(text)
        .map(|term| {
            (
                term.text.into_owned(),
                term.kind,
                term.position,
                &text[term.range],
            )
        })
        .collect();
    let smjvd = ("smjvd".to_owned(), TermKind::Key, 0, "समाजवादी");
    assert_eq!(found[1], smjvd);
    assert_eq!(found.last().unwrap().1, TermKind::Url);

    let only = Analyzer::new().keys(Keys::Only);
    assert!(only.terms(text).all(|term| term.kind == TermKind::Key));
    let keys = |text| terms(&only, text);
    assert_eq!(keys("samajwadi party"), keys("समाजवादी पार्टी"));
    // The stem has keys of its own.
    for typed in ["kitab", "kitaben"] {
        assert!(keys("किताबें").contains(&keys(typed)[0]), "{typed}");
    }
}

#[test]
fn what_does_not_change_is_borrowed() {
    let analyzer = Analyzer::new();
    for text in ["किताब", "किताबें", "किसानों", "उतरा", "सरकार", "example"]
    {
        for term in analyzer.terms(text) {
            assert!(matches!(term.text, Cow::Borrowed(_)), "{text}");
        }
    }
}

#[test]
fn kinds_and_classes_are_shown_by_their_names() {
    for kind in [TermKind::Word, TermKind::Hashtag, TermKind::Key] {
        assert_eq!(kind.to_string(), kind.name());
    }
    assert_eq!(TokenKind::Punctuation.to_string(), "punctuation");
    assert_eq!(
        WordClass::LightVerb.to_string(),
        WordClass::LightVerb.name()
    );
}

#[test]
fn no_term_is_empty() {
    let analyzer = Analyzer::new().keys(Keys::Added);
    for text in [
        "",
        " ",
        "\u{200D}",
        "़",
        "ः",
        "॰",
        "#ः",
        "@",
        "क॰",
        "।।",
        "़ ः ं",
    ] {
        for term in analyzer.terms(text) {
            assert!(!term.text.is_empty(), "{text:?}");
        }
    }
}

#[cfg(feature = "serde")]
#[test]
fn an_analyzer_is_a_map_of_its_steps() {
    use serde_json::{from_value, json, to_value};

    let analyzer: Analyzer = from_value(json!({"stopwords": null, "keys": "only"})).unwrap();
    let expected = Analyzer::new().stopwords(None).keys(Keys::Only);
    assert_eq!(analyzer, expected);
    assert_eq!(
        from_value::<Analyzer>(to_value(&expected).unwrap()).unwrap(),
        expected
    );
    assert!(from_value::<Analyzer>(json!({"stems": true})).is_err());
    let term = Analyzer::new().terms("नदियाँ").next().map(to_value);
    let written = json!({
        "text": "नदी", "range": {"start": 0, "end": 18}, "kind": "word", "position": 0
    });
    assert_eq!(term.unwrap().unwrap(), written);
}

#[cfg(feature = "tantivy")]
mod tantivy {
    use akshar::tantivy::{SearchKeys, Stemmer};
    use akshar::{Analyzer, Folder, Romanizer, Stopwords};
    use tantivy::tokenizer::{TextAnalyzer, WhitespaceTokenizer};

    /// The text, position and source of each token.
    fn tokens(mut analyzer: TextAnalyzer, text: &str) -> Vec<(String, usize, String)> {
        let mut tokens = Vec::new();
        analyzer.token_stream(text).process(&mut |token| {
            let source = &text[token.offset_from..token.offset_to];
            tokens.push((token.text.clone(), token.position, source.to_owned()));
        });
        tokens
    }

    const TEXT: &str = "ज़मीनों का विवाद, बी.जे.पी. की नदियाँ";

    #[test]
    fn an_analyzer_is_a_tokenizer() {
        let analyzer = Analyzer::new();
        let expected: Vec<_> = analyzer
            .terms(TEXT)
            .map(|term| {
                (
                    term.text.into_owned(),
                    term.position,
                    TEXT[term.range].to_owned(),
                )
            })
            .collect();
        assert!(expected.len() > 3);
        assert_eq!(tokens(TextAnalyzer::from(analyzer.clone()), TEXT), expected);
    }

    #[test]
    fn filters_follow_any_tokenizer() {
        let analyzer = TextAnalyzer::builder(WhitespaceTokenizer::default())
            .filter(Folder::search())
            .filter(Stopwords::hindi())
            .filter(Stemmer)
            .filter(SearchKeys)
            .build();
        let token =
            |text: &str, position, source: &str| (text.to_owned(), position, source.to_owned());
        assert_eq!(
            tokens(analyzer, "हिन्दी की किताबें \u{200D}"),
            [
                token("हिंदी", 0, "हिन्दी"),
                token("hnd", 0, "हिन्दी"),
                token("किताब", 2, "किताबें"),
                token("ktb", 2, "किताबें"),
            ]
        );
        let latin = TextAnalyzer::builder(Analyzer::none())
            .filter(Romanizer::new())
            .build();
        assert_eq!(tokens(latin, "नदी")[0].0, "nadi");
    }
}
