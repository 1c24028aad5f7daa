//! The analysis for the director (§3). In: figures. Out: its view. The charts show the year of the day and the two
//! years before it; the tables show earlier years as well, each in one line.

mod counting;
mod pictures;
mod sentences;
mod spread;
#[cfg(test)]
mod tests;

use chrono::Datelike;

use super::Composer;
use crate::calendar::{Date, Quarter};
use crate::figures::{Answers, Figures, MonthFigures, PeriodFigures};
use crate::protocol::Step;
use crate::register::{Cause, Kind};
use crate::views::{
    self, Amount, Analysis, AppealsInPeriod, CrossTable, LeadTimesInPeriod, MonthsOfYear, Period, SatisfactionInPeriod,
    TermsInPeriod, Topic, Word,
};
use sentences::Sentences;
use spread::Spread;

/// The charts begin with the year that lies so many before that of the day.
const YEARS_BEFORE: i32 = 2;

/// The years that the charts show.
struct Window<'f> {
    /// Their quarters, as far as the register reaches.
    quarters: &'f [Quarter],
    /// What happened in each.
    figures: Vec<&'f PeriodFigures>,
    /// What happened in all.
    together: PeriodFigures,
    /// Their months, from that of the first complaint up to that of the day.
    months: Vec<Month>,
}

/// One month of the window.
struct Month {
    year: i32,
    /// January is 0.
    index: usize,
    figures: MonthFigures,
}

impl<'f> Window<'f> {
    fn of(figures: &'f Figures, today: Date) -> Self {
        let quarters = &figures.quarters[older_quarters(figures, today)..];
        let first = quarters.first().map_or(i32::MAX, |first| first.year());
        Self {
            quarters,
            figures: quarters.iter().filter_map(|&quarter| figures.quarter(quarter)).collect(),
            together: figures.together(quarters),
            months: months(figures, today).filter(|month| month.year >= first).collect(),
        }
    }

    /// Each quarter with its figures.
    fn by_quarter(&self) -> impl Iterator<Item = (Quarter, &PeriodFigures)> {
        self.quarters.iter().copied().zip(self.figures.iter().copied())
    }
}

/// How many quarters lie before the window.
fn older_quarters(figures: &Figures, today: Date) -> usize {
    let first = today.year() - YEARS_BEFORE;
    figures.quarters.partition_point(|quarter| quarter.year() < first)
}

/// The months from that of the first complaint up to that of the day.
fn months(figures: &Figures, today: Date) -> impl Iterator<Item = Month> {
    let all = figures.years.iter().flat_map(|of| {
        of.months.iter().enumerate().map(|(index, figures)| Month { year: of.year, index, figures: *figures })
    });
    let last = (today.year(), today.month0() as usize);
    all.skip_while(|month| month.figures.received == 0).take_while(move |month| (month.year, month.index) <= last)
}

/// Every period with a line in the tables: the years before the window, and its quarters.
fn periods(figures: &Figures, today: Date) -> Vec<(Period, PeriodFigures)> {
    let (older, window) = figures.quarters.split_at(older_quarters(figures, today));
    let years = older
        .chunk_by(|one, next| one.year() == next.year())
        .filter_map(|quarters| Some((Period::Year(quarters.first()?.year()), figures.together(quarters))));
    let quarters = window
        .iter()
        .filter_map(|&quarter| Some((Period::Quarter(views::Quarter(quarter)), figures.quarter(quarter)?.clone())));
    years.chain(quarters).collect()
}

/// A line for each period; none where nothing of the sort ever happened.
fn lines<Line>(
    periods: &[(Period, PeriodFigures)],
    happened: impl Fn(&PeriodFigures) -> bool,
    line: impl Fn(&(Period, PeriodFigures)) -> Line,
) -> Vec<Line> {
    let has_any = periods.iter().any(|(_, figures)| happened(figures));
    if has_any { periods.iter().map(line).collect() } else { Vec::new() }
}

/// The table of months, in which each year has a line.
fn years(figures: &Figures, today: Date) -> Vec<MonthsOfYear> {
    let months: Vec<Month> = months(figures, today).collect();
    let years = months.chunk_by(|one, next| one.year == next.year).filter_map(|months| {
        let year = months.first()?.year;
        let mut received = [None; 12];
        for month in months {
            received[month.index] = Some(month.figures.received);
        }
        Some(MonthsOfYear {
            year: Period::Year(year),
            received,
            received_in_all: months.iter().map(|month| month.figures.received).sum(),
            handled_in_all: months.iter().map(|month| month.figures.handled).sum(),
        })
    });
    years.collect()
}

impl Composer<'_> {
    /// The analysis.
    #[must_use]
    pub fn analysis(&self) -> Analysis {
        let (figures, protocol, today) = (self.figures, self.protocol(), self.clock.today);
        let window = Window::of(figures, today);
        let words = |list: &[String]| list.iter().map(|word| Word::new(word.as_str())).collect();
        let count = |kind, cause| figures.count(Kind(kind), Cause(cause));
        let kinds_by_cause = CrossTable::new(words(&protocol.kinds), words(&protocol.causes), count);
        let sentences = Sentences { window: &window, protocol, today };
        let spread = Spread::of(&window.together, protocol);
        let periods = periods(figures, today);
        Analysis {
            highlights: sentences.highlights(figures),
            scope: sentences.scope(older_quarters(figures, today) > 0),
            window: sentences.window(),
            months: Topic {
                finding: sentences.months(),
                chart: pictures::months(&window, &sentences),
                rows: years(figures, today),
            },
            combination: sentences::combination(&kinds_by_cause),
            kinds_by_cause,
            terms: Topic {
                finding: sentences.terms(),
                chart: pictures::terms(&window, &sentences),
                rows: lines(&periods, |figures| figures.terms_met().whole > 0, terms),
            },
            spread: Topic {
                finding: sentences.spread(),
                chart: pictures::spread(&spread, &sentences),
                rows: spread.rows(),
            },
            lead_times: lines(&periods, |figures| !figures.lead_days.is_empty(), lead_times),
            satisfaction: Topic {
                finding: sentences.satisfaction(),
                chart: pictures::satisfaction(&window, &sentences),
                rows: lines(&periods, |figures| figures.answers != Answers::default(), satisfaction),
            },
            appeals: Topic {
                finding: sentences.appeals(),
                chart: pictures::appeals(&window, &sentences),
                rows: lines(&periods, |figures| figures.appeals.lodged > 0, appeals),
            },
        }
    }
}

fn terms((period, figures): &(Period, PeriodFigures)) -> TermsInPeriod {
    TermsInPeriod {
        period: *period,
        confirmation: figures.term(Step::Confirmation).into(),
        registration: figures.term(Step::Registration).into(),
        handling: figures.term(Step::Handling).into(),
        ruling: figures.term(Step::Ruling).into(),
        together: figures.terms_met().into(),
    }
}

fn lead_times((period, figures): &(Period, PeriodFigures)) -> LeadTimesInPeriod {
    LeadTimesInPeriod {
        period: *period,
        settled: figures.within_norm.whole,
        median: figures.median_half_days().map_or(Amount::Nothing, Amount::HalfDays),
        longest: figures.longest_days().map_or(Amount::Nothing, |days| Amount::HalfDays(days * 2)),
        within_norm: figures.within_norm.into(),
    }
}

fn satisfaction((period, figures): &(Period, PeriodFigures)) -> SatisfactionInPeriod {
    let answers = figures.answers;
    SatisfactionInPeriod {
        period: *period,
        yes: answers.yes,
        partly: answers.partly,
        no: answers.no,
        unreachable: answers.unreachable,
        satisfied: answers.satisfied().into(),
    }
}

fn appeals((period, figures): &(Period, PeriodFigures)) -> AppealsInPeriod {
    let appeals = figures.appeals;
    AppealsInPeriod {
        period: *period,
        lodged: appeals.lodged,
        upheld: appeals.upheld,
        partly_upheld: appeals.partly_upheld,
        rejected: appeals.dismissed,
        withdrawn: appeals.withdrawn,
        pending: appeals.pending,
    }
}
