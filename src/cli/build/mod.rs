//! `klacht build`: the anonymised site. The passes of a build stand here in their order; nothing is
//! published before the gate has read every page.

mod data;
mod pages;
mod progress;
mod told;
mod voice;

use std::path::{Path, PathBuf};
use std::time::Instant;

use rayon::prelude::*;

use pages::Press;
use voice::Voice;

use super::arguments::{Audience, BuildOptions};
use super::{Failure, Outcome, terminal};
use crate::calendar::Date;
use crate::figures::Figures;
use crate::publish::Staging;
use crate::register::{self, Entry, Record, Register, Row, UnsafeEntry};
use crate::render::Renderer;
use crate::views::team::{self, Team};

pub(super) fn run(folder: &Path, today: Date, options: &BuildOptions) -> Result<Outcome, Failure> {
    let begin = Instant::now();
    let out = voice::target(options)?;
    let register = register::load(folder, today).map_err(Failure::new)?;
    if let Some(code) = register.unsafe_staff() {
        terminal::complain(&told::unsafe_staff(code));
        return Ok(Outcome::Findings);
    }
    let left_out = register.unsafe_entries();
    if !left_out.is_empty() && !options.keep_going {
        terminal::complain(&told::unsafe_entries(&left_out));
        return Ok(Outcome::Findings);
    }
    let audience = options.audience.into();
    let shown = Shown::of(&register, &left_out);
    let renderer =
        Renderer::new(&team::site(&register, audience), templates(folder).as_deref()).map_err(Failure::new)?;
    let identities = voice::identities(&register);
    let voice = Voice::of(options.audience, &register, &identities, &renderer);
    let staging = Staging::new(&out, voice.watch()).map_err(Failure::new)?;
    let press = Press {
        register: &register,
        shown: &shown,
        team: Team::new(&register, &shown.rows, &shown.records, &shown.figures, audience),
        identities: &identities,
        voice: &voice,
        renderer: &renderer,
        staging: &staging,
    };
    let written = press.write(&left_out)?;
    let sealed = match staging.seal() {
        Ok(sealed) => sealed,
        Err(leaks) => {
            terminal::complain(&told::leaks(&leaks, &out));
            return Ok(Outcome::Findings);
        }
    };
    let swapped = sealed.swap_in().map_err(Failure::new)?;
    terminal::show(&told::summary(&shown, today, &written, &out, begin.elapsed()));
    if options.audience == Audience::Management {
        terminal::complain(told::CONFIDENTIAL);
    }
    if let Some(kept) = swapped.kept {
        terminal::complain(&told::kept(&kept));
    }
    if !register.erased.wrong.is_empty() {
        terminal::complain(told::WRONG_ERASED);
    }
    if !left_out.is_empty() {
        terminal::complain(&told::left_out(&left_out));
    }
    // The system takes the memory back at once; freeing it record by record would cost a large run a twentieth.
    std::mem::forget((shown, voice, identities));
    std::mem::forget(register);
    Ok(Outcome::Fine)
}

/// The complaints that are shown, in order of number: of each its row, its record, and its place among
/// the entries of the register.
struct Shown<'r> {
    rows: Vec<Row>,
    records: Vec<&'r Record>,
    entries: Vec<usize>,
    figures: Figures,
}

impl<'r> Shown<'r> {
    fn of(register: &'r Register, left_out: &[UnsafeEntry]) -> Self {
        let protocol = register.protocol();
        let is_left_out = |index: usize| left_out.binary_search_by_key(&index, |entry| entry.index).is_ok();
        let row = |(index, entry): (usize, &'r Entry)| {
            let record = entry.record().filter(|_| !is_left_out(index))?;
            Some((Row::of(record, protocol)?, (record, index)))
        };
        let mut all: Vec<_> = register.entries.par_iter().enumerate().filter_map(row).collect();
        all.sort_unstable_by(|(a, _), (b, _)| a.number.cmp(&b.number));
        let (mut rows, places): (Vec<Row>, Vec<_>) = all.into_iter().unzip();
        let (records, entries) = places.into_iter().unzip();
        let figures = figures(&mut rows, register);
        Self { rows, records, entries, figures }
    }
}

/// The figures of the complaints that are shown and of those that were erased.
fn figures(rows: &mut Vec<Row>, register: &Register) -> Figures {
    let protocol = register.protocol();
    let shown = rows.len();
    rows.extend_from_slice(&register.erased.rows);
    let figures = Figures::of(rows, (protocol.kinds.len(), protocol.causes.len()), register.today);
    rows.truncate(shown);
    figures
}

/// The office's own templates, beside the register.
fn templates(folder: &Path) -> Option<PathBuf> {
    Some(folder.canonicalize().ok()?.parent()?.join("templates"))
}
