//! Facts from git, by the program `git`: which files changed since a version, what it would track, and since when it
//! has each file.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use super::Failure;
use crate::history::{GIT_LOG, GIT_LOG_FORMAT, History};
use crate::personal::Personal;
use crate::source::RelPath;

/// The files below `folder`, relative to it, that differ from where this branch left `version`,
/// with those that git does not know yet.
///
/// # Errors
/// When git is missing, the folder is in no repository, or the version is unknown.
pub(super) fn changed_since(folder: &Path, version: &str) -> Result<BTreeSet<RelPath>, Failure> {
    let inside = git(folder, &["rev-parse", "--is-inside-work-tree"])?;
    if !inside.status.success() {
        return Err(Failure::new(format!(
            "de map {} ligt niet in een git-project, dus is niet te zien wat er sinds {version} is veranderd",
            folder.display()
        )));
    }
    let commit = format!("{version}^{{commit}}");
    let known = git(folder, &["rev-parse", "--verify", "--quiet", "--end-of-options", &commit])?;
    if !known.status.success() {
        return Err(Failure::new(format!(
            "de versie {version} is in git niet te vinden; op GitHub of GitLab moet de hele geschiedenis worden opgehaald \
             (fetch-depth: 0 of GIT_DEPTH: 0)"
        )));
    }
    let known = String::from_utf8_lossy(&known.stdout).trim().to_owned();
    let base = git(folder, &["merge-base", &known, "HEAD"])?;
    let base = if base.status.success() { String::from_utf8_lossy(&base.stdout).trim().to_owned() } else { known };
    let changed = git(folder, &["diff", "--name-only", "--no-renames", "--relative", "-z", &base, "--", "."])?;
    let unknown = git(folder, &["ls-files", "--others", "--exclude-standard", "-z"])?;
    if !changed.status.success() || !unknown.status.success() {
        return Err(Failure::new(format!("git kan niet vertellen wat er sinds {version} is veranderd")));
    }
    Ok(paths(&changed.stdout).chain(paths(&unknown.stdout)).collect())
}

/// Since when git has the files below `folder`.
///
/// # Errors
/// When git is missing, the folder is in no repository, there is no commit yet, or the history was not fetched in whole:
/// then git would take the oldest commit that is there for the first day of everything in it.
pub(super) fn history(folder: &Path) -> Result<History, Failure> {
    let shallow = git(folder, &["rev-parse", "--is-shallow-repository"])?;
    if !shallow.status.success() {
        return Err(Failure::new(format!("de map {} ligt niet in een git-project", folder.display())));
    }
    if shallow.stdout.starts_with(b"true") {
        return Err(Failure::new(
            "de geschiedenis is niet helemaal opgehaald (op GitHub helpt fetch-depth: 0, op GitLab GIT_DEPTH: 0)",
        ));
    }
    if !git(folder, &["rev-parse", "--verify", "--quiet", "HEAD"])?.status.success() {
        return Err(Failure::new("er is nog niets in git vastgelegd"));
    }
    let log = git(folder, &[&GIT_LOG[..], &[GIT_LOG_FORMAT]].concat())?;
    if !log.status.success() {
        return Err(Failure::new("git kan de geschiedenis niet lezen"));
    }
    History::parse(&log.stdout, &prefix(folder).unwrap_or_default()).map_err(Failure::new)
}

/// Whether git would take up what is written in `folder`, which need not exist yet.
///
/// # Errors
/// When the folder lies in a repository and git cannot tell.
pub(super) fn would_track(folder: &Path) -> Result<bool, Failure> {
    would_take_up(folder, Path::new(crate::render::INDEX_PATH), Path::new(""))
}

/// Whether git would take up this file, which need not exist yet.
///
/// # Errors
/// When the file lies in a repository and git cannot tell.
pub(super) fn would_track_file(file: &Path) -> Result<bool, Failure> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = Path::new(file.file_name().unwrap_or_default());
    would_take_up(folder, name, name)
}

/// Whether git would take up `file` in `folder`, or follows already what lies at `place` in it.
fn would_take_up(folder: &Path, file: &Path, place: &Path) -> Result<bool, Failure> {
    let full = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let there = full.ancestors().find(|folder| folder.is_dir()).unwrap_or(&full);
    // Where links lead elsewhere, git sees the place itself.
    let real = there.canonicalize().unwrap_or_else(|_| there.to_owned());
    if !real.ancestors().any(|folder| folder.join(".git").exists()) {
        return Ok(false);
    }
    let inside = real.join(full.strip_prefix(there).unwrap_or(Path::new("")));
    let written = inside.join(file);
    let ignored = git(&real, &["check-ignore", "--quiet", "--no-index", "--", &written.to_string_lossy()])?;
    let tracked = git(&real, &["ls-files", "--", &inside.join(place).to_string_lossy()])?;
    Ok(!ignored.status.success() || !tracked.stdout.is_empty())
}

/// Where `folder` lies in its repository, with a `/` at the end; none outside a repository.
pub(super) fn prefix(folder: &Path) -> Option<String> {
    let output = git(folder, &["rev-parse", "--show-prefix"]).ok().filter(|output| output.status.success())?;
    Some(String::from_utf8_lossy(&output.stdout).trim_end_matches('\n').to_owned())
}

/// A repository as far as its hooks are concerned.
pub(super) struct Repository {
    /// The register, seen from the top of the repository.
    pub(super) register: String,
    /// Where git looks for hooks.
    pub(super) hooks: PathBuf,
    /// Whether that folder is this repository's own.
    pub(super) owns_hooks: bool,
}

/// The repository in which `register` lies, or would lie; none outside a repository.
///
/// # Errors
/// When git is missing.
pub(super) fn repository_of(register: &Path) -> Result<Option<Repository>, Failure> {
    let full = std::path::absolute(register).unwrap_or_else(|_| register.to_owned());
    let there = full.ancestors().find(|folder| folder.is_dir()).unwrap_or(&full);
    let path = |arguments: &[&str]| -> Result<Option<PathBuf>, Failure> {
        let output = git(there, &[&["rev-parse"], arguments].concat())?;
        let text = String::from_utf8_lossy(&output.stdout).trim_end_matches('\n').to_owned();
        // What git tells is seen from the folder in which it was asked.
        Ok(output.status.success().then(|| there.join(text)))
    };
    let found = (path(&["--show-toplevel"])?, path(&["--git-path", "hooks"])?, path(&["--git-common-dir"])?);
    let (Some(top), Some(hooks), Some(common)) = found else { return Ok(None) };
    let (top, common) = (real(&top), real(&common));
    let inside = real(there).join(full.strip_prefix(there).unwrap_or(Path::new("")));
    let parts = inside.strip_prefix(&top).unwrap_or(register).iter();
    let register = parts.map(|part| part.to_string_lossy().into_owned()).collect::<Vec<_>>().join("/");
    let register = if register.is_empty() { ".".to_owned() } else { register };
    let owns_hooks = [&top, &common].into_iter().any(|own| real(&hooks).starts_with(own));
    Ok(Some(Repository { register, hooks, owns_hooks }))
}

/// The path without links, as far as it is there.
pub(super) fn real(path: &Path) -> PathBuf {
    let there = path.ancestors().find(|folder| folder.exists()).unwrap_or(path);
    let real = there.canonicalize().unwrap_or_else(|_| there.to_owned());
    real.join(path.strip_prefix(there).unwrap_or(Path::new("")))
}

/// How git calls who works in `folder`.
pub(super) fn user_name(folder: &Path) -> Option<Personal> {
    let output = git(folder, &["config", "user.name"]).ok().filter(|output| output.status.success())?;
    let name = Personal::new(String::from_utf8_lossy(&output.stdout).trim());
    (!name.reveal().is_empty()).then_some(name)
}

/// With what git begins the lines of its own in a message; none where it chooses that anew each time (`auto`).
pub(super) fn remark_sign(folder: &Path) -> Option<String> {
    let set = git(folder, &["config", "--get-regexp", r"^core\.comment(char|string)$"]).ok();
    let set = set.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    // Both keys mean the same, and git follows the one that it reads last.
    match set.lines().last().and_then(|line| line.split_once(' ')) {
        None => Some("#".to_owned()),
        Some((_, "auto")) => None,
        Some((_, sign)) => Some(sign.to_owned()),
    }
}

fn git(folder: &Path, arguments: &[&str]) -> Result<Output, Failure> {
    Command::new("git").arg("-C").arg(folder).args(arguments).output().map_err(|error| {
        Failure::new(format!("het programma git is niet te starten: {}", crate::source::reason(&error)))
    })
}

fn paths(output: &[u8]) -> impl Iterator<Item = RelPath> {
    let paths = output.split(|&byte| byte == 0).filter(|path| !path.is_empty());
    paths.map(|path| RelPath::new(String::from_utf8_lossy(path)))
}
