//! The number of a complaint.

use std::cmp::Ordering;
use std::fmt;

/// A complaint's number (§2.1): a year of four digits, a hyphen and three digits or more. Numbers
/// sort as numbers: `2026-999` comes before `2026-1000`. A file and a page are called after it, so it has an end.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Number(String);

impl Number {
    const LONGEST_SERIAL: usize = 20;

    /// Reads a number; none when it has another form.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, serial) = text.split_once('-')?;
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let right =
            year.len() == 4 && (3..=Self::LONGEST_SERIAL).contains(&serial.len()) && digits(year) && digits(serial);
        right.then(|| Self(text.to_owned()))
    }

    /// The number after which a file or folder is called, whatever its ending: `2026-014.md`, `2026-014.md.txt`.
    #[must_use]
    pub fn in_name(name: &str) -> Option<Self> {
        Self::parse(name.split('.').next()?)
    }

    /// The number as it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The year in the number, which need not be the year of receipt.
    #[must_use]
    pub fn year(&self) -> &str {
        &self.0[..4]
    }

    fn serial(&self) -> &str {
        self.0[5..].trim_start_matches('0')
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        self.year()
            .cmp(other.year())
            .then_with(|| self.serial().len().cmp(&other.serial().len()))
            .then_with(|| self.serial().cmp(other.serial()))
            .then_with(|| self.0.cmp(&other.0))
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_sort_as_numbers() {
        let mut numbers: Vec<_> =
            ["2026-1000", "2025-002", "2026-999", "2026-014"].iter().filter_map(|text| Number::parse(text)).collect();
        numbers.sort();
        let texts: Vec<_> = numbers.iter().map(Number::as_str).collect();
        assert_eq!(texts, ["2025-002", "2026-014", "2026-999", "2026-1000"]);
    }

    #[test]
    fn a_number_has_one_form() {
        assert!(Number::parse(&format!("2026-{}", "1".repeat(20))).is_some());
        let endless = format!("2026-{}", "1".repeat(21));
        for text in [&endless, "2026-14", "26-014", "2026_014", "2026-01a", "2026-", "", "2026-014 ", "٢٠٢٦-٠١٤"]
        {
            assert_eq!(Number::parse(text), None, "{text}");
        }
    }
}
