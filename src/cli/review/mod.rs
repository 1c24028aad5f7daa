//! `klacht review`: shows a complaint as the team will read it, and records that someone has read it over.
//! Only a person at a terminal can say so: there is no option that answers in advance.

mod told;

use std::path::Path;

use clap::Args;

use super::arguments::{ARGUMENTS, OPTIONS};
use super::{Failure, Outcome, find, terminal};
use crate::anonymise::{Anonymiser, Reading, RecordMasker};
use crate::calendar::Date;
use crate::edit::{self, Change, Key, Value};
use crate::register::{self, Entry, Record, Register};
use crate::store::Store;

/// The key of the fingerprint.
const READ: &str = "nagelezen";

#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub(super) struct ReviewOptions {
    /// Het nummer van de klacht, zoals 2026-014
    #[arg(value_name = "NUMMER", help_heading = ARGUMENTS)]
    number: String,
}

pub(super) fn run(folder: &Path, today: Date, options: &ReviewOptions) -> Result<Outcome, Failure> {
    let register = register::load(folder, today).map_err(Failure::new)?;
    let record = find::record(&register, &options.number)?;
    if is_unsafe(&register, record) {
        terminal::complain(told::UNSAFE);
        return Ok(Outcome::Findings);
    }
    let complaints: Vec<_> = register.records().map(|record| &record.complaint).collect();
    let anonymiser = Anonymiser::new(&complaints, register.staff());
    let masker = anonymiser.record(record.file.text(), &record.complaint);
    terminal::show(&told::texts(record, &masker, folder));
    if masker.reading() == Reading::Stands {
        terminal::show(told::STANDS);
        return Ok(Outcome::Fine);
    }
    if !terminal::is_spoken_with() {
        terminal::show(told::NO_TERMINAL);
        return Ok(Outcome::Fine);
    }
    if !is_yes(&terminal::ask(told::QUESTION).map_err(Failure::new)?) {
        terminal::show(&told::unread(record, folder));
        return Ok(Outcome::Fine);
    }
    write(folder, record, &masker)
}

/// Whether it is not certain what in this record must be masked.
fn is_unsafe(register: &Register, record: &Record) -> bool {
    let is_this = |entry: &Entry| entry.record().is_some_and(|other| std::ptr::eq(other, record));
    register.unsafe_staff().is_some()
        || register.unsafe_entries().iter().any(|entry| is_this(&register.entries[entry.index]))
}

/// A whole word: a slip of the finger is no answer.
fn is_yes(answer: &str) -> bool {
    answer.trim().eq_ignore_ascii_case("ja")
}

/// Puts the fingerprint of what was read in the file, where that still holds what was read.
fn write(folder: &Path, record: &Record, masker: &RecordMasker<'_>) -> Result<Outcome, Failure> {
    let store = Store::open(folder).map_err(Failure::new)?;
    let path = record.file.path();
    let before = store.read(path).map_err(Failure::new)?.unwrap_or_default();
    let text = String::from_utf8(before).map_err(|_| Failure::new(told::CHANGED))?;
    if text.trim_start_matches('\u{feff}') != record.file.text() {
        return Err(Failure::new(told::CHANGED));
    }
    let key = Key::parse(READ).expect("the file format has this key");
    let change = Change::Set(key, Value::text(masker.fingerprint().to_string()));
    match edit::apply(&text, &[change]) {
        Ok(after) => {
            store.replace(path, text.as_bytes(), after.as_bytes()).map_err(Failure::new)?;
            terminal::show(&told::read(record, folder));
            Ok(Outcome::Fine)
        }
        Err(refusal) => Ok(Outcome::refused(format_args!("{refusal}\nEr is niets veranderd."))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_whole_word_yes_is_yes() {
        for (answer, yes) in
            [("ja\n", true), (" JA \r\n", true), ("j", false), ("", false), ("nee", false), ("ja hoor", false)]
        {
            assert_eq!(is_yes(answer), yes, "{answer:?}");
        }
    }
}
