//! How a term was counted, and how much of it is left. In: a deadline, a day. Out: words and lengths.

use super::super::{Length, Standing, Word};
use crate::calendar::{Calendar, Date, DayOff, Deadline, Duration, dutch};
use crate::protocol::Protocol;

/// `2 werkdagen; niet meegeteld: zaterdag 25 april 2026, maandag 27 april 2026 (Koningsdag)`.
pub(super) fn reckoning(deadline: &Deadline) -> Word {
    let mut words = deadline.duration.to_string();
    if let Some(end) = deadline.rolled_from {
        words.push_str("; de laatste dag valt op ");
        words.push_str(&dutch::long(end));
        words.push_str(", dus loopt de termijn door");
    }
    for (at, &(day, off)) in deadline.skipped.iter().enumerate() {
        words.push_str(if at == 0 { "; niet meegeteld: " } else { ", " });
        words.push_str(&dutch::long(day));
        if matches!(off, DayOff::Holiday(_) | DayOff::Extra) {
            words.push_str(&format!(" ({off})"));
        }
    }
    Word::new(words)
}

/// The time from one day to a later one, in the unit of a term: working days where the term counts
/// those and there are any in between, else calendar days.
pub(super) fn length(calendar: &Calendar, term: Duration, from: Date, to: Date) -> Length {
    if let Duration::WorkingDays(_) = term {
        let working = calendar.working_days_between(from, to);
        if let Ok(count @ 1..) = u32::try_from(working) {
            return Length::working_days(count);
        }
    }
    Length::days(u32::try_from((to - from).num_days()).unwrap_or(0))
}

/// Tells of days how they stand to the day of the build.
pub(super) struct Clock<'p> {
    pub(super) protocol: &'p Protocol,
    pub(super) today: Date,
    /// The last day that is announced as near (`waarschuw-vooraf`).
    pub(super) horizon: Date,
}

impl<'p> Clock<'p> {
    pub(super) fn new(protocol: &'p Protocol, today: Date) -> Self {
        Self { protocol, today, horizon: protocol.calendar.deadline(today, protocol.warn_ahead).due }
    }

    /// How much time there is until `due`, in the unit of the term.
    pub(super) fn standing(&self, due: Date, term: Duration) -> Standing {
        let calendar = &self.protocol.calendar;
        if due < self.today {
            Standing::Late(length(calendar, term, due, self.today))
        } else if due == self.today {
            Standing::Today
        } else if due <= self.horizon {
            Standing::Soon(length(calendar, term, self.today, due))
        } else {
            Standing::Later(length(calendar, term, self.today, due))
        }
    }

    /// The first day on which a term that runs from `start` is announced as near (`waarschuw-vooraf`): the day on which
    /// it begins at the earliest, and `due` at the latest.
    pub(super) fn first_near(&self, start: Date, due: Date) -> Date {
        let horizon = |day| self.protocol.calendar.deadline(day, self.protocol.warn_ahead).due;
        // A later day never has an earlier horizon, so that half of the days fall away with each look.
        let (mut near, mut days) = (due, (due - start).num_days().max(0));
        while days > 0 {
            let half = (days + 1) / 2;
            let earlier = near - chrono::Days::new(half.unsigned_abs());
            if horizon(earlier) >= due {
                (near, days) = (earlier, days - half);
            } else {
                days = half - 1;
            }
        }
        near
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().expect("tests write real dates")
    }

    #[test]
    fn lateness_is_told_in_the_unit_of_the_term() {
        let protocol = Protocol::default();
        for (due, today, term, words) in [
            ("2026-11-18", "2026-11-23", "2 werkdagen", "3 werkdagen te laat"),
            ("2026-11-20", "2026-11-22", "2 werkdagen", "2 dagen te laat"),
            ("2026-11-23", "2026-11-23", "2 werkdagen", "vandaag uiterlijk"),
            ("2026-11-24", "2026-11-23", "2 werkdagen", "nog 1 werkdag"),
            ("2026-11-16", "2026-11-23", "2 weken", "7 dagen te laat"),
            ("2026-12-07", "2026-11-23", "2 weken", "nog 14 dagen"),
        ] {
            let clock = Clock::new(&protocol, day(today));
            let term = term.parse().expect("a duration");
            assert_eq!(clock.standing(day(due), term).words(), words);
        }
    }

    #[test]
    fn a_term_is_near_from_the_day_on_which_its_warning_begins() {
        let protocol = Protocol::default();
        let clock = Clock::new(&protocol, day("2026-11-23"));
        for (start, due, near) in [
            // Wednesday, Thursday and Friday are three working days before Monday.
            ("2026-11-16", "2026-11-30", "2026-11-25"),
            // A term that ends on a Sunday is near from Wednesday on: Monday is beyond it.
            ("2026-11-15", "2026-11-29", "2026-11-25"),
            ("2026-04-13", "2026-04-29", "2026-04-23"),
            ("2026-11-23", "2026-11-25", "2026-11-23"),
            // A new date that was agreed before the term began.
            ("2026-11-23", "2026-11-20", "2026-11-20"),
        ] {
            assert_eq!(clock.first_near(day(start), day(due)), day(near), "{start} {due}");
        }
    }

    #[test]
    fn a_term_names_every_day_that_it_skips() {
        let protocol = Protocol::default();
        let two_days = "2 werkdagen".parse().expect("a duration");
        let words = reckoning(&protocol.calendar.deadline(day("2026-04-24"), two_days));
        let expected = "2 werkdagen; niet meegeteld: zaterdag 25 april 2026, zondag 26 april 2026, maandag 27 april \
                        2026 (Koningsdag)";
        assert_eq!(words, Word::new(expected));
    }
}
