//! Bytes of a text and what takes their place. In: a text and splices. Out: the text with all of them made.

use crate::source::Span;

/// Bytes and what takes their place.
pub(in crate::edit) struct Splice {
    pub(super) at: Span,
    text: String,
}

impl Splice {
    pub(super) fn replace(at: Span, text: impl Into<String>) -> Self {
        Self { at, text: text.into() }
    }

    pub(super) fn insert(at: usize, text: impl Into<String>) -> Self {
        Self::replace(Span::new(at, at), text)
    }

    pub(super) fn delete(start: usize, end: usize) -> Self {
        Self::replace(Span::new(start, end), "")
    }
}

/// The text with these splices made.
pub(in crate::edit) fn spliced(text: &str, mut splices: Vec<Splice>) -> String {
    splices.sort_by_key(|splice| splice.at);
    let mut result = String::with_capacity(text.len() + 64);
    let mut done = 0;
    for splice in splices {
        result.push_str(&text[done..splice.at.start]);
        result.push_str(&splice.text);
        done = splice.at.end;
    }
    result.push_str(&text[done..]);
    result
}
