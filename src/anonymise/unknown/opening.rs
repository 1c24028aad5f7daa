//! What a sentence opens with. In: the word there and what follows it. Out: whether it is a word of the language there,
//! though it is in a list of names.

use super::super::fold::{WordHash, hashes};
use super::super::lexicon::{Classes, Cue};
use super::State;
use super::sight::{NAME, View};

/// Whether a word begins the name of a part of an organisation, which is called after its work.
pub fn is_unit(view: &View<'_>, at: usize) -> bool {
    const UNITS: [WordHash; 12] = hashes([
        "afdeling",
        "balie",
        "bureau",
        "cluster",
        "commissie",
        "cursus",
        "dienst",
        "loket",
        "module",
        "sectie",
        "team",
        "werkgroep",
    ]);
    UNITS.contains(&view.tokens[at].hash)
}

/// Whether a word with this cue begins sentences far more often than it names someone.
pub fn is_small_word(cue: Cue) -> bool {
    matches!(
        cue,
        Cue::Determiner
            | Cue::Link
            | Cue::PlacePreposition
            | Cue::AgentPreposition
            | Cue::Conjunction
            | Cue::Pronoun
            | Cue::OrganisationHead
    )
}

/// Whether what starts a sentence is a verb: `Wil je dat doen?`, `Kan Stroomgoed dat doen?`, `Laat een ander
/// meelezen.`
pub fn asks(view: &View<'_>, at: usize) -> bool {
    let next = at + 1;
    let before_thing = || !view.is_capital(next) && !view.is_capital(next + 1);
    let before_name = || view.is_capital(next) && !view.sights[next].classes.is(Classes::SURNAME);
    view.joined(next)
        && match view.sights[next].cue {
            Cue::Pronoun => true,
            // `Wil mevrouw De Roos komen?`
            Cue::Title => view.sights[at].cue == Cue::Says && !view.is_capital(next),
            Cue::Determiner => before_thing(),
            _ => view.sights[at].cue == Cue::Says && before_name(),
        }
}

/// Whether a verb and its subject follow a word, so that it is no subject itself: `Post kreeg ik`, `Zuur is het`.
pub fn is_before_subject(view: &View<'_>, at: usize) -> bool {
    const SUBJECTS: [&str; 8] = ["hij", "ik", "je", "jij", "jullie", "men", "we", "wij"];
    let (verb, subject) = (at + 1, at + 2);
    view.joined(verb)
        && view.joined(subject)
        && !view.tokens[verb].capital
        && !matches!(
            view.sights[verb].cue,
            Cue::Link | Cue::PlacePreposition | Cue::AgentPreposition | Cue::Determiner | Cue::Pronoun
        )
        && (SUBJECTS.iter().any(|word| view.is(subject, word))
            || ((view.is(verb, "is") || view.is(verb, "was")) && view.is(subject, "het")))
}

/// Whether a word is a verb of what things do as well as people.
pub fn is_state(view: &View<'_>, at: usize) -> bool {
    const STATES: [&str; 19] = [
        "bleef", "bleek", "blijft", "blijkt", "duurde", "duurt", "is", "komt", "kwam", "kwamen", "lag", "ligt",
        "staat", "stond", "waren", "was", "werd", "werden", "wordt",
    ];
    STATES.iter().any(|word| view.is(at, word))
}

/// Whether what stands behind an ordinary word that starts a sentence tells that it is no name: `Punt 4 klopt niet`,
/// `Kort daarna`, `Hoop dat u belt`, `Groot was onze schrik`.
pub fn begins_as_word(view: &View<'_>, at: usize) -> bool {
    const ADVERBS: [WordHash; 6] = hashes(["kort", "snel", "lang", "hoog", "goed", "zo"]);
    const BEHIND_ADVERBS: [WordHash; 18] = hashes([
        "daarna",
        "daarop",
        "daarvoor",
        "erna",
        "ervoor",
        "erop",
        "na",
        "voor",
        "nadat",
        "voordat",
        "geleden",
        "genoeg",
        "niet",
        "tijd",
        "werd",
        "wordt",
        "samengevat",
        "gezegd",
    ]);
    const ADJECTIVES: [WordHash; 4] = hashes(["groot", "klein", "goed", "lang"]);
    const AFTER_WISH: [WordHash; 4] = hashes(["graag", "dat", "weten", "alleen"]);
    let next = at + 1;
    // `Wil graag gebeld worden`
    if view.is(at, "Wil") && view.joined(next) && AFTER_WISH.contains(&view.tokens[next].hash) {
        return true;
    }
    if !view.joined(next) || view.sights[at].classes.is(Classes::GIVEN) {
        return view.joined(next) && is_paired(view, at);
    }
    let any = |words: &[WordHash], at: usize| words.contains(&view.tokens[at].hash);
    let is_reversed = || {
        any(&hashes(["was", "is", "werd"]), next)
            && view.joined(next + 1)
            && view.sights[next + 1].cue == Cue::Determiner
    };
    view.tokens[next].digits
        || any(&hashes(["dat", "dit"]), next)
        || is_paired(view, at)
        || (any(&ADVERBS, at) && any(&BEHIND_ADVERBS, next))
        || (any(&ADJECTIVES, at) && is_reversed())
}

/// Whether a greeting that has a line to itself is for nobody in particular: `Beste Mensen,`, `Goedemiddag Allen`.
pub fn is_greeted_as_one_of_many(view: &View<'_>, at: usize) -> bool {
    let Some(greeting) = at.checked_sub(1) else { return false };
    let classes = view.sights[at].classes;
    let plain = classes.is(Classes::MOSTLY_WORD) && !classes.is(Classes::GIVEN);
    let starts = view.sights[greeting].first || view.starts_line(greeting);
    let ends = || at + 1 == view.tokens.len() || view.between(at + 1).starts_with([',', '\n', '!']);
    plain && view.joined(at) && starts && view.cue(greeting) == Cue::Naming && !view.between(at).contains(':') && ends()
}

/// Whether an adjective stands before a room or a building, and both have a capital: `De Grote Zaal`.
pub fn is_of_room(view: &View<'_>, at: usize) -> bool {
    const ROOMS: [WordHash; 8] = hashes(["foyer", "hal", "kamer", "kerk", "markt", "toren", "zaal", "zolder"]);
    const ADJECTIVES: [WordHash; 6] = hashes(["grote", "hoge", "kleine", "lange", "oude", "witte"]);
    view.joined(at + 1)
        && view.is_capital(at + 1)
        && ADJECTIVES.contains(&view.tokens[at].hash)
        && ROOMS.contains(&view.tokens[at + 1].hash)
}

/// Whether a word is a part of something that is counted, within a sentence: `Boek 7, Titel 10`.
pub fn is_numbered(view: &View<'_>, at: usize) -> bool {
    let classes = view.sights[at].classes;
    let is_word = classes.is(Classes::MOSTLY_WORD) || (classes.is(Classes::ORDINARY) && !classes.is(NAME));
    let follows_capital = at > 0 && view.joined(at) && (view.is_capital(at - 1) || view.cue(at - 1) == Cue::Title);
    is_word && !follows_capital && view.joined(at + 1) && view.tokens[at + 1].digits
}

/// Whether an ordinary word stands by itself where people are hardly named: `de knop Bestellen`, `een 8 voor Inhoud`,
/// `Toeslag, Korting en Overig`.
pub fn labels(view: &View<'_>, states: &[State], at: usize) -> bool {
    const BEFORE_PEOPLE: [WordHash; 7] = hashes(["cc", "door", "met", "namens", "tav", "tegen", "volgens"]);
    let Some(before) = at.checked_sub(1) else { return false };
    let next = at + 1;
    let after_someone = || {
        let told = matches!(view.cue(before), Cue::Title | Cue::Kin | Cue::Role | Cue::Naming | Cue::Says);
        told || BEFORE_PEOPLE.contains(&view.tokens[before].hash)
            || states[before].is_person()
            || (view.is_particle(before) && !view.is_preposition(before))
            || view.is_initial(before)
    };
    let acts = || view.joined(next) && (view.is_capital(next) || view.cue(next) == Cue::Says);
    let small = || !view.is_capital(before) || (view.sights[before].first && is_small_word(view.cue(before)));
    let alone = || view.joined(at) && small() && !after_someone();
    let listed = || {
        let classes = view.sights[before].classes;
        let label = classes.is(Classes::ORDINARY) && !classes.is(NAME) && !states[before].is_person();
        view.tokens[at].gap.has_comma() && view.is_capital(before) && label
    };
    (alone() || listed()) && !acts()
}

/// Whether a thing in small letters stands beside the word, or the word itself again: `Vos en haas`, `Stap voor stap`.
fn is_paired(view: &View<'_>, at: usize) -> bool {
    let (next, other) = (at + 1, at + 2);
    let plain = || {
        let classes = view.sights[other].classes;
        let thing = match view.cue(other) {
            Cue::None | Cue::OrganisationHead | Cue::PlaceHead => true,
            // `Bakker of slager`, `Vader noch moeder`
            cue @ (Cue::Role | Cue::Kin) => view.sights[at].cue == cue,
            _ => false,
        };
        classes.is(Classes::ORDINARY) && !classes.is(Classes::GIVEN) && thing
    };
    view.joined(other)
        && !view.tokens[other].capital
        && !view.tokens[other].digits
        && ((view.sights[next].cue == Cue::Link && plain()) || view.tokens[other].hash == view.tokens[at].hash)
}
