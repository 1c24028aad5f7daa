//! What must happen now. In: what must be done for a complaint. Out: each thing that is late or near, with its last day;
//! and what comes first.

use super::Composer;
use super::chores::Chore;
use crate::finding::Finding;
use crate::views::{Attention, Complaint, Day, NextStep, Number, People, Task};

impl Composer<'_> {
    /// All that must happen now for the complaint at this place.
    pub(super) fn attention(&self, at: usize, findings: &[Finding], page: &Complaint) -> Vec<Attention> {
        let number = Number::from(&self.rows[at].number);
        let is_now = |chore: &Chore<'_>| {
            let is_near = chore.due.is_none_or(|due| due <= self.clock.horizon);
            is_near && chore.task != Task::Close
        };
        let make = |chore: Chore<'_>| Attention {
            standing: chore.standing,
            due: chore.due.map(Day),
            task: chore.task,
            number: number.clone(),
            subject: page.subject.clone(),
            people: page.people.as_ref().map(People::in_short),
        };
        self.chores(at, findings).into_iter().filter(is_now).map(make).collect()
    }

    /// What must happen first for the complaint at this place, near or not.
    pub(super) fn next_step(&self, at: usize, findings: &[Finding]) -> Option<NextStep> {
        let chores = self.chores(at, findings);
        // What has no day of its own comes after what has; of those, in their own order.
        let first = chores.into_iter().min_by_key(|chore| (chore.due.is_none(), chore.due))?;
        Some(NextStep { task: first.task, due: first.due.map(Day), standing: first.standing })
    }

    fn chores(&self, at: usize, findings: &[Finding]) -> Vec<Chore<'_>> {
        self.clock.chores(&self.rows[at], &self.records[at].complaint, findings)
    }
}
