//! What must happen now. In: a record, its row and its findings. Out: each thing that is late or near,
//! with its last day; and what comes first.

use super::Team;
use super::words::task_of;
use crate::calendar::{Date, Duration};
use crate::complaint::Duty;
use crate::finding::{Code, Finding, Severity};
use crate::views::{Attention, Complaint, Day, NextStep, Number, People, Standing, Task};

const DIRECTOR_NOT_INFORMED: Code = Code::new(202);

/// The unit in which a measure is early or late: no term of the protocol tells it.
const CALENDAR_DAYS: Duration = Duration::Days(0);

/// Errors about the record itself: whoever mends the file mends them. What is late, or still has to
/// be done, stands among the tasks by itself.
fn asks_to_mend(finding: &Finding) -> bool {
    const PAST_RETENTION: Code = Code::new(301);
    let is_done_elsewhere = [DIRECTOR_NOT_INFORMED, PAST_RETENTION].contains(&finding.code);
    finding.severity == Severity::Error && !finding.code.is_about_a_term() && !is_done_elsewhere
}

impl Team<'_> {
    /// All that must happen now for the complaint at this place.
    pub(super) fn attention(&self, at: usize, findings: &[Finding], page: &Complaint) -> Vec<Attention> {
        let number = Number::from(&self.rows[at].number);
        let dated = self.dated_tasks(at).into_iter().filter(|&(_, due, _)| due <= self.clock.horizon);
        let dated = dated.map(|(task, due, standing)| (task, Some(Day(due)), standing));
        let undated = undated_tasks(findings).map(|task| (task, None, Standing::AnyDay));
        let make = |(task, due, standing)| Attention {
            standing,
            due,
            task,
            number: number.clone(),
            subject: page.subject.clone(),
            people: page.people.as_ref().map(People::in_short),
        };
        dated.chain(undated).map(make).collect()
    }

    /// What must happen first for the complaint at this place, near or not.
    pub(super) fn next_step(&self, at: usize, findings: &[Finding]) -> Option<NextStep> {
        let dated = self.dated_tasks(at).into_iter().min_by_key(|&(_, due, _)| due);
        let dated = dated.map(|(task, due, standing)| NextStep { task, due: Some(Day(due)), standing });
        let undated = || {
            let row = &self.rows[at];
            let may_be_closed = row.status.is_open() && row.after_care.is_some();
            let mut tasks = undated_tasks(findings).chain(may_be_closed.then_some(Task::Close));
            tasks.next().map(|task| NextStep { task, due: None, standing: Standing::AnyDay })
        };
        dated.or_else(undated)
    }

    fn dated_tasks(&self, at: usize) -> Vec<(Task, Date, Standing)> {
        let (row, own, protocol) = (&self.rows[at], &self.records[at].complaint, self.protocol());
        let mut tasks = Vec::new();
        let mut add = |task, due: Date, term| tasks.push((task, due, self.clock.standing(due, term)));
        for term in &row.terms {
            if let Some((task, until)) = task_of(term.step).zip(term.open_until()) {
                add(task, until, protocol.duration(term.step));
            }
        }
        for measure in own.measures.given().filter(|measure| measure.done.is_absent()) {
            if let Some(by) = measure.by.get() {
                add(Task::CarryOutMeasure, by, CALENDAR_DAYS);
            }
        }
        if let Some(Duty { due, .. }) = own.after_care_due(protocol) {
            add(Task::AfterCare, due, protocol.after_care);
        }
        if let Some(Duty { due, .. }) = own.discussion_due(protocol) {
            add(Task::Discuss, due, protocol.team_meeting);
        }
        // Before the end of retention there is nothing to do.
        if let Some(Duty { due, .. }) = own.retention_due(protocol).filter(|duty| duty.due < self.clock.today) {
            add(Task::Erase, due, protocol.retention);
        }
        tasks
    }
}

fn undated_tasks(findings: &[Finding]) -> impl Iterator<Item = Task> {
    let inform = findings.iter().any(|finding| finding.code == DIRECTOR_NOT_INFORMED);
    let mend = findings.iter().any(asks_to_mend);
    [(inform, Task::InformDirector), (mend, Task::Mend)].into_iter().filter(|(asked, _)| *asked).map(|(_, task)| task)
}
