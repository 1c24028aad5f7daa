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

/// The month, counted from 1, that a word in any case names, in full or cut short: `november`, `nov`, `mrt`.
#[must_use]
pub fn month_named(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    let is_short = (3..=4).contains(&word.len());
    let names =
        |month: &str| month == word || is_short && month.starts_with(&word) || month == "maart" && word == "mrt";
    (1..).zip(MONTHS).find(|(_, month)| names(month)).map(|(number, _)| number)
}

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
    fn a_month_is_known_by_its_name_and_by_what_people_make_of_it() {
        for (word, month) in [
            ("januari", Some(1)),
            ("Mrt", Some(3)),
            ("mei", Some(5)),
            ("Sept", Some(9)),
            ("dec", Some(12)),
            ("de", None),
            ("decem", None),
            ("maartje", None),
            ("", None),
        ] {
            assert_eq!(month_named(word), month, "{word}");
        }
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
