//! What `klacht serve` tells, in Dutch, on the terminal and beside the site. It names numbers, lines and
//! codes, and nothing that tells who someone is.

use std::io;
use std::time::Duration;

use super::super::Failure;
use super::super::build::Refusal;
use crate::complaint::Number;
use crate::finding::{Finding, Severity};
use crate::publish::Leaks;
use crate::register::{Register, UnsafeEntry};
use crate::render::path_of_complaint;
use crate::serve::{Item, Notice, Tone};
use crate::source::reason;
use crate::views;

/// So many things are told one by one.
const MOST_ITEMS: usize = 50;

const STALE: &str = "Deze site is niet bijgewerkt";
const STALE_LEAD: &str =
    "Wat u hieronder ziet, is van daarvoor. Zodra het weer kan, wordt de pagina vanzelf bijgewerkt.";

pub(super) const ABANDONED: &str =
    "de site kan niet meer worden bijgewerkt door een fout in klacht zelf; start klacht serve opnieuw";

pub(super) fn begun(url: &str) -> String {
    format!("de site staat op {url} (alleen op deze computer te lezen; Ctrl-C stopt)\n")
}

pub(super) fn no_server(error: &io::Error) -> String {
    format!("de site is niet te tonen: {}", reason(error))
}

pub(super) fn no_browser(url: &str) -> String {
    format!("let op: er is geen browser gevonden; open zelf {url}")
}

/// The line on the terminal after a round.
pub(super) fn round(notices: &[Notice], took: Duration) -> String {
    match notices.iter().find(|notice| notice.tone == Tone::Trouble) {
        None => format!("bijgewerkt in {} ms\n", took.as_millis()),
        Some(trouble) => {
            let items: String = trouble.items.iter().map(|item| format!("  {}: {}\n", item.place, item.text)).collect();
            format!("{}\n{items}", trouble.title)
        }
    }
}

/// Why there is no new site, where the register is the cause.
pub(super) fn refusal(refusal: &Refusal, register: &Register, findings: &[Finding]) -> Notice {
    let items = match refusal {
        Refusal::Staff(_) => {
            let staff = register.staff.as_ref().and_then(|staff| staff.file.as_ref());
            let is_in_staff = |finding: &&Finding| staff.is_some_and(|staff| *staff.path() == finding.file);
            findings.iter().filter(is_in_staff).map(|finding| item(finding, register)).collect()
        }
        Refusal::Entries(entries) => unsafe_items(entries, register, findings),
        Refusal::Leaks(leaks) => leak_items(leaks),
    };
    let cause = match refusal {
        Refusal::Staff(_) => {
            "In medewerkers.yaml klopt iets niet, dus is niet zeker welke namen verborgen moeten blijven."
        }
        Refusal::Entries(_) => "Het is niet zeker dat alle persoonsgegevens verborgen zouden blijven.",
        Refusal::Leaks(_) => {
            "Er zouden persoonsgegevens in komen. Schrijf de tekst anders, of zet het woord bij anonimiseren; is het geen \
             naam, zet het dan bij niet-anonimiseren."
        }
    };
    Notice { tone: Tone::Trouble, title: STALE.to_owned(), lead: format!("{cause} {STALE_LEAD}"), items }
}

/// Why there is no new site, where the environment is the cause.
pub(super) fn failure(failure: &Failure) -> Notice {
    let text = failure.0.clone();
    let item = Item { place: "Fout".to_owned(), page: None, text, help: None };
    Notice { tone: Tone::Trouble, title: STALE.to_owned(), lead: STALE_LEAD.to_owned(), items: vec![item] }
}

/// What is not in the site, while there has been no whole one.
pub(super) fn left_out(entries: &[UnsafeEntry], register: &Register, findings: &[Finding]) -> Notice {
    let title = match entries.len() {
        1 => "1 klachtbestand ontbreekt op deze site".to_owned(),
        count => format!("{count} klachtbestanden ontbreken op deze site"),
    };
    let lead = "Het is niet zeker dat alle persoonsgegevens verborgen zouden blijven.".to_owned();
    Notice { tone: Tone::Trouble, title, lead, items: unsafe_items(entries, register, findings) }
}

/// What the check found, where that is more than for the record.
pub(super) fn attention(register: &Register, findings: &[Finding]) -> Option<Notice> {
    let told: Vec<&Finding> = findings.iter().filter(|finding| finding.severity != Severity::Note).collect();
    let (errors, warnings): (Vec<&Finding>, Vec<&Finding>) =
        told.iter().partition(|finding| finding.severity == Severity::Error);
    let counts = [counted(errors.len(), "fout", "fouten"), counted(warnings.len(), "waarschuwing", "waarschuwingen")];
    let title = counts.into_iter().flatten().collect::<Vec<_>>().join(" en ");
    let lead = match told.len().checked_sub(MOST_ITEMS) {
        Some(more @ 1..) => {
            format!("De eerste {MOST_ITEMS} staan hier, en er zijn er nog {more}: klacht check noemt ze alle.")
        }
        _ => "Dit is wat klacht check vindt in het klachtenregister.".to_owned(),
    };
    let items = errors.iter().chain(&warnings).take(MOST_ITEMS).map(|finding| item(finding, register)).collect();
    (!told.is_empty()).then_some(Notice { tone: Tone::Attention, title, lead, items })
}

fn counted(count: usize, one: &str, more: &str) -> Option<String> {
    (count > 0).then(|| format!("{count} {}", if count == 1 { one } else { more }))
}

/// Of each file what makes it unsafe, in the words of the check where it has any.
fn unsafe_items(entries: &[UnsafeEntry], register: &Register, findings: &[Finding]) -> Vec<Item> {
    let told = |entry: &UnsafeEntry| {
        let file = register.entries[entry.index].file().path();
        let same = findings.iter().find(|finding| finding.code == entry.code && finding.file == *file);
        same.map_or_else(|| without_line(entry), |finding| item(finding, register))
    };
    entries.iter().take(MOST_ITEMS).map(told).collect()
}

fn without_line(entry: &UnsafeEntry) -> Item {
    let place = entry.number.as_ref().map_or_else(|| UNNAMED.to_owned(), ToString::to_string);
    Item { place, page: None, text: format!("{} ({})", entry.reason(), entry.code), help: None }
}

fn leak_items(leaks: &Leaks) -> Vec<Item> {
    let told = |leak: &crate::publish::Leak| Item {
        place: "Persoonsgegeven".to_owned(),
        page: None,
        text: leak.to_string(),
        help: None,
    };
    leaks.as_slice().iter().take(MOST_ITEMS).map(told).collect()
}

/// For a file whose name might be someone's.
const UNNAMED: &str = "een klachtbestand";

fn item(finding: &Finding, register: &Register) -> Item {
    let name = finding.file.file_name();
    let number = Number::in_name(name);
    let staff = register.staff.as_ref().and_then(|staff| staff.file.as_ref());
    let mut settings = [register.protocol.file.as_ref(), staff, register.erased.file.as_ref()].into_iter().flatten();
    let is_settings = settings.any(|file| *file.path() == finding.file);
    let file = match &number {
        Some(number) => number.as_str(),
        None if is_settings => name,
        None => UNNAMED,
    };
    Item {
        place: format!("{file}, regel {}", finding.place.start.line),
        page: number.map(|number| path_of_complaint(&views::Number::from(&number))),
        text: format!("{} ({})", finding.message, finding.code),
        help: finding.help.clone(),
    }
}
