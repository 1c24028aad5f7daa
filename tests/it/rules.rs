//! Every rule fires on its wrong register, at the right place, and is silent on its right one.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use klacht::check::{FIXED_WORDS, RULES, check, check_with};
use klacht::complaint::{KEYS, SectionKind};
use klacht::finding::{Finding, Severity};
use klacht::history::History;
use klacht::register;
use klacht::source::RelPath;

use crate::{in_tree, today};

fn findings(code: &str, side: &str) -> Vec<Finding> {
    let folder = in_tree(&format!("tests/rules/{code}/{side}"));
    check_with(&register::load(&folder, today()).unwrap(), &history(code))
}

/// What git would know of a rule's files: a line each, the day before the path.
fn history(code: &str) -> History {
    let lines = fs::read_to_string(in_tree(&format!("tests/rules/{code}/history.txt"))).unwrap_or_default();
    let line = |line: &str| line.split_once(' ').map(|(day, path)| (RelPath::new(path), day.parse().unwrap()));
    lines.lines().filter_map(line).collect()
}

fn listed(findings: &[Finding]) -> String {
    findings.iter().fold(String::new(), |mut list, finding| {
        let severity = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        };
        let (start, end) = (finding.place.start, finding.place.end);
        let due = finding.due.map_or_else(String::new, |due| format!(" due {due}"));
        writeln!(
            list,
            "{} {severity} {}:{}:{}-{}:{}{due}",
            finding.code, finding.file, start.line, start.column, end.line, end.column
        )
        .unwrap();
        list
    })
}

#[test]
fn every_rule_fires_on_its_wrong_register_at_the_right_place() {
    for rule in &RULES {
        let code = rule.code.to_string().to_lowercase();
        let expected = fs::read_to_string(in_tree(&format!("tests/rules/{code}/expected.txt"))).unwrap();
        assert_eq!(listed(&findings(&code, "wrong")), expected, "{code}");
        assert!(expected.contains(&rule.code.to_string()), "{code} fires");
    }
}

#[test]
fn a_right_register_brings_no_finding_at_all() {
    for rule in &RULES {
        let code = rule.code.to_string().to_lowercase();
        assert_eq!(listed(&findings(&code, "right")), "", "{code}");
    }
}

#[test]
fn every_rule_has_a_page_of_its_own_and_a_name_of_its_own() {
    for (index, rule) in RULES.iter().enumerate() {
        assert!(rule.page.starts_with(&format!("# {}: ", rule.code)), "{}", rule.code);
        assert!(rule.page.contains("\nErnst: ") && rule.page.contains("\nArtikel: "), "{}", rule.code);
        let earlier = &RULES[..index];
        assert!(earlier.iter().all(|other| other.code < rule.code && other.name != rule.name), "{}", rule.code);
    }
}

#[test]
fn the_register_that_comes_with_klacht_shows_late_complaints_and_no_wrong_fields() {
    let register = register::load(&in_tree("complaints"), today()).unwrap();
    let codes: Vec<String> = check(&register).iter().map(|finding| finding.code.to_string()).collect();
    for code in ["K101", "K102", "K103", "K107"] {
        assert!(codes.iter().any(|own| own == code), "{code} is shown");
    }
    assert!(codes.iter().all(|own| !own.starts_with("K0") && own != "K301"), "{codes:?}");
    assert!(register.entries.len() >= 40);
}

#[test]
fn explain_shows_the_page_of_each_rule_as_it_is() {
    for rule in &RULES {
        let output =
            std::process::Command::new(env!("CARGO_BIN_EXE_klacht")).args(["explain", &rule.code.to_string()]).output();
        assert_eq!(String::from_utf8(output.unwrap().stdout).unwrap(), rule.page);
    }
}

/// A complainant may be called after a word of a message: the gate would cry wolf.
#[test]
fn a_message_says_nothing_but_ordinary_words_fixed_words_and_keys() {
    for rule in &RULES {
        for finding in findings(&rule.code.to_string().to_lowercase(), "wrong") {
            assert_says_what_is_known(&finding);
        }
    }
}

#[track_caller]
fn assert_says_what_is_known(finding: &Finding) {
    let is_known = |word: &str| {
        let fixed = FIXED_WORDS.split(' ').chain(KEYS).chain(SectionKind::ALL.map(SectionKind::title));
        klacht::anonymise::is_ordinary(word) || fixed.flat_map(|known| known.split('-')).any(|known| known == word)
    };
    let code = finding.code.to_string();
    let said = format!("{} {}", finding.message, finding.help.as_deref().unwrap_or_default());
    for word in said.split(|sign: char| !sign.is_alphabetic()).filter(|word| word.len() > 1) {
        let slip = code == "K002" && word == "geregisteerd";
        assert!(is_known(word) || slip, "{code} says {word}");
    }
}

/// What is told of a register that was right before `spoil`, as code and help.
fn told(spoil: impl Fn(&Path, &str)) -> Vec<String> {
    let right = in_tree("tests/rules/k005/right");
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("2026")).unwrap();
    for name in ["medewerkers.yaml", COMPLAINT] {
        fs::copy(right.join(name), folder.path().join(name)).unwrap();
    }
    spoil(folder.path(), &fs::read_to_string(right.join(COMPLAINT)).unwrap());
    let findings = check(&register::load(folder.path(), today()).unwrap());
    findings.iter().for_each(assert_says_what_is_known);
    findings.iter().map(|finding| format!("{} {}", finding.code, finding.help.as_deref().unwrap_or_default())).collect()
}

const COMPLAINT: &str = "2026/2026-014.md";

#[test]
fn what_someone_takes_for_a_complaint_is_never_passed_over() {
    for name in ["2026-014.docx", "2026-014", "2026-014.markdown", "2026-014.txt"] {
        let told = told(|folder, _| fs::rename(folder.join(COMPLAINT), folder.join("2026").join(name)).unwrap());
        assert!(matches!(told.as_slice(), [one] if one.starts_with("K005")), "{name}: {told:?}");
    }
    let folder = told(|folder, _| {
        fs::remove_file(folder.join(COMPLAINT)).unwrap();
        fs::create_dir(folder.join(COMPLAINT)).unwrap();
    });
    assert!(matches!(folder.as_slice(), [one] if one.starts_with("K001")), "{folder:?}");
}

#[cfg(unix)]
#[test]
fn a_link_is_not_followed() {
    let told = told(|folder, text| {
        fs::remove_file(folder.join(COMPLAINT)).unwrap();
        fs::write(folder.join("elders.txt"), text).unwrap();
        std::os::unix::fs::symlink(folder.join("elders.txt"), folder.join(COMPLAINT)).unwrap();
    });
    assert!(told.is_empty(), "{told:?}");
}

#[test]
fn nobody_is_told_to_give_a_copy_the_place_of_the_complaint_itself() {
    let told = told(|folder, text| fs::write(folder.join("2026/2026-015.md"), text).unwrap());
    assert!(told.iter().all(|help| !help.contains("geef het die naam")), "{told:?}");
    assert!(told.iter().any(|help| help.starts_with("K005 verbeter het nummer")), "{told:?}");
}

#[test]
fn a_slip_is_told_how_that_very_field_is_written() {
    for (right, wrong, help) in [
        (
            "behandelaar: Sanne Bakker",
            "behandelaar: Sanne Bakker\nbetrokken: Sanne Bakker, Jan de Vries",
            "K007 zet ze tussen",
        ),
        (
            "indiener:\n  naam: Fatima el Amrani\n  telefoon: 06 12 34 56 78\n  e-mail: f.elamrani@example.nl",
            "indiener: onbekend",
            "`naam: …` en",
        ),
        ("Cao-advies kwam", "Cao-advies\nkwam", "K001 schrijf elk veld op één regel"),
    ] {
        let told = told(|folder, text| {
            assert!(text.contains(right), "{right}");
            fs::write(folder.join(COMPLAINT), text.replace(right, wrong)).unwrap();
        });
        assert!(told.iter().any(|own| own.contains(help)), "{wrong}: {told:?}");
    }
    let staff = told(|folder, _| fs::write(folder.join("medewerkers.yaml"), "- Sanne Bakker\n").unwrap());
    assert!(staff.iter().any(|own| own.starts_with("K004 begin elke medewerker")), "{staff:?}");
}
