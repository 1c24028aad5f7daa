//! K301: past retention.

use crate::calendar::dutch;
use crate::check::{Case, Check, Draft, Rule};
use crate::complaint::Duty;
use crate::finding::Code;

pub(super) const RULE: Rule =
    Rule { code: Code::new(301), name: "past-retention", page: include_str!("k301.md"), check: Check::Record(check) };

fn check(case: &Case<'_>, drafts: &mut Vec<Draft>) {
    let term = case.protocol().retention;
    let Some(Duty { at, due }) = case.complaint().retention_due(case.protocol()) else { return };
    if case.today() > due {
        drafts.push(
            Draft::error(at, format!("de bewaartermijn van {term} is voorbij sinds {} (§2.3)", dutch::long(due)))
                .help("verwijder dit klachtbestand en de map met bijlagen; `klacht explain K301` zegt hoe"),
        );
    }
}
