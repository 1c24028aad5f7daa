//! What can go wrong with the files of a register, in Dutch, with the path.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::source::reason;

/// Why a file was not changed. What was there before is still there.
#[derive(Debug)]
pub enum StoreError {
    /// Another command is changing the register.
    Busy(PathBuf),
    /// The file was changed since it was read.
    Changed(PathBuf),
    /// There is such a file already.
    Exists(PathBuf),
    /// The file is a symbolic link.
    Link(PathBuf),
    /// The system refused.
    Io {
        /// What was tried: `het bestand is niet te lezen`.
        what: &'static str,
        /// Where.
        path: PathBuf,
        /// Why, in Dutch.
        reason: String,
    },
}

impl StoreError {
    /// Turns a refusal of the system into an error about this path.
    pub(super) fn io<'p>(what: &'static str, path: &'p Path) -> impl FnOnce(io::Error) -> Self + use<'p> {
        move |error| Self::Io { what, path: path.to_owned(), reason: reason(&error) }
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Busy(path) => write!(
                f,
                "een andere opdracht van klacht verandert nu iets in {}; wacht tot die klaar is en probeer het opnieuw",
                path.display()
            ),
            Self::Changed(path) => write!(
                f,
                "{} is intussen door iemand anders veranderd; er is niets geschreven. Probeer het opnieuw",
                path.display()
            ),
            Self::Exists(path) => write!(f, "{} bestaat al; er is niets veranderd", path.display()),
            Self::Link(path) => {
                write!(f, "{} is een koppeling naar een andere plaats; er is niets veranderd", path.display())
            }
            Self::Io { what, path, reason } => write!(f, "{what}: {} ({reason})", path.display()),
        }
    }
}

impl std::error::Error for StoreError {}
