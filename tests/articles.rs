//! The analysis of whole articles: those that come along, and small ones for each rule.

use std::path::Path;

use akshar::{Article, ParagraphKind, Stopwords, TokenKind, WordClass, graphemes};

/// Each article with its headline and what an editor would tag it with.
const ARTICLES: [(&str, &str, [&str; 4]); 15] = [
    (
        "01-politics",
        "यूपी चुनाव 2022: गोरखपुर में जन विकास पार्टी ने उतारे 9 उम्मीदवार, देखें सूची",
        ["जन विकास पार्टी", "चुनाव", "गोरखपुर", "उम्मीदवार"],
    ),
    (
        "02-cricket",
        "रोहन भदौरिया के 88वें शतक से कानपुर टाइगर्स ने लखनऊ को 45 रन से हराया",
        ["रोहन भदौरिया", "कानपुर टाइगर्स", "लखनऊ", "शतक"],
    ),
    (
        "03-weather",
        "उत्तराखंड से बिहार तक भारी बारिश का अलर्ट, देहरादून में स्कूल दो दिन बंद",
        ["बारिश", "उत्तराखंड", "देहरादून", "अलर्ट"],
    ),
    (
        "04-business",
        "मुरादाबाद की पीतल कंपनी हरिओम मेटल्स लाएगी ₹3,500 करोड़ का आईपीओ, 1,200 नौकरियां",
        ["हरिओम मेटल्स", "आईपीओ", "पीतल", "मुरादाबाद"],
    ),
    (
        "05-crime",
        "अलीगढ़ में फर्जी कॉल सेंटर का भंडाफोड़, सात गिरफ्तार, 63 मोबाइल फोन बरामद",
        ["फर्जी कॉल सेंटर", "पुलिस", "गिरफ्तार", "अलीगढ़"],
    ),
    (
        "06-health",
        "बरेली में डेंगू के 212 मरीज मिले, डॉ. फरीदा अंसारी बोलीं- घबराएं नहीं, सतर्क रहें",
        ["डेंगू", "मरीज", "फरीदा अंसारी", "बरेली"],
    ),
    (
        "07-science",
        "नैनीताल के वैज्ञानिकों ने खोजा नया धूमकेतु, प्रो. लीला बिष्ट के नाम पर नामकरण",
        ["धूमकेतु", "लीला बिष्ट", "दूरबीन", "नैनीताल"],
    ),
    (
        "08-film",
        "'चंबल का चाँद' को मिले पांच पुरस्कार, अभिनेत्री सुहानी राठौर ने मां को किया समर्पित",
        ["सुहानी राठौर", "चंबल का चाँद", "फिल्म", "पुरस्कार"],
    ),
    (
        "09-rural",
        "हरदोई के रामपुर कलां गाँव में 35 साल बाद लौटी नदी, महिलाओं ने खोदी 7 किमी नहर",
        ["नदी", "नहर", "महिला", "हरदोई"],
    ),
    (
        "10-education",
        "प्रयागराज विश्वविद्यालय परिसर में हिंदी माध्यम से शुरू होगी इंजीनियरिंग, 120 सीटों पर प्रवेश",
        ["हिंदी", "इंजीनियरिंग", "प्रयागराज", "छात्र"],
    ),
    (
        "11-railways",
        "वाराणसी-जम्मू के बीच चलेगी नई 'हिमगंगा एक्सप्रेस', 14 घंटे में पूरा होगा सफर",
        ["हिमगंगा एक्सप्रेस", "ट्रेन", "वाराणसी", "जम्मू"],
    ),
    (
        "12-technology",
        "इंदौर के स्टार्टअप ने बनाया बिना इंटरनेट वाला हिंदी वॉइस ऐप, 5G का इंतजार नहीं",
        ["ऐप", "स्टार्टअप", "इंदौर", "हिंदी"],
    ),
    (
        "13-environment",
        "पीलीभीत के जंगल में दिखा दुर्लभ सुनहरा उल्लू, गिनती में 2,300 पक्षी दर्ज",
        ["पक्षी", "दुर्लभ सुनहरा उल्लू", "पीलीभीत", "वन"],
    ),
    (
        "14-court",
        "मेरठ की अदालत ने 27 साल पुराने जमीन विवाद में सुनाया फैसला, विधवा कमला देवी को राहत",
        ["कमला देवी", "जमीन विवाद", "अदालत", "मेरठ"],
    ),
    (
        "15-poetry-festival",
        "मथुरा में 45वें ब्रज काव्य महोत्सव का समापन, कवि नंदलाल 'नीरद' को मिला सम्मान",
        ["ब्रज काव्य महोत्सव", "कवि", "कविता", "मथुरा"],
    ),
];

/// Of how many sentences the tokens are checked in full.
const TOKENIZED_SENTENCES: usize = 5;

fn shipped(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/articles");
    std::fs::read_to_string(folder.join(name).with_extension("txt")).unwrap()
}

fn keywords<'a>(article: &'a Article<'_>, most: usize) -> Vec<&'a str> {
    let keywords = article.keywords.iter().take(most);
    keywords.map(|keyword| keyword.text.as_str()).collect()
}

fn headline(text: &str) -> Option<&str> {
    Article::parse(text).headline.map(|headline| headline.text)
}

/// The analysis in a form that a reader of Hindi can check: the headline, each sentence with the
/// kind of its paragraph, the tokens of the first sentences, the keywords with how often they
/// stand, and the counts.
fn readable(article: &Article<'_>) -> String {
    let mut lines = vec!["# headline".to_owned()];
    lines.extend(article.headline.iter().map(|headline| headline.text.into()));
    lines.extend(["", "# sentences"].map(str::to_owned));
    for paragraph in &article.paragraphs {
        let kind = match paragraph.kind {
            ParagraphKind::Headline => "headline",
            ParagraphKind::Line => "line",
            ParagraphKind::Text => "text",
            _ => "other",
        };
        let sentences = paragraph.sentences.iter();
        lines.extend(sentences.map(|sentence| format!("{kind}: {}", sentence.text)));
        lines.push(String::new());
    }
    lines.push("# tokens of the first sentences".to_owned());
    for sentence in article.sentences().take(TOKENIZED_SENTENCES) {
        let tokens: Vec<_> = sentence.tokens.iter().map(|token| token.text).collect();
        lines.push(tokens.join(" | "));
    }
    lines.extend(["", "# keywords"].map(str::to_owned));
    let keywords = article.keywords.iter();
    lines.extend(keywords.map(|keyword| format!("{} {}", keyword.count, keyword.text)));
    lines.extend(["", "# counts"].map(str::to_owned));
    let counts = &article.counts;
    lines.extend(
        [
            ("paragraphs", counts.paragraphs),
            ("sentences", counts.sentences),
            ("tokens", counts.tokens),
            ("words", counts.words),
            ("distinct words", counts.distinct_words),
            ("stopwords", counts.stopwords),
            ("grapheme clusters", counts.grapheme_clusters),
        ]
        .map(|(name, count)| format!("{count} {name}")),
    );
    lines.join("\n") + "\n"
}

/// The lines that differ at the same place, of a text and of what it should be.
fn difference(found: &str, expected: &str) -> String {
    let (found, expected): (Vec<_>, Vec<_>) = (found.lines().collect(), expected.lines().collect());
    let mut difference = String::new();
    for number in 0..found.len().max(expected.len()) {
        let (found, expected) = (found.get(number), expected.get(number));
        if found != expected {
            let [found, expected] = [found, expected].map(|line| line.unwrap_or(&"(no line)"));
            let number = number + 1;
            difference += &format!("line {number}\n  expected {expected}\n  found    {found}\n");
        }
    }
    difference
}

/// The analysis of each shipped article is the one that was checked by eye. After a change that
/// is right, `AKSHAR_BLESS=1 cargo test --test articles` writes the files anew; read their
/// difference then.
#[test]
fn the_analysis_of_each_shipped_article_is_the_checked_one() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/articles");
    let bless = std::env::var_os("AKSHAR_BLESS").is_some_and(|value| value == "1");
    let mut differences = String::new();
    for (name, ..) in ARTICLES {
        let text = shipped(name);
        let found = readable(&Article::parse(&text));
        let path = folder.join(name).with_extension("expected");
        if bless {
            std::fs::write(&path, &found).unwrap();
        }
        let expected = std::fs::read_to_string(&path).unwrap_or_default();
        let difference = difference(&found, &expected);
        if !difference.is_empty() {
            differences += &format!("{}\n{difference}", path.display());
        }
    }
    assert!(differences.is_empty(), "\n{differences}");
}

#[test]
fn the_headline_of_each_shipped_article_is_found() {
    for (name, expected, _) in ARTICLES {
        let text = shipped(name);
        let article = Article::parse(&text);
        let headline = article.headline.as_ref().unwrap();
        assert_eq!(headline.text, expected);
        assert_eq!(&text[headline.range.clone()], expected);
        let marked: Vec<_> = article
            .paragraphs
            .iter()
            .filter(|paragraph| paragraph.kind == ParagraphKind::Headline)
            .collect();
        assert_eq!(marked.len(), 1, "{name}");
        assert!(marked[0].text.contains(expected), "{name}");
    }
}

#[test]
fn the_best_keywords_of_each_shipped_article_are_what_it_is_about() {
    for (name, _, expected) in ARTICLES {
        let text = shipped(name);
        let article = Article::parse(&text);
        let best = keywords(&article, 12);
        for keyword in expected {
            assert!(
                best.contains(&keyword),
                "{name}: {keyword} is not in {best:?}"
            );
        }
    }
}

#[test]
fn keywords_are_no_stopwords_verbs_numbers_or_single_letters() {
    // Verbs that the articles use over and over, in several forms.
    let verbs = "बताया कहा मिला मिले मिली मिलेगा बनाया बनाए लगाए पहुँचे देखा देखने पढ़ने चलाने पूछा";
    for (name, ..) in ARTICLES {
        let text = shipped(name);
        let article = Article::parse(&text);
        assert!((12..=20).contains(&article.keywords.len()), "{name}");
        for keyword in keywords(&article, 20) {
            assert!(!akshar::is_stopword(keyword), "{name}: {keyword}");
            assert!(
                !verbs.split(' ').any(|verb| verb == keyword),
                "{name}: {keyword}"
            );
            assert!(graphemes(keyword).count() > 1, "{name}: {keyword}");
            assert!(!keyword.contains(char::is_numeric), "{name}: {keyword}");
        }
    }
}

#[test]
fn keywords_are_ranked_from_one_downwards() {
    for (name, ..) in ARTICLES {
        let text = shipped(name);
        let article = Article::parse(&text);
        let scores: Vec<f64> = article
            .keywords
            .iter()
            .map(|keyword| keyword.score)
            .collect();
        assert_eq!(scores[0], 1.0, "{name}");
        assert!(scores.is_sorted_by(|score, next| score >= next), "{name}");
        assert!(scores.iter().all(|score| *score > 0.0), "{name}");
        assert!(
            article.keywords.iter().all(|keyword| keyword.count > 0),
            "{name}"
        );
        assert_eq!(article, Article::parse(&text), "{name}");
    }
}

#[test]
fn bylines_captions_subheadings_and_links_are_lines() {
    let lines = [
        ("01-politics", "संवाददाता, गोरखपुर"),
        ("01-politics", "(फोटो:"),
        ("01-politics", "घोषणापत्र में क्या है"),
        ("02-cricket", "By अनिल मिश्रा"),
        ("02-cricket", "क्या बोले कप्तान?"),
        ("04-business", "ये भी पढ़ें- पहली बार शेयर खरीद रहे हैं?"),
        ("05-crime", "बरामद मोबाइल फोन और लैपटॉप"),
        ("11-railways", "जागृति ठाकुर"),
        ("13-environment", "सुनहरा उल्लू — 29 जनवरी"),
    ];
    for (name, start) in lines {
        let text = shipped(name);
        let article = Article::parse(&text);
        let mut paragraphs = article.paragraphs.iter();
        let line = paragraphs.find(|paragraph| paragraph.text.starts_with(start));
        assert_eq!(line.unwrap().kind, ParagraphKind::Line, "{start}");
    }
    for (name, ..) in ARTICLES {
        let text = shipped(name);
        let article = Article::parse(&text);
        for paragraph in &article.paragraphs {
            if paragraph.text.starts_with("ये भी पढ़ें") {
                assert_eq!(paragraph.kind, ParagraphKind::Line, "{}", paragraph.text);
            }
            if paragraph.text.chars().count() > 200 {
                assert_eq!(paragraph.kind, ParagraphKind::Text, "{}", paragraph.text);
            }
        }
    }
}

#[test]
fn sentences_and_tokens_lie_in_their_paragraphs_and_cover_the_text() {
    for (name, ..) in ARTICLES {
        let text = shipped(name);
        let article = Article::parse(&text);
        let mut covered = String::new();
        for paragraph in &article.paragraphs {
            assert_eq!(&text[paragraph.range.clone()], paragraph.text);
            for sentence in &paragraph.sentences {
                assert_eq!(&text[sentence.range.clone()], sentence.text);
                assert!(paragraph.range.start <= sentence.range.start);
                assert!(sentence.range.end <= paragraph.range.end);
                for token in &sentence.tokens {
                    assert_eq!(&text[token.range.clone()], token.text);
                    covered.push_str(token.text);
                }
            }
        }
        let without_space: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        assert_eq!(covered, without_space, "{name}");
    }
}

#[test]
fn counts_agree_with_the_parts() {
    for (name, ..) in ARTICLES {
        let text = shipped(name);
        let article = Article::parse(&text);
        let counts = article.counts;
        let words = || {
            article
                .tokens()
                .filter(|token| token.kind == TokenKind::Word)
        };
        let stopwords = words()
            .filter(|word| akshar::is_stopword(word.text))
            .count();
        let content: usize = article
            .sentences()
            .map(|sentence| sentence.content_words().count())
            .sum();
        assert_eq!(counts.paragraphs, article.paragraphs.len(), "{name}");
        assert_eq!(counts.sentences, article.sentences().count(), "{name}");
        assert_eq!(counts.tokens, article.tokens().count(), "{name}");
        assert_eq!(counts.words, words().count(), "{name}");
        assert_eq!(counts.stopwords, stopwords, "{name}");
        assert_eq!(counts.words - counts.stopwords, content, "{name}");
        assert_eq!(counts.grapheme_clusters, graphemes(&text).count(), "{name}");
    }
}

#[test]
fn a_small_article_is_counted_as_by_hand() {
    let text = "दिल्ली में बारिश, सड़कें डूबीं\n\nदिल्ली में सुबह 8 बजे तेज बारिश हुई। लोग 2 घंटे फँसे रहे।";
    let counts = Article::parse(text).counts;
    assert_eq!(counts.paragraphs, 2);
    assert_eq!(counts.sentences, 3);
    assert_eq!(counts.tokens, 6 + 9 + 6);
    assert_eq!(counts.words, 5 + 7 + 4);
    assert_eq!(counts.distinct_words, 13); // दिल्ली, में and बारिश stand twice
    assert_eq!(counts.stopwords, 4); // में, में, हुई, रहे
    assert_eq!(counts.grapheme_clusters, 16 + 2 + 24 + 1 + 14);
}

const BODY: &str = "नगर निगम ने सोमवार को शहर के सभी पार्क खोल दिए। लोगों ने इस फ़ैसले का स्वागत किया है।";

#[test]
fn sections_paths_and_bylines_above_are_not_the_headline() {
    let above = [
        "",
        "मध्य प्रदेश\n\nmadhya pradesh\n\nKhabar Bharat / state\n\n",
        "होम / राज्य / मध्य प्रदेश / इंदौर की ताज़ा खबरें\n\n",
        "हिंदी समाचार » मध्य प्रदेश » इंदौर के समाचार\n\n",
        "By सुरेश यादव\nUpdated: 4 May 2021, 10:30 AM\n\n",
        "नगर संवाददाता, इंदौर | अपडेट: 4 मई 2021, 10:30 AM\n\n",
    ];
    let below = [
        "\n\n",
        "\n\nनगर निगम ने पार्क खोलने का फ़ैसला किया, लोगों को साफ़ हवा में टहलने का मौका फिर से मिलेगा\n\n",
        "\n\nडेस्क, इंदौर | Published: May 4, 2021, 10:30 AM IST\n\n",
    ];
    for above in above {
        for below in below {
            let text = format!("{above}इंदौर में 40 पार्क खुले, सुबह टहलने वालों को राहत{below}{BODY}");
            assert_eq!(
                headline(&text),
                Some("इंदौर में 40 पार्क खुले, सुबह टहलने वालों को राहत"),
                "{text}"
            );
        }
    }
}

#[test]
fn the_name_of_a_ministry_is_not_the_headline() {
    for office in [
        "पत्र सूचना कार्यालय\nकृषि एवं किसान कल्याण मंत्रालय",
        "सूचना और प्रसारण मंत्रालय",
    ] {
        let text = format!("{office}\n\nकिसानों के खातों में पहुंची राशि\n\n{BODY}");
        assert_eq!(headline(&text), Some("किसानों के खातों में पहुंची राशि"));
    }
}

#[test]
fn a_statement_before_a_question_makes_a_paragraph_text() {
    let text =
        format!("पार्क की कहानी\n\n{BODY}\n\nपार्क में पेड़ नहीं हैं। क्या यह ठीक है?\n\nक्या यह ठीक है?");
    let article = Article::parse(&text);
    let kinds: Vec<_> = article
        .paragraphs
        .iter()
        .skip(2)
        .map(|paragraph| paragraph.kind)
        .collect();
    assert_eq!(kinds, [ParagraphKind::Text, ParagraphKind::Line]);
}

/// What a paragraph below the headline is.
fn kind_below(paragraph: &str) -> ParagraphKind {
    let text = format!("बिहार में आज से भारी बारिश का अलर्ट\n\n{paragraph}");
    let article = Article::parse(&text);
    assert_eq!(article.paragraphs.len(), 2, "{paragraph}");
    article.paragraphs[1].kind
}

#[test]
fn a_paragraph_without_an_end_mark_is_text_when_it_is_long() {
    let line = |words: usize, end: &str| "मेज ".repeat(words - 1) + end;
    for (paragraph, kind) in [
        (line(25, "है"), ParagraphKind::Line),
        (line(26, "है"), ParagraphKind::Text),
        // Tags, which have no auxiliary.
        (line(26, "मेज"), ParagraphKind::Line),
        // With a statement before it, half as many words do.
        (
            format!("वह घर गया है। {}", line(8, "मेज")),
            ParagraphKind::Line,
        ),
        (
            format!("वह घर गया है। {}", line(9, "मेज")),
            ParagraphKind::Text,
        ),
        // Questions and calls: either long or after a statement.
        ("अरे! तुम कब आए?".to_owned(), ParagraphKind::Line),
        (format!("अरे! {}", line(11, "आए?")), ParagraphKind::Line),
        (format!("अरे! {}", line(12, "आए?")), ParagraphKind::Text),
        ("वह आया। तुम कब आए?".to_owned(), ParagraphKind::Text),
        // Three words and four.
        ("वह घर गया।".to_owned(), ParagraphKind::Line),
        ("वह कल घर गया।".to_owned(), ParagraphKind::Text),
        ("वह कल घर गया। 😀".to_owned(), ParagraphKind::Text),
        ("वह कल घर गया 😀".to_owned(), ParagraphKind::Line),
    ] {
        assert_eq!(kind_below(&paragraph), kind, "{paragraph}");
    }
}

#[test]
fn a_common_word_counts_unless_it_is_measured() {
    let text = "औरतें पानी लेने गईं\n\nऔरतें दूर से पानी लाती हैं और थक जाती हैं।";
    assert!(keywords(&Article::parse(text), 20).contains(&"औरत"));
}

#[test]
fn the_name_of_the_site_is_cut_off_the_headline() {
    for site in [
        " - indore park news",
        " | Khabar Bharat",
        " – Indore - News",
        " | खबर भारत",
    ] {
        let text = format!("इंदौर में 40 पार्क खुले{site}\n\n{BODY}");
        let article = Article::parse(&text);
        let headline = article.headline.unwrap();
        assert_eq!(headline.text, "इंदौर में 40 पार्क खुले");
        assert_eq!(&text[headline.range], "इंदौर में 40 पार्क खुले");
    }
    let dash = format!("इंदौर में पार्क खुले - लोगों ने किया स्वागत\n\n{BODY}");
    assert_eq!(headline(&dash), Some("इंदौर में पार्क खुले - लोगों ने किया स्वागत"));
}

#[test]
fn a_headline_can_ask_be_short_or_be_missing() {
    let asks = format!("क्या इंदौर के पार्क फिर बंद होंगे?\n{BODY}");
    assert_eq!(headline(&asks), Some("क्या इंदौर के पार्क फिर बंद होंगे?"));
    let short = format!("पार्क खुले\n{BODY}");
    assert_eq!(headline(&short), Some("पार्क खुले"));
    let closed = format!("इंदौर में 40 पार्क खुले।\n\n{BODY}");
    assert_eq!(headline(&closed), Some("इंदौर में 40 पार्क खुले।"));
    assert_eq!(headline(BODY), None);
    assert_eq!(headline(""), None);
    assert_eq!(headline(" \n\n\t"), None);
    assert_eq!(headline("Parks open\n\nThe city opened its parks."), None);
}

#[test]
fn inflected_forms_count_for_the_base_form() {
    let text = "समितियों की बैठक\n\nकिसानों ने समितियों से बात की। किसानों के नेता बोले कि समितियाँ सुनती हैं। \
                बच्चों ने भी सुना। एक पत्रिका छपी। पत्रिकाएँ बिकीं। पत्रिकाओं की मांग रही।";
    let article = Article::parse(text);
    let count = |text: &str| {
        let mut keywords = article.keywords.iter();
        keywords
            .find(|keyword| keyword.text == text)
            .map(|keyword| keyword.count)
    };
    assert_eq!(count("समिति"), Some(3));
    assert_eq!(count("किसान"), Some(2));
    assert_eq!(count("पत्रिका"), Some(3));
    for inflected in [
        "समितियों",
        "समितियाँ",
        "किसानों",
        "बच्च",
        "पत्रिकाएँ",
        "सुना",
        "छपी",
    ] {
        assert_eq!(count(inflected), None, "{inflected}");
    }
}

#[test]
fn spellings_of_a_word_count_together() {
    let text = "ज़मीन का विवाद\n\nजमीन बिकी। ज़मीन महँगी है। हिन्दी सरल है। हिंदी मीठी है।";
    let article = Article::parse(text);
    assert_eq!(article.keywords[0].text, "ज़मीन");
    assert_eq!(article.keywords[0].count, 3);
    let mut keywords = article.keywords.iter();
    assert_eq!(
        keywords
            .find(|keyword| keyword.text == "हिन्दी")
            .unwrap()
            .count,
        2
    );
}

#[test]
fn names_are_whole_and_short_forms_count_for_them() {
    let text = "पूर्व मंत्री मोहन त्रिवेदी को पुरस्कार\n\nभोपाल के पूर्व मंत्री मोहन त्रिवेदी को लोक साहित्य सम्मान मिला। \
                त्रिवेदी ने कहा कि वे ख़ुश हैं। लोक साहित्य सम्मान हर साल मिलता है।";
    let article = Article::parse(text);
    let best = keywords(&article, 20);
    assert_eq!(best[0], "मोहन त्रिवेदी");
    assert_eq!(article.keywords[0].count, 3);
    assert!(best.contains(&"लोक साहित्य सम्मान"), "{best:?}");
    for part in ["मोहन", "त्रिवेदी", "लोक", "साहित्य", "मंत्री मोहन त्रिवेदी"]
    {
        assert!(!best.contains(&part), "{part}: {best:?}");
    }
}

#[test]
fn a_title_marks_a_name_that_stands_once() {
    let text = "सड़क पर पुल बनेगा\n\nलोक निर्माण मंत्री श्री गोपाल दास वैद्य ने कहा कि पुल बनेगा। \
                डॉ. सविता नागर को काम मिला। नागर ने नक्शा देखा। वैद्य चले गए। नागर रुकीं। नागर हँसीं। \
                मंत्री आवास पर भीड़ थी।";
    let article = Article::parse(text);
    let count = |text: &str| {
        let mut keywords = article.keywords.iter();
        keywords
            .find(|keyword| keyword.text == text)
            .map(|keyword| keyword.count)
    };
    assert_eq!(count("गोपाल दास वैद्य"), Some(2));
    assert_eq!(count("सविता नागर"), Some(4));
    for part in ["गोपाल", "दास", "वैद्य", "सविता", "नागर"]
    {
        assert_eq!(count(part), None, "{part}");
    }
}

#[test]
fn a_short_form_is_neither_a_plural_nor_part_of_another_name() {
    let text = "लोक मंगल पार्टी की सभा\n\nलोक मंगल पार्टी ने सभा की। पार्टी ने झंडे लगाए। \
                सभी पार्टियों ने विरोध किया। जन चेतना पार्टी चुप रही।";
    let article = Article::parse(text);
    let count = |text: &str| {
        let mut keywords = article.keywords.iter();
        keywords
            .find(|keyword| keyword.text == text)
            .map(|keyword| keyword.count)
    };
    assert_eq!(count("लोक मंगल पार्टी"), Some(3));
    assert_eq!(count("पार्टी"), Some(2));
}

#[test]
fn the_noun_of_a_predicate_is_no_part_of_a_name() {
    let text = "योजना का लाभ\n\nबिहार में किसान लाभान्वित हुए। असम में किसान लाभान्वित हुए। \
                मणिपुर में वन रक्षक आए। वन रक्षक लौटे।";
    let article = Article::parse(text);
    let best = keywords(&article, 20);
    assert!(
        best.contains(&"किसान") && best.contains(&"वन रक्षक"),
        "{best:?}"
    );
    assert!(!best.contains(&"किसान लाभान्वित"), "{best:?}");
}

#[test]
fn measures_and_the_labels_of_an_interview_are_no_keywords() {
    let text = "लेखिका उमा भारद्वाज से बातचीत\n\nप्रश्न: नया उपन्यास कब आएगा और कितने का होगा, कुछ बताइए।\n\
                उत्तर: उपन्यास 20 मई को आएगा, दाम 5 लाख नहीं है।\nउत्तर: छपाई पर 3 लाख लगे।\n\
                उत्तर: उपन्यास की 6 लाख प्रतियाँ छपेंगी।";
    let article = Article::parse(text);
    let best = keywords(&article, 20);
    assert!(best.contains(&"उपन्यास"), "{best:?}");
    for absent in ["उत्तर", "लाख"] {
        assert!(!best.contains(&absent), "{absent}: {best:?}");
    }
    // A dash marks a label where it is glued to it and a blank follows.
    for (label, is_keyword) in [
        ("जवाब- हाँ,", false),
        ("जवाब– हाँ,", false),
        ("जवाब - हाँ,", true),
        ("जवाब-तलब,", true),
    ] {
        let text = format!(
            "लेखिका उमा भारद्वाज से बातचीत\n\n{label} उपन्यास 20 मई को आएगा, दाम कम नहीं है।\n\n\
             {label} छपाई पर पैसे लगे, और समय भी लगा।"
        );
        let article = Article::parse(&text);
        let best = keywords(&article, 20);
        let has_label = best.iter().any(|keyword| keyword.contains("जवाब"));
        assert_eq!(has_label, is_keyword, "{label}: {best:?}");
    }
    // One label is a place.
    let dateline = Article::parse("पार्क खुले\n\nइंदौर: शहर के पार्क खुल गए हैं।");
    assert!(keywords(&dateline, 20).contains(&"इंदौर"));
}

#[test]
fn lines_other_than_the_headline_give_no_keywords() {
    let text = format!(
        "इंदौर में 40 पार्क खुले\n\nरमेश सोलंकी, इंदौर\n\n{BODY}\n\nये भी पढ़ें- भोपाल की झील का पानी घटा"
    );
    let article = Article::parse(&text);
    let best = keywords(&article, 20);
    assert!(best.contains(&"पार्क") && best.contains(&"इंदौर"), "{best:?}");
    for absent in ["रमेश", "सोलंकी", "भोपाल", "झील", "भी"] {
        assert!(
            !best.iter().any(|keyword| keyword.contains(absent)),
            "{absent}: {best:?}"
        );
    }
}

#[test]
fn the_callers_stopwords_decide() {
    let text = "इंदौर में पार्क खुले\n\nपार्क में भीड़ नहीं है। पार्क साफ़ है।";
    let custom = Stopwords::hindi()
        .with(["पार्क"])
        .without_class(WordClass::Negation);
    let article = Article::parse_with(text, &custom);
    assert!(!keywords(&article, 20).contains(&"पार्क"));
    let sentence = article.sentences().nth(1).unwrap();
    let content: Vec<_> = sentence.content_words().map(|word| word.text).collect();
    assert_eq!(content, ["भीड़", "नहीं"]);
}

#[test]
fn an_endless_line_and_odd_characters_are_analyzed() {
    let endless = "समाजवादी पार्टी ".repeat(4000);
    let article = Article::parse(&endless);
    assert_eq!(article.counts.words, 8000);
    assert_eq!(article.counts.sentences, 1);
    for text in [
        "\u{94D}",
        "'''''",
        "' क ख '",
        "।।।\n॥",
        "\u{200D}\n\u{FEFF}",
        "- | - | -",
        "क - ",
    ] {
        let article = Article::parse(text);
        assert_eq!(article.counts.grapheme_clusters, graphemes(text).count());
    }
}

#[test]
fn a_byte_order_mark_at_the_beginning_is_left_out() {
    const MARK: &str = "\u{FEFF}";
    for (name, ..) in ARTICLES {
        let text = shipped(name);
        let marked = [MARK, &text].concat();
        let (article, of_marked) = (Article::parse(&text), Article::parse(&marked));
        assert_eq!(of_marked.counts, article.counts, "{name}");
        assert_eq!(of_marked.keywords, article.keywords, "{name}");
        assert_eq!(readable(&of_marked), readable(&article), "{name}");
        let headline = of_marked.headline.unwrap();
        assert_eq!(&marked[headline.range], headline.text);
        for paragraph in &of_marked.paragraphs {
            assert_eq!(&marked[paragraph.range.clone()], paragraph.text);
        }
        for sentence in of_marked
            .paragraphs
            .iter()
            .flat_map(|paragraph| &paragraph.sentences)
        {
            assert_eq!(&marked[sentence.range.clone()], sentence.text);
        }
    }
    let alone = Article::parse(MARK);
    assert!(alone.paragraphs.is_empty() && alone.headline.is_none());
    assert_eq!(alone.counts, akshar::Counts::default());
    // Elsewhere it is a character like others.
    let inside = Article::parse("एक\n\u{FEFF}दो");
    assert_eq!(inside.paragraphs[1].text, "\u{FEFF}दो");
}

#[test]
fn the_serialized_form_has_a_stable_shape() {
    let text = "पार्क खुले\n\nशहर के 40 पार्क खुले हैं।";
    let article = Article::parse(text);
    let value = serde_json::to_value(&article).unwrap();
    let keys = |value: &serde_json::Value| -> Vec<String> {
        value.as_object().unwrap().keys().cloned().collect()
    };
    assert_eq!(
        keys(&value),
        ["counts", "headline", "keywords", "paragraphs"]
    );
    assert_eq!(
        keys(&value["headline"]),
        ["range", "romanized", "slug", "text"]
    );
    assert_eq!(value["headline"]["text"], "पार्क खुले");
    assert_eq!(value["headline"]["range"]["end"], "पार्क खुले".len());
    assert_eq!(value["paragraphs"][0]["kind"], "headline");
    let paragraph = &value["paragraphs"][1];
    assert_eq!(keys(paragraph), ["kind", "range", "sentences", "text"]);
    assert_eq!(paragraph["kind"], "text");
    let sentence = &paragraph["sentences"][0];
    assert_eq!(keys(sentence), ["range", "stopwords", "text", "tokens"]);
    // के and हैं
    assert_eq!(sentence["stopwords"], serde_json::json!([1, 5]));
    let start = text.find("40").unwrap();
    let expected = serde_json::json!({
        "text": "40", "range": {"start": start, "end": start + 2}, "kind": "number"
    });
    assert_eq!(sentence["tokens"][2], expected);
    assert_eq!(keys(&value["keywords"][0]), ["count", "score", "text"]);
    assert_eq!(value["counts"]["tokens"], 2 + 7);
    assert_eq!(
        serde_json::to_value(Article::parse("")).unwrap()["headline"],
        serde_json::Value::Null
    );
}
