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
            .help(format!("vul na afloop de datum in bij `{}`", key(term.step)));
        drafts.push(terms::with_start(case, term, draft));
    }
}

fn key(step: Step) -> &'static str {
    match step {
        Step::Confirmation => "bevestigd",
        Step::Registration => "geregistreerd",
        Step::Handling | Step::Total => "afgehandeld",
        Step::Ruling => "beroep.uitspraak",
    }
}
