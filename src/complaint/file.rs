//! A file is a complaint, or it is not. In: a file. Out: its record, or why it has none (K001).

use super::{Complaint, read};
use crate::calendar::Date;
use crate::protocol::Protocol;
use crate::source::{self, FrontMatterFault, SourceFile, Span};
use crate::yaml::{self, FaultKind, Value};

/// A file that is no complaint, and where that shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Broken {
    /// Where.
    pub at: Span,
    /// Why.
    pub why: Why,
}

/// Why a file is no complaint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The halves cannot be told apart.
    FrontMatter(FrontMatterFault),
    /// The marks that git leaves where two people changed the same lines.
    MergeConflict,
    /// The front matter is no YAML.
    Yaml(FaultKind),
    /// The front matter is a text or a list, not keys with values.
    NoKeys,
}

/// Reads a complaint file. `today` tells which days have come.
///
/// # Errors
/// When the file is no complaint at all. Whatever else is wrong stands in the record.
pub fn parse(file: &SourceFile, protocol: &Protocol, today: Date) -> Result<Complaint, Broken> {
    let text = file.text();
    if let Some(at) = merge_conflict(text) {
        return Err(Broken { at, why: Why::MergeConflict });
    }
    let halves = source::split(text).map_err(|fault| Broken { at: place_of(fault), why: Why::FrontMatter(fault) })?;
    let node = yaml::parse(halves.yaml.of(text), halves.yaml.start)
        .map_err(|fault| Broken { at: fault.at, why: Why::Yaml(fault.kind) })?;
    match &node.value {
        Value::Map(entries) => Ok(read::record(file, halves, entries, protocol, today)),
        Value::Null => Ok(read::record(file, halves, &[], protocol, today)),
        Value::Scalar(_) | Value::List(_) => Err(Broken { at: node.span, why: Why::NoKeys }),
    }
}

fn place_of(fault: FrontMatterFault) -> Span {
    match fault {
        FrontMatterFault::Empty | FrontMatterFault::NotOpened => Span::new(0, 0),
        FrontMatterFault::NotClosed(opening) => opening,
    }
}

/// The first mark of a merge that somebody has still to decide.
fn merge_conflict(text: &str) -> Option<Span> {
    const OURS: &str = "<<<<<<<";
    const THEIRS: &str = ">>>>>>>";
    memchr::memchr2_iter(b'<', b'>', text.as_bytes())
        .filter(|&at| at == 0 || text.as_bytes()[at - 1] == b'\n')
        .find(|&at| {
            let rest = &text[at..];
            let mark = rest.strip_prefix(OURS).or_else(|| rest.strip_prefix(THEIRS));
            mark.is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\n', '\r']))
        })
        .map(|at| Span::new(at, at + OURS.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::RelPath;

    fn why(text: &str) -> Option<Why> {
        let file = SourceFile::new(RelPath::new("2026/2026-001.md"), text.to_owned());
        let today = Date::from_ymd_opt(2026, 11, 23).expect("a day");
        parse(&file, &Protocol::default(), today).err().map(|broken| broken.why)
    }

    #[test]
    fn a_file_is_a_complaint_or_says_why_it_is_none() {
        for (text, expected) in [
            ("---\nnummer: 2026-001\n---\n", None),
            ("\u{feff}---\r\nnummer: 2026-001\r\n---\r\n", None),
            ("---\n---\n", None),
            ("", Some(Why::FrontMatter(FrontMatterFault::Empty))),
            ("Geen klacht\n", Some(Why::FrontMatter(FrontMatterFault::NotOpened))),
            ("---\na: 1\n---\n<<<<<<< HEAD\nx\n=======\ny\n>>>>>>> tak\n", Some(Why::MergeConflict)),
            ("---\na: 1\n---\n> > > citaat\n<<<<<<<<<<\nTitel\n=======\n", None),
            ("---\na: b: c\n---\n", Some(Why::Yaml(FaultKind::ColonInText))),
            ("---\n- a\n---\n", Some(Why::NoKeys)),
        ] {
            assert_eq!(why(text), expected, "{text:?}");
        }
    }
}
