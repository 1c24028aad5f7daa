//! The laws of the picture: what it promises of any course, and what it looks like for a few.

use proptest::prelude::*;

use super::labels::{BESIDE, NARROWEST, SPACE};
use super::*;
use crate::views::{Length, TermKind};

const KINDS: [TermKind; 5] =
    [TermKind::Confirmation, TermKind::Registration, TermKind::Handling, TermKind::Ruling, TermKind::Total];

const STATES: [TermState; 5] = [
    TermState::Met,
    TermState::Missed(Length { count: 4, unit: crate::views::Unit::Days }),
    TermState::Open(Standing::Today),
    TermState::Open(Standing::Late(Length { count: 4, unit: crate::views::Unit::Days })),
    TermState::Unknown,
];

const EVENTS: [EventKind; 14] = [
    EventKind::Received,
    EventKind::Registered,
    EventKind::Confirmed,
    EventKind::Contact,
    EventKind::SolutionOffered,
    EventKind::DirectorInformed,
    EventKind::DelayTold,
    EventKind::AppealLodged,
    EventKind::Ruled,
    EventKind::MeasureDone,
    EventKind::AfterCare,
    EventKind::Discussed,
    EventKind::Closed,
    EventKind::Ended,
];

fn day(text: &str) -> Day {
    Day(text.parse().expect("tests write real dates"))
}

fn term(kind: TermKind, start: Day, due: Day, done: Option<Day>, state: TermState) -> Term {
    Term { kind, start, due, done, state, reckoning: Word::new("2 weken"), article: None }
}

fn handled_late() -> (Vec<Term>, Vec<Event>) {
    let received = day("2026-11-02");
    let terms = vec![
        term(TermKind::Confirmation, received, day("2026-11-04"), Some(day("2026-11-03")), TermState::Met),
        term(TermKind::Handling, received, day("2026-11-16"), Some(day("2026-11-20")), STATES[1]),
        term(TermKind::Ruling, day("2026-11-24"), day("2026-12-22"), None, STATES[2]),
    ];
    let events = [
        ("2026-11-02", EventKind::Received),
        ("2026-11-03", EventKind::Confirmed),
        ("2026-11-05", EventKind::Contact),
        ("2026-11-20", EventKind::SolutionOffered),
        ("2026-11-24", EventKind::AppealLodged),
    ];
    (terms, events.map(|(on, kind)| Event { day: day(on), kind }).into())
}

fn drawn(terms: &[Term], events: &[Event], today: Option<Day>) -> Timeline {
    Timeline::of(terms, events, today).expect("a course with days")
}

fn words_of(ticks: &[Tick]) -> Vec<String> {
    ticks.iter().map(|tick| text(&tick.word)).collect()
}

fn text(word: &Word) -> String {
    serde_json::to_value(word).expect("a word is a string").as_str().expect("a word is a string").to_owned()
}

#[test]
fn a_late_step_is_hatched_from_its_last_day_to_the_day_it_was_done_and_says_so_in_words() {
    let (terms, events) = handled_late();
    let timeline = drawn(&terms, &events, Some(day("2026-11-30")));
    // Fifty days are 990 thousandths: day 14 is at 282, day 18 at 361.
    assert_eq!(timeline.late.as_str(), "M282 94h79");
    assert_eq!(timeline.missed.as_str(), "M361 94h.1");
    assert_eq!(timeline.met.as_str(), "M25 60h.1");
    let lanes: Vec<_> = timeline.lanes.iter().map(|lane| (text(&lane.word), lane.is_late)).collect();
    let expected = [
        ("bevestiging 3-11, op tijd (uiterlijk 4-11)", false),
        ("afhandeling 20-11, te laat (uiterlijk 16-11)", true),
        ("uitspraak, nog open (uiterlijk 22-12)", false),
    ];
    assert_eq!(lanes, expected.map(|(words, late)| (words.to_owned(), late)));
}

#[test]
fn the_picture_is_told_in_words_as_well() {
    let (terms, events) = handled_late();
    let timeline = drawn(&terms[1..], &events[3..], Some(day("2026-11-30")));
    assert_eq!(
        text(&timeline.words),
        "Van 2 november 2026 tot en met 22 december 2026. Termijn afhandeling: uiterlijk 16 november, gedaan 20 \
         november, te laat. Termijn uitspraak: uiterlijk 22 december, nog open. Verder: beroep 24 november, vandaag 30 \
         november."
    );
}

#[test]
fn a_step_that_is_never_done_is_late_until_today_or_until_the_complaint_ended() {
    let late = [term(TermKind::Confirmation, day("2026-11-02"), day("2026-11-04"), None, STATES[3])];
    let ended = [Event { day: day("2026-11-12"), kind: EventKind::Ended }];
    for (today, strokes) in [(Some(day("2026-11-22")), "M104 60h891"), (None, "M203 60h792")] {
        assert_eq!(drawn(&late, &ended, today).late.as_str(), strokes);
    }
}

#[test]
fn months_weeks_and_years_are_named_as_far_as_there_is_room() {
    for (first, last, periods, mondays) in [
        ("2026-11-23", "2026-11-23", "november 2026", "23"),
        ("2026-11-02", "2026-12-22", "november 2026 december", "2 9 16 23 30 7 14"),
        ("2026-10-05", "2027-03-01", "oktober 2026 januari 2027", ""),
        ("2026-11-23", "2029-11-23", "2027 2028 2029", ""),
        ("0000-01-01", "9999-12-31", "0 2048 4096 6144 8192", ""),
    ] {
        let events = [first, last].map(|on| Event { day: day(on), kind: EventKind::Contact });
        let timeline = drawn(&[], &events, None);
        let words = [&timeline.periods, &timeline.mondays].map(|ticks| words_of(ticks).join(" "));
        assert_eq!(words, [periods, mondays]);
    }
}

#[test]
fn without_any_day_there_is_no_picture() {
    assert!(Timeline::of(&[], &[], None).is_none());
}

#[test]
fn the_words_of_every_lane_and_mark_fit_in_the_narrowest_picture() {
    let (start, end) = (day("2020-10-20"), day("2026-10-20"));
    for (kind, state) in KINDS.into_iter().flat_map(|kind| STATES.map(|state| (kind, state))) {
        let done = matches!(state, TermState::Met | TermState::Missed(_)).then_some(end);
        let term = term(kind, start, end, done, state);
        let scale = Scale::over([start.0, end.0].into_iter()).expect("two days");
        let words = lane_words(&scale, &term);
        assert!(width(&words) <= NARROWEST, "{words} is {} wide", width(&words));
    }
    for kind in EVENTS {
        let Some(happening) = Happening::of(kind) else { continue };
        let words = format!("{} 20-10-20", happening.word());
        assert!(BESIDE + width(&words) <= NARROWEST / 2.0, "{words} may have no room at either side");
    }
}

/// Left and right end of a word in a picture this wide.
fn extent(mark: &Mark, picture: f64) -> (f64, f64) {
    let (x, wide) = (mark.x.0.pixels(picture), width(&text(&mark.word)));
    if mark.is_before { (x - BESIDE - wide, x) } else { (x, x + BESIDE + wide) }
}

fn any_day() -> impl Strategy<Value = Day> {
    let narrow = 738_000..738_060_i32;
    let wide = 736_000..738_500_i32;
    prop_oneof![narrow, wide]
        .prop_map(|days| Day(NaiveDate::from_num_days_from_ce_opt(days).expect("a day of this century")))
}

prop_compose! {
    fn any_term()(
        kind in prop::sample::select(KINDS.to_vec()), state in prop::sample::select(STATES.to_vec()),
        start in any_day(), due in any_day(), done in any_day(),
    ) -> Term {
        let done = matches!(state, TermState::Met | TermState::Missed(_)).then_some(done);
        term(kind, start, due, done, state)
    }
}

prop_compose! {
    fn any_event()(kind in prop::sample::select(EVENTS.to_vec()), day in any_day()) -> Event {
        Event { day, kind }
    }
}

proptest! {
    #[test]
    fn no_two_words_overlap_and_none_leaves_the_picture_at_any_width(
        terms in prop::collection::vec(any_term(), 0..6), events in prop::collection::vec(any_event(), 1..40),
        today in prop::option::of(any_day()), picture in NARROWEST..2000.0,
    ) {
        let timeline = drawn(&terms, &events, today);
        for (at, mark) in timeline.marks.iter().enumerate() {
            let (left, right) = extent(mark, picture);
            prop_assert!(0.0 <= left && right <= picture, "{} leaves the picture", text(&mark.word));
            prop_assert!(mark.y < timeline.height);
            for other in timeline.marks[at + 1..].iter().filter(|other| other.y == mark.y) {
                let (next, _) = extent(other, picture);
                prop_assert!(right + SPACE / 2.0 <= next, "{} overlaps {}", text(&mark.word), text(&other.word));
            }
        }
        for ticks in [&timeline.periods, &timeline.mondays] {
            let extents: Vec<_> =
                ticks.iter().map(|tick| (tick.x.0.pixels(picture), width(&text(&tick.word)))).collect();
            prop_assert!(extents.windows(2).all(|pair| pair[0].0 + pair[0].1 < pair[1].0));
            prop_assert!(extents.iter().all(|(x, wide)| x + wide <= picture));
        }
    }

    #[test]
    fn the_scale_is_linear_and_keeps_the_order_of_days(days in prop::collection::vec(any_day(), 1..20)) {
        let scale = Scale::over(days.iter().map(|day| day.0)).expect("days");
        let (first, last) = scale.ends();
        let span = (last - first).num_days().max(7) as f64;
        for Day(day) in days {
            let exact = 5.0 + 990.0 * (day - first).num_days() as f64 / span;
            prop_assert!((f64::from(scale.place(day).thousandths()) - exact).abs() <= 0.5);
        }
    }

    #[test]
    fn what_happened_is_marked_in_order_of_days(events in prop::collection::vec(any_event(), 1..20)) {
        let timeline = drawn(&[], &events, None);
        prop_assert!(timeline.marks.is_sorted_by_key(|mark| mark.x.0));
    }
}
