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
    /// Whether it is a file itself, and no folder that is called as one.
    pub is_file: bool,
}

/// Everything that was found, each list sorted by path.
#[derive(Debug, Default)]
pub struct Discovery {
    /// Complaint files: each `*.md` that is no `README.md` and lies in no complaint's own folder. Also a file whose name is
    /// nearly that of a complaint, where none has the right name, and a folder of that name: the terms of what someone takes
    /// for a complaint must not pass unseen. Links are passed over.
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
    let mut misnamed = Vec::new();
    let walk = WalkDir::new(register).follow_root_links(true).into_iter();
    for entry in
        walk.filter_entry(|entry| entry.depth() == 0 || !is_own_to_system(&entry.file_name().to_string_lossy()))
    {
        let entry = entry.map_err(|error| DiscoverError {
            path: error.path().unwrap_or(register).to_owned(),
            reason: why(&error),
        })?;
        let is_file = entry.file_type().is_file();
        let is_folder_of_that_name =
            || entry.depth() > 0 && entry.file_type().is_dir() && is_complaint(&entry.file_name().to_string_lossy());
        if !is_file && !is_folder_of_that_name() {
            continue;
        }
        let path = relative(register, entry.path());
        let found = Found { absolute: entry.into_path(), path: path.clone(), is_file };
        let is_attachment = path.folder().is_some_and(|folder| folder.split('/').any(is_number));
        if !is_attachment && is_complaint(path.file_name()) {
            discovery.complaints.push(found);
        } else if let Some(right) = right_path(&path).filter(|_| !is_attachment && is_file) {
            misnamed.push((found, right));
        }
        if is_file {
            discovery.files.push(path);
        }
    }
    discovery.files.sort_unstable();
    misnamed.retain(|(_, right)| discovery.files.binary_search(right).is_err());
    discovery.complaints.extend(misnamed.into_iter().map(|(found, _)| found));
    discovery.complaints.sort_unstable_by(|a, b| a.path.cmp(&b.path));
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

/// What programs make of `.md` by mistake: an editor on Windows adds `.txt` or puts it in its place, an old program writes
/// `.MD`, and a word processor puts its own there.
pub const MISTAKEN_ENDINGS: [&str; 9] = ["", ".md", ".md.txt", ".txt", ".markdown", ".docx", ".doc", ".odt", ".rtf"];

/// The path that a file of a complaint should have, where its own is nearly that.
fn right_path(path: &RelPath) -> Option<RelPath> {
    let name = path.file_name().to_ascii_lowercase();
    let mut numbers = MISTAKEN_ENDINGS.iter().filter_map(|ending| name.strip_suffix(ending));
    let number = numbers.find(|number| is_number(number))?;
    let folder = path.folder().map(|folder| format!("{folder}/")).unwrap_or_default();
    let right = format!("{number}.md");
    (right != path.file_name()).then(|| RelPath::new(format!("{folder}{right}")))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_nearly_that_of_a_complaint_is_known() {
        for (path, right) in [
            ("2026/2026-014.MD", Some("2026/2026-014.md")),
            ("2026/2026-014.md.txt", Some("2026/2026-014.md")),
            ("2026-014.Md.TXT", Some("2026-014.md")),
            ("2026/2026-014.md", None),
            ("2026/2026-014.txt", Some("2026/2026-014.md")),
            ("2026/2026-014", Some("2026/2026-014.md")),
            ("2026/2026-014.Docx", Some("2026/2026-014.md")),
            ("2026/2026-014.pdf", None),
            ("2026/brief.txt", None),
            ("2026/2026-014.md.bak", None),
            ("2026/notities.md.txt", None),
        ] {
            assert_eq!(right_path(&RelPath::new(path)), right.map(RelPath::new), "{path}");
        }
    }
}
