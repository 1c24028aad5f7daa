//! Findings for GitHub. In: findings and where the register lies in the repository. Out: workflow
//! commands, a line each, which GitHub shows beside the lines of a pull request.

use super::{message_with_help, path_from, sorted};
use crate::finding::{Finding, Severity};

/// The findings as workflow commands. `register` is the folder of the register, relative to the
/// root of the repository and with `/` between its parts.
#[must_use]
pub fn github(findings: &[Finding], register: &str) -> String {
    sorted(findings).into_iter().map(|finding| command(finding, register)).collect()
}

fn command(finding: &Finding, register: &str) -> String {
    let level = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let (start, end) = (finding.place.start, finding.place.end);
    let file = property(&path_from(register, &finding.file));
    // GitHub takes columns only where a single line is meant.
    let place = if start.line == end.line {
        format!("line={},col={},endLine={},endColumn={}", start.line, start.column, end.line, end.column)
    } else {
        format!("line={},endLine={}", start.line, end.line)
    };
    let message = data(&message_with_help(finding));
    format!("::{level} file={file},{place},title={}::{message}\n", finding.code)
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::samples;
    use crate::source::RelPath;

    #[test]
    fn github_gets_one_command_a_finding() {
        assert_eq!(github(&samples::listing(), "complaints"), include_str!("../../tests/report/listing.github"));
    }

    #[test]
    fn no_finding_can_break_out_of_its_command() {
        let hostile = Finding {
            message: "100% mis\r\n::error::x".to_owned(),
            help: None,
            file: RelPath::new("2026/a,line=9:b\n%.md"),
            ..samples::finding(103)
        };
        let command = github(&[hostile], ".");
        assert_eq!(
            command,
            "::error file=2026/a%2Cline=9%3Ab�%25.md,line=12,col=14,endLine=12,endColumn=24,title=K103::100%25 mis�%0A::error::x\n"
        );
    }
}
