//! What was counted over one period. In: what happened to complaints on which day. Out: counts.

use crate::calendar::Date;
use crate::complaint::{AppealOutcome, Satisfaction, TermOutcome};
use crate::protocol::Step;
use crate::register::{Row, RowAppeal};

use super::Recurrence;

/// So many of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ratio {
    /// How many of the whole; never more.
    pub part: u32,
    /// How many in all.
    pub whole: u32,
}

impl Ratio {
    fn count(&mut self, is_part: bool) {
        self.part += u32::from(is_part);
        self.whole += 1;
    }

    fn plus(self, other: Self) -> Self {
        Self { part: self.part + other.part, whole: self.whole + other.whole }
    }
}

/// The figures of one period.
#[derive(Clone, Debug, Default)]
pub struct PeriodFigures {
    /// Complaints received.
    pub received: u32,
    /// Complaints for which a solution was offered.
    pub handled: u32,
    /// Complaints open at the end of the period.
    pub open: u32,
    /// Terms met, of those that were met or missed in the period, by step. A missed term stays missed,
    /// also when it is accounted for. The norm for the whole is no term.
    terms: [Ratio; Step::ALL.len()],
    /// Calendar days from receipt to the ruling, or without appeal to the solution, of the complaints
    /// that came to it; sorted.
    pub lead_days: Vec<u32>,
    /// Of those: the ones of complaints with an appeal; sorted.
    pub lead_days_with_appeal: Vec<u32>,
    /// Of those: the ones that kept to the norm for the whole (`doorlooptijd`).
    pub within_norm: Ratio,
    /// What complainants said in after-care.
    pub answers: Answers,
    /// Appeals lodged.
    pub appeals: Appeals,
    /// Causes that recurred within the twelve months up to its end.
    pub recurring: Vec<Recurrence>,
}

/// What complainants said in after-care (§5).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// Satisfied.
    pub yes: u32,
    /// Partly.
    pub partly: u32,
    /// Not satisfied.
    pub no: u32,
    /// Not reached.
    pub unreachable: u32,
}

impl Answers {
    /// Satisfied, of those who were reached.
    #[must_use]
    pub fn satisfied(self) -> Ratio {
        Ratio { part: self.yes, whole: self.yes + self.partly + self.no }
    }

    fn add(&mut self, other: Self) {
        self.yes += other.yes;
        self.partly += other.partly;
        self.no += other.no;
        self.unreachable += other.unreachable;
    }

    fn count(&mut self, answer: Satisfaction) {
        *match answer {
            Satisfaction::Yes => &mut self.yes,
            Satisfaction::Partly => &mut self.partly,
            Satisfaction::No => &mut self.no,
            Satisfaction::Unreachable => &mut self.unreachable,
        } += 1;
    }
}

/// Appeals (§2.4), by what came of them up to now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Appeals {
    /// Lodged.
    pub lodged: u32,
    /// Upheld.
    pub upheld: u32,
    /// Partly upheld.
    pub partly_upheld: u32,
    /// Dismissed.
    pub dismissed: u32,
    /// Withdrawn.
    pub withdrawn: u32,
    /// Without an outcome yet.
    pub pending: u32,
}

impl Appeals {
    fn add(&mut self, other: Self) {
        self.lodged += other.lodged;
        self.upheld += other.upheld;
        self.partly_upheld += other.partly_upheld;
        self.dismissed += other.dismissed;
        self.withdrawn += other.withdrawn;
        self.pending += other.pending;
    }

    fn count(&mut self, outcome: Option<AppealOutcome>) {
        self.lodged += 1;
        *match outcome {
            Some(AppealOutcome::Upheld) => &mut self.upheld,
            Some(AppealOutcome::PartlyUpheld) => &mut self.partly_upheld,
            Some(AppealOutcome::Dismissed) => &mut self.dismissed,
            Some(AppealOutcome::Withdrawn) => &mut self.withdrawn,
            None => &mut self.pending,
        } += 1;
    }
}

/// Something that counts in the period in which it happened.
#[derive(Clone, Copy, Debug)]
pub(super) enum Happening {
    Received,
    Handled,
    Term(Step, bool),
    Settled { days: u32, within_norm: bool, appealed: bool },
    Answer(Satisfaction),
    Lodged(Option<AppealOutcome>),
}

impl PeriodFigures {
    pub(super) fn count(&mut self, happening: Happening) {
        match happening {
            Happening::Received => self.received += 1,
            Happening::Handled => self.handled += 1,
            Happening::Term(step, is_met) => self.terms[step as usize].count(is_met),
            Happening::Settled { days, within_norm, appealed } => {
                self.lead_days.push(days);
                if appealed {
                    self.lead_days_with_appeal.push(days);
                }
                self.within_norm.count(within_norm);
            }
            Happening::Answer(answer) => self.answers.count(answer),
            Happening::Lodged(outcome) => self.appeals.count(outcome),
        }
    }

    /// Takes in the figures of the period that follows: what happened adds up; what stood open or
    /// recurred at the end is what does so at the later end.
    pub(super) fn extend(&mut self, next: &Self) {
        self.received += next.received;
        self.handled += next.handled;
        self.open = next.open;
        for (term, next) in self.terms.iter_mut().zip(next.terms) {
            *term = term.plus(next);
        }
        self.lead_days.extend(&next.lead_days);
        self.lead_days_with_appeal.extend(&next.lead_days_with_appeal);
        self.within_norm = self.within_norm.plus(next.within_norm);
        self.answers.add(next.answers);
        self.appeals.add(next.appeals);
        self.recurring.clone_from(&next.recurring);
    }

    /// Brings the lead times in order, once all are in.
    pub(super) fn sort(&mut self) {
        self.lead_days.sort_unstable();
        self.lead_days_with_appeal.sort_unstable();
    }

    /// The terms of one step.
    #[must_use]
    pub fn term(&self, step: Step) -> Ratio {
        self.terms[step as usize]
    }

    /// The terms of all steps together.
    #[must_use]
    pub fn terms_met(&self) -> Ratio {
        self.terms.iter().copied().fold(Ratio::default(), Ratio::plus)
    }

    /// The median lead time, in half days; none where nothing came to its end.
    #[must_use]
    pub fn median_half_days(&self) -> Option<u32> {
        let middle = self.lead_days.len() / 2;
        let upper = *self.lead_days.get(middle)?;
        let lower = if self.lead_days.len().is_multiple_of(2) { self.lead_days[middle - 1] } else { upper };
        Some(lower + upper)
    }

    /// The longest lead time, in days.
    #[must_use]
    pub fn longest_days(&self) -> Option<u32> {
        self.lead_days.last().copied()
    }
}

/// Tells `each` all that counts of a complaint, with its day.
pub(super) fn happenings(row: &Row, mut each: impl FnMut(Date, Happening)) {
    let mut tell = |day: Option<Date>, happening| day.into_iter().for_each(|day| each(day, happening));
    tell(row.received, Happening::Received);
    tell(row.handled, Happening::Handled);
    for term in row.terms.iter().filter(|term| term.step != Step::Total) {
        match term.outcome {
            TermOutcome::Met(day) => tell(Some(day), Happening::Term(term.step, true)),
            TermOutcome::Missed(_) => tell(Some(term.due), Happening::Term(term.step, false)),
            TermOutcome::Open | TermOutcome::Unknown => {}
        }
    }
    if let Some(days) = row.lead_days() {
        let total = row.terms.iter().find(|term| term.step == Step::Total);
        let within_norm = total.is_some_and(|total| matches!(total.outcome, TermOutcome::Met(_)));
        tell(row.settled(), Happening::Settled { days, within_norm, appealed: row.appeal.is_some() });
    }
    if let Some(answer) = row.satisfaction {
        tell(row.after_care, Happening::Answer(answer));
    }
    if let Some(RowAppeal { lodged, outcome, .. }) = row.appeal {
        tell(lodged, Happening::Lodged(outcome));
    }
}
