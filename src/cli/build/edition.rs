//! A build, wherever it goes: to a folder, or to memory for who reads along. In: the register as it was
//! read. Out: every page and data file of the site handed to a sink, or why there can be no site.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use super::super::Failure;
use super::super::arguments::Audience;
use super::pages::{Press, Written};
use super::voice::{self, Voice};
use crate::anonymise::OwnIdentities;
use crate::figures::Figures;
use crate::finding::Code;
use crate::publish::{Leaks, Sink, Watch};
use crate::register::{Entry, Record, Register, Row, UnsafeEntry};
use crate::render::Renderer;
use crate::views::Listings;
use crate::views::compose::{self, Composer};

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

/// What is gathered from a register for a site, whoever will read it.
pub(super) struct Material<'r> {
    pub(super) register: &'r Register,
    pub(super) audience: Audience,
    pub(super) left_out: Vec<UnsafeEntry>,
    shown: Shown<'r>,
    /// What the fields of each entry tell of people.
    pub(super) identities: Vec<OwnIdentities<'r>>,
    pub(super) renderer: Arc<Renderer>,
}

impl<'r> Material<'r> {
    /// Gathers it. With `keep_going`, unsafe records are left out; else they stop it.
    ///
    /// # Errors
    /// When it is not certain what must be masked; when a template cannot be used.
    pub(super) fn of(register: &'r Register, audience: Audience, keep_going: bool) -> Result<Self, Stopped> {
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
        let identities = voice::identities(register);
        Ok(Self { register, audience, left_out, shown, identities, renderer: Arc::new(renderer) })
    }

    /// A voice of its own.
    pub(super) fn voice(&self) -> Voice {
        Voice::of(self.audience, self.register, &self.identities, &self.renderer)
    }
}

/// All that a site is made from.
pub(in crate::cli) struct Edition<'r> {
    pub(super) material: Material<'r>,
    pub(super) voice: Arc<Voice>,
}

impl<'r> Edition<'r> {
    /// Gathers what the pages need. With `keep_going`, unsafe records are left out; else they stop it.
    ///
    /// # Errors
    /// When it is not certain what must be masked; when a template cannot be used.
    pub(in crate::cli) fn of(register: &'r Register, audience: Audience, keep_going: bool) -> Result<Self, Stopped> {
        let material = Material::of(register, audience, keep_going)?;
        let voice = Arc::new(material.voice());
        Ok(Self { material, voice })
    }

    /// What every file must pass.
    pub(in crate::cli) fn watch(&self) -> Watch<'_> {
        self.voice.watch()
    }

    /// The complaints that are in it.
    pub(in crate::cli) fn shown(&self) -> &Shown<'r> {
        &self.material.shown
    }

    /// The files that are left out of it.
    pub(in crate::cli) fn left_out(&self) -> &[UnsafeEntry] {
        &self.material.left_out
    }

    /// Makes every page and data file, and hands each to the sink.
    pub(in crate::cli) fn write(&self, sink: &dyn Sink) -> Result<Written, Failure> {
        self.press(sink).write(self.left_out())
    }

    /// What machines read of the complaints; the page that each rests on goes to the sink.
    pub(in crate::cli) fn listings(&self, sink: &dyn Sink) -> Result<Listings, Failure> {
        let press = self.press(sink);
        let listings = press.listings()?;
        Ok(press.composer.listings(listings, self.left_out().len()))
    }

    pub(super) fn press<'e>(&'e self, sink: &'e dyn Sink) -> Press<'e> {
        let Material { register, audience, shown, identities, renderer, .. } = &self.material;
        let composer = Composer::new(register, &shown.rows, &shown.records, &shown.figures, (*audience).into());
        Press { register, shown, composer, identities, voice: &self.voice, renderer, sink, gathering: None }
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
