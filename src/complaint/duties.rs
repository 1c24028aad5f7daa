//! What must still follow on a complaint (§2.3, §4, §5). In: a record and the protocol. Out: the day
//! from which a duty counts, and its last day.

use super::{Complaint, Event};
use crate::calendar::{Date, Duration};
use crate::protocol::{Protocol, RetainFrom};
use crate::source::Span;
use crate::yaml::Field;

/// Something that must have happened by a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duty {
    /// Where the day stands from which it counts.
    pub at: Span,
    /// The last day that is in time.
    pub due: Date,
}

/// How long a complaint is kept (§2.3).
#[derive(Clone, Copy, Debug)]
pub struct Retention {
    /// What its term counts from.
    pub from: Event,
    /// The last day of the term.
    pub due: Date,
    /// What asks that it be kept longer.
    pub hold: Hold,
}

/// What asks that a complaint be kept, whatever its term: a lawsuit, an inquiry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hold {
    /// Nothing.
    None,
    /// It must stay up to and including this day.
    Until(Duty),
    /// The day is wrong or missing: until that is mended, it must stay.
    Unclear,
}

impl Retention {
    /// The last day on which the complaint is kept, by its term or by what holds it; none where nobody can tell.
    #[must_use]
    pub fn last(&self) -> Option<Duty> {
        match self.hold {
            Hold::Until(hold) if hold.due > self.due => Some(hold),
            Hold::None | Hold::Until(_) => Some(Duty { at: self.from.at, due: self.due }),
            Hold::Unclear => None,
        }
    }
}

impl Complaint {
    /// After-care (§5), where it is not done yet and somebody can be reached.
    #[must_use]
    pub fn after_care_due(&self, protocol: &Protocol) -> Option<Duty> {
        let settled = !self.closed.is_absent() || self.has_ended() || !self.after_care.date.is_absent();
        if settled || self.complainant.is_out_of_reach() {
            return None;
        }
        let appealed = !self.appeal.lodged.is_absent();
        let last = if appealed { &self.appeal.ruling } else { &self.handled };
        last.placed().map(|(&day, at)| duty(protocol, day, at, protocol.after_care))
    }

    /// The discussion of a closed complaint in the team meeting (§4), where it is still to come.
    #[must_use]
    pub fn discussion_due(&self, protocol: &Protocol) -> Option<Duty> {
        let (&closed, at) = self.closed.placed().filter(|_| self.discussed.is_absent())?;
        Some(duty(protocol, closed, at, protocol.team_meeting))
    }

    /// How long the complaint is kept (§2.3). Retention counts from closing; without it, from the last
    /// recorded event. None where no day tells.
    #[must_use]
    pub fn retention(&self, protocol: &Protocol) -> Option<Retention> {
        let event = |key, field: &Field<Date>| field.placed().map(|(&date, at)| Event { key, date, at });
        let last_event = || self.events().into_iter().max_by_key(|event| event.date);
        let from = match protocol.retain_from {
            RetainFrom::Received => event("ontvangen", &self.received),
            RetainFrom::Closed => event("gesloten", &self.closed).or_else(last_event),
        }?;
        let due = protocol.calendar.deadline(from.date, protocol.retention).due;
        Some(Retention { from, due, hold: self.hold() })
    }

    /// The last day on which the complaint is kept, by its term or by what holds it.
    #[must_use]
    pub fn retention_due(&self, protocol: &Protocol) -> Option<Duty> {
        self.retention(protocol)?.last()
    }

    fn hold(&self) -> Hold {
        match self.hold_until {
            Field::Given(due, at) => Hold::Until(Duty { at, due }),
            Field::Absent(_) if self.hold_reason.is_absent() => Hold::None,
            Field::Absent(_) | Field::Wrong(_) => Hold::Unclear,
        }
    }
}

fn duty(protocol: &Protocol, start: Date, at: Span, length: Duration) -> Duty {
    Duty { at, due: protocol.calendar.deadline(start, length).due }
}
