//! One file of text. In: a path. Out: its text, and a line and column for any byte of it.

use std::fmt;
use std::io;
use std::path::Path;
use std::sync::OnceLock;

use super::{LineCol, Place, RelPath, Span};

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A file of the register: its text as it was written, less a byte order mark.
///
/// `Debug` shows no text, for complaints are confidential.
pub struct SourceFile {
    path: RelPath,
    text: String,
    lines: OnceLock<Lines>,
}

/// Where the lines of a text begin.
struct Lines {
    starts: Vec<usize>,
    /// Every character is one byte: then columns need no counting, which would cost the square of a long line with a
    /// finding at each of its words.
    is_ascii: bool,
}

impl SourceFile {
    /// A file with this text; a byte order mark at its head is dropped, for it counts for nothing.
    #[must_use]
    pub fn new(path: RelPath, mut text: String) -> Self {
        if text.starts_with(BYTE_ORDER_MARK) {
            text.drain(..BYTE_ORDER_MARK.len());
        }
        Self { path, text, lines: OnceLock::new() }
    }

    /// Where the file lies in the register.
    #[must_use]
    pub fn path(&self) -> &RelPath {
        &self.path
    }

    /// All of its text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The line and column of a span's ends.
    #[must_use]
    pub fn place(&self, span: Span) -> Place {
        Place { start: self.line_col(span.start), end: self.line_col(span.end) }
    }

    /// The last line of the file, without its line end.
    #[must_use]
    pub fn last_line(&self) -> Span {
        let end = self.text.trim_end_matches(['\n', '\r']).len();
        let start = self.text[..end].rfind('\n').map_or(0, |newline| newline + 1);
        Span::new(start, end)
    }

    fn line_col(&self, offset: usize) -> LineCol {
        let lines = self.lines.get_or_init(|| Lines {
            starts: std::iter::once(0)
                .chain(memchr::memchr_iter(b'\n', self.text.as_bytes()).map(|at| at + 1))
                .collect(),
            is_ascii: self.text.is_ascii(),
        });
        let line = lines.starts.partition_point(|&start| start <= offset);
        let before = &self.text[lines.starts[line - 1]..offset];
        let column = if lines.is_ascii { before.len() } else { before.chars().count() } + 1;
        LineCol { line, column }
    }
}

impl fmt::Debug for SourceFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SourceFile").field("path", &self.path).finish_non_exhaustive()
    }
}

/// Why a file gave no text.
#[derive(Debug)]
pub enum Unreadable {
    /// The system refused.
    Io(io::Error),
    /// A byte that is no UTF-8, after this much good text.
    NotUtf8 {
        /// Where the first wrong byte stands.
        place: Place,
    },
}

/// Reads one file of the register.
///
/// # Errors
/// When the system refuses the file, or when its bytes are not UTF-8.
pub fn read(absolute: &Path, path: RelPath) -> Result<SourceFile, Unreadable> {
    let bytes = std::fs::read(absolute).map_err(Unreadable::Io)?;
    match String::from_utf8(bytes) {
        Ok(text) => Ok(SourceFile::new(path, text)),
        Err(error) => {
            let good = error.utf8_error().valid_up_to();
            let mut bytes = error.into_bytes();
            bytes.truncate(good);
            let text = String::from_utf8(bytes).expect("cut where UTF-8 was still valid");
            let file = SourceFile::new(path, text);
            let end = file.text().len();
            Err(Unreadable::NotUtf8 { place: file.place(Span::new(end, end)) })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(text: &str) -> SourceFile {
        SourceFile::new(RelPath::new("2026/2026-001.md"), text.to_owned())
    }

    #[test]
    fn columns_count_characters_and_a_byte_order_mark_counts_none() {
        let cases = [
            ("abc", "c", (1, 3)),
            ("\u{feff}abc", "a", (1, 1)),
            ("één\ntwee", "t", (2, 1)),
            ("é\tb", "b", (1, 3)),
            ("a\r\nb\r\n", "b", (2, 1)),
        ];
        for (text, needle, (line, column)) in cases {
            let file = file(text);
            let start = file.text().find(needle).expect("the needle is in the text");
            let place = file.place(Span::new(start, start + needle.len()));
            assert_eq!(place.start, LineCol { line, column }, "{text:?}");
            assert_eq!(place.end, LineCol { line, column: column + 1 }, "{text:?}");
        }
    }

    #[test]
    fn the_last_line_has_text_even_when_line_ends_follow() {
        for (text, last) in [("a\nb", "b"), ("a\nb\n", "b"), ("a\r\nb\r\n\r\n", "b"), ("", "")] {
            let file = file(text);
            assert_eq!(file.last_line().of(file.text()), last, "{text:?}");
        }
    }

    #[test]
    fn debug_shows_no_text() {
        assert!(!format!("{:?}", file("Fatima el Amrani")).contains("Fatima"));
    }
}
