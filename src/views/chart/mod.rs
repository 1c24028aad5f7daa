//! Charts as plain geometry. In: counts and shares by period. Out: bars, points, lines and labels at coordinates,
//! which a template lays out as SVG. Nothing here knows what is counted, and nothing in a template computes.

mod columns;
mod labels;
mod plot;
mod scale;
mod shares;
#[cfg(test)]
mod tests;

pub use columns::{Column, Limit, Series};
pub use labels::{Fit, Label};
pub use plot::Coordinate;

use serde::Serialize;

use super::choices::named;
use super::text::Word;
use plot::Plot;
use scale::Scale;

/// What a chart is called and what there is to see in it, for those who do not see it too.
#[derive(Debug, Clone, Serialize)]
pub struct Caption {
    /// Names the chart within its page; ids are made of it.
    pub id: &'static str,
    /// What is drawn: `Ontvangen klachten per maand`.
    pub title: Word,
    /// What there is to see, as a sentence with figures.
    pub description: Word,
}

/// A chart. Coordinates grow to the right and downwards.
#[derive(Debug, Clone, Serialize)]
pub struct Chart {
    caption: Caption,
    width: Coordinate,
    height: Coordinate,
    /// The sides of the field between the axes.
    left: Coordinate,
    right: Coordinate,
    bottom: Coordinate,
    grid: Vec<GridLine>,
    bars: Vec<Bar>,
    links: Vec<Link>,
    points: Vec<Point>,
    limits: Vec<LimitLine>,
    /// Figures at the bars and points.
    values: Vec<Label>,
    /// What stands below: periods, and the years that they lie in.
    axis: Vec<Label>,
    /// What each fill means; empty where there is but one.
    legend: Vec<LegendEntry>,
}

/// One place on the horizontal axis.
#[derive(Debug, Clone)]
pub struct Slot {
    /// Its own name, such as `Q4`.
    pub label: String,
    /// What neighbours have in common, such as the year; written once for all of them.
    pub group: String,
}

named! {
    /// The colour of a mark.
    pub enum Ink {
        /// The colour of the house.
        Accent = "accent",
        /// Well.
        Good = "good",
        /// So-so.
        Soon = "soon",
        /// Badly.
        Late = "late",
        /// Under way.
        Open = "open",
        /// Neither good nor bad.
        Plain = "plain",
    }
}

named! {
    /// What tells fills apart without colour.
    pub enum Texture {
        /// Filled.
        Solid = "solid",
        /// With slanting lines.
        Hatch = "hatch",
        /// With dots.
        Dots = "dots",
        /// With an outline alone.
        Hollow = "hollow",
    }
}

/// How a series looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Fill {
    /// Its colour.
    pub ink: Ink,
    /// Its texture.
    pub texture: Texture,
}

/// A horizontal line at a round value.
#[derive(Debug, Clone, Serialize)]
struct GridLine {
    y: Coordinate,
    text: Word,
}

/// A bar, or one part of a stack.
#[derive(Debug, Clone, Serialize)]
struct Bar {
    x: Coordinate,
    y: Coordinate,
    width: Coordinate,
    height: Coordinate,
    fill: Fill,
}

/// A point of a line.
#[derive(Debug, Clone, Serialize)]
struct Point {
    x: Coordinate,
    y: Coordinate,
    /// Of too few for a percentage: drawn hollow.
    few: bool,
}

/// A line between two points that follow each other.
#[derive(Debug, Clone, Serialize)]
struct Link {
    x1: Coordinate,
    y1: Coordinate,
    x2: Coordinate,
    y2: Coordinate,
}

/// A vertical line with its name at the top.
#[derive(Debug, Clone, Serialize)]
struct LimitLine {
    x: Coordinate,
    y: Coordinate,
    text: Word,
    text_x: Coordinate,
    text_y: Coordinate,
    /// Whether the name stands left of its line, for want of room.
    before: bool,
}

/// What a fill means.
#[derive(Debug, Clone, Serialize)]
struct LegendEntry {
    name: Word,
    fill: Fill,
}

impl Chart {
    /// A field with its axes and nothing in it yet.
    fn empty(caption: Caption, plot: &Plot, slots: &[Slot], grid: Vec<GridLine>) -> Self {
        Self {
            caption,
            width: plot::WIDTH,
            height: plot.height(),
            left: plot.left,
            right: plot.right,
            bottom: plot.bottom,
            grid,
            bars: Vec::new(),
            links: Vec::new(),
            points: Vec::new(),
            limits: Vec::new(),
            values: Vec::new(),
            axis: labels::axis(plot, slots),
            legend: Vec::new(),
        }
    }
}

fn grid(plot: &Plot, scale: Scale, text: impl Fn(u32) -> String) -> Vec<GridLine> {
    scale.ticks().map(|value| GridLine { y: plot.y(value, scale.top), text: Word::new(text(value)) }).collect()
}
