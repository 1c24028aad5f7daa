//! Anonymised texts for whoever judges them. In: texts with their masks. Out: the same with the masks in
//! colour, and a table that tells what each mask rests on.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};

use crate::anonymise::{Anonymised, Evidence};

const MASK: Style = AnsiColor::Cyan.on_default().bold();
const HEADING: Style = Style::new().bold();

/// A row of the table: a mask, what it rests on, and the lines where it stands.
struct Row {
    mask: String,
    evidence: Evidence,
    lines: Vec<usize>,
}

/// Anonymised texts, one after another, and then the table. No line of the table holds what stood behind a
/// mask.
#[derive(Default)]
pub(in crate::cli) struct Told {
    text: String,
    rows: Vec<Row>,
}

impl Told {
    /// A heading over the text that comes next.
    pub(in crate::cli) fn add_heading(&mut self, heading: &str) {
        let _ = writeln!(self.text, "{HEADING}{heading}{HEADING:#}");
    }

    /// An anonymised text; `line` is what the table calls its first line.
    pub(in crate::cli) fn add(&mut self, anonymised: &Anonymised, mut line: usize) {
        for (piece, evidence) in anonymised.pieces() {
            match evidence {
                None => self.text.extend(piece.chars().filter_map(harmless)),
                Some(evidence) => {
                    let _ = write!(self.text, "{MASK}{piece}{MASK:#}");
                    note(&mut self.rows, piece, evidence, line);
                }
            }
            line += piece.matches('\n').count();
        }
        if !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    /// An empty line.
    pub(in crate::cli) fn add_space(&mut self) {
        self.text.push('\n');
    }

    /// The texts and the table.
    pub(in crate::cli) fn finish(self) -> String {
        self.text + &table(&self.rows)
    }
}

/// The sign as it may be written to a terminal. One that steers the terminal, or turns the direction of
/// the text, would hide words from whoever reads the text over.
fn harmless(sign: char) -> Option<char> {
    match sign {
        '\r' => None,
        '\n' | '\t' => Some(sign),
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Some(char::REPLACEMENT_CHARACTER),
        sign if sign.is_control() => Some(char::REPLACEMENT_CHARACTER),
        sign => Some(sign),
    }
}

fn note(rows: &mut Vec<Row>, mask: &str, evidence: Evidence, line: usize) {
    match rows.iter_mut().find(|row| row.mask == mask && row.evidence == evidence) {
        Some(row) => row.lines.push(line),
        None => rows.push(Row { mask: mask.to_owned(), evidence, lines: vec![line] }),
    }
}

fn table(rows: &[Row]) -> String {
    const WHAT: &str = "in plaats van";
    const WHY: &str = "gevonden door";
    if rows.is_empty() {
        return "\nEr is niets verborgen.\n".to_owned();
    }
    let widest =
        |cells: &mut dyn Iterator<Item = &str>| cells.map(|cell| cell.chars().count()).max().unwrap_or_default();
    let what = widest(&mut rows.iter().map(|row| row.mask.as_str()).chain([WHAT]));
    let why = widest(&mut rows.iter().map(|row| reason(row.evidence)).chain([WHY]));
    let mut table = format!("\n{HEADING}{WHAT:what$}  {WHY:why$}  op regel{HEADING:#}\n");
    for row in rows {
        let mut lines = row.lines.clone();
        lines.sort_unstable();
        lines.dedup();
        let lines = lines.iter().map(usize::to_string).collect::<Vec<_>>().join(", ");
        let _ = writeln!(table, "{MASK}{:what$}{MASK:#}  {:why$}  {lines}", row.mask, reason(row.evidence));
    }
    table + "\nEen machine ziet soms iets over het hoofd, en verbergt soms te veel. Lees de tekst daarom zelf na.\n"
}

/// What a mask rests on, in words.
fn reason(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Record => "de velden van de klacht of de lijst van medewerkers",
        Evidence::Register => "een andere klacht in het klachtenregister",
        Evidence::Pattern => "de vorm waarin het geschreven is",
        Evidence::Listed => "een lijst van namen",
        Evidence::Context => "de woorden eromheen",
        Evidence::Spread => "dezelfde naam elders in de tekst",
    }
}
