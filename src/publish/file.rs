//! A single file that goes out by itself. In: its bytes. Out: the file as a whole, or what stood there before.

use std::io::{ErrorKind, Write as _};
use std::path::Path;

use tempfile::Builder;

use super::PublishError;

/// Who may read a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readers {
    /// Whoever may read any new file here.
    Everyone,
    /// Whoever writes it.
    OwnerAlone,
}

/// Writes a file; one that is there already only goes when it may be replaced.
///
/// # Errors
/// When there is such a file and it may not be replaced; when the system refuses.
pub fn write_file(path: &Path, bytes: &[u8], readers: Readers, may_replace: bool) -> Result<(), PublishError> {
    let refused = || PublishError::io("het bestand is niet te schrijven", path);
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = Builder::new();
    builder.prefix(".klacht-nieuw-");
    #[cfg(unix)]
    if readers == Readers::Everyone {
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder).map_err(refused())?;
    file.write_all(bytes).and_then(|()| file.as_file().sync_all()).map_err(refused())?;
    let written = if may_replace { file.persist(path) } else { file.persist_noclobber(path) };
    match written {
        Ok(_) => Ok(()),
        Err(error) if error.error.kind() == ErrorKind::AlreadyExists => Err(PublishError::Exists(path.to_owned())),
        Err(error) => Err(refused()(error.error)),
    }
}
