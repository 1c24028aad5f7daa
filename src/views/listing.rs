//! Complaints as machines read them: what stands on their pages, in the keys and words of the file format. In: what `compose`
//! fills. Out: what `export` writes as JSON, CSV, calendar and feed. What is absent has no key.

use serde::{Serialize, Serializer};

use super::Audience;
use super::choices::{Status, Task, TermKind};
use super::complaint::MeasureState;
use super::people::{ListedPeople, Who};
use super::terms::{Standing, TermState};
use super::text::{Number, Text, Word};
use super::time::Day;
use crate::complaint;

/// All complaints that are shown.
#[derive(Debug, Clone, Serialize)]
pub struct Listings {
    /// Name of the office, where the protocol gives one.
    #[serde(rename = "organisatie", skip_serializing_if = "Option::is_none")]
    pub organisation: Option<Word>,
    /// The day for which this holds; never the clock.
    #[serde(rename = "stand")]
    pub built: Day,
    /// For whom it is.
    #[serde(rename = "publiek", serialize_with = "audience_key")]
    pub audience: Audience,
    /// How many complaint files are left out, because it is not certain that they would name nobody.
    #[serde(rename = "weggelaten")]
    pub left_out: usize,
    /// The complaints, in order of number.
    #[serde(rename = "klachten")]
    pub complaints: Vec<Listing>,
}

/// One complaint.
#[derive(Debug, Clone, Serialize)]
pub struct Listing {
    /// Its number.
    #[serde(rename = "nummer")]
    pub number: Number,
    /// What it is about, where its page says so.
    #[serde(rename = "onderwerp", skip_serializing_if = "Option::is_none")]
    pub subject: Option<Text>,
    /// Day of receipt.
    #[serde(rename = "ontvangen", skip_serializing_if = "Option::is_none")]
    pub received: Option<Day>,
    /// How it came in.
    #[serde(rename = "kanaal", skip_serializing_if = "Option::is_none")]
    pub channel: Option<Word>,
    /// Kinds, in the order of the record.
    #[serde(rename = "betreft")]
    pub kinds: Vec<Word>,
    /// Causes, in the order of the record.
    #[serde(rename = "oorzaak")]
    pub causes: Vec<Word>,
    /// Where it stands.
    #[serde(serialize_with = "status_key")]
    pub status: Status,
    /// Who handles it.
    #[serde(rename = "behandelaar", skip_serializing_if = "Option::is_none")]
    pub handler: Option<Who>,
    /// The other people in it, for those who may know.
    #[serde(flatten)]
    pub people: Option<ListedPeople>,
    /// The complaint that this one reopens.
    #[serde(rename = "vervolg-op", skip_serializing_if = "Option::is_none")]
    pub follows: Option<Number>,
    /// Its terms, in the order of the protocol.
    #[serde(rename = "termijnen")]
    pub terms: Vec<ListedTerm>,
    /// The step that must be done first.
    #[serde(rename = "volgende-termijn", skip_serializing_if = "Option::is_none")]
    pub next: Option<ListedStep>,
    /// The day on which the solution was offered.
    #[serde(rename = "afgehandeld", skip_serializing_if = "Option::is_none")]
    pub handled: Option<Day>,
    /// Calendar days from receipt to the ruling, or without appeal to the solution; `None` while it runs.
    #[serde(rename = "doorlooptijd-dagen", skip_serializing_if = "Option::is_none")]
    pub lead_days: Option<u32>,
    /// The appeal, if there is one.
    #[serde(rename = "beroep", skip_serializing_if = "Option::is_none")]
    pub appeal: Option<ListedAppeal>,
    /// What keeps it from happening again.
    #[serde(rename = "maatregelen")]
    pub measures: Vec<ListedMeasure>,
    /// The after-care, if it was done.
    #[serde(rename = "nazorg", skip_serializing_if = "Option::is_none")]
    pub after_care: Option<ListedAfterCare>,
    /// Closed.
    #[serde(rename = "gesloten", skip_serializing_if = "Option::is_none")]
    pub closed: Option<Day>,
    /// The other way out, if it was taken.
    #[serde(rename = "beeindigd", skip_serializing_if = "Option::is_none")]
    pub ending: Option<ListedEnding>,
    /// Discussed in the team meeting.
    #[serde(rename = "besproken", skip_serializing_if = "Option::is_none")]
    pub discussed: Option<Day>,
    /// The day of the last event that the record tells.
    #[serde(rename = "bijgewerkt", skip_serializing_if = "Option::is_none")]
    pub updated: Option<Day>,
    /// The steps that must still be done, for calendars.
    #[serde(skip)]
    pub open_terms: Vec<OpenTerm>,
}

/// One term of a complaint.
#[derive(Debug, Clone, Serialize)]
pub struct ListedTerm {
    /// Which term.
    #[serde(rename = "termijn")]
    pub kind: TermKind,
    /// The day from which it is counted (that day itself does not count).
    pub start: Day,
    /// Its last day.
    #[serde(rename = "uiterlijk")]
    pub due: Day,
    /// The day it was done.
    #[serde(rename = "gedaan", skip_serializing_if = "Option::is_none")]
    pub done: Option<Day>,
    /// The day agreed in place of the last one, for a step that is still open.
    #[serde(rename = "nieuwe-datum", skip_serializing_if = "Option::is_none")]
    pub agreed: Option<Day>,
    /// What became of it.
    #[serde(rename = "stand", serialize_with = "term_key")]
    pub state: TermState,
}

/// The step that must be done first.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct ListedStep {
    /// Its term.
    #[serde(rename = "termijn")]
    pub kind: TermKind,
    /// Its last day, or the day agreed in its place.
    #[serde(rename = "uiterlijk")]
    pub due: Day,
}

/// A step that must still be done, as a calendar needs it.
#[derive(Debug, Clone, Copy)]
pub struct OpenTerm {
    /// Its term.
    pub kind: TermKind,
    /// What to do.
    pub task: Task,
    /// Its last day, or the day agreed in its place.
    pub due: Day,
    /// The first day on which its end is near (`waarschuw-vooraf`); not after `due`.
    pub remind: Day,
}

/// An appeal to the chair (§2.4).
#[derive(Debug, Clone, Serialize)]
pub struct ListedAppeal {
    /// The day it was lodged.
    #[serde(rename = "ingesteld", skip_serializing_if = "Option::is_none")]
    pub lodged: Option<Day>,
    /// The day the ruling was told.
    #[serde(rename = "uitspraak", skip_serializing_if = "Option::is_none")]
    pub ruled: Option<Day>,
    /// What came of it.
    #[serde(rename = "uitkomst", skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Key>,
}

/// Something done so that it does not happen again.
#[derive(Debug, Clone, Serialize)]
pub struct ListedMeasure {
    /// What, where the page of the complaint says so.
    #[serde(rename = "wat", skip_serializing_if = "Option::is_none")]
    pub what: Option<Text>,
    /// By when.
    #[serde(rename = "voor", skip_serializing_if = "Option::is_none")]
    pub due: Option<Day>,
    /// When it was done.
    #[serde(rename = "gereed", skip_serializing_if = "Option::is_none")]
    pub done: Option<Day>,
    /// How it stands.
    #[serde(rename = "stand", serialize_with = "measure_key")]
    pub state: MeasureState,
}

/// After-care (§5).
#[derive(Debug, Clone, Serialize)]
pub struct ListedAfterCare {
    /// When.
    #[serde(rename = "datum", skip_serializing_if = "Option::is_none")]
    pub day: Option<Day>,
    /// Whether the complainant is satisfied.
    #[serde(rename = "tevreden", skip_serializing_if = "Option::is_none")]
    pub satisfied: Option<Key>,
}

/// The other way out.
#[derive(Debug, Clone, Serialize)]
pub struct ListedEnding {
    /// When.
    #[serde(rename = "datum", skip_serializing_if = "Option::is_none")]
    pub day: Option<Day>,
    /// Why.
    #[serde(rename = "reden", skip_serializing_if = "Option::is_none")]
    pub reason: Option<Key>,
}

/// A choice in the word that stands for it in a complaint file: `deels-gegrond`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Key(&'static str);

impl Key {
    /// The word.
    pub fn as_str(self) -> &'static str {
        self.0
    }
}

impl From<complaint::AppealOutcome> for Key {
    fn from(outcome: complaint::AppealOutcome) -> Self {
        Self(outcome.word())
    }
}

impl From<complaint::Satisfaction> for Key {
    fn from(satisfaction: complaint::Satisfaction) -> Self {
        Self(satisfaction.word())
    }
}

impl From<complaint::EndReason> for Key {
    fn from(reason: complaint::EndReason) -> Self {
        Self(reason.word())
    }
}

impl From<Status> for Key {
    fn from(status: Status) -> Self {
        Self(match status {
            Status::Received => "ontvangen",
            Status::InProgress => "in-behandeling",
            Status::SolutionOffered => "oplossing-voorgesteld",
            Status::InAppeal => "in-beroep",
            Status::Ruled => "uitspraak-gedaan",
            Status::Closed => "gesloten",
            Status::Ended => "beeindigd",
        })
    }
}

impl From<TermState> for Key {
    /// A step that is late and still open is late; that it is open shows in the day that is missing.
    fn from(state: TermState) -> Self {
        Self(match state {
            TermState::Met => "op-tijd",
            TermState::Missed(_) | TermState::Open(Standing::Late(_)) => "te-laat",
            TermState::Open(_) => "open",
            TermState::Unknown => "onbekend",
        })
    }
}

impl From<MeasureState> for Key {
    fn from(state: MeasureState) -> Self {
        Self(match state {
            MeasureState::Done => "gereed",
            MeasureState::Open => "open",
            MeasureState::Late => "te-laat",
        })
    }
}

impl From<Audience> for Key {
    fn from(audience: Audience) -> Self {
        Self(match audience {
            Audience::Team => "team",
            Audience::Management => "directie",
        })
    }
}

fn audience_key<S: Serializer>(audience: &Audience, serializer: S) -> Result<S::Ok, S::Error> {
    Key::from(*audience).serialize(serializer)
}

fn status_key<S: Serializer>(status: &Status, serializer: S) -> Result<S::Ok, S::Error> {
    Key::from(*status).serialize(serializer)
}

fn term_key<S: Serializer>(state: &TermState, serializer: S) -> Result<S::Ok, S::Error> {
    Key::from(*state).serialize(serializer)
}

fn measure_key<S: Serializer>(state: &MeasureState, serializer: S) -> Result<S::Ok, S::Error> {
    Key::from(*state).serialize(serializer)
}
