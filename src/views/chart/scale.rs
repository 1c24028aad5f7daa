//! The vertical axis. In: the highest value. Out: a round end above it, and round steps on the way.

/// A scale from zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Scale {
    /// From line to line.
    pub(super) step: u32,
    /// Where it ends: a whole number of steps, never below the highest value.
    pub(super) top: u32,
}

/// More lines than this are no help.
const MOST_STEPS: u32 = 5;

impl Scale {
    /// Percentages.
    pub(super) const SHARE: Self = Self { step: 25, top: 100 };

    /// Counts up to this one, in steps of 1, 2 or 5 and their tenfolds.
    pub(super) fn up_to(highest: u32) -> Self {
        let highest = highest.max(1);
        let tens = std::iter::successors(Some(1_u32), |ten| ten.checked_mul(10));
        let steps = tens.flat_map(|ten| [1, 2, 5].map(|times| ten.saturating_mul(times)));
        let step = steps.into_iter().find(|step| highest.div_ceil(*step) <= MOST_STEPS).unwrap_or(highest);
        Self { step, top: highest.div_ceil(step).saturating_mul(step) }
    }

    /// Every value with a line, from zero.
    pub(super) fn ticks(self) -> impl Iterator<Item = u32> {
        (0..=self.top / self.step).map(move |at| at * self.step)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn steps_are_round() {
        for (highest, step, top) in
            [(0, 1, 1), (1, 1, 1), (5, 1, 5), (6, 2, 6), (7, 2, 8), (11, 5, 15), (26, 10, 30), (1234, 500, 1500)]
        {
            assert_eq!(Scale::up_to(highest), Scale { step, top }, "{highest}");
        }
    }

    proptest! {
        #[test]
        fn a_scale_ends_just_above_the_highest_value(highest in 1..2_000_000_000_u32) {
            let scale = Scale::up_to(highest);
            prop_assert!(scale.top >= highest && scale.top - highest < scale.step);
            prop_assert!(scale.ticks().count() <= 6);
            prop_assert_eq!(scale.ticks().last(), Some(scale.top));
        }
    }
}
