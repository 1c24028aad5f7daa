//! A command that is killed, or that finds the disk full, at each call by which it changes the disk: what a person wrote is
//! there as it was or as it became, and the same command again does the rest. (strace does it; a moment that is waited for
//! would come by chance.)

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::in_tree;

/// The calls by which a program takes room on the disk; not every system has each.
const WRITING: [&str; 10] = [
    "write",
    "copy_file_range",
    "sendfile",
    "fsync",
    "ftruncate",
    "rename",
    "renameat",
    "renameat2",
    "linkat",
    "mkdir",
];

/// The other calls by which it changes what is there.
const REMOVING: [&str; 4] = ["unlink", "unlinkat", "rmdir", "fchmod"];

/// After the retention of the first complaints of the example register.
const LATER: &str = "2027-09-15";

/// A register of one complaint that may be erased, with one attachment, and a file for another.
fn register() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let year = folder.path().join("complaints/2024");
    fs::create_dir_all(year.join("2024-001")).unwrap();
    fs::copy(in_tree("complaints/medewerkers.yaml"), folder.path().join("complaints/medewerkers.yaml")).unwrap();
    fs::copy(in_tree("complaints/2024/2024-001.md"), year.join("2024-001.md")).unwrap();
    fs::write(year.join("2024-001/brief.txt"), "brief").unwrap();
    fs::write(folder.path().join("scan.txt"), "een heel lange scan ".repeat(1000)).unwrap();
    folder
}

struct Register<'f>(&'f Path);

impl Register<'_> {
    fn file(&self) -> PathBuf {
        self.0.join("complaints/2024/2024-001.md")
    }

    fn text(&self) -> Option<String> {
        fs::read_to_string(self.file()).ok()
    }

    fn klacht(&self, arguments: &[&str]) -> Output {
        self.prepared(Command::new(env!("CARGO_BIN_EXE_klacht")), arguments).output().unwrap()
    }

    fn prepared(&self, mut command: Command, arguments: &[&str]) -> Command {
        command.current_dir(self.0).args(["--today", LATER]).args(arguments).stdin(Stdio::null()).stdout(Stdio::null());
        command
    }

    /// Gives a command to which `accident` happens at the `nth` call of this kind; how it ended, where it came so far.
    fn meets(&self, accident: &str, (call, nth): (&str, usize), arguments: &[&str]) -> Option<Option<i32>> {
        let mut strace = Command::new("strace");
        let (inject, log) = (format!("inject=?{call}:{accident}:when={nth}"), self.0.join("strace.log"));
        strace.args(["-f", "-qq", "-e", &inject, "-o"]).arg(&log).arg(env!("CARGO_BIN_EXE_klacht"));
        let status =
            self.prepared(strace, arguments).status().expect("this test needs strace; tests/all.sh installs it");
        let has_happened = fs::read_to_string(log).unwrap().contains("INJECTED");
        (has_happened || !status.success()).then_some(status.code())
    }

    /// Every file of the register. A lock may stay: it is hidden, and the next command that writes takes it over.
    fn files(&self) -> Vec<String> {
        let walk = walkdir::WalkDir::new(self.0.join("complaints")).sort_by_file_name().into_iter().map(Result::unwrap);
        let files = walk.filter(|entry| entry.file_type().is_file() && entry.file_name() != ".klacht-slot");
        files.map(|entry| entry.path().strip_prefix(self.0).unwrap().display().to_string()).collect()
    }
}

/// Kills a command, and lets it find the disk full, at each call by which it changes the disk; after each accident what
/// `holds` asserts must hold, and the same command must do the rest.
fn at_each_change(arguments: &[&str], holds: impl Fn(&Register<'_>), is_done: impl Fn(&Register<'_>)) {
    let kills = WRITING.into_iter().chain(REMOVING).map(|call| ("signal=KILL", call));
    let mut accidents = 0;
    for (accident, call) in kills.chain(WRITING.map(|call| ("error=ENOSPC", call))) {
        for nth in 1.. {
            let folder = register();
            let register = Register(folder.path());
            let when = format!("{accident} {call} {nth}");
            let Some(status) = register.meets(accident, (call, nth), arguments) else { break };
            accidents += 1;
            assert!([None, Some(0), Some(2)].contains(&status), "{when}: {status:?}");
            // Where it did no harm, all is done.
            if status != Some(0) {
                holds(&register);
                let again = register.klacht(arguments);
                assert!(again.status.success(), "{when}: {}", String::from_utf8_lossy(&again.stderr));
            }
            is_done(&register);
            let unfinished: Vec<_> = register.files().into_iter().filter(|path| path.contains("/.klacht-")).collect();
            assert_eq!(unfinished, [""; 0], "{when}");
        }
    }
    assert!(accidents > 10, "{accidents} accidents");
}

#[test]
fn a_change_is_made_or_not_made() {
    let before = fs::read_to_string(in_tree("complaints/2024/2024-001.md")).unwrap();
    let after = {
        let folder = register();
        let register = Register(folder.path());
        assert!(register.klacht(&["set", "2024-001", "onderwerp=Iets anders"]).status.success());
        register.text().unwrap()
    };
    at_each_change(
        &["set", "2024-001", "onderwerp=Iets anders"],
        |register| assert!([&before, &after].contains(&&register.text().unwrap())),
        |register| assert_eq!(register.text().unwrap(), after),
    );
}

#[test]
fn a_complaint_is_there_until_its_line_is_written() {
    let before = fs::read_to_string(in_tree("complaints/2024/2024-001.md")).unwrap();
    let line = |register: &Register<'_>| {
        fs::read_to_string(register.0.join("complaints/vernietigd.csv"))
            .unwrap_or_default()
            .matches("2024-001,")
            .count()
    };
    at_each_change(
        &["erase", "2024-001", "--yes"],
        |register| match register.text() {
            Some(text) => assert_eq!(text, before),
            None => assert_eq!(line(register), 1),
        },
        |register| {
            assert_eq!((register.text(), line(register)), (None, 1));
            assert!(!register.file().with_extension("").exists());
        },
    );
}

#[test]
fn an_attachment_is_whole_or_is_not_there() {
    let scan = "een heel lange scan ".repeat(1000);
    let copy = |register: &Register<'_>| fs::read_to_string(register.0.join("complaints/2024/2024-001/scan.txt")).ok();
    at_each_change(
        &["attach", "2024-001", "scan.txt", "--name", "scan"],
        |register| assert!(copy(register).is_none_or(|text| text == scan)),
        |register| {
            assert_eq!(copy(register).as_ref(), Some(&scan));
            assert_eq!(fs::read_to_string(register.0.join("scan.txt")).unwrap(), scan);
        },
    );
}

#[test]
fn a_new_complaint_is_whole_and_has_a_number_of_its_own() {
    let options = ["new", "--complainant", "anoniem", "--phone", "onbekend", "--channel", "brief", "--kind", "wijze"];
    let options = [&options[..], &["--receiver", "Sanne Bakker", "--description", "Niet beantwoord."]].concat();
    let is_whole = |register: &Register<'_>| {
        let checked = register.klacht(&["check", "--format", "json"]);
        assert_ne!(checked.status.code(), Some(2));
        for path in register.files().iter().filter(|path| path.contains("/2027-")) {
            assert!(fs::read_to_string(register.0.join(path)).unwrap().contains("Niet beantwoord."), "{path}");
        }
    };
    at_each_change(&options, is_whole, |register| {
        is_whole(register);
        let counter = fs::read_to_string(register.0.join("complaints/laatste-nummer.txt")).unwrap();
        let last = register.files().into_iter().rfind(|path| path.contains("/2027-")).unwrap();
        let last = Path::new(&last).file_stem().unwrap().to_string_lossy().into_owned();
        assert!(counter.contains(&last), "{last}: {counter}");
    });
}

#[test]
fn a_result_for_a_program_is_whole_or_the_command_fails() {
    let register = in_tree("complaints");
    for command in [
        &["check", "--format", "json"][..],
        &["check", "--format", "sarif"],
        &["terms", "2026-11-02", "--format", "json"],
        &["status", "--format", "markdown"],
        &["anonymise", "README.md"],
        &["man"],
    ] {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = Command::new(env!("CARGO_BIN_EXE_klacht"))
            .args(["--today", crate::TODAY, "--register"])
            .arg(&register)
            .args(command)
            .current_dir(in_tree("."))
            .stdout(full)
            .output()
            .unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{command:?}: {told}");
        assert!(told.contains("de standaarduitvoer is niet te schrijven: de schijf is vol"), "{command:?}: {told}");
    }
}
