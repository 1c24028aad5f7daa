//! `klacht erase`: complaints whose retention has ended go, with their attachments. What the figures need is written first,
//! so that a run that is interrupted can be finished by another.

mod told;

use std::path::Path;

use clap::Args;

use super::arguments::{ARGUMENTS, OPTIONS};
use super::{Failure, Outcome, terminal};
use crate::calendar::Date;
use crate::complaint::Number;
use crate::register::{self, ERASED, Erasure, NotErased, Register, erased_header};
use crate::source::RelPath;
use crate::store::Store;

#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub(super) struct EraseOptions {
    /// De nummers van de klachten, zoals 2024-014
    #[arg(value_name = "NUMMER", required = true, value_parser = number, help_heading = ARGUMENTS)]
    numbers: Vec<Number>,

    /// Wist zonder eerst te vragen (voor scripts)
    #[arg(long)]
    yes: bool,
}

fn number(text: &str) -> Result<Number, String> {
    Number::parse(text).ok_or_else(|| "schrijf het jaar en drie of meer cijfers, zoals 2024-014".to_owned())
}

pub(super) fn run(folder: &Path, today: Date, options: &EraseOptions) -> Result<Outcome, Failure> {
    let numbers = each_once(&options.numbers);
    let register = register::load(folder, today).map_err(Failure::new)?;
    let Some(erasures) = judge(&register, &numbers)? else { return Ok(Outcome::Findings) };
    if erasures.is_empty() {
        return Ok(Outcome::Fine);
    }
    terminal::show(&told::plan(&register, &erasures));
    if !options.yes && !is_confirmed(&erasures)? {
        terminal::complain("Er is niets gewist.");
        return Ok(Outcome::Fine);
    }
    let store = Store::open(folder).map_err(Failure::new)?;
    // While nobody else can change the register, what was agreed to must still hold.
    let now = register::load(folder, today).map_err(Failure::new)?;
    let is_same = |erasure: &Erasure<'_>| is_as_it_was((&now, &register), erasure);
    if !now.erased.wrong.is_empty() || !erasures.iter().all(is_same) {
        return Err(Failure::new(
            "intussen is er in het klachtenregister iets veranderd; er is niets gewist. Probeer het opnieuw",
        ));
    }
    write_lines(&store, &erasures)?;
    for erasure in &erasures {
        // The file goes last: as long as it is there, `check` tells that erasing was interrupted.
        store.remove_folder(&erasure.folder).map_err(Failure::new)?;
        store.remove(erasure.record.file.path()).map_err(Failure::new)?;
    }
    terminal::show(&told::erased(&erasures));
    Ok(Outcome::Fine)
}

fn each_once(numbers: &[Number]) -> Vec<Number> {
    let mut numbers = numbers.to_vec();
    numbers.sort();
    numbers.dedup();
    numbers
}

/// What is to be erased; none where one of the complaints must stay, for then all stay.
fn judge<'r>(register: &'r Register, numbers: &[Number]) -> Result<Option<Vec<Erasure<'r>>>, Failure> {
    if !register.erased.wrong.is_empty() {
        terminal::complain(told::WRONG_LIST);
        return Ok(None);
    }
    let (mut erasures, mut refusals) = (Vec::new(), Vec::new());
    for number in numbers {
        match register.erasure(number) {
            Ok(erasure) => erasures.push(erasure),
            Err(NotErased::Unknown) => return Err(Failure::new(told::unknown(number))),
            Err(NotErased::Already) => terminal::complain(&told::already(number)),
            Err(why) => refusals.push((number, why)),
        }
    }
    if refusals.is_empty() {
        return Ok(Some(erasures));
    }
    terminal::complain(&told::refusals(&refusals));
    Ok(None)
}

/// Asks for each number, on a terminal alone: whoever has to type it, looks at it.
fn is_confirmed(erasures: &[Erasure<'_>]) -> Result<bool, Failure> {
    if !terminal::is_spoken_with() {
        return Err(Failure::new("hier kan klacht niets vragen; geef --yes als deze klachten gewist mogen worden"));
    }
    for erasure in erasures {
        let number = told::number_of(erasure);
        let question = format!("Typ {number} om deze klacht te wissen, of alleen Enter om te stoppen: ");
        if terminal::ask(&question).map_err(Failure::new)?.trim() != number {
            return Ok(false);
        }
    }
    Ok(true)
}

fn is_as_it_was((now, then): (&Register, &Register), erasure: &Erasure<'_>) -> bool {
    let number = erasure.record.complaint.number.given();
    let again = number.and_then(|number| now.erasure(number).ok());
    again.is_some_and(|again| {
        let (file, before) = (&again.record.file, &erasure.record.file);
        let attachments = now.attachments_of(again.record) == then.attachments_of(erasure.record);
        file.path() == before.path()
            && file.text() == before.text()
            && attachments
            && again.is_begun == erasure.is_begun
    })
}

/// Adds the lines that are not there yet, as one change of the file.
fn write_lines(store: &Store, erasures: &[Erasure<'_>]) -> Result<(), Failure> {
    let new: Vec<&str> = erasures.iter().filter(|it| !it.is_begun).map(|it| it.line.as_str()).collect();
    if new.is_empty() {
        return Ok(());
    }
    let path = RelPath::new(ERASED);
    match store.read(&path).map_err(Failure::new)? {
        None => store.create(&path, &with_lines(b"", &new)),
        Some(before) => store.replace(&path, &before, &with_lines(&before, &new)),
    }
    .map_err(Failure::new)
}

/// The file with these lines at its end, and line ends as it has them.
fn with_lines(before: &[u8], lines: &[&str]) -> Vec<u8> {
    let end: &[u8] = if before.windows(2).any(|pair| pair == b"\r\n") { b"\r\n" } else { b"\n" };
    let mut after = before.to_vec();
    if before.trim_ascii().is_empty() {
        after = [erased_header().as_bytes(), end].concat();
    } else if !before.ends_with(b"\n") {
        after.extend_from_slice(end);
    }
    for line in lines {
        after.extend_from_slice(line.as_bytes());
        after.extend_from_slice(end);
    }
    after
}
