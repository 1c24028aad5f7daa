//! The complaint that a person names. In: a number as it was typed. Out: its record, or a sentence that
//! tells which numbers there are.

use super::Failure;
use crate::complaint::Number;
use crate::register::{Record, Register};

/// How many numbers are named when the one that was typed is not there.
const NAMED: usize = 3;

/// The record with this number.
///
/// # Errors
/// When it is no number, or no record has it, or more than one.
pub(super) fn record<'r>(register: &'r Register, typed: &str) -> Result<&'r Record, Failure> {
    let number = Number::parse(typed.trim())
        .ok_or_else(|| Failure::new("dat is geen nummer van een klacht; schrijf het als 2026-014"))?;
    let numbered = |record: &&Record| record.complaint.number.given() == Some(&number);
    let mut found = register.records().filter(numbered);
    match (found.next(), found.next()) {
        (Some(record), None) => Ok(record),
        (Some(_), Some(_)) => Err(Failure::new(format!(
            "meer dan één klacht heeft nummer {number}; `klacht check` zegt welke. Geef eerst elke klacht een eigen nummer"
        ))),
        (None, _) => Err(Failure::new(absent(register, &number))),
    }
}

fn absent(register: &Register, number: &Number) -> String {
    let name = format!("{number}.md");
    if register.entries.iter().any(|entry| entry.record().is_none() && entry.file().path().file_name() == name) {
        return format!("het klachtbestand van {number} is niet te lezen; `klacht check` zegt wat er mis is");
    }
    let given = register.records().filter_map(|record| record.complaint.number.given());
    match nearest(number, given).as_slice() {
        [] => format!("er is geen klacht {number}: het klachtenregister is leeg"),
        numbers => {
            let numbers: Vec<_> = numbers.iter().map(|number| number.as_str()).collect();
            format!("er is geen klacht {number}; wel {}", numbers.join(", "))
        }
    }
}

/// The numbers that resemble this one most, in order.
fn nearest<'n>(number: &Number, numbers: impl Iterator<Item = &'n Number>) -> Vec<&'n Number> {
    let mut numbers: Vec<_> = numbers.collect();
    numbers.sort();
    numbers.dedup();
    let apart = |other: &Number| serial(other).abs_diff(serial(number));
    numbers.sort_by_key(|other| (strsim::osa_distance(number.as_str(), other.as_str()), apart(other)));
    numbers.truncate(NAMED);
    numbers.sort();
    numbers
}

/// The part of a number after the year; only for finding neighbours.
fn serial(number: &Number) -> u64 {
    number.as_str().rsplit('-').next().and_then(|serial| serial.parse().ok()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_that_is_not_there_brings_up_the_ones_that_resemble_it() {
        let numbers: Vec<_> = ["2025-014", "2026-001", "2026-014", "2026-041", "2026-099"]
            .iter()
            .filter_map(|text| Number::parse(text))
            .collect();
        let near = nearest(&Number::parse("2026-015").expect("a number"), numbers.iter());
        let near: Vec<_> = near.iter().map(|number| number.as_str()).collect();
        assert_eq!(near, ["2025-014", "2026-001", "2026-014"]);
    }
}
