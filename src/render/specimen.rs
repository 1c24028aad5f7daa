//! Made-up views of every page, for tests alone. All people and events are fictional, and masked as the site would mask them.

use std::borrow::Cow;

use chrono::NaiveDate;

use crate::views::*;

/// What a page says of three complaints that nobody has read.
const READ_BY: AllReadBy = AllReadBy { badge: ReadBy::Machine, complaints: 3, unread: 3, left_out: 0 };

pub(super) fn day(text: &str) -> Day {
    Day(date(text))
}

fn date(text: &str) -> NaiveDate {
    text.parse().expect("tests write real dates")
}

fn month(text: &str) -> Month {
    Month::from(date(text))
}

fn quarter(text: &str) -> Quarter {
    Quarter::from(date(text))
}

fn number(text: &str) -> Number {
    Number::from_parsed(text.to_owned())
}

fn code(text: &str) -> Code {
    Code::parse(text).expect("tests write real codes")
}

fn text(text: &str) -> Text {
    Text::from_masked(text.to_owned())
}

fn html(html: &str) -> Html {
    Html::from_masked_events(html.to_owned())
}

fn words(words: &[&str]) -> Vec<Word> {
    words.iter().copied().map(Word::new).collect()
}

fn share(part: u32, whole: u32) -> Share {
    Share::new(part, whole).expect("tests count no more than the whole")
}

pub(super) fn site() -> Site {
    Site {
        name: Word::new("Klachtenregister"),
        organisation: Some(Word::new("WENB")),
        built: day("2026-11-23"),
        audience: Audience::Team,
        accent: Accent::default(),
        logo: None,
    }
}

fn attention(standing: Standing, due: &str, task: Task, of: &str, subject: &str) -> Attention {
    Attention { standing, due: Some(day(due)), task, number: number(of), subject: Some(text(subject)), people: None }
}

fn row(of: &str, subject: &str, received: &str, kinds: &[&str], status: Status, causes: &[&str]) -> RegisterRow {
    RegisterRow {
        read_by: Some(ReadBy::Machine),
        number: number(of),
        subject: Some(text(subject)),
        people: None,
        received: Some(day(received)),
        kinds: words(kinds),
        status,
        next: None,
        causes: words(causes),
        lead_days: None,
    }
}

fn next(kind: TermKind, due: &str, standing: Standing) -> Option<NextTerm> {
    Some(NextTerm { kind, due: day(due), standing })
}

/// The years of a register of which one page holds these.
fn table(extent: Extent, rows: Vec<RegisterRow>, here: &[&str]) -> RegisterTable {
    let all = ["2026", "2025", "2024", "2023"].map(volume);
    let (here, elsewhere): (Vec<_>, Vec<_>) = all.into_iter().partition(|id| here.contains(&id.to_string().as_str()));
    let other = |id: VolumeId| Volume { id, name: id.name(), count: 523, on_front: id.year >= year("2025") };
    RegisterTable {
        extent,
        rows,
        total: 2_460,
        filters: Filters {
            years: ["2026", "2025", "2024", "2023"].map(year).to_vec(),
            statuses: words(&["ontvangen", "in behandeling", "gesloten"]),
            kinds: words(&["aard", "tijdigheid", "wijze"]),
            causes: words(&["planning", "kennis"]),
        },
        here,
        elsewhere: elsewhere.into_iter().map(other).collect(),
        read_by: Some(READ_BY),
    }
}

fn year(text: &str) -> Year {
    Year::from_written(text.parse().expect("tests write real years"))
}

fn volume(text: &str) -> VolumeId {
    VolumeId { year: year(text), part: None }
}

pub(super) fn register() -> RegisterPage {
    let row = row("2023-001", "Cursus ging niet door", "2023-01-09", &["aard"], Status::Closed, &["planning"]);
    RegisterPage {
        id: volume("2023"),
        name: Word::new("2023"),
        table: table(Extent::Volume(volume("2023")), vec![row], &["2023"]),
    }
}

pub(super) fn search() -> SearchVolume {
    let entry = SearchEntry {
        number: number("2026-014"),
        received: Some(day("2026-11-02")),
        status: Word::new("in beroep"),
        kinds: words(&["tijdigheid", "wijze"]),
        causes: words(&["planning"]),
        text: Searchable::of(&[text("Advies kwam \"te laat\""), text("[indiener] belde.\nNiemand nam op.\n")]),
    };
    let bare = SearchEntry { received: None, kinds: words(&[]), text: Searchable::of([]), ..entry.clone() };
    SearchVolume { id: VolumeId { year: year("2026"), part: Some(2) }, complaints: vec![entry, bare] }
}

pub(super) fn index() -> Index {
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

fn sections() -> Vec<Section> {
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

pub(super) fn complaint() -> Complaint {
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

pub(super) fn meeting() -> Meeting<'static> {
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

pub(super) fn analysis() -> Analysis {
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

pub(super) fn protocol() -> Protocol {
    let term = |kind, count, unit, article: &str| ProtocolTerm {
        kind,
        length: Length { count, unit },
        article: Some(Word::new(article)),
    };
    let weeks = |count| Length { count, unit: Unit::Weeks };
    Protocol {
        picture: TermPicture::of(Length::working_days(2), weeks(2), weeks(4), RulingFrom::EndOfHandlingTerm),
        confirmation: term(TermKind::Confirmation, 2, Unit::WorkingDays, "§2, termijn één"),
        registration: term(TermKind::Registration, 2, Unit::WorkingDays, "§2, termijn één"),
        handling: term(TermKind::Handling, 2, Unit::Weeks, "§2, termijn twee"),
        ruling: term(TermKind::Ruling, 4, Unit::Weeks, "§2, termijn drie"),
        ruling_from: RulingFrom::EndOfHandlingTerm,
        total: ProtocolTerm { article: None, ..term(TermKind::Total, 4, Unit::Weeks, "") },
        warning: Length::working_days(3),
        retention: Length { count: 2, unit: Unit::Years },
        retention_from: RetentionFrom::Closed,
        after_care: Length { count: 4, unit: Unit::Weeks },
        discussion: Length { count: 3, unit: Unit::Months },
        moves_to_working_day: false,
        extra_days_off: words(&["28 december 2026"]),
        kinds: words(&["aard", "kwaliteit", "tijdigheid", "wijze"]),
        causes: words(&["planning", "communicatie", "kennis", "werkproces", "systeem", "extern", "overig"]),
        channels: words(&["e-mail", "brief"]),
    }
}
