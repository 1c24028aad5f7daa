//! The mark of folders that klacht wrote. In: a folder. Out: whether it is klacht's, and what in it is.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs::{self, DirEntry};
use std::io;
use std::path::Path;

use rayon::prelude::*;

/// The file that marks a folder as written by klacht.
pub(super) const MARKER: &str = ".klacht-site";

/// Keeps a site out of git.
pub(super) const GITIGNORE: &str = ".gitignore";

const HEAD: &str = "# Deze map is door klacht gemaakt en wordt bij elke nieuwe site vervangen.\n";
const AUDIENCE: &str = "doelgroep:";
const PAGES: &str = "bestanden:\n";

/// Files that systems put in folders by themselves.
const OF_THE_SYSTEM: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// What stands at a path where klacht wants a folder.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Occupant {
    Nothing,
    EmptyFolder,
    /// A folder that klacht wrote.
    Ours,
    /// A folder with something in it that klacht did not write.
    Foreign,
    File,
    SymbolicLink,
}

impl Occupant {
    pub(super) fn of(path: &Path) -> io::Result<Self> {
        let metadata = match fs::symlink_metadata(path) {
            Ok(metadata) => metadata,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self::Nothing),
            Err(error) => return Err(error),
        };
        if metadata.is_symlink() {
            return Ok(Self::SymbolicLink);
        }
        if !metadata.is_dir() {
            return Ok(Self::File);
        }
        if fs::symlink_metadata(path.join(MARKER)).is_ok_and(|marker| marker.is_file()) {
            return Ok(Self::Ours);
        }
        Ok(if fs::read_dir(path)?.next().is_none() { Self::EmptyFolder } else { Self::Foreign })
    }
}

/// Marks a folder before anything else goes into it: from here on klacht may remove it.
pub(super) fn mark(folder: &Path, audience: &str) -> io::Result<()> {
    fs::write(folder.join(MARKER), head(audience))?;
    fs::write(folder.join(GITIGNORE), "*\n")
}

/// For whom the site in a folder of ours was made; none where its mark does not tell.
pub(super) fn audience_of(site: &Path) -> io::Result<Option<String>> {
    let text = fs::read_to_string(site.join(MARKER))?;
    Ok(text.lines().find_map(|line| line.strip_prefix(AUDIENCE)).map(|audience| audience.trim().to_owned()))
}

/// Completes the mark with the pages that klacht wrote, sorted.
pub(super) fn complete(folder: &Path, audience: &str, pages: &BTreeSet<String>) -> io::Result<()> {
    let mut text = head(audience);
    text.push_str(PAGES);
    for page in pages {
        text.push_str(page);
        text.push('\n');
    }
    fs::write(folder.join(MARKER), text)
}

fn head(audience: &str) -> String {
    let mut text = String::from(HEAD);
    let _ = writeln!(text, "versie: {}\n{AUDIENCE} {audience}", env!("CARGO_PKG_VERSION"));
    text
}

/// Whether a site of ours holds something that klacht did not write, such as a file that someone put there.
pub(super) fn has_strangers(site: &Path) -> io::Result<bool> {
    let text = fs::read_to_string(site.join(MARKER))?;
    let Some((_, pages)) = text.split_once(PAGES) else { return Ok(false) };
    let pages: BTreeSet<&str> = pages.lines().chain([MARKER, GITIGNORE]).collect();
    has_strangers_below(site, "", &pages)
}

fn has_strangers_below(folder: &Path, prefix: &str, pages: &BTreeSet<&str>) -> io::Result<bool> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let Some(name) = name.to_str() else { return Ok(true) };
        let path = format!("{prefix}{name}");
        let known = if entry.file_type()?.is_dir() {
            let inside = format!("{path}/");
            let first = pages.range(inside.as_str()..).next();
            first.is_some_and(|page| page.starts_with(&inside)) && !has_strangers_below(&entry.path(), &inside, pages)?
        } else {
            pages.contains(path.as_str()) || OF_THE_SYSTEM.contains(&name)
        };
        if !known {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Removes a folder of ours, the mark last: a run that is killed half-way leaves a folder that the next
/// run still knows for ours. Symbolic links go, and are not followed.
pub(super) fn remove(folder: &Path) -> io::Result<()> {
    empty(folder, |entry| entry.file_name() == MARKER)?;
    fs::remove_file(folder.join(MARKER))?;
    fs::remove_dir(folder)
}

/// Removes all that a folder holds but the files to stay, side by side: most of the work is the system's,
/// to give back the room of each file.
fn empty(folder: &Path, stays: fn(&DirEntry) -> bool) -> io::Result<()> {
    let entries: Vec<DirEntry> = fs::read_dir(folder)?.collect::<io::Result<_>>()?;
    entries.par_iter().try_for_each(|entry| {
        let path = entry.path();
        if entry.file_type()?.is_dir() {
            empty(&path, |_| false)?;
            fs::remove_dir(path)
        } else if stays(entry) {
            Ok(())
        } else {
            fs::remove_file(path)
        }
    })
}
