//! For whom a site speaks. In: the register and the audience. Out: what makes the texts of its pages, and
//! what reads them before they are written. The one place that gives leave to show personal data.

use std::path::PathBuf;

use rayon::prelude::*;

use super::super::arguments::{Audience, BuildOptions};
use super::super::{Failure, git};
use crate::anonymise::{self, Anonymiser, Asked, Difference, OwnIdentities, Reading};
use crate::calendar::Holiday;
use crate::check;
use crate::complaint::{self, SectionKind};
use crate::finding::Finding;
use crate::personal::Disclosure;
use crate::publish::{FixedWords, Gate, Known, Subject, Watch};
use crate::register::{Entry, Record, Register};
use crate::render::Renderer;
use crate::views;
use crate::views::compose::{self, AsWritten, Composer, ForTeam};

/// How a site speaks of people.
pub(super) enum Voice {
    /// Masked, and read by the gate.
    Team { anonymiser: Box<Anonymiser>, gate: Box<Gate> },
    /// As everything was written; findings still tell whether what was read for the team stands.
    Management { leave: Disclosure, reader: Option<Box<Anonymiser>> },
}

/// A complaint of which a page is to tell.
pub(super) struct Case<'r> {
    /// Its place in the order of numbers.
    pub(super) at: usize,
    pub(super) record: &'r Record,
    pub(super) identities: &'r OwnIdentities<'r>,
}

/// What is told of one complaint.
pub(super) struct Account {
    /// Its page.
    pub(super) view: views::Complaint,
    /// What that rests on.
    pub(super) seen: Seen,
}

/// What was seen of a complaint in its register.
pub(super) struct Seen {
    /// What the checks say of it.
    pub(super) findings: Vec<Finding>,
    /// Whether someone has read its texts.
    pub(super) reading: Reading,
    /// What its texts asked of the names that the register knows, where that is noted.
    pub(super) asked: Option<Asked>,
}

impl Voice {
    pub(super) fn of(
        audience: Audience,
        register: &Register,
        identities: &[OwnIdentities<'_>],
        renderer: &Renderer,
    ) -> Self {
        match audience {
            Audience::Management => {
                let reader = check::reader(register).map(Box::new);
                Self::Management { leave: Disclosure::to_management(), reader }
            }
            Audience::Team => {
                let anonymiser = || Box::new(Anonymiser::knowing(identities, register.staff()));
                let (anonymiser, gate) = rayon::join(anonymiser, || Box::new(gate(register, identities, renderer)));
                Self::Team { anonymiser, gate }
            }
        }
    }

    pub(super) fn watch(&self) -> Watch<'_> {
        match self {
            Self::Team { gate, .. } => Watch::Gate(gate),
            Self::Management { leave, .. } => Watch::Leave(leave),
        }
    }

    /// The same, where the site will be made again after changes in the register.
    pub(super) fn taking_notes(self) -> Self {
        match self {
            Self::Team { anonymiser, gate } => Self::Team { anonymiser: Box::new(anonymiser.taking_notes()), gate },
            Self::Management { .. } => self,
        }
    }

    /// Which names, addresses and numbers it knows otherwise than another one, with the same staff list; none where
    /// nothing tells.
    pub(super) fn difference(&self, other: &Self) -> Option<Difference> {
        match (self, other) {
            (Self::Team { anonymiser, .. }, Self::Team { anonymiser: other, .. }) => Some(anonymiser.difference(other)),
            _ => None,
        }
    }

    /// Whether someone has read the texts of a record.
    pub(super) fn reading(&self, record: &Record) -> Reading {
        let reader = match self {
            Self::Team { anonymiser, .. } => Some(&**anonymiser),
            Self::Management { reader, .. } => reader.as_deref(),
        };
        check::reading(reader, record)
    }

    /// The pages of some complaints, and what the checks say of each. All go through one stage before any goes through the
    /// next.
    pub(super) fn complaints(
        &self,
        composer: &Composer<'_>,
        register: &Register,
        cases: Vec<Case<'_>>,
    ) -> Vec<Account> {
        let findings = |case: &Case<'_>, reading| check::check_read(register, case.record, reading);
        match self {
            Self::Team { anonymiser, .. } => {
                let maskers = cases.iter().map(|case| {
                    let Record { file, complaint, .. } = case.record;
                    anonymiser.record_of(file.text(), complaint, case.identities)
                });
                let maskers: Vec<_> = maskers.collect();
                let seen = cases.iter().zip(&maskers).map(|(case, masker)| {
                    let reading = masker.reading();
                    Seen { findings: findings(case, reading), reading, asked: None }
                });
                let seen: Vec<_> = seen.collect();
                let told = cases.iter().zip(maskers).zip(seen).map(|((case, masker), seen)| {
                    let texts = ForTeam::new(&masker, seen.reading, register.protocol().free_text);
                    let view = composer.complaint(case.at, &seen.findings, &texts);
                    Account { view, seen: Seen { asked: masker.asked(), ..seen } }
                });
                told.collect()
            }
            Self::Management { leave, .. } => {
                let told = cases.iter().map(|case| {
                    let Record { file, complaint, .. } = case.record;
                    let reading = self.reading(case.record);
                    let findings = findings(case, reading);
                    let texts = AsWritten::new(leave, file.text(), complaint);
                    let view = composer.complaint(case.at, &findings, &texts);
                    Account { view, seen: Seen { findings, reading, asked: None } }
                });
                told.collect()
            }
        }
    }
}

impl From<Audience> for views::Audience {
    fn from(audience: Audience) -> Self {
        match audience {
            Audience::Team => Self::Team,
            Audience::Management => Self::Management,
        }
    }
}

/// The folder of the site. One for the management may not be one that git would take up: whoever has a
/// copy of the project would read it.
pub(super) fn target(options: &BuildOptions) -> Result<PathBuf, Failure> {
    let usual = match options.audience {
        Audience::Team => "site",
        Audience::Management => "site-vertrouwelijk",
    };
    let out = options.out.clone().unwrap_or_else(|| PathBuf::from(usual));
    if options.audience == Audience::Management && git::would_track(&out)? {
        return Err(Failure::new(format!(
            "de map {} zou met git worden bewaard en gedeeld, en deze site is vertrouwelijk; zet een regel voor die \
             map in .gitignore, of geef bij --out een map buiten dit project",
            out.display()
        )));
    }
    Ok(out)
}

/// What each file's own fields tell of people, in the order of the entries: masker and gate share it.
pub(super) fn identities(register: &Register) -> Vec<OwnIdentities<'_>> {
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
    texts.extend([check::FIXED_WORDS, compose::PREAMBLE]);
    texts.extend(holidays.iter().map(String::as_str));
    FixedWords::of(texts)
}
