//! K401: git saw the complaint's file later than its registration says.

use crate::calendar::dutch;
use crate::check::{Case, Check, Draft, Rule};
use crate::finding::Code;

/// A registration may be committed the next working day: who writes in the evening commits in the morning.
const GRACE: i32 = 1;

pub(super) const RULE: Rule = Rule {
    code: Code::new(401),
    name: "registered-before-git",
    page: include_str!("k401.md"),
    check: Check::Record(check),
};

fn check(case: &Case<'_>, drafts: &mut Vec<Draft>) {
    let Some((&registered, at)) = case.complaint().registered.placed() else { return };
    let Some(committed) = case.history.first_day(case.record.file.path()) else { return };
    let late = case.protocol().calendar.working_days_between(registered, committed);
    if late > GRACE {
        drafts.push(
            Draft::warning(
                at,
                format!(
                    "dit klachtbestand staat pas sinds {} in git, {late} werkdagen na de dag van registratie",
                    dutch::long(committed)
                ),
            )
            .help("is de klacht later vastgelegd, verbeter dan de datum; anders: leg een klacht voortaan meteen in git vast"),
        );
    }
}
