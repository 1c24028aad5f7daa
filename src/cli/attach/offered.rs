//! The files that someone offers. In: paths as they were typed. Out: files that can be attached, or all that is wrong with
//! them at once.

use std::fs::{self, File, Metadata};
use std::path::{Path, PathBuf};

use super::Failure;
use crate::attachment::Extension;
use crate::source::{is_own_to_system, reason};

/// Servers for git refuse larger files, and a file that was committed cannot be taken back.
const LARGEST: u64 = 100_000_000;

/// A file that can be attached.
pub(super) struct Offered {
    pub(super) path: PathBuf,
    pub(super) extension: Extension,
}

pub(super) fn judge(paths: &[PathBuf]) -> Result<Vec<Offered>, Failure> {
    let (mut files, mut wrong) = (Vec::new(), Vec::new());
    for path in paths {
        match offered(path) {
            Ok(file) => files.push(file),
            Err(why) => wrong.push(why),
        }
    }
    if wrong.is_empty() {
        return Ok(files);
    }
    Err(Failure::new(format!("{}\nEr is niets gekopieerd.", wrong.join("\nfout: "))))
}

fn offered(path: &Path) -> Result<Offered, String> {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    let refused = |why: &str| Err(format!("{} {why}", shown(path)));
    let unreadable = |error| format!("{} is niet te lezen: {}", shown(path), reason(&error));
    let metadata = fs::symlink_metadata(path).map_err(unreadable)?;
    if let Some(why) = fault(&name, &metadata) {
        return refused(why);
    }
    File::open(path).map_err(unreadable)?;
    Ok(Offered { path: path.to_owned(), extension: Extension::of(&name) })
}

fn fault(name: &str, metadata: &Metadata) -> Option<&'static str> {
    match metadata.file_type() {
        kind if kind.is_symlink() => Some("is een koppeling; geef het bestand zelf"),
        kind if kind.is_dir() => Some("is een map; geef de bestanden die erin staan"),
        kind if !kind.is_file() => Some("is geen gewoon bestand"),
        _ if is_own_to_system(name) => {
            Some("is een verborgen bestand of een bestand van de computer zelf, en hoort niet bij een klacht")
        }
        _ if metadata.len() == 0 => Some("is leeg; kijk of het goed is bewaard"),
        _ if metadata.len() > LARGEST => Some("is groter dan 100 MB; dat kan niet in git. Bewaar een kleinere kopie"),
        _ => None,
    }
}

/// A path on one line, whatever signs its name has.
pub(super) fn shown(path: &Path) -> String {
    let sign = |sign: char| if sign.is_control() { '\u{fffd}' } else { sign };
    path.display().to_string().chars().map(sign).collect()
}
