//! Figures that may belong together: groups of digits with small gaps, as in `06 12 34 56 78` or `123.456.782`.
//! Input: the place of the first digit; output: the groups, and what stands between them.

use super::context::{is_blank, is_break, is_dash};

/// No recogniser needs more groups than this.
const MOST_GROUPS: usize = 12;
/// A group longer than this is no number of a person.
const LONGEST_GROUP: usize = 20;
/// Most characters in a gap: `) - (` is as far as people go.
const LONGEST_GAP: usize = 5;

/// What stands in the gap before a group.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Gap(u8);

impl Gap {
    pub const NONE: Gap = Gap(0);
    pub const SPACE: Gap = Gap(1);
    pub const DASH: Gap = Gap(2);
    pub const DOT: Gap = Gap(4);
    pub const SLASH: Gap = Gap(8);
    pub const BRACKET: Gap = Gap(16);

    fn of(c: char) -> Option<Gap> {
        Some(match c {
            '.' | '·' => Gap::DOT,
            '/' => Gap::SLASH,
            '(' | ')' => Gap::BRACKET,
            c if is_dash(c) => Gap::DASH,
            // A tab parts the cells of a table.
            c if c != '\t' && (is_blank(c) || is_break(c)) => Gap::SPACE,
            _ => return None,
        })
    }

    /// Whether the gap holds any of these.
    pub fn has(self, other: Gap) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether a mark without a blank ties the groups together.
    pub fn ties(self) -> bool {
        self != Gap::NONE && !self.has(Gap::SPACE)
    }
}

/// One group of digits.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Group {
    pub start: usize,
    pub end: usize,
    /// What stands before it.
    pub gap: Gap,
}

impl Group {
    pub fn len(&self) -> usize {
        self.end - self.start
    }

    /// The digits of the group.
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        &text[self.start..self.end]
    }
}

/// Groups of digits from one place on.
#[derive(Debug)]
pub(super) struct Figures {
    groups: [Group; MOST_GROUPS],
    len: usize,
    start: usize,
    first_end: usize,
}

impl Figures {
    /// Reads the groups from the digit at `start`. A first group that is too long gives no groups at all.
    pub fn read(text: &str, start: usize) -> Figures {
        let bytes = text.as_bytes();
        let digits = |from: usize| from + bytes[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let mut figures = Figures { groups: Default::default(), len: 0, start, first_end: digits(start) };
        let mut next = Some((start, Gap::NONE));
        while let Some((begin, gap)) = next.take() {
            let end = if begin == start { figures.first_end } else { digits(begin) };
            if figures.len == MOST_GROUPS || end - begin > LONGEST_GROUP {
                break;
            }
            figures.groups[figures.len] = Group { start: begin, end, gap };
            figures.len += 1;
            next = gap_after(text, end);
        }
        figures
    }

    /// Where the first run of digits starts.
    pub fn start(&self) -> usize {
        self.start
    }

    /// Where the first run of digits ends, however long it is.
    pub fn first_end(&self) -> usize {
        self.first_end
    }

    /// The groups; none where the first run is too long for any number.
    pub fn groups(&self) -> &[Group] {
        &self.groups[..self.len]
    }

    /// Whether the groups open with a date such as 03-05-2026 or 3 5 '26.
    pub fn open_with_date(&self, text: &str) -> bool {
        let [day, month, year, ..] = self.groups() else { return false };
        let number = |group: &Group| group.of(text).parse::<u32>().unwrap_or(u32::MAX);
        let same_gap = month.gap == year.gap;
        day.len() <= 2
            && month.len() <= 2
            && (1..=31).contains(&number(day))
            && (1..=12).contains(&number(month))
            && (year.len() == 4 && (1900..=2099).contains(&number(year))
                || year.len() == 2 && same_gap && self.len == 3)
    }
}

/// Where the first digit stands. Whole stretches without one are passed over at once.
pub(super) fn first_digit(bytes: &[u8]) -> Option<usize> {
    const STRETCH: usize = 32;
    let holds_none = |stretch: &&[u8]| !stretch.iter().fold(false, |any, byte| any | byte.is_ascii_digit());
    let passed = STRETCH * bytes.chunks_exact(STRETCH).take_while(holds_none).count();
    bytes[passed..].iter().position(u8::is_ascii_digit).map(|at| passed + at)
}

/// Where the next group starts behind a small gap, and what the gap holds.
fn gap_after(text: &str, end: usize) -> Option<(usize, Gap)> {
    let mut gap = Gap::NONE;
    let mut lines = 0;
    for (offset, c) in text[end..].char_indices().take(LONGEST_GAP + 1) {
        if c.is_ascii_digit() {
            return Some((end + offset, gap));
        }
        lines += usize::from(c == '\n');
        if lines > 1 {
            return None;
        }
        gap = Gap(gap.0 | Gap::of(c)?.0);
    }
    None
}

/// Up to sixteen digits without what stands between them; more are dropped.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Digits {
    bytes: [u8; 16],
    len: usize,
}

impl Digits {
    /// Adds the digits of a group; false when they do not fit.
    pub fn push(&mut self, digits: &str) -> bool {
        for byte in digits.bytes() {
            let Some(slot) = self.bytes.get_mut(self.len) else { return false };
            *slot = byte;
            self.len += 1;
        }
        true
    }

    /// The digits as ASCII.
    pub fn ascii(&self) -> &[u8] {
        &self.bytes[..self.len]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lengths(text: &str) -> Vec<usize> {
        Figures::read(text, 0).groups().iter().map(Group::len).collect()
    }

    #[test]
    fn groups_are_read_over_small_gaps_only() {
        let cases: [(&str, &[usize]); 8] = [
            ("0612345678", &[10]),
            ("06 - 12 34", &[2, 2, 2]),
            ("06\u{a0}12\u{2011}34", &[2, 2, 2]),
            ("020) 555\r\n0123", &[3, 3, 4]),
            ("12, 34", &[2]),
            ("12\n\n34", &[2]),
            ("12 en 34", &[2]),
            ("123456789012345678901", &[]),
        ];
        for (text, wanted) in cases {
            assert_eq!(lengths(text), wanted, "{text:?}");
        }
    }

    #[test]
    fn a_date_is_seen_before_other_figures() {
        for (text, wanted) in [
            ("03-05-2026 12", true),
            ("3.5.26", true),
            ("02 555 12 12", false),
            ("32-01-2026", false),
            ("12 34", false),
        ] {
            assert_eq!(Figures::read(text, 0).open_with_date(text), wanted, "{text:?}");
        }
    }
}
