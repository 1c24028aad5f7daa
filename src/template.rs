//! The templates of an office, each in the place of an embedded one. In: a folder, the embedded templates. Out: an engine
//! that knows them all, and in Dutch which file is wrong, and where.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use tera::{ErrorKind, Tera};

use crate::source::reason;

/// An embedded template is known by this prefix too, so that an office's `complaint.html` can say
/// `{% extends "ingebouwd/complaint.html" %}` and replace one block of it.
const EMBEDDED_PREFIX: &str = "ingebouwd/";

/// A template that cannot be used.
#[derive(Debug)]
pub enum TemplateError {
    /// A file of the office, or its folder, cannot be read.
    Unreadable {
        /// That file or folder.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A template is not right.
    Wrong {
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

impl fmt::Display for TemplateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable { path, source } => {
                write!(f, "het sjabloon {} is niet te lezen ({})", path.display(), reason(source))
            }
            Self::Wrong { path, name, place, message } => {
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

impl std::error::Error for TemplateError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Unreadable { source, .. } => Some(source),
            Self::Wrong { .. } => None,
        }
    }
}

/// The templates of an office, in order of name.
#[derive(Debug, Default, PartialEq)]
pub struct OwnTemplates(Vec<OwnTemplate>);

#[derive(Debug, PartialEq)]
struct OwnTemplate {
    name: String,
    path: PathBuf,
    text: String,
}

impl OwnTemplates {
    /// Reads the files in `folder` that end in `extension`; the engine knows them by their names behind `prefix`. A folder
    /// that does not exist holds nothing.
    ///
    /// # Errors
    /// When the folder or one of these files cannot be read.
    pub fn read(folder: &Path, extension: &str, prefix: &str) -> Result<Self, TemplateError> {
        let unreadable = |path: &Path, source| TemplateError::Unreadable { path: path.to_owned(), source };
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(error) => return Err(unreadable(folder, error)),
        };
        let mut own = Vec::new();
        for entry in entries {
            let path = entry.map_err(|error| unreadable(folder, error))?.path();
            if path.extension().is_none_or(|end| end != extension) {
                continue;
            }
            let text = fs::read_to_string(&path).map_err(|error| unreadable(&path, error))?;
            let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            own.push(OwnTemplate { name: format!("{prefix}{name}"), path, text });
        }
        own.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(Self(own))
    }

    /// Gives the engine the embedded templates, by name, and these in the place of those of the same name.
    ///
    /// # Errors
    /// When one of them is no template, or asks for one that is not there.
    pub fn load_into<'t>(
        &self,
        engine: &mut Tera,
        embedded: impl Iterator<Item = (String, &'t str)>,
    ) -> Result<(), TemplateError> {
        let embedded = embedded.map(|(name, text)| (format!("{EMBEDDED_PREFIX}{name}"), text));
        let prefixed = engine.set_fallback_prefixes([EMBEDDED_PREFIX]);
        prefixed.and_then(|()| engine.add_raw_templates(embedded)).map_err(|error| self.explain("", &error))?;
        let base = engine.clone();
        let all = self.0.iter().map(|template| (template.name.as_str(), template.text.as_str()));
        engine.add_raw_templates(all).map_err(|error| {
            let broken = self.0.iter().find(|own| base.clone().add_raw_template(&own.name, &own.text).is_err());
            self.explain(broken.map_or("", |template| &template.name), &error)
        })
    }

    /// Says which file an error of the engine is about: the one that it names itself, else `name`.
    #[must_use]
    pub fn explain(&self, name: &str, error: &tera::Error) -> TemplateError {
        let path_of = |name: &str| self.0.iter().find(|own| own.name == name).map(|own| own.path.clone());
        // An own template may be what is wrong with an embedded one that the engine names.
        let is_blamed = |named: &str| name.is_empty() || path_of(named).is_some();
        let (name, place, message) = match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                let span = report.span();
                (report.filename(), Some((span.start_line, span.start_col + 1)), report.message().to_owned())
            }
            ErrorKind::CircularExtend { tpl: named, .. }
            | ErrorKind::CircularInclude { tpl: named, .. }
            | ErrorKind::MissingParent { current: named, .. }
                if is_blamed(named) =>
            {
                (named.as_str(), None, error.to_string())
            }
            ErrorKind::Msg(report) => match first_of(report).filter(|(named, ..)| is_blamed(named)) {
                Some((named, place, message)) => (named, Some(place), message.to_owned()),
                None => (name, None, report.clone()),
            },
            _ => (name, None, error.to_string()),
        };
        TemplateError::Wrong { path: path_of(name), name: name.to_owned(), place, message }
    }

    /// Their texts.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|template| template.text.as_str())
    }
}

/// The template, the place and the words of the first of those errors that the engine reports as text alone: what names
/// something that is not there.
fn first_of(report: &str) -> Option<(&str, (usize, usize), &str)> {
    let mut lines = report.lines();
    let message = lines.next()?.strip_prefix("error: ")?;
    let place = lines.next()?.trim_start().strip_prefix("--> ")?;
    let (place, column) = place.rsplit_once(':')?;
    let (name, line) = place.rsplit_once(':')?;
    Some((name, (line.parse().ok()?, column.parse().ok()?), message))
}

#[cfg(test)]
#[allow(clippy::disallowed_methods, reason = "tests make their own files")]
mod tests {
    use super::*;

    const EMBEDDED: [(&str, &str); 2] = [("brieven/a.txt", "Beste {{ naam }}"), ("brieven/slot.txt", "Groet")];

    fn error_of(files: &[(&str, &str)]) -> String {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for (name, text) in files {
            fs::write(folder.path().join(name), text).expect("a written file");
        }
        let own = OwnTemplates::read(folder.path(), "txt", "brieven/").expect("files that can be read");
        let mut engine = Tera::new();
        let embedded = EMBEDDED.map(|(name, text)| (name.to_owned(), text)).into_iter();
        let loaded = own.load_into(&mut engine, embedded);
        let rendered = loaded.and_then(|()| {
            engine.render("brieven/a.txt", &tera::Context::new()).map_err(|error| own.explain("brieven/a.txt", &error))
        });
        let told = rendered.expect_err("a template that is wrong").to_string();
        told.replace(folder.path().to_str().expect("a plain path"), "…")
    }

    #[test]
    fn an_error_names_the_file_of_the_office_and_the_place_in_it_whatever_is_wrong() {
        for (files, told) in [
            (&[("a.txt", "Beste\n{{ naam")][..], "…/a.txt klopt niet (regel 2"),
            (&[("a.txt", "x\r\n\r\n{{ leeftijd }}")], "…/a.txt klopt niet (regel 3"),
            (&[("a.txt", "{% extends \"brieven/weg.txt\" %}")], "…/a.txt klopt niet."),
            (&[("a.txt", "{% include \"brieven/a.txt\" %}")], "…/a.txt klopt niet"),
            (&[("a.txt", "\n{% include \"brieven/weg.txt\" %}")], "…/a.txt klopt niet (regel 2, kolom 12)"),
            (
                &[("a.txt", "{% include \"brieven/slot.txt\" %}"), ("slot.txt", "{{ weg }}")],
                "…/slot.txt klopt niet (regel 1",
            ),
            (&[("slot.txt", "Groet")], "het ingebouwde sjabloon ingebouwd/brieven/a.txt klopt niet (regel 1"),
        ] {
            let error = error_of(files);
            assert!(error.contains(told), "{files:?}: {error}");
        }
    }

    #[test]
    fn a_file_that_cannot_be_read_is_told_of_in_dutch_with_its_path() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fs::create_dir(folder.path().join("a.txt")).expect("a folder");
        let error = OwnTemplates::read(folder.path(), "txt", "").expect_err("no file").to_string();
        assert!(error.ends_with("a.txt is niet te lezen (het is een map)"), "{error}");
    }
}
