//! Letters to a complainant (§2, §2.3, §2.4, §5). In: a record, the protocol, the staff list and the day. Out: a
//! draft, or why the letter cannot be written yet. Only who has leave to show personal data can write one.

mod delay;
mod draft;
mod facts;
mod obstacle;
mod plain;
mod templates;
#[cfg(test)]
mod tests;

use crate::calendar::Date;
use crate::complaint::{Complaint, Status, Timeline};
use crate::personal::Disclosure;
use crate::protocol::{Protocol, Staff};

pub use delay::{Delay, NewDate};
pub use draft::Draft;
use facts::Facts;
pub use obstacle::{Obstacle, Refusal};
pub use templates::{TemplateError, Templates};

/// What a letter tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The complaint has come in (§2).
    Confirmation,
    /// The solution that is proposed, and the way to appeal (§2.3, §2.4).
    Solution,
    /// The ruling on appeal (§2.4).
    Ruling,
    /// A term that is not kept, and the day that comes in its place (§2).
    Delay,
    /// Whether the complainant is satisfied (§5).
    AfterCare,
}

impl Kind {
    /// All letters.
    pub const ALL: [Self; 5] = [Self::Confirmation, Self::Solution, Self::Ruling, Self::Delay, Self::AfterCare];

    /// The word for it in the names of files: `bevestiging`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Confirmation => "bevestiging",
            Self::Solution => "oplossing",
            Self::Ruling => "uitspraak",
            Self::Delay => "uitstel",
            Self::AfterCare => "nazorg",
        }
    }
}

/// What a letter is written from.
#[derive(Clone, Copy)]
pub struct Case<'a> {
    /// The text of the complaint file.
    pub text: &'a str,
    /// What stands in it.
    pub complaint: &'a Complaint,
    /// Its terms.
    pub timeline: &'a Timeline,
    /// How far it has come.
    pub status: Status,
    /// The protocol that holds.
    pub protocol: &'a Protocol,
    /// The staff, who name the chair.
    pub staff: Option<&'a Staff>,
    /// The day on which the letter is written.
    pub today: Date,
}

/// Why there is no letter.
#[derive(Debug)]
pub enum LetterError {
    /// The complaint is not that far, or lacks something.
    Refused(Refusal),
    /// A template cannot be used.
    Template(TemplateError),
}

/// Writes a letter as a draft; `new_date` is what somebody says of a delay besides the record.
///
/// # Errors
/// When the complaint lacks what the letter must tell, or a template of the office is wrong.
pub fn write(
    leave: &Disclosure,
    kind: Kind,
    case: Case<'_>,
    new_date: &NewDate,
    templates: &Templates,
) -> Result<Draft, LetterError> {
    let mut obstacles = obstacle::of(kind, case);
    let delay = (kind == Kind::Delay && obstacles.is_empty()).then(|| Delay::of(case, new_date));
    let delay = match delay.transpose() {
        Ok(delay) => delay,
        Err(obstacle) => {
            obstacles.push(obstacle);
            None
        }
    };
    if !obstacles.is_empty() {
        return Err(LetterError::Refused(Refusal { number: case.complaint.number.given().cloned(), obstacles }));
    }
    let facts = Facts::new(leave, kind, case, delay.as_ref());
    let body = templates.render(kind, &facts).map_err(LetterError::Template)?;
    if facts.complainant_email.is_some() {
        return Ok(Draft::mail(&facts, case.today, &body));
    }
    let letter = templates.render_on_paper(&facts, &body).map_err(LetterError::Template)?;
    Ok(Draft::paper(&letter))
}
