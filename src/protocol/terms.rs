//! The terms of the protocol as dates. In: the days on which something happened. Out: deadlines.

use super::{Protocol, Step};
use crate::calendar::{Date, Deadline};

/// From which day the term of a ruling runs (§2, termijn drie: "na afloop van termijn twee").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RulingFrom {
    /// From the last day of term two, whenever the solution came.
    EndOfTermTwo,
    /// From the day on which the solution was offered.
    Handling,
    /// From the day on which the appeal was lodged.
    Appeal,
}

/// From which day retention runs (§2.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RetainFrom {
    /// From closing; without it, from the last recorded event.
    Closed,
    /// From receipt.
    Received,
}

impl Protocol {
    /// The deadline of a step for a complaint received on this day and not appealed.
    #[must_use]
    pub fn deadline(&self, step: Step, received: Date) -> Deadline {
        match step {
            Step::Ruling => self.ruling_deadline(received, None, None),
            step => self.calendar.deadline(received, self.duration(step)),
        }
    }

    /// The deadline of the ruling. An appeal lodged after the end of term two counts from the day it was
    /// lodged; where the term runs from the solution, one lodged after that term's own end does: either would
    /// be late at birth.
    #[must_use]
    pub fn ruling_deadline(&self, received: Date, handled: Option<Date>, lodged: Option<Date>) -> Deadline {
        let from = |start| self.calendar.deadline(start, self.duration(Step::Ruling));
        let end_of_term_two = || self.calendar.deadline(received, self.duration(Step::Handling)).due;
        let start = match self.ruling_from {
            RulingFrom::EndOfTermTwo => lodged.map_or_else(end_of_term_two, |lodged| lodged.max(end_of_term_two())),
            RulingFrom::Handling => handled.unwrap_or_else(end_of_term_two),
            RulingFrom::Appeal => lodged.unwrap_or_else(end_of_term_two),
        };
        let deadline = from(start);
        lodged.filter(|lodged| *lodged > deadline.due).map_or(deadline, from)
    }
}
