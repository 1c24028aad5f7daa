//! K208: closed for long and not yet discussed in the team meeting.

use crate::check::{Case, Check, Draft, Rule};
use crate::complaint::Duty;
use crate::finding::Code;

pub(super) const RULE: Rule =
    Rule { code: Code::new(208), name: "not-discussed", page: include_str!("k208.md"), check: Check::Record(check) };

fn check(case: &Case<'_>, drafts: &mut Vec<Draft>) {
    let term = case.protocol().team_meeting;
    let Some(Duty { at, due }) = case.complaint().discussion_due(case.protocol()) else { return };
    if case.today() > due {
        drafts.push(
            Draft::warning(
                at,
                format!("de klacht is langer dan {term} gesloten en nog niet besproken in het teamoverleg (§4)"),
            )
            .help(format!(
                "zet de klacht op de lijst van het teamoverleg en leg daarna de dag vast: `klacht set {} \
                     besproken=vandaag`",
                case.number()
            )),
        );
    }
}
