//! K002: unknown key, or a key given twice.

use crate::check::{Check, Draft, Rule};
use crate::finding::Code;
use crate::yaml::{Problem, ProblemKind};

pub(super) const RULE: Rule =
    Rule { code: Code::new(2), name: "unknown-key", page: include_str!("k002.md"), check: Check::Problem(check) };

fn check(problem: &Problem) -> Option<Draft> {
    match &problem.kind {
        ProblemKind::UnknownKey { written: Some(written), meant: Some(meant) } if looks_the_same(written, meant) => {
            Some(
                Draft::error(problem.at, format!("bij de naam van het veld `{meant}` staat een teken dat u niet ziet"))
                    .help("haal de naam van het veld weg en typ hem opnieuw, met de dubbele punt er direct achter"),
            )
        }
        ProblemKind::UnknownKey { written: Some(written), meant: Some(meant) } => Some(
            Draft::error(problem.at, format!("het veld `{written}` bestaat niet; bedoelde u `{meant}`?"))
                .help(format!("verander `{written}` in `{meant}`")),
        ),
        ProblemKind::UnknownKey { meant: Some(meant), .. } => Some(
            Draft::error(problem.at, format!("dit veld bestaat niet; bedoelde u `{meant}`?"))
                .help(format!("schrijf de naam van het veld precies zo, met kleine letters: `{meant}`")),
        ),
        ProblemKind::UnknownKey { meant: None, .. } => Some(Draft::error(problem.at, "dit veld bestaat niet").help(
            "haal het weg (in een klachtbestand kan wat u kwijt wilt onder een kopje); `klacht explain K002` noemt \
                     de velden",
        )),
        ProblemKind::DuplicateKey(first) => Some(
            Draft::error(problem.at, format!("het veld `{}` staat er twee keer", problem.key))
                .label(*first, "hier staat het al")
                .help("houd het veld over dat klopt en haal het andere weg"),
        ),
        ProblemKind::Missing | ProblemKind::Wrong(_) | ProblemKind::File(_) => None,
    }
}

/// Whether two keys differ in spaces and hidden signs alone.
fn looks_the_same(written: &str, meant: &str) -> bool {
    let seen = |sign: &char| sign.is_alphanumeric() || sign.is_ascii_punctuation();
    written.chars().filter(seen).eq(meant.chars())
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_page_names_every_field_as_the_finding_says() {
        for key in crate::complaint::KEYS {
            assert!(super::RULE.page.contains(&format!("`{key}`")), "{key}");
        }
    }
}
