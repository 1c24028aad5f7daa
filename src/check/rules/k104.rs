//! K104: the term of the ruling on appeal was missed.

use crate::check::{Case, Check, Draft, Rule, terms};
use crate::finding::Code;
use crate::protocol::Step;

pub(super) const RULE: Rule =
    Rule { code: Code::new(104), name: "ruling-late", page: include_str!("k104.md"), check: Check::Record(check) };

fn check(case: &Case<'_>, drafts: &mut Vec<Draft>) {
    terms::missed(case, Step::Ruling, drafts);
}
