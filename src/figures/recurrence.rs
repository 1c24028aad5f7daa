//! Causes that come back. In: rows. Out: each kind and cause that met three times within twelve months.

use std::collections::BTreeMap;

use chrono::Months;

use crate::calendar::Date;
use crate::complaint::Number;
use crate::register::{Cause, Kind, Row};

/// So often within twelve months, and a cause recurs.
const TIMES: usize = 3;

/// The same cause with the same kind, three times or more within twelve months.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recurrence {
    /// The kind.
    pub kind: Kind,
    /// The cause.
    pub cause: Cause,
    /// The complaints, in order of number.
    pub numbers: Vec<Number>,
}

/// The rows by day of receipt, so that those of twelve months are found at once.
pub(super) struct ByReceipt<'r> {
    rows: Vec<(Date, &'r Row)>,
}

impl<'r> ByReceipt<'r> {
    pub(super) fn of(rows: &'r [Row]) -> Self {
        let mut rows: Vec<_> = rows.iter().filter_map(|row| Some((row.received?, row))).collect();
        rows.sort_by_key(|&(received, _)| received);
        Self { rows }
    }

    /// What recurred within the twelve months up to and including `last`, in the order of the
    /// protocol's lists.
    pub(super) fn recurring(&self, last: Date) -> Vec<Recurrence> {
        let before = twelve_months_before(last);
        let first = self.rows.partition_point(|&(received, _)| received <= before);
        let end = self.rows.partition_point(|&(received, _)| received <= last);
        let mut together: BTreeMap<(Kind, Cause), Vec<&Number>> = BTreeMap::new();
        for (_, row) in &self.rows[first..end.max(first)] {
            for &kind in &row.kinds {
                for &cause in &row.causes {
                    together.entry((kind, cause)).or_default().push(&row.number);
                }
            }
        }
        let often = together.into_iter().filter(|(_, numbers)| numbers.len() >= TIMES);
        often
            .map(|((kind, cause), mut numbers)| {
                numbers.sort_unstable();
                Recurrence { kind, cause, numbers: numbers.into_iter().cloned().collect() }
            })
            .collect()
    }
}

/// The last day that no longer belongs to the twelve months up to and including `last`.
pub(super) fn twelve_months_before(last: Date) -> Date {
    last.checked_sub_months(Months::new(12)).unwrap_or(Date::MIN)
}
