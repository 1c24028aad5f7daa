//! Markdown with places. In: the body of a complaint. Out: its sections and links, and its plain
//! text with a map back to the bytes that it came from.

mod document;
mod flat;

use pulldown_cmark::Options;

pub use document::{Document, Link, Section, read};
pub use flat::{BOUNDARY, DIVIDER, Flat, PlacedEvent, code_content, events};

/// The Markdown that a complaint may use. Footnotes are left out: their marks would need numbers
/// that no other complaint on a page has.
#[must_use]
pub fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS
}
