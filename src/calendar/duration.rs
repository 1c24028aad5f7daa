//! The length of a term as an office writes it. In: text such as `2 werkdagen`. Out: a [`Duration`], and back.

use std::fmt;
use std::str::FromStr;

/// The length of a term. Months and years that end on a day that the month lacks end on its last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Duration {
    /// Days on which the office works; days off in between do not count.
    WorkingDays(u16),
    /// Calendar days.
    Days(u16),
    /// Calendar weeks of seven days.
    Weeks(u16),
    /// Calendar months.
    Months(u16),
    /// Calendar years.
    Years(u16),
}

/// Why a text is not a duration. Its `Display` is Dutch, says how to mend it and does not quote the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DurationError {
    /// No number followed by a known unit.
    Unreadable,
    /// The number is above [`Duration::MAX_NUMBER`].
    TooLong,
    /// Zero weeks, months or years.
    Zero,
}

impl Duration {
    /// The largest number that is read; what an office would set stays far below it.
    pub const MAX_NUMBER: u16 = 999;
}

impl FromStr for Duration {
    type Err = DurationError;

    /// Reads a number and a Dutch unit, singular or plural, in any case, with or without space between them.
    fn from_str(text: &str) -> Result<Self, DurationError> {
        let text = text.trim();
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let (number, unit) = text.split_at(digits);
        if number.is_empty() {
            return Err(DurationError::Unreadable);
        }
        let make = match unit.trim_start().to_ascii_lowercase().as_str() {
            "werkdag" | "werkdagen" => Self::WorkingDays,
            "dag" | "dagen" => Self::Days,
            "week" | "weken" => Self::Weeks,
            "maand" | "maanden" => Self::Months,
            "jaar" | "jaren" => Self::Years,
            _ => return Err(DurationError::Unreadable),
        };
        // Only digits are left, so a number that does not parse is one that does not fit.
        let number: u16 = number.parse().map_err(|_| DurationError::TooLong)?;
        if number > Self::MAX_NUMBER {
            return Err(DurationError::TooLong);
        }
        match make(number) {
            // "Warn 0 working days ahead" means: on the day itself. In longer units zero can only be a slip.
            Self::Weeks(0) | Self::Months(0) | Self::Years(0) => Err(DurationError::Zero),
            duration => Ok(duration),
        }
    }
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (number, one, more) = match *self {
            Self::WorkingDays(n) => (n, "werkdag", "werkdagen"),
            Self::Days(n) => (n, "dag", "dagen"),
            Self::Weeks(n) => (n, "week", "weken"),
            Self::Months(n) => (n, "maand", "maanden"),
            Self::Years(n) => (n, "jaar", "jaar"),
        };
        write!(f, "{number} {}", if number == 1 { one } else { more })
    }
}

impl fmt::Display for DurationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable => f.write_str(
                "dit is geen termijn; schrijf een getal en een eenheid, zoals `2 werkdagen`, `10 dagen`, `2 weken`, \
                 `3 maanden` of `2 jaar`",
            ),
            Self::TooLong => {
                write!(f, "deze termijn is te lang; schrijf een getal van ten hoogste {}", Duration::MAX_NUMBER)
            }
            Self::Zero => {
                f.write_str("deze termijn is nul; schrijf een getal vanaf 1, of `0 dagen` als dezelfde dag is bedoeld")
            }
        }
    }
}

impl std::error::Error for DurationError {}

#[cfg(test)]
mod tests {
    use super::Duration::{Days, Months, Weeks, WorkingDays, Years};
    use super::*;

    #[test]
    fn a_duration_is_read_as_an_office_writes_it() {
        let cases = [
            ("2 werkdagen", WorkingDays(2)),
            ("1 werkdag", WorkingDays(1)),
            ("0 werkdagen", WorkingDays(0)),
            ("10 dagen", Days(10)),
            ("1 dag", Days(1)),
            ("0 dagen", Days(0)),
            ("2 weken", Weeks(2)),
            ("1 week", Weeks(1)),
            ("3 maanden", Months(3)),
            ("1 maand", Months(1)),
            ("2 jaar", Years(2)),
            ("2 jaren", Years(2)),
            ("999 jaar", Years(999)),
            ("  2   Weken ", Weeks(2)),
            ("2weken", Weeks(2)),
            ("2\u{a0}WERKDAGEN", WorkingDays(2)),
            ("02 weken", Weeks(2)),
        ];
        for (text, expected) in cases {
            assert_eq!(text.parse(), Ok(expected), "{text}");
        }
    }

    #[test]
    fn what_is_not_a_duration_is_refused_with_its_reason() {
        use DurationError::{TooLong, Unreadable, Zero};
        let cases = [
            ("", Unreadable),
            ("2", Unreadable),
            ("weken", Unreadable),
            ("twee weken", Unreadable),
            ("-2 weken", Unreadable),
            ("1,5 jaar", Unreadable),
            ("2 weken 3 dagen", Unreadable),
            ("2 weeks", Unreadable),
            ("٢ weken", Unreadable),
            ("1000 dagen", TooLong),
            ("99999999999999999999 dagen", TooLong),
            ("0 weken", Zero),
            ("0 maanden", Zero),
            ("0 jaar", Zero),
        ];
        for (text, expected) in cases {
            assert_eq!(text.parse::<Duration>(), Err(expected), "{text}");
        }
    }

    #[test]
    fn what_is_shown_reads_back_as_the_same_duration() {
        let shown = [
            (WorkingDays(2), "2 werkdagen"),
            (WorkingDays(1), "1 werkdag"),
            (Days(0), "0 dagen"),
            (Weeks(1), "1 week"),
            (Months(3), "3 maanden"),
            (Years(2), "2 jaar"),
        ];
        for (duration, text) in shown {
            assert_eq!(duration.to_string(), text);
            assert_eq!(text.parse(), Ok(duration));
        }
    }
}
