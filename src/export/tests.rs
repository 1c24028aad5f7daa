//! Every data file from made-up listings: what programs that read them rely on, and what hostile texts cannot do.

use chrono::NaiveDate;
use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::Event;

use super::{FILES, atom, csv, ics, json};
use crate::views::{
    Audience, Day, ListedMeasure, ListedStep, ListedTerm, Listing, Listings, MeasureState, Number, OpenTerm, Standing,
    Status, Task, TermKind, TermState, Text, Word,
};

fn day(text: &str) -> Day {
    Day(text.parse::<NaiveDate>().expect("tests write real dates"))
}

/// A complaint about this, with a solution to offer by this day.
fn listing(number: &str, subject: &str, due: &str) -> Listing {
    let term = ListedTerm {
        kind: TermKind::Handling,
        start: day("2026-11-09"),
        due: day("2026-11-23"),
        done: None,
        agreed: Some(day(due)),
        state: TermState::Open(Standing::Today),
    };
    let measure = |state| ListedMeasure { what: Some(text("=1+1")), due: None, done: None, state };
    Listing {
        number: Number::from_parsed(number.to_owned()),
        subject: Some(text(subject)),
        received: Some(day("2026-11-09")),
        channel: Some(Word::new("e-mail")),
        kinds: vec![Word::new("aard"), Word::new("=wijze")],
        causes: Vec::new(),
        status: Status::InProgress,
        handler: None,
        people: None,
        follows: None,
        terms: vec![term],
        next: Some(ListedStep { kind: TermKind::Handling, due: day(due) }),
        handled: None,
        lead_days: None,
        appeal: None,
        measures: vec![measure(MeasureState::Open), measure(MeasureState::Late)],
        after_care: None,
        closed: None,
        ending: None,
        discussed: None,
        updated: Some(day("2026-11-10")),
        open_terms: vec![OpenTerm {
            kind: TermKind::Handling,
            task: Task::Handle,
            due: day(due),
            remind: day(due).min(day("2026-11-24")),
        }],
    }
}

fn text(text: &str) -> Text {
    Text::from_masked(text.to_owned())
}

fn listings(complaints: Vec<Listing>) -> Listings {
    Listings {
        organisation: Some(Word::new("Bureau & Co")),
        built: day("2026-11-23"),
        audience: Audience::Team,
        left_out: 0,
        complaints,
    }
}

const HOSTILE: [&str; 6] = [
    "</title><script>alert(1)</script>",
    "een \"citaat\", met komma\r\nEND:VEVENT",
    "\u{0}\u{8}\u{b}\u{1b}\u{fffe}piep",
    "]]> &amp; <![CDATA[",
    "=HYPERLINK(\"https://example.com\")",
    "{\"nummer\": null}\\",
];

#[test]
fn hostile_texts_stay_texts_in_every_file() {
    let complaints = HOSTILE.iter().enumerate();
    let complaints = complaints.map(|(at, hostile)| listing(&format!("2026-{at:03}"), hostile, "2026-11-27"));
    let listings = listings(complaints.collect());

    let document: serde_json::Value = serde_json::from_slice(&json(&listings)).expect("JSON");
    let subjects: Vec<_> = (0..HOSTILE.len()).map(|at| document["klachten"][at]["onderwerp"].as_str()).collect();
    assert_eq!(subjects, HOSTILE.map(Some));

    let table = csv(&listings);
    let mut lines = ::csv::Reader::from_reader(table.as_slice());
    let subjects: Vec<_> = lines.records().map(|line| line.expect("a line")[1].to_owned()).collect();
    let expected = HOSTILE.map(|text| text.replace("=HYP", "'=HYP"));
    assert_eq!(subjects, expected);

    let titles = texts_of(&atom(&listings), "title");
    let shown = |text: &str| {
        text.replace("\r\n", "  ").replace(['\0', '\u{8}', '\u{1b}', '\u{fffe}'], "").replace('\u{b}', " ")
    };
    let expected = HOSTILE.iter().enumerate().rev().map(|(at, text)| format!("2026-{at:03}: {}", shown(text)));
    assert_eq!(titles[1..], expected.collect::<Vec<_>>());

    let calendar = String::from_utf8(ics(&listings)).expect("UTF-8");
    assert!(!calendar.contains("citaat") && calendar.matches("END:VEVENT").count() == HOSTILE.len());
}

/// The texts of all elements of this name; the whole file must be well-formed.
fn texts_of(feed: &[u8], name: &str) -> Vec<String> {
    let mut reader = Reader::from_str(str::from_utf8(feed).expect("UTF-8"));
    let mut texts = Vec::new();
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Start(tag) if tag.name().as_ref() == name => {
                let text = reader.read_text(tag.name()).expect("an element that ends");
                texts.push(unescape(&text).expect("known entities").into_owned());
            }
            Event::Eof => return texts,
            _ => {}
        }
    }
}

#[test]
fn a_table_has_whole_lines_that_end_as_the_standard_says() {
    let table = String::from_utf8(csv(&listings(vec![listing("2026-001", "Advies", "2026-11-27")]))).expect("UTF-8");
    let lines: Vec<_> = table.split_terminator("\r\n").collect();
    assert_eq!(lines.len(), 2);
    assert!(lines.iter().all(|line| !line.contains(['\r', '\n'])) && table.ends_with("\r\n"));
    assert!(lines.iter().all(|line| line.ends_with(char::is_alphabetic)), "a date would run on into the next line");
    assert_eq!(lines[0].split(',').count(), lines[1].split(',').count());
    assert!(lines[1].starts_with("2026-001,Advies,2026-11-09,e-mail,aard; '=wijze,,,"));
}

#[test]
fn a_calendar_reminds_in_the_morning_and_leaves_the_past_alone() {
    let listings = listings(vec![
        listing("2026-001", "Advies", "2026-11-27"),
        listing("2026-002", "Advies", "2026-11-23"),
        listing("2026-003", "Advies", "2026-11-20"),
    ]);
    let calendar = String::from_utf8(ics(&listings)).expect("UTF-8");
    let events: Vec<_> = calendar.split("BEGIN:VEVENT").skip(1).collect();
    for (event, due, summary, trigger) in [
        (events[0], "20261127", "2026-001: oplossing voorstellen", Some(9 - 3 * 24)),
        (events[1], "20261123", "2026-002: oplossing voorstellen", Some(9)),
        (events[2], "20261120", "2026-003: oplossing voorstellen (te laat)", None),
    ] {
        assert!(event.contains(&format!("\r\nDTSTART;VALUE=DATE:{due}\r\n")), "{event}");
        assert!(event.contains(&format!("\r\nSUMMARY:{summary}\r\n")), "{event}");
        let sign = |hours: i64| if hours < 0 { "-" } else { "" };
        let expected = trigger.map(|hours: i64| format!("{}PT{}S", sign(hours), hours.abs() * 3600));
        let found = event.split_once("TRIGGER:").and_then(|(_, rest)| rest.split("\r\n").next());
        assert_eq!(found, expected.as_deref(), "{event}");
    }
}

#[test]
fn a_feed_holds_the_newest_and_the_newest_first() {
    let complaints = (1..=60).map(|at| Listing {
        updated: (at != 60).then(|| Day(day("2026-09-01").0 + chrono::Days::new(at / 2))),
        ..listing(&format!("2026-{at:03}"), "Advies", "2026-11-27")
    });
    let feed = atom(&listings(complaints.collect()));
    let titles = texts_of(&feed, "title");
    assert_eq!(titles.len(), 1 + 50);
    assert_eq!(
        titles[..4],
        ["Klachtenregister Bureau & Co", "2026-059: Advies", "2026-058: Advies", "2026-057: Advies"]
    );
    let updated = texts_of(&feed, "updated");
    assert_eq!(updated[..2], ["2026-09-30T00:00:00Z", "2026-09-30T00:00:00Z"]);
    assert!(updated.is_sorted_by(|a, b| a >= b));
}

#[test]
fn what_is_written_about_a_complaint_moves_with_its_number_and_its_office() {
    let ids = |listings: &Listings| texts_of(&atom(listings), "id");
    let one = listings(vec![listing("2026-001", "Advies", "2026-11-27")]);
    let later = listings(vec![listing("2026-002", "Brief", "2026-11-27"), listing("2026-001", "Advies", "2026-12-27")]);
    let elsewhere = Listings { organisation: None, ..one.clone() };
    assert_eq!(ids(&one), [ids(&later)[0].clone(), ids(&later)[1].clone()]);
    assert!(ids(&elsewhere).iter().all(|id| !ids(&one).contains(id)));
}

#[test]
fn a_register_without_complaints_gives_whole_files() {
    let none = listings(Vec::new());
    for file in FILES {
        assert!((file.write)(&none).ends_with(b"\n"), "{}", file.path);
    }
    assert_eq!(texts_of(&atom(&none), "updated"), ["2026-11-23T00:00:00Z"]);
}
