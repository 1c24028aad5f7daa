//! Why the system refused, in Dutch.

use std::io::{Error, ErrorKind};

const IN_USE: &str = "een ander programma heeft het open";

/// How Windows says that of a file that is open in an editor or a spreadsheet; the standard library has no word for it.
const SHARING_VIOLATION: i32 = 32;
const LOCK_VIOLATION: i32 = 33;

/// The reason of a failed reading or writing, for a person.
#[must_use]
pub fn reason(error: &Error) -> String {
    if cfg!(windows) && matches!(error.raw_os_error(), Some(SHARING_VIOLATION | LOCK_VIOLATION)) {
        return IN_USE.to_owned();
    }
    let known = match error.kind() {
        ErrorKind::NotFound => "het bestaat niet",
        ErrorKind::PermissionDenied => "daarvoor is geen toestemming",
        ErrorKind::AlreadyExists => "het bestaat al",
        ErrorKind::StorageFull => "de schijf is vol",
        ErrorKind::ReadOnlyFilesystem => "de schijf is alleen te lezen",
        ErrorKind::IsADirectory => "het is een map",
        ErrorKind::NotADirectory => "het is geen map",
        ErrorKind::DirectoryNotEmpty => "de map is niet leeg",
        ErrorKind::QuotaExceeded => "uw ruimte op de schijf is vol",
        ErrorKind::FileTooLarge => "het is te groot voor deze schijf",
        ErrorKind::InvalidFilename => "die naam is te lang, of er staat een teken in dat hier niet kan",
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => IN_USE,
        ErrorKind::Interrupted => "het werk is onderbroken",
        _ => return format!("melding van het systeem: {error}"),
    };
    known.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_often_goes_wrong_is_told_in_dutch() {
        for kind in [
            ErrorKind::NotFound,
            ErrorKind::PermissionDenied,
            ErrorKind::StorageFull,
            ErrorKind::QuotaExceeded,
            ErrorKind::FileTooLarge,
            ErrorKind::InvalidFilename,
            ErrorKind::ResourceBusy,
        ] {
            assert!(!reason(&kind.into()).contains("melding van het systeem"), "{kind:?}");
        }
    }
}
