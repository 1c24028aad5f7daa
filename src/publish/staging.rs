//! Writing a site. In: finished pages, one by one, from any thread. Out: a folder beside the target that
//! takes its place once the gate has passed every page.
//!
//! One run at a time works on a target (a lock beside it), so what lies in the hidden folders at the
//! start comes from a run that was killed.

use std::collections::BTreeSet;
use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::PublishError;
use super::gate::Own;
use super::inspection::{Inspection, Sink, hold};
use super::leak::Leaks;
use super::marker;
use super::neighbours::Neighbours;
use super::watch::Watch;
use crate::store::Lock;

/// A site that is being written. Dropped without [`Staging::seal`], it is gone and the target untouched.
#[derive(Debug)]
pub struct Staging<'g> {
    folder: Folder,
    inspection: Inspection<'g>,
    made: Mutex<BTreeSet<String>>,
    pages: Mutex<BTreeSet<String>>,
}

/// A site that the gate has passed as a whole: the only thing that can be published.
#[derive(Debug)]
#[must_use = "a sealed site is published by `swap_in` alone"]
pub struct Sealed {
    folder: Folder,
    audience: &'static str,
    pages: BTreeSet<String>,
}

/// What became of a swap.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Swapped {
    /// Where the site before was kept, because someone had put files of their own in it.
    pub kept: Option<PathBuf>,
}

/// The staging folder, its lock, and its end.
#[derive(Debug)]
struct Folder {
    places: Neighbours,
    _lock: Lock,
}

impl Drop for Folder {
    fn drop(&mut self) {
        // After a swap there is nothing here; what cannot be removed now goes at the start of the next run.
        let _ = marker::remove(&self.places.staging);
    }
}

impl<'g> Staging<'g> {
    /// Makes a fresh folder beside the target, after mending what a killed run left there.
    ///
    /// # Errors
    /// When the target is a file, a symbolic link, or a folder with something in it that klacht did not
    /// write; when it holds a site for someone else, or lies within a site; when another run goes on writing to it for a minute; when the system refuses.
    pub fn new(target: &Path, watch: Watch<'g>) -> Result<Self, PublishError> {
        let audience = watch.audience();
        let places = Neighbours::of(target)?;
        // Before anything is made: a refused target leaves no trace.
        places.check_target()?;
        places.check_audience(audience)?;
        places.make_parent()?;
        let lock = Lock::take(&places.lock)
            .map_err(PublishError::io("er is niet te schrijven naast de map", &places.target))?
            .ok_or_else(|| PublishError::Busy(target.to_owned()))?;
        places.recover()?;
        let failed = || PublishError::io("de map is niet te maken", &places.staging);
        fs::create_dir(&places.staging).map_err(failed())?;
        marker::mark(&places.staging, audience).map_err(failed())?;
        let folder = Folder { places, _lock: lock };
        Ok(Self { folder, inspection: Inspection::by(watch), made: Mutex::default(), pages: Mutex::default() })
    }

    fn make_folder_of(&self, path: &str) -> Result<(), PublishError> {
        let Some((folder, _)) = path.rsplit_once('/') else { return Ok(()) };
        let mut made = hold(&self.made);
        if !made.contains(folder) {
            let full = self.folder.places.staging.join(folder);
            fs::create_dir_all(&full).map_err(PublishError::io("de map is niet te maken", &full))?;
            made.insert(folder.to_owned());
        }
        Ok(())
    }

    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), PublishError> {
        let full = self.folder.places.staging.join(path);
        let written = OpenOptions::new().write(true).create_new(true).open(&full);
        match written.and_then(|mut file| file.write_all(bytes)) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(PublishError::Twice(path.to_owned())),
            result => result.map_err(PublishError::io("het bestand is niet te schrijven", &full)),
        }
    }

    /// Ends the writing.
    ///
    /// # Errors
    /// When the gate found a leak on any page: the folder is gone then, and the target untouched.
    pub fn seal(self) -> Result<Sealed, Leaks> {
        let audience = self.inspection.audience();
        self.inspection.end()?;
        let pages = self.pages.into_inner().unwrap_or_else(PoisonError::into_inner);
        Ok(Sealed { folder: self.folder, audience, pages })
    }
}

impl Sink for Staging<'_> {
    fn add(&self, path: &str, bytes: &[u8], own: Option<Own<'_>>) -> Result<(), PublishError> {
        if self.inspection.passes(path, bytes, own)? {
            self.make_folder_of(path)?;
            self.write(path, bytes)?;
            hold(&self.pages).insert(path.to_owned());
        }
        Ok(())
    }
}

impl Sealed {
    /// Puts the site in its place by two renames; the old site goes once the new one stands.
    ///
    /// # Errors
    /// When the system refuses: the old site is back then, or its place is told.
    pub fn swap_in(self) -> Result<Swapped, PublishError> {
        let staging = &self.folder.places.staging;
        marker::complete(staging, self.audience, &self.pages)
            .map_err(PublishError::io("het bestand is niet te schrijven", staging))?;
        let kept = self.folder.places.swap()?;
        Ok(Swapped { kept })
    }
}
