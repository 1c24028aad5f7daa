//! What erasing tells, in Dutch: what goes, why something stays, and where copies of the text still are.

use std::fmt::Write as _;

use crate::calendar::dutch;
use crate::complaint::Number;
use crate::register::{ERASED, Erasure, NotErased, Register};

pub(super) const WRONG_LIST: &str = "fout: in vernietigd.csv klopt iets niet, dus is niet zeker welke klachten al zijn \
                                     gewist; er is niets gewist\nhulp: `klacht check` zegt wat er in dit bestand niet \
                                     klopt";

pub(super) fn number_of(erasure: &Erasure<'_>) -> String {
    erasure.record.complaint.number.given().map(ToString::to_string).unwrap_or_default()
}

pub(super) fn unknown(number: &Number) -> String {
    format!("de klacht {number} staat niet in het klachtenregister; er is niets gewist")
}

pub(super) fn already(number: &Number) -> String {
    format!("{number} is al gewist.")
}

/// What would go.
pub(super) fn plan(register: &Register, erasures: &[Erasure<'_>]) -> String {
    let mut text = "Te wissen:\n".to_owned();
    for erasure in erasures {
        let record = erasure.record;
        let attachments = match register.attachments_of(record).len() {
            0 => String::new(),
            1 => " en 1 bijlage".to_owned(),
            many => format!(" en {many} bijlagen"),
        };
        let kept = record.complaint.retention_due(register.protocol());
        let kept = kept.map_or_else(String::new, |kept| format!("; bewaard tot en met {}", dutch::long(kept.due)));
        let is_open = record.status.is_open();
        let state = if is_open { "; let op: deze klacht is nooit gesloten" } else { "" };
        let begun = if erasure.is_begun { "; het wissen was onderbroken" } else { "" };
        let number = number_of(erasure);
        let _: std::fmt::Result = writeln!(text, "  {number}: het klachtbestand{attachments}{kept}{state}{begun}");
    }
    text
}

pub(super) fn refusals(refusals: &[(&Number, NotErased)]) -> String {
    let mut text = "fout: er is niets gewist\n".to_owned();
    for (number, why) in refusals {
        let _: std::fmt::Result = writeln!(text, "  {number}: {}", reason(*why));
    }
    text.push_str("hulp: `klacht retention` noemt de klachten die gewist mogen worden");
    text
}

fn reason(why: NotErased) -> String {
    match why {
        NotErased::Already => "deze klacht is al gewist".to_owned(),
        NotErased::Unknown => "deze klacht staat niet in het klachtenregister".to_owned(),
        NotErased::Unreadable => "het klachtbestand is niet te lezen; `klacht check` zegt wat er mis is".to_owned(),
        NotErased::NumberUsedTwice => {
            "twee klachten hebben dit nummer (K006); geef eerst een van de twee een ander nummer".to_owned()
        }
        NotErased::OtherName => "het klachtbestand heet niet naar zijn nummer (K005); verbeter dat eerst".to_owned(),
        NotErased::Wrong => {
            "in het klachtbestand klopt een veld niet, dus is niet zeker tot wanneer de klacht bewaard \
                             moet blijven; `klacht check` zegt welk"
                .to_owned()
        }
        NotErased::Held(until) => format!(
            "deze klacht moet bewaard blijven tot en met {} (`bewaren-tot`); de reden staat in het klachtbestand",
            dutch::long(until)
        ),
        NotErased::TermRuns(until) => {
            format!("de bewaartermijn loopt nog tot en met {}; daarna mag de klacht weg", dutch::long(until))
        }
        NotErased::NoTerm => "er is geen datum waaruit blijkt wanneer de bewaartermijn eindigt".to_owned(),
    }
}

/// What has gone, and what erasing cannot reach.
pub(super) fn erased(erasures: &[Erasure<'_>]) -> String {
    let numbers: Vec<String> = erasures.iter().map(number_of).collect();
    format!(
        "Gewist: {}\n\
         In {ERASED} staat van elke klacht nog één regel zonder persoonsgegevens; daarmee blijven de cijfers kloppen. Het \
         nummer wordt niet opnieuw gebruikt.\n\
         \n\
         Let op: de tekst is hiermee nog niet overal weg.\n\
         - Git: leg deze wijziging vast. In de geschiedenis blijft de tekst te lezen tot de beheerder die heeft \
         opgeschoond.\n\
         - Kopieën van het register op andere computers: laat iedereen de wijziging ophalen, en maak na het opschonen \
         een nieuwe kopie.\n\
         - Wat GitHub of GitLab van elke controle bewaart: verwijder daar sites en verslagen van voor vandaag.\n\
         - Sites en bestanden die eerder zijn gemaakt: maak ze opnieuw, en verwijder oude kopieën.\n\
         - Mail, papier en reservekopieën: die ziet klacht niet.\n\
         `klacht explain bewaren` zegt van elk hoe u dat doet.\n",
        numbers.join(", ")
    )
}
