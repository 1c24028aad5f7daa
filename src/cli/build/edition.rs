//! A build, wherever it goes: to a folder, or to memory for who reads along. In: the register as it was
//! read. Out: every page and data file of the site handed to a sink, or why there can be no site.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use super::super::Failure;
use super::super::arguments::Audience;
use super::pages::{Press, Written};
use super::shelf::{Gathering, Shelf, Surroundings};
use super::voice::{self, Voice};
use crate::anonymise::OwnIdentities;
use crate::figures::Figures;
use crate::finding::Code;
use crate::publish::{Leaks, Memory, Sink, Watch};
use crate::register::{Entry, Record, Register, Row, UnsafeEntry};
use crate::render::Renderer;
use crate::views::compose::{self, Composer};
use crate::views::{self, Listings};

/// Why a register gives no site.
pub(in crate::cli) enum Refusal {
    /// The staff list breaks this rule: whoever is not known cannot be masked.
    Staff(Code),
    /// Of these files it is not certain what must be masked.
    Entries(Vec<UnsafeEntry>),
    /// Names or other personal data came through.
    Leaks(Leaks),
}

/// What kept a site from being made.
pub(in crate::cli) enum Stopped {
    /// Something in the register.
    Refused(Refusal),
    /// Something in the environment.
    Failed(Failure),
}

impl From<Refusal> for Stopped {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<Failure> for Stopped {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

/// All that a site is made from.
pub(in crate::cli) struct Edition<'r> {
    register: &'r Register,
    audience: views::Audience,
    left_out: Vec<UnsafeEntry>,
    shown: Shown<'r>,
    identities: Vec<OwnIdentities<'r>>,
    voice: Arc<Voice>,
    renderer: Arc<Renderer>,
    /// The last site, where it was made in the same surroundings.
    last: Option<&'r Shelf>,
}

impl<'r> Edition<'r> {
    /// Gathers what the pages need. With `keep_going`, unsafe records are left out; else they stop it.
    ///
    /// # Errors
    /// When it is not certain what must be masked; when a template cannot be used.
    pub(in crate::cli) fn of(register: &'r Register, audience: Audience, keep_going: bool) -> Result<Self, Stopped> {
        Self::after(None, register, audience, keep_going)
    }

    /// The same after the last site, of which stays what would become the same.
    ///
    /// # Errors
    /// As [`Edition::of`].
    pub(in crate::cli) fn after(
        last: Option<&'r Shelf>,
        register: &'r Register,
        audience: Audience,
        keep_going: bool,
    ) -> Result<Self, Stopped> {
        if let Some(code) = register.unsafe_staff() {
            return Err(Refusal::Staff(code).into());
        }
        let left_out = register.unsafe_entries();
        if !left_out.is_empty() && !keep_going {
            return Err(Refusal::Entries(left_out).into());
        }
        let shown = Shown::of(register, &left_out);
        let site = compose::site(register, audience.into());
        let renderer = Renderer::new(&site, templates(&register.folder).as_deref()).map_err(Failure::new)?;
        let renderer = Arc::new(renderer);
        let identities = voice::identities(register);
        let surroundings = || Surroundings::of(register, &left_out, &identities, Arc::clone(&renderer));
        let last = last.filter(|last| last.surroundings == surroundings());
        let voice = last.map(|last| Arc::clone(&last.voice));
        let voice = voice.unwrap_or_else(|| Arc::new(Voice::of(audience, register, &identities, &renderer)));
        Ok(Self { register, audience: audience.into(), left_out, shown, identities, voice, renderer, last })
    }

    /// What every file must pass.
    pub(in crate::cli) fn watch(&self) -> Watch<'_> {
        self.voice.watch()
    }

    /// The complaints that are in it.
    pub(in crate::cli) fn shown(&self) -> &Shown<'r> {
        &self.shown
    }

    /// The files that are left out of it.
    pub(in crate::cli) fn left_out(&self) -> &[UnsafeEntry] {
        &self.left_out
    }

    /// Makes every page and data file, and hands each to the sink.
    pub(in crate::cli) fn write(&self, sink: &dyn Sink) -> Result<Written, Failure> {
        self.press(sink).write(&self.left_out)
    }

    /// Makes every page and data file in memory, and keeps what they were made from.
    ///
    /// # Errors
    /// When something would leak; when a page cannot be made.
    pub(in crate::cli) fn shelve(self) -> Result<Shelf, Stopped> {
        let memory = Memory::after(self.last.map(|last| &*last.site), self.watch());
        let gathering = Gathering::after(self.last);
        Press { gathering: Some(&gathering), ..self.press(&memory) }.write(&self.left_out)?;
        let site = Arc::new(memory.seal().map_err(Refusal::Leaks)?);
        let surroundings = Surroundings::of(self.register, &self.left_out, &self.identities, self.renderer);
        Ok(Shelf { site, surroundings, voice: self.voice, made: gathering.into_made() })
    }

    /// What machines read of the complaints; the page that each rests on goes to the sink.
    pub(in crate::cli) fn listings(&self, sink: &dyn Sink) -> Result<Listings, Failure> {
        let press = self.press(sink);
        let listings = press.listings()?;
        Ok(press.composer.listings(listings, self.left_out.len()))
    }

    fn press<'e>(&'e self, sink: &'e dyn Sink) -> Press<'e> {
        let shown = &self.shown;
        Press {
            register: self.register,
            shown,
            composer: Composer::new(self.register, &shown.rows, &shown.records, &shown.figures, self.audience),
            identities: &self.identities,
            voice: &self.voice,
            renderer: &self.renderer,
            sink,
            gathering: None,
        }
    }
}

/// The complaints that are shown, in order of number: of each its row, its record, and its place among
/// the entries of the register.
pub(in crate::cli) struct Shown<'r> {
    pub(in crate::cli) rows: Vec<Row>,
    pub(super) records: Vec<&'r Record>,
    pub(super) entries: Vec<usize>,
    pub(super) figures: Figures,
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
pub(in crate::cli) fn templates(register: &Path) -> Option<PathBuf> {
    Some(register.canonicalize().ok()?.parent()?.join("templates"))
}
