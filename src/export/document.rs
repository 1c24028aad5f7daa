//! `register.json`, and the schema that says what stands in it. In: the listings. Out: JSON with a line for each
//! complaint, so that people can find one and tools can compare two builds.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

use super::{IN_MEMORY, SCHEMA_PATH};
use crate::views::Listings;

#[derive(Serialize)]
struct Document<'l> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    #[serde(flatten)]
    listings: &'l Listings,
}

/// As much as the line of a complaint mostly takes, in bytes: a large document need not be copied while it grows.
const LINE: usize = 1024;

/// The register as JSON, after [`schema`].
#[must_use]
pub fn json(listings: &Listings) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(listings.complaints.len() * LINE);
    let document = Document { schema: SCHEMA_PATH, listings };
    document.serialize(&mut Serializer::with_formatter(&mut bytes, Lines::default())).expect(IN_MEMORY);
    bytes.push(b'\n');
    bytes
}

/// The JSON Schema (draft 2020-12) of [`json`].
#[must_use]
pub fn schema() -> &'static [u8] {
    include_bytes!("register.schema.json")
}

/// Ends a line before each value of an outermost list.
#[derive(Default)]
struct Lines {
    /// In how many lists the writer stands.
    lists: usize,
}

impl Formatter for Lines {
    fn begin_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.lists += 1;
        writer.write_all(b"[")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        let separator = if first { "" } else { "," };
        let end = if self.lists == 1 { "\n" } else { "" };
        writer.write_all(separator.as_bytes())?;
        writer.write_all(end.as_bytes())
    }

    fn end_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.lists -= 1;
        writer.write_all(b"]")
    }
}
