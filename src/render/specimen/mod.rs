//! Made-up views of every page, for tests alone. All people and events are fictional, and masked as the site would mask them.

mod analysis;
mod complaint;
mod index;
mod meeting;
mod protocol;
mod register;

pub(super) use analysis::analysis;
pub(super) use complaint::complaint;
pub(super) use index::index;
pub(super) use meeting::meeting;
pub(super) use protocol::protocol;
pub(super) use register::{register, search};

use chrono::NaiveDate;

use crate::views::*;

/// What a page says of three complaints that nobody has read.
const READ_BY: AllReadBy = AllReadBy { badge: ReadBy::Machine, complaints: 3, unread: 3, left_out: 0 };

fn day(text: &str) -> Day {
    Day(date(text))
}

fn date(text: &str) -> NaiveDate {
    text.parse().expect("tests write real dates")
}

fn month(text: &str) -> Month {
    Month::from(date(text))
}

fn quarter(text: &str) -> Quarter {
    Quarter::from(date(text))
}

fn number(text: &str) -> Number {
    Number::from_parsed(text.to_owned())
}

fn code(text: &str) -> Code {
    Code::parse(text).expect("tests write real codes")
}

fn text(text: &str) -> Text {
    Text::from_masked(text.to_owned())
}

fn html(html: &str) -> Html {
    Html::from_masked_events(html.to_owned())
}

fn words(words: &[&str]) -> Vec<Word> {
    words.iter().copied().map(Word::new).collect()
}

fn share(part: u32, whole: u32) -> Share {
    Share::new(part, whole).expect("tests count no more than the whole")
}

pub(super) fn site() -> Site {
    Site {
        name: Word::new("Klachtenregister"),
        organisation: Some(Word::new("WENB")),
        built: day("2026-11-23"),
        audience: Audience::Team,
        accent: Accent::default(),
        logo: None,
    }
}
