//! The files that an office begins with. In: the day. Out: a register with settings and one example, what guards it on
//! GitHub and GitLab and in git itself, and what editors should know. Nothing is written here.

mod ci;
mod hooks;

use chrono::Datelike as _;

use crate::calendar::Date;
use crate::complaint::Number;
use crate::intake::{COUNTER, Counter};
use crate::source::RelPath;

pub use hooks::{HOOKS, Hook, register_line};

/// A file, seen from the folder of the office's project.
#[derive(Clone, Debug)]
pub struct OfficeFile {
    /// Where it goes.
    pub path: RelPath,
    /// What stands in it.
    pub text: String,
}

/// The folder of the register in the project.
pub const REGISTER: &str = "complaints";

/// The protocol of the example register, and its words that are not for another office.
const PROTOCOL: &str = include_str!("../../complaints/protocol.yaml");
const OF_THE_EXAMPLE: [(&str, &str); 4] = [
    ("organisatie: WENB", "organisatie: Ons bureau        # de naam van het bureau"),
    (" (zie docs/uiterlijk.md)", ""),
    (" (zie docs/brieven.md).", ": haal de hekjes weg."),
    (
        "afzender:\n  naam: Bureau WENB\n  e-mail: klachten@wenb.example.nl\n  telefoon: 020 555 01 00\n  \
         adres: Postbus 123, 1200 AA Voorbeeldstad\nberoep:\n  e-mail: voorzitter@wenb.example.nl\n",
        "# afzender:\n#   naam: Bureau Voorbeeld\n#   e-mail: klachten@bureau.example\n#   telefoon: 020 555 01 00\n#   \
         adres: Postbus 123, 1200 AA Voorbeeldstad\nberoep:\n  # e-mail: voorzitter@bureau.example\n",
    ),
];

/// All files of a new project.
#[must_use]
pub fn files(today: Date) -> Vec<OfficeFile> {
    let year = format!("{:04}", today.year());
    let number = format!("{year}-001");
    let filled = |text: &str| {
        text.replace("{jaar}", &year).replace("{nummer}", &number).replace("{vandaag}", &today.to_string())
    };
    let example = filled(include_str!("../../data/office/voorbeeld.md"));
    let in_register = |name: &str| format!("{REGISTER}/{name}");
    let files = [
        ("README.md".to_owned(), filled(include_str!("../../data/office/README.md"))),
        (in_register("protocol.yaml"), replaced(PROTOCOL, &OF_THE_EXAMPLE)),
        (in_register("medewerkers.yaml"), include_str!("../../data/office/medewerkers.yaml").to_owned()),
        (in_register(COUNTER), counter(&number, &example)),
        (in_register(&format!("{year}/{number}.md")), example),
        (".github/workflows/register.yml".to_owned(), ci::github()),
        (".gitlab-ci.yml".to_owned(), ci::gitlab()),
        (".gitignore".to_owned(), include_str!("../../data/office/gitignore").to_owned()),
        (".editorconfig".to_owned(), include_str!("../../data/office/editorconfig").to_owned()),
        (".vscode/settings.json".to_owned(), include_str!("../../data/office/vscode.json").to_owned()),
    ];
    files.into_iter().map(|(path, text)| OfficeFile { path: RelPath::new(path), text }).collect()
}

fn counter(number: &str, example: &str) -> String {
    let mut counter = Counter::parse(None).expect("an empty counter holds no conflict");
    if let Some(number) = Number::parse(number) {
        counter.note(&number, example);
    }
    counter.text()
}

/// The text with each of these words replaced.
fn replaced(text: &str, words: &[(&str, &str)]) -> String {
    words.iter().fold(text.to_owned(), |text, (from, to)| {
        debug_assert!(text.contains(from), "{from:?} stands in the file of this repository");
        text.replace(from, to)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_of_an_office_hold_nothing_of_the_example_here() {
        let files = files(Date::from_ymd_opt(2027, 1, 4).expect("a day"));
        for file in &files {
            for word in
                ["VOORBEELD", "KLACHT_OPTIES", "2026-11-23", "{nummer}", "{vandaag}", "WENB:", "docs/", "voorbeeld\n"]
            {
                assert!(!file.text.contains(word), "{}: {word}", file.path);
            }
            assert!(file.text.ends_with('\n'), "{}", file.path);
        }
        assert!(files.iter().any(|file| file.path.as_str() == "complaints/2027/2027-001.md"));
    }

    #[test]
    fn what_guards_an_office_is_yaml_and_installs_klacht_from_where_the_office_says() {
        for text in [ci::github(), ci::gitlab()] {
            let _: serde_json::Value = serde_yaml::from_str(&text).expect("it is YAML");
            assert!(text.contains("cargo install --locked --git \"${KLACHT_BRON:?"), "{text}");
            assert!(text.contains(".klacht/bin/klacht check"), "{text}");
            assert!(!text.contains("target/"), "{text}");
        }
    }
}
