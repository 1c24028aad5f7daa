//! Figures with their words: counts, shares that hide a percentage of too few, days.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::choices::named;

/// A percentage is given from this many cases on.
const ENOUGH_FOR_A_PERCENTAGE: u32 = 5;

/// So many of so many. `part` is never more than `whole`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    part: u32,
    whole: u32,
}

impl Share {
    /// `part` of `whole`; `None` where there are more than the whole.
    pub fn new(part: u32, whole: u32) -> Option<Self> {
        (part <= whole).then_some(Self { part, whole })
    }

    /// All parts of all wholes.
    pub(super) fn sum(shares: impl Iterator<Item = Self>) -> Self {
        shares.fold(Self { part: 0, whole: 0 }, |sum, share| Self {
            part: sum.part.saturating_add(share.part),
            whole: sum.whole.saturating_add(share.whole),
        })
    }

    /// Between 0 and 1; nothing for too few to give a percentage.
    pub(super) fn fraction(self) -> Option<f64> {
        (self.whole >= ENOUGH_FOR_A_PERCENTAGE).then(|| f64::from(self.part) / f64::from(self.whole))
    }

    /// How many of the whole.
    pub(super) fn part(self) -> u32 {
        self.part
    }

    /// How many in all.
    pub(super) fn whole(self) -> u32 {
        self.whole
    }

    /// Whether there are too few for a percentage.
    pub(super) fn is_of_few(self) -> bool {
        self.whole < ENOUGH_FOR_A_PERCENTAGE
    }

    /// In as few signs as can be: `87%`, or `3/4` for fewer than five.
    pub(super) fn short(self) -> String {
        if self.is_of_few() { format!("{}/{}", self.part, self.whole) } else { self.words() }
    }

    /// Within a sentence: `87% (13 van 15)`, or `3 van 4` for fewer than five.
    pub(super) fn phrase(self) -> String {
        let detail = Amount::Share(self).detail().map(|detail| format!(" ({detail})"));
        self.words() + &detail.unwrap_or_default()
    }

    /// `87%`, `3 van 4` for fewer than five, or nothing for none at all.
    pub(super) fn words(self) -> String {
        match self.whole {
            0 => NOTHING.to_owned(),
            few if few < ENOUGH_FOR_A_PERCENTAGE => format!("{} van {few}", self.part),
            whole => {
                format!("{}%", self.percentage(whole))
            }
        }
    }

    /// The percentage that pages give; none for fewer than five.
    pub(super) fn known_percentage(self) -> Option<u64> {
        (self.whole >= ENOUGH_FOR_A_PERCENTAGE).then(|| self.percentage(self.whole))
    }

    /// Rounded, but 0 and 100 only where it is none or all.
    fn percentage(self, whole: u32) -> u64 {
        let rounded = (u64::from(self.part) * 200 + u64::from(whole)) / (u64::from(whole) * 2);
        match self.part {
            0 => 0,
            part if part == whole => 100,
            _ => rounded.clamp(1, 99),
        }
    }
}

const NOTHING: &str = "–";

/// `12345` to `12.345`.
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut words = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.char_indices() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            words.push('.');
        }
        words.push(digit);
    }
    words
}

/// A figure. Serialises as `{words, detail}`: `{"87%", "13 van 15"}`, `{"11,5 dagen", null}`, `{"4", null}`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Amount {
    /// How many.
    Count(u32),
    /// How many of how many.
    Share(Share),
    /// Days in halves, as a median may be: 23 is eleven and a half days.
    HalfDays(u32),
    /// There is nothing to count.
    Nothing,
}

impl Amount {
    /// The share, where it is one.
    pub(super) fn share(self) -> Option<Share> {
        match self {
            Self::Share(share) => Some(share),
            Self::Count(_) | Self::HalfDays(_) | Self::Nothing => None,
        }
    }

    pub(super) fn words(self) -> String {
        match self {
            Self::Count(count) => grouped(count.into()),
            Self::Share(share) => share.words(),
            Self::HalfDays(2) => "1 dag".to_owned(),
            Self::HalfDays(halves) => {
                format!("{}{} dagen", halves / 2, if halves % 2 == 1 { ",5" } else { "" })
            }
            Self::Nothing => NOTHING.to_owned(),
        }
    }

    fn detail(self) -> Option<String> {
        match self {
            Self::Share(Share { part, whole }) if whole >= ENOUGH_FOR_A_PERCENTAGE => {
                Some(format!("{part} van {whole}"))
            }
            _ => None,
        }
    }
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Amount", 2)?;
        fields.serialize_field("words", &self.words())?;
        fields.serialize_field("detail", &self.detail())?;
        fields.end()
    }
}

named! {
    /// Which figure it is; serialises as its name.
    pub enum FigureName {
        /// Complaints received in the period.
        Received = "ontvangen klachten",
        /// Complaints handled in the period.
        Handled = "afgehandelde klachten",
        /// Complaints open at the end of the period.
        Open = "open klachten",
        /// Share of the terms that were met.
        TermsMet = "termijnen gehaald",
        /// Median of the days from receipt to solution or ruling.
        LeadTime = "middelste doorlooptijd",
        /// Share of the complainants who were satisfied.
        Satisfied = "tevreden indieners",
        /// Appeals lodged in the period.
        Appeals = "beroep ingesteld",
        /// Combinations of kind and cause that recur.
        Recurring = "terugkerende oorzaken",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_percentage_is_given_for_fewer_than_five() {
        for (part, whole, words) in [
            (0, 0, "–"),
            (3, 4, "3 van 4"),
            (5, 5, "100%"),
            (2, 5, "40%"),
            (1, 8, "13%"),
            (13, 15, "87%"),
            (999, 1000, "99%"),
            (1, 1000, "1%"),
        ] {
            assert_eq!(Share::new(part, whole).map(Share::words).as_deref(), Some(words), "{part} of {whole}");
        }
        assert_eq!(Share::new(6, 5), None);
    }

    #[test]
    fn half_days_are_written_with_a_comma() {
        for (halves, words) in [(2, "1 dag"), (1, "0,5 dagen"), (23, "11,5 dagen"), (24, "12 dagen")] {
            assert_eq!(Amount::HalfDays(halves).words(), words);
        }
    }
}
