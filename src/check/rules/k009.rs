//! K009: an event in the future, or before 2000.

use crate::check::{Check, Draft, Rule};
use crate::finding::Code;
use crate::yaml::{Expected, Problem, ProblemKind};

pub(super) const RULE: Rule =
    Rule { code: Code::new(9), name: "impossible-date", page: include_str!("k009.md"), check: Check::Problem(check) };

fn check(problem: &Problem) -> Option<Draft> {
    let (message, help) = match problem.kind {
        ProblemKind::Wrong(Expected::PastDate) => {
            ("ligt in de toekomst", "vul een dag pas in als het is gebeurd; let op het jaar en de maand")
        }
        ProblemKind::Wrong(Expected::RecentDate) => ("ligt voor het jaar 2000", "kijk of het jaar klopt"),
        _ => return None,
    };
    Some(Draft::error(problem.at, format!("de datum bij `{}` {message}", problem.key)).help(help))
}
