//! The columns of `vernietigd.csv`: how each is written of a row, and read. Days become months: an erased complaint is
//! counted, and not told.

use chrono::Datelike;
use csv::StringRecord;

use super::WhyWrong;
use crate::calendar::Date;
use crate::complaint::{AppealOutcome, Number, Satisfaction, Status, TermOutcome};
use crate::protocol::{Protocol, Step};
use crate::register::{Cause, Kind, LeadTime, Row, RowAppeal, RowTerm};
use crate::yaml;

/// One column.
pub(super) struct Column {
    /// Its name, after the key in a complaint file.
    pub(super) name: &'static str,
    /// Its cell.
    pub(super) write: fn(&Row, &Protocol, Date) -> String,
}

const fn column(name: &'static str, write: fn(&Row, &Protocol, Date) -> String) -> Column {
    Column { name, write }
}

pub(super) static COLUMNS: [Column; 23] = [
    column("nummer", |row, _, _| row.number.to_string()),
    column("ontvangen", |row, _, _| month(row.received)),
    column("betreft", |row, protocol, _| words(row.kinds.iter().map(|kind| &protocol.kinds[kind.0]))),
    column("oorzaak", |row, protocol, _| words(row.causes.iter().map(|cause| &protocol.causes[cause.0]))),
    column("bevestiging.stand", |row, _, _| state(row, Step::Confirmation)),
    column("bevestiging.maand", |row, _, _| counted_in(row, Step::Confirmation)),
    column("registratie.stand", |row, _, _| state(row, Step::Registration)),
    column("registratie.maand", |row, _, _| counted_in(row, Step::Registration)),
    column("afhandeling.stand", |row, _, _| state(row, Step::Handling)),
    column("afhandeling.maand", |row, _, _| counted_in(row, Step::Handling)),
    column("uitspraak.stand", |row, _, _| state(row, Step::Ruling)),
    column("uitspraak.maand", |row, _, _| counted_in(row, Step::Ruling)),
    column("doorlooptijd.stand", |row, _, _| state(row, Step::Total)),
    column("doorlooptijd-dagen", |row, _, _| row.lead_days().map(|days| days.to_string()).unwrap_or_default()),
    column("afgehandeld", |row, _, _| month(row.handled)),
    column("beroep", |row, _, _| if row.appeal.is_some() { YES } else { NO }.to_owned()),
    column("beroep.ingesteld", |row, _, _| month(row.appeal.and_then(|appeal| appeal.lodged))),
    column("beroep.uitspraak", |row, _, _| month(row.appeal.and_then(|appeal| appeal.ruling))),
    column("beroep.uitkomst", |row, _, _| {
        row.appeal.and_then(|appeal| appeal.outcome).map_or("", AppealOutcome::word).to_owned()
    }),
    column("besproken", |row, _, _| month(row.discussed)),
    column("nazorg.maand", |row, _, _| month(row.after_care)),
    column("nazorg.tevreden", |row, _, _| row.satisfaction.map_or("", Satisfaction::word).to_owned()),
    column("gesloten", |row, _, today| {
        month(row.closed.or(row.ended).or_else(|| row.status.is_open().then_some(today)))
    }),
];

/// A slip of the pen in a year would make a report for each quarter from then on.
const FIRST_YEAR: i32 = 2000;

/// No complaint took a century.
const MOST_DAYS: u32 = 36_525;

const YES: &str = "ja";
const NO: &str = "nee";
const IN_TIME: &str = "op-tijd";
const LATE: &str = "te-laat";

/// `2024-03`.
fn month(day: Option<Date>) -> String {
    day.map(|day| day.format("%Y-%m").to_string()).unwrap_or_default()
}

fn words<'w>(words: impl Iterator<Item = &'w String>) -> String {
    words.map(String::as_str).collect::<Vec<_>>().join("; ")
}

/// The term of a step, where it was met or missed.
fn ended_term(row: &Row, step: Step) -> Option<(&'static str, Date)> {
    let term = row.terms.iter().find(|term| term.step == step)?;
    match term.outcome {
        TermOutcome::Met(day) => Some((IN_TIME, day)),
        TermOutcome::Missed(_) => Some((LATE, term.due)),
        TermOutcome::Open | TermOutcome::Unknown => None,
    }
}

fn state(row: &Row, step: Step) -> String {
    ended_term(row, step).map_or("", |(state, _)| state).to_owned()
}

fn counted_in(row: &Row, step: Step) -> String {
    month(ended_term(row, step).map(|(_, day)| day))
}

/// The row of a line, with the first day of each month.
pub(super) fn row(line: &StringRecord, protocol: &Protocol) -> Result<Row, WhyWrong> {
    if line.len() != COLUMNS.len() {
        return Err(WhyWrong::Cells);
    }
    let cells = Cells(line);
    let number = cells.get("nummer", Number::parse)?.ok_or(WhyWrong::Value("nummer"))?;
    let ended = cells.month("gesloten")?;
    let satisfaction = |text: &str| yaml::choice(text, &Satisfaction::WORDS).ok();
    Ok(Row {
        number,
        received: cells.month("ontvangen")?,
        kinds: cells.places("betreft", &protocol.kinds).map(Kind).collect(),
        causes: cells.places("oorzaak", &protocol.causes).map(Cause).collect(),
        status: Status::Closed,
        terms: cells.terms()?,
        handled: cells.month("afgehandeld")?,
        appeal: cells.appeal()?,
        after_care: cells.month("nazorg.maand")?,
        satisfaction: cells.get("nazorg.tevreden", satisfaction)?,
        discussed: cells.month("besproken")?,
        is_discussed: true,
        closed: ended,
        ended: None,
        lead: LeadTime::AsItWas(cells.days("doorlooptijd-dagen")?),
    })
}

/// The cells of a line, by the names of their columns.
struct Cells<'l>(&'l StringRecord);

impl Cells<'_> {
    fn text(&self, name: &str) -> &str {
        let at = COLUMNS.iter().position(|column| column.name == name).expect("every name here is that of a column");
        self.0.get(at).unwrap_or_default().trim()
    }

    /// The value of a cell; none where it is empty.
    fn get<T>(&self, name: &'static str, parse: impl Fn(&str) -> Option<T>) -> Result<Option<T>, WhyWrong> {
        match self.text(name) {
            "" => Ok(None),
            text => parse(text).map(Some).ok_or(WhyWrong::Value(name)),
        }
    }

    /// The first day of a month.
    fn month(&self, name: &'static str) -> Result<Option<Date>, WhyWrong> {
        let day = |text: &str| yaml::date(&format!("{text}-01")).ok();
        self.get(name, |text| day(text).filter(|day| day.year() >= FIRST_YEAR))
    }

    fn days(&self, name: &'static str) -> Result<Option<u32>, WhyWrong> {
        self.get(name, |text| text.parse().ok().filter(|days| *days <= MOST_DAYS))
    }

    fn places<'w>(&'w self, name: &str, known: &'w [String]) -> impl Iterator<Item = usize> + 'w {
        let words = self.text(name).split(';').map(str::trim);
        words.filter_map(|word| known.iter().position(|known| known == word))
    }

    fn terms(&self) -> Result<Vec<RowTerm>, WhyWrong> {
        let steps = [
            (Step::Confirmation, "bevestiging.stand", "bevestiging.maand"),
            (Step::Registration, "registratie.stand", "registratie.maand"),
            (Step::Handling, "afhandeling.stand", "afhandeling.maand"),
            (Step::Ruling, "uitspraak.stand", "uitspraak.maand"),
            // The norm for the whole counts with the days that it took.
            (Step::Total, "doorlooptijd.stand", ""),
        ];
        let mut terms = Vec::new();
        for (step, state, month) in steps {
            let states = [(IN_TIME, true), (LATE, false)];
            let Some(is_met) = self.get(state, |text| yaml::choice(text, &states).ok())? else { continue };
            let due = match step {
                Step::Total => Date::MIN,
                _ => self.month(month)?.ok_or(WhyWrong::Value(month))?,
            };
            let outcome = if is_met { TermOutcome::Met(due) } else { TermOutcome::Missed(Some(due)) };
            terms.push(RowTerm { step, due, outcome, agreed: None });
        }
        Ok(terms)
    }

    fn appeal(&self) -> Result<Option<RowAppeal>, WhyWrong> {
        let is_appealed = self.get("beroep", |text| yaml::choice(text, &[(YES, true), (NO, false)]).ok())?;
        if !is_appealed.ok_or(WhyWrong::Value("beroep"))? {
            return Ok(None);
        }
        let outcome = |text: &str| yaml::choice(text, &AppealOutcome::WORDS).ok();
        Ok(Some(RowAppeal {
            lodged: self.month("beroep.ingesteld")?,
            ruling: self.month("beroep.uitspraak")?,
            outcome: self.get("beroep.uitkomst", outcome)?,
        }))
    }
}
