//! The words that are known before any complaint is read. In: the hash of a word, or of a few in a row.
//! Out: what the lists of `data/lexicon` call it. `build.rs` makes one table of them all.

#[allow(dead_code, reason = "build.rs writes the table with the rest")]
mod format;

use super::fold;
use fold::{WordHash, hash};
use format::Slot;

use super::tokens::Token;

pub use format::{Classes, Cue};

const TABLE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon"));

/// One place in the program: a constant would be there again in each part of it that looks a word up.
static SLOTS: [Slot; TABLE.len() / size_of::<Slot>()] =
    *TABLE.as_chunks().0.as_array().expect("the table is whole slots");

/// What the lists call this word, or these words ([`format::phrase`]). A name of several words is found as a whole,
/// and so is one of several tokens (`PostNL`); of a place each word is a [`Classes::PLACE_PART`] as well.
#[inline]
#[must_use]
pub fn look_up(word: WordHash) -> Classes {
    format::find(&SLOTS, word)
}

/// What the lists call each token of a text, and nothing for numbers; `classes` is emptied first.
pub fn look_up_all(tokens: &[Token], classes: &mut Vec<Classes>) {
    classes.clear();
    classes.extend(tokens.iter().map(|token| if token.digits { Classes::NONE } else { look_up(token.hash) }));
}

/// Whether this is an ordinary Dutch word in lower case (OpenTaal's list; see `data/lexicon/README.md`).
#[must_use]
pub fn is_ordinary(lower_case: &str) -> bool {
    is_ordinary_in_any_case(lower_case) && !lower_case.chars().any(char::is_uppercase)
}

/// The same for a word in small letters or capitals.
#[must_use]
pub fn is_ordinary_in_any_case(word: &str) -> bool {
    look_up(hash(word)).is(Classes::ORDINARY)
}

#[cfg(test)]
mod tests;
