//! How long complaints took, in weeks. In: lead times and the protocol. Out: how many came to their end in which
//! week, and where the terms lie among those weeks.

use crate::calendar::Duration;
use crate::figures::PeriodFigures;
use crate::protocol::{Protocol, Step};
use crate::views::{Limit, Share, WeeksOfLeadTime, Word};

/// No more bars than this; what took longer shares the last one.
const MOST_BARS: u32 = 12;
/// The longest term lies within so many bars, so that what passed it shows as well.
const BARS_TO_LIMIT: u32 = 8;
const WEEK: u32 = 7;

/// The distribution of lead times.
pub(super) struct Spread {
    weeks_per_bar: u32,
    bars: Vec<Bar>,
    /// Whether the last bar has no end.
    is_open: bool,
    /// The terms, shortest first.
    pub(super) limits: Vec<Limit>,
}

/// Complaints that came to their end in the same weeks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Bar {
    /// By a solution, without appeal.
    pub(super) solved: u32,
    /// By a ruling.
    pub(super) ruled: u32,
}

impl Spread {
    /// Over one period.
    pub(super) fn of(figures: &PeriodFigures, protocol: &Protocol) -> Self {
        let mut terms = [("oplossing", Step::Handling), ("geheel", Step::Total)].map(|(name, step)| {
            let duration = protocol.duration(step);
            (days(duration), format!("{name}: {duration}"))
        });
        terms.sort();
        let longest_term = terms.iter().map(|(days, _)| *days).max().unwrap_or(0);
        let weeks_per_bar = longest_term.div_ceil(WEEK * BARS_TO_LIMIT).max(1);
        let days_per_bar = weeks_per_bar * WEEK;
        // At least one bar shows what passed the terms.
        let longest = figures.longest_days().unwrap_or(0).max(longest_term + 1);
        let closed = longest.div_ceil(days_per_bar).min(MOST_BARS);
        let is_open = longest > closed * days_per_bar;
        let mut bars = vec![Bar::default(); (closed + u32::from(is_open)) as usize];
        let last = bars.len() - 1;
        // The day of receipt belongs to the first week, and each seventh day to the week that it ends.
        let at = |days: u32| (days.saturating_sub(1) / days_per_bar) as usize;
        for &days in &figures.lead_days {
            bars[at(days).min(last)].solved += 1;
        }
        for &days in &figures.lead_days_with_appeal {
            let bar = &mut bars[at(days).min(last)];
            bar.solved -= 1;
            bar.ruled += 1;
        }
        let limits = terms.into_iter().map(|(at, name)| Limit { at, per_slot: days_per_bar, name });
        Self { weeks_per_bar, bars, is_open, limits: limits.collect() }
    }

    /// Each bar with the weeks that it stands for, in few signs: `3`, `5–6`, `13+`.
    pub(super) fn bars(&self) -> impl Iterator<Item = (String, Bar)> {
        self.bars.iter().enumerate().map(|(at, bar)| {
            let weeks = match self.weeks(at) {
                (first, None) => format!("{first}+"),
                (first, Some(last)) if first == last => first.to_string(),
                (first, Some(last)) => format!("{first}–{last}"),
            };
            (weeks, *bar)
        })
    }

    /// The table beneath the chart.
    pub(super) fn rows(&self) -> Vec<WeeksOfLeadTime> {
        let all = self.bars.iter().map(|bar| bar.solved + bar.ruled).sum();
        let mut so_far = 0;
        let rows = self.bars.iter().enumerate().map(|(at, bar)| {
            so_far += bar.solved + bar.ruled;
            let weeks = match self.weeks(at) {
                (first, None) => format!("week {first} of later"),
                (first, Some(last)) if first == last => format!("week {first}"),
                (first, Some(last)) => format!("week {first} tot en met {last}"),
            };
            let by_then = Share::new(so_far, all).expect("what came so far is part of all");
            WeeksOfLeadTime { weeks: Word::new(weeks), solved: bar.solved, ruled: bar.ruled, by_then }
        });
        rows.collect()
    }

    /// The first week of a bar, and its last where it has one.
    fn weeks(&self, at: usize) -> (u32, Option<u32>) {
        let before = u32::try_from(at).expect("there are few bars") * self.weeks_per_bar;
        let has_end = !(self.is_open && at + 1 == self.bars.len());
        (before + 1, has_end.then_some(before + self.weeks_per_bar))
    }
}

/// A term in calendar days, for a place in a drawing. Working days, months and years are taken at their usual length.
fn days(term: Duration) -> u32 {
    match term {
        Duration::WorkingDays(count) => (u32::from(count) * WEEK).div_ceil(5),
        Duration::Days(count) => count.into(),
        Duration::Weeks(count) => u32::from(count) * WEEK,
        Duration::Months(count) => u32::from(count) * 365 / 12,
        Duration::Years(count) => u32::from(count) * 365,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn spread(lead_days: &[u32], with_appeal: &[u32]) -> Spread {
        let mut figures = PeriodFigures::default();
        figures.lead_days = lead_days.to_vec();
        figures.lead_days_with_appeal = with_appeal.to_vec();
        Spread::of(&figures, &Protocol::default())
    }

    #[test]
    fn a_complaint_stands_in_the_week_in_which_it_came_to_its_end() {
        for (days, week) in [(0, 1), (1, 1), (7, 1), (8, 2), (14, 2), (15, 3), (28, 4), (29, 5)] {
            let spread = spread(&[days], &[]);
            let place = spread.bars.iter().position(|bar| bar.solved == 1).map(|at| at + 1);
            assert_eq!((place, spread.bars.len()), (Some(week), 5), "{days}");
        }
    }

    #[test]
    fn what_took_very_long_shares_a_bar_without_end() {
        let spread = spread(&[10, 84, 85, 400], &[400]);
        let bars: Vec<_> = spread.bars().collect();
        assert_eq!(bars[11], ("12".to_owned(), Bar { solved: 1, ruled: 0 }));
        assert_eq!(bars[12], ("13+".to_owned(), Bar { solved: 1, ruled: 1 }));
        assert_eq!(bars.len(), 13);
    }

    #[test]
    fn long_terms_make_broad_bars() {
        let file = crate::source::SourceFile::new(
            crate::source::RelPath::new("protocol.yaml"),
            "termijnen: {afhandeling: 6 weken, doorlooptijd: 12 maanden}".to_owned(),
        );
        let spread = Spread::of(&PeriodFigures::default(), &Protocol::load(&file).value);
        assert_eq!(spread.limits.iter().map(|limit| limit.at).collect::<Vec<_>>(), [42, 365]);
        assert_eq!(spread.bars().map(|(weeks, _)| weeks).next().as_deref(), Some("1–7"));
        assert!(spread.bars.len() <= 9);
    }

    proptest! {
        #[test]
        fn every_complaint_stands_in_one_bar(lead_days in prop::collection::vec(0..900_u32, 0..40)) {
            let spread = spread(&lead_days, &[]);
            let drawn: u32 = spread.bars.iter().map(|bar| bar.solved + bar.ruled).sum();
            prop_assert_eq!(drawn as usize, lead_days.len());
            prop_assert!(spread.bars.len() <= 13);
        }
    }
}
