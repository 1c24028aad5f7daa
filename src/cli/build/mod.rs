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
use crate::anonymise::{self, Anonymiser, Identity};
use crate::calendar::Date;
use crate::check::RULES;
use crate::complaint::{Complaint, SectionKind};
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
    let complaints: Vec<&Complaint> = register.records().map(|record| &record.complaint).collect();
    let anonymiser = Anonymiser::new(&complaints, register.staff());
    let identities = identities(&register);
    let gate = gate(&register, &identities, &renderer);
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

/// What each file's own fields tell of people, in the order of the entries: the gate needs it twice.
fn identities(register: &Register) -> Vec<Vec<Identity>> {
    let own = |entry: &Entry| entry.record().map(|record| anonymise::own(&record.complaint)).unwrap_or_default();
    register.entries.par_iter().map(own).collect()
}

/// The gate, against everyone whom the register knows; also against those in records left out.
fn gate(register: &Register, identities: &[Vec<Identity>], renderer: &Renderer) -> Gate {
    let staff = register.staff().map(anonymise::colleagues).unwrap_or_default();
    let records = register.entries.iter().zip(identities);
    let known = records.map(|(entry, identities)| Known { subject: subject(entry), identities });
    let known: Vec<Known<'_>> = known.chain([Known { subject: Subject::Staff, identities: &staff }]).collect();
    Gate::new(&known, FixedWords::of(fixed_texts(register, renderer)))
}

fn subject(entry: &Entry) -> Subject {
    let number = entry.record().and_then(|record| record.complaint.number.given());
    number.map_or(Subject::Unnumbered, |number| Subject::Record(number.clone()))
}

/// Words that stand in the site whatever the complaints say: of templates, protocol and messages.
fn fixed_texts<'t>(register: &'t Register, renderer: &'t Renderer) -> impl Iterator<Item = &'t str> {
    let protocol = register.protocol();
    let lists = [&protocol.kinds, &protocol.causes, &protocol.channels];
    let words = lists.into_iter().flatten().chain(&protocol.organisation).map(String::as_str);
    let messages = RULES.iter().map(|rule| rule.page).chain(SectionKind::ALL.map(SectionKind::title));
    let fixed = messages.chain([team::PREAMBLE]).map(|text: &'t str| text);
    renderer.template_texts().chain(words).chain(fixed)
}
