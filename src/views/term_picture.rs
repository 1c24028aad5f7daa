//! The picture of the three terms. In: how long each may take. Out: a bar for each, to scale in days from the day of
//! receipt, and the same in words. Places across are shares of the breadth, so that the words keep their size when the
//! picture is narrow.

use serde::{Serialize, Serializer};

use super::choices::named;
use super::protocol::RulingFrom;
use super::text::Word;
use super::time::{Length, Unit};

/// Height of a bar with its words above it, and the places within, in CSS pixels.
const LANE: u32 = 50;
const LABEL: u32 = 16;
const BAR: u32 = 24;
/// Room for the words of the axis.
const AXIS: u32 = 26;

/// The terms side by side.
#[derive(Debug, Clone, Serialize)]
pub struct TermPicture {
    /// What is shown.
    pub title: Word,
    /// What there is to see, in words.
    pub description: Word,
    /// What the picture leaves open about the third term.
    pub caption: Word,
    /// The terms from above to below.
    pub bars: Vec<TermBar>,
    /// Where weeks (or months, of long terms) begin.
    pub grid: Vec<Across>,
    /// The words of the axis, from left to right.
    pub marks: Vec<TermMark>,
    /// Where the axis lies, from above.
    pub axis: u32,
    /// Where the words of the axis stand, from above.
    pub axis_words: u32,
    /// The height of the whole.
    pub height: u32,
}

/// One term.
#[derive(Debug, Clone, Serialize)]
pub struct TermBar {
    /// Which one, and how long it may take.
    pub label: Word,
    /// Where its words stand, from above.
    pub label_y: u32,
    /// Where it stands, from above.
    pub y: u32,
    /// Where it begins.
    pub start: Across,
    /// How broad it is.
    pub width: Across,
    /// Whether it is there only for who appeals.
    pub on_appeal: bool,
}

/// A word of the axis.
#[derive(Debug, Clone, Serialize)]
pub struct TermMark {
    /// What it says.
    pub word: Word,
    /// Where.
    pub at: Across,
    /// Which side of the word that is.
    pub anchor: Anchor,
}

named! {
    /// Which side of a word stands at its place (`text-anchor`).
    pub enum Anchor {
        /// Its beginning.
        Start = "start",
        /// Its middle.
        Middle = "middle",
        /// Its end.
        End = "end",
    }
}

/// A share of the breadth, in thousandths; serialises as `33.3%`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Across(u32);

impl Across {
    const WHOLE: u32 = 1000;

    fn of(part: u32, whole: u32) -> Self {
        let thousandths = u64::from(part.min(whole)) * u64::from(Self::WHOLE) / u64::from(whole.max(1));
        Self(u32::try_from(thousandths).expect("a part is no more than the whole"))
    }
}

impl Serialize for Across {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{}.{}%", self.0 / 10, self.0 % 10))
    }
}

impl TermPicture {
    /// The picture of these terms.
    #[must_use]
    pub fn of(confirmation: Length, handling: Length, ruling: Length, ruling_from: RulingFrom) -> Self {
        let (confirmed, handled) = (days(confirmation), days(handling));
        let ruled = handled.saturating_add(days(ruling));
        let whole = ruled.max(confirmed).max(1);
        let terms = [
            (format!("1. Bevestiging: binnen {confirmation}"), 0, confirmed, false),
            (format!("2. Oplossing: binnen {handling}"), 0, handled, false),
            (format!("3. Uitspraak op beroep: binnen {ruling}"), handled, ruled, true),
        ];
        let bar = |(top, (label, start, end, on_appeal)): (u32, (String, u32, u32, bool))| TermBar {
            label: Word::new(label),
            label_y: top + LABEL,
            y: top + BAR,
            start: Across::of(start, whole),
            width: Across::of(end - start, whole),
            on_appeal,
        };
        let bars: Vec<TermBar> = (0..).step_by(LANE as usize).zip(terms).map(bar).collect();
        let axis = LANE * 3;
        Self {
            title: Word::new("De drie termijnen op schaal"),
            description: Word::new(format!(
                "Vanaf de dag van ontvangst: binnen {confirmation} een bevestiging, en binnen {handling} een voorstel \
                 voor een oplossing. Wie in beroep gaat, krijgt daarna binnen {ruling} een uitspraak, geteld {}.",
                ruling_from.word()
            )),
            caption: Word::new(ruling_from.caption()),
            bars,
            grid: grid(whole),
            marks: marks(handling, ruling, handled, whole),
            axis,
            axis_words: axis + AXIS - 8,
            height: axis + AXIS,
        }
    }
}

/// About how many days a term takes; working days as they fall from a Monday on.
fn days(length: Length) -> u32 {
    let count = length.count;
    match length.unit {
        Unit::WorkingDays => count + count / 5 * 2,
        Unit::Days => count,
        Unit::Weeks => count * 7,
        Unit::Months => count * 365 / 12,
        Unit::Years => count * 365,
    }
}

/// Lines a week apart; of long terms further apart, so that they stay few.
fn grid(whole: u32) -> Vec<Across> {
    const MOST: u32 = 14;
    let step = [7, 14, 28, 91, 364].into_iter().find(|step| whole / step <= MOST).unwrap_or(whole);
    (1..=whole / step).map(|line| Across::of(line * step, whole)).collect()
}

/// The day of receipt, the end of the whole, and the end of the second term where its words have room between them.
fn marks(handling: Length, ruling: Length, handled: u32, whole: u32) -> Vec<TermMark> {
    const ROOM: std::ops::RangeInclusive<Across> = Across(330)..=Across(620);
    let mark = |word: String, at, anchor| TermMark { word: Word::new(word), at, anchor };
    let mut marks = vec![mark("ontvangst".to_owned(), Across(0), Anchor::Start)];
    let between = Across::of(handled, whole);
    if ROOM.contains(&between) {
        marks.push(mark(format!("na {handling}"), between, Anchor::Middle));
    }
    let both = Length { count: handling.count + ruling.count, unit: ruling.unit };
    let end = if handling.unit == ruling.unit { both } else { Length::days(whole) };
    let about = if end == both { "na" } else { "na ongeveer" };
    marks.push(mark(format!("{about} {end}"), Across(Across::WHOLE), Anchor::End));
    marks
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn length(count: u32, unit: Unit) -> Length {
        Length { count, unit }
    }

    fn words(marks: &[TermMark]) -> Vec<&str> {
        marks.iter().map(|mark| mark.word.as_str()).collect()
    }

    /// Two weeks and four; Awb, six and six; Wkkgz, six and four; terms that cannot be added.
    #[test]
    fn bars_are_to_scale_and_the_axis_tells_where_they_end() {
        use Unit::{Months, Weeks, WorkingDays};
        for (handling, ruling, parts, axis) in [
            (length(2, Weeks), length(4, Weeks), [333, 666], &["ontvangst", "na 2 weken", "na 6 weken"][..]),
            (length(6, Weeks), length(6, Weeks), [500, 500], &["ontvangst", "na 6 weken", "na 12 weken"][..]),
            (length(6, Weeks), length(4, Weeks), [600, 400], &["ontvangst", "na 6 weken", "na 10 weken"][..]),
            (length(10, WorkingDays), length(1, Months), [318, 681], &["ontvangst", "na ongeveer 44 dagen"][..]),
        ] {
            let picture = TermPicture::of(length(2, WorkingDays), handling, ruling, RulingFrom::EndOfHandlingTerm);
            let [_, second, third] = &picture.bars[..] else { panic!("three terms") };
            assert_eq!([second.width, third.width], parts.map(Across));
            assert_eq!((second.start, third.start), (Across(0), second.width));
            assert_eq!(words(&picture.marks), axis);
        }
    }

    #[test]
    fn the_lines_of_weeks_stay_few() {
        for (whole, lines) in [(1, 0), (42, 6), (98, 14), (112, 8), (730, 8), (400_000, 1)] {
            assert_eq!(grid(whole).len(), lines, "{whole}");
        }
    }

    fn any_length() -> impl Strategy<Value = Length> {
        let units = [Unit::WorkingDays, Unit::Days, Unit::Weeks, Unit::Months, Unit::Years];
        (0..1000_u32, prop::sample::select(units.to_vec())).prop_map(|(count, unit)| Length { count, unit })
    }

    proptest! {
        #[test]
        fn nothing_leaves_the_picture(one in any_length(), two in any_length(), three in any_length()) {
            let picture = TermPicture::of(one, two, three, RulingFrom::Appeal);
            for bar in &picture.bars {
                prop_assert!(bar.start.0 + bar.width.0 <= Across::WHOLE);
                prop_assert!(bar.y < picture.axis);
            }
            prop_assert!(picture.grid.windows(2).all(|pair| pair[0] < pair[1]));
            prop_assert!(picture.marks.windows(2).all(|pair| pair[0].at < pair[1].at));
        }
    }
}
