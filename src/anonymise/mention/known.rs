//! People of the record, and colleagues. In: the place of a word of such a name. Out: how far the name
//! reaches, in any of the forms that people give it, unless the word stands there as an ordinary one.

use super::{Finder, MOST_PARTICLES, Mention, Run, SHORT};
use crate::anonymise::fold::{WordHash, hash as hash_of};
use crate::anonymise::identity::Party;
use crate::anonymise::lists::is_legal_form;
use crate::anonymise::mask::Meaning;
use crate::anonymise::names::Word;
use crate::anonymise::own::OwnWord;
use crate::anonymise::people::{MOST_INITIALS, Person};
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
        if !beside && self.search.is_ordinary(token) && !(token.capital && self.follows_title()) {
            return None;
        }
        let mention = self.known_as(meant, self.search.names.word(meant).is(Word::COLLEAGUE), false)?;
        let others = (mention.first..=mention.last).filter(|&at| at != self.core);
        let is_beside = || others.into_iter().any(|at| self.word(at).particle().is_none());
        (!beside || is_beside()).then_some(mention)
    }

    /// Whether a title stands right before the core: `mevrouw Mooi`.
    fn follows_title(&self) -> bool {
        self.joined(self.core) && self.word(self.core - 1).is(Word::TITLE)
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
        if unnamed && entry.is_nickname() {
            return None;
        }
        let run = self.extended(alone, person, hash);
        self.is_mention(run, entry, person, hash).then(|| (self.with_married_name(run, person), person.meaning()))
    }

    /// How far a mention of this person reaches to both sides.
    fn extended(&self, mut run: Run, person: &Person, hash: WordHash) -> Run {
        if !run.genitive {
            self.extend_right(&mut run, person);
        }
        self.extend_left(&mut run, person);
        self.extend_over_surname_initial(&mut run, person);
        let ends_with_surname = person.has_surname(self.token(run.last).hash)
            || ((run.genitive || run.last == self.core) && person.has_surname(hash));
        if !run.genitive && ends_with_surname {
            self.extend_over_comma(&mut run, person);
        }
        run
    }

    fn extend_right(&self, run: &mut Run, person: &Person) {
        let mut at = run.last + 1;
        let mut particles = 0;
        while self.joined(at) {
            let token = self.token(at);
            if self.is_same_word_as_verb(at) {
                return;
            }
            if self.is_of(at, person) {
                run.last = at;
                run.words += 1;
                particles = 0;
            } else if token.stem.is_some_and(|stem| person.has(stem)) {
                run.last = at;
                run.words += 1;
                run.genitive = true;
                return;
            } else if particles < MOST_PARTICLES
                && (self.is_own_particle(at, person) || self.is_own_initial(at, person))
            {
                particles += 1;
            } else {
                return;
            }
            at += 1;
        }
    }

    /// Whether the token at `at` is a word of this person's name, or almost one.
    fn is_of(&self, at: usize, person: &Person) -> bool {
        let token = self.token(at);
        person.has(token.hash)
            || self.search.meant(token).is_some_and(|meant| person.has(meant.word)) && !self.search.is_ordinary(token)
    }

    /// Whether an ordinary word stands beside the name that looks like it: `ik ben Ben`.
    fn is_same_word_as_verb(&self, at: usize) -> bool {
        let (one, other) = (self.token(self.core), self.token(at));
        one.hash == other.hash && (self.search.is_plain(one) || self.search.is_plain(other))
    }

    fn is_own_particle(&self, at: usize, person: &Person) -> bool {
        self.word(at).particle().is_some_and(|class| person.has_particle(class))
    }

    /// Whether a small letter without a full stop is an initial all the same: `j spek`; `u` and `n` are words.
    fn is_bare_initial(&self, at: usize, person: &Person) -> bool {
        let token = self.token(at);
        const WORDS: &[u8] = b"aeoudmnstv";
        let letter = self.search.letters(token).as_bytes();
        matches!(letter, [letter] if letter.is_ascii_lowercase() && !WORDS.contains(letter))
            && person.has_initial(token.hash)
    }

    fn is_own_initial(&self, at: usize, person: &Person) -> bool {
        let token = self.token(at);
        let like = self.is_initial(at) || (token.capital && token.length <= MOST_INITIALS);
        like && person.has_initial(token.hash)
    }

    /// `Zofia W.`
    fn extend_over_surname_initial(&self, run: &mut Run, person: &Person) {
        let mut at = run.last + 1;
        if run.genitive || !person.has_given(self.token(run.last).hash) {
            return;
        }
        while self.joined(at) && self.is_own_particle(at, person) {
            at += 1;
        }
        let capital = self.joined(at) && self.token(at).length == 1 && self.token(at).capital;
        if capital && person.has_surname_initial(self.token(at).hash) {
            run.last = at;
            run.initial = true;
        }
    }

    fn extend_left(&self, run: &mut Run, person: &Person) {
        let mut at = run.first;
        let mut particles = 0;
        // Directly before the name, only its own particles belong to it: `een mail van De Vries`.
        let mut adjacent = true;
        while at > self.floor && self.joined(at) {
            at -= 1;
            let token = self.token(at);
            let word = self.word(at);
            if self.is_same_word_as_verb(at) {
                return;
            }
            if self.is_of(at, person) {
                run.words += 1;
            } else if (self.is_initial(at) && token.capital) || self.is_own_initial(at, person) {
                run.initial |= self.is_clear_initial(at) || self.is_bare_initial(at, person);
            } else if let Some(class) = word.particle() {
                particles += 1;
                if particles > MOST_PARTICLES {
                    return;
                }
                // Nor do they before a given name: `een brief van Jan`.
                let named = self.token(at + particles).hash;
                let given = person.has_given(named) && !person.has_surname(named);
                adjacent &= particles <= person.particles() && person.has_particle(class) && !given;
                if adjacent {
                    run.first = at;
                }
                continue;
            } else {
                if word.is(Word::TITLE) {
                    run.titled = true;
                    run.first = at + 1;
                }
                return;
            }
            run.first = at;
            particles = 0;
            adjacent = false;
        }
    }

    /// `Vries, Jan de` and `Vries, J. de`.
    fn extend_over_comma(&self, run: &mut Run, person: &Person) {
        let tokens = self.search.tokens;
        let mut at = run.last + 1;
        let Some(token) = tokens.get(at) else { return };
        let comma = token.gap.has_comma();
        let of_next = self.is_first_of_next(at, |hash| person.has_surname(hash));
        if self.is_initial_in_brackets(at, person) {
            run.last = at;
            run.initial = true;
            return;
        }
        if !token.gap.joins_after_surname() || (token.gap.has_dot() && !comma) || of_next {
            return;
        }
        if person.has_given(token.hash) {
            run.words += 1;
        } else if self.is_own_initial(at, person) && self.is_clear_initial(at) {
            run.initial = true;
        } else {
            return;
        }
        run.last = at;
        at += 1;
        while self.joined(at) {
            let more = self.is_own_initial(at, person) || person.has_given(self.token(at).hash);
            let particle = comma && self.is_own_particle(at, person);
            if !(more || particle) {
                return;
            }
            run.last = at;
            at += 1;
        }
    }

    /// `Vries (J.)`
    fn is_initial_in_brackets(&self, at: usize, person: &Person) -> bool {
        let (before, behind) = (&self.search.text[self.token(at - 1).end..], &self.search.text[self.token(at).end..]);
        before.trim_start().starts_with('(')
            && behind.trim_start_matches('.').starts_with(')')
            && self.token(at).length == 1
            && self.is_own_initial(at, person)
    }

    /// Whether the given name or initial at `at` stands before a surname of its own: `Vries, J. de Vries`.
    pub(super) fn is_first_of_next(&self, at: usize, is_surname: impl Fn(WordHash) -> bool) -> bool {
        let mut next = at + 1;
        while next <= at + MOST_PARTICLES && self.joined(next) {
            let token = self.token(next);
            if is_surname(token.hash) || token.stem.is_some_and(&is_surname) {
                return true;
            }
            if self.word(next).particle().is_none() && !self.is_initial(next) {
                return false;
            }
            next += 1;
        }
        false
    }

    /// Takes in a surname that a hyphen joins to one of the person's, known or not: `Jansen-Bakker`.
    fn with_married_name(&self, mut run: Run, person: &Person) -> Run {
        let next = run.last + 1;
        if run.genitive || !person.has_surname(self.token(run.last).hash) || next >= self.search.tokens.len() {
            return run;
        }
        let token = self.token(next);
        if token.gap.is_hyphen() && token.capital && token.length > 2 && !self.search.is_ordinary(token) {
            run.last = next;
        }
        run
    }

    /// Whether a run names the person and is no ordinary word.
    fn is_mention(&self, run: Run, entry: OwnWord, person: &Person, hash: WordHash) -> bool {
        let token = self.token(self.core);
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
            return !entry.is_nickname() && self.reads_as_person(run, named);
        }
        let first_of_sentence = self.token(run.first).gap.starts_sentence();
        let doubtful = entry.is_ordinary() || run.genitive && self.search.is_ordinary(token);
        if !doubtful || !first_of_sentence {
            return true;
        }
        // A name that may be an ordinary word, at the start of a sentence.
        if named && !entry.is_nickname() { !self.asks(run.last) } else { self.begins_as_person(run) }
    }

    /// Whether particles that no sentence has today stand before a surname, however it is written: `van
    /// den akker`, and not `van de akker`.
    fn has_old_particles(&self, run: Run, person: &Person) -> bool {
        const OLD: [&str; 4] = ["den", "der", "ter", "ten"];
        let old = |at: usize| OLD.iter().any(|particle| hash_of(particle) == self.token(at).hash);
        person.particles() > 0 && run.first < self.core && (run.first..self.core).any(old)
    }

    /// Whether `van` stands behind another preposition, as it does in names alone: `door van loon`.
    fn follows_preposition(&self, run: Run) -> bool {
        const BEFORE: [&str; 7] = ["aan", "bij", "door", "met", "namens", "tegen", "via"];
        let is = |at: usize, words: &[&str]| words.iter().any(|word| hash_of(word) == self.token(at).hash);
        run.first < self.core && is(run.first, &["van", "vd"]) && self.joined(run.first) && is(run.first - 1, &BEFORE)
    }

    /// Whether `een` stands right before: `een engelsman` is nobody's name.
    fn follows_indefinite(&self, at: usize) -> bool {
        self.joined(at) && [hash_of("een"), hash_of("geen")].contains(&self.token(at - 1).hash)
    }

    /// Whether a particle with a capital makes a name of what follows: `De Roos collega`, of De Roo.
    fn has_capital_particle(&self, run: Run, person: &Person) -> bool {
        run.first < self.core && self.token(run.first).capital && self.is_own_particle(run.first, person)
    }

    /// Takes in what tells the kind of an organisation: `Scheldegas NV`, `Reestman en Zonen`.
    fn with_legal_form(&self, mut run: Run) -> Run {
        let mut at = run.last + 1;
        let last = at + 1;
        while self.joined(at) && at <= last {
            if is_legal_form(self.token(at).hash) {
                run.last = at;
            } else if !self.word(at).is(Word::CONJUNCTION) {
                break;
            }
            at += 1;
        }
        run
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
