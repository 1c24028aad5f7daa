//! May a complaint be erased (§2.3)? In: the join and a number. Out: what goes and the line that stays, or why it must
//! stay.

use super::{Record, Register, Row, erased_line};
use crate::calendar::Date;
use crate::complaint::{Hold, Number};
use crate::source::RelPath;
use crate::yaml::ProblemKind;

/// What erasing a complaint takes away, and what it leaves.
#[derive(Debug)]
pub struct Erasure<'r> {
    /// Its record.
    pub record: &'r Record,
    /// The folder of its attachments, which need not be there.
    pub folder: RelPath,
    /// Its line in `vernietigd.csv`, without line end.
    pub line: String,
    /// Whether that line stands there already: erasing was interrupted.
    pub is_begun: bool,
}

/// Why a complaint is not erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotErased {
    /// It was erased before.
    Already,
    /// No complaint has this number.
    Unknown,
    /// Its file cannot be read.
    Unreadable,
    /// The number is that of two files, or of a file and an erased complaint.
    NumberUsedTwice,
    /// The file has not the name that belongs to the number.
    OtherName,
    /// A key or value of the record is wrong: nobody knows what it should say.
    Wrong,
    /// It must be kept up to and including this day, for the reason that its record gives.
    Held(Date),
    /// Its term runs up to and including this day.
    TermRuns(Date),
    /// No day tells when its term ends.
    NoTerm,
}

impl Register {
    /// What erasing this complaint would do today.
    ///
    /// # Errors
    /// Why it must stay.
    pub fn erasure(&self, number: &Number) -> Result<Erasure<'_>, NotErased> {
        let record = self.record_of(number)?;
        let row = Row::of(record, self.protocol()).ok_or(NotErased::Wrong)?;
        let line = erased_line(&row, self.protocol(), self.today);
        let is_begun = self.erased.has(number);
        // Someone may have given a new complaint the number of an erased one.
        if is_begun && !self.erased.text_of(number).is_some_and(|begun| is_same_complaint(begun, &line)) {
            return Err(NotErased::NumberUsedTwice);
        }
        self.may_go(record)?;
        let folder = RelPath::new(record.file.path().own_folder());
        Ok(Erasure { record, folder, line, is_begun })
    }

    fn record_of(&self, number: &Number) -> Result<&Record, NotErased> {
        let mut records = self.numbers.get(number).into_iter().flatten().filter_map(|&at| self.entries[at].record());
        let file_name = format!("{number}.md");
        match (records.next(), records.next()) {
            (Some(_), Some(_)) => Err(NotErased::NumberUsedTwice),
            (Some(record), None) if record.file.path().file_name() != file_name => Err(NotErased::OtherName),
            (Some(record), None) => Ok(record),
            (None, _) if self.entries.iter().any(|entry| entry.file().path().file_name() == file_name) => {
                Err(NotErased::Unreadable)
            }
            (None, _) if self.erased.has(number) => Err(NotErased::Already),
            (None, _) => Err(NotErased::Unknown),
        }
    }

    /// Whether the term of a record has ended and nothing holds it.
    fn may_go(&self, record: &Record) -> Result<(), NotErased> {
        let complaint = &record.complaint;
        // What is missing cannot be a hold that someone meant to write.
        if complaint.problems.iter().any(|problem| problem.kind != ProblemKind::Missing) {
            return Err(NotErased::Wrong);
        }
        let retention = complaint.retention(self.protocol()).ok_or(NotErased::NoTerm)?;
        match retention.hold {
            Hold::Unclear => Err(NotErased::Wrong),
            Hold::Until(hold) if self.today <= hold.due => Err(NotErased::Held(hold.due)),
            _ if self.today <= retention.due => Err(NotErased::TermRuns(retention.due)),
            Hold::Until(_) | Hold::None => Ok(()),
        }
    }
}

/// Whether two lines are about one complaint: one that was never closed ends with the month in which it was erased.
fn is_same_complaint(line: &str, other: &str) -> bool {
    let facts = |line: &str| line.rsplit_once(',').map(|(facts, _)| facts.to_owned());
    facts(line) == facts(other)
}
