//! No name leaves: every byte that klacht puts out is searched for the people of the register, by code
//! that knows nothing of masker or gate.

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
    let build = Command::new(env!("CARGO_BIN_EXE_klacht"))
        .args(["--today", TODAY, "--register"])
        .arg(in_tree("complaints"))
        .args(["build", "--out"])
        .arg(&out)
        .output()
        .unwrap();
    assert!(build.status.success(), "{}", String::from_utf8_lossy(&build.stderr));
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
    let build = Command::new(env!("CARGO_BIN_EXE_klacht"))
        .args(["--today", TODAY, "--register"])
        .arg(in_tree("complaints"))
        .args(["build", "--out"])
        .arg(&out)
        .output()
        .unwrap();
    assert!(build.status.success());
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

#[test]
fn no_format_of_check_names_anyone() {
    let people: Vec<String> = records(&in_tree("complaints")).into_iter().map(|record| record.indiener.naam).collect();
    for format in ["human", "json", "github"] {
        let output = Command::new(env!("CARGO_BIN_EXE_klacht"))
            .args(["--today", TODAY, "--register"])
            .arg(in_tree("complaints"))
            .args(["check", "--format", format])
            .output()
            .unwrap();
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(text.len() > 1000, "there are findings");
        for name in &people {
            assert!(!text.contains(name.as_str()) || name == "anoniem", "{format} holds {name}");
        }
    }
}
