//! Initials that stand for a whole name: `door: KS`, `paraaf K.S.` In: the tokens of a text and the people of
//! the record and the staff list. Out: whose initials they are.

use crate::anonymise::fold::hash;
use crate::anonymise::lexicon::{Classes, Cue, look_up};
use crate::anonymise::mask::Meaning;
use crate::anonymise::people::Person;
use crate::anonymise::person_name::first_letter;
use crate::anonymise::resolve::{Evidence, Hit};
use crate::anonymise::search::Search;
use crate::anonymise::tokens::Token;

/// How many letters a paraph has.
const LETTERS: std::ops::RangeInclusive<usize> = 2..=4;

/// Abbreviations that are written with full stops.
const DOTTED: [&str; 12] = ["PS", "PPS", "NB", "BV", "NV", "CV", "VOF", "VS", "USA", "AUB", "SVP", "TAV"];

/// Abbreviations of departments and boards, which say things as people do.
const SPEAKING: [&str; 16] =
    ["CV", "DB", "FB", "HR", "IT", "MD", "MR", "MT", "NS", "OM", "OR", "PO", "PZ", "RVB", "RVT", "VWS"];

/// Words before the initials of who signs.
const PARAPHS: [&str; 5] = ["par", "paraaf", "get", "getekend", "paraph"];

/// Adds the paraphs in a text of people whom the record or the staff list knows.
pub fn find(search: &Search<'_>, hits: &mut Vec<Hit>) {
    let mut at = 0;
    while at < search.tokens.len() {
        let (count, letters) = written(search, at);
        let short = with_particles(search, at);
        let count = if short.is_some() { 2 } else { count };
        let capitals = || (!letters.is_empty()).then(|| of(search, letters, told(search, at, count))).flatten();
        let found = short.or_else(|| signed(search, at)).or_else(capitals);
        if let Some(meaning) = found {
            let range = search.tokens[at].start..search.tokens[at + count - 1].end;
            hits.push(Hit { range, meaning, evidence: Evidence::Record });
        }
        at += count;
    }
}

/// Whose initials stand on a line of their own, below what was written: `GJ`, `W`.
fn signed(search: &Search<'_>, at: usize) -> Option<Meaning> {
    let token = &search.tokens[at];
    // A letter in a block of its own may head a section.
    let heads = token.length == 1 && !token.gap.is_within_block();
    if !token.capital || token.length > *LETTERS.end() || !token.gap.has_line() || heads {
        return None;
    }
    let behind = search.text[token.end..].trim_start_matches('.').trim_start_matches([' ', '\r']);
    let alone = search.text[..token.start].ends_with('\n') && (behind.is_empty() || behind.starts_with('\n'));
    let capitals = search.letters(token).bytes().all(|byte| byte.is_ascii_uppercase());
    let mut people = search.own.people().iter().chain(search.names.staff().people());
    (alone && capitals).then(|| people.find(|person| person.has_initial(token.hash)).map(Person::meaning)).flatten()
}

/// Whose initials have the first letters of the particles between them: `BvS`, `JvdB`.
fn with_particles(search: &Search<'_>, at: usize) -> Option<Meaning> {
    let [first, last] = search.tokens.get(at..=at + 1)? else { return None };
    let joined = first.end == last.start && last.length == 1 && last.capital;
    if !first.capital || !joined || !LETTERS.contains(&first.length) {
        return None;
    }
    if is_within_code(search.text, first.start, last.end) {
        return None;
    }
    let initial = first_letter(search.letters(first));
    let particles = hash(&search.letters(first)[initial.len()..]);
    let class = search.names.word(particles).particle();
    let fits = |person: &&Person| {
        let has_particles =
            class.is_some_and(|class| person.has_particle(class)) || person.has_particles_joined(particles);
        has_particles && person.has_initial(hash(initial)) && person.has_surname_initial(last.hash)
    };
    let people = search.own.people().iter().chain(search.names.staff().people());
    people.into_iter().find(fits).map(Person::meaning)
}

/// What stands around capitals tells whether they are someone's initials.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    /// Nothing does.
    Nothing,
    /// Someone says or does something there (`NO vraagt`), or has something done (`door EK`).
    Someone,
    /// They are called so: `par. MD`.
    Paraph,
}

fn told(search: &Search<'_>, at: usize, count: usize) -> Told {
    let next = at + count;
    let cue = |at: usize| search.classes.get(at).map_or(Cue::None, |classes| classes.cue());
    let is_paraph = |token: &Token| PARAPHS.iter().any(|word| search.letters(token).eq_ignore_ascii_case(word));
    if at > 0 && is_paraph(&search.tokens[at - 1]) && search.tokens[at].gap.is_within_block() {
        return Told::Paraph;
    }
    let ends = search.tokens.get(next).is_none_or(|token| !token.gap.joins(false));
    let someone = cue(next) == Cue::Says || (ends && at > 0 && cue(at - 1) == Cue::AgentPreposition);
    if someone { Told::Someone } else { Told::Nothing }
}

/// How many tokens the capitals from `at` on take, and these capitals: `KS` is one token, and `K.S.` two.
fn written<'s>(search: &Search<'s>, at: usize) -> (usize, &'s str) {
    let token = &search.tokens[at];
    let word = search.letters(token);
    if is_within_code(search.text, token.start, token.end) {
        return (1, "");
    }
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

/// Whether letters are a part of a reference: `ADV-2026-BH`, `SB/26`.
fn is_within_code(text: &str, start: usize, end: usize) -> bool {
    let ties = |sign: char| matches!(sign, '-' | '/' | '_' | '&' | '+') || sign.is_ascii_digit();
    text[..start].ends_with(ties) || text[end..].starts_with(ties)
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
fn of(search: &Search<'_>, written: &str, told: Told) -> Option<Meaning> {
    let letters: String = written.chars().filter(|sign| *sign != '.').collect();
    // `OR` and `HR` are in a list of abbreviations; that `as` is a word tells nothing of `AS`.
    let abbreviation = match written.contains('.') {
        true => DOTTED.contains(&letters.as_str()),
        false => {
            look_up(hash(&letters)).is(Classes::BRAND)
                && (told == Told::Nothing || SPEAKING.contains(&letters.as_str()))
        }
    };
    let abbreviation = abbreviation && told != Told::Paraph;
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
