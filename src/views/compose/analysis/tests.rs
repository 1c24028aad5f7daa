//! What the analysis says of small made-up registers.

use super::*;
use crate::complaint::{AppealOutcome, Number, Satisfaction, Status, TermOutcome};
use crate::protocol::Protocol;
use crate::register::{LeadTime, Row, RowAppeal, RowTerm};

fn day(text: &str) -> Date {
    text.parse().expect("tests write real dates")
}

/// A complaint that was received on this day, from which it has its number, and handled in so many days; in
/// time within fourteen.
fn complaint(received: &str, days: i64) -> Row {
    let (year, month_and_day) = received.split_once('-').expect("a day");
    let number = format!("{year}-{}", month_and_day.replace('-', ""));
    let received = day(received);
    let handled = received + chrono::Duration::days(days);
    let due = received + chrono::Duration::days(14);
    let outcome = if days > 14 { TermOutcome::Missed(Some(handled)) } else { TermOutcome::Met(handled) };
    let term = |step| RowTerm { step, due, outcome, agreed: None };
    Row {
        number: Number::parse(&number).expect("a real number"),
        received: Some(received),
        kinds: vec![Kind(2)],
        causes: vec![Cause(0)],
        status: Status::Closed,
        terms: vec![term(Step::Handling), term(Step::Total)],
        handled: Some(handled),
        appeal: None,
        after_care: Some(handled),
        satisfaction: Some(Satisfaction::Yes),
        discussed: None,
        is_discussed: false,
        closed: Some(handled),
        ended: None,
        lead: LeadTime::ByDays,
    }
}

/// What is said of these complaints, each sentence on a line.
fn said(rows: &[Row]) -> String {
    let (protocol, today) = (Protocol::default(), day("2026-11-23"));
    let figures = Figures::of(rows, (protocol.kinds.len(), protocol.causes.len()), today);
    let window = Window::of(&figures, today);
    let sentences = Sentences { window: &window, protocol: &protocol, today };
    let mut said = sentences.highlights(&figures);
    said.extend([sentences.months(), sentences.terms(), sentences.spread()]);
    said.extend([sentences.satisfaction(), sentences.appeals()]);
    said.iter().map(|sentence| format!("{sentence}\n")).collect()
}

#[test]
fn an_empty_register_says_so() {
    assert_eq!(
        said(&[]),
        "Er staan nog geen klachten in het register.\n\
         Er zijn nog geen klachten ontvangen.\n\
         In 2026 liep er geen termijn af.\n\
         In 2026 kwam er geen klacht klaar.\n\
         In 2026 is geen nazorg vastgelegd.\n\
         In 2026 is geen beroep ingesteld.\n"
    );
}

#[test]
fn one_complaint_gives_counts_and_no_percentage() {
    assert_eq!(
        said(&[complaint("2026-11-02", 9)]),
        "In de afgelopen twaalf maanden kwam er 1 klacht binnen.\n\
         Termijnen op tijd gehaald: 1 van 1.\n\
         Geen combinatie van aard en oorzaak keerde terug.\n\
         In november 2026 kwam er 1 klacht binnen.\n\
         Termijnen op tijd gehaald in 2026: 1 van 1.\n\
         Klaar binnen de norm van 4 weken in 2026: 1 van 1. Die duurde 9 dagen.\n\
         Tevreden bij de nazorg in 2026, van wie bereikt is: 1 van 1.\n\
         In 2026 is geen beroep ingesteld.\n"
    );
}

#[test]
fn years_of_complaints_are_compared_and_the_worst_is_named() {
    let mut rows: Vec<Row> = ["2022-03-01", "2024-10-02", "2025-02-03", "2026-01-05", "2026-03-02", "2026-03-09"]
        .map(|received| complaint(received, 10))
        .into();
    rows.push(complaint("2026-10-01", 30));
    rows[4].satisfaction = Some(Satisfaction::No);
    rows[5].appeal = Some(RowAppeal {
        lodged: Some(day("2026-04-01")),
        ruling: Some(day("2026-04-20")),
        outcome: Some(AppealOutcome::Upheld),
    });
    assert_eq!(
        said(&rows),
        "In de afgelopen twaalf maanden kwamen er 4 klachten binnen, tegen 1 in de twaalf maanden daarvoor.\n\
         Termijnen op tijd gehaald: 3 van 4, tegen 1 van 1 een jaar eerder; het vaakst te laat: afhandeling (1 keer).\n\
         Terugkerende combinaties van aard en oorzaak: tijdigheid met oorzaak planning (4 klachten).\n\
         Van januari 2024 tot en met november 2026 kwamen er 6 klachten binnen, de meeste in maart 2026 (2).\n\
         Termijnen op tijd gehaald in 2024 tot en met 2026: 83% (5 van 6). Het vaakst te laat: afhandeling (1 keer).\n\
         Klaar binnen de norm van 4 weken in 2024 tot en met 2026: 83% (5 van 6). De middelste duurde 10 dagen, de langste 42 dagen.\n\
         Tevreden bij de nazorg in 2024 tot en met 2026, van wie bereikt is: 83% (5 van 6). Niet tevreden: 1 indiener.\n\
         In 2024 tot en met 2026 is 1 keer beroep ingesteld; 6 klachten kregen in die tijd een oplossing.\n"
    );
}

#[test]
fn twenty_years_are_told_by_year_until_the_last_three() {
    let rows: Vec<Row> = (2007..=2026).map(|year| complaint(&format!("{year}-02-01"), 10)).collect();
    let (protocol, today) = (Protocol::default(), day("2026-11-23"));
    let figures = Figures::of(&rows, (protocol.kinds.len(), protocol.causes.len()), today);
    let periods = periods(&figures, today);
    assert_eq!(periods.len(), 17 + 12);
    assert_eq!(periods.first().map(|(period, _)| *period), Some(Period::Year(2007)));
    assert_eq!(periods.iter().map(|(_, figures)| figures.received).sum::<u32>(), 20);
    assert_eq!((years(&figures, today).len(), Window::of(&figures, today).months.len()), (20, 35));
}
