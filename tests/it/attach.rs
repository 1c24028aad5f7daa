//! `klacht attach` and what it leads to, on real files: names that tell nothing, all or nothing, and no byte of an attachment
//! on the team's site.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use walkdir::WalkDir;

use crate::{TODAY, in_tree};

const NUMBER: &str = "2026-014";

/// A folder with a register of one complaint, by Fatima el Amrani, and with a folder `post` for what came in.
fn office() -> tempfile::TempDir {
    let office = tempfile::tempdir().unwrap();
    let year = office.path().join("complaints/2026");
    fs::create_dir_all(&year).unwrap();
    fs::create_dir(office.path().join("post")).unwrap();
    let right = in_tree("tests/rules/k302/wrong");
    fs::copy(right.join("medewerkers.yaml"), office.path().join("complaints/medewerkers.yaml")).unwrap();
    fs::copy(right.join("2026/2026-014.md"), year.join("2026-014.md")).unwrap();
    office
}

fn post(office: &Path, name: &str, bytes: &str) -> String {
    fs::write(office.join("post").join(name), bytes).unwrap();
    format!("post/{name}")
}

fn klacht(office: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_klacht"));
    command.current_dir(office).env("NO_COLOR", "1").args(["--today", TODAY]).args(arguments).output().unwrap()
}

fn attach(office: &Path, arguments: &[&str]) -> Output {
    klacht(office, &[&["attach", NUMBER], arguments].concat())
}

fn own_folder(office: &Path) -> PathBuf {
    office.join("complaints/2026/2026-014")
}

/// What lies in the complaint's folder: names and texts, and nothing unfinished beside them.
fn attachments(office: &Path) -> Vec<(String, String)> {
    let entries = fs::read_dir(own_folder(office)).into_iter().flatten().map(Result::unwrap);
    let mut all: Vec<_> = entries
        .map(|entry| (entry.file_name().into_string().unwrap(), fs::read_to_string(entry.path()).unwrap_or_default()))
        .collect();
    all.sort();
    all
}

fn names(office: &Path) -> Vec<String> {
    attachments(office).into_iter().map(|(name, _)| name).collect()
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&[output.stdout.as_slice(), &output.stderr].concat()).into_owned()
}

#[test]
fn files_are_copied_under_names_that_tell_nothing_and_the_complaint_stays_right() {
    let office = office();
    let office = office.path();
    let brief = post(office, "Brief Fatima el Amrani.PDF", "brief");
    let foto = post(office, "foto.van.elamrani", "foto");
    assert_eq!(attach(office, &[&brief, &foto]).status.code(), Some(0));
    let scan = post(office, "scan.pdf", "scan");
    assert_eq!(attach(office, &["--name", "Factuur (mei).pdf", &scan]).status.code(), Some(0));
    let file = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    assert_eq!(
        attachments(office),
        [file("bijlage-1.pdf", "brief"), file("bijlage-2", "foto"), file("factuur-mei.pdf", "scan")]
    );
    assert_eq!(fs::read_to_string(office.join(brief)).unwrap(), "brief", "what was copied stays");
    let check = klacht(office, &["check"]);
    assert_eq!(check.status.code(), Some(0), "{}", told(&check));
}

#[test]
fn nothing_is_overwritten_and_nothing_is_kept_twice() {
    let office = office();
    let office = office.path();
    fs::create_dir(own_folder(office)).unwrap();
    fs::write(own_folder(office).join("Bijlage-1.PDF"), "van een ander").unwrap();
    fs::create_dir(own_folder(office).join("bijlage-2")).unwrap();
    let (one, two) = (post(office, "een.pdf", "nieuw"), post(office, "twee.pdf", "nieuw"));
    let output = attach(office, &[&one, &two]);
    assert!(told(&output).contains("post/twee.pdf is hetzelfde als een bestand hiervoor"), "{}", told(&output));
    let again = attach(office, &[&one]);
    assert!(told(&again).contains("post/een.pdf was er al, als bijlage-3.pdf"), "{}", told(&again));
    assert_eq!(names(office), ["Bijlage-1.PDF", "bijlage-2", "bijlage-3.pdf"]);
    assert_eq!(attachments(office)[0].1, "van een ander");
}

#[test]
fn one_file_that_cannot_be_attached_keeps_all_others_out() {
    let office = office();
    let office = office.path();
    let good = post(office, "goed.pdf", "goed");
    let empty = post(office, "leeg.pdf", "");
    let hidden = post(office, "._goed.pdf", "x");
    let thumbnails = post(office, "THUMBS.DB", "x");
    fs::write(office.join("post/groot.bin"), "").unwrap();
    fs::File::options().write(true).open(office.join("post/groot.bin")).unwrap().set_len(100_000_001).unwrap();
    for (wrong, why) in [
        (empty.as_str(), "is leeg"),
        (&hidden, "verborgen bestand"),
        (&thumbnails, "verborgen bestand"),
        ("post", "is een map"),
        ("post/groot.bin", "groter dan 100 MB"),
        ("post/weg.pdf", "het bestaat niet"),
    ] {
        let output = attach(office, &[&good, wrong]);
        assert_eq!(output.status.code(), Some(2), "{wrong}");
        assert!(told(&output).contains(why) && told(&output).contains("Er is niets gekopieerd"), "{}", told(&output));
        assert!(!own_folder(office).exists(), "{wrong}");
    }
}

#[cfg(unix)]
#[test]
fn links_and_pipes_are_neither_read_nor_written_through() {
    use std::os::unix::fs::symlink;
    let office = office();
    let office = office.path();
    let good = post(office, "goed.pdf", "goed");
    symlink(office.join("complaints/medewerkers.yaml"), office.join("post/koppeling.yaml")).unwrap();
    let made = Command::new("mkfifo").arg(office.join("post/pijp")).status().unwrap();
    assert!(made.success());
    for (wrong, why) in [("post/koppeling.yaml", "is een koppeling"), ("post/pijp", "is geen gewoon bestand")] {
        let output = attach(office, &[&good, wrong]);
        assert_eq!(output.status.code(), Some(2));
        assert!(told(&output).contains(why), "{}", told(&output));
    }
    // The complaint's own folder leads elsewhere: there nothing may be written.
    fs::create_dir(office.join("elders")).unwrap();
    symlink(office.join("elders"), own_folder(office)).unwrap();
    assert_eq!(attach(office, &[&good]).status.code(), Some(2));
    assert_eq!(fs::read_dir(office.join("elders")).unwrap().count(), 0);
}

#[test]
fn a_name_that_tells_who_it_is_about_is_refused_and_not_repeated() {
    let office = office();
    let office = office.path();
    let good = post(office, "goed.pdf", "goed");
    for name in ["Brief el Amrani", "brief-ELAMRANI.pdf", "bericht Sanne Bakker", "06 12 34 56 78"] {
        let output = attach(office, &[&good, "--name", name]);
        assert_eq!(output.status.code(), Some(1), "{name}");
        assert!(told(&output).contains("K302") && !told(&output).contains(name), "{}", told(&output));
    }
    for name in ["...", "nul", &"lang".repeat(30)] {
        assert_eq!(attach(office, &[&good, "--name", name]).status.code(), Some(2), "{name}");
    }
    assert!(!own_folder(office).exists());
}

#[test]
fn a_complaint_that_is_not_there_or_not_called_after_its_number_gets_no_attachments() {
    let office = office();
    let office = office.path();
    let good = post(office, "goed.pdf", "goed");
    assert_eq!(klacht(office, &["attach", "2026-015", &good]).status.code(), Some(2));
    let year = office.join("complaints/2026");
    fs::rename(year.join("2026-014.md"), year.join("klacht.md")).unwrap();
    let output = attach(office, &[&good]);
    assert!(told(&output).contains("K005"), "{}", told(&output));
    assert_eq!(WalkDir::new(office.join("complaints")).into_iter().count(), 4, "two folders and two files");
}

#[test]
fn attachments_without_their_complaint_are_told_of_without_their_names() {
    let office = office();
    let office = office.path();
    let brief = post(office, "brief.pdf", "brief");
    attach(office, &[&brief]);
    fs::rename(own_folder(office).join("bijlage-1.pdf"), own_folder(office).join("brief-elamrani.pdf")).unwrap();
    fs::remove_file(office.join("complaints/2026/2026-014.md")).unwrap();
    for format in ["human", "json", "github", "gitlab", "sarif", "junit"] {
        let output = klacht(office, &["check", "--format", format]);
        assert_eq!(output.status.code(), Some(1), "{format}");
        assert!(told(&output).contains("K011") && told(&output).contains("2026-014"), "{}", told(&output));
        assert!(!told(&output).contains("elamrani"), "{format}");
    }
}

#[test]
fn neither_the_name_nor_a_byte_of_an_attachment_comes_on_the_teams_site() {
    const SECRET: &str = "zonnebloemschaduw";
    let office = office();
    let office = office.path();
    fs::create_dir_all(own_folder(office).join("map")).unwrap();
    let files =
        [format!("{SECRET}.txt"), format!("map/{SECRET}.html"), format!("{SECRET}.png"), format!("{SECRET}.md")];
    for file in &files {
        fs::write(own_folder(office).join(file), format!("inhoud van {SECRET}\n")).unwrap();
    }
    let complaint = office.join("complaints/2026/2026-014.md");
    let links: String =
        files.iter().map(|file| format!("\n\n[Zie dit](2026-014/{file}) ![beeld](<2026-014/{file}> \"x\")")).collect();
    let text = fs::read_to_string(&complaint).unwrap();
    fs::write(&complaint, format!("{text}{links}\n\n[Hier][1].\n\n[1]: 2026-014/{SECRET}.txt\n")).unwrap();
    assert_eq!(klacht(office, &["check"]).status.code(), Some(0));

    let built = klacht(office, &["build", "--out", "site"]);
    assert_eq!(built.status.code(), Some(0), "{}", told(&built));
    let mut files_of_site = 0;
    for entry in WalkDir::new(office.join("site")).into_iter().map(Result::unwrap) {
        assert!(!entry.path().to_string_lossy().contains(SECRET));
        if entry.file_type().is_file() {
            let bytes = fs::read(entry.path()).unwrap();
            assert!(!String::from_utf8_lossy(&bytes).to_lowercase().contains(SECRET), "{}", entry.path().display());
            files_of_site += 1;
        }
    }
    assert!(files_of_site > 5);

    let built = klacht(office, &["build", "--audience", "management", "--out", "vertrouwelijk"]);
    assert_eq!(built.status.code(), Some(0), "{}", told(&built));
    let page = fs::read_to_string(office.join("vertrouwelijk/klachten/2026-014.html")).unwrap();
    for file in &files {
        assert!(page.replace("&#x2F;", "/").contains(&format!("<li>{file}</li>")), "{file} is listed");
    }
    assert!(!page.contains("inhoud van"));
    let mut written = WalkDir::new(office.join("vertrouwelijk")).into_iter().map(Result::unwrap);
    assert!(written.all(|entry| !entry.file_name().to_string_lossy().contains(SECRET)));
}
