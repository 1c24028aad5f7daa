//! Writing to the terminal. A reader that stops reading (`klacht check | head`) is no fault.

use std::io::{IsTerminal, Write};

use super::Failure;
use crate::report::Style;
use crate::source::reason;

/// Writes a result to standard output, with its colours only where a terminal shows them.
pub(super) fn show(text: &str) {
    let mut out = anstream::AutoStream::auto(std::io::stdout().lock());
    let _: std::io::Result<()> = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

/// Writes a result for a program to standard output, byte for byte.
///
/// # Errors
/// When the system refuses: half a file must not pass for a whole one.
pub(super) fn hand_over(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(Failure::new(format!("de standaarduitvoer is niet te schrijven: {}", reason(&error))))
        }
        _ => Ok(()),
    }
}

/// Writes what went wrong to standard error.
pub(super) fn complain(text: &str) {
    let mut err = anstream::AutoStream::auto(std::io::stderr().lock());
    let _: std::io::Result<()> = writeln!(err, "{text}");
}

/// How findings are told on standard output: coloured where it is a terminal that shows colours.
pub(super) fn style() -> Style {
    match anstream::AutoStream::choice(&std::io::stdout()) {
        anstream::ColorChoice::Never => Style::Plain,
        _ => Style::Coloured,
    }
}

/// Whether standard output is a terminal.
pub(super) fn is_shown() -> bool {
    std::io::stdout().is_terminal()
}

/// Whether a person reads standard output and types on standard input.
pub(super) fn is_spoken_with() -> bool {
    is_shown() && std::io::stdin().is_terminal()
}

/// Asks a question, and waits for a line; an empty one where there is nothing more to read.
///
/// # Errors
/// When the terminal cannot be read.
pub(super) fn ask(question: &str) -> Result<String, String> {
    show(question);
    let mut answer = String::new();
    match std::io::stdin().read_line(&mut answer) {
        Ok(_) => Ok(answer),
        Err(error) => Err(format!("uw antwoord is niet te lezen: {}", reason(&error))),
    }
}

/// How many columns standard output has, where it is a terminal that tells.
pub(super) fn width() -> Option<usize> {
    terminal_size::terminal_size_of(std::io::stdout()).map(|(width, _)| usize::from(width.0))
}

/// The words over as many lines as they need on the terminal where questions are asked.
pub(super) fn wrapped(text: &str) -> String {
    // What stands before the words, and the last column, which some terminals keep free.
    const MARGIN: usize = 3;
    let size = terminal_size::terminal_size_of(std::io::stderr());
    let width = size.map_or(80, |(width, _)| usize::from(width.0)).saturating_sub(MARGIN);
    lines(text, width).join("\n")
}

/// The words over lines of so many columns; a word that is longer has a line of its own.
pub(super) fn lines(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let (mut line, mut column) = (String::new(), 0);
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if column > 0 && column + 1 + length > width {
            lines.push(std::mem::take(&mut line));
            column = 0;
        } else if column > 0 {
            line.push(' ');
            column += 1;
        }
        line.push_str(word);
        column += length;
    }
    lines.push(line);
    lines
}

/// Whether a person watches standard error.
pub(super) fn is_watched() -> bool {
    std::io::stderr().is_terminal()
}

/// Whether a person sits there who can answer questions: they are asked on standard error.
pub(super) fn can_ask() -> bool {
    std::io::stdin().is_terminal() && is_watched()
}
