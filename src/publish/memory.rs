//! A site in memory, for a reader on this computer. In: finished pages, one by one, from any thread. Out:
//! the site as a whole once the gate has passed every page; nothing touches the disk.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::{Arc, Mutex, PoisonError};

use super::PublishError;
use super::gate::Own;
use super::inspection::{Inspection, Sink, hold};
use super::leak::Leaks;
use super::watch::Watch;

/// A site that is being made in memory.
#[derive(Debug)]
pub struct Memory<'g> {
    inspection: Inspection<'g>,
    files: Mutex<BTreeMap<String, Arc<[u8]>>>,
}

/// A site in memory that the gate has passed as a whole: the only thing that can be served.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Site {
    files: BTreeMap<String, Arc<[u8]>>,
}

impl<'g> Memory<'g> {
    /// An empty site, for whom the watch says.
    #[must_use]
    pub fn new(watch: Watch<'g>) -> Self {
        Self { inspection: Inspection::by(watch), files: Mutex::default() }
    }

    /// Ends the making.
    ///
    /// # Errors
    /// When the gate found a leak on any page.
    pub fn seal(self) -> Result<Site, Leaks> {
        self.inspection.end()?;
        Ok(Site { files: self.files.into_inner().unwrap_or_else(PoisonError::into_inner) })
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
}

impl Site {
    /// The file at exactly this path, relative to the site, with `/`.
    #[must_use]
    pub fn file(&self, path: &str) -> Option<&Arc<[u8]>> {
        self.files.get(path)
    }
}
