//! Which days the office works, made once from the settings and asked often. In: a date. Out: why it is a day off,
//! how many working days lie between, which day is the nth.

use std::collections::BTreeSet;
use std::fmt;
use std::ops::Bound::{Excluded, Included};

use chrono::{Datelike, Weekday};

use super::Date;
use super::holiday::{Holiday, Holidays, LiberationDay};

/// What an office decides about its days off. The default is that of the protocol that comes with klacht.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CalendarSettings {
    /// In which years 5 May is a day off.
    pub liberation_day: LiberationDay,
    /// Whether Good Friday is a day off.
    pub good_friday: bool,
    /// Days on which the office is closed besides.
    pub extra_days_off: BTreeSet<Date>,
    /// Whether a term that ends on a day off runs on to the next working day, as the Algemene termijnenwet, art. 1,
    /// has it for terms set by law.
    pub roll_to_working_day: bool,
}

/// Why a day is not a working day. A holiday at the weekend is the holiday, an extra day off at the weekend the weekend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DayOff {
    /// A Saturday that is no holiday.
    Saturday,
    /// A Sunday that is no holiday.
    Sunday,
    /// A public holiday.
    Holiday(Holiday),
    /// A day off of this office alone.
    Extra,
}

impl fmt::Display for DayOff {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Saturday => f.write_str("zaterdag"),
            Self::Sunday => f.write_str("zondag"),
            Self::Holiday(holiday) => holiday.fmt(f),
            Self::Extra => f.write_str("extra vrije dag"),
        }
    }
}

/// The first and last year whose days are kept in a table; other years follow the same rules, computed when asked.
const TABLE_YEARS: (i32, i32) = (1990, 2100);

/// The working days of one office.
#[derive(Clone, Debug)]
pub struct Calendar {
    settings: CalendarSettings,
    /// One entry a day from 1 January of the first of [`TABLE_YEARS`]: a look-up must cost next to nothing.
    table: Vec<Option<DayOff>>,
    /// The number of the table's first day, counted from the year 1.
    table_start: i32,
}

impl Calendar {
    /// Makes the calendar; costs as much as thousands of questions, so make it once.
    pub fn new(settings: CalendarSettings) -> Self {
        let (first, last) = TABLE_YEARS;
        let start = Date::from_ymd_opt(first, 1, 1).expect("every year has a first of January");
        let table = (first..=last)
            .flat_map(|year| {
                let holidays = Holidays::of(year, &settings);
                let settings = &settings;
                days_of(year).map(move |date| day_off(date, &holidays, settings))
            })
            .collect();
        Self { settings, table, table_start: start.num_days_from_ce() }
    }

    /// Whether the holidays of that year are known: those of the years from 1990 up to and including 2100.
    #[must_use]
    pub fn covers(date: Date) -> bool {
        (TABLE_YEARS.0..=TABLE_YEARS.1).contains(&date.year())
    }

    /// The settings that the calendar was made from.
    pub fn settings(&self) -> &CalendarSettings {
        &self.settings
    }

    /// Why `date` is a day off, or `None` on a working day.
    pub fn day_off(&self, date: Date) -> Option<DayOff> {
        let place = usize::try_from(date.num_days_from_ce() - self.table_start);
        match place.ok().and_then(|place| self.table.get(place)) {
            Some(&kept) => kept,
            None => {
                let holidays = Holidays::of(date.year(), &self.settings);
                day_off(date, &holidays, &self.settings)
            }
        }
    }

    /// The number of working days after `from` up to and including `to`; negative when `to` is the earlier, and then
    /// those after `to` up to and including `from`.
    pub fn working_days_between(&self, from: Date, to: Date) -> i32 {
        if to < from {
            return -self.working_days_between(to, from);
        }
        // Counted by year, not by day: a mistyped year must not cost a million steps.
        let holidays = (from.year()..=to.year())
            .flat_map(|year| Holidays::of(year, &self.settings).dates())
            .filter(|&date| from < date && date <= to && weekend(date).is_none())
            .count();
        let extra = self
            .settings
            .extra_days_off
            .range((Excluded(from), Included(to)))
            .filter(|&&date| self.day_off(date) == Some(DayOff::Extra))
            .count();
        let off = i32::try_from(holidays + extra).expect("all days of a Date fit in an i32");
        weekdays_through(to) - weekdays_through(from) - off
    }

    /// The `count`th working day after `from`, which itself does not count, or `from` when `count` is 0; at most the last
    /// day that [`Date`] can hold. Tells `pass` each day off on the way.
    pub(super) fn walk(&self, from: Date, count: u16, mut pass: impl FnMut(Date, DayOff)) -> Date {
        let mut day = from;
        let mut left = count;
        while left > 0
            && let Some(next) = day.succ_opt()
        {
            day = next;
            match self.day_off(day) {
                Some(off) => pass(day, off),
                None => left -= 1,
            }
        }
        day
    }
}

fn day_off(date: Date, holidays: &Holidays, settings: &CalendarSettings) -> Option<DayOff> {
    holidays
        .on(date)
        .map(DayOff::Holiday)
        .or_else(|| weekend(date))
        .or_else(|| settings.extra_days_off.contains(&date).then_some(DayOff::Extra))
}

fn weekend(date: Date) -> Option<DayOff> {
    match date.weekday() {
        Weekday::Sat => Some(DayOff::Saturday),
        Weekday::Sun => Some(DayOff::Sunday),
        _ => None,
    }
}

/// The number of days from Monday to Friday since the year 1 began, which was on a Monday, up to and including `date`.
fn weekdays_through(date: Date) -> i32 {
    let days = date.num_days_from_ce();
    5 * days.div_euclid(7) + days.rem_euclid(7).min(5)
}

fn days_of(year: i32) -> impl Iterator<Item = Date> {
    let first = Date::from_ymd_opt(year, 1, 1);
    let days = first.into_iter().flat_map(|first| first.iter_days());
    days.take_while(move |date| date.year() == year)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::calendar::tables::{any_calendar, any_date, day};

    /// The `count`th working day after `from`.
    fn after(calendar: &Calendar, from: Date, count: u16) -> Date {
        calendar.walk(from, count, |_, _| ())
    }

    #[test]
    fn every_day_off_has_its_dutch_name() {
        let settings = CalendarSettings {
            good_friday: true,
            extra_days_off: [day("2026-12-28"), day("2026-12-27"), day("2026-12-25")].into(),
            ..Default::default()
        };
        let calendar = Calendar::new(settings);
        let cases = [
            ("2026-01-01", "Nieuwjaarsdag"),
            ("2026-04-03", "Goede Vrijdag"),
            ("2026-04-05", "eerste paasdag"),
            ("2026-04-06", "tweede paasdag"),
            ("2013-04-30", "Koninginnedag"),
            ("2026-04-27", "Koningsdag"),
            ("2025-05-05", "Bevrijdingsdag"),
            ("2005-05-05", "Hemelvaartsdag"),
            ("2026-05-14", "Hemelvaartsdag"),
            ("2026-05-24", "eerste pinksterdag"),
            ("2026-05-25", "tweede pinksterdag"),
            ("2026-12-25", "eerste kerstdag"),
            ("2026-12-26", "tweede kerstdag"),
            ("2026-12-27", "zondag"),
            ("2026-12-28", "extra vrije dag"),
            ("2026-11-14", "zaterdag"),
            ("2026-11-15", "zondag"),
        ];
        for (date, name) in cases {
            let off = calendar.day_off(day(date)).map(|off| off.to_string());
            assert_eq!(off.as_deref(), Some(name), "{date}");
        }
    }

    #[test]
    fn settings_decide_on_good_friday_and_liberation_day() {
        use LiberationDay::{EveryYear, Lustrum, Never};
        let cases = [
            (Never, false, [true, true, true]),
            (Lustrum, false, [true, false, true]),
            (EveryYear, true, [false, false, false]),
        ];
        for (liberation_day, good_friday, works) in cases {
            let settings = CalendarSettings { liberation_day, good_friday, ..Default::default() };
            let calendar = Calendar::new(settings);
            let days = ["2026-05-05", "2025-05-05", "2026-04-03"].map(day);
            assert_eq!(days.map(|date| calendar.day_off(date).is_none()), works);
        }
    }

    #[test]
    fn working_days_count_from_the_day_after() {
        let calendar = Calendar::new(CalendarSettings::default());
        let cases = [
            ("2026-11-02", "2026-11-02", 0),
            ("2026-11-02", "2026-11-04", 2),
            ("2026-11-06", "2026-11-09", 1),
            ("2026-11-07", "2026-11-08", 0),
            ("2026-11-09", "2026-11-06", -1),
            ("2026-04-24", "2026-04-29", 2),
            ("2026-12-24", "2027-01-04", 5),
        ];
        for (from, to, count) in cases {
            assert_eq!(calendar.working_days_between(day(from), day(to)), count, "{from} {to}");
        }
    }

    #[test]
    fn the_table_and_the_rules_agree_at_its_edges() {
        let calendar = Calendar::new(CalendarSettings::default());
        let cases = [
            ("1989-12-31", Some(DayOff::Sunday)),
            ("1989-12-26", Some(DayOff::Holiday(Holiday::SecondChristmasDay))),
            ("1990-01-01", Some(DayOff::Holiday(Holiday::NewYearsDay))),
            ("2100-12-31", None),
            ("2101-01-01", Some(DayOff::Holiday(Holiday::NewYearsDay))),
            ("2101-01-03", None),
        ];
        for (date, off) in cases {
            assert_eq!(calendar.day_off(day(date)), off, "{date}");
        }
    }

    #[test]
    fn the_ends_of_time_are_no_trouble() {
        let calendar = Calendar::new(CalendarSettings::default());
        assert_eq!(after(&calendar, Date::MAX, 999), Date::MAX);
        assert!(calendar.working_days_between(Date::MIN, Date::MAX) > 0);
        assert_eq!(calendar.working_days_between(Date::MIN, Date::MIN), 0);
    }

    proptest! {
        #[test]
        fn adding_and_counting_working_days_agree(
            calendar in any_calendar(), from in any_date(), count in 0..=999_u16,
        ) {
            let to = after(&calendar, from, count);
            prop_assert_eq!(calendar.working_days_between(from, to), i32::from(count));
            prop_assert_eq!(calendar.working_days_between(to, from), -i32::from(count));
            prop_assert!(count == 0 || calendar.day_off(to).is_none());
        }

        #[test]
        fn counting_by_year_is_counting_day_by_day(
            calendar in any_calendar(), from in any_date(), days in 0..3000_usize,
        ) {
            let mut after = from.iter_days().skip(1).take(days);
            let to = from.iter_days().nth(days).expect("the date is far from the end of time");
            let counted = after.by_ref().filter(|&date| calendar.day_off(date).is_none()).count();
            prop_assert_eq!(calendar.working_days_between(from, to), counted as i32);
        }

        #[test]
        fn a_later_start_or_a_longer_term_never_ends_earlier(
            calendar in any_calendar(), from in any_date(), count in 0..=400_u16,
        ) {
            let due = after(&calendar, from, count);
            let next = from.succ_opt().expect("the date is far from the end of time");
            prop_assert!(due <= after(&calendar, next, count));
            prop_assert!(due < after(&calendar, from, count + 1));
        }
    }
}
