//! One mention of a person. In: the place of a word that may be part of a name. Out: how far the mention
//! reaches and who is meant, or nothing where the word stands there as an ordinary one.

use super::fold::{WordHash, pair};
use super::identity::Party;
use super::mask::Meaning;
use super::names::Word;
use super::own::OwnWord;
use super::people::{MOST_INITIALS, ParticleClass, Person};
use super::resolve::Evidence;
use super::search::Search;
use super::tokens::Token;

/// How many particles a name may have in a row (`van der`, `op 't`), with one to spare.
const MOST_PARTICLES: usize = 4;

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
        let dot = self.token(at).gap.has_dot() && {
            let word = self.word(at - 1);
            before.length <= 2 || word.is(Word::TITLE) || word.particle().is_some()
        };
        self.token(at).gap.joins(dot)
    }

    /// Whether a token may be an initial: a letter, or two as in `Th.`
    fn is_initial(&self, at: usize) -> bool {
        let token = self.token(at);
        let dotted = || self.search.text[token.end..].starts_with('.');
        !token.digits && (token.length == 1 || (token.length == 2 && token.capital && dotted()))
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

    // --- people of the record, and colleagues ---

    /// The best mention of a person of the record, or of its organisation.
    fn known(&self, word: Word) -> Option<Mention> {
        let token = self.token(self.core);
        self.known_as(token.hash, word.is(Word::COLLEAGUE), false).or_else(|| {
            let stem = token.stem?;
            let colleague = self.search.names.word(stem).is(Word::COLLEAGUE);
            self.known_as(stem, colleague, true)
        })
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
            return sure.then_some((alone, Meaning::OwnOrganisation));
        };
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
        let ends_with_surname =
            person.has_surname(self.token(run.last).hash) || (run.genitive && person.has_surname(hash));
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
            if person.has(token.hash) {
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

    /// Whether an ordinary word stands beside the name that looks like it: `ik ben Ben`.
    fn is_same_word_as_verb(&self, at: usize) -> bool {
        let (one, other) = (self.token(self.core), self.token(at));
        one.hash == other.hash && (self.search.is_plain(one) || self.search.is_plain(other))
    }

    fn is_own_particle(&self, at: usize, person: &Person) -> bool {
        self.word(at).particle().is_some_and(|class| person.has_particle(class))
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
            if person.has(token.hash) {
                run.words += 1;
            } else if (self.is_initial(at) && token.capital) || self.is_own_initial(at, person) {
                run.initial |= self.is_clear_initial(at);
            } else if let Some(class) = word.particle() {
                particles += 1;
                if particles > MOST_PARTICLES {
                    return;
                }
                adjacent &= particles <= person.particles() && person.has_particle(class);
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

    /// Whether the given name or initial at `at` stands before a surname of its own: `Vries, J. de Vries`.
    fn is_first_of_next(&self, at: usize, is_surname: impl Fn(WordHash) -> bool) -> bool {
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
        if run.titled && person.has_surname(hash) {
            return true;
        }
        if !self.tells(entry, token, run.genitive) || entry.is_glued() && self.search.is_ordinary(token) {
            return false;
        }
        let first_of_sentence = self.token(run.first).gap.starts_sentence();
        let doubtful = entry.is_ordinary() || run.genitive && self.search.is_ordinary(token);
        if !doubtful || !first_of_sentence {
            return true;
        }
        // A colleague's name that may be an ordinary word, at the start of a sentence.
        let named = person.party != Party::Colleague || self.search.own.names_colleague(person.key);
        named && !self.asks(run.last)
    }

    /// Whether one word of a name, by its capital or because it is no other word, tells who is meant.
    fn tells(&self, entry: OwnWord, token: &Token, genitive: bool) -> bool {
        const SHORT: usize = 2;
        if token.length <= SHORT || entry.is_ordinary() {
            return token.capital && !self.is_date();
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
        year.is_some_and(is_year) && self.joined(self.core + 1)
            || self.token(self.core).gap.joins(true) && day.is_some_and(is_day)
    }

    // --- anyone in the register ---

    /// A given name, an initial or a title with a surname, of anyone in the register.
    fn strong(&self, word: Word) -> Option<Mention> {
        let found = word
            .is(Word::SURNAME)
            .then(|| self.first_before().or_else(|| self.first_after()))
            .flatten()
            .or_else(|| word.is(Word::GIVEN).then(|| self.surname_after()).flatten())
            .or_else(|| self.titled())?;
        let plain = (found.run.first..=found.run.last)
            .all(|at| self.search.is_plain(self.token(at)) || (self.is_initial(at) && !self.is_clear_initial(at)));
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
    fn strong_genitive(&self) -> Option<Mention> {
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
            if self.search.names.is_pair(first, surname) {
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
            && !token.gap.has_dot()
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
            if !(initial
                || particle
                || names.is_pair(token.hash, surname)
                || first.is_some_and(|first| names.is_pair(first, token.hash)))
            {
                break;
            }
            run.first = at;
        }
        run
    }

    /// Who a strong form means: someone of the record where it has that name, else someone else.
    fn meaning(&self, Strong { first, surname, .. }: Strong) -> Meaning {
        let fits = |person: &&Person| {
            person.has(surname) && first.is_none_or(|first| person.has(first) || person.has_initial(first))
        };
        let mut people = self.search.own.people().iter().chain(self.search.names.staff().people());
        people.find(fits).map_or(Meaning::Other(pair(0, surname)), Person::meaning)
    }
}

/// A form of a name that tells by itself who is meant.
#[derive(Clone, Copy)]
struct Strong {
    run: Run,
    first: Option<WordHash>,
    surname: WordHash,
}
