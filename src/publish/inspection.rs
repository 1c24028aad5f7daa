//! What each file of a site goes through before it is kept, on disk or in memory. In: the file. Out:
//! whether it may be kept; at the end, everything that would have leaked.

use std::sync::{Mutex, MutexGuard, PoisonError};

use super::PublishError;
use super::gate::Own;
use super::leak::{Leak, Leaks};
use super::marker::{GITIGNORE, MARKER};
use super::watch::Watch;

/// Where the files of a site go, from any thread, once they have been read.
pub trait Sink: Sync {
    /// Takes a page, a data file or a style sheet: the gate reads it, then it is kept. `path` is relative to
    /// the site, with `/`; `own` tells whose page it is.
    ///
    /// # Errors
    /// When the path leaves the site or was added before; when the file cannot be written. A leak is no
    /// error here: it comes out when the site is sealed.
    fn add(&self, path: &str, bytes: &[u8], own: Option<Own<'_>>) -> Result<(), PublishError>;

    /// Takes the file at this path over from a site before, where the gate passes it; whether it could.
    fn again(&self, _path: &str, _own: Option<Own<'_>>) -> bool {
        false
    }
}

/// The reading of one site.
#[derive(Debug)]
pub(super) struct Inspection<'g> {
    watch: Watch<'g>,
    leaks: Mutex<Vec<Leak>>,
}

impl<'g> Inspection<'g> {
    pub(super) fn by(watch: Watch<'g>) -> Self {
        Self { watch, leaks: Mutex::default() }
    }

    /// Who the site is for.
    pub(super) fn audience(&self) -> &'static str {
        self.watch.audience()
    }

    /// Whether this file may be kept.
    pub(super) fn passes(&self, path: &str, bytes: &[u8], own: Option<Own<'_>>) -> Result<bool, PublishError> {
        if !is_page_path(path) {
            return Err(PublishError::PagePath(path.to_owned()));
        }
        let leaks = self.watch.search(path, bytes, own);
        let passes = leaks.is_empty();
        if !passes {
            hold(&self.leaks).extend(leaks);
        }
        Ok(passes)
    }

    /// What the files must pass.
    pub(super) fn watch(&self) -> Watch<'g> {
        self.watch
    }

    /// Ends the reading: fine when nothing leaked anywhere.
    pub(super) fn end(self) -> Result<(), Leaks> {
        let leaks = self.leaks.into_inner().unwrap_or_else(PoisonError::into_inner);
        Leaks::of(leaks).map_or(Ok(()), Err)
    }
}

/// A reading of files that are not kept: of what a single file is made from, before that file goes out.
#[derive(Debug)]
pub struct Reading<'g>(Inspection<'g>);

impl<'g> Reading<'g> {
    /// Nothing read yet, for whom the watch says.
    #[must_use]
    pub fn new(watch: Watch<'g>) -> Self {
        Self(Inspection::by(watch))
    }

    /// Ends the reading.
    ///
    /// # Errors
    /// When the gate found a leak in any file.
    pub fn seal(self) -> Result<(), Leaks> {
        self.0.end()
    }
}

impl Sink for Reading<'_> {
    fn add(&self, path: &str, bytes: &[u8], own: Option<Own<'_>>) -> Result<(), PublishError> {
        self.0.passes(path, bytes, own).map(drop)
    }
}

/// The collection in a mutex. A thread that panicked has left it whole: each change is one insertion.
pub(super) fn hold<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Whether a path stays within the site, and outside klacht's own files.
fn is_page_path(path: &str) -> bool {
    let part = |part: &str| !part.is_empty() && !part.starts_with('.') && !part.contains(['\\', ':', '\0', '\n']);
    path.split('/').all(part) && path != MARKER && path != GITIGNORE
}
