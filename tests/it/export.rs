//! The files for machines and calendars, read by programs that klacht has no part in: what they find is what the register
//! and its pages say, and no more.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use boon::{Compiler, Schemas};
use ical::IcalParser;
use ical::parser::Component;
use ical::parser::ical::component::IcalEvent;
use klacht::protocol::Step;
use klacht::register;
use serde_json::{Value, json};

use crate::{TODAY, in_tree, today};

/// A site of this register, in a folder of its own.
fn site(register: &Path, arguments: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_klacht"))
        .current_dir(folder.path())
        .args(["--today", TODAY, "--register", register.to_str().unwrap(), "build"])
        .args(arguments)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    folder
}

/// A file of the site.
fn read(folder: &tempfile::TempDir, path: &str) -> String {
    fs::read_to_string(folder.path().join("site").join(path)).unwrap()
}

fn data(folder: &tempfile::TempDir) -> Value {
    serde_json::from_str(&read(folder, "register.json")).unwrap()
}

fn complaints(data: &Value) -> &[Value] {
    data["klachten"].as_array().unwrap()
}

#[test]
fn the_register_that_comes_with_klacht_follows_the_published_schema() {
    let team = site(&in_tree("complaints"), &[]);
    let management = site(&in_tree("complaints"), &["--audience", "management", "--out", "site"]);
    let schema: Value = serde_json::from_str(&read(&team, "register.schema.json")).unwrap();
    let mut compiler = Compiler::new();
    compiler.enable_format_assertions();
    compiler.add_resource("https://example.com/register.schema.json", schema).unwrap();
    let mut schemas = Schemas::new();
    let schema = compiler.compile("https://example.com/register.schema.json", &mut schemas).unwrap();
    let follows = |data: &Value| schemas.validate(data, schema).map_err(|error| error.to_string());
    for (site, audience) in [(&team, "team"), (&management, "directie")] {
        let data = data(site);
        assert_eq!(follows(&data), Ok(()));
        assert_eq!(data["publiek"], audience);
        for (key, value) in
            [("indiener", json!("iemand")), ("status", json!("klaar")), ("ontvangen", json!("2026-02-30"))]
        {
            let mut wrong = data.clone();
            wrong["klachten"][0][key] = value;
            assert!(follows(&wrong).is_err(), "{key}");
        }
    }
}

#[test]
fn people_stand_in_the_data_of_the_management_alone() {
    let folder = in_tree("complaints");
    let (team, management) = (site(&folder, &[]), site(&folder, &["--audience", "management", "--out", "site"]));
    let register = register::load(&folder, today()).unwrap();
    let receivers = register.records().filter_map(|record| record.complaint.receiver.given());
    let receivers: BTreeSet<&str> = receivers.map(|name| name.reveal()).collect();
    let listed = data(&management);
    let told: BTreeSet<&str> =
        complaints(&listed).iter().filter_map(|complaint| complaint["ontvanger"].as_str()).collect();
    assert_eq!(told, receivers);
    let header = |site: &tempfile::TempDir| read(site, "register.csv").lines().next().unwrap().to_owned();
    for key in ["indiener", "ontvanger", "betrokken"] {
        assert!(complaints(&data(&team)).iter().all(|complaint| complaint.get(key).is_none()), "{key}");
        assert!(!header(&team).contains(key) && header(&management).contains(key), "{key}");
    }
    let lines = read(&management, "register.csv");
    assert!(
        csv::Reader::from_reader(lines.as_bytes()).records().all(|line| line.unwrap().iter().any(|cell| cell == "ja"))
    );
    assert!(read(&management, "termijnen.ics").contains("(vertrouwelijk)"));
}

#[test]
fn the_team_reads_functions_where_the_management_reads_names() {
    let folder = in_tree("complaints");
    let handlers = |arguments: &[&str]| {
        let data = data(&site(&folder, arguments));
        let all = complaints(&data).iter().filter_map(|complaint| complaint["behandelaar"].as_str().map(str::to_owned));
        all.collect::<BTreeSet<_>>()
    };
    assert_eq!(handlers(&[]), BTreeSet::from(["directeur", "medewerker"].map(str::to_owned)));
    let register = register::load(&folder, today()).unwrap();
    let named = register.records().filter_map(|record| record.complaint.handler.given());
    let named: BTreeSet<_> = named.map(|name| name.reveal().to_owned()).collect();
    assert_eq!(handlers(&["--audience", "management", "--out", "site"]), named);
}

#[test]
fn the_schema_names_every_key_that_is_written_and_no_other() {
    let site = site(&in_tree("complaints"), &["--audience", "management", "--out", "site"]);
    let schema: Value = serde_json::from_str(&read(&site, "register.schema.json")).unwrap();
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<BTreeSet<_>>();
    let data = data(&site);
    let terms = complaints(&data).iter().flat_map(|complaint| complaint["termijnen"].as_array().unwrap());
    let measures = complaints(&data).iter().flat_map(|complaint| complaint["maatregelen"].as_array().unwrap());
    for (name, written) in [
        ("klacht", complaints(&data).iter().flat_map(keys).collect::<BTreeSet<_>>()),
        ("termijn", terms.flat_map(keys).collect()),
        ("maatregel", measures.flat_map(keys).collect()),
    ] {
        assert_eq!(written, keys(&schema["$defs"][name]["properties"]), "{name}");
    }
}

#[test]
fn the_calendar_holds_every_open_step_and_nothing_else() {
    let folder = in_tree("complaints");
    let site = site(&folder, &[]);
    let register = register::load(&folder, today()).unwrap();
    let mut expected = BTreeSet::new();
    for row in register.records().filter_map(|record| register.row(record)) {
        for term in row.terms.iter().filter(|term| term.step != Step::Total) {
            let Some(until) = term.open_until() else { continue };
            let late = if until < today() { " (te laat)" } else { "" };
            let task = match term.step {
                Step::Confirmation => "ontvangst bevestigen",
                Step::Registration => "klacht registreren",
                Step::Handling => "oplossing voorstellen",
                Step::Ruling | Step::Total => "uitspraak doen in beroep",
            };
            expected.insert((until.format("%Y%m%d").to_string(), format!("{}: {task}{late}", row.number)));
        }
    }
    let text = read(&site, "termijnen.ics");
    assert!(text.split_terminator("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])));
    let calendar = IcalParser::new(text.as_bytes()).next().unwrap().unwrap();
    assert!(calendar.properties.iter().all(|property| property.name != "METHOD"));
    let value = |event: &IcalEvent, name: &str| event.get_property(name).unwrap().value.clone().unwrap();
    let events: BTreeSet<_> =
        calendar.events.iter().map(|event| (value(event, "DTSTART"), value(event, "SUMMARY"))).collect();
    assert!(events.len() > 5 && events.iter().any(|(_, summary)| summary.ends_with("(te laat)")));
    assert_eq!(events, expected);
    let ids: BTreeSet<_> = calendar.events.iter().map(|event| value(event, "UID")).collect();
    assert_eq!(ids.len(), calendar.events.len());
    for event in &calendar.events {
        assert_eq!(value(event, "CLASS"), "CONFIDENTIAL");
        assert_eq!(value(event, "TRANSP"), "TRANSPARENT");
        assert_eq!(value(event, "DTSTAMP"), "20261123T000000Z");
        let is_late = value(event, "SUMMARY").ends_with("(te laat)");
        assert_eq!(event.alarms.len(), usize::from(!is_late));
    }
}

/// A text as a page writes it.
fn escaped(text: &str) -> String {
    [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "&#39;")]
        .into_iter()
        .fold(text.to_owned(), |text, (sign, entity)| text.replace(sign, entity))
}

#[test]
fn every_text_in_the_data_stands_on_the_page_of_its_complaint() {
    let site = site(&in_tree("complaints"), &[]);
    let (data, table, feed) = (data(&site), read(&site, "register.csv"), read(&site, "klachten.atom"));
    let mut texts = 0;
    for complaint in complaints(&data) {
        let number = complaint["nummer"].as_str().unwrap();
        let page = read(&site, &format!("klachten/{number}.html"));
        let measures = complaint["maatregelen"].as_array().unwrap().iter().map(|measure| &measure["wat"]);
        for text in measures.chain([&complaint["onderwerp"]]).filter_map(Value::as_str) {
            assert!(page.contains(&escaped(text)), "{number}: {text}");
            texts += 1;
        }
        assert!(table.contains(&format!("\r\n{number},")), "{number}");
        assert!(feed.contains(&format!("href=\"klachten/{number}.html\"")), "{number}");
    }
    assert!(texts > 50);
    assert_eq!(table.matches("\r\n").count(), 1 + complaints(&data).len());
}

const RIGHT: &str = "---
nummer: 2026-001
ontvangen: 2026-11-09
kanaal: e-mail
betreft: tijdigheid
onderwerp: \"=Advies voor Wil de Wit kwam in mei; -te laat\"
indiener:
  naam: Wil de Wit
  telefoon: 06 12 34 56 78
  e-mail: wil@example.nl
ontvanger: Mei Brief
geregistreerd: 2026-11-10
maatregelen:
  - wat: Wil bellen
---
## Omschrijving
Het advies kwam te laat.
";

#[test]
fn what_is_left_out_of_the_pages_is_left_out_of_the_data_and_counted() {
    let folder = tempfile::tempdir().unwrap();
    let register = folder.path().join("complaints");
    fs::create_dir_all(register.join("2026")).unwrap();
    fs::write(register.join("2026/2026-001.md"), RIGHT).unwrap();
    let wrong = RIGHT.replace("2026-001", "2026-002").replace("  naam: Wil", "  name: Wil");
    fs::write(register.join("2026/2026-002.md"), wrong).unwrap();
    let site = site(&register, &["--keep-going"]);
    let data = data(&site);
    assert_eq!((&data["weggelaten"], complaints(&data).len()), (&json!(1), 1));
    assert_eq!(data["klachten"][0]["onderwerp"], "=Advies voor [indiener] kwam in mei; -te laat");
    assert!(
        read(&site, "register.csv").contains("2026-001,'=Advies voor [indiener] kwam in mei; '-te laat,2026-11-09,")
    );
    for file in ["register.csv", "register.json", "termijnen.ics", "klachten.atom"] {
        let text = read(&site, file);
        assert!(text.contains("2026-001") && !text.contains("2026-002"), "{file}");
        assert!(!text.contains("Wit") && !text.contains("Wil "), "{file}");
    }
}
