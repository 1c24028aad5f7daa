//! The sorts of text that a page may hold, told apart by where they come from.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::anonymise::{Disclosed, DisclosedHtml, Masked, MaskedHtml};
use crate::complaint;

/// Plain text that a person wrote: masked, or with leave as it was written. Templates escape it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Text(String);

impl From<&Masked> for Text {
    fn from(text: &Masked) -> Self {
        Self(text.as_str().to_owned())
    }
}

impl From<&Disclosed> for Text {
    fn from(text: &Disclosed) -> Self {
        Self(text.as_str().to_owned())
    }
}

impl Text {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A text that tests made up.
    #[cfg(test)]
    pub(crate) fn from_masked(text: String) -> Self {
        Self(text)
    }
}

/// HTML made from the Markdown events of such a text: raw HTML was mapped to text, link schemes were checked, headings start
/// at `h4`. Templates print it as it is (`| safe`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Html(String);

impl From<&MaskedHtml> for Html {
    fn from(html: &MaskedHtml) -> Self {
        Self(html.as_str().to_owned())
    }
}

impl From<&DisclosedHtml> for Html {
    fn from(html: &DisclosedHtml) -> Self {
        Self(html.as_str().to_owned())
    }
}

impl Html {
    /// HTML that tests made up.
    #[cfg(test)]
    pub(crate) fn from_masked_events(html: String) -> Self {
        Self(html)
    }
}

/// All that a page shows of what people wrote, as one plain text to search in. Between its lines stands a sign over which
/// the gate reads no name on, as between the paragraphs of a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Searchable(String);

impl Searchable {
    /// These texts, in this order.
    pub fn of<'t>(texts: impl IntoIterator<Item = &'t Text>) -> Self {
        let mut all = String::new();
        for line in texts.into_iter().flat_map(|text| text.0.lines()).filter(|line| !line.is_empty()) {
            if !all.is_empty() {
                all.push_str(" | ");
            }
            all.push_str(line);
        }
        // It is kept until all pages are made, one of every complaint.
        all.shrink_to_fit();
        Self(all)
    }
}

/// A word or phrase of the program or of the protocol, such as a kind of complaint: never something typed in a complaint.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct Word(String);

impl Word {
    /// Takes a phrase of the program or a value of the protocol.
    pub fn new(phrase: impl Into<String>) -> Self {
        Self(phrase.into())
    }

    /// The phrase itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The number of a complaint, such as `2026-014`: also the name of its page.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Number(String);

impl From<&complaint::Number> for Number {
    fn from(number: &complaint::Number) -> Self {
        Self(number.to_string())
    }
}

impl Number {
    /// The number as it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A number that tests made up.
    #[cfg(test)]
    pub(crate) fn from_parsed(number: String) -> Self {
        Self(number)
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The code of a rule; serialises as `K103`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Code(pub crate::finding::Code);

impl Code {
    /// A code as it is written.
    #[cfg(test)]
    pub(crate) fn parse(code: &str) -> Option<Self> {
        crate::finding::Code::parse(code).map(Self)
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// Serialises a list of words as one phrase: `aard, kwaliteit`.
pub(super) fn joined<S: Serializer>(words: &[Word], serializer: S) -> Result<S::Ok, S::Error> {
    match words {
        [] => serializer.serialize_str(""),
        [Word(one)] => serializer.serialize_str(one),
        more => {
            let phrases: Vec<&str> = more.iter().map(|word| word.0.as_str()).collect();
            serializer.serialize_str(&phrases.join(", "))
        }
    }
}
