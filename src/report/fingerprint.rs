//! What makes a finding the same one from run to run. In: findings. Out: a fingerprint each, by which a server knows
//! which are new and which are solved.

use std::collections::HashMap;

use uuid::Uuid;

use super::path_from;
use crate::finding::Finding;

/// The space of names that is klacht's own for findings.
const NAMESPACE: Uuid = Uuid::from_u128(0x5c1f2a36_90b7_4d0e_8a6b_3b0d7e4f9c21);

/// Gives findings of one run their fingerprints; the order in which they come must be that of every listing.
///
/// A fingerprint is made of the file, the code and the keys that the message names, never of the line or of the words
/// around them: lines move while others type, and "2 dagen te laat" is three days the next morning. Findings that are
/// alike in all that are told apart by their order.
pub(super) struct Fingerprints<'r> {
    register: &'r str,
    seen: HashMap<String, usize>,
}

impl<'r> Fingerprints<'r> {
    /// For findings of the register in this folder.
    pub(super) fn new(register: &'r str) -> Self {
        Self { register, seen: HashMap::new() }
    }

    /// The fingerprint of the next finding: 32 hexadecimal digits.
    pub(super) fn next(&mut self, finding: &Finding) -> String {
        let keys: Vec<_> = keys(&finding.message).collect();
        let name = format!("{}\n{}\n{}", path_from(self.register, &finding.file), finding.code, keys.join("\n"));
        let before = self.seen.entry(name.clone()).or_default();
        let fingerprint = Uuid::new_v5(&NAMESPACE, format!("{name}\n{before}").as_bytes());
        *before += 1;
        fingerprint.simple().to_string()
    }
}

/// What a message quotes, save places such as `medewerkers.yaml:3`, which move.
fn keys(message: &str) -> impl Iterator<Item = &str> {
    let quoted = message.split('`').skip(1).step_by(2);
    quoted.filter(|words| !words.contains(|sign: char| sign.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::samples;
    use crate::source::{LineCol, Place, RelPath};

    fn of(findings: &[Finding]) -> Vec<String> {
        let mut fingerprints = Fingerprints::new("complaints");
        findings.iter().map(|finding| fingerprints.next(finding)).collect()
    }

    fn saying(message: &str) -> Finding {
        Finding { message: message.to_owned(), ..samples::finding(103) }
    }

    #[test]
    fn a_finding_that_moved_and_grew_older_is_the_same_one() {
        let today = saying("`afgehandeld` is 1 dag te laat, zie `medewerkers.yaml:3`");
        let at = LineCol { line: 40, column: 1 };
        let tomorrow = Finding {
            place: Place { start: at, end: at },
            ..saying("`afgehandeld` is 2 dagen te laat, zie `medewerkers.yaml:4`")
        };
        assert_eq!(of(&[today]), of(&[tomorrow]));
    }

    #[test]
    fn no_two_findings_of_a_run_are_the_same_one() {
        let other_file = Finding { file: RelPath::new("2026/2026-015.md"), ..saying("`ontvangen` ontbreekt") };
        let other_code = samples::finding(104);
        let twice = saying("`ontvangen` ontbreekt");
        let all = of(&[twice.clone(), twice, saying("`kanaal` ontbreekt"), other_file, other_code]);
        assert!(all.iter().enumerate().all(|(at, one)| one.len() == 32 && !all[..at].contains(one)), "{all:?}");
    }
}
