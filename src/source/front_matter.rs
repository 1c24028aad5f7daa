//! A complaint file in its two halves. In: text. Out: where the YAML lies and where the Markdown.

use super::Span;

/// The line that opens and closes the front matter.
pub const MARKER: &str = "---";

/// The halves of a complaint file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FrontMatter {
    /// The opening `---`.
    pub opening: Span,
    /// The YAML between the markers, without them.
    pub yaml: Span,
    /// The Markdown from the line after the closing `---`.
    pub body: Span,
}

/// Why a text has no halves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FrontMatterFault {
    /// Nothing but white space.
    Empty,
    /// The first line is not `---`.
    NotOpened,
    /// No second `---`; the opening one stands here.
    NotClosed(Span),
}

/// Splits a complaint file. Spaces after a marker and either line end are ordinary input.
///
/// # Errors
/// When one of the two markers is missing.
pub fn split(text: &str) -> Result<FrontMatter, FrontMatterFault> {
    if text.trim().is_empty() {
        return Err(FrontMatterFault::Empty);
    }
    let mut lines = lines_with_places(text);
    let first = lines.next().filter(|line| is_marker(line.of(text)));
    let first = first.ok_or(FrontMatterFault::NotOpened)?;
    let opening = Span::new(0, MARKER.len());
    let closing = lines.find(|line| is_marker(line.of(text)));
    let closing = closing.ok_or(FrontMatterFault::NotClosed(opening))?;
    Ok(FrontMatter { opening, yaml: Span::new(first.end, closing.start), body: Span::new(closing.end, text.len()) })
}

fn is_marker(line: &str) -> bool {
    line.strip_prefix(MARKER).is_some_and(|rest| rest.trim_end().is_empty())
}

/// Each line with its line end.
fn lines_with_places(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        let span = Span::new(start, start + line.len());
        start = span.end;
        span
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_split_at_its_two_markers_whatever_its_line_ends() {
        for (text, yaml, body) in [
            ("---\na: 1\n---\nb\n", "a: 1\n", "b\n"),
            ("---\r\na: 1\r\n---\r\nb\r\n", "a: 1\r\n", "b\r\n"),
            ("---  \na: 1\n--- \n", "a: 1\n", ""),
            ("---\na: 1\n---", "a: 1\n", ""),
            ("---\n---\n---\n", "", "---\n"),
        ] {
            let halves = split(text).expect("both markers stand");
            assert_eq!((halves.yaml.of(text), halves.body.of(text)), (yaml, body), "{text:?}");
        }
    }

    #[test]
    fn a_missing_marker_is_named() {
        for (text, fault) in [
            ("", FrontMatterFault::Empty),
            (" \n\n", FrontMatterFault::Empty),
            ("# Klacht\n", FrontMatterFault::NotOpened),
            ("\n---\na: 1\n---\n", FrontMatterFault::NotOpened),
            ("---\na: 1\n", FrontMatterFault::NotClosed(Span::new(0, 3))),
        ] {
            assert_eq!(split(text), Err(fault), "{text:?}");
        }
    }
}
