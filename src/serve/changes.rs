//! Watching the register. In: its folder and that of the office's templates. Out: word that something in
//! them changed, once for changes that come together.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

/// Changes that come together, such as those of an editor that writes a file in two steps, make one.
const TOGETHER: Duration = Duration::from_millis(15);

/// Someone who watches folders.
pub struct Changes {
    folders: Vec<PathBuf>,
    watcher: RecommendedWatcher,
    events: Receiver<notify::Result<Event>>,
}

/// Why the system will not watch.
#[derive(Debug)]
pub struct ChangesError {
    path: PathBuf,
    error: notify::Error,
}

impl Changes {
    /// Watches the register, and the templates where there are any, now or later.
    ///
    /// # Errors
    /// When the system refuses, such as when it watches too much already.
    pub fn of(register: &Path, templates: Option<PathBuf>) -> Result<Self, ChangesError> {
        let failed = |path: &Path| {
            let path = path.to_owned();
            move |error| ChangesError { path, error }
        };
        let register = register.canonicalize().map_err(|error| failed(register)(notify::Error::io(error)))?;
        let (sender, events) = mpsc::channel();
        let mut watcher = notify::recommended_watcher(sender).map_err(failed(&register))?;
        watcher.watch(&register, RecursiveMode::Recursive).map_err(failed(&register))?;
        let folders: Vec<PathBuf> = [Some(register), templates].into_iter().flatten().collect();
        // A folder that is made, or put in the place of another, is told of by the one around it.
        for around in folders.iter().filter_map(|folder| folder.parent()) {
            watcher.watch(around, RecursiveMode::NonRecursive).map_err(failed(around))?;
        }
        let mut changes = Self { folders, watcher, events };
        changes.watch_again();
        Ok(changes)
    }

    /// Waits until something happens in or beside the register; whether that was a change of it. Who is busy beside it
    /// does not make the patience longer.
    ///
    /// # Panics
    /// When the thread that watches has ended, which it does with this value alone.
    pub fn wait(&mut self, patience: Duration) -> bool {
        let mut events = match self.events.recv_timeout(patience) {
            Ok(first) => vec![first],
            Err(RecvTimeoutError::Timeout) => return false,
            Err(RecvTimeoutError::Disconnected) => panic!("the watcher lives as long as what it tells"),
        };
        if !events.iter().any(|event| self.is_change(event)) {
            return false;
        }
        std::thread::sleep(TOGETHER);
        events.extend(self.events.try_iter());
        if events.iter().flatten().flat_map(|event| &event.paths).any(|path| self.folders.contains(path)) {
            self.watch_again();
        }
        true
    }

    /// Watches the folders that are there now; those that are not are told of when they come.
    fn watch_again(&mut self) {
        for folder in &self.folders {
            let _: notify::Result<()> = self.watcher.unwatch(folder);
            let _: notify::Result<()> = self.watcher.watch(folder, RecursiveMode::Recursive);
        }
    }

    fn is_change(&self, event: &notify::Result<Event>) -> bool {
        // What went wrong, or was too much to tell, may have been a change.
        let Ok(event) = event else { return true };
        let is_read = match event.kind {
            EventKind::Access(AccessKind::Close(AccessMode::Write)) => false,
            EventKind::Access(_) => true,
            _ => false,
        };
        !is_read && (event.need_rescan() || event.paths.iter().any(|path| self.is_of_register(path)))
    }

    fn is_of_register(&self, path: &Path) -> bool {
        let is_hidden = |path: &Path| path.iter().any(|part| part.to_string_lossy().starts_with('.'));
        self.folders.iter().any(|folder| path.strip_prefix(folder).is_ok_and(|inside| !is_hidden(inside)))
    }
}

impl fmt::Display for ChangesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.display();
        match &self.error.kind {
            notify::ErrorKind::MaxFilesWatch => write!(
                f,
                "de map {path} is niet in het oog te houden: het systeem let al op te veel bestanden. Sluit een ander \
                 programma dat dat doet, zoals een editor"
            ),
            notify::ErrorKind::Io(error) => {
                write!(f, "de map {path} is niet in het oog te houden ({})", crate::source::reason(error))
            }
            _ => write!(f, "de map {path} is niet in het oog te houden"),
        }
    }
}

impl std::error::Error for ChangesError {}

impl fmt::Debug for Changes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Changes").field("folders", &self.folders).finish_non_exhaustive()
    }
}
