//! A command that is killed, at each call by which it changes the disk: what a person wrote is there as it was or as it
//! became, and the same command again does the rest. (strace kills it; a moment that is waited for would come by chance.)

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::in_tree;

/// All by which a program changes what is on the disk; not every system has each.
const CHANGES: [&str; 14] = [
    "write",
    "copy_file_range",
    "sendfile",
    "fsync",
    "ftruncate",
    "rename",
    "renameat",
    "renameat2",
    "linkat",
    "unlink",
    "unlinkat",
    "mkdir",
    "rmdir",
    "fchmod",
];

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

    /// Gives a command and kills it at the `nth` call of this kind; whether it came so far.
    fn kill(&self, call: &str, nth: usize, arguments: &[&str]) -> bool {
        let mut strace = Command::new("strace");
        let inject = format!("inject=?{call}:signal=KILL:when={nth}");
        strace.args(["-f", "-qq", "-o", "/dev/null", "-e", &inject, env!("CARGO_BIN_EXE_klacht")]);
        let status =
            self.prepared(strace, arguments).status().expect("this test needs strace; tests/all.sh installs it");
        !status.success()
    }

    /// Every file of the register. A lock may stay: it is hidden, and the next command that writes takes it over.
    fn files(&self) -> Vec<String> {
        let walk = walkdir::WalkDir::new(self.0.join("complaints")).sort_by_file_name().into_iter().map(Result::unwrap);
        let files = walk.filter(|entry| entry.file_type().is_file() && entry.file_name() != ".klacht-slot");
        files.map(|entry| entry.path().strip_prefix(self.0).unwrap().display().to_string()).collect()
    }
}

/// Kills a command at each call by which it changes the disk; after each kill what `holds` asserts must hold, and the same
/// command must do the rest.
fn at_each_change(arguments: &[&str], holds: impl Fn(&Register<'_>), is_done: impl Fn(&Register<'_>)) {
    let mut kills = 0;
    for call in CHANGES {
        for nth in 1.. {
            let folder = register();
            let register = Register(folder.path());
            let was_killed = register.kill(call, nth, arguments);
            if was_killed {
                kills += 1;
                holds(&register);
                let again = register.klacht(arguments);
                assert!(again.status.success(), "{call} {nth}: {}", String::from_utf8_lossy(&again.stderr));
            }
            is_done(&register);
            let unfinished: Vec<_> = register.files().into_iter().filter(|path| path.contains("/.klacht-")).collect();
            assert_eq!(unfinished, [""; 0], "{call} {nth}");
            if !was_killed {
                break;
            }
        }
    }
    assert!(kills > CHANGES.len() / 2, "{kills} kills");
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
        let last = register.files().into_iter().filter(|path| path.contains("/2027-")).next_back().unwrap();
        let last = Path::new(&last).file_stem().unwrap().to_string_lossy().into_owned();
        assert!(counter.contains(&last), "{last}: {counter}");
    });
}
