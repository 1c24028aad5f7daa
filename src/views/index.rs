//! The front page: what asks for attention, the figures, the register.

use serde::Serialize;

use super::choices::Task;
use super::key_figure::KeyFigure;
use super::people::PeopleInShort;
use super::register::RegisterTable;
use super::terms::Standing;
use super::text::{Code, Number, Text, Word};
use super::time::{Day, Quarter};

/// How much of what must happen is shown at once.
pub const TASKS_AT_ONCE: usize = 25;
/// How much of it stands on the page at all: whoever is so far behind begins with what is most late.
pub const TASKS_ON_A_PAGE: usize = 500;

/// The front page.
#[derive(Debug, Clone, Serialize)]
pub struct Index {
    /// What must happen, by its last day; what has none comes last.
    pub attention: Vec<Attention>,
    /// What comes after that, where it is too much to take in at once.
    pub later: Vec<Attention>,
    /// How much more there is, beyond what stands on the page.
    pub unlisted: usize,
    /// The key figures, in the order of the page.
    pub figures: Vec<KeyFigure>,
    /// The register: all of it, or the newest volumes and whatever is still open.
    pub table: RegisterTable,
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
