//! Views to pages: one `Renderer`, made once, turns each view into the text of its page.
//! In: the values of `views`. Out: HTML, and the files that pages share. Nothing here touches a record.

mod filters;
mod house_style;
mod sources;
#[cfg(test)]
mod specimen;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::path::Path;

use serde::Serialize;
use tera::{Context, Tera};

use sources::Sources;

use crate::template::TemplateError;
use crate::views;

/// Renders every page of one build. Cheap to share between threads: rendering takes `&self`.
#[derive(Debug)]
pub struct Renderer {
    tera: Tera,
    sources: Sources,
}

/// Two are equal when they have the same templates and shared files.
impl PartialEq for Renderer {
    fn eq(&self, other: &Self) -> bool {
        self.sources == other.sources
    }
}

/// A kind of page: its template, where it stands, and which entry of the menu it belongs to.
struct Page {
    template: &'static str,
    /// From the page to the root of the site.
    root: &'static str,
    menu: &'static str,
}

const INDEX: Page = Page { template: "index.html", root: "", menu: "register" };
const COMPLAINT: Page = Page { template: "complaint.html", root: "../", menu: "complaint" };
const REGISTER: Page = Page { template: "register.html", root: "../", menu: "" };
const MEETING: Page = Page { template: "meeting.html", root: "../", menu: "meeting" };
const ANALYSIS: Page = Page { template: "analysis.html", root: "", menu: "analysis" };
const PROTOCOL: Page = Page { template: "protocol.html", root: "", menu: "protocol" };

impl Renderer {
    /// Reads the embedded templates, and from `overrides` (where given and present) each file that takes the place of one:
    /// a `*.html`, `style.css`, `register.js` or `icon.svg`. The rules in its `eigen.css` end the style sheet.
    ///
    /// # Errors
    ///
    /// A file in `overrides` that cannot be read or is no template; the error names it.
    pub fn new(site: &views::Site, overrides: Option<&Path>) -> Result<Self, TemplateError> {
        let sources = Sources::read(site, overrides)?;
        let mut tera = Tera::new();
        filters::register(&mut tera);
        sources.load_into(&mut tera)?;
        tera.global_context().insert("site", site);
        Ok(Self { tera, sources })
    }

    /// The front page, `index.html`.
    ///
    /// # Errors
    ///
    /// A template that asks for what the view does not have.
    pub fn render_index(&self, view: &views::Index) -> Result<String, TemplateError> {
        self.render(&INDEX, view)
    }

    /// The page of a volume of the register that is not on the front page, [`path_of_volume`].
    ///
    /// # Errors
    ///
    /// As [`Renderer::render_index`].
    pub fn render_register(&self, view: &views::RegisterPage) -> Result<String, TemplateError> {
        self.render(&REGISTER, view)
    }

    /// The page of one complaint, [`path_of_complaint`].
    ///
    /// # Errors
    ///
    /// As [`Renderer::render_index`].
    pub fn render_complaint(&self, view: &views::Complaint) -> Result<String, TemplateError> {
        self.render(&COMPLAINT, view)
    }

    /// A report for the team meeting, [`path_of_meeting`].
    ///
    /// # Errors
    ///
    /// As [`Renderer::render_index`].
    pub fn render_meeting(&self, view: &views::Meeting<'_>) -> Result<String, TemplateError> {
        self.render(&MEETING, view)
    }

    /// The analysis, `analyse.html`.
    ///
    /// # Errors
    ///
    /// As [`Renderer::render_index`].
    pub fn render_analysis(&self, view: &views::Analysis) -> Result<String, TemplateError> {
        self.render(&ANALYSIS, view)
    }

    /// The protocol in plain words, `protocol.html`.
    ///
    /// # Errors
    ///
    /// As [`Renderer::render_index`].
    pub fn render_protocol(&self, view: &views::Protocol) -> Result<String, TemplateError> {
        self.render(&PROTOCOL, view)
    }

    /// The files that pages share, by the name they have at the root of the site.
    pub fn assets(&self) -> impl Iterator<Item = (&'static str, &[u8])> {
        self.sources.assets()
    }

    /// The texts of all templates in use: their words are ordinary words, whatever a register's people are called.
    pub fn template_texts(&self) -> impl Iterator<Item = &str> {
        self.sources.template_texts()
    }

    fn render<V: Serialize>(&self, page: &Page, view: &V) -> Result<String, TemplateError> {
        let mut context = Context::new();
        context.insert_value(
            Cow::Borrowed("page"),
            tera::Value::try_from_serializable(view)
                .map_err(|error| self.sources.own.explain(page.template, &error))?,
        );
        context.insert(Cow::Borrowed("root"), page.root);
        context.insert(Cow::Borrowed("menu"), page.menu);
        self.tera.render(page.template, &context).map_err(|error| self.sources.own.explain(page.template, &error))
    }
}

/// What the script searches of a volume, as a script that hands it over: whoever opens the site from disk can load no
/// other file. It stands at [`path_of_search`].
///
/// # Panics
///
/// Never: the view has no map, and so nothing that JSON could not write.
pub fn search_script(view: &views::SearchVolume) -> Vec<u8> {
    let mut script = b"registerVolume(".to_vec();
    serde_json::to_writer(&mut script, view).expect("a view without maps is JSON, and memory takes it");
    script.extend_from_slice(b");\n");
    script
}

/// Where the front page stands in the site.
pub const INDEX_PATH: &str = "index.html";
/// Where the analysis stands in the site.
pub const ANALYSIS_PATH: &str = "analyse.html";
/// Where the protocol stands in the site.
pub const PROTOCOL_PATH: &str = "protocol.html";

/// Where the page of a complaint stands in the site.
pub fn path_of_complaint(number: &views::Number) -> String {
    format!("klachten/{number}.html")
}

/// Where the page of a volume of the register stands in the site, for those that are not on the front page.
pub fn path_of_volume(id: views::VolumeId) -> String {
    format!("register/{id}.html")
}

/// Where the script with what can be searched of a volume stands in the site.
pub fn path_of_search(id: views::VolumeId) -> String {
    format!("zoeken/{id}.js")
}

/// Where a report for the team meeting stands in the site.
pub fn path_of_meeting(name: views::ReportName) -> String {
    format!("teamoverleg/{name}.html")
}
