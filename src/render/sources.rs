//! The templates and shared files: those embedded in the program, and those of the office that take their place.

use std::borrow::Cow;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};
use tera::{ErrorKind, Tera};

use super::RenderError;
use super::house_style;
use crate::views;

static EMBEDDED: Dir = include_dir!("$CARGO_MANIFEST_DIR/templates");

/// Files that are no template but stand beside the pages as they are.
const ASSETS: [&str; 3] = ["style.css", "register.js", "icon.svg"];

/// Rules of the office that end the style sheet.
const OWN_RULES: &str = "eigen.css";

/// An embedded template is known by this prefix too, so that an office's `complaint.html` can say
/// `{% extends "ingebouwd/complaint.html" %}` and replace one block of it.
const EMBEDDED_PREFIX: &str = "ingebouwd/";

/// All templates and shared files in use.
#[derive(Debug, PartialEq)]
pub(super) struct Sources {
    own: Vec<OwnTemplate>,
    assets: Vec<Asset>,
}

/// A file that pages share, by its name at the root of the site.
type Asset = (&'static str, Cow<'static, [u8]>);

/// A template of the office.
#[derive(Debug, PartialEq)]
struct OwnTemplate {
    name: String,
    path: PathBuf,
    text: String,
}

impl Sources {
    /// Reads `overrides`, file by file; whatever it does not hold is embedded, in the house style of the site. A folder
    /// that does not exist holds nothing.
    pub(super) fn read(site: &views::Site, overrides: Option<&Path>) -> Result<Self, RenderError> {
        let own = match overrides {
            Some(folder) => own_templates(folder)?,
            None => Vec::new(),
        };
        let asset = |name| Ok((name, asset(name, site, overrides)?));
        let mut assets: Vec<Asset> = ASSETS.into_iter().map(asset).collect::<Result<_, RenderError>>()?;
        assets.extend(site.logo.as_ref().map(|logo| (logo.file, Cow::Owned(logo.bytes.clone()))));
        Ok(Self { own, assets })
    }

    /// Gives all templates to the engine, the office's own before the embedded ones of the same name.
    pub(super) fn load_into(&self, tera: &mut Tera) -> Result<(), RenderError> {
        tera.set_fallback_prefixes([EMBEDDED_PREFIX]).map_err(|error| self.explain("", &error))?;
        let embedded = embedded_templates().map(|(name, text)| (format!("{EMBEDDED_PREFIX}{name}"), text));
        tera.add_raw_templates(embedded).map_err(|error| self.explain("", &error))?;
        let base = tera.clone();
        let all = self.own.iter().map(|template| (template.name.as_str(), template.text.as_str()));
        tera.add_raw_templates(all).map_err(|error| match self.broken_alone(&base) {
            Some(template) => self.explain(&template.name, &error),
            None => self.explain("", &error),
        })
    }

    /// The first template of the office that does not fit on the embedded ones by itself.
    fn broken_alone(&self, embedded: &Tera) -> Option<&OwnTemplate> {
        self.own.iter().find(|template| embedded.clone().add_raw_template(&template.name, &template.text).is_err())
    }

    /// Says which file an error of the engine is about: the one that it names itself, else `name`.
    pub(super) fn explain(&self, name: &str, error: &tera::Error) -> RenderError {
        let (name, place, message) = match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                let span = report.span();
                (report.filename(), Some((span.start_line, span.start_col + 1)), report.message().to_owned())
            }
            _ => (name, None, error.to_string()),
        };
        let path = self.own.iter().find(|template| template.name == name).map(|template| template.path.clone());
        RenderError::Template { path, name: name.to_owned(), place, message }
    }

    pub(super) fn assets(&self) -> impl Iterator<Item = (&'static str, &[u8])> {
        self.assets.iter().map(|(name, bytes)| (*name, bytes.as_ref()))
    }

    pub(super) fn template_texts(&self) -> impl Iterator<Item = &str> {
        embedded_templates().map(|(_, text)| text).chain(self.own.iter().map(|template| template.text.as_str()))
    }
}

fn is_template(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "html")
}

fn embedded_templates() -> impl Iterator<Item = (&'static str, &'static str)> {
    EMBEDDED.files().filter(|file| is_template(file.path())).map(|file| {
        let name = file.path().to_str().expect("the names of our own templates are ASCII");
        (name, file.contents_utf8().expect("our own templates are UTF-8"))
    })
}

/// The templates in the office's folder, in order of name.
fn own_templates(folder: &Path) -> Result<Vec<OwnTemplate>, RenderError> {
    let unreadable = |path: &Path, source| RenderError::Unreadable { path: path.to_owned(), source };
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(unreadable(folder, error)),
    };
    let mut own = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| unreadable(folder, error))?.path();
        if !is_template(&path) {
            continue;
        }
        let text = fs::read_to_string(&path).map_err(|error| unreadable(&path, error))?;
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        own.push(OwnTemplate { name, path, text });
    }
    own.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(own)
}

/// The office's file of this name, else the embedded one; in the office's colours.
fn asset(name: &str, site: &views::Site, overrides: Option<&Path>) -> Result<Cow<'static, [u8]>, RenderError> {
    let own = match overrides {
        Some(folder) => own_asset(&folder.join(name))?.map(Cow::Owned),
        None => None,
    };
    let embedded = || Cow::Borrowed(EMBEDDED.get_file(name).expect("each of ASSETS lies in templates/").contents());
    Ok(match name {
        "style.css" => {
            let own_rules = overrides.map(|folder| own_asset(&folder.join(OWN_RULES))).transpose()?.flatten();
            house_style::style(own.unwrap_or_else(embedded), site.accent, own_rules.as_deref())
        }
        "icon.svg" => own.unwrap_or_else(|| house_style::icon(embedded(), site)),
        _ => own.unwrap_or_else(embedded),
    })
}

/// A file of the office, where there is one.
fn own_asset(path: &Path) -> Result<Option<Vec<u8>>, RenderError> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(source) => Err(RenderError::Unreadable { path: path.to_owned(), source }),
    }
}
