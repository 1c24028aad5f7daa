//! Words beside marks, each in the first row where it is free. In: places and widths, in order of days. Out: rows and
//! sides.

use super::scale::Place;

/// The narrowest picture, in pixels: that of a page 320 wide. Words that fit here fit in a wider one.
pub(super) const NARROWEST: f64 = 280.0;

/// What lies between two words at least, in pixels.
pub(super) const SPACE: f64 = 6.0;

/// From the middle of a mark to its words, in pixels; the template and the stylesheet hold to it.
pub(super) const BESIDE: f64 = 9.0;

/// Half a mark, in pixels.
const HALF_MARK: f64 = 4.0;

/// More rows than these tell nothing: the list beneath the picture has all that happened.
const MOST_ROWS: usize = 12;

/// How wide these words are at the size of the stylesheet, in pixels: a little more than in the sans of any system.
pub(super) fn width(words: &str) -> f64 {
    words
        .chars()
        .map(|sign| match sign {
            'i' | 'j' | 'l' | '.' | ',' | 'ï' | '\'' => 3.3,
            ' ' | 'f' | 'r' | 't' | '-' => 4.3,
            'm' | 'w' => 10.6,
            _ => 7.0,
        })
        .sum()
}

/// Where the words of a mark stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) row: u32,
    /// Whether the words end before the mark; else they begin behind it.
    pub(super) is_before: bool,
}

/// Rows of words, filled from left to right.
#[derive(Debug, Default)]
pub(super) struct Rows {
    /// Where each row is free.
    free_from: Vec<f64>,
}

impl Rows {
    /// Puts a mark with words this wide in the first row where both have room; none where no row is left.
    pub(super) fn put(&mut self, x: Place, width: f64) -> Option<Spot> {
        let x = x.pixels(NARROWEST);
        let is_before = x + BESIDE + width > NARROWEST;
        let (left, right) =
            if is_before { (x - BESIDE - width, x + HALF_MARK) } else { (x - HALF_MARK, x + BESIDE + width) };
        let row = match self.free_from.iter().position(|free| *free <= left) {
            Some(row) => row,
            None if self.free_from.len() < MOST_ROWS => {
                self.free_from.push(0.0);
                self.free_from.len() - 1
            }
            None => return None,
        };
        self.free_from[row] = right + SPACE;
        Some(Spot { row: row as u32, is_before })
    }

    /// How many rows are in use.
    pub(super) fn count(&self) -> u32 {
        self.free_from.len() as u32
    }
}
