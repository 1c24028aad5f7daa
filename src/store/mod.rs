//! The register on disk, for commands that change it. In: whole files. Out: the same files created,
//! replaced or removed as a whole, one command at a time, so that a kill at any point leaves the old file
//! or the new one.

#![allow(clippy::disallowed_methods, reason = "this stage writes the files of a register")]

mod copies;
mod draft;
mod error;
mod lock;
#[cfg(test)]
mod tests;

use std::fs::{self, File, Metadata};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

use crate::source::RelPath;
pub use copies::{Incoming, are_alike};
pub use draft::create_numbered;
pub use error::StoreError;
pub use lock::Lock;

/// The lock of a register, in its folder. Names with a full stop in front are no part of a register.
const LOCK: &str = ".klacht-slot";

/// New files have a name of this kind until they are whole.
const UNFINISHED: &str = ".klacht-nieuw-";

/// A register that one command may change; others wait until it is dropped.
#[derive(Debug)]
pub struct Store {
    folder: PathBuf,
    _lock: Lock,
}

impl Store {
    /// Opens a register for changing; waits up to a minute while another command does so.
    ///
    /// # Errors
    /// When the folder is not there or cannot be written in, or another command goes on.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        let refused = StoreError::io("in deze map is niet te schrijven", folder);
        let lock = Lock::take(&folder.join(LOCK)).map_err(refused)?;
        let lock = lock.ok_or_else(|| StoreError::Busy(folder.to_owned()))?;
        Ok(Self { folder: folder.to_owned(), _lock: lock })
    }

    /// The same where the folder may have to be made.
    ///
    /// # Errors
    /// When it cannot be made or written in, or another command goes on.
    pub fn open_new(folder: &Path) -> Result<Self, StoreError> {
        fs::create_dir_all(folder).map_err(StoreError::io("de map is niet te maken", folder))?;
        Self::open(folder)
    }

    /// Where a file of the register lies.
    #[must_use]
    pub fn place(&self, path: &RelPath) -> PathBuf {
        self.folder.join(path.as_str())
    }

    /// The bytes of a file; none where there is no such file.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn read(&self, path: &RelPath) -> Result<Option<Vec<u8>>, StoreError> {
        let place = self.place(path);
        match fs::read(&place) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(StoreError::io("het bestand is niet te lezen", &place)(error)),
        }
    }

    /// Puts `after` in the place of `before`. Permissions and owner stay.
    ///
    /// # Errors
    /// When the file no longer holds `before`, is a symbolic link, or cannot be written: it is as it was
    /// then.
    pub fn replace(&self, path: &RelPath, before: &[u8], after: &[u8]) -> Result<(), StoreError> {
        let place = self.place(path);
        let refused = || StoreError::io("het bestand is niet te veranderen", &place);
        let metadata = fs::symlink_metadata(&place).map_err(refused())?;
        if metadata.is_symlink() {
            return Err(StoreError::Link(place));
        }
        if self.read(path)?.as_deref() != Some(before) {
            return Err(StoreError::Changed(place));
        }
        let mut unfinished = self.unfinished(&place, Rights::Own).map_err(refused())?;
        unfinished.write_all(after).and_then(|()| unfinished.as_file().sync_all()).map_err(refused())?;
        keep_rights(&unfinished, &metadata).map_err(refused())?;
        unfinished.persist(&place).map_err(|error| refused()(error.error))?;
        sync_folder_of(&place);
        Ok(())
    }

    /// Writes a new file, with the folders that it needs.
    ///
    /// # Errors
    /// When there is such a file already, or the system refuses.
    pub fn create(&self, path: &RelPath, bytes: &[u8]) -> Result<(), StoreError> {
        self.create_with(path, |file| file.write_all(bytes))
    }

    /// Writes new files, all of them or none.
    ///
    /// # Errors
    /// When one is there already, or the system refuses: those that were written are gone again then, with the
    /// folders that were made for them.
    pub fn create_all<'f>(&self, files: impl IntoIterator<Item = (&'f RelPath, &'f [u8])>) -> Result<(), StoreError> {
        let mut written: Vec<&RelPath> = Vec::new();
        for (path, bytes) in files {
            if let Err(error) = self.create(path, bytes) {
                written.iter().try_for_each(|path| self.remove(path))?;
                // The one that was refused may have got its folders.
                written.iter().copied().chain([path]).for_each(|path| self.remove_empty_folders_of(path));
                return Err(error);
            }
            written.push(path);
        }
        Ok(())
    }

    /// Writes a new file that the system may run.
    ///
    /// # Errors
    /// When there is such a file already, or the system refuses.
    pub fn create_program(&self, path: &RelPath, text: &str) -> Result<(), StoreError> {
        self.create_with(path, |file| {
            file.write_all(text.as_bytes())?;
            allow_running(file)
        })
    }

    /// Removes a file; one that is gone already is no error.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn remove(&self, path: &RelPath) -> Result<(), StoreError> {
        let place = self.place(path);
        match fs::remove_file(&place) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(StoreError::io("het bestand is niet weg te halen", &place)(error))
            }
            _ => {
                sync_folder_of(&place);
                Ok(())
            }
        }
    }

    /// Removes a folder with all that is in it; symbolic links go, and are not followed.
    ///
    /// # Errors
    /// When the system refuses; what it refused is still there.
    pub fn remove_folder(&self, path: &RelPath) -> Result<(), StoreError> {
        let place = self.place(path);
        match fs::remove_dir_all(&place) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(StoreError::io("de map is niet weg te halen", &place)(error))
            }
            _ => Ok(()),
        }
    }

    /// Removes the folders above a file that hold nothing, up to the register's own.
    fn remove_empty_folders_of(&self, path: &RelPath) {
        let mut folder = path.folder();
        while let Some(path) = folder {
            // A folder that holds something stays, and so do those above it.
            let _ = fs::remove_dir(self.folder.join(path));
            folder = path.rsplit_once('/').map(|(above, _)| above);
        }
    }

    fn create_with(
        &self,
        path: &RelPath,
        write: impl FnOnce(&mut NamedTempFile) -> io::Result<()>,
    ) -> Result<(), StoreError> {
        let place = self.place(path);
        let refused = || StoreError::io("het bestand is niet te schrijven", &place);
        if let Some(folder) = place.parent() {
            fs::create_dir_all(folder).map_err(StoreError::io("de map is niet te maken", folder))?;
        }
        let mut unfinished = self.unfinished(&place, Rights::OfNewFiles).map_err(refused())?;
        write(&mut unfinished).and_then(|()| unfinished.as_file().sync_all()).map_err(refused())?;
        match unfinished.persist_noclobber(&place) {
            Ok(_) => {
                sync_folder_of(&place);
                Ok(())
            }
            Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Err(StoreError::Exists(place)),
            Err(error) => Err(refused()(error.error)),
        }
    }

    /// An empty file beside `place`, with a name that no register has.
    fn unfinished(&self, place: &Path, rights: Rights) -> io::Result<NamedTempFile> {
        let folder = place.parent().unwrap_or(&self.folder);
        remove_unfinished(folder)?;
        let mut builder = Builder::new();
        builder.prefix(UNFINISHED);
        #[cfg(unix)]
        if rights == Rights::OfNewFiles {
            builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        }
        builder.tempfile_in(folder)
    }
}

/// Who may read a file while it is being written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rights {
    /// We alone: the file whose place it takes may be closed to others.
    Own,
    /// Whoever may read any new file here.
    OfNewFiles,
}

/// Removes what a command that was killed left: we hold the lock, so nobody is writing it.
fn remove_unfinished(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with(UNFINISHED) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// Gives a new file the rights and, where the system allows it, the owner of the one whose place it takes.
fn keep_rights(file: &NamedTempFile, before: &Metadata) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt as _, chown};
        let now = file.as_file().metadata()?;
        if (now.uid(), now.gid()) != (before.uid(), before.gid()) {
            // Only an administrator may give a file away; for anyone else the file was theirs to replace.
            let _ = chown(file.path(), Some(before.uid()), Some(before.gid()));
        }
    }
    file.as_file().set_permissions(before.permissions())
}

/// Lets whoever may read a new file run it.
#[cfg(unix)]
fn allow_running(file: &NamedTempFile) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = file.as_file().metadata()?.permissions().mode();
    file.as_file().set_permissions(fs::Permissions::from_mode(mode | (mode & 0o444) >> 2))
}

#[cfg(not(unix))]
fn allow_running(_: &NamedTempFile) -> io::Result<()> {
    Ok(())
}

/// Makes a rename last through a loss of power, where the system can.
fn sync_folder_of(place: &Path) {
    if let Some(folder) = place.parent().and_then(|folder| File::open(folder).ok()) {
        let _ = folder.sync_all();
    }
}
