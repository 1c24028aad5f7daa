//! What `klacht review` says. In: a record with its masked texts. Out: the texts under their headings, and
//! sentences that tell what may follow.

use std::path::Path;

use super::super::anonymise::told::Told;
use crate::anonymise::{RecordMasker, RecordText, TextKind};
use crate::register::Record;

pub(super) const UNSAFE: &str = "fout: van deze klacht is niet zeker wat verborgen moet blijven; nalezen heeft nu geen zin\n\
     hulp: `klacht check` zegt wat er mis is; verbeter dat eerst";

pub(super) const STANDS: &str = "\nDeze tekst is al nagelezen.\n";

pub(super) const NO_TERMINAL: &str = "\nEr is niets vastgelegd: alleen wie deze opdracht zelf in een terminal geeft, kan zeggen dat de tekst is nagelezen.\n";

pub(super) const QUESTION: &str =
    "\nZijn in deze tekst alle namen en gegevens verborgen? Typ ja als dat zo is, en anders nee: ";

pub(super) const CHANGED: &str =
    "het klachtbestand is veranderd terwijl u las; er is niets vastgelegd. Geef de opdracht opnieuw";

/// Every text that the team reads, in the order of the file, and what the masks rest on.
pub(super) fn texts(record: &Record, masker: &RecordMasker<'_>, folder: &Path) -> String {
    let mut told = Told::default();
    told.add_heading(&format!("Klacht {}, zoals het team die leest", number(record)));
    told.add_space();
    for RecordText { kind, at, text } in masker.texts() {
        told.add_heading(heading(kind));
        told.add(&text, record.file.place(at).start.line);
        told.add_space();
    }
    let place = folder.join(record.file.path().as_str());
    told.add_heading(&format!("Wat er verborgen is, met de regels van {}", place.display()));
    told.finish()
}

/// What was recorded, and where.
pub(super) fn read(record: &Record, folder: &Path) -> String {
    format!(
        "\nKlacht {} is nagelezen. Dat staat nu bij `nagelezen` in {}.\n\
         Het geldt zolang de tekst dezelfde blijft; daarna zegt `klacht check` dat de tekst opnieuw moet worden nagelezen.\n",
        number(record),
        folder.join(record.file.path().as_str()).display()
    )
}

/// That nothing was recorded, and how to mend the text.
pub(super) fn unread(record: &Record, folder: &Path) -> String {
    format!(
        "\nEr is niets vastgelegd.\n\
         hulp: zet een woord dat nog te lezen is bij `anonimiseren` in {}, en een woord dat ten onrechte is verborgen bij \
         `niet-anonimiseren`; of schrijf de tekst anders\n",
        folder.join(record.file.path().as_str()).display()
    )
}

fn number(record: &Record) -> String {
    record.complaint.number.given().map(ToString::to_string).unwrap_or_default()
}

fn heading(kind: TextKind) -> &'static str {
    match kind {
        TextKind::Subject => "Onderwerp",
        TextKind::Body => "Tekst",
        TextKind::Measure => "Maatregel",
        TextKind::Reason => "Reden waarom een termijn niet is gehaald",
    }
}
