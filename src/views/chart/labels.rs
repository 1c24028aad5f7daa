//! Which labels a chart has room for. In: texts and their places. Out: those that do not touch each other, in
//! the small letters of a wide page and in the large ones of a narrow page, where the chart is drawn smaller.

use serde::Serialize;

use super::super::choices::named;
use super::super::text::Word;
use super::Slot;
use super::plot::{Coordinate, Plot, WIDTH};

/// Size of the letters in units of the chart, as the stylesheet has them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Letters(i32);

/// On a wide page, where figures are many.
pub(super) const SMALL: Letters = Letters(10);
/// On a wide page.
pub(super) const ROOMY: Letters = Letters(14);
/// On a narrow page.
pub(super) const TIGHT: Letters = Letters(26);

named! {
    /// On which pages a label fits.
    pub enum Fit {
        /// On all.
        Always = "",
        /// On wide pages alone.
        Roomy = "roomy",
        /// On wide pages alone, in small letters.
        Small = "roomy small",
        /// On narrow pages alone.
        Tight = "tight",
    }
}

/// A text that stands in the middle of its place, on its line.
#[derive(Debug, Clone, Serialize)]
pub struct Label {
    pub(super) x: Coordinate,
    pub(super) y: Coordinate,
    pub(super) text: Word,
    pub(super) fit: Fit,
}

/// A label that may turn out to have no room.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    pub(super) x: Coordinate,
    pub(super) y: Coordinate,
    pub(super) text: String,
}

impl Candidate {
    fn place(&self, letters: Letters) -> (Coordinate, Coordinate) {
        let half = text_width(&self.text, letters).half();
        (self.x - half, self.x + half)
    }

    fn fitting(&self, fit: Fit) -> Label {
        Label { x: self.x, y: self.y, text: Word::new(self.text.as_str()), fit }
    }
}

/// How wide a text is at most: no letter of a label is wider than six tenths of its size.
pub(super) fn text_width(text: &str, letters: Letters) -> Coordinate {
    let signs = i32::try_from(text.chars().count()).expect("a label is short");
    Coordinate::units(letters.0 * signs * 6).share(1, 10)
}

/// The labels below the field: a line of slots, and a line of the groups that they form.
pub(super) fn axis(plot: &Plot, slots: &[Slot]) -> Vec<Label> {
    let first = plot.bottom + Coordinate::units(26);
    let second = first + Coordinate::units(30);
    let own = slots.iter().enumerate();
    let own = own.map(|(at, slot)| Candidate { x: plot.middle(at), y: first, text: slot.label.clone() });
    let mut groups = Vec::new();
    let mut start = 0;
    for group in slots.chunk_by(|one, next| one.group == next.group) {
        let end = start + group.len();
        let x = (plot.slot(start) + plot.slot(end)).half();
        groups.extend(group.first().map(|slot| Candidate { x, y: second, text: slot.group.clone() }));
        start = end;
    }
    let mut labels = fitted(&own.collect::<Vec<_>>(), at_even_steps);
    labels.extend(fitted(&groups, with_room));
    labels
}

/// Figures are read together or not at all: where one would touch another, all are small, or else left out.
pub(super) fn together(candidates: &[Candidate]) -> Vec<Label> {
    let have_room = |letters| with_room(candidates, letters).into_iter().all(|has_room| has_room);
    let fit = match (have_room(ROOMY), have_room(TIGHT)) {
        (true, true) => Fit::Always,
        (true, false) => Fit::Roomy,
        (false, _) if have_room(SMALL) => Fit::Small,
        (false, _) => return Vec::new(),
    };
    candidates.iter().map(|label| label.fitting(fit)).collect()
}

/// Months stand by the month, the quarter, the half year or the year.
const STEPS: [usize; 4] = [1, 3, 6, 12];

/// Keeps each label, or one in so many that they do not touch; none where no step is long enough.
fn at_even_steps(candidates: &[Candidate], letters: Letters) -> Vec<bool> {
    let fitting = STEPS.into_iter().find(|&step| {
        let kept: Vec<Candidate> = candidates.iter().step_by(step).cloned().collect();
        with_room(&kept, letters).into_iter().all(|has_room| has_room)
    });
    (0..candidates.len()).map(|at| fitting.is_some_and(|step| at.is_multiple_of(step))).collect()
}

/// Leaves out, from left to right, each label that would touch the one before or leave the chart.
fn with_room(candidates: &[Candidate], letters: Letters) -> Vec<bool> {
    // Half a letter keeps two labels apart.
    let apart = text_width(" ", letters).half();
    let mut free_from = Coordinate::units(0);
    let fits = candidates.iter().map(|label| {
        let (left, right) = label.place(letters);
        let has_room = free_from <= left && right <= WIDTH;
        if has_room {
            free_from = right + apart;
        }
        has_room
    });
    fits.collect()
}

/// The labels that `keep` keeps in small letters, in large ones or in both.
fn fitted(candidates: &[Candidate], keep: impl Fn(&[Candidate], Letters) -> Vec<bool>) -> Vec<Label> {
    let fits = keep(candidates, ROOMY).into_iter().zip(keep(candidates, TIGHT));
    let labels = candidates.iter().zip(fits).filter_map(|(label, fits)| {
        let fit = match fits {
            (true, true) => Fit::Always,
            (true, false) => Fit::Roomy,
            (false, true) => Fit::Tight,
            (false, false) => return None,
        };
        Some(label.fitting(fit))
    });
    labels.collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn labels_never_touch_and_never_leave_the_chart(widths in prop::collection::vec((1..12_usize, 1..9_usize), 1..60)) {
            let slots: Vec<Slot> = widths
                .iter()
                .map(|&(label, group)| Slot { label: "m".repeat(label), group: "m".repeat(group) })
                .collect();
            let plot = Plot::new(slots.len(), "100", 1);
            let labels = axis(&plot, &slots);
            for (letters, hidden) in [(ROOMY, Fit::Tight), (TIGHT, Fit::Roomy)] {
                let shown: Vec<_> = labels.iter().filter(|label| label.fit != hidden).collect();
                for label in &shown {
                    let half = text_width(&label.text.to_string(), letters).half();
                    prop_assert!(label.x - half >= Coordinate::units(0) && label.x + half <= WIDTH);
                }
                for (one, next) in shown.iter().zip(shown.iter().skip(1)).filter(|(one, next)| one.y == next.y) {
                    let halves = text_width(&one.text.to_string(), letters).half() + text_width(&next.text.to_string(), letters).half();
                    prop_assert!(one.x + halves < next.x);
                }
            }
        }
    }

    #[test]
    fn figures_above_the_months_of_three_years_are_small_before_they_are_left_out() {
        let figures = |text: &str, months| {
            let plot = Plot::new(months, "100", 1);
            let figure = |at| Candidate { x: plot.middle(at), y: plot.top, text: text.to_owned() };
            together(&(0..months).map(figure).collect::<Vec<_>>()).first().map(|label| label.fit)
        };
        for (text, months, fit) in [
            ("7", 12, Some(Fit::Always)),
            ("7", 36, Some(Fit::Roomy)),
            ("88", 12, Some(Fit::Always)),
            ("88", 24, Some(Fit::Roomy)),
            ("88", 36, Some(Fit::Small)),
            ("888", 24, Some(Fit::Small)),
            ("888", 36, None),
        ] {
            assert_eq!(figures(text, months), fit, "{text} above {months} months");
        }
    }

    #[test]
    fn months_of_three_years_keep_quarters_or_half_years_and_every_year() {
        let slots: Vec<Slot> =
            (0..36).map(|at| Slot { label: "jan".to_owned(), group: (2024 + at / 12).to_string() }).collect();
        let labels = axis(&Plot::new(36, "10", 1), &slots);
        let shown = |hidden| labels.iter().filter(|label| label.fit != hidden).count();
        assert_eq!((shown(Fit::Tight), shown(Fit::Roomy)), (12 + 3, 6 + 3));
    }
}
