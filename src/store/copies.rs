//! Files that come into the register from elsewhere. In: where they lie and what they are to be called. Out: all of their
//! copies, or none.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};

use super::{Store, StoreError};
use crate::source::RelPath;

/// A file from elsewhere, and where its copy comes.
#[derive(Debug)]
pub struct Incoming {
    /// The file itself.
    pub from: PathBuf,
    /// The path of the copy.
    pub to: RelPath,
}

impl Store {
    /// The names of all that lies in a folder of the register, sorted; none where there is no such folder.
    ///
    /// # Errors
    /// When it is no folder but a file or a symbolic link, or the system refuses.
    pub fn names_in(&self, folder: &RelPath) -> Result<Vec<String>, StoreError> {
        let place = self.place(folder);
        let refused = || StoreError::io("de map is niet te lezen", &place);
        match fs::symlink_metadata(&place) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(refused()(error)),
            Ok(metadata) if metadata.is_symlink() => return Err(StoreError::Link(place)),
            Ok(_) => {}
        }
        let name = |entry: io::Result<fs::DirEntry>| Ok(entry?.file_name().to_string_lossy().into_owned());
        let names: io::Result<Vec<String>> = fs::read_dir(&place).map_err(refused())?.map(name).collect();
        let mut names = names.map_err(refused())?;
        names.sort_unstable();
        Ok(names)
    }

    /// Copies files into one folder of the register. A run that is killed halfway can be done again.
    ///
    /// # Errors
    /// When a file of one of the names is there already, the folder is a symbolic link, or the system refuses: those that
    /// were copied are gone again then.
    pub fn copy_all_in(&self, copies: &[Incoming]) -> Result<(), StoreError> {
        for (done, copy) in copies.iter().enumerate() {
            let Err(error) = self.copy_in(copy) else { continue };
            copies[..done].iter().try_for_each(|copy| self.remove(&copy.to))?;
            if let Some(folder) = copy.to.folder() {
                // A folder that was there before, and holds something, stays.
                let _ = fs::remove_dir(self.place(&RelPath::new(folder)));
            }
            return Err(error);
        }
        Ok(())
    }

    fn copy_in(&self, copy: &Incoming) -> Result<(), StoreError> {
        if let Some(folder) = copy.to.folder() {
            self.names_in(&RelPath::new(folder))?;
        }
        let mut source = File::open(&copy.from).map_err(StoreError::io("het bestand is niet te lezen", &copy.from))?;
        self.create_with(&copy.to, |file| io::copy(&mut source, file).map(drop))
    }
}

/// Whether two files hold the same bytes.
///
/// # Errors
/// When one of them cannot be read.
pub fn are_alike(one: &Path, other: &Path) -> Result<bool, StoreError> {
    let open = |path| File::open(path).map_err(StoreError::io("het bestand is niet te lezen", path));
    let (one_file, other_file) = (open(one)?, open(other)?);
    let length = |file: &File| file.metadata().map(|metadata| metadata.len()).ok();
    if length(&one_file) != length(&other_file) {
        return Ok(false);
    }
    let (mut one_bytes, mut other_bytes) = (BufReader::new(one_file), BufReader::new(other_file));
    loop {
        let left = one_bytes.fill_buf().map_err(StoreError::io("het bestand is niet te lezen", one))?;
        let right = other_bytes.fill_buf().map_err(StoreError::io("het bestand is niet te lezen", other))?;
        let length = left.len().min(right.len());
        if left[..length] != right[..length] {
            return Ok(false);
        }
        if length == 0 {
            return Ok(left.is_empty() && right.is_empty());
        }
        one_bytes.consume(length);
        other_bytes.consume(length);
    }
}
