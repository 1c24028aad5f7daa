//! K003: required field or section missing or empty.

use crate::check::{Check, Draft, Rule};
use crate::complaint::SectionKind;
use crate::finding::Code;
use crate::protocol::Staff;
use crate::yaml::{Problem, ProblemKind};

pub(super) const RULE: Rule =
    Rule { code: Code::new(3), name: "required-missing", page: include_str!("k003.md"), check: Check::Problem(check) };

fn check(problem: &Problem) -> Option<Draft> {
    if problem.kind != ProblemKind::Missing {
        return None;
    }
    let key = problem.key;
    if SectionKind::from_title(key).is_some() {
        let message = format!("het kopje `## {key}` ontbreekt, of er staat niets onder");
        return Some(Draft::error(problem.at, message).help(
            "schrijf het kopje met twee hekjes en een spatie ervoor, en eronder in gewone woorden wat er is gebeurd",
        ));
    }
    if key == Staff::LIST {
        return Some(Draft::error(problem.at, "op de lijst van medewerkers staat niemand").help(
            "zet erop wie er werken of werkten, elk met `- naam: …` en `functie: …`; zonder dit bestand kijkt klacht geen \
             namen na",
        ));
    }
    Some(Draft::error(problem.at, format!("het veld `{key}` ontbreekt of is leeg")).help(help(key)))
}

fn help(key: &str) -> &'static str {
    match key {
        "nummer" => "vul het nummer van de klacht in, zoals `nummer: 2026-014`",
        "ontvangen" => "vul de dag van ontvangst in, zoals `ontvangen: 2026-11-02`",
        "indiener.naam" => "vul de naam in, of `naam: anoniem` als die niet bekend is",
        "indiener.telefoon" => "vul het telefoonnummer in, of `telefoon: onbekend` als dat er niet is",
        "indiener.e-mail" => "de klacht kwam per e-mail binnen: vul het adres in waarvan zij kwam",
        "overschrijdingen.gemeld" => "vul de dag in waarop u de indiener vertelde dat het later wordt",
        "overschrijdingen.nieuwe-datum" => "de stap is nog niet klaar: vul de dag in waarop zij dat wel is",
        "bewaren-tot" => "vul de dag in tot en met welke de klacht bewaard moet blijven",
        "bewaren-reden" => "schrijf op waarom de klacht langer bewaard moet blijven, zoals een rechtszaak",
        "beeindigd.datum" => "vul de dag in waarop de klacht is beëindigd",
        "beeindigd.reden" => "kies uit ingetrokken, niet-ontvankelijk, doorverwezen en dubbel",
        _ => "vul dit veld in; `klacht explain K003` zegt wat erin hoort",
    }
}
