//! Which complaints each report for the meeting tells, and which of those in full: known before any page is made, so
//! that no text is kept that no report tells. In: the rows and quarters. Out: places among the rows.

use crate::calendar::Quarter;
use crate::register::Row;

/// So many complaints are told in full: no meeting reads more, and a page must not grow with a register in which
/// nothing is ever marked as discussed.
const MOST_IN_FULL: usize = 200;
/// So many more are named.
const MOST_IN_SHORT: usize = 1_000;

/// What each report tells.
#[derive(Debug)]
pub(super) struct Reports {
    /// Of each quarter, the oldest first; the newest also tells what was not discussed yet from before.
    pub(super) quarters: Vec<Told>,
    /// All that can be discussed and was not.
    pub(super) undiscussed: Told,
    /// Of each complaint, whether a report tells it in full.
    in_full: Vec<bool>,
}

/// The complaints on one report, in order of number.
#[derive(Debug, Default)]
pub(super) struct Told(Vec<usize>);

impl Told {
    /// Those with the lowest numbers, where they are too many to name.
    pub(super) fn unnamed(&self) -> &[usize] {
        &self.0[..self.0.len().saturating_sub(MOST_IN_FULL + MOST_IN_SHORT)]
    }

    /// Those after them, where they are too many to tell in full.
    pub(super) fn in_short(&self) -> &[usize] {
        &self.0[self.unnamed().len()..self.0.len().saturating_sub(MOST_IN_FULL)]
    }

    /// The others.
    pub(super) fn in_full(&self) -> &[usize] {
        &self.0[self.0.len().saturating_sub(MOST_IN_FULL)..]
    }
}

impl Reports {
    pub(super) fn of(rows: &[Row], quarters: &[Quarter]) -> Self {
        let mut of_quarters: Vec<Told> = quarters.iter().map(|_| Told::default()).collect();
        let newest = quarters.len().saturating_sub(1);
        for (at, row) in rows.iter().enumerate() {
            let Some(own) = own_quarter(row, quarters) else { continue };
            of_quarters[own].0.push(at);
            if own != newest && !row.is_discussed {
                of_quarters[newest].0.push(at);
            }
        }
        let is_undiscussed = |&at: &usize| rows[at].is_concluded() && !rows[at].is_discussed;
        let undiscussed = Told((0..rows.len()).filter(is_undiscussed).collect());
        let mut in_full = vec![false; rows.len()];
        for told in of_quarters.iter().chain([&undiscussed]) {
            told.in_full().iter().for_each(|&at| in_full[at] = true);
        }
        Self { quarters: of_quarters, undiscussed, in_full }
    }

    /// Whether a report tells the complaint at this place in full.
    pub(super) fn tell_in_full(&self, at: usize) -> bool {
        self.in_full[at]
    }
}

/// The place of the quarter whose report discusses a complaint; none while there is nothing to
/// discuss. What has a wrong day, or one outside all quarters, is not lost: it comes in the nearest.
fn own_quarter(row: &Row, quarters: &[Quarter]) -> Option<usize> {
    let newest = quarters.len().checked_sub(1)?;
    if !row.is_concluded() {
        return None;
    }
    let day = row.concluded().or(row.discussed);
    let place = |day| Quarter::of(day).since(quarters[0]).unwrap_or(0).min(newest);
    Some(day.map_or(newest, place))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Date;
    use crate::complaint::{Number, Status};
    use crate::register::LeadTime;

    fn day(text: &str) -> Date {
        text.parse().expect("tests write real dates")
    }

    fn row(status: Status) -> Row {
        Row {
            number: Number::parse("2026-001").expect("a number"),
            received: Some(day("2026-02-02")),
            kinds: Vec::new(),
            causes: Vec::new(),
            status,
            terms: Vec::new(),
            handled: None,
            appeal: None,
            after_care: None,
            satisfaction: None,
            discussed: None,
            is_discussed: false,
            closed: None,
            ended: None,
            lead: LeadTime::ByDays,
        }
    }

    #[test]
    fn every_complaint_with_something_to_discuss_has_a_quarter() {
        let quarters = ["2026-02-01", "2026-05-01", "2026-08-01"].map(|date| Quarter::of(day(date)));
        let handled = |date| Row { handled: Some(day(date)), ..row(Status::SolutionOffered) };
        for (row, place) in [
            (row(Status::Received), None),
            (row(Status::InProgress), None),
            (row(Status::InAppeal), None),
            (handled("2026-02-20"), Some(0)),
            (handled("2026-06-30"), Some(1)),
            // Days that cannot be: what they belong to is not lost.
            (handled("2025-02-20"), Some(0)),
            (row(Status::SolutionOffered), Some(2)),
            (Row { discussed: Some(day("2026-05-11")), is_discussed: true, ..row(Status::Closed) }, Some(1)),
            (Row { ended: Some(day("2026-03-31")), ..row(Status::Ended) }, Some(0)),
            (Row { status: Status::InAppeal, ..handled("2026-04-01") }, Some(1)),
        ] {
            assert_eq!(own_quarter(&row, &quarters), place, "{row:?}");
        }
        assert_eq!(own_quarter(&handled("2026-02-20"), &[]), None);
    }

    #[test]
    fn what_is_not_discussed_comes_back_in_the_newest_report() {
        let quarters = ["2026-02-01", "2026-05-01", "2026-08-01"].map(|date| Quarter::of(day(date)));
        let handled = |date| Row { handled: Some(day(date)), ..row(Status::SolutionOffered) };
        let discussed = |date| Row { is_discussed: true, ..handled(date) };
        let rows = [handled("2026-02-20"), discussed("2026-02-20"), row(Status::Received), discussed("2026-08-20")];
        let told: Vec<_> = Reports::of(&rows, &quarters).quarters.into_iter().map(|told| told.0).collect();
        assert_eq!(told, [vec![0, 1], vec![], vec![0, 3]]);
        assert!(Reports::of(&[], &[]).quarters.is_empty());
    }

    #[test]
    fn every_complaint_of_a_report_is_told_or_named_or_counted() {
        for count in [0, 1, MOST_IN_FULL, MOST_IN_FULL + 3, MOST_IN_FULL + MOST_IN_SHORT + 7] {
            let told = Told((0..count).collect());
            let parts = [told.unnamed(), told.in_short(), told.in_full()];
            assert_eq!(parts.concat(), told.0, "{count}");
            assert!(told.in_short().len() <= MOST_IN_SHORT && told.in_full().len() <= MOST_IN_FULL, "{count}");
        }
    }

    #[test]
    fn what_no_report_tells_in_full_is_in_short_on_its_own() {
        let quarters = ["2026-02-01", "2026-05-01"].map(|date| Quarter::of(day(date)));
        let discussed = |date| Row { handled: Some(day(date)), is_discussed: true, ..row(Status::SolutionOffered) };
        let mut rows = vec![discussed("2026-02-20"); MOST_IN_FULL + 2];
        rows.push(Row { is_discussed: false, ..discussed("2026-02-20") });
        let reports = Reports::of(&rows, &quarters);
        assert_eq!(reports.quarters[0].in_short(), [0, 1, 2]);
        let in_full: Vec<usize> = (0..rows.len()).filter(|&at| reports.tell_in_full(at)).collect();
        assert_eq!(in_full, (3..rows.len()).collect::<Vec<_>>());
        assert_eq!(reports.undiscussed.in_full(), [rows.len() - 1]);
    }
}
