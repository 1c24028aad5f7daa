//! K204: closed dissatisfied, without appeal and without measure.

use crate::check::{Case, Check, Draft, Rule};
use crate::complaint::Satisfaction;
use crate::finding::Code;

pub(super) const RULE: Rule =
    Rule { code: Code::new(204), name: "dissatisfied", page: include_str!("k204.md"), check: Check::Record(check) };

fn check(case: &Case<'_>, drafts: &mut Vec<Draft>) {
    let complaint = case.complaint();
    let Some((Satisfaction::No, at)) = complaint.after_care.satisfied.placed() else { return };
    let closed = complaint.closed.given().is_some();
    if closed && complaint.appeal.group.is_absent() && complaint.measures.is_empty() {
        drafts.push(
            Draft::new(
                case.until_discussed(),
                at,
                "de indiener is niet tevreden, en er is geen beroep en geen maatregel",
            )
            .help("wijs de indiener op het beroep (§2.4), of zet bij `maatregelen` wat er verandert"),
        );
    }
}
