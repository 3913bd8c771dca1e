//! NFC and folds are done once and for all, and folded text knows where it came from.
#![no_main]

use akshar::Folder;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let nfc = akshar::nfc(text);
    assert_eq!(akshar::is_nfc(text), nfc == text);
    assert_eq!(akshar::nfc(&nfc), nfc);

    let folder = Folder::search();
    let folded = folder.fold_with_offsets(text);
    assert_eq!(folder.fold(&folded.text), folded.text);
    assert_eq!(folder.fold(&nfc), folded.text);
    let mut before = 0;
    for (offset, character) in folded.text.char_indices() {
        let source = folded.source_range(offset..offset + character.len_utf8());
        assert!(text.get(source.clone()).is_some());
        assert!(source.start >= before);
        before = source.start;
    }
});
