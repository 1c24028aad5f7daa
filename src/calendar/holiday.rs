//! The Dutch public holidays of one year, by rule. In: a year and the settings. Out: dates with their holidays.

use std::fmt;

use chrono::{Datelike, TimeDelta, Weekday};

use super::{CalendarSettings, Date};

/// A Dutch public holiday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Holiday {
    /// 1 January.
    NewYearsDay,
    /// The Friday before Easter; a day off only where the office says so.
    GoodFriday,
    /// Easter Sunday.
    EasterSunday,
    /// The day after Easter Sunday.
    EasterMonday,
    /// Before 2014: 30 April, or 29 April when the 30th is a Sunday.
    QueensDay,
    /// From 2014: 27 April, or 26 April when the 27th is a Sunday.
    KingsDay,
    /// 5 May, in the years that [`LiberationDay`] says.
    LiberationDay,
    /// The Thursday 39 days after Easter Sunday.
    AscensionDay,
    /// The Sunday 49 days after Easter Sunday.
    WhitSunday,
    /// The day after Whit Sunday.
    WhitMonday,
    /// 25 December.
    ChristmasDay,
    /// 26 December.
    SecondChristmasDay,
}

/// The years in which the office is closed on 5 May.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LiberationDay {
    /// In no year.
    Never,
    /// In years that five divides, as is usual.
    #[default]
    Lustrum,
    /// In every year.
    EveryYear,
}

impl LiberationDay {
    fn is_off_in(self, year: i32) -> bool {
        match self {
            Self::Never => false,
            Self::Lustrum => year.rem_euclid(5) == 0,
            Self::EveryYear => true,
        }
    }
}

impl Holiday {
    /// All of them, in the order of the year.
    pub const ALL: [Self; 12] = [
        Self::NewYearsDay,
        Self::GoodFriday,
        Self::EasterSunday,
        Self::EasterMonday,
        Self::QueensDay,
        Self::KingsDay,
        Self::LiberationDay,
        Self::AscensionDay,
        Self::WhitSunday,
        Self::WhitMonday,
        Self::ChristmasDay,
        Self::SecondChristmasDay,
    ];
}

impl fmt::Display for Holiday {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NewYearsDay => "Nieuwjaarsdag",
            Self::GoodFriday => "Goede Vrijdag",
            Self::EasterSunday => "eerste paasdag",
            Self::EasterMonday => "tweede paasdag",
            Self::QueensDay => "Koninginnedag",
            Self::KingsDay => "Koningsdag",
            Self::LiberationDay => "Bevrijdingsdag",
            Self::AscensionDay => "Hemelvaartsdag",
            Self::WhitSunday => "eerste pinksterdag",
            Self::WhitMonday => "tweede pinksterdag",
            Self::ChristmasDay => "eerste kerstdag",
            Self::SecondChristmasDay => "tweede kerstdag",
        })
    }
}

/// The holidays of one year under given settings; no date occurs twice.
pub(super) struct Holidays([Option<(Date, Holiday)>; 11]);

impl Holidays {
    /// The holidays of `year`. The rules of today reach back to where [`Date`] begins, Queen's Day before 2014 included.
    pub(super) fn of(year: i32, settings: &CalendarSettings) -> Self {
        use Holiday::*;
        let fixed = |month, day, holiday| Some((Date::from_ymd_opt(year, month, day)?, holiday));
        let easter = easter_sunday(year);
        let moving = |days, holiday| {
            let date = easter?.checked_add_signed(TimeDelta::days(days))?;
            Some((date, holiday))
        };

        let ascension = moving(39, AscensionDay);
        let ascension_date = ascension.map(|(date, _)| date);
        // Ascension Day is a day off under every setting, so it names a date that it shares (5 May 2005 and 2016).
        let unshared = |day: Option<(Date, Holiday)>| day.filter(|(date, _)| Some(*date) != ascension_date);
        let liberated = settings.liberation_day.is_off_in(year);
        Self([
            fixed(1, 1, NewYearsDay),
            moving(-2, GoodFriday).filter(|_| settings.good_friday),
            moving(0, EasterSunday),
            moving(1, EasterMonday),
            unshared(royal_day(year)),
            unshared(fixed(5, 5, LiberationDay).filter(|_| liberated)),
            ascension,
            moving(49, WhitSunday),
            moving(50, WhitMonday),
            fixed(12, 25, ChristmasDay),
            fixed(12, 26, SecondChristmasDay),
        ])
    }

    /// The holiday on `date`, which must lie in the year that these are the holidays of.
    pub(super) fn on(&self, date: Date) -> Option<Holiday> {
        let mut days = self.0.iter().flatten();
        days.find_map(|&(day, holiday)| (day == date).then_some(holiday))
    }

    /// The dates of all holidays.
    pub(super) fn dates(self) -> impl Iterator<Item = Date> {
        self.0.into_iter().flatten().map(|(date, _)| date)
    }
}

fn royal_day(year: i32) -> Option<(Date, Holiday)> {
    let (day, holiday) = if year < 2014 { (30, Holiday::QueensDay) } else { (27, Holiday::KingsDay) };
    let date = Date::from_ymd_opt(year, 4, day)?;
    if date.weekday() == Weekday::Sun { Some((date.pred_opt()?, holiday)) } else { Some((date, holiday)) }
}

/// Easter Sunday by the Gregorian computus (the method of Meeus, Jones and Butcher).
fn easter_sunday(year: i32) -> Option<Date> {
    let metonic = year.rem_euclid(19);
    let century = year.div_euclid(100);
    let year_of_century = year.rem_euclid(100);
    let moon_correction = (century - (century + 8).div_euclid(25) + 1).div_euclid(3);
    let to_full_moon = (19 * metonic + century - century.div_euclid(4) - moon_correction + 15).rem_euclid(30);
    let to_sunday =
        (32 + 2 * century.rem_euclid(4) + 2 * (year_of_century / 4) - to_full_moon - year_of_century % 4).rem_euclid(7);
    let week_too_late = (metonic + 11 * to_full_moon + 22 * to_sunday) / 451;
    let days = to_full_moon + to_sunday - 7 * week_too_late;
    Date::from_ymd_opt(year, 3, 22)?.checked_add_signed(TimeDelta::days(days.into()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn easter_falls_where_the_church_puts_it_at_the_edges_of_its_range() {
        let cases = [
            (1818, 3, 22),
            (1943, 4, 25),
            (1954, 4, 18),
            (1981, 4, 19),
            (2008, 3, 23),
            (2038, 4, 25),
            (2049, 4, 18),
            (2076, 4, 19),
            (2285, 3, 22),
        ];
        for (year, month, day) in cases {
            assert_eq!(easter_sunday(year), Date::from_ymd_opt(year, month, day));
        }
    }

    #[test]
    fn king_and_queen_give_way_to_sunday() {
        use Holiday::{KingsDay, QueensDay};
        let cases = [
            ("2006-04-29", QueensDay),
            ("2013-04-30", QueensDay),
            ("2014-04-26", KingsDay),
            ("2025-04-26", KingsDay),
            ("2026-04-27", KingsDay),
        ];
        for (date, holiday) in cases {
            let date: Date = date.parse().expect("the date exists");
            assert_eq!(royal_day(date.year()), Some((date, holiday)));
        }
    }

    proptest! {
        #[test]
        fn easter_is_a_sunday_from_22_march_to_25_april(year in 1..=9999) {
            let easter = easter_sunday(year).expect("the year is within reach");
            prop_assert_eq!(easter.weekday(), Weekday::Sun);
            prop_assert!(((3, 22)..=(4, 25)).contains(&(easter.month(), easter.day())));
        }

        #[test]
        fn no_date_is_two_holidays(year in 1..=9999) {
            let liberation_day = LiberationDay::EveryYear;
            let settings = CalendarSettings { liberation_day, good_friday: true, ..Default::default() };
            let mut dates: Vec<_> = Holidays::of(year, &settings).dates().collect();
            let all = dates.len();
            dates.sort_unstable();
            dates.dedup();
            prop_assert_eq!(dates.len(), all);
        }
    }
}
