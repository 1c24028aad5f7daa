//! Surnames behind a given name that is not known to go with them. In: a text and all that was found in it. Out: the
//! record's own surnames that stand right behind someone, however they are written: `olumide dekker`, of O. Dekker.

use super::MOST_PARTICLES;
use super::context::{Role, role};
use crate::anonymise::mask::{Kind, Meaning};
use crate::anonymise::people::Person;
use crate::anonymise::resolve::{Evidence, Hit};
use crate::anonymise::search::Search;

/// Adds those surnames. The hits must be sorted.
pub fn find(search: &Search<'_>, hits: &mut Vec<Hit>) {
    if search.own.people().is_empty() {
        return;
    }
    let someone = |hit: &&Hit| hit.meaning == Meaning::OwnOrganisation || hit.meaning.kind() == Kind::Person;
    let found: Vec<_> = hits.iter().filter(someone).filter_map(|hit| surname_behind(search, hit)).collect();
    hits.extend(found);
}

fn surname_behind(search: &Search<'_>, hit: &Hit) -> Option<Hit> {
    let first = search.tokens.partition_point(|token| token.start < hit.range.end);
    let token = |at: usize| search.tokens.get(at).filter(|token| token.gap.joins(false));
    let particle = |at: usize| search.names.word(token(at)?.hash).particle();
    let particles: Vec<_> = (first..).map_while(particle).take(MOST_PARTICLES).collect();
    let at = first + particles.len();
    let surname = token(at)?;
    // `kees kan niet komen` says nothing of Mr Kan.
    if role(surname.hash).is(Role::SPEAKS | Role::ACTS) {
        return None;
    }
    // `Kees van Bakker` may be the Kees of someone else.
    let has_particles =
        |person: &Person| particles.is_empty() || particles.iter().all(|class| person.has_particle(*class));
    let mut people = search.own.entries(surname.hash).filter_map(|entry| search.own.person(entry));
    let person = people.find(|person| person.has_surname(surname.hash) && has_particles(person))?;
    let start = search.with_apostrophe(search.tokens[first].start);
    Some(Hit { range: start..surname.end, meaning: person.meaning(), evidence: Evidence::Record })
}
