//! Complaints as machines read them. In: a record, its row and the view of its page, which decides what texts are shown.
//! Out: its listing.

use super::Composer;
use super::complaint::day;
use super::words::task_of;
use crate::calendar::Deadline;
use crate::complaint::Complaint as Own;
use crate::register::{Row, RowTerm};
use crate::views::{
    self, Day, ListedAfterCare, ListedAppeal, ListedEnding, ListedMeasure, ListedStep, ListedTerm, Listing, Listings,
    Number, OpenTerm, Word,
};

impl Composer<'_> {
    /// The complaint at this place; its texts are those of its page, and what the page leaves out is left out here.
    #[must_use]
    pub fn listing(&self, at: usize, page: &views::Complaint) -> Listing {
        let (row, own) = (&self.rows[at], &self.records[at].complaint);
        Listing {
            number: page.number.clone(),
            subject: page.subject.clone(),
            received: page.received,
            channel: page.channel.clone(),
            kinds: page.kinds.clone(),
            causes: page.causes.clone(),
            status: page.status,
            handler: page.handler.clone(),
            people: page.people.as_ref().map(views::People::listed),
            follows: own.follows.given().map(Number::from),
            terms: page.terms.iter().zip(&row.terms).map(|(term, row)| listed_term(term, row)).collect(),
            next: row.next_term().map(|(step, due)| ListedStep { kind: step.into(), due: Day(due) }),
            handled: row.handled.map(Day),
            lead_days: row.lead_days(),
            appeal: appeal(own),
            measures: page.measures.iter().map(listed_measure).collect(),
            after_care: after_care(own),
            closed: row.closed.map(Day),
            ending: ending(own),
            discussed: row.discussed.map(Day),
            updated: own.events().iter().map(|event| Day(event.date)).max(),
            open_terms: self.open_terms(at, row),
        }
    }

    /// All listings with what they have in common; `complaints` in order of number.
    #[must_use]
    pub fn listings(&self, complaints: Vec<Listing>, left_out: usize) -> Listings {
        Listings {
            organisation: self.protocol().organisation.as_deref().map(Word::new),
            built: Day(self.clock.today),
            audience: self.audience,
            left_out,
            complaints,
        }
    }

    fn open_terms(&self, at: usize, row: &Row) -> Vec<OpenTerm> {
        let deadlines = self.records[at].timeline.terms().iter().map(|term| &term.deadline);
        let open = |(term, deadline): (&RowTerm, &Deadline)| {
            let (task, due) = task_of(term.step).zip(term.open_until())?;
            let remind = self.clock.first_near(deadline.start, due);
            Some(OpenTerm { kind: term.step.into(), task, due: Day(due), remind: Day(remind) })
        };
        row.terms.iter().zip(deadlines).filter_map(open).collect()
    }
}

fn listed_term(term: &views::Term, row: &RowTerm) -> ListedTerm {
    ListedTerm {
        kind: term.kind,
        start: term.start,
        due: term.due,
        done: term.done,
        agreed: row.agreed.map(Day),
        state: term.state,
    }
}

fn listed_measure(measure: &views::Measure) -> ListedMeasure {
    ListedMeasure { what: measure.what.clone(), due: measure.due, done: measure.done, state: measure.state }
}

fn appeal(own: &Own) -> Option<ListedAppeal> {
    let appeal = &own.appeal;
    (!appeal.group.is_absent()).then(|| ListedAppeal {
        lodged: day(&appeal.lodged),
        ruled: day(&appeal.ruling),
        outcome: appeal.outcome.get().map(Into::into),
    })
}

fn after_care(own: &Own) -> Option<ListedAfterCare> {
    let after_care = &own.after_care;
    (!after_care.group.is_absent())
        .then(|| ListedAfterCare { day: day(&after_care.date), satisfied: after_care.satisfied.get().map(Into::into) })
}

fn ending(own: &Own) -> Option<ListedEnding> {
    own.has_ended().then(|| ListedEnding { day: day(&own.ended.date), reason: own.ended.reason.get().map(Into::into) })
}
