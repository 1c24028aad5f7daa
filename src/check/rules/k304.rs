//! K304: the text has changed since someone read it, or other words in it are masked.

use crate::anonymise::Reading;
use crate::check::{Case, Check, Draft, Rule};
use crate::finding::Code;

pub(super) const RULE: Rule =
    Rule { code: Code::new(304), name: "reading-lapsed", page: include_str!("k304.md"), check: Check::Record(check) };

fn check(case: &Case<'_>, drafts: &mut Vec<Draft>) {
    let Some((_, at)) = case.complaint().read.placed().filter(|_| case.reading == Reading::Lapsed) else { return };
    drafts.push(
        Draft::warning(at, "de tekst voor het team is veranderd nadat iemand die heeft nagelezen")
            .help(format!("lees de tekst opnieuw na: `klacht review {}`", case.number())),
    );
}
