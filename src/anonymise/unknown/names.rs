//! Whole names. In: which words name someone. Out: the same for these words elsewhere in the text, and
//! stretches that hold initials and particles too, with one meaning for each person.

use super::super::fold::{WordHash, hash, hashes};
use super::super::lexicon::{Classes, Cue};
use super::super::mask::Meaning;
use super::super::resolve::{Evidence, Hit};
use super::super::tokens::Token;
use super::announced::end_of_surname_first;
use super::opening::is_before_subject;
use super::sight::View;
use super::signs;
use super::{Ground, State};

/// Shorter words are one letter off from too many others.
const SHORTEST_MISSPELT: usize = 5;

/// So many names are looked for elsewhere in a text at most.
const MOST_SPREAD: usize = 64;

/// So many people are told apart by single words of their names at most.
const MOST_PEOPLE: usize = 64;

/// So many initials with particles between them may stand in a name.
const MOST_INITIALS: usize = 4;

/// A word of a name that is looked for in the rest of a text.
struct Name {
    hash: WordHash,
    at: usize,
    is_ordinary: bool,
    /// Whether the text has it in small letters too.
    is_small: bool,
}

/// Finds the names that were found once in the rest of the text too; whether there were any.
pub fn spread(view: &View<'_>, states: &mut [State]) -> bool {
    let mut found: Vec<Name> = Vec::new();
    for (at, state) in states.iter().enumerate() {
        let sure = !view.sights[at].classes.is(Classes::ORDINARY) || !view.sights[at].first;
        let hash = view.tokens[at].hash;
        if matches!(state, State::Found(_)) && sure && found.iter().all(|other| other.hash != hash) {
            found.push(Name { hash, at, is_ordinary: view.sights[at].classes.is(Classes::ORDINARY), is_small: false });
            if found.len() == MOST_SPREAD {
                break;
            }
        }
    }
    for name in found.iter_mut().filter(|name| name.is_ordinary) {
        // `www.example.nl/sanne-plompen` tells nothing of the word `plompen`.
        let mut open = view.tokens.iter().zip(states.iter()).filter(|(_, state)| **state != State::Taken);
        name.is_small = open.any(|(token, _)| token.hash == name.hash && !token.capital);
    }
    let mut more = false;
    if !found.is_empty() {
        for at in 0..states.len() {
            if states[at] == State::Open && (is_again(view, &found, at) || is_half_again(view, states, &found, at)) {
                states[at] = State::Found(Ground::Spread);
                more = true;
            }
        }
    }
    more
}

fn is_again(view: &View<'_>, found: &[Name], at: usize) -> bool {
    let (token, sight) = (&view.tokens[at], &view.sights[at]);
    let ordinary = sight.classes.is(Classes::ORDINARY);
    if ordinary && (!token.capital || (sight.first && !is_again_first(view, found, at))) {
        return false;
    }
    if token.digits || token.length < 2 || sight.within_thing || view.is_particle(at) || view.is_in_date(at) {
        return false;
    }
    let in_place = at > 0 && matches!(view.sights[at - 1].cue, Cue::PlacePreposition | Cue::PlaceHead);
    if sight.classes.is(Classes::PLACE) && in_place {
        return false;
    }
    let is = |hash| found.iter().any(|name| name.hash == hash);
    if is(token.hash) || token.stem.is_some_and(is) || (sight.classes.is_unlisted() && is_account(view, found, at)) {
        return true;
    }
    let listed =
        Classes::ORDINARY.or(Classes::PLACE).or(Classes::BRAND).or(Classes::INHABITANT).or(Classes::CAPITALISED);
    if !token.capital || token.length < SHORTEST_MISSPELT || sight.classes.is(listed) {
        return false;
    }
    let letters = &view.text[token.start..token.end];
    found.iter().any(|name| {
        let known = &view.tokens[name.at];
        known.length >= SHORTEST_MISSPELT
            && known.length.abs_diff(token.length) <= 1
            && strsim::osa_distance(&view.text[known.start..known.end], letters) == 1
    })
}

/// Whether a word is an initial with the surname found elsewhere: `hspoelstra`, as accounts are called.
fn is_account(view: &View<'_>, found: &[Name], at: usize) -> bool {
    let token = &view.tokens[at];
    let surname = view.text[token.start..token.end].get(1..).filter(|rest| rest.len() >= SHORTEST_MISSPELT);
    surname.map(hash).is_some_and(|surname| found.iter().any(|name| name.hash == surname))
}

/// Whether an ordinary word that a sentence starts with is the surname found elsewhere: `Scheppers kocht`, but not
/// `Bakker gezocht` nor `Wil je`.
fn is_again_first(view: &View<'_>, found: &[Name], at: usize) -> bool {
    let token = &view.tokens[at];
    const SHORTEST: usize = 4;
    // `Goh Wei Liang`, once `meneer Goh` is found
    let before_name =
        || view.joined(at + 1) && view.is_capital(at + 1) && !view.sights[at + 1].classes.is(Classes::ORDINARY);
    let classes = view.sights[at].classes;
    // `Ton`, but not `Wil`
    let given = classes.is(Classes::GIVEN) && !classes.is(Classes::MOSTLY_WORD);
    (token.length >= SHORTEST || given || before_name())
        && view.sights[at].cue == Cue::None
        && view.joined(at + 1)
        && view.sights[at + 1].cue != Cue::Pronoun
        && !(classes.is(Classes::MOSTLY_WORD) && is_before_subject(view, at))
        && found.iter().any(|name| name.hash == token.hash && !name.is_small)
}

/// Whether a word starts a sentence with the first half of a surname found elsewhere: `Oude Nijhuis belde`, once
/// `Piet Oude Nijhuis` is known.
fn is_half_again(view: &View<'_>, states: &[State], found: &[Name], at: usize) -> bool {
    let next = at + 1;
    view.sights[at].first
        && view.tokens[at].capital
        && view.joined(next)
        && states[next].is_person()
        && found.iter().any(|name| {
            let (half, other) = (&view.tokens[name.at], name.at + 1);
            half.hash == view.tokens[at].hash && view.joined(other) && view.tokens[other].hash == view.tokens[next].hash
        })
}

/// Someone who was found.
struct Person {
    words: Vec<WordHash>,
    meaning: Meaning,
}

/// Adds the names that stand in the text.
pub fn collect(view: &View<'_>, states: &[State], hits: &mut Vec<Hit>) {
    let mut people: Vec<Person> = Vec::new();
    let mut at = 0;
    while at < states.len() {
        let State::Found(_) = states[at] else {
            at += 1;
            continue;
        };
        let first = first_of(view, states, at);
        let last = last_of(view, states, at);
        let words = || (at..=last).filter(|at| states[*at].is_person());
        let ground =
            words().filter_map(|at| if let State::Found(ground) = states[at] { Some(ground) } else { None }).min();
        let meaning = meaning_of(&mut people, words().map(|at| view.tokens[at].hash).collect());
        let range = view.tokens[first].start..view.tokens[last].end;
        let evidence = match ground {
            Some(Ground::Listed) => Evidence::Listed,
            Some(Ground::Spread) => Evidence::Spread,
            _ => Evidence::Context,
        };
        hits.push(Hit { range, meaning, evidence });
        at = last + 1;
    }
}

/// Words of one name are those of the same person, as long as none speaks against it.
fn meaning_of(people: &mut Vec<Person>, words: Vec<WordHash>) -> Meaning {
    let known = people.len();
    let is_same = |person: &&mut Person| {
        words.iter().all(|word| person.words.contains(word)) || person.words.iter().all(|word| words.contains(word))
    };
    if let Some(person) = people.iter_mut().find(is_same) {
        if words.len() > person.words.len() {
            person.words = words;
        }
        return person.meaning;
    }
    let meaning = Meaning::Other(words.iter().fold(0, |hash, word| super::super::fold::pair(hash, *word)));
    if known < MOST_PEOPLE {
        people.push(Person { words, meaning });
    }
    meaning
}

/// Takes in the initials and particles before a name.
fn first_of(view: &View<'_>, states: &[State], at: usize) -> usize {
    let mut first = at;
    for _ in 0..MOST_INITIALS {
        first = with_initials(view, states, first);
        match view.before_particles(first) {
            (Some(start), particles) if particles > 0 && view.is_initial(start) => first = start,
            _ => break,
        }
    }
    let (start, particles) = view.before_particles(first);
    let titled = start.is_some_and(|start| view.sights[start].cue == Cue::Title);
    // `van der` belongs to a name; `van` and `van de` may stand before anything, as `aan` before `den Tuur`.
    if particles > 0 && titled {
        first - particles
    } else if view.follows_old_particle(first) && !is_given_alone(view, first) {
        const VAN: [WordHash; 3] = hashes(["fan", "van", "von"]);
        let is_van = particles > 1 && VAN.contains(&view.tokens[first - 2].hash);
        first - 1 - usize::from(is_van)
    } else {
        first
    }
}

/// Whether a word is a given name and no surname: `den Johan`, as Flemings say.
fn is_given_alone(view: &View<'_>, at: usize) -> bool {
    view.sights[at].classes.is(Classes::GIVEN) && !view.sights[at].classes.is(Classes::SURNAME)
}

/// Takes in the initials, the particles with a capital and the first half of a double name, right before a word of a name.
fn with_initials(view: &View<'_>, states: &[State], at: usize) -> usize {
    let mut first = at;
    while view.joined(first) && states[first - 1] == State::Open {
        let before = first - 1;
        // `Bij Storm` and `Van Alie` begin a sentence, and no name.
        let given = view.sights[first].classes.is(Classes::GIVEN)
            && (is_given_alone(view, first)
                || view.after_particles(first).is_some_and(|(next, _)| view.is_capital(next)));
        let begins = view.sights[before].first && (view.is_preposition(before) || given);
        let loose = || view.is_preposition(before) || is_given_alone(view, first);
        let shouted = view.sights[before].capitals && loose();
        let capital_particle = view.is_particle(before) && view.tokens[before].capital && !begins && !shouted;
        let double_name =
            || view.tokens[first].gap.is_hyphen() && is_given_alone(view, before) && view.is_capital(before);
        if view.is_initial(before) || capital_particle || double_name() {
            first = before;
        } else {
            break;
        }
    }
    first
}

/// Where a name ends that begins at a word.
fn last_of(view: &View<'_>, states: &[State], at: usize) -> usize {
    if let Some(last) = end_of_surname_first(view, at) {
        return last;
    }
    let mut last = at;
    loop {
        if let Some(estate) = estate_of(view, states, last) {
            return estate;
        }
        // `RvD`
        let next = last + 1;
        if next < states.len() && view.is_glued(next) && matches!(states[next], State::Found(_)) {
            last = next;
            continue;
        }
        // `Hogen-esch`
        let is_half = |token: &Token, classes: Classes| {
            token.gap.is_hyphen() && !token.capital && !token.digits && !classes.is(Classes::ORDINARY)
        };
        if next < states.len() && is_half(&view.tokens[next], view.sights[next].classes) {
            last = next;
            continue;
        }
        let Some((next, particles)) = view.after_particles(last) else { break };
        // `Jan de Vries`, but not `Jan Vries van Suriname`.
        let reads_on = match particles {
            0 => true,
            // `Zwaan-de Boer`
            _ if view.tokens[last + 1].gap.is_hyphen() => true,
            1 if !view.tokens[next - 1].capital && view.is_preposition(next - 1) => false,
            _ if view.is_preposition(last + 1) && !view.sights[next].classes.is(Classes::SURNAME) => false,
            _ => view.tokens[next - 1].capital || signs::is_given(view, states, last),
        };
        let found = matches!(states[next], State::Found(_)) && reads_on;
        let initial =
            next == last + 1 && states[next] == State::Open && view.is_initial(next) && view.tokens[next].capital;
        if !(found || initial) {
            break;
        }
        last = next;
    }
    last
}

/// The estate behind a surname, or the land behind a number: `Sandberg tot Essenburg`, `Willem III van Gelre`.
fn estate_of(view: &View<'_>, states: &[State], last: usize) -> Option<usize> {
    let (tot, estate) = (last + 1, last + 2);
    let surname = last > 0 && view.joined(last) && view.tokens[last].capital;
    let reigns = || view.is(tot, "van") && view.is_roman(last) && states[last - 1].is_person();
    let joined = surname && view.joined(tot) && view.joined(estate) && view.is_capital(estate);
    if joined && reigns() {
        return (states[estate] != State::Taken).then_some(estate);
    }
    let joined = joined && view.is(tot, "tot");
    let classes = view.sights.get(estate)?.classes;
    // `Vera van Sandberg tot Oisterwijk`, but not `van Sandberg tot Utrecht`
    let alone = || !view.before_particles(last).0.is_some_and(|before| states[before].is_person());
    let other = classes.is(Classes::CALENDAR) || (classes.is(Classes::RENOWNED) && alone());
    (joined && !other && states[estate] != State::Taken).then_some(estate)
}

#[cfg(test)]
mod tests {
    use super::super::super::lexicon::look_up_all;
    use super::super::super::tokens::tokenise;
    use super::super::{Room, find};

    fn names_in(text: &str) -> Vec<&str> {
        let (mut tokens, mut classes, mut hits) = (Vec::new(), Vec::new(), Vec::new());
        tokenise(text, &mut tokens);
        look_up_all(&tokens, &mut classes);
        find(text, &tokens, &classes, &mut Room::default(), &mut hits);
        hits.into_iter().map(|hit| &text[hit.range]).collect()
    }

    #[test]
    fn a_name_goes_on_to_where_it_ends_and_is_found_again() {
        for (text, names) in [
            ("De hertog was Willem III van Gelre , zei men .", &["Willem III van Gelre"][..]),
            ("Dat schreef Johan Sandberg tot Essenburg ons.", &["Johan Sandberg tot Essenburg"]),
            ("Volgens Piet Scheppers klopt het. Scheppers belde nog.", &["Piet Scheppers", "Scheppers"]),
            ("Volgens Piet Scheppers doen scheppers dat. Scheppers zijn er genoeg.", &["Piet Scheppers"]),
            ("Volgens Piet Hogen-esch ligt het Scheppers-dossier er.", &["Piet Hogen-esch"]),
            ("Gisteren is met Johan Prins gesproken.", &["Johan Prins"]),
            ("Ingezien door hspoelstra. Wie is H. Spoelstra?", &["hspoelstra", "H. Spoelstra"]),
        ] {
            assert_eq!(names_in(text), names, "{text}");
        }
    }
}
