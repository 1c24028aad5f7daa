//! Views to the files for machines and calendars. In: the listings of `views`. Out: their bytes as CSV, JSON, iCalendar
//! and Atom. The same listings give the same bytes.

mod calendar;
mod document;
mod feed;
mod identifier;
mod table;
#[cfg(test)]
mod tests;
#[cfg(feature = "xlsx")]
mod workbook;

pub use calendar::ics;
pub use document::{json, schema};
pub use feed::atom;
pub use table::csv;
#[cfg(feature = "xlsx")]
pub use workbook::xlsx;

use crate::views::Listings;

/// A data file of the site.
#[derive(Debug, Clone, Copy)]
pub struct DataFile {
    /// Its name, at the root of the site.
    pub path: &'static str,
    /// Makes its bytes.
    pub write: fn(&Listings) -> Vec<u8>,
}

const SCHEMA_PATH: &str = "register.schema.json";
const FEED_PATH: &str = "klachten.atom";

/// The data files of a site.
pub const FILES: [DataFile; 5] = [
    DataFile { path: "register.csv", write: csv },
    DataFile { path: "register.json", write: json },
    DataFile { path: SCHEMA_PATH, write: |_| schema().to_vec() },
    DataFile { path: "termijnen.ics", write: ics },
    DataFile { path: FEED_PATH, write: atom },
];

/// Why bytes are always there: a list in memory takes whatever is written to it.
const IN_MEMORY: &str = "writing to memory does not fail";
