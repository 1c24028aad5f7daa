//! K207: handled without contact with the complainant.

use crate::check::{Case, Check, Draft, Rule};
use crate::finding::Code;

pub(super) const RULE: Rule =
    Rule { code: Code::new(207), name: "no-contact", page: include_str!("k207.md"), check: Check::Record(check) };

fn check(case: &Case<'_>, drafts: &mut Vec<Draft>) {
    let complaint = case.complaint();
    if complaint.handled.given().is_some() && complaint.contact.is_absent() && !complaint.has_ended() {
        drafts.push(
            Draft::new(
                case.until_discussed(),
                complaint.contact.place(complaint.opening()),
                "de klacht is afgehandeld zonder contact met de indiener (§2.2)",
            )
            .help(format!(
                "vul bij `contact` de dag in waarop u de indiener sprak, of dat het laatst probeerde: `klacht set {} \
                 contact=vandaag`",
                case.number()
            )),
        );
    }
}
