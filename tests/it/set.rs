//! `klacht set` on real files: what it writes, what it refuses, and what no accident may do to a complaint.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::{TODAY, in_tree};

const NUMBER: &str = "2026-014";

/// A register with one open complaint that has comments, aligned values and a long text.
fn register() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let year = folder.path().join("complaints/2026");
    fs::create_dir_all(&year).unwrap();
    fs::copy(in_tree("tests/rules/k103/wrong/medewerkers.yaml"), folder.path().join("complaints/medewerkers.yaml"))
        .unwrap();
    fs::write(year.join("2026-014.md"), complaint()).unwrap();
    folder
}

fn complaint() -> String {
    let body = "De brief kwam laat. ".repeat(200);
    format!(
        "---\nnummer:    {NUMBER}\nontvangen: 2026-11-12   # een donderdag\nkanaal:    brief\nbetreft:   tijdigheid\nindiener:\n  \
         naam: Fatima el Amrani\n  telefoon: 06 12 34 56 78\nontvanger: Jan de Vries\nbehandelaar:  # wie doet dit?\n\
         geregistreerd: 2026-11-13\nbevestigd: 2026-11-13\n---\n\n## Omschrijving\n\n{body}\n"
    )
}

fn file(register: &Path) -> PathBuf {
    register.join("complaints/2026/2026-014.md")
}

fn text(register: &Path) -> String {
    fs::read_to_string(file(register)).unwrap()
}

fn klacht(register: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_klacht"));
    command.current_dir(register).env("NO_COLOR", "1").args(["--today", TODAY, "set"]);
    command
}

fn set(register: &Path, number: &str, changes: &[&str]) -> Output {
    klacht(register).arg(number).args(changes).output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// The files of the year's folder: nothing may be left behind.
fn names(register: &Path) -> Vec<String> {
    let entries = fs::read_dir(register.join("complaints/2026")).unwrap();
    entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect()
}

#[test]
fn a_step_is_recorded_and_what_now_runs_is_told() {
    let folder = register();
    let output = set(folder.path(), NUMBER, &["behandelaar=Sanne Bakker", "contact=gisteren"]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let expected = complaint()
        .replace("behandelaar:  # wie", "behandelaar: Sanne Bakker # wie")
        .replace("bevestigd: 2026-11-13\n", "bevestigd: 2026-11-13\ncontact: 2026-11-22\n");
    assert_eq!(text(folder.path()), expected);
    assert_eq!(
        out(&output),
        "Klacht 2026-014 is bijgewerkt\n  behandelaar  ingevuld\n  contact      2026-11-22\n\nWat nog moet gebeuren\n  oplossing \
         voorstellen  uiterlijk donderdag 26 november 2026 (nog 3 dagen)\n"
    );
    let again = set(folder.path(), NUMBER, &["contact=22-11-2026"]);
    assert_eq!(out(&again), "Dat stond er al; er is niets veranderd.\n");
    let corrected = set(folder.path(), NUMBER, &["contact=vandaag"]);
    assert!(out(&corrected).contains("contact  2026-11-22 → 2026-11-23\n"), "{}", out(&corrected));
}

#[test]
fn a_change_that_brings_an_error_is_refused_and_one_that_brings_a_warning_is_not() {
    let folder = register();
    for (changes, code, words) in [
        (&["afgehandeld=vandaag"][..], 1, "K201"),
        (&["contact=2026-11-24"], 1, "K009"),
        (&["contact=2026-11-01"], 1, "K010"),
        (&["behandelaar=Piet Onbekend"], 1, "K007"),
        (&["nummer=2026-015"], 1, "K005"),
        (&["ontvanger="], 1, "K003"),
        (&["maatregelen+=wie: Jan de Vries"], 1, "K003"),
        (&["indiener.telefoon=zes"], 1, "K004"),
        (&["maatregelen.1.gereed=vandaag"], 1, "zo lang is die lijst niet"),
        (&["contact=vandaag", "gesloten=straks"], 2, "verandering 2: `gesloten` vraagt een dag"),
        (&["nazorg.tevreden=jaa"], 2, "bedoelde u ja? Kies uit: ja, deels, nee, onbereikbaar"),
        (&["geslotn=vandaag"], 2, "bedoelde u `gesloten`?"),
    ] {
        let output = set(folder.path(), NUMBER, changes);
        assert_eq!(output.status.code(), Some(code), "{changes:?}: {}", err(&output));
        assert!(err(&output).contains(words), "{changes:?}: {}", err(&output));
        assert_eq!(text(folder.path()), complaint(), "{changes:?}");
    }
    let warned = set(folder.path(), NUMBER, &["overschrijdingen+=termijn: registratie; reden: Ziekte"]);
    assert_eq!(warned.status.code(), Some(0), "{}", err(&warned));
    assert!(out(&warned).contains("waarschuwing[K108]"), "{}", out(&warned));
}

#[test]
fn no_value_that_may_be_personal_is_repeated() {
    let folder = register();
    let changes = ["indiener.naam=Geertje Hooft", "behandelaar=Piet Onbekend", "betrokken=Jan de Vries; Geertje"];
    for change in changes {
        let output = set(folder.path(), NUMBER, &[change]);
        let told = out(&output) + &err(&output);
        for name in ["Geertje", "Fatima", "Onbekend", "Vries"] {
            assert!(!told.contains(name), "{change}: {told}");
        }
    }
}

#[test]
fn a_number_that_is_not_there_brings_up_those_that_are() {
    let folder = register();
    let output = set(folder.path(), "2026-041", &["contact=vandaag"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(err(&output), "fout: er is geen klacht 2026-041; wel 2026-014\n");
    fs::write(folder.path().join("complaints/2026/2026-015.md"), "---\nnummer: [\n---\n").unwrap();
    assert!(err(&set(folder.path(), "2026-015", &["contact=vandaag"])).contains("is niet te lezen; `klacht check`"));
}

#[test]
fn processes_at_once_lose_no_change() {
    let folder = register();
    let measures: Vec<_> = (0..6).map(|at| format!("maatregelen+=wat: Maatregel {at}")).collect();
    let others = ["contact=vandaag", "behandelaar=Sanne Bakker", "onderwerp=Brief"].map(str::to_owned);
    let changes: Vec<_> = measures.into_iter().chain(others).collect();
    let running: Vec<_> = changes
        .iter()
        .map(|change| klacht(folder.path()).args([NUMBER, change]).stdout(std::process::Stdio::null()).spawn().unwrap())
        .collect();
    for mut process in running {
        assert_eq!(process.wait().unwrap().code(), Some(0));
    }
    let after = text(folder.path());
    for words in
        (0..6).map(|at| format!("Maatregel {at}")).chain(["contact: 2026", "Sanne", "Brief\n"].map(str::to_owned))
    {
        assert_eq!(after.matches(&words).count(), 1, "{words} in\n{}", after.split("## ").next().unwrap());
    }
}

#[cfg(unix)]
mod accidents {
    use super::*;
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;

    fn mode(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }

    #[test]
    fn the_rights_of_the_file_stay() {
        let folder = register();
        mode(&file(folder.path()), 0o640);
        assert_eq!(set(folder.path(), NUMBER, &["contact=vandaag"]).status.code(), Some(0));
        assert_eq!(fs::metadata(file(folder.path())).unwrap().permissions().mode() & 0o777, 0o640);
    }

    /// A file of more than 1,024 bytes cannot be written, as on a full disk: first with an error, then with
    /// a signal that ends the program.
    #[test]
    fn a_disk_that_is_full_leaves_the_file_as_it_was() {
        for ignored in ["trap '' XFSZ;", ""] {
            let folder = register();
            let script = format!("{ignored} ulimit -f 1; exec \"$0\" --today {TODAY} set {NUMBER} contact=vandaag");
            let output = Command::new("sh")
                .current_dir(folder.path())
                .args(["-c", &script, env!("CARGO_BIN_EXE_klacht")])
                .output()
                .unwrap();
            assert_ne!(output.status.code(), Some(0));
            assert_eq!(text(folder.path()), complaint());
            assert_eq!(
                set(folder.path(), NUMBER, &["contact=vandaag"]).status.code(),
                Some(0),
                "nothing hinders the next"
            );
            assert_eq!(names(folder.path()), ["2026-014.md"]);
        }
    }

    #[test]
    fn a_folder_that_cannot_be_written_in_leaves_the_file_as_it_was() {
        let folder = register();
        let program = folder.path().join("klacht");
        fs::copy(env!("CARGO_BIN_EXE_klacht"), &program).unwrap();
        mode(folder.path(), 0o755);
        mode(&folder.path().join("complaints/2026"), 0o555);
        mode(&folder.path().join("complaints"), 0o777);
        let mut command = Command::new(&program);
        command.current_dir(folder.path()).args(["--today", TODAY, "set", NUMBER, "contact=vandaag"]);
        if fs::File::create(folder.path().join("complaints/2026/proef")).is_ok() {
            // An administrator may write anywhere: the program runs as somebody else.
            fs::remove_file(folder.path().join("complaints/2026/proef")).unwrap();
            command.uid(65534).gid(65534);
        }
        let output = command.output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{}", out(&output));
        assert!(err(&output).contains("2026-014.md"), "the path is named: {}", err(&output));
        mode(&folder.path().join("complaints/2026"), 0o755);
        assert_eq!(text(folder.path()), complaint());
        assert_eq!(names(folder.path()), ["2026-014.md"]);
    }
}
