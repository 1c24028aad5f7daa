//! The pages of the site as values. In: the records that may be shown, with their rows, findings and
//! texts, and the figures. Out: the view of each page. For the team, whose texts are masked, employees
//! appear as "medewerker" and a director who handles as "directeur".

mod agenda;
mod analysis;
mod attention;
mod case;
mod chores;
mod complaint;
mod digest;
mod index;
mod listing;
mod meeting;
mod protocol;
mod reckoning;
mod register;
mod reports;
mod telling;
mod texts;
mod words;

pub use agenda::{Person, agenda, folded};
pub use complaint::{Links, PREAMBLE};
pub use digest::{Cases, Digest, Overview};
pub use texts::{AsWritten, ForTeam, Texts};

use super::{Audience, Day, Logo, Site, Word};
use crate::figures::Figures;
use crate::protocol::Protocol;
use crate::register::{Record, Register, Row};
use reckoning::Clock;
use reports::Reports;

/// What the site is called where the office gives it no name of its own.
const SITE_NAME: &str = "Klachtenregister";

/// Makes the views of one build.
pub struct Composer<'r> {
    register: &'r Register,
    /// The complaints that are shown, in order of number.
    rows: &'r [Row],
    /// The record of each row.
    records: &'r [&'r Record],
    figures: &'r Figures,
    clock: Clock<'r>,
    audience: Audience,
    reports: Reports,
}

impl<'r> Composer<'r> {
    /// Over the complaints that are shown: rows in order of number, each with its record.
    #[must_use]
    pub fn new(
        register: &'r Register,
        rows: &'r [Row],
        records: &'r [&'r Record],
        figures: &'r Figures,
        audience: Audience,
    ) -> Self {
        debug_assert_eq!(rows.len(), records.len(), "each row has its record");
        let clock = Clock::new(register.protocol(), register.today);
        Self { register, rows, records, figures, clock, audience, reports: Reports::of(rows, &figures.quarters) }
    }

    /// Whether a report tells the complaint at this place in full.
    #[must_use]
    pub fn tells_in_full(&self, at: usize) -> bool {
        self.reports.tell_in_full(at)
    }

    fn protocol(&self) -> &'r Protocol {
        self.register.protocol()
    }
}

/// What all pages share.
#[must_use]
pub fn site(register: &Register, audience: Audience) -> Site {
    let appearance = &register.protocol().appearance;
    Site {
        name: appearance.name.as_deref().map_or_else(|| Word::new(SITE_NAME), Word::new),
        organisation: register.protocol().organisation.as_deref().map(Word::new),
        built: Day(register.today),
        audience,
        accent: appearance.accent,
        logo: register.logo.as_ref().map(Logo::from),
    }
}
