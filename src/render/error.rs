//! What can go wrong with templates, in Dutch, with the file to blame.

use std::fmt;
use std::io;
use std::path::PathBuf;

/// Pages cannot be made.
#[derive(Debug)]
pub enum RenderError {
    /// A file of the office's own templates cannot be read.
    Unreadable {
        /// That file, or the folder.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A template is not right.
    Template {
        /// The file of the office; `None` for a template of the program itself.
        path: Option<PathBuf>,
        /// Name of the template.
        name: String,
        /// Line and column, 1-based, where they are known.
        place: Option<(usize, usize)>,
        /// What the template engine says (English).
        message: String,
    },
}

impl fmt::Display for RenderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable { path, source } => {
                write!(f, "kan {} niet lezen; melding van het systeem: {source}", path.display())
            }
            Self::Template { path, name, place, message } => {
                match path {
                    Some(path) => write!(f, "het sjabloon {} klopt niet", path.display())?,
                    None => write!(f, "het ingebouwde sjabloon {name} klopt niet")?,
                }
                if let Some((line, column)) = place {
                    write!(f, " (regel {line}, kolom {column})")?;
                }
                write!(f, ". Tera, de taal van de sjablonen, zegt in het Engels: {message}")
            }
        }
    }
}

impl std::error::Error for RenderError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Unreadable { source, .. } => Some(source),
            Self::Template { .. } => None,
        }
    }
}
