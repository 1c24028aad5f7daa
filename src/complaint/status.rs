//! The status of a complaint, which is derived from its dates and never written.

use super::Complaint;

/// How far a complaint has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Received.
    Received,
    /// Someone handles it.
    InProgress,
    /// A solution was offered.
    SolutionOffered,
    /// Appealed, and not yet ruled on.
    InAppeal,
    /// Ruled on.
    Ruled,
    /// Closed.
    Closed,
    /// Ended in another way.
    Ended,
}

impl Status {
    /// The status that the dates of a complaint give. A date that is wrong counts as present.
    #[must_use]
    pub fn of(complaint: &Complaint) -> Self {
        if !complaint.closed.is_absent() {
            Self::Closed
        } else if complaint.has_ended() {
            Self::Ended
        } else if !complaint.appeal.ruling.is_absent() {
            Self::Ruled
        } else if !complaint.appeal.lodged.is_absent() {
            Self::InAppeal
        } else if !complaint.handled.is_absent() {
            Self::SolutionOffered
        } else if !complaint.handler.is_absent() || !complaint.contact.is_absent() {
            Self::InProgress
        } else {
            Self::Received
        }
    }

    /// The word that people read: "in behandeling".
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Received => "ontvangen",
            Self::InProgress => "in behandeling",
            Self::SolutionOffered => "oplossing voorgesteld",
            Self::InAppeal => "in beroep",
            Self::Ruled => "uitspraak gedaan",
            Self::Closed => "gesloten",
            Self::Ended => "beëindigd",
        }
    }

    /// Whether something may still have to be done.
    #[must_use]
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Closed | Self::Ended)
    }
}
