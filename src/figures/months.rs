//! Complaints by month. In: rows and the day. Out: what was received and handled in each month, by year.

use chrono::Datelike;

use crate::calendar::Date;
use crate::register::Row;

/// What happened in one month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MonthFigures {
    /// Complaints received.
    pub received: u32,
    /// Complaints for which a solution was offered.
    pub handled: u32,
}

/// A calendar year by month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearOfMonths {
    /// The year.
    pub year: i32,
    /// Its months, January first.
    pub months: [MonthFigures; 12],
}

impl YearOfMonths {
    /// Every year from `first` up to that of the day, whether or not something happened in it; none
    /// without a first one.
    pub(super) fn count(rows: &[Row], first: Option<i32>, today: Date) -> Vec<Self> {
        let Some(first) = first else { return Vec::new() };
        let mut years: Vec<Self> =
            (first..=today.year()).map(|year| Self { year, months: [MonthFigures::default(); 12] }).collect();
        for row in rows {
            if let Some(month) = row.received.and_then(|day| month_of(&mut years, first, day)) {
                month.received += 1;
            }
            if let Some(month) = row.handled.and_then(|day| month_of(&mut years, first, day)) {
                month.handled += 1;
            }
        }
        years
    }
}

fn month_of(years: &mut [YearOfMonths], first: i32, day: Date) -> Option<&mut MonthFigures> {
    let at = usize::try_from(day.year() - first).ok()?;
    Some(&mut years.get_mut(at)?.months[day.month0() as usize])
}
