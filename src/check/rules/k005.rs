//! K005: number and path disagree.

use crate::check::naming::lies_at_its_number;
use crate::check::{Case, Check, Draft, Rule};
use crate::finding::Code;

pub(super) const RULE: Rule =
    Rule { code: Code::new(5), name: "number-and-path", page: include_str!("k005.md"), check: Check::Record(check) };

fn check(case: &Case<'_>, drafts: &mut Vec<Draft>) {
    let Some((number, at)) = case.complaint().number.placed() else { return };
    let path = case.record.file.path();
    let folder = path.folder().and_then(|folder| folder.rsplit('/').next());
    let agrees = path.file_name().strip_suffix(".md") == Some(number.as_str()) && folder == Some(number.year());
    if !agrees {
        let (shown, year) = (case.number(), number.year());
        // Who gives this file that place as well, loses the complaint that lies there.
        let is_taken = case.register.twins(case.record).any(lies_at_its_number);
        let help = if is_taken {
            format!("verbeter het nummer, of haal dit bestand weg als het een kopie is van {year}/{shown}.md")
        } else {
            format!(
                "bij nummer {shown} hoort het bestand {year}/{shown}.md: geef het die naam en plaats, of verbeter het nummer"
            )
        };
        drafts.push(Draft::error(at, "het nummer en de plaats van het bestand horen niet bij elkaar").help(help));
    }
}
