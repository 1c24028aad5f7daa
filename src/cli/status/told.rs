//! What must be done, as text: a table for people that fits their terminal, Markdown for a message, and JSON.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};

use crate::calendar::{Date, dutch};
use crate::views::{Assignment, Day, Standing};

const HEADING: Style = Style::new().bold();
const LATE: Style = AnsiColor::Red.on_default();
const SOON: Style = AnsiColor::Yellow.on_default();
const PLAIN: Style = Style::new();

const NOTHING: &str = "Er hoeft niets te gebeuren.";

/// Between two columns.
const GAP: &str = "  ";

/// The cells of a line: day, number, task, how much time there is, who.
const TITLES: [&str; 5] = ["uiterlijk", "klacht", "wat", "stand", "wie"];

fn cells(assignment: &Assignment) -> [String; 5] {
    let day = assignment.due.map_or_else(|| "–".to_owned(), |Day(day)| dutch::short(day));
    let (number, task) = (assignment.number.to_string(), assignment.task.word().to_owned());
    // A name may hold signs that would steer the terminal.
    let who = assignment.who_in_words().replace(char::is_control, " ");
    [day, number, task, assignment.standing.words(), who]
}

fn style(standing: Standing) -> Style {
    match standing {
        Standing::Late(_) => LATE,
        Standing::Today | Standing::Soon(_) => SOON,
        Standing::Later(_) | Standing::AnyDay => PLAIN,
    }
}

/// A table; where the terminal is too narrow for it, each thing on lines of its own.
pub(super) fn human(agenda: &[Assignment], width: Option<usize>) -> String {
    if agenda.is_empty() {
        return format!("{NOTHING}\n");
    }
    let lines: Vec<_> = agenda.iter().map(|assignment| (style(assignment.standing), cells(assignment))).collect();
    let widths: [usize; 5] = std::array::from_fn(|at| {
        let cells = lines.iter().map(|(_, cells)| cells[at].chars().count());
        cells.chain([TITLES[at].chars().count()]).max().unwrap_or(0)
    });
    let whole = widths.iter().sum::<usize>() + (widths.len() - 1) * GAP.len();
    if width.is_some_and(|width| width < whole) {
        return lines.iter().map(|(style, cells)| narrow(*style, cells)).collect();
    }
    let titles = line(TITLES.map(str::to_owned), widths, PLAIN);
    let mut text = format!("{HEADING}{titles}{HEADING:#}\n");
    for (style, cells) in lines {
        text.push_str(&line(cells, widths, style));
        text.push('\n');
    }
    text
}

/// One line of the table, of which the standing is coloured.
fn line(cells: [String; 5], widths: [usize; 5], style: Style) -> String {
    let [day, number, task, standing, who] = cells;
    let [days, numbers, tasks, standings, _] = widths;
    let space = " ".repeat(standings.saturating_sub(standing.chars().count()));
    let text =
        format!("{day:days$}{GAP}{number:numbers$}{GAP}{task:tasks$}{GAP}{style}{standing}{style:#}{space}{GAP}{who}");
    text.trim_end().to_owned()
}

fn narrow(style: Style, [day, number, task, standing, who]: &[String; 5]) -> String {
    let mut text = format!("{HEADING}{number}{HEADING:#} {task}\n");
    let day = if day == "–" { "" } else { &format!("{day}: ") };
    let _: std::fmt::Result = writeln!(text, "  {day}{style}{standing}{style:#}");
    if !who.is_empty() {
        let _: std::fmt::Result = writeln!(text, "  {who}");
    }
    text
}

/// A table for a chat message or a mail.
pub(super) fn markdown(agenda: &[Assignment], today: Date) -> String {
    let mut text = format!("**Klachten: wat er moet gebeuren ({})**\n\n", dutch::long(today));
    if agenda.is_empty() {
        text.push_str(NOTHING);
        text.push('\n');
        return text;
    }
    let row = |cells: [String; 5]| format!("| {} |\n", cells.map(|cell| escaped(&cell)).join(" | "));
    text.push_str(&row(TITLES.map(str::to_owned)));
    text.push_str("| --- | --- | --- | --- | --- |\n");
    text.extend(agenda.iter().map(|assignment| row(cells(assignment))));
    text
}

/// A cell that cannot end its cell, and begins no Markdown of its own.
fn escaped(cell: &str) -> String {
    cell.chars().fold(String::with_capacity(cell.len()), |mut text, sign| {
        if matches!(sign, '|' | '\\' | '*' | '_' | '`' | '[' | ']' | '<' | '@') {
            text.push('\\');
        }
        text.push(sign);
        text
    })
}

/// One list.
pub(super) fn json(agenda: &[Assignment]) -> String {
    let text = serde_json::to_string_pretty(agenda).expect("numbers, days and words are text");
    format!("{text}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_does_not_fit_becomes_lines_that_do() {
        let cells = ["4 december 2026", "2026-018", "oplossing voorstellen", "nog 11 dagen", "Jan"].map(str::to_owned);
        assert_eq!(
            anstream::adapter::strip_str(&narrow(PLAIN, &cells)).to_string(),
            "2026-018 oplossing voorstellen\n  4 december 2026: nog 11 dagen\n  Jan\n"
        );
        let cells = ["–", "2026-018", "klacht sluiten", "nog te doen", ""].map(str::to_owned);
        assert_eq!(
            anstream::adapter::strip_str(&narrow(PLAIN, &cells)).to_string(),
            "2026-018 klacht sluiten\n  nog te doen\n"
        );
    }

    #[test]
    fn a_name_stays_in_its_cell() {
        assert_eq!(escaped("Jan | *de* Vries"), "Jan \\| \\*de\\* Vries");
    }
}
