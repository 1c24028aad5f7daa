//! Names without capitals. In: a word in small letters, or in capitals among capitals, and what stands around it. Out:
//! whether it must be a name, and whether it may be one at all.

use super::super::fold::{WordHash, hashes};
use super::super::lexicon::{Classes, Cue};
use super::State;
use super::announced::SPEAKS;
use super::sight::{MOST_PARTICLES, NAME, Sight, View};
use super::signs;

/// Particles that stand before names alone, whatever the word behind them.
const DER: [WordHash; 2] = hashes(["den", "der"]);

/// Whether what stands before a word in small letters, or in capitals among capitals, makes it a name for certain.
pub fn is_small_and_announced(view: &View<'_>, states: &[State], at: usize) -> bool {
    let classes = view.sights[at].classes;
    // Nearly all words of a text end here.
    if at == 0 || !(classes.is(NAME) || classes.is_unlisted() || DER.contains(&view.tokens[at - 1].hash)) {
        return false;
    }
    is_called(view, at)
        || follows_van_der_in_small(view, states, at)
        || is_pair(view, at, at + 1)
        || is_pair(view, at - 1, at)
        || follows_role(view, at)
        || follows_small_initial(view, at)
        || follows_particles(view, states, at)
}

/// Whether a title, a role or someone's given name stands before a surname with its particles: `mevrouw van der meer`, `ILSE
/// VAN 'T HOF`.
fn follows_particles(view: &View<'_>, states: &[State], at: usize) -> bool {
    const VAN: [WordHash; 1] = hashes(["van"]);
    let (Some(before), particles) = view.before_particles(at) else { return false };
    if particles == 0 || follows_surname_first(view, states, at) {
        return false;
    }
    let classes = view.sights[at].classes;
    let surname = classes.is(Classes::SURNAME);
    let after_van = surname && VAN.contains(&view.tokens[at - 1].hash);
    let certain = || has_particles_of_names(view, at, particles);
    match view.sights[before].cue {
        // `MEVROUW VAN OS`
        Cue::Title => (after_van && classes.is(Classes::BRAND)) || certain(),
        Cue::Role | Cue::Kin => surname && certain(),
        _ => {
            let given = signs::is_given(view, states, before) && !view.sights[before].classes.is(Classes::ORDINARY);
            // `ilse van beek`
            given && ((after_van && view.cue(at) == Cue::PlaceHead) || certain())
        }
    }
}

/// Whether the particles before a word belong to a surname before them: `Veen, Froukje van der gesproken`.
pub fn follows_surname_first(view: &View<'_>, states: &[State], at: usize) -> bool {
    let (before, particles) = view.before_particles(at);
    let is_person = |at: usize| states[at].is_person();
    particles > 0
        && before.is_some_and(|at| at > 0 && view.tokens[at].gap.has_comma() && is_person(at) && is_person(at - 1))
}

/// Whether the particles before a word hardly stand anywhere but in names: `van der`, whatever the word, and `ter`, `van 't`
/// and `v.d.` before a surname; not those of `den haag` and `uit den bosch`.
fn has_particles_of_names(view: &View<'_>, at: usize, particles: usize) -> bool {
    let Sight { classes, within_thing, .. } = view.sights[at];
    let surname = classes.is(Classes::SURNAME);
    let place = within_thing || classes.is(Classes::PLACE_PART.or(Classes::PLACE));
    let of_place = (within_thing && particles == 1) || (place && view.is_preposition(at - particles));
    let old = view.follows_old_particle(at) && (surname || DER.contains(&view.tokens[at - 1].hash));
    let short = || particles > 1 && surname && (view.is_article_cut_short(at - 1) || view.is(at - 1, "d"));
    (old && !of_place) || short()
}

/// Whether an initial and a surname stand in small letters: `j. van dijk`. The letter that ends `i.v.m.` is none; a word
/// such as `groot` needs someone who is spoken of: `dat zei j. de groot`.
fn follows_small_initial(view: &View<'_>, at: usize) -> bool {
    const BEFORE_PEOPLE: [WordHash; 9] =
        hashes(["aan", "bij", "door", "met", "namens", "tegen", "van", "volgens", "en"]);
    let (classes, old) = (view.sights[at].classes, view.follows_old_particle(at));
    if view.is_capital(at) || !(old || classes.is(Classes::SURNAME)) {
        return false;
    }
    let Some(initial) = small_initial(view, at) else { return false };
    let word = classes.is(Classes::MOSTLY_WORD) && !old;
    let plain = classes.is(Classes::SURNAME) && !word && matches!(view.cue(at), Cue::None | Cue::Role);
    let before = view.tokens[initial - 1].hash;
    plain || view.cue(initial - 1) == Cue::Says || SPEAKS.contains(&before) || BEFORE_PEOPLE.contains(&before)
}

/// The place of the initial in small letters before a word and its particles, within a sentence.
fn small_initial(view: &View<'_>, at: usize) -> Option<usize> {
    let letter = |here: usize| {
        let token = &view.tokens[here];
        token.length == 1 && !token.digits && !view.is_article_cut_short(here)
    };
    let is_particle = |here: &usize| view.is_particle(*here) && !letter(*here);
    let particles = (0..at).rev().take(MOST_PARTICLES).take_while(is_particle).count();
    let initial = (at - particles).checked_sub(1)?;
    let alone = initial > 0 && !letter(initial - 1) && view.between(initial) == " ";
    let dotted = || letter(initial) && matches!(view.between(initial + 1), "." | ". ");
    let reads_on = || (initial + 2..=at).all(|here| view.joined(here));
    (alone && dotted() && !view.tokens[initial].capital && reads_on()).then_some(initial)
}

/// Whether someone is called by a given name that is a word too: `mijn dochter roos heeft`, `ene mark zei`, `toen belde roos`,
/// `hoi mark,`, in capitals as well.
fn is_called(view: &View<'_>, at: usize) -> bool {
    const ONE: [WordHash; 3] = hashes(["ene", "zekere", "collega"]);
    let classes = view.sights[at].classes;
    let other = Classes::MOSTLY_WORD.or(Classes::CALENDAR).or(Classes::BRAND);
    let named = classes.is(Classes::GIVEN) && !classes.is(other) && view.sights[at].cue == Cue::None;
    if !named || !view.joined(at) && !view.is_closing(at) {
        return false;
    }
    let someone = || view.cue(at - 1) == Cue::Kin || ONE.contains(&view.tokens[at - 1].hash);
    let acts = || view.joined(at + 1) && view.cue(at + 1) == Cue::Says;
    // `roos of roosmarijn`
    let either = || {
        let other = at + 2;
        ["of", "OF"].iter().any(|word| view.is(at + 1, word))
            && view.joined(other)
            && view.sights[other].classes.is(Classes::GIVEN)
            && !view.sights[other].classes.is(Classes::ORDINARY)
    };
    (someone() && acts())
        || either()
        || (!is_also_small_word(view, at) && (is_spoken_of(view, at) || is_greeted(view, at)))
}

/// Whether a given name is a word that may stand behind any verb as well: `belde elke dag`, `sprak dan`.
fn is_also_small_word(view: &View<'_>, at: usize) -> bool {
    const SHORTEST: usize = 4;
    const WORDS: [WordHash; 8] = hashes(["bent", "constant", "dien", "dies", "elke", "erna", "made", "rein"]);
    view.tokens[at].length < SHORTEST || WORDS.contains(&view.tokens[at].hash)
}

/// Whether what was done, or whose word or name it is, stands right before a word: `toen belde roos`, `volgens mark`.
fn is_spoken_of(view: &View<'_>, at: usize) -> bool {
    const OF: [WordHash; 4] = hashes(["heet", "heette", "namens", "volgens"]);
    let before = view.tokens[at - 1].hash;
    SPEAKS.contains(&before) || OF.contains(&before)
}

/// Whether a greeting begins or ends a message right before a word, and nothing follows it on its line but a comma: `hoi
/// roos,`.
fn is_greeted(view: &View<'_>, at: usize) -> bool {
    let greeting = at - 1;
    let starts = view.sights[greeting].first || view.starts_line(greeting) || view.is_closing(at);
    let behind = view.between(at + 1);
    starts && view.cue(greeting) == Cue::Naming && (behind.starts_with([',', '\n', '!']) || at + 1 == view.tokens.len())
}

/// Whether `van der` and a surname are written in one, or the surname stands behind it: `vandermeer`, `van der meer`.
fn follows_van_der_in_small(view: &View<'_>, states: &[State], at: usize) -> bool {
    const SHORTEST: usize = 8;
    let (token, sight) = (&view.tokens[at], &view.sights[at]);
    if sight.classes.is(Classes::SURNAME) {
        return !sight.within_thing && view.follows_van_der(at) && !follows_surname_first(view, states, at);
    }
    let word = &view.text[token.start..token.end];
    let starts = |with: &str| word.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with));
    token.length >= SHORTEST && sight.classes.is_unlisted() && (starts("vander") || starts("vanden"))
}

/// Whether a neighbour or someone at work bears a surname that is a trade or place too, and does what people do:
/// `advocaat bakker schreef mij`.
fn follows_role(view: &View<'_>, at: usize) -> bool {
    let classes = view.sights[at].classes;
    classes.is(Classes::SURNAME)
        && !classes.is(Classes::MOSTLY_WORD)
        && view.joined(at)
        && matches!(view.cue(at - 1), Cue::Role | Cue::Kin)
        && view.joined(at + 1)
        && SPEAKS.contains(&view.tokens[at + 1].hash)
}

/// Whether two words that are no Dutch ones stand side by side, as a given name and a surname do: `hiroshi tanaka`.
fn is_pair(view: &View<'_>, given: usize, surname: usize) -> bool {
    let word = Classes::ORDINARY.or(Classes::FOREIGN).or(Classes::BRAND).or(Classes::PARTICLE);
    let is = |at: usize, name: Classes| {
        let sight = &view.sights[at];
        sight.classes.is(name) && !sight.classes.is(word) && sight.cue == Cue::None && view.tokens[at].length > 2
    };
    surname < view.tokens.len()
        && is(surname, Classes::SURNAME.or(Classes::SURNAME_ABROAD))
        && is(given, Classes::GIVEN.or(Classes::GIVEN_ABROAD))
        && view.joined(surname)
        && !view.sights[surname].within_thing
}

/// Whether a word in small letters, or in capitals among capitals, is written so that it may be a name at all.
pub fn may_be_small(view: &View<'_>, states: &[State], at: usize) -> bool {
    let sight = &view.sights[at];
    let before = || match view.before_particles(at) {
        (Some(before), _) if !(before + 1..at).any(|at| view.is_preposition(at)) => Some(before),
        _ => None,
    };
    let after_title = || before().is_some_and(|at| view.sights[at].cue == Cue::Title);
    let after_name = || before().is_some_and(|at| states[at].is_person());
    // `J.H. TEN BRUGGENCATE`
    let after_initial = || before().is_some_and(|at| view.is_initial(at));
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
        // `femke de boer`, `heleen koopman`, `roos kok`
        let called = || before().is_some_and(|at| states[at].is_person() && view.joined(at) && is_called(view, at));
        // `kyra staat erop`
        let verb = sight.classes.is(Classes::MOSTLY_WORD) && view.sights[at].cue == Cue::PlaceHead;
        let of_given = || {
            (trade && !verb && (view.small || view.is_shouted(at)) && follows_given(view, at))
                || ((trade || plain) && called())
        };
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
            && (after_name() || after_title() || after_initial() || after_role() || after_link())
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

#[cfg(test)]
mod tests {
    use super::super::tests::people;

    #[test]
    fn a_name_without_capitals_goes_where_someone_is_announced() {
        for (text, found) in [
            ("mijn dochter roos heeft ook gebeld", "roos"),
            ("mijn dochter storm lopen laten", ""),
            ("dat zei j. van dijk, en ook p. bakker", "dijk; bakker"),
            ("dat was i.v.m. de brand, n.a.v. groen en p. 12", ""),
            ("dat zei j. de groot van de boekhouding", "groot"),
            ("dat wist p. van 't hof ook", "hof"),
            ("zie sub b. de groep, onder c. van de post", ""),
            ("ik sprak mevrouw van der meer gisteren", "van der meer"),
            ("volgens dhr. van den bosch klopt het", "van den bosch"),
            ("de mevrouw uit den bosch, die mevrouw ten onrechte boos maakte", ""),
            ("TOEN BELDE MEVROUW VAN OS MIJ TERUG.", "VAN OS"),
            (
                "toen belde ilse van beek mij, en ilse van 't hof, en ilse van kantoor",
                "ilse van beek; ilse van 't hof; ilse",
            ),
            ("ik sprak met hiroshi tanaka over de nota", "hiroshi tanaka"),
            ("toen belde roos mij, en volgens mark bos klopt het", "roos; mark bos"),
            ("hoi storm,\n\nhij belde elke dag\n\ngroeten, iris", "storm; iris"),
            ("advocaat bakker schreef mij, buurvrouw van den berg zag het", "bakker; van den berg"),
            ("jan v.d. berg tekende, petra vandermeer niet", "jan v.d. berg; petra vandermeer"),
            ("ze heet volgens mij roos of roosmarijn", "roos; roosmarijn"),
            ("DE HEER J.H. TEN ZWAMMERKATE EN MW. A.B. ZWAMMERGA", "J.H. TEN ZWAMMERKATE; A.B. ZWAMMERGA"),
            ("NAMENS KEES BAKKER DIEN IK EEN KLACHT IN.", "KEES BAKKER"),
        ] {
            assert_eq!(people(text), found, "{text}");
        }
    }
}
