//! Makes the table of known words. In: the lists of `data/lexicon`. Out: `lexicon` in the build folder,
//! which `src/anonymise/lexicon` embeds and reads.

#![allow(clippy::disallowed_macros, clippy::disallowed_methods, reason = "cargo listens to what a build script prints")]

use std::collections::BTreeMap;
use std::env;
use std::error::Error;
use std::fs;
use std::path::Path;

use fold::WordHash;
use format::{Classes, EMPTY, LISTS, Slot, entries, filled, first_slot, phrase};

// The program folds, splits and searches as the table was made, for it does so with the same source.
#[allow(dead_code, reason = "the program uses the rest")]
#[path = "src/anonymise/fold.rs"]
mod fold;
#[allow(dead_code, reason = "the program uses the rest")]
#[path = "src/anonymise/lexicon/format.rs"]
mod format;
#[allow(dead_code, reason = "the program uses the rest")]
#[path = "src/anonymise/lists.rs"]
mod lists;
#[allow(dead_code, reason = "the program uses the rest")]
#[path = "src/anonymise/tokens.rs"]
mod tokens;

type Words = BTreeMap<WordHash, Classes>;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=data/lexicon");
    for source in ["fold", "lexicon/format", "lists", "tokens"] {
        println!("cargo:rerun-if-changed=src/anonymise/{source}.rs");
    }
    let mut words = Words::new();
    let mut places = Vec::new();
    for &(name, classes) in LISTS {
        let path = format!("data/lexicon/{name}.txt");
        let list = fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
        for entry in entries(&list) {
            let tokens: Vec<WordHash> = tokens::tokens_of(entry).iter().map(|token| token.hash).collect();
            let whole = phrase(tokens.iter().copied()).ok_or_else(|| format!("{path}: {entry:?} has no letter"))?;
            add(&mut words, whole, classes);
            // A text may have `POSTNL` where the list has `PostNL`.
            add(&mut words, fold::hash(entry), classes);
            if classes.is(Classes::THING) && tokens.len() > 1 {
                add(&mut words, tokens[0], Classes::BEGINS);
                tokens[1..].iter().for_each(|&word| add(&mut words, word, Classes::CONTINUES));
            }
            if classes.is(Classes::PLACE) && tokens.len() > 1 {
                places.push(entry.to_owned());
            }
        }
    }
    for particle in lists::PARTICLES {
        add(&mut words, fold::hash(particle), Classes::PARTICLE);
    }
    for place in places {
        add_parts(&mut words, &place);
    }
    let target = Path::new(&env::var("OUT_DIR")?).join("lexicon");
    fs::write(target, table(&words).as_flattened())?;
    Ok(())
}

fn add(words: &mut Words, word: WordHash, classes: Classes) {
    let known = words.entry(word).or_default();
    *known = known.or(classes);
}

/// Adds the words of a place of several, but for those that say nothing: `aan`, `den`, and `Jan` of Sint-Jan.
fn add_parts(words: &mut Words, place: &str) {
    for token in tokens::tokens_of(place) {
        let known = words.get(&token.hash).copied().unwrap_or_default();
        if token.length > 1 && !token.digits && !known.is(Classes::ORDINARY.or(Classes::GIVEN)) {
            add(words, token.hash, Classes::PLACE_PART);
        }
    }
}

/// The words in their slots, a quarter of which stay empty.
fn table(words: &Words) -> Vec<Slot> {
    let slots = words.len() / 3 * 4 + 1;
    let mut table = vec![EMPTY; slots];
    for (&word, &classes) in words {
        let mut at = first_slot(word, slots);
        while table[at] != EMPTY {
            at = (at + 1) % slots;
        }
        table[at] = filled(word, classes);
    }
    table
}
