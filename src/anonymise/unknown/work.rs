//! What is called after its work: departments, offices, courses, forms. In: the words of a text. Out: which of them
//! name that, and nobody.

use super::super::fold::{WordHash, hashes};
use super::super::lexicon::{Classes, Cue};
use super::State;
use super::endings::{OFFICE, PAPER, TRADE, ends_with};
use super::sight::{NAME, View};

/// Whether a word with a capital tells a field of work, an office or a paper, where nobody is announced: `bij Salaris`,
/// `de Klachtencoördinator`, `het Arbobesluit`.
pub fn is_of_work(view: &View<'_>, states: &[State], at: usize) -> bool {
    let (token, classes) = (&view.tokens[at], view.sights[at].classes);
    if !token.capital || classes.is(Classes::GIVEN) || announces_someone(view, states, at) {
        return false;
    }
    let before_name = view.joined(at + 1)
        && view.is_capital(at + 1)
        && view.sights[at + 1].classes.is(Classes::GIVEN.or(Classes::SURNAME));
    if classes.is(Classes::WORK) {
        return !before_name;
    }
    if classes.is(NAME) {
        return false;
    }
    let word = &view.text[token.start..token.end];
    if ends_with(word, &PAPER) || ends_with(word, &OFFICE) {
        return true;
    }
    let emphasised = || view.sights[at].capitals && !view.is_shouted(at) && view.cue(at.saturating_sub(1)) != Cue::Role;
    classes.is(Classes::ORDINARY)
        && (ends_with(word, &TRADE) || emphasised() || (follows_office(view, at) && !before_name))
}

/// Whether what stands before a word is someone, or tells that someone follows; `Joyce van Salaris` works there.
fn announces_someone(view: &View<'_>, states: &[State], at: usize) -> bool {
    let (Some(before), particles) = view.before_particles(at) else { return false };
    let of_someone = particles == 0 || !view.is(at - 1, "van");
    matches!(view.cue(before), Cue::Title | Cue::Kin | Cue::Naming)
        || view.is_initial(before)
        || (states[before].is_person() && of_someone)
}

/// Whether an office stands before a word, of which the word tells the field: `adviseur Arbeid`, `manager Groei`.
fn follows_office(view: &View<'_>, at: usize) -> bool {
    const OFFICES: [WordHash; 11] = hashes([
        "adviseur",
        "adviseuse",
        "consulent",
        "consulente",
        "hoofd",
        "manager",
        "medewerker",
        "medewerkster",
        "specialist",
        "teamleider",
        "trainee",
    ]);
    view.joined(at) && {
        let before = &view.tokens[at - 1];
        OFFICES.contains(&before.hash) || ends_with(&view.text[before.start..before.end], &OFFICE)
    }
}
