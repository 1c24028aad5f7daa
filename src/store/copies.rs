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

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
        let mut names: Vec<_> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn of_several_files_all_are_copied_or_none() {
        let folder = tempfile::tempdir().expect("tests have a disk");
        let from = |name: &str| folder.path().join(name);
        fs::write(from("een"), "1").expect("written");
        fs::write(from("twee"), "2").expect("written");
        let register = folder.path().join("complaints");
        fs::create_dir(&register).expect("a folder");
        let store = Store::open(&register).expect("a store");
        let copy = |name: &str, to: &str| Incoming { from: from(name), to: RelPath::new(format!("2026-001/{to}")) };
        let own_folder = register.join("2026-001");

        assert!(store.copy_all_in(&[copy("een", "a"), copy("weg", "b")]).is_err());
        assert!(!own_folder.exists(), "the folder was made for them");
        store.copy_all_in(&[copy("een", "a")]).expect("copied");
        let taken = store.copy_all_in(&[copy("een", "b"), copy("twee", "a")]);
        assert!(matches!(taken, Err(StoreError::Exists(_))));
        assert_eq!(names(&own_folder), ["a"]);
        assert_eq!(fs::read(own_folder.join("a")).expect("read"), b"1");
    }

    #[test]
    fn files_are_alike_when_every_byte_is() {
        let folder = tempfile::tempdir().expect("tests have a disk");
        let long = vec![b'x'; 100_000];
        let mut other = long.clone();
        other[99_999] = b'y';
        let file = |name: &str, bytes: &[u8]| {
            let place = folder.path().join(name);
            fs::write(&place, bytes).expect("written");
            place
        };
        let (one, same, different) = (file("een", &long), file("twee", &long), file("drie", &other));
        assert!(are_alike(&one, &same).expect("read"));
        assert!(!are_alike(&one, &different).expect("read"));
        assert!(!are_alike(&one, &file("kort", b"x")).expect("read"));
    }
}
