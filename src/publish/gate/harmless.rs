//! Tags that stand on every page. In: a tag. Out: what was found in it when it was read before: its words,
//! and that no strong form stands in it. Nine tags of ten need not be read again.

use super::page::Layout;
use super::tokens::Token;

/// Tags that are remembered at a time; one more takes the place of another.
const ROOM: usize = 2048;

/// A longer tag stands on few pages, and is not remembered.
pub(super) const LONGEST: usize = 256;

/// A tag in which no strong form stands. What it does to a text follows from its bytes alone.
#[derive(Debug)]
pub(super) struct Harmless {
    bytes: Box<[u8]>,
    /// The hashes of its words, among which a record's own page may still have a word of its own.
    pub(super) words: Box<[u64]>,
    pub(super) layout: Layout,
}

/// The harmless tags that were read last, each in the place that its bytes tell.
#[derive(Debug)]
pub(super) struct Remembered {
    tags: Vec<Option<Harmless>>,
}

impl Remembered {
    pub(super) fn new() -> Self {
        Self { tags: Vec::new() }
    }

    /// The tag with these bytes, where it is remembered.
    pub(super) fn get(&self, tag: &[u8]) -> Option<&Harmless> {
        self.tags.get(place(tag))?.as_ref().filter(|known| *known.bytes == *tag)
    }

    /// Remembers a tag and its words.
    pub(super) fn keep(&mut self, tag: &[u8], words: &[Token], layout: Layout) {
        self.tags.resize_with(ROOM, || None);
        if self.get(tag).is_none() {
            let words = words.iter().map(|word| word.hash).collect();
            self.tags[place(tag)] = Some(Harmless { bytes: tag.into(), words, layout });
        }
    }
}

/// Every byte counts; which hash it is does not matter, for the bytes are compared.
fn place(tag: &[u8]) -> usize {
    let mix = |hash: u64, part: u64| (hash.rotate_left(23) ^ part).wrapping_mul(0x9fb2_1c65_1e98_df25);
    let start = tag.len() as u64;
    let hash = if let Some(last) = tag.last_chunk() {
        let parts = tag.as_chunks().0.iter().chain([last]);
        parts.fold(start, |hash, part| mix(hash, u64::from_le_bytes(*part)))
    } else if let (Some(first), Some(last)) = (tag.first_chunk(), tag.last_chunk()) {
        mix(start, u64::from(u32::from_le_bytes(*first)) << 32 | u64::from(u32::from_le_bytes(*last)))
    } else {
        mix(start, tag.iter().fold(0, |part, byte| part << 8 | u64::from(*byte)))
    };
    (hash >> (u64::BITS - ROOM.trailing_zeros())) as usize
}
