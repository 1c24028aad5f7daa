//! How far a name reaches. In: the place of a word of someone's name. Out: the words around it that belong to the same
//! name, in any of the orders and forms that people give it.

use super::context::{Role, role};
use super::{Finder, MOST_PARTICLES, Run, SHORT};
use crate::anonymise::fold::{WordHash, hash as hash_of};
use crate::anonymise::lexicon::Classes;
use crate::anonymise::lists::is_legal_form;
use crate::anonymise::names::Word;
use crate::anonymise::people::{MOST_INITIALS, Person};
use crate::anonymise::person_name::first_letter;

impl Finder<'_> {
    /// How far a mention of this person reaches to both sides.
    pub(super) fn extended(&self, mut run: Run, person: &Person, hash: WordHash) -> Run {
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
        while self.joined(at) || at < self.search.tokens.len() && self.is_shortened_given(at, person) {
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
            } else if token.gap.is_hyphen() && self.begins_with_surname(at, person) {
                run.last = at;
                run.words += 1;
                return;
            } else if particles < MOST_PARTICLES
                && (self.is_own_particle(at, person)
                    || self.is_own_initial(at, person)
                    || self.is_letter_between(at, person))
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

    /// Whether a word before a name is a preposition, though someone may be called so: `een brief van Nguyễn Văn Hùng`.
    pub(super) fn is_preposition(&self, at: usize) -> bool {
        let token = self.token(at);
        let small = !token.capital || token.gap.starts_sentence();
        small && self.word(at).particle().is_some() && role(token.hash).is(Role::TOUCHES)
    }

    pub(super) fn is_own_particle(&self, at: usize, person: &Person) -> bool {
        let joined = || person.has_particles_joined(self.token(at).hash);
        self.word(at).particle().is_some_and(|class| person.has_particle(class)) || joined()
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

    /// Whether a given name of the person is cut short right before `next`: `Joh. Vermeer`, `chr. bakker`, `Jul Bakker`.
    fn is_shortened_given(&self, next: usize, person: &Person) -> bool {
        const LENGTHS: std::ops::RangeInclusive<usize> = 3..=4;
        let Some(at) = next.checked_sub(1) else { return false };
        let token = self.token(at);
        let between = &self.search.text[token.end..self.token(next).start];
        let dotted = matches!(between, "." | ". ");
        if !(dotted || between == " " && token.length > SHORT)
            || self.word(at).is(Word::TITLE)
            || self.word(at).particle().is_some()
            || self.greets(at)
        {
            return false;
        }
        let classes = self.search.classes[at];
        if person.has_beginning(token.hash) {
            return token.capital || dotted && token.length > SHORT || !classes.is(Classes::ORDINARY);
        }
        dotted
            && LENGTHS.contains(&token.length)
            && token.capital
            && person.has_initial(hash_of(first_letter(self.search.letters(token))))
            && !person.has_given(token.hash)
            && !classes.is(Classes::ORDINARY)
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
        if self.joined(at) && self.is_surname_in_letters(at, person) {
            run.last = at;
            run.initial = true;
        }
    }

    /// Whether capitals at `at` are the first letters of a surname: `W`, or `WAS` of Wong-A-Soij.
    fn is_surname_in_letters(&self, at: usize, person: &Person) -> bool {
        let letters = self.search.letters(self.token(at));
        let capitals = letters.bytes().all(|letter| letter.is_ascii_uppercase());
        let shouted = || self.search.letters(self.token(at - 1)).bytes().all(|letter| letter.is_ascii_uppercase());
        let each = |letter: usize| person.has_surname_initial(hash_of(&letters[letter..=letter]));
        capitals && letters.len() <= MOST_INITIALS && (0..letters.len()).all(each) && (letters.len() == 1 || !shouted())
    }

    /// Whether a letter joins words of the surname: the `A` of `Tjong-A-Hung`.
    fn is_letter_between(&self, at: usize, person: &Person) -> bool {
        let token = self.token(at);
        token.gap.is_hyphen() && token.length == 1 && person.has_surname_initial(token.hash)
    }

    /// Whether a longer word begins with a surname of the person: the last one of `het Tjong-A-Hungdossier`.
    fn begins_with_surname(&self, at: usize, person: &Person) -> bool {
        const SHORTEST: usize = 3;
        // Each beginning is hashed anew, so that a word without end would cost its square.
        const LONGEST: usize = 40;
        let letters = self.search.letters(self.token(at));
        letters
            .char_indices()
            .map(|(end, _)| end)
            .take(LONGEST)
            .skip(SHORTEST)
            .any(|end| person.has_surname(hash_of(&letters[..end])))
    }

    fn extend_left(&self, run: &mut Run, person: &Person) {
        let mut at = run.first;
        let mut particles = 0;
        // Directly before the name, only its own particles belong to it: `een mail van De Vries`.
        let mut adjacent = true;
        while at > self.floor
            && (self.joined(at) || self.is_shortened_given(at, person))
            && !self.is_abbreviation(at - 1)
        {
            at -= 1;
            let token = self.token(at);
            let word = self.word(at);
            if self.is_same_word_as_verb(at) {
                return;
            }
            if self.is_of(at, person) && !self.is_preposition(at) {
                run.words += 1;
            } else if (self.is_initial(at) && token.capital)
                || self.is_own_initial(at, person)
                || self.is_shortened_given(at + 1, person)
            {
                run.initial |=
                    self.is_clear_initial(at) || self.is_bare_initial(at, person) || person.has_beginning(token.hash);
            } else if word.particle().is_some() || person.has_particles_joined(token.hash) {
                particles += 1;
                if particles > MOST_PARTICLES {
                    return;
                }
                // Nor do they before a given name: `een brief van Jan`.
                let named = self.token(at + particles).hash;
                let given = person.has_given(named) && !person.has_surname(named);
                adjacent &= particles <= person.particles() && self.is_own_particle(at, person) && !given;
                if adjacent {
                    run.first = at;
                }
                continue;
            } else {
                if word.is(Word::TITLE) || self.is_called(at) {
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

    /// Whether the letter at `at` ends an abbreviation of three, as none of initials is: `t.n.v.`, `o.v.v.`
    fn is_abbreviation(&self, at: usize) -> bool {
        const ABBREVIATIONS: [[&str; 3]; 5] =
            [["t", "n", "v"], ["t", "a", "v"], ["o", "v", "v"], ["u", "n", "v"], ["m", "d", "v"]];
        let Some(first) = at.checked_sub(2).filter(|_| self.token(at).length == 1) else { return false };
        let dotted = (first + 1..=at).all(|at| self.token(at).gap.is_lone_dot());
        dotted
            && ABBREVIATIONS
                .iter()
                .any(|letters| letters.iter().zip(first..).all(|(letter, at)| hash_of(letter) == self.token(at).hash))
    }

    /// Whether a word stands before the name of a person as a title does: `collega bakker`, `ex-bakker`.
    fn is_called(&self, at: usize) -> bool {
        const CALLED: [&str; 3] = ["collega", "excollega", "ex"];
        CALLED.iter().any(|word| hash_of(word) == self.token(at).hash)
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
        } else if self.is_own_initial(at, person) && self.is_clear_initial(at) && !self.stands_for_others(at) {
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

    /// Whether `c.s.` or `e.a.` begins at `at`: those who are with someone.
    pub(super) fn stands_for_others(&self, at: usize) -> bool {
        const OTHERS: [[&str; 2]; 3] = [["c", "s"], ["e", "a"], ["e", "v"]];
        let is =
            |at: usize, letter: &str| self.search.tokens.get(at).is_some_and(|token| token.hash == hash_of(letter));
        let dotted = || self.token(at + 1).gap.is_lone_dot();
        OTHERS.iter().any(|[one, other]| is(at, one) && is(at + 1, other) && dotted())
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

    /// Takes in what a family is called after: `Otto van Voorst tot Achter`. A place that everyone knows is where
    /// someone went.
    pub(super) fn with_estate(&self, mut run: Run, person: &Person) -> Run {
        let (tot, name) = (run.last + 1, run.last + 2);
        let whole = run.words > 1 && person.particles() > 0 && !run.genitive;
        if whole && self.joined(tot) && self.joined(name) && self.token(tot).hash == hash_of("tot") {
            let is_thing = self.search.classes[name].is(Classes::PLACE.or(Classes::CALENDAR));
            if self.token(name).capital && !is_thing {
                run.last = name;
            }
        }
        run
    }

    /// Takes in a surname that a hyphen joins to one of the person's, known or not: `Jansen-Bakker`.
    pub(super) fn with_married_name(&self, mut run: Run, person: &Person) -> Run {
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

    /// Takes in what tells the kind of an organisation: `Scheldegas NV`, `Reestman en Zonen`.
    pub(super) fn with_legal_form(&self, mut run: Run) -> Run {
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
}
