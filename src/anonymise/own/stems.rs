//! Names that longer words are made of: `Jansenmethode`, `Sprokke reef`. In: surnames, folded. Out: what a longer word
//! means that begins or ends with one.

use crate::anonymise::fold::fold;
use crate::anonymise::lexicon::is_ordinary;
use crate::anonymise::mask::Meaning;

/// Shorter names are parts of too many words.
pub(super) const SHORTEST: usize = 5;

/// More are looked for in no text: each is compared with nearly every word, and a record names a few people.
const MOST: usize = 16;

/// The names of one record.
#[derive(Debug, Default)]
pub(super) struct Stems {
    stems: Vec<Stem>,
    /// A bit for each letter that one begins with: most words of a text end here.
    firsts: u32,
}

/// A part of a longer word, folded.
#[derive(Debug)]
struct Stem {
    folded: String,
    /// Its first and last four letters, which end nearly every comparison.
    ends: Ends,
    meaning: Meaning,
}

/// The first and last four bytes of a word; capitals and small letters are the same.
#[derive(Clone, Copy, Debug)]
struct Ends {
    first: u32,
    last: u32,
}

impl Ends {
    /// None for a word that is shorter.
    fn of(word: &[u8]) -> Option<Self> {
        const SMALL: u32 = u32::from_le_bytes([b' '; 4]);
        let four = |bytes: &[u8; 4]| u32::from_le_bytes(*bytes) | SMALL;
        Some(Self { first: four(word.first_chunk()?), last: four(word.last_chunk()?) })
    }
}

/// The bit of the first letter, capital or not.
fn first_bit(word: &str) -> u32 {
    word.bytes().next().map_or(0, |byte| 1 << (byte & 31))
}

impl Stems {
    /// Adds a name that longer words may be made of, unless it is short or an ordinary word.
    pub(super) fn add(&mut self, folded: String, meaning: Meaning) {
        if self.stems.len() < MOST
            && folded.len() >= SHORTEST
            && !is_ordinary(&folded)
            && let Some(ends) = Ends::of(folded.as_bytes())
        {
            self.firsts |= first_bit(&folded);
            self.stems.push(Stem { folded, ends, meaning });
        }
    }

    /// What a word means that is longer than a name and begins or ends with it.
    pub(super) fn compound(&self, word: &str) -> Option<Meaning> {
        if word.is_ascii() {
            self.compound_of(word.as_bytes())
        } else if self.stems.is_empty() {
            None
        } else {
            self.compound_of(fold(word).as_bytes())
        }
    }

    /// Whether a name begins with this word.
    #[inline]
    pub(super) fn may_begin(&self, word: &str) -> bool {
        let ends = if self.firsts & first_bit(word) == 0 { None } else { Ends::of(word.as_bytes()) };
        ends.is_some_and(|ends| self.stems.iter().any(|stem| stem.ends.first == ends.first))
    }

    fn compound_of(&self, word: &[u8]) -> Option<Meaning> {
        let ends = Ends::of(word)?;
        let holds = |stem: &&Stem| {
            let (begins, finishes) = (stem.ends.first == ends.first, stem.ends.last == ends.last);
            let (stem, length) = (stem.folded.as_bytes(), stem.folded.len());
            (begins || finishes)
                && word.len() > length
                && (word[..length].eq_ignore_ascii_case(stem) || word[word.len() - length..].eq_ignore_ascii_case(stem))
        };
        self.stems.iter().find(holds).map(|stem| stem.meaning)
    }
}
