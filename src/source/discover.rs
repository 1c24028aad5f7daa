//! What lies in a register. In: its folder. Out: complaint files and all other files, sorted.

use std::fmt;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::RelPath;

/// A file of the register.
#[derive(Clone, Debug)]
pub struct Found {
    /// How the system finds it.
    pub absolute: PathBuf,
    /// Where it lies in the register.
    pub path: RelPath,
}

/// Everything that was found, each list sorted by path.
#[derive(Debug, Default)]
pub struct Discovery {
    /// Complaint files: each `*.md` that is no `README.md` and lies in no complaint's own folder.
    pub complaints: Vec<Found>,
    /// All files, of whatever kind.
    pub files: Vec<RelPath>,
}

/// A folder that could not be listed.
#[derive(Debug)]
pub struct DiscoverError {
    path: PathBuf,
    reason: String,
}

impl fmt::Display for DiscoverError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "de map {} is niet te lezen: {}", self.path.display(), self.reason)
    }
}

impl std::error::Error for DiscoverError {}

/// Finds all files of a register, at any depth; symbolic links are not followed, and names that
/// begin with a full stop (`.git`, `.github`) or are no person's (`Thumbs.db`) are passed over.
///
/// # Errors
/// When a folder cannot be listed: a complaint that is not seen could miss its terms unseen.
pub fn discover(register: &Path) -> Result<Discovery, DiscoverError> {
    let mut discovery = Discovery::default();
    let walk = WalkDir::new(register).follow_root_links(true).into_iter();
    for entry in
        walk.filter_entry(|entry| entry.depth() == 0 || !is_own_to_system(&entry.file_name().to_string_lossy()))
    {
        let entry = entry.map_err(|error| DiscoverError {
            path: error.path().unwrap_or(register).to_owned(),
            reason: why(&error),
        })?;
        if !entry.file_type().is_file() {
            continue;
        }
        let path = relative(register, entry.path());
        let is_attachment = path.folder().is_some_and(|folder| folder.split('/').any(is_number));
        if !is_attachment && is_complaint(path.file_name()) {
            discovery.complaints.push(Found { absolute: entry.into_path(), path: path.clone() });
        }
        discovery.files.push(path);
    }
    discovery.complaints.sort_unstable_by(|a, b| a.path.cmp(&b.path));
    discovery.files.sort_unstable();
    Ok(discovery)
}

fn why(error: &walkdir::Error) -> String {
    error.io_error().map_or_else(|| "de koppelingen lopen in een kring".to_owned(), super::reason)
}

/// Whether a name is that of something which is hidden, or which a system or office program keeps for itself.
#[must_use]
pub fn is_own_to_system(name: &str) -> bool {
    let known = ["Thumbs.db", "ehthumbs.db", "desktop.ini", "__MACOSX"];
    name.starts_with('.') || name.starts_with("~$") || known.iter().any(|known| name.eq_ignore_ascii_case(known))
}

fn is_complaint(name: &str) -> bool {
    name.ends_with(".md") && !name.eq_ignore_ascii_case("README.md")
}

/// Whether a folder's name has the form of a complaint's number, and so is that complaint's own.
fn is_number(name: &str) -> bool {
    name.split_once('-').is_some_and(|(year, rest)| {
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        year.len() == 4 && digits(year) && rest.len() >= 3 && digits(rest)
    })
}

fn relative(register: &Path, path: &Path) -> RelPath {
    let inside = path.strip_prefix(register).unwrap_or(path);
    let parts: Vec<_> = inside.iter().map(|part| part.to_string_lossy()).collect();
    RelPath::new(parts.join("/"))
}
