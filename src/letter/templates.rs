//! The texts of letters. In: the embedded templates, and those that an office puts in their place. Out: the text of one
//! letter, without empty lines that an omitted part leaves.

use std::path::Path;

use include_dir::{Dir, include_dir};
use tera::{Context, Tera};

use super::Kind;
use super::facts::Facts;
use crate::template::{OwnTemplates, TemplateError};

static EMBEDDED: Dir = include_dir!("$CARGO_MANIFEST_DIR/templates/brieven");

/// The folder of letters among the templates.
const FOLDER: &str = "brieven";

/// The template that puts an address and a date above a letter on paper.
const PAPER: &str = "post";

/// All templates of letters.
#[derive(Debug)]
pub struct Templates {
    tera: Tera,
    own: OwnTemplates,
}

impl Templates {
    /// The embedded templates, and those in the folder `brieven` of `overrides` that take the place of one.
    ///
    /// # Errors
    /// A file in that folder that cannot be read or is no template.
    pub fn read(overrides: Option<&Path>) -> Result<Self, TemplateError> {
        let own = match overrides {
            Some(folder) => OwnTemplates::read(&folder.join(FOLDER), "txt", &format!("{FOLDER}/"))?,
            None => OwnTemplates::default(),
        };
        let embedded = EMBEDDED.files().map(|file| {
            let text = file.contents_utf8().expect("our own templates are UTF-8");
            (format!("{FOLDER}/{}", file.path().display()), text)
        });
        let mut tera = Tera::new();
        own.load_into(&mut tera, embedded)?;
        Ok(Self { tera, own })
    }

    pub(super) fn render(&self, kind: Kind, facts: &Facts) -> Result<String, TemplateError> {
        self.text(kind.word(), facts, None)
    }

    /// The letter with address and date above it.
    pub(super) fn render_on_paper(&self, facts: &Facts, body: &str) -> Result<String, TemplateError> {
        self.text(PAPER, facts, Some(body))
    }

    fn text(&self, name: &str, facts: &Facts, body: Option<&str>) -> Result<String, TemplateError> {
        let name = format!("{FOLDER}/{name}.txt");
        let text = Context::from_serialize(facts).and_then(|mut context| {
            if let Some(body) = body {
                context.insert("brief", body);
            }
            self.tera.render(&name, &context)
        });
        text.map(|text| tidy(&text)).map_err(|error| self.own.explain(&name, &error))
    }
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
