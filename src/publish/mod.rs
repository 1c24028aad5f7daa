//! Last stage: publishing. In: finished pages and the identities of the register. Out: a site that the
//! gate has read, swapped in for the one before; or the leaks, and the old site untouched.

#![allow(clippy::disallowed_methods, reason = "this stage alone writes files")]

mod error;
mod gate;
mod leak;
mod marker;
mod neighbours;
mod staging;
#[cfg(test)]
mod tests;
mod watch;

pub use error::PublishError;
pub use gate::{FixedWords, Gate, Known, Own};
pub use leak::{Leak, Leaks, Spot, Subject, What};
pub use staging::{Sealed, Staging, Swapped};
pub use watch::Watch;
