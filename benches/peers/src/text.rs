//! The Hindi text that everything runs on.

use std::fs;
use std::path::Path;

/// The articles that come with the crate.
const ARTICLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/articles");
/// Where real news text is, if it is present.
pub const NEWS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/news");

/// The articles and the news, over and over, up to a character that ends at the length.
pub fn of_length(bytes: usize, news: &Path) -> String {
    let mut once = read_folder(Path::new(ARTICLES)).expect("the articles of the crate");
    match read_folder(news) {
        Some(news) => once.push_str(&news),
        None => eprintln!("{} is not present: only the articles", news.display()),
    }
    let mut text = once.repeat(bytes / once.len() + 1);
    text.truncate(text.floor_char_boundary(bytes));
    text
}

/// The text files of a folder, one after the other by name.
fn read_folder(folder: &Path) -> Option<String> {
    let mut paths: Vec<_> = fs::read_dir(folder)
        .ok()?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    paths.sort();
    let texts: Option<Vec<_>> = paths
        .iter()
        .map(|path| fs::read_to_string(path).ok())
        .collect();
    Some(texts?.concat())
}
