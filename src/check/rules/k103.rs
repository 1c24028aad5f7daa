//! K103: the term of the handling was missed.

use crate::check::{Case, Check, Draft, Rule, terms};
use crate::finding::Code;
use crate::protocol::Step;

pub(super) const RULE: Rule =
    Rule { code: Code::new(103), name: "handling-late", page: include_str!("k103.md"), check: Check::Record(check) };

fn check(case: &Case<'_>, drafts: &mut Vec<Draft>) {
    terms::missed(case, Step::Handling, drafts);
}
