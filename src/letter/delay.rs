//! The notice of a delay. In: a record, and what somebody says besides it. Out: the term that is not kept, and the day
//! that comes in its place.

use super::{Case, Obstacle};
use crate::calendar::Date;
use crate::complaint::Overrun;
use crate::personal::Personal;
use crate::protocol::Step;

/// What somebody says of a delay that does not stand in the record yet.
#[derive(Clone, Debug, Default)]
pub struct NewDate {
    /// The new last day.
    pub until: Option<Date>,
    /// Why the term is not kept.
    pub reason: Option<Personal>,
}

/// A term that is not kept.
#[derive(Clone, Debug)]
pub struct Delay {
    /// Of which step.
    pub step: Step,
    /// Its last day.
    pub due: Date,
    /// The day that comes in its place.
    pub until: Date,
    /// Why, where somebody said so.
    pub reason: Option<Personal>,
    /// Its entry in `overschrijdingen`, where there is one.
    pub entry: Option<Entry>,
}

/// An entry in `overschrijdingen`.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// Its place in the list, counted from one.
    pub place: usize,
    /// The day on which the complainant was told.
    pub reported: Option<Date>,
}

impl Delay {
    /// The delay of the step that the complainant waits for.
    ///
    /// # Errors
    /// When nothing is waited for, or no day is named that can come in the place of the last one.
    pub fn of(case: Case<'_>, given: &NewDate) -> Result<Self, Obstacle> {
        let step = awaited(case).ok_or(Obstacle::NothingAwaited)?;
        let due = case.timeline.term(step).map(|term| term.deadline.due).ok_or(Obstacle::NothingAwaited)?;
        let latest = if given.until.is_some() { None } else { latest(case, step) };
        let overrun = latest.map(|(_, overrun)| overrun);
        let until = given.until.or_else(|| overrun?.new_date.get()).ok_or(Obstacle::NoNewDate)?;
        if until < case.today {
            return Err(Obstacle::NewDatePassed(until));
        }
        if until <= due {
            return Err(Obstacle::NewDateInTime(due));
        }
        let reason = given.reason.clone().or_else(|| overrun?.reason.given().cloned());
        let entry = latest.map(|(place, overrun)| Entry { place, reported: overrun.reported.get() });
        Ok(Self { step, due, until, reason, entry })
    }
}

/// The step that the complainant waits for.
fn awaited(case: Case<'_>) -> Option<Step> {
    let complaint = case.complaint;
    if complaint.handled.is_absent() {
        Some(Step::Handling)
    } else if !complaint.appeal.lodged.is_absent() && complaint.appeal.ruling.is_absent() {
        Some(Step::Ruling)
    } else {
        None
    }
}

/// The entry of this step with the latest new date, and its place.
fn latest<'a>(case: Case<'a>, step: Step) -> Option<(usize, &'a Overrun)> {
    let entries = (1..).zip(&case.complaint.overruns.items);
    entries
        .filter_map(|(place, entry)| Some((place, entry.given()?)))
        .filter(|(_, overrun)| overrun.step.get() == Some(step))
        .max_by_key(|(_, overrun)| overrun.new_date.get())
}
