//! What must be done, for `klacht status`: by day, with who does it.

use serde::{Serialize, Serializer};

use super::choices::Task;
use super::people::Who;
use super::terms::Standing;
use super::text::Number;
use super::time::Day;

/// One thing that must be done.
#[derive(Debug, Clone, Serialize)]
pub struct Assignment {
    /// For which complaint.
    pub number: Number,
    /// The last day, where there is one.
    pub due: Option<Day>,
    /// What to do.
    pub task: Task,
    /// How much time there is; serialises as its words.
    #[serde(serialize_with = "words")]
    pub standing: Standing,
    /// Who does it, by name or by function.
    pub who: Vec<Who>,
}

impl Assignment {
    /// Who does it, in words: `Jan de Vries en Sanne Bakker`; nobody has no words.
    #[must_use]
    pub fn who_in_words(&self) -> String {
        self.who.iter().map(Who::as_str).collect::<Vec<_>>().join(" en ")
    }
}

fn words<S: Serializer>(standing: &Standing, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&standing.words())
}
