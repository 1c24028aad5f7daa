//! The two makers of a record's texts: masked for the team, and as they were written for the management.
//! In: a masker, or leave to show everything. Out: the texts of views.

use crate::anonymise::{Disclosed, DisclosedBody, Masked, Reading, RecordMasker};
use crate::complaint::Complaint;
use crate::personal::{Disclosure, Personal};
use crate::protocol::FreeText;
use crate::source::Span;
use crate::views::{Html, People, ReadBy, Text};
use crate::yaml::Field;

/// The texts of one record, as one audience may read them. What it may not read is not there.
pub trait Texts {
    /// What the complaint is about.
    fn subject(&self) -> Option<Text>;
    /// What each measure is, where that was filled in; in the order of the record.
    fn measures(&self) -> Vec<Option<Text>>;
    /// Why each missed term was missed, likewise.
    fn reasons(&self) -> Vec<Option<Text>>;
    /// A part of the body.
    fn section(&self, content: Span) -> Option<Html>;
    /// The same as plain text, a line for each block.
    fn section_text(&self, content: Span) -> Option<Text>;
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

/// A record as the team may read it: masked, and where the office asks for it, not before someone has read it.
pub struct ForTeam<'m> {
    masker: &'m RecordMasker<'m>,
    read_by: ReadBy,
}

impl<'m> ForTeam<'m> {
    /// The texts of a complaint, of which `reading` tells whether someone has read them as they are now.
    #[must_use]
    pub fn new(masker: &'m RecordMasker<'m>, reading: Reading, free_text: FreeText) -> Self {
        let read_by = match (reading, free_text) {
            (Reading::Stands, _) => ReadBy::Person,
            (Reading::None | Reading::Lapsed, FreeText::Automatic) => ReadBy::Machine,
            (Reading::None | Reading::Lapsed, FreeText::AfterReading) => ReadBy::Nobody,
        };
        Self { masker, read_by }
    }

    /// The masker of texts that may be shown.
    fn open(&self) -> Option<&RecordMasker<'m>> {
        (self.read_by != ReadBy::Nobody).then_some(self.masker)
    }

    /// Those of a list of texts that may be shown; the places of the others stay.
    fn shown<'t>(&self, texts: impl Iterator<Item = Option<&'t Masked>>) -> Vec<Option<Text>> {
        texts.map(|text| text.filter(|_| self.open().is_some()).map(Text::from)).collect()
    }
}

impl Texts for ForTeam<'_> {
    fn subject(&self) -> Option<Text> {
        self.open()?.subject().map(Text::from)
    }

    fn measures(&self) -> Vec<Option<Text>> {
        self.shown(self.masker.measures())
    }

    fn reasons(&self) -> Vec<Option<Text>> {
        self.shown(self.masker.reasons())
    }

    fn section(&self, content: Span) -> Option<Html> {
        self.open().map(|masker| Html::from(&masker.section(content)))
    }

    fn section_text(&self, content: Span) -> Option<Text> {
        self.open().map(|masker| Text::from(&masker.section_text(content)))
    }

    fn name(&self, _: &Personal) -> Option<Text> {
        None
    }

    fn people(&self) -> Option<People> {
        None
    }

    fn read_by(&self) -> Option<ReadBy> {
        Some(self.read_by)
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

    fn section(&self, content: Span) -> Option<Html> {
        Some(Html::from(&self.body.section(content)))
    }

    fn section_text(&self, content: Span) -> Option<Text> {
        Some(Text::from(&self.body.section_text(content)))
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
