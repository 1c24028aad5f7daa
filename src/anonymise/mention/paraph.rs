//! Initials that stand for a whole name: `door: KS`, `paraaf K.S.`, `JvdB`. In: the tokens of a text and the people of
//! the record and the staff list. Out: whose initials they are.

mod written;

use self::written::{Shape, Written};
use crate::anonymise::fold::hash;
use crate::anonymise::lexicon::{Classes, Cue, look_up};
use crate::anonymise::mask::Meaning;
use crate::anonymise::people::Person;
use crate::anonymise::resolve::{Evidence, Hit};
use crate::anonymise::search::Search;

/// How many letters a paraph has, those of particles aside.
const LETTERS: std::ops::RangeInclusive<usize> = 2..=4;

/// Abbreviations that are written with full stops.
const DOTTED: [&str; 12] = ["ps", "pps", "nb", "bv", "nv", "cv", "vof", "vs", "usa", "aub", "svp", "tav"];

/// Abbreviations of departments and boards, which say things as people do.
const SPEAKING: [&str; 15] =
    ["db", "fb", "hr", "it", "md", "mr", "mt", "ns", "om", "or", "po", "pz", "rvb", "rvt", "vws"];

/// Abbreviations that are written in small letters with full stops.
const SMALL: [&str; 14] = ["as", "jl", "ev", "ea", "cs", "nv", "bv", "cv", "co", "zs", "ca", "pm", "am", "vt"];

/// Words before someone who is told, asked or greeted something.
const ADDRESSED: [&str; 12] =
    ["namens", "volgens", "collega", "beste", "hoi", "dag", "hallo", "geachte", "overleg", "vraag", "mail", "bel"];

/// Words before the initials of who signs, wrote or does something.
const PARAPHS: [&str; 18] = [
    "par",
    "paraaf",
    "paraph",
    "get",
    "getekend",
    "initialen",
    "gezien",
    "akkoord",
    "actie",
    "behandelaar",
    "notulist",
    "steller",
    "groet",
    "groeten",
    "groetjes",
    "grtz",
    "gr",
    "mvg",
];

/// What one does `met` someone.
const SHARED: [&str; 8] =
    ["afspraak", "afgestemd", "besproken", "contact", "gebeld", "gesproken", "overleg", "overlegd"];

/// Adds the paraphs in a text of people whom the record or the staff list knows.
pub fn find(search: &Search<'_>, hits: &mut Vec<Hit>) {
    let mut at = 0;
    while at < search.tokens.len() {
        let written = Written::read(search, at);
        let found = written.as_ref().and_then(|written| of(search, at, written));
        let count = if found.is_some() { written.map_or(1, |written| written.count) } else { 1 };
        if let Some(meaning) = found.or_else(|| signed(search, at)) {
            let range = search.tokens[at].start..search.tokens[at + count - 1].end;
            hits.push(Hit { range, meaning, evidence: Evidence::Record });
        }
        at += count;
    }
}

fn everyone<'s>(search: &Search<'s>) -> impl Iterator<Item = &'s Person> {
    search.own.people().iter().chain(search.names.staff().people())
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
    (alone && capitals)
        .then(|| everyone(search).find(|person| person.has_initial(token.hash)).map(Person::meaning))
        .flatten()
}

/// What stands around letters tells whether they are someone's initials.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    /// Nothing does.
    Nothing,
    /// Someone says or does something there (`NO vraagt`), has something done (`door EK`), or has a cell of a table.
    Someone,
    /// They are called so: `par. MD`, `besproken met CV`.
    Paraph,
}

fn told(search: &Search<'_>, at: usize, count: usize) -> Told {
    let next = at + count;
    let cue = |at: usize| search.classes.get(at).map_or(Cue::None, |classes| classes.cue());
    let before = |back: usize, list: &[&str]| {
        let token = at.checked_sub(back).map(|at| &search.tokens[at]);
        token.is_some_and(|token| list.iter().any(|word| search.letters(token).eq_ignore_ascii_case(word)))
    };
    let shared = || before(1, &["met"]) && before(2, &SHARED);
    if search.tokens[at].gap.is_within_block() && (before(1, &PARAPHS) || shared()) {
        return Told::Paraph;
    }
    let ends = search.tokens.get(next).is_none_or(|token| !token.gap.joins(false));
    let says = search.tokens.get(next).is_some_and(|token| token.gap.joins(true)) && cue(next) == Cue::Says;
    let someone = says
        || (ends && at > 0 && cue(at - 1) == Cue::AgentPreposition)
        || before(1, &ADDRESSED)
        || is_cell(search, at, count);
    if someone { Told::Someone } else { Told::Nothing }
}

/// Whether a cell of a table holds nothing else.
fn is_cell(search: &Search<'_>, at: usize, count: usize) -> bool {
    let (start, end) = (search.tokens[at].start, search.tokens[at + count - 1].end);
    let blank = |sign: char| sign == ' ' || sign == '.';
    search.text[..start].trim_end_matches(blank).ends_with('|')
        && search.text[end..].trim_start_matches(blank).starts_with('|')
}

/// Whose initials these are, written like this at this place.
fn of(search: &Search<'_>, at: usize, written: &Written) -> Option<Meaning> {
    let letters = written.letters.as_str();
    let whole = hash(letters);
    if let Some(person) = everyone(search).find(|person| person.has_paraph(whole)) {
        let told = || told(search, at, written.count) != Told::Nothing;
        return (written.has_particles || told()).then(|| person.meaning());
    }
    if written.has_particles || !LETTERS.contains(&letters.len()) {
        return None;
    }
    let told = told(search, at, written.count);
    let tells = match written.shape {
        // `OR` and `HR` are in a list of abbreviations; that `as` is a word tells nothing of `AS`.
        Shape::Capitals => {
            let abbreviation = look_up(whole).is(Classes::BRAND);
            !abbreviation || told == Told::Paraph || told == Told::Someone && !SPEAKING.contains(&letters)
        }
        Shape::Dotted => told != Told::Nothing || !DOTTED.contains(&letters),
        Shape::Small => told == Told::Paraph || told == Told::Someone && !SMALL.contains(&letters),
        Shape::Marked => told != Told::Nothing,
    };
    if !tells {
        return None;
    }
    let given = |person: &&Person| told != Told::Nothing && person.has_initial(whole);
    everyone(search).find(|person| are_initials(person, letters) || given(person)).map(Person::meaning)
}

/// Whether the first letter is that of a given name and the last that of a surname.
fn are_initials(person: &Person, letters: &str) -> bool {
    let (first, last) = (&letters[..1], &letters[letters.len() - 1..]);
    person.has_initial(hash(first)) && person.has_surname_initial(hash(last))
}
