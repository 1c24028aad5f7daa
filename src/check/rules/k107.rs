//! K107: the term of a step still open ends soon.

use crate::calendar::dutch;
use crate::check::terms::{self, days};
use crate::check::{Case, Check, Draft, Rule};
use crate::complaint::TermOutcome;
use crate::finding::Code;
use crate::protocol::Step;

pub(super) const RULE: Rule =
    Rule { code: Code::new(107), name: "term-ends-soon", page: include_str!("k107.md"), check: Check::Record(check) };

fn check(case: &Case<'_>, drafts: &mut Vec<Draft>) {
    let today = case.today();
    let horizon = case.protocol().calendar.deadline(today, case.protocol().warn_ahead).due;
    for term in case.record.timeline.terms() {
        let due = term.deadline.due;
        if term.step == Step::Total || term.outcome != TermOutcome::Open || due > horizon {
            continue;
        }
        let when = match (due - today).num_days() {
            0 => "vandaag is de laatste dag".to_owned(),
            1 => format!("morgen, {}, is de laatste dag", dutch::long(due)),
            left => format!("nog {}, de laatste dag is {}", days(left), dutch::long(due)),
        };
        let draft = Draft::warning(case.complaint().place_of(term.step), format!("{}: {when}", term.step.to_do()))
            .due(due)
            .help(help(case, term.step));
        drafts.push(terms::with_start(case, term, draft));
    }
}

fn help(case: &Case<'_>, step: Step) -> String {
    let by_hand = format!("vul na afloop de dag in bij `{}`", terms::field(step));
    match terms::to_be_done(step, case.number()) {
        Some(command) => format!("doe het met {command}, of {by_hand}"),
        None => by_hand,
    }
}
