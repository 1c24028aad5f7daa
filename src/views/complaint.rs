//! The page of one complaint.

use serde::Serialize;

use super::choices::{EndReason, EventKind, Outcome, Satisfaction, Severity, Status, Task, TermKind, Tone, badge};
use super::people::{People, Who};
use super::reading::ReadBy;
use super::terms::{Standing, TermState};
use super::text::{Code, Html, Number, Text, Word, joined};
use super::time::{Day, Length};
use super::timeline::Timeline;
use crate::complaint::SectionKind;

/// One complaint.
#[derive(Debug, Clone, Serialize)]
pub struct Complaint {
    /// Number, and name of the page.
    pub number: Number,
    /// What it is about.
    pub subject: Option<Text>,
    /// Where it stands.
    pub status: Status,
    /// Day of receipt; none where the record gives no day that can be.
    pub received: Option<Day>,
    /// How it came in, where the record says so.
    pub channel: Option<Word>,
    /// Kinds, in the order of the record.
    #[serde(serialize_with = "joined")]
    pub kinds: Vec<Word>,
    /// Causes, in the order of the record.
    #[serde(serialize_with = "joined")]
    pub causes: Vec<Word>,
    /// Who handles it.
    pub handler: Option<Who>,
    /// The people in it, for those who may know.
    pub people: Option<People>,
    /// The day on which the solution was offered (§2.3).
    pub handled: Option<Day>,
    /// Calendar days from receipt to solution or ruling; `None` while it runs.
    pub lead_time: Option<Length>,
    /// The complaint that this one reopens.
    pub follows: Option<Follows>,
    /// What must happen first; `None` where nothing has to.
    pub next_step: Option<NextStep>,
    /// Its terms and events to scale; `None` where no day is known.
    pub timeline: Option<Timeline>,
    /// The terms, in the order of the protocol.
    pub terms: Vec<Term>,
    /// What happened, in order of days.
    pub events: Vec<Event>,
    /// The sections of the record, in its order.
    pub sections: Vec<Section>,
    /// What keeps it from happening again.
    pub measures: Vec<Measure>,
    /// The appeal, if there is one.
    pub appeal: Option<Appeal>,
    /// The after-care, if it was done.
    pub after_care: Option<AfterCare>,
    /// The other way out, if it was taken.
    pub ending: Option<Ending>,
    /// Missed terms that were accounted for.
    pub missed_terms: Vec<MissedTerm>,
    /// The names of its attachments, for those who may know.
    pub attachments: Vec<Text>,
    /// What the checks say.
    pub findings: Vec<Finding>,
    /// Who has read its texts after they were masked.
    pub read_by: Option<ReadBy>,
    /// The complaint before this one in the register.
    pub previous: Option<Number>,
    /// The complaint after this one.
    pub next: Option<Number>,
}

/// What must happen first.
#[derive(Debug, Clone, Serialize)]
pub struct NextStep {
    /// What to do.
    pub task: Task,
    /// The last day, where the protocol sets one.
    pub due: Option<Day>,
    /// How much time there is.
    pub standing: Standing,
}

/// One term of a complaint.
#[derive(Debug, Clone, Serialize)]
pub struct Term {
    /// Which term.
    pub kind: TermKind,
    /// The day from which it is counted (that day itself does not count).
    pub start: Day,
    /// Its last day.
    pub due: Day,
    /// The day it was done.
    pub done: Option<Day>,
    /// What became of it.
    pub state: TermState,
    /// How it was counted: `2 werkdagen; 5 mei (Bevrijdingsdag) telt niet mee`.
    pub reckoning: Word,
    /// The article it comes from, where the protocol names one: `§2, termijn één`.
    pub article: Option<Word>,
}

/// Something that happened.
#[derive(Debug, Clone, Serialize)]
pub struct Event {
    /// When.
    pub day: Day,
    /// What.
    pub kind: EventKind,
}

/// A section of the record.
#[derive(Debug, Clone, Serialize)]
pub struct Section {
    /// Its heading.
    pub heading: Heading,
    /// Its text.
    pub body: Html,
    /// The same text to search in.
    #[serde(skip)]
    pub plain: Text,
    /// Which one it is, for the report.
    #[serde(skip)]
    pub kind: Option<SectionKind>,
}

/// The heading of a section.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub enum Heading {
    /// A heading of the protocol.
    Known(Word),
    /// Any other heading, masked.
    Written(Text),
}

/// The complaint that another one reopens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Follows {
    /// Its number.
    pub number: Number,
    /// Whether it has a page to link to: it may have been erased since.
    pub has_page: bool,
}

/// Something done so that it does not happen again.
#[derive(Debug, Clone, Serialize)]
pub struct Measure {
    /// What, where that was filled in.
    pub what: Option<Text>,
    /// By whom; `None` where nobody was named.
    pub who: Option<Who>,
    /// By when.
    pub due: Option<Day>,
    /// When it was done.
    pub done: Option<Day>,
    /// How it stands.
    pub state: MeasureState,
}

/// How a measure stands. Serialises as `{word, tone}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MeasureState {
    /// Carried out.
    Done,
    /// Not yet, and there is time.
    Open,
    /// Not yet, and its day has passed.
    Late,
}

impl Serialize for MeasureState {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (word, tone) = match self {
            Self::Done => ("gereed", Tone::Good),
            Self::Open => ("open", Tone::Open),
            Self::Late => ("te laat", Tone::Late),
        };
        badge(serializer, word, tone)
    }
}

/// An appeal to the chair (§2.4).
#[derive(Debug, Clone, Serialize)]
pub struct Appeal {
    /// The day it was lodged.
    pub lodged: Option<Day>,
    /// The day the ruling was told.
    pub ruled: Option<Day>,
    /// What came of it.
    pub outcome: Option<Outcome>,
}

/// After-care (§5).
#[derive(Debug, Clone, Serialize)]
pub struct AfterCare {
    /// When.
    pub day: Option<Day>,
    /// What the complainant said.
    pub satisfaction: Option<Satisfaction>,
}

/// The other way out.
#[derive(Debug, Clone, Serialize)]
pub struct Ending {
    /// When.
    pub day: Option<Day>,
    /// Why.
    pub reason: Option<EndReason>,
}

/// A missed term, accounted for.
#[derive(Debug, Clone, Serialize)]
pub struct MissedTerm {
    /// Which term, where that was filled in.
    pub kind: Option<TermKind>,
    /// Why it was missed, where that was filled in.
    pub reason: Option<Text>,
    /// When the complainant was told.
    pub told: Option<Day>,
    /// The new date that was promised.
    pub new_date: Option<Day>,
}

/// What a check says of a record.
#[derive(Debug, Clone, Serialize)]
pub struct Finding {
    /// The rule.
    pub code: Code,
    /// Its weight.
    pub severity: Severity,
    /// What is wrong, in words that quote no personal data.
    pub message: Word,
    /// How to mend it.
    pub help: Option<Word>,
}
