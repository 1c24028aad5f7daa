//! No name leaves: every byte that klacht puts out is searched for the people of the register, by code
//! that knows nothing of masker or gate. So are they for someone whom no field names.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde::Deserialize;
use walkdir::WalkDir;

use crate::{TODAY, in_tree};

#[derive(Deserialize)]
struct Record {
    nummer: String,
    indiener: Complainant,
}

#[derive(Deserialize)]
struct Complainant {
    naam: String,
    telefoon: Option<String>,
    #[serde(rename = "e-mail")]
    email: Option<String>,
    organisatie: Option<String>,
}

/// The people of a register, as an independent reader of YAML finds them.
fn records(register: &Path) -> Vec<Record> {
    let files = WalkDir::new(register).into_iter().map(Result::unwrap);
    let files = files.filter(|entry| entry.path().extension().is_some_and(|end| end == "md"));
    files
        .map(|entry| {
            let text = fs::read_to_string(entry.path()).unwrap().replace("\r\n", "\n");
            let yaml = text.trim_start_matches('\u{feff}').split("---\n").nth(1).unwrap().to_owned();
            serde_yaml::from_str(&yaml).unwrap()
        })
        .collect()
}

/// Builds the site of a register.
fn build(register: &Path, out: &Path) {
    let output = Command::new(env!("CARGO_BIN_EXE_klacht"))
        .args(["--today", TODAY, "--register"])
        .arg(register)
        .args(["build", "--out"])
        .arg(out)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// The text of a page: no tags, entities resolved, one space between words, small letters.
fn visible(page: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for sign in page.chars() {
        match sign {
            '<' => inside = true,
            '>' => inside = false,
            sign if !inside => text.push(sign),
            _ => {}
        }
    }
    for (entity, sign) in
        [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#39;", "'")]
    {
        text = text.replace(entity, sign);
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

#[test]
fn no_page_names_a_complainant_in_full_nor_their_number_address_or_organisation() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("site");
    build(&in_tree("complaints"), &out);
    let records = records(&in_tree("complaints"));
    assert!(records.len() >= 40);
    let mut secrets = BTreeSet::new();
    for record in &records {
        let person = &record.indiener;
        if !["anoniem", "onbekend"].contains(&person.naam.as_str()) {
            secrets.insert(person.naam.to_lowercase());
        }
        secrets.extend(person.email.iter().map(|email| email.to_lowercase()));
        let words = |name: &&String| name.split_whitespace().count() > 1;
        secrets.extend(person.organisatie.iter().filter(words).map(|name| name.to_lowercase()));
    }
    for entry in WalkDir::new(&out).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file()) {
        let raw = String::from_utf8_lossy(&fs::read(entry.path()).unwrap()).into_owned();
        let (text, all) = (visible(&raw), raw.to_lowercase());
        for secret in &secrets {
            assert!(!text.contains(secret) && !all.contains(secret), "{} holds {secret}", entry.path().display());
        }
        for phone in records.iter().filter_map(|record| record.indiener.telefoon.as_ref()) {
            let ending = digits(phone);
            let ending = &ending[ending.len().saturating_sub(8)..];
            assert!(ending.len() < 8 || !digits(&text).contains(ending), "{} holds {phone}", entry.path().display());
        }
    }
}

#[test]
fn the_page_of_a_complaint_holds_no_word_of_its_complainants_name() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("site");
    build(&in_tree("complaints"), &out);
    for record in records(&in_tree("complaints")) {
        let page = fs::read_to_string(out.join(format!("klachten/{}.html", record.nummer))).unwrap();
        let page = visible(&page);
        let words: BTreeSet<&str> = page.split(|sign: char| !sign.is_alphanumeric()).collect();
        for word in record.indiener.naam.to_lowercase().split([' ', '-']) {
            let is_particle = word.len() <= 3 || ["anoniem", "onbekend"].contains(&word);
            assert!(is_particle || !words.contains(word), "{} holds {word}", record.nummer);
        }
    }
}

const FORMATS: [&str; 6] = ["human", "json", "github", "gitlab", "sarif", "junit"];

/// What a check of the register tells in this format.
fn checked(register: &Path, format: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_klacht"))
        .args(["--today", TODAY, "--register"])
        .arg(register)
        .args(["check", "--format", format])
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn no_format_of_check_names_anyone() {
    let people: Vec<String> = records(&in_tree("complaints")).into_iter().map(|record| record.indiener.naam).collect();
    for format in FORMATS {
        let text = checked(&in_tree("complaints"), format);
        assert!(text.len() > 1000, "there are findings");
        for name in &people {
            assert!(!text.contains(name.as_str()) || name == "anoniem", "{format} holds {name}");
        }
    }
}

/// What a format has to tell machines as it is: the place of a file.
const ADDRESSES: [&str; 7] =
    ["\"file\":\"", "::error file=", "::warning file=", "::notice file=", "\"path\":\"", "\"uri\": \"", " file=\""];

/// A text without the addresses of files.
fn without_addresses(text: &str) -> String {
    let cut = |text: String, address: &str| {
        let mut parts = text.split(address);
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |text, part| text + &part[part.find(['"', ',']).unwrap()..])
    };
    ADDRESSES.into_iter().fold(text.to_owned(), cut)
}

#[test]
fn a_file_that_is_called_after_the_complainant_is_told_by_its_number() {
    let folder = tempfile::tempdir().unwrap();
    register_of(&[vec![], vec![]], folder.path());
    let name = |name: &str| folder.path().join("2026").join(name);
    fs::rename(name("2026-001.md"), name("2026-001 Fatima el Amrani.md")).unwrap();
    let twin = fs::read_to_string(name("2026-002.md")).unwrap().replace("2026-002", "2026-001");
    fs::write(name("2026-002.md"), twin).unwrap();
    for format in FORMATS {
        let text = checked(folder.path(), format);
        assert!(text.contains("2026/2026-001….md:"), "{format}: the other one is told of");
        let told = if format == "human" { text } else { without_addresses(&text) };
        assert!(!told.to_lowercase().contains("amrani"), "{format}: {told}");
    }
}

#[test]
fn a_telephone_number_in_the_number_of_a_complaint_is_not_repeated() {
    let folder = tempfile::tempdir().unwrap();
    register_of(&[vec![]], folder.path());
    let file = folder.path().join("2026/2026-001.md");
    let text = fs::read_to_string(&file).unwrap().replace("2026-001", "2026-0612345690");
    fs::write(folder.path().join("2026/2026-0612345690.md"), text.replace("onbekend", "06 12 34 56 90")).unwrap();
    fs::remove_file(file).unwrap();
    for format in FORMATS {
        let text = checked(folder.path(), format);
        assert!(text.contains("K302"), "{format}: {text}");
        let told = if format == "human" { text } else { without_addresses(&text) };
        assert!(!told.contains("12345690"), "{format}: {told}");
    }
}

#[test]
fn a_choice_that_is_someones_name_is_not_quoted() {
    let folder = tempfile::tempdir().unwrap();
    register_of(&[vec![("oorzaak", "amrani")]], folder.path());
    fs::write(folder.path().join("protocol.yaml"), "oorzaken: [planning, amrani]\n").unwrap();
    for format in FORMATS {
        let told = checked(folder.path(), format);
        assert!(told.contains("K302") && !told.contains("amrani"), "{format}: {told}");
    }
}

/// A complaint with a place for a text in each field that takes one.
const COMPLAINT: &str = "---
nummer: {nummer}
ontvangen: 2026-08-03
kanaal: {kanaal}
betreft: {betreft}
onderwerp: {onderwerp}
indiener: {naam: Fatima el Amrani, telefoon: onbekend, e-mail: f.elamrani@example.nl}
ontvanger: Jan de Vries
behandelaar: Jan de Vries
geregistreerd: 2026-08-04
bevestigd: 2026-08-04
contact: {contact}
oorzaak: {oorzaak}
afgehandeld: 2026-08-28
directeur-geinformeerd: 2026-08-29
beroep: {ingesteld: 2026-09-01, uitspraak: 2026-09-10, uitkomst: '{uitkomst}'}
maatregelen:
  - {wat: '{wat}', wie: directeur, voor: 2026-12-01}
besproken: 2026-09-14
nazorg: {datum: 2026-09-21, tevreden: '{tevreden}'}
beeindigd: {datum: '', reden: '{reden van einde}'}
overschrijdingen:
  - {termijn: afhandeling, gemeld: 2026-08-17, nieuwe-datum: 2026-08-28, reden: '{reden}'}
{sleutel}: 1
---
{vooraf}

## Omschrijving
{omschrijving}

## Oorzaak
{oorzaak in woorden}

## Voorgestelde oplossing
{oplossing}

## Leerpunten
- {leerpunt}

## Samenvatting
> {samenvatting}

## {kopje}
Onder een kopje dat niemand kent.
";

/// The places for free text, where a page shows what stands there.
const FREE: [&str; 10] = [
    "onderwerp",
    "wat",
    "reden",
    "vooraf",
    "omschrijving",
    "oorzaak in woorden",
    "oplossing",
    "leerpunt",
    "samenvatting",
    "kopje",
];

/// The places for a choice, a day or a key, with what may stand there; findings tell what is wrong.
const FIXED: [(&str, &str); 8] = [
    ("kanaal", "e-mail"),
    ("betreft", "tijdigheid"),
    ("contact", "2026-08-05"),
    ("oorzaak", "planning"),
    ("uitkomst", "ongegrond"),
    ("tevreden", "ja"),
    ("reden van einde", ""),
    ("sleutel", "notitie"),
];

/// A complaint with these texts at these places, and something harmless at all others.
fn complaint(number: &str, texts: &[(&str, &str)]) -> String {
    let mut complaint = COMPLAINT.replace("{nummer}", number);
    for (place, text) in texts.iter().chain(&FIXED) {
        complaint = complaint.replace(&format!("{{{place}}}"), text);
    }
    for place in FREE {
        complaint = complaint.replace(&format!("{{{place}}}"), "Er kwam geen antwoord op de brief.");
    }
    complaint
}

/// A register of a complaint for each set of texts.
fn register_of(sets: &[Vec<(&str, &str)>], folder: &Path) {
    fs::create_dir_all(folder.join("2026")).unwrap();
    fs::write(folder.join("medewerkers.yaml"), "- {naam: Jan de Vries, functie: medewerker}\n").unwrap();
    for (at, texts) in sets.iter().enumerate() {
        let number = number_of(at);
        fs::write(folder.join(format!("2026/{number}.md")), complaint(&number, texts)).unwrap();
    }
}

fn number_of(at: usize) -> String {
    format!("2026-{:03}", at + 1)
}

#[test]
fn someone_whom_no_field_names_is_named_nowhere_whatever_the_text_they_stand_in() {
    const FULL: &str = "Wouter Haverkamp-Oosting belde twee keer over de brief";
    const ALONE: &str = "Haverkamp belde nog een keer";
    let free = FREE.map(|place| vec![(place, FULL)]);
    let fixed = FIXED.map(|(place, _)| vec![(place, FULL)]);
    let with_others = FREE.map(|full| FREE.map(|place| (place, if place == full { FULL } else { ALONE })).to_vec());
    let sets = [&free[..], &with_others, &fixed].concat();
    let folder = tempfile::tempdir().unwrap();
    let (register, out) = (folder.path().join("complaints"), folder.path().join("site"));
    register_of(&sets, &register);
    build(&register, &out);
    for (at, set) in sets.iter().enumerate() {
        let page = fs::read_to_string(out.join(format!("klachten/{}.html", number_of(at)))).unwrap();
        let shown = page.contains("[persoon 1] belde twee keer over de brief");
        assert_eq!(shown, at < free.len() + with_others.len(), "{set:?}");
    }
    for entry in WalkDir::new(&out).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file()) {
        let text = String::from_utf8_lossy(&fs::read(entry.path()).unwrap()).to_lowercase();
        for word in ["wouter", "haverkamp", "oosting"] {
            assert!(!text.contains(word), "{} holds {word}", entry.path().display());
        }
    }
}
