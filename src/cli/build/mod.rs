//! `klacht build`: the anonymised site. The passes of a build stand here in their order; nothing is
//! published before the gate has read every page.

mod pages;
mod progress;
mod told;

use std::path::{Path, PathBuf};
use std::time::Instant;

use rayon::prelude::*;

use pages::Press;

use super::arguments::{Audience, BuildOptions};
use super::{Failure, Outcome, terminal};
use crate::anonymise::{self, Anonymiser, OwnIdentities};
use crate::calendar::{Date, Holiday};
use crate::check;
use crate::complaint::{self, SectionKind};
use crate::figures::Figures;
use crate::publish::{FixedWords, Gate, Known, Staging, Subject};
use crate::register::{self, Entry, Record, Register, Row, UnsafeEntry};
use crate::render::Renderer;
use crate::views::team::{self, Team};

pub(super) fn run(folder: &Path, today: Date, options: &BuildOptions) -> Result<Outcome, Failure> {
    let begin = Instant::now();
    if let Audience::Management = options.audience {
        return Err(Failure::new("een overzicht voor de directie kan klacht nog niet maken; laat --audience weg"));
    }
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
    let shown = Shown::of(&register, &left_out);
    let renderer = Renderer::new(&team::site(&register), templates(folder).as_deref()).map_err(Failure::new)?;
    let identities = identities(&register);
    let (anonymiser, gate) =
        rayon::join(|| Anonymiser::knowing(&identities, register.staff()), || gate(&register, &identities, &renderer));
    let staging = Staging::new(&options.out, "team", &gate).map_err(Failure::new)?;
    let press = Press {
        register: &register,
        shown: &shown,
        team: Team::new(&register, &shown.rows, &shown.records, &shown.figures),
        identities: &identities,
        anonymiser: &anonymiser,
        renderer: &renderer,
        staging: &staging,
    };
    let written = press.write(&left_out)?;
    let sealed = match staging.seal() {
        Ok(sealed) => sealed,
        Err(leaks) => {
            terminal::complain(&told::leaks(&leaks, &options.out));
            return Ok(Outcome::Findings);
        }
    };
    let swapped = sealed.swap_in().map_err(Failure::new)?;
    terminal::show(&told::summary(&shown, today, &written, &options.out, begin.elapsed()));
    if let Some(kept) = swapped.kept {
        terminal::complain(&told::kept(&kept));
    }
    if !left_out.is_empty() {
        terminal::complain(&told::left_out(&left_out));
    }
    // The system takes the memory back at once; freeing it record by record would cost a large run a twentieth.
    std::mem::forget((shown, anonymiser, identities));
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
        let (rows, places): (Vec<Row>, Vec<_>) = all.into_iter().unzip();
        let (records, entries) = places.into_iter().unzip();
        let figures = Figures::of(&rows, (protocol.kinds.len(), protocol.causes.len()), register.today);
        Self { rows, records, entries, figures }
    }
}

/// The office's own templates, beside the register.
fn templates(folder: &Path) -> Option<PathBuf> {
    Some(folder.canonicalize().ok()?.parent()?.join("templates"))
}

/// What each file's own fields tell of people, in the order of the entries: masker and gate share it.
fn identities(register: &Register) -> Vec<OwnIdentities<'_>> {
    let own = |entry| Entry::record(entry).map(|record| OwnIdentities::of(&record.complaint)).unwrap_or_default();
    register.entries.par_iter().map(own).collect()
}

/// The gate, against everyone whom the register knows; also against those in records left out.
fn gate(register: &Register, identities: &[OwnIdentities<'_>], renderer: &Renderer) -> Gate {
    let staff = register.staff().map(anonymise::colleagues).unwrap_or_default();
    let records = register.entries.iter().zip(identities);
    let known = records.map(|(entry, identities)| Known { subject: subject(entry), identities: identities.all() });
    let known: Vec<Known<'_>> = known.chain([Known { subject: Subject::Staff, identities: &staff }]).collect();
    Gate::new(&known, fixed_words(register, renderer))
}

fn subject(entry: &Entry) -> Subject {
    let number = entry.record().and_then(|record| record.complaint.number.given());
    number.map_or(Subject::Unnumbered, |number| Subject::Record(number.clone()))
}

/// Words that stand in the site whatever the complaints say: of templates, protocol and messages.
fn fixed_words(register: &Register, renderer: &Renderer) -> FixedWords {
    let holidays = Holiday::ALL.map(|holiday| holiday.to_string());
    let protocol = register.protocol();
    let lists = [&protocol.kinds, &protocol.causes, &protocol.channels];
    let mut texts: Vec<&str> = renderer.template_texts().collect();
    let names = protocol.organisation.iter().chain(&protocol.appearance.name);
    texts.extend(lists.into_iter().flatten().chain(names).map(String::as_str));
    texts.extend(SectionKind::ALL.map(SectionKind::title).into_iter().chain(complaint::KEYS));
    texts.extend([check::FIXED_WORDS, team::PREAMBLE]);
    texts.extend(holidays.iter().map(String::as_str));
    FixedWords::of(texts)
}
