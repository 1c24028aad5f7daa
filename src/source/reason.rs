//! Why the system refused, in Dutch.

use std::io::{Error, ErrorKind};

/// The reason of a failed reading or writing, for a person.
#[must_use]
pub fn reason(error: &Error) -> String {
    let known = match error.kind() {
        ErrorKind::NotFound => "het bestaat niet",
        ErrorKind::PermissionDenied => "daarvoor is geen toestemming",
        ErrorKind::AlreadyExists => "het bestaat al",
        ErrorKind::StorageFull => "de schijf is vol",
        ErrorKind::ReadOnlyFilesystem => "de schijf is alleen te lezen",
        ErrorKind::IsADirectory => "het is een map",
        ErrorKind::NotADirectory => "het is geen map",
        ErrorKind::DirectoryNotEmpty => "de map is niet leeg",
        ErrorKind::Interrupted => "het werk is onderbroken",
        _ => return format!("melding van het systeem: {error}"),
    };
    known.to_owned()
}
