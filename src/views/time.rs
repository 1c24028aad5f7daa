//! Days, months, quarters and lengths of time as pages write them.

use std::fmt;

use chrono::{Datelike, NaiveDate};
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::calendar;
use crate::calendar::dutch::MONTHS;

const ORDINALS: [&str; 4] = ["eerste", "tweede", "derde", "vierde"];

/// The Dutch name of a month, 1 to 12.
pub(crate) fn month_name(month: u32) -> Option<&'static str> {
    MONTHS.get((month as usize).checked_sub(1)?).copied()
}

/// A calendar day; serialises as `2026-11-02`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub NaiveDate);

impl From<NaiveDate> for Day {
    fn from(date: NaiveDate) -> Self {
        Self(date)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Four digits hold every year that a register accepts; the formatting of a page's many days must stay cheap.
        let (year, month, day) = (self.0.year().clamp(0, 9999).unsigned_abs(), self.0.month(), self.0.day());
        let digit = |number: u32| b'0' + (number % 10) as u8;
        let iso = [
            digit(year / 1000),
            digit(year / 100),
            digit(year / 10),
            digit(year),
            b'-',
            digit(month / 10),
            digit(month),
            b'-',
            digit(day / 10),
            digit(day),
        ];
        serializer.serialize_str(str::from_utf8(&iso).expect("digits and hyphens are ASCII"))
    }
}

/// Serialises a day as `2 november 2026`, or as nothing.
pub(super) fn day_in_words<S: Serializer>(day: &Option<Day>, serializer: S) -> Result<S::Ok, S::Error> {
    match day {
        Some(Day(day)) => {
            serializer.collect_str(&format_args!("{} {} {}", day.day(), MONTHS[day.month0() as usize], day.year()))
        }
        None => serializer.serialize_none(),
    }
}

/// A month, for pages that never name days; serialises as `2026-11`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    year: i32,
    month: u32,
}

impl From<NaiveDate> for Month {
    fn from(date: NaiveDate) -> Self {
        Self { year: date.year(), month: date.month() }
    }
}

impl Month {
    /// `oktober 2026`.
    pub(super) fn in_full(self) -> String {
        format!("{} {}", MONTHS[self.month as usize - 1], self.year)
    }

    /// `oktober`, and with its year where that is another than `year`.
    pub(super) fn words(self, year: i32) -> String {
        if self.year == year { MONTHS[self.month as usize - 1].to_owned() } else { self.in_full() }
    }
}

impl Serialize for Month {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{:04}-{:02}", self.year, self.month))
    }
}

/// A quarter of a year. Serialises as `{id: "2026-Q4", name: "vierde kwartaal van 2026", months: "oktober tot en met
/// december"}`; the id is the name of its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quarter(pub calendar::Quarter);

impl From<NaiveDate> for Quarter {
    fn from(date: NaiveDate) -> Self {
        Self(calendar::Quarter::of(date))
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Quarter {
    /// `vierde kwartaal van 2026`.
    pub(super) fn name(self) -> String {
        format!("{} kwartaal van {}", ORDINALS[self.0.index()], self.0.year())
    }

    /// `oktober tot en met december`.
    pub(super) fn months(self) -> String {
        let first = self.0.index() * 3;
        format!("{} tot en met {}", MONTHS[first], MONTHS[first + 2])
    }
}

impl Serialize for Quarter {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Quarter", 3)?;
        fields.serialize_field("id", &self.to_string())?;
        fields.serialize_field("name", &self.name())?;
        fields.serialize_field("months", &self.months())?;
        fields.end()
    }
}

/// What a [`Length`] counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Working days of the protocol's calendar.
    WorkingDays,
    /// Calendar days.
    Days,
    /// Weeks of seven days.
    Weeks,
    /// Calendar months.
    Months,
    /// Calendar years.
    Years,
}

/// A length of time; serialises as `2 werkdagen`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Length {
    /// How many.
    pub count: u32,
    /// Of what.
    pub unit: Unit,
}

impl Length {
    /// So many working days.
    pub fn working_days(count: u32) -> Self {
        Self { count, unit: Unit::WorkingDays }
    }

    /// So many calendar days.
    pub fn days(count: u32) -> Self {
        Self { count, unit: Unit::Days }
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (one, more) = match self.unit {
            Unit::WorkingDays => ("werkdag", "werkdagen"),
            Unit::Days => ("dag", "dagen"),
            Unit::Weeks => ("week", "weken"),
            Unit::Months => ("maand", "maanden"),
            Unit::Years => ("jaar", "jaar"),
        };
        write!(f, "{} {}", self.count, if self.count == 1 { one } else { more })
    }
}

impl Serialize for Length {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_read_as_dutch_in_singular_and_plural() {
        for (count, unit, words) in [
            (1, Unit::WorkingDays, "1 werkdag"),
            (2, Unit::WorkingDays, "2 werkdagen"),
            (0, Unit::Days, "0 dagen"),
            (1, Unit::Weeks, "1 week"),
            (3, Unit::Months, "3 maanden"),
            (2, Unit::Years, "2 jaar"),
        ] {
            assert_eq!(Length { count, unit }.to_string(), words);
        }
    }
}
