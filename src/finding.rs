//! What a check says: data only. Made by `check`, put into words for people and machines by `report`.

use std::fmt;

use crate::calendar::Date;
use crate::source::{Place, RelPath, Span};

/// The code of a rule, such as `K103`: stable, and never used again for another rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(u16);

impl Code {
    /// The code with this number; `Code::new(103)` is `K103`.
    #[must_use]
    pub const fn new(number: u16) -> Self {
        Self(number)
    }

    /// Reads a code as a person types it: `K103` or `k103`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.trim().strip_prefix(['K', 'k'])?;
        let plain = digits.len() == 3 && digits.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| digits.parse().ok().map(Self)).flatten()
    }

    /// Whether this is the code of a rule about terms and days that were agreed (K1xx): what its findings say changes as
    /// days pass.
    #[must_use]
    pub fn is_about_a_term(self) -> bool {
        (101..=199).contains(&self.0)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "K{:03}", self.0)
    }
}

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Fails the run.
    Error,
    /// Fails the run with `--strict`.
    Warning,
    /// For the record.
    Note,
}

/// A second place that explains a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Which bytes.
    pub span: Span,
    /// What they have to do with it, in Dutch.
    pub text: String,
}

/// One thing that a rule found. It holds no personal data: it is shown in logs and on pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule's code.
    pub code: Code,
    /// The rule's fixed name, in kebab case.
    pub rule: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong, in Dutch.
    pub message: String,
    /// How to mend it, in Dutch.
    pub help: Option<String>,
    /// The file it is about.
    pub file: RelPath,
    /// The path of that file as people see it, where the true one tells who someone is.
    pub shown_as: Option<RelPath>,
    /// Where in the file.
    pub place: Place,
    /// The same place in bytes, for quoting.
    pub span: Span,
    /// Other places in the file that explain it.
    pub labels: Vec<Label>,
    /// The complaint's number, where it is known.
    pub number: Option<String>,
    /// The last day of the term that it is about.
    pub due: Option<Date>,
}

impl Finding {
    /// The path of the file as it can be shown to anyone.
    #[must_use]
    pub fn shown_file(&self) -> &RelPath {
        self.shown_as.as_ref().unwrap_or(&self.file)
    }

    /// The order of every listing: file, line, column, code.
    #[must_use]
    pub fn order(&self, other: &Self) -> std::cmp::Ordering {
        let key = |finding: &Self| (finding.place.start, finding.code, finding.place.end);
        self.file
            .cmp(&other.file)
            .then_with(|| key(self).cmp(&key(other)))
            .then_with(|| self.message.cmp(&other.message))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_people_type_it() {
        for (text, code) in [("K103", Some(103)), (" k001 ", Some(1)), ("103", None), ("K1", None), ("K1a3", None)] {
            assert_eq!(Code::parse(text), code.map(Code::new), "{text}");
        }
        assert_eq!(Code::new(1).to_string(), "K001");
    }
}
