//! What holds for any text, tried on random ones: Devanagari in any order, mixed scripts,
//! articles in which someone has typed, and any Unicode.
//!
//! Each property is tried on 10,000 texts of each kind; the variable `PROPTEST_CASES` sets
//! another number.

mod texts;

use std::borrow::Cow;
use std::fmt::Debug;
use std::iter::FusedIterator;
use std::ops::Range;

use akshar::transliterate::{Danda, Digits, Unknown, spoken_schwas};
use akshar::{
    Article, Folder, Romanizer, Scheme, Schwa, Stopwords, Transliterator, devanagari,
    grapheme_indices, graphemes, is_nfc, is_stopword, lemma, nfc, romanize, sentences, stem,
    tokens, transliterate, words,
};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::TestCaseResult;
use texts::{each_text, each_text_with, text};

/// Checks that ranges come in order, do not overlap, lie on boundaries of characters, and leave
/// out white space alone.
fn check_cover(text: &str, ranges: impl Iterator<Item = Range<usize>>) -> TestCaseResult {
    let mut end = 0;
    for range in ranges {
        prop_assert!(!range.is_empty(), "{:?}", range);
        let between = text.get(end..range.start);
        prop_assert!(between.is_some(), "{:?} after {}", range, end);
        prop_assert_eq!(between.unwrap_or_default().trim(), "");
        prop_assert!(text.get(range.clone()).is_some(), "{:?}", range);
        end = range.end;
    }
    prop_assert_eq!(text[end..].trim(), "");
    Ok(())
}

/// Checks that a copy of an iterator, made anywhere, goes on like it, and that both stay at their
/// end.
fn check_copy<I>(mut items: I, made_at: Index) -> TestCaseResult
where
    I: FusedIterator<Item: PartialEq + Debug> + Clone,
{
    let expected: Vec<_> = items.clone().collect();
    let (before, after) = expected.split_at(made_at.index(expected.len() + 1));
    prop_assert_eq!(
        items.by_ref().take(before.len()).collect::<Vec<_>>(),
        before
    );
    let mut copy = items.clone();
    for items in [&mut items, &mut copy] {
        for index in 0..=after.len() {
            let left = after.len() - index;
            let (least, most) = items.size_hint();
            prop_assert!(least <= left && most.is_none_or(|most| left <= most));
            let next = items.next();
            prop_assert_eq!(next.as_ref(), after.get(index));
        }
        prop_assert!(items.next().is_none());
    }
    Ok(())
}

// Graphemes.

#[test]
fn graphemes_join_to_the_text() {
    each_text(|text| {
        prop_assert_eq!(graphemes(text).collect::<String>(), text);
        let mut end = 0;
        for (start, cluster) in grapheme_indices(text) {
            prop_assert!(!cluster.is_empty());
            prop_assert_eq!(start, end);
            end += cluster.len();
            prop_assert_eq!(cluster, &text[start..end]);
        }
        prop_assert_eq!(end, text.len());
        Ok(())
    });
}

#[test]
fn graphemes_backward_are_those_forward() {
    each_text(|text| {
        let mut backward: Vec<_> = grapheme_indices(text).rev().collect();
        backward.reverse();
        prop_assert_eq!(backward, grapheme_indices(text).collect::<Vec<_>>());
        Ok(())
    });
}

#[test]
fn graphemes_are_taken_from_both_ends() {
    each_text_with(any::<Vec<bool>>(), |text, turns| {
        let whole: Vec<_> = graphemes(text).collect();
        let mut rest = &whole[..];
        let mut clusters = graphemes(text);
        for from_the_front in turns {
            prop_assert_eq!(clusters.as_str(), rest.concat());
            let (taken, expected) = if from_the_front {
                (clusters.next(), rest.split_off_first())
            } else {
                (clusters.next_back(), rest.split_off_last())
            };
            prop_assert_eq!(taken, expected.copied());
        }
        prop_assert!(clusters.eq(rest.iter().copied()));
        Ok(())
    });
}

// Tokens and sentences.

#[test]
fn tokens_cover_the_text_in_order() {
    each_text(|text| {
        check_cover(text, tokens(text).map(|token| token.range))?;
        for token in tokens(text) {
            prop_assert_eq!(&text[token.range], token.text);
            prop_assert!(
                !token.text.contains(char::is_whitespace),
                "{:?}",
                token.text
            );
        }
        Ok(())
    });
}

/// But for a cluster that holds white space, which is in no token.
#[test]
fn no_token_cuts_a_grapheme_cluster() {
    each_text(|text| {
        let mut tokens = tokens(text).peekable();
        for (start, cluster) in grapheme_indices(text) {
            let end = start + cluster.len();
            while let Some(token) = tokens.next_if(|token| token.range.end < end) {
                let is_inside = token.range.end > start;
                let has_blank = cluster.contains(char::is_whitespace);
                prop_assert!(!is_inside || has_blank, "{:?} cuts {:?}", token, cluster);
            }
        }
        Ok(())
    });
}

#[test]
fn words_are_the_tokens_that_are_words() {
    each_text(|text| {
        let expected = tokens(text).filter(|token| token.kind == akshar::TokenKind::Word);
        prop_assert!(words(text).eq(expected));
        Ok(())
    });
}

#[test]
fn sentences_cover_the_text_in_order() {
    each_text_with(any::<bool>(), |text, join_lines| {
        let sentences = || sentences(text).join_lines(join_lines);
        check_cover(text, sentences().map(|sentence| sentence.range))?;
        for sentence in sentences() {
            prop_assert_eq!(&text[sentence.range.clone()], sentence.text);
            prop_assert_eq!(sentence.text, sentence.text.trim());
        }
        Ok(())
    });
}

#[test]
fn each_token_lies_in_one_sentence() {
    each_text_with(any::<bool>(), |text, join_lines| {
        let sentences = sentences(text).join_lines(join_lines);
        let mut expected = tokens(text);
        for sentence in sentences {
            for token in sentence.tokens() {
                let Range { start, end } = sentence.range;
                prop_assert!(start <= token.range.start && token.range.end <= end);
                prop_assert_eq!(Some(token), expected.next());
            }
        }
        prop_assert_eq!(expected.next(), None);
        Ok(())
    });
}

#[test]
fn paragraphs_are_segmented_apart() {
    each_text_with(text(), |first, second| {
        let both = format!("{first}\n\n{second}");
        let shift = first.len() + 2;

        let clusters = |text| grapheme_indices(text).map(|(start, _)| start);
        let blank = [first.len(), first.len() + 1];
        let apart = clusters(first).chain(blank);
        let apart = apart.chain(clusters(&second).map(|start| start + shift));
        // A carriage return before a line break is one cluster with it.
        if !first.ends_with('\r') {
            prop_assert!(clusters(&both).eq(apart));
        }

        let of = |text| tokens(text).map(|token| (token.range, token.kind));
        let moved =
            |(range, kind): (Range<usize>, _)| (range.start + shift..range.end + shift, kind);
        let apart: Vec<_> = of(first).chain(of(&second).map(moved)).collect();
        prop_assert_eq!(of(&both).collect::<Vec<_>>(), apart);

        for join_lines in [false, true] {
            let of = |text| {
                sentences(text)
                    .join_lines(join_lines)
                    .map(|sentence| sentence.range)
            };
            let moved = |range: Range<usize>| range.start + shift..range.end + shift;
            let apart: Vec<_> = of(first).chain(of(&second).map(moved)).collect();
            prop_assert_eq!(
                of(&both).collect::<Vec<_>>(),
                apart,
                "join_lines {}",
                join_lines
            );
        }
        Ok(())
    });
}

#[test]
fn copies_of_iterators_go_on_alike() {
    each_text_with(any::<Index>(), |text, at| {
        check_copy(graphemes(text), at)?;
        check_copy(graphemes(text).rev(), at)?;
        check_copy(grapheme_indices(text), at)?;
        check_copy(tokens(text), at)?;
        check_copy(words(text), at)?;
        check_copy(sentences(text), at)?;
        check_copy(sentences(text).join_lines(true), at)
    });
}

// NFC and folds.

/// A folder with each fold on or off.
fn folder() -> impl Strategy<Value = Folder> {
    any::<[bool; 16]>().prop_map(|on| {
        Folder::none()
            .nukta(on[0])
            .chandrabindu(on[1])
            .nasals(on[2])
            .glides(on[3])
            .candra_vowels(on[4])
            .invisibles(on[5])
            .repeated_marks(on[6])
            .digits(on[7])
            .punctuation(on[8])
            .letter_case(on[9])
            .stray_invisibles(on[10])
            .mark_order(on[11])
            .vowel_parts(on[12])
            .typed_danda(on[13])
            .typed_visarga(on[14])
            .visarga(on[15])
    })
}

fn is_folded(folder: &Folder, text: &str) -> bool {
    matches!(folder.fold(text), Cow::Borrowed(_))
}

#[test]
fn nfc_again_changes_nothing_and_borrows() {
    each_text(|text| {
        let normalized = nfc(text);
        prop_assert!(is_nfc(&normalized));
        prop_assert_eq!(matches!(normalized, Cow::Borrowed(_)), is_nfc(text));
        prop_assert!(matches!(nfc(&normalized), Cow::Borrowed(same) if same == normalized));
        Ok(())
    });
}

#[test]
fn folding_again_changes_nothing_and_borrows() {
    each_text_with(folder(), |text, folder| {
        let folded = folder.fold(text);
        prop_assert!(is_nfc(&folded));
        let again = folder.fold(&folded);
        prop_assert!(is_folded(&folder, &folded), "{:?} from {:?}", again, folded);
        Ok(())
    });
}

#[test]
fn folding_after_nfc_is_folding() {
    each_text_with(folder(), |text, folder| {
        let normalized = nfc(text);
        prop_assert_eq!(folder.fold(&normalized), folder.fold(text));
        prop_assert_eq!(Folder::none().fold(text), normalized);
        Ok(())
    });
}

#[test]
fn folded_text_is_free_of_what_was_folded() {
    each_text(|text| {
        let folded = Folder::search().fold(text);
        let left = folded.chars().find(|character| {
            matches!(
                character,
                '\u{93C}' | 'ऩ' | 'ऱ' | 'ऴ' | 'ँ' | 'ऑ' | 'ॉ' | '०'..='९' | '।' | '॥' | '॰' | '|'
                    | '\u{200C}' | '\u{200D}' | '\u{AD}' | '“' | '…' | '–' | 'A'..='Z'
            )
        });
        prop_assert_eq!(left, None);
        Ok(())
    });
}

/// Source ranges lie on boundaries of characters, grow with the ranges that they are of, and
/// leave out nothing between them.
#[test]
fn sources_of_folded_text_are_in_order() {
    each_text_with((folder(), any::<[Index; 3]>()), |text, (folder, cuts)| {
        let folded = folder.fold_with_offsets(text);
        prop_assert_eq!(&folded.text, &folder.fold(text));
        let boundaries: Vec<usize> = (0..=folded.text.len())
            .filter(|&offset| folded.text.is_char_boundary(offset))
            .collect();
        let mut cuts = cuts.map(|index| boundaries[index.index(boundaries.len())]);
        cuts.sort_unstable();
        let [start, middle, end] = cuts;
        let before = folded.source_range(start..middle);
        let after = folded.source_range(middle..end);
        let whole = folded.source_range(start..end);
        prop_assert!(text.get(before.clone()).is_some(), "{:?}", before);
        prop_assert!(text.get(after.clone()).is_some(), "{:?}", after);
        if start < middle && middle < end {
            prop_assert!(before.start <= after.start && before.end <= after.end);
            prop_assert!(after.start <= before.end, "{:?} and {:?}", before, after);
            prop_assert_eq!(whole, before.start..after.end);
        }
        if !folded.text.is_empty() {
            let all = folded.source_range(0..folded.text.len());
            prop_assert_eq!(all.end, text.len());
            // What is left out at the front folds to nothing.
            prop_assert_eq!(folder.fold(&text[..all.start]), "");
        }
        Ok(())
    });
}

/// No fold reaches over a line break, and none changes one. So each line of the folded text
/// comes from that line of the source, but for what was removed at its beginning, which belongs
/// to the line break.
#[test]
fn each_folded_line_comes_from_its_line() {
    each_text_with(folder(), |text, folder| {
        let folded = folder.fold_with_offsets(text);
        prop_assert_eq!(folded.text.split('\n').count(), text.split('\n').count());
        let (mut at, mut source_at) = (0, 0);
        for (line, source) in folded.text.split('\n').zip(text.split('\n')) {
            prop_assert_eq!(line, folder.fold(source));
            let (end, source_end) = (at + line.len(), source_at + source.len());
            if !line.is_empty() {
                let range = folded.source_range(at..end);
                prop_assert_eq!(range.end, source_end);
                prop_assert!(range.start >= source_at, "{:?} of {:?}", range, source);
                prop_assert_eq!(folder.fold(&text[source_at..range.start]), "");
            }
            if end < folded.text.len() {
                prop_assert_eq!(folded.source_range(end..end + 1).start, source_end);
            }
            (at, source_at) = (end + 1, source_end + 1);
        }
        Ok(())
    });
}

/// Found by the property of folding again: what stands between a stroke and the end of its line
/// may be left out after the stroke has been looked at.
#[test]
fn a_stroke_before_a_mark_that_is_left_out_is_a_danda() {
    let folder = Folder::none().typed_danda(true);
    assert_eq!(folder.visarga(true).fold("अ|ः"), "अ।");
    assert_eq!(folder.nukta(true).fold("अ|\u{93C}"), "अ।");
    assert_eq!(folder.fold("अ|ः"), "अ|ः");
}

/// Found by the property of folding again: NFC moves a nukta across an accent of any block, beside
/// which a joiner stays, to one that a joiner does not stay beside.
#[test]
fn a_nukta_after_an_accent_of_another_block_stays() {
    let folder = Folder::none().stray_invisibles(true).mark_order(true);
    for accent in ['\u{A8E0}', '\u{300}', '\u{951}'] {
        let text = format!("\u{200D}{accent}\u{93A}\u{93C}");
        let folded = folder.fold(&text);
        assert_eq!(folder.fold(&folded), folded, "{text:?}");
    }
}

/// Folds that look at one character alone: what each character comes from folds to it.
#[test]
fn each_folded_character_comes_from_what_folds_to_it() {
    each_text_with(folder(), |text, folder| {
        let folder = folder
            .nasals(false)
            .glides(false)
            .repeated_marks(false)
            .stray_invisibles(false)
            .mark_order(false)
            .vowel_parts(false)
            .typed_danda(false)
            .typed_visarga(false);
        let folded = folder.fold_with_offsets(text);
        for (start, character) in folded.text.char_indices() {
            let source = folded.source_range(start..start + character.len_utf8());
            let again = folder.fold(&text[source.clone()]);
            prop_assert!(
                again.contains(character),
                "{:?} from {:?}",
                character,
                source
            );
        }
        Ok(())
    });
}

/// Every code point folds to what folds no further.
#[test]
fn every_code_point_folds_once() {
    let folder = Folder::search();
    for character in '\0'..=char::MAX {
        for text in [format!("{character}"), format!("J{character}\u{30C}")] {
            let folded = folder.fold(&text);
            assert!(is_nfc(&folded), "{text:?}");
            assert!(is_folded(&folder, &folded), "{text:?} to {folded:?}");
            assert_eq!(folder.fold(&nfc(&text)), folded, "{text:?}");
        }
    }
}

// Stopwords and inflection.

#[test]
fn nfc_does_not_change_which_words_are_stopwords() {
    each_text(|text| {
        for word in words(text) {
            let normalized = nfc(word.text);
            prop_assert_eq!(is_stopword(word.text), is_stopword(&normalized));
        }
        Ok(())
    });
}

#[test]
fn dictionary_forms_and_stems_of_words_are_words() {
    each_text(|text| {
        let text = nfc(text);
        for word in words(&text) {
            for form in [lemma(word.text), stem(word.text)] {
                prop_assert!(
                    !form.is_empty() && is_nfc(&form),
                    "{:?}: {form:?}",
                    word.text
                );
            }
        }
        Ok(())
    });
}

// Transliteration.

fn check_round_trip(
    text: &str,
    transliterator: Transliterator,
    back: Transliterator,
) -> TestCaseResult {
    let written = transliterator.transliterate(text);
    prop_assert!(is_nfc(&written), "{:?}", written);
    prop_assert_eq!(
        back.transliterate(&written),
        nfc(text),
        "by way of {:?}",
        written
    );
    Ok(())
}

fn digits() -> impl Strategy<Value = Digits> {
    select(&[Digits::Keep, Digits::Convert][..])
}

fn danda() -> impl Strategy<Value = Danda> {
    select(&[Danda::Keep, Danda::Convert][..])
}

#[test]
fn iso15919_comes_back() {
    each_text_with((digits(), danda()), |text, (digits, danda)| {
        let (devanagari, iso) = (Scheme::Devanagari, Scheme::Iso15919);
        let to = Transliterator::new(devanagari, iso);
        let from = Transliterator::new(iso, devanagari);
        check_round_trip(text, to, from)?;
        check_round_trip(
            text,
            to.digits(digits).danda(danda),
            from.digits(digits).danda(danda),
        )
    });
}

#[test]
fn slp1_comes_back() {
    each_text_with((digits(), danda()), |text, (digits, danda)| {
        let (devanagari, slp1) = (Scheme::Devanagari, Scheme::Slp1);
        let to = Transliterator::new(devanagari, slp1);
        let from = Transliterator::new(slp1, devanagari);
        check_round_trip(text, to, from)?;
        check_round_trip(
            text,
            to.digits(digits).danda(danda),
            from.digits(digits).danda(danda),
        )
    });
}

/// Any text is read in any scheme; an error tells a place in it.
#[test]
fn any_text_is_written_and_read_into_nfc() {
    let schemes = || select(Scheme::ALL);
    let schwa = select(&[Schwa::Keep, Schwa::Delete][..]);
    let unknown = prop_oneof![
        Just(Unknown::Keep),
        Just(Unknown::Drop),
        any::<char>().prop_map(Unknown::Replace),
    ];
    let options = (schemes(), schemes(), schwa, digits(), danda(), unknown);
    each_text_with(
        options,
        |text, (from, to, schwa, digits, danda, unknown)| {
            let plain = Transliterator::new(from, to);
            let optional = plain
                .schwa(schwa)
                .digits(digits)
                .danda(danda)
                .unknown(unknown);
            for transliterator in [plain, optional] {
                let written = transliterator.transliterate(text);
                prop_assert!(is_nfc(&written), "{:?}", written);
                match transliterator.try_decode(text) {
                    Ok(read) => prop_assert_eq!(read, written),
                    Err(error) => prop_assert!(text.is_char_boundary(error.offset())),
                }
            }
            prop_assert_eq!(transliterate(text, from, to), plain.transliterate(text));
            Ok(())
        },
    );
}

/// A joiner that touches no Devanagari would be other text, as any character is that is neither
/// Devanagari nor ASCII.
#[test]
fn romanized_devanagari_is_ascii() {
    each_text(|text| {
        let is_meant = |&character: &char| devanagari::contains(character) || character.is_ascii();
        let text: String = text.chars().filter(is_meant).collect();
        let romanized = romanize(&text);
        prop_assert!(romanized.is_ascii(), "{:?}", romanized);
        Ok(())
    });
}

#[test]
fn titles_slugs_and_candidates_are_made_of_any_text() {
    each_text(|text| {
        let romanized = romanize(text);
        let title = Romanizer::new().title_case(true).romanize(text);
        prop_assert!(
            title.eq_ignore_ascii_case(&romanized),
            "{:?} {:?}",
            title,
            romanized
        );
        let slug = Romanizer::new().slug(true).romanize(text);
        prop_assert!(
            slug.bytes()
                .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
        );
        for word in words(text).take(2) {
            let candidates = Romanizer::new().candidates(word.text, 3);
            prop_assert!(candidates.len() <= 3);
            let schwas = spoken_schwas(word.text);
            prop_assert!(schwas.len() <= word.text.chars().count());
        }
        Ok(())
    });
}

// The whole analysis.

/// A byte order mark at the beginning, which is no part of an article, is not tried here.
#[test]
fn an_article_has_the_sentences_and_tokens_of_its_text() {
    each_text(|text| {
        let text = text.trim_start_matches('\u{FEFF}');
        let article = Article::parse(text);
        check_cover(
            text,
            article
                .paragraphs
                .iter()
                .map(|paragraph| paragraph.range.clone()),
        )?;
        for paragraph in &article.paragraphs {
            prop_assert_eq!(&text[paragraph.range.clone()], paragraph.text);
        }
        let found = article.sentences().map(|sentence| sentence.range.clone());
        prop_assert!(found.eq(sentences(text).map(|sentence| sentence.range)));
        prop_assert!(article.tokens().cloned().eq(tokens(text)));
        prop_assert_eq!(article.counts.grapheme_clusters, graphemes(text).count());
        prop_assert_eq!(article.counts.words, words(text).count());
        let stopwords = Stopwords::hindi();
        let is_stopword = |word: &akshar::Token<'_>| stopwords.contains(word.text);
        prop_assert_eq!(
            article.counts.stopwords,
            words(text).filter(is_stopword).count()
        );
        if let Some(headline) = article.headline {
            prop_assert_eq!(&text[headline.range], headline.text);
        }
        Ok(())
    });
}
