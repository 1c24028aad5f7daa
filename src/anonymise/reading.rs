//! Reading after the machine (`nagelezen`). In: the masked texts of a record, and what its file says was
//! read. Out: the texts for a reader, their fingerprint, and whether what was read still stands.

use super::Anonymiser;
use super::masked::Anonymised;
use super::record::RecordMasker;
use crate::complaint::{Complaint, Fingerprint};
use crate::source::Span;

/// Whether someone has read the anonymised texts of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Nobody has, or what the file says of it is wrong.
    None,
    /// Someone has read them as they are now.
    Stands,
    /// Someone has read other texts: these have changed, or other words in them are masked.
    Lapsed,
}

/// Which text of a record it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextKind {
    /// What the complaint is about.
    Subject,
    /// All below the front matter.
    Body,
    /// What a measure is.
    Measure,
    /// Why a term was missed.
    Reason,
}

impl TextKind {
    /// What people call it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Subject => "onderwerp",
            Self::Body => "tekst",
            Self::Measure => "maatregel",
            Self::Reason => "reden",
        }
    }
}

/// One masked text of a record.
#[derive(Clone, Debug)]
pub struct RecordText {
    /// Which one.
    pub kind: TextKind,
    /// Where it stands in the file.
    pub at: Span,
    /// The text with its masks.
    pub text: Anonymised,
}

impl RecordMasker<'_> {
    /// The fingerprint of every text that pages show.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        let texts = self.texts();
        Fingerprint::of(texts.iter().map(|text| (text.kind.word(), text.text.text.as_str())))
    }

    /// Whether someone has read these texts. Nothing is hashed where the file does not say so.
    #[must_use]
    pub fn reading(&self) -> Reading {
        match self.complaint().read.given() {
            None => Reading::None,
            Some(read) if *read == self.fingerprint() => Reading::Stands,
            Some(_) => Reading::Lapsed,
        }
    }
}

impl Anonymiser {
    /// Whether someone has read the texts of this record; `text` is the whole text of its file. Nothing is
    /// masked where the file does not say so.
    #[must_use]
    pub fn reading(&self, text: &str, complaint: &Complaint) -> Reading {
        match complaint.read.given() {
            None => Reading::None,
            Some(_) => self.record(text, complaint).reading(),
        }
    }
}
