//! A day as people type it. In: `vandaag`, `gisteren`, `2026-11-23` or `23-11-2026`. Out: that day, once it is known
//! which day it is.

use std::fmt;
use std::str::FromStr;

use super::{Date, dutch};

/// A day that someone typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypedDay {
    /// This date.
    On(Date),
    /// `vandaag`.
    Today,
    /// `gisteren`.
    Yesterday,
}

/// What was typed is no day; it says in Dutch what would be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoDay;

impl TypedDay {
    /// The day that is meant when it is `today`.
    #[must_use]
    pub fn seen_from(self, today: Date) -> Date {
        match self {
            Self::On(date) => date,
            Self::Today => today,
            Self::Yesterday => today.pred_opt().unwrap_or(today),
        }
    }
}

impl FromStr for TypedDay {
    type Err = NoDay;

    fn from_str(text: &str) -> Result<Self, NoDay> {
        match text.trim().to_lowercase().as_str() {
            "vandaag" => Ok(Self::Today),
            "gisteren" => Ok(Self::Yesterday),
            text => iso(text).or_else(|| day_first(text)).map(Self::On).ok_or(NoDay),
        }
    }
}

impl fmt::Display for NoDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("typ vandaag, gisteren, of een datum die bestaat, zoals 2026-11-23 of 23-11-2026")
    }
}

impl std::error::Error for NoDay {}

/// The day that is written `2026-11-02`, and in no other way (ISO 8601).
#[must_use]
pub fn iso(text: &str) -> Option<Date> {
    let bytes = text.as_bytes();
    let (true, [year @ .., b'-', m1, m2, b'-', d1, d2]) = (bytes.len() == 10, bytes) else { return None };
    Date::from_ymd_opt(i32::try_from(number(year)?).ok()?, number(&[*m1, *m2])?, number(&[*d1, *d2])?)
}

/// What people write where a file may have a date in one form alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// This day, in another form: `23-11-2026`, `2026/11/23`, `2026-11-23T10:00`, `23 november 2026`, or with the dashes
    /// and quotation marks of a word processor.
    Form(Date),
    /// A day that its month does not have, `2026-11-31`; this is the last that it has.
    NoSuchDay(Date),
}

impl Slip {
    /// What was perhaps meant. Only of the years in which complaints come: anything else may be another number than a day.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        const YEARS: std::ops::RangeInclusive<i32> = 2000..=2100;
        let text = text.trim_matches(['"', '\'', '“', '”', '„', '‘', '’']).to_lowercase();
        let words: Vec<_> = text.split_whitespace().collect();
        let day = match *words.as_slice() {
            [day, month, year] if month.starts_with(char::is_alphabetic) => {
                format!("{day}-{}-{year}", dutch::month_named(month.trim_end_matches('.'))?)
            }
            _ => text.split(['t', ' ']).next()?.replace(['/', '.', '–', '—', '\u{2011}'], "-"),
        };
        let day_last: Vec<_> = day.rsplit('-').collect();
        let parts = in_parts(&day).or_else(|| in_parts(&day_last.join("-")));
        let (year, month, day) = parts.filter(|(year, ..)| YEARS.contains(year))?;
        match Date::from_ymd_opt(year, month, day) {
            Some(date) => Some(Self::Form(date)),
            None if (29..=31).contains(&day) => {
                (28..31).rev().find_map(|last| Date::from_ymd_opt(year, month, last)).map(Self::NoSuchDay)
            }
            None => None,
        }
    }
}

/// The day that is written with its year at the end: `23-11-2026`.
fn day_first(text: &str) -> Option<Date> {
    let (year, month, day) = in_parts(text)?;
    Date::from_ymd_opt(year, month, day)
}

/// Year, month and day of what is written with its year at the end.
fn in_parts(text: &str) -> Option<(i32, u32, u32)> {
    let mut parts = text.split('-').map(str::as_bytes);
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let fits = parts.next().is_none() && year.len() == 4 && [day, month].iter().all(|part| matches!(part.len(), 1 | 2));
    let year = i32::try_from(number(year).filter(|_| fits)?).ok()?;
    Some((year, number(month)?, number(day)?))
}

/// The number of these digits, of which there are few.
fn number(digits: &[u8]) -> Option<u32> {
    let is_number = digits.iter().all(u8::is_ascii_digit);
    is_number.then(|| digits.iter().fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0')))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::tables::day;

    #[test]
    fn a_day_is_read_as_people_type_it() {
        for (text, meant) in [
            ("vandaag", "2026-11-23"),
            (" Gisteren ", "2026-11-22"),
            ("2026-11-02", "2026-11-02"),
            ("23-11-2026", "2026-11-23"),
            ("3-1-2026", "2026-01-03"),
        ] {
            let read = text.parse::<TypedDay>().map(|typed| typed.seen_from(day("2026-11-23")));
            assert_eq!(read, Ok(day(meant)), "{text}");
        }
    }

    #[test]
    fn what_is_no_day_is_not_taken_for_one() {
        for text in [
            "",
            "-",
            "--",
            "morgen",
            "30-02-2026",
            "2026-02-30",
            "2026-2-3",
            "3-11-26",
            "003-11-2026",
            "1-1-2026-1",
            "+1-1-2026",
            "2026/11/02",
            "2026-11-02 10:00",
            "２０２６-11-02",
        ] {
            assert_eq!(text.parse::<TypedDay>(), Err(NoDay), "{text}");
        }
    }

    #[test]
    fn a_slip_in_a_date_is_told_from_another_number() {
        for (text, meant) in [
            ("28-09-2026", Some("2026-09-28")),
            ("28/9/2026", Some("2026-09-28")),
            ("2026-9-28", Some("2026-09-28")),
            ("2026.09.28", Some("2026-09-28")),
            ("2026-09-28T10:00:00Z", Some("2026-09-28")),
            ("28 september 2026", Some("2026-09-28")),
            ("8 Sept. 2026", Some("2026-09-08")),
            ("2026–09–28", Some("2026-09-28")),
            ("“2026-09-28”", Some("2026-09-28")),
            ("28 personen 2026", None),
            ("28 se 2026", None),
            ("06-12-3456", None),
            ("12-03-1975", None),
            ("1-2-3-2026", None),
            ("", None),
        ] {
            assert_eq!(Slip::of(text), meant.map(day).map(Slip::Form), "{text}");
        }
    }

    #[test]
    fn of_a_day_that_is_in_no_calendar_the_last_of_its_month_is_told() {
        for (text, last) in [
            ("2026-11-31", Some("2026-11-30")),
            ("31 november 2026", Some("2026-11-30")),
            ("29-02-2026", Some("2026-02-28")),
            ("30-2-2024", Some("2024-02-29")),
            ("2026-11-32", None),
            ("2026-13-31", None),
            ("2026-00-31", None),
            ("2026-11-00", None),
            ("31-02-1975", None),
        ] {
            assert_eq!(Slip::of(text), last.map(day).map(Slip::NoSuchDay), "{text}");
        }
    }

    #[test]
    fn a_file_has_one_form_of_date() {
        assert_eq!(iso("2026-11-02"), Some(day("2026-11-02")));
        for text in
            ["2026-02-30", "2026-2-3", "02-11-2026", "2026/11/02", "gisteren", "", "2026-11-02 10:00", "２０２６"]
        {
            assert_eq!(iso(text), None, "{text}");
        }
    }
}
