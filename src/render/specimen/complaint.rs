//! The page of a complaint in appeal, with whatever such a page can hold.

use super::*;

fn term(kind: TermKind, due: &str, done: Option<&str>, state: TermState, length: &str, article: &str) -> Term {
    Term {
        kind,
        start: day("2026-11-02"),
        due: day(due),
        done: done.map(day),
        state,
        reckoning: Word::new(length),
        article: Some(Word::new(article)),
    }
}

pub(super) fn sections() -> Vec<Section> {
    [
        ("Omschrijving", "<p>[indiener] van [organisatie] vroeg in september advies over de nieuwe toeslag voor storingsdienst. [medewerker 1] zegde toe dat het advies er op 16 oktober zou zijn. Dat werd 30 oktober, twee dagen na het overleg met de ondernemingsraad.</p>\n<p>“Ik stond daar met lege handen”, schrijft [indiener]. Terugbellen kan op [telefoonnummer].</p>"),
        ("Oorzaak", "<p>De aanvraag stond niet op het planbord. [medewerker 1] was een week vrij en niemand nam het over.</p>\n<h4>Wat we al wisten</h4>\n<ul><li>Bij 2026-003 ging het ook zo.</li><li>De <em>overdracht</em> bij vrije dagen is nergens vastgelegd.</li></ul>"),
        ("Voorgestelde oplossing", "<p>Excuses gemaakt, het advies samen doorgenomen en aangeboden om zelf aan te schuiven bij het volgende overleg van [organisatie].</p>"),
        ("Leerpunten", "<p>Een afspraak zonder datum op het bord is geen afspraak.</p>"),
    ]
    .map(|(heading, body)| Section {
        heading: Heading::Known(Word::new(heading)),
        body: html(body),
        plain: text(""),
        kind: None,
    })
    .into()
}

pub(in crate::render) fn complaint() -> Complaint {
    let terms = vec![
        term(
            TermKind::Confirmation,
            "2026-11-04",
            Some("2026-11-03"),
            TermState::Met,
            "2 werkdagen",
            "§2, termijn één",
        ),
        term(
            TermKind::Registration,
            "2026-11-04",
            Some("2026-11-03"),
            TermState::Met,
            "2 werkdagen",
            "§2, termijn één",
        ),
        term(
            TermKind::Handling,
            "2026-11-16",
            Some("2026-11-20"),
            TermState::Missed(Length::days(4)),
            "2 weken",
            "§2, termijn twee",
        ),
        term(
            TermKind::Ruling,
            "2026-12-14",
            None,
            TermState::Open(Standing::Later(Length::days(21))),
            "4 weken",
            "§2, termijn drie",
        ),
        term(TermKind::Total, "2026-11-30", None, TermState::Open(Standing::Soon(Length::days(7))), "4 weken", "§2"),
    ];
    let events: Vec<Event> = [
        ("2026-11-02", EventKind::Received),
        ("2026-11-03", EventKind::Registered),
        ("2026-11-03", EventKind::Confirmed),
        ("2026-11-05", EventKind::Contact),
        ("2026-11-16", EventKind::DelayTold),
        ("2026-11-20", EventKind::SolutionOffered),
        ("2026-11-23", EventKind::DirectorInformed),
        ("2026-11-24", EventKind::AppealLodged),
    ]
    .map(|(on, kind)| Event { day: day(on), kind })
    .into();
    Complaint {
        number: number("2026-014"),
        subject: Some(text("Cao-advies kwam na de afgesproken datum <script>alert(1)</script>")),
        status: Status::InAppeal,
        received: Some(day("2026-11-02")),
        channel: Some(Word::new("e-mail")),
        kinds: words(&["tijdigheid"]),
        causes: words(&["planning", "communicatie"]),
        handler: Some(Who::Role(Role::Employee)),
        people: None,
        handled: None,
        lead_time: Some(Length::days(18)),
        follows: Some(Follows { number: number("2026-003"), has_page: true }),
        next_step: Some(NextStep {
            task: Task::Rule,
            due: Some(day("2026-12-14")),
            standing: Standing::Later(Length::days(21)),
        }),
        timeline: Timeline::of(&terms, &events, Some(day("2026-11-23"))),
        terms,
        events,
        sections: sections(),
        measures: vec![
            Measure {
                what: Some(text("Ontvangstdatum op het planbord")),
                who: Some(Who::Role(Role::Employee)),
                due: Some(day("2026-12-15")),
                done: None,
                state: MeasureState::Open,
            },
            Measure {
                what: Some(text("Overdracht bij vrije dagen in het werkproces opnemen")),
                who: Some(Who::Role(Role::Director)),
                due: Some(day("2026-11-20")),
                done: None,
                state: MeasureState::Late,
            },
        ],
        appeal: Some(Appeal { lodged: Some(day("2026-11-24")), ruled: None, outcome: None }),
        after_care: Some(AfterCare { day: Some(day("2026-12-14")), satisfaction: Some(Satisfaction::Yes) }),
        ending: None,
        attachments: vec![text("bijlage-1.pdf")],
        missed_terms: vec![MissedTerm {
            kind: Some(TermKind::Handling),
            reason: Some(text("Leverancier antwoordde te laat")),
            told: Some(day("2026-11-16")),
            new_date: Some(day("2026-11-20")),
        }],
        read_by: Some(ReadBy::Machine),
        findings: vec![
            Finding {
                code: code("K103"),
                severity: Severity::Note,
                message: Word::new("De oplossing kwam 4 dagen na de termijn; de reden staat bij overschrijdingen."),
                help: None,
            },
            Finding {
                code: code("K105"),
                severity: Severity::Warning,
                message: Word::new("Een maatregel had op 20 november 2026 klaar moeten zijn."),
                help: Some(Word::new("Vul bij de maatregel ‘gereed’ in, of spreek een nieuwe datum af.")),
            },
        ],
        previous: Some(number("2026-013")),
        next: Some(number("2026-015")),
    }
}
