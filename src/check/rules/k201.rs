//! K201: handled without handler, cause or solution.

use crate::check::{Case, Check, Draft, Rule};
use crate::complaint::SectionKind;
use crate::finding::Code;
use crate::source::Span;

pub(super) const RULE: Rule = Rule {
    code: Code::new(201),
    name: "handled-incomplete",
    page: include_str!("k201.md"),
    check: Check::Record(check),
};

fn check(case: &Case<'_>, drafts: &mut Vec<Draft>) {
    let complaint = case.complaint();
    if complaint.handled.is_absent() || complaint.has_ended() {
        return;
    }
    let (top, number) = (complaint.opening(), case.number());
    let mut lack = |at: Span, what: &str, help: &str| {
        let draft = Draft::error(at, format!("de klacht is afgehandeld, maar {what} ontbreekt")).help(help);
        let draft = complaint.handled.placed().into_iter().fold(draft, |draft, (_, at)| draft.label(at, "afgehandeld"));
        drafts.push(draft);
    };
    if complaint.handler.is_absent() {
        let help = format!("vul in wie de klacht heeft behandeld (§2.3): `klacht set {number} behandelaar=\"…\"`");
        lack(complaint.handler.place(top), "de `behandelaar`", &help);
    }
    if complaint.causes.is_empty() {
        let help = format!("kies een of meer oorzaken uit het protocol (§2.2): `klacht set {number} oorzaak=…`");
        lack(complaint.causes.whole.place(top), "de `oorzaak`", &help);
    }
    for (kind, help) in [
        (SectionKind::Cause, "schrijf onder `## Oorzaak` hoe het kwam (§2.2)"),
        (
            SectionKind::Solution,
            "schrijf onder `## Voorgestelde oplossing` wat u voorstelde; kon er niets: `Geen oplossing mogelijk, omdat …` (§2.3)",
        ),
    ] {
        let section = complaint.section(kind);
        if section.is_none_or(|section| section.is_empty) {
            let at = section.map_or_else(|| case.record.file.last_line(), |section| section.heading);
            lack(at, &format!("de tekst onder het kopje `{}`", kind.title()), help);
        }
    }
}
