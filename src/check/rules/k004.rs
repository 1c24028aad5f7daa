//! K004: value of the wrong form.

use crate::check::{Check, Draft, Rule};
use crate::finding::Code;
use crate::yaml::{Expected, Problem, ProblemKind};

pub(super) const RULE: Rule =
    Rule { code: Code::new(4), name: "wrong-value", page: include_str!("k004.md"), check: Check::Problem(check) };

fn check(problem: &Problem) -> Option<Draft> {
    let ProblemKind::Wrong(expected) = &problem.kind else { return None };
    let key = problem.key;
    let (message, help) = match expected {
        Expected::DarkerColour(instead) => ("is te licht om op wit te lezen", shade("donkerder", instead)),
        Expected::LighterColour(instead) => {
            ("is te donker om op een donker scherm te lezen", shade("lichter", instead))
        }
        Expected::Group => ("is geen groep velden", group(key).to_owned()),
        Expected::Choice { options, nearest } => ("is hier geen keuze", choices(options, nearest.as_deref())),
        plain => plain_form(plain).map(|(message, help)| (message, help.to_owned()))?,
    };
    let subject =
        if key.is_empty() { "de inhoud van dit bestand".to_owned() } else { format!("de waarde van `{key}`") };
    Some(Draft::error(problem.at, format!("{subject} {message}")).help(help))
}

/// What a value is not, and how to write it, for each form of which the same can always be said. K009 speaks of days that
/// exist and cannot be.
fn plain_form(expected: &Expected) -> Option<(&'static str, &'static str)> {
    Some(match expected {
        Expected::Date => ("is geen datum die bestaat", "schrijf jaar, maand en dag, zoals 2026-11-02"),
        Expected::Number => {
            ("is geen nummer van een klacht", "schrijf het jaar en drie of meer cijfers, zoals 2026-014")
        }
        Expected::Phone => (
            "is geen telefoonnummer",
            "schrijf een 0 en negen cijfers, of + en het landnummer; is er geen nummer, schrijf dan onbekend",
        ),
        Expected::Email => ("is geen e-mailadres", "schrijf het als naam@example.nl"),
        Expected::Duration => {
            ("is geen termijn", "schrijf een getal en dagen, werkdagen, weken, maanden of jaar, zoals 2 werkdagen")
        }
        Expected::Colour => (
            "is geen kleur",
            "schrijf # en zes tekens (0 tot en met 9, a tot en met f), tussen aanhalingstekens, zoals \"#0d5a61\"",
        ),
        Expected::ImageName => ("is geen afbeelding die klacht kent", "kies een bestand dat eindigt op .svg of .png"),
        Expected::Image => (
            "wijst naar een bestand dat geen goede afbeelding is",
            "sla het logo opnieuw op als svg of png; alleen de naam veranderen is niet genoeg",
        ),
        Expected::SmallerImage => {
            ("wijst naar een te groot bestand", "maak de afbeelding kleiner dan 200 kB: zij komt op elke pagina")
        }
        Expected::Fingerprint => (
            "is geen merk van `klacht review`",
            "haal dit veld weg; `klacht review` zet het er weer in als de tekst is nagelezen",
        ),
        Expected::Text => {
            ("is een lijst of groep, en hier hoort één waarde", "schrijf één waarde achter de dubbele punt")
        }
        Expected::List => {
            ("is een groep, en hier hoort een lijst", "schrijf elke waarde op een eigen regel met een streepje ervoor")
        }
        Expected::PastDate
        | Expected::RecentDate
        | Expected::DarkerColour(_)
        | Expected::LighterColour(_)
        | Expected::Group
        | Expected::Choice { .. } => return None,
    })
}

fn group(key: &str) -> &'static str {
    match key {
        "maatregelen" => {
            "begin elke maatregel op een nieuwe regel met `- wat: …`, en zet `wie` en `voor` daar recht onder"
        }
        "overschrijdingen" => {
            "begin elke termijn op een nieuwe regel met `- termijn: …`, en zet `reden` daar recht onder"
        }
        _ => "zet de velden van deze groep eronder, elk op een eigen regel en twee spaties ingesprongen",
    }
}

fn shade(which: &str, instead: &str) -> String {
    format!("kies een kleur die {which} is, zoals \"{instead}\" (contrast ten minste 4,5)")
}

fn choices(options: &[String], nearest: Option<&str>) -> String {
    let all = options.join(", ");
    match nearest {
        Some(meant) => format!("bedoelde u {meant}? Kies uit: {all}"),
        None => format!("kies uit: {all}"),
    }
}
