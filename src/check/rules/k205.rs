//! K205: ruling without appeal, or appeal before a solution.

use crate::check::{Case, Check, Draft, Rule};
use crate::complaint::Complaint;
use crate::finding::Code;
use crate::yaml::Field;

pub(super) const RULE: Rule = Rule {
    code: Code::new(205),
    name: "appeal-out-of-turn",
    page: include_str!("k205.md"),
    check: Check::Record(check),
};

fn check(case: &Case<'_>, drafts: &mut Vec<Draft>) {
    let complaint = case.complaint();
    let appeal = &complaint.appeal;
    let outcome = || appeal.outcome.placed().map(|(_, at)| at);
    let ruled = appeal.ruling.placed().map(|(_, at)| at).or_else(outcome);
    if let Some(at) = ruled.filter(|_| appeal.lodged.is_absent()) {
        drafts.push(
            Draft::error(at, "er is een uitspraak, maar geen beroep (§2.4)")
                .help("vul bij `beroep.ingesteld` de dag in waarop de indiener in beroep ging"),
        );
    }
    if let Some((_, at)) = appeal.lodged.placed().filter(|_| appeal_precedes_solution(complaint)) {
        drafts.push(
            Draft::error(at, "het beroep is ingesteld voordat er een oplossing was voorgesteld (§2.4)").help(
                "vul bij `afgehandeld` in wanneer de oplossing is aangeboden, of verbeter de datum van het beroep",
            ),
        );
    }
}

/// Whether an appeal was lodged when no solution had been offered yet.
pub(super) fn appeal_precedes_solution(complaint: &Complaint) -> bool {
    let Some(lodged) = complaint.appeal.lodged.get() else { return false };
    match &complaint.handled {
        Field::Given(handled, _) => lodged < *handled,
        Field::Absent(_) => true,
        Field::Wrong(_) => false,
    }
}
