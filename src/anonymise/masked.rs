//! What may be shown. In: a text and the spans to mask in it. Out: masked text and HTML, in types that
//! only this module's parent can make.

use std::fmt;

use super::mask::{Kind, Mask};
use super::resolve::Evidence;
use crate::source::Span;

/// A stretch of a text and what stands in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MaskSpan {
    /// Bytes of the text.
    pub span: Span,
    /// What stood there.
    pub kind: Kind,
    /// What stands there now.
    pub mask: Mask,
    /// What told so.
    pub evidence: Evidence,
}

/// Plain text in which everything known is masked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Masked(String);

impl Masked {
    /// The part of `text` that `within` covers, with each span replaced by its mask.
    pub(super) fn new(text: &str, within: Span, spans: &[MaskSpan]) -> Self {
        let mut masked = String::with_capacity(within.end - within.start + 16 * spans.len());
        let mut at = within.start;
        for MaskSpan { span, mask, .. } in spans {
            masked.push_str(&text[at..span.start]);
            mask.write_to(&mut masked);
            at = span.end;
        }
        masked.push_str(&text[at..within.end]);
        Self(masked)
    }

    /// Text that was masked while it was written.
    pub(super) fn written(text: String) -> Self {
        Self(text)
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Masked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// HTML in which everything known is masked, and in which no mark but those of the Markdown stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MaskedHtml(String);

impl MaskedHtml {
    /// HTML that was masked while it was written.
    pub(super) fn written(html: String) -> Self {
        Self(html)
    }

    /// The HTML.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A text as `klacht anonymise` shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anonymised {
    /// The text with each span replaced by its mask.
    pub text: Masked,
    /// The spans, sorted and disjoint.
    pub spans: Vec<ShownSpan>,
}

/// A span for people and machines that count characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownSpan {
    /// First character, in Unicode scalar values from the start of the text.
    pub start: usize,
    /// The character after the last one.
    pub end: usize,
    /// What stood there.
    pub kind: Kind,
    /// What stands there now.
    pub mask: Mask,
    /// What told so.
    pub evidence: Evidence,
}

impl Anonymised {
    /// The part of `text` that `within` covers; offsets count from its start.
    pub(super) fn new(text: &str, within: Span, spans: &[MaskSpan]) -> Self {
        let (mut at, mut count) = (within.start, 0);
        let mut characters = |to: usize| {
            count += text[at..to].chars().count();
            at = to;
            count
        };
        let shown = spans.iter().map(|MaskSpan { span, kind, mask, evidence }| ShownSpan {
            start: characters(span.start),
            end: characters(span.end),
            kind: *kind,
            mask: *mask,
            evidence: *evidence,
        });
        Self { spans: shown.collect(), text: Masked::new(text, within, spans) }
    }

    /// The masked text in pieces; what each mask among them rests on.
    pub fn pieces(&self) -> impl Iterator<Item = (&str, Option<Evidence>)> {
        let mut rest = self.text.as_str();
        let mut read = 0;
        let mut spans = self.spans.iter();
        std::iter::from_fn(move || {
            if let Some((at, _)) = spans.as_slice().first().and_then(|span| rest.char_indices().nth(span.start - read))
                && at > 0
            {
                read += rest[..at].chars().count();
                return Some((take(&mut rest, at), None));
            }
            if let Some(span) = spans.next() {
                read = span.end;
                let mask = span.mask.to_string().len();
                return Some((take(&mut rest, mask), Some(span.evidence)));
            }
            (!rest.is_empty()).then(|| (take(&mut rest, usize::MAX), None))
        })
    }
}

/// Takes so many bytes, or all, from the start of a text.
fn take<'t>(rest: &mut &'t str, bytes: usize) -> &'t str {
    let (taken, left) = rest.split_at(bytes.min(rest.len()));
    *rest = left;
    taken
}
