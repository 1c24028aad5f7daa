//! Which day it is: the one that was given, that of `SOURCE_DATE_EPOCH`, or the clock's.

use chrono::{DateTime, Local};

use super::Failure;
use crate::calendar::{Calendar, Date, TypedDay};

const EPOCH: &str = "SOURCE_DATE_EPOCH";

const UNCOVERED: &str = "klacht kent de feestdagen van 1990 tot en met 2100; noem een dag daartussen";

/// The day that was given with `--today`; `gisteren` is the day before the one that it would be otherwise.
///
/// # Errors
/// Those of [`known`]; and of [`today`], where a word was given.
pub(super) fn given(typed: Option<TypedDay>) -> Result<Option<Date>, Failure> {
    match typed {
        None => Ok(None),
        Some(TypedDay::On(date)) => known(date).map(Some),
        Some(word) => Ok(Some(word.seen_from(today(None)?))),
    }
}

/// A day that was typed, where its holidays are known.
///
/// # Errors
/// When it lies in a year that the calendar does not cover: a slip in a year would make a report for each quarter from
/// then on.
pub(super) fn known(date: Date) -> Result<Date, Failure> {
    if Calendar::covers(date) { Ok(date) } else { Err(Failure::new(UNCOVERED)) }
}

/// The day to which the register is held.
///
/// # Errors
/// When `SOURCE_DATE_EPOCH` is set and is no number of seconds, or is one of a year that the calendar does not cover.
pub(super) fn today(given: Option<Date>) -> Result<Date, Failure> {
    if let Some(day) = given {
        return Ok(day);
    }
    match std::env::var(EPOCH) {
        Ok(seconds) => {
            let moment = seconds.trim().parse().ok().and_then(|seconds| DateTime::from_timestamp(seconds, 0));
            let moment = moment.ok_or_else(|| Failure::new(format!("{EPOCH} is geen aantal seconden sinds 1970")))?;
            known(moment.date_naive()).map_err(|_| Failure::new(format!("{EPOCH}: {UNCOVERED}")))
        }
        Err(_) => Ok(Local::now().date_naive()),
    }
}
