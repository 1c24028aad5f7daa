//! `protocol.yaml`. In: its text. Out: a protocol; a key left out, or wrong, keeps the embedded
//! default, at every depth, and a list replaces the default list.

use super::appearance::{self, AppearancePart};
use super::correspondence::{self, AppealRoute, Sender};
use super::{FreeText, Loaded, Protocol, RetainFrom, RulingFrom, Step};
use crate::calendar::{Calendar, CalendarSettings, Date, Duration, LiberationDay};
use crate::source::{RelPath, SourceFile, Span};
use crate::yaml::{self, Expected, Field, Fields, List, Reader, Value, choice, date};

const EMBEDDED: &str = include_str!("default.yaml");

const TOP: [&str; 14] = [
    "organisatie",
    "termijnen",
    "waarschuw-vooraf",
    "bewaartermijn",
    "betreft",
    "oorzaken",
    "kanalen",
    "nazorg",
    "teamoverleg",
    "kalender",
    FREE_TEXT,
    "uiterlijk",
    "afzender",
    "beroep",
];

const FREE_TEXT: &str = "vrije-tekst";

const TERMS: [&str; Step::ALL.len()] = [
    "termijnen.bevestiging",
    "termijnen.registratie",
    "termijnen.afhandeling",
    "termijnen.uitspraak",
    "termijnen.doorlooptijd",
];

const CALENDAR: [&str; 6] = [
    "kalender.bevrijdingsdag",
    "kalender.goede-vrijdag",
    "kalender.extra-vrije-dagen",
    "kalender.verschuif-naar-werkdag",
    "kalender.uitspraak-vanaf",
    "kalender.bewaren-vanaf",
];

const LIBERATION_DAY: [(&str, LiberationDay); 3] =
    [("nooit", LiberationDay::Never), ("lustrum", LiberationDay::Lustrum), ("elk-jaar", LiberationDay::EveryYear)];
const YES_NO: [(&str, bool); 2] = [("ja", true), ("nee", false)];
const RULING_FROM: [(&str, RulingFrom); 3] = [
    ("einde-termijn-twee", RulingFrom::EndOfTermTwo),
    ("afhandeling", RulingFrom::Handling),
    ("beroep", RulingFrom::Appeal),
];
const RETAIN_FROM: [(&str, RetainFrom); 2] = [("gesloten", RetainFrom::Closed), ("ontvangen", RetainFrom::Received)];

pub(super) fn embedded() -> Protocol {
    let file = SourceFile::new(RelPath::new("protocol.yaml"), EMBEDDED.to_owned());
    let node = yaml::parse(file.text(), 0).expect("the embedded protocol is YAML");
    let (settings, problems) = Settings::read(&node, file.text());
    debug_assert!(problems.is_empty(), "the embedded protocol is right: {problems:?}");
    settings.complete().expect("the embedded protocol gives every setting")
}

pub(super) fn load(file: &SourceFile) -> Loaded<Protocol> {
    match yaml::parse(file.text(), 0) {
        Ok(node) => {
            let (settings, problems) = Settings::read(&node, file.text());
            let mut value = settings.over(embedded());
            // Where it is not certain what was asked, nothing is shown that nobody has read.
            if problems.iter().any(|problem| problem.key == FREE_TEXT) {
                value.free_text = FreeText::AfterReading;
            }
            Loaded { value, problems, fault: None }
        }
        Err(fault) => Loaded::broken(Protocol { free_text: FreeText::AfterReading, ..embedded() }, fault),
    }
}

/// What a file says, each setting by itself.
#[derive(Default)]
struct Settings {
    organisation: Field<String>,
    durations: [Field<Duration>; Step::ALL.len()],
    warn_ahead: Field<Duration>,
    retention: Field<Duration>,
    kinds: List<String>,
    causes: List<String>,
    channels: List<String>,
    after_care: Field<Duration>,
    team_meeting: Field<Duration>,
    calendar: CalendarPart,
    free_text: Field<FreeText>,
    appearance: AppearancePart,
    sender: Sender,
    appeal_route: AppealRoute,
}

#[derive(Default)]
struct CalendarPart {
    liberation_day: Field<LiberationDay>,
    good_friday: Field<bool>,
    extra_days_off: List<Date>,
    roll_to_working_day: Field<bool>,
    ruling_from: Field<RulingFrom>,
    retain_from: Field<RetainFrom>,
}

impl Settings {
    fn read(node: &yaml::Node<'_>, text: &str) -> (Self, Vec<yaml::Problem>) {
        let mut reader = Reader::new();
        let settings = match &node.value {
            Value::Null => Self::default(),
            Value::Map(entries) => {
                let start = Span::new(node.span.start, node.span.start);
                let fields = reader.open(entries, start, &TOP);
                Self::read_fields(&mut reader, fields, text)
            }
            Value::Scalar(_) | Value::List(_) => {
                reader.problem("", node.span, yaml::ProblemKind::Wrong(Expected::Group));
                Self::default()
            }
        };
        (settings, reader.into_problems())
    }

    fn read_fields(reader: &mut Reader, top: Fields<'_, '_>, text: &str) -> Self {
        let words = |text: &str| Ok(text.to_owned());
        let durations = reader
            .group(top, "termijnen", &TERMS, |reader, fields| TERMS.map(|key| reader.value(fields, key, duration)));
        let calendar = reader.group(top, "kalender", &CALENDAR, CalendarPart::read);
        let appearance = reader
            .group(top, "uiterlijk", &appearance::KEYS, |reader, fields| AppearancePart::read(reader, fields, text));
        let sender = reader.group(top, "afzender", &correspondence::SENDER, Sender::read);
        let appeal_route = reader.group(top, "beroep", &correspondence::APPEAL, AppealRoute::read);
        Self {
            organisation: reader.text(top, "organisatie", str::to_owned),
            durations: durations.into_given().unwrap_or_default(),
            warn_ahead: reader.value(top, "waarschuw-vooraf", duration),
            retention: reader.value(top, "bewaartermijn", duration),
            kinds: reader.list(top, "betreft", words),
            causes: reader.list(top, "oorzaken", words),
            channels: reader.list(top, "kanalen", words),
            after_care: reader.value(top, "nazorg", duration),
            team_meeting: reader.value(top, "teamoverleg", duration),
            calendar: calendar.into_given().unwrap_or_default(),
            free_text: reader.value(top, FREE_TEXT, |text| choice(text, &FreeText::WORDS)),
            appearance: appearance.into_given().unwrap_or_default(),
            sender: sender.into_given().unwrap_or_default(),
            appeal_route: appeal_route.into_given().unwrap_or_default(),
        }
    }

    /// A protocol of these settings alone; none where one is left out.
    fn complete(self) -> Option<Protocol> {
        let mut durations = self.durations.into_iter().map(Field::into_given);
        let mut next = || durations.next().flatten();
        Some(Protocol {
            organisation: self.organisation.into_given(),
            durations: [next()?, next()?, next()?, next()?, next()?],
            warn_ahead: self.warn_ahead.into_given()?,
            retention: self.retention.into_given()?,
            kinds: words(self.kinds)?,
            causes: words(self.causes)?,
            channels: words(self.channels)?,
            after_care: self.after_care.into_given()?,
            team_meeting: self.team_meeting.into_given()?,
            ruling_from: self.calendar.ruling_from.get()?,
            retain_from: self.calendar.retain_from.get()?,
            calendar: self.calendar.over(&CalendarSettings::default()),
            free_text: self.free_text.get()?,
            appearance: self.appearance.finish(),
            sender: self.sender,
            appeal_route: self.appeal_route,
        })
    }

    /// These settings, and `base` where they say nothing.
    fn over(self, base: Protocol) -> Protocol {
        let mut durations = base.durations;
        for (duration, own) in durations.iter_mut().zip(&self.durations) {
            *duration = own.get().unwrap_or(*duration);
        }
        Protocol {
            organisation: self.organisation.into_given().or(base.organisation),
            durations,
            warn_ahead: self.warn_ahead.get().unwrap_or(base.warn_ahead),
            retention: self.retention.get().unwrap_or(base.retention),
            kinds: words(self.kinds).unwrap_or(base.kinds),
            causes: words(self.causes).unwrap_or(base.causes),
            channels: words(self.channels).unwrap_or(base.channels),
            after_care: self.after_care.get().unwrap_or(base.after_care),
            team_meeting: self.team_meeting.get().unwrap_or(base.team_meeting),
            ruling_from: self.calendar.ruling_from.get().unwrap_or(base.ruling_from),
            retain_from: self.calendar.retain_from.get().unwrap_or(base.retain_from),
            calendar: self.calendar.over(base.calendar.settings()),
            free_text: self.free_text.get().unwrap_or(base.free_text),
            appearance: self.appearance.finish(),
            sender: self.sender,
            appeal_route: self.appeal_route,
        }
    }
}

impl CalendarPart {
    fn read(reader: &mut Reader, fields: Fields<'_, '_>) -> Self {
        Self {
            liberation_day: reader.value(fields, "kalender.bevrijdingsdag", |text| choice(text, &LIBERATION_DAY)),
            good_friday: reader.value(fields, "kalender.goede-vrijdag", |text| choice(text, &YES_NO)),
            extra_days_off: reader.list(fields, "kalender.extra-vrije-dagen", date),
            roll_to_working_day: reader.value(fields, "kalender.verschuif-naar-werkdag", |text| choice(text, &YES_NO)),
            ruling_from: reader.value(fields, "kalender.uitspraak-vanaf", |text| choice(text, &RULING_FROM)),
            retain_from: reader.value(fields, "kalender.bewaren-vanaf", |text| choice(text, &RETAIN_FROM)),
        }
    }

    fn over(self, base: &CalendarSettings) -> Calendar {
        let extra: Vec<Date> = self.extra_days_off.given().copied().collect();
        Calendar::new(CalendarSettings {
            liberation_day: self.liberation_day.get().unwrap_or(base.liberation_day),
            good_friday: self.good_friday.get().unwrap_or(base.good_friday),
            extra_days_off: if extra.is_empty() { base.extra_days_off.clone() } else { extra.into_iter().collect() },
            roll_to_working_day: self.roll_to_working_day.get().unwrap_or(base.roll_to_working_day),
        })
    }
}

fn words(list: List<String>) -> Option<Vec<String>> {
    let words: Vec<_> = list.items.into_iter().filter_map(Field::into_given).collect();
    (!words.is_empty()).then_some(words)
}

fn duration(text: &str) -> Result<Duration, Expected> {
    text.parse().map_err(|_| Expected::Duration)
}
