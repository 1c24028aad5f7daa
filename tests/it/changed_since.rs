//! `check --changed-since` in a real git repository.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::{TODAY, in_tree};

fn git(folder: &Path, arguments: &[&str]) {
    let identity = ["-c", "user.name=Test", "-c", "user.email=test@example.nl", "-c", "init.defaultBranch=main"];
    let output = Command::new("git").arg("-C").arg(folder).args(identity).args(arguments).output().unwrap();
    assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn check(repository: &Path, version: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_klacht"))
        .current_dir(repository)
        .args(["--today", TODAY, "check", "--format", "json", "--changed-since", version])
        .output()
        .unwrap()
}

fn files(output: &Output) -> Vec<String> {
    let findings: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    findings.as_array().unwrap().iter().map(|finding| finding["file"].as_str().unwrap().to_owned()).collect()
}

/// A repository whose main branch holds one late complaint, `2026-014`.
fn repository() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let register = folder.path().join("complaints");
    fs::create_dir_all(register.join("2026")).unwrap();
    let late = in_tree("tests/rules/k103/wrong");
    fs::copy(late.join("2026/2026-014.md"), register.join("2026/2026-014.md")).unwrap();
    fs::copy(late.join("medewerkers.yaml"), register.join("medewerkers.yaml")).unwrap();
    git(folder.path(), &["init", "--quiet"]);
    git(folder.path(), &["add", "."]);
    git(folder.path(), &["commit", "--quiet", "--message", "Register"]);
    folder
}

fn add_late(repository: &Path, number: &str) {
    let register = repository.join("complaints/2026");
    let text = fs::read_to_string(register.join("2026-014.md")).unwrap();
    fs::write(register.join(format!("{number}.md")), text.replace("2026-014", number)).unwrap();
}

#[test]
fn only_files_changed_since_the_version_are_reported_committed_or_not() {
    let folder = repository();
    let repository = folder.path();
    assert_eq!(check(repository, "HEAD").status.code(), Some(0), "the late complaint was there already");
    git(repository, &["checkout", "--quiet", "-b", "tak"]);
    add_late(repository, "2026-015");
    git(repository, &["add", "."]);
    git(repository, &["commit", "--quiet", "--message", "Klacht 015"]);
    add_late(repository, "2026-016");
    let output = check(repository, "main");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(files(&output), ["2026/2026-015.md", "2026/2026-016.md"]);
}

#[test]
fn what_changed_on_the_other_branch_meanwhile_is_not_reported() {
    let folder = repository();
    let repository = folder.path();
    git(repository, &["checkout", "--quiet", "-b", "tak"]);
    git(repository, &["checkout", "--quiet", "main"]);
    let file = repository.join("complaints/2026/2026-014.md");
    fs::write(&file, fs::read_to_string(&file).unwrap().replace("06 12 34 56 78", "onbekend")).unwrap();
    git(repository, &["commit", "--quiet", "--all", "--message", "Nummer"]);
    git(repository, &["checkout", "--quiet", "tak"]);
    assert_eq!(check(repository, "main").status.code(), Some(0));
}

#[test]
fn an_attachment_that_was_removed_counts_as_a_change_of_its_complaint() {
    let folder = repository();
    let repository = folder.path();
    let register = repository.join("complaints/2026");
    fs::create_dir(register.join("2026-014")).unwrap();
    fs::write(register.join("2026-014/brief.txt"), "Geachte heer of mevrouw,\n").unwrap();
    git(repository, &["add", "."]);
    git(repository, &["commit", "--quiet", "--message", "Bijlage"]);
    fs::remove_file(register.join("2026-014/brief.txt")).unwrap();
    assert_eq!(files(&check(repository, "HEAD")), ["2026/2026-014.md"]);
}

#[test]
fn an_unknown_version_or_no_repository_is_an_error_and_never_a_pass() {
    let folder = repository();
    let unknown = check(folder.path(), "bestaat-niet");
    assert_eq!(unknown.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&unknown.stderr).contains("is in git niet te vinden"));
    fs::remove_dir_all(folder.path().join(".git")).unwrap();
    let none = check(folder.path(), "HEAD");
    assert_eq!(none.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&none.stderr).contains("ligt niet in een git-project"));
}
