//! What templates see: plain values that hold no personal data, the only types of the product that are `Serialize`.
//! In: nothing but their fields, which `compose` fills from masked texts. Out: the context of one page each, read by `render`.
//!
//! Three sorts of text exist here, and no bare `String` besides: [`Text`] and [`Html`] carry what a person wrote, masked;
//! [`Word`] carries what the program or the protocol says; numbers, days and choices have types of their own. Dates leave
//! as ISO strings (the filters `datum`, `tijd` and `maand` make them Dutch); choices leave as `{word, tone}`.

mod agenda;
mod amount;
mod analysis;
mod chart;
mod choices;
mod complaint;
pub mod compose;
mod index;
mod key_figure;
mod listing;
mod logo;
mod meeting;
mod people;
mod protocol;
mod reading;
mod register;
mod term_picture;
mod terms;
mod text;
mod time;
mod timeline;
mod trend;

pub use agenda::Assignment;
pub(crate) use amount::grouped;
pub use amount::{Amount, FigureName, Share};
pub use analysis::{
    Analysis, AppealsInPeriod, CrossCell, CrossRow, CrossTable, LeadTimesInPeriod, MonthsOfYear, Period,
    SatisfactionInPeriod, TermsInPeriod, Topic, WeeksOfLeadTime,
};
pub use chart::{Caption, Chart, Column, Coordinate, Fill, Fit, Ink, Label, Limit, Series, Slot, Texture};
pub use choices::{EndReason, EventKind, Outcome, Role, Satisfaction, Severity, Status, Task, TermKind, Tone};
pub use complaint::{
    AfterCare, Appeal, Complaint, Ending, Event, Finding, Follows, Heading, Measure, MeasureState, MissedTerm,
    NextStep, Section, Term,
};
pub use index::{Attention, Index, LeftOut, TASKS_AT_ONCE, TASKS_ON_A_PAGE};
pub use key_figure::{Change, Direction, KeyFigure};
pub use listing::{
    Key, ListedAfterCare, ListedAppeal, ListedEnding, ListedMeasure, ListedStep, ListedTerm, Listing, Listings,
    OpenTerm,
};
pub use logo::Logo;
pub use meeting::{Checklist, Meeting, MeetingComplaint, MeetingMeasure, OpenMeasures, Recurrence, ReportName};
pub use people::{ListedComplainant, ListedPeople, People, PeopleInShort, Who};
pub use protocol::{Protocol, ProtocolTerm, RetentionFrom, RulingFrom};
pub use reading::{AllReadBy, ReadBy};
pub use register::{
    Extent, Filters, NextTerm, OPEN_FROM_BEFORE, ROWS_ON_A_PAGE, RegisterPage, RegisterRow, RegisterTable, SearchEntry,
    SearchVolume, Volume, VolumeId, Year,
};
pub use term_picture::{Anchor, TermBar, TermMark, TermPicture};
pub use terms::{Standing, TermState};
pub use text::{Code, Html, Number, Searchable, Text, Word};
pub(crate) use time::month_name;
pub use time::{Day, Length, Month, Quarter, Unit};
pub use timeline::Timeline;
pub use trend::{Coverage, PERIODS, Trend};

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

pub use crate::protocol::{Accent, Colour};

/// What all pages of one build share: it stands in every frame.
#[derive(Debug, Clone, Serialize)]
pub struct Site {
    /// What the site is called.
    pub name: Word,
    /// Name of the office, where the protocol gives one.
    pub organisation: Option<Word>,
    /// The day for which the site was built; never the clock.
    pub built: Day,
    /// For whom the pages are.
    pub audience: Audience,
    /// The office's own colours, for the style sheet.
    #[serde(skip)]
    pub accent: Accent,
    /// The office's logo.
    pub logo: Option<Logo>,
}

/// For whom a site is made. Serialises as `{notice, is_confidential}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// The whole team: no personal data.
    Team,
    /// Director and handlers: everything.
    Management,
}

impl Audience {
    /// What stands on each page.
    #[must_use]
    pub fn notice(self) -> &'static str {
        match self {
            Self::Team => "Alleen voor intern gebruik",
            Self::Management => "Vertrouwelijk: alleen voor directie en behandelaars",
        }
    }
}

impl Serialize for Audience {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Audience", 2)?;
        fields.serialize_field("notice", self.notice())?;
        fields.serialize_field("is_confidential", &(*self == Self::Management))?;
        fields.end()
    }
}
