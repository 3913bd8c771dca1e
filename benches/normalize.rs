//! NFC beside the reference crate, on text in several forms; and the folds for search.

mod support;

use akshar::Folder;
use criterion::{Criterion, criterion_group, criterion_main};
use unicode_normalization::UnicodeNormalization;

/// Writes the nukta letters as the one code point each that NFC takes apart.
fn with_precomposed_nukta(text: &str) -> String {
    let bases = ['क', 'ख', 'ग', 'ज', 'ड', 'ढ', 'फ', 'य'];
    bases.iter().zip('\u{958}'..='\u{95F}').fold(
        text.nfc().collect(),
        |text, (base, precomposed)| {
            text.replace(
                &format!("{base}\u{93C}"),
                precomposed.encode_utf8(&mut [0; 4]),
            )
        },
    )
}

fn nfc(criterion: &mut Criterion) {
    let forms: [(&str, support::Rewrite); 3] = [
        ("nfc of nfc", |text| text.nfc().collect()),
        ("nfc of precomposed nukta", with_precomposed_nukta),
        ("nfc of nfd", |text| text.nfd().collect()),
    ];
    let candidates: [support::Candidate; 2] = [
        ("akshar", |text| akshar::nfc(text).len()),
        ("unicode-normalization", |text| {
            text.nfc().map(char::len_utf8).sum()
        }),
    ];
    for (name, rewrite) in forms {
        support::compare(
            criterion,
            name,
            &support::corpora_rewritten(rewrite),
            &candidates,
        );
    }
}

fn is_nfc(criterion: &mut Criterion) {
    let corpora = support::corpora_rewritten(|text| text.nfc().collect());
    let candidates: [support::Candidate; 2] = [
        ("akshar", |text| usize::from(akshar::is_nfc(text))),
        ("unicode-normalization", |text| {
            usize::from(unicode_normalization::is_nfc(text))
        }),
    ];
    support::compare(criterion, "is_nfc", &corpora, &candidates);
}

fn fold(criterion: &mut Criterion) {
    let candidates: [support::Candidate; 1] =
        [("search", |text| Folder::search().fold(text).len())];
    support::compare(criterion, "fold", &support::corpora(), &candidates);
    let folded = support::corpora_rewritten(|text| Folder::search().fold(text).into_owned());
    support::compare(criterion, "fold of folded", &folded, &candidates);
}

criterion_group!(benches, nfc, is_nfc, fold);
criterion_main!(benches);
