//! The field of a chart and where things lie in it. In: how much room the labels need. Out: coordinates.

use std::ops::{Add, Mul, Sub};

use serde::{Serialize, Serializer};

use super::labels::{TIGHT, text_width};

/// A place or a length in tenths of a unit of the chart; serialises as `12` or `12.5`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Coordinate(i32);

impl Coordinate {
    /// So many whole units.
    pub(super) const fn units(units: i32) -> Self {
        Self(units * 10)
    }

    /// `part` of `whole` of this length, to the nearest tenth below.
    pub(super) fn share(self, part: u32, whole: u32) -> Self {
        let tenths = i64::from(self.0) * i64::from(part) / i64::from(whole.max(1));
        Self(i32::try_from(tenths).expect("a part of a length is no longer than the length"))
    }

    pub(super) fn half(self) -> Self {
        Self(self.0 / 2)
    }
}

impl Add for Coordinate {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Coordinate {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Mul<i32> for Coordinate {
    type Output = Self;

    fn mul(self, times: i32) -> Self {
        Self(self.0 * times)
    }
}

impl Serialize for Coordinate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let sign = if self.0 < 0 { "-" } else { "" };
        match (self.0.abs() / 10, self.0.abs() % 10) {
            (whole, 0) => serializer.collect_str(&format_args!("{sign}{whole}")),
            (whole, tenth) => serializer.collect_str(&format_args!("{sign}{whole}.{tenth}")),
        }
    }
}

/// Every chart is as wide as this; the page scales it.
pub(super) const WIDTH: Coordinate = Coordinate::units(640);
/// From the highest value to the lowest.
const FIELD: Coordinate = Coordinate::units(190);
/// Room for one line of text in the large letters of a narrow page.
pub(super) const LINE: Coordinate = Coordinate::units(32);
/// The last label of the axis may stick out by so much.
const MARGIN: Coordinate = Coordinate::units(24);

/// The field between the axes, in as many equal slots as there are places on the horizontal axis.
#[derive(Debug, Clone, Copy)]
pub(super) struct Plot {
    pub(super) left: Coordinate,
    pub(super) right: Coordinate,
    pub(super) top: Coordinate,
    pub(super) bottom: Coordinate,
    slots: u32,
}

impl Plot {
    /// With room for values of this text at the left, and for so many lines of text above.
    pub(super) fn new(slots: usize, widest_value: &str, lines_above: usize) -> Self {
        let lines = i32::try_from(lines_above).expect("a chart has few lines of text above it");
        let top = LINE * lines + Coordinate::units(8);
        Self {
            left: text_width(widest_value, TIGHT) + Coordinate::units(14),
            right: WIDTH - MARGIN,
            top,
            bottom: top + FIELD,
            slots: u32::try_from(slots).expect("a chart has few slots"),
        }
    }

    /// The whole chart, with two lines of labels below the field.
    pub(super) fn height(&self) -> Coordinate {
        self.bottom + LINE + LINE
    }

    /// Where a slot begins; that of the first one past the last is the right side.
    pub(super) fn slot(&self, at: usize) -> Coordinate {
        self.along(u32::try_from(at).expect("a chart has few slots"), 1)
    }

    /// The place that lies `at` parts from the left, of which a slot has `per_slot`.
    pub(super) fn along(&self, at: u32, per_slot: u32) -> Coordinate {
        self.left + (self.right - self.left).share(at, self.slots.max(1) * per_slot)
    }

    /// The middle of a slot.
    pub(super) fn middle(&self, at: usize) -> Coordinate {
        (self.slot(at) + self.slot(at + 1)).half()
    }

    /// The height at which a value stands, where the field ends at `top`.
    pub(super) fn y(&self, value: u32, top: u32) -> Coordinate {
        self.bottom - (self.bottom - self.top).share(value, top)
    }
}
