//! Plain text of Markdown with a map back to its source. In: a text and its Markdown events. Out: a
//! text to search, in which every letter and digit of the source stands exactly once.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use crate::source::Span;

/// What stands between two blocks, which nothing that is searched for may cross.
pub const BOUNDARY: &str = "\n\n";

/// What stands where a mark divides a word: `Vr**ies**` may be read as one word or as two.
pub const DIVIDER: char = '\u{2060}';

/// A Markdown event with its bytes in the file.
pub type PlacedEvent<'a> = (Event<'a>, Span);

/// The events of the part of `text` that `body` covers.
#[must_use]
pub fn events(text: &str, body: Span) -> Vec<PlacedEvent<'_>> {
    Parser::new_ext(body.of(text), super::options())
        .into_offset_iter()
        .map(|(event, range)| (event, Span::new(range.start, range.end).shifted(body.start)))
        .collect()
}

/// Plain text with a map back to the bytes that it came from.
///
/// Marks within a line are transparent (`**Jan** de *Vries*` reads on), with a [`DIVIDER`] where they
/// divide a word; blocks are kept apart by an empty line. What no reader sees, such as the target of a link, follows after the rest.
#[derive(Debug, Default)]
pub struct Flat {
    text: String,
    pieces: Vec<Piece>,
}

/// A stretch of plain text, up to the next piece, and the source that it stands for.
#[derive(Clone, Copy, Debug)]
struct Piece {
    flat: usize,
    source: Span,
    /// Whether both have the same bytes; else they only stand for each other as a whole.
    verbatim: bool,
}

impl Flat {
    /// The plain text of the part of `source` that `body` covers, given its events.
    #[must_use]
    pub fn new(source: &str, body: Span, events: &[PlacedEvent<'_>]) -> Self {
        let text = String::with_capacity(body.end - body.start + 16);
        let flat = Self { text, pieces: Vec::with_capacity(events.len()) };
        let mut flattener = Flattener { source, flat, reached: body.start, unseen: Vec::new() };
        for (event, span) in events {
            flattener.event(event, *span);
        }
        flattener.pass_over(body.end);
        flattener.finish()
    }

    /// A text without marks, as it is.
    #[must_use]
    pub fn verbatim(text: &str) -> Self {
        let whole = Piece { flat: 0, source: Span::new(0, text.len()), verbatim: true };
        Self { text: text.to_owned(), pieces: vec![whole] }
    }

    /// The plain text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of the source that a range of the plain text stands for. A range that crosses a
    /// boundary of blocks has no such bytes; it gives those of its ends.
    #[must_use]
    pub fn source(&self, range: Range<usize>) -> Span {
        let piece = |at: usize| self.pieces[self.pieces.partition_point(|piece| piece.flat <= at) - 1];
        if range.is_empty() || self.pieces.is_empty() {
            return Span::default();
        }
        let (first, last) = (piece(range.start), piece(range.end - 1));
        let start = if first.verbatim { first.source.start + (range.start - first.flat) } else { first.source.start };
        let end = if last.verbatim { last.source.start + (range.end - last.flat) } else { last.source.end };
        Span::new(start, end.max(start))
    }
}

struct Flattener<'a> {
    source: &'a str,
    flat: Flat,
    /// Up to where the source has a place.
    reached: usize,
    /// Stretches that no event covers.
    unseen: Vec<Span>,
}

impl Flattener<'_> {
    fn event(&mut self, event: &Event<'_>, span: Span) {
        match event {
            Event::Text(words) => self.words(words, span),
            Event::Code(_) => self.code(span),
            Event::Html(_) => self.html(span),
            Event::SoftBreak | Event::HardBreak => self.words("\n", span),
            Event::InlineHtml(tag) if is_break(tag) => self.words("\n", span),
            Event::Start(tag) if !is_inline(tag) => self.boundary(),
            Event::End(tag) if !is_inline_end(*tag) => self.boundary(),
            Event::Rule => self.boundary(),
            // Tags within a line are transparent; what stands in them is read by itself.
            _ => {}
        }
    }

    fn boundary(&mut self) {
        if !self.flat.text.is_empty() && !self.flat.text.ends_with(BOUNDARY) {
            self.push(BOUNDARY, Span::new(self.reached, self.reached), false);
        }
    }

    /// Marks where letters on both sides of a mark may be one word.
    fn divide(&mut self, next: usize, words: &str) {
        let before = self.flat.text.ends_with(char::is_alphanumeric);
        let hidden = self.flat.pieces.last().is_some_and(|piece| piece.source.end < next);
        if before && hidden && words.starts_with(char::is_alphanumeric) {
            let divider = DIVIDER.encode_utf8(&mut [0; 4]).to_owned();
            self.push(&divider, Span::new(self.reached, self.reached), false);
        }
    }

    /// Leaves out the source up to `end`, to be read by itself.
    fn pass_over(&mut self, end: usize) {
        if end > self.reached {
            self.unseen.push(Span::new(self.reached, end));
            self.reached = end;
        }
    }

    fn words(&mut self, words: &str, span: Span) {
        if span.start < self.reached {
            // Events follow each other; should they ever not, what is left is read by itself.
            self.pass_over(span.end);
            return;
        }
        self.divide(span.start, words);
        self.pass_over(span.start);
        self.push(words, span, words == span.of(self.source));
        self.reached = span.end;
    }

    fn code(&mut self, span: Span) {
        let inner = code_content(self.source, span);
        if inner.start >= self.reached {
            self.divide(inner.start, inner.of(self.source));
            self.pass_over(inner.start);
            self.raw(inner);
        }
    }

    /// Raw HTML: the words between its tags, and the tags by themselves.
    fn html(&mut self, span: Span) {
        let mut at = span.start.max(self.reached);
        self.pass_over(at);
        while let Some(open) = memchr::memchr(b'<', &self.source.as_bytes()[at..span.end]) {
            let open = at + open;
            self.divide(at, &self.source[at..open]);
            let Some(close) = memchr::memchr(b'>', &self.source.as_bytes()[open..span.end]) else { break };
            self.raw(Span::new(at, open));
            at = open + close + 1;
            self.pass_over(at);
        }
        if at < span.end {
            self.divide(at, &self.source[at..span.end]);
            self.raw(Span::new(at, span.end));
        }
    }

    /// Text in which Markdown sees no marks: entities and percent-encoded bytes count as what they
    /// stand for.
    fn raw(&mut self, span: Span) {
        let bytes = self.source.as_bytes();
        let (mut at, mut from) = (span.start, span.start);
        while let Some(step) = memchr::memchr2(b'&', b'%', &bytes[at..span.end]) {
            at += step;
            let rest = &self.source[at..span.end];
            let decoded = if bytes[at] == b'&' { entity(rest) } else { percent_encoded(rest) };
            match decoded {
                Some((text, length)) => {
                    self.verbatim(Span::new(from, at));
                    self.push(&text, Span::new(at, at + length), false);
                    at += length;
                    from = at;
                }
                None => at += 1,
            }
        }
        self.verbatim(Span::new(from, span.end));
        self.reached = self.reached.max(span.end);
    }

    fn verbatim(&mut self, span: Span) {
        self.push(span.of(self.source), span, true);
    }

    fn push(&mut self, text: &str, source: Span, verbatim: bool) {
        if !text.is_empty() {
            self.flat.pieces.push(Piece { flat: self.flat.text.len(), source, verbatim });
            self.flat.text.push_str(text);
        }
    }

    fn finish(mut self) -> Flat {
        for span in std::mem::take(&mut self.unseen) {
            if span.of(self.source).bytes().any(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii()) {
                self.boundary();
                self.raw(span);
            }
        }
        self.flat
    }
}

/// What stands between the backticks of a piece of code.
#[must_use]
pub fn code_content(source: &str, span: Span) -> Span {
    let code = span.of(source);
    let ticks = code.len() - code.trim_start_matches('`').len();
    if 2 * ticks > code.len() || !code.ends_with('`') {
        return span;
    }
    Span::new(span.start + ticks, span.end - ticks)
}

/// Whether a tag, with nothing else in it, ends a line: `<br>`.
fn is_break(tag: &str) -> bool {
    let name = tag.trim_start_matches(['<', '/']).trim_end_matches(['>', '/', ' ']);
    ["br", "p", "div", "li", "td", "tr", "hr"].iter().any(|own| own.eq_ignore_ascii_case(name))
}

fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
}

fn is_inline_end(tag: TagEnd) -> bool {
    matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image)
}

/// The character that an entity at the head of a text stands for, and the entity's length.
fn entity(text: &str) -> Option<(String, usize)> {
    const LONGEST: usize = 34;
    let end = text.bytes().take(LONGEST).position(|byte| byte == b';')? + 1;
    let mut events = Parser::new(&text[..end]);
    let decoded = events.find_map(|event| match event {
        Event::Text(words) => Some(words.into_string()),
        _ => None,
    })?;
    (!decoded.starts_with('&')).then_some((decoded, end))
}

/// The character that percent-encoded bytes at the head of a text stand for, and their length.
fn percent_encoded(text: &str) -> Option<(String, usize)> {
    let bytes = text.as_bytes();
    let byte = |at: usize| {
        let digits = bytes.get(at..at + 3).filter(|digits| digits[0] == b'%')?;
        let value = |digit: u8| char::from(digit).to_digit(16);
        u8::try_from(value(digits[1])? * 16 + value(digits[2])?).ok()
    };
    let mut encoded = Vec::with_capacity(4);
    for at in (0..12).step_by(3) {
        encoded.push(byte(at)?);
        if let Ok(decoded) = std::str::from_utf8(&encoded) {
            return Some((decoded.to_owned(), at + 3));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn flat(text: &str) -> Flat {
        let body = Span::new(0, text.len());
        Flat::new(text, body, &events(text, body))
    }

    #[test]
    fn marks_within_a_line_are_transparent_and_blocks_stay_apart() {
        for (source, expected) in [
            ("**Jan** de *Vries*", "Jan de Vries"),
            ("Vr**ies** ~~x~~", "Vr\u{2060}ies x"),
            ("a\\_b caf&eacute; `c d`", "a_b café c d"),
            ("Jan\nde Vries  \nbelt", "Jan\nde Vries\nbelt"),
            ("## Kop\n- een\n- twee\n\n| a | b |\n|---|---|\n| c | d |\n", "Kop\n\neen\n\ntwee\n\na\n\nb\n\nc\n\nd"),
            ("[Jan](mailto:x%40example.nl \"T\") Vries", "Jan Vries\n\n](mailto:x@example.nl \"T\")"),
            ("Jan<br>de<br />Vries", "Jan\nde\nVries"),
            ("Jan <b>de</b> Vries", "Jan de Vries\n\n<b>\n\n</b>"),
            ("<p>Jan <b>de</b> Vries\n</p>\n", "Jan de Vries\n\n<p>\n\n<b>\n\n</b>\n\n</p>"),
            ("[z]: d.pdf 'Jan'\n", "[z]: d.pdf 'Jan'"),
        ] {
            assert_eq!(flat(source).text().trim(), expected, "{source:?}");
        }
    }

    #[test]
    fn a_range_of_plain_text_leads_back_to_its_source() {
        for (source, words, expected) in [
            ("**Jan** de *Vries*!", "Jan de Vries", "Jan** de *Vries"),
            ("Caf&eacute; Ren&eacute;.", "René", "Ren&eacute;"),
            ("een `Jan de`\nVries", "Jan de\nVries", "Jan de`\nVries"),
            ("[a](/Jan%20Vries)", "Jan Vries", "Jan%20Vries"),
        ] {
            let flat = flat(source);
            let at = flat.text().find(words).expect("the words are in the plain text");
            assert_eq!(flat.source(at..at + words.len()).of(source), expected, "{source:?}");
        }
    }

    proptest! {
        #[test]
        fn every_letter_and_digit_of_any_source_stands_in_the_plain_text_once(
            source in r"([a-z0-9 *_`#>|\[\]()!<>&;%\\\n\r\t~:/=+.é-]|&amp;|%41|\n\n|```|- |\| )*"
        ) {
            let flat = flat(&source);
            let mut times = vec![0_u8; source.len()];
            for piece in &flat.pieces {
                times[piece.source.start..piece.source.end].iter_mut().for_each(|times| *times += 1);
            }
            for (at, byte) in source.bytes().enumerate() {
                let must = byte.is_ascii_alphanumeric() || !byte.is_ascii();
                prop_assert!(times[at] <= 1 && (!must || times[at] == 1), "byte {} of {:?}", at, source);
            }
            for (at, sign) in flat.text().char_indices() {
                let span = flat.source(at..at + sign.len_utf8());
                prop_assert!(source.get(span.start..span.end).is_some());
            }
        }
    }
}
