//! Initials that stand for a whole name: `door: KS`, `paraaf K.S.` In: the tokens of a text and the people of
//! the record and the staff list. Out: whose initials they are.

use crate::anonymise::fold::hash;
use crate::anonymise::lexicon::{Classes, look_up};
use crate::anonymise::mask::Meaning;
use crate::anonymise::people::Person;
use crate::anonymise::resolve::{Evidence, Hit};
use crate::anonymise::search::Search;

/// How many letters a paraph has.
const LETTERS: std::ops::RangeInclusive<usize> = 2..=4;

/// Abbreviations that are written with full stops.
const DOTTED: [&str; 12] = ["PS", "PPS", "NB", "BV", "NV", "CV", "VOF", "VS", "USA", "AUB", "SVP", "TAV"];

/// Adds the paraphs in a text of people whom the record or the staff list knows.
pub fn find(search: &Search<'_>, hits: &mut Vec<Hit>) {
    let mut at = 0;
    while at < search.tokens.len() {
        let (count, letters) = written(search, at);
        if let Some(meaning) = of(search, letters) {
            let range = search.tokens[at].start..search.tokens[at + count - 1].end;
            hits.push(Hit { range, meaning, evidence: Evidence::Record });
        }
        at += count;
    }
}

/// How many tokens the capitals from `at` on take, and these capitals: `KS` is one token, and `K.S.` two.
fn written<'s>(search: &Search<'s>, at: usize) -> (usize, &'s str) {
    let token = &search.tokens[at];
    let word = search.letters(token);
    if !token.capital || token.length > *LETTERS.end() || !word.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return (1, "");
    }
    if token.length > 1 {
        return (1, if is_shouted(search, at) { "" } else { word });
    }
    let follows = |next: &usize| {
        let (before, token) = (&search.tokens[next - 1], &search.tokens[*next]);
        token.length == 1
            && token.capital
            && before.end + 1 == token.start
            && search.text[before.end..].starts_with('.')
    };
    let count = 1 + (at + 1..search.tokens.len()).take_while(follows).count();
    let last = &search.tokens[at + count - 1];
    let closed = search.text[last.end..].starts_with('.');
    // `K.S. Bakker` is a name by itself, with more than its initials.
    let reads_on =
        search.tokens.get(at + count).is_some_and(|next| next.capital && next.gap.joins(true) && !next.gap.has_line());
    (count, if closed && !reads_on { &search.text[token.start..last.end] } else { "" })
}

/// Whether the words beside it are in capitals too, so that these tell nothing.
fn is_shouted(search: &Search<'_>, at: usize) -> bool {
    let shouts = |at: usize| {
        let word = search.tokens.get(at).map(|token| search.letters(token)).unwrap_or_default();
        word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase())
    };
    shouts(at + 1) || (at > 0 && shouts(at - 1))
}

/// Whose initials these are.
fn of(search: &Search<'_>, written: &str) -> Option<Meaning> {
    let letters: String = written.chars().filter(|sign| *sign != '.').collect();
    // `OR` and `HR` are in a list of abbreviations; that `as` is a word tells nothing of `AS`.
    let abbreviation = match written.contains('.') {
        true => DOTTED.contains(&letters.as_str()),
        false => look_up(hash(&letters)).is(Classes::BRAND),
    };
    if abbreviation || !LETTERS.contains(&letters.len()) {
        return None;
    }
    let people = search.own.people().iter().chain(search.names.staff().people());
    people.into_iter().find(|person| are_initials(person, &letters)).map(Person::meaning)
}

/// Whether the first letter is that of a given name and the last that of a surname.
fn are_initials(person: &Person, letters: &str) -> bool {
    let (first, last) = (&letters[..1], &letters[letters.len() - 1..]);
    person.has_initial(hash(first)) && person.has_surname_initial(hash(last))
}
