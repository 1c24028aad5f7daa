//! What stands on page after page: tags, and lines of whole elements. In: such a piece. Out: what was found in
//! it when it was read before: its words, and that no strong form stands in it. Of a page, most need not be
//! read again.

use super::page::Layout;

/// Pieces that are remembered at a time; another takes the place of one when it comes twice.
const ROOM: usize = 8192;

/// A longer piece stands on few pages, and is not remembered.
pub(super) const LONGEST: usize = 512;

/// A piece in which no strong form stands. What it does to a text follows from its bytes alone.
#[derive(Debug)]
pub(super) struct Harmless {
    bytes: Box<[u8]>,
    /// The hashes of its words, among which a record's own page may still have a word of its own.
    pub(super) words: Box<[u64]>,
    pub(super) layout: Layout,
}

/// The harmless pieces that came more than once, each in the place that its bytes tell.
#[derive(Debug)]
pub(super) struct Remembered {
    places: Vec<Place>,
}

#[derive(Debug, Default)]
struct Place {
    /// The piece that came here last, remembered or not.
    last: u64,
    known: Option<(u64, Harmless)>,
}

/// Tells pieces apart, nearly always; where they are taken for the same, their bytes are compared as well.
#[derive(Clone, Copy, Debug)]
pub(super) struct Key(u64);

impl Remembered {
    pub(super) fn new() -> Self {
        Self { places: Vec::new() }
    }

    /// The piece with these bytes, where it is remembered.
    pub(super) fn get(&self, key: Key, piece: &[u8]) -> Option<&Harmless> {
        let (own, known) = self.places.get(key.place())?.known.as_ref()?;
        (*own == key.0 && *known.bytes == *piece).then_some(known)
    }

    /// Whether a piece that is not remembered comes again, with no other in its place since: then it is
    /// worth it.
    pub(super) fn comes_again(&mut self, key: Key) -> bool {
        self.places.resize_with(ROOM, Place::default);
        let place = &mut self.places[key.place()];
        let is_known = place.known.as_ref().is_some_and(|(known, _)| *known == key.0);
        !is_known && std::mem::replace(&mut place.last, key.0) == key.0
    }

    /// Remembers a piece and its words.
    pub(super) fn keep(&mut self, key: Key, piece: &[u8], words: Box<[u64]>, layout: Layout) {
        self.places.resize_with(ROOM, Place::default);
        let harmless = Harmless { bytes: piece.into(), words, layout };
        self.places[key.place()].known = Some((key.0, harmless));
    }
}

impl Key {
    /// Every byte counts.
    pub(super) fn of(piece: &[u8]) -> Self {
        let mix = |hash: u64, part: u64| (hash.rotate_left(23) ^ part).wrapping_mul(0x9fb2_1c65_1e98_df25);
        let start = piece.len() as u64;
        Self(if let Some(last) = piece.last_chunk() {
            let parts = piece.as_chunks().0.iter().chain([last]);
            parts.fold(start, |hash, part| mix(hash, u64::from_le_bytes(*part)))
        } else if let (Some(first), Some(last)) = (piece.first_chunk(), piece.last_chunk()) {
            mix(start, u64::from(u32::from_le_bytes(*first)) << 32 | u64::from(u32::from_le_bytes(*last)))
        } else {
            mix(start, piece.iter().fold(0, |part, byte| part << 8 | u64::from(*byte)))
        })
    }

    fn place(self) -> usize {
        (self.0 >> (u64::BITS - ROOM.trailing_zeros())) as usize
    }
}
