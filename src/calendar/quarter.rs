//! Quarters of a year. In: a day. Out: the quarter that it lies in, and the quarters around it.

use std::fmt;

use chrono::Datelike;

use super::Date;

/// A quarter of a calendar year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quarter {
    /// Quarters since the first one of the year 0, so that they are counted and compared as numbers.
    ordinal: i32,
}

impl Quarter {
    /// The quarter that `day` lies in.
    #[must_use]
    pub fn of(day: Date) -> Self {
        let index = i32::try_from(day.month0() / 3).expect("a year has four quarters");
        Self { ordinal: day.year() * 4 + index }
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.ordinal.div_euclid(4)
    }

    /// Which of the four it is, from 0.
    #[must_use]
    pub fn index(self) -> usize {
        usize::try_from(self.ordinal.rem_euclid(4)).expect("a remainder is not negative")
    }

    /// The quarter that comes so many later; earlier, where `count` is negative.
    #[must_use]
    pub fn plus(self, count: i32) -> Self {
        Self { ordinal: self.ordinal + count }
    }

    /// How many quarters this one comes after `first`; none where it comes before.
    #[must_use]
    pub fn since(self, first: Self) -> Option<usize> {
        usize::try_from(self.ordinal - first.ordinal).ok()
    }

    /// Its last day.
    #[must_use]
    pub fn last_day(self) -> Date {
        let next = self.plus(1);
        let month = u32::try_from(next.index() * 3 + 1).expect("a year has twelve months");
        let first_of_next = Date::from_ymd_opt(next.year(), month, 1);
        first_of_next.and_then(|day| day.pred_opt()).unwrap_or(Date::MAX)
    }
}

impl fmt::Display for Quarter {
    /// `2026-Q4`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-Q{}", self.year(), self.index() + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::tables::day;

    #[test]
    fn quarters_follow_each_other_over_the_new_year() {
        for (date, name, next, last) in [
            ("2026-01-01", "2026-Q1", "2026-Q2", "2026-03-31"),
            ("2026-03-31", "2026-Q1", "2026-Q2", "2026-03-31"),
            ("2024-06-30", "2024-Q2", "2024-Q3", "2024-06-30"),
            ("2026-12-31", "2026-Q4", "2027-Q1", "2026-12-31"),
        ] {
            let quarter = Quarter::of(day(date));
            assert_eq!(quarter.to_string(), name);
            assert_eq!(quarter.plus(1).to_string(), next);
            assert_eq!(quarter.plus(1).plus(-1), quarter);
            assert_eq!(quarter.last_day(), day(last));
            assert_eq!(Quarter::of(quarter.last_day()), quarter);
        }
    }

    #[test]
    fn quarters_are_counted_from_a_first_one() {
        let first = Quarter::of(day("2025-11-02"));
        assert_eq!(Quarter::of(day("2026-11-02")).since(first), Some(4));
        assert_eq!(first.since(first), Some(0));
        assert_eq!(first.since(first.plus(1)), None);
    }
}
