//! Words that what stands beside them makes a name for certain. In: a word with a capital and its neighbours. Out: whether
//! a person must be meant, whatever else the word may be.

use super::super::fold::{WordHash, hashes};
use super::super::lexicon::{Classes, Cue};
use super::State;
use super::sight::View;
use super::signs;

/// What nobody but a person does.
const SPEAKS: [WordHash; 24] = hashes([
    "antwoordde",
    "antwoordt",
    "appte",
    "belde",
    "belt",
    "beloofde",
    "belooft",
    "beweerde",
    "beweert",
    "lachte",
    "mailde",
    "mailt",
    "reageerde",
    "riep",
    "schreef",
    "schrijft",
    "snauwde",
    "sprak",
    "vertelde",
    "vertelt",
    "vroeg",
    "vraagt",
    "zegt",
    "zei",
]);

/// Whether a title, someone's given name or what is done tells that a word is a name, and nothing else is written so.
pub fn is_announced(view: &View<'_>, states: &[State], at: usize) -> bool {
    if !view.is_capital(at) || view.is_shouted(at) {
        return false;
    }
    let (before, particles) = view.before_particles(at);
    let old = || view.follows_old_particle(at);
    let follows = before.is_some_and(|before| match view.sights[before].cue {
        Cue::Title if particles > 0 => old() || (view.is_capital(before + 1) && !view.is_shouted(before + 1)),
        Cue::Title => matches!(view.cue(at), Cue::OrganisationHead | Cue::PlaceHead),
        Cue::Role | Cue::Kin => particles > 0 && old(),
        _ => particles > 0 && old() && signs::is_given(view, states, before),
    });
    follows || speaks(view, at)
}

/// Whether someone speaks whose name a sentence starts with: `De Vries belde mij`, `Groen zei niets`.
fn speaks(view: &View<'_>, at: usize) -> bool {
    let classes = view.sights[at].classes;
    let surname = classes.is(Classes::SURNAME) && !classes.is(Classes::WORK) && view.sights[at].cue == Cue::None;
    if !surname && !view.follows_old_particle(at) {
        return false;
    }
    let (before, particles) = view.before_particles(at);
    let start = at - particles;
    let starts = before.is_none() || view.sights[start].first || view.starts_line(start);
    let next = view.tokens.get(at + 1).filter(|_| view.joined(at + 1));
    starts && view.is_capital(start) && next.is_some_and(|next| SPEAKS.contains(&next.hash))
}
