//! Letters: what a mail program reads in a draft, and where a draft may lie.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use klacht::complaint::Name;
use klacht::letter::{Case, Kind, Letter, NewDate, Templates};
use klacht::personal::Disclosure;
use klacht::register::{self, Record, Register};
use mailparse::{MailHeaderMap, ParsedMail, SingleInfo, addrparse_header, parse_mail};
use proptest::prelude::*;

use crate::{TODAY, in_tree, today};

/// Every header that a draft may have, in small letters.
const HEADERS: [&str; 9] = [
    "content-language",
    "content-transfer-encoding",
    "content-type",
    "date",
    "from",
    "mime-version",
    "subject",
    "to",
    "x-unsent",
];

fn case<'r>(register: &'r Register, record: &'r Record) -> Case<'r> {
    Case {
        text: record.file.text(),
        complaint: &record.complaint,
        timeline: &record.timeline,
        status: record.status,
        protocol: register.protocol(),
        staff: register.staff(),
        today: register.today,
    }
}

/// The one address in a header.
fn address(mail: &ParsedMail<'_>, header: &str) -> SingleInfo {
    let header = mail.headers.get_first_header(header).unwrap();
    addrparse_header(header).unwrap().extract_single_info().unwrap()
}

/// Reads a draft as a mail program does, and looks at what must hold for each.
fn open(bytes: &[u8]) -> ParsedMail<'_> {
    let mail = parse_mail(bytes).unwrap();
    let names: Vec<String> = mail.headers.iter().map(|header| header.get_key().to_lowercase()).collect();
    let unique: BTreeSet<&str> = names.iter().map(String::as_str).collect();
    assert_eq!(names.len(), unique.len(), "{names:?}");
    assert!(unique.iter().all(|name| HEADERS.contains(name)), "{names:?}");
    assert_eq!(mail.headers.get_first_value("X-Unsent").as_deref(), Some("1"));
    let longest = bytes.split(|&byte| byte == b'\n').map(<[u8]>::len).max();
    assert!(longest < Some(100), "{longest:?}");
    mail
}

#[test]
fn every_letter_of_a_register_reads_as_it_was_meant() {
    let register = register::load(&in_tree("complaints"), today()).unwrap();
    let templates = Templates::read(None).unwrap();
    let new_date = NewDate { until: today().succ_opt(), reason: None };
    let mut written = BTreeSet::new();
    for record in register.records() {
        let complaint = &record.complaint;
        let number = complaint.number.given().unwrap();
        for kind in Kind::ALL {
            let Ok(letter) = Letter::about(kind, case(&register, record), &new_date) else { continue };
            let draft = letter.draft(&Disclosure::to_management(), &templates).unwrap();
            written.insert(kind.word());
            let Some(email) = complaint.complainant.email.given() else {
                assert_eq!(draft.extension(), "txt");
                continue;
            };
            let mail = open(draft.bytes());
            let (from, to) = (address(&mail, "From"), address(&mail, "To"));
            let Some(Name::Known(name)) = complaint.complainant.name.given() else { panic!("{number}") };
            assert_eq!((to.display_name.as_deref(), to.addr.as_str()), (Some(name.reveal()), email.address().reveal()));
            assert_eq!(
                (from.display_name.as_deref(), from.addr.as_str()),
                (Some("Bureau WENB"), "klachten@wenb.example.nl")
            );
            assert_eq!(mail.headers.get_first_value("Subject"), Some(format!("Uw klacht {number}")));
            assert_eq!(mail.headers.get_first_value("Date").as_deref(), Some("Mon, 23 Nov 2026 12:00:00 +0000"));
            let body = mail.get_body().unwrap().replace("\r\n", "\n");
            assert!(body.starts_with(&format!("Beste {},\n\n", name.reveal())), "{number}: {body}");
            assert!(body.contains(number.as_str()) && body.ends_with("\nBureau WENB\n"), "{number}: {body}");
            for slip in ["\n\n\n", " \n", "  ", "{", "null", "None", " .", " ,", "<!--"] {
                assert!(!body.contains(slip), "{number} {}: {slip:?} in {body}", kind.word());
            }
        }
    }
    assert_eq!(written.len(), Kind::ALL.len(), "{written:?}");
}

/// A register of one complaint whose complainant and office have these names.
fn register_of(folder: &Path, name: &str, office: &str) -> Register {
    let quoted = |text: &str| serde_json::to_string(text).unwrap();
    fs::create_dir_all(folder.join("2026")).unwrap();
    fs::write(
        folder.join("protocol.yaml"),
        format!("afzender:\n  naam: {}\n  e-mail: info@example.nl\n", quoted(office)),
    )
    .unwrap();
    fs::write(
        folder.join("2026/2026-001.md"),
        format!(
            "---\nnummer: 2026-001\nontvangen: 2026-11-20\nkanaal: e-mail\nbetreft: wijze\nindiener:\n  naam: {}\n  \
             telefoon: onbekend\n  e-mail: iemand@example.org\nontvanger: {}\n---\n\n## Omschrijving\n\nTekst.\n",
            quoted(name),
            quoted(name),
        ),
    )
    .unwrap();
    register::load(folder, today()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]
    #[test]
    fn no_name_can_add_a_header_or_a_recipient(
        name in "(\\PC|[\r\n\t\u{0}\u{85}\u{2028}\"<>,;:@\\\\ ]|\r\nBcc: x@example\\.com|=\\?utf-8\\?Q\\?=0ABcc\\?=){1,60}",
        office in "\\PC{1,200}|(Bureau\r\n ?){1,3}(Bcc: )?x@example\\.com",
    ) {
        let folder = tempfile::tempdir().unwrap();
        let register = register_of(folder.path(), &name, &office);
        let Some(record) = register.records().next() else { return Ok(()) };
        let Ok(letter) = Letter::about(Kind::Confirmation, case(&register, record), &NewDate::default()) else { return Ok(()) };
        let draft = letter.draft(&Disclosure::to_management(), &Templates::read(None).unwrap()).unwrap();
        let mail = open(draft.bytes());
        prop_assert_eq!(address(&mail, "To").addr, "iemand@example.org");
        prop_assert_eq!(address(&mail, "From").addr, "info@example.nl");
        prop_assert_eq!(mail.headers.get_first_value("Subject"), Some("Uw klacht 2026-001".to_owned()));
    }
}

fn klacht(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_klacht"))
        .current_dir(folder)
        .args(["--today", TODAY])
        .args(arguments)
        .output()
        .unwrap()
}

fn git(folder: &Path, arguments: &[&str]) {
    let done = Command::new("git").arg("-C").arg(folder).args(arguments).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

#[test]
fn a_draft_goes_to_no_folder_that_git_takes_up_and_takes_the_place_of_none() {
    let folder = tempfile::tempdir().unwrap();
    let (project, drafts) = (folder.path(), folder.path().join("brieven"));
    drop(register_of(&project.join("complaints"), "Özlem Çelik", "Bureau"));
    git(project, &["init", "--quiet"]);
    let refused = klacht(project, &["confirm", "2026-001"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("zou met git worden bewaard"));
    assert!(!drafts.exists());

    fs::write(project.join(".gitignore"), "/brieven/\n").unwrap();
    assert!(klacht(project, &["confirm", "2026-001"]).status.success());
    fs::write(drafts.join("2026-001-bevestiging.eml"), "verbeterd").unwrap();
    let second = klacht(project, &["confirm", "2026-001"]);
    assert!(String::from_utf8_lossy(&second.stdout).contains("brieven/2026-001-bevestiging-2.eml"));
    assert_eq!(fs::read_to_string(drafts.join("2026-001-bevestiging.eml")).unwrap(), "verbeterd");
    let told = String::from_utf8_lossy(&second.stdout).into_owned();
    assert!(!told.contains("Çelik") && !told.contains("iemand@"), "{told}");
}

#[test]
fn an_office_writes_its_own_letters_and_keeps_what_it_leaves() {
    let folder = tempfile::tempdir().unwrap();
    let project = folder.path();
    drop(register_of(&project.join("complaints"), "Özlem Çelik", "Bureau"));
    let letters = project.join("templates/brieven");
    fs::create_dir_all(&letters).unwrap();
    fs::write(letters.join("aanhef.txt"), "\u{feff}Goedendag {{ indiener }},\r\n").unwrap();
    assert!(klacht(project, &["confirm", "2026-001"]).status.success());
    let draft = fs::read(project.join("brieven/2026-001-bevestiging.eml")).unwrap();
    let body = parse_mail(&draft).unwrap().get_body().unwrap();
    assert!(body.starts_with("Goedendag Özlem Çelik,\r\n\r\nOp vrijdag 20 november 2026"), "{body}");

    fs::write(letters.join("slot.txt"), "Groet,\n{{ indienster }\n").unwrap();
    let broken = klacht(project, &["confirm", "2026-001"]);
    assert_eq!(broken.status.code(), Some(2));
    let told = String::from_utf8_lossy(&broken.stderr).into_owned();
    assert!(told.contains("slot.txt klopt niet (regel 2, kolom"), "{told}");
}
