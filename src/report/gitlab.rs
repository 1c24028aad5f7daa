//! Findings for GitLab's report of code quality. In: findings and where the register lies in the repository. Out: one
//! JSON array, which GitLab shows in a merge request, with what became better and worse.

use serde::Serialize;

use super::fingerprint::Fingerprints;
use super::{message_with_help, path_from, sorted};
use crate::finding::{Finding, Severity};

/// An issue as GitLab's documentation describes it, in the part of the Code Climate format that it reads.
#[derive(Serialize)]
struct Issue {
    #[serde(rename = "type")]
    kind: &'static str,
    check_name: String,
    categories: [&'static str; 1],
    description: String,
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

/// The findings as GitLab's code quality report. `register` is the folder of the register, relative to the root of the
/// repository and with `/` between its parts.
#[must_use]
pub fn gitlab(findings: &[Finding], register: &str) -> String {
    let mut fingerprints = Fingerprints::new(register);
    let rows = sorted(findings).into_iter().map(|finding| {
        let issue = issue(finding, register, fingerprints.next(finding));
        serde_json::to_string(&issue).expect("an issue holds nothing but text and numbers")
    });
    let rows: Vec<_> = rows.collect();
    if rows.is_empty() { "[]\n".to_owned() } else { format!("[\n{}\n]\n", rows.join(",\n")) }
}

fn issue(finding: &Finding, register: &str, fingerprint: String) -> Issue {
    Issue {
        kind: "issue",
        check_name: finding.code.to_string(),
        categories: ["Bug Risk"],
        // GitLab shows a description as one paragraph, and the code nowhere else.
        description: format!("{}: {}", finding.code, message_with_help(finding))
            .replace("\nhulp: ", ". Hulp: ")
            .replace('\n', " "),
        fingerprint,
        severity: match finding.severity {
            Severity::Error => "major",
            Severity::Warning => "minor",
            Severity::Note => "info",
        },
        location: Location {
            path: path_from(register, &finding.file),
            lines: Lines { begin: finding.place.start.line, end: finding.place.end.line },
        },
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value;

    use super::*;
    use crate::report::samples;

    #[test]
    fn gitlab_gets_an_array_with_an_issue_a_line() {
        assert_eq!(gitlab(&samples::listing(), "complaints"), include_str!("../../tests/report/listing.gitlab"));
        assert_eq!(gitlab(&[], "complaints"), "[]\n");
    }

    /// <https://docs.gitlab.com/ci/testing/code_quality/>: what a report of one's own must hold.
    #[test]
    fn every_issue_has_what_gitlab_asks_for() {
        let issues: Vec<Value> = serde_json::from_str(&gitlab(&samples::listing(), "complaints")).unwrap();
        let mut fingerprints = BTreeSet::new();
        for issue in &issues {
            assert!(["description", "check_name"].iter().all(|key| issue[key].is_string()), "{issue}");
            assert!(fingerprints.insert(issue["fingerprint"].as_str().unwrap()), "{issue}");
            let severities = ["info", "minor", "major", "critical", "blocker"];
            assert!(severities.contains(&issue["severity"].as_str().unwrap()), "{issue}");
            let path = issue["location"]["path"].as_str().unwrap();
            assert!(path.starts_with("complaints/"), "relative to the repository, and without ./: {path}");
            assert!(issue["location"]["lines"]["begin"].as_u64().unwrap() >= 1, "{issue}");
        }
        assert_eq!(issues.len(), samples::listing().len());
    }
}
