//! The texts of one record side by side. In: its values and its body. Out: one text to search, and what was found there
//! as masks over each of them.

use super::mask::Masks;
use super::masked::{MaskSpan, Masked};
use super::resolve::Hit;
use crate::markdown::{BOUNDARY, Flat, events};
use crate::personal::Personal;
use crate::source::Span;
use crate::yaml::Field;

/// A value of a record, masked.
#[derive(Debug)]
pub(super) struct MaskedField {
    pub(super) text: Masked,
    /// Bytes of the value as it was written.
    pub(super) spans: Vec<MaskSpan>,
}

/// Texts with a boundary between them: what is found in one is known in the others, and nothing that is
/// found reads on from one to the next.
#[derive(Debug, Default)]
pub(super) struct SideBySide {
    text: String,
}

/// One of the texts that stand side by side.
#[derive(Debug)]
pub(super) struct Part<'a> {
    source: &'a str,
    flat: Flat,
    /// Where its plain text lies among the others.
    at: Span,
}

impl SideBySide {
    /// All of them.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Adds a text by its plain text.
    pub(super) fn add<'a>(&mut self, source: &'a str, flat: Flat) -> Part<'a> {
        if !self.text.is_empty() {
            self.text.push_str(BOUNDARY);
        }
        let start = self.text.len();
        self.text.push_str(flat.text());
        Part { source, flat, at: Span::new(start, self.text.len()) }
    }

    /// Adds a value. Nobody reads it as Markdown, but people who paste a text leave its marks in it.
    pub(super) fn add_field<'a>(&mut self, field: &'a Field<Personal>) -> Option<Part<'a>> {
        const MARKS: [char; 7] = ['*', '_', '~', '`', '&', '\\', '<'];
        let text = field.given()?.reveal();
        let whole = Span::new(0, text.len());
        let has_marks = text.contains(MARKS);
        let flat = if has_marks { Flat::new(text, whole, &events(text, whole)) } else { Flat::verbatim(text) };
        Some(self.add(text, flat))
    }
}

impl Part<'_> {
    /// Its masks, over its source.
    pub(super) fn spans(&self, hits: &[Hit], masks: &mut Masks) -> Vec<MaskSpan> {
        placed(&self.flat, &hits_within(hits, self.at), masks)
    }

    /// The same with the text that has them.
    pub(super) fn masked(&self, hits: &[Hit], masks: &mut Masks) -> MaskedField {
        let spans = self.spans(hits, masks);
        MaskedField { text: Masked::new(self.source, Span::new(0, self.source.len()), &spans), spans }
    }
}

/// The hits in a part of a text, with places counted from its start. Of a hit that should ever reach
/// over its end, each part masks its own bytes.
fn hits_within(hits: &[Hit], part: Span) -> Vec<Hit> {
    let first = hits.partition_point(|hit| hit.range.end <= part.start);
    let own = hits[first..].iter().take_while(|hit| hit.range.start < part.end);
    let clipped = own.map(|hit| Hit {
        range: hit.range.start.max(part.start) - part.start..hit.range.end.min(part.end) - part.start,
        ..hit.clone()
    });
    clipped.collect()
}

/// The masks of a text, over its source. A name that reads on over the target of a link contains what
/// was found there.
fn placed(flat: &Flat, hits: &[Hit], masks: &mut Masks) -> Vec<MaskSpan> {
    let mut placed: Vec<_> = hits.iter().map(|hit| (flat.source(hit.range.clone()), hit)).collect();
    placed.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    let mut spans: Vec<MaskSpan> = Vec::with_capacity(placed.len());
    for (span, hit) in placed {
        match spans.last_mut() {
            Some(last) if span.start < last.span.end => last.span.end = last.span.end.max(span.end),
            _ => spans.push(mask_of(hit, span, masks)),
        }
    }
    spans
}

fn mask_of(hit: &Hit, span: Span, masks: &mut Masks) -> MaskSpan {
    MaskSpan { span, kind: hit.meaning.kind(), mask: masks.mask(hit.meaning), evidence: hit.evidence }
}
