//! `klacht build`: the anonymised site in a folder. Nothing is published before the gate has read every
//! page.

mod data;
mod edition;
mod pages;
mod progress;
mod reprint;
mod shelf;
mod told;
mod voice;

use std::path::Path;
use std::time::Instant;

pub(super) use edition::{Edition, Refusal, Stopped, templates};
pub(super) use reprint::Reprint;
pub(super) use shelf::Shelf;
pub(super) use told::{CONFIDENTIAL, left_out, refusal};

use super::arguments::{Audience, BuildOptions};
use super::{Failure, Outcome, terminal};
use crate::calendar::Date;
use crate::publish::Staging;
use crate::register;

pub(super) fn run(folder: &Path, today: Date, options: &BuildOptions) -> Result<Outcome, Failure> {
    let out = voice::target(options)?;
    match publish(folder, today, options, &out) {
        Ok(()) => Ok(Outcome::Fine),
        Err(Stopped::Refused(refusal)) => {
            terminal::complain(&told::refusal(&refusal, &out));
            Ok(Outcome::Findings)
        }
        Err(Stopped::Failed(failure)) => Err(failure),
    }
}

fn publish(folder: &Path, today: Date, options: &BuildOptions, out: &Path) -> Result<(), Stopped> {
    let begin = Instant::now();
    let register = register::load(folder, today).map_err(Failure::new)?;
    let edition = Edition::of(&register, options.audience, options.keep_going)?;
    let staging = Staging::new(out, edition.watch()).map_err(Failure::new)?;
    let written = edition.write(&staging)?;
    let sealed = staging.seal().map_err(Refusal::Leaks)?;
    let swapped = sealed.swap_in().map_err(Failure::new)?;
    terminal::show(&told::summary(edition.shown(), today, &written, out, begin.elapsed()));
    if options.audience == Audience::Management {
        terminal::complain(told::CONFIDENTIAL);
    }
    if let Some(kept) = swapped.kept {
        terminal::complain(&told::kept(&kept));
    }
    if !register.erased.wrong.is_empty() {
        terminal::complain(told::WRONG_ERASED);
    }
    if !edition.left_out().is_empty() {
        terminal::complain(&told::left_out(edition.left_out()));
    }
    // The system takes the memory back at once; freeing it record by record would cost a large run a twentieth.
    std::mem::forget(edition);
    std::mem::forget(register);
    Ok(())
}
