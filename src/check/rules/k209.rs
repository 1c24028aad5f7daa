//! K209: handled for long without after-care.

use crate::check::{Case, Check, Draft, Rule};
use crate::complaint::Duty;
use crate::finding::Code;

pub(super) const RULE: Rule =
    Rule { code: Code::new(209), name: "after-care-late", page: include_str!("k209.md"), check: Check::Record(check) };

fn check(case: &Case<'_>, drafts: &mut Vec<Draft>) {
    let term = case.protocol().after_care;
    let Some(Duty { at, due }) = case.complaint().after_care_due(case.protocol()) else { return };
    if case.today() > due {
        let since = if !case.complaint().appeal.lodged.is_absent() { "de uitspraak" } else { "de oplossing" };
        drafts.push(
            Draft::warning(at, format!("{since} is langer dan {term} geleden en er is nog geen nazorg geweest (§5)"))
                .help(format!(
                    "vraag de indiener of de klacht naar tevredenheid is afgehandeld: `klacht letter {number} aftercare`, of \
                     na een gesprek `klacht set {number} nazorg.datum=vandaag nazorg.tevreden=ja`",
                    number = case.number()
                )),
        );
    }
}
