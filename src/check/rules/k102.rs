//! K102: the term of the registration was missed.

use crate::check::{Case, Check, Draft, Rule, terms};
use crate::finding::Code;
use crate::protocol::Step;

pub(super) const RULE: Rule = Rule {
    code: Code::new(102),
    name: "registration-late",
    page: include_str!("k102.md"),
    check: Check::Record(check),
};

fn check(case: &Case<'_>, drafts: &mut Vec<Draft>) {
    terms::missed(case, Step::Registration, drafts);
}
