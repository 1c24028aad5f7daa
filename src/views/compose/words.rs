//! The choices of records and protocol as the choices of pages.

use super::super::{
    EndReason, Length, Outcome, Role, Satisfaction, Severity, Status, Task, TermKind, Unit, Word, amount,
};
use crate::calendar::Duration;
use crate::figures::Ratio;
use crate::register::{Cause, Kind};
use crate::{complaint, finding, protocol};

impl From<complaint::Status> for Status {
    fn from(status: complaint::Status) -> Self {
        match status {
            complaint::Status::Received => Self::Received,
            complaint::Status::InProgress => Self::InProgress,
            complaint::Status::SolutionOffered => Self::SolutionOffered,
            complaint::Status::InAppeal => Self::InAppeal,
            complaint::Status::Ruled => Self::Ruled,
            complaint::Status::Closed => Self::Closed,
            complaint::Status::Ended => Self::Ended,
        }
    }
}

impl From<complaint::AppealOutcome> for Outcome {
    fn from(outcome: complaint::AppealOutcome) -> Self {
        match outcome {
            complaint::AppealOutcome::Upheld => Self::Upheld,
            complaint::AppealOutcome::PartlyUpheld => Self::PartlyUpheld,
            complaint::AppealOutcome::Dismissed => Self::Rejected,
            complaint::AppealOutcome::Withdrawn => Self::Withdrawn,
        }
    }
}

impl From<complaint::Satisfaction> for Satisfaction {
    fn from(satisfaction: complaint::Satisfaction) -> Self {
        match satisfaction {
            complaint::Satisfaction::Yes => Self::Yes,
            complaint::Satisfaction::Partly => Self::Partly,
            complaint::Satisfaction::No => Self::No,
            complaint::Satisfaction::Unreachable => Self::Unreachable,
        }
    }
}

impl From<complaint::EndReason> for EndReason {
    fn from(reason: complaint::EndReason) -> Self {
        match reason {
            complaint::EndReason::Withdrawn => Self::Withdrawn,
            complaint::EndReason::Inadmissible => Self::NotAdmissible,
            complaint::EndReason::Referred => Self::Referred,
            complaint::EndReason::Duplicate => Self::Double,
        }
    }
}

impl From<finding::Severity> for Severity {
    fn from(severity: finding::Severity) -> Self {
        match severity {
            finding::Severity::Error => Self::Error,
            finding::Severity::Warning => Self::Warning,
            finding::Severity::Note => Self::Note,
        }
    }
}

impl From<protocol::Step> for TermKind {
    fn from(step: protocol::Step) -> Self {
        match step {
            protocol::Step::Confirmation => Self::Confirmation,
            protocol::Step::Registration => Self::Registration,
            protocol::Step::Handling => Self::Handling,
            protocol::Step::Ruling => Self::Ruling,
            protocol::Step::Total => Self::Total,
        }
    }
}

impl From<protocol::Role> for Role {
    fn from(role: protocol::Role) -> Self {
        match role {
            protocol::Role::Employee => Self::Employee,
            protocol::Role::Director => Self::Director,
            protocol::Role::Chair => Self::Chair,
        }
    }
}

impl From<Duration> for Length {
    fn from(duration: Duration) -> Self {
        let (count, unit) = match duration {
            Duration::WorkingDays(count) => (count, Unit::WorkingDays),
            Duration::Days(count) => (count, Unit::Days),
            Duration::Weeks(count) => (count, Unit::Weeks),
            Duration::Months(count) => (count, Unit::Months),
            Duration::Years(count) => (count, Unit::Years),
        };
        Self { count: count.into(), unit }
    }
}

impl From<Ratio> for amount::Share {
    fn from(ratio: Ratio) -> Self {
        Self::new(ratio.part, ratio.whole).expect("a ratio counts each part in its whole")
    }
}

/// What must be done to keep a term; the norm for the whole asks for no step of its own.
pub(super) fn task_of(step: protocol::Step) -> Option<Task> {
    match step {
        protocol::Step::Confirmation => Some(Task::Confirm),
        protocol::Step::Registration => Some(Task::Register),
        protocol::Step::Handling => Some(Task::Handle),
        protocol::Step::Ruling => Some(Task::Rule),
        protocol::Step::Total => None,
    }
}

/// The words of the kinds, in the order of the record.
pub(super) fn kinds(protocol: &protocol::Protocol, kinds: &[Kind]) -> Vec<Word> {
    kinds.iter().map(|kind| Word::new(protocol.kinds[kind.0].as_str())).collect()
}

/// The words of the causes, in the order of the record.
pub(super) fn causes(protocol: &protocol::Protocol, causes: &[Cause]) -> Vec<Word> {
    causes.iter().map(|cause| Word::new(protocol.causes[cause.0].as_str())).collect()
}
