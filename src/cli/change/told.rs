//! What a change did, for who asked for it. In: the record as it is now, and the changes. Out: what changed,
//! with days and choices alone in words, and what must happen next.

use std::fmt::Write;

use anstyle::Style;

use crate::calendar::{Date, dutch};
use crate::edit::{self, Change, Form, Key};
use crate::protocol::{Protocol, Step};
use crate::register::{Record, Register};

const HEADING: Style = Style::new().bold();

pub(super) fn told(record: &Record, register: &Register, changes: &[Change], before: &str, after: &str) -> String {
    let number = record.complaint.number.given().map(ToString::to_string).unwrap_or_default();
    let mut text = format!("{HEADING}Klacht {number} is bijgewerkt{HEADING:#}\n");
    let rows: Vec<_> = changes
        .iter()
        .map(|change| (change.key().to_string(), what(change, register.protocol(), before, after)))
        .collect();
    table(&mut text, &rows);
    let next = next(record, register);
    if !next.is_empty() {
        let _ = write!(text, "\n{HEADING}Wat nu loopt{HEADING:#}\n");
        table(&mut text, &next);
    }
    text
}

/// Rows of two columns.
fn table(text: &mut String, rows: &[(String, String)]) {
    let width = rows.iter().map(|(name, _)| name.chars().count()).max().unwrap_or_default();
    for (name, value) in rows {
        let _ = writeln!(text, "  {name:width$}  {value}");
    }
}

/// What became of a value; only a day, a number or a choice is repeated.
fn what(change: &Change, protocol: &Protocol, before: &str, after: &str) -> String {
    let key = change.key();
    if let Change::Append(..) = change {
        return "één toegevoegd".to_owned();
    }
    let (old, new) = (edit::values(before, key), edit::values(after, key));
    match (shown(key, &old, protocol), shown(key, &new, protocol)) {
        _ if old == new => "stond er al".to_owned(),
        (_, Some(new)) if old.is_empty() => new,
        (Some(old), Some(new)) => format!("{old} → {new}"),
        (Some(old), None) if new.is_empty() => format!("{old} → niets"),
        _ if old.is_empty() => "ingevuld".to_owned(),
        _ if new.is_empty() => "weggehaald".to_owned(),
        _ => "gewijzigd".to_owned(),
    }
}

/// Values that are surely no personal data, as words; none where there is no value or one of another kind.
fn shown(key: Key, values: &[String], protocol: &Protocol) -> Option<String> {
    let form = Form::of(key, protocol);
    let harmless = |value: &String| form.holds(value);
    (!values.is_empty() && values.iter().all(harmless)).then(|| values.join(", "))
}

/// The steps that are still open, and what must follow, with their last days.
fn next(record: &Record, register: &Register) -> Vec<(String, String)> {
    let protocol = register.protocol();
    let open = record.timeline.terms().iter().filter(|term| term.is_open() && term.step != Step::Total);
    let mut rows: Vec<_> = open.map(|term| (term.step.to_do(), term.deadline.due)).collect();
    rows.extend(record.complaint.after_care_due(protocol).map(|duty| ("nazorg geven", duty.due)));
    rows.extend(record.complaint.discussion_due(protocol).map(|duty| ("in het teamoverleg bespreken", duty.due)));
    rows.sort_by_key(|(_, due)| *due);
    rows.into_iter().map(|(step, due)| (step.to_owned(), last_day(due, register.today))).collect()
}

fn last_day(due: Date, today: Date) -> String {
    let left = (due - today).num_days();
    let days = |count: i64| if count == 1 { "1 dag".to_owned() } else { format!("{count} dagen") };
    let when = match left {
        0 => "dat is vandaag".to_owned(),
        left if left < 0 => format!("{} te laat", days(-left)),
        left => format!("nog {}", days(left)),
    };
    format!("uiterlijk {} ({when})", dutch::long(due))
}
