//! What is asked of whoever takes in a complaint (§2.1), and the answers.

use std::collections::BTreeMap;

use crate::personal::Personal;

/// One question, in the order in which it is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Question {
    /// The day of receipt.
    Received,
    /// How it came in.
    Channel,
    /// Name of the complainant.
    Name,
    /// Telephone number of the complainant.
    Phone,
    /// E-mail address of the complainant.
    Email,
    /// Organisation of the complainant.
    Organisation,
    /// The employee who received it.
    Receiver,
    /// What it is about; more than one answer may be given, with a comma between them.
    Kinds,
    /// In a few words.
    Subject,
    /// What happened.
    Description,
}

impl Question {
    /// All questions, in their order.
    pub const ALL: [Self; 10] = [
        Self::Received,
        Self::Channel,
        Self::Name,
        Self::Phone,
        Self::Email,
        Self::Organisation,
        Self::Receiver,
        Self::Kinds,
        Self::Subject,
        Self::Description,
    ];

    /// The field where the answer goes, with its group; of the description the section.
    #[must_use]
    pub fn field(self) -> &'static str {
        match self {
            Self::Received => "ontvangen",
            Self::Channel => "kanaal",
            Self::Kinds => "betreft",
            Self::Subject => "onderwerp",
            Self::Name => "indiener.naam",
            Self::Phone => "indiener.telefoon",
            Self::Email => "indiener.e-mail",
            Self::Organisation => "indiener.organisatie",
            Self::Receiver => "ontvanger",
            Self::Description => "Omschrijving",
        }
    }

    /// The key of the field, without its group.
    pub(super) fn key(self) -> &'static str {
        let field = self.field();
        field.rsplit_once('.').map_or(field, |(_, key)| key)
    }
}

/// The answers so far.
#[derive(Clone, Debug, Default)]
pub struct Answers(BTreeMap<Question, Personal>);

impl Answers {
    /// Notes an answer in the place of the one before; an empty one is none.
    pub fn give(&mut self, question: Question, answer: &str) {
        let answer = answer.trim();
        if answer.is_empty() {
            self.0.remove(&question);
        } else {
            self.0.insert(question, Personal::new(answer));
        }
    }

    /// These answers and one more, or another in its place.
    #[must_use]
    pub fn with(&self, question: Question, answer: &str) -> Self {
        let mut answers = self.clone();
        answers.give(question, answer);
        answers
    }

    /// Whether the question was answered.
    #[must_use]
    pub fn has(&self, question: Question) -> bool {
        self.0.contains_key(&question)
    }

    /// The answer.
    #[must_use]
    pub fn get(&self, question: Question) -> Option<&Personal> {
        self.0.get(&question)
    }
}
