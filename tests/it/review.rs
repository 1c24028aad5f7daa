//! Reading over: only a person at a terminal can say that a text was read, what was read stands until the text
//! changes, and where the office asks for it no text leaves before.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Output};

use rustix::fs::{Mode, OFlags};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use walkdir::WalkDir;

use crate::{TODAY, in_tree};

/// Stands in every text of a complaint that nobody has read.
const SENTINEL: &str = "kwikstaart";

const QUESTION: &str = "Typ ja als dat zo is";

/// A register of two complaints: 2026-014 has a text wherever one may stand.
fn register() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let year = folder.path().join("complaints/2026");
    fs::create_dir_all(&year).unwrap();
    let staff = in_tree("tests/rules/k304/right/medewerkers.yaml");
    fs::copy(staff, folder.path().join("complaints/medewerkers.yaml")).unwrap();
    let other = "## Omschrijving\n\nDe rekening kwam twee keer.\n";
    fs::write(year.join("2026-003.md"), complaint("2026-003", "Omar Haddad", "", other)).unwrap();
    let fields = format!(
        "onderwerp: Over een {SENTINEL}\ncontact: 2026-11-05\nafgehandeld: 2026-11-18\noorzaak: planning\nbehandelaar: \
         Sanne Bakker\nmaatregelen:\n  - wat: Een {SENTINEL} op het planbord\n    voor: 2026-12-15\noverschrijdingen:\n  - \
         termijn: afhandeling\n    reden: De {SENTINEL} was ziek\n    gemeld: 2026-11-16\n"
    );
    let body = format!(
        "Vooraf een {SENTINEL}.\n\n## Omschrijving\n\nDe {SENTINEL} kwam te laat, schrijft Fatima el Amrani; zie \
         [de {SENTINEL}](https://example.nl/{SENTINEL}).\n\n## Nog een {SENTINEL}\n\n<b>{SENTINEL}</b>\n\n## Oorzaak\n\nEen \
         {SENTINEL}.\n\n## Voorgestelde oplossing\n\nGeen {SENTINEL} meer.\n\n## Leerpunten\n\nLet op de {SENTINEL}.\n\n\
         ## Samenvatting\n\nIn het kort: {SENTINEL}.\n"
    );
    fs::write(year.join("2026-014.md"), complaint("2026-014", "Fatima el Amrani", &fields, &body)).unwrap();
    folder
}

fn complaint(number: &str, name: &str, fields: &str, body: &str) -> String {
    format!(
        "---\nnummer: {number}\nontvangen: 2026-11-02\nkanaal: brief\nbetreft: tijdigheid\nindiener:\n  naam: {name}\n  \
         telefoon: onbekend\nontvanger: Jan de Vries\ngeregistreerd: 2026-11-03\nbevestigd: 2026-11-03\n{fields}---\n\n{body}"
    )
}

fn klacht(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_klacht"));
    command.current_dir(folder).env("NO_COLOR", "1").args(["--today", TODAY]).args(arguments);
    command
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    klacht(folder, arguments).output().unwrap()
}

/// Reads 2026-014 over at a terminal, and answers the question; what the terminal showed.
fn review(folder: &Path, answer: &str) -> String {
    let (shown, status) = review_while(folder, answer, || {});
    assert_eq!(status, Some(0), "{shown}");
    shown
}

/// The same while something else happens; and the exit status.
fn review_while(folder: &Path, answer: &str, meanwhile: impl Fn()) -> (String, Option<i32>) {
    let terminal = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
    grantpt(&terminal).unwrap();
    unlockpt(&terminal).unwrap();
    let name = ptsname(&terminal, Vec::new()).unwrap();
    let end = || rustix::fs::open(&name, OFlags::RDWR | OFlags::NOCTTY, Mode::empty()).unwrap();
    let mut command = klacht(folder, &["review", "2026-014"]);
    let mut person = command.stdin(end()).stdout(end()).stderr(end()).spawn().unwrap();
    // With this the program alone holds its end of the terminal.
    drop(command);
    let mut terminal = File::from(terminal);
    let (mut shown, mut part) = (Vec::new(), [0; 4096]);
    let mut answered = false;
    // A terminal whose program has ended gives an error, or nothing.
    while let Ok(read @ 1..) = terminal.read(&mut part) {
        shown.extend_from_slice(&part[..read]);
        if !answered && String::from_utf8_lossy(&shown).contains(QUESTION) {
            meanwhile();
            terminal.write_all(format!("{answer}\n").as_bytes()).unwrap();
            answered = true;
        }
    }
    (String::from_utf8(shown).unwrap().replace("\r\n", "\n"), person.wait().unwrap().code())
}

fn file(folder: &Path) -> String {
    fs::read_to_string(folder.join("complaints/2026/2026-014.md")).unwrap()
}

fn change(folder: &Path, from: &str, to: &str) {
    let text = file(folder);
    assert!(text.contains(from), "{from}");
    fs::write(folder.join("complaints/2026/2026-014.md"), text.replacen(from, to, 1)).unwrap();
}

fn build(folder: &Path) -> Output {
    let output = run(folder, &["build"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output
}

fn page(folder: &Path, path: &str) -> String {
    fs::read_to_string(folder.join("site").join(path)).unwrap()
}

fn has_lapsed(folder: &Path) -> bool {
    String::from_utf8(run(folder, &["check"]).stdout).unwrap().contains("K304")
}

/// The files of a site in which the sentinel stands.
fn telling(site: &Path) -> Vec<String> {
    let files = WalkDir::new(site).sort_by_file_name().into_iter().map(Result::unwrap);
    let tells = |path: &Path| {
        String::from_utf8_lossy(&fs::read(path).unwrap()).to_lowercase().contains(SENTINEL)
            || path.to_string_lossy().contains(SENTINEL)
    };
    let told = files.filter(|entry| entry.file_type().is_file() && tells(entry.path()));
    told.map(|entry| entry.path().strip_prefix(site).unwrap().to_string_lossy().into_owned()).collect()
}

#[test]
fn yes_at_a_terminal_records_the_reading_and_no_other_answer_does() {
    let folder = register();
    let before = file(folder.path());
    for answer in ["nee", "", "j"] {
        let shown = review(folder.path(), answer);
        assert!(shown.contains("Er is niets vastgelegd."), "{shown}");
        assert_eq!(file(folder.path()), before);
    }
    let shown = review(folder.path(), "ja");
    assert!(shown.contains("schrijft [indiener]") && !shown.contains("Fatima"), "{shown}");
    assert!(shown.contains("Klacht 2026-014 is nagelezen."), "{shown}");
    let after = file(folder.path());
    let line = after.lines().find(|line| line.starts_with("nagelezen:")).unwrap();
    assert_eq!(after.replacen(&format!("{line}\n"), "", 1), before, "nothing else changed");
    assert!(review(folder.path(), "nooit gevraagd").contains("Deze tekst is al nagelezen."));
}

#[test]
fn without_a_terminal_nobody_can_say_that_a_text_was_read() {
    let folder = register();
    let before = file(folder.path());
    let mut command = klacht(folder.path(), &["review", "2026-014"]);
    let mut child = command.stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(b"ja\n").unwrap();
    let output = child.wait_with_output().unwrap();
    let shown = String::from_utf8(output.stdout).unwrap();
    assert!(shown.contains("Er is niets vastgelegd") && !shown.contains(QUESTION), "{shown}");
    assert_eq!(file(folder.path()), before);
}

#[test]
fn a_text_that_changes_while_someone_reads_is_not_the_one_that_was_read() {
    let folder = register();
    let folder = folder.path();
    let (shown, status) = review_while(folder, "ja", || change(folder, "kwam te laat", "kwam veel te laat"));
    assert_eq!(status, Some(2), "{shown}");
    assert!(shown.contains("veranderd terwijl u las"), "{shown}");
    assert!(file(folder).contains("kwam veel te laat") && !file(folder).contains("nagelezen"));
}

#[test]
fn a_complaint_in_which_it_is_not_certain_what_to_mask_is_not_read_over() {
    let folder = register();
    change(folder.path(), "  naam: Fatima", "  name: Fatima");
    let output = run(folder.path(), &["review", "2026-014"]);
    assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(1), &b""[..]));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("niet zeker wat verborgen moet blijven"), "{said}");
}

#[test]
fn a_text_that_steers_the_terminal_hides_nothing_from_the_reader() {
    let folder = register();
    change(folder.path(), "kwam te laat", "kwam\u{1b}[2K\u{1b}[1A te\u{202e} laat");
    let shown = review(folder.path(), "nee");
    assert!(shown.contains("kwam\u{fffd}[2K\u{fffd}[1A te\u{fffd} laat"), "{shown}");
}

#[test]
fn what_was_read_stands_until_the_text_or_what_is_masked_in_it_changes() {
    let folder = register();
    let folder = folder.path();
    review(folder, "ja");
    assert!(!has_lapsed(folder));
    change(folder, "afgehandeld: 2026-11-18\n", "afgehandeld: 2026-11-18\ndirecteur-geinformeerd: 2026-11-19\n");
    assert!(!has_lapsed(folder), "a date is no text");
    build(folder);
    assert!(page(folder, "klachten/2026-014.html").contains(">nagelezen<"));
    assert!(page(folder, "klachten/2026-003.html").contains(">automatisch geanonimiseerd<"));
    assert!(page(folder, "index.html").contains("Bij 1 van de 2 klachten heeft niemand dat nagekeken."));
    assert!(page(folder, "teamoverleg/2026-Q4.html").contains(">nagelezen<"));
    for (from, to) in [
        ("Let op de", "Let heel goed op de"),
        ("onderwerp: Over", "onderwerp: Iets over"),
        ("reden: De", "reden: Onze"),
        ("wat: Een", "wat: Nog een"),
        ("---\n\nVooraf", "anonimiseren: [planbord]\n---\n\nVooraf"),
    ] {
        let right = file(folder);
        change(folder, from, to);
        assert!(has_lapsed(folder), "{to}");
        build(folder);
        assert!(!page(folder, "klachten/2026-014.html").contains(">nagelezen<"), "{to}");
        fs::write(folder.join("complaints/2026/2026-014.md"), right).unwrap();
        assert!(!has_lapsed(folder));
    }
}

#[test]
fn set_tells_that_a_text_is_no_longer_the_one_that_was_read_and_reads_nothing_over() {
    let folder = register();
    let folder = folder.path();
    review(folder, "ja");
    let set = |change: &str| {
        let output = run(folder, &["set", "2026-014", change]);
        (output.status.code(), String::from_utf8([output.stdout, output.stderr].concat()).unwrap())
    };
    let (status, told) = set("directeur-geinformeerd=2026-11-19");
    assert!(status == Some(0) && !told.contains("K304"), "a date is no text: {told}");
    let (status, told) = set("onderwerp=Over iets anders");
    assert!(status == Some(0) && told.contains("waarschuwing[K304]"), "{told}");
    let (status, told) = set("onderwerp=Over nog iets anders");
    assert!(status == Some(0) && !told.contains("K304"), "said once: {told}");
    let before = file(folder);
    let (status, told) = set("nagelezen=0123456789abcdef");
    assert!(status == Some(2) && told.contains("klacht review"), "{told}");
    assert_eq!(file(folder), before);
    let (status, told) = set("nagelezen=");
    assert!(status == Some(0) && !file(folder).contains("nagelezen: "), "{told}");
}

#[test]
fn no_byte_of_an_unread_text_leaves_where_the_office_asks_for_reading() {
    let folder = register();
    let folder = folder.path();
    build(folder);
    let told = telling(&folder.join("site"));
    for path in ["index.html", "klachten/2026-014.html", "teamoverleg/2026-Q4.html", "zoeken/2026.js", "register.csv"] {
        assert!(told.iter().any(|told| told == path), "{path} tells it otherwise: {told:?}");
    }
    // A setting that is wrong may have meant this one.
    for setting in
        ["vrije-tekst: na-controle\n", "vrije-tekst: na-controlle\n", "vrije-tekts: automatisch\n", "a: b: c\n"]
    {
        fs::write(folder.join("complaints/protocol.yaml"), setting).unwrap();
        let said = String::from_utf8(build(folder).stdout).unwrap();
        assert!(said.contains("2 klachten staan er zonder tekst in"), "{said}");
        assert_eq!(telling(&folder.join("site")), [""; 0], "{setting}");
        assert!(page(folder, "klachten/2026-014.html").contains("Deze tekst is nog niet nagelezen."));
    }
    fs::write(folder.join("complaints/protocol.yaml"), "vrije-tekst: na-controle\n").unwrap();
    let management = run(folder, &["build", "--audience", "management", "--out", "vertrouwelijk"]);
    assert!(management.status.success(), "{}", String::from_utf8_lossy(&management.stderr));
    assert!(telling(&folder.join("vertrouwelijk")).contains(&"klachten/2026-014.html".to_owned()));
    review(folder, "ja");
    build(folder);
    assert_eq!(telling(&folder.join("site")), told, "what was read is shown");
    change(folder, "Let op de", "Let heel goed op de");
    build(folder);
    assert_eq!(telling(&folder.join("site")), [""; 0], "and no longer once it has changed");
}
