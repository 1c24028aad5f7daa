//! K101: the term of the confirmation was missed.

use crate::check::{Case, Check, Draft, Rule, terms};
use crate::finding::Code;
use crate::protocol::Step;

pub(super) const RULE: Rule = Rule {
    code: Code::new(101),
    name: "confirmation-late",
    page: include_str!("k101.md"),
    check: Check::Record(check),
};

fn check(case: &Case<'_>, drafts: &mut Vec<Draft>) {
    terms::missed(case, Step::Confirmation, drafts);
}
