//! The house style of an office: what `docs/uiterlijk.md` tells works as it stands there, and a wrong setting changes
//! nothing but itself.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use klacht::protocol::{Colour, Paper};
use regex::Regex;

use crate::{TODAY, in_tree};

const LOGO: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 120 40\"></svg>";

/// An office with one complaint in a folder of its own.
struct Office(tempfile::TempDir);

impl Office {
    fn new() -> Self {
        let office = Self(tempfile::tempdir().unwrap());
        for name in ["medewerkers.yaml", "2026/2026-014.md"] {
            let text = fs::read_to_string(in_tree("tests/site/complaints").join(name)).unwrap();
            office.put(&format!("complaints/{name}"), &text);
        }
        office
    }

    fn put(&self, path: &str, text: &str) {
        let path = self.0.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn klacht(&self, arguments: &[&str]) -> Output {
        let mut klacht = Command::new(env!("CARGO_BIN_EXE_klacht"));
        klacht.args(["--today", TODAY]).args(arguments).current_dir(self.0.path()).output().unwrap()
    }

    fn build(&self) {
        let output = self.klacht(&["build"]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }

    fn page(&self, path: &str) -> String {
        fs::read_to_string(self.0.path().join("site").join(path)).unwrap()
    }
}

/// The examples of the guide: the file that each is for, and its text.
fn examples() -> Vec<(String, String)> {
    let guide = fs::read_to_string(in_tree("docs/uiterlijk.md")).unwrap();
    let example = Regex::new("`([a-z/]+\\.[a-z]+)`:\n\n```(?:yaml|css|html)\n((?s).*?)```").unwrap();
    example.captures_iter(&guide).map(|found| (found[1].to_owned(), found[2].to_owned())).collect()
}

#[test]
fn the_examples_of_the_guide_do_what_it_says() {
    let office = Office::new();
    office.put("complaints/logo.svg", LOGO);
    let examples = examples();
    let paths: Vec<&str> = examples.iter().map(|(path, _)| path.as_str()).collect();
    let expected =
        ["complaints/protocol.yaml", "templates/eigen.css", "templates/base.html", "templates/complaint.html"];
    assert_eq!(paths, expected);
    for (path, text) in &examples {
        office.put(path, text);
    }
    office.build();
    let (front, complaint) = (office.page("index.html"), office.page("klachten/2026-014.html"));
    for page in [&front, &complaint] {
        assert!(page.contains("– Klachten en verbeterpunten Bureau Voorbeeld</title>"), "the name");
        assert!(page.contains("logo.svg\" alt=\"Bureau Voorbeeld\" width=\"120\" height=\"40\">"), "the logo");
        assert!(page.contains("<p>Gemaakt op <time datetime=\"2026-11-23\">23 november 2026</time>. Vragen?"));
        assert!(!page.contains("geanonimiseerd (gepseudonimiseerd)") && page.contains("Naar de inhoud"));
    }
    assert!(complaint.contains("<p class=\"explain\">Klacht 2026-014, gelezen in het kader van het teamoverleg.</p>"));
    assert!(complaint.contains("<h1>") && !front.contains("gelezen in het kader"));
    let css = office.page("style.css");
    assert!(css.contains(":root { --accent: #7a1f5c; }") && css.ends_with(&examples[1].1));
    assert_eq!((office.page("logo.svg"), office.page("icon.svg")), (LOGO.to_owned(), LOGO.to_owned()));
}

/// The rows of the table under this heading of the guide, each as its cells.
fn rows<'g>(guide: &'g str, heading: &str) -> Vec<Vec<&'g str>> {
    let below = guide.lines().skip_while(|line| *line != heading).skip(1).take_while(|line| !line.starts_with('#'));
    let rows = below.filter(|line| line.starts_with("| `"));
    rows.map(|row| row.split('|').map(str::trim).filter(|cell| !cell.is_empty()).collect()).collect()
}

/// What stands in the first group of this expression, wherever it is found.
fn found(expression: &str, text: &str) -> BTreeSet<String> {
    Regex::new(expression).unwrap().captures_iter(text).map(|found| found[1].to_owned()).collect()
}

#[test]
fn the_guide_names_every_template_block_component_and_filter_and_no_other() {
    let guide = fs::read_to_string(in_tree("docs/uiterlijk.md")).unwrap();
    let template = |name: &str| fs::read_to_string(in_tree("templates").join(name)).unwrap();
    let first = |heading: &str, name: &str| -> BTreeSet<String> {
        rows(&guide, heading).iter().flat_map(|row| found(name, row[0])).collect()
    };

    let templates = first("### Sjablonen en blokken", "`([a-z_]+\\.html)`");
    let files =
        fs::read_dir(in_tree("templates")).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert_eq!(templates, files.filter(|name| name.ends_with(".html")).collect());
    for row in rows(&guide, "### Sjablonen en blokken") {
        let named = row.get(2).map(|cell| found("`([a-z_]+)`", cell)).unwrap_or_default();
        assert_eq!(named, found(r"\{%-? block ([a-z_]+) ", &template(row[0].trim_matches('`'))), "{}", row[0]);
    }
    let filters = fs::read_to_string(in_tree("src/render/filters.rs")).unwrap();
    assert_eq!(first("### Filters", "`([a-z]+)`"), found("register_filter\\(\"([a-z]+)\"", &filters));
    let components = found(r"\{% component ([a-z_]+)\(", &template("components.html"));
    assert_eq!(first("### Onderdelen", "<([a-z_]+) "), components);
}

#[test]
fn a_wrong_appearance_is_told_and_the_site_is_made_in_the_embedded_one() {
    let plain = Office::new();
    plain.build();
    let wrong = Office::new();
    wrong.put("buiten.svg", LOGO);
    wrong.put(
        "complaints/protocol.yaml",
        "uiterlijk:\n  kleur: \"#ffcc00\"\n  kleur-donker: #82c9cd\n  logo: ../buiten.svg\n  lettertype: Arial\n",
    );
    wrong.build();
    for path in ["style.css", "icon.svg", "index.html", "klachten/2026-014.html"] {
        assert!(plain.page(path) == wrong.page(path), "{path}");
    }
    assert!(!wrong.0.path().join("site/logo.svg").exists());
    let output = wrong.klacht(&["check", "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let findings: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let told = findings.as_array().unwrap().iter().filter(|finding| finding["file"] == "protocol.yaml");
    let told: Vec<String> = told.map(|finding| format!("{} {}", finding["line"], finding["code"])).collect();
    assert_eq!(told, ["2 \"K004\"", "3 \"K004\"", "4 \"K011\"", "5 \"K002\""]);
}

#[test]
fn a_logo_passes_the_gate_like_every_file() {
    let office = Office::new();
    office.put("complaints/protocol.yaml", "uiterlijk:\n  logo: logo.svg\n");
    office.put("complaints/logo.svg", "<svg><title>Fatima el Amrani</title></svg>");
    let output = office.klacht(&["build"]);
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(!office.0.path().join("site").exists());
}

/// Colours are held against the papers that the style sheet has.
#[test]
fn the_papers_are_those_of_the_style_sheet() {
    let css = fs::read_to_string(in_tree("templates/style.css")).unwrap();
    let colours = |name: &str| -> Vec<Colour> {
        let rule = Regex::new(&format!("--{name}: (#[0-9a-f]{{6}})")).unwrap();
        rule.captures_iter(&css).take(2).map(|found| Colour::parse(&found[1]).unwrap()).collect()
    };
    let (paper, sheet) = (colours("paper"), colours("sheet"));
    for (at, own) in [Paper::Light, Paper::Dark].into_iter().enumerate() {
        assert_eq!(own.surfaces(), [paper[at], sheet[at]]);
        assert!(colours("accent")[at].contrast_on(own) >= 4.5);
    }
    let icon = fs::read_to_string(in_tree("templates/icon.svg")).unwrap();
    assert!(icon.contains(&colours("accent")[0].to_string()));
}

/// Every page lies in the site by itself: nothing of the appearance is fetched from elsewhere.
#[test]
fn the_style_sheet_fetches_nothing() {
    let css = fs::read_to_string(Path::new(&in_tree("templates/style.css"))).unwrap();
    assert!(!css.contains("url(") && !css.contains("@import"));
}
