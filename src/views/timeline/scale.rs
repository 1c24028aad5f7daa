//! Days to places. In: the days of one complaint. Out: a linear scale over them, and where months, years and weeks begin.

use std::iter;

use chrono::{Datelike as _, Days, NaiveDate};

use super::labels::{NARROWEST, SPACE, width};
use crate::calendar::dutch::{self, MONTHS};

/// A place in the picture, in thousandths of its width.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place(u16);

impl Place {
    pub(super) fn thousandths(self) -> u16 {
        self.0
    }

    /// In pixels of a picture this wide.
    pub(super) fn pixels(self, picture: f64) -> f64 {
        f64::from(self.0) * picture / 1000.0
    }
}

/// Room for a line at both ends.
const FIRST: i64 = 5;
const LAST: i64 = 995;

/// A shorter course is drawn as if it took so many days.
const LEAST_DAYS: i64 = 7;

/// A longer course shows no weeks.
const MOST_DAYS_WITH_WEEKS: i64 = 84;

/// A longer course writes days with their year.
const MOST_DAYS_WITHOUT_YEARS: i64 = 366;

const DAYS_IN_MONTH: f64 = 30.44;

/// A name for so many months is far enough apart in any scale.
const MOST_MONTHS: i32 = 12 << 20;

/// A linear scale from the first day of a complaint to the last.
#[derive(Debug)]
pub(super) struct Scale {
    first: NaiveDate,
    last: NaiveDate,
    /// How many days the width stands for: one at least.
    span: i64,
    /// How many months there are between two names of periods.
    step: i32,
}

impl Scale {
    /// Over all these days; none where there are none.
    pub(super) fn over(days: impl Iterator<Item = NaiveDate>) -> Option<Self> {
        let (first, last) = days.fold(None, |ends, day| match ends {
            None => Some((day, day)),
            Some((first, last)) => Some((day.min(first), day.max(last))),
        })?;
        let span = (last - first).num_days().max(LEAST_DAYS);
        Some(Self { first, last, span, step: step(span) })
    }

    /// Where a day is; a day outside the scale is at its nearest end.
    pub(super) fn place(&self, day: NaiveDate) -> Place {
        let days = (day - self.first).num_days().clamp(0, self.span);
        let place = FIRST + (days * (LAST - FIRST) + self.span / 2) / self.span;
        Place(u16::try_from(place).expect("a place lies between two ends that fit"))
    }

    /// Where the last day is.
    pub(super) fn last(&self) -> Place {
        self.place(self.last)
    }

    /// The first day and the last.
    pub(super) fn ends(&self) -> (NaiveDate, NaiveDate) {
        (self.first, self.last)
    }

    /// A day as the picture writes it: `16-11`, or in a long course `16-11-26`.
    pub(super) fn short(&self, day: NaiveDate) -> String {
        let (number, month, year) = (day.day(), day.month(), day.year().rem_euclid(100));
        if self.tells_years() { format!("{number}-{month}-{year:02}") } else { format!("{number}-{month}") }
    }

    /// A day in words: `16 november`, or in a long course `16 november 2026`.
    pub(super) fn long(&self, day: NaiveDate) -> String {
        if self.tells_years() { dutch::short(day) } else { format!("{} {}", day.day(), MONTHS[day.month0() as usize]) }
    }

    /// Whether a day without its year would be doubtful.
    pub(super) fn tells_years(&self) -> bool {
        self.span > MOST_DAYS_WITHOUT_YEARS
    }

    /// Where the lines are: at the start of months, or of years.
    pub(super) fn lines(&self) -> impl Iterator<Item = Place> {
        let step = if self.step < 6 { 1 } else { self.step };
        self.months(step).map(|start| self.place(start))
    }

    /// The names of months or years, each where it begins; that of the first day where there is room.
    pub(super) fn periods(&self) -> impl Iterator<Item = (Place, String)> {
        let mut starts = iter::once(self.first).chain(self.months(self.step)).peekable();
        let mut told = None;
        let names = iter::from_fn(move || {
            let start = starts.next()?;
            let x = self.place(start);
            let end = starts.peek().map_or(NARROWEST, |next| self.place(*next).pixels(NARROWEST) - SPACE);
            let room = end - x.pixels(NARROWEST);
            let fits = |name: &String| width(name) <= room;
            let year = start.year();
            let with_year = Some(self.name_with_year(start)).filter(|_| told != Some(year)).filter(fits);
            told = with_year.as_ref().map(|_| year).or(told);
            let month = || Some(MONTHS[start.month0() as usize].to_owned()).filter(|_| self.step < 12).filter(fits);
            Some(with_year.or_else(month).map(|name| (x, name)))
        });
        names.flatten()
    }

    fn name_with_year(&self, start: NaiveDate) -> String {
        if self.step < 12 { dutch::month(start) } else { start.year().to_string() }
    }

    /// The Mondays of a short course, by the number of the day.
    pub(super) fn mondays(&self) -> impl Iterator<Item = (Place, String)> {
        let is_shown = self.span <= MOST_DAYS_WITH_WEEKS;
        let to_monday = (7 - u64::from(self.first.weekday().num_days_from_monday())) % 7;
        let monday = self.first.checked_add_days(Days::new(to_monday)).filter(|_| is_shown);
        let mondays = iter::successors(monday, |day| day.checked_add_days(Days::new(7)));
        let numbered = mondays.take_while(|day| *day <= self.end()).map(|day| (self.place(day), day.day().to_string()));
        numbered.filter(|(x, number)| x.pixels(NARROWEST) + width(number) <= NARROWEST)
    }

    /// The starts of each so many months after the first day.
    fn months(&self, step: i32) -> impl Iterator<Item = NaiveDate> {
        let start = |index: i32| NaiveDate::from_ymd_opt(index.div_euclid(12), index.rem_euclid(12) as u32 + 1, 1);
        let first = self.first.year() * 12 + self.first.month0() as i32;
        let next = (first.div_euclid(step) + 1) * step;
        let starts = iter::successors(Some(next), move |index| index.checked_add(step)).map_while(start);
        starts.take_while(|start| *start <= self.end())
    }

    /// The day at the right end, which may lie behind the last.
    fn end(&self) -> NaiveDate {
        self.first.checked_add_days(Days::new(self.span.unsigned_abs())).unwrap_or(NaiveDate::MAX)
    }
}

/// How many months must lie between two names so that both have room in the narrowest picture.
fn step(span: i64) -> i32 {
    let month = NARROWEST * (LAST - FIRST) as f64 / 1000.0 * DAYS_IN_MONTH / span as f64;
    let name = |step: i32| if step < 12 { width("september") } else { width("2026") };
    let years =
        iter::successors(Some(12), |years: &i32| years.checked_mul(2)).take_while(|years| *years <= MOST_MONTHS);
    let fits = |step: &i32| month * f64::from(*step) >= name(*step) + SPACE;
    [1, 3, 6].into_iter().chain(years).find(fits).unwrap_or(MOST_MONTHS)
}
