//! Pure dates: Dutch public holidays, working days, durations and the deadlines that follow from them.
//! In: settings, a date, a duration. Out: a due date with the days that were skipped on the way.

mod days_off;
mod deadline;
mod duration;
pub mod dutch;
mod holiday;
mod quarter;
#[cfg(test)]
mod tables;
mod typed;

pub use days_off::{Calendar, CalendarSettings, DayOff};
pub use deadline::Deadline;
pub use duration::{Duration, DurationError};
pub use holiday::{Holiday, LiberationDay};
pub use quarter::Quarter;
pub use typed::{NoDay, Slip, TypedDay, iso};

/// A day in the Gregorian calendar, without time or time zone.
pub type Date = chrono::NaiveDate;
