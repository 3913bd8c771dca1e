//! The functions as SQL sees them: every array type, nulls, scalars, wrong types, and the same
//! results as the library called directly.

use akshar::{Folder, Scheme};
use akshar_datafusion::engine;
use datafusion::arrow::array::{
    Array, ArrayRef, AsArray, DictionaryArray, Int64Array, LargeStringArray, RecordBatch,
    StringArray, StringViewArray,
};
use datafusion::arrow::compute::cast;
use datafusion::arrow::datatypes::{DataType, Int32Type};
use datafusion::prelude::SessionContext;
use std::sync::Arc;

const ROWS: [Option<&str>; 6] = [
    Some("डॉ. सक्सेना ने 12.5 कि.मी. लंबी मेट्रो लाइन का शिलान्यास किया. लाइन 2027 तक बनेगी।"),
    None,
    Some(""),
    Some("हिन्दी में ख\u{93C}बर: ‘क्या हुआ?’ @akshar #हिंदी"),
    Some("और"),
    Some("plain ASCII, \u{0}, and a stray matra \u{93F}"),
];

/// A session with the table `t`: `text` of the given array, `scheme`, and a number.
fn session(text: ArrayRef) -> SessionContext {
    let schemes = ["iast", "iast", "hk", "iso15919", "slp1", "wx"];
    let length = text.len();
    let batch = RecordBatch::try_from_iter_with_nullable([
        ("text", text, true),
        (
            "scheme",
            Arc::new(StringArray::from_iter_values(&schemes[..length])) as ArrayRef,
            true,
        ),
        (
            "number",
            Arc::new(Int64Array::from_iter_values(0..length as i64)) as ArrayRef,
            true,
        ),
    ])
    .unwrap();
    let session = engine::session(1).unwrap();
    session.register_batch("t", batch).unwrap();
    session
}

fn utf8() -> ArrayRef {
    Arc::new(StringArray::from_iter(ROWS))
}

fn every_type() -> [(DataType, ArrayRef); 3] {
    [
        (DataType::Utf8, utf8()),
        (
            DataType::LargeUtf8,
            Arc::new(LargeStringArray::from_iter(ROWS)),
        ),
        (
            DataType::Utf8View,
            Arc::new(StringViewArray::from_iter(ROWS)),
        ),
    ]
}

/// The one column of a query.
async fn column(session: &SessionContext, expression: &str) -> ArrayRef {
    let sql = format!("SELECT {expression} FROM t");
    let batches = engine::run(session, &sql, |_| ()).await.unwrap().batches;
    assert_eq!(batches.len(), 1, "{sql}");
    batches[0].column(0).clone()
}

fn strings(array: &ArrayRef) -> Vec<Option<String>> {
    let array = cast(array, &DataType::Utf8).unwrap();
    let array = array.as_string::<i32>();
    array.iter().map(|row| row.map(str::to_owned)).collect()
}

fn lists(array: &ArrayRef) -> Vec<Option<Vec<String>>> {
    let rows = array.as_list::<i32>().iter();
    rows.map(|row| {
        row.map(|items| {
            assert_eq!(items.null_count(), 0);
            strings(&items).into_iter().flatten().collect()
        })
    })
    .collect()
}

fn directly<Value>(apply: impl Fn(&str) -> Value) -> Vec<Option<Value>> {
    ROWS.iter().map(|row| row.map(&apply)).collect()
}

/// What planning says to an expression that is wrong; it must not come to running it.
async fn planning_error(expression: &str) -> String {
    let session = session(utf8());
    let planned = session.sql(&format!("SELECT {expression} FROM t")).await;
    let error = match planned {
        Err(error) => error,
        Ok(frame) => match frame.into_optimized_plan() {
            Err(error) => error,
            Ok(plan) => panic!("{expression} was planned: {plan}"),
        },
    };
    let message = error.strip_backtrace();
    assert!(message.contains("planning"), "{message}");
    message
}

#[tokio::test]
async fn text_keeps_its_type_and_agrees_with_the_library() {
    for (data_type, array) in every_type() {
        let session = session(array);
        let expected: [(&str, Vec<Option<String>>); 7] = [
            (
                "hi_nfc(text)",
                directly(|text| akshar::nfc(text).into_owned()),
            ),
            (
                "hi_fold(text)",
                directly(|text| Folder::search().fold(text).into_owned()),
            ),
            (
                "hi_lemma(text)",
                directly(|text| akshar::lemma(text).into_owned()),
            ),
            (
                "hi_stem(text)",
                directly(|text| akshar::stem(text).into_owned()),
            ),
            ("hi_romanize(text)", directly(akshar::romanize)),
            (
                "hi_transliterate(text, 'iso15919')",
                directly(|text| akshar::transliterate(text, Scheme::Devanagari, Scheme::Iso15919)),
            ),
            (
                "hi_transliterate(text, 'devanagari')",
                directly(str::to_owned),
            ),
        ];
        for (expression, expected) in expected {
            let found = column(&session, expression).await;
            assert_eq!(*found.data_type(), data_type, "{expression}");
            assert_eq!(strings(&found), expected, "{expression} of {data_type}");
        }
    }
}

#[tokio::test]
async fn lists_hold_the_type_of_the_text_and_agree_with_the_library() {
    fn owned<'t>(items: impl Iterator<Item = &'t str>) -> Vec<String> {
        items.map(str::to_owned).collect()
    }
    for (data_type, array) in every_type() {
        let session = session(array);
        let expected: [(&str, Vec<Option<Vec<String>>>); 3] = [
            (
                "hi_sentences(text)",
                directly(|text| owned(akshar::sentences(text).map(|sentence| sentence.text))),
            ),
            (
                "hi_tokens(text)",
                directly(|text| owned(akshar::tokens(text).map(|token| token.text))),
            ),
            (
                "hi_words(text)",
                directly(|text| owned(akshar::words(text).map(|word| word.text))),
            ),
        ];
        for (expression, expected) in expected {
            let found = column(&session, expression).await;
            assert_eq!(
                *found.data_type(),
                DataType::new_list(data_type.clone(), true)
            );
            assert_eq!(lists(&found), expected, "{expression} of {data_type}");
        }
    }
}

#[tokio::test]
async fn stopwords_are_told_and_null_is_neither() {
    for (data_type, array) in every_type() {
        let found = column(&session(array), "hi_is_stopword(text)").await;
        let found: Vec<_> = found.as_boolean().iter().collect();
        let expected = [
            Some(false),
            None,
            Some(false),
            Some(false),
            Some(true),
            Some(false),
        ];
        assert_eq!(found, expected, "{data_type}");
    }
}

#[tokio::test]
async fn an_empty_text_gives_an_empty_list_and_null_gives_null() {
    let found = lists(&column(&session(utf8()), "hi_sentences(text)").await);
    assert_eq!(found[1], None);
    assert_eq!(found[2], Some(vec![]));
    assert_eq!(found[0].as_ref().unwrap().len(), 2);
}

#[tokio::test]
async fn null_alone_is_text_that_is_null() {
    let session = session(utf8());
    for expression in [
        "hi_nfc(NULL)",
        "hi_words(NULL)",
        "hi_is_stopword(NULL)",
        "hi_transliterate(NULL, 'iast')",
        "hi_transliterate(text, NULL)",
        "hi_transliterate('हिंदी', NULL)",
    ] {
        let found = column(&session, expression).await;
        assert_eq!(found.len(), ROWS.len(), "{expression}");
        assert_eq!(found.null_count(), ROWS.len(), "{expression}");
    }
}

#[tokio::test]
async fn scalars_are_read_as_rows_are() {
    let session = session(utf8());
    let all = |value: &str| vec![Some(value.to_owned()); ROWS.len()];
    for (expression, expected) in [
        ("hi_fold('हिन्दी')", "हिंदी"),
        ("hi_lemma('किताबों')", "किताब"),
        (
            "CAST(hi_stem('ख़रीदेंगे') = hi_stem('खरीदा') AS VARCHAR)",
            "true",
        ),
        ("hi_transliterate('हिंदी', 'hk')", "hiMdI"),
        ("hi_romanize('समाजवादी पार्टी')", "samajwadi party"),
        ("hi_words('हिंदी भाषा')[2]", "भाषा"),
    ] {
        assert_eq!(
            strings(&column(&session, expression).await),
            all(expected),
            "{expression}"
        );
    }
    let stopword = column(&session, "hi_is_stopword('का')").await;
    assert_eq!(stopword.as_boolean().true_count(), ROWS.len());
}

#[tokio::test]
async fn a_scheme_may_come_from_a_column() {
    let schemes = ["iast", "iast", "hk", "iso15919", "slp1", "wx"];
    let expected: Vec<_> = ROWS
        .iter()
        .zip(schemes)
        .map(|(row, scheme)| {
            row.map(|text| akshar::transliterate(text, Scheme::Devanagari, scheme.parse().unwrap()))
        })
        .collect();
    for (data_type, array) in every_type() {
        let found = column(&session(array), "hi_transliterate(text, scheme)").await;
        assert_eq!(strings(&found), expected, "{data_type}");
    }
    // And a scalar text with schemes in rows.
    let found = column(&session(utf8()), "hi_transliterate('ऋषि', scheme)").await;
    assert_eq!(strings(&found)[0].as_deref(), Some("ṛṣi"));
    assert_eq!(strings(&found)[2].as_deref(), Some("RSi"));
}

#[tokio::test]
async fn an_unknown_scheme_in_a_row_is_an_error_that_names_the_function() {
    let session = session(utf8());
    let sql = "SELECT hi_transliterate(text, text) FROM t";
    let error = engine::run(&session, sql, |_| ()).await.unwrap_err();
    let message = error.strip_backtrace();
    assert!(
        message.contains("hi_transliterate: unknown scheme"),
        "{message}"
    );
}

#[tokio::test]
async fn dictionaries_are_read_as_the_text_they_hold() {
    let dictionary: DictionaryArray<Int32Type> = ROWS.into_iter().collect();
    let session = session(Arc::new(dictionary));
    let found = column(&session, "hi_fold(text)").await;
    let expected = directly(|text| Folder::search().fold(text).into_owned());
    assert_eq!(strings(&found), expected);
}

#[tokio::test]
async fn wrong_types_and_counts_are_planning_errors_that_name_the_function() {
    for function in [
        "hi_nfc",
        "hi_fold",
        "hi_lemma",
        "hi_stem",
        "hi_romanize",
        "hi_sentences",
        "hi_tokens",
        "hi_words",
        "hi_is_stopword",
    ] {
        for arguments in [
            "number",
            "true",
            "[text]",
            "",
            "text, text",
            "DATE '2024-01-01'",
        ] {
            let message = planning_error(&format!("{function}({arguments})")).await;
            assert!(message.contains(function), "{message}");
        }
    }
    for arguments in [
        "number, 'iast'",
        "text, number",
        "text",
        "text, 'iast', 'hk'",
        "",
    ] {
        let message = planning_error(&format!("hi_transliterate({arguments})")).await;
        assert!(message.contains("hi_transliterate"), "{message}");
    }
}

#[tokio::test]
async fn an_unknown_scheme_is_a_planning_error_that_lists_the_known_ones() {
    let message = planning_error("hi_transliterate(text, 'hindi')").await;
    assert!(
        message.contains("hi_transliterate: unknown scheme `hindi`"),
        "{message}"
    );
    assert!(message.contains("iso15919"), "{message}");
}

#[tokio::test]
async fn a_table_without_rows_gives_none() {
    let session = session(Arc::new(StringArray::from(Vec::<Option<&str>>::new())));
    for expression in [
        "hi_fold(text)",
        "hi_words(text)",
        "hi_transliterate(text, 'iast')",
    ] {
        let sql = format!("SELECT {expression} FROM t");
        let batches = engine::run(&session, &sql, |_| ()).await.unwrap().batches;
        assert_eq!(engine::rows(&batches).unwrap().len(), 0, "{expression}");
    }
}
