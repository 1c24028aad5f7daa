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

/// The start of a month that is shown.
#[derive(Debug, Clone, Copy)]
pub(super) struct Period {
    pub(super) x: Place,
    start: NaiveDate,
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

    /// The starts of months that get a line, in order.
    pub(super) fn periods(&self) -> impl Iterator<Item = Period> {
        let month = |index: i32| NaiveDate::from_ymd_opt(index.div_euclid(12), index.rem_euclid(12) as u32 + 1, 1);
        let before = self.first.year() * 12 + self.first.month0() as i32;
        let next = (before.div_euclid(self.step) + 1) * self.step;
        let starts = iter::successors(Some(next), |index| index.checked_add(self.step)).map_while(month);
        let end = self.first.checked_add_days(Days::new(self.span.unsigned_abs())).unwrap_or(NaiveDate::MAX);
        starts.take_while(move |start| *start <= end).map(|start| Period { x: self.place(start), start })
    }

    /// The names of months or years, each where it begins; that of the first day where there is room.
    pub(super) fn named_periods(&self) -> impl Iterator<Item = (Place, String)> {
        let opening = Period { x: self.place(self.first), start: self.first };
        let mut periods = iter::once(opening).chain(self.periods()).peekable();
        let mut is_first = true;
        iter::from_fn(move || {
            let period = periods.next()?;
            let end = periods.peek().map_or(NARROWEST, |next| next.x.pixels(NARROWEST) - SPACE);
            let room = end - period.x.pixels(NARROWEST);
            let name = self.name(period.start, is_first, room);
            is_first &= name.is_none();
            Some(name.map(|name| (period.x, name)))
        })
        .flatten()
    }

    /// The fullest name that fits; January and the first one tell the year.
    fn name(&self, start: NaiveDate, is_first: bool, room: f64) -> Option<String> {
        let year = || start.year().to_string();
        let month = || MONTHS[start.month0() as usize].to_owned();
        let names = if self.step >= 12 {
            [None, Some(year())]
        } else {
            [(is_first || start.month0() == 0).then(|| dutch::month(start)), Some(month())]
        };
        names.into_iter().flatten().find(|name| width(name) <= room)
    }

    /// The Mondays of a short course, by the number of the day.
    pub(super) fn mondays(&self) -> impl Iterator<Item = (Place, String)> {
        let is_shown = self.span <= MOST_DAYS_WITH_WEEKS;
        let to_monday = (7 - u64::from(self.first.weekday().num_days_from_monday())) % 7;
        let monday = self.first.checked_add_days(Days::new(to_monday)).filter(|_| is_shown);
        let mondays = iter::successors(monday, |day| day.checked_add_days(Days::new(7)));
        let end = self.first.checked_add_days(Days::new(self.span.unsigned_abs())).unwrap_or(NaiveDate::MAX);
        let numbered = mondays.take_while(move |day| *day <= end).map(|day| (self.place(day), day.day().to_string()));
        numbered.filter(|(x, number)| x.pixels(NARROWEST) + width(number) <= NARROWEST)
    }
}

/// How many months must lie between two names so that both have room in the narrowest picture.
fn step(span: i64) -> i32 {
    let month = NARROWEST * (LAST - FIRST) as f64 / 1000.0 * DAYS_IN_MONTH / span as f64;
    let name = |step: i32| if step < 12 { width("september") } else { width("2026") };
    let mut steps = [1, 3, 6].into_iter().chain(iter::successors(Some(12), |years: &i32| years.checked_mul(2)));
    let fits = |step: &i32| month * f64::from(*step) >= name(*step) + SPACE;
    steps.find(fits).unwrap_or(i32::MAX)
}
