//! K006: a number used by two complaints, or by one that was erased.

use crate::check::naming::path_without_names;
use crate::check::{Case, Check, Draft, Rule};
use crate::finding::Code;
use crate::register::ERASED;

pub(super) const RULE: Rule =
    Rule { code: Code::new(6), name: "number-used-twice", page: include_str!("k006.md"), check: Check::Record(check) };

fn check(case: &Case<'_>, drafts: &mut Vec<Draft>) {
    let Some((number, at)) = case.complaint().number.placed() else { return };
    let shown = case.number();
    if let Some(line) = case.register.erased.line_of(number) {
        drafts.push(
            Draft::error(at, format!("het nummer {shown} is van een klacht die al is gewist ({ERASED}:{line})")).help(
                "geef deze klacht het volgende vrije nummer; is het wissen van deze klacht zelf onderbroken, wis haar dan \
                 opnieuw",
            ),
        );
    }
    let Some(other) = case.register.twins(case.record).next() else { return };
    let without_names = path_without_names(other);
    let path = without_names.as_ref().unwrap_or(other.file.path());
    let place = other.complaint.number.placed().map_or(1, |(_, at)| other.file.place(at).start.line);
    drafts.push(
        Draft::error(at, format!("het nummer {shown} is ook gebruikt in {path}:{place}"))
            .help(
            "geef de klacht die het laatst is ontvangen het volgende vrije nummer; is een van de twee een kopie, haal die dan \
             weg",
        ),
    );
}
