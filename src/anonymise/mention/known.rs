//! People of the record, and colleagues. In: the place of a word of such a name, and how far the name reaches around
//! it. Out: the mention, unless the word stands there as an ordinary one.

use super::{Finder, MOST_PARTICLES, Mention, Run, SHORT};
use crate::anonymise::fold::{WordHash, hashes};
use crate::anonymise::identity::Party;
use crate::anonymise::mask::Meaning;
use crate::anonymise::names::Word;
use crate::anonymise::own::OwnWord;
use crate::anonymise::people::Person;
use crate::anonymise::resolve::Evidence;
use crate::anonymise::tokens::Token;

impl Finder<'_> {
    /// The best mention of a person of the record, or of its organisation.
    pub(super) fn known(&self, word: Word) -> Option<Mention> {
        let token = self.token(self.core);
        self.known_as(token.hash, word.is(Word::COLLEAGUE), false).or_else(|| {
            let stem = token.stem?;
            let colleague = self.search.names.word(stem).is(Word::COLLEAGUE);
            self.known_as(stem, colleague, true)
        })
    }

    /// The best mention of a person or organisation whose word `meant` the token almost is.
    pub(super) fn almost(&self, meant: WordHash, beside: bool) -> Option<Mention> {
        let token = self.token(self.core);
        if !beside && self.search.is_ordinary(token) && !(token.capital && self.is_introduced()) {
            return None;
        }
        let mention = self.known_as(meant, self.search.names.word(meant).is(Word::COLLEAGUE), false)?;
        let others = (mention.first..=mention.last).filter(|&at| at != self.core);
        let is_beside = || others.into_iter().any(|at| self.word(at).particle().is_none());
        (!beside || is_beside()).then_some(mention)
    }

    /// Whether a title stands before the core, or particles that stand in names alone: `mevrouw Mooi`, `van der Mijden`.
    fn is_introduced(&self) -> bool {
        let mut at = self.core;
        while at > self.floor && self.joined(at) && self.core - at < MOST_PARTICLES {
            at -= 1;
            if self.word(at).is(Word::TITLE) || self.is_old_particle(at) {
                return true;
            }
            if self.word(at).particle().is_none() {
                return false;
            }
        }
        false
    }

    fn is_old_particle(&self, at: usize) -> bool {
        const OLD: [WordHash; 4] = hashes(["den", "der", "ter", "ten"]);
        OLD.contains(&self.token(at).hash)
    }

    fn known_as(&self, hash: WordHash, colleague: bool, genitive: bool) -> Option<Mention> {
        let mut best: Option<(Run, Mention)> = None;
        let own = self.search.own.may_hold(hash).then_some(self.search.own);
        let staff = colleague.then(|| self.search.names.staff());
        for table in own.into_iter().chain(staff) {
            for entry in table.entries(hash) {
                let Some((run, meaning)) = self.candidate(entry, table.person(entry), hash, genitive) else { continue };
                if best.as_ref().is_none_or(|(other, _)| run.score() > other.score()) {
                    let Run { first, last, genitive, .. } = run;
                    let mention = Mention { first, last, genitive, meaning, evidence: Evidence::Record };
                    best = Some((run, mention));
                }
            }
        }
        best.map(|(_, mention)| mention)
    }

    fn candidate(
        &self,
        entry: OwnWord,
        person: Option<&Person>,
        hash: WordHash,
        genitive: bool,
    ) -> Option<(Run, Meaning)> {
        let core = self.core;
        let main = person.is_some_and(|person| person.is_main(hash));
        let alone = Run { first: core, last: core, genitive, words: 1, initial: false, titled: false, main };
        let Some(person) = person else {
            let token = self.token(core);
            // At the start of a sentence only a long word tells: `Waterkant`, and not `Samen`.
            const LONG: usize = 7;
            let doubtful = entry.is_ordinary() && token.gap.starts_sentence() && token.length < LONG;
            let sure = self.tells(entry, token, genitive) && !doubtful;
            let alone = self.with_legal_form(alone);
            return sure.then_some((alone, Meaning::OwnOrganisation));
        };
        let unnamed = person.party == Party::Colleague && !self.search.own.names_colleague(person.key);
        if unnamed && entry.is_nickname() || self.is_preposition(core) {
            return None;
        }
        let run = self.extended(alone, person, hash);
        self.is_mention(run, entry, person, hash)
            .then(|| (self.with_estate(self.with_married_name(run, person), person), person.meaning()))
    }

    /// Whether a run names the person and is no ordinary word.
    fn is_mention(&self, run: Run, entry: OwnWord, person: &Person, hash: WordHash) -> bool {
        let token = self.token(self.core);
        if self.is_plain_phrase(run, person) {
            return false;
        }
        if run.words > 1 || (run.initial && (token.capital || !entry.is_ordinary() || person.has_surname(hash))) {
            return true;
        }
        let old = || self.has_old_particles(run, person) || self.follows_preposition(run);
        if run.titled && person.has_surname(hash) || old() {
            return true;
        }
        if entry.is_glued() && self.search.is_ordinary(token) {
            return false;
        }
        let named = person.party != Party::Colleague || self.search.own.names_colleague(person.key);
        if self.is_date() {
            return false;
        }
        if !token.capital && run.first == run.last && self.follows_indefinite(run.first) {
            return false;
        }
        if !self.tells(entry, token, run.genitive) {
            if run.genitive {
                return token.capital && self.has_capital_particle(run, person);
            }
            if named && self.has_all_particles(run, person) {
                let capital = self.token(run.first).capital && !self.token(run.first).gap.starts_sentence();
                return capital || self.reads_as_surname(run);
            }
            return !entry.is_nickname() && self.reads_as_person(run, named);
        }
        let first_of_sentence = self.begins_sentence(run.first, person);
        let doubtful = entry.is_ordinary() || run.genitive && self.search.is_ordinary(token);
        if !doubtful || !first_of_sentence {
            return true;
        }
        // A name that may be an ordinary word, at the start of a sentence.
        if named && !entry.is_nickname() { !self.asks(run.last) } else { self.begins_as_person(run) }
    }

    /// Whether ordinary words in small letters stand on both sides of an article or preposition that is no part of the
    /// name: `door de bakker`, of Door Bakker.
    fn is_plain_phrase(&self, run: Run, person: &Person) -> bool {
        let mut tokens = run.first..=run.last;
        let particle = |at: usize| {
            let token = self.token(at);
            token.length > 1 && self.word(at).particle().is_some() && !person.has(token.hash)
        };
        person.particles() == 0 && tokens.clone().all(|at| self.search.is_plain(self.token(at))) && tokens.any(particle)
    }

    /// Whether a sentence may begin at `at`: not right behind a slash, nor behind another word of the same name, as in
    /// `Jan/Bakker` and `"Jan" Bakker`.
    fn begins_sentence(&self, at: usize, person: &Person) -> bool {
        let token = self.token(at);
        let behind_name = || {
            let before = at.checked_sub(1).map(|before| self.token(before));
            token.gap.is_within_block() && before.is_some_and(|before| before.capital && person.has(before.hash))
        };
        token.gap.starts_sentence() && !self.search.text[..token.start].ends_with('/') && !behind_name()
    }

    /// Whether particles that no sentence has today stand before a surname, however it is written: `van
    /// den akker`, and not `van de akker`.
    fn has_old_particles(&self, run: Run, person: &Person) -> bool {
        person.particles() > 0 && run.first < self.core && (run.first..self.core).any(|at| self.is_old_particle(at))
    }

    /// Whether a surname has all its particles before it, and nothing else.
    fn has_all_particles(&self, run: Run, person: &Person) -> bool {
        let before = self.core - run.first;
        run.last == self.core
            && before > 0
            && before == person.particles()
            && (run.first..self.core).all(|at| self.is_own_particle(at, person))
            && person.has_surname(self.token(self.core).hash)
    }

    /// Whether `van` stands behind another preposition, as it does in names alone: `door van loon`.
    fn follows_preposition(&self, run: Run) -> bool {
        const VAN: [WordHash; 2] = hashes(["van", "vd"]);
        const BEFORE: [WordHash; 7] = hashes(["aan", "bij", "door", "met", "namens", "tegen", "via"]);
        let is = |at: usize, words: &[WordHash]| words.contains(&self.token(at).hash);
        run.first < self.core && is(run.first, &VAN) && self.joined(run.first) && is(run.first - 1, &BEFORE)
    }

    /// Whether `een` stands right before: `een engelsman` is nobody's name.
    fn follows_indefinite(&self, at: usize) -> bool {
        self.joined(at) && hashes(["een", "geen"]).contains(&self.token(at - 1).hash)
    }

    /// Whether a particle with a capital makes a name of what follows: `De Roos collega`, of De Roo.
    fn has_capital_particle(&self, run: Run, person: &Person) -> bool {
        run.first < self.core && self.token(run.first).capital && self.is_own_particle(run.first, person)
    }

    /// Whether one word of a name, by its capital or because it is no other word, tells who is meant.
    fn tells(&self, entry: OwnWord, token: &Token, genitive: bool) -> bool {
        if token.length <= SHORT || entry.is_ordinary() {
            return token.capital;
        }
        if genitive && self.search.is_ordinary(token) {
            // `Als` is no genitive of Al, but `Bakkers` may be one of Bakker.
            const LONG: usize = 5;
            return token.capital && token.length >= LONG;
        }
        token.capital || !self.search.is_ordinary(token)
    }

    /// Whether a verb that looks like a name asks something: `Wil je dat doen?`
    fn asks(&self, last: usize) -> bool {
        self.joined(last + 1) && !self.token(last + 1).capital && self.word(last + 1).is(Word::PRONOUN)
    }

    /// Whether a month stands there in a date: `4 mei`, `Mei 2026`.
    fn is_date(&self) -> bool {
        if !self.word(self.core).is(Word::MONTH) {
            return false;
        }
        let day = self.core.checked_sub(1).map(|before| self.token(before));
        let year = self.search.tokens.get(self.core + 1);
        let is_year = |token: &Token| token.digits && token.length == 4;
        let is_day = |token: &Token| token.digits && token.length <= 2;
        year.is_some_and(|year| is_year(year) && year.gap.joins(true))
            || self.token(self.core).gap.joins(true) && day.is_some_and(is_day)
    }
}
