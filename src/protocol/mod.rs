//! The protocol as data, and the staff list. In: the embedded default and a register's own
//! `protocol.yaml` and `medewerkers.yaml`. Out: terms, choices and a calendar; people with roles.

mod appearance;
mod colour;
mod correspondence;
mod free_text;
mod logo;
mod settings;
mod staff;
mod step;
mod terms;

use crate::calendar::{Calendar, Duration};
use crate::source::SourceFile;
use crate::yaml::{Fault, Problem};

pub use appearance::{Accent, Appearance, LogoFile};
pub use colour::{Colour, Paper};
pub use correspondence::{AppealRoute, Sender};
pub use free_text::FreeText;
pub use logo::{ImageForm, Logo};
pub use staff::{Member, Role, Staff, same_name};
pub use step::Step;
pub use terms::{RetainFrom, RulingFrom};

/// The channel that asks for an e-mail address.
pub const EMAIL_CHANNEL: &str = "e-mail";

/// A protocol: every term, choice and reading that klacht carries out.
#[derive(Clone, Debug)]
pub struct Protocol {
    /// Whose protocol it is.
    pub organisation: Option<String>,
    durations: [Duration; Step::ALL.len()],
    /// How long before its end a term is announced (K107).
    pub warn_ahead: Duration,
    /// How long a closed complaint is kept (§2.3).
    pub retention: Duration,
    /// What a complaint may be about (§1).
    pub kinds: Vec<String>,
    /// The causes that a complaint may have (§2.2).
    pub causes: Vec<String>,
    /// How a complaint may come in (§2.1).
    pub channels: Vec<String>,
    /// How soon after-care follows (§5).
    pub after_care: Duration,
    /// How soon a closed complaint is discussed (§4).
    pub team_meeting: Duration,
    /// Working days and days off.
    pub calendar: Calendar,
    /// From which day the term of a ruling runs.
    pub ruling_from: RulingFrom,
    /// From which day retention runs.
    pub retain_from: RetainFrom,
    /// When free text may be shown to the team.
    pub free_text: FreeText,
    /// How the site looks.
    pub appearance: Appearance,
    /// Who writes to a complainant, and how to reach them.
    pub sender: Sender,
    /// How a complainant lodges an appeal (§2.4).
    pub appeal_route: AppealRoute,
}

/// What a settings file of the register gave: the value, with the defaults where it was wrong, and
/// everything that was wrong.
#[derive(Debug)]
pub struct Loaded<T> {
    /// The settings that hold.
    pub value: T,
    /// Keys and values that are wrong.
    pub problems: Vec<Problem>,
    /// Why the file could not be read at all.
    pub fault: Option<Fault>,
}

impl<T> Loaded<T> {
    /// Settings with nothing wrong.
    #[must_use]
    pub fn right(value: T) -> Self {
        Self { value, problems: Vec::new(), fault: None }
    }

    fn broken(value: T, fault: Fault) -> Self {
        Self { value, problems: Vec::new(), fault: Some(fault) }
    }
}

impl Default for Protocol {
    /// The WENB protocol, which is embedded.
    fn default() -> Self {
        settings::embedded()
    }
}

impl Protocol {
    /// The protocol of a register: the embedded one, with what `file` says in place of it.
    #[must_use]
    pub fn load(file: &SourceFile) -> Loaded<Self> {
        settings::load(file)
    }

    /// The length of a step's term.
    #[must_use]
    pub fn duration(&self, step: Step) -> Duration {
        self.durations[step as usize]
    }
}
