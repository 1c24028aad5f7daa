//! K011: a link to a file that is missing or leaves the register; attachments whose complaint is missing.

use crate::check::{Case, Check, Draft, Rule};
use crate::finding::{Code, Finding};
use crate::register::Register;
use crate::source::{RelPath, SourceFile, Span};
use crate::yaml::{FileFault, Problem, ProblemKind};

pub(super) const RULE: Rule = Rule {
    code: Code::new(11),
    name: "missing-file",
    page: include_str!("k011.md"),
    check: Check::RecordAndProblem(check, check_problem),
};

fn check(case: &Case<'_>, drafts: &mut Vec<Draft>) {
    let folder = case.record.file.path().folder();
    for link in &case.complaint().links {
        let fault = match target(&link.target, folder) {
            Target::Elsewhere => None,
            Target::Outside => {
                Some(Draft::error(link.at, "deze verwijzing leidt naar een plaats buiten het klachtenregister").help(
                    "zet het bestand in de eigen map van de klacht en verwijs daarnaar, zoals (2026-014/brief.pdf)",
                ))
            }
            Target::Inside(path) if case.register.holds(&path) => None,
            Target::Inside(_) => Some(
                Draft::error(link.at, "het bestand waarnaar wordt verwezen, is er niet")
                    .help("kijk of de naam klopt en of het bestand is toegevoegd; een webadres begint met https://"),
            ),
        };
        drafts.extend(fault);
    }
}

/// A setting that names a file: the logo.
fn check_problem(problem: &Problem) -> Option<Draft> {
    let ProblemKind::File(fault) = problem.kind else { return None };
    let key = problem.key;
    Some(match fault {
        FileFault::Missing => Draft::error(problem.at, format!("het bestand van `{key}` is er niet"))
            .help("zet het bestand naast `protocol.yaml` en kijk of de naam klopt, ook de hoofdletters"),
        FileFault::Outside => {
            Draft::error(problem.at, format!("het bestand van `{key}` ligt buiten het klachtenregister"))
                .help("zet het bestand naast `protocol.yaml` en schrijf alleen de naam, zoals logo.svg")
        }
    })
}

/// Folders with attachments of complaints that are not there: nobody would erase them when their time comes. Each is told of
/// at the complaint file that should be there, for the names of attachments may tell who someone is.
pub(in crate::check) fn orphans(register: &Register) -> Vec<Finding> {
    let orphans = register.orphans().into_iter();
    orphans
        .map(|(folder, number)| {
            let file = SourceFile::new(RelPath::new(format!("{folder}.md")), String::new());
            let draft = Draft::error(Span::default(), "er zijn bijlagen bij deze klacht, maar het klachtbestand is er niet")
                .help("zet het klachtbestand terug naast de map met de bijlagen; is de klacht gewist, haal dan de hele map weg");
            draft.finish(&RULE, &file, Some(number.to_string()))
        })
        .collect()
}

enum Target {
    /// A web address, a mail address or a place on the page itself.
    Elsewhere,
    /// A file outside the register.
    Outside,
    /// A path in the register.
    Inside(String),
}

fn target(link: &str, folder: Option<&str>) -> Target {
    let path = link.split(['#', '?']).next().unwrap_or("");
    if path.is_empty() {
        return Target::Elsewhere;
    }
    let path = percent_decoded(path).replace('\\', "/");
    match scheme(&path) {
        Some(scheme) if scheme.len() > 1 && !scheme.eq_ignore_ascii_case("file") => return Target::Elsewhere,
        Some(_) => return Target::Outside,
        None => {}
    }
    if path.starts_with('/') {
        return Target::Outside;
    }
    let mut parts: Vec<&str> = folder.into_iter().flat_map(|folder| folder.split('/')).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.pop().is_none() => return Target::Outside,
            ".." => {}
            part => parts.push(part),
        }
    }
    Target::Inside(parts.join("/"))
}

/// The scheme of an address, such as `https`; a single letter is a Windows drive.
fn scheme(link: &str) -> Option<&str> {
    let (scheme, _) = link.split_once(':')?;
    let letters = scheme.chars().all(|sign| sign.is_ascii_alphanumeric() || "+-.".contains(sign));
    (letters && scheme.starts_with(|sign: char| sign.is_ascii_alphabetic())).then_some(scheme)
}

fn percent_decoded(text: &str) -> String {
    let hex = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        rest = match (first, tail) {
            (b'%', [high, low, tail @ ..]) if hex(*high).is_some() && hex(*low).is_some() => {
                bytes.extend(hex(*high).zip(hex(*low)).map(|(high, low)| high * 16 + low));
                tail
            }
            _ => {
                bytes.push(*first);
                tail
            }
        };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_leads_elsewhere_outside_or_to_a_path_in_the_register() {
        let cases = [
            ("https://example.nl/x", "elsewhere"),
            ("mailto:info@example.nl", "elsewhere"),
            ("#oorzaak", "elsewhere"),
            ("2026-014/brief.pdf", "2026/2026-014/brief.pdf"),
            ("./2026-014/de%20brief.pdf?x#y", "2026/2026-014/de brief.pdf"),
            ("../2025/2025-003.md", "2025/2025-003.md"),
            ("2026-014\\brief.pdf", "2026/2026-014/brief.pdf"),
            ("../../geheim.txt", "outside"),
            ("/etc/passwd", "outside"),
            ("file:///etc/passwd", "outside"),
            ("C:\\brief.pdf", "outside"),
            ("%2e%2e/%2e%2e/x", "outside"),
            ("100%.pdf", "2026/100%.pdf"),
        ];
        for (link, expected) in cases {
            let found = match target(link, Some("2026")) {
                Target::Elsewhere => "elsewhere".to_owned(),
                Target::Outside => "outside".to_owned(),
                Target::Inside(path) => path,
            };
            assert_eq!(found, expected, "{link}");
        }
    }
}
