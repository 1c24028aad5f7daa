//! Which key holds what, and so which values may be quoted. Out: a table for complaints, one for the
//! protocol and one for the staff list. What the tables do not name is hidden.

use crate::complaint::{AppealOutcome, EndReason, Satisfaction};
use crate::protocol::{FreeText, Protocol, Step};

/// What stands behind a key.
#[derive(Clone, Copy)]
pub(super) enum Form {
    /// A day.
    Date,
    /// A complaint's number.
    Number,
    /// The length of a term.
    Duration,
    /// One of a few words, which the protocol may set.
    Choice(fn(&Protocol) -> Vec<&str>),
    /// A colour.
    Colour,
    /// A word that the office chose as a setting.
    Setting,
    /// Whatever may tell who someone is: never quoted.
    Personal,
    /// A group of keys.
    Group(&'static [(&'static str, Form)]),
}

use Form::{Choice, Colour, Date, Duration, Group, Number, Personal, Setting};

/// A complaint's front matter.
pub(super) const COMPLAINT: Form = Group(&[
    ("nummer", Number),
    ("ontvangen", Date),
    ("kanaal", Choice(|protocol| words(&protocol.channels))),
    ("betreft", Choice(|protocol| words(&protocol.kinds))),
    ("onderwerp", Personal),
    (
        "indiener",
        Group(&[
            ("naam", Personal),
            ("telefoon", Personal),
            ("e-mail", Personal),
            ("organisatie", Personal),
            ("adres", Personal),
        ]),
    ),
    ("ontvanger", Personal),
    ("behandelaar", Personal),
    ("betrokken", Personal),
    ("geregistreerd", Date),
    ("bevestigd", Date),
    ("contact", Date),
    ("oorzaak", Choice(|protocol| words(&protocol.causes))),
    ("afgehandeld", Date),
    ("directeur-geinformeerd", Date),
    (
        "beroep",
        Group(&[
            ("ingesteld", Date),
            ("uitspraak", Date),
            ("uitkomst", Choice(|_| AppealOutcome::WORDS.map(|(word, _)| word).to_vec())),
        ]),
    ),
    ("maatregelen", Group(&[("wat", Personal), ("wie", Personal), ("voor", Date), ("gereed", Date)])),
    ("besproken", Date),
    ("nazorg", Group(&[("datum", Date), ("tevreden", Choice(|_| Satisfaction::WORDS.map(|(word, _)| word).to_vec()))])),
    ("gesloten", Date),
    ("beeindigd", Group(&[("datum", Date), ("reden", Choice(|_| EndReason::WORDS.map(|(word, _)| word).to_vec()))])),
    ("vervolg-op", Number),
    (
        "overschrijdingen",
        Group(&[
            ("termijn", Choice(|_| Step::ALL.map(Step::word).to_vec())),
            ("reden", Personal),
            ("gemeld", Date),
            ("nieuwe-datum", Date),
        ]),
    ),
    ("bewaren-tot", Date),
    ("bewaren-reden", Personal),
    ("anonimiseren", Personal),
    ("niet-anonimiseren", Personal),
    ("nagelezen", Personal),
]);

/// `protocol.yaml`.
pub(super) const PROTOCOL: Form = Group(&[
    ("organisatie", Personal),
    (
        "termijnen",
        Group(&[
            ("bevestiging", Duration),
            ("registratie", Duration),
            ("afhandeling", Duration),
            ("uitspraak", Duration),
            ("doorlooptijd", Duration),
        ]),
    ),
    ("waarschuw-vooraf", Duration),
    ("bewaartermijn", Duration),
    ("betreft", Setting),
    ("oorzaken", Setting),
    ("kanalen", Setting),
    ("nazorg", Duration),
    ("teamoverleg", Duration),
    (
        "kalender",
        Group(&[
            ("bevrijdingsdag", Choice(|_| vec!["nooit", "lustrum", "elk-jaar"])),
            ("goede-vrijdag", Choice(|_| vec!["ja", "nee"])),
            ("extra-vrije-dagen", Date),
            ("verschuif-naar-werkdag", Choice(|_| vec!["ja", "nee"])),
            ("uitspraak-vanaf", Choice(|_| vec!["einde-termijn-twee", "afhandeling", "beroep"])),
            ("bewaren-vanaf", Choice(|_| vec!["gesloten", "ontvangen"])),
        ]),
    ),
    ("vrije-tekst", Choice(|_| FreeText::WORDS.map(|(word, _)| word).to_vec())),
    ("afzender", Group(&[("naam", Personal), ("e-mail", Personal), ("telefoon", Personal), ("adres", Personal)])),
    ("beroep", Group(&[("termijn", Duration), ("e-mail", Personal)])),
    ("uiterlijk", Group(&[("naam", Personal), ("kleur", Colour), ("kleur-donker", Colour), ("logo", Personal)])),
]);

/// Someone in `medewerkers.yaml`.
pub(super) const STAFF: Form =
    Group(&[("naam", Personal), ("functie", Choice(|_| vec!["medewerker", "directeur", "voorzitter"])), ("tot", Date)]);

/// `medewerkers.yaml` where the list has a key of its own.
pub(super) const STAFF_WITH_KEY: Form = Group(&[("medewerkers", STAFF)]);

fn words(words: &[String]) -> Vec<&str> {
    words.iter().map(String::as_str).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar;
    use crate::complaint::{self, KEYS};
    use crate::protocol::Staff;
    use crate::source::{RelPath, SourceFile};
    use crate::yaml::Problem;

    /// A value that every reader takes for this key; of choices, each in its turn.
    fn example(form: Form, turn: usize) -> String {
        match form {
            Date => "2026-11-02".to_owned(),
            Number => "2026-001".to_owned(),
            Duration => "2 weken".to_owned(),
            Choice(options) => {
                let protocol = Protocol::default();
                let options = options(&protocol);
                options[turn % options.len()].to_owned()
            }
            Colour => "\"#0d5a61\"".to_owned(),
            Setting => "aard".to_owned(),
            Personal => "anoniem".to_owned(),
            Group(_) => unreachable!("a group is not a value"),
        }
    }

    /// YAML with an example behind every key of the table.
    fn written(form: Form, turn: usize, depth: usize) -> String {
        let Group(keys) = form else { return String::new() };
        let line = |&(key, form): &(&str, Form)| {
            let indent = "  ".repeat(depth);
            match form {
                Group(_) => format!("{indent}{key}:\n{}", written(form, turn, depth + 1)),
                _ if key == "e-mail" => format!("{indent}{key}: anoniem@example.nl\n"),
                _ if key == "kleur-donker" => format!("{indent}{key}: \"#82c9cd\"\n"),
                _ if key == "logo" => format!("{indent}{key}: logo.svg\n"),
                _ if key == "nagelezen" => format!("{indent}{key}: 0123456789abcdef\n"),
                form => format!("{indent}{key}: {}\n", example(form, turn)),
            }
        };
        keys.iter().map(line).collect()
    }

    fn file(name: &str, text: String) -> SourceFile {
        SourceFile::new(RelPath::new(name), text)
    }

    /// A key or a choice that a reader does not know shows as a problem.
    #[test]
    fn every_key_and_choice_of_the_tables_is_one_that_the_readers_know() {
        let protocol = Protocol::default();
        let today = calendar::Date::from_ymd_opt(2026, 11, 23).expect("a day");
        let none: &[Problem] = &[];
        for turn in 0..7 {
            let text = format!("---\n{}---\n## Omschrijving\nx\n", written(COMPLAINT, turn, 0));
            let complaint = complaint::parse(&file("2026/2026-001.md", text), &protocol, today).expect("a complaint");
            assert_eq!(complaint.problems, none);

            let settings = Protocol::load(&file("protocol.yaml", written(PROTOCOL, turn, 0)));
            assert_eq!(settings.problems, none);

            let member = written(STAFF, turn, 1).replacen(' ', "-", 1);
            let staff = Staff::load(&file("medewerkers.yaml", format!("medewerkers:\n{member}")));
            assert_eq!(staff.problems, none);
            assert_eq!(staff.value.members().len(), 1);
        }
    }

    #[test]
    fn the_table_of_a_complaint_is_complete() {
        let Group(keys) = COMPLAINT else { panic!("a group") };
        assert_eq!(keys.iter().map(|(key, _)| *key).collect::<Vec<_>>(), KEYS);
    }
}
