//! What the gate found. Out: for each leak where it is, whom it concerns and what kind of datum it is;
//! never the datum itself.

use std::fmt;

use crate::complaint::Number;

/// Whose identity it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// Someone whom this record names.
    Record(Number),
    /// Someone whom a record without a valid number names.
    Unnumbered,
    /// Someone on the staff list.
    Staff,
}

/// What kind of datum it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// The name of a person.
    Name,
    /// The name of an organisation.
    Organisation,
    /// A telephone number.
    Phone,
    /// An e-mail address.
    Email,
    /// A street with a number.
    Address,
    /// A word that the record asks to mask.
    Term,
}

impl What {
    /// The Dutch word, with its article.
    #[must_use]
    pub fn phrase(self) -> &'static str {
        match self {
            Self::Name => "een naam",
            Self::Organisation => "de naam van een organisatie",
            Self::Phone => "een telefoonnummer",
            Self::Email => "een e-mailadres",
            Self::Address => "een adres",
            Self::Term => "een woord dat bij anonimiseren staat",
        }
    }
}

/// Where a datum came through.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spot {
    /// In a page or data file of the site.
    Page(String),
    /// In the name of a file, or in a file with such a name, which therefore is not given.
    FileName,
}

/// A datum that tells who someone is, found in the finished site.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Leak {
    /// Where it came through.
    pub spot: Spot,
    /// Whose it is; where several records name the same one, the first of them.
    pub subject: Subject,
    /// What it is.
    pub what: What,
}

impl fmt::Display for Leak {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.spot {
            Spot::Page(page) => write!(f, "{page}: {}", self.what.phrase())?,
            Spot::FileName => write!(f, "een bestand waarvan de naam niet genoemd kan worden: {}", self.what.phrase())?,
        }
        match &self.subject {
            Subject::Record(number) => write!(f, " uit klacht {number}"),
            Subject::Unnumbered => f.write_str(" uit een klacht zonder geldig nummer"),
            Subject::Staff => f.write_str(" uit de lijst van medewerkers"),
        }
    }
}

/// The leaks of a site: at least one, sorted, each once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaks(Vec<Leak>);

impl Leaks {
    /// None where nothing leaks.
    pub(super) fn of(mut leaks: Vec<Leak>) -> Option<Self> {
        leaks.sort_unstable();
        leaks.dedup();
        (!leaks.is_empty()).then_some(Self(leaks))
    }

    /// Each leak.
    #[must_use]
    pub fn as_slice(&self) -> &[Leak] {
        &self.0
    }
}
