//! Words that what stands beside them makes a name for certain. In: a word and its neighbours. Out: whether a person must
//! be meant, whatever else the word may be.

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
        return is_called_in_small_letters(view, at) || follows_small_initial(view, at);
    }
    let (before, particles) = view.before_particles(at);
    let old = || view.follows_old_particle(at);
    let follows = before.is_some_and(|before| match view.sights[before].cue {
        Cue::Title if particles > 0 => old() || (view.is_capital(before + 1) && !view.is_shouted(before + 1)),
        Cue::Title => matches!(view.cue(at), Cue::OrganisationHead | Cue::PlaceHead),
        Cue::Role | Cue::Kin => particles > 0 && old(),
        _ => particles > 0 && old() && signs::is_given(view, states, before),
    });
    follows || speaks(view, at) || is_labelled(view, at)
}

/// Whether a label asks for a name, and one word and its particles are all that stands behind it: `Contactpersoon: De Jong`.
fn is_labelled(view: &View<'_>, at: usize) -> bool {
    let classes = view.sights[at].classes;
    let start = at - view.before_particles(at).1;
    let label = || start > 0 && view.cue(start - 1) == Cue::Naming;
    let colon = || view.between(start).trim_matches([' ', '\t', '*', '_']) == ":";
    classes.is(Classes::SURNAME.or(Classes::GIVEN))
        && !classes.is(Classes::WORK)
        && view.cue(at) == Cue::None
        && (!view.joined(at + 1) || view.between(at + 1).contains('\n'))
        && label()
        && colon()
}

/// Whether an initial and a surname stand in small letters: `j. van dijk`. The letter that ends `i.v.m.` is none.
fn follows_small_initial(view: &View<'_>, at: usize) -> bool {
    let classes = view.sights[at].classes;
    let word = classes.is(Classes::MOSTLY_WORD) && !view.follows_old_particle(at);
    let cue = !matches!(view.cue(at), Cue::None | Cue::Role);
    if !classes.is(Classes::SURNAME) || word || cue || view.is_capital(at) {
        return false;
    }
    const MOST_PARTICLES: usize = 3;
    let is_particle = |here: &usize| view.is_particle(*here) && view.tokens[*here].length > 1;
    let particles = (0..at).rev().take(MOST_PARTICLES).take_while(is_particle).count();
    let letter = |here: usize| view.tokens[here].length == 1 && !view.tokens[here].digits;
    (at - particles).checked_sub(1).is_some_and(|initial| {
        let alone = initial > 0 && !letter(initial - 1) && view.between(initial) == " ";
        alone
            && letter(initial)
            && !view.tokens[initial].capital
            && matches!(view.between(initial + 1), "." | ". ")
            && (initial + 2..=at).all(|here| view.joined(here))
    })
}

/// Whether a given name that is a word too stands between who is meant and what is done: `mijn dochter roos heeft`, `ene
/// mark zei`, in capitals as well.
fn is_called_in_small_letters(view: &View<'_>, at: usize) -> bool {
    const ONE: [WordHash; 3] = hashes(["ene", "zekere", "collega"]);
    let classes = view.sights[at].classes;
    let other = Classes::MOSTLY_WORD.or(Classes::CALENDAR).or(Classes::BRAND);
    classes.is(Classes::GIVEN)
        && !classes.is(other)
        && view.sights[at].cue == Cue::None
        && view.joined(at)
        && (view.cue(at - 1) == Cue::Kin || ONE.contains(&view.tokens[at - 1].hash))
        && view.joined(at + 1)
        && view.cue(at + 1) == Cue::Says
}

/// Whether someone speaks, or is there with the writer, whose name a sentence starts with: `De Vries belde mij`, `Brand zei
/// niets`, `Mark en ik`.
fn speaks(view: &View<'_>, at: usize) -> bool {
    let classes = view.sights[at].classes;
    let listed = !classes.is(Classes::WORK) && view.sights[at].cue == Cue::None;
    let surname = listed && classes.is(Classes::SURNAME) || view.follows_old_particle(at);
    let given = listed && classes.is(Classes::GIVEN);
    if !surname && !given {
        return false;
    }
    let (before, particles) = view.before_particles(at);
    let start = at - particles;
    let starts = before.is_none() || view.sights[start].first || view.starts_line(start);
    let with_me = || view.is(at + 1, "en") && (view.is(at + 2, "ik") || view.is(at + 2, "mij"));
    let next = view.tokens.get(at + 1).filter(|_| view.joined(at + 1));
    let does = next.is_some_and(|next| (surname && SPEAKS.contains(&next.hash)) || with_me());
    starts && view.is_capital(start) && does
}

#[cfg(test)]
mod tests {
    use super::super::tests::people;

    #[test]
    fn what_stands_beside_a_word_may_make_it_a_name_for_certain() {
        for (text, found) in [
            ("Ik sprak mevrouw Van der Kerk gisteren.", "Van der Kerk"),
            ("Toen kwam meneer Van Erp erbij.", "Van Erp"),
            ("Het was de heer Straat.", "Straat"),
            ("Dat zag buurman ter Kerk ook.", "ter Kerk"),
            ("Een brief van Sanne van der Zaan.", "Sanne van der Zaan"),
            ("Brand belde mij.", "Brand"),
            ("Van Rijn mailde terug.", "Van Rijn"),
            ("Mark en ik waren er.", "Mark"),
            ("mijn dochter roos heeft ook gebeld", "roos"),
            ("dat zei j. van dijk, en ook p. bakker", "dijk; bakker"),
            ("Contactpersoon: De Jong\n**Naam:** Bos", "De Jong; Bos"),
            ("dat was i.v.m. de brand, n.a.v. groen en p. 12", ""),
            ("Bank belde mij, en de Groep ook.", ""),
            ("Een vraag aan Sanne van Ziggo.", "Sanne"),
            ("mijn dochter storm lopen laten", ""),
        ] {
            assert_eq!(people(text), found, "{text}");
        }
    }
}
