//! `klacht build` on real registers: what is published, what is not, and what stays.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use klacht::complaint::{Name, Phone};
use klacht::personal::Personal;
use klacht::register;
use regex::Regex;
use walkdir::WalkDir;

use crate::{TODAY, in_tree, today};

const RIGHT: &str = "---
nummer: 2026-001
ontvangen: 2026-08-03
kanaal: e-mail
betreft: tijdigheid
onderwerp: Advies voor Fatima kwam te laat
indiener:
  naam: Fatima el Amrani
  telefoon: 06 12 34 56 78
  e-mail: f.elamrani@example.nl
ontvanger: Jan de Vries
behandelaar: Sanne Bakker
geregistreerd: 2026-08-04
bevestigd: 2026-08-04
contact: 2026-08-05
oorzaak: planning
afgehandeld: 2026-08-14
directeur-geinformeerd: 2026-08-17
maatregelen:
  - wat: Sanne Bakker zet de datum op het bord
    wie: Sanne Bakker
    voor: 2026-09-01
---
Vooraf belde mevrouw El Amrani.

## Omschrijving
Jan de Vries beloofde het advies, maar het kwam niet.

## Oorzaak
Het stond niet op het bord.

## Voorgestelde oplossing
Excuses, en het advies van Jan.

## Brief van Fatima
Een kopje dat niemand kent.
";

/// A folder with a register `complaints` in it.
struct Office {
    folder: tempfile::TempDir,
}

impl Office {
    fn new(complaints: &[(&str, &str)]) -> Self {
        let office = Self { folder: tempfile::tempdir().unwrap() };
        let staff = "- naam: Jan de Vries\n  functie: medewerker\n- naam: Sanne Bakker\n  functie: directeur\n";
        office.write("complaints/medewerkers.yaml", staff);
        for (number, text) in complaints {
            office.write(&format!("complaints/2026/{number}.md"), text);
        }
        office
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn build(&self, arguments: &[&str]) -> Output {
        klacht(self.folder.path(), arguments)
    }

    fn page(&self, path: &str) -> String {
        fs::read_to_string(self.path("site").join(path)).unwrap()
    }
}

fn klacht(folder: &Path, arguments: &[&str]) -> Output {
    let program = env!("CARGO_BIN_EXE_klacht");
    Command::new(program).current_dir(folder).args(["build", "--today", TODAY]).args(arguments).output().unwrap()
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// Every file of a site with its bytes.
fn files(site: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let entries = WalkDir::new(site).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    entries.map(|entry| (entry.path().to_owned(), fs::read(entry.path()).unwrap())).collect()
}

#[test]
fn no_identity_of_the_register_that_comes_with_klacht_leaves_it() {
    let folder = tempfile::tempdir().unwrap();
    let complaints = in_tree("complaints");
    let output = klacht(folder.path(), &["--register", complaints.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    let register = register::load(&complaints, today()).unwrap();
    let mut known: Vec<Personal> =
        register.staff().unwrap().members().iter().map(|member| member.name.clone()).collect();
    for record in register.records() {
        let complainant = &record.complaint.complainant;
        let name =
            complainant.name.given().and_then(|name| if let Name::Known(name) = name { Some(name) } else { None });
        let phone = complainant
            .phone
            .given()
            .and_then(|phone| if let Phone::Known(phone) = phone { Some(phone) } else { None });
        let email = complainant.email.given().map(klacht::complaint::Email::address);
        let others = [&complainant.organisation, &complainant.address].map(klacht::yaml::Field::given);
        known.extend(others.into_iter().chain([name, phone, email]).flatten().cloned());
    }
    assert!(known.len() > 100);
    let site = files(&folder.path().join("site"));
    assert_eq!(site.keys().filter(|path| path.parent().unwrap().ends_with("klachten")).count(), register.entries.len());
    for (path, bytes) in site {
        let text = String::from_utf8_lossy(&bytes);
        for word in &known {
            assert!(!text.contains(word.reveal()), "a name in {}", path.display());
        }
    }
}

#[test]
fn everything_that_was_written_is_shown_and_nobody_is_named() {
    let office = Office::new(&[("2026-001", RIGHT)]);
    let output = office.build(&[]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    let page = office.page("klachten/2026-001.html");
    for shown in [
        "Advies voor [indiener] kwam te laat",
        "Vooraf",
        "[indiener]",
        "Brief van [indiener]",
        "Een kopje dat niemand kent.",
        "zet de datum op het bord",
        "directeur",
    ] {
        assert!(page.contains(shown), "{shown} in {page}");
    }
    assert!(!page.contains("Sanne") && !page.contains("Amrani"));
}

#[test]
fn the_report_for_the_meeting_names_months_and_no_days() {
    let office = Office::new(&[("2026-001", RIGHT)]);
    office.build(&[]);
    let day = Regex::new(r"\d{1,2} (januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)|\d{4}-\d\d-\d\d").unwrap();
    for report in ["2026-Q3", "2026-Q4", "sinds-vorig-overleg"] {
        let page = office.page(&format!("teamoverleg/{report}.html"));
        let main = &page[page.find("<main").unwrap()..page.find("</main>").unwrap()];
        assert!(main.contains("2026-001"), "not discussed, so in {report}");
        assert!(main.contains("augustus 2026"));
        assert!(!day.is_match(main), "{report}: {:?}", day.find(main));
    }
}

#[test]
fn what_was_discussed_leaves_the_report_since_the_last_meeting_and_stays_in_that_of_its_quarter() {
    let discussed =
        RIGHT.replace("2026-001", "2026-002").replace("maatregelen:", "besproken: 2026-09-17\nmaatregelen:");
    let office = Office::new(&[("2026-001", RIGHT), ("2026-002", &discussed)]);
    office.build(&[]);
    for (report, told) in
        [("2026-Q3", [true, true]), ("2026-Q4", [true, false]), ("sinds-vorig-overleg", [true, false])]
    {
        let page = office.page(&format!("teamoverleg/{report}.html"));
        let is_told = ["2026-001", "2026-002"].map(|number| page.contains(&format!("<h3 id=\"k{number}\"")));
        assert_eq!(is_told, told, "{report}");
    }
    let page = office.page("teamoverleg/sinds-vorig-overleg.html");
    for said in [
        "was in september 2026.",
        "In augustus kwam per e-mail een klacht binnen over de tijdigheid.",
        "Een medewerker zou dit uiterlijk in september doen. Het is nog niet gedaan.",
    ] {
        assert!(page.contains(said), "{said}");
    }
}

#[test]
fn a_quarter_of_five_hundred_complaints_is_a_report_of_less_than_a_megabyte_that_names_them_all() {
    let cause =
        "Jan de Vries beloofde het advies op tijd, maar het kwam niet en niemand belde om dat te zeggen. ".repeat(8);
    let numbers: Vec<String> = (1..=500).map(|serial| format!("2026-{serial:03}")).collect();
    let text = |number: &String| {
        let dated = RIGHT.replace("2026-001", number).replace("2026-08-", "2026-10-");
        dated.replace("Het stond niet op het bord.", &cause)
    };
    let texts: Vec<String> = numbers.iter().map(text).collect();
    let complaints: Vec<(&str, &str)> =
        numbers.iter().zip(&texts).map(|(at, text)| (at.as_str(), text.as_str())).collect();
    let office = Office::new(&complaints);
    let output = office.build(&[]);
    assert!(output.status.success(), "{}", told(&output));
    for report in ["2026-Q4", "sinds-vorig-overleg"] {
        let page = office.page(&format!("teamoverleg/{report}.html"));
        assert!(page.len() < 1_000_000, "{report}: {} bytes", page.len());
        assert!(numbers.iter().all(|number| page.contains(&format!("klachten/{number}.html"))), "{report}");
    }
}

#[test]
fn an_unsafe_record_blocks_a_build_unless_it_is_left_out() {
    let wrong = RIGHT.replace("2026-001", "2026-002").replace("  naam: Fatima", "  name: Fatima");
    let office = Office::new(&[("2026-001", RIGHT), ("2026-002", &wrong), ("klad Jan de Vries", "geen klacht")]);
    let output = office.build(&[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(!office.path("site").exists());
    assert!(told(&output).contains("2026-002") && !told(&output).contains("Jan"), "{}", told(&output));
    let output = office.build(&["--keep-going"]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    assert!(told(&output).contains("2 klachtbestanden zijn weggelaten"));
    let page = office.page("index.html");
    assert!(page.contains("K002") && page.contains("K001") && page.contains("niet volledig"));
    assert!(!office.path("site/klachten/2026-002.html").exists());
}

#[test]
fn a_staff_list_that_cannot_be_read_blocks_every_build() {
    let office = Office::new(&[("2026-001", RIGHT)]);
    office.write("complaints/medewerkers.yaml", "- naam: [Jan, de Vries\n");
    let output = office.build(&["--keep-going"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(told(&output).contains("medewerkers.yaml"));
}

#[test]
fn findings_do_not_block_a_build() {
    for (right, wrong) in [
        ("ontvangen: 2026-08-03", "ontvangen: 2027-08-03"),
        ("afgehandeld: 2026-08-14", "afgehandeld: gisteren"),
        ("kanaal: e-mail", "kanaal: fax"),
        ("betreft: tijdigheid", "betreft: [Fatima]"),
        ("contact: 2026-08-05", "beroep: ja"),
        ("contact: 2026-08-05", "overschrijdingen: [{reden: ziek}]"),
        ("    voor: 2026-09-01", "    voor: straks"),
        ("  - wat: Sanne Bakker zet de datum op het bord\n    wie", "  - wie"),
        ("## Omschrijving\n", ""),
    ] {
        assert!(RIGHT.contains(right), "{right}");
        let office = Office::new(&[("2026-001", &RIGHT.replacen(right, wrong, 1))]);
        let output = office.build(&[]);
        assert_eq!(output.status.code(), Some(0), "{wrong}: {}", told(&output));
        assert!(!office.page("klachten/2026-001.html").contains("Fatima"), "{wrong}");
    }
}

#[test]
fn the_front_page_says_what_must_happen_now_in_order_of_days() {
    let office = Office::new(&[("2026-001", RIGHT)]);
    let urgent = RIGHT.replace("2026-001", "2026-002").replace("2026-08-03", "2026-11-18");
    let urgent = &urgent[..urgent.find("geregistreerd").unwrap()];
    office.write("complaints/2026/2026-002.md", &format!("{urgent}---\n## Omschrijving\nTe laat.\n"));
    office.build(&[]);
    let page = office.page("index.html");
    let told: Vec<&str> = Regex::new(r#"<span class="badge \w+">([^<]+)</span>|klachten/[\d-]+\.html">([^<,]+), "#)
        .unwrap()
        .captures_iter(&page[..page.find("id=\"cijfers\"").unwrap()])
        .map(|found| found.get(1).or(found.get(2)).unwrap().as_str())
        .collect();
    let expected = [
        ["83 dagen te laat", "maatregel uitvoeren"],
        ["73 dagen te laat", "nazorg doen"],
        ["1 werkdag te laat", "ontvangst bevestigen"],
        ["1 werkdag te laat", "klacht registreren"],
    ];
    assert_eq!(told, expected.concat());
}

#[test]
fn the_page_of_a_complaint_says_what_comes_first() {
    let fresh = RIGHT.replace("2026-001", "2026-002").replace("2026-08-03", "2026-11-23");
    let fresh = format!("{}---\n## Omschrijving\nTe laat.\n", &fresh[..fresh.find("geregistreerd").unwrap()]);
    let all_done = "    gereed: 2026-08-31\nnazorg:\n  datum: 2026-08-20\n  tevreden: ja\n---\nVooraf";
    let all_done = RIGHT.replace("2026-001", "2026-003").replace("---\nVooraf", all_done);
    let office = Office::new(&[("2026-001", RIGHT), ("2026-002", &fresh), ("2026-003", &all_done)]);
    office.build(&[]);
    let step = Regex::new(r#"<p class="next-step[^"]*"><strong>Volgende stap:</strong> (.*)</p>"#).unwrap();
    let tags = Regex::new("<[^>]*>").unwrap();
    for (number, words) in [
        ("2026-001", "maatregel uitvoeren, uiterlijk 1 september 2026 83 dagen te laat"),
        ("2026-002", "ontvangst bevestigen, uiterlijk 25 november 2026 nog 2 werkdagen"),
        ("2026-003", "klacht sluiten nog te doen"),
    ] {
        let page = office.page(&format!("klachten/{number}.html"));
        let told = step.captures(&page).map(|found| tags.replace_all(&found[1], "").into_owned());
        assert_eq!(told.as_deref(), Some(words), "{number}");
    }
}

#[test]
fn a_register_without_complaints_gives_a_site() {
    let office = Office::new(&[]);
    assert_eq!(office.build(&[]).status.code(), Some(0));
    assert!(office.page("index.html").contains("nog geen klachten"));
}
