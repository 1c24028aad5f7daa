//! What must be done, as `klacht status` tells it: for whom, and never about whom.

use std::fs;
use std::path::Path;
use std::process::Command;

use klacht::complaint::Name;
use klacht::register;
use serde_json::Value;

use crate::{TODAY, in_tree, today};

fn status(register: &Path, arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_klacht"))
        .args(["--today", TODAY, "--register"])
        .arg(register)
        .arg("status")
        .args(arguments)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn nobody_who_complained_is_named() {
    let folder = in_tree("complaints");
    let register = register::load(&folder, today()).unwrap();
    let people: Vec<&str> = register
        .records()
        .filter_map(|record| match record.complaint.complainant.name.given()? {
            Name::Known(name) => Some(name.reveal()),
            Name::Unknown => None,
        })
        .collect();
    assert!(people.len() > 30);
    for format in ["human", "markdown", "json"] {
        let told = status(&folder, &["--format", format]);
        assert!(told.contains("Sanne Bakker"), "whoever handles it is named");
        for person in &people {
            assert!(!told.contains(person), "{format}");
        }
    }
}

const COMPLAINT: &str = "---
nummer: 2026-001
ontvangen: 2026-11-20
kanaal: brief
betreft: wijze
indiener:
  naam: Fatima el Amrani
  telefoon: 06 12 34 56 78
ontvanger: Jan de Vries
EXTRA---
## Omschrijving
Te laat.
";

/// What `--mine` gives for a complaint with these lines: the tasks.
fn tasks_of(name: &str, lines: &str) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("2026")).unwrap();
    fs::write(folder.path().join("2026/2026-001.md"), COMPLAINT.replace("EXTRA", lines)).unwrap();
    let staff = "- {naam: Jan de Vries, functie: medewerker}\n- {naam: Sanne Bakker, functie: directeur}\n\
                 - {naam: Mei Lin, functie: voorzitter}\n";
    fs::write(folder.path().join("medewerkers.yaml"), staff).unwrap();
    let told: Value = serde_json::from_str(&status(folder.path(), &["--mine", name, "--format", "json"])).unwrap();
    let tasks = told.as_array().unwrap().iter().map(|task| task["task"].as_str().unwrap().to_owned());
    tasks.collect()
}

#[test]
fn everyone_finds_what_is_theirs() {
    let begin = ["ontvangst bevestigen", "klacht registreren"];
    let [confirm, register] = begin;
    let handle = "oplossing voorstellen";
    let done = "geregistreerd: 2026-11-20\nbevestigd: 2026-11-20\nbehandelaar: Sanne Bakker\n";
    let handled = "afgehandeld: 2026-11-21\ncontact: 2026-11-21\noorzaak: kennis\n";
    for (name, lines, tasks) in [
        ("Jan de Vries", "", &[confirm, register, handle][..]),
        ("  JAN  DE vries", "", &[confirm, register, handle]),
        ("Sanne", "", &[]),
        // What the receiver begins stays with the receiver; the rest goes to the handler.
        ("vries", "behandelaar: Sanne Bakker\n", &[confirm, register]),
        ("bakker", "behandelaar: Sanne Bakker\n", &[confirm, register, handle]),
        ("Mei", &format!("{done}{handled}beroep: {{ingesteld: 2026-11-22}}\n"), &["uitspraak doen in beroep"]),
        (
            "Jan",
            &format!("{done}maatregelen:\n- {{wat: Bord, wie: Jan de Vries, voor: 2027-01-04}}\n"),
            &["maatregel uitvoeren"],
        ),
        (
            "Jan",
            &format!("{done}maatregelen:\n- {{wat: Bord, wie: Jan de Vries, voor: 2026-11-22, gereed: 2026-11-22}}\n"),
            &[],
        ),
        (
            "directeur",
            &format!("{done}maatregelen:\n- {{wat: Bord, wie: directeur, voor: 2027-01-04}}\n"),
            &["maatregel uitvoeren"],
        ),
        (
            "Sanne",
            &format!("{done}maatregelen:\n- {{wat: Bord, wie: directeur, voor: 2027-01-04}}\n"),
            &[handle, "maatregel uitvoeren"],
        ),
    ] {
        let found: Vec<String> =
            tasks_of(name, lines).into_iter().filter(|task| !task.contains("verbeteren")).collect();
        assert_eq!(found, tasks, "{name}: {lines}");
    }
}
