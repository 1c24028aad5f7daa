//! K008: section unknown or given twice.

use crate::check::{Case, Check, Draft, Rule};
use crate::finding::Code;

pub(super) const RULE: Rule =
    Rule { code: Code::new(8), name: "unknown-section", page: include_str!("k008.md"), check: Check::Record(check) };

fn check(case: &Case<'_>, drafts: &mut Vec<Draft>) {
    let sections = &case.complaint().sections;
    for (index, section) in sections.iter().enumerate() {
        let earlier = || sections[..index].iter().find(|earlier| earlier.kind == section.kind);
        match (section.kind, section.nearest) {
            (None, Some(meant)) => drafts.push(
                Draft::warning(section.heading, "dit kopje kent klacht niet")
                    .help(format!("bedoelde u `## {}`?", meant.title())),
            ),
            (None, None) => drafts.push(Draft::warning(section.heading, "dit kopje kent klacht niet").help(
                "gebruik de kopjes Omschrijving, Oorzaak, Voorgestelde oplossing, Leerpunten en Samenvatting; voor een \
                 kopje daarbinnen zijn er drie hekjes: ###",
            )),
            (Some(kind), _) => drafts.extend(earlier().map(|earlier| {
                Draft::warning(section.heading, format!("het kopje `{}` staat er twee keer", kind.title()))
                    .label(earlier.heading, "hier staat het al")
                    .help("voeg de twee stukken samen onder één kopje")
            })),
        }
    }
}
