//! The front page: what asks for attention, the figures, the register.

use serde::Serialize;

use super::amount::KeyFigure;
use super::choices::{Status, Task, TermKind};
use super::people::PeopleInShort;
use super::terms::Standing;
use super::text::{Code, Number, ReadBy, Text, Word, joined};
use super::time::{Day, Quarter};

/// The front page.
#[derive(Debug, Clone, Serialize)]
pub struct Index {
    /// What must happen, the longest overdue first.
    pub attention: Vec<Attention>,
    /// The key figures, in the order of the page.
    pub figures: Vec<KeyFigure>,
    /// All complaints, the newest first.
    pub register: Vec<RegisterRow>,
    /// Who has read what the complaints are about, after it was masked.
    pub read_by: Option<ReadBy>,
    /// Quarters that have a report, the newest first.
    pub quarters: Vec<Quarter>,
    /// Records that `--keep-going` left out.
    pub left_out: Vec<LeftOut>,
}

/// One thing that must happen.
#[derive(Debug, Clone, Serialize)]
pub struct Attention {
    /// How much time there is.
    pub standing: Standing,
    /// The last day, where the protocol sets one.
    pub due: Option<Day>,
    /// What to do.
    pub task: Task,
    /// For which complaint.
    pub number: Number,
    /// What that complaint is about.
    pub subject: Option<Text>,
    /// The people in it, for those who may know.
    pub people: Option<PeopleInShort>,
}

/// One line of the register.
#[derive(Debug, Clone, Serialize)]
pub struct RegisterRow {
    /// Number, and name of its page.
    pub number: Number,
    /// What it is about, where it may be shown.
    pub subject: Option<Text>,
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

/// A record that could not be shown safely.
#[derive(Debug, Clone, Serialize)]
pub struct LeftOut {
    /// Its number, where the file has a name of the right form.
    pub number: Option<Number>,
    /// The rule that it breaks.
    pub code: Code,
    /// What is wrong, in words that quote nothing.
    pub reason: Word,
}
