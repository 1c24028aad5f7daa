//! The templates and shared files: those embedded in the program, and those of the office that take their place.

use std::borrow::Cow;
use std::fs;
use std::io;
use std::path::Path;

use include_dir::{Dir, include_dir};
use tera::Tera;

use super::house_style;
use crate::template::{OwnTemplates, TemplateError};
use crate::views;

static EMBEDDED: Dir = include_dir!("$CARGO_MANIFEST_DIR/templates");

/// Files that are no template but stand beside the pages as they are.
const ASSETS: [&str; 3] = ["style.css", "register.js", "icon.svg"];

/// Rules of the office that end the style sheet.
const OWN_RULES: &str = "eigen.css";

/// How the names of templates end.
const EXTENSION: &str = "html";

/// All templates and shared files in use.
#[derive(Debug, PartialEq)]
pub(super) struct Sources {
    pub(super) own: OwnTemplates,
    assets: Vec<Asset>,
}

/// A file that pages share, by its name at the root of the site.
type Asset = (&'static str, Cow<'static, [u8]>);

impl Sources {
    /// Reads `overrides`, file by file; whatever it does not hold is embedded, in the house style of the site. A folder
    /// that does not exist holds nothing.
    pub(super) fn read(site: &views::Site, overrides: Option<&Path>) -> Result<Self, TemplateError> {
        let own = match overrides {
            Some(folder) => OwnTemplates::read(folder, EXTENSION, "")?,
            None => OwnTemplates::default(),
        };
        let asset = |name| Ok((name, asset(name, site, overrides)?));
        let mut assets: Vec<Asset> = ASSETS.into_iter().map(asset).collect::<Result<_, TemplateError>>()?;
        assets.extend(site.logo.as_ref().map(|logo| (logo.file, Cow::Owned(logo.bytes.clone()))));
        Ok(Self { own, assets })
    }

    /// Gives all templates to the engine.
    pub(super) fn load_into(&self, tera: &mut Tera) -> Result<(), TemplateError> {
        self.own.load_into(tera, embedded_templates().map(|(name, text)| (name.to_owned(), text)))
    }

    pub(super) fn assets(&self) -> impl Iterator<Item = (&'static str, &[u8])> {
        self.assets.iter().map(|(name, bytes)| (*name, bytes.as_ref()))
    }

    pub(super) fn template_texts(&self) -> impl Iterator<Item = &str> {
        embedded_templates().map(|(_, text)| text).chain(self.own.texts())
    }
}

fn embedded_templates() -> impl Iterator<Item = (&'static str, &'static str)> {
    EMBEDDED.files().filter(|file| file.path().extension().is_some_and(|end| end == EXTENSION)).map(|file| {
        let name = file.path().to_str().expect("the names of our own templates are ASCII");
        (name, file.contents_utf8().expect("our own templates are UTF-8"))
    })
}

/// The office's file of this name, else the embedded one; in the office's colours.
fn asset(name: &str, site: &views::Site, overrides: Option<&Path>) -> Result<Cow<'static, [u8]>, TemplateError> {
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
fn own_asset(path: &Path) -> Result<Option<Vec<u8>>, TemplateError> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(source) => Err(TemplateError::Unreadable { path: path.to_owned(), source }),
    }
}
