//! The reports for the team meeting: one a quarter, and one of all since the meeting before. In: figures, and each
//! complaint as the meeting reads it. Out: their views, in which months stand and never days.

use std::borrow::Cow;

use super::Composer;
use super::digest::Cases;
use super::index::amount;
use super::reports::Told;
use super::telling::is_unassigned;
use crate::calendar::{Date, Quarter};
use crate::figures::PeriodFigures;
use crate::views::{
    AllReadBy, Amount, Checklist, Coverage, FigureName, MeasureState, Meeting, MeetingComplaint, MeetingMeasure, Month,
    Number, OpenMeasures, PERIODS, Recurrence, ReportName, Trend, Word,
};
use crate::{complaint, figures, views};

/// The figures of a report, in its order.
const FIGURES: [FigureName; 8] = [
    FigureName::Received,
    FigureName::Handled,
    FigureName::Open,
    FigureName::TermsMet,
    FigureName::LeadTime,
    FigureName::Satisfied,
    FigureName::Appeals,
    FigureName::Recurring,
];

/// So many open measures stand in the table.
const MOST_MEASURES: usize = 200;
/// So many complaints are named of each cause that recurs.
const MOST_NUMBERS: usize = 20;

/// Of what a report tells.
struct Scope<'f> {
    name: ReportName,
    months: String,
    /// The quarter in whose place its figures stand, after those of the four before.
    quarter: Quarter,
    figures: Option<&'f PeriodFigures>,
    coverage: Coverage,
    comparison: &'static str,
    complaints: &'static str,
}

impl Composer<'_> {
    /// The reports, the oldest quarter first and the one since the last meeting at the end.
    #[must_use]
    pub fn meetings<'c>(&self, cases: &'c Cases) -> Vec<Meeting<'c>> {
        let quarters = &self.figures.quarters;
        let measures = first_of(&cases.open_measures);
        let mut meetings = Vec::with_capacity(quarters.len() + 1);
        for (at, (&quarter, told)) in quarters.iter().zip(&self.reports.quarters).enumerate() {
            let is_newest = at + 1 == quarters.len();
            let measures = is_newest.then(|| measures.clone());
            meetings.push(self.meeting(self.of_quarter(quarter, is_newest), told, cases, measures));
        }
        meetings.push(self.meeting(self.since_last_meeting(), &self.reports.undiscussed, cases, Some(measures)));
        let names: Vec<ReportName> = meetings.iter().map(|meeting| meeting.name).collect();
        for (at, meeting) in meetings.iter_mut().enumerate() {
            meeting.previous = at.checked_sub(1).map(|at| names[at]);
            meeting.next = names.get(at + 1).copied();
        }
        meetings
    }

    fn of_quarter(&self, quarter: Quarter, is_newest: bool) -> Scope<'_> {
        let (today, view) = (self.clock.today, views::Quarter(quarter));
        let is_over = quarter.last_day() <= today;
        Scope {
            name: ReportName::Quarter(view),
            months: view.months(),
            quarter,
            figures: self.figures.quarter(quarter),
            coverage: if is_over { Coverage::Quarter } else { days_after(quarter.plus(-1).last_day(), today) },
            comparison: if is_over {
                "Dit kwartaal naast de vier kwartalen ervoor."
            } else {
                "Dit kwartaal naast de vier kwartalen ervoor. Het loopt nog: wat erin bij kwam, is vergeleken met een even \
                 lange tijd."
            },
            complaints: if is_newest {
                "Alles wat dit kwartaal is afgehandeld of beëindigd, en wat eerder is afgehandeld en nog niet is besproken."
            } else {
                "Alles wat dit kwartaal is afgehandeld of beëindigd."
            },
        }
    }

    fn since_last_meeting(&self) -> Scope<'_> {
        let today = self.clock.today;
        let month = |day: Date| Month::from(day).in_full();
        let first = self.rows.iter().filter_map(|row| row.received).min().unwrap_or(today).min(today);
        let meeting = match self.figures.last_meeting {
            Some(day) => format!("Het vorige overleg waarin een klacht is besproken, was in {}.", month(day)),
            None => "Er is nog niet eerder een klacht besproken.".to_owned(),
        };
        Scope {
            name: ReportName::SinceLastMeeting,
            months: format!("{meeting} Dit verslag loopt tot en met {}.", month(today)),
            quarter: Quarter::of(today),
            figures: Some(&self.figures.since_meeting),
            coverage: days_after(self.figures.last_meeting.unwrap_or(first), today),
            comparison: "De tijd sinds het vorige overleg naast de laatste vier hele kwartalen. Wat er in die tijd bij kwam, is \
                         vergeleken met een even lange tijd.",
            complaints: "Alles wat is afgehandeld of beëindigd en nog niet is besproken, uit elk kwartaal.",
        }
    }

    /// One report; its neighbours are not known yet.
    fn meeting<'c>(
        &self,
        scope: Scope<'_>,
        told: &Told,
        cases: &'c Cases,
        measures: Option<OpenMeasures>,
    ) -> Meeting<'c> {
        let complaints: Vec<_> =
            told.in_full().iter().filter_map(|&at| cases.told[at].as_deref()).map(Cow::Borrowed).collect();
        let before = last_periods(scope.quarter);
        let mut periods = before.map(|quarter| Word::new(quarter.to_string()));
        periods[PERIODS - 1] = Word::new(scope.name.short());
        Meeting {
            name: scope.name,
            months: Word::new(scope.months),
            read_by: AllReadBy::of(complaints.iter().map(|complaint| complaint.read_by)),
            periods,
            comparison: Word::new(scope.comparison),
            figures: self.trends(before, scope.figures, scope.coverage),
            scope: Word::new(scope.complaints),
            checklist: checklist(&complaints),
            complaints,
            unnamed: told.unnamed().len(),
            in_short: told.in_short().iter().map(|&at| Number::from(&self.rows[at].number)).collect(),
            recurring: scope.figures.map_or(&[][..], |it| &it.recurring).iter().map(|it| self.recurrence(it)).collect(),
            measures,
            previous: None,
            next: None,
        }
    }

    /// The figures of a period, after those of the quarters before it; a quarter before the first complaint has none.
    fn trends(&self, periods: [Quarter; PERIODS], now: Option<&PeriodFigures>, coverage: Coverage) -> Vec<Trend> {
        let begun = self.figures.quarters.first();
        let known = |&quarter: &Quarter| begun.is_some_and(|&begun| quarter >= begun);
        let mut all = periods.map(|quarter| self.figures.quarter(quarter).filter(|_| known(&quarter)));
        all[PERIODS - 1] = now;
        let amount = |name, figures: Option<&PeriodFigures>| figures.map_or(Amount::Nothing, |it| amount(name, it));
        FIGURES.into_iter().map(|name| Trend::new(name, all.map(|figures| amount(name, figures)), coverage)).collect()
    }

    fn recurrence(&self, recurrence: &figures::Recurrence) -> Recurrence {
        let (protocol, numbers) = (self.protocol(), &recurrence.numbers);
        // Of what was erased no page is left to turn to.
        let has_page = |number: &&complaint::Number| self.rows.binary_search_by(|row| row.number.cmp(number)).is_ok();
        let pages: Vec<_> = numbers.iter().filter(has_page).map(Number::from).collect();
        Recurrence {
            kind: Word::new(protocol.kinds[recurrence.kind.0].as_str()),
            cause: Word::new(protocol.causes[recurrence.cause.0].as_str()),
            count: numbers.len(),
            numbers: pages[pages.len().saturating_sub(MOST_NUMBERS)..].to_vec(),
        }
    }
}

fn days_after(day: Date, last: Date) -> Coverage {
    Coverage::Days(u32::try_from((last - day).num_days()).unwrap_or(0))
}

/// The measures that are open or late today, from those of all complaints in order of number: those without a month
/// come last, and of one month the lower number comes first.
fn first_of(measures: &[MeetingMeasure]) -> OpenMeasures {
    let mut open: Vec<_> = measures.iter().collect();
    open.sort_by_key(|measure| (measure.due.is_none(), measure.due));
    OpenMeasures {
        count: open.len(),
        late: open.iter().filter(|measure| measure.state == MeasureState::Late).count(),
        first: open.into_iter().take(MOST_MEASURES).cloned().collect(),
    }
}

fn checklist(complaints: &[Cow<'_, MeetingComplaint>]) -> Checklist {
    let discuss = || complaints.iter().filter(|complaint| !complaint.is_discussed);
    let numbers = |lacks: fn(&MeetingComplaint) -> bool| {
        discuss().filter(|complaint| lacks(complaint)).map(|complaint| complaint.number.clone()).collect()
    };
    Checklist {
        discuss: numbers(|_| true),
        without_lessons: numbers(|complaint| !complaint.has_lessons),
        without_measure: numbers(|complaint| complaint.measures.is_empty()),
        unassigned: numbers(|complaint| complaint.measures.iter().any(is_unassigned)),
    }
}

/// The quarter and the ones before it, the oldest first.
fn last_periods(quarter: Quarter) -> [Quarter; PERIODS] {
    let newest = i32::try_from(PERIODS).expect("a handful") - 1;
    std::array::from_fn(|at| quarter.plus(i32::try_from(at).expect("a handful") - newest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quarter_stands_beside_the_four_before_it() {
        let names =
            last_periods(Quarter::of("2026-11-23".parse().expect("a real date"))).map(|quarter| quarter.to_string());
        assert_eq!(names, ["2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]);
    }
}
