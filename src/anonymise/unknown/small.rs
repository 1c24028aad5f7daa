//! Names without capitals. In: a word in small letters, or in capitals among capitals, and what stands around it. Out:
//! whether it may be a name at all.

use super::super::lexicon::{Classes, Cue};
use super::State;
use super::sight::View;

/// Whether a word in small letters, or in capitals among capitals, is written so that it may be a name at all.
pub fn may_be_small(view: &View<'_>, states: &[State], at: usize) -> bool {
    let sight = &view.sights[at];
    let before = || match view.before_particles(at) {
        (Some(before), _) if !(before + 1..at).any(|at| view.is_preposition(at)) => Some(before),
        _ => None,
    };
    let after_title = || before().is_some_and(|at| view.sights[at].cue == Cue::Title);
    let after_name = || before().is_some_and(|at| states[at].is_person());
    let after_role = || before().is_some_and(|at| matches!(view.cue(at), Cue::Kin | Cue::Role | Cue::Naming));
    let after_small_name =
        || before().is_some_and(|at| states[at].is_person() && (!view.is_capital(at) || view.is_shouted(at)));
    if sight.classes.is(Classes::ORDINARY) {
        // `DAAR BEN IK KWAAD OVER`
        let first_person = |at: usize| view.is(at, "IK");
        if view.joined(at + 1) && first_person(at + 1) || view.joined(at) && first_person(at - 1) {
            return false;
        }
        let surname = sight.classes.is(Classes::SURNAME) && !view.is_particle(at);
        let of_role = || view.before_particles(at).1 > 0 && after_role();
        let trade = matches!(sight.cue, Cue::Role | Cue::OrganisationHead | Cue::PlaceHead);
        let plain = sight.cue == Cue::None;
        // `femke de boer`, `heleen koopman`
        let of_given = || view.small && trade && follows_given(view, at);
        // `HOEKSTRA-BAKKER`
        let married = || view.tokens[at].gap.is_hyphen() && states[at - 1].is_person();
        return surname
            && ((after_title() && (plain || trade))
                || (at > 0 && married())
                || (plain && of_role())
                || ((plain || view.follows_old_particle(at) || of_given()) && after_small_name()));
    }
    // `terpstra of tervoort`
    let after_link = || {
        at > 1
            && view.joined(at)
            && view.joined(at - 1)
            && view.sights[at - 1].cue == Cue::Link
            && states[at - 2].is_person()
            && !view.is_capital(at - 2)
    };
    // `een man die weldeab heette`
    let called = || {
        let heet = ["heet", "heette"].iter().any(|word| view.is(at + 1, word));
        heet && view.joined(at + 1) && view.joined(at) && view.is(at - 1, "die")
    };
    sight.classes.is(Classes::GIVEN.or(Classes::SURNAME))
        || called()
        || (view.is_shouted(at) && sight.classes.is(Classes::GIVEN_ABROAD) && !sight.classes.is(Classes::FOREIGN))
        || (sight.cue == Cue::None
            && (after_name() || after_title() || after_role() || after_link())
            && (follows_given(view, at) || follows_title(view, at) || !view.is_compound(at)))
}

/// Whether a given name that is no word stands before a word, with or without `de`: `humphrey wijntuin`.
fn follows_given(view: &View<'_>, at: usize) -> bool {
    let (before, particles) = view.before_particles(at);
    let classes = before.map_or(Classes::NONE, |before| view.sights[before].classes);
    classes.is(Classes::GIVEN)
        && !classes.is(Classes::ORDINARY)
        && (particles == 0 || (particles == 1 && view.is(at - 1, "de")))
}

/// Whether a title stands before a word that is no trade, whatever it is made of: `mevrouw van groothuizen`, but not
/// `mevrouw loonadviseur`.
fn follows_title(view: &View<'_>, at: usize) -> bool {
    let (before, _) = view.before_particles(at);
    view.cue(at) == Cue::None && before.is_some_and(|before| view.sights[before].cue == Cue::Title)
}
