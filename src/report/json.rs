//! Findings for a program. In: findings. Out: one JSON array, an object a line.

use serde::Serialize;

use super::sorted;
use crate::finding::{Finding, Severity};

/// A finding as programs know it; the names and their order are a contract.
#[derive(Serialize)]
struct Row<'f> {
    code: String,
    rule: &'f str,
    severity: &'static str,
    message: &'f str,
    help: Option<&'f str>,
    file: &'f str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    number: Option<&'f str>,
    due: Option<String>,
}

impl<'f> From<&'f Finding> for Row<'f> {
    fn from(finding: &'f Finding) -> Self {
        Self {
            code: finding.code.to_string(),
            rule: finding.rule,
            severity: match finding.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Note => "note",
            },
            message: &finding.message,
            help: finding.help.as_deref(),
            file: finding.file.as_str(),
            line: finding.place.start.line,
            column: finding.place.start.column,
            end_line: finding.place.end.line,
            end_column: finding.place.end.column,
            number: finding.number.as_deref(),
            due: finding.due.map(|due| due.to_string()),
        }
    }
}

/// The findings as one JSON array, sorted by file, line, column and code. Lines and columns count
/// from 1, the end column is exclusive, and `file` is relative to the register.
#[must_use]
pub fn json(findings: &[Finding]) -> String {
    let row = |finding: &Finding| {
        serde_json::to_string(&Row::from(finding)).expect("a row holds nothing but text and numbers")
    };
    let rows: Vec<_> = sorted(findings).into_iter().map(row).collect();
    if rows.is_empty() { "[]\n".to_owned() } else { format!("[\n{}\n]\n", rows.join(",\n")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::samples;

    #[test]
    fn json_is_one_sorted_array_with_an_object_a_line() {
        assert_eq!(json(&samples::listing()), include_str!("../../tests/report/listing.json"));
    }

    #[test]
    fn without_findings_the_array_is_empty() {
        assert_eq!(json(&[]), "[]\n");
    }
}
