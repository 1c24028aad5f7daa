//! Figures of small made-up registers, as tables.

use super::*;
use crate::complaint::{AppealOutcome, Number, Satisfaction, Status, TermOutcome};
use crate::protocol::Step;
use crate::register::{LeadTime, RowAppeal, RowTerm};

const TODAY: &str = "2026-11-23";

fn day(text: &str) -> Date {
    text.parse().expect("tests write real dates")
}

fn row(number: &str, received: &str) -> Row {
    Row {
        number: Number::parse(number).expect("tests write real numbers"),
        received: Some(day(received)),
        kinds: vec![Kind(0)],
        causes: Vec::new(),
        status: Status::Received,
        terms: Vec::new(),
        handled: None,
        appeal: None,
        after_care: None,
        satisfaction: None,
        discussed: None,
        is_discussed: false,
        closed: None,
        ended: None,
        lead: LeadTime::ByDays,
    }
}

fn handled(number: &str, received: &str, handled: &str) -> Row {
    Row { status: Status::SolutionOffered, handled: Some(day(handled)), ..row(number, received) }
}

fn term(step: Step, due: &str, outcome: TermOutcome) -> RowTerm {
    RowTerm { step, due: day(due), outcome, agreed: None }
}

fn figures(rows: &[Row]) -> Figures {
    Figures::of(rows, (2, 2), day(TODAY))
}

fn quarter(date: &str) -> Quarter {
    Quarter::of(day(date))
}

#[test]
fn quarters_run_from_the_first_complaint_to_the_day() {
    let names = |rows: &[Row]| figures(rows).quarters.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(names(&[]), Vec::<String>::new());
    assert_eq!(names(&[row("2026-001", "2026-04-02")]), ["2026-Q2", "2026-Q3", "2026-Q4"]);
    assert_eq!(names(&[Row { received: None, ..row("2026-001", "2026-04-02") }]), ["2026-Q4"]);
}

#[test]
fn a_complaint_is_open_until_the_quarter_in_which_it_ends() {
    let closed = Row { status: Status::Closed, closed: Some(day("2026-07-01")), ..row("2026-001", "2026-01-05") };
    let ended = Row { status: Status::Ended, ended: Some(day("2026-03-31")), ..row("2026-002", "2026-01-05") };
    let unknown_end = Row { status: Status::Closed, ..row("2026-003", "2026-01-05") };
    let open = row("2026-004", "2026-10-01");
    let figures = figures(&[closed, ended, unknown_end, open]);
    for (date, open) in [("2025-10-01", 0), ("2026-03-01", 1), ("2026-06-01", 1), ("2026-07-01", 0), ("2026-11-01", 1)]
    {
        assert_eq!(figures.quarter(quarter(date)).map(|figures| figures.open), Some(open), "{date}");
    }
    assert_eq!((figures.year.open, figures.year_before.open), (1, 0));
}

#[test]
fn a_missed_term_stays_missed_when_it_is_accounted_for() {
    let accounted =
        RowTerm { agreed: Some(day("2026-12-01")), ..term(Step::Handling, "2026-11-16", TermOutcome::Missed(None)) };
    let terms = vec![
        term(Step::Confirmation, "2026-11-04", TermOutcome::Met(day("2026-11-03"))),
        term(Step::Registration, "2026-11-04", TermOutcome::Missed(Some(day("2026-11-05")))),
        accounted,
        term(Step::Ruling, "2026-12-14", TermOutcome::Open),
        term(Step::Total, "2026-11-20", TermOutcome::Missed(None)),
    ];
    let figures = figures(&[Row { terms, ..row("2026-001", "2026-11-02") }]);
    assert_eq!(figures.year.terms_met(), Ratio { part: 1, whole: 3 });
    assert_eq!(figures.year.term(Step::Handling), Ratio { part: 0, whole: 1 });
    assert_eq!(figures.year.term(Step::Ruling), Ratio::default());
}

#[test]
fn lead_time_runs_to_the_ruling_or_without_appeal_to_the_solution() {
    let appealed = |ruling: Option<&str>| Row {
        appeal: Some(RowAppeal {
            lodged: Some(day("2026-10-20")),
            ruling: ruling.map(day),
            outcome: Some(AppealOutcome::Upheld),
        }),
        ..handled("2026-001", "2026-10-01", "2026-10-11")
    };
    for (row, days) in [
        (row("2026-001", "2026-10-01"), None),
        (handled("2026-001", "2026-10-01", "2026-10-11"), Some(10)),
        (appealed(None), None),
        (appealed(Some("2026-10-31")), Some(30)),
        (handled("2026-001", "2026-10-01", "2026-09-30"), None),
    ] {
        assert_eq!(row.lead_days(), days);
        let figures = figures(&[row]);
        assert_eq!(figures.year.median_half_days(), days.map(|days| days * 2));
    }
}

#[test]
fn the_median_lies_between_the_middle_two() {
    for (solutions, halves, longest) in [
        (&["2026-10-05"][..], Some(8), Some(4)),
        (&["2026-10-05", "2026-10-02"], Some(5), Some(4)),
        (&["2026-10-31", "2026-10-02", "2026-10-05"], Some(8), Some(30)),
        (&[], None, None),
    ] {
        let rows: Vec<_> = solutions.iter().map(|on| handled("2026-001", "2026-10-01", on)).collect();
        let year = figures(&rows).year;
        assert_eq!((year.median_half_days(), year.longest_days()), (halves, longest), "{solutions:?}");
    }
}

#[test]
fn satisfaction_counts_those_who_were_reached() {
    let answered = |answer| Row {
        after_care: Some(day("2026-11-01")),
        satisfaction: Some(answer),
        ..handled("2026-001", "2026-10-01", "2026-10-05")
    };
    let answers = [Satisfaction::Yes, Satisfaction::Yes, Satisfaction::No, Satisfaction::Unreachable];
    let year = figures(&answers.map(answered)).year;
    assert_eq!(year.answers, Answers { yes: 2, partly: 0, no: 1, unreachable: 1 });
    assert_eq!(year.answers.satisfied(), Ratio { part: 2, whole: 3 });
}

#[test]
fn a_cause_recurs_when_it_meets_a_kind_three_times_within_twelve_months() {
    let caused = |number, received| Row { causes: vec![Cause(1)], ..row(number, received) };
    for (first, recurs) in [("2025-11-24", true), ("2025-11-23", false)] {
        let rows = [caused("2026-010", "2026-11-01"), caused("2026-002", "2026-02-01"), caused("2025-009", first)];
        let recurring = figures(&rows).year.recurring;
        assert_eq!(!recurring.is_empty(), recurs, "{first}");
        for Recurrence { kind, cause, numbers } in recurring {
            assert_eq!((kind, cause), (Kind(0), Cause(1)));
            assert!(numbers.is_sorted() && numbers.len() == 3);
        }
    }
}

#[test]
fn three_within_twelve_months_show_in_the_quarter_in_which_those_months_end() {
    let caused = |number, received| Row { causes: vec![Cause(1)], ..row(number, received) };
    let rows = [
        caused("2025-001", "2025-02-15"),
        caused("2025-002", "2025-06-01"),
        caused("2026-001", "2026-02-10"),
        caused("2026-002", "2026-09-30"),
    ];
    let figures = figures(&rows);
    // Neither the year that ends with a quarter holds the first three, nor does any the last three.
    for (date, recurs) in [("2025-12-31", false), ("2026-01-01", true), ("2026-04-01", false), ("2026-07-01", false)] {
        let recurring = &figures.quarter(quarter(date)).expect("a quarter of the register").recurring;
        let numbers: Vec<_> = recurring.iter().flat_map(|it| &it.numbers).map(ToString::to_string).collect();
        let expected: &[&str] = if recurs { &["2025-001", "2025-002", "2026-001"] } else { &[] };
        assert_eq!(numbers, expected, "{date}");
    }
}

#[test]
fn the_time_since_the_meeting_begins_the_day_after_it() {
    let meeting = |number, on| Row {
        discussed: Some(day(on)),
        is_discussed: true,
        ..handled(number, "2026-01-05", "2026-01-09")
    };
    let rows = [
        meeting("2026-001", "2026-06-11"),
        meeting("2026-002", "2026-09-17"),
        // No meeting can have been held on a day to come.
        meeting("2026-003", "2026-12-17"),
        handled("2026-004", "2026-09-17", "2026-09-18"),
        handled("2026-005", "2026-09-18", TODAY),
    ];
    let known = figures(&rows);
    assert_eq!(known.last_meeting, Some(day("2026-09-17")));
    assert_eq!((known.since_meeting.received, known.since_meeting.handled), (1, 2));
    let never = figures(&rows[3..]);
    assert_eq!(never.last_meeting, None);
    assert_eq!((never.since_meeting.received, never.since_meeting.handled), (2, 2));
}

#[test]
fn a_complaint_of_two_kinds_counts_with_each() {
    let both = Row { kinds: vec![Kind(1), Kind(0)], causes: vec![Cause(0)], ..row("2026-001", "2026-01-01") };
    let figures = figures(&[both.clone(), both, row("2026-003", "2026-01-01")]);
    let table: Vec<_> = [(0, 0), (0, 1), (1, 0), (1, 1)].map(|(k, c)| figures.count(Kind(k), Cause(c))).into();
    assert_eq!(table, [2, 0, 2, 0]);
}

#[test]
fn the_year_before_ends_where_the_year_begins() {
    let rows = [
        row("2026-002", TODAY),
        row("2026-001", "2025-11-24"),
        row("2025-002", "2025-11-23"),
        row("2025-001", "2024-11-24"),
        row("2024-001", "2024-11-23"),
    ];
    let figures = figures(&rows);
    assert_eq!((figures.year.received, figures.year_before.received), (2, 2));
}

#[test]
fn months_run_over_whole_years_and_count_each_complaint_once() {
    let rows = [
        handled("2024-001", "2024-12-31", "2025-01-02"),
        row("2026-001", "2026-11-01"),
        row("2026-002", "2026-11-23"),
        Row { received: None, ..handled("2026-003", TODAY, "2026-02-03") },
    ];
    let years = figures(&rows).years;
    assert_eq!(years.iter().map(|year| year.year).collect::<Vec<_>>(), [2024, 2025, 2026]);
    let happened = years.iter().flat_map(|year| (1..).zip(year.months).map(|(month, of)| (year.year, month, of)));
    let told: Vec<_> = happened.filter(|(.., of)| *of != MonthFigures::default()).collect();
    let month = |received, handled| MonthFigures { received, handled };
    assert_eq!(
        told,
        [(2024, 12, month(1, 0)), (2025, 1, month(0, 1)), (2026, 2, month(0, 1)), (2026, 11, month(2, 0))]
    );
    assert!(figures(&[]).years.is_empty());
}

#[test]
fn quarters_together_have_the_sum_of_what_happened_and_the_end_of_what_remained() {
    let appealed = Row {
        appeal: Some(RowAppeal { lodged: Some(day("2026-06-01")), ruling: Some(day("2026-07-01")), outcome: None }),
        ..handled("2026-002", "2026-05-02", "2026-05-12")
    };
    let rows = [handled("2026-001", "2026-01-05", "2026-02-04"), appealed, row("2026-003", "2026-08-01")];
    let figures = figures(&rows);
    let sum = figures.together(&figures.quarters);
    assert_eq!((sum.received, sum.handled, sum.open), (3, 2, 3));
    assert_eq!((sum.lead_days, sum.lead_days_with_appeal), (vec![30, 60], vec![60]));
    assert_eq!((sum.within_norm.whole, sum.appeals.pending), (2, 1));
}
