//! The pages for the management: everything is on them, each page says that it is confidential, and they
//! go nowhere where others would come upon them.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde::Deserialize;
use walkdir::WalkDir;

use crate::{TODAY, in_tree};

#[derive(Deserialize)]
struct Form {
    nummer: String,
    indiener: Complainant,
    ontvanger: String,
    behandelaar: Option<String>,
}

#[derive(Deserialize)]
struct Complainant {
    naam: String,
    telefoon: String,
}

fn build(register: &Path, out: &Path, audience: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_klacht"))
        .args(["--today", TODAY, "--register"])
        .arg(register)
        .args(["build", "--audience", audience, "--out"])
        .arg(out)
        .output()
        .unwrap()
}

fn git(folder: &Path, arguments: &[&str]) {
    let done = Command::new("git").arg("-C").arg(folder).args(arguments).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

fn complaint(out: &Path, number: &str) -> String {
    fs::read_to_string(out.join(format!("klachten/{number}.html"))).unwrap()
}

#[test]
fn the_page_of_a_complaint_is_the_whole_form() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("vertrouwelijk");
    let register = in_tree("complaints");
    assert!(build(&register, &out, "management").status.success());
    let files = WalkDir::new(&register).into_iter().map(Result::unwrap);
    let mut forms = 0;
    for entry in files.filter(|entry| entry.path().extension().is_some_and(|end| end == "md")) {
        let text = fs::read_to_string(entry.path()).unwrap().replace("\r\n", "\n");
        let yaml = text.trim_start_matches('\u{feff}').split("---\n").nth(1).unwrap();
        let form: Form = serde_yaml::from_str(yaml).unwrap();
        let page = complaint(&out, &form.nummer).replace("&#39;", "'").replace("&#x27;", "'").replace("&amp;", "&");
        let cell = |name: &str, value: &str| {
            let value = if ["anoniem", "onbekend"].contains(&value) { "onbekend" } else { value };
            assert!(page.contains(&format!("<dt>{name}</dt><dd>{value}</dd>")), "{}: {name}", form.nummer);
        };
        cell("Naam indiener", &form.indiener.naam);
        cell("Telefoonnummer", &form.indiener.telefoon);
        cell("Naam ontvanger", &form.ontvanger);
        assert!(page.contains("<dt>Datum oplossing</dt><dd>"), "{}", form.nummer);
        cell("Behandelaar", form.behandelaar.as_deref().unwrap_or("nog niemand"));
        assert!(page.contains(&format!("<dt>Nummer klacht</dt><dd class=\"number\">{}</dd>", form.nummer)));
        assert!(page.contains("<h3>Omschrijving</h3>"), "{}", form.nummer);
        assert!(!page.contains("[indiener]") && !page.contains("geanonimiseerd"), "{}", form.nummer);
        forms += 1;
    }
    assert!(forms >= 40);
    for page in WalkDir::new(&out).into_iter().map(Result::unwrap) {
        if page.path().extension().is_some_and(|end| end == "html") {
            let text = fs::read_to_string(page.path()).unwrap();
            assert!(text.contains("Vertrouwelijk: alleen voor directie en behandelaars"), "{}", page.path().display());
        }
    }
}

#[test]
fn what_a_complainant_wrote_is_text_there_as_well() {
    let folder = tempfile::tempdir().unwrap();
    let register = folder.path().join("complaints");
    fs::create_dir_all(register.join("2026")).unwrap();
    fs::write(
        register.join("2026/2026-001.md"),
        "---\nnummer: 2026-001\nontvangen: 2026-11-20\nkanaal: brief\nbetreft: wijze\nonderwerp: <b>Hoi</b>\n\
         indiener:\n  naam: \"<script>alert(1)</script>\"\n  telefoon: 020 555 01 23\nontvanger: Jan de Vries\n---\n\n\
         ## Omschrijving\n\n<script>alert(2)</script> [klik](javascript:alert(3))\n",
    )
    .unwrap();
    let out = folder.path().join("vertrouwelijk");
    assert!(build(&register, &out, "management").status.success());
    let page = complaint(&out, "2026-001");
    assert!(page.contains("&lt;script&gt;"));
    assert!(!page.contains("<script>") && !page.contains("href=\"javascript") && !page.contains("<b>"));
}

#[test]
fn why_a_complaint_is_kept_longer_is_told_to_the_management_alone() {
    let folder = tempfile::tempdir().unwrap();
    let register = folder.path().join("complaints");
    fs::create_dir_all(register.join("2026")).unwrap();
    let hold = "bewaren-tot: 2029-06-30\nbewaren-reden: De kwikstaart is nog bij de rechter\nkanaal:";
    let text = fs::read_to_string(in_tree("tests/rules/k304/right/2026/2026-014.md")).unwrap();
    fs::write(register.join("2026/2026-014.md"), text.replacen("kanaal:", hold, 1)).unwrap();
    fs::copy(in_tree("tests/rules/k304/right/medewerkers.yaml"), register.join("medewerkers.yaml")).unwrap();
    let (own, team) = (folder.path().join("vertrouwelijk"), folder.path().join("site"));
    assert!(build(&register, &own, "management").status.success());
    let told = "<dt>Bewaren tot en met</dt><dd>30 juni 2029: De kwikstaart is nog bij de rechter</dd>";
    assert!(complaint(&own, "2026-014").contains(told), "{}", complaint(&own, "2026-014"));
    assert!(build(&register, &team, "team").status.success());
    for entry in WalkDir::new(&team).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file()) {
        let text = fs::read(entry.path()).unwrap();
        assert!(!String::from_utf8_lossy(&text).contains("kwikstaart"), "{}", entry.path().display());
    }
}

#[test]
fn a_form_with_gaps_is_still_a_form() {
    let folder = tempfile::tempdir().unwrap();
    let register = folder.path().join("complaints");
    fs::create_dir_all(register.join("2026")).unwrap();
    fs::write(
        register.join("2026/2026-001.md"),
        "---\nnummer: 2026-001\nontvangen: 2027-08-03\nkanaal: brief\nbetreft: wijze\nindiener: {naam: onbekend, telefoon: onbekend}\n\
         ontvanger: Jan de Vries\n---\n\n## Omschrijving\n\nDie dag moet nog komen.\n",
    )
    .unwrap();
    let out = folder.path().join("vertrouwelijk");
    let output = build(&register, &out, "management");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let page = complaint(&out, "2026-001");
    for (name, gap) in [
        ("Datum ontvangst", "niet ingevuld"),
        ("Naam indiener", "onbekend"),
        ("Oorzaak", "nog niet vastgesteld"),
        ("Datum oplossing", "nog geen oplossing voorgesteld"),
    ] {
        assert!(page.contains(&format!("<dt>{name}</dt><dd>{gap}</dd>")), "{name}");
    }
}

#[test]
fn it_goes_to_no_folder_that_others_would_read() {
    let folder = tempfile::tempdir().unwrap();
    let (project, outside) = (folder.path().join("project"), folder.path().join("buiten"));
    fs::create_dir_all(&project).unwrap();
    git(&project, &["init", "--quiet"]);
    let register = in_tree("tests/site/complaints");
    let refused = |out: &Path, audience: &str, why: &str| {
        let output = build(&register, out, audience);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{}: {told}", out.display());
        assert!(told.contains(why), "{told}");
    };

    refused(&project.join("vertrouwelijk"), "management", "zou met git worden bewaard");
    assert!(!project.join("vertrouwelijk").exists());
    fs::write(project.join(".gitignore"), "/vertrouwelijk/\n").unwrap();
    assert!(build(&register, &project.join("vertrouwelijk"), "management").status.success());
    // What git follows already it goes on following, whatever .gitignore says.
    fs::create_dir(project.join("gevolgd")).unwrap();
    fs::write(project.join("gevolgd/index.html"), "").unwrap();
    git(&project, &["add", "gevolgd"]);
    fs::write(project.join(".gitignore"), "/gevolgd/\n").unwrap();
    refused(&project.join("gevolgd"), "management", "zou met git worden bewaard");

    assert!(build(&register, &outside, "team").status.success());
    refused(&outside, "management", "voor anderen is gemaakt");
    refused(&outside.join("klachten/vertrouwelijk"), "management", "een site die klacht heeft gemaakt");
    assert!(fs::read_to_string(outside.join(".klacht-site")).unwrap().contains("doelgroep: team"));

    let confidential = folder.path().join("vertrouwelijk");
    assert!(build(&register, &confidential, "management").status.success());
    refused(&confidential, "team", "voor anderen is gemaakt");
}
