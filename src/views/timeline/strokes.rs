//! What is drawn, as SVG writes it. In: places and heights. Out: path data in thousandths of the width and in pixels of
//! height, and places of words in percents.

use std::fmt::Write as _;

use serde::{Serialize, Serializer};

use super::scale::Place;

/// Strokes of one look; serialises as path data, such as `M15 24h120M15 58h.1`. Their width is not stretched, so that a
/// short stroke with round ends is a dot.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Strokes(String);

impl Strokes {
    /// A bar from one place to a later one; nothing where there is no way between them.
    pub(super) fn along(&mut self, from: Place, to: Place, y: u32) {
        if from < to {
            let length = to.thousandths() - from.thousandths();
            self.add(format_args!("M{} {y}h{length}", from.thousandths()));
        }
    }

    /// A line downwards.
    pub(super) fn down(&mut self, x: Place, from: u32, to: u32) {
        self.add(format_args!("M{} {from}V{to}", x.thousandths()));
    }

    /// A dot. A stroke of no length at all would be left out in print.
    pub(super) fn dot(&mut self, x: Place, y: u32) {
        self.add(format_args!("M{} {y}h.1", x.thousandths()));
    }

    fn add(&mut self, stroke: std::fmt::Arguments<'_>) {
        self.0.write_fmt(stroke).expect("writing to a string cannot fail");
    }

    #[cfg(test)]
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

/// A place for a word; serialises as `12.3%`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Percent(pub(super) Place);

impl Serialize for Percent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (percents, tenths) = (self.0.thousandths() / 10, self.0.thousandths() % 10);
        serializer.collect_str(&format_args!("{percents}.{tenths}%"))
    }
}
