//! The two makers of a record's texts: masked for the team, and as they were written for the management.
//! In: a masker, or leave to show everything. Out: the texts of views.

use crate::anonymise::{Disclosed, DisclosedBody, RecordMasker};
use crate::complaint::Complaint;
use crate::personal::{Disclosure, Personal};
use crate::source::Span;
use crate::views::{Html, People, ReadBy, Text};
use crate::yaml::Field;

/// The texts of one record, as one audience may read them.
pub trait Texts {
    /// What the complaint is about.
    fn subject(&self) -> Option<Text>;
    /// What each measure is, where that was filled in; in the order of the record.
    fn measures(&self) -> Vec<Option<Text>>;
    /// Why each missed term was missed, likewise.
    fn reasons(&self) -> Vec<Option<Text>>;
    /// A part of the body.
    fn section(&self, content: Span) -> Html;
    /// The same as plain text, a line for each block.
    fn section_text(&self, content: Span) -> Text;
    /// A name, where this audience may know it.
    fn name(&self, name: &Personal) -> Option<Text>;
    /// The people of the record, where this audience may know them.
    fn people(&self) -> Option<People>;
    /// The names of attachments, where this audience may know them: none but those who may see them.
    fn attachments(&self, _: &[Personal]) -> Vec<Text> {
        Vec::new()
    }
    /// Who has read the texts after they were masked; none where they were not.
    fn read_by(&self) -> Option<ReadBy>;
}

impl Texts for RecordMasker<'_> {
    fn subject(&self) -> Option<Text> {
        self.subject().map(Text::from)
    }

    fn measures(&self) -> Vec<Option<Text>> {
        self.measures().map(|what| what.map(Text::from)).collect()
    }

    fn reasons(&self) -> Vec<Option<Text>> {
        self.reasons().map(|reason| reason.map(Text::from)).collect()
    }

    fn section(&self, content: Span) -> Html {
        Html::from(&self.section(content))
    }

    fn section_text(&self, content: Span) -> Text {
        Text::from(&self.section_text(content))
    }

    fn name(&self, _: &Personal) -> Option<Text> {
        None
    }

    fn people(&self) -> Option<People> {
        None
    }

    fn read_by(&self) -> Option<ReadBy> {
        Some(ReadBy::Machine)
    }
}

/// A record as it was written.
pub struct AsWritten<'a> {
    leave: &'a Disclosure,
    complaint: &'a Complaint,
    body: DisclosedBody<'a>,
}

impl<'a> AsWritten<'a> {
    /// The texts of a complaint; `text` is the whole text of its file.
    #[must_use]
    pub fn new(leave: &'a Disclosure, text: &'a str, complaint: &'a Complaint) -> Self {
        Self { leave, complaint, body: DisclosedBody::new(leave, text, complaint) }
    }

    fn shown(&self, field: &Field<Personal>) -> Option<Text> {
        field.given().map(|words| Text::from(&Disclosed::new(self.leave, words)))
    }
}

impl Texts for AsWritten<'_> {
    fn subject(&self) -> Option<Text> {
        self.shown(&self.complaint.subject)
    }

    fn measures(&self) -> Vec<Option<Text>> {
        self.complaint.measures.given().map(|measure| self.shown(&measure.what)).collect()
    }

    fn reasons(&self) -> Vec<Option<Text>> {
        self.complaint.overruns.given().map(|overrun| self.shown(&overrun.reason)).collect()
    }

    fn section(&self, content: Span) -> Html {
        Html::from(&self.body.section(content))
    }

    fn section_text(&self, content: Span) -> Text {
        Text::from(&self.body.section_text(content))
    }

    fn name(&self, name: &Personal) -> Option<Text> {
        Some(Text::from(&Disclosed::new(self.leave, name)))
    }

    fn people(&self) -> Option<People> {
        Some(People::of(self.leave, self.complaint))
    }

    fn attachments(&self, names: &[Personal]) -> Vec<Text> {
        names.iter().map(|name| Text::from(&Disclosed::new(self.leave, name))).collect()
    }

    fn read_by(&self) -> Option<ReadBy> {
        None
    }
}
