//! A new complaint. In: a register, and what someone answered, as text. Out: the text of its file, its number,
//! and what `check` holds against each answer. Nothing is written here.

mod answers;
mod draft;
mod number;
#[cfg(test)]
mod tests;

use crate::check;
use crate::complaint::{Number, Timeline};
use crate::finding::{Finding, Severity};
use crate::register::{Entry, Register};
use crate::source::{RelPath, SourceFile};

pub use answers::{Answers, Question};
pub use number::{COUNTER, Counter, Unresolved, next_number};

/// A register that takes in a complaint.
#[derive(Clone, Copy, Debug)]
pub struct Intake<'r> {
    register: &'r Register,
}

/// A new complaint as its file would be.
#[derive(Debug)]
pub struct NewComplaint {
    /// Its file, which does not exist yet.
    pub file: SourceFile,
    /// Its terms; empty while the day of receipt is not known.
    pub timeline: Timeline,
    /// What is wrong with it, but for what is yet to come: terms that have passed are no fault of the file.
    pub errors: Vec<Finding>,
}

/// What `check` holds against an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objection {
    /// What is wrong, in Dutch.
    pub message: String,
    /// How to mend it, in Dutch.
    pub help: Option<String>,
}

impl<'r> Intake<'r> {
    /// Takes in a complaint in this register, on its day.
    #[must_use]
    pub fn new(register: &'r Register) -> Self {
        Self { register }
    }

    /// The register.
    #[must_use]
    pub fn register(&self) -> &'r Register {
        self.register
    }

    /// The complaint with these answers under this number, registered today.
    #[must_use]
    pub fn complaint(&self, number: &Number, answers: &Answers) -> NewComplaint {
        let path = RelPath::new(format!("{}/{number}.md", number.year()));
        let (protocol, today) = (self.register.protocol(), self.register.today);
        let file = SourceFile::new(path, draft::text(answers, number, protocol, today));
        let entry = self.register.entry(file);
        let mut errors = check::check_entry(self.register, &entry);
        errors.retain(|finding| finding.severity == Severity::Error && !finding.code.is_about_a_term());
        match entry {
            Entry::Record(record) => NewComplaint { file: record.file, timeline: record.timeline, errors },
            Entry::Broken { file, .. } => NewComplaint { file, timeline: Timeline::default(), errors },
        }
    }

    /// What `check` would hold against the answer to a question, given the other answers; also against none.
    #[must_use]
    pub fn objection(&self, answers: &Answers, question: Question) -> Option<Objection> {
        let complaint = self.complaint(&any_number(), answers);
        let concerned = |finding: &&Finding| question_of(&complaint.file, finding) == question;
        let finding = complaint.errors.iter().find(concerned)?;
        Some(Objection { message: finding.message.clone(), help: finding.help.clone() })
    }

    /// The questions to which an answer is needed and not given.
    #[must_use]
    pub fn missing(&self, answers: &Answers) -> Vec<Question> {
        let needed = |question: &Question| !answers.has(*question) && self.objection(answers, *question).is_some();
        Question::ALL.into_iter().filter(needed).collect()
    }
}

/// A number of the right form, to try answers with.
fn any_number() -> Number {
    Number::parse("2000-001").expect("four digits, a hyphen and three digits")
}

/// The question whose answer stands where a finding points; what stands in no field stands in the description.
fn question_of(file: &SourceFile, finding: &Finding) -> Question {
    let text = file.text();
    let start = text[..finding.span.start].rfind('\n').map_or(0, |newline| newline + 1);
    let line = text[start..].trim_start();
    let is_key = |question: &Question| line.strip_prefix(question.key()).is_some_and(|rest| rest.starts_with(':'));
    Question::ALL.into_iter().find(is_key).unwrap_or(Question::Description)
}
