//! The analysis, with a chart of each kind.

use super::*;

pub(in crate::render) fn analysis() -> Analysis {
    let quarters = ["2025-10-01", "2026-01-01", "2026-04-01", "2026-07-01", "2026-10-01"].map(quarter);
    let periods = || [Period::Year(2025)].into_iter().chain(quarters.map(Period::Quarter));
    let finding = |words: &str| Word::new(words);
    Analysis {
        highlights: words(&["In de afgelopen twaalf maanden kwamen er 31 klachten binnen."]),
        scope: Word::new("De grafieken gaan over 2025 tot en met 2026."),
        window: Word::new("2025 tot en met 2026"),
        months: Topic {
            finding: finding("De meeste klachten kwamen in maart 2026 (5)."),
            chart: Some(stacked_chart("per-maand")),
            rows: vec![MonthsOfYear {
                year: Period::Year(2026),
                received: std::array::from_fn(|month| (month < 11).then_some([3, 0, 5][month % 3])),
                received_in_all: 31,
                handled_in_all: 28,
            }],
        },
        combination: finding("Het vaakst samen: aard met oorzaak planning (5 keer)."),
        kinds_by_cause: CrossTable::new(
            words(&["aard", "kwaliteit", "tijdigheid", "wijze"]),
            words(&["planning", "communicatie", "kennis", "werkproces", "systeem", "extern", "overig"]),
            |row, column| [5, 0, 3, 1][(row * 3 + column) % 4],
        ),
        terms: Topic {
            finding: finding("Op tijd gehaald: 90% (18 van 20) van de termijnen."),
            chart: Some(chart_of_shares()),
            rows: periods().map(terms_in).collect(),
        },
        spread: Topic {
            finding: finding("Klaar binnen de norm van 4 weken: 88% (7 van 8)."),
            chart: Some(stacked_chart("hoe-lang")),
            rows: vec![WeeksOfLeadTime { weeks: Word::new("week 1"), solved: 5, ruled: 1, by_then: share(6, 8) }],
        },
        lead_times: periods().map(lead_times_in).collect(),
        satisfaction: Topic {
            finding: finding("Tevreden: 67% (4 van 6) van wie bereikt is."),
            chart: Some(stacked_chart("antwoorden")),
            rows: periods().map(satisfaction_in).collect(),
        },
        appeals: Topic {
            finding: finding("Er is geen beroep ingesteld."),
            chart: None,
            rows: periods().map(appeals_in).collect(),
        },
    }
}

fn slot(at: usize) -> Slot {
    Slot { label: format!("Q{}", at % 4 + 1), group: (2025 + at / 4).to_string() }
}

fn stacked_chart(id: &'static str) -> Chart {
    let caption = Caption { id, title: Word::new("Een grafiek"), description: Word::new("Wat erin te zien is.") };
    let series = [(Ink::Good, Texture::Solid), (Ink::Late, Texture::Hatch)]
        .map(|(ink, texture)| Series { name: Word::new("deel"), fill: Fill { ink, texture } });
    let columns: Vec<_> = (0..6).map(|at| Column { slot: slot(at), parts: [3, u32::from(at == 2)] }).collect();
    Chart::columns(caption, series, &columns, &[Limit { at: 14, per_slot: 7, name: "oplossing: 2 weken".to_owned() }])
}

fn chart_of_shares() -> Chart {
    let caption = Caption {
        id: "op-tijd",
        title: Word::new("Termijnen gehaald"),
        description: Word::new("Wat erin te zien is."),
    };
    Chart::shares(caption, &[(slot(0), share(7, 8)), (slot(1), share(3, 4)), (slot(2), share(0, 0))])
}

fn terms_in(period: Period) -> TermsInPeriod {
    TermsInPeriod {
        period,
        confirmation: share(7, 8),
        registration: share(8, 8),
        handling: share(3, 4),
        ruling: share(0, 0),
        together: share(18, 20),
    }
}

fn lead_times_in(period: Period) -> LeadTimesInPeriod {
    LeadTimesInPeriod {
        period,
        settled: 8,
        median: Amount::HalfDays(21),
        longest: Amount::HalfDays(76),
        within_norm: share(7, 8),
    }
}

fn satisfaction_in(period: Period) -> SatisfactionInPeriod {
    SatisfactionInPeriod { period, yes: 4, partly: 1, no: 1, unreachable: 0, satisfied: share(4, 6) }
}

fn appeals_in(period: Period) -> AppealsInPeriod {
    AppealsInPeriod { period, lodged: 2, upheld: 0, partly_upheld: 1, rejected: 0, withdrawn: 0, pending: 1 }
}
