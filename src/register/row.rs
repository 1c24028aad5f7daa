//! A complaint as a small row: numbers, dates and choices, and nothing that tells who someone is. In:
//! a record. Out: what figures are counted from.

use super::{Record, Register};
use crate::calendar::Date;
use crate::complaint::{AppealOutcome, Number, Satisfaction, Status, TermOutcome, TermState};
use crate::protocol::{Protocol, Step};
use crate::yaml::List;

/// A kind of complaint (§1): its place in the protocol's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Kind(pub usize);

/// A cause (§2.2): its place in the protocol's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cause(pub usize);

/// One complaint. A day that is absent or wrong is none.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its number.
    pub number: Number,
    /// Day of receipt.
    pub received: Option<Date>,
    /// Kinds, each once, in the order of the record.
    pub kinds: Vec<Kind>,
    /// Causes, each once, in the order of the record.
    pub causes: Vec<Cause>,
    /// How far it has come.
    pub status: Status,
    /// Its terms, in the order of the protocol.
    pub terms: Vec<RowTerm>,
    /// A solution was offered.
    pub handled: Option<Date>,
    /// The appeal, if there is one.
    pub appeal: Option<RowAppeal>,
    /// After-care was done.
    pub after_care: Option<Date>,
    /// What the complainant said then.
    pub satisfaction: Option<Satisfaction>,
    /// Discussed in the team meeting; whether it was shows in [`Row::is_discussed`].
    pub discussed: Option<Date>,
    /// Whether it was discussed, though the day may be wrong.
    pub is_discussed: bool,
    /// Closed.
    pub closed: Option<Date>,
    /// Ended in another way than by a solution.
    pub ended: Option<Date>,
    /// Where its lead time comes from.
    pub lead: LeadTime,
}

/// Where the lead time of a complaint comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeadTime {
    /// From its days.
    ByDays,
    /// From its line among the erased complaints: of their days the months alone are known.
    AsItWas(Option<u32>),
}

/// One term of a complaint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowTerm {
    /// Which step.
    pub step: Step,
    /// Its last day.
    pub due: Date,
    /// How it stands. A missed term stays missed, also when it is accounted for.
    pub outcome: TermOutcome,
    /// The day that was agreed with the complainant, for a step still open whose missed term is
    /// accounted for.
    pub agreed: Option<Date>,
}

/// An appeal (§2.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowAppeal {
    /// Lodged.
    pub lodged: Option<Date>,
    /// The ruling was told to the complainant.
    pub ruling: Option<Date>,
    /// What it was.
    pub outcome: Option<AppealOutcome>,
}

impl RowTerm {
    /// The day by which the step must be done now: the last day of the term, or the day agreed in its
    /// place; none when the step is done.
    #[must_use]
    pub fn open_until(&self) -> Option<Date> {
        let is_open = matches!(self.outcome, TermOutcome::Open | TermOutcome::Missed(None));
        is_open.then_some(self.agreed.unwrap_or(self.due))
    }
}

impl Row {
    /// The row of a record; none where its number is absent or wrong.
    #[must_use]
    pub fn of(record: &Record, protocol: &Protocol) -> Option<Self> {
        let complaint = &record.complaint;
        Some(Self {
            number: complaint.number.given()?.clone(),
            received: complaint.received.get(),
            kinds: places(&complaint.kinds, &protocol.kinds).map(Kind).collect(),
            causes: places(&complaint.causes, &protocol.causes).map(Cause).collect(),
            status: record.status,
            terms: record.timeline.terms().iter().map(|term| row_term(record, term)).collect(),
            handled: complaint.handled.get(),
            appeal: (!complaint.appeal.lodged.is_absent()).then(|| RowAppeal {
                lodged: complaint.appeal.lodged.get(),
                ruling: complaint.appeal.ruling.get(),
                outcome: complaint.appeal.outcome.get(),
            }),
            after_care: complaint.after_care.date.get(),
            satisfaction: complaint.after_care.satisfied.get(),
            discussed: complaint.discussed.get(),
            is_discussed: !complaint.discussed.is_absent(),
            closed: complaint.closed.get(),
            ended: complaint.ended.date.get(),
            lead: LeadTime::ByDays,
        })
    }

    /// The day on which it came to its end with the office: of the ruling, or without appeal of the
    /// solution.
    #[must_use]
    pub fn settled(&self) -> Option<Date> {
        match self.appeal {
            Some(appeal) => appeal.ruling,
            None => self.handled,
        }
    }

    /// Calendar days from receipt to the ruling, or without appeal to the solution; none while it
    /// runs.
    #[must_use]
    pub fn lead_days(&self) -> Option<u32> {
        if let LeadTime::AsItWas(days) = self.lead {
            return days;
        }
        let days = (self.settled()? - self.received?).num_days();
        u32::try_from(days).ok()
    }

    /// The day on which there was something to discuss: of the solution, of another way out, or else
    /// of closing.
    #[must_use]
    pub fn concluded(&self) -> Option<Date> {
        self.handled.or(self.ended).or(self.closed)
    }

    /// Whether there is something to discuss, though its day may be wrong.
    #[must_use]
    pub fn is_concluded(&self) -> bool {
        !matches!(self.status, Status::Received | Status::InProgress)
            && (self.status != Status::InAppeal || self.concluded().is_some())
    }

    /// The term of a step still open that ends first; the norm for the whole asks for no step.
    #[must_use]
    pub fn next_term(&self) -> Option<(Step, Date)> {
        let steps = self.terms.iter().filter(|term| term.step != Step::Total);
        steps.filter_map(|term| Some((term.step, term.open_until()?))).min_by_key(|&(_, until)| until)
    }

    /// Whether a step should have been done before `today`, or before the day agreed in its place.
    #[must_use]
    pub fn is_late(&self, today: Date) -> bool {
        self.next_term().is_some_and(|(_, until)| until < today)
    }
}

/// Where the words that were chosen stand in the protocol's list; a word chosen twice counts once.
fn places<'l>(chosen: &'l List<String>, words: &'l [String]) -> impl Iterator<Item = usize> + 'l {
    let firsts = chosen.given().enumerate().filter(|(at, own)| !chosen.given().take(*at).any(|other| other == *own));
    firsts.filter_map(|(_, own)| words.iter().position(|word| word == own))
}

fn row_term(record: &Record, term: &TermState) -> RowTerm {
    let overruns = record.complaint.overruns.given().filter(|overrun| overrun.step.get() == Some(term.step));
    let agreed = overruns.filter_map(|overrun| overrun.new_date.get()).max();
    RowTerm {
        step: term.step,
        due: term.deadline.due,
        outcome: term.outcome,
        agreed: agreed.filter(|_| term.accounted_for && term.is_open()),
    }
}

impl Register {
    /// The row of this record; none where its number is absent or wrong.
    #[must_use]
    pub fn row(&self, record: &Record) -> Option<Row> {
        Row::of(record, self.protocol())
    }
}
