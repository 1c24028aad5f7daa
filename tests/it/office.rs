//! A register that begins with `klacht init` and lives in a real git repository.

mod hooks;
mod init;
mod life;
mod new;
mod session;

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::TODAY;

const KLACHT: &str = env!("CARGO_BIN_EXE_klacht");

/// A folder for one office; nothing of the machine's own git settings counts in it.
struct Office {
    folder: tempfile::TempDir,
}

impl Office {
    fn empty() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// A repository without anything in it.
    fn repository() -> Self {
        let office = Self::empty();
        office.git(&["init", "--quiet"]);
        office
    }

    /// A register with the hooks, in its first commit.
    fn with_register() -> Self {
        let office = Self::repository();
        office.klacht(&["init", "--hook"]);
        office.commit("Begin");
        office
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    /// Every file but those of git, sorted.
    fn files(&self) -> Vec<String> {
        let walk = walkdir::WalkDir::new(self.folder.path()).sort_by_file_name().into_iter();
        let files = walk.filter_entry(|entry| entry.file_name() != ".git").map(Result::unwrap);
        let files = files.filter(|entry| entry.file_type().is_file());
        files.map(|entry| entry.path().strip_prefix(self.folder.path()).unwrap().display().to_string()).collect()
    }

    fn command(&self, program: &str, arguments: &[&str]) -> Command {
        let bin = Path::new(KLACHT).parent().unwrap().to_owned();
        let old = std::env::var_os("PATH").unwrap_or_default();
        let path: OsString = std::env::join_paths(std::iter::once(bin).chain(std::env::split_paths(&old))).unwrap();
        let mut command = Command::new(program);
        command
            .current_dir(self.folder.path())
            .args(arguments)
            .env("PATH", path)
            .env("SOURCE_DATE_EPOCH", "1795392000")
            .env("GIT_CONFIG_GLOBAL", self.path("../geen"))
            .env("GIT_CONFIG_SYSTEM", self.path("../geen"))
            .envs([("GIT_AUTHOR_NAME", "Nadia Verbruggen"), ("GIT_AUTHOR_EMAIL", "nadia@example.nl")])
            .envs([("GIT_COMMITTER_NAME", "Nadia Verbruggen"), ("GIT_COMMITTER_EMAIL", "nadia@example.nl")])
            .env_remove("EDITOR")
            .env_remove("VISUAL")
            .stdin(std::process::Stdio::null());
        command
    }

    fn try_git(&self, arguments: &[&str]) -> Output {
        self.command("git", &[&["-c", "init.defaultBranch=main"], arguments].concat()).output().unwrap()
    }

    fn git(&self, arguments: &[&str]) -> String {
        let output = self.try_git(arguments);
        assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    fn commit(&self, message: &str) {
        self.git(&["add", "."]);
        self.git(&["commit", "--quiet", "--message", message]);
    }

    fn try_klacht(&self, arguments: &[&str]) -> Output {
        self.command(KLACHT, arguments).output().unwrap()
    }

    /// What a command tells that did what was asked.
    fn klacht(&self, arguments: &[&str]) -> String {
        let output = self.try_klacht(arguments);
        assert!(output.status.success(), "klacht {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }
}

/// The options of a complaint by someone of this name.
fn complaint_of(name: &str) -> Vec<&str> {
    let mut options = vec!["new", "--complainant", name];
    options.extend(["--channel", "brief", "--kind", "wijze", "--phone", "06 12 34 56 90"]);
    options.extend(["--receiver", "Nadia Verbruggen", "--description", "De brief is niet beantwoord."]);
    options
}

/// The text of what a command said of what went wrong.
fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}
