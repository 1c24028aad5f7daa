//! The last line for a person. In: findings, how many complaints were checked and how many there are. Out: one sentence.

use super::human::Checked;
use crate::finding::{Finding, Severity};

pub(super) fn totals(findings: &[Finding], Checked { complaints, all }: Checked) -> String {
    let kinds = [
        (Severity::Error, "fout", "fouten"),
        (Severity::Warning, "waarschuwing", "waarschuwingen"),
        (Severity::Note, "aantekening", "aantekeningen"),
    ];
    let counts: Vec<_> = kinds
        .into_iter()
        .map(|(severity, one, more)| (findings.iter().filter(|found| found.severity == severity).count(), one, more))
        .filter(|(count, ..)| *count > 0)
        .map(|(count, one, more)| counted(count, one, more))
        .collect();
    let checked = counted(complaints, "klacht", "klachten");
    let none = if all == 0 { "er zijn geen klachten gevonden" } else { "er is geen klacht veranderd" };
    match (counts.as_slice(), complaints) {
        ([], 0) if all == 0 => "Er zijn geen klachten gevonden.".to_owned(),
        ([], 0) => "Er is geen klacht veranderd: alles in orde.".to_owned(),
        ([], _) => format!("{checked} gecontroleerd: alles in orde."),
        (counts, 0) => format!("{}; {none}.", listed(counts)),
        (counts, _) => format!("{} in {checked}.", listed(counts)),
    }
}

fn counted(count: usize, one: &str, more: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}

fn listed(parts: &[String]) -> String {
    match parts {
        [rest @ .., last] if !rest.is_empty() => format!("{} en {last}", rest.join(", ")),
        parts => parts.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::samples::finding;

    #[test]
    fn the_totals_are_a_dutch_sentence() {
        use Severity::{Error, Note, Warning};
        let cases: [(&[Severity], usize, usize, &str); 10] = [
            (&[], 42, 42, "42 klachten gecontroleerd: alles in orde."),
            (&[], 1, 42, "1 klacht gecontroleerd: alles in orde."),
            (&[], 0, 0, "Er zijn geen klachten gevonden."),
            (&[], 0, 42, "Er is geen klacht veranderd: alles in orde."),
            (&[Error], 0, 0, "1 fout; er zijn geen klachten gevonden."),
            (&[Error], 0, 42, "1 fout; er is geen klacht veranderd."),
            (&[Error], 1, 42, "1 fout in 1 klacht."),
            (&[Note, Note], 2, 42, "2 aantekeningen in 2 klachten."),
            (&[Warning, Error, Error], 42, 42, "2 fouten en 1 waarschuwing in 42 klachten."),
            (&[Error, Note, Warning, Warning], 42, 42, "1 fout, 2 waarschuwingen en 1 aantekening in 42 klachten."),
        ];
        for (severities, complaints, all, line) in cases {
            let findings: Vec<_> = severities.iter().map(|&severity| Finding { severity, ..finding(103) }).collect();
            assert_eq!(totals(&findings, Checked { complaints, all }), line);
        }
    }
}
