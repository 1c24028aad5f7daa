//! Anyone in the register. In: the place of a word of such a name. Out: the name, where a given name, an
//! initial or a title beside a surname tells by itself who is meant.

use super::{Finder, MOST_PARTICLES, Mention, Run, SHORT};
use crate::anonymise::fold::{WordHash, pair};
use crate::anonymise::mask::Meaning;
use crate::anonymise::names::Word;
use crate::anonymise::people::{ParticleClass, Person};
use crate::anonymise::resolve::Evidence;

/// A form of a name that tells by itself who is meant.
#[derive(Clone, Copy)]
struct Strong {
    run: Run,
    first: Option<WordHash>,
    surname: WordHash,
}

impl Finder<'_> {
    /// A given name, an initial or a title with a surname, of anyone in the register.
    pub(super) fn strong(&self, word: Word) -> Option<Mention> {
        let found = word
            .is(Word::SURNAME)
            .then(|| self.first_before().or_else(|| self.first_after()))
            .flatten()
            .or_else(|| {
                (word.is(Word::GIVEN) && !self.is_preposition(self.core)).then(|| self.surname_after()).flatten()
            })
            .or_else(|| self.titled())?;
        let plain = (found.run.first..=found.run.last)
            .all(|at| self.search.is_plain(self.token(at)) || (self.is_initial(at) && !self.is_sure_initial(at)));
        if plain {
            return None;
        }
        let run = self.with_more(found);
        let meaning = self.meaning(found);
        Some(Mention {
            first: run.first,
            last: run.last,
            genitive: run.genitive,
            meaning,
            evidence: Evidence::Register,
        })
    }

    /// The same for `J. Jansens`.
    pub(super) fn strong_genitive(&self) -> Option<Mention> {
        let stem = self.token(self.core).stem?;
        let word = self.search.names.word(stem);
        let finder = Finder { hash: stem, genitive: true, ..*self };
        word.is(Word::SURNAME).then(|| finder.strong(word)).flatten()
    }

    fn run(&self, first: usize, last: usize) -> Run {
        let genitive = self.genitive && last == self.core;
        Run { first, last, genitive, words: 2, initial: false, titled: false, main: true }
    }

    /// `Jan de Vries`, `J. de Vries`, seen from the surname.
    fn first_before(&self) -> Option<Strong> {
        let surname = self.hash;
        let mut at = self.core;
        for _ in 0..=MOST_PARTICLES {
            if at <= self.floor || !self.joined(at) {
                return None;
            }
            at -= 1;
            let first = self.token(at).hash;
            if self.search.names.is_pair(first, surname) && !self.is_preposition(at) {
                return Some(Strong { run: self.run(at, self.core), first: Some(first), surname });
            }
            let class = self.word(at).particle()?;
            if self.is_lone_preposition(class, at) {
                return None;
            }
        }
        None
    }

    /// Whether a preposition stands there as one: `in Mei`, and not `in 't Veld`.
    fn is_lone_preposition(&self, class: ParticleClass, at: usize) -> bool {
        class.is_preposition() && !(self.joined(at + 1) && self.word(at + 1).particle().is_some())
    }

    /// `Vries, Jan` and `Vries J.`, seen from the surname.
    fn first_after(&self) -> Option<Strong> {
        let surname = self.hash;
        let at = self.core + 1;
        let token = self.search.tokens.get(at)?;
        let clear = token.length > 2 || (self.is_initial(at) && self.is_clear_initial(at));
        let fits = token.gap.joins_after_surname()
            && (!token.gap.has_dot() || self.token(self.core).length <= SHORT)
            && clear
            && self.search.names.is_pair(token.hash, surname)
            && !self.is_first_of_next(at, |next| self.search.names.is_pair(token.hash, next));
        fits.then(|| Strong { run: self.run(self.core, at), first: Some(token.hash), surname })
    }

    /// `Anna Maria de Boer`, seen from the first given name.
    fn surname_after(&self) -> Option<Strong> {
        const MOST_BETWEEN: usize = 6;
        let first = self.hash;
        for at in (self.core + 1..).take(MOST_BETWEEN) {
            if !self.joined(at) {
                return None;
            }
            let (token, word) = (self.token(at), self.word(at));
            let stem = token.stem.filter(|stem| self.search.names.is_pair(first, *stem));
            if self.search.names.is_pair(first, token.hash) {
                return Some(Strong { run: self.run(self.core, at), first: Some(first), surname: token.hash });
            }
            if let Some(surname) = stem {
                let run = Run { genitive: true, ..self.run(self.core, at) };
                return Some(Strong { run, first: Some(first), surname });
            }
            let before_surname = word.particle().is_some_and(|class| !self.is_lone_preposition(class, at));
            if !before_surname && !word.is(Word::GIVEN) && !self.is_initial(at) {
                return None;
            }
        }
        None
    }

    /// `mevrouw el Amrani`, seen from the name.
    fn titled(&self) -> Option<Strong> {
        let mut at = self.core;
        for _ in 0..=MOST_PARTICLES {
            if at <= self.floor || !self.joined(at) {
                return None;
            }
            at -= 1;
            let word = self.word(at);
            if word.is(Word::TITLE) {
                let surname = self.hash;
                return Some(Strong { run: self.run(at + 1, self.core), first: None, surname });
            }
            word.particle()?;
        }
        None
    }

    /// Takes in what stands around a strong form and belongs to the same name.
    fn with_more(&self, Strong { mut run, first, surname }: Strong) -> Run {
        let names = self.search.names;
        let mut at = run.last + 1;
        let mut particles = 0;
        while !run.genitive && particles <= MOST_PARTICLES && self.joined(at) {
            let (token, word) = (self.token(at), self.word(at));
            let again = particles > 0 && (run.first..=run.last).any(|own| self.token(own).hash == token.hash);
            let same = !again && first.is_some_and(|first| names.is_pair(first, token.hash));
            if same || (first.is_none() && word.is(Word::SURNAME) && token.gap.is_hyphen()) {
                run.last = at;
            } else if word.particle().is_none_or(|class| self.is_lone_preposition(class, at)) {
                break;
            }
            particles += 1;
            at += 1;
        }
        while run.first > self.floor && self.joined(run.first) {
            let at = run.first - 1;
            let token = self.token(at);
            let initial = self.is_initial(at) && token.capital;
            let particle = token.capital && self.word(at).particle().is_some();
            let named =
                names.is_pair(token.hash, surname) || first.is_some_and(|first| names.is_pair(first, token.hash));
            if !(initial || particle || named && !self.is_preposition(at)) {
                break;
            }
            run.first = at;
        }
        run
    }

    /// Who a strong form means: someone of the record where it has that name, else someone else.
    fn meaning(&self, Strong { first, surname, .. }: Strong) -> Meaning {
        let fits = |person: &&Person| first.is_none_or(|first| person.has(first) || person.has_initial(first));
        let tables = [self.search.own, self.search.names.staff()];
        let mut people =
            tables.into_iter().flat_map(|table| table.entries(surname).filter_map(|entry| table.person(entry)));
        people.find(fits).map_or(Meaning::Other(pair(0, surname)), Person::meaning)
    }
}
