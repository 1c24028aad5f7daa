//! What can go wrong while publishing, in Dutch, with the path.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::source::reason;

/// Why a site cannot be published. What was published before is still there.
#[derive(Debug)]
pub enum PublishError {
    /// The target is no name of a folder: `/` or `..`.
    NoName(PathBuf),
    /// The target is a file.
    File(PathBuf),
    /// There is such a file already.
    Exists(PathBuf),
    /// The target is a symbolic link.
    SymbolicLink(PathBuf),
    /// The folder is not empty and klacht did not write it.
    Foreign(PathBuf),
    /// The folder holds a site for someone else.
    OtherAudience(PathBuf),
    /// The folder lies within another site.
    WithinSite {
        /// The folder.
        target: PathBuf,
        /// The site around it.
        site: PathBuf,
    },
    /// Another run is writing to the same target.
    Busy(PathBuf),
    /// A page has a path that leaves the site, or one that klacht keeps for itself.
    PagePath(String),
    /// A page was added twice.
    Twice(String),
    /// The system refused.
    Io {
        /// What was tried: `de map is niet te maken`.
        what: &'static str,
        /// Where.
        path: PathBuf,
        /// Why, in Dutch.
        reason: String,
    },
    /// Both renames of a swap failed: the old site lies beside the target.
    HalfWay {
        /// Where the old site lies now.
        old: PathBuf,
        /// Where it should be.
        target: PathBuf,
        /// Why, in Dutch.
        reason: String,
    },
}

impl PublishError {
    /// Turns a refusal of the system into an error about this path.
    pub(super) fn io<'p>(what: &'static str, path: &'p Path) -> impl FnOnce(io::Error) -> Self + use<'p> {
        move |error| Self::Io { what, path: path.to_owned(), reason: reason(&error) }
    }
}

impl fmt::Display for PublishError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoName(path) => {
                write!(f, "{} is geen naam voor een map; geef bij --out een map met een eigen naam", path.display())
            }
            Self::File(path) => {
                write!(f, "{} is een bestand; geef bij --out een map waarin de site mag komen", path.display())
            }
            Self::Exists(path) => write!(
                f,
                "het bestand {} bestaat al en is niet veranderd; geef een andere naam, of --force om het te vervangen",
                path.display()
            ),
            Self::SymbolicLink(path) => {
                write!(f, "{} is een koppeling naar een andere plaats; geef bij --out de map zelf", path.display())
            }
            Self::Foreign(path) => write!(
                f,
                "de map {} is niet leeg en niet door klacht gemaakt; er is niets veranderd. Geef bij --out een andere \
                 map",
                path.display()
            ),
            Self::OtherAudience(path) => write!(
                f,
                "in de map {} staat een site die voor anderen is gemaakt; er is niets veranderd. Geef bij --out een \
                 andere map",
                path.display()
            ),
            Self::WithinSite { target, site } => write!(
                f,
                "de map {} ligt in {}, een site die klacht heeft gemaakt; wie die deelt, zou dit meedelen. Geef bij \
                 --out een map daarbuiten",
                target.display(),
                site.display()
            ),
            Self::Busy(path) => write!(
                f,
                "een andere opdracht van klacht schrijft nu naar de map {}; wacht tot die klaar is en probeer het opnieuw",
                path.display()
            ),
            Self::PagePath(page) => write!(f, "{page} is geen plaats binnen de site"),
            Self::Twice(page) => write!(f, "de pagina {page} zou twee keer worden geschreven"),
            Self::Io { what, path, reason } => write!(f, "{what}: {} ({reason})", path.display()),
            Self::HalfWay { old, target, reason } => write!(
                f,
                "de nieuwe site kon niet op zijn plaats komen: {reason}. De oude site staat nu in {}; de volgende \
                 opdracht zet haar terug in {}",
                old.display(),
                target.display()
            ),
        }
    }
}

impl std::error::Error for PublishError {}
