use super::*;
use crate::report::samples;
use crate::source::RelPath;

fn quoted(path: &str, text: &str) -> String {
    let file = SourceFile::new(RelPath::new(path), text.to_owned());
    let protocol = Protocol::default();
    let quotes = Quotes::of(&file, &protocol);
    let mut at = 0;
    let lines = file.text().split_inclusive('\n').map(|line| {
        let quoted = quotes.line_at(at).text;
        at += line.len();
        quoted
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn front_matter(yaml: &str) -> String {
    let quoted = quoted("2026/2026-014.md", &format!("---\n{yaml}\n---\n"));
    quoted.trim_start_matches("---\n").trim_end_matches("\n---").to_owned()
}

#[test]
fn a_complaint_shows_dates_choices_and_numbers_and_nothing_else() {
    assert_eq!(
        quoted("2026/2026-014.md", samples::COMPLAINT),
        "---
nummer: 2026-014               …
ontvangen: 2026-11-02
kanaal: e-mail
betreft: [tijdigheid, aard]
onderwerp: …
indiener: {naam: …, telefoon: …}
ontvanger: …
behandelaar:
afgehandled: …
contact: …
afgehandeld: 2026-11-20
nazorg:
  datum: 2026-12-14
  tevreden: …
…: …
---

## Omschrijving
…"
    );
}

#[test]
fn however_a_value_is_written_it_is_hidden_or_shown_as_a_whole() {
    for (yaml, expected) in [
        ("ontvangen: \"2026-11-02\"\r", "ontvangen: \"2026-11-02\""),
        ("ontvangen: '2026-11-02' # Jan", "ontvangen: '2026-11-02' …"),
        ("ontvangen: \"2026-11-\\x302\"", "ontvangen: …"),
        ("ontvangen: 2026-11-02 Jan", "ontvangen: …"),
        ("ontvangen:\n  2026-11-02\n  Jan", "ontvangen:\n  …\n  …"),
        ("ontvangen: !jan 2026-11-02", "ontvangen: … 2026-11-02"),
        ("\"kanaal\": e-mail", "\"kanaal\": e-mail"),
        ("\"Jan\": e-mail", "…: …"),
        ("betrokken: [Jan, \"Piet, Klaas\"]", "betrokken: […, …]"),
        ("betrokken:\n  - Jan # ziek\n  -   Piet", "betrokken:\n  - … …\n  -   …"),
        (
            "onderwerp: |  # Jan\n  Jan: belde\n\n    en Piet\nkanaal: brief",
            "onderwerp: …\n  …\n\n    …\nkanaal: brief",
        ),
        ("onderwerp: >-\n  2026-11-02\n# Jan\nkanaal: brief", "onderwerp: …\n  …\n…\nkanaal: brief"),
        ("onderwerp: \"Jan\n  en Piet\"\nkanaal: brief", "onderwerp: …\n  …\nkanaal: brief"),
        ("indiener: Jan, {Piet}", "indiener: …"),
        ("indiener:\n  tel: 06 12\n  kanaal: brief", "indiener:\n  …: …\n  …: …"),
        ("kanaal: {Jan: e-mail}", "kanaal: {…: …}"),
        ("? kanaal\n: Jan", "… kanaal\n: …"),
        (
            "maatregelen:\n- wat: x\n  wie: Jan\n  voor: 2026-12-15",
            "maatregelen:\n- wat: …\n  wie: …\n  voor: 2026-12-15",
        ),
        ("ontvanger: ~", "ontvanger: …"),
    ] {
        assert_eq!(front_matter(yaml), expected, "{yaml:?}");
    }
}

#[test]
fn what_cannot_be_read_is_hidden_as_a_whole() {
    for (text, expected) in [
        ("---\nkanaal: e-mail: brief\n  nummer: 2026-014\n---\nJan\n", "---\n…\n  …\n---\n…"),
        ("---\n- kanaal: brief\n---\n", "---\n…\n---"),
        ("---\nkanaal: brief\nJan\n", "---\n…\n…"),
        ("Jan\n---\nkanaal: brief\n---\n", "…\n…\n…\n…"),
        ("---\nkanaal: brief\n---\n- Jan\n## Oorzaak \n## Oorzaak Jan\n", "---\nkanaal: brief\n---\n…\n## Oorzaak \n…"),
        ("", ""),
    ] {
        assert_eq!(quoted("2026/2026-014.md", text), expected, "{text:?}");
    }
}

#[test]
fn the_settings_files_show_settings_and_no_names() {
    let protocol =
        "organisatie: WENB # Jan\nbetreft: [aard, bejegening]\ntermijnen:\n  afhandeling: 2 weken\n  uitspraak: Jan\n";
    assert_eq!(
        quoted("protocol.yaml", protocol),
        "organisatie: … …\nbetreft: [aard, bejegening]\ntermijnen:\n  afhandeling: 2 weken\n  uitspraak: …"
    );
    let staff = "- naam: Jan de Vries\n  functie: directeur\n  tot: 2025-08-31\n- Jan\n";
    let quoted_staff = "- naam: …\n  functie: directeur\n  tot: 2025-08-31\n- …";
    assert_eq!(quoted("medewerkers.yaml", staff), quoted_staff);
    assert_eq!(quoted("medewerkers.yaml", &format!("medewerkers:\n{staff}")), format!("medewerkers:\n{quoted_staff}"));
    assert_eq!(quoted("medewerkers.yaml", "Jan\n"), "…");
}

#[test]
fn a_place_is_found_back_in_the_quoted_line() {
    let file = samples::complaint();
    let protocol = Protocol::default();
    let quotes = Quotes::of(&file, &protocol);
    for (words, marked) in [
        ("2026-014", "2026-014"),
        ("bij Fatima thuis", "…"),
        ("aard", "aard"),
        ("Fatima el", "…"),
        ("06 12 34 56 7", "…"),
        ("telefoon: 06", "telefoon: …"),
        ("naam: Fatima el Amrani, telefoon", "naam: …, telefoon"),
        ("betreft: [tijdigheid, aard]\nonderwerp", "betreft: [tijdigheid, aard]"),
    ] {
        let span = samples::span_of(&file, words);
        let line = quotes.line_at(span.start);
        assert_eq!(&line.text[line.range(span)], marked, "{words}");
    }
}

#[test]
fn a_very_long_line_is_hidden_as_a_whole() {
    let text = format!("---\nkanaal: brief {}\n---\n", "é".repeat(5000));
    let file = SourceFile::new(RelPath::new("2026/2026-014.md"), text);
    let protocol = Protocol::default();
    let line = Quotes::of(&file, &protocol).line_at(6);
    assert_eq!((line.text.as_str(), line.range(Span::new(6, 9))), (HIDDEN, 0..HIDDEN.len()));
}
