//! The day on which a term ends, with the arithmetic behind it. In: start, duration. Out: a [`Deadline`].

use chrono::{Days, Months};

use super::{Calendar, Date, DayOff, Duration};

/// A term's last day, and how it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// The day that set the term off; it does not count itself.
    pub start: Date,
    /// The length of the term.
    pub duration: Duration,
    /// The last day that is still in time.
    pub due: Date,
    /// The days off that were passed over, in order: those between start and due of a term in working days, or those
    /// from [`Deadline::rolled_from`] until due.
    pub skipped: Vec<(Date, DayOff)>,
    /// The day off on which the term would have ended, had the office not let such a term run on.
    pub rolled_from: Option<Date>,
}

impl Calendar {
    /// When a term of `duration` that began on `start` ends; at most the last day that [`Date`] can hold.
    ///
    /// A term in days, weeks, months or years stays where it ends, even on a day off, unless the settings let it run
    /// on to the next working day (Algemene termijnenwet, art. 1; the exceptions of art. 4 are the office's to weigh).
    pub fn deadline(&self, start: Date, duration: Duration) -> Deadline {
        let mut skipped = Vec::new();
        let end = match duration {
            Duration::WorkingDays(n) => self.walk(start, n, |day, off| skipped.push((day, off))),
            Duration::Days(n) => add_days(start, n.into()),
            Duration::Weeks(n) => add_days(start, 7 * u64::from(n)),
            Duration::Months(n) => add_months(start, n.into()),
            Duration::Years(n) => add_months(start, 12 * u32::from(n)),
        };
        let roll = self.settings().roll_to_working_day;
        let (due, rolled_from) = match self.day_off(end) {
            Some(off) if roll => {
                skipped.push((end, off));
                let due = self.walk(end, 1, |day, off| skipped.push((day, off)));
                (due, Some(end))
            }
            _ => (end, None),
        };
        Deadline { start, duration, due, skipped, rolled_from }
    }
}

fn add_days(start: Date, count: u64) -> Date {
    start.checked_add_days(Days::new(count)).unwrap_or(Date::MAX)
}

/// A month that lacks the day of `start` gives its last day.
fn add_months(start: Date, count: u32) -> Date {
    start.checked_add_months(Months::new(count)).unwrap_or(Date::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::calendar::CalendarSettings;
    use crate::calendar::tables::{any_calendar, any_date, day};

    fn calendar(roll_to_working_day: bool) -> Calendar {
        Calendar::new(CalendarSettings { roll_to_working_day, ..Default::default() })
    }

    fn duration(text: &str) -> Duration {
        text.parse().expect("the text is a duration")
    }

    fn skipped(deadline: &Deadline) -> Vec<String> {
        let skipped = deadline.skipped.iter();
        skipped.map(|(date, off)| format!("{date} {off}")).collect()
    }

    #[test]
    fn a_term_in_working_days_names_the_days_it_skips() {
        let deadline = calendar(false).deadline(day("2026-04-24"), duration("2 werkdagen"));
        assert_eq!(deadline.due, day("2026-04-29"));
        assert_eq!(skipped(&deadline), ["2026-04-25 zaterdag", "2026-04-26 zondag", "2026-04-27 Koningsdag"]);
        assert_eq!(deadline.rolled_from, None);
    }

    #[test]
    fn a_term_ends_by_its_unit() {
        let cases = [
            ("2026-11-02", "0 werkdagen", "2026-11-02"),
            ("2026-11-07", "1 werkdag", "2026-11-09"),
            ("2026-11-02", "0 dagen", "2026-11-02"),
            ("2026-11-02", "10 dagen", "2026-11-12"),
            ("2026-11-02", "2 weken", "2026-11-16"),
            ("2026-01-31", "1 maand", "2026-02-28"),
            ("2023-11-30", "3 maanden", "2024-02-29"),
            ("2024-02-29", "1 jaar", "2025-02-28"),
            ("2024-02-29", "4 jaar", "2028-02-29"),
        ];
        let calendar = calendar(false);
        for (start, term, due) in cases {
            let deadline = calendar.deadline(day(start), duration(term));
            assert_eq!(deadline.due, day(due), "{start} {term}");
        }
    }

    #[test]
    fn a_term_that_ends_on_a_holiday_stays_where_it_is() {
        let deadline = calendar(false).deadline(day("2026-04-13"), duration("2 weken"));
        assert_eq!(deadline.due, day("2026-04-27"));
        assert_eq!((deadline.skipped, deadline.rolled_from), (vec![], None));
    }

    #[test]
    fn a_term_that_ends_on_a_day_off_runs_on_where_the_office_says_so() {
        let calendar = calendar(true);
        let deadline = calendar.deadline(day("2026-12-11"), duration("2 weken"));
        assert_eq!(deadline.due, day("2026-12-28"));
        assert_eq!(deadline.rolled_from, Some(day("2026-12-25")));
        let expected = ["2026-12-25 eerste kerstdag", "2026-12-26 tweede kerstdag", "2026-12-27 zondag"];
        assert_eq!(skipped(&deadline), expected);

        let deadline = calendar.deadline(day("2026-11-02"), duration("2 weken"));
        assert_eq!((deadline.due, deadline.rolled_from), (day("2026-11-16"), None));
    }

    #[test]
    fn a_term_past_the_end_of_time_ends_there() {
        let calendar = calendar(true);
        for term in ["999 werkdagen", "999 dagen", "999 weken", "999 maanden", "999 jaar"] {
            assert_eq!(calendar.deadline(Date::MAX, duration(term)).due, Date::MAX);
        }
    }

    fn any_duration() -> impl Strategy<Value = Duration> {
        let make: [fn(u16) -> Duration; 5] =
            [Duration::WorkingDays, Duration::Days, Duration::Weeks, Duration::Months, Duration::Years];
        (prop::sample::select(make.to_vec()), 1..=Duration::MAX_NUMBER).prop_map(|(make, n)| make(n))
    }

    proptest! {
        #[test]
        fn all_that_is_skipped_is_off_and_lies_between_start_and_due(
            calendar in any_calendar(), start in any_date(), duration in any_duration(),
        ) {
            let deadline = calendar.deadline(start, duration);
            prop_assert!(start < deadline.due);
            let days: Vec<_> = deadline.skipped.iter().map(|&(day, _)| day).collect();
            prop_assert!(days.is_sorted_by(|a, b| a < b));
            for &(day, off) in &deadline.skipped {
                prop_assert!(start < day && day < deadline.due);
                prop_assert_eq!(calendar.day_off(day), Some(off));
            }
        }

        #[test]
        fn a_term_ends_on_a_working_day_where_it_must(
            calendar in any_calendar(), start in any_date(), duration in any_duration(),
        ) {
            let deadline = calendar.deadline(start, duration);
            let must = matches!(duration, Duration::WorkingDays(_)) || calendar.settings().roll_to_working_day;
            prop_assert!(!must || calendar.day_off(deadline.due).is_none());
            prop_assert!(deadline.rolled_from.is_none_or(|end| deadline.skipped[0].0 == end));
        }

        #[test]
        fn a_later_start_never_ends_earlier(
            calendar in any_calendar(), start in any_date(), duration in any_duration(),
        ) {
            let next = start.succ_opt().expect("the date is far from the end of time");
            prop_assert!(calendar.deadline(start, duration).due <= calendar.deadline(next, duration).due);
        }
    }
}
