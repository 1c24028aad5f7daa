//! The forms of value that more than one file has. In: a scalar's text. Out: the value, or what was
//! expected.

use super::{Expected, nearest};
use crate::calendar::{self, Date, Slip};

/// A day, written `2026-11-02` and in no other way.
///
/// # Errors
/// When it is no such day.
pub fn date(text: &str) -> Result<Date, Expected> {
    calendar::iso(text).ok_or_else(|| Expected::Date(Slip::of(text)))
}

/// One of a few words.
///
/// # Errors
/// When it is none of them; with the one that was perhaps meant.
pub fn choice<T: Copy>(text: &str, options: &[(&str, T)]) -> Result<T, Expected> {
    match options.iter().find(|(word, _)| *word == text) {
        Some((_, value)) => Ok(*value),
        None => Err(no_choice(text, options.iter().map(|(word, _)| *word))),
    }
}

/// What a field with these words asks for, when `text` is none of them.
pub fn no_choice<'o>(text: &str, options: impl Iterator<Item = &'o str> + Clone) -> Expected {
    Expected::Choice {
        nearest: nearest(text, options.clone()).map(str::to_owned),
        options: options.map(str::to_owned).collect(),
    }
}
