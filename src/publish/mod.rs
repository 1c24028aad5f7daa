//! Last stage: publishing. In: finished pages and the identities of the register. Out: a site that the
//! gate has read, swapped in for the one before or held in memory; or the leaks, and the old site untouched.

#![allow(clippy::disallowed_methods, reason = "this stage alone writes files")]

mod error;
mod file;
mod gate;
mod inspection;
mod leak;
mod marker;
mod memory;
mod neighbours;
mod staging;
#[cfg(test)]
mod tests;
mod watch;

pub use error::PublishError;
pub use file::{Readers, write_file};
pub use gate::{FixedWords, Gate, Known, Own};
pub use inspection::{Reading, Sink};
pub use leak::{Leak, Leaks, Spot, Subject, What};
pub use memory::{Memory, Site};
pub use staging::{Sealed, Staging, Swapped};
pub use watch::Watch;
