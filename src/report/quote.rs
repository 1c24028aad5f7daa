//! A line of a complaint that may stand in a log. In: a file. Out: any of its lines, with `…` for
//! everything that is not known to be harmless: known keys, and dates, choices and numbers in place.

use std::ops::Range;

use super::keys::{self, Form};
use super::shown::{may_show, may_show_key};
use crate::complaint::SectionKind;
use crate::protocol::Protocol;
use crate::source::{self, FrontMatter, FrontMatterFault, SourceFile, Span};
use crate::yaml::{self, Entry, Node, Value};

/// What stands for hidden text.
pub(super) const HIDDEN: &str = "…";

/// A longer line is hidden as a whole, in bytes: the cost of quoting stays the same for any file.
const LONGEST_LINE: usize = 1000;

/// A file of which lines can be quoted.
pub(super) struct Quotes<'f> {
    text: &'f str,
    pieces: Vec<Piece>,
}

/// A part of the text that is shown or hidden as a whole. Between the pieces stand the signs of YAML,
/// which are shown, and comments, which are not.
struct Piece {
    span: Span,
    shown: bool,
}

impl<'f> Quotes<'f> {
    /// Finds what may be quoted of a file: a complaint, the protocol or the staff list; nothing of the list of erased
    /// complaints, where a wrong line could hold anything.
    pub(super) fn of(file: &'f SourceFile, protocol: &Protocol) -> Self {
        let text = file.text();
        let mut marker = Marker { text, protocol, pieces: Vec::new() };
        match file.path().as_str() {
            "protocol.yaml" => marker.yaml(Span::new(0, text.len()), |_| Some(keys::PROTOCOL)),
            "vernietigd.csv" => marker.hide(Span::new(0, text.len())),
            "medewerkers.yaml" => marker.yaml(Span::new(0, text.len()), staff),
            _ => marker.complaint(),
        }
        marker.pieces.sort_by_key(|piece| piece.span);
        Self { text, pieces: marker.pieces }
    }

    /// The line that holds this byte.
    pub(super) fn line_at(&self, at: usize) -> QuotedLine {
        let bytes = self.text.as_bytes();
        let first = at.saturating_sub(LONGEST_LINE);
        let last = bytes.len().min(at + LONGEST_LINE);
        let start = memchr::memrchr(b'\n', &bytes[first..at]).map(|newline| first + newline + 1);
        let end = memchr::memchr(b'\n', &bytes[at..last]).map(|newline| at + newline);
        match (start.or((first == 0).then_some(0)), end.or((last == bytes.len()).then_some(last))) {
            (Some(start), Some(end)) => self.line(start, end),
            _ => QuotedLine::too_long(),
        }
    }

    fn line(&self, start: usize, end: usize) -> QuotedLine {
        let end = start + self.text[start..end].trim_end_matches('\r').len();
        let mut line = QuotedLine { text: String::new(), parts: Vec::new() };
        let first = self.pieces.partition_point(|piece| piece.span.end <= start);
        let mut at = start;
        for piece in self.pieces[first..].iter().take_while(|piece| piece.span.start < end) {
            let (from, to) = (piece.span.start.max(at), piece.span.end.min(end));
            line.signs(self.text, Span::new(at, from.max(at)));
            if piece.shown {
                line.show(self.text, Span::new(from, to.max(from)));
            } else {
                line.hide_words(self.text, Span::new(from, to.max(from)));
            }
            at = to.max(at);
        }
        line.signs(self.text, Span::new(at, end));
        line
    }
}

/// `medewerkers.yaml` is a list of people, by itself or under a key.
fn staff(root: &Node<'_>) -> Option<Form> {
    match root.value {
        Value::List(_) => Some(keys::STAFF),
        Value::Map(_) => Some(keys::STAFF_WITH_KEY),
        Value::Null | Value::Scalar(_) => None,
    }
}

/// Marks the pieces of a file.
struct Marker<'f> {
    text: &'f str,
    protocol: &'f Protocol,
    pieces: Vec<Piece>,
}

impl Marker<'_> {
    fn complaint(&mut self) {
        let all = self.text.len();
        match source::split(self.text) {
            Ok(FrontMatter { yaml, body, .. }) => {
                self.yaml(yaml, |root| matches!(root.value, Value::Map(_)).then_some(keys::COMPLAINT));
                self.body(body);
            }
            Err(FrontMatterFault::NotClosed(opening)) => self.hide(Span::new(opening.end, all)),
            Err(FrontMatterFault::Empty | FrontMatterFault::NotOpened) => self.hide(Span::new(0, all)),
        }
    }

    /// YAML that cannot be read, or whose root has no `form`, is hidden as a whole.
    fn yaml(&mut self, span: Span, form: impl Fn(&Node<'_>) -> Option<Form>) {
        let root = yaml::parse(span.of(self.text), span.start).ok();
        match root.as_ref().and_then(|root| form(root).map(|form| (root, form))) {
            Some((root, form)) => self.node(root, form),
            None => self.hide(span),
        }
    }

    fn node(&mut self, node: &Node<'_>, form: Form) {
        match &node.value {
            Value::Null => self.hide(node.span),
            Value::Scalar(scalar) => {
                let shown = self.is_plain(node.span, &scalar.text) && may_show(form, &scalar.text, self.protocol);
                self.pieces.push(Piece { span: node.span, shown });
            }
            Value::List(items) => items.iter().for_each(|item| self.node(item, form)),
            Value::Map(entries) => entries.iter().for_each(|entry| self.entry(entry, form)),
        }
    }

    fn entry(&mut self, entry: &Entry<'_>, form: Form) {
        let known = if let Form::Group(known) = form { known } else { &[] };
        let found = known.iter().find(|(key, _)| *key == entry.key);
        let shown = found.is_some() || may_show_key(&entry.key, known);
        let shown = shown && self.is_plain(entry.key_span, &entry.key);
        self.pieces.push(Piece { span: entry.key_span, shown });
        self.node(&entry.value, found.map_or(Form::Personal, |(_, form)| *form));
    }

    /// Whether the file has the text as it is, at most between quotation marks: then what was judged
    /// is what would be shown.
    fn is_plain(&self, span: Span, text: &str) -> bool {
        let raw = span.of(self.text);
        let within = |mark| raw.strip_prefix(mark).and_then(|rest: &str| rest.strip_suffix(mark));
        within('"').or_else(|| within('\'')).unwrap_or(raw) == text
    }

    /// Nothing of a body is shown but the headings that klacht knows.
    fn body(&mut self, body: Span) {
        let mut start = body.start;
        for line in body.of(self.text).split_inclusive('\n') {
            let span = Span::new(start, start + line.len());
            let title = line.trim_end_matches(['\n', '\r', ' ']).strip_prefix("## ");
            let shown = title.is_some_and(|title| SectionKind::ALL.iter().any(|kind| kind.title() == title));
            self.pieces.push(Piece { span, shown });
            start = span.end;
        }
    }

    fn hide(&mut self, span: Span) {
        self.pieces.push(Piece { span, shown: false });
    }
}

/// A line that may be shown, and where the bytes of the file are in it.
pub(super) struct QuotedLine {
    /// The line, without its line end.
    pub(super) text: String,
    parts: Vec<Part>,
}

struct Part {
    source: Span,
    quoted: Range<usize>,
    hidden: bool,
}

impl QuotedLine {
    fn too_long() -> Self {
        let part = Part { source: Span::new(0, usize::MAX), quoted: 0..HIDDEN.len(), hidden: true };
        Self { text: HIDDEN.to_owned(), parts: vec![part] }
    }

    /// Where a span of the file lies in the line; what lies on other lines is left out.
    pub(super) fn range(&self, span: Span) -> Range<usize> {
        let start = self.parts.iter().find(|part| span.start < part.source.end).map_or(self.text.len(), |part| {
            let inside = span.start.saturating_sub(part.source.start);
            if part.hidden { part.quoted.start } else { part.quoted.start + inside }
        });
        let end = self.parts.iter().rev().find(|part| part.source.start < span.end).map_or(start, |part| {
            let inside = span.end.min(part.source.end) - part.source.start;
            if part.hidden { part.quoted.end } else { part.quoted.start + inside }
        });
        if span.is_empty() { start..start } else { start..end.max(start) }
    }

    fn show(&mut self, text: &str, span: Span) {
        self.push(span, span.of(text), false);
    }

    fn hide(&mut self, span: Span) {
        self.push(span, HIDDEN, true);
    }

    fn push(&mut self, source: Span, quoted: &str, hidden: bool) {
        if !source.is_empty() {
            let start = self.text.len();
            self.text.push_str(quoted);
            self.parts.push(Part { source, quoted: start..self.text.len(), hidden });
        }
    }

    /// Hides a piece but for its indentation.
    fn hide_words(&mut self, text: &str, span: Span) {
        let words = span.of(text).trim_start_matches([' ', '\t']);
        let (indent, words) = cut(span, span.end - words.len());
        self.show(text, indent);
        self.hide(words);
    }

    /// Shows the signs of YAML that stand between two pieces; what follows them is a comment or a tag,
    /// and is hidden.
    fn signs(&mut self, text: &str, span: Span) {
        let rest = span.of(text).trim_start_matches([' ', '\t', ':', ',', '-', '[', ']', '{', '}']);
        let (signs, rest) = cut(span, span.end - rest.len());
        let (rest, space) = cut(rest, rest.start + rest.of(text).trim_end_matches(' ').len());
        self.show(text, signs);
        self.hide(rest);
        self.show(text, space);
    }
}

fn cut(span: Span, at: usize) -> (Span, Span) {
    (Span::new(span.start, at), Span::new(at, span.end))
}

#[cfg(test)]
mod tests;
