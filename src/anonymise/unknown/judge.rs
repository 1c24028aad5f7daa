//! The judgement. In: the words of a text, from the first to the last. Out: which of them name someone.

use super::super::fold::WordHash;
use super::super::lexicon::{Classes, Cue};
use super::announced::is_announced;
use super::opening::{
    asks, begins_as_word, is_before_subject, is_greeted_as_one_of_many, is_numbered, is_of_room, is_small_word,
    is_unit, labels,
};
use super::sight::{NAME, Sight, View};
use super::sign::Signs;
use super::signs;
use super::small::may_be_small;
use super::work::is_of_work;
use super::{Ground, State};

/// A word that may be a name, with the points of the signs around it.
#[derive(Clone, Copy, Debug)]
pub struct Weighed {
    /// Its place.
    pub at: usize,
    /// The word.
    pub hash: WordHash,
    /// Its points.
    pub points: i32,
}

/// Judges all words that are open: each by itself first, and then with what the same word tells elsewhere.
pub fn judge(view: &View<'_>, states: &mut [State], weighed: &mut Vec<Weighed>) {
    weighed.clear();
    for at in 0..states.len() {
        if states[at] != State::Open {
            continue;
        }
        if is_announced(view, states, at) {
            states[at] = State::Found(Ground::Context);
        } else if may_name(view, states, at) {
            let points = signs::read(view, states, at).points();
            settle(view, states, at, points);
            weighed.push(Weighed { at, hash: view.tokens[at].hash, points });
        }
    }
    weighed.sort_unstable_by_key(|word| (word.hash, word.at));
    for same in weighed.chunk_by(|one, other| one.hash == other.hash).filter(|same| same.len() > 1) {
        let all: i64 = same.iter().map(|word| i64::from(word.points)).sum();
        // `Rook zagen wij niet`, though someone else in the text is called Rook.
        let is_word = |at: usize| {
            let Sight { classes, first, .. } = view.sights[at];
            first && classes.is(Classes::MOSTLY_WORD) && is_before_subject(view, at)
        };
        for word in same.iter().filter(|word| !is_word(word.at)) {
            settle(view, states, word.at, word.points + elsewhere(all, same.len(), word.points).points());
        }
    }
}

/// The signs of a word's other places.
pub fn elsewhere(all: i64, count: usize, own: i32) -> Signs {
    signs::elsewhere((all - i64::from(own)) / (i64::try_from(count).unwrap_or(i64::MAX) - 1))
}

/// Judges what stands beside words that were found elsewhere: `Ank Verschoor`, once `Ank` is known.
pub fn judge_again(view: &View<'_>, states: &mut [State]) {
    for at in 1..states.len() {
        let beside = view.before_particles(at).0.is_some_and(|before| states[before] == State::Found(Ground::Spread));
        if states[at] == State::Open && beside && may_name(view, states, at) {
            let points = signs::read(view, states, at).points();
            settle(view, states, at, points);
        }
    }
}

fn settle(view: &View<'_>, states: &mut [State], at: usize, points: i32) {
    let classes = view.sights[at].classes;
    let listed = classes.is(NAME) && !classes.is(Classes::ORDINARY);
    let ground = if listed { Ground::Listed } else { Ground::Context };
    states[at] = if points > 0 { State::Found(ground) } else { State::Open };
}

/// Whether a word is written so that it may be a name at all.
pub fn may_name(view: &View<'_>, states: &[State], at: usize) -> bool {
    const LONGEST_IN_CODE: usize = 4;
    let (token, sight) = (&view.tokens[at], &view.sights[at]);
    if token.digits || token.length < 2 {
        return false;
    }
    if view.is_byline(at) || follows_joining_letter(view, states, at) {
        return true;
    }
    // `JvdH/26`
    if view.tokens.get(at + 1).is_some_and(|next| next.length == 1 && !next.digits && view.is_glued(at + 1)) {
        return false;
    }
    // Nearly all words of a text end here.
    if !token.capital && sight.classes.is(Classes::ORDINARY) && !sight.classes.is(Classes::SURNAME) {
        return false;
    }
    if sight.within_thing || addresses(view, states, at) || view.is_in_date(at) || is_thing(view, states, at) {
        return false;
    }
    let glued = || token.gap.is_hyphen() || view.between(at) == "/";
    // `5CG1234XYZ`
    let coded = || view.is_glued(at) && token.length <= LONGEST_IN_CODE && !sight.classes.is(NAME);
    let tied = at > 0 && sight.capitals && view.tokens[at - 1].digits && (glued() || coded());
    if tied || is_strange(view, at) || is_town_behind_postcode(view, states, at) || is_town_at_comma(view, states, at) {
        return false;
    }
    if is_of_work(view, states, at) || is_part_of_law(view, at) {
        return false;
    }
    if token.capital && !view.is_shouted(at) {
        return may_be_capital(view, states, at);
    }
    may_be_small(view, states, at)
}

/// Whether a word is a number in Roman figures behind what is counted: `bijlage XIII`.
fn is_part_of_law(view: &View<'_>, at: usize) -> bool {
    view.joined(at)
        && view.is_roman(at)
        && !view.tokens[at - 1].capital
        && view.sights[at - 1].classes.is(Classes::ORDINARY)
        && matches!(view.cue(at - 1), Cue::None | Cue::OrganisationHead)
}

/// Whether a word stands before a name, and is none: `Dag Ilse`, `Portier Hassan was er snel bij`.
fn addresses(view: &View<'_>, states: &[State], at: usize) -> bool {
    let sight = &view.sights[at];
    let starts = sight.first || view.starts_line(at);
    let before_name = view.joined(at + 1) && view.is_capital(at + 1);
    let of_given = || at > 0 && view.joined(at) && signs::is_given(view, states, at - 1);
    match sight.cue {
        // `Haije-Jan`
        Cue::Naming if before_name && view.tokens[at + 1].gap.is_hyphen() => false,
        // `onze receptioniste Lieve Claes`, but not `hallo Lieve Anna`
        Cue::Naming if !starts && view.is_capital(at) && sight.classes.is(Classes::GIVEN) && view.joined(at) => {
            view.cue(at - 1) == Cue::Naming && before_name
        }
        // `Tineke Prins` has a surname, `Prins Hendrik` a title.
        Cue::Title | Cue::Naming if sight.classes.is(Classes::SURNAME) && of_given() => false,
        Cue::Title | Cue::Naming => starts || view.is_capital(at + 1),
        Cue::Role | Cue::Kin => {
            // `Koster Jan` in a list may be a surname before a given name.
            let (_, last) = view.run(at + 1);
            let reads_on = || view.joined(last + 1) && !view.tokens[last + 1].capital;
            // `Hoofd Inkoop`
            let of_department = || {
                let classes = view.sights[at + 1].classes;
                classes.is(Classes::ORDINARY) && !classes.is(NAME)
            };
            starts && before_name && !sight.capitals && (reads_on() || of_department())
        }
        _ => false,
    }
}

/// Whether a word in small letters belongs to a sentence in another language: `made jokes about my name`; after a
/// name with a capital, `Jelle hawwe wy`, no list need have it.
fn is_strange(view: &View<'_>, at: usize) -> bool {
    let (token, classes) = (&view.tokens[at], view.sights[at].classes);
    let after_capital = || view.before_particles(at).0.is_some_and(|before| view.is_capital(before));
    let told = classes.is(Classes::FOREIGN) && !classes.is(NAME);
    let strange = || classes.is(Classes::FOREIGN) || (!classes.is(Classes::GIVEN) && after_capital());
    !token.capital && (told || (strange() && view.is_among_strange(at)))
}

/// Whether a town ends a line behind a name or an address and a comma (`Anke ten Brinke, Lochem`), has the line behind
/// a name to itself, or begins a letter (`Lochem, 3 mei`).
fn is_town_at_comma(view: &View<'_>, states: &[State], at: usize) -> bool {
    let classes = view.sights[at].classes;
    let ends = || at + 1 == view.tokens.len() || view.between(at + 1).contains('\n');
    let whole = || at > 1 && view.joined(at - 1) && (states[at - 2].is_person() || view.is_initial(at - 2));
    let no_surname = classes.is(Classes::RENOWNED) || !classes.is(Classes::SURNAME) || whole();
    let behind = || {
        let own_line = no_surname && view.between(at).trim_matches(' ') == "\n";
        (view.tokens[at].gap.has_comma() || own_line)
            && (states[at - 1].is_person() || states[at - 1] == State::Taken)
            && ends()
    };
    let is_town = classes.is(Classes::PLACE) && !classes.is(Classes::GIVEN);
    if view.heads_letter(at) && (is_town || classes.is_unlisted()) {
        return true;
    }
    let begins = at == 0 || (view.tokens[at].gap.has_line() && states.get(at + 1) == Some(&State::Taken));
    is_town && ((begins && view.between(at + 1).starts_with(", ")) || (at > 0 && behind()))
}

/// Whether a word is the first or second of a town behind a postcode: `6681 BL Bemmel`.
fn is_town_behind_postcode(view: &View<'_>, states: &[State], at: usize) -> bool {
    const LETTERS: usize = 2;
    const FIGURES: usize = 4;
    let same_line = |at: usize| !view.tokens[at].gap.has_line();
    let ends_postcode = |at: usize| {
        let is = |at: usize, length: usize, digits: bool| {
            let token = &view.tokens[at];
            states[at] == State::Taken && token.length == length && token.digits == digits
        };
        at > 0 && is(at, LETTERS, false) && is(at - 1, FIGURES, true)
    };
    let second = || at > 1 && view.joined(at) && view.is_capital(at - 1) && ends_postcode(at - 2) && same_line(at - 1);
    at > 0 && same_line(at) && (ends_postcode(at - 1) || second())
}

/// The same for a word whose capital tells something, or would within a sentence.
fn may_be_capital(view: &View<'_>, states: &[State], at: usize) -> bool {
    let sight = &view.sights[at];
    let name = sight.classes.is(NAME);
    let (before, particles) = view.before_particles(at);
    let starts = sight.first || view.starts_line(at);
    let ordinary = sight.classes.is(Classes::ORDINARY);
    let given = || before.is_some_and(|before| signs::is_given(view, states, before));
    // `Chiara van Financiën`, but not `Jan van Ark`
    const SHORTEST_DEPARTMENT: usize = 8;
    let head = matches!(sight.cue, Cue::OrganisationHead | Cue::PlaceHead);
    if ordinary
        && !name
        && particles == 1
        && view.is(at - 1, "van")
        && (head || view.tokens[at].length >= SHORTEST_DEPARTMENT)
    {
        return false;
    }
    // `Then she asked me`
    if sight.classes.is(Classes::FOREIGN) && !sight.classes.is(Classes::GIVEN) && view.is_among_strange(at) {
        return false;
    }
    // `artikel 225 Sr`
    if view.is(at, "Sr") && at > 0 && view.tokens[at - 1].digits && view.tokens[at].gap.joins(false) {
        return false;
    }
    // `2.180 Euro`
    if ordinary && !name && at > 0 && view.tokens[at - 1].digits && view.tokens[at].gap.joins(false) {
        return false;
    }
    if is_coupled(view, at) {
        return false;
    }
    if particles > 0 && !(ordinary && !name && starts) && given() {
        // `Kimberly te Winkel`
        return true;
    }
    // `Host: Ilse`, `Buskosten: 12 euro`
    let home = sight.classes.is(Classes::GIVEN.or(Classes::SURNAME));
    let word = || ordinary || sight.classes.is(Classes::FOREIGN) || view.is_compound(at);
    if starts && !home && view.between(at + 1).starts_with(':') && word() {
        return false;
    }
    if is_greeted_as_one_of_many(view, at)
        || is_numbered(view, at)
        || is_of_room(view, at)
        || (ordinary && !name && !starts && labels(view, states, at))
    {
        return false;
    }
    // `Afdeling Post`
    if sight.classes.is(Classes::MOSTLY_WORD) && at > 0 && view.joined(at) && is_unit(view, at - 1) {
        return false;
    }
    let word = || !name || is_small_word(sight.cue) || asks(view, at) || begins_as_word(view, at);
    let opens = ordinary && starts && word();
    // `Klaassen-Bisschop`
    let married = view.tokens[at].gap.is_hyphen() && at > 0 && states[at - 1].is_person();
    let cue = ordinary && !name && sight.cue != Cue::None && !married;
    let particle = view.is_particle(at) && !name;
    !(opens || cue || particle)
}

/// Whether the letter that joins the words of Chinese names in Surinam stands between a word and a name: `Tjon A Fat`.
fn follows_joining_letter(view: &View<'_>, states: &[State], at: usize) -> bool {
    at > 1
        && view.is(at - 1, "A")
        && states[at - 2].is_person()
        && view.joined(at - 1)
        && view.joined(at)
        && view.is_capital(at)
        && matches!(view.between(at), " " | "-")
}

/// Whether `&` ties a word to another, and one of them is no name: `Klant & Markt`, `Planning & Control`, `Tuin & Doen`;
/// `Kees & Ans` are people.
fn is_coupled(view: &View<'_>, at: usize) -> bool {
    let word = |at: usize| {
        let classes = view.sights[at].classes;
        classes.is(Classes::ORDINARY.or(Classes::FOREIGN)) && !classes.is(Classes::GIVEN)
    };
    let plain = |at: usize| word(at) && !view.sights[at].classes.is(NAME);
    // `Helder & Zn`, but not `Zorg & Co`
    let of_owner = |at: usize| {
        let owner = ["Zn", "Zonen", "Zoon", "Dochters", "Co"].iter().any(|word| view.is(at, word));
        owner && at > 0 && view.sights[at - 1].classes.is(NAME)
    };
    let tied = |at: usize| view.between(at).trim() == "&" && !of_owner(at);
    let no_word = |at: usize| view.sights[at].classes.is(Classes::GIVEN) && !view.is(at, "Co");
    let mostly = |other: usize| view.sights[at].classes.is(Classes::MOSTLY_WORD) && !no_word(other);
    let coupled = |other: usize| {
        plain(at) || (view.is(at, "Co") && plain(other)) || (word(at) && (plain(other) || mostly(other)))
    };
    (at > 0 && tied(at) && coupled(at - 1)) || (at + 1 < view.tokens.len() && tied(at + 1) && coupled(at + 1))
}

/// Whether a few letters, of which the first alone is a capital, stand before what may be a surname: `Ibo Şimşek` has
/// nothing of the abbreviation `IBO`.
fn is_short_name(view: &View<'_>, at: usize) -> bool {
    const LONGEST: usize = 3;
    let next = at + 1;
    let other = Classes::THING.or(Classes::ORDINARY).or(Classes::FOREIGN).or(Classes::INHABITANT);
    view.tokens[at].length <= LONGEST
        && view.tokens[at].capital
        && !view.sights[at].capitals
        && view.joined(next)
        && view.is_capital(next)
        && !view.sights[next].capitals
        && !view.sights[next].classes.is(other)
}

/// Whether a word stands there as the name of a place or thing: one that everyone knows, unless it is
/// someone's surname there (`Jan van Brussel`, `mevrouw Van Leiden`, `Piet Ford`), or any place after a
/// preposition of places (`in Putten`).
fn is_thing(view: &View<'_>, states: &[State], at: usize) -> bool {
    let classes = view.sights[at].classes;
    let named = |at: usize| signs::is_given(view, states, at) || view.sights[at].cue == Cue::Title;
    if view.is_place(at) {
        let (before, particles) = view.before_particles(at);
        let loose =
            (at - particles..at).any(|at| view.is_preposition(at) || view.sights[at].cue == Cue::PlacePreposition);
        let capital =
            particles > 0 && view.tokens[at - 1].capital && !view.sights[at - 1].first && !view.sights[at - 1].capitals;
        // `Carola Bakker-van Houten`
        let married = particles > 0 && view.tokens[at - particles].gap.is_hyphen();
        return !(capital || married || (!loose && before.is_some_and(named)));
    }
    if classes.is(Classes::BRAND) && !classes.is(Classes::GIVEN) && !is_short_name(view, at) {
        // `Åsa`, and not `ASA`.
        let token = &view.tokens[at];
        let written = classes.is(Classes::GIVEN_ABROAD) && !view.text[token.start..token.end].is_ascii();
        // `trainer Norton`
        let shared = classes.is(Classes::SURNAME.or(Classes::SURNAME_ABROAD)) && !classes.is(Classes::ORDINARY);
        let after_role = || view.joined(at) && matches!(view.cue(at - 1), Cue::Role | Cue::Kin);
        let weighed = shared && !view.sights[at].capitals && after_role();
        // `Gerda van Os`, `mevrouw v.d. Bosch`
        let surname = || {
            let spelt = classes.is(Classes::ABBREVIATION) && !view.sights[at].capitals;
            let (before, particles) = view.before_particles(at);
            (if spelt { particles > 0 } else { shared && particles > 1 }) && before.is_some_and(named)
        };
        return !(written || weighed || view.joined(at) && named(at - 1) || surname());
    }
    // `Vrijdag kreeg ik`, `Mei was te laat`
    let month = || classes.is(Classes::ORDINARY) && view.joined(at + 1) && !view.is_capital(at + 1);
    let day = classes.is(Classes::CALENDAR) && view.sights[at].first && (!classes.is(Classes::GIVEN) || month());
    if day || (classes.is(Classes::CALENDAR.or(Classes::INHABITANT)) && !classes.is(NAME)) {
        return true;
    }
    if classes.is(Classes::INHABITANT) && (!view.is_capital(at) || view.is_shouted(at)) && is_adjective(view, at) {
        return true;
    }
    let (before, particles) = view.before_particles(at);
    // `Kimberly te Winkel`
    let is_given = |at: usize| view.sights[at].classes.is(Classes::GIVEN);
    let of_name = particles > 0 && !view.is_preposition(at - particles) && before.is_some_and(is_given);
    // `Agent Te Winkel`
    let loose = |at: usize| {
        let shouted = || view.is_shouted(at) && view.is_preposition(at);
        !view.tokens[at].capital || view.sights[at].first || shouted()
    };
    let of_place = |at: usize| {
        matches!(view.sights[at].cue, Cue::PlacePreposition | Cue::PlaceHead)
            || view.is(at, "heel")
            || view.is(at, "half")
            || view.is(at, "niet")
            || view.is(at, "Niet")
    };
    let after = || at > 0 && view.joined(at) && of_place(at - 1) && loose(at - 1) && !of_name;
    classes.is(Classes::PLACE) && !classes.is(Classes::GIVEN) && after()
}

/// Whether a word that tells where someone is from stands before an ordinary one, and behind nobody: `mijn engelse collega`,
/// but not `jan fries`.
fn is_adjective(view: &View<'_>, at: usize) -> bool {
    let next = at + 1;
    let reads_on = view.joined(next)
        && view.sights[next].classes.is(Classes::ORDINARY)
        && matches!(view.sights[next].cue, Cue::None | Cue::Role | Cue::Kin | Cue::Link);
    let behind_someone = || {
        let (Some(before), _) = view.before_particles(at) else { return false };
        let Sight { classes, cue, .. } = view.sights[before];
        // `met duits heb ik gesproken`
        let by_someone = cue == Cue::AgentPreposition && view.sights[next].cue == Cue::None;
        let announced = matches!(cue, Cue::Title | Cue::Role | Cue::Kin | Cue::Naming);
        classes.is(NAME) || view.is_initial(before) || announced || by_someone
    };
    reads_on && !behind_someone()
}
