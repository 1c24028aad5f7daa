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

#[cfg(test)]
mod zz {
    #[test]
    fn zz() {
        for w in std::env::var("ZZ").unwrap_or_default().split(' ') {
            let c = super::look_up(super::hash(w));
            use super::Classes as C;
            let names = [
                ("given", C::GIVEN),
                ("sur", C::SURNAME),
                ("givab", C::GIVEN_ABROAD),
                ("surab", C::SURNAME_ABROAD),
                ("ord", C::ORDINARY),
                ("mostly", C::MOSTLY_WORD),
                ("place", C::PLACE),
                ("renown", C::RENOWNED),
                ("part", C::PLACE_PART),
                ("brand", C::BRAND),
                ("thing", C::THING),
                ("abbr", C::ABBREVIATION),
                ("work", C::WORK),
                ("foreign", C::FOREIGN),
                ("cal", C::CALENDAR),
                ("partic", C::PARTICLE),
                ("inh", C::INHABITANT),
            ];
            let l: Vec<_> = names.iter().filter(|(_, k)| c.is(*k)).map(|(n, _)| *n).collect();
            println!("{w}: {} {:?}", l.join(" "), c.cue());
        }
    }
}

#[cfg(test)]
mod zzl {
    #[test]
    fn zzl() {
        use super::Classes as C;
        let mut n = 0;
        for w in std::fs::read_to_string("data/lexicon/ordinary.txt").unwrap().lines() {
            let c = super::look_up(super::hash(w));
            if c.is(C::GIVEN) && c.is(C::ORDINARY) && !c.is(C::MOSTLY_WORD.or(C::CALENDAR).or(C::BRAND)) {
                print!("{w} ");
                n += 1;
            }
        }
        println!("ZZ {n}");
    }
}
