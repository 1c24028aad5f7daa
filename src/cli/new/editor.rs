//! The editor of whoever sits here, `$VISUAL` or `$EDITOR`. In: a text. Out: what became of it. It lies in a folder that
//! nobody else can open, and goes when the editor is closed.

use std::ffi::OsString;
use std::io::Write as _;
use std::path::Path;
use std::process::Command;

use crate::cli::Failure;
use crate::source::reason;

const VARIABLES: [&str; 2] = ["VISUAL", "EDITOR"];

/// All from this line on is no part of the description.
const INVITATION: &str = "<!-- Schrijf of plak hierboven wat er is gebeurd, bewaar het en sluit dit venster. -->";

/// A program that a person writes with.
pub(super) struct Editor(OsString);

/// The editor that is set; none where none is.
pub(super) fn find() -> Option<Editor> {
    VARIABLES.iter().filter_map(std::env::var_os).find(|command| !command.is_empty()).map(Editor)
}

impl Editor {
    /// Lets a person write, beginning with `text`.
    ///
    /// # Errors
    /// When the editor cannot be started or says that it failed.
    pub(super) fn write(&self, text: &str) -> Result<String, Failure> {
        let refused =
            |error: &std::io::Error| Failure::new(format!("de omschrijving is niet te schrijven: {}", reason(error)));
        let folder = tempfile::Builder::new().prefix("klacht-").tempdir().map_err(|error| refused(&error))?;
        let mut file = tempfile::Builder::new()
            .prefix("omschrijving-")
            .suffix(".md")
            .tempfile_in(folder.path())
            .map_err(|error| refused(&error))?;
        write!(file, "{text}\n\n{INVITATION}\n").map_err(|error| refused(&error))?;
        // Some systems let nobody else write a file that is still open.
        let path = file.into_temp_path();
        self.open(&path)?;
        let written = std::fs::read(&path).map_err(|error| refused(&error))?;
        let written = String::from_utf8(written)
            .map_err(|_| Failure::new("de omschrijving is geen gewone tekst (UTF-8); er is niets vastgelegd"))?;
        let words = written.split(INVITATION).next().unwrap_or_default();
        Ok(words.trim_start_matches('\u{feff}').trim().to_owned())
    }

    fn open(&self, path: &Path) -> Result<(), Failure> {
        let name = self.0.to_string_lossy();
        let ended = self.command(path).status().map_err(|error| {
            Failure::new(format!("de editor {name} is niet te starten: {}; er is niets vastgelegd", reason(&error)))
        })?;
        if ended.success() {
            Ok(())
        } else {
            Err(Failure::new(format!("de editor {name} eindigde met een fout; er is niets vastgelegd")))
        }
    }

    /// `code --wait` is a command with an argument, as git takes it too.
    #[cfg(unix)]
    fn command(&self, path: &Path) -> Command {
        let mut line = self.0.clone();
        line.push(" \"$@\"");
        let mut command = Command::new("sh");
        command.arg("-c").arg(line).arg("klacht").arg(path);
        command
    }

    #[cfg(not(unix))]
    fn command(&self, path: &Path) -> Command {
        let line = self.0.to_string_lossy();
        let mut words = line.split_whitespace();
        let mut command = Command::new(words.next().unwrap_or_default());
        command.args(words).arg(path);
        command
    }
}
