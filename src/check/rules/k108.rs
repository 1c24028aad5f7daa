//! K108: a missed term accounted for that was not missed.

use crate::check::{Case, Check, Draft, Rule};
use crate::complaint::TermOutcome;
use crate::finding::Code;

pub(super) const RULE: Rule = Rule {
    code: Code::new(108),
    name: "overrun-without-cause",
    page: include_str!("k108.md"),
    check: Check::Record(check),
};

fn check(case: &Case<'_>, drafts: &mut Vec<Draft>) {
    for overrun in case.complaint().overruns.given() {
        let Some((&step, at)) = overrun.step.placed() else { continue };
        let term = case.record.timeline.term(step);
        let in_time = match term.map(|term| term.outcome) {
            Some(TermOutcome::Met(_)) => true,
            None => case.complaint().received.given().is_some(),
            Some(TermOutcome::Open | TermOutcome::Missed(_) | TermOutcome::Unknown) => false,
        };
        if in_time {
            let draft = Draft::warning(at, format!("de termijn van `{}` is niet overschreden", step.word()))
                .help("haal deze overschrijding weg, of verbeter de datum van de stap");
            drafts.push(term.into_iter().fold(draft, |draft, term| draft.due(term.deadline.due)));
        }
    }
}
