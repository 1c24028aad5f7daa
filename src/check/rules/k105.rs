//! K105: an open measure past its date.

use crate::calendar::dutch;
use crate::check::{Case, Check, Draft, Rule, terms::days};
use crate::finding::Code;

pub(super) const RULE: Rule =
    Rule { code: Code::new(105), name: "measure-late", page: include_str!("k105.md"), check: Check::Record(check) };

fn check(case: &Case<'_>, drafts: &mut Vec<Draft>) {
    for measure in case.complaint().measures.given() {
        let Some((&by, at)) = measure.by.placed() else { continue };
        if by < case.today() && measure.done.is_absent() {
            let late = days((case.today() - by).num_days());
            drafts.push(
                Draft::warning(
                    at,
                    format!("deze maatregel had {late} geleden klaar moeten zijn, op {}", dutch::long(by)),
                )
                .due(by)
                .help("vul `gereed` in als de maatregel is uitgevoerd, of spreek een nieuwe datum af bij `voor`"),
            );
        }
    }
}
