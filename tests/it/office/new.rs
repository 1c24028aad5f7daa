//! `klacht new` with answers as options: numbers that are never given out twice, and nothing half-written.

use std::fs;
use std::thread;

use super::{Office, complaint_of, told};

fn with_register() -> Office {
    let office = Office::repository();
    office.klacht(&["init"]);
    office.commit("Begin");
    office
}

/// Adds a complaint on a branch of its own.
fn on_branch(office: &Office, branch: &str, name: &str) {
    office.git(&["checkout", "--quiet", "-b", branch, "main"]);
    office.klacht(&complaint_of(name));
    office.commit("Nieuwe klacht");
}

#[test]
fn processes_side_by_side_get_numbers_of_their_own() {
    let office = with_register();
    thread::scope(|scope| {
        for name in ["Jan", "Piet", "Klaas", "Kees", "Henk"] {
            let office = &office;
            scope.spawn(move || office.klacht(&complaint_of(name)));
        }
    });
    for (number, serial) in (2..=6).map(|serial| (format!("2026-00{serial}"), serial)) {
        assert!(office.read(&format!("complaints/2026/{number}.md")).contains(&number), "{serial}");
    }
    assert!(office.read("complaints/laatste-nummer.txt").contains("\n2026: 2026-006 "));
    assert!(office.klacht(&["check"]).contains("6 klachten"));
}

#[test]
fn two_branches_that_give_out_a_number_conflict_and_the_office_is_told_what_to_do() {
    let office = with_register();
    on_branch(&office, "een", "Sjoukje Terpstra");
    on_branch(&office, "twee", "Wubbo Hindriks");
    let merged = office.try_git(&["merge", "--quiet", "een"]);
    assert!(!merged.status.success(), "nobody merges them unseen");
    let unmerged = office.git(&["diff", "--name-only", "--diff-filter=U"]);
    assert_eq!(unmerged, "complaints/2026/2026-002.md\ncomplaints/laatste-nummer.txt\n");
    let counter = office.read("complaints/laatste-nummer.txt");
    assert!(counter.starts_with("# ") && counter.contains("hoogste nummer"), "{counter}");

    let refused = office.try_klacht(&complaint_of("Iemand Anders"));
    assert_eq!(refused.status.code(), Some(2));
    assert!(told(&refused).contains("laatste-nummer.txt"), "{}", told(&refused));

    // What the README of the office says.
    office.git(&["checkout", "--quiet", "--ours", "complaints/2026/2026-002.md"]);
    let theirs = office.git(&["show", "MERGE_HEAD:complaints/2026/2026-002.md"]);
    fs::write(office.path("complaints/2026/2026-003.md"), theirs.replace("nummer: 2026-002", "nummer: 2026-003"))
        .unwrap();
    let lines = counter.lines().filter(|line| line.starts_with('#')).chain(["2026: 2026-003"]);
    let resolved: String = lines.map(|line| format!("{line}\n")).collect();
    fs::write(office.path("complaints/laatste-nummer.txt"), resolved).unwrap();
    office.commit("Samengevoegd");
    assert!(office.klacht(&["check"]).contains("3 klachten"));
    office.klacht(&complaint_of("Iemand Anders"));
    assert!(office.path("complaints/2026/2026-004.md").exists());
}

#[test]
fn branches_that_are_ahead_of_each_other_conflict_as_well() {
    let office = with_register();
    on_branch(&office, "een", "Sjoukje Terpstra");
    on_branch(&office, "twee", "Wubbo Hindriks");
    // Whoever gives a file another name by hand gets past git, and not past the counter.
    office.git(&["mv", "complaints/2026/2026-002.md", "complaints/2026/2026-009.md"]);
    office.commit("Ander nummer");
    assert!(!office.try_git(&["merge", "--quiet", "een"]).status.success());
    assert_eq!(office.git(&["diff", "--name-only", "--diff-filter=U"]), "complaints/laatste-nummer.txt\n");
}

#[test]
fn the_number_of_an_erased_complaint_or_of_a_removed_file_is_not_used_again() {
    let office = with_register();
    fs::remove_file(office.path("complaints/2026/2026-001.md")).unwrap();
    office.klacht(&complaint_of("Sjoukje Terpstra"));
    assert!(office.path("complaints/2026/2026-002.md").exists());
    fs::write(office.path("complaints/vernietigd.csv"), "nummer,maand\n2026-040,2026-03\n").unwrap();
    office.klacht(&complaint_of("Wubbo Hindriks"));
    assert!(office.path("complaints/2026/2026-041.md").exists());
}

#[test]
fn a_complaint_of_last_year_gets_a_number_of_that_year() {
    let office = with_register();
    office.klacht(&[&complaint_of("Sjoukje Terpstra")[..], &["--received", "2025-12-30"]].concat());
    let text = office.read("complaints/2025/2025-001.md");
    assert!(text.contains("\nontvangen: 2025-12-30\n"), "{text}");
}

#[test]
fn a_wrong_answer_leaves_everything_as_it_was() {
    let office = with_register();
    let before = (office.files(), office.read("complaints/laatste-nummer.txt"));
    for (option, value, code) in [
        ("--phone", "06 12", "K004"),
        ("--receiver", "Sjoerd", "K007"),
        ("--kind", "prijs", "K004"),
        ("--received", "2030-01-01", "K009"),
    ] {
        let mut options = complaint_of("Sjoukje Terpstra");
        match options.iter().position(|own| *own == option) {
            Some(at) => options[at + 1] = value,
            None => options.extend([option, value]),
        }
        let output = office.try_klacht(&options);
        assert_eq!(output.status.code(), Some(1), "{option}");
        let told = told(&output);
        assert!(told.contains(code) && !told.contains("Sjoe") && !told.contains("Terpstra"), "{option}: {told}");
        assert_eq!((office.files(), office.read("complaints/laatste-nummer.txt")), before, "{option}");
    }
}
