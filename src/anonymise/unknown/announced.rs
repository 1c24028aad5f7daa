//! Words that what stands beside them makes a name for certain. In: a word and its neighbours. Out: whether a person must
//! be meant, whatever else the word may be.

use super::super::fold::{WordHash, hashes};
use super::super::lexicon::{Classes, Cue};
use super::State;
use super::sight::{NAME, Sight, View};
use super::signs;
use super::small::{follows_surname_first, is_small_and_announced};

/// What nobody but a person does.
pub const SPEAKS: [WordHash; 24] = hashes([
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
        return is_small_and_announced(view, states, at);
    }
    let (before, particles) = view.before_particles(at);
    if follows_surname_first(view, states, at) {
        return false;
    }
    let old = || view.follows_old_particle(at);
    let follows = before.is_some_and(|before| match view.sights[before].cue {
        Cue::Title if particles > 0 => old() || (view.is_capital(before + 1) && !view.is_shouted(before + 1)),
        Cue::Title => matches!(view.cue(at), Cue::OrganisationHead | Cue::PlaceHead),
        Cue::Role | Cue::Kin => particles > 0 && old(),
        // `Zwaan-de Boer`, `Nijpels-Groen`
        _ if view.tokens[at - particles].gap.is_hyphen() => {
            states[before].is_person() && view.sights[at].classes.is(Classes::SURNAME)
        }
        _ => particles > 0 && old() && signs::is_given(view, states, before),
    });
    follows
        || (view.follows_van_der(at) && !view.sights[at].within_thing)
        || end_of_surname_first(view, at).is_some()
        || reads_on_behind_nickname(view, states, at)
        || follows_foreign_article(view, at)
        || speaks(view, at)
        || is_called_so(view, at)
        || is_apposed(view, at)
        || is_labelled(view, at)
}

/// Whether a nickname in brackets parts a given name from its surname: `Lambertus ("Bertus") Huizing`.
fn reads_on_behind_nickname(view: &View<'_>, states: &[State], at: usize) -> bool {
    let Sight { classes, within_thing, .. } = view.sights[at];
    let plain = !within_thing && !classes.is(Classes::ORDINARY.or(Classes::THING));
    let in_brackets = |nickname: usize| {
        view.between(at).trim_start_matches(['"', '”', '’', '\'']) == ") "
            && view.between(nickname).trim_end_matches(['"', '“', '„', '‘', '\'']) == " ("
    };
    plain && at > 1 && states[at - 1].is_person() && states[at - 2].is_person() && in_brackets(at - 1)
}

/// Whether what names in Arabic begin with stands before a word with a capital: `El Haddaoui`, `Ait Oufkir`.
fn follows_foreign_article(view: &View<'_>, at: usize) -> bool {
    const ARTICLES: [WordHash; 5] = hashes(["abu", "ait", "el", "ould", "oulad"]);
    let Sight { classes, within_thing, .. } = view.sights[at];
    let before = at.checked_sub(1).map(|before| &view.tokens[before]);
    before.is_some_and(|before| before.capital && ARTICLES.contains(&before.hash))
        && view.joined(at)
        && !within_thing
        && !classes.is(Classes::ORDINARY.or(Classes::THING))
}

/// Whether the work of someone whom a sentence starts with stands between commas behind the name: `Mosterd, de directeur,
/// was er niet`.
fn is_apposed(view: &View<'_>, at: usize) -> bool {
    const WHOSE: [WordHash; 7] = hashes(["de", "een", "haar", "hun", "mijn", "onze", "uw"]);
    let Sight { classes, cue, .. } = view.sights[at];
    let (whose, role) = (at + 1, at + 2);
    classes.is(NAME)
        && !classes.is(Classes::WORK.or(Classes::BRAND))
        && cue == Cue::None
        && view.joined(role)
        && WHOSE.contains(&view.tokens[whose].hash)
        && view.between(whose) == ", "
        && matches!(view.cue(role), Cue::Role | Cue::Kin)
        && view.sights[at - view.before_particles(at).1].first
}

/// Where a name ends whose surname stands first, as in lists: `Mosterd, A.`, `Vries, Jan de`, `Berg, van der, J.`.
pub fn end_of_surname_first(view: &View<'_>, at: usize) -> Option<usize> {
    let in_list = view.tokens.get(at + 1).is_some_and(|next| next.gap.has_comma());
    if !in_list || !view.sights[at].classes.is(Classes::SURNAME) || view.between(at + 1) != ", " {
        return None;
    }
    let start = at - view.before_particles(at).1;
    if !view.sights[start].first && !view.starts_line(start) {
        return None;
    }
    let count = |from: usize, is: &dyn Fn(usize) -> bool| (from..view.tokens.len()).take_while(|at| is(*at)).count();
    let reads_on = |here: usize| here == at + 1 || matches!(view.between(here), " " | ", " | ". " | ".");
    let particles = |from| count(from, &|here| view.is_particle(here) && !view.is_initial(here) && reads_on(here));
    let first = at + 1 + particles(at + 1);
    let initials = count(first, &|here| view.is_initial(here) && reads_on(here));
    let given = || view.sights.get(first).is_some_and(|sight| sight.classes.is(Classes::GIVEN));
    let dotted = initials > 0 && view.between(first + initials).starts_with('.');
    if !dotted && (initials > 0 || !given() || !reads_on(first)) {
        return None;
    }
    let end = first + initials.max(1);
    let last = end + particles(end) - 1;
    let behind = view.between(last + 1);
    (last + 1 == view.tokens.len() || behind.contains(['\n', ',', '(', ';'])).then_some(last)
}

/// Whether a label asks for a name, and one word and its particles are all that stands behind it: `Contactpersoon: De Jong`.
fn is_labelled(view: &View<'_>, at: usize) -> bool {
    let classes = view.sights[at].classes;
    let particles = view.before_particles(at).1;
    let start = at - particles;
    let label = || start > 0 && view.cue(start - 1) == Cue::Naming;
    let ends = || !view.joined(at + 1) || view.between(at + 1).contains('\n');
    let colon = || view.between(start).trim_matches([' ', '\t', '*', '_']) == ":";
    (classes.is(Classes::SURNAME.or(Classes::GIVEN)) || view.follows_old_particle(at))
        && !classes.is(Classes::WORK)
        && (view.cue(at) == Cue::None || particles > 0)
        && ends()
        && label()
        && colon()
}

/// Whether what someone is called stands before the word for it: `een deurwaarder, Krooshof genaamd`.
fn is_called_so(view: &View<'_>, at: usize) -> bool {
    const CALLED: [WordHash; 2] = hashes(["genaamd", "geheten"]);
    let next = at + 1;
    view.joined(next)
        && CALLED.contains(&view.tokens[next].hash)
        && view.cue(at) == Cue::None
        && view.tokens[at].gap.has_comma()
        && !view.sights[at].within_thing
        && !view.sights[at].classes.is(Classes::WORK.or(Classes::THING))
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
            ("Contactpersoon: De Jong\n**Naam:** Bos", "De Jong; Bos"),
            ("Contactpersoon: Van den Berg", "Van den Berg"),
            ("Ik kreeg Van den Berg aan de lijn.", "Van den Berg"),
            ("- Van der Meer\n(Van den Broek)", "Van der Meer; Van den Broek"),
            (
                "Mosterd, A.\n\nBerg, J. van der\n\nBroek, van den, P.",
                "Mosterd, A; Berg, J. van der; Broek, van den, P",
            ),
            ("Vries, Jan de (penningmeester)\n\nPost, mark de brief", "Vries, Jan de"),
            ("Deze deurwaarder, Krooshof genaamd, was beleefd.", "Krooshof"),
            ("Dat zei J. Zwaan-de Boer ons.", "J. Zwaan-de Boer"),
            ("De voorzitter Lambertus (\"Bertus\") Huizinga zweeg.", "Lambertus; Bertus; Huizinga"),
            (
                "Onze Mohammed (El Zwammeraoui, stagiair) en Ed Nijpels-Groen waren er.",
                "Mohammed; El Zwammeraoui; Ed Nijpels-Groen",
            ),
            ("Mosterd, de directeur, was er niet. Helaas, de directeur was er niet.", "Mosterd"),
            ("Gelukkig was Fatima er wel. Ik vroeg naar Jan-Willem.", "Fatima; Jan-Willem"),
            ("Naam: Laan, Ingrid van der\nOnderwerp: nota", "Laan, Ingrid van der"),
            ("Bank belde mij, en de Groep ook.", ""),
            ("Een vraag aan Sanne van Ziggo.", "Sanne"),
        ] {
            assert_eq!(people(text), found, "{text}");
        }
    }
}
