//! The tree of a YAML text. In: text and where it begins in its file. Out: nodes with places, or the
//! first fault. Anchors, aliases and tabs in the indentation are faults: nobody means them here.

use std::borrow::Cow;

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle};
use memchr::memchr;

use crate::source::Span;

/// Deeper nesting than this is a fault; a complaint needs four levels.
const DEEPEST: usize = 32;

/// Room for the keys of a whole complaint, so that it need not grow while one is read.
const USUAL_KEYS: usize = 32;

/// A value with its place; the place of an empty value is the empty span where it would stand.
#[derive(Debug)]
pub struct Node<'a> {
    /// The bytes of the value, quotes included.
    pub span: Span,
    /// What it is.
    pub value: Value<'a>,
}

/// What a node holds.
#[derive(Debug)]
pub enum Value<'a> {
    /// Nothing, `~` or `null`.
    Null,
    /// One word or text; never taken for a number, so that `0612345678` stays what it is.
    Scalar(Scalar<'a>),
    /// A list.
    List(Vec<Node<'a>>),
    /// Keys with values, in order; a key given twice stands twice.
    Map(Vec<Entry<'a>>),
}

/// The text of a value, quotes and escapes resolved.
#[derive(Debug)]
pub struct Scalar<'a> {
    /// The text.
    pub text: Cow<'a, str>,
}

/// One key with its value.
#[derive(Debug)]
pub struct Entry<'a> {
    /// The key's text.
    pub key: Cow<'a, str>,
    /// The key's bytes.
    pub key_span: Span,
    /// The value.
    pub value: Node<'a>,
}

/// Why a text is no YAML that klacht reads, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where reading stopped.
    pub at: Span,
    /// What is the matter.
    pub kind: FaultKind,
}

/// What can be the matter with a YAML text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// A tab where spaces should indent.
    Tab,
    /// `&name` or `*name`: mostly a text that begins with one of these signs.
    AnchorOrAlias,
    /// A quotation mark or space of a word processor where YAML has its own: they look alike and mean nothing to it.
    ProcessorSign,
    /// A colon and a space within a text, or a key where none may stand.
    ColonInText,
    /// A quotation mark, bracket or brace that is opened and not closed.
    NotClosed,
    /// Lines that do not stand under each other.
    Indentation,
    /// A key that is a list or a group.
    KeyIsNoText,
    /// A second document, begun by `---` or ended by `...`.
    SecondDocument,
    /// Nested deeper than any complaint needs.
    TooDeep,
    /// Anything else that the parser refuses.
    Other,
}

/// Parses one YAML document; `offset` is where `text` begins in its file. An empty text is a null.
///
/// # Errors
/// At the first place that cannot be read.
pub fn parse(text: &str, offset: usize) -> Result<Node<'_>, Fault> {
    if let Some(at) = tab_in_indentation(text) {
        return Err(Fault { at: Span::new(at, at + 1).shifted(offset), kind: FaultKind::Tab });
    }
    let mut options = granit_parser::options! { disallow_directives: true };
    options.set_emit_comments(false);
    let parser = Parser::new_from_str_with_options(text, options);
    let mut builder = Builder { events: parser, text, offset };
    builder.document().map_err(|fault| {
        let sign = processor_sign(text, fault.at.start - offset);
        sign.map_or(fault, |at| Fault { at: at.shifted(offset), kind: FaultKind::ProcessorSign })
    })
}

/// The sign of a word processor that is to blame for a fault at this byte: a quotation mark that opens a value, or a space
/// behind a colon or before a key; on its line or on the one above, which the parser may have taken for one with it.
fn processor_sign(text: &str, fault: usize) -> Option<Span> {
    let start = |before: usize| text[..before].rfind('\n').map_or(0, |newline| newline + 1);
    let own = start(fault);
    [own, start(own.saturating_sub(1))].into_iter().find_map(|start| {
        let line = text[start..].lines().next()?;
        let words = line.trim_start_matches([' ', '-']);
        let behind_colon = line.find(':').map(|colon| colon + 1);
        let value = behind_colon.map(|at| line.len() - line[at..].trim_start_matches(' ').len());
        let is_sign = |at: usize| line[at..].starts_with(['\u{a0}', '“', '”', '„', '‘', '’']);
        let at = [Some(line.len() - words.len()), behind_colon, value].into_iter().flatten().find(|&at| is_sign(at))?;
        let sign = line[at..].chars().next()?;
        Some(Span::new(start + at, start + at + sign.len_utf8()))
    })
}

fn tab_in_indentation(text: &str) -> Option<usize> {
    memchr(b'\t', text.as_bytes())?;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let indented = line.len() - line.trim_start_matches([' ', '\t']).len();
        let has_words = !line.trim().is_empty();
        if let Some(tab) = line[..indented].find('\t').filter(|_| has_words) {
            return Some(start + tab);
        }
        start += line.len();
    }
    None
}

struct Builder<'a, P> {
    events: P,
    text: &'a str,
    offset: usize,
}

type Spanned<'a> = (Event<'a>, granit_parser::Span);

impl<'a, P> Builder<'a, P>
where
    P: Iterator<Item = Result<Spanned<'a>, granit_parser::ScanError>>,
{
    fn document(&mut self) -> Result<Node<'a>, Fault> {
        let mut root = None;
        loop {
            let (event, place) = self.next()?;
            match event {
                Event::StreamEnd => break,
                Event::StreamStart | Event::DocumentStart(false, _) | Event::DocumentEnd => {}
                Event::DocumentStart(true, _) => return Err(self.fault(&place, FaultKind::SecondDocument)),
                _ if root.is_some() => return Err(self.fault(&place, FaultKind::SecondDocument)),
                event => root = Some(self.node(event, &place, 0)?),
            }
        }
        Ok(root.unwrap_or_else(|| Node { span: Span::new(self.offset, self.offset), value: Value::Null }))
    }

    fn next(&mut self) -> Result<Spanned<'a>, Fault> {
        match self.events.next() {
            Some(Ok(event)) => Ok(event),
            Some(Err(error)) => {
                let at = self.byte(*error.marker());
                Err(Fault { at: Span::new(at, at), kind: kind_of(error.kind()) })
            }
            None => Ok((Event::StreamEnd, granit_parser::Span::default())),
        }
    }

    fn node(&mut self, event: Event<'a>, place: &granit_parser::Span, depth: usize) -> Result<Node<'a>, Fault> {
        let span = self.span(place);
        if depth > DEEPEST {
            return Err(Fault { at: span, kind: FaultKind::TooDeep });
        }
        let fault = |kind| Err(Fault { at: span, kind });
        match event {
            Event::Alias(_) | Event::UnresolvedAlias(_) => fault(FaultKind::AnchorOrAlias),
            Event::Scalar(_, _, anchor, _) | Event::SequenceStart(_, anchor, _) | Event::MappingStart(_, anchor, _)
                if anchor != 0 =>
            {
                fault(FaultKind::AnchorOrAlias)
            }
            Event::Scalar(text, style, _, _) => {
                let null = style == ScalarStyle::Plain && matches!(&*text, "" | "~" | "null" | "Null" | "NULL");
                let value = if null { Value::Null } else { Value::Scalar(Scalar { text }) };
                let block = matches!(style, ScalarStyle::Literal | ScalarStyle::Folded);
                Ok(Node { span: if block { self.whole_lines(span) } else { span }, value })
            }
            Event::SequenceStart(..) => self.list(span, depth),
            Event::MappingStart(..) => self.map(span, depth),
            _ => fault(FaultKind::Other),
        }
    }

    fn list(&mut self, opening: Span, depth: usize) -> Result<Node<'a>, Fault> {
        let mut items = Vec::new();
        loop {
            let (event, place) = self.next()?;
            if matches!(event, Event::SequenceEnd) {
                let span = self.whole(opening, &place, items.last().map(|item: &Node<'_>| item.span.end));
                return Ok(Node { span, value: Value::List(items) });
            }
            items.push(self.node(event, &place, depth + 1)?);
        }
    }

    fn map(&mut self, opening: Span, depth: usize) -> Result<Node<'a>, Fault> {
        let mut entries = Vec::with_capacity(if depth == 0 { USUAL_KEYS } else { 0 });
        loop {
            let (event, place) = self.next()?;
            if matches!(event, Event::MappingEnd) {
                let last = entries.last().map(|entry: &Entry<'_>| entry.value.span.end);
                return Ok(Node { span: self.whole(opening, &place, last), value: Value::Map(entries) });
            }
            let key_span = self.span(&place);
            let Event::Scalar(key, _, 0, _) = event else {
                let alias = matches!(event, Event::Scalar(..) | Event::Alias(_) | Event::UnresolvedAlias(_));
                let kind = if alias { FaultKind::AnchorOrAlias } else { FaultKind::KeyIsNoText };
                return Err(Fault { at: key_span, kind });
            };
            let (event, place) = self.next()?;
            let value = self.node(event, &place, depth + 1)?;
            entries.push(Entry { key, key_span, value });
        }
    }

    /// From the first byte of a collection to its closing bracket, or, in block style, whose end
    /// event stands on a later line, to the end of its last item.
    fn whole(&self, opening: Span, end: &granit_parser::Span, last: Option<usize>) -> Span {
        let closing = self.span(end);
        let bracketed = self.text.as_bytes().get(opening.start - self.offset).is_some_and(|byte| b"[{".contains(byte));
        let until = if bracketed { closing.end } else { last.unwrap_or(opening.end) };
        Span::new(opening.start, until.max(opening.start))
    }

    /// A text below its key, without the indentation of the line that follows it.
    fn whole_lines(&self, block: Span) -> Span {
        let text = Span::new(block.start - self.offset, block.end - self.offset).of(self.text);
        let indentation = text.len() - text.trim_end_matches(' ').len();
        let ends_a_line = text[..text.len() - indentation].ends_with('\n');
        Span::new(block.start, if ends_a_line { block.end - indentation } else { block.end })
    }

    fn fault(&self, place: &granit_parser::Span, kind: FaultKind) -> Fault {
        Fault { at: self.span(place), kind }
    }

    fn span(&self, place: &granit_parser::Span) -> Span {
        let start = self.byte(place.start);
        Span::new(start, self.byte(place.end).max(start))
    }

    fn byte(&self, marker: granit_parser::Marker) -> usize {
        let byte = marker.byte_offset().unwrap_or(0).min(self.text.len());
        let byte = (0..=byte).rev().find(|&at| self.text.is_char_boundary(at)).unwrap_or(0);
        byte + self.offset
    }
}

fn kind_of(error: &ErrorKind) -> FaultKind {
    match error {
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabAtBlockScalarStart
        | ErrorKind::TabInIndentation
        | ErrorKind::TabInPlainScalar => FaultKind::Tab,
        ErrorKind::UnknownAnchor | ErrorKind::AnchorCountOverflow | ErrorKind::MissingAnchorOrAliasName => {
            FaultKind::AnchorOrAlias
        }
        ErrorKind::SimpleKeyExpected
        | ErrorKind::InvalidSimpleKey
        | ErrorKind::MappingKeyNotAllowed
        | ErrorKind::MappingValueNotAllowed
        | ErrorKind::InvalidColonPlacement => FaultKind::ColonInText,
        ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofImplicitFlowMapping
        | ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::MismatchedFlowCollectionEnd { .. }
        | ErrorKind::MisplacedFlowCollectionEnd
        | ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::ExpectedFlowSequenceSeparator
        | ErrorKind::DocumentIndicatorInQuotedScalar
        | ErrorKind::InvalidTrailingSingleQuotedScalar
        | ErrorKind::InvalidTrailingDoubleQuotedScalar
        | ErrorKind::InvalidQuotedScalarIndent
        | ErrorKind::UnclosedQuotedScalar => FaultKind::NotClosed,
        ErrorKind::InvalidIndentation
        | ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedBlockSequenceEntry
        | ErrorKind::BlockSequenceEntryNotAllowed
        | ErrorKind::InvalidBlockScalarIndent
        | ErrorKind::InvalidFlowScalarIndent => FaultKind::Indentation,
        ErrorKind::MultipleDocumentsUnsupported
        | ErrorKind::ExpectedDocumentStart
        | ErrorKind::InvalidDocumentEnd
        | ErrorKind::DirectiveDisallowed => FaultKind::SecondDocument,
        ErrorKind::RecursionLimitExceeded => FaultKind::TooDeep,
        _ => FaultKind::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outline(node: &Node<'_>, text: &str) -> String {
        match &node.value {
            Value::Null => "~".to_owned(),
            Value::Scalar(scalar) => format!("{}<{}>", scalar.text, node.span.of(text)),
            Value::List(items) => {
                let items: Vec<_> = items.iter().map(|item| outline(item, text)).collect();
                format!("[{}]", items.join(" "))
            }
            Value::Map(entries) => {
                let entry = |entry: &Entry<'_>| format!("{}={}", entry.key_span.of(text), outline(&entry.value, text));
                format!("{{{}}}", entries.iter().map(entry).collect::<Vec<_>>().join(" "))
            }
        }
    }

    #[test]
    fn every_key_and_value_keeps_its_place() {
        for (text, expected) in [
            ("a: 0612345678\nb:\n", "{a=0612345678<0612345678> b=~}"),
            ("a: \"é x\" # wat\r\nb: 'y'\r\n", "{a=é x<\"é x\"> b=y<'y'>}"),
            ("a: [x, y]\nb: {c: d}\n", "{a=[x<x> y<y>] b={c=d<d>}}"),
            ("a:\n  - x\n  - b: c\n    d: ~\n", "{a=[x<x> {b=c<c> d=~}]}"),
            ("a: ja\na: nee\n", "{a=ja<ja> a=nee<nee>}"),
            ("a:\n  b: |-\n    x \n  c: d\n", "{a={b=x <x \n> c=d<d>}}"),
            ("", "~"),
            ("# alleen een opmerking\n", "~"),
        ] {
            let node = parse(text, 0).expect("this is YAML");
            assert_eq!(outline(&node, text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_collection_in_block_style_ends_with_its_last_item() {
        let text = "x:\n  a: 1\n  b: 2\n\n# rest\ny: [1, 2]  # na\n";
        let node = parse(text, 0).expect("this is YAML");
        let Value::Map(entries) = &node.value else { panic!("a map") };
        assert_eq!(entries[0].value.span.of(text), "a: 1\n  b: 2");
        assert_eq!(entries[1].value.span.of(text), "[1, 2]");
    }

    #[test]
    fn what_cannot_be_read_is_a_fault_with_its_place() {
        for (text, kind) in [
            ("a: 1\n\tb: 2\n", FaultKind::Tab),
            ("a: |\n  x\n\t y\n", FaultKind::Tab),
            ("a: *belangrijk*\n", FaultKind::AnchorOrAlias),
            ("a: &x 1\nb: *x\n", FaultKind::AnchorOrAlias),
            ("a: Klacht: te laat\n", FaultKind::ColonInText),
            ("a: \"open\nb: 2\n", FaultKind::NotClosed),
            ("a: [1, 2\n", FaultKind::NotClosed),
            ("a: 1\n  b: 2\n", FaultKind::ColonInText),
            ("? [a]\n: 1\n", FaultKind::KeyIsNoText),
            ("a: 1\n...\nb: 2\n", FaultKind::SecondDocument),
            ("a: “Klacht: te laat”\n", FaultKind::ProcessorSign),
            ("a:\u{a0}1\nb: 2\n", FaultKind::ProcessorSign),
            ("a:\n  b: 1\n\u{a0}\u{a0}c: 2\n  d: 3\n", FaultKind::ProcessorSign),
            ("a: foto’s: te laat\n", FaultKind::ColonInText),
        ] {
            assert_eq!(parse(text, 0).expect_err("this is wrong").kind, kind, "{text:?}");
        }
        let deep = format!("a: {}{}", "[".repeat(60), "]".repeat(60));
        assert_eq!(parse(&deep, 0).expect_err("too deep").kind, FaultKind::TooDeep);
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_the_reader_panic_and_places_lie_within_it(text in "[a-z:{}\\[\\]\"'&*#|>,~\n\r\t é“’\u{a0}-]{0,60}") {
            match parse(&text, 0) {
                Ok(node) => drop(outline(&node, &text)),
                Err(fault) => proptest::prop_assert!(text.get(fault.at.start..fault.at.end).is_some(), "{fault:?}"),
            }
        }
    }
}
