//! A complaint file becomes a record. In: text with its halves, and the protocol whose kinds, causes
//! and channels may be chosen. Out: the record, with every problem of its fields.

use chrono::Datelike;

use super::record::{
    AfterCare, Appeal, AppealOutcome, Complainant, Complaint, EndReason, Ended, Measure, Overrun, Satisfaction,
};
use super::{BodySection, Email, Fingerprint, Name, Number, Phone, SectionKind, terms};
use crate::calendar::Date;
use crate::personal::Personal;
use crate::protocol::{EMAIL_CHANNEL, Protocol, Step};
use crate::source::{FrontMatter, SourceFile, Span};
use crate::yaml::{Entry, Expected, Field, Fields, Group, ProblemKind, Reader, choice, date, no_choice};

/// The keys at the top of a complaint file.
pub const KEYS: [&str; 28] = [
    "nummer",
    "ontvangen",
    "kanaal",
    "betreft",
    "onderwerp",
    "indiener",
    "ontvanger",
    "behandelaar",
    "betrokken",
    "geregistreerd",
    "bevestigd",
    "contact",
    "oorzaak",
    "afgehandeld",
    "directeur-geinformeerd",
    "beroep",
    "maatregelen",
    "besproken",
    "nazorg",
    "gesloten",
    "beeindigd",
    "vervolg-op",
    "overschrijdingen",
    "bewaren-tot",
    "bewaren-reden",
    "anonimiseren",
    "niet-anonimiseren",
    "nagelezen",
];

const COMPLAINANT: [&str; 5] =
    ["indiener.naam", "indiener.telefoon", "indiener.e-mail", "indiener.organisatie", "indiener.adres"];
const APPEAL: [&str; 3] = ["beroep.ingesteld", "beroep.uitspraak", "beroep.uitkomst"];
const MEASURE: [&str; 4] = ["maatregelen.wat", "maatregelen.wie", "maatregelen.voor", "maatregelen.gereed"];
const AFTER_CARE: [&str; 2] = ["nazorg.datum", "nazorg.tevreden"];
const ENDED: [&str; 2] = ["beeindigd.datum", "beeindigd.reden"];
const OVERRUN: [&str; 4] =
    ["overschrijdingen.termijn", "overschrijdingen.reden", "overschrijdingen.gemeld", "overschrijdingen.nieuwe-datum"];

/// The groups of a complaint file, each with the full names of the keys in it, in the order of the file.
pub const GROUPS: [(&str, &[&str]); 6] = [
    ("indiener", &COMPLAINANT),
    ("beroep", &APPEAL),
    ("maatregelen", &MEASURE),
    ("nazorg", &AFTER_CARE),
    ("beeindigd", &ENDED),
    ("overschrijdingen", &OVERRUN),
];

/// The keys that may hold several values or groups.
pub const LISTS: [&str; 7] =
    ["betreft", "betrokken", "oorzaak", "maatregelen", "overschrijdingen", "anonimiseren", "niet-anonimiseren"];

/// No complaint is older than this year (K009).
const FIRST_YEAR: i32 = 2000;

/// What the fields of a complaint are read against.
struct Source<'a> {
    protocol: &'a Protocol,
    today: Date,
}

pub(super) fn record(
    file: &SourceFile,
    halves: FrontMatter,
    entries: &[Entry<'_>],
    protocol: &Protocol,
    today: Date,
) -> Complaint {
    let mut reader = Reader::new();
    let top = reader.open(entries, halves.opening, &KEYS);
    let body = crate::markdown::read(file.text(), halves.body);
    let mut complaint = Source { protocol, today }.fields(&mut reader, top, halves);
    complaint.preamble = body.preamble;
    complaint.sections = body.sections.iter().map(BodySection::new).collect();
    complaint.links = body.links;
    require(&mut reader, &complaint, file);
    complaint.problems = reader.into_problems();
    complaint
}

impl Source<'_> {
    fn fields(&self, reader: &mut Reader, top: Fields<'_, '_>, halves: FrontMatter) -> Complaint {
        let personal = |text: &str| Ok(Personal::new(text));
        let event = |text: &str| self.event(text);
        Complaint {
            halves,
            number: reader.value(top, "nummer", number),
            received: reader.value(top, "ontvangen", event),
            channel: reader.value(top, "kanaal", |text| one_of(text, &self.protocol.channels)),
            kinds: reader.list(top, "betreft", |text| one_of(text, &self.protocol.kinds)),
            subject: reader.text(top, "onderwerp", Personal::new),
            complainant: complainant(reader, top),
            receiver: reader.text(top, "ontvanger", Personal::new),
            handler: reader.text(top, "behandelaar", Personal::new),
            involved: reader.list(top, "betrokken", personal),
            registered: reader.value(top, "geregistreerd", event),
            confirmed: reader.value(top, "bevestigd", event),
            contact: reader.value(top, "contact", event),
            causes: reader.list(top, "oorzaak", |text| one_of(text, &self.protocol.causes)),
            handled: reader.value(top, "afgehandeld", event),
            director_informed: reader.value(top, "directeur-geinformeerd", event),
            appeal: self.appeal(reader, top),
            measures: reader.groups(top, "maatregelen", &MEASURE, |reader, fields| self.measure(reader, fields)),
            discussed: reader.value(top, "besproken", event),
            after_care: self.after_care(reader, top),
            closed: reader.value(top, "gesloten", event),
            ended: self.ended(reader, top),
            follows: reader.value(top, "vervolg-op", number),
            overruns: reader.groups(top, "overschrijdingen", &OVERRUN, |reader, fields| self.overrun(reader, fields)),
            hold_until: reader.value(top, "bewaren-tot", date),
            hold_reason: reader.text(top, "bewaren-reden", Personal::new),
            mask: reader.list(top, "anonimiseren", personal),
            keep: reader.list(top, "niet-anonimiseren", personal),
            read: reader.value(top, "nagelezen", |text| Fingerprint::parse(text).ok_or(Expected::Fingerprint)),
            preamble: None,
            sections: Vec::new(),
            links: Vec::new(),
            problems: Vec::new(),
        }
    }

    /// The day of something that has happened.
    fn event(&self, text: &str) -> Result<Date, Expected> {
        let day = date(text)?;
        match day {
            day if day > self.today => Err(Expected::PastDate),
            day if day.year() < FIRST_YEAR => Err(Expected::RecentDate),
            day => Ok(day),
        }
    }

    fn appeal(&self, reader: &mut Reader, top: Fields<'_, '_>) -> Appeal {
        let group = reader.group(top, "beroep", &APPEAL, |reader, fields| Appeal {
            group: Group::Open(fields.parent),
            lodged: reader.value(fields, "beroep.ingesteld", |text| self.event(text)),
            ruling: reader.value(fields, "beroep.uitspraak", |text| self.event(text)),
            outcome: reader.value(fields, "beroep.uitkomst", |text| choice(text, &AppealOutcome::WORDS)),
        });
        match group {
            Field::Given(appeal, _) => appeal,
            Field::Absent(key) => Appeal { group: Group::Absent(key), ..Appeal::default() },
            Field::Wrong(at) => Appeal {
                group: Group::Wrong(at),
                lodged: Field::Wrong(at),
                ruling: Field::Wrong(at),
                outcome: Field::Wrong(at),
            },
        }
    }

    fn after_care(&self, reader: &mut Reader, top: Fields<'_, '_>) -> AfterCare {
        let group = reader.group(top, "nazorg", &AFTER_CARE, |reader, fields| AfterCare {
            group: Group::Open(fields.parent),
            date: reader.value(fields, "nazorg.datum", |text| self.event(text)),
            satisfied: reader.value(fields, "nazorg.tevreden", |text| choice(text, &Satisfaction::WORDS)),
        });
        match group {
            Field::Given(after_care, _) => after_care,
            Field::Absent(key) => AfterCare { group: Group::Absent(key), ..AfterCare::default() },
            Field::Wrong(at) => {
                AfterCare { group: Group::Wrong(at), date: Field::Wrong(at), satisfied: Field::Wrong(at) }
            }
        }
    }

    fn ended(&self, reader: &mut Reader, top: Fields<'_, '_>) -> Ended {
        let group = reader.group(top, "beeindigd", &ENDED, |reader, fields| {
            let ended = Ended {
                group: Group::Open(fields.parent),
                date: reader.value(fields, "beeindigd.datum", |text| self.event(text)),
                reason: reader.value(fields, "beeindigd.reden", |text| choice(text, &EndReason::WORDS)),
            };
            missing(reader, "beeindigd.datum", &ended.date, fields.parent);
            missing(reader, "beeindigd.reden", &ended.reason, fields.parent);
            ended
        });
        match group {
            Field::Given(ended, _) => ended,
            Field::Absent(key) => Ended { group: Group::Absent(key), ..Ended::default() },
            Field::Wrong(at) => Ended { group: Group::Wrong(at), date: Field::Wrong(at), reason: Field::Wrong(at) },
        }
    }

    fn measure(&self, reader: &mut Reader, fields: Fields<'_, '_>) -> Measure {
        let measure = Measure {
            what: reader.text(fields, "maatregelen.wat", Personal::new),
            who: reader.text(fields, "maatregelen.wie", Personal::new),
            by: reader.value(fields, "maatregelen.voor", date),
            done: reader.value(fields, "maatregelen.gereed", |text| self.event(text)),
        };
        missing(reader, "maatregelen.wat", &measure.what, fields.parent);
        measure
    }

    fn overrun(&self, reader: &mut Reader, fields: Fields<'_, '_>) -> Overrun {
        let steps = Step::ALL.map(|step| (step.word(), step));
        let overrun = Overrun {
            at: fields.parent,
            step: reader.value(fields, "overschrijdingen.termijn", |text| choice(text, &steps)),
            reason: reader.text(fields, "overschrijdingen.reden", Personal::new),
            reported: reader.value(fields, "overschrijdingen.gemeld", |text| self.event(text)),
            new_date: reader.value(fields, "overschrijdingen.nieuwe-datum", date),
        };
        missing(reader, "overschrijdingen.termijn", &overrun.step, fields.parent);
        missing(reader, "overschrijdingen.reden", &overrun.reason, fields.parent);
        if matches!(overrun.step.get(), Some(Step::Handling | Step::Ruling)) {
            missing(reader, "overschrijdingen.gemeld", &overrun.reported, fields.parent);
        }
        overrun
    }
}

fn complainant(reader: &mut Reader, top: Fields<'_, '_>) -> Complainant {
    let group = reader.group(top, "indiener", &COMPLAINANT, |reader, fields| Complainant {
        group: Group::Open(fields.parent),
        name: reader.text(fields, "indiener.naam", Name::new),
        phone: reader.value(fields, "indiener.telefoon", |text| Phone::parse(text).ok_or(Expected::Phone)),
        email: reader.value(fields, "indiener.e-mail", |text| Email::parse(text).ok_or(Expected::Email)),
        organisation: reader.text(fields, "indiener.organisatie", Personal::new),
        address: reader.text(fields, "indiener.adres", Personal::new),
    });
    match group {
        Field::Given(complainant, _) => complainant,
        Field::Absent(key) => Complainant { group: Group::Absent(key), ..Complainant::default() },
        Field::Wrong(at) => Complainant {
            group: Group::Wrong(at),
            name: Field::Wrong(at),
            phone: Field::Wrong(at),
            email: Field::Wrong(at),
            organisation: Field::Wrong(at),
            address: Field::Wrong(at),
        },
    }
}

/// The problems of what every complaint must have (§2.1), of a missed step that is still open: a new
/// date, and of a hold: its day and its reason.
fn require(reader: &mut Reader, complaint: &Complaint, file: &SourceFile) {
    let top = complaint.opening();
    missing(reader, "nummer", &complaint.number, top);
    missing(reader, "ontvangen", &complaint.received, top);
    missing(reader, "kanaal", &complaint.channel, top);
    missing(reader, "betreft", &complaint.kinds.whole, top);
    missing(reader, "ontvanger", &complaint.receiver, top);
    let complainant = &complaint.complainant;
    let parent = complainant.group.place(top);
    missing(reader, "indiener.naam", &complainant.name, parent);
    missing(reader, "indiener.telefoon", &complainant.phone, parent);
    if complaint.channel.given().is_some_and(|channel| channel == EMAIL_CHANNEL) {
        missing(reader, "indiener.e-mail", &complainant.email, parent);
    }
    for overrun in complaint.overruns.given() {
        let step = overrun.step.get().filter(|step| *step != Step::Total);
        if step.and_then(|step| terms::done(complaint, step)).is_some_and(Field::is_absent) {
            missing(reader, "overschrijdingen.nieuwe-datum", &overrun.new_date, overrun.at);
        }
    }
    match (complaint.hold_until.is_absent(), complaint.hold_reason.is_absent()) {
        (false, true) => missing(reader, "bewaren-reden", &complaint.hold_reason, top),
        (true, false) => missing(reader, "bewaren-tot", &complaint.hold_until, top),
        _ => {}
    }
    let described = complaint.section(SectionKind::Description);
    if described.is_none_or(|section| section.is_empty) {
        let at = described.map_or_else(|| file.last_line(), |section| section.heading);
        reader.problem("Omschrijving", at, ProblemKind::Missing);
    }
}

fn missing<T>(reader: &mut Reader, key: &'static str, field: &Field<T>, parent: Span) {
    if field.is_absent() {
        reader.problem(key, field.place(parent), ProblemKind::Missing);
    }
}

fn number(text: &str) -> Result<Number, Expected> {
    Number::parse(text).ok_or(Expected::Number)
}

fn one_of(text: &str, options: &[String]) -> Result<String, Expected> {
    if options.iter().any(|option| option == text) {
        Ok(text.to_owned())
    } else {
        Err(no_choice(text, options.iter().map(String::as_str)))
    }
}
