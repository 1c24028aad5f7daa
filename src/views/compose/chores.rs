//! What must be done for a complaint, and by whom. In: a record, its row and its findings. Out: each thing, late, near or
//! far, which front page, pages and `klacht status` share.

use super::reckoning::Clock;
use super::words::task_of;
use crate::calendar::{Date, Duration};
use crate::complaint::{Complaint, Duty, Measure};
use crate::finding::{Code, Finding, Severity};
use crate::personal::Personal;
use crate::protocol::Role;
use crate::register::Row;
use crate::views::{Standing, Task};

const DIRECTOR_NOT_INFORMED: Code = Code::new(202);

/// The unit in which a measure is early or late: no term of the protocol tells it.
const CALENDAR_DAYS: Duration = Duration::Days(0);

/// One thing that must be done.
pub(super) struct Chore<'r> {
    pub(super) task: Task,
    /// The last day, where there is one.
    pub(super) due: Option<Date>,
    pub(super) standing: Standing,
    /// The measure that it is about.
    measure: Option<&'r Measure>,
}

/// Who must do a thing.
#[derive(Clone, Copy)]
pub(super) enum InCharge<'r> {
    /// Someone whom the record names.
    Name(&'r Personal),
    /// Whoever has this function.
    Function(Role),
}

impl Clock<'_> {
    /// All that must be done for a complaint: first what has a day of its own.
    pub(super) fn chores<'r>(&self, row: &Row, own: &'r Complaint, findings: &[Finding]) -> Vec<Chore<'r>> {
        let mut chores = self.dated(row, own);
        chores.extend(undated(row, findings).map(|task| Chore {
            task,
            due: None,
            standing: Standing::AnyDay,
            measure: None,
        }));
        chores
    }

    fn dated<'r>(&self, row: &Row, own: &'r Complaint) -> Vec<Chore<'r>> {
        let protocol = self.protocol;
        let mut chores = Vec::new();
        let mut add = |task, due: Date, term, measure| {
            chores.push(Chore { task, due: Some(due), standing: self.standing(due, term), measure });
        };
        for term in &row.terms {
            if let Some((task, until)) = task_of(term.step).zip(term.open_until()) {
                add(task, until, protocol.duration(term.step), None);
            }
        }
        for measure in own.measures.given().filter(|measure| measure.done.is_absent()) {
            if let Some(by) = measure.by.get() {
                add(Task::CarryOutMeasure, by, CALENDAR_DAYS, Some(measure));
            }
        }
        if let Some(Duty { due, .. }) = own.after_care_due(protocol) {
            add(Task::AfterCare, due, protocol.after_care, None);
        }
        if let Some(Duty { due, .. }) = own.discussion_due(protocol) {
            add(Task::Discuss, due, protocol.team_meeting, None);
        }
        // Before the end of retention there is nothing to do.
        if let Some(Duty { due, .. }) = own.retention_due(protocol).filter(|duty| duty.due < self.today) {
            add(Task::Erase, due, protocol.retention, None);
        }
        chores
    }
}

fn undated(row: &Row, findings: &[Finding]) -> impl Iterator<Item = Task> {
    let inform = findings.iter().any(|finding| finding.code == DIRECTOR_NOT_INFORMED);
    let mend = findings.iter().any(asks_to_mend);
    let close = row.status.is_open() && row.after_care.is_some();
    let tasks = [(inform, Task::InformDirector), (mend, Task::Mend), (close, Task::Close)];
    tasks.into_iter().filter(|(asked, _)| *asked).map(|(_, task)| task)
}

/// Errors about the record itself: whoever mends the file mends them. What is late, or still has to
/// be done, stands among the tasks by itself.
fn asks_to_mend(finding: &Finding) -> bool {
    const PAST_RETENTION: Code = Code::new(301);
    let is_done_elsewhere = [DIRECTOR_NOT_INFORMED, PAST_RETENTION].contains(&finding.code);
    finding.severity == Severity::Error && !finding.code.is_about_a_term() && !is_done_elsewhere
}

impl<'r> Chore<'r> {
    /// Who must do it: the handler, or while there is none the receiver (§2.3); with what the receiver begins (§2.1)
    /// both. The chair rules (§2.4); the director sees to the team meeting and to what is past retention (§3, §4).
    pub(super) fn in_charge(&self, own: &'r Complaint) -> Vec<InCharge<'r>> {
        let (receiver, handler) = (own.receiver.given(), own.handler.given());
        match (self.task, self.measure.and_then(|measure| measure.who.given())) {
            (Task::CarryOutMeasure, Some(who)) => {
                let function = Role::from_word(who.reveal());
                vec![function.map_or(InCharge::Name(who), InCharge::Function)]
            }
            (Task::Rule, _) => vec![InCharge::Function(Role::Chair)],
            (Task::Discuss | Task::Erase, _) => vec![InCharge::Function(Role::Director)],
            (Task::Confirm | Task::Register, _) => {
                let handler = handler.filter(|name| Some(*name) != receiver);
                receiver.into_iter().chain(handler).map(InCharge::Name).collect()
            }
            _ => handler.or(receiver).into_iter().map(InCharge::Name).collect(),
        }
    }
}
