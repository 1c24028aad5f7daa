//! Rows to numbers, for pages and report. In: all rows of a register and the day. Out: figures by
//! quarter and by year, kinds by causes, and causes that recur. Pure: no clock, no order of a hash.

mod months;
mod period;
mod recurrence;
#[cfg(test)]
mod tests;

use period::{Happening, happenings};
use recurrence::{ByReceipt, twelve_months_before};

use crate::calendar::{Date, Quarter};
use crate::register::{Cause, Kind, Row};

pub use months::{MonthFigures, YearOfMonths};
pub use period::{Answers, Appeals, PeriodFigures, Ratio};
pub use recurrence::Recurrence;

/// So many quarters before the first one have figures too, so that each has something to stand beside.
const QUARTERS_BEFORE: i32 = 4;

/// All figures of a register.
#[derive(Debug)]
pub struct Figures {
    /// From the first quarter in which a complaint was received up to that of the day; empty for an
    /// empty register.
    pub quarters: Vec<Quarter>,
    /// Month by month, from the year of the first quarter up to that of the day.
    pub years: Vec<YearOfMonths>,
    /// The twelve months up to and including the day.
    pub year: PeriodFigures,
    /// The twelve months before those.
    pub year_before: PeriodFigures,
    /// The day of the last team meeting that the register knows of.
    pub last_meeting: Option<Date>,
    /// From the day after that meeting up to and including the day; without a meeting all there was up to then.
    pub since_meeting: PeriodFigures,
    /// The figures of each quarter, from the first that has them.
    by_quarter: Vec<PeriodFigures>,
    first: Quarter,
    /// How many complaints have a kind and a cause, by kind and then by cause.
    kinds_by_cause: Vec<Vec<u32>>,
}

impl Figures {
    /// Counts everything once, over rows of a protocol with so many kinds and causes.
    #[must_use]
    pub fn of(rows: &[Row], (kinds, causes): (usize, usize), today: Date) -> Self {
        let last = Quarter::of(today);
        let first_received = rows.iter().filter_map(|row| row.received).min();
        let first_quarter = first_received.map_or(last, Quarter::of).min(last);
        let count = last.since(first_quarter).unwrap_or(0);
        let quarters: Vec<_> =
            if rows.is_empty() { Vec::new() } else { (0..=count).map(|at| nth(first_quarter, at)).collect() };
        let first = first_quarter.plus(-QUARTERS_BEFORE);
        let by_receipt = ByReceipt::of(rows);
        let year_ago = twelve_months_before(today);
        let last_meeting = rows.iter().filter_map(|row| row.discussed).filter(|&day| day <= today).max();
        Self {
            years: YearOfMonths::count(rows, quarters.first().map(|first| first.year()), today),
            quarters,
            year: twelve_months(rows, &by_receipt, today),
            year_before: twelve_months(rows, &by_receipt, year_ago),
            last_meeting,
            since_meeting: {
                let after = last_meeting.unwrap_or(Date::MIN);
                period(rows, after, today, by_receipt.recurring(after, today))
            },
            by_quarter: by_quarter(rows, &by_receipt, first, last, today),
            first,
            kinds_by_cause: cross(rows, kinds, causes),
        }
    }

    /// The figures of a quarter; none where it lies more than a year before the first complaint, or
    /// in the future.
    #[must_use]
    pub fn quarter(&self, quarter: Quarter) -> Option<&PeriodFigures> {
        self.by_quarter.get(quarter.since(self.first)?)
    }

    /// The figures of quarters that follow each other, taken together.
    #[must_use]
    pub fn together(&self, quarters: &[Quarter]) -> PeriodFigures {
        let mut sum = PeriodFigures::default();
        for figures in quarters.iter().filter_map(|&quarter| self.quarter(quarter)) {
            sum.extend(figures);
        }
        sum.sort();
        sum
    }

    /// How many complaints are of this kind and have this cause.
    #[must_use]
    pub fn count(&self, kind: Kind, cause: Cause) -> u32 {
        self.kinds_by_cause.get(kind.0).and_then(|causes| causes.get(cause.0)).copied().unwrap_or(0)
    }
}

fn nth(first: Quarter, at: usize) -> Quarter {
    first.plus(i32::try_from(at).expect("quarters since the year 0 fit in an i32"))
}

fn twelve_months(rows: &[Row], by_receipt: &ByReceipt<'_>, last: Date) -> PeriodFigures {
    let recurring = by_receipt.recurring(last.pred_opt().unwrap_or(last), last);
    period(rows, twelve_months_before(last), last, recurring)
}

/// What happened after `after`, up to and including `last`, beside what recurred then.
fn period(rows: &[Row], after: Date, last: Date, recurring: Vec<Recurrence>) -> PeriodFigures {
    let mut figures = PeriodFigures::default();
    for row in rows {
        happenings(row, |day, happening| {
            if after < day && day <= last {
                figures.count(happening);
            }
        });
        figures.open += u32::from(is_open_on(row, last));
    }
    figures.sort();
    figures.recurring = recurring;
    figures
}

fn by_quarter(
    rows: &[Row],
    by_receipt: &ByReceipt<'_>,
    first: Quarter,
    last: Quarter,
    today: Date,
) -> Vec<PeriodFigures> {
    let count = last.since(first).unwrap_or(0) + 1;
    let mut quarters = vec![PeriodFigures::default(); count];
    let place = |day: Date| Quarter::of(day).since(first).filter(|&at| at < count);
    for row in rows {
        happenings(row, |day, happening: Happening| {
            if let Some(at) = place(day) {
                quarters[at].count(happening);
            }
        });
        // Open from the quarter of receipt until the one before that of its end.
        let opened = row.received.and_then(place);
        let until = if row.status.is_open() { Some(count) } else { end(row).and_then(place) };
        for figures in opened.zip(until).and_then(|(from, until)| quarters.get_mut(from..until)).into_iter().flatten() {
            figures.open += 1;
        }
    }
    for (at, figures) in quarters.iter_mut().enumerate() {
        figures.sort();
        let quarter = nth(first, at);
        figures.recurring = by_receipt.recurring(quarter.plus(-1).last_day(), quarter.last_day().min(today));
    }
    quarters
}

/// The day on which nothing remained to be done.
fn end(row: &Row) -> Option<Date> {
    row.closed.or(row.ended)
}

/// Whether a complaint was open at the end of a day. Where nobody knows since when it was open, it
/// counts; where nobody knows until when, it does not.
fn is_open_on(row: &Row, day: Date) -> bool {
    let is_received = row.received.is_none_or(|received| received <= day);
    is_received && (row.status.is_open() || end(row).is_some_and(|end| end > day))
}

fn cross(rows: &[Row], kinds: usize, causes: usize) -> Vec<Vec<u32>> {
    let mut counts = vec![vec![0; causes]; kinds];
    for row in rows {
        for kind in &row.kinds {
            for cause in &row.causes {
                counts[kind.0][cause.0] += 1;
            }
        }
    }
    counts
}
