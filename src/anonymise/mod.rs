//! Anonymising. In: a record's texts and the identities of the register. Out: masked text and HTML, in
//! types that nothing else can make. Evidence comes in tiers (`search` for what is known, `patterns` for
//! data with a form of their own); `resolve` alone decides between them. `disclosed` is the other maker of
//! text, for those who may know everything: it needs leave that `cli` alone can give.

mod beside;
mod body;
mod disclosed;
mod fold;
mod html;
mod identity;
mod inquiry;
mod lexicon;
mod lists;
mod mask;
mod masked;
mod mention;
mod names;
mod own;
mod own_identities;
pub mod patterns;
mod people;
mod person_name;
mod phone;
mod reading;
mod record;
mod resolve;
mod search;
mod tokens;
mod unknown;

use crate::complaint::Complaint;
use crate::protocol::Staff;
use crate::source::Span;

pub use disclosed::{Disclosed, DisclosedBody, DisclosedHtml};
pub use fold::fold;
pub use identity::{Address, Datum, Form, Identity, Organisation, Party, Weak, colleagues, identities, own};
pub use inquiry::{Asked, Difference};
pub use lexicon::is_ordinary;
pub use lists::{PARTICLES, TITLES};
pub use mask::{Kind, Mask};
pub use masked::{Anonymised, MaskSpan, Masked, MaskedHtml, ShownSpan};
pub use own_identities::OwnIdentities;
pub use person_name::{PersonName, Surname};
pub use reading::{Reading, RecordText, TextKind};
pub use record::RecordMasker;
pub use resolve::Evidence;

use inquiry::Notes;
use names::Names;

/// Masks texts for a register: built once, used for each record.
///
/// What it gives is all that pages may show. A complaint itself cannot reach them:
///
/// ```compile_fail
/// fn show(complaint: &klacht::complaint::Complaint) -> impl serde::Serialize + '_ {
///     complaint
/// }
/// ```
///
/// ```compile_fail
/// fn show(name: &klacht::personal::Personal, page: &mut tera::Context) {
///     page.insert("name", name);
/// }
/// ```
///
/// And nobody else can call a text masked:
///
/// ```compile_fail
/// let masked = klacht::anonymise::Masked("Fatima el Amrani".to_owned());
/// ```
#[derive(Debug)]
pub struct Anonymiser {
    names: Names,
    /// Whether it is noted what each record asks of the names.
    takes_notes: bool,
}

impl Anonymiser {
    /// An anonymiser that knows everyone in these complaints and on the staff list.
    #[must_use]
    pub fn new(complaints: &[&Complaint], staff: Option<&Staff>) -> Self {
        let known: Vec<_> = complaints.iter().map(|complaint| OwnIdentities::of(complaint)).collect();
        Self::knowing(&known, staff)
    }

    /// The same where the identities of each complaint are at hand.
    #[must_use]
    pub fn knowing(known: &[OwnIdentities<'_>], staff: Option<&Staff>) -> Self {
        Self { names: Names::collect(known, staff), takes_notes: false }
    }

    /// The same, where records will be masked again when others have come or gone: it then tells of each what it asked.
    #[must_use]
    pub fn taking_notes(self) -> Self {
        Self { takes_notes: true, ..self }
    }

    /// What this one and another one know differently of people, addresses and numbers. Both must have the same staff
    /// list.
    #[must_use]
    pub fn difference(&self, other: &Self) -> Difference {
        Difference::between(&self.names, &other.names)
    }

    /// A masker for the texts of one record; `text` is the whole text of its file.
    #[must_use]
    pub fn record<'a>(&'a self, text: &'a str, complaint: &'a Complaint) -> RecordMasker<'a> {
        self.record_of(text, complaint, &OwnIdentities::of(complaint))
    }

    /// The same where the identities of the complaint are at hand.
    #[must_use]
    pub fn record_of<'a>(
        &'a self,
        text: &'a str,
        complaint: &'a Complaint,
        identities: &OwnIdentities<'_>,
    ) -> RecordMasker<'a> {
        let notes = self.takes_notes.then(Notes::default);
        RecordMasker::new((&self.names, notes), text, complaint, identities)
    }

    /// Masks a text that belongs to no record.
    #[must_use]
    pub fn text(&self, text: &str) -> Anonymised {
        let spans = record::spans_of(&self.names, text);
        Anonymised::new(text, Span::new(0, text.len()), &spans)
    }
}

#[cfg(test)]
mod tests;
