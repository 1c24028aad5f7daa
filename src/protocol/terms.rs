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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ruling_is_due_four_weeks_from_the_day_that_was_chosen_and_never_late_at_birth() {
        let day = |text: &str| text.parse::<Date>().expect("a day");
        // Received on 2 November: term two ends on the 16th.
        let table = [
            (RulingFrom::EndOfTermTwo, "2026-11-05", "2026-11-10", "2026-12-14"),
            (RulingFrom::EndOfTermTwo, "2026-11-05", "2026-11-20", "2026-12-18"),
            (RulingFrom::Handling, "2026-11-05", "2026-11-10", "2026-12-03"),
            (RulingFrom::Handling, "2026-11-05", "2026-12-03", "2026-12-03"),
            (RulingFrom::Handling, "2026-11-05", "2026-12-04", "2027-01-01"),
            (RulingFrom::Appeal, "2026-11-05", "2026-11-10", "2026-12-08"),
        ];
        for (ruling_from, handled, lodged, due) in table {
            let protocol = Protocol { ruling_from, ..Protocol::default() };
            let deadline = protocol.ruling_deadline(day("2026-11-02"), Some(day(handled)), Some(day(lodged)));
            assert_eq!(deadline.due, day(due), "{ruling_from:?}, lodged {lodged}");
        }
    }
}
