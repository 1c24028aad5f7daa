//! The join of a register: settings and all records side by side. In: a folder and a day. Out: every
//! complaint with its terms, every file that is none, and which numbers stand where.

mod erased;
mod erasure;
mod load;
mod logo;
mod row;
mod unsafe_entries;

use std::collections::HashMap;
use std::path::PathBuf;

use crate::calendar::Date;
use crate::complaint::{Broken, Complaint, Number, Status, Timeline};
use crate::personal::Personal;
use crate::protocol::{Loaded, Logo, Protocol, Staff};
use crate::source::{Place, RelPath, SourceFile};

pub use erased::{ERASED, ErasedList, WhyWrong, WrongLine, erased_header, erased_line};
pub use erasure::{Erasure, NotErased};
pub use load::{LoadError, load, load_after, protocol, staff};
pub use row::{Cause, Kind, LeadTime, Row, RowAppeal, RowTerm};
pub use unsafe_entries::UnsafeEntry;

/// A register as it lies on disk, read on one day.
#[derive(Debug)]
pub struct Register {
    /// Its folder.
    pub folder: PathBuf,
    /// The day to which everything is held.
    pub today: Date,
    /// The protocol, with the file that overrides the embedded one.
    pub protocol: Settings<Protocol>,
    /// The office's logo, where one is set and is right.
    pub logo: Option<Logo>,
    /// The staff list; without a file, names are not checked.
    pub staff: Option<Settings<Staff>>,
    /// Every complaint file, sorted by path.
    pub entries: Vec<Entry>,
    /// The paths of all files of the register, of whatever kind, sorted.
    pub paths: Vec<RelPath>,
    /// The complaints that were erased.
    pub erased: ErasedList,
    numbers: HashMap<Number, Vec<usize>>,
}

/// A settings file and what it gave.
#[derive(Debug)]
pub struct Settings<T> {
    /// The file; none where the embedded defaults hold.
    pub file: Option<SourceFile>,
    /// The settings, with what is wrong in them.
    pub loaded: Loaded<T>,
}

/// One complaint file.
#[derive(Debug)]
pub enum Entry {
    /// A complaint.
    Record(Box<Record>),
    /// No complaint (K001).
    Broken {
        /// The file; its text is empty where it could not be read.
        file: SourceFile,
        /// Why it is none.
        why: NoRecord,
    },
}

/// Why a file gave no record.
#[derive(Clone, Debug)]
pub enum NoRecord {
    /// The system refused it, for this reason.
    Unreadable(String),
    /// It is a folder.
    Folder,
    /// Its bytes are no UTF-8 from here on.
    NotUtf8(Place),
    /// Its text is no complaint.
    Broken(Broken),
    /// It is the list of erased complaints, and this line of it is wrong.
    ErasedLine(WrongLine),
}

/// A complaint with what follows from it.
#[derive(Debug)]
pub struct Record {
    /// Its file.
    pub file: SourceFile,
    /// Its fields.
    pub complaint: Complaint,
    /// Its terms.
    pub timeline: Timeline,
    /// Its status.
    pub status: Status,
}

impl Entry {
    /// The file.
    #[must_use]
    pub fn file(&self) -> &SourceFile {
        match self {
            Self::Record(record) => &record.file,
            Self::Broken { file, .. } => file,
        }
    }

    /// The record, where the file is a complaint.
    #[must_use]
    pub fn record(&self) -> Option<&Record> {
        match self {
            Self::Record(record) => Some(record),
            Self::Broken { .. } => None,
        }
    }
}

impl Register {
    /// The protocol that holds.
    #[must_use]
    pub fn protocol(&self) -> &Protocol {
        &self.protocol.loaded.value
    }

    /// The staff list, where there is one that can be read.
    #[must_use]
    pub fn staff(&self) -> Option<&Staff> {
        let loaded = &self.staff.as_ref()?.loaded;
        loaded.fault.is_none().then_some(&loaded.value)
    }

    /// Every file whose text was read: complaints, settings, and the list of those erased.
    pub fn files(&self) -> impl Iterator<Item = &SourceFile> {
        let settings = [self.protocol.file.as_ref(), self.staff.as_ref().and_then(|staff| staff.file.as_ref())];
        self.entries.iter().map(Entry::file).chain(settings.into_iter().flatten()).chain(&self.erased.file)
    }

    /// All complaints, sorted by path.
    pub fn records(&self) -> impl Iterator<Item = &Record> {
        self.entries.iter().filter_map(Entry::record)
    }

    /// The record in the file with this path.
    #[must_use]
    pub fn record_at(&self, path: &RelPath) -> Option<&Record> {
        self.records().find(|record| record.file.path() == path)
    }

    /// The other records with the number of this one.
    pub fn twins<'r>(&'r self, record: &'r Record) -> impl Iterator<Item = &'r Record> {
        let places = record.complaint.number.given().and_then(|number| self.numbers.get(number));
        let others = places.into_iter().flatten().filter_map(|&at| self.entries[at].record());
        others.filter(|other| !std::ptr::eq(*other, record))
    }

    /// Whether another complaint has, or an erased one had, the number of this one.
    #[must_use]
    pub fn is_used_twice(&self, record: &Record) -> bool {
        let was_erased = record.complaint.number.given().is_some_and(|number| self.erased.has(number));
        was_erased || self.twins(record).next().is_some()
    }

    /// The files in a complaint's own folder.
    #[must_use]
    pub fn attachments_of(&self, record: &Record) -> &[RelPath] {
        self.files_in(record.file.path().own_folder())
    }

    /// The names of these files, from that folder on: they may tell who someone is.
    #[must_use]
    pub fn names_of_attachments(&self, record: &Record) -> Vec<Personal> {
        let folder = record.file.path().own_folder().len() + 1;
        self.attachments_of(record).iter().map(|path| Personal::new(&path.as_str()[folder..])).collect()
    }

    /// The folders of complaints that are not there, with the number that each is called after; in order of path.
    #[must_use]
    pub fn orphans(&self) -> Vec<(RelPath, Number)> {
        let has_file = |folder: &str| {
            let path = format!("{folder}.md");
            self.entries.binary_search_by(|entry| entry.file().path().as_str().cmp(&path)).is_ok()
        };
        let mut orphans: Vec<(RelPath, Number)> = Vec::new();
        for path in &self.paths {
            let Some((folder, number)) = own_folder(path) else { continue };
            let is_known = orphans.last().is_some_and(|(last, _)| last.as_str() == folder);
            // A complaint that lies elsewhere is K005, and its attachments are not lost.
            if !is_known && !has_file(folder) && !self.numbers.contains_key(&number) {
                orphans.push((RelPath::new(folder), number));
            }
        }
        orphans
    }

    /// Whether the register holds this file, or a folder of this name with files in it.
    #[must_use]
    pub fn holds(&self, path: &str) -> bool {
        self.paths.binary_search_by(|file| file.as_str().cmp(path)).is_ok() || !self.files_in(path).is_empty()
    }

    fn files_in(&self, folder: &str) -> &[RelPath] {
        let prefix = format!("{folder}/");
        let first = self.paths.partition_point(|path| path.as_str() < prefix.as_str());
        let rest = &self.paths[first..];
        let length = rest.iter().take_while(|path| path.as_str().starts_with(&prefix)).count();
        &rest[..length]
    }
}

/// The folder above a file that is called after a complaint, the outermost where there are more.
fn own_folder(path: &RelPath) -> Option<(&str, Number)> {
    let mut end = 0;
    for part in path.folder()?.split('/') {
        end += part.len();
        if let Some(number) = Number::parse(part) {
            return Some((&path.as_str()[..end], number));
        }
        end += 1;
    }
    None
}
