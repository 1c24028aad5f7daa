use proptest::prelude::*;

use super::*;
use crate::report::samples::{self, finding, finding_at, span_of};

fn told(findings: &[Finding], file: &SourceFile, style: Style) -> String {
    let protocol = Protocol::default();
    let options = Human { style, width: None, register: "complaints", protocol: &protocol };
    human(findings, |path| (path == file.path()).then_some(file), &options, Checked { complaints: 42, all: 42 })
}

#[test]
fn a_person_reads_what_is_wrong_where_and_how_to_mend_it() {
    let told = told(&samples::listing(), &samples::complaint(), Style::Plain);
    assert_eq!(told, include_str!("../../../tests/report/listing.txt"));
}

#[test]
fn colour_is_there_only_where_it_is_asked_for() {
    let file = samples::complaint();
    assert!(!told(&samples::listing(), &file, Style::Plain).contains('\u{1b}'));
    assert!(told(&samples::listing(), &file, Style::Coloured).contains('\u{1b}'));
}

#[test]
fn places_at_the_ends_of_a_file_are_told() {
    for (text, start, end, place) in [
        ("", 0, 0, ":1:1"),
        ("---\nkanaal:\n---", 15, 15, ":3:4"),
        ("---\nkanaal:\n---\n", 16, 16, ":4:1"),
        ("---\nkanaal:\n---\n", 4, 16, ":2:1"),
        ("---\r\nkanaal:\r\n---\r\n", 12, 12, ":2:8"),
    ] {
        let file = SourceFile::new(RelPath::new("2026/2026-014.md"), text.to_owned());
        let told = told(&[finding_at(&file, 1, Span::new(start, end))], &file, Style::Plain);
        assert!(told.contains(&format!("--> complaints/2026/2026-014.md{place}\n")), "{text:?}\n{told}");
    }
}

#[test]
fn a_place_outside_the_text_is_told_without_a_quoted_line() {
    let file = samples::complaint();
    let strange = [Finding { span: Span::new(3, 99_999), ..finding(1) }, finding(2)];
    let told = told(&strange, &file, Style::Plain);
    assert_eq!(told.matches("--> complaints/2026/2026-014.md:12:14\n\n").count(), 2, "{told}");
}

#[test]
fn a_label_far_away_is_told_in_words() {
    let text = format!("---\nkanaal: brief\n---\n{}\n## Oorzaak\n", "\n".repeat(500));
    let file = SourceFile::new(RelPath::new("2026/2026-014.md"), text);
    let label = Label { span: span_of(&file, "kanaal"), text: "hier".to_owned() };
    let far = Finding { labels: vec![label], ..finding_at(&file, 8, span_of(&file, "## Oorzaak")) };
    let told = told(&[far], &file, Style::Plain);
    assert!(told.contains("= aantekening: regel 2: hier"), "{told}");
}

/// What may never be told, in the forms in which it comes.
const SECRETS: [&str; 5] = ["Qxvzwq", "0698765432", "Ψξωδφ", "q.xvzwq@example.nl", "1987-06-05"];

/// Lines with a secret (`S`), each at a place where a secret may turn up.
const LINES: [&str; 40] = [
    "nummer: 2026-014",
    "nummer: S",
    "nummer: \"2026-014 S\"",
    "ontvangen: 2026-11-02 # S",
    "ontvangen: S",
    "ontvangen: 2026-11-02 S",
    "ontvangen: [2026-11-02, S]",
    "bevestigd: {S: 2026-11-02, datum: S}",
    "kanaal: e-mail",
    "kanaal: S",
    "betreft: [tijdigheid, S, \"aard S\"]",
    "betreft:\n  - tijdigheid # S\n  - S",
    "onderwerp: S, S en S",
    "onderwerp: |\n  S\n    S\n\n  S",
    "onderwerp: >- # S\n  kanaal: S\n  # S",
    "onderwerp: \"S\n  kanaal: S\n  S\"",
    "onderwerp: S\n  S\n  S",
    "indiener: {naam: S, telefoon: S, S: S}",
    "indiener:\n  naam: S\n  telefoon: S # S\n  e-mail: 'S'\n  adres: \"S\"\n  organisatie: S",
    "indiener: S",
    "ontvanger: S",
    "behandelaar: !S S",
    "betrokken: [S, S]",
    "betrokken: [{naam: S}, [S, [S]]]",
    "beroep:\n  ingesteld: 2026-11-24\n  S: S\n  uitkomst: S",
    "maatregelen:\n  - wat: S\n    wie: S\n    voor: 2026-12-15\n  - S",
    "nazorg: [S]",
    "nazorg:\n  datum: 2026-12-14\n  tevreden: S",
    "overschrijdingen:\n  - termijn: afhandeling\n    reden: S\n    gemeld: S",
    "anonimiseren: [S]\nniet-anonimiseren: S",
    "S: S",
    "\"S\": 2026-11-02",
    "? S\n: S",
    "naam S: S",
    "# S",
    "S",
    "kanaal: \"S",
    "\tS: S",
    "<<<<<<< S\nkanaal: S\n=======\n>>>>>>> S",
    "---\n## S\n## Omschrijving\nS - [S](S) S\n- S\n",
];

/// What breaks YAML, or makes it something else.
const BREAKS: [&str; 12] = [":", "\"", "'", "[", "}", "\n", "#", "- ", "\r", "\t", "|", ": "];

prop_compose! {
    fn complaints()(
        lines in prop::collection::vec(0..LINES.len(), 1..8),
        secrets in prop::collection::vec(0..SECRETS.len(), 60),
        breaks in prop::collection::vec((0..BREAKS.len(), any::<prop::sample::Index>()), 0..3),
        name in prop::sample::select(vec!["2026/2026-014.md", "2026/2026-014.md", "medewerkers.yaml", "protocol.yaml"]),
    ) -> SourceFile {
        let lines: Vec<_> = lines.into_iter().map(|line| LINES[line]).collect();
        let joined = match name {
            "2026/2026-014.md" => format!("---\n{}\n---\n## Omschrijving\nS\n", lines.join("\n")),
            _ => lines.join("\n"),
        };
        let mut secrets = secrets.into_iter().cycle();
        let mut text = String::new();
        for (at, part) in joined.split('S').enumerate() {
            let secret = secrets.next().map_or("", |secret| SECRETS[secret]);
            text.push_str(if at > 0 { secret } else { "" });
            text.push_str(part);
        }
        for (sign, at) in breaks {
            let at = text.floor_char_boundary(at.index(text.len()));
            text.insert_str(at, BREAKS[sign]);
        }
        SourceFile::new(RelPath::new(name), text)
    }
}

fn spans(file: &SourceFile, places: &[prop::sample::Index]) -> Vec<Span> {
    let at = |index: &prop::sample::Index| file.text().floor_char_boundary(index.index(file.text().len() + 1));
    places.chunks(2).map(|two| Span::new(at(&two[0]).min(at(&two[1])), at(&two[0]).max(at(&two[1])))).collect()
}

proptest! {
    /// Not even four signs in a row of a secret are told, whatever the finding points at.
    #[test]
    fn no_secret_of_a_file_is_ever_told(
        file in complaints(),
        places in prop::collection::vec(any::<prop::sample::Index>(), 16),
    ) {
        let mut findings: Vec<_> = spans(&file, &places).into_iter().map(|span| finding_at(&file, 4, span)).collect();
        for (start, line) in file.text().match_indices('\n') {
            findings.push(finding_at(&file, 2, Span::new(start, start + line.len())));
        }
        let labels = findings.iter().map(|finding| Label { span: finding.span, text: "hier".to_owned() });
        findings[0].labels = labels.collect();
        let told = told(&findings, &file, Style::Plain);
        for secret in SECRETS {
            let signs: Vec<_> = secret.chars().collect();
            for part in signs.windows(4) {
                let part: String = part.iter().collect();
                prop_assert!(!told.contains(&part), "{part} of {secret} in:\n{told}");
            }
        }
    }
}
