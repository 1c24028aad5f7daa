//! Shares over time. In: so many of so many by slot. Out: a chart of points and the lines between them. A share
//! of too few for a percentage is a hollow point with its counts.

use super::labels::{Candidate, together};
use super::plot::{Coordinate, Plot};
use super::{Caption, Chart, Link, Point, Scale, Slot, grid};
use crate::views::Share;

impl Chart {
    /// A chart of shares; a slot with nothing to count has no point.
    #[must_use]
    pub fn shares(caption: Caption, shares: &[(Slot, Share)]) -> Self {
        let plot = Plot::new(shares.len(), "100%", 1);
        let slots: Vec<Slot> = shares.iter().map(|(slot, _)| slot.clone()).collect();
        let mut chart = Self::empty(caption, &plot, &slots, grid(&plot, Scale::SHARE, |value| format!("{value}%")));
        let drawn = shares.iter().enumerate().filter(|(_, (_, share))| share.whole() > 0);
        let drawn: Vec<(Point, String)> = drawn
            .map(|(at, (_, share))| {
                let (x, y) = (plot.middle(at), plot.y(share.part(), share.whole()));
                (Point { x, y, few: share.is_of_few() }, share.short())
            })
            .collect();
        let values = drawn.iter().map(|(point, text)| Candidate {
            x: point.x,
            y: point.y - Coordinate::units(11),
            text: text.clone(),
        });
        chart.values = together(&values.collect::<Vec<_>>());
        chart.points = drawn.into_iter().map(|(point, _)| point).collect();
        let pairs = chart.points.iter().zip(chart.points.iter().skip(1));
        chart.links = pairs.map(|(one, next)| Link { x1: one.x, y1: one.y, x2: next.x, y2: next.y }).collect();
        chart
    }
}
