//! What a change did, for who asked for it. In: the record as it is now, and the changes. Out: what changed,
//! with days and choices alone in words, and what must happen next.

use std::fmt::Write;

use anstyle::Style;

use crate::calendar::dutch;
use crate::check;
use crate::edit::{self, Change, Form, Key};
use crate::personal::Disclosure;
use crate::protocol::Protocol;
use crate::register::{Record, Register};
use crate::views::{Assignment, Day, Standing, compose};

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
        let _ = write!(text, "\n{HEADING}Wat nog moet gebeuren{HEADING:#}\n");
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

/// All that must still be done for the complaint, and when.
fn next(record: &Record, register: &Register) -> Vec<(String, String)> {
    let findings = |record: &Record| check::check_record(register, record);
    let agenda = compose::agenda(register, std::iter::once(record), findings, None, &Disclosure::to_management());
    let row = |it: Assignment| (it.task.word().to_owned(), when(&it));
    agenda.into_iter().map(row).collect()
}

fn when(assignment: &Assignment) -> String {
    match (assignment.due, assignment.standing) {
        (_, Standing::Today) => "uiterlijk vandaag".to_owned(),
        (Some(Day(due)), standing) => format!("uiterlijk {} ({})", dutch::long(due), standing.words()),
        (None, standing) => standing.words(),
    }
}
