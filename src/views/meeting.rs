//! The reports for the team meeting: of one quarter, or of all since the meeting before. They name months, never days:
//! their types hold no day. What can be read aloud comes as whole sentences.

use std::borrow::Cow;
use std::fmt;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::choices::{Outcome, Satisfaction, Status, TermKind};
use super::complaint::MeasureState;
use super::people::{PeopleInShort, Who};
use super::reading::{AllReadBy, ReadBy};
use super::text::{Html, Number, Text, Word, joined};
use super::time::{Month, Quarter};
use super::trend::{PERIODS, Trend};

/// Which report it is. Serialises as `{id, title}`; the id is the name of its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportName {
    /// Of a quarter.
    Quarter(Quarter),
    /// Of all that was not discussed yet, whatever its quarter.
    SinceLastMeeting,
}

impl ReportName {
    /// The head of its column among the figures.
    pub(super) fn short(self) -> String {
        match self {
            Self::Quarter(quarter) => quarter.to_string(),
            Self::SinceLastMeeting => "sinds overleg".to_owned(),
        }
    }

    fn title(self) -> String {
        match self {
            Self::Quarter(quarter) => quarter.name(),
            Self::SinceLastMeeting => "sinds het vorige overleg".to_owned(),
        }
    }
}

impl fmt::Display for ReportName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Quarter(quarter) => quarter.fmt(f),
            Self::SinceLastMeeting => f.write_str("sinds-vorig-overleg"),
        }
    }
}

impl Serialize for ReportName {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("ReportName", 2)?;
        fields.serialize_field("id", &self.to_string())?;
        fields.serialize_field("title", &self.title())?;
        fields.end()
    }
}

/// One report.
#[derive(Debug, Clone, Serialize)]
pub struct Meeting<'c> {
    /// Which.
    pub name: ReportName,
    /// Of which months it tells.
    pub months: Word,
    /// Who has read the texts of the complaints that it tells in full, after they were masked.
    pub read_by: Option<AllReadBy>,
    /// The names of the periods, the oldest first: four quarters, and the one of this report.
    pub periods: [Word; PERIODS],
    /// How the last of these compares with those before it.
    pub comparison: Word,
    /// The figures, in the order of the page.
    pub figures: Vec<Trend>,
    /// Which complaints are on it.
    pub scope: Word,
    /// The complaints, in order of number.
    pub complaints: Vec<Cow<'c, MeetingComplaint>>,
    /// The complaints that are too many to tell in full: lower numbers.
    pub in_short: Vec<Number>,
    /// How many there are that are too many even for that: the lowest numbers.
    pub unnamed: usize,
    /// Causes that recur.
    pub recurring: Vec<Recurrence>,
    /// Measures of all complaints that are open or late; not in the reports of earlier quarters, for they are those of
    /// the day of the build.
    pub measures: Option<OpenMeasures>,
    /// What the chair of the meeting looks after.
    pub checklist: Checklist,
    /// The report before this one.
    pub previous: Option<ReportName>,
    /// The report after this one.
    pub next: Option<ReportName>,
}

/// One complaint as the meeting reads it.
#[derive(Debug, Clone, Serialize)]
pub struct MeetingComplaint {
    /// Number, and name of its page.
    pub number: Number,
    /// What it is about.
    pub subject: Option<Text>,
    /// The people in it, for those who may know.
    pub people: Option<PeopleInShort>,
    /// Where it stands.
    pub status: Status,
    /// Kinds, in the order of the record.
    #[serde(serialize_with = "joined")]
    pub kinds: Vec<Word>,
    /// Causes, in the order of the record.
    #[serde(serialize_with = "joined")]
    pub causes: Vec<Word>,
    /// Month of receipt.
    pub received: Option<Month>,
    /// Month in which a solution was offered.
    pub handled: Option<Month>,
    /// Month in which it ended another way.
    pub ended: Option<Month>,
    /// Month of the meeting in which it was discussed.
    pub discussed: Option<Month>,
    /// It was discussed, though the month may not be known.
    pub is_discussed: bool,
    /// Terms that were missed.
    pub missed: Vec<TermKind>,
    /// Who has read its texts, after they were masked.
    pub read_by: Option<ReadBy>,
    /// The sentence that opens: when, how and about what it came in.
    pub opening: Word,
    /// What happened: the summary, else the description.
    pub story: Option<Html>,
    /// The sentence that names the causes.
    pub because: Option<Word>,
    /// Why it happened.
    pub cause: Option<Html>,
    /// The sentences that tell when it was handled or ended, and what was late.
    pub outcome_in_words: Option<Word>,
    /// What was done.
    pub solution: Option<Html>,
    /// The sentences about appeal and after-care.
    pub afterwards: Option<Word>,
    /// What we learn.
    pub lessons: Option<Html>,
    /// Whether the record tells what we learn, though it may not be shown.
    #[serde(skip)]
    pub has_lessons: bool,
    /// What keeps it from happening again.
    pub measures: Vec<MeetingMeasure>,
    /// There was an appeal.
    pub appealed: bool,
    /// What came of the appeal.
    pub outcome: Option<Outcome>,
    /// What the complainant said in after-care.
    pub satisfaction: Option<Satisfaction>,
}

/// A measure as the meeting reads it.
#[derive(Debug, Clone, Serialize)]
pub struct MeetingMeasure {
    /// The complaint it belongs to.
    pub number: Number,
    /// What, where that was filled in.
    pub what: Option<Text>,
    /// By whom.
    pub who: Option<Who>,
    /// By which month.
    pub due: Option<Month>,
    /// How it stands.
    pub state: MeasureState,
    /// The sentence that tells who does it, and by when.
    pub agreed: Word,
    /// Who has read what it is.
    pub read_by: Option<ReadBy>,
}

/// Measures that are not done yet, the longest overdue first.
#[derive(Debug, Clone, Serialize)]
pub struct OpenMeasures {
    /// The first of them.
    pub first: Vec<MeetingMeasure>,
    /// How many there are in all.
    pub count: usize,
    /// How many of all are late.
    pub late: usize,
}

/// The same cause and kind three times within twelve months, or more.
#[derive(Debug, Clone, Serialize)]
pub struct Recurrence {
    /// The kind.
    pub kind: Word,
    /// The cause.
    pub cause: Word,
    /// How many complaints.
    pub count: usize,
    /// The last of them, in order of number.
    pub numbers: Vec<Number>,
}

/// What the chair of the meeting looks after (§4): each complaint discussed, and agreed what follows from it. Of the
/// complaints that the report tells in full.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Checklist {
    /// To be discussed, and then to be marked as discussed.
    pub discuss: Vec<Number>,
    /// Of those: nobody wrote yet what we learn.
    pub without_lessons: Vec<Number>,
    /// Of those: there is no measure.
    pub without_measure: Vec<Number>,
    /// Of those: a measure that is open lacks who does it, or by when.
    pub unassigned: Vec<Number>,
}
