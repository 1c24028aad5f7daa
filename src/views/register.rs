//! The register as a table, on the front page and on the pages of older years, and what its script searches.

use std::fmt;

use serde::{Serialize, Serializer};

use super::choices::{Status, TermKind};
use super::people::PeopleInShort;
use super::reading::{AllReadBy, ReadBy};
use super::terms::Standing;
use super::text::{Number, Searchable, Text, Word, joined};
use super::time::{Day, day_in_words};

/// How many complaints a page holds at most, those aside that are still open: beyond these a table is slow to filter.
pub const ROWS_ON_A_PAGE: usize = 2_000;
/// How many complaints from before the newest volumes the front page holds at most because they are still open.
pub const OPEN_FROM_BEFORE: usize = 500;

/// The year of a number, which need not be the year of receipt; serialises as `2026`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Year(u16);

impl From<&crate::complaint::Number> for Year {
    fn from(number: &crate::complaint::Number) -> Self {
        Self(number.year().parse().expect("a number begins with four digits"))
    }
}

impl Year {
    /// A year that tests made up.
    #[cfg(test)]
    pub(crate) fn from_written(year: u16) -> Self {
        Self(year)
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.0)
    }
}

impl Serialize for Year {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A volume of the register: the complaints of one year, or of a year with more than a page holds a part of them.
/// Serialises as the name of its files: `2026`, `2026-2`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VolumeId {
    /// The year.
    pub year: Year,
    /// Which part of the year, from one.
    pub part: Option<usize>,
}

impl VolumeId {
    /// What people call it: `2026`, `2026 (deel 2)`.
    #[must_use]
    pub fn name(self) -> Word {
        Word::new(self.words())
    }

    fn words(self) -> String {
        match self.part {
            None => self.year.to_string(),
            Some(part) => format!("{} (deel {part})", self.year),
        }
    }
}

impl fmt::Display for VolumeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.part {
            None => self.year.fmt(f),
            Some(part) => write!(f, "{}-{part}", self.year),
        }
    }
}

impl Serialize for VolumeId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The table of complaints on one page, and what narrows it.
#[derive(Debug, Clone, Serialize)]
pub struct RegisterTable {
    /// What the table holds.
    pub extent: Extent,
    /// Its complaints, the newest first.
    pub rows: Vec<RegisterRow>,
    /// How many complaints the whole register has.
    pub total: usize,
    /// What can be chosen from.
    pub filters: Filters,
    /// The volumes that stand in this table as a whole, the newest first.
    pub here: Vec<VolumeId>,
    /// All others, the newest first; none in a register that fits on a page.
    pub elsewhere: Vec<Volume>,
    /// Who has read what the complaints are about, after it was masked.
    pub read_by: Option<AllReadBy>,
}

/// What a table holds; serialises as `alle klachten`, `klachten van 2023`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// The whole register.
    All,
    /// The newest volumes, and of the others whatever is still open.
    Newest,
    /// The newest volumes, and of the others the newest that are still open.
    NewestWithSomeOpen,
    /// One volume.
    Volume(VolumeId),
}

impl Serialize for Extent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::All => serializer.serialize_str("alle klachten"),
            Self::Newest => serializer.serialize_str("de nieuwste klachten en alle die nog openstaan"),
            Self::NewestWithSomeOpen => serializer
                .collect_str(&format_args!("de nieuwste klachten en {OPEN_FROM_BEFORE} oudere die nog openstaan")),
            Self::Volume(id) => serializer.collect_str(&format_args!("klachten van {}", id.words())),
        }
    }
}

/// A volume that another page holds.
#[derive(Debug, Clone, Serialize)]
pub struct Volume {
    /// Which one.
    pub id: VolumeId,
    /// What people call it.
    pub name: Word,
    /// How many complaints it has.
    pub count: usize,
    /// Whether it stands on the front page; else it has a page of its own.
    pub on_front: bool,
}

/// The choices that occur in the register, each in the order in which it is offered.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Filters {
    /// Years, the newest first.
    pub years: Vec<Year>,
    /// How far complaints have come, in the order of the protocol.
    pub statuses: Vec<Word>,
    /// Kinds, in the order of the protocol.
    pub kinds: Vec<Word>,
    /// Causes, in the order of the protocol.
    pub causes: Vec<Word>,
}

/// The page of a volume that is not on the front page.
#[derive(Debug, Clone, Serialize)]
pub struct RegisterPage {
    /// Which volume.
    pub id: VolumeId,
    /// What people call it.
    pub name: Word,
    /// Its complaints.
    pub table: RegisterTable,
}

/// One line of the register.
#[derive(Debug, Clone, Serialize)]
pub struct RegisterRow {
    /// Number, and name of its page.
    pub number: Number,
    /// What it is about, where it may be shown.
    pub subject: Option<Text>,
    /// Who has read its texts, after they were masked.
    #[serde(skip)]
    pub read_by: Option<ReadBy>,
    /// The people in it, for those who may know.
    pub people: Option<PeopleInShort>,
    /// Day of receipt.
    pub received: Option<Day>,
    /// Kinds, in the order of the record.
    #[serde(serialize_with = "joined")]
    pub kinds: Vec<Word>,
    /// Where it stands.
    pub status: Status,
    /// The term that ends first of those still open.
    pub next: Option<NextTerm>,
    /// Causes, in the order of the record.
    #[serde(serialize_with = "joined")]
    pub causes: Vec<Word>,
    /// Calendar days from receipt to solution or ruling; `None` while it runs.
    pub lead_days: Option<u32>,
}

/// The first open term of a complaint.
#[derive(Debug, Clone, Serialize)]
pub struct NextTerm {
    /// Which term.
    pub kind: TermKind,
    /// Its last day.
    pub due: Day,
    /// How much time there is.
    pub standing: Standing,
}

/// What the script searches of one volume.
#[derive(Debug, Clone, Serialize)]
pub struct SearchVolume {
    /// Which one.
    pub id: VolumeId,
    /// Its complaints, in order of number.
    pub complaints: Vec<SearchEntry>,
}

/// What the script searches of one complaint: no more than its page shows.
#[derive(Debug, Clone, Serialize)]
pub struct SearchEntry {
    /// Its number.
    pub number: Number,
    /// Day of receipt, as pages write it, for people search for `november 2026`.
    #[serde(serialize_with = "day_in_words", skip_serializing_if = "Option::is_none")]
    pub received: Option<Day>,
    /// Where it stands, in a word.
    pub status: Word,
    /// Its kinds.
    #[serde(serialize_with = "joined")]
    pub kinds: Vec<Word>,
    /// Its causes.
    #[serde(serialize_with = "joined")]
    pub causes: Vec<Word>,
    /// What people wrote.
    pub text: Searchable,
}
