//! One record's texts as they were written, for those who may know everything. In: a complaint, its file,
//! and a token that `cli` alone makes. Out: the same texts that `record` masks, in types of their own.

use super::body::Body;
use super::html::Source;
use crate::complaint::Complaint;
use crate::personal::{Disclosure, Personal};
use crate::source::Span;

/// Plain text that may tell who someone is, to be shown to those who may know.
#[derive(Clone, PartialEq, Eq)]
pub struct Disclosed(String);

/// HTML that may tell who someone is, to be shown to those who may know. Raw HTML in what was written is
/// text here as well, and links keep to the same schemes.
#[derive(Clone, PartialEq, Eq)]
pub struct DisclosedHtml(String);

impl Disclosed {
    /// The words as they were written, but for spaces around them.
    #[must_use]
    pub fn new(_: &Disclosure, words: &Personal) -> Self {
        Self(words.reveal().trim().to_owned())
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl DisclosedHtml {
    /// The HTML.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The body of one record, unmasked.
///
/// Without leave there is none:
///
/// ```compile_fail
/// fn show<'a>(text: &'a str, complaint: &klacht::complaint::Complaint) -> klacht::anonymise::DisclosedBody<'a> {
///     klacht::anonymise::DisclosedBody::new(text, complaint)
/// }
/// ```
pub struct DisclosedBody<'a>(Body<'a>);

impl<'a> DisclosedBody<'a> {
    /// The body of a complaint; `text` is the whole text of its file.
    #[must_use]
    pub fn new(_: &Disclosure, text: &'a str, complaint: &Complaint) -> Self {
        Self(Body::of(text, complaint))
    }

    /// A part of the body as HTML. Headings in it stand below the third level; it has no ids.
    #[must_use]
    pub fn section(&self, content: Span) -> DisclosedHtml {
        DisclosedHtml(self.source().html(self.0.events_of(content), |_| true))
    }

    /// A part of the body as plain text, a line for each block.
    #[must_use]
    pub fn section_text(&self, content: Span) -> Disclosed {
        Disclosed(self.source().plain(self.0.events_of(content)))
    }

    fn source(&self) -> Source<'a> {
        Source { text: self.0.text, spans: &[] }
    }
}
