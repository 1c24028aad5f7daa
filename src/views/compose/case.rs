//! A complaint as the meeting reads it. In: its row, and the view of its page, whose texts move on. Out: its texts in the
//! order in which they are read aloud, each after its sentence; months, and never days.

use chrono::Datelike;

use super::Composer;
use super::telling::{Telling, afterwards, because};
use crate::complaint::SectionKind;
use crate::views::{
    Complaint, Day, Html, Measure, MeetingComplaint, MeetingMeasure, Month, Number, People, ReadBy, Role, Section,
    Standing, TermState, Who,
};

impl Composer<'_> {
    /// The page as the meeting reads it: it moves, for the texts are most of a register.
    pub(super) fn case(&self, at: usize, page: Complaint) -> MeetingComplaint {
        let (row, own) = (&self.rows[at], &self.records[at].complaint);
        let telling = Telling { year: self.clock.today.year() };
        let (number, mut sections) = (page.number, page.sections);
        let missed: Vec<_> = page.terms.iter().filter(|term| is_missed(term.state)).map(|term| term.kind).collect();
        let [received, ended] = [page.received, page.ending.as_ref().and_then(|ending| ending.day)].map(month);
        let handled = row.handled.map(Month::from);
        let satisfaction = page.after_care.and_then(|after_care| after_care.satisfaction);
        let mut take = |kind| take(&mut sections, kind);
        let (summary, description) = (take(SectionKind::Summary), take(SectionKind::Description));
        MeetingComplaint {
            subject: page.subject,
            people: page.people.as_ref().map(People::in_short),
            status: page.status,
            received,
            handled,
            ended,
            discussed: row.discussed.map(Month::from),
            is_discussed: row.is_discussed,
            read_by: page.read_by,
            opening: telling.opening(received, page.channel.as_ref(), &page.kinds),
            story: summary.or(description),
            because: because(&page.causes),
            cause: take(SectionKind::Cause),
            outcome_in_words: telling.outcome(handled, page.ending.as_ref().map(|ending| (ended, ending)), &missed),
            solution: take(SectionKind::Solution),
            afterwards: afterwards(page.appeal.as_ref(), satisfaction),
            lessons: take(SectionKind::Lessons),
            has_lessons: own.section(SectionKind::Lessons).is_some_and(|lessons| !lessons.is_empty),
            measures: page
                .measures
                .into_iter()
                .map(|measure| meeting_measure(telling, &number, page.read_by, measure))
                .collect(),
            appealed: page.appeal.is_some(),
            outcome: page.appeal.and_then(|appeal| appeal.outcome),
            satisfaction,
            kinds: page.kinds,
            causes: page.causes,
            missed,
            number,
        }
    }
}

fn month(day: Option<Day>) -> Option<Month> {
    day.map(|day| Month::from(day.0))
}

fn is_missed(state: TermState) -> bool {
    matches!(state, TermState::Missed(_) | TermState::Open(Standing::Late(_)))
}

/// The text of the first section of this kind.
fn take(sections: &mut Vec<Section>, kind: SectionKind) -> Option<Html> {
    let at = sections.iter().position(|section| section.kind == Some(kind))?;
    Some(sections.swap_remove(at).body)
}

fn meeting_measure(telling: Telling, number: &Number, read_by: Option<ReadBy>, measure: Measure) -> MeetingMeasure {
    let due = month(measure.due);
    // A sentence names functions alone; whoever may know the name reads it beside the sentence.
    let role = measure.who.as_ref().map(|who| match who {
        Who::Role(role) => *role,
        Who::Person(_) => Role::Employee,
    });
    MeetingMeasure {
        number: number.clone(),
        what: measure.what,
        who: measure.who,
        due,
        state: measure.state,
        agreed: telling.agreed(role, due, measure.state),
        read_by,
    }
}
