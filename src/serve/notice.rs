//! What is told on a page beside the site. In: Dutch sentences that name nobody. Out: the HTML of it.

use std::fmt::Write as _;

use quick_xml::escape::escape;

/// How grave a notice is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// The site is not what the register says now.
    Trouble,
    /// The site is right; the register wants attention.
    Attention,
}

/// Something to tell on every page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// How grave it is.
    pub tone: Tone,
    /// What is the matter, in a few words.
    pub title: String,
    /// What that means, or what to do.
    pub lead: String,
    /// Each thing that is wrong.
    pub items: Vec<Item>,
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Where: `2026-014, regel 5`.
    pub place: String,
    /// The page of the site about it, where there may be one.
    pub page: Option<String>,
    /// What is wrong.
    pub text: String,
    /// How to mend it.
    pub help: Option<String>,
}

impl Notice {
    pub(super) fn write(&self, html: &mut String) {
        let (open, title, close) = match self.tone {
            Tone::Trouble => ("<section class=\"klacht-serve-trouble\" role=\"alert\">", "p", "</section>"),
            Tone::Attention => ("<details class=\"klacht-serve-attention\">", "summary", "</details>"),
        };
        let _: std::fmt::Result = writeln!(
            html,
            "{open}\n<{title}><strong>{}</strong></{title}>\n<p>{}</p>",
            escape(self.title.as_str()),
            escape(self.lead.as_str())
        );
        if !self.items.is_empty() {
            html.push_str("<ul>\n");
            self.items.iter().for_each(|item| item.write(html));
            html.push_str("</ul>\n");
        }
        html.push_str(close);
        html.push('\n');
    }
}

/// The text as HTML; what stands between backticks is what a person types.
fn marked(text: &str) -> String {
    let parts = text.split('`').enumerate().map(|(at, part)| match at % 2 {
        0 => escape(part).into_owned(),
        _ => format!("<code>{}</code>", escape(part)),
    });
    parts.collect()
}

impl Item {
    fn write(&self, html: &mut String) {
        let place = escape(self.place.as_str());
        let place = match &self.page {
            Some(page) => format!("<a href=\"/{}\">{place}</a>", escape(page.as_str())),
            None => place.into_owned(),
        };
        let help = self.help.as_deref().map(|help| format!("<br>{}", marked(help))).unwrap_or_default();
        let _: std::fmt::Result = writeln!(html, "<li>{place}: {}{help}</li>", marked(&self.text));
    }
}
