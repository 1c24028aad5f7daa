//! Text that tells who someone is, in a type that cannot be printed or serialised by accident.

mod contact;

use std::fmt;

pub use contact::{Email, Name, Phone};

/// Personal data as someone wrote it: a name, a telephone number, an address.
///
/// It has no `Display` and no `Serialize`, and its `Debug` shows nothing. The words are reached by
/// [`Personal::reveal`] alone, so that each place that handles them can be found.
///
/// ```compile_fail
/// fn print(person: &klacht::personal::Personal) -> String {
///     person.to_string()
/// }
/// ```
///
/// ```compile_fail
/// fn serialise(person: &klacht::personal::Personal) -> impl serde::Serialize + '_ {
///     person
/// }
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Personal(String);

impl Personal {
    /// Takes words that tell who someone is.
    #[must_use]
    pub fn new(words: &str) -> Self {
        Self(words.to_owned())
    }

    /// The words themselves, for masking, searching and comparing; never for output.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl From<String> for Personal {
    fn from(words: String) -> Self {
        Self(words)
    }
}

impl fmt::Debug for Personal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Personal(…)")
    }
}

/// Leave to show personal data to those who handle complaints (§2: a complaint is confidential).
///
/// Whoever makes text of personal data asks for one, and `cli` alone makes one: `clippy.toml` forbids it
/// elsewhere. It cannot be copied, so that what holds it can be found.
///
/// ```compile_fail
/// let leave = klacht::personal::Disclosure(());
/// ```
#[derive(Debug)]
pub struct Disclosure(());

impl Disclosure {
    /// Leave for pages that go to director and handlers alone.
    #[must_use]
    pub fn to_management() -> Self {
        Self(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_shows_no_word() {
        assert_eq!(format!("{:?}", Personal::new("Fatima el Amrani")), "Personal(…)");
    }
}
