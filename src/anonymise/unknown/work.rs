//! What is called after its work: departments, offices, courses, forms. In: the words of a text. Out: which of them
//! name that, and nobody.

use super::super::fold::{WordHash, hash, hashes};
use super::super::lexicon::{Classes, Cue, look_up};
use super::State;
use super::endings::{FIELD, OFFICE, PAPER, PLACE, SURNAME, TRADE, ends_with};
use super::sight::{NAME, View};

/// Hardly anyone is called an ordinary word of so many letters that no list of names has.
const LONG_WORD: usize = 9;

/// Surnames end as verbs do, but hardly any of so many letters.
const LONG_VERB: usize = 8;

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
    if is_used(view, at) || is_made_of_words(view, at) {
        return true;
    }
    let word = &view.text[token.start..token.end];
    // `Wereldvrouwendag`
    let is_day = token.length >= LONG_WORD && ends_with(word, &["dag"]);
    let of_field = ends_with(word, &FIELD) && (classes.is(Classes::ORDINARY) || view.is_compound(at));
    if is_day || of_field || ends_with(word, &PAPER) || ends_with(word, &OFFICE) {
        return true;
    }
    let after_role = at > 0 && view.joined(at) && view.cue(at - 1) == Cue::Role;
    let emphasised = view.sights[at].capitals && !view.is_shouted(at) && !after_role;
    // `Ga zitten, Peperkorrel`
    let is_long =
        token.length >= LONG_WORD && view.joined(at) && !after_role && !ends_with(word, &["ling", "er", "erij"]);
    let of_office = !before_name && follows_office(view, at);
    // `Opslaan lukt niet, Annuleren wel`
    let is_verb = || token.length >= LONG_VERB && ends_with(word, &["eren"]);
    classes.is(Classes::ORDINARY) && (is_long || emphasised || of_office || ends_with(word, &TRADE) || is_verb())
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

/// Whether a word stands where programs and services do: `de koppeling met Loonpunt`, `wij gebruiken Loonpunt`.
fn is_used(view: &View<'_>, at: usize) -> bool {
    const USE: [WordHash; 2] = hashes(["gebruik", "gebruiken"]);
    const ACCESS: [WordHash; 12] = hashes([
        "abonnement",
        "export",
        "import",
        "ingelogd",
        "inlog",
        "inloggen",
        "koppeling",
        "licentie",
        "migratie",
        "overgestapt",
        "overstappen",
        "update",
    ]);
    let before = |back: usize, words: &[WordHash]| at >= back && words.contains(&view.tokens[at - back].hash);
    let preposition = || matches!(view.cue(at - 1), Cue::PlacePreposition | Cue::AgentPreposition);
    view.joined(at) && (before(1, &USE) || (at > 1 && preposition() && view.joined(at - 1) && before(2, &ACCESS)))
}

/// Whether a word that no list has is made of two ordinary ones of some length, the last of which is neither name nor
/// place, nor ends as trades do: `Ledenkaart`, but not `Wijntuin` nor `Hoedemaker`. One in some hundreds of surnames
/// is written so.
fn is_made_of_words(view: &View<'_>, at: usize) -> bool {
    const SHORTEST: usize = 9;
    const SHORTEST_PART: usize = 4;
    // Surnames end in `ing`, but in no word of so many letters.
    const SHORTEST_DOING: usize = 8;
    const OF_PEOPLE: [&str; 6] = ["er", "ers", "aar", "aars", "en", "e"];
    let token = &view.tokens[at];
    let word = &view.text[token.start..token.end];
    let length = token.length >= SHORTEST && view.is_compound(at);
    if !length || OF_PEOPLE.iter().any(|ending| word.ends_with(ending)) {
        return false;
    }
    let is_first = |part: &str| look_up(hash(part)).is(Classes::ORDINARY);
    let as_name = ends_with(word, &SURNAME) || ends_with(word, &PLACE);
    // `Klachtbehandeling`
    let is_doing = |part: &str| part.len() >= SHORTEST_DOING && part.ends_with("ing");
    (SHORTEST_PART..=word.len() - SHORTEST_PART).any(|middle| {
        let (first, last) = word.split_at(middle);
        let classes = look_up(hash(last));
        let tells_someone = matches!(classes.cue(), Cue::Role | Cue::Kin);
        classes.is(Classes::ORDINARY)
            && (!as_name || is_doing(last))
            && !tells_someone
            && !classes.is(NAME.or(Classes::PLACE).or(Classes::PLACE_PART))
            && (is_first(first) || first.strip_suffix('s').is_some_and(is_first))
    })
}
