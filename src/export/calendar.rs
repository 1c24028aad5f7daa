//! `termijnen.ics`: an event for each term that is open (RFC 5545). In: the listings. Out: a calendar to subscribe to, in
//! which a complaint is its number and a step.

use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use icalendar::{Alarm, Calendar, Class, Component, Event, EventLike, Property};
use uuid::Uuid;

use super::identifier;
use crate::views::{Audience, Day, Listings, Number, OpenTerm};

/// The hour of the day at which a calendar reminds.
const MORNING: i64 = 9;

/// The open terms as a calendar: each on its last day, or on the day agreed in its place, also when that has passed.
#[must_use]
pub fn ics(listings: &Listings) -> Vec<u8> {
    let mut calendar = Calendar::empty();
    for (name, value) in [("VERSION", "2.0"), ("PRODID", "-//klacht//klacht//NL"), ("CALSCALE", "GREGORIAN")] {
        calendar.append_property(Property::new(name, value));
    }
    let is_confidential = listings.audience == Audience::Management;
    calendar.name(if is_confidential { "Klachten: termijnen (vertrouwelijk)" } else { "Klachten: termijnen" });
    let register = identifier::of_register(listings);
    for listing in &listings.complaints {
        calendar.extend(listing.open_terms.iter().map(|term| event(&register, &listing.number, term, listings.built)));
    }
    calendar.to_string().into_bytes()
}

fn event(register: &Uuid, number: &Number, term: &OpenTerm, today: Day) -> Event {
    // A UUID for each event would in a large register have the digits of someone's telephone number one day.
    let id = format!("{number}-{}@{register}", term.kind.word());
    let is_late = term.due < today;
    let summary = format!("{number}: {}{}", term.task.word(), if is_late { " (te laat)" } else { "" });
    let mut event = Event::with_uid(&id);
    event.timestamp(midnight(today)).starts(term.due.0).summary(&summary).class(Class::Confidential);
    // The day stays free for appointments.
    event.add_property("TRANSP", "TRANSPARENT");
    // Of what is past, some programs would remind all at once.
    if !is_late {
        event.alarm(reminder(&id, &summary, term, today));
    }
    event.done()
}

/// Reminds in the morning of the day on which the end of the term comes near.
fn reminder(id: &str, summary: &str, term: &OpenTerm, today: Day) -> Alarm {
    let before = term.remind.0 - term.due.0;
    let mut alarm = Alarm::display(summary, before + TimeDelta::hours(MORNING));
    // Without these the library would take the clock, and an identifier by chance.
    alarm.uid(&format!("herinnering-{id}")).timestamp(midnight(today)).done()
}

fn midnight(day: Day) -> DateTime<Utc> {
    day.0.and_time(NaiveTime::MIN).and_utc()
}
