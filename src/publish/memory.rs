//! A site in memory, for a reader on this computer. In: finished pages, one by one, from any thread. Out:
//! the site as a whole once the gate has passed every page; nothing touches the disk.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::{Arc, Mutex, PoisonError};

use super::PublishError;
use super::gate::{GateId, Own};
use super::inspection::{Inspection, Sink, hold};
use super::leak::Leaks;
use super::watch::Watch;

/// A site that is being made in memory.
#[derive(Debug)]
pub struct Memory<'g> {
    inspection: Inspection<'g>,
    files: Mutex<BTreeMap<String, Arc<[u8]>>>,
    /// A site of which files can stay.
    before: Option<&'g Site>,
}

/// A site in memory that the gate has passed as a whole: the only thing that can be served.
#[derive(Debug, Default)]
pub struct Site {
    files: BTreeMap<String, Arc<[u8]>>,
    gate: Option<GateId>,
}

impl<'g> Memory<'g> {
    /// An empty site, for whom the watch says; after another one, from which files can be taken over.
    #[must_use]
    pub fn after(before: Option<&'g Site>, watch: Watch<'g>) -> Self {
        Self { inspection: Inspection::by(watch), files: Mutex::default(), before }
    }

    /// Ends the making.
    ///
    /// # Errors
    /// When the gate found a leak on any page.
    pub fn seal(self) -> Result<Site, Leaks> {
        let gate = self.inspection.watch().gate();
        self.inspection.end()?;
        Ok(Site { files: self.files.into_inner().unwrap_or_else(PoisonError::into_inner), gate })
    }
}

impl Sink for Memory<'_> {
    fn add(&self, path: &str, bytes: &[u8], own: Option<Own<'_>>) -> Result<(), PublishError> {
        if !self.inspection.passes(path, bytes, own)? {
            return Ok(());
        }
        match hold(&self.files).entry(path.to_owned()) {
            Entry::Occupied(_) => Err(PublishError::Twice(path.to_owned())),
            Entry::Vacant(place) => {
                place.insert(bytes.into());
                Ok(())
            }
        }
    }

    fn again(&self, path: &str, own: Option<Own<'_>>) -> bool {
        let Some((before, file)) = self.before.and_then(|site| Some((site, site.file(path)?))) else { return false };
        let watch = self.inspection.watch();
        // What this very gate has passed, it passes again.
        let passes = before.gate.is_some() && before.gate == watch.gate() || watch.search(path, file, own).is_empty();
        if passes {
            hold(&self.files).insert(path.to_owned(), Arc::clone(file));
        }
        passes
    }
}

/// Sites are equal when their files are: a reader sees no more than those.
impl PartialEq for Site {
    fn eq(&self, other: &Self) -> bool {
        self.files == other.files
    }
}

impl Eq for Site {}

impl Site {
    /// The file at exactly this path, relative to the site, with `/`.
    #[must_use]
    pub fn file(&self, path: &str) -> Option<&Arc<[u8]>> {
        self.files.get(path)
    }
}
