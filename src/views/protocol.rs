//! The protocol in plain words, as it is configured.

use serde::Serialize;

use super::choices::{TermKind, named};
use super::term_picture::TermPicture;
use super::text::Word;
use super::time::Length;

/// The protocol page.
#[derive(Debug, Clone, Serialize)]
pub struct Protocol {
    /// Length of the confirmation term.
    pub confirmation: ProtocolTerm,
    /// Length of the registration term.
    pub registration: ProtocolTerm,
    /// Length of the handling term.
    pub handling: ProtocolTerm,
    /// Length of the ruling term.
    pub ruling: ProtocolTerm,
    /// The three terms side by side.
    pub picture: TermPicture,
    /// From when the ruling term counts.
    pub ruling_from: RulingFrom,
    /// The norm for the whole.
    pub total: ProtocolTerm,
    /// How long before the end of a term the register warns.
    pub warning: Length,
    /// How long a complaint is kept.
    pub retention: Length,
    /// From when that counts.
    pub retention_from: RetentionFrom,
    /// After-care is expected within this time.
    pub after_care: Length,
    /// Discussion in the team meeting is expected within this time.
    pub discussion: Length,
    /// A term that ends on a day off runs on to the next working day.
    pub moves_to_working_day: bool,
    /// Days off of this office besides weekends and public holidays, in words: `Goede Vrijdag`, `28 december 2026`.
    pub extra_days_off: Vec<Word>,
    /// What a complaint can be about.
    pub kinds: Vec<Word>,
    /// What can have caused it.
    pub causes: Vec<Word>,
    /// How a complaint can come in.
    pub channels: Vec<Word>,
}

/// One term of the protocol.
#[derive(Debug, Clone, Serialize)]
pub struct ProtocolTerm {
    /// Which term.
    pub kind: TermKind,
    /// How long it is.
    pub length: Length,
    /// The article it comes from, where the protocol names one.
    pub article: Option<Word>,
}

named! {
    /// From when the term of the ruling counts.
    pub enum RulingFrom {
        /// From the end of the handling term, or from the appeal if that is later.
        EndOfHandlingTerm = "vanaf het einde van de termijn voor de oplossing, of vanaf het beroep als dat later komt",
        /// From the day the solution was offered.
        Solution = "vanaf de dag waarop de oplossing is voorgesteld",
        /// From the day the appeal was lodged.
        Appeal = "vanaf de dag waarop het beroep is ingesteld",
    }
}

impl RulingFrom {
    /// What the picture of the terms cannot show of the third one.
    pub(super) fn caption(self) -> &'static str {
        match self {
            Self::EndOfHandlingTerm => {
                "De derde balk geldt alleen als u in beroep gaat. Doet u dat later, dan begint deze termijn op die dag."
            }
            Self::Solution => {
                "De derde balk geldt alleen als u in beroep gaat. Krijgt u het voorstel eerder, dan begint deze termijn ook eerder."
            }
            Self::Appeal => {
                "De derde balk geldt alleen als u in beroep gaat. Deze termijn begint op de dag waarop u dat doet."
            }
        }
    }
}

named! {
    /// From when the retention counts.
    pub enum RetentionFrom {
        /// From closing; without it from the last event.
        Closed = "nadat de klacht is gesloten",
        /// From receipt.
        Received = "nadat de klacht is ontvangen",
    }
}
