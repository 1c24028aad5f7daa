//! The record of a complaint. In: a complaint file. Out: its fields, each absent, wrong or given, its
//! sections, its status and the state of its terms. No input or output, and nothing serialisable.

mod duties;
mod file;
mod fingerprint;
mod number;
mod read;
mod record;
mod sections;
mod status;
mod terms;

pub use crate::personal::{Email, Name, Phone};
pub use duties::{Duty, Hold, Retention};
pub use file::{Broken, Why, parse};
pub use fingerprint::Fingerprint;
pub use number::Number;
pub use read::{GROUPS, KEYS, LISTS};
pub use record::{
    AfterCare, Appeal, AppealOutcome, Complainant, Complaint, EndReason, Ended, Event, Measure, Overrun, Satisfaction,
};
pub use sections::{BodySection, SectionKind};
pub use status::Status;
pub use terms::{TermOutcome, TermState, Timeline};
