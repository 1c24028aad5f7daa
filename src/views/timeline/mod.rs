//! The course of one complaint as a picture to scale. In: its terms, its events, and the day of the build while it runs.
//! Out: what the template draws: strokes, and words that never overlap and never leave the picture.
//!
//! Shapes are drawn in units of a thousandth of the width and are stretched; words keep their size. What fits in
//! [`labels::NARROWEST`] fits in every wider picture, for only the distances grow.

mod labels;
mod scale;
mod strokes;

use chrono::NaiveDate;
use serde::Serialize;

use self::labels::{Rows, width};
use self::scale::Scale;
pub use self::strokes::{Percent, Strokes};
use super::choices::named;
use super::complaint::{Event, Term};
use super::text::Word;
use super::time::Day;
use super::{EventKind, Standing, TermState};
use crate::calendar::dutch;

/// The picture: a scale of months and weeks, a lane for each term, and what happened beside.
#[derive(Debug, Clone, Serialize)]
pub struct Timeline {
    /// In pixels; the width is that of the page.
    pub height: u32,
    /// The same in words, for who does not see the picture.
    pub words: Word,
    /// Months or years, above the lines where they begin.
    pub periods: Vec<Tick>,
    /// The Mondays of a short course, by the number of the day.
    pub mondays: Vec<Tick>,
    /// The lines where periods begin.
    pub lines: Strokes,
    /// From the start of each term to its last day.
    pub terms: Strokes,
    /// The part of each term that was used.
    pub used: Strokes,
    /// From the last day of a term to the day it was done, or until now.
    pub late: Strokes,
    /// The last days.
    pub dues: Strokes,
    /// Steps done in time.
    pub met: Strokes,
    /// Steps done too late.
    pub missed: Strokes,
    /// What else happened.
    pub others: Strokes,
    /// The day of the build.
    pub today: Strokes,
    /// What stands above the lane of each term.
    pub lanes: Vec<Lane>,
    /// The words beside what else happened.
    pub marks: Vec<Mark>,
}

/// A word of the scale.
#[derive(Debug, Clone, Serialize)]
pub struct Tick {
    /// Where it begins.
    pub x: Percent,
    /// `november`, `2026`, `16`.
    pub word: Word,
}

/// The words above one lane.
#[derive(Debug, Clone, Serialize)]
pub struct Lane {
    /// The base of the words, in pixels from the top.
    pub y: u32,
    /// `afhandeling 20-11, te laat (uiterlijk 16-11)`.
    pub word: Word,
    /// Whether it is late, done or not.
    pub is_late: bool,
}

/// The words beside one mark.
#[derive(Debug, Clone, Serialize)]
pub struct Mark {
    /// Where the mark is.
    pub x: Percent,
    /// The base of the words, in pixels from the top.
    pub y: u32,
    /// `beroep 24-11`.
    pub word: Word,
    /// Whether the words end before the mark; else they begin behind it.
    pub is_before: bool,
}

named! {
    /// What is marked beside the terms, in a word that fits.
    pub enum Happening {
        /// The complaint came in.
        Received = "ontvangen",
        /// The handler spoke with the complainant.
        Contact = "contact",
        /// The director was informed.
        DirectorInformed = "directeur",
        /// The complainant was told that a term would be missed.
        DelayTold = "vertraging",
        /// Appeal lodged with the chair.
        AppealLodged = "beroep",
        /// A measure was carried out.
        MeasureDone = "maatregel",
        /// After-care.
        AfterCare = "nazorg",
        /// Discussed in the team meeting.
        Discussed = "besproken",
        /// Closed.
        Closed = "gesloten",
        /// Ended another way.
        Ended = "beëindigd",
        /// The day of the build.
        Today = "vandaag",
    }
}

impl Happening {
    /// None for what the lane of a term shows.
    fn of(kind: EventKind) -> Option<Self> {
        match kind {
            EventKind::Registered | EventKind::Confirmed | EventKind::SolutionOffered | EventKind::Ruled => None,
            EventKind::Received => Some(Self::Received),
            EventKind::Contact => Some(Self::Contact),
            EventKind::DirectorInformed => Some(Self::DirectorInformed),
            EventKind::DelayTold => Some(Self::DelayTold),
            EventKind::AppealLodged => Some(Self::AppealLodged),
            EventKind::MeasureDone => Some(Self::MeasureDone),
            EventKind::AfterCare => Some(Self::AfterCare),
            EventKind::Discussed => Some(Self::Discussed),
            EventKind::Closed => Some(Self::Closed),
            EventKind::Ended => Some(Self::Ended),
        }
    }
}

// Heights in pixels.
const SCALE_LINE: u32 = 14;
const LANE: u32 = 34;
const LANE_WORDS: u32 = 14;
const LANE_BAR: u32 = 24;
const DUE: u32 = 14;
const ROW: u32 = 19;
const ROW_WORDS: u32 = 14;
/// From the base of words to the middle of their small letters.
const RISE: u32 = 4;
const GAP: u32 = 8;

impl Timeline {
    /// The picture of these terms and events; `today` while the complaint is open. None where there is no day to show.
    pub fn of(terms: &[Term], events: &[Event], today: Option<Day>) -> Option<Self> {
        let scale = Scale::over(days(terms, events, today))?;
        let happenings = happenings(events, today);
        let mut timeline = Self::empty(words(&scale, terms, &happenings));
        let top = timeline.add_scale(&scale);
        for (lane, term) in (0_u32..).zip(terms) {
            timeline.add_lane(&scale, top + lane * LANE, term, today);
        }
        let lanes_end = top + timeline.lanes.len() as u32 * LANE;
        timeline.height = timeline.add_marks(&scale, lanes_end + GAP, &happenings);
        for x in scale.lines() {
            timeline.lines.down(x, top - GAP / 2, timeline.height);
        }
        if let Some(Day(today)) = today {
            timeline.today.down(scale.place(today), top - GAP / 2, timeline.height);
        }
        Some(timeline)
    }

    fn empty(words: Word) -> Self {
        Self {
            height: 0,
            words,
            periods: Vec::new(),
            mondays: Vec::new(),
            lines: Strokes::default(),
            terms: Strokes::default(),
            used: Strokes::default(),
            late: Strokes::default(),
            dues: Strokes::default(),
            met: Strokes::default(),
            missed: Strokes::default(),
            others: Strokes::default(),
            today: Strokes::default(),
            lanes: Vec::new(),
            marks: Vec::new(),
        }
    }

    /// Writes the scale; gives where the lanes begin.
    fn add_scale(&mut self, scale: &Scale) -> u32 {
        let tick = |(x, word): (scale::Place, String)| Tick { x: Percent(x), word: Word::new(word) };
        self.periods = scale.periods().map(tick).collect();
        self.mondays = scale.mondays().map(tick).collect();
        let lines = if self.mondays.is_empty() { 1 } else { 2 };
        lines * SCALE_LINE + GAP
    }

    fn add_lane(&mut self, scale: &Scale, top: u32, term: &Term, today: Option<Day>) {
        let bar = top + LANE_BAR;
        let (start, due) = (scale.place(term.start.0), scale.place(term.due.0));
        // A step that was never done is late until now, or until the last day of a complaint that is over.
        let until = term.done.or(today).map_or(scale.last(), |day| scale.place(day.0));
        let is_late = matches!(term.state, TermState::Missed(_) | TermState::Open(Standing::Late(_)));
        self.terms.along(start, due, bar);
        self.dues.down(due, bar - DUE / 2, bar + DUE / 2);
        if term.state != TermState::Unknown {
            self.used.along(start, until.min(due), bar);
        }
        if is_late {
            self.late.along(due, until, bar);
        }
        match term.done {
            Some(_) if is_late => self.missed.dot(until, bar),
            Some(_) => self.met.dot(until, bar),
            None => {}
        }
        self.lanes.push(Lane { y: top + LANE_WORDS, word: Word::new(lane_words(scale, term)), is_late });
    }

    /// Marks what else happened, in as many rows as it takes; gives where the last one ends.
    fn add_marks(&mut self, scale: &Scale, top: u32, happenings: &[(NaiveDate, Happening)]) -> u32 {
        let mut rows = Rows::default();
        for &(day, happening) in happenings {
            let word = format!("{} {}", happening.word(), scale.short(day));
            let x = scale.place(day);
            let Some(spot) = rows.put(x, width(&word)) else { continue };
            let y = top + spot.row * ROW + ROW_WORDS;
            if happening != Happening::Today {
                self.others.dot(x, y - RISE);
            }
            self.marks.push(Mark { x: Percent(x), y, word: Word::new(word), is_before: spot.is_before });
        }
        top + rows.count() * ROW + GAP / 2
    }
}

fn lane_words(scale: &Scale, term: &Term) -> String {
    let done = term.done.map(|day| format!(" {}", scale.short(day.0))).unwrap_or_default();
    let (kind, state, due) = (term.kind.word(), term.state.in_short(), scale.short(term.due.0));
    let until = if scale.tells_years() { "t/m" } else { "uiterlijk" };
    format!("{kind}{done}, {state} ({until} {due})")
}

fn days<'t>(terms: &'t [Term], events: &'t [Event], today: Option<Day>) -> impl Iterator<Item = NaiveDate> + 't {
    let of_terms = terms.iter().flat_map(|term| [Some(term.start), Some(term.due), term.done]).flatten();
    of_terms.chain(events.iter().map(|event| event.day)).chain(today).map(|day| day.0)
}

/// What is marked beside the terms, in order of days; what happened twice on a day is marked once.
fn happenings(events: &[Event], today: Option<Day>) -> Vec<(NaiveDate, Happening)> {
    let marked = |event: &Event| Happening::of(event.kind).map(|happening| (event.day.0, happening));
    let now = today.map(|day| (day.0, Happening::Today));
    let mut all: Vec<_> = events.iter().filter_map(marked).chain(now).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// The picture in words: its first and last day, the terms, and what else happened.
fn words(scale: &Scale, terms: &[Term], happenings: &[(NaiveDate, Happening)]) -> Word {
    let (first, last) = scale.ends();
    let mut words = format!("Van {} tot en met {}.", dutch::short(first), dutch::short(last));
    for term in terms {
        let done = term.done.map(|done| format!(", gedaan {}", scale.long(done.0))).unwrap_or_default();
        let (kind, due, state) = (term.kind.word(), scale.long(term.due.0), term.state.in_short());
        words.push_str(&format!(" Termijn {kind}: uiterlijk {due}{done}, {state}."));
    }
    for (at, &(date, happening)) in happenings.iter().enumerate() {
        words.push_str(if at == 0 { " Verder: " } else { ", " });
        words.push_str(&format!("{} {}", happening.word(), scale.long(date)));
    }
    if !happenings.is_empty() {
        words.push('.');
    }
    Word::new(words)
}

#[cfg(test)]
mod tests;
