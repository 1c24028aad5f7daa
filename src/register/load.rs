//! Reading a register from disk. In: its folder. Out: the join; files are read side by side, and one
//! that cannot be read stops no other.

use std::collections::HashMap;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use super::{ERASED, Entry, ErasedList, NoRecord, Record, Register, Settings, logo};
use crate::calendar::Date;
use crate::complaint::{self, Number, Status, Timeline};
use crate::protocol::{Loaded, Protocol, Staff};
use crate::source::{self, DiscoverError, Found, RelPath, SourceFile, Unreadable};

const PROTOCOL: &str = "protocol.yaml";
const STAFF: &str = "medewerkers.yaml";

/// Why a register could not be read at all.
#[derive(Debug)]
pub enum LoadError {
    /// There is no such folder.
    NoFolder(PathBuf),
    /// A folder in it could not be listed.
    Discover(DiscoverError),
    /// A settings file is there and cannot be read.
    Settings(PathBuf, String),
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoFolder(path) => write!(
                f,
                "er is geen klachtenregister in de map {}: {} (geef de goede map met --register)",
                path.display(),
                if path.exists() { "dat is een bestand" } else { "die map bestaat niet" }
            ),
            Self::Discover(error) => error.fmt(f),
            Self::Settings(path, reason) => write!(f, "het bestand {} is niet te lezen: {reason}", path.display()),
        }
    }
}

impl std::error::Error for LoadError {}

/// Reads the register in `folder`, and holds it to `today`.
///
/// # Errors
/// When the folder, or a folder, settings file or the list of erased complaints in it, cannot be read.
pub fn load(folder: &Path, today: Date) -> Result<Register, LoadError> {
    load_after(None, folder, today)
}

/// The same after the last time: what was read of a file stays where its text is the same.
///
/// # Errors
/// As [`load`].
pub fn load_after(last: Option<Register>, folder: &Path, today: Date) -> Result<Register, LoadError> {
    if !folder.is_dir() {
        return Err(LoadError::NoFolder(folder.to_owned()));
    }
    let mut protocol = protocol_settings(folder)?;
    let logo = logo::load(folder, &mut protocol.loaded);
    let staff = staff_settings(folder)?;
    let erased = settings_file(folder, ERASED)?;
    let erased = erased.map(|file| ErasedList::load(file, &protocol.loaded.value)).unwrap_or_default();
    let discovery = source::discover(folder).map_err(LoadError::Discover)?;
    let known = Known::of(last, protocol.file.as_ref(), today);
    let entry = |found: &Found| match read(found) {
        Ok(file) => known.take(&file).unwrap_or_else(|| parsed(file, &protocol.loaded.value, today)),
        Err(why) => Entry::Broken { file: SourceFile::new(found.path.clone(), String::new()), why },
    };
    let entries: Vec<Entry> = discovery.complaints.par_iter().map(entry).collect();
    let numbers = numbers(&entries);
    let folder = folder.to_owned();
    Ok(Register { folder, today, protocol, logo, staff, entries, paths: discovery.files, erased, numbers })
}

impl Register {
    /// What a file would be in this register; it need not lie there.
    #[must_use]
    pub fn entry(&self, file: SourceFile) -> Entry {
        parsed(file, self.protocol(), self.today)
    }
}

/// The protocol of the register in `folder`; the embedded one where there is no such folder.
///
/// # Errors
/// When there is a protocol file that cannot be read.
pub fn protocol(folder: &Path) -> Result<Loaded<Protocol>, LoadError> {
    protocol_settings(folder).map(|settings| settings.loaded)
}

fn protocol_settings(folder: &Path) -> Result<Settings<Protocol>, LoadError> {
    Ok(match settings_file(folder, PROTOCOL)? {
        Some(file) => Settings { loaded: Protocol::load(&file), file: Some(file) },
        None => Settings { file: None, loaded: Loaded::right(Protocol::default()) },
    })
}

/// The staff list of the register in `folder`; none where there is none.
///
/// # Errors
/// When there is a staff list that cannot be read.
pub fn staff(folder: &Path) -> Result<Option<Loaded<Staff>>, LoadError> {
    staff_settings(folder).map(|settings| settings.map(|settings| settings.loaded))
}

fn staff_settings(folder: &Path) -> Result<Option<Settings<Staff>>, LoadError> {
    let file = settings_file(folder, STAFF)?;
    Ok(file.map(|file| Settings { loaded: Staff::load(&file), file: Some(file) }))
}

fn settings_file(folder: &Path, name: &str) -> Result<Option<SourceFile>, LoadError> {
    let path = folder.join(name);
    match source::read(&path, RelPath::new(name)) {
        Ok(file) => Ok(Some(file)),
        Err(Unreadable::Io(error)) if error.kind() == std::io::ErrorKind::NotFound => {
            misplaced(folder, name).map_or(Ok(None), Err)
        }
        Err(Unreadable::Io(error)) => Err(LoadError::Settings(path, source::reason(&error))),
        Err(Unreadable::NotUtf8 { .. }) => {
            Err(LoadError::Settings(path, "het is geen gewone tekst (UTF-8)".to_owned()))
        }
    }
}

/// Why a settings file is not there, where someone surely meant it to be: to go on without it would leave colleagues
/// unmasked and terms wrong, and nobody would see.
fn misplaced(folder: &Path, name: &str) -> Option<LoadError> {
    let is_meant = |own: &str| {
        let own = own.to_lowercase();
        let own = own.strip_suffix(".txt").unwrap_or(&own);
        own == name || own.strip_suffix(".yml") == Some(name.trim_end_matches(".yaml"))
    };
    let names = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.file_name());
    let own = names.filter(|own| own.to_str().is_some_and(is_meant)).min()?;
    let why = if own == name {
        "het is een koppeling naar een bestand dat er niet is".to_owned()
    } else {
        format!("geef het de naam {name}")
    };
    Some(LoadError::Settings(folder.join(own), why))
}

/// What is known of complaint files that were read before, by the same protocol and for the same day.
#[derive(Default)]
struct Known(Mutex<HashMap<RelPath, Entry>>);

impl Known {
    fn of(last: Option<Register>, protocol: Option<&SourceFile>, today: Date) -> Self {
        let text = |file: Option<&SourceFile>| file.map(|file| file.text().to_owned());
        let same = |last: &Register| last.today == today && text(last.protocol.file.as_ref()) == text(protocol);
        let entries = last.filter(same).map(|last| last.entries).unwrap_or_default();
        Self(Mutex::new(entries.into_iter().map(|entry| (entry.file().path().clone(), entry)).collect()))
    }

    /// What a file with this text was, if that is known.
    fn take(&self, file: &SourceFile) -> Option<Entry> {
        // A thread that panicked has left the map whole: each change is one removal.
        let entry = self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(file.path())?;
        (entry.record().is_some() && entry.file().text() == file.text()).then_some(entry)
    }
}

fn read(found: &Found) -> Result<SourceFile, NoRecord> {
    if !found.is_file {
        return Err(NoRecord::Folder);
    }
    source::read(&found.absolute, found.path.clone()).map_err(|unreadable| match unreadable {
        Unreadable::Io(error) => NoRecord::Unreadable(source::reason(&error)),
        Unreadable::NotUtf8 { place } => NoRecord::NotUtf8(place),
    })
}

fn parsed(file: SourceFile, protocol: &Protocol, today: Date) -> Entry {
    match complaint::parse(&file, protocol, today) {
        Ok(complaint) => {
            let timeline = Timeline::of(&complaint, protocol, today);
            let status = Status::of(&complaint);
            Entry::Record(Box::new(Record { file, complaint, timeline, status }))
        }
        Err(broken) => Entry::Broken { file, why: NoRecord::Broken(broken) },
    }
}

impl Register {
    /// Takes this text for what stands in a complaint file that is there already, as if it had been read from disk.
    pub fn reread(&mut self, file: SourceFile) {
        let Some(at) = self.entries.iter().position(|entry| entry.file().path() == file.path()) else { return };
        self.entries[at] = parsed(file, self.protocol(), self.today);
        self.numbers = numbers(&self.entries);
    }
}

fn numbers(entries: &[Entry]) -> HashMap<Number, Vec<usize>> {
    let mut numbers: HashMap<Number, Vec<usize>> = HashMap::with_capacity(entries.len());
    for (at, entry) in entries.iter().enumerate() {
        if let Some(number) = entry.record().and_then(|record| record.complaint.number.given()) {
            numbers.entry(number.clone()).or_default().push(at);
        }
    }
    numbers
}

#[cfg(test)]
#[allow(clippy::disallowed_methods, reason = "tests make their own files")]
mod tests {
    use super::*;

    #[test]
    fn a_settings_file_with_a_name_that_is_nearly_right_is_not_passed_over() {
        for (name, is_passed_over) in [
            ("medewerkers.yaml", true),
            ("medewerkers.yml", false),
            ("Medewerkers.YAML.txt", false),
            ("protocol.yml", false),
            ("vernietigd.csv.txt", false),
            ("medewerkers-2025.yaml", true),
            ("protocol.md.txt", true),
            ("README.md", true),
        ] {
            let folder = tempfile::tempdir().expect("tests have a disk");
            fs::write(folder.path().join(name), "").expect("written");
            let today = Date::from_ymd_opt(2026, 11, 23).expect("a day");
            let told = load(folder.path(), today).err().map(|error| error.to_string());
            assert_eq!(told.is_none(), is_passed_over, "{name}: {told:?}");
            assert!(told.is_none_or(|told| told.contains(name)), "{name}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_staff_list_that_is_a_link_to_nothing_is_not_passed_over() {
        let folder = tempfile::tempdir().expect("tests have a disk");
        std::os::unix::fs::symlink("/nergens/medewerkers.yaml", folder.path().join(STAFF)).expect("a link");
        assert!(matches!(staff(folder.path()), Err(LoadError::Settings(..))));
    }
}
