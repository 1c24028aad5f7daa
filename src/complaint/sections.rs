//! The sections of a complaint's body (§2.1 to §2.3). In: headings. Out: which section each one is.

use crate::markdown::Section;
use crate::source::Span;

/// A section that klacht knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SectionKind {
    /// Omschrijving klacht (§2.1).
    Description,
    /// Oorzaak (§2.2).
    Cause,
    /// Voorgestelde oplossing (§2.3).
    Solution,
    /// Leerpunten (§4).
    Lessons,
    /// Samenvatting, which stands for the description in the team report.
    Summary,
}

impl SectionKind {
    /// All sections, in the order of the file.
    pub const ALL: [Self; 5] = [Self::Description, Self::Cause, Self::Solution, Self::Lessons, Self::Summary];

    /// The heading.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Description => "Omschrijving",
            Self::Cause => "Oorzaak",
            Self::Solution => "Voorgestelde oplossing",
            Self::Lessons => "Leerpunten",
            Self::Summary => "Samenvatting",
        }
    }

    /// The section with this heading; capitals do not count, nor does a colon at the end.
    #[must_use]
    pub fn from_title(title: &str) -> Option<Self> {
        let title = title.trim().trim_end_matches(':').to_lowercase();
        Self::ALL.into_iter().find(|kind| kind.title().to_lowercase() == title)
    }
}

/// A section of a complaint.
#[derive(Debug)]
pub struct BodySection {
    /// Which one it is; none when klacht does not know it.
    pub kind: Option<SectionKind>,
    /// The known section that an unknown heading resembles.
    pub nearest: Option<SectionKind>,
    /// The heading's line.
    pub heading: Span,
    /// All that lies under it.
    pub content: Span,
    /// Whether no word lies under it.
    pub is_empty: bool,
}

impl BodySection {
    pub(super) fn new(section: &Section) -> Self {
        let kind = SectionKind::from_title(&section.title);
        let nearest = || {
            let title = crate::yaml::nearest(&section.title, SectionKind::ALL.map(SectionKind::title))?;
            SectionKind::from_title(title)
        };
        Self {
            kind,
            nearest: if kind.is_none() { nearest() } else { None },
            heading: section.heading,
            content: section.content,
            is_empty: section.is_empty,
        }
    }
}
