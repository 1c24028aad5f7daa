//! The complaints that were erased (§2.3): of each one line without personal data, from which figures go on counting. In:
//! `vernietigd.csv`. Out: rows whose days are the first of their month, and every line that is wrong.

mod columns;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use csv::{ReaderBuilder, StringRecord, WriterBuilder};

use super::Row;
use crate::calendar::Date;
use crate::complaint::Number;
use crate::protocol::Protocol;
use crate::source::{SourceFile, Span};
use columns::COLUMNS;

/// The file, at the top of the register.
pub const ERASED: &str = "vernietigd.csv";

/// The lines of `vernietigd.csv`.
#[derive(Debug, Default)]
pub struct ErasedList {
    /// The file; none where nothing was erased yet.
    pub file: Option<SourceFile>,
    /// What remains of each complaint, in the order of the lines.
    pub rows: Vec<Row>,
    /// The lines that are wrong.
    pub wrong: Vec<WrongLine>,
    /// Where the number of each stands.
    places: HashMap<Number, Span>,
}

/// A line that cannot be counted, and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrongLine {
    /// The line.
    pub at: Span,
    /// What is wrong.
    pub why: WhyWrong,
}

/// What is wrong with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyWrong {
    /// The first line does not name the columns.
    Header,
    /// It has more or fewer cells than there are columns.
    Cells,
    /// The value in this column cannot be.
    Value(&'static str),
    /// The number stands on a line before.
    Twice,
}

impl ErasedList {
    /// Reads the lines. Kinds and causes that the protocol no longer has are passed over.
    #[must_use]
    pub fn load(file: SourceFile, protocol: &Protocol) -> Self {
        let mut list = Self::default();
        let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(file.text().as_bytes());
        let mut is_first = true;
        let mut line = StringRecord::new();
        // Text is UTF-8 and lines may have any length, so that nothing is left to go wrong.
        while let (start, Ok(true)) = (reader.position().byte(), reader.read_record(&mut line)) {
            let at = span(&file, start, reader.position().byte());
            if std::mem::take(&mut is_first) {
                let is_header = line.iter().eq(COLUMNS.iter().map(|column| column.name));
                list.wrong.extend((!is_header).then_some(WrongLine { at, why: WhyWrong::Header }));
            } else {
                list.add(&line, at, protocol);
            }
        }
        Self { file: Some(file), ..list }
    }

    fn add(&mut self, line: &StringRecord, at: Span, protocol: &Protocol) {
        let row = match columns::row(line, protocol) {
            Ok(row) if self.places.contains_key(&row.number) => Err(WhyWrong::Twice),
            row => row,
        };
        match row {
            Ok(row) => {
                self.places.insert(row.number.clone(), at);
                self.rows.push(row);
            }
            Err(why) => self.wrong.push(WrongLine { at, why }),
        }
    }

    /// Whether the complaint with this number was erased: the number is never used again.
    #[must_use]
    pub fn has(&self, number: &Number) -> bool {
        self.places.contains_key(number)
    }

    /// The line of the file where the number stands, counted from 1.
    #[must_use]
    pub fn line_of(&self, number: &Number) -> Option<usize> {
        let (at, file) = self.places.get(number).zip(self.file.as_ref())?;
        Some(file.place(*at).start.line)
    }

    /// The text of the line of this number, without its line end.
    #[must_use]
    pub fn text_of(&self, number: &Number) -> Option<&str> {
        let (at, file) = self.places.get(number).zip(self.file.as_ref())?;
        Some(at.of(file.text()))
    }
}

/// The bytes from here to there, without the line ends around them.
fn span(file: &SourceFile, start: u64, end: u64) -> Span {
    let place = |byte| usize::try_from(byte).expect("a place in a text that is in memory");
    let text = &file.text()[place(start)..place(end)];
    let skipped = text.len() - text.trim_start_matches(['\r', '\n']).len();
    let start = place(start) + skipped;
    Span::new(start, start + text[skipped..].trim_end_matches(['\r', '\n']).len())
}

/// What remains of a complaint once it is erased, as a line of `vernietigd.csv` without its line end. One that was never
/// closed ended in the month of `today`.
#[must_use]
pub fn erased_line(row: &Row, protocol: &Protocol, today: Date) -> String {
    written(COLUMNS.iter().map(|column| (column.write)(row, protocol, today)))
}

/// The line that names the columns, without its line end.
#[must_use]
pub fn erased_header() -> String {
    written(COLUMNS.iter().map(|column| column.name.to_owned()))
}

fn written(cells: impl Iterator<Item = String>) -> String {
    const IN_MEMORY: &str = "writing to memory does not fail";
    let mut writer = WriterBuilder::new().from_writer(Vec::new());
    writer.write_record(cells.collect::<Vec<_>>()).expect(IN_MEMORY);
    let bytes = writer.into_inner().expect(IN_MEMORY);
    String::from_utf8(bytes).expect("cells are text").trim_end_matches('\n').to_owned()
}
