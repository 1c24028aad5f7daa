//! The figures at the head of the front page, each against the year before.

use serde::Serialize;

use super::amount::{Amount, FigureName};
use super::choices::{Tone, named};
use super::text::Word;

/// One of the figures at the head of the front page.
#[derive(Debug, Clone, Serialize)]
pub struct KeyFigure {
    /// Which figure.
    pub name: FigureName,
    /// Over the twelve months up to the day of the build (for `Open`: on that day).
    pub now: Amount,
    /// Over the twelve months before those (for `Open`: a year ago).
    pub before: Amount,
    /// The difference; none where the two cannot be compared.
    pub change: Option<Change>,
}

impl KeyFigure {
    /// The figure, with its difference put into words.
    #[must_use]
    pub fn new(name: FigureName, now: Amount, before: Amount) -> Self {
        Self { name, now, before, change: Change::of(name, now, before) }
    }
}

/// What became of a figure in a year: `2 minder`, and whether that is well.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// In words: `2 minder`, `2,5 dagen korter`, `hoger`, `evenveel`.
    pub words: Word,
    /// Which way it went.
    pub direction: Direction,
    /// Whether that is well.
    pub tone: Tone,
}

named! {
    /// Which way a figure went.
    pub enum Direction {
        /// It rose.
        Up = "up",
        /// It fell.
        Down = "down",
        /// It stayed.
        Same = "same",
    }
}

impl Change {
    fn of(name: FigureName, now: Amount, before: Amount) -> Option<Self> {
        let (words, direction) = match (now, before) {
            (Amount::Count(now), Amount::Count(before)) => {
                let direction = Direction::from(now, before);
                let by = now.abs_diff(before);
                (direction.say(["meer", "minder", "evenveel"], Some(by.to_string())), direction)
            }
            (Amount::HalfDays(now), Amount::HalfDays(before)) => {
                let direction = Direction::from(now, before);
                let by = Amount::HalfDays(now.abs_diff(before)).words();
                (direction.say(["langer", "korter", "even lang"], Some(by)), direction)
            }
            // Of shares no difference is told, for "8% hoger" can be read in two ways.
            (Amount::Share(now), Amount::Share(before)) => {
                let direction = Direction::from(now.known_percentage()?, before.known_percentage()?);
                (direction.say(["hoger", "lager", "even hoog"], None), direction)
            }
            _ => return None,
        };
        Some(Self { words: Word::new(words), direction, tone: tone(name, direction) })
    }
}

impl Direction {
    fn from<T: Ord>(now: T, before: T) -> Self {
        match now.cmp(&before) {
            std::cmp::Ordering::Greater => Self::Up,
            std::cmp::Ordering::Less => Self::Down,
            std::cmp::Ordering::Equal => Self::Same,
        }
    }

    /// By how much, and the word for up, down or same.
    fn say(self, [up, down, same]: [&str; 3], by: Option<String>) -> String {
        let word = match self {
            Self::Up => up,
            Self::Down => down,
            Self::Same => return same.to_owned(),
        };
        by.map_or_else(|| word.to_owned(), |by| format!("{by} {word}"))
    }
}

/// Whether it is well that a figure went this way; that more complaints come in is neither good nor bad.
fn tone(name: FigureName, direction: Direction) -> Tone {
    let wanted = match name {
        FigureName::Open | FigureName::LeadTime | FigureName::Recurring => Direction::Down,
        FigureName::TermsMet | FigureName::Satisfied => Direction::Up,
        FigureName::Received | FigureName::Handled | FigureName::Appeals => Direction::Same,
    };
    match direction {
        _ if wanted == Direction::Same => Tone::Plain,
        Direction::Same => Tone::Plain,
        direction if direction == wanted => Tone::Good,
        _ => Tone::Late,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::Share;

    fn share(part: u32, whole: u32) -> Amount {
        Amount::Share(Share::new(part, whole).expect("no more than the whole"))
    }

    #[test]
    fn a_figure_tells_in_words_how_it_differs_from_the_year_before() {
        use {Amount::*, Direction::*, FigureName::*, Tone::*};
        for (name, now, before, told) in [
            (FigureName::Open, Count(4), Count(6), Some(("2 minder", Down, Good))),
            (FigureName::Open, Count(6), Count(4), Some(("2 meer", Up, Late))),
            (Recurring, Count(3), Count(3), Some(("evenveel", Same, Plain))),
            (LeadTime, HalfDays(24), HalfDays(27), Some(("1,5 dagen korter", Down, Good))),
            (LeadTime, HalfDays(26), HalfDays(24), Some(("1 dag langer", Up, Late))),
            (LeadTime, HalfDays(24), Nothing, None),
            (TermsMet, share(52, 60), share(40, 55), Some(("hoger", Up, Good))),
            (TermsMet, share(40, 55), share(52, 60), Some(("lager", Down, Late))),
            // As both read 50%, no difference may be told.
            (TermsMet, share(500, 1000), share(501, 1001), Some(("even hoog", Same, Plain))),
            // Of fewer than five there is no percentage to compare.
            (Satisfied, share(3, 4), share(9, 10), None),
            (Received, Count(9), Count(4), Some(("5 meer", Up, Plain))),
        ] {
            let change = Change::of(name, now, before);
            let expected = told.map(|(words, direction, tone)| Change { words: Word::new(words), direction, tone });
            assert_eq!(change, expected, "{name:?} {now:?} after {before:?}");
        }
    }
}
