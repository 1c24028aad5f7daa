//! What remains of a complaint once its page is written: its line in the register, what must happen,
//! and what the meeting reads. In: the view of the page, whose texts move on. Out: small views.

use super::Team;
use crate::finding::Finding;
use crate::register::UnsafeEntry;
use crate::views::{Attention, Complaint, Day, Index, MeetingComplaint, NextTerm, People, RegisterRow};

/// What front page and reports need of one complaint.
#[derive(Debug)]
pub struct Digest {
    line: RegisterRow,
    attention: Vec<Attention>,
    /// What the meeting reads.
    case: MeetingComplaint,
}

impl Team<'_> {
    /// The front page, and the complaints as the meeting reads them; `digests` in order of number.
    #[must_use]
    pub fn overview(&self, digests: Vec<Digest>, left_out: &[UnsafeEntry]) -> (Index, Vec<MeetingComplaint>) {
        let (mut lines, mut attention) = (Vec::with_capacity(digests.len()), Vec::new());
        let mut cases = Vec::with_capacity(digests.len());
        for digest in digests {
            lines.push(digest.line);
            attention.extend(digest.attention);
            cases.push(digest.case);
        }
        (self.index(lines, attention, left_out), cases)
    }

    /// Keeps what front page and reports need of the complaint at this place, from its page.
    pub fn digest(&self, at: usize, findings: &[Finding], page: Complaint) -> Digest {
        let row = &self.rows[at];
        let next = row.next_term().map(|(step, until)| NextTerm {
            kind: step.into(),
            due: Day(until),
            standing: self.clock.standing(until, self.protocol().duration(step)),
        });
        Digest {
            attention: self.attention(at, findings, &page),
            line: RegisterRow {
                number: page.number.clone(),
                subject: page.subject.clone(),
                people: page.people.as_ref().map(People::in_short),
                received: page.received,
                kinds: page.kinds.clone(),
                status: page.status,
                next,
                causes: page.causes.clone(),
                lead_days: row.lead_days(),
            },
            case: self.case(row, page),
        }
    }
}
