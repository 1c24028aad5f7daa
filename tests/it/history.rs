//! `check --git` in real git repositories: since when a complaint's file is there, and where that cannot be known.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::{TODAY, in_tree};

const FILE: &str = "complaints/2026/2026-014.md";

/// Runs git as though on this day.
fn git_on(day: &str, folder: &Path, arguments: &[&str]) {
    let at = format!("{day}T12:00:00+01:00");
    let identity = ["-c", "user.name=Test", "-c", "user.email=test@example.nl", "-c", "init.defaultBranch=main"];
    let mut git = Command::new("git");
    git.arg("-C").arg(folder).args(identity).args(arguments).env("GIT_AUTHOR_DATE", &at).env("GIT_COMMITTER_DATE", at);
    let output = git.output().unwrap();
    assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn commit_all(day: &str, folder: &Path) {
    git_on(day, folder, &["add", "--all"]);
    git_on(day, folder, &["commit", "--quiet", "--message", "Register"]);
}

fn check(repository: &Path) -> Output {
    let mut klacht = Command::new(env!("CARGO_BIN_EXE_klacht"));
    klacht.current_dir(repository).args(["--today", TODAY, "check", "--git", "--format", "json"]).output().unwrap()
}

/// What is found, and what is said of git.
fn codes_and_note(repository: &Path) -> (Vec<String>, String) {
    let output = check(repository);
    let findings: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let codes = findings.as_array().unwrap().iter().map(|finding| finding["code"].as_str().unwrap().to_owned());
    (codes.collect(), String::from_utf8(output.stderr).unwrap())
}

fn is_found(repository: &Path) -> bool {
    let (codes, note) = codes_and_note(repository);
    assert_eq!(note, "");
    assert!(codes.iter().all(|code| code == "K401"), "{codes:?}");
    !codes.is_empty()
}

/// A repository with a complaint that says it was registered on Tuesday 3 November, not committed yet.
fn repository() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("complaints/2026")).unwrap();
    let right = in_tree("tests/rules/k401/wrong");
    for file in ["2026/2026-014.md", "medewerkers.yaml"] {
        fs::copy(right.join(file), folder.path().join("complaints").join(file)).unwrap();
    }
    git_on(TODAY, folder.path(), &["init", "--quiet"]);
    folder
}

#[test]
fn a_registration_that_git_saw_more_than_a_working_day_later_is_found() {
    for (day, found) in [("2026-11-03", false), ("2026-11-04", false), ("2026-11-05", true), ("2026-11-20", true)] {
        let folder = repository();
        commit_all(day, folder.path());
        assert_eq!(is_found(folder.path()), found, "{day}");
    }
}

#[test]
fn a_file_that_changes_or_gets_another_number_or_folder_keeps_its_first_day() {
    let folder = repository();
    let root = folder.path();
    let file = root.join(FILE);
    commit_all("2026-11-03", root);
    fs::write(&file, fs::read_to_string(&file).unwrap().replace("cao", "CAO")).unwrap();
    commit_all("2026-11-10", root);
    let renumbered = fs::read_to_string(&file).unwrap().replace("2026-014", "2026-015");
    fs::remove_file(&file).unwrap();
    fs::write(root.join("complaints/2026/2026-015.md"), renumbered).unwrap();
    commit_all("2026-11-12", root);
    assert!(!is_found(root), "another number");
    fs::create_dir(root.join("register")).unwrap();
    fs::rename(root.join("complaints"), root.join("register/complaints")).unwrap();
    commit_all("2026-11-16", root);
    assert!(!is_found(&root.join("register")), "another folder");
}

#[test]
fn a_file_that_was_written_on_a_branch_has_the_day_of_that_branch() {
    let folder = repository();
    let root = folder.path();
    git_on("2026-11-01", root, &["commit", "--quiet", "--allow-empty", "--message", "Begin"]);
    git_on("2026-11-03", root, &["checkout", "--quiet", "-b", "tak"]);
    commit_all("2026-11-03", root);
    git_on("2026-11-03", root, &["checkout", "--quiet", "main"]);
    git_on("2026-11-19", root, &["merge", "--quiet", "--no-ff", "--message", "Samen", "tak"]);
    assert!(!is_found(root));
}

#[test]
fn settings_of_git_do_not_change_what_is_read() {
    let folder = repository();
    let root = folder.path();
    commit_all("2026-11-20", root);
    for (key, value) in
        [("log.showRoot", "false"), ("color.ui", "always"), ("log.showSignature", "true"), ("diff.relative", "true")]
    {
        git_on(TODAY, root, &["config", key, value]);
    }
    assert!(is_found(root));
}

#[test]
fn what_is_not_committed_yet_is_not_judged() {
    let folder = repository();
    git_on("2026-11-20", folder.path(), &["commit", "--quiet", "--allow-empty", "--message", "Begin"]);
    assert!(!is_found(folder.path()));
}

#[test]
fn where_the_history_is_not_there_that_is_said_once_and_nothing_is_invented() {
    let folder = repository();
    let root = folder.path();
    let says = |root: &Path, words: &str| {
        let (codes, note) = codes_and_note(root);
        assert!(codes.is_empty(), "{codes:?}");
        assert!(note.starts_with("let op: ") && note.contains(words) && note.lines().count() == 1, "{note}");
    };
    says(root, "nog niets in git vastgelegd");
    commit_all("2026-11-03", root);
    fs::write(root.join("README.md"), "Het register\n").unwrap();
    commit_all("2026-11-20", root);
    let clone = tempfile::tempdir().unwrap();
    let source = format!("file://{}", root.display());
    git_on(TODAY, clone.path(), &["clone", "--quiet", "--depth", "1", &source, "ondiep"]);
    says(&clone.path().join("ondiep"), "niet helemaal opgehaald");
    fs::remove_dir_all(root.join(".git")).unwrap();
    says(root, "ligt niet in een git-project");
}

#[test]
fn without_git_the_rest_is_still_checked() {
    let folder = repository();
    let mut klacht = Command::new(env!("CARGO_BIN_EXE_klacht"));
    klacht.current_dir(folder.path()).args(["--today", TODAY, "check", "--git"]).env("PATH", folder.path());
    let output = klacht.output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(String::from_utf8(output.stdout).unwrap().contains("alles in orde"));
    let note = String::from_utf8(output.stderr).unwrap();
    assert!(note.contains("het programma git is niet te starten") && note.lines().count() == 1, "{note}");
}
