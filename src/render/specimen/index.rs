//! The front page: tasks of every standing, figures, a table, and a record that was left out.

use super::register::{next, row, table};
use super::*;

fn attention(standing: Standing, due: &str, task: Task, of: &str, subject: &str) -> Attention {
    Attention { standing, due: Some(day(due)), task, number: number(of), subject: Some(text(subject)), people: None }
}

pub(in crate::render) fn index() -> Index {
    let mut rows = vec![
        RegisterRow {
            next: next(TermKind::Confirmation, "2026-11-18", Standing::Late(Length::working_days(3))),
            ..row(
                "2026-032",
                "Geen antwoord op drie mails over de factuur",
                "2026-11-16",
                &["tijdigheid", "wijze"],
                Status::Received,
                &[],
            )
        },
        RegisterRow {
            next: next(TermKind::Handling, "2026-11-23", Standing::Today),
            ..row(
                "2026-031",
                "Advies over toeslagen noemt een oude cao-tekst",
                "2026-11-09",
                &["kwaliteit"],
                Status::InProgress,
                &["kennis"],
            )
        },
        RegisterRow {
            next: next(TermKind::Handling, "2026-12-01", Standing::Later(Length::days(8))),
            ..row(
                "2026-030",
                "Cursus afgezegd op de ochtend zelf",
                "2026-11-17",
                &["tijdigheid"],
                Status::InProgress,
                &["planning", "communicatie"],
            )
        },
        RegisterRow {
            next: next(TermKind::Ruling, "2026-12-29", Standing::Later(Length::days(36))),
            lead_days: None,
            ..row(
                "2026-014",
                "Cao-advies kwam na de afgesproken datum",
                "2026-11-02",
                &["tijdigheid"],
                Status::InAppeal,
                &["planning"],
            )
        },
    ];
    for (serial, status, lead) in [
        (13, Status::SolutionOffered, Some(12)),
        (12, Status::Closed, Some(9)),
        (11, Status::Closed, Some(1)),
        (10, Status::Ruled, Some(38)),
        (9, Status::Ended, None),
        (8, Status::Closed, Some(14)),
    ] {
        rows.push(RegisterRow {
            lead_days: lead,
            ..row(
                &format!("2026-{serial:03}"),
                "Nieuwsbrief bleef komen na afmelden",
                "2026-09-14",
                &["aard"],
                status,
                &["systeem"],
            )
        });
    }
    for serial in (1..=30).rev() {
        rows.push(RegisterRow {
            lead_days: Some(serial % 17 + 2),
            ..row(
                &format!("2025-{serial:03}"),
                "Niet teruggebeld over de ledenvergadering",
                "2025-06-03",
                &["wijze"],
                Status::Closed,
                &["communicatie"],
            )
        });
    }
    Index {
        attention: vec![
            attention(
                Standing::Late(Length::working_days(3)),
                "2026-11-18",
                Task::Confirm,
                "2026-032",
                "Geen antwoord op drie mails over de factuur",
            ),
            attention(
                Standing::Today,
                "2026-11-23",
                Task::Handle,
                "2026-031",
                "Advies over toeslagen noemt een oude cao-tekst",
            ),
            attention(
                Standing::Soon(Length::working_days(2)),
                "2026-11-25",
                Task::AfterCare,
                "2026-013",
                "Nieuwsbrief bleef komen na afmelden",
            ),
            attention(
                Standing::Later(Length::working_days(6)),
                "2026-12-01",
                Task::CarryOutMeasure,
                "2026-010",
                "<script>alert('x')</script> & de rest",
            ),
        ],
        later: vec![attention(
            Standing::AnyDay,
            "2026-12-01",
            Task::Mend,
            "2026-009",
            "Nieuwsbrief bleef komen na afmelden",
        )],
        unlisted: 0,
        figures: vec![
            KeyFigure::new(FigureName::Open, Amount::Count(4), Amount::Count(6)),
            KeyFigure::new(FigureName::TermsMet, Amount::Share(share(52, 60)), Amount::Share(share(40, 55))),
            KeyFigure::new(FigureName::LeadTime, Amount::HalfDays(23), Amount::HalfDays(28)),
            KeyFigure::new(FigureName::Satisfied, Amount::Share(share(3, 4)), Amount::Nothing),
            KeyFigure::new(FigureName::Recurring, Amount::Count(1), Amount::Count(2)),
        ],
        table: table(Extent::Newest, rows, &["2026", "2025"]),
        quarters: ["2026-10-01", "2026-07-01", "2026-04-01", "2026-01-01", "2025-10-01"].map(quarter).to_vec(),
        left_out: vec![LeftOut {
            number: Some(number("2026-029")),
            code: code("K001"),
            reason: Word::new("de kop van het klachtbestand is niet te lezen"),
        }],
    }
}
