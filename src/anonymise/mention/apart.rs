//! Names whose letters stand apart. In: the place of a single letter, or of half a word. Out: the name
//! that is spelt, divided over two lines, or cut down to its letters (`o u a l i`, `J. de V.`).

use super::{Finder, MOST_PARTICLES, Mention};
use crate::anonymise::fold::{WordHash, hash};
use crate::anonymise::mask::Meaning;
use crate::anonymise::names::Word;
use crate::anonymise::people::Person;
use crate::anonymise::resolve::Evidence;
use crate::anonymise::search::Search;

/// A word whose halves stand at the end of one line and the start of the next: `Wijn-\ngaarden`.
pub fn divided(search: &Search<'_>, first: usize) -> Option<Mention> {
    let halves = &search.tokens[first..=first + 1];
    let whole: String = halves.iter().map(|token| search.letters(token)).collect();
    let meaning = meaning_of(search, hash(&whole))?;
    Some(mention(first, first + 1, meaning))
}

/// The name that begins with the single letter at `first`.
pub fn in_letters(search: &Search<'_>, first: usize) -> Option<Mention> {
    let finder =
        Finder { search: *search, core: first, floor: first, hash: search.tokens[first].hash, genitive: false };
    finder.spelt().or_else(|| finder.letters_alone()).or_else(|| finder.titled_letter())
}

fn mention(first: usize, last: usize, meaning: Meaning) -> Mention {
    Mention { first, last, genitive: false, meaning, evidence: Evidence::Record }
}

/// Whose word it is, where it is no ordinary one.
fn meaning_of(search: &Search<'_>, word: WordHash) -> Option<Meaning> {
    let colleague = search.names.word(word).is(Word::COLLEAGUE);
    let staff = colleague.then(|| search.names.staff());
    [search.own].into_iter().chain(staff).find_map(|table| {
        let entry = table.entries(word).find(|entry| !entry.is_nickname())?;
        Some(table.person(entry).map_or(Meaning::OwnOrganisation, Person::meaning))
    })
}

impl Finder<'_> {
    /// A name letter by letter: `o u a l i`, `K-A-T-T-E`. More letters may stand before it (`ik spel o
    /// u`), and none behind.
    fn spelt(&self) -> Option<Mention> {
        const FEWEST: usize = 3;
        const MOST: usize = 24;
        let letter = |at: usize| self.search.tokens.get(at).is_some_and(|token| token.length == 1 && !token.digits);
        let end = (self.core + 1..self.core + MOST).take_while(|&at| letter(at) && self.is_next_letter(at)).last()? + 1;
        if end - self.core < FEWEST {
            return None;
        }
        let letters: String =
            self.search.tokens[self.core..end].iter().map(|token| self.search.letters(token)).collect();
        let meaning = meaning_of(&self.search, hash(&letters))?;
        Some(mention(self.core, end - 1, meaning))
    }

    /// Whether a letter belongs to the same spelling as the one before it.
    fn is_next_letter(&self, at: usize) -> bool {
        let gap = self.token(at).gap;
        gap.joins_after_surname() && !gap.has_line()
    }

    /// `J. de V.`: an initial, the particles and the first letter of a surname; without particles where
    /// the letters stand alone on their line.
    fn letters_alone(&self) -> Option<Mention> {
        let dotted = |at: usize| self.token(at).capital && self.search.text[self.token(at).end..].starts_with('.');
        if !dotted(self.core) {
            return None;
        }
        let dotted_capital = |at: usize| self.token(at).length == 1 && dotted(at);
        let mut last = self.core + 1;
        let mut particles = 0;
        while particles < MOST_PARTICLES
            && self.joined(last)
            && self.word(last).particle().is_some()
            && !dotted_capital(last)
        {
            particles += 1;
            last += 1;
        }
        if !self.joined(last) || !dotted_capital(last) {
            return None;
        }
        let alone = self.token(self.core).gap.has_line() && self.ends_line(last + 1);
        let fits = |person: &&Person| {
            person.has_initial(self.token(self.core).hash)
                && person.has_surname_initial(self.token(last).hash)
                && (particles > 0 || alone)
                && (particles > 0) == (person.particles() > 0)
        };
        let person = self.search.own.people().iter().find(fits)?;
        Some(mention(self.core, last, person.meaning()))
    }

    /// `mevrouw K.`, `de heer van der S.`: a title, the particles and the first letter of a surname.
    fn titled_letter(&self) -> Option<Mention> {
        let letter = self.token(self.core);
        if !letter.capital || letter.length != 1 {
            return None;
        }
        let mut first = self.core;
        while self.core - first < MOST_PARTICLES && self.joined(first) && self.word(first - 1).particle().is_some() {
            first -= 1;
        }
        let is_titled = self.joined(first) && self.word(first - 1).is(Word::TITLE);
        if !is_titled || self.reads_on(self.core + 1) {
            return None;
        }
        let fits = |person: &&Person| {
            person.has_surname_initial(letter.hash) && (first..self.core).all(|at| self.is_own_particle(at, person))
        };
        let people = self.search.own.people().iter().chain(self.search.names.staff().people());
        let person = people.into_iter().find(fits)?;
        Some(mention(first, self.core, person.meaning()))
    }

    /// Whether a surname follows, behind particles or not: `mevrouw K. van Dijk`.
    fn reads_on(&self, next: usize) -> bool {
        let dotted = next == self.core + 1;
        let Some(token) = self.search.tokens.get(next) else { return false };
        if !token.gap.joins(dotted) || token.gap.has_line() || next > self.core + MOST_PARTICLES {
            return false;
        }
        token.capital || self.word(next).particle().is_some() && self.reads_on(next + 1)
    }

    fn ends_line(&self, next: usize) -> bool {
        self.search.tokens.get(next).is_none_or(|token| token.gap.has_line())
    }
}
