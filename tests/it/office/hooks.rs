//! The two hooks, run by git itself.

use std::fs;
use std::process::Output;

use super::{Office, complaint_of, told};

fn commit(office: &Office, message: &str) -> Output {
    office.git(&["add", "."]);
    office.try_git(&["commit", "--quiet", "--message", message])
}

#[test]
fn a_message_that_tells_who_complained_is_refused_and_not_repeated() {
    let office = Office::with_register();
    let options = ["--email", "f.elamrani@example.com", "--organisation", "Waterlust Recycling"];
    office.klacht(&[&complaint_of("Fatima el Amrani")[..], &options].concat());
    for (message, datum) in [
        ("Klacht van Fatima el Amrani", "een naam uit klacht 2026-002"),
        ("mevrouw El Amrani gebeld", "een naam uit klacht 2026-002"),
        ("Fatima gebeld", "een naam uit klacht 2026-002"),
        ("2026-002: gebeld op 0612345690", "een telefoonnummer uit klacht 2026-002"),
        ("2026-002: gemaild naar f.elamrani@example.com", "een e-mailadres uit klacht 2026-002"),
        ("2026-002: Waterlust Recycling", "de naam van een organisatie uit klacht 2026-002"),
        ("2026-002: nieuw\n\n# Amrani", "een naam uit klacht 2026-002"),
    ] {
        let output = commit(&office, message);
        assert!(!output.status.success(), "{message}");
        let told = told(&output);
        assert!(told.contains(datum), "{message}: {told}");
        assert!(!told.contains("Amrani") && !told.contains("Waterlust") && !told.contains("06"), "{told}");
    }
    let output = commit(&office, "2026-002: nieuwe klacht over een brief, bevestiging volgt");
    assert!(output.status.success(), "{}", told(&output));
}

#[test]
fn a_line_that_git_keeps_is_looked_at_whatever_sign_its_own_lines_have() {
    let office = Office::with_register();
    office.klacht(&complaint_of("Fatima el Amrani"));
    office.git(&["add", "."]);
    for (sign, message, passes) in [
        (";", "# Amrani belde", false),
        (";", "; Amrani belde\nNiets bijzonders", true),
        ("#", "# Amrani belde\nNiets bijzonders", true),
        ("auto", "# Amrani belde\nNiets bijzonders", false),
    ] {
        office.git(&["config", "core.commentChar", sign]);
        fs::write(office.path("bericht"), message).unwrap();
        let editor = format!("core.editor=cp '{}'", office.path("bericht").display());
        let output = office.try_git(&["-c", &editor, "commit", "--quiet", "--allow-empty"]);
        assert_eq!(output.status.success(), passes, "{sign} {message}: {}", told(&output));
    }
}

#[test]
fn a_complaint_with_an_error_is_not_committed() {
    let office = Office::with_register();
    let file = "complaints/2026/2026-001.md";
    fs::write(office.path(file), office.read(file).replace("kanaal: e-mail", "kanaal: duif")).unwrap();
    let output = commit(&office, "2026-001: kanaal");
    assert!(!output.status.success());
    assert!(told(&output).contains("K004") || String::from_utf8_lossy(&output.stdout).contains("K004"));
    assert_eq!(office.git(&["rev-list", "--count", "HEAD"]), "1\n");
}

#[test]
fn a_branch_without_a_register_is_left_alone() {
    let office = Office::with_register();
    office.git(&["checkout", "--quiet", "--orphan", "leeg"]);
    office.git(&["rm", "-rf", "--quiet", "."]);
    fs::write(office.path("los.txt"), "los").unwrap();
    let output = commit(&office, "Iets anders");
    assert!(output.status.success(), "{}", told(&output));
}

#[test]
fn hooks_of_others_stay_and_the_lines_to_add_are_told() {
    let office = Office::repository();
    let own = office.path(".git/hooks/commit-msg");
    fs::create_dir_all(own.parent().unwrap()).unwrap();
    fs::write(&own, "#!/bin/sh\nexit 0\n").unwrap();
    let output = office.try_klacht(&["init", "--hook"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(told(&output).contains("commit-msg: klacht hook commit-msg \"$1\""), "{}", told(&output));
    assert_eq!(fs::read_to_string(&own).unwrap(), "#!/bin/sh\nexit 0\n");
    assert_eq!(office.files(), Vec::<String>::new());
    assert!(!office.path(".git/hooks/pre-commit").exists());
}

#[test]
fn a_register_that_moved_is_not_said_to_be_guarded_by_the_hooks_of_its_old_place() {
    let office = Office::with_register();
    fs::rename(office.path("complaints"), office.path("klachten")).unwrap();
    let output = office.try_klacht(&["--register", "klachten", "hook", "install"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(told(&output).contains("voor een register in een andere map"), "{}", told(&output));
    let hooks = office.path(".git/hooks");
    assert!(fs::read_to_string(hooks.join("pre-commit")).unwrap().contains("register='complaints'"));
    for name in ["pre-commit", "commit-msg"] {
        fs::remove_file(hooks.join(name)).unwrap();
    }
    office.klacht(&["--register", "klachten", "hook", "install"]);
    assert!(fs::read_to_string(hooks.join("pre-commit")).unwrap().contains("register='klachten'"));
}

#[test]
fn a_colleague_installs_the_hooks_where_git_looks_for_them_twice_is_once() {
    let office = Office::repository();
    office.klacht(&["init"]);
    office.git(&["config", "core.hooksPath", ".githooks"]);
    office.klacht(&["hook", "install"]);
    office.klacht(&["hook", "install"]);
    assert!(office.path(".githooks/pre-commit").exists() && office.path(".githooks/commit-msg").exists());
    assert!(!commit(&office, "Voorbeeld van Willemijn Zonneveld").status.success());
    let elsewhere = Office::empty();
    office.git(&["config", "core.hooksPath", &elsewhere.path("gedeeld").to_string_lossy()]);
    let output = office.try_klacht(&["hook", "install"]);
    assert_eq!(output.status.code(), Some(2), "a folder that other projects use as well is left alone");
    assert_eq!(elsewhere.files(), Vec::<String>::new());
}

#[test]
fn a_register_in_a_folder_of_a_worktree_has_its_hooks_too() {
    let office = Office::repository();
    fs::create_dir(office.path("mijn werk")).unwrap();
    office.klacht(&["init", "mijn werk/'t kantoor", "--hook"]);
    office.commit("Begin");
    let elsewhere = Office::empty();
    let tree = elsewhere.path("boom");
    office.git(&["worktree", "add", "--quiet", &tree.to_string_lossy()]);
    let tree = tree.to_string_lossy();
    let refused =
        office.try_git(&["-C", &tree, "commit", "--quiet", "--allow-empty", "--message", "Bericht van Zonneveld"]);
    assert!(!refused.status.success());
    assert!(told(&refused).contains("2026-001"), "{}", told(&refused));
    office.git(&["-C", &tree, "commit", "--quiet", "--allow-empty", "--message", "Niets veranderd"]);
}
