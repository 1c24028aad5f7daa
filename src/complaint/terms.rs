//! The state of each term of a complaint (§2). In: a record, the protocol and the day. Out: for each
//! step its deadline, and whether it was met, is open or was missed.

use super::{Complaint, Overrun};
use crate::calendar::{Date, Deadline};
use crate::protocol::{Protocol, Step};
use crate::source::Span;
use crate::yaml::Field;

/// How a step stands to its deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TermOutcome {
    /// Done in time, on this day.
    Met(Date),
    /// Not done, and the term still runs.
    Open,
    /// Done too late, on this day; or, without a day, still not done.
    Missed(Option<Date>),
    /// The day that should tell, or the one from which the term may run, is wrong; a problem says so.
    Unknown,
}

/// One step of a complaint and its term.
#[derive(Clone, Debug)]
pub struct TermState {
    /// Which step.
    pub step: Step,
    /// When it must be done, and why then.
    pub deadline: Deadline,
    /// How it stands.
    pub outcome: TermOutcome,
    /// Whether a missed term is accounted for in `overschrijdingen`.
    pub accounted_for: bool,
}

impl TermState {
    /// Whether the step is not done yet.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(self.outcome, TermOutcome::Open | TermOutcome::Missed(None))
    }

    /// Whether the term was missed.
    #[must_use]
    pub fn is_missed(&self) -> bool {
        matches!(self.outcome, TermOutcome::Missed(_))
    }
}

/// The terms that apply to one complaint, in the order of the protocol.
#[derive(Clone, Debug, Default)]
pub struct Timeline {
    terms: Vec<TermState>,
}

impl Timeline {
    /// Computes the terms of a complaint as they stand on `today`. Without a day of receipt no term
    /// runs.
    #[must_use]
    pub fn of(complaint: &Complaint, protocol: &Protocol, today: Date) -> Self {
        let Some(received) = complaint.received.get() else { return Self::default() };
        let terms = Step::ALL.into_iter().filter_map(|step| {
            let done = done(complaint, step)?;
            let deadline = match step {
                Step::Ruling => {
                    let (handled, lodged) = (complaint.handled.get(), complaint.appeal.lodged.get());
                    protocol.ruling_deadline(received, handled, lodged)
                }
                step => protocol.deadline(step, received),
            };
            let is_uncertain = step == Step::Ruling && complaint.appeal.lodged.is_wrong();
            let outcome = if is_uncertain { TermOutcome::Unknown } else { outcome(done, deadline.due, today) };
            let accounted_for = is_accounted_for(complaint, step, outcome, today);
            Some(TermState { step, deadline, outcome, accounted_for })
        });
        Self { terms: terms.collect() }
    }

    /// The terms that apply.
    #[must_use]
    pub fn terms(&self) -> &[TermState] {
        &self.terms
    }

    /// The term of this step, where it applies.
    #[must_use]
    pub fn term(&self, step: Step) -> Option<&TermState> {
        self.terms.iter().find(|term| term.step == step)
    }
}

impl Complaint {
    /// Where a finding about this step points: to the day that should tell, else to its key, else
    /// to what surrounds it.
    #[must_use]
    pub fn place_of(&self, step: Step) -> Span {
        let top = self.opening();
        let ended = || self.ended.date.placed().map(|(_, at)| at);
        match step {
            Step::Confirmation => self.confirmed.place(top),
            Step::Registration => self.registered.place(top),
            Step::Ruling => self.appeal.ruling.place(self.appeal.group.place(top)),
            Step::Total if !self.appeal.group.is_absent() => self.place_of(Step::Ruling),
            Step::Handling | Step::Total if self.handled.is_absent() => ended().unwrap_or(self.handled.place(top)),
            Step::Handling | Step::Total => self.handled.place(top),
        }
    }
}

/// The day on which a step was done, by which its term is measured; none when the step does not
/// apply to this complaint.
pub(super) fn done(complaint: &Complaint, step: Step) -> Option<&Field<Date>> {
    let appealed = !complaint.appeal.lodged.is_absent();
    match step {
        Step::Confirmation if complaint.complainant.is_out_of_reach() && complaint.confirmed.is_absent() => None,
        Step::Confirmation => Some(&complaint.confirmed),
        Step::Registration => Some(&complaint.registered),
        Step::Ruling => appealed.then_some(&complaint.appeal.ruling),
        Step::Total if appealed => Some(&complaint.appeal.ruling),
        // Another way out than a solution ends the handling term as well.
        Step::Handling | Step::Total if complaint.handled.is_absent() && complaint.has_ended() => {
            Some(&complaint.ended.date)
        }
        Step::Handling | Step::Total => Some(&complaint.handled),
    }
}

fn outcome(done: &Field<Date>, due: Date, today: Date) -> TermOutcome {
    match done {
        Field::Wrong(_) => TermOutcome::Unknown,
        Field::Given(day, _) if *day <= due => TermOutcome::Met(*day),
        Field::Given(day, _) => TermOutcome::Missed(Some(*day)),
        Field::Absent(_) if today > due => TermOutcome::Missed(None),
        Field::Absent(_) => TermOutcome::Open,
    }
}

/// A missed term is accounted for by an entry that is complete and, while the step is still open,
/// names a new date that has not passed.
fn is_accounted_for(complaint: &Complaint, step: Step, outcome: TermOutcome, today: Date) -> bool {
    let TermOutcome::Missed(done) = outcome else { return false };
    let told = |overrun: &&Overrun| {
        let must_be_told = matches!(step, Step::Handling | Step::Ruling);
        !must_be_told || !overrun.reported.is_absent()
    };
    let holds = |overrun: &Overrun| match &overrun.new_date {
        _ if done.is_some() => true,
        Field::Given(new_date, _) => today <= *new_date,
        Field::Wrong(_) => true,
        Field::Absent(_) => false,
    };
    complaint
        .overruns
        .given()
        .filter(|overrun| overrun.step.get() == Some(step) && !overrun.reason.is_absent())
        .filter(told)
        .any(holds)
}
