//! K010: dates out of order.

use crate::check::{Case, Check, Draft, Rule};
use crate::complaint::Complaint;
use crate::finding::Code;

use super::k205::appeal_precedes_solution;

pub(super) const RULE: Rule = Rule {
    code: Code::new(10),
    name: "dates-out-of-order",
    page: include_str!("k010.md"),
    check: Check::Record(check),
};

fn check(case: &Case<'_>, drafts: &mut Vec<Draft>) {
    let complaint = case.complaint();
    let received = complaint.received.placed();
    for event in complaint.events() {
        let earlier = [
            ("ontvangen", received.filter(|_| event.key != "ontvangen" && !is_early_appeal(complaint, event.key))),
            ("afgehandeld", complaint.handled.placed().filter(|_| matches!(event.key, "nazorg.datum" | "gesloten"))),
            ("beroep.uitspraak", complaint.appeal.ruling.placed().filter(|_| event.key == "gesloten")),
            ("nazorg.datum", complaint.after_care.date.placed().filter(|_| event.key == "gesloten")),
            ("beroep.ingesteld", complaint.appeal.lodged.placed().filter(|_| event.key == "beroep.uitspraak")),
        ];
        let broken = earlier.into_iter().filter_map(|(key, field)| Some((key, field?)));
        let broken = broken.filter(|(_, (date, _))| event.date < **date).max_by_key(|(_, (date, _))| **date);
        if let Some((key, (_, at))) = broken {
            drafts.push(
                Draft::error(event.at, format!("de datum bij `{}` ligt voor die bij `{key}`", event.key))
                    .label(at, format!("`{key}` is deze dag"))
                    .help("kijk welke van de twee datums niet klopt"),
            );
        }
    }
}

/// An appeal before a solution is K205 alone.
fn is_early_appeal(complaint: &Complaint, key: &str) -> bool {
    key == "beroep.ingesteld" && appeal_precedes_solution(complaint)
}
