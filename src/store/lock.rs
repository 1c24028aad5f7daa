//! One run at a time for a register or a site. In: a path in or beside it. Out: a lock that the system drops when the
//! run ends, however it ends.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

const PAUSE: Duration = Duration::from_millis(50);

/// How often another run is given a [`PAUSE`] to finish: a minute in all.
const PATIENCE: u32 = 1200;

/// The lock of a register or a site. The file goes when the run ends; a run that was killed leaves it behind, and
/// it hinders nobody.
#[derive(Debug)]
pub struct Lock {
    file: File,
    path: PathBuf,
}

impl Lock {
    /// Takes the lock; waits up to a minute while another run has it. None when that run goes on.
    ///
    /// # Errors
    /// When the system refuses the file.
    pub fn take(path: &Path) -> io::Result<Option<Self>> {
        for _ in 0..PATIENCE {
            let file = open(path)?;
            match file.try_lock() {
                // The run before may have taken its file away between our opening and our locking.
                Ok(()) if is_still(&file, path) => return Ok(Some(Self { file, path: path.to_owned() })),
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => std::thread::sleep(PAUSE),
                Err(TryLockError::Error(error)) => return Err(error),
            }
        }
        Ok(None)
    }
}

/// Opens the file, or makes it. That of a run of someone else may be closed to our writing, and can be locked all the same.
fn open(path: &Path) -> io::Result<File> {
    let made = OpenOptions::new().write(true).create(true).truncate(false).open(path);
    made.or_else(|error| match error.kind() {
        io::ErrorKind::PermissionDenied => File::open(path).map_err(|_| error),
        _ => Err(error),
    })
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Only where `is_still` can tell an old file from a new one may the file go.
        if cfg!(unix) && is_still(&self.file, &self.path) {
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

/// Whether the path still leads to this open file.
#[cfg(unix)]
fn is_still(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let same = |a: std::fs::Metadata, b: std::fs::Metadata| a.ino() == b.ino() && a.dev() == b.dev();
    file.metadata().ok().zip(std::fs::symlink_metadata(path).ok()).is_some_and(|(a, b)| same(a, b))
}

#[cfg(not(unix))]
fn is_still(_: &File, _: &Path) -> bool {
    true
}
