//! Letters to a complainant (§2, §2.3, §2.4, §5). In: a record, the protocol, the staff list and the day. Out: a
//! draft, or why the letter cannot be written yet. Only who has leave to show personal data can write one.

mod delay;
mod draft;
mod facts;
mod obstacle;
mod plain;
mod templates;

use crate::calendar::Date;
use crate::complaint::{Complaint, Status, Timeline};
use crate::personal::Disclosure;
use crate::protocol::{Protocol, Staff};
use crate::template::TemplateError;

pub use delay::{Delay, Entry, NewDate};
pub use draft::Draft;
use facts::Facts;
pub use obstacle::{Obstacle, Refusal};
pub use templates::Templates;

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

/// What a letter is about, with what it needs besides the record.
#[derive(Debug)]
pub enum Matter {
    /// See [`Kind::Confirmation`].
    Confirmation,
    /// See [`Kind::Solution`].
    Solution,
    /// See [`Kind::Ruling`].
    Ruling,
    /// See [`Kind::Delay`].
    Delay(Delay),
    /// See [`Kind::AfterCare`].
    AfterCare,
}

/// A letter that can be written: all that it must tell is there.
pub struct Letter<'a> {
    /// What it is about.
    pub matter: Matter,
    /// What it is written from.
    pub case: Case<'a>,
}

impl<'a> Letter<'a> {
    /// Looks whether the complaint is that far; `new_date` is what somebody says of a delay besides the record.
    ///
    /// # Errors
    /// All that stands in the way of the letter.
    pub fn about(kind: Kind, case: Case<'a>, new_date: &NewDate) -> Result<Self, Refusal> {
        let refused = |obstacles| Refusal { number: case.complaint.number.given().cloned(), obstacles };
        let obstacles = obstacle::of(kind, case);
        if !obstacles.is_empty() {
            return Err(refused(obstacles));
        }
        let matter = match kind {
            Kind::Confirmation => Matter::Confirmation,
            Kind::Solution => Matter::Solution,
            Kind::Ruling => Matter::Ruling,
            Kind::Delay => Matter::Delay(Delay::of(case, new_date).map_err(|obstacle| refused(vec![obstacle]))?),
            Kind::AfterCare => Matter::AfterCare,
        };
        Ok(Self { matter, case })
    }

    /// What it tells.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self.matter {
            Matter::Confirmation => Kind::Confirmation,
            Matter::Solution => Kind::Solution,
            Matter::Ruling => Kind::Ruling,
            Matter::Delay(_) => Kind::Delay,
            Matter::AfterCare => Kind::AfterCare,
        }
    }

    /// The day on which it was sent before, as the record tells.
    #[must_use]
    pub fn sent_on(&self) -> Option<Date> {
        let complaint = self.case.complaint;
        match &self.matter {
            Matter::Confirmation => complaint.confirmed.get(),
            Matter::Solution => complaint.handled.get(),
            Matter::Ruling => complaint.appeal.ruling.get(),
            Matter::Delay(delay) => delay.entry?.reported,
            Matter::AfterCare => complaint.after_care.date.get(),
        }
    }

    /// Writes it: a message where the complainant has an e-mail address, else a letter on paper.
    ///
    /// # Errors
    /// When a template of the office asks for what is not there.
    pub fn draft(&self, leave: &Disclosure, templates: &Templates) -> Result<Draft, TemplateError> {
        let facts = Facts::new(leave, self);
        let body = templates.render(self.kind(), &facts)?;
        if facts.complainant_email.is_some() {
            return Ok(Draft::mail(&facts, self.case.today, &body));
        }
        Ok(Draft::paper(&templates.render_on_paper(&facts, &body)?))
    }
}
