//! Surnames behind a given name that no field has. In: a text and all that was found in it. Out: the record's own
//! surnames that stand right behind someone, however they are written: `olumide dekker`, of O. Dekker.

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
    let given = |hit: &&Hit| match hit.meaning {
        Meaning::OwnOrganisation => true,
        meaning => meaning.kind() == Kind::Person && hit.evidence.is_sign(),
    };
    let found: Vec<_> = hits.iter().filter(given).filter_map(|hit| surname_behind(search, hit)).collect();
    hits.extend(found);
}

fn surname_behind(search: &Search<'_>, hit: &Hit) -> Option<Hit> {
    let first = search.tokens.partition_point(|token| token.start < hit.range.end);
    let joined = |at: usize| search.tokens.get(at).is_some_and(|token| token.gap.joins(false));
    let is_particle = |at: usize| joined(at) && search.names.word(search.tokens[at].hash).particle().is_some();
    let particles = (first..).take(MOST_PARTICLES).take_while(|&at| is_particle(at)).count();
    let person = |at: usize| {
        let token = search.tokens.get(at).filter(|_| joined(at))?;
        // `kees kan niet komen` says nothing of Mr Kan.
        let acts = role(token.hash).is(Role::SPEAKS | Role::ACTS);
        let mut people = search.own.entries(token.hash).filter_map(|entry| search.own.person(entry));
        let fits = |person: &&Person| person.has_surname(token.hash) && (at == first || person.particles() > 0);
        people.find(fits).filter(|_| !acts)
    };
    // `ben salah`: what may be a particle may be a surname as well.
    let at = first + particles;
    let person = person(at)?;
    let start = search.with_apostrophe(search.tokens[first].start);
    Some(Hit { range: start..search.tokens[at].end, meaning: person.meaning(), evidence: Evidence::Record })
}
