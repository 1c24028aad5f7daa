//! `klacht export`: the data of the site as one file, and nothing that a site would not tell.

use std::fs;
use std::io::Cursor;
use std::path::Path;
use std::process::{Command, Output};

use calamine::{Data, Reader, Xlsx};
use chrono::{Days, NaiveDate};

use crate::{TODAY, in_tree};

fn klacht(register: &Path, folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_klacht"))
        .current_dir(folder)
        .args(["--today", TODAY, "--register"])
        .arg(register)
        .args(arguments)
        .output()
        .unwrap()
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_file_is_that_of_the_site_byte_for_byte() {
    let folder = tempfile::tempdir().unwrap();
    let register = in_tree("complaints");
    for audience in ["team", "management"] {
        let site = klacht(&register, folder.path(), &["build", "--audience", audience, "--out", audience]);
        assert!(site.status.success(), "{}", told(&site));
        for (format, name) in [("csv", "register.csv"), ("json", "register.json"), ("ics", "termijnen.ics")] {
            let exported = klacht(&register, folder.path(), &["export", format, "--audience", audience]);
            assert!(exported.status.success(), "{}", told(&exported));
            assert!(exported.stdout == fs::read(folder.path().join(audience).join(name)).unwrap(), "{format}");
            assert_eq!(told(&exported).contains("vertrouwelijk"), audience == "management");
        }
    }
}

/// A cell as the table has it.
fn words(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::String(text) => text.clone(),
        Data::Float(number) => number.to_string(),
        Data::DateTime(moment) => {
            let days = Days::new(moment.as_f64() as u64);
            (NaiveDate::from_ymd_opt(1899, 12, 30).unwrap() + days).to_string()
        }
        other => panic!("neither words, nor a number, nor a day: {other:?}"),
    }
}

#[test]
fn a_workbook_has_the_cells_of_the_table_and_no_formula() {
    let folder = tempfile::tempdir().unwrap();
    let register = folder.path().join("complaints");
    fs::create_dir_all(register.join("2026")).unwrap();
    for (number, subject) in
        [("2026-001", "=HYPERLINK(\"https://example.com\")"), ("2026-002", "Advies\u{1} van 2026-11-02")]
    {
        let text = fs::read_to_string(in_tree("tests/rules/k006/right/2026/2026-014.md")).unwrap();
        let text = text.replace("2026-014", number);
        let text = text.replacen(
            "onderwerp: Cao-advies kwam na de afgesproken datum",
            &format!("onderwerp: {}", serde_json::Value::from(subject)),
            1,
        );
        fs::write(register.join("2026").join(format!("{number}.md")), text).unwrap();
    }
    for register in [register, in_tree("complaints")] {
        let export = |format| klacht(&register, folder.path(), &["export", format]);
        let bytes = export("xlsx").stdout;
        assert!(bytes == export("xlsx").stdout, "the same register gives the same bytes");
        let mut workbook: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
        assert_eq!(workbook.worksheet_formula("Klachten").unwrap().used_cells().count(), 0);
        let sheet = workbook.worksheet_range("Klachten").unwrap();
        let table = export("csv").stdout;
        let mut table = csv::ReaderBuilder::new().has_headers(false).from_reader(table.as_slice());
        let mut lines = 0;
        for (row, line) in sheet.rows().zip(table.records()) {
            let line = line.unwrap();
            assert_eq!(row.len(), line.len());
            for (cell, expected) in row.iter().zip(&line) {
                // A table needs a sign before what would be a formula there; words in a workbook are words.
                let expected = expected.replace("'=", "=").replace('\u{1}', "");
                assert_eq!(words(cell).replace('\u{1}', ""), expected);
            }
            lines += 1;
        }
        assert_eq!(lines, sheet.height());
        assert!(lines > 2);
    }
}

#[test]
fn a_file_takes_the_place_of_another_only_when_asked() {
    let folder = tempfile::tempdir().unwrap();
    let register = in_tree("tests/site/complaints");
    let out = folder.path().join("klachten.csv");
    fs::write(&out, "van mij").unwrap();
    let refused = klacht(&register, folder.path(), &["export", "csv", "--out", "klachten.csv"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(told(&refused).contains("bestaat al"), "{}", told(&refused));
    assert_eq!(fs::read_to_string(&out).unwrap(), "van mij");
    let written = klacht(&register, folder.path(), &["export", "csv", "--out", "klachten.csv", "--force"]);
    assert!(written.status.success() && written.stdout.is_empty());
    assert!(fs::read_to_string(&out).unwrap().starts_with("nummer,"));
}

#[test]
fn no_file_takes_the_place_of_a_complaint() {
    let folder = tempfile::tempdir().unwrap();
    let register = folder.path().join("register");
    fs::create_dir_all(register.join("2026")).unwrap();
    let complaint = register.join("2026/2026-001.md");
    fs::write(&complaint, "van een mens").unwrap();
    for out in ["register/2026/2026-001.md", "register/../register/2026/2026-001.md"] {
        let refused = klacht(&register, folder.path(), &["export", "csv", "--force", "--out", out]);
        assert_eq!(refused.status.code(), Some(2), "{out}: {}", told(&refused));
        assert_eq!(fs::read_to_string(&complaint).unwrap(), "van een mens", "{out}");
    }
}

#[test]
fn what_is_confidential_goes_nowhere_where_git_would_share_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    let git = |arguments: &[&str]| {
        assert!(Command::new("git").arg("-C").arg(path).args(arguments).status().unwrap().success());
    };
    git(&["init", "--quiet"]);
    fs::write(path.join("lezen.md"), "").unwrap();
    fs::write(path.join("gevolgd.csv"), "").unwrap();
    git(&["add", "lezen.md", "gevolgd.csv"]);
    fs::write(path.join(".gitignore"), "*.csv\n").unwrap();
    let register = in_tree("tests/site/complaints");
    let export = |out: &str, audience: &str| {
        let arguments = ["export", "csv", "--force", "--audience", audience, "--out", out];
        klacht(&register, path, &arguments)
    };
    for out in ["klachten.txt", "gevolgd.csv"] {
        let refused = export(out, "management");
        assert_eq!(refused.status.code(), Some(2), "{out}");
        assert!(told(&refused).contains("met git worden bewaard"), "{}", told(&refused));
    }
    assert!(!path.join("klachten.txt").exists());
    assert!(export("klachten.txt", "team").status.success());
    assert!(export("geheim.csv", "management").status.success());
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(path.join("geheim.csv")).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "only who wrote it may read it");
    }
}

#[test]
fn what_a_build_would_refuse_is_not_exported() {
    let folder = tempfile::tempdir().unwrap();
    let register = folder.path().join("complaints");
    fs::create_dir_all(register.join("2026")).unwrap();
    let text = fs::read_to_string(in_tree("tests/rules/k006/right/2026/2026-014.md")).unwrap();
    fs::write(register.join("2026/2026-014.md"), text.replace("  naam:", "  name:")).unwrap();
    let refused = klacht(&register, folder.path(), &["export", "json", "--out", "klachten.json"]);
    assert_eq!(refused.status.code(), Some(1), "{}", told(&refused));
    assert!(!folder.path().join("klachten.json").exists());
    let without = klacht(&register, folder.path(), &["export", "json", "--keep-going"]);
    assert!(without.status.success() && told(&without).contains("weggelaten"));
    assert!(String::from_utf8_lossy(&without.stdout).contains("\"weggelaten\":1"));
}
