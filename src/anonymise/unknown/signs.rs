//! Which signs are there. In: a word and its neighbours. Out: the set of its signs.

use std::ops::RangeInclusive;

use super::super::fold::hash;
use super::super::lexicon::{Classes, Cue, look_up};
use super::State;
use super::endings::{ADJECTIVE, PLACE, SURNAME, THING, ends_with};
use super::opening::{is_before_subject, is_state};
use super::sight::{NAME, View};
use super::sign::{Sign, Signs};

/// Longer words are no given names with an ending.
const LONGEST_DIMINUTIVE: usize = 14;

/// Reads the signs of the word at `at`; `states` tells what is decided of the words before it.
pub fn read(view: &View<'_>, states: &[State], at: usize) -> Signs {
    let mut signs = Signs::default();
    signs.add_if(Sign::Always, true);
    of_word(view, at, &mut signs);
    of_shape(view, states, at, &mut signs);
    let run = view.run(at);
    of_run(view, at, run, &mut signs);
    before(view, states, at, run, &mut signs);
    after(view, at, &mut signs);
    of_line(view, states, at, &mut signs);
    among_things(view, states, at, &mut signs);
    signs
}

/// Whether places, brands and the like stand beside the word, in a list or before a preposition.
fn among_things(view: &View<'_>, states: &[State], at: usize, signs: &mut Signs) {
    let is_capital = |at: usize| view.is_capital(at) && !view.sights[at].first && !states[at].is_person();
    let comma = view.tokens[at].gap.has_comma();
    signs.add_if(Sign::AfterCapitalComma, at > 0 && comma && is_capital(at - 1));
    if view.joined(at) && at > 1 {
        let head = |at: usize| matches!(view.cue(at), Cue::PlaceHead | Cue::OrganisationHead);
        let (start, particles) = view.before_particles(at);
        let preposition = matches!(view.sights[at - 1].cue, Cue::PlacePreposition | Cue::AgentPreposition);
        let loose = || preposition && view.joined(at - 1) && head(at - 2);
        let of_head = if particles > 0 { start.is_some_and(head) } else { loose() };
        signs.add_if(Sign::AfterHeadParticle, of_head);
        let linked = view.sights[at - 1].cue == Cue::Link && view.joined(at - 1);
        signs.add_if(Sign::AfterCapitalLink, linked && is_capital(at - 2));
    }
    let next = at + 1;
    let linked = view.joined(next) && view.sights[next].cue == Cue::Link;
    let other = if linked { next + 1 } else { next };
    let listed = linked || view.tokens.get(next).is_some_and(|token| token.gap.has_comma());
    let is_thing = |at: usize| {
        let sight = &view.sights[at];
        let thing = sight.classes.is(Classes::THING) || sight.capitals || sight.within_thing;
        thing && !sight.classes.is(NAME)
    };
    signs.add_if(Sign::BeforeLinkThing, listed && view.is_capital(other) && is_thing(other));
    signs.add_if(Sign::BeforeRoman, view.joined(next) && view.is_roman(next));
}

/// What the word does in its line or sentence.
fn of_line(view: &View<'_>, states: &[State], at: usize, signs: &mut Signs) {
    let classes = view.sights[at].classes;
    let starts = view.sights[at].first || view.starts_line(at);
    let between = view.between(at + 1);
    let label = starts && classes.is(Classes::ORDINARY) && between.starts_with(':');
    signs.add_if(Sign::Label, label);
    let small = view.joined(at + 1) && {
        let (next, sight) = (&view.tokens[at + 1], &view.sights[at + 1]);
        let preposition = matches!(sight.cue, Cue::PlacePreposition | Cue::AgentPreposition);
        let plain = sight.cue == Cue::None && !view.is_particle(at + 1);
        !next.capital && !next.digits && (plain || preposition)
    };
    signs.add_if(Sign::OrdinaryBeforeOther, starts && small && classes.is(NAME) && classes.is(Classes::ORDINARY));
    let inverted = starts && classes.is(NAME) && classes.is(Classes::ORDINARY) && is_before_subject(view, at);
    signs.add_if(Sign::BeforeVerbAndSubject, inverted);
    signs.add_if(Sign::FirstOfStrange, view.sights[at].first && !classes.is(NAME) && view.is_among_strange(at));
    signs.add_if(Sign::InGreeting, states[at] != State::Known && is_in_greeting(view, states, at));
}

/// Whether a line begins with a few words, this one among them, and the name of someone known ends it.
fn is_in_greeting(view: &View<'_>, states: &[State], at: usize) -> bool {
    const LONGEST: usize = 3;
    let starts = |at: usize| at == 0 || view.between(at).contains('\n');
    let Some(first) = (at.saturating_sub(LONGEST)..=at).rev().find(|at| starts(*at)) else { return false };
    let Some(named) = (at + 1..states.len().min(first + LONGEST + 2)).find(|at| states[*at] == State::Known) else {
        return false;
    };
    let end =
        (named..states.len()).take(LONGEST + 2).find(|at| *at + 1 == states.len() || states[*at + 1] != State::Known);
    (first + 1..=named).all(|at| view.joined(at) && !view.between(at).contains('\n'))
        && end.is_some_and(|end| {
            view.between(end + 1).trim_start().starts_with([',', '!']) || view.between(end + 1).contains('\n')
        })
}

/// What the lexicon says of the word itself.
fn of_word(view: &View<'_>, at: usize, signs: &mut Signs) {
    let sight = &view.sights[at];
    let classes = sight.classes;
    let first = sight.first;
    let name = classes.is(NAME);
    let ordinary = classes.is(Classes::ORDINARY);
    let place = classes.is(Classes::PLACE);
    let home = classes.is(Classes::GIVEN.or(Classes::SURNAME));
    signs.add_if(Sign::Given, classes.is(Classes::GIVEN));
    signs.add_if(Sign::GivenAbroad, classes.is(Classes::GIVEN_ABROAD) && !classes.is(Classes::GIVEN));
    signs.add_if(Sign::Surname, classes.is(Classes::SURNAME));
    signs.add_if(Sign::SurnameAbroad, classes.is(Classes::SURNAME_ABROAD) && !classes.is(Classes::SURNAME));
    signs.add_if(Sign::GivenAndSurname, classes.is(Classes::GIVEN) && classes.is(Classes::SURNAME));
    signs.add_if(Sign::NameAndOrdinary, name && ordinary);
    signs.add_if(Sign::NameAndOrdinaryFirst, name && ordinary && first);
    let renowned = classes.is(Classes::RENOWNED);
    signs.add_if(Sign::GivenAndPlace, classes.is(Classes::GIVEN) && place && !renowned);
    signs.add_if(Sign::SurnameAndPlace, home && !classes.is(Classes::GIVEN) && place && !renowned);
    signs.add_if(Sign::Renowned, renowned && !home);
    signs.add_if(Sign::NameAndRenowned, renowned && home);
    signs.add_if(Sign::OrdinaryOnly, ordinary && !name && !first);
    signs.add_if(Sign::OrdinaryOnlyFirst, ordinary && !name && first);
    signs.add_if(Sign::Place, place && !home && !renowned);
    signs.add_if(Sign::PlacePart, classes.is(Classes::PLACE_PART) && !place && !home);
    signs.add_if(Sign::Brand, classes.is(Classes::BRAND));
    signs.add_if(Sign::Foreign, classes.is(Classes::FOREIGN) && !home);
    signs.add_if(Sign::Calendar, classes.is(Classes::CALENDAR));
    signs.add_if(Sign::Inhabitant, classes.is(Classes::INHABITANT));
    signs.add_if(Sign::Capitalised, classes.is(Classes::CAPITALISED) && !name && !place);
    signs.add_if(Sign::Unlisted, classes.is_unlisted() && !first);
    signs.add_if(Sign::UnlistedFirst, classes.is_unlisted() && first);
    signs.add_if(Sign::CueWord, sight.cue != Cue::None && !name);
    signs.add_if(Sign::NameAndForeign, home && classes.is(Classes::FOREIGN));
    signs.add_if(Sign::MostlyWord, classes.is(Classes::MOSTLY_WORD));
    let token = &view.tokens[at];
    let unlisted = classes.is_unlisted() && token.length <= LONGEST_DIMINUTIVE;
    signs.add_if(Sign::Diminutive, unlisted && is_diminutive(&view.text[token.start..token.end]));
}

/// Whether a word is a given name with an ending of affection.
fn is_diminutive(word: &str) -> bool {
    const ENDINGS: [&str; 8] = ["tje", "je", "eke", "ske", "ke", "ie", "chen", "inha"];
    let stems = ENDINGS.iter().filter_map(|ending| word.strip_suffix(ending));
    stems.filter(|stem| stem.len() > 2).any(|stem| look_up(hash(stem)).is(Classes::GIVEN))
}

/// Letters of an abbreviation: two may be someone's initials as well, and more than six are hardly ever written in capitals.
const ACRONYM: RangeInclusive<usize> = 3..=6;

/// How the word is written.
fn of_shape(view: &View<'_>, states: &[State], at: usize, signs: &mut Signs) {
    let (sight, token) = (&view.sights[at], &view.tokens[at]);
    let shouted = view.is_shouted(at);
    let named = sight.classes.is(NAME);
    signs.add_if(Sign::Small, !token.capital);
    signs.add_if(Sign::SmallInSmallText, !token.capital && view.small);
    signs.add_if(Sign::SmallGiven, !token.capital && sight.classes.is(Classes::GIVEN));
    let after_small = view.joined(at) && !view.tokens[at - 1].capital;
    let after_given = after_small && view.sights[at - 1].classes.is(Classes::GIVEN) && states[at - 1].is_person();
    signs.add_if(Sign::SmallAfterGiven, !token.capital && after_given);
    signs.add_if(Sign::SmallUnlisted, !token.capital && sight.classes.is_unlisted());
    let compound = token.capital && view.is_compound(at);
    signs.add_if(Sign::Compound, compound && !sight.first);
    signs.add_if(Sign::CompoundFirst, compound && sight.first);
    signs.add_if(Sign::Shouted, shouted);
    signs.add_if(Sign::Capitals, sight.capitals && !shouted && !named);
    signs.add_if(Sign::CapitalsName, sight.capitals && !shouted && named);
    let acronym = sight.capitals && !shouted && sight.classes.is_unlisted();
    signs.add_if(Sign::Acronym, acronym && ACRONYM.contains(&token.length));
    signs.add_if(Sign::ShortWord, token.length <= 3);
    signs.add_if(Sign::First, sight.first);
    let listed = sight.classes.is(Classes::ORDINARY.or(NAME).or(Classes::PLACE));
    let word = &view.text[token.start..token.end];
    signs.add_if(Sign::EndsAsSurname, !listed && ends_with(word, &SURNAME));
    signs.add_if(Sign::EndsAsAdjective, !listed && ends_with(word, &ADJECTIVE));
    signs.add_if(Sign::EndsAsThing, !listed && ends_with(word, &THING));
    signs.add_if(Sign::EndsAsPlace, !listed && ends_with(word, &PLACE));
    let next = view.tokens.get(at + 1);
    let hyphen_after = next.filter(|next| next.gap.is_hyphen());
    signs.add_if(Sign::HyphenThenSmall, hyphen_after.is_some_and(|next| !next.capital));
    signs.add_if(Sign::HyphenThenCapital, hyphen_after.is_some_and(|next| next.capital));
    signs.add_if(Sign::AfterHyphen, at > 0 && token.gap.is_hyphen());
    let glued = |gap: &str| gap.is_empty() || gap == "&" || gap == "." || gap == "/";
    let after = next.is_some_and(|next| (next.digits || next.capital) && glued(view.between(at + 1)));
    let before = at > 0 && !view.is_initial(at - 1) && glued(view.between(at));
    signs.add_if(Sign::Glued, after || before);
}

/// What the capitals beside the word are.
fn of_run(view: &View<'_>, at: usize, (first, last): (usize, usize), signs: &mut Signs) {
    let others = || (first..=last).filter(|other| *other != at && view.is_capital(*other) && !view.is_particle(*other));
    let is = |other: usize, classes: Classes| view.sights[other].classes.is(classes);
    let thing = Classes::BRAND.or(Classes::PLACE).or(Classes::INHABITANT);
    let home = Classes::GIVEN.or(Classes::SURNAME);
    signs.add_if(Sign::RunThing, others().any(|other| is(other, thing) && !is(other, home)));
    let ordinary = Classes::ORDINARY.or(Classes::FOREIGN);
    signs.add_if(Sign::RunOrdinary, others().any(|other| is(other, ordinary) && !is(other, NAME)));
    let foreign = |other: usize| is(other, Classes::FOREIGN) && !is(other, NAME.or(Classes::ORDINARY));
    signs.add_if(Sign::RunForeign, others().any(foreign));
    signs.add_if(Sign::RunOrganisation, others().any(|other| view.sights[other].cue == Cue::OrganisationHead));
    signs.add_if(Sign::RunGiven, others().any(|other| is(other, Classes::GIVEN) && !is(other, Classes::ORDINARY)));
    signs.add_if(Sign::RunCapitals, others().any(|other| view.sights[other].capitals && !view.is_shouted(other)));
    let plain = view.sights[at].classes;
    let ordinary = plain.is(Classes::ORDINARY) && !plain.is(NAME);
    signs.add_if(Sign::OrdinaryAlone, ordinary && others().next().is_none());
    signs.add_if(Sign::RunOfTwo, others().count() == 1);
    signs.add_if(Sign::RunOfMore, others().count() > 1);
}

/// What the same word tells elsewhere in the text: the mean of its points there.
pub fn elsewhere(points: i64) -> Signs {
    const MUCH: i64 = 300;
    const LITTLE: i64 = 50;
    let mut signs = Signs::default();
    signs.add_if(Sign::ElsewhereStronglyFor, points > MUCH);
    signs.add_if(Sign::ElsewhereFor, points > LITTLE && points <= MUCH);
    signs.add_if(Sign::ElsewhereAgainst, (-MUCH..-LITTLE).contains(&points));
    signs.add_if(Sign::ElsewhereStronglyAgainst, points < -MUCH);
    signs
}

/// What stands before the word.
fn before(view: &View<'_>, states: &[State], at: usize, (first, _): (usize, usize), signs: &mut Signs) {
    let token = &view.tokens[at];
    if at == 0 {
        return;
    }
    let previous = at - 1;
    let between = view.between(at);
    signs.add_if(Sign::AfterQuote, between.contains(['\'', '"', '‘', '“', '„', '«']) && between.len() > 1);
    signs.add_if(Sign::CapitalsInBrackets, between.ends_with('(') && view.sights[at].capitals);
    let line = view.starts_line(at);
    signs.add_if(Sign::LineStart, line);
    let classes = view.sights[at].classes;
    signs.add_if(Sign::NameAndOrdinaryLine, line && classes.is(NAME) && classes.is(Classes::ORDINARY));
    signs.add_if(Sign::AfterNumber, is_after_number(view, at));
    // The comma of `Dag Coen,` tells nothing of the letter that begins below.
    let comma = token.gap.has_comma() && !view.sights[at].first;
    signs.add_if(Sign::AfterPersonComma, states[previous].is_person() && comma);
    let someone = matches!(view.cue(previous), Cue::Kin | Cue::Role | Cue::Title | Cue::Naming);
    signs.add_if(Sign::AfterRoleComma, comma && someone);
    // `de opzichter, van Lienden`
    let start = at - view.before_particles(at).1;
    if start < at && start > 0 && view.tokens[start].gap.has_comma() {
        let someone = matches!(view.cue(start - 1), Cue::Kin | Cue::Role | Cue::Title);
        signs.add_if(Sign::AfterRoleParticle, someone);
    }
    signs.add_if(Sign::AfterComma, comma && !states[previous].is_person());
    // The `de` of `Jan van de Mortel` is no article.
    let of_name = view.before_particles(first).0.is_some_and(|start| is_given(view, states, start));
    if first > 0 && view.joined(first) && !(of_name && view.is_particle(first - 1)) {
        after_cue(view, first - 1, view.cue(first - 1), signs);
    }
    if !view.joined(at) {
        return;
    }
    let cue = view.sights[previous].cue;
    let capital = view.is_capital(previous) && !view.sights[previous].first;
    signs.add_if(Sign::AfterPerson, states[previous].is_person());
    signs.add_if(Sign::AfterInitial, view.is_initial(previous));
    signs.add_if(Sign::AfterCapital, capital && !states[previous].is_person() && !view.is_particle(previous));
    let thing = Classes::BRAND.or(Classes::PLACE).or(Classes::INHABITANT).or(Classes::PLACE_PART);
    let listed = capital && view.sights[previous].classes.is(thing) && !states[previous].is_person();
    signs.add_if(Sign::AfterCapitalThing, listed);
    signs.add_if(Sign::AfterInhabitant, view.sights[previous].classes.is(Classes::INHABITANT));
    after_particle(view, states, at, signs);
    let linked = cue == Cue::Link && at > 1 && view.joined(previous) && states[at - 2].is_person();
    signs.add_if(Sign::AfterPersonLink, linked);
}

/// Whether a number stands before the word: `2. Jansen`, but not `volgens artikel 4.12. Heeft`.
fn is_after_number(view: &View<'_>, at: usize) -> bool {
    let (number, gap) = (&view.tokens[at - 1], view.tokens[at].gap);
    let counts = || at == 1 || number.gap.has_line() || number.gap.has_comma();
    number.digits && (gap.joins(false) || (gap.joins(true) && counts()))
}

fn after_cue(view: &View<'_>, previous: usize, cue: Cue, signs: &mut Signs) {
    // `de Vries`: what looks like an article is a particle here.
    let particle = view.is_particle(previous) && view.tokens[previous].capital;
    let sign = match cue {
        Cue::Determiner if particle => return,
        // `Te Winkel`
        Cue::PlacePreposition if particle && !view.sights[previous].first => return,
        Cue::None if view.tokens[previous].capital => return,
        Cue::None => Sign::AfterOtherWord,
        Cue::Link => Sign::AfterLink,
        Cue::Determiner => Sign::AfterDeterminer,
        Cue::PlacePreposition => Sign::AfterPlacePreposition,
        Cue::AgentPreposition => Sign::AfterAgentPreposition,
        Cue::Title => Sign::AfterTitle,
        Cue::Kin => Sign::AfterKin,
        Cue::Naming => Sign::AfterNaming,
        Cue::Role => Sign::AfterRole,
        Cue::OrganisationHead => Sign::AfterOrganisationHead,
        Cue::PlaceHead => Sign::AfterPlaceHead,
        Cue::Says => Sign::AfterSays,
        Cue::Conjunction => Sign::AfterConjunction,
        Cue::Pronoun => Sign::AfterPronoun,
    };
    signs.add_if(sign, true);
    // `mijn naam is Ilse`
    let named = view.joined(previous) && view.sights[previous - 1].cue == Cue::Naming && cue == Cue::Says;
    signs.add_if(Sign::AfterNaming, named);
}

/// Whether a surname with its particles may follow a name or initial: nothing before it has a surname yet.
pub fn is_given(view: &View<'_>, states: &[State], at: usize) -> bool {
    let (before, _) = view.before_particles(at);
    let begins = !before.is_some_and(|before| states[before].is_person() || view.is_initial(before));
    let given = view.sights[at].classes.is(Classes::GIVEN.or(Classes::GIVEN_ABROAD));
    if view.is_initial(at) {
        return begins || before.is_some_and(|before| view.is_initial(before));
    }
    states[at].is_person() && (given || begins)
}

fn after_particle(view: &View<'_>, states: &[State], at: usize, signs: &mut Signs) {
    if !view.is_particle(at - 1) {
        return;
    }
    let (start, particles) = view.before_particles(at);
    let classes = view.sights[at].classes;
    let surname = classes.is(Classes::SURNAME) && !classes.is(Classes::ORDINARY.or(Classes::PLACE));
    signs.add_if(Sign::SurnameAfterParticle, surname);
    // `Jan op de Beek`, but not `Jan op de afdeling`.
    let loose = start.is_some_and(|start| view.is_preposition(start + 1)) && !classes.is(Classes::SURNAME);
    let given = start.is_some_and(|start| is_given(view, states, start)) && !loose;
    signs.add_if(Sign::AfterGivenParticle, given);
    let person = start.is_some_and(|start| states[start].is_person());
    signs.add_if(Sign::AfterSurnameParticle, person && !given);
    let cue = start.map(|start| view.cue(start)).unwrap_or_default();
    signs.add_if(Sign::AfterTitleParticle, cue == Cue::Title);
    signs.add_if(Sign::AfterRoleParticle, matches!(cue, Cue::Role | Cue::Kin | Cue::Naming));
    let capital = view.tokens[at - 1].capital && view.tokens[at - 1].length > 1;
    signs.add_if(Sign::AfterCapitalParticle, capital && !view.sights[at - 1].first);
    signs.add_if(Sign::AfterFirstParticle, capital && view.sights[at - 1].first);
    signs.add_if(Sign::AfterTwoParticles, particles > 1);
}

/// What stands after the word.
fn after(view: &View<'_>, at: usize, signs: &mut Signs) {
    let next = at + 1;
    let between = view.between(next);
    signs.add_if(Sign::BeforeComma, between.starts_with([',', ' ']) && between.trim_start().starts_with(','));
    signs.add_if(Sign::BeforeColon, between.trim_start().starts_with(':'));
    signs.add_if(Sign::BeforeQuote, between.starts_with(['"', '”', '’', '\'']) && between.len() > 1);
    let end = between.contains('\n') || next >= view.tokens.len();
    signs.add_if(Sign::LineEnd, end);
    let bracket = between.trim_start().starts_with('(');
    let digits = view.tokens.get(next).is_some_and(|token| token.digits);
    signs.add_if(Sign::BeforeYears, bracket && digits);
    signs.add_if(Sign::BeforeBracket, bracket && !digits);
    signs.add_if(Sign::BeforeNumber, digits && !bracket);
    if !view.joined(next) {
        return;
    }
    let sight = &view.sights[next];
    let capital = view.is_capital(next);
    signs.add_if(Sign::BeforeInitial, view.is_initial(next));
    let small_name = sight.classes.is(Classes::SURNAME) && !sight.classes.is(Classes::ORDINARY);
    let cap = capital && !view.is_particle(next);
    let thing = sight.classes.is(Classes::PLACE.or(Classes::BRAND).or(Classes::INHABITANT).or(Classes::CALENDAR));
    signs.add_if(Sign::BeforeSurname, (cap || small_name) && sight.classes.is(NAME));
    let given = view.sights[at].classes.is(Classes::GIVEN) && !view.sights[at].classes.is(Classes::ORDINARY);
    signs.add_if(Sign::GivenBeforeCapital, cap && given);
    signs.add_if(Sign::BeforeUnlisted, cap && sight.classes.is_unlisted());
    signs.add_if(Sign::BeforeThing, cap && thing && !sight.classes.is(NAME));
    signs.add_if(Sign::BeforeOrdinaryCapital, cap && sight.classes.is(Classes::ORDINARY) && !sight.classes.is(NAME));
    // `een jongen die Rayvano heette`
    let named = sight.cue == Cue::Naming && !view.sights[at].first;
    let sentence = !capital && (sight.cue == Cue::Says || named);
    signs.add_if(Sign::BeforeSays, sentence);
    let classes = view.sights[at].classes;
    let word = classes.is(NAME) && classes.is(Classes::ORDINARY);
    signs.add_if(Sign::BeforeState, sentence && word && is_state(view, next));
    signs.add_if(Sign::BeforeDeterminer, !capital && sight.cue == Cue::Determiner && !view.is_capital(next + 1));
    let preposition = matches!(sight.cue, Cue::PlacePreposition | Cue::AgentPreposition);
    signs.add_if(Sign::BeforePreposition, !capital && preposition);
    // `Wil je`, but not `of Fatima er was`
    let telling = view.sights[at].first || view.starts_line(at) || !view.is_capital(at) || view.sights[at].capitals;
    signs.add_if(Sign::BeforePronoun, !capital && sight.cue == Cue::Pronoun && telling);
    signs.add_if(Sign::BeforeConjunction, !capital && sight.cue == Cue::Conjunction);
    signs.add_if(Sign::BeforeLink, sight.cue == Cue::Link);
    let name_after = view.after_particles(at).filter(|(_, particles)| *particles > 0);
    let surname =
        name_after.is_some_and(|(core, _)| view.is_capital(core) || view.sights[core].classes.is(Classes::SURNAME));
    signs.add_if(Sign::BeforeParticleName, surname);
}
