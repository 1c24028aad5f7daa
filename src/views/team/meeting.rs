//! The report for the team meeting, per quarter. In: figures and what remains of each complaint. Out: a
//! view per quarter, in which months stand and never days.

use super::Team;
use super::index::amount;
use crate::calendar::Quarter;
use crate::figures::PeriodFigures;
use crate::register::Row;
use crate::views::{
    Amount, FigureName, FigureRow, MeasureState, Meeting, MeetingComplaint, MeetingMeasure, Number, PERIODS,
    Recurrence, Word,
};
use crate::{figures, views};

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

impl Team<'_> {
    /// The reports, the oldest first; `cases` in order of number.
    pub(super) fn meetings(&self, cases: Vec<MeetingComplaint>) -> Vec<Meeting> {
        let quarters = &self.figures.quarters;
        let mut measures = Some(open_measures(&cases));
        let mut by_quarter: Vec<Vec<MeetingComplaint>> = quarters.iter().map(|_| Vec::new()).collect();
        for (row, case) in self.rows.iter().zip(cases) {
            let Some((newest, older)) = by_quarter.split_last_mut() else { continue };
            match own_quarter(row, quarters) {
                Some(at) if at < older.len() => {
                    if !row.is_discussed {
                        newest.push(case.clone());
                    }
                    older[at].push(case);
                }
                Some(_) => newest.push(case),
                None => {}
            }
        }
        let newest = quarters.len().saturating_sub(1);
        let cases = by_quarter.into_iter().enumerate();
        cases.map(|(at, cases)| self.meeting(at, cases, measures.take_if(|_| at == newest))).collect()
    }

    fn meeting(&self, at: usize, complaints: Vec<MeetingComplaint>, measures: Option<Vec<MeetingMeasure>>) -> Meeting {
        let quarters = &self.figures.quarters;
        let quarter = quarters[at];
        let other = |at: Option<usize>| at.and_then(|at| quarters.get(at)).map(|&quarter| views::Quarter(quarter));
        let periods = last_periods(quarter);
        let figures = periods.map(|period| self.figures.quarter(period));
        let amount_in = |name, figures: Option<&PeriodFigures>| figures.map_or(Amount::Nothing, |it| amount(name, it));
        let recurring = self.figures.quarter(quarter).map_or(&[][..], |figures| &figures.recurring);
        Meeting {
            quarter: views::Quarter(quarter),
            periods: periods.map(views::Quarter),
            read_by: self.read_by(),
            figures: FIGURES
                .into_iter()
                .map(|name| FigureRow { name, amounts: figures.map(|figures| amount_in(name, figures)) })
                .collect(),
            complaints,
            recurring: recurring.iter().map(|recurrence| self.recurrence(recurrence)).collect(),
            measures,
            previous: other(at.checked_sub(1)),
            next: other(at.checked_add(1)),
        }
    }

    fn recurrence(&self, recurrence: &figures::Recurrence) -> Recurrence {
        let protocol = self.protocol();
        Recurrence {
            kind: Word::new(protocol.kinds[recurrence.kind.0].as_str()),
            cause: Word::new(protocol.causes[recurrence.cause.0].as_str()),
            numbers: recurrence.numbers.iter().map(Number::from).collect(),
        }
    }
}

/// The measures that are open or late today: those without a month come last, and of one month the
/// lower number comes first.
fn open_measures(cases: &[MeetingComplaint]) -> Vec<MeetingMeasure> {
    let all = cases.iter().flat_map(|case| &case.measures);
    let mut open: Vec<_> = all.filter(|measure| measure.state != MeasureState::Done).cloned().collect();
    open.sort_by_key(|measure| (measure.due.is_none(), measure.due));
    open
}

/// The quarter and the ones before it, the oldest first.
fn last_periods(quarter: Quarter) -> [Quarter; PERIODS] {
    let newest = i32::try_from(PERIODS).expect("a handful") - 1;
    std::array::from_fn(|at| quarter.plus(i32::try_from(at).expect("a handful") - newest))
}

/// The place of the quarter whose report discusses a complaint; none while there is nothing to
/// discuss. What has a wrong day, or one outside all quarters, is not lost: it comes in the nearest.
fn own_quarter(row: &Row, quarters: &[Quarter]) -> Option<usize> {
    let newest = quarters.len().checked_sub(1)?;
    if !row.is_concluded() {
        return None;
    }
    let day = row.concluded().or(row.discussed);
    let place = |day| Quarter::of(day).since(quarters[0]).unwrap_or(0).min(newest);
    Some(day.map_or(newest, place))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Date;
    use crate::complaint::{Number, Status};

    fn day(text: &str) -> Date {
        text.parse().expect("tests write real dates")
    }

    fn row(status: Status) -> Row {
        Row {
            number: Number::parse("2026-001").expect("a number"),
            received: Some(day("2026-02-02")),
            kinds: Vec::new(),
            causes: Vec::new(),
            status,
            terms: Vec::new(),
            handled: None,
            appeal: None,
            after_care: None,
            satisfaction: None,
            discussed: None,
            is_discussed: false,
            closed: None,
            ended: None,
        }
    }

    #[test]
    fn every_complaint_with_something_to_discuss_has_a_quarter() {
        let quarters = ["2026-02-01", "2026-05-01", "2026-08-01"].map(|date| Quarter::of(day(date)));
        let handled = |date| Row { handled: Some(day(date)), ..row(Status::SolutionOffered) };
        for (row, place) in [
            (row(Status::Received), None),
            (row(Status::InProgress), None),
            (row(Status::InAppeal), None),
            (handled("2026-02-20"), Some(0)),
            (handled("2026-06-30"), Some(1)),
            // Days that cannot be: what they belong to is not lost.
            (handled("2025-02-20"), Some(0)),
            (row(Status::SolutionOffered), Some(2)),
            (Row { discussed: Some(day("2026-05-11")), is_discussed: true, ..row(Status::Closed) }, Some(1)),
            (Row { ended: Some(day("2026-03-31")), ..row(Status::Ended) }, Some(0)),
            (Row { status: Status::InAppeal, ..handled("2026-04-01") }, Some(1)),
        ] {
            assert_eq!(own_quarter(&row, &quarters), place, "{row:?}");
        }
        assert_eq!(own_quarter(&handled("2026-02-20"), &[]), None);
    }

    #[test]
    fn a_quarter_stands_beside_the_four_before_it() {
        let names = last_periods(Quarter::of(day("2026-11-23"))).map(|quarter| quarter.to_string());
        assert_eq!(names, ["2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]);
    }
}
