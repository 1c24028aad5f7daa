//! `klacht init`: a register that works at once, and nothing overwritten.

use std::fs;

use super::{Office, TODAY, told};

const FILES: [&str; 10] = [
    ".editorconfig",
    ".github/workflows/register.yml",
    ".gitignore",
    ".gitlab-ci.yml",
    ".vscode/settings.json",
    "README.md",
    "complaints/2026/2026-001.md",
    "complaints/laatste-nummer.txt",
    "complaints/medewerkers.yaml",
    "complaints/protocol.yaml",
];

#[test]
fn a_new_register_is_right_and_its_site_is_made_at_once() {
    let office = Office::repository();
    office.klacht(&["--today", TODAY, "init"]);
    assert_eq!(office.files(), FILES);
    let checked = office.klacht(&["--today", TODAY, "check", "--strict"]);
    assert_eq!(checked, "1 klacht gecontroleerd: alles in orde.\n");
    office.klacht(&["--today", TODAY, "build"]);
    let page = office.read("site/klachten/2026-001.html");
    assert!(!page.contains("Zonneveld"), "the example is anonymised too");
    office.klacht(&["--today", TODAY, "build", "--audience", "management"]);
    office.git(&["add", "."]);
    let taken_up = office.git(&["ls-files"]);
    assert_eq!(taken_up.lines().collect::<Vec<_>>(), FILES, "what klacht makes stays out of git");
    // The example is about nobody, and nothing in it runs out for as long as it is kept.
    office.klacht(&["--today", "2028-11-01", "check"]);
}

#[test]
fn nothing_is_overwritten_and_all_that_is_there_is_told() {
    let office = Office::empty();
    fs::create_dir_all(office.path("kantoor/complaints")).unwrap();
    fs::write(office.path("kantoor/README.md"), "van ons").unwrap();
    let output = office.try_klacht(&["init", "kantoor"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(told(&output).contains("\n  complaints\n  README.md\n"), "{}", told(&output));
    assert_eq!(office.files(), ["kantoor/README.md"]);
    assert_eq!(office.read("kantoor/README.md"), "van ons");
}

#[test]
fn without_a_repository_the_hooks_are_refused_before_anything_is_written() {
    let office = Office::empty();
    let output = office.try_klacht(&["init", "kantoor", "--hook"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(told(&output).contains("git init"), "{}", told(&output));
    assert!(!office.path("kantoor").exists());
}

#[test]
fn where_writing_is_refused_halfway_nothing_is_left_behind() {
    let office = Office::empty();
    fs::create_dir(office.path("kantoor")).unwrap();
    fs::write(office.path("kantoor/.github"), "geen map").unwrap();
    let output = office.try_klacht(&["init", "kantoor"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(told(&output).contains(".github"), "{}", told(&output));
    assert_eq!(office.files(), ["kantoor/.github"]);
    assert!(!office.path("kantoor/complaints").exists());
}
