//! What must still follow on a complaint (§2.3, §4, §5). In: a record and the protocol. Out: the day
//! from which a duty counts, and its last day.

use super::Complaint;
use crate::calendar::{Date, Duration};
use crate::protocol::{Protocol, RetainFrom};
use crate::source::Span;

/// Something that must have happened by a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duty {
    /// Where the day stands from which it counts.
    pub at: Span,
    /// The last day that is in time.
    pub due: Date,
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

    /// The end of the time for which the complaint is kept (§2.3). Retention counts from closing;
    /// without it, from the last recorded event.
    #[must_use]
    pub fn retention_due(&self, protocol: &Protocol) -> Option<Duty> {
        let last_event = || {
            let last = self.events().into_iter().max_by_key(|event| event.date)?;
            Some((last.date, last.at))
        };
        let (start, at) = match protocol.retain_from {
            RetainFrom::Received => self.received.placed().map(|(&day, at)| (day, at)),
            RetainFrom::Closed => self.closed.placed().map(|(&day, at)| (day, at)).or_else(last_event),
        }?;
        Some(duty(protocol, start, at, protocol.retention))
    }
}

fn duty(protocol: &Protocol, start: Date, at: Span, length: Duration) -> Duty {
    Duty { at, due: protocol.calendar.deadline(start, length).due }
}
