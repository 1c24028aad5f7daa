//! The fields of a complaint (§2.1 to §2.4, §4, §5), each absent, wrong or given.

use super::{BodySection, Email, Fingerprint, Name, Number, Phone, SectionKind};
use crate::calendar::Date;
use crate::personal::Personal;
use crate::protocol::Step;
use crate::source::{FrontMatter, Span};
use crate::yaml::{Field, Group, List, Problem};

/// A complaint as its file tells it.
#[derive(Debug)]
pub struct Complaint {
    /// Where the halves of the file lie.
    pub halves: FrontMatter,
    /// Nummer klacht.
    pub number: Field<Number>,
    /// Datum ontvangst.
    pub received: Field<Date>,
    /// How it came in.
    pub channel: Field<String>,
    /// What it is about: kinds of the protocol.
    pub kinds: List<String>,
    /// What it is about, in one line of free text.
    pub subject: Field<Personal>,
    /// Who complained.
    pub complainant: Complainant,
    /// The employee who received it.
    pub receiver: Field<Personal>,
    /// The employee who handles it.
    pub handler: Field<Personal>,
    /// The employees whom it is about.
    pub involved: List<Personal>,
    /// Entered in the register.
    pub registered: Field<Date>,
    /// Receipt confirmed to the complainant.
    pub confirmed: Field<Date>,
    /// The handler spoke with the complainant, or last tried.
    pub contact: Field<Date>,
    /// Causes of the protocol.
    pub causes: List<String>,
    /// The solution was offered.
    pub handled: Field<Date>,
    /// The director (or the chair) was informed.
    pub director_informed: Field<Date>,
    /// The appeal to the chair.
    pub appeal: Appeal,
    /// What keeps it from happening again.
    pub measures: List<Measure>,
    /// Discussed in the team meeting.
    pub discussed: Field<Date>,
    /// After-care.
    pub after_care: AfterCare,
    /// The file was closed.
    pub closed: Field<Date>,
    /// Another way out.
    pub ended: Ended,
    /// The complaint that this one reopens.
    pub follows: Field<Number>,
    /// Missed terms, accounted for.
    pub overruns: List<Overrun>,
    /// The day up to and including which it must be kept, whatever the protocol says.
    pub hold_until: Field<Date>,
    /// Why it must be kept so long, in free text.
    pub hold_reason: Field<Personal>,
    /// Extra words to mask in this record.
    pub mask: List<Personal>,
    /// Words that only look like names.
    pub keep: List<Personal>,
    /// The anonymised texts that someone has read.
    pub read: Field<Fingerprint>,
    /// What stands before the first section.
    pub preamble: Option<Span>,
    /// The sections of the body.
    pub sections: Vec<BodySection>,
    /// Links and pictures in the body.
    pub links: Vec<crate::markdown::Link>,
    /// Keys and values that are wrong.
    pub problems: Vec<Problem>,
}

/// Who complained.
#[derive(Debug, Default)]
pub struct Complainant {
    /// The group itself.
    pub group: Group,
    /// Naam indiener.
    pub name: Field<Name>,
    /// Telefoonnummer.
    pub phone: Field<Phone>,
    /// E-mail address.
    pub email: Field<Email>,
    /// The client.
    pub organisation: Field<Personal>,
    /// Postal address.
    pub address: Field<Personal>,
}

impl Complainant {
    /// Whether nobody knows who complained, nor where to write to: then neither a confirmation nor
    /// after-care can be asked for.
    #[must_use]
    pub fn is_out_of_reach(&self) -> bool {
        matches!(self.name.given(), Some(Name::Unknown)) && self.email.is_absent() && self.address.is_absent()
    }
}

/// The appeal to the chair (§2.4).
#[derive(Debug, Default)]
pub struct Appeal {
    /// The group itself.
    pub group: Group,
    /// Lodged.
    pub lodged: Field<Date>,
    /// The ruling was told to the complainant.
    pub ruling: Field<Date>,
    /// What the ruling was.
    pub outcome: Field<AppealOutcome>,
}

/// What a ruling was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AppealOutcome {
    /// Gegrond.
    Upheld,
    /// Deels gegrond.
    PartlyUpheld,
    /// Ongegrond.
    Dismissed,
    /// Ingetrokken.
    Withdrawn,
}

impl AppealOutcome {
    /// What may stand in a file.
    pub const WORDS: [(&'static str, Self); 4] = [
        ("gegrond", Self::Upheld),
        ("deels-gegrond", Self::PartlyUpheld),
        ("ongegrond", Self::Dismissed),
        ("ingetrokken", Self::Withdrawn),
    ];

    /// The word for it in a file.
    #[must_use]
    pub fn word(self) -> &'static str {
        word_of(self, &Self::WORDS)
    }
}

/// What keeps a complaint from happening again (§2.2).
#[derive(Debug, Default)]
pub struct Measure {
    /// What is done.
    pub what: Field<Personal>,
    /// Who does it: a name or a role.
    pub who: Field<Personal>,
    /// By when.
    pub by: Field<Date>,
    /// Done.
    pub done: Field<Date>,
}

/// After-care (§5).
#[derive(Debug, Default)]
pub struct AfterCare {
    /// The group itself.
    pub group: Group,
    /// Day of contact.
    pub date: Field<Date>,
    /// Whether the complainant is satisfied.
    pub satisfied: Field<Satisfaction>,
}

/// Whether a complainant is satisfied (§5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Satisfaction {
    /// Ja.
    Yes,
    /// Deels.
    Partly,
    /// Nee.
    No,
    /// Onbereikbaar.
    Unreachable,
}

impl Satisfaction {
    /// What may stand in a file.
    pub const WORDS: [(&'static str, Self); 4] =
        [("ja", Self::Yes), ("deels", Self::Partly), ("nee", Self::No), ("onbereikbaar", Self::Unreachable)];

    /// The word for it in a file.
    #[must_use]
    pub fn word(self) -> &'static str {
        word_of(self, &Self::WORDS)
    }
}

/// Another way out than a solution.
#[derive(Debug, Default)]
pub struct Ended {
    /// The group itself.
    pub group: Group,
    /// Since when.
    pub date: Field<Date>,
    /// Why.
    pub reason: Field<EndReason>,
}

/// Why a complaint ended without a solution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndReason {
    /// Ingetrokken.
    Withdrawn,
    /// Niet-ontvankelijk.
    Inadmissible,
    /// Doorverwezen.
    Referred,
    /// Dubbel.
    Duplicate,
}

impl EndReason {
    /// What may stand in a file.
    pub const WORDS: [(&'static str, Self); 4] = [
        ("ingetrokken", Self::Withdrawn),
        ("niet-ontvankelijk", Self::Inadmissible),
        ("doorverwezen", Self::Referred),
        ("dubbel", Self::Duplicate),
    ];

    /// The word for it in a file.
    #[must_use]
    pub fn word(self) -> &'static str {
        word_of(self, &Self::WORDS)
    }
}

/// A missed term, accounted for.
#[derive(Debug, Default)]
pub struct Overrun {
    /// Where the entry begins.
    pub at: Span,
    /// Which term.
    pub step: Field<Step>,
    /// Why, in free text.
    pub reason: Field<Personal>,
    /// Told to the complainant.
    pub reported: Field<Date>,
    /// The new last day.
    pub new_date: Field<Date>,
}

/// An event: a date that cannot lie in the future, nor before the complaint came in.
#[derive(Clone, Copy, Debug)]
pub struct Event {
    /// The field, with its group.
    pub key: &'static str,
    /// When it happened.
    pub date: Date,
    /// Where it stands.
    pub at: Span,
}

impl Complaint {
    /// Where a finding about the whole file points: to the opening marker.
    #[must_use]
    pub fn opening(&self) -> Span {
        self.halves.opening
    }

    /// All events that are given, receipt first. Days that are promised (`voor`, `nieuwe-datum`)
    /// are no events.
    #[must_use]
    pub fn events(&self) -> Vec<Event> {
        let mut events = Vec::with_capacity(12);
        let mut add = |key, field: &Field<Date>| {
            if let Some((&date, at)) = field.placed() {
                events.push(Event { key, date, at });
            }
        };
        add("ontvangen", &self.received);
        add("geregistreerd", &self.registered);
        add("bevestigd", &self.confirmed);
        add("contact", &self.contact);
        add("afgehandeld", &self.handled);
        add("directeur-geinformeerd", &self.director_informed);
        add("beroep.ingesteld", &self.appeal.lodged);
        add("beroep.uitspraak", &self.appeal.ruling);
        add("besproken", &self.discussed);
        add("nazorg.datum", &self.after_care.date);
        add("gesloten", &self.closed);
        add("beeindigd.datum", &self.ended.date);
        for measure in self.measures.given() {
            add("maatregelen.gereed", &measure.done);
        }
        for overrun in self.overruns.given() {
            add("overschrijdingen.gemeld", &overrun.reported);
        }
        events
    }

    /// The section of this kind; the first, where it stands twice.
    #[must_use]
    pub fn section(&self, kind: SectionKind) -> Option<&BodySection> {
        self.sections.iter().find(|section| section.kind == Some(kind))
    }

    /// Whether it ended in another way than by a solution.
    #[must_use]
    pub fn has_ended(&self) -> bool {
        !self.ended.group.is_absent()
    }
}

fn word_of<T: Copy + PartialEq>(value: T, words: &[(&'static str, T)]) -> &'static str {
    words.iter().find(|(_, own)| *own == value).map_or("", |(word, _)| *word)
}
