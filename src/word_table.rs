//! A hash table from words, for the word lists that almost every word of a text is looked up in.
//!
//! What such a look-up costs is mispredicted branches: which words are in the list, and how long
//! they are, cannot be foreseen. So a word is told from the others by three overlapping loads
//! and its length, which hold all of a word of up to [`WHOLE`] bytes, and one comparison of all of
//! them at once; hardly any look-up goes on to a second word or to the bytes themselves.

use std::borrow::Cow;

/// Words, held as `W`, and their values.
///
/// A look-up takes time linear in the word, at worst that of all words in the table that have the
/// same hash: the hash is no defence against a list that is made to be slow.
#[derive(Debug, Clone)]
pub(crate) struct WordTable<V, W = Cow<'static, str>> {
    /// The index of the first word of each hash; there is a power of two of them.
    homes: Vec<u32>,
    /// What is looked at of each word; the first is none.
    keys: Vec<Key>,
    /// The words and their values, in the order of their keys.
    words: Vec<W>,
    values: Vec<V>,
}

/// The index where no word is.
const NOWHERE: u32 = 0;

/// How many homes there are for each word, at least: few words share one.
const HOMES: usize = 8;

impl<V, W: AsRef<str>> WordTable<V, W> {
    pub(crate) fn new() -> Self {
        WordTable {
            homes: vec![NOWHERE],
            keys: vec![Key::NONE],
            words: Vec::new(),
            values: Vec::new(),
        }
    }

    /// The value of a word.
    #[inline]
    pub(crate) fn get<'w>(&self, word: impl Into<Query<'w>>) -> Option<&V> {
        let index = self.find(word.into())?;
        Some(&self.values[index - 1])
    }

    #[inline]
    pub(crate) fn contains<'w>(&self, word: impl Into<Query<'w>>) -> bool {
        self.find(word.into()).is_some()
    }

    /// A filter for the words that are there now.
    pub(crate) fn filter(&self) -> Filter {
        let blocks = self.len().div_ceil(Filter::WORDS_OF_BLOCK);
        let mut filter = Filter {
            blocks: vec![0; blocks.next_power_of_two()],
        };
        for key in &self.keys[1..] {
            let (block, bits) = filter.place(key.hash());
            filter.blocks[block] |= bits;
        }
        filter
    }

    /// The value of a word, which is put in with this value if it is not there.
    pub(crate) fn or_insert(&mut self, word: impl Into<W>, value: V) -> &mut V {
        let word = word.into();
        let index = self.find(word.as_ref().into()).unwrap_or_else(|| {
            let index = self.keys.len();
            self.keys.push(Key::of(word.as_ref()));
            self.words.push(word);
            self.values.push(value);
            if index * HOMES > self.homes.len() {
                self.homes = vec![NOWHERE; (index * HOMES).next_power_of_two()];
                (1..=index).for_each(|index| self.link(index));
            } else {
                self.link(index);
            }
            index
        });
        &mut self.values[index - 1]
    }

    /// How many words there are.
    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    /// How many words share the home of a word: so many a look-up goes through at most.
    pub(crate) fn neighbors(&self, word: &str) -> usize {
        let first = self.homes[self.home(Query::from(word).hash)];
        let next = |index: &u32| Some(self.keys[*index as usize].next);
        std::iter::successors(Some(first), next)
            .take_while(|index| *index != NOWHERE)
            .count()
    }

    /// Makes a word the first of its home.
    fn link(&mut self, index: usize) {
        let home = self.home(self.keys[index].hash());
        self.keys[index].next = self.homes[home];
        self.homes[home] = u32::try_from(index).expect("a list has fewer than 2^32 words");
    }

    #[inline]
    fn home(&self, hash: u64) -> usize {
        hash as usize & (self.homes.len() - 1)
    }

    #[inline]
    fn find(&self, Query { word, key, hash }: Query) -> Option<usize> {
        let mut index = self.homes[self.home(hash)];
        loop {
            let found = self.keys[index as usize];
            let is_same = found.is_same(key);
            // One branch, which is hardly ever taken.
            let next = found.next & u32::from(is_same).wrapping_sub(1);
            if next != NOWHERE {
                index = next;
            } else if is_same & (word.len() > WHOLE) {
                return self.find_long(index, word);
            } else {
                return is_same.then_some(index as usize);
            }
        }
    }

    /// Finds a word of which the key does not hold every byte, at an index or after it.
    #[cold]
    fn find_long(&self, mut index: u32, word: &str) -> Option<usize> {
        while index != NOWHERE {
            if self.words[index as usize - 1].as_ref() == word {
                return Some(index as usize);
            }
            index = self.keys[index as usize].next;
        }
        None
    }
}

impl<V, W: AsRef<str>> Default for WordTable<V, W> {
    fn default() -> Self {
        WordTable::new()
    }
}

/// Of several values of one word the first is kept.
impl<V, W: AsRef<str>, I: Into<W>> Extend<(I, V)> for WordTable<V, W> {
    fn extend<E: IntoIterator<Item = (I, V)>>(&mut self, entries: E) {
        for (word, value) in entries {
            self.or_insert(word, value);
        }
    }
}

impl<V, W: AsRef<str>, I: Into<W>> FromIterator<(I, V)> for WordTable<V, W> {
    fn from_iter<E: IntoIterator<Item = (I, V)>>(entries: E) -> Self {
        let mut table = WordTable::new();
        table.extend(entries);
        table
    }
}

/// Turns away nearly all words that are not in a table, where most of those that are looked up are
/// not: it is small enough to stay near the processor, as a large table is not.
#[derive(Debug)]
pub(crate) struct Filter {
    /// Two bits of each word, in a block that its hash tells; there is a power of two of them.
    blocks: Vec<u64>,
}

impl Filter {
    /// How many words share a block, on average and at most.
    const WORDS_OF_BLOCK: usize = 8;

    /// Whether the table may have the word.
    #[inline]
    pub(crate) fn lets_through(&self, query: Query) -> bool {
        let (block, bits) = self.place(query.hash);
        self.blocks[block] & bits == bits
    }

    /// The block of a word, and its two bits there, which may be one.
    #[inline]
    fn place(&self, hash: u64) -> (usize, u64) {
        let bits = 1 << (hash >> 58) | 1 << (hash >> 52 & 63);
        (hash as usize & (self.blocks.len() - 1), bits)
    }
}

/// A word made ready to be looked up, in one table or several.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Query<'w> {
    pub(crate) word: &'w str,
    key: Key,
    hash: u64,
}

impl<'w, W: AsRef<str> + ?Sized> From<&'w W> for Query<'w> {
    #[inline]
    fn from(word: &'w W) -> Self {
        let word = word.as_ref();
        let key = Key::of(word);
        Query {
            word,
            key,
            hash: key.hash(),
        }
    }
}

/// The first, middle and last eight bytes of a word, which may overlap, or what there is of
/// them, and its length.
#[derive(Debug, Clone, Copy)]
struct Key {
    first: u64,
    middle: u64,
    last: u64,
    length: u32,
    /// The index of the next word of the table in the same home.
    next: u32,
}

/// Of words up to this length a key holds every byte.
const WHOLE: usize = 24;

impl Key {
    /// That of no word of the table: none has as many bytes.
    const NONE: Key = Key {
        first: 0,
        middle: 0,
        last: 0,
        length: u32::MAX,
        next: NOWHERE,
    };

    #[inline]
    fn of(word: &str) -> Key {
        let bytes = word.as_bytes();
        let (first, middle, last) =
            if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
                let middle = bytes[(bytes.len() - 8) / 2..].first_chunk();
                (
                    u64::from_le_bytes(*first),
                    middle.map_or(0, |middle| u64::from_le_bytes(*middle)),
                    u64::from_le_bytes(*last),
                )
            } else if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
                let [first, last] = [first, last].map(|half| u32::from_le_bytes(*half).into());
                (first, 0, last)
            } else {
                let byte = |index| bytes.get(index).copied().map_or(0, u64::from);
                (byte(0) | byte(1) << 8 | byte(2) << 16, 0, 0)
            };
        Key {
            first,
            middle,
            last,
            // Longer words are told apart by their bytes.
            length: bytes.len().min(u32::MAX as usize - 1) as u32,
            next: NOWHERE,
        }
    }

    /// Whether both are of one word, as far as they tell; all is compared at once, without a
    /// branch.
    #[inline]
    fn is_same(self, other: Key) -> bool {
        (self.first ^ other.first)
            | (self.middle ^ other.middle)
            | (self.last ^ other.last)
            | u64::from(self.length ^ other.length)
            == 0
    }

    /// The two halves of a product of the first and the last bytes, each with the middle ones.
    #[inline]
    fn hash(self) -> u64 {
        let one = self.first ^ self.middle.rotate_left(32) ^ 0x9E37_79B9_7F4A_7C15;
        let other = self.last.wrapping_add(self.middle) ^ 0xA076_1D64_78BD_642F;
        let product = u128::from(one) * u128::from(other.wrapping_add(self.length.into()));
        (product as u64) ^ (product >> 64) as u64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_every_length_are_found_and_no_others() {
        let mut words = Vec::new();
        for length in 0..80 {
            let word: String = "abcdefghijklmnopqrstuvwxyz0123456789"
                .chars()
                .cycle()
                .take(length)
                .collect();
            // The same word with one byte changed, anywhere.
            let changed = (0..length).map(|index| {
                let mut changed = word.clone();
                changed.replace_range(index..=index, "#");
                changed
            });
            words.extend(changed);
            words.push(word);
        }
        let (listed, others): (Vec<_>, Vec<_>) = (0..words.len()).partition(|index| index % 3 == 0);
        let table: WordTable<usize> = listed
            .iter()
            .map(|&index| (words[index].clone(), index))
            .collect();
        for &index in &listed {
            assert_eq!(table.get(&words[index]), Some(&index), "{}", words[index]);
        }
        for &index in &others {
            assert_eq!(table.get(&words[index]), None, "{}", words[index]);
        }
    }

    #[test]
    fn the_first_value_of_a_word_is_kept() {
        let mut table: WordTable<u8> = [("क", 1), ("ख", 2), ("क", 3)].into_iter().collect();
        assert_eq!(table.get("क"), Some(&1));
        *table.or_insert("ख", 4) += 10;
        assert_eq!(table.get("ख"), Some(&12));
        assert!(!table.contains(""));
        assert!(WordTable::<()>::new().get("").is_none());
    }
}
