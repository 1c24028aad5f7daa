//! K106: the whole took longer than it should.

use crate::check::{Case, Check, Draft, Rule, terms::days};
use crate::complaint::TermOutcome;
use crate::finding::{Code, Severity};
use crate::protocol::Step;

pub(super) const RULE: Rule =
    Rule { code: Code::new(106), name: "total-late", page: include_str!("k106.md"), check: Check::Record(check) };

fn check(case: &Case<'_>, drafts: &mut Vec<Draft>) {
    let Some(term) = case.record.timeline.term(Step::Total) else { return };
    let TermOutcome::Missed(done) = term.outcome else { return };
    let due = term.deadline.due;
    let message = match done {
        Some(day) => format!(
            "van ontvangst tot afronding duurde het {} langer dan de {} van het protocol",
            days((day - due).num_days()),
            term.deadline.duration
        ),
        None => format!(
            "de klacht loopt nu {} langer dan de {} die het protocol voor het geheel stelt",
            days((case.today() - due).num_days()),
            term.deadline.duration
        ),
    };
    let severity = if term.accounted_for { Severity::Note } else { case.until_discussed() };
    let message = format!("{message} ({})", Step::Total.article());
    let draft = Draft::new(severity, case.complaint().place_of(Step::Total), message).due(due);
    drafts.push(match severity {
        Severity::Note => draft,
        _ => draft.help("bespreek in het teamoverleg wat er zo lang duurde en vul `besproken` in"),
    });
}
