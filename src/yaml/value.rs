//! The forms of value that more than one file has. In: a scalar's text. Out: the value, or what was
//! expected.

use super::{Expected, nearest};
use crate::calendar::Date;

/// A day, written `2026-11-02` and in no other way.
///
/// # Errors
/// When it is no such day.
pub fn date(text: &str) -> Result<Date, Expected> {
    let bytes = text.as_bytes();
    let digits = |part: &[u8]| part.iter().all(u8::is_ascii_digit);
    let (true, [y @ .., b'-', m1, m2, b'-', d1, d2]) = (bytes.len() == 10, bytes) else { return Err(Expected::Date) };
    if !(digits(y) && digits(&[*m1, *m2, *d1, *d2])) {
        return Err(Expected::Date);
    }
    let number = |part: &[u8]| part.iter().fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0'));
    let year = i32::try_from(number(y)).map_err(|_| Expected::Date)?;
    Date::from_ymd_opt(year, number(&[*m1, *m2]), number(&[*d1, *d2])).ok_or(Expected::Date)
}

/// One of a few words.
///
/// # Errors
/// When it is none of them; with the one that was perhaps meant.
pub fn choice<T: Copy>(text: &str, options: &[(&str, T)]) -> Result<T, Expected> {
    match options.iter().find(|(word, _)| *word == text) {
        Some((_, value)) => Ok(*value),
        None => Err(no_choice(text, options.iter().map(|(word, _)| *word))),
    }
}

/// What a field with these words asks for, when `text` is none of them.
pub fn no_choice<'o>(text: &str, options: impl Iterator<Item = &'o str> + Clone) -> Expected {
    Expected::Choice {
        nearest: nearest(text, options.clone()).map(str::to_owned),
        options: options.map(str::to_owned).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_has_one_form() {
        assert_eq!(date("2026-11-02"), Ok(Date::from_ymd_opt(2026, 11, 2).expect("a day")));
        for text in
            ["2026-02-30", "2026-2-3", "02-11-2026", "2026/11/02", "gisteren", "", "2026-11-02 10:00", "２０２６"]
        {
            assert_eq!(date(text), Err(Expected::Date), "{text}");
        }
    }
}
