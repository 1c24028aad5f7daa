//! What a build tells, in Dutch: what it wrote, or why it published nothing. It names numbers, pages and
//! codes, and nothing that tells who someone is.

use std::fmt::Write as _;
use std::path::Path;
use std::time::Duration;

use super::edition::{Refusal, Shown};
use super::pages::Written;
use crate::calendar::Date;
use crate::finding::Code;
use crate::publish::Leaks;
use crate::register::UnsafeEntry;

/// So many leaks are told one by one: a word in a template may leak on every page.
const MOST_LEAKS: usize = 20;

const UNTOUCHED: &str = "er is niets gepubliceerd, en wat er al stond is niet veranderd";

pub(in crate::cli) const CONFIDENTIAL: &str =
    "let op: dit is vertrouwelijk. Er staan namen en gegevens in; deel het alleen met directie en behandelaars";

pub(super) fn summary(shown: &Shown<'_>, today: Date, written: &Written, out: &Path, took: Duration) -> String {
    let open = shown.rows.iter().filter(|row| row.status.is_open()).count();
    let late = shown.rows.iter().filter(|row| row.is_late(today)).count();
    format!(
        "{}: {open} open, {late} te laat\n\
         geschreven in {}: {}, {} voor het teamoverleg, en het overzicht, de analyse en het protocol\n{}\
         klaar in {}; open {} in een browser\n",
        counted(shown.rows.len(), "klacht", "klachten"),
        out.display(),
        counted(written.complaints, "pagina van een klacht", "pagina's van klachten"),
        counted(written.reports, "verslag", "verslagen"),
        without_text(written.without_text),
        seconds(took),
        out.join(crate::render::INDEX_PATH).display()
    )
}

/// What the office asked for (`vrije-tekst: na-controle`), lest a page without its text comes as a surprise.
fn without_text(complaints: usize) -> String {
    match complaints {
        0 => String::new(),
        1 => "1 klacht staat er zonder tekst in, want die is nog niet nagelezen (`klacht review`)\n".to_owned(),
        more => format!("{more} klachten staan er zonder tekst in, want die is nog niet nagelezen (`klacht review`)\n"),
    }
}

/// `4,2 seconden`; a build of an office's register takes less than a tenth.
fn seconds(took: Duration) -> String {
    match took.as_millis() / 100 {
        0 => "minder dan 0,1 seconde".to_owned(),
        tenths => format!("{},{} seconden", tenths / 10, tenths % 10),
    }
}

/// Why nothing was published in the folder `out`.
pub(in crate::cli) fn refusal(refusal: &Refusal, out: &Path) -> String {
    match refusal {
        Refusal::Staff(code) => unsafe_staff(*code),
        Refusal::Entries(entries) => unsafe_entries(entries),
        Refusal::Leaks(found) => leaks(found, out),
    }
}

fn unsafe_staff(code: Code) -> String {
    format!(
        "fout: in medewerkers.yaml klopt iets niet ({code}), dus is niet zeker welke namen verborgen moeten blijven; \
         {UNTOUCHED}\nhulp: `klacht check` zegt wat er in medewerkers.yaml staat dat niet klopt"
    )
}

fn unsafe_entries(entries: &[UnsafeEntry]) -> String {
    let these =
        if entries.len() == 1 { "van 1 klachtbestand" } else { &format!("van {} klachtbestanden", entries.len()) };
    format!(
        "fout: {these} is niet zeker dat alle persoonsgegevens verborgen zouden blijven; {UNTOUCHED}\n{}\
         hulp: `klacht check` zegt wat er mis is; of laat {} weg met --keep-going",
        list(entries),
        if entries.len() == 1 { "het" } else { "ze" }
    )
}

pub(in crate::cli) fn left_out(entries: &[UnsafeEntry]) -> String {
    let are =
        if entries.len() == 1 { "1 klachtbestand is" } else { &format!("{} klachtbestanden zijn", entries.len()) };
    format!(
        "let op: {are} weggelaten, want niet zeker is dat alle persoonsgegevens verborgen zouden blijven\n{}\
         hulp: `klacht check` zegt wat er mis is",
        list(entries)
    )
}

fn list(entries: &[UnsafeEntry]) -> String {
    entries.iter().fold(String::new(), |mut list, entry| {
        let which = entry.number.as_ref().map_or_else(|| "een klachtbestand".to_owned(), ToString::to_string);
        let _: std::fmt::Result = writeln!(list, "  {which}: {} ({})", entry.reason(), entry.code);
        list
    })
}

fn leaks(leaks: &Leaks, out: &Path) -> String {
    let leaks = leaks.as_slice();
    let mut text = format!("fout: er zouden persoonsgegevens in de site komen; {UNTOUCHED} ({})\n", out.display());
    for leak in leaks.iter().take(MOST_LEAKS) {
        let _: std::fmt::Result = writeln!(text, "  {leak}");
    }
    if let Some(more @ 1..) = leaks.len().checked_sub(MOST_LEAKS) {
        let _: std::fmt::Result = writeln!(text, "  en nog {more}");
    }
    text.push_str(
        "hulp: schrijf de tekst anders, of zet het woord bij `anonimiseren` in het klachtbestand; is het geen naam, zet \
         het dan bij `niet-anonimiseren`",
    );
    text
}

/// Lines of the list of erased complaints that do not count.
pub(super) const WRONG_ERASED: &str = "let op: in vernietigd.csv klopt iets niet, dus tellen de cijfers niet alle gewiste \
                                       klachten mee\nhulp: `klacht check` zegt wat er in dit bestand niet klopt";

pub(super) fn kept(folder: &Path) -> String {
    format!(
        "let op: in de oude site stonden bestanden die niet van klacht zijn; zij is daarom bewaard in {}",
        folder.display()
    )
}

fn counted(count: usize, one: &str, more: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}
