//! The texts of letters. In: the embedded templates, and those that an office puts in their place. Out: the text of one
//! letter, without empty lines that an omitted part leaves.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};
use serde::Serialize;
use tera::{Context, ErrorKind, Tera};

use super::Kind;
use super::facts::Facts;
use crate::source::reason;

static EMBEDDED: Dir = include_dir!("$CARGO_MANIFEST_DIR/templates/brieven");

/// The folder of letters among the templates.
const FOLDER: &str = "brieven";

/// An embedded template is known by this prefix too, so that an office's own can include or extend it.
const EMBEDDED_PREFIX: &str = "ingebouwd/";

/// The template that puts an address and a date above a letter on paper.
const PAPER: &str = "post";

/// All templates of letters.
#[derive(Debug)]
pub struct Templates {
    tera: Tera,
    /// The folder with the office's own, where there is one.
    own: Option<PathBuf>,
}

/// A template that cannot be used.
#[derive(Debug)]
pub struct TemplateError {
    /// The file of the office, or the name of one of our own.
    place: String,
    why: String,
}

impl fmt::Display for TemplateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "het sjabloon {} klopt niet: {}", self.place, self.why)
    }
}

impl std::error::Error for TemplateError {}

impl Templates {
    /// The embedded templates, and those in the folder `brieven` of `overrides` that take the place of one.
    ///
    /// # Errors
    /// A file in that folder that cannot be read or is no template.
    pub fn read(overrides: Option<&Path>) -> Result<Self, TemplateError> {
        let mut templates = Self { tera: Tera::new(), own: overrides.map(|folder| folder.join(FOLDER)) };
        let embedded = EMBEDDED.files().map(|file| {
            let text = file.contents_utf8().expect("our own templates are UTF-8");
            (format!("{EMBEDDED_PREFIX}{FOLDER}/{}", file.path().display()), text)
        });
        let loaded = templates.tera.set_fallback_prefixes([EMBEDDED_PREFIX]);
        loaded.and_then(|()| templates.tera.add_raw_templates(embedded)).map_err(|error| templates.explain(&error))?;
        let own = templates.own.as_deref().map_or(Ok(Vec::new()), own_templates)?;
        templates.tera.add_raw_templates(own).map_err(|error| templates.explain(&error))?;
        Ok(templates)
    }

    pub(super) fn render(&self, kind: Kind, facts: &Facts) -> Result<String, TemplateError> {
        self.tera_text(kind.word(), &self.context(facts)?)
    }

    /// The letter with address and date above it.
    pub(super) fn render_on_paper(&self, facts: &Facts, body: &str) -> Result<String, TemplateError> {
        let mut context = self.context(facts)?;
        context.insert("brief", body);
        self.tera_text(PAPER, &context)
    }

    fn context(&self, facts: &impl Serialize) -> Result<Context, TemplateError> {
        Context::from_serialize(facts).map_err(|error| self.explain(&error))
    }

    fn tera_text(&self, name: &str, context: &Context) -> Result<String, TemplateError> {
        let text = self.tera.render(&format!("{FOLDER}/{name}.txt"), context);
        text.map(|text| tidy(&text)).map_err(|error| self.explain(&error))
    }

    fn explain(&self, error: &tera::Error) -> TemplateError {
        let (ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report)) = error.kind() else {
            return TemplateError { place: FOLDER.to_owned(), why: error.to_string() };
        };
        let (name, line) = (report.filename(), report.span().start_line);
        let own = self.own.as_ref().and_then(|own| Some(own.join(name.strip_prefix(FOLDER)?.trim_start_matches('/'))));
        let place =
            own.filter(|path| path.is_file()).map_or_else(|| name.to_owned(), |path| path.display().to_string());
        TemplateError {
            place: format!("{place} (regel {line})"),
            why: format!("Tera, de taal van de sjablonen, zegt in het Engels: {}", report.message()),
        }
    }
}

/// The office's own templates by name, in order.
fn own_templates(folder: &Path) -> Result<Vec<(String, String)>, TemplateError> {
    let unreadable = |path: &Path, error: &io::Error| TemplateError {
        place: path.display().to_string(),
        why: format!("het is niet te lezen ({})", reason(error)),
    };
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(unreadable(folder, &error)),
    };
    let mut own = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| unreadable(folder, &error))?.path();
        if path.extension().is_some_and(|end| end == "txt") {
            let text = fs::read_to_string(&path).map_err(|error| unreadable(&path, &error))?;
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            own.push((format!("{FOLDER}/{name}"), text.trim_start_matches('\u{feff}').replace("\r\n", "\n")));
        }
    }
    own.sort();
    Ok(own)
}

/// The text with one empty line at most between two others, and none around it.
fn tidy(text: &str) -> String {
    let mut tidied = String::with_capacity(text.len());
    let mut empty = 0;
    for line in text.lines().map(str::trim_end) {
        if line.is_empty() {
            empty += 1;
            continue;
        }
        if !tidied.is_empty() && empty > 0 {
            tidied.push('\n');
        }
        empty = 0;
        tidied.push_str(line);
        tidied.push('\n');
    }
    tidied
}
