//! A report for the meeting: complaints in full and in short, measures, a cause that recurs.

use std::borrow::Cow;

use super::complaint::sections;
use super::*;

fn measure(of: &str, what: &str, due: &str, state: MeasureState) -> MeetingMeasure {
    MeetingMeasure {
        read_by: Some(ReadBy::Machine),
        number: number(of),
        what: Some(text(what)),
        who: Some(Who::Role(Role::Employee)),
        due: Some(month(due)),
        state,
        agreed: Word::new("Een medewerker doet dit uiterlijk in december."),
    }
}

pub(in crate::render) fn meeting() -> Meeting<'static> {
    let case = |of: &str| MeetingComplaint {
        has_lessons: true,
        number: number(of),
        subject: Some(text("Cao-advies kwam na de afgesproken datum")),
        people: None,
        status: Status::Closed,
        kinds: words(&["tijdigheid"]),
        causes: words(&["planning"]),
        received: Some(month("2026-10-01")),
        ended: None,
        handled: Some(month("2026-11-01")),
        discussed: None,
        is_discussed: false,
        missed: vec![TermKind::Handling],
        read_by: Some(ReadBy::Machine),
        opening: Word::new("In oktober kwam per e-mail een klacht binnen over de tijdigheid."),
        story: Some(sections()[0].body.clone()),
        because: Some(Word::new("Als oorzaak is genoteerd: planning.")),
        cause: Some(sections()[1].body.clone()),
        outcome_in_words: Some(Word::new("In november stelden wij een oplossing voor. Te laat was de afhandeling.")),
        solution: Some(sections()[2].body.clone()),
        afterwards: Some(Word::new("De indiener ging in beroep en kreeg van de voorzitter voor een deel gelijk.")),
        lessons: Some(sections()[3].body.clone()),
        measures: vec![measure(of, "Ontvangstdatum op het planbord", "2026-12-01", MeasureState::Open)],
        appealed: true,
        outcome: Some(Outcome::PartlyUpheld),
        satisfaction: Some(Satisfaction::Partly),
    };
    let trend = |name, amounts| Trend::new(name, amounts, Coverage::Days(54));
    let counts = |name, counts: [u32; PERIODS]| trend(name, counts.map(Amount::Count));
    let shares = |name, shares: [(u32, u32); PERIODS]| {
        trend(name, shares.map(|(part, whole)| Amount::Share(share(part, whole))))
    };
    Meeting {
        read_by: Some(READ_BY),
        name: ReportName::Quarter(quarter("2026-10-01")),
        months: Word::new("oktober tot en met december"),
        periods: ["2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"].map(Word::new),
        comparison: Word::new("Dit kwartaal naast de vier kwartalen ervoor."),
        figures: vec![
            counts(FigureName::Received, [4, 6, 3, 5, 8]),
            counts(FigureName::Handled, [5, 5, 4, 4, 6]),
            shares(FigureName::TermsMet, [(9, 11), (10, 12), (3, 4), (11, 11), (14, 17)]),
            trend(FigureName::LeadTime, [22, 19, 27, 20, 23].map(Amount::HalfDays)),
            shares(FigureName::Satisfied, [(3, 4), (4, 5), (2, 3), (0, 0), (5, 6)]),
            counts(FigureName::Appeals, [0, 1, 0, 0, 1]),
        ],
        scope: Word::new("Alles wat dit kwartaal is afgehandeld of beëindigd."),
        complaints: ["2026-009", "2026-012", "2026-014"].map(case).map(Cow::Owned).into(),
        unnamed: 0,
        in_short: vec![number("2026-003")],
        recurring: vec![Recurrence {
            kind: Word::new("tijdigheid"),
            cause: Word::new("planning"),
            count: 4,
            numbers: ["2026-003", "2026-009", "2026-014"].map(number).into(),
        }],
        measures: Some(OpenMeasures {
            count: 3,
            late: 1,
            first: vec![
                measure(
                    "2026-010",
                    "Overdracht bij vrije dagen in het werkproces opnemen",
                    "2026-10-01",
                    MeasureState::Late,
                ),
                measure("2026-014", "Ontvangstdatum op het planbord", "2026-12-01", MeasureState::Open),
            ],
        }),
        checklist: Checklist {
            discuss: ["2026-009", "2026-012", "2026-014"].map(number).into(),
            without_lessons: vec![number("2026-009")],
            without_measure: vec![number("2026-012")],
            unassigned: vec![number("2026-014")],
        },
        previous: Some(ReportName::Quarter(quarter("2026-07-01"))),
        next: Some(ReportName::SinceLastMeeting),
    }
}
