//! Tests against the tables of an independent source (`tests/calendar/make_tables.py` made them), and what the
//! calendar's other tests share: dates from text, arbitrary dates and calendars.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::{Calendar, CalendarSettings, Date, DayOff, Duration, LiberationDay};

const HOLIDAYS: &str = include_str!("../../tests/calendar/holidays-2000-2060.tsv");
const TERMS: &str = include_str!("../../tests/calendar/terms-2000-2060.tsv");

/// The date that an ISO 8601 text stands for.
pub(super) fn day(text: &str) -> Date {
    text.parse().expect("the test names a date that exists")
}

/// Any date of the years 1 to 9999, half of them in the years that matter to an office.
pub(super) fn any_date() -> impl Strategy<Value = Date> {
    let from = |text, days: i64| (0..days).prop_map(move |n| day(text) + chrono::TimeDelta::days(n));
    prop_oneof![from("2000-01-01", 60 * 365), from("0001-01-01", 3_652_059)]
}

/// A calendar of any settings, half of them with many extra days off, so that dates meet them.
pub(super) fn any_calendar() -> impl Strategy<Value = Calendar> {
    use LiberationDay::{EveryYear, Lustrum, Never};
    let mut calendars = Vec::new();
    for liberation_day in [Never, Lustrum, EveryYear] {
        for (good_friday, roll) in [(false, false), (false, true), (true, false), (true, true)] {
            let extra_days_off = day("1985-01-03").iter_days().step_by(17);
            calendars.push(Calendar::new(CalendarSettings {
                liberation_day,
                good_friday,
                extra_days_off: extra_days_off.take(if good_friday { 3000 } else { 0 }).collect(),
                roll_to_working_day: roll,
            }));
        }
    }
    prop::sample::select(calendars)
}

fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| line.split('\t').collect())
}

/// The table's holidays of one category, as lower-case names: the source writes some capitals otherwise.
fn expected(category: &str) -> BTreeMap<Date, BTreeSet<String>> {
    let mut days = BTreeMap::new();
    for row in rows(HOLIDAYS).filter(|row| row[1] == category) {
        let names = row[2].to_lowercase();
        days.insert(day(row[0]), names.split("; ").map(str::to_owned).collect());
    }
    days
}

fn assert_holidays(settings: CalendarSettings, expected: &BTreeMap<Date, BTreeSet<String>>) {
    let calendar = Calendar::new(settings.clone());
    let last = day("2060-12-31");
    for date in day("2000-01-01").iter_days().take_while(|date| *date <= last) {
        let found = match calendar.day_off(date) {
            Some(DayOff::Holiday(holiday)) => Some(holiday.to_string().to_lowercase()),
            _ => None,
        };
        match (found, expected.get(&date)) {
            (None, None) => {}
            (Some(name), Some(names)) => assert!(names.contains(&name), "{date}: {name}"),
            (found, expected) => {
                panic!("{date}: found {found:?}, expected {expected:?}, {settings:?}")
            }
        }
    }
}

#[test]
fn every_holiday_of_2000_to_2060_is_that_of_an_independent_source() {
    let mut days = expected("public");
    let mut settings = CalendarSettings { good_friday: true, ..Default::default() };
    assert_eq!(settings.liberation_day, LiberationDay::Lustrum);
    assert_eq!(days.len(), 61 * 10 + 13 - 1, "10 each year, 13 lustrums, one on Ascension Day");
    assert_holidays(settings.clone(), &days);

    for (date, names) in expected("optional") {
        days.entry(date).or_default().extend(names);
    }
    settings.liberation_day = LiberationDay::EveryYear;
    assert_holidays(settings, &days);
}

#[test]
fn without_good_friday_and_liberation_day_only_those_are_missing() {
    let mut days = expected("public");
    for names in days.values_mut() {
        names.retain(|name| name != "goede vrijdag" && name != "bevrijdingsdag");
    }
    days.retain(|_, names| !names.is_empty());
    let liberation_day = LiberationDay::Never;
    assert_holidays(CalendarSettings { liberation_day, ..Default::default() }, &days);
}

#[test]
fn every_term_ends_where_an_independent_source_ends_it() {
    let calendar = Calendar::new(CalendarSettings::default());
    let rolling = Calendar::new(CalendarSettings { roll_to_working_day: true, ..Default::default() });
    let mut checked = 0;
    for row in rows(TERMS) {
        let start = day(row[0]);
        let due = |start, duration| calendar.deadline(start, duration).due;
        let two_weeks = due(start, Duration::Weeks(2));
        let two_years = due(start, Duration::Years(2));
        let found = [
            due(start, Duration::WorkingDays(2)),
            due(start, Duration::WorkingDays(10)),
            two_weeks,
            due(two_weeks, Duration::Weeks(4)),
            rolling.deadline(start, Duration::Weeks(2)).due,
            due(start, Duration::Months(3)),
            two_years,
        ];
        let expected: Vec<_> = row[1..8].iter().map(|text| day(text)).collect();
        assert_eq!(found.as_slice(), expected, "{start}");
        let working_days = calendar.working_days_between(start, two_years);
        assert_eq!(working_days.to_string(), row[8], "{start}");
        checked += 1;
    }
    assert!(checked > 400, "the table has {checked} rows");
}
