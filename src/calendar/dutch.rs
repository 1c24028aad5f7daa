//! Dates in Dutch words, the same on every machine. In: a date. Out: text for staff and team.

use chrono::{Datelike, Weekday};

use super::Date;

/// The months, January first.
pub const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];

/// The date with its weekday: `maandag 16 november 2026`.
pub fn long(date: Date) -> String {
    format!("{} {}", weekday(date), short(date))
}

/// The date without its weekday: `16 november 2026`.
pub fn short(date: Date) -> String {
    format!("{} {}", date.day(), month(date))
}

/// The month and the year: `november 2026`.
pub fn month(date: Date) -> String {
    let name = MONTHS[date.month0() as usize];
    format!("{name} {}", date.year())
}

/// The weekday: `maandag`.
pub fn weekday(date: Date) -> &'static str {
    match date.weekday() {
        Weekday::Mon => "maandag",
        Weekday::Tue => "dinsdag",
        Weekday::Wed => "woensdag",
        Weekday::Thu => "donderdag",
        Weekday::Fri => "vrijdag",
        Weekday::Sat => "zaterdag",
        Weekday::Sun => "zondag",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_reads_as_plain_dutch() {
        let date = Date::from_ymd_opt(2026, 11, 16).expect("the date exists");
        assert_eq!(long(date), "maandag 16 november 2026");
        assert_eq!(short(date), "16 november 2026");
        assert_eq!(month(date), "november 2026");
        assert_eq!(weekday(date), "maandag");
    }

    #[test]
    fn every_weekday_and_month_has_its_own_name() {
        let day = |month, day| Date::from_ymd_opt(2026, month, day).expect("the date exists");
        let week: Vec<_> = (1..=7).map(|d| weekday(day(6, d))).collect();
        let expected = "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag";
        assert_eq!(week.join(" "), expected);
        assert_eq!(short(day(1, 1)), "1 januari 2026");
        assert_eq!(short(day(5, 9)), "9 mei 2026");
        assert_eq!(short(day(12, 31)), "31 december 2026");
    }
}
