//! Grapheme clusters join to the text, and come from the back as from the front.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let forward: Vec<_> = akshar::grapheme_indices(text).collect();
    let mut end = 0;
    for (offset, cluster) in &forward {
        assert_eq!(*offset, end);
        assert!(!cluster.is_empty());
        end += cluster.len();
    }
    assert_eq!(end, text.len());
    let mut backward: Vec<_> = akshar::grapheme_indices(text).rev().collect();
    backward.reverse();
    assert_eq!(forward, backward);

    // From both ends at once.
    let mut clusters = akshar::graphemes(text);
    let mut count = 0;
    while clusters.next().is_some() {
        count += 1;
        count += usize::from(clusters.next_back().is_some());
    }
    assert_eq!(count, forward.len());
});
