//! Forms to look for, as hashes. In: entries with the hashes of their beginnings. Out: whether a text so
//! far may go on to a form, and which forms end here.
//!
//! A bloom filter of beginnings ends nearly every search at its first word; what passes is looked up in a
//! sorted table.

use super::forms::Entry;

/// Sets apart, in the filter, a hash at which a form ends from one at which a form may go on.
const END: u64 = 0x5851_f42d_4c95_7f2d;

/// Strong forms of the whole register.
#[derive(Debug)]
pub(super) struct Index {
    filter: Filter,
    entries: Vec<Entry>,
}

impl Index {
    /// Builds the index. `beginnings` holds the hash of every form up to each of its tokens.
    pub(super) fn new(mut entries: Vec<Entry>, beginnings: &[u64]) -> Self {
        use rayon::slice::ParallelSliceMut as _;
        entries.par_sort_unstable();
        entries.dedup_by(|later, first| later.is_same_form(first));
        let mut filter = Filter::with_room_for(beginnings.len() + entries.len());
        for hash in beginnings {
            filter.insert(*hash);
        }
        for entry in &entries {
            filter.insert(entry.hash);
            filter.insert(entry.hash ^ END);
        }
        Self { filter, entries }
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
        let words = (keys / 4).next_power_of_two().max(2);
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
