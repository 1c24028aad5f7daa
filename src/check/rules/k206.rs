//! K206: the handler is among those complained about.

use crate::check::{Case, Check, Draft, Rule};
use crate::finding::Code;
use crate::protocol::same_name;

pub(super) const RULE: Rule =
    Rule { code: Code::new(206), name: "handler-involved", page: include_str!("k206.md"), check: Check::Record(check) };

fn check(case: &Case<'_>, drafts: &mut Vec<Draft>) {
    let complaint = case.complaint();
    let Some((handler, at)) = complaint.handler.placed() else { return };
    if let Some((_, involved)) = complaint.involved.placed().find(|(name, _)| same_name(name, handler)) {
        drafts.push(
            Draft::new(case.until_discussed(), at, "de behandelaar is iemand over wie de klacht gaat")
                .label(involved, "de klacht gaat ook over deze medewerker")
                .help("laat een collega of de directeur de klacht behandelen"),
        );
    }
}
