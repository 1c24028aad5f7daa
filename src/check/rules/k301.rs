//! K301: past retention.

use crate::calendar::dutch;
use crate::check::{Case, Check, Draft, Rule};
use crate::finding::Code;

pub(super) const RULE: Rule =
    Rule { code: Code::new(301), name: "past-retention", page: include_str!("k301.md"), check: Check::Record(check) };

fn check(case: &Case<'_>, drafts: &mut Vec<Draft>) {
    let Some(retention) = case.complaint().retention(case.protocol()) else { return };
    let Some(last) = retention.last().filter(|last| case.today() > last.due) else { return };
    let term = case.protocol().retention;
    let message = if last.due > retention.due {
        format!(
            "deze klacht moest tot en met {} bewaard blijven; ook de bewaartermijn van {term} is voorbij (§2.3)",
            dutch::long(last.due)
        )
    } else {
        format!("de bewaartermijn van {term} is voorbij sinds {} (§2.3)", dutch::long(last.due))
    };
    drafts.push(Draft::error(last.at, message).help("wis deze klacht; `klacht explain K301` zegt hoe"));
}
