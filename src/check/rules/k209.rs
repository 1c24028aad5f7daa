//! K209: handled for long without after-care.

use crate::check::{Case, Check, Draft, Rule};
use crate::finding::Code;

pub(super) const RULE: Rule =
    Rule { code: Code::new(209), name: "after-care-late", page: include_str!("k209.md"), check: Check::Record(check) };

fn check(case: &Case<'_>, drafts: &mut Vec<Draft>) {
    let complaint = case.complaint();
    let settled = !complaint.closed.is_absent() || complaint.has_ended() || !complaint.after_care.date.is_absent();
    if settled || complaint.complainant.is_out_of_reach() {
        return;
    }
    let appealed = !complaint.appeal.lodged.is_absent();
    let last = if appealed { &complaint.appeal.ruling } else { &complaint.handled };
    let Some((&last, at)) = last.placed() else { return };
    let term = case.protocol().after_care;
    let due = case.protocol().calendar.deadline(last, term).due;
    if case.today() > due {
        let since = if appealed { "de uitspraak" } else { "de oplossing" };
        drafts.push(
            Draft::warning(at, format!("{since} is langer dan {term} geleden en er is nog geen nazorg geweest (§5)"))
                .help("vraag de indiener of de klacht naar tevredenheid is afgehandeld en vul `nazorg` in"),
        );
    }
}
