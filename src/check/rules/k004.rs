//! K004: value of the wrong form.

use std::borrow::Cow;

use crate::calendar::Slip;
use crate::check::{Check, Draft, Rule};
use crate::finding::Code;
use crate::protocol::Staff;
use crate::yaml::{Expected, Problem, ProblemKind};

pub(super) const RULE: Rule =
    Rule { code: Code::new(4), name: "wrong-value", page: include_str!("k004.md"), check: Check::Problem(check) };

fn check(problem: &Problem) -> Option<Draft> {
    let ProblemKind::Wrong(expected) = &problem.kind else { return None };
    let key = problem.key;
    let Words { is, write } = shape(key, expected).or_else(|| look(expected)).or_else(|| form(expected))?;
    let subject =
        if key.is_empty() { "de inhoud van dit bestand".to_owned() } else { format!("de waarde van `{key}`") };
    Some(Draft::error(problem.at, format!("{subject} {is}")).help(write))
}

/// What a value is, or is not, and how to write it.
struct Words {
    is: &'static str,
    write: Cow<'static, str>,
}

fn words(is: &'static str, write: impl Into<Cow<'static, str>>) -> Option<Words> {
    Some(Words { is, write: write.into() })
}

/// Of a value that has another shape than its field: a list where one word belongs.
fn shape(key: &str, expected: &Expected) -> Option<Words> {
    match expected {
        Expected::Text => {
            words("is een lijst of groep, en hier hoort één waarde", "schrijf één waarde achter de dubbele punt")
        }
        Expected::List if key == Staff::LIST => words("is geen lijst", group(key)),
        Expected::List => words(
            "is een groep, en hier hoort een lijst",
            "schrijf elke waarde op een eigen regel met een streepje ervoor",
        ),
        Expected::Group => words("is geen groep velden", group(key)),
        _ => None,
    }
}

/// Of a colour or an image that does not do for the site.
fn look(expected: &Expected) -> Option<Words> {
    match expected {
        Expected::Colour => words(
            "is geen kleur",
            "schrijf # en zes tekens (0 tot en met 9, a tot en met f), tussen aanhalingstekens, zoals \"#0d5a61\"",
        ),
        Expected::DarkerColour(instead) => words("is te licht om op wit te lezen", shade("donkerder", instead)),
        Expected::LighterColour(instead) => {
            words("is te donker om op een donker scherm te lezen", shade("lichter", instead))
        }
        Expected::ImageName => {
            words("is geen afbeelding die klacht kent", "kies een bestand dat eindigt op .svg of .png")
        }
        Expected::Image => words(
            "wijst naar een bestand dat geen goede afbeelding is",
            "sla het logo opnieuw op als svg of png; alleen de naam veranderen is niet genoeg",
        ),
        Expected::SmallerImage => {
            words("wijst naar een te groot bestand", "maak de afbeelding kleiner dan 200 kB: zij komt op elke pagina")
        }
        _ => None,
    }
}

/// Of a word that is not what its field asks for. K009 speaks of days that exist and cannot be.
fn form(expected: &Expected) -> Option<Words> {
    match expected {
        Expected::Date(slip) => date(*slip),
        Expected::Number => {
            words("is geen nummer van een klacht", "schrijf het jaar en drie of meer cijfers, zoals 2026-014")
        }
        Expected::Phone => words(
            "is geen telefoonnummer",
            "schrijf één nummer: een 0 en negen cijfers, of + en het landnummer; is er geen nummer, schrijf dan onbekend",
        ),
        Expected::Email => words("is geen e-mailadres", "schrijf één adres, zoals naam@example.nl"),
        Expected::Choice { options, nearest } => words("is hier geen keuze", choices(options, nearest.as_deref())),
        Expected::Duration => {
            words("is geen termijn", "schrijf een getal en dagen, werkdagen, weken, maanden of jaar, zoals 2 werkdagen")
        }
        Expected::Fingerprint => words(
            "is geen merk van `klacht review`",
            "haal dit veld weg; `klacht review` zet het er weer in als de tekst is nagelezen",
        ),
        _ => None,
    }
}

fn date(slip: Option<Slip>) -> Option<Words> {
    match slip {
        Some(Slip::Form(day)) => {
            words("is niet geschreven als jaar-maand-dag", format!("schrijf {day}, met gewone streepjes"))
        }
        Some(Slip::NoSuchDay(last)) => {
            words("is een dag die niet bestaat", format!("kijk de dag na: de laatste van die maand is {last}"))
        }
        None => words("is geen datum", "schrijf jaar, maand en dag, zoals 2026-11-02"),
    }
}

fn group(key: &str) -> &'static str {
    match key {
        "maatregelen" => {
            "begin elke maatregel op een nieuwe regel met `- wat: …`, en zet `wie` en `voor` daar recht onder"
        }
        "overschrijdingen" => {
            "begin elke termijn op een nieuwe regel met `- termijn: …`, en zet `reden` daar recht onder"
        }
        Staff::LIST => "begin elke medewerker op een nieuwe regel met `- naam: …`, en zet `functie` daar recht onder",
        "indiener" => "zet eronder, elk op een eigen regel en twee spaties ingesprongen: `naam: …` en `telefoon: …`",
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
