//! Forms to look for, as hashes. In: entries with the hashes of their beginnings. Out: whether a text so
//! far may go on to a form, and which forms end here.
//!
//! A small bloom filter of first words, which stays in the processor's cache, ends nearly every search; one of
//! beginnings ends nearly every other; what passes is looked up in a sorted table.

use super::forms::{Compiler, Entry};
use super::tokens::Token;

/// Sets apart, in the filter, a hash at which a form ends from one at which a form may go on.
const END: u64 = 0x5851_f42d_4c95_7f2d;

/// Room for the first words of ten thousand records: 128 KiB.
const FIRST_WORDS: usize = 1 << 14;

/// Strong forms of the whole register.
#[derive(Debug)]
pub(super) struct Index {
    firsts: Filter,
    filter: Filter,
    entries: Vec<Entry>,
}

impl Index {
    /// Builds the index of what was compiled.
    pub(super) fn new(compiled: Compiler) -> Self {
        use rayon::slice::ParallelSliceMut as _;
        let Compiler { mut entries, beginnings, firsts, .. } = compiled;
        entries.par_sort_unstable();
        entries.dedup_by(|later, first| later.is_same_form(first));
        let mut filter = Filter::with_room_for(beginnings.len() + entries.len());
        beginnings.iter().for_each(|hash| filter.insert(*hash));
        for entry in &entries {
            filter.insert(entry.hash);
            filter.insert(entry.hash ^ END);
        }
        let mut first_words = Filter::of(FIRST_WORDS);
        firsts.iter().for_each(|hash| first_words.insert(*hash));
        Self { firsts: first_words, filter, entries }
    }

    /// Whether a form may begin with this token.
    pub(super) fn may_begin_with(&self, token: &Token) -> bool {
        self.firsts.contains(token.hash)
    }

    /// Whether a form may begin with these letters.
    pub(super) fn may_go_on(&self, hash: u64) -> bool {
        self.filter.contains(hash)
    }

    /// The forms with just these letters.
    pub(super) fn ending_at(&self, hash: u64) -> &[Entry] {
        if !self.filter.contains(hash ^ END) {
            return &[];
        }
        let first = self.entries.partition_point(|entry| entry.hash < hash);
        let length = self.entries[first..].iter().take_while(|entry| entry.hash == hash).count();
        &self.entries[first..first + length]
    }
}

/// A bloom filter whose three bits for a hash lie in one word.
#[derive(Debug)]
struct Filter {
    words: Vec<u64>,
    shift: u32,
}

impl Filter {
    fn with_room_for(keys: usize) -> Self {
        Self::of((keys / 4).next_power_of_two().max(2))
    }

    fn of(words: usize) -> Self {
        Self { words: vec![0; words], shift: u64::BITS - words.trailing_zeros() }
    }

    fn place(&self, hash: u64) -> (usize, u64) {
        let mixed = (hash ^ (hash >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
        let bit = |shift: u32| 1_u64 << ((mixed >> shift) & 63);
        ((mixed >> self.shift) as usize, bit(4) | bit(12) | bit(20))
    }

    fn insert(&mut self, hash: u64) {
        let (word, bits) = self.place(hash);
        self.words[word] |= bits;
    }

    fn contains(&self, hash: u64) -> bool {
        let (word, bits) = self.place(hash);
        self.words[word] & bits == bits
    }
}
