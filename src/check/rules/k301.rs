//! K301: past retention.

use crate::calendar::dutch;
use crate::check::{Case, Check, Draft, Rule};
use crate::finding::Code;
use crate::protocol::RetainFrom;

pub(super) const RULE: Rule =
    Rule { code: Code::new(301), name: "past-retention", page: include_str!("k301.md"), check: Check::Record(check) };

fn check(case: &Case<'_>, drafts: &mut Vec<Draft>) {
    let complaint = case.complaint();
    let last_event =
        || complaint.events().into_iter().max_by_key(|event| event.date).map(|event| (event.date, event.at));
    let closed = || complaint.closed.placed().map(|(day, at)| (*day, at));
    let received = || complaint.received.placed().map(|(day, at)| (*day, at));
    let start = match case.protocol().retain_from {
        RetainFrom::Received => received(),
        RetainFrom::Closed => closed().or_else(last_event),
    };
    let Some((start, at)) = start else { return };
    let term = case.protocol().retention;
    let due = case.protocol().calendar.deadline(start, term).due;
    if case.today() > due {
        drafts.push(
            Draft::error(at, format!("de bewaartermijn van {term} is voorbij sinds {} (§2.3)", dutch::long(due)))
                .help("verwijder dit klachtbestand en de map met bijlagen; `klacht explain K301` zegt hoe"),
        );
    }
}
