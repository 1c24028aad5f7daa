//! Bars side by side, in one part or in several on top of each other. In: counts by slot. Out: a chart.

use super::labels::{Candidate, TIGHT, text_width, together};
use super::plot::{Coordinate, LINE, Plot, WIDTH};
use super::{Bar, Caption, Chart, Fill, LegendEntry, LimitLine, Scale, Slot, grid};
use crate::views::Word;

/// What is counted, one of the parts of each bar.
#[derive(Debug, Clone)]
pub struct Series {
    /// Its name in the legend.
    pub name: Word,
    /// How it looks.
    pub fill: Fill,
}

/// One bar: a count for each series, the lowest part first.
#[derive(Debug, Clone)]
pub struct Column<const PARTS: usize> {
    /// Where it stands.
    pub slot: Slot,
    /// How many.
    pub parts: [u32; PARTS],
}

/// A line across the bars: `at` parts from the left, of which a slot has `per_slot`.
#[derive(Debug, Clone)]
pub struct Limit {
    /// Where it stands.
    pub at: u32,
    /// Parts of a slot.
    pub per_slot: u32,
    /// What it limits.
    pub name: String,
}

/// No bar is broader: one bar alone would be a wall.
const BROADEST: Coordinate = Coordinate::units(48);

impl Chart {
    /// A chart of bars; `limits` from left to right.
    #[must_use]
    pub fn columns<const PARTS: usize>(
        caption: Caption,
        series: [Series; PARTS],
        columns: &[Column<PARTS>],
        limits: &[Limit],
    ) -> Self {
        let totals: Vec<u32> = columns.iter().map(|column| column.parts.iter().sum()).collect();
        let scale = Scale::up_to(totals.iter().copied().max().unwrap_or(0));
        let plot = Plot::new(columns.len(), &scale.top.to_string(), 1 + limits.len());
        let slots: Vec<Slot> = columns.iter().map(|column| column.slot.clone()).collect();
        let mut chart = Self::empty(caption, &plot, &slots, grid(&plot, scale, |value| value.to_string()));
        for (at, column) in columns.iter().enumerate() {
            chart.bars.extend(stack(&plot, scale, at, &series, column.parts));
        }
        let values = totals.iter().enumerate().filter(|(_, total)| **total > 0).map(|(at, total)| Candidate {
            x: plot.middle(at),
            y: plot.y(*total, scale.top) - Coordinate::units(6),
            text: total.to_string(),
        });
        chart.values = together(&values.collect::<Vec<_>>());
        chart.limits = limits.iter().enumerate().map(|(line, limit)| limit_line(&plot, line, limit)).collect();
        if PARTS > 1 {
            chart.legend = series.into_iter().map(|Series { name, fill }| LegendEntry { name, fill }).collect();
        }
        chart
    }
}

/// The parts of one bar that are not empty. Each ends where the next begins, so that none is lost to rounding.
fn stack<const PARTS: usize>(
    plot: &Plot,
    scale: Scale,
    at: usize,
    series: &[Series; PARTS],
    parts: [u32; PARTS],
) -> Vec<Bar> {
    let slot = plot.slot(at + 1) - plot.slot(at);
    let width = slot.share(7, 10).min(BROADEST);
    let x = plot.middle(at) - width.half();
    let mut below = 0;
    let bars = series.iter().zip(parts).filter(|(_, count)| *count > 0).map(|(series, count)| {
        let foot = plot.y(below, scale.top);
        below += count;
        let y = plot.y(below, scale.top);
        Bar { x, y, width, height: foot - y, fill: series.fill }
    });
    bars.collect()
}

/// Each name has a line of its own above the field, right of its limit or else left of it.
fn limit_line(plot: &Plot, line: usize, limit: &Limit) -> LimitLine {
    let gap = Coordinate::units(6);
    let x = plot.along(limit.at, limit.per_slot).min(plot.right);
    let lines_down = i32::try_from(line + 1).expect("a chart has few limits");
    let baseline = LINE * lines_down - Coordinate::units(6);
    let before = x + gap + text_width(&limit.name, TIGHT) > WIDTH;
    LimitLine {
        x,
        y: baseline - Coordinate::units(16),
        text: Word::new(limit.name.as_str()),
        text_x: if before { x - gap } else { x + gap },
        text_y: baseline,
        before,
    }
}
