//! An anonymised text for whoever judges it. In: the text with its masks. Out: the same with the masks in
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

/// The text and the table. No line of the table holds what stood behind a mask.
pub(super) fn told(anonymised: &Anonymised) -> String {
    let mut told = String::new();
    let mut rows: Vec<Row> = Vec::new();
    let mut line = 1;
    for (piece, evidence) in anonymised.pieces() {
        match evidence {
            None => told.push_str(piece),
            Some(evidence) => {
                let _ = write!(told, "{MASK}{piece}{MASK:#}");
                note(&mut rows, piece, evidence, line);
            }
        }
        line += piece.matches('\n').count();
    }
    if !told.ends_with('\n') {
        told.push('\n');
    }
    told + &table(&rows)
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
