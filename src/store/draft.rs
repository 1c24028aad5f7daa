//! Files that klacht makes for a person to take further, outside the register. In: a name and bytes. Out: a new file that
//! its owner alone can read; what is there already stays.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::StoreError;

/// Writes a new file `stem.extension` in `folder`, which is made where it is not there; where there is such a file already,
/// `stem-2.extension` and so on. Gives its place.
///
/// # Errors
/// When the system refuses.
pub fn create_numbered(folder: &Path, stem: &str, extension: &str, bytes: &[u8]) -> Result<PathBuf, StoreError> {
    let refused = || StoreError::io("in deze map is niet te schrijven", folder);
    fs::create_dir_all(folder).map_err(StoreError::io("de map is niet te maken", folder))?;
    let mut unfinished = NamedTempFile::new_in(folder).map_err(refused())?;
    unfinished.write_all(bytes).and_then(|()| unfinished.as_file().sync_all()).map_err(refused())?;
    let mut serial = 1_u32;
    loop {
        let name = if serial == 1 { format!("{stem}.{extension}") } else { format!("{stem}-{serial}.{extension}") };
        let place = folder.join(name);
        match unfinished.persist_noclobber(&place) {
            Ok(_) => return Ok(place),
            Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => unfinished = error.file,
            Err(error) => return Err(refused()(error.error)),
        }
        serial += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_file_of_a_name_stands_beside_the_first() {
        let folder = tempfile::tempdir().expect("a folder");
        let drafts = folder.path().join("brieven");
        let make = |bytes| create_numbered(&drafts, "2026-001-nazorg", "eml", bytes).expect("a file");
        assert_eq!(make(b"een"), drafts.join("2026-001-nazorg.eml"));
        assert_eq!(make(b"twee"), drafts.join("2026-001-nazorg-2.eml"));
        assert_eq!(fs::read(drafts.join("2026-001-nazorg.eml")).expect("a file"), b"een");
        assert_eq!(fs::read_dir(&drafts).expect("a folder").count(), 2);
    }
}
