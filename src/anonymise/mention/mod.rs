//! One mention of a person. In: the place of a word that may be part of a name. Out: how far the mention
//! reaches and who is meant, or nothing where the word stands there as an ordinary one.

mod apart;
pub mod behind;
mod context;
mod extent;
mod known;
pub mod paraph;
mod strong;

use super::fold::WordHash;
use super::mask::Meaning;
use super::names::Word;
use super::resolve::Evidence;
use super::search::Search;
use super::tokens::Token;

pub use apart::{divided, in_letters};

/// How many particles a name may have in a row (`van der`, `op 't`), with one to spare.
const MOST_PARTICLES: usize = 4;

/// A capital alone tells that a word this short is a name.
const SHORT: usize = 2;

/// A name in a text.
#[derive(Clone, Copy, Debug)]
pub struct Mention {
    /// Its first token.
    pub first: usize,
    /// Its last token.
    pub last: usize,
    /// Whether its last letter is the s of a genitive, which stays: `Jansens`.
    pub genitive: bool,
    /// Who is meant.
    pub meaning: Meaning,
    /// What tells so.
    pub evidence: Evidence,
}

/// A stretch of tokens that may be a name.
#[derive(Clone, Copy, Debug)]
struct Run {
    first: usize,
    last: usize,
    genitive: bool,
    /// How many words of the name it has.
    words: usize,
    /// Whether it has an initial with a capital or a full stop.
    initial: bool,
    titled: bool,
    /// Whether it began with the surname or the first given name: `Jan` is no main name of Gerrit-Jan.
    main: bool,
}

impl Run {
    fn score(self) -> usize {
        let more = [self.initial, self.titled, self.main].map(usize::from);
        8 * self.words + 4 * more[0] + 2 * more[1] + more[2]
    }
}

/// The mention that begins at a token, or reaches back from it no further than `floor`.
pub fn at(search: &Search<'_>, core: usize, word: Word, floor: usize) -> Option<Mention> {
    let token = &search.tokens[core];
    let finder = Finder { search: *search, core, floor, hash: token.hash, genitive: false };
    let known = finder.known(word);
    let strong = if word.is(Word::SURNAME | Word::GIVEN) { finder.strong(word) } else { finder.strong_genitive() };
    match (known, strong) {
        (Some(known), Some(strong)) if strong.last - strong.first > known.last - known.first => Some(strong),
        (Some(known), _) => Some(known),
        (None, strong) => strong,
    }
}

/// The mention around a token that is almost the word `meant` of a name; it is one only `beside` other
/// words of the name where that is asked.
pub fn almost(search: &Search<'_>, core: usize, meant: WordHash, floor: usize, beside: bool) -> Option<Mention> {
    Finder { search: *search, core, floor, hash: meant, genitive: false }.almost(meant, beside)
}

struct Finder<'s> {
    search: Search<'s>,
    core: usize,
    floor: usize,
    /// The word as a name: without the s of a genitive.
    hash: WordHash,
    genitive: bool,
}

impl Finder<'_> {
    fn token(&self, at: usize) -> &Token {
        &self.search.tokens[at]
    }

    fn word(&self, at: usize) -> Word {
        self.search.names.word(self.token(at).hash)
    }

    /// Whether a name may read on from the token before `at` to it.
    fn joined(&self, at: usize) -> bool {
        if at == 0 || at >= self.search.tokens.len() {
            return false;
        }
        let before = self.token(at - 1);
        let gap = self.token(at).gap;
        if gap.is_lone_dot() && self.token(at).capital == before.capital {
            // `marit.schaap`
            return true;
        }
        let dot = gap.has_dot() && {
            let word = self.word(at - 1);
            before.length <= 2 || word.is(Word::TITLE) || word.particle().is_some()
        };
        gap.joins(dot)
    }

    /// Whether a token may be an initial: a letter, or two as in `Th.`
    fn is_initial(&self, at: usize) -> bool {
        let token = self.token(at);
        let dotted = || self.search.text[token.end..].starts_with('.');
        // `Mw.` and `Gr.` have two letters as well.
        let is_word = || self.word(at).is(Word::TITLE) || self.greets(at);
        !token.digits && (token.length == 1 || (token.length == 2 && token.capital && dotted() && !is_word()))
    }

    /// Whether an initial is written so that it can be nothing else.
    fn is_clear_initial(&self, at: usize) -> bool {
        self.token(at).capital || self.search.text[self.token(at).end..].starts_with('.')
    }

    /// Whether an initial is no word either: `U de boer` may be the start of a sentence.
    fn is_sure_initial(&self, at: usize) -> bool {
        let token = self.token(at);
        self.search.text[token.end..].starts_with('.') || (token.capital && !token.gap.starts_sentence())
    }
}

#[cfg(test)]
mod tests;
