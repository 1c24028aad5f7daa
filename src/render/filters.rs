//! The Dutch filters: ISO days and months to words, numbers and lengths with their units.

use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

use crate::views::{self, grouped};

/// Registers every filter; must come before the templates, which are checked against them.
pub(super) fn register(tera: &mut Tera) {
    tera.register_filter("datum", |iso: &str, _: Kwargs, _: &State| day_in_words(iso));
    tera.register_filter("tijd", |iso: &str, _: Kwargs, _: &State| time_element(iso));
    tera.register_filter("maand", |iso: &str, _: Kwargs, _: &State| month_in_words(iso));
    tera.register_filter("getal", |number: u64, _: Kwargs, _: &State| grouped(number));
    tera.register_filter("duur", |days: u64, _: Kwargs, _: &State| days_in_words(days));
}

/// `2026-11-02` to `2 november 2026`.
fn day_in_words(iso: &str) -> TeraResult<String> {
    let mut words = String::with_capacity("31 september 2026".len());
    push_day(&mut words, iso)?;
    Ok(words)
}

/// `2026-11-02` to a `<time>` element with the words.
fn time_element(iso: &str) -> TeraResult<Value> {
    let mut html = String::with_capacity(64);
    html.push_str("<time datetime=\"");
    html.push_str(iso);
    html.push_str("\">");
    // Fails on whatever is no day: so nothing but digits and hyphens went into the attribute.
    push_day(&mut html, iso)?;
    html.push_str("</time>");
    Ok(Value::safe_string(&html))
}

fn push_day(words: &mut String, iso: &str) -> TeraResult<()> {
    let (month, day) = iso.rsplit_once('-').filter(|(_, day)| is_digits(day)).ok_or_else(|| not_a_day(iso))?;
    words.push_str(day.trim_start_matches('0'));
    words.push(' ');
    push_month(words, month)
}

/// `2026-11` to `november 2026`.
fn month_in_words(iso: &str) -> TeraResult<String> {
    let mut words = String::with_capacity("september 2026".len());
    push_month(&mut words, iso)?;
    Ok(words)
}

fn push_month(words: &mut String, iso: &str) -> TeraResult<()> {
    let (year, month) = iso.split_once('-').filter(|(year, _)| is_digits(year)).ok_or_else(|| not_a_day(iso))?;
    let name = month.parse().ok().and_then(views::month_name).ok_or_else(|| not_a_day(iso))?;
    words.push_str(name);
    words.push(' ');
    words.push_str(year);
    Ok(())
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn not_a_day(value: &str) -> Error {
    Error::message(format!("`{value}` is not a day or month in ISO form"))
}

/// `1` to `1 dag`, `12` to `12 dagen`.
fn days_in_words(days: u64) -> String {
    format!("{} {}", grouped(days), if days == 1 { "dag" } else { "dagen" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_months_are_written_in_dutch() {
        assert_eq!(day_in_words("2026-11-02").ok().as_deref(), Some("2 november 2026"));
        assert_eq!(month_in_words("2026-03").ok().as_deref(), Some("maart 2026"));
        assert!(day_in_words("2026-13-02").is_err());
        assert!(day_in_words("morgen").is_err());
    }

    #[test]
    fn an_element_of_time_holds_nothing_but_a_day() {
        let element = time_element("2026-11-02").ok().map(|value| value.to_string());
        assert_eq!(element.as_deref(), Some("<time datetime=\"2026-11-02\">2 november 2026</time>"));
        assert!(time_element("<b>-11-02").is_err());
    }

    #[test]
    fn numbers_are_grouped_by_three() {
        for (number, words) in [(0, "0"), (999, "999"), (1000, "1.000"), (1_234_567, "1.234.567")] {
            assert_eq!(grouped(number), words);
        }
        assert_eq!(days_in_words(1), "1 dag");
        assert_eq!(days_in_words(12), "12 dagen");
    }
}
