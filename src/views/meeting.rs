//! The report for the team meeting of one quarter. It names months, never days: its types hold no day.

use serde::Serialize;

use super::amount::{Amount, FigureName};
use super::choices::{Outcome, Satisfaction, Status, TermKind};
use super::complaint::MeasureState;
use super::people::{PeopleInShort, Who};
use super::text::{Html, Number, ReadBy, Text, Word, joined};
use super::time::{Month, Quarter};

/// How many quarters the figures compare: this one after the four before it.
pub const PERIODS: usize = 5;

/// The report of one quarter.
#[derive(Debug, Clone, Serialize)]
pub struct Meeting {
    /// The quarter, and name of the page.
    pub quarter: Quarter,
    /// The four quarters before and this one, the oldest first.
    pub periods: [Quarter; PERIODS],
    /// Who has read the texts on it, after they were masked.
    pub read_by: Option<ReadBy>,
    /// The figures, in the order of the page.
    pub figures: Vec<FigureRow>,
    /// Each complaint handled or ended in the quarter, and in the newest report what was not discussed yet from before,
    /// in order of number.
    pub complaints: Vec<MeetingComplaint>,
    /// Causes that recur.
    pub recurring: Vec<Recurrence>,
    /// Measures of all complaints that are open or late, the longest overdue first; in the newest report alone, for they
    /// are those of the day of the build.
    pub measures: Option<Vec<MeetingMeasure>>,
    /// The report before this one.
    pub previous: Option<Quarter>,
    /// The report after this one.
    pub next: Option<Quarter>,
}

/// One figure over the quarters.
#[derive(Debug, Clone, Serialize)]
pub struct FigureRow {
    /// Which figure.
    pub name: FigureName,
    /// Its amount in each of the periods.
    pub amounts: [Amount; PERIODS],
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
    /// Terms that were missed.
    pub missed: Vec<TermKind>,
    /// Who has read its texts, after they were masked.
    pub read_by: Option<ReadBy>,
    /// What happened: the summary, else the description.
    pub story: Option<Html>,
    /// Why it happened.
    pub cause: Option<Html>,
    /// What was done.
    pub solution: Option<Html>,
    /// What we learn.
    pub lessons: Option<Html>,
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
}

/// The same cause and kind three times within twelve months, or more.
#[derive(Debug, Clone, Serialize)]
pub struct Recurrence {
    /// The kind.
    pub kind: Word,
    /// The cause.
    pub cause: Word,
    /// The complaints, in order of number.
    pub numbers: Vec<Number>,
}
