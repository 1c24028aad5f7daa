//! What remains of a complaint once its page is written: its line in the register, what must happen,
//! and what the meeting reads. In: the view of the page, whose texts move on. Out: small views.

use super::Team;
use crate::complaint::SectionKind;
use crate::finding::Finding;
use crate::register::UnsafeEntry;
use crate::views::{
    Attention, Complaint, Day, Html, Index, Measure, Meeting, MeetingComplaint, MeetingMeasure, Month, NextTerm,
    Number, People, RegisterRow, Section, Standing, TermState,
};

/// What front page and reports need of one complaint.
#[derive(Debug)]
pub struct Digest {
    line: RegisterRow,
    attention: Vec<Attention>,
    /// What the meeting reads.
    case: MeetingComplaint,
}

impl Team<'_> {
    /// The front page and the reports, the oldest report first; `digests` in order of number.
    #[must_use]
    pub fn overview(&self, digests: Vec<Digest>, left_out: &[UnsafeEntry]) -> (Index, Vec<Meeting>) {
        let (mut lines, mut attention) = (Vec::with_capacity(digests.len()), Vec::new());
        let mut cases = Vec::with_capacity(digests.len());
        for digest in digests {
            lines.push(digest.line);
            attention.extend(digest.attention);
            cases.push(digest.case);
        }
        (self.index(lines, attention, left_out), self.meetings(cases))
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
            case: MeetingComplaint {
                handled: row.handled.map(Month::from),
                ended: row.ended.map(Month::from),
                discussed: row.discussed.map(Month::from),
                ..case(page)
            },
        }
    }
}

/// The page as the meeting reads it: it moves, for the texts are most of a register.
fn case(page: Complaint) -> MeetingComplaint {
    let number = page.number;
    let missed = page.terms.iter().filter(|term| is_missed(term.state)).map(|term| term.kind).collect();
    let measures = page.measures.into_iter().map(|measure| meeting_measure(&number, measure)).collect();
    let mut sections = page.sections;
    let mut take = |kind| take(&mut sections, kind);
    let (summary, description) = (take(SectionKind::Summary), take(SectionKind::Description));
    MeetingComplaint {
        subject: page.subject,
        people: page.people.as_ref().map(People::in_short),
        status: page.status,
        kinds: page.kinds,
        causes: page.causes,
        received: page.received.map(|day| Month::from(day.0)),
        handled: None,
        ended: None,
        discussed: None,
        missed,
        read_by: page.read_by,
        story: summary.or(description),
        cause: take(SectionKind::Cause),
        solution: take(SectionKind::Solution),
        lessons: take(SectionKind::Lessons),
        measures,
        appealed: page.appeal.is_some(),
        outcome: page.appeal.and_then(|appeal| appeal.outcome),
        satisfaction: page.after_care.and_then(|after_care| after_care.satisfaction),
        number,
    }
}

fn is_missed(state: TermState) -> bool {
    matches!(state, TermState::Missed(_) | TermState::Open(Standing::Late(_)))
}

/// The text of the first section of this kind.
fn take(sections: &mut Vec<Section>, kind: SectionKind) -> Option<Html> {
    let at = sections.iter().position(|section| section.kind == Some(kind))?;
    Some(sections.swap_remove(at).body)
}

fn meeting_measure(number: &Number, measure: Measure) -> MeetingMeasure {
    MeetingMeasure {
        number: number.clone(),
        what: measure.what,
        who: measure.who,
        due: measure.due.map(|day| Month::from(day.0)),
        state: measure.state,
    }
}
