//! Causes that come back. In: rows. Out: each kind and cause that met three times within twelve months.

use std::collections::{BTreeMap, BTreeSet};

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

    /// What recurred within twelve months that end after `after` and no later than `last`, in the order of the
    /// protocol's lists.
    pub(super) fn recurring(&self, after: Date, last: Date) -> Vec<Recurrence> {
        let first_end = after.succ_opt().unwrap_or(last).min(last);
        let before = twelve_months_before(first_end);
        let first = self.rows.partition_point(|&(received, _)| received <= before);
        let end = self.rows.partition_point(|&(received, _)| received <= last);
        let mut together: BTreeMap<(Kind, Cause), Vec<(Date, &Number)>> = BTreeMap::new();
        for &(received, row) in &self.rows[first..end.max(first)] {
            for &kind in &row.kinds {
                for &cause in &row.causes {
                    together.entry((kind, cause)).or_default().push((received, &row.number));
                }
            }
        }
        together
            .into_iter()
            .map(|((kind, cause), received)| Recurrence { kind, cause, numbers: close_together(&received, first_end) })
            .filter(|recurrence| !recurrence.numbers.is_empty())
            .collect()
    }
}

/// Those that lie so often within twelve months, of complaints in order of receipt; twelve months count when they end
/// on `first_end` or later.
fn close_together(received: &[(Date, &Number)], first_end: Date) -> Vec<Number> {
    let is_close = |times: &&[(Date, &Number)]| {
        let (first, last) = (times[0].0, times[TIMES - 1].0);
        first > twelve_months_before(last.max(first_end))
    };
    let often: BTreeSet<&Number> =
        received.windows(TIMES).filter(is_close).flatten().map(|&(_, number)| number).collect();
    often.into_iter().cloned().collect()
}

/// The last day that no longer belongs to the twelve months up to and including `last`.
pub(super) fn twelve_months_before(last: Date) -> Date {
    last.checked_sub_months(Months::new(12)).unwrap_or(Date::MIN)
}
