//! Words of annotated texts. In: a text, a stretch of it, what was masked. Out: the words there, which of them tell
//! who someone is, and whether they can still be read.

use std::ops::Range;

/// Words of a name that tell nobody apart.
const PARTICLES: &[&str] = &[
    "van", "de", "der", "den", "het", "ten", "ter", "te", "el", "al", "la", "le", "von", "op", "in", "aan", "en", "du",
    "di", "da", "dos", "del", "bin", "ben", "und", "of", "bij",
];

/// Whether a word of a name tells nobody apart.
pub fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word.to_lowercase().as_str())
}

/// The runs of letters and digits in a stretch of a text.
pub fn words(text: &str, span: Range<usize>) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut begin = None;
    for (at, sign) in text[span.clone()].char_indices() {
        let at = span.start + at;
        match (sign.is_alphanumeric(), begin) {
            (true, None) => begin = Some(at),
            (false, Some(start)) => {
                words.push(start..at);
                begin = None;
            }
            _ => {}
        }
    }
    words.extend(begin.map(|start| start..span.end));
    words
}

/// The words of a span that identify: those of two letters or digits and more that are no particles; where there is
/// none, all of them.
pub fn identifying(text: &str, span: &Range<usize>) -> Vec<Range<usize>> {
    let words = words(text, span.clone());
    let identifies = |word: &&Range<usize>| {
        let word = &text[(*word).clone()];
        word.chars().count() >= 2 && !is_particle(word)
    };
    let identifying: Vec<_> = words.iter().filter(identifies).cloned().collect();
    if identifying.is_empty() { words } else { identifying }
}

/// What was masked of a text.
pub struct Masked<'t> {
    text: &'t str,
    spans: Vec<Range<usize>>,
}

impl<'t> Masked<'t> {
    /// These bytes of `text`.
    pub fn new(text: &'t str, spans: Vec<Range<usize>>) -> Self {
        Self { text, spans }
    }

    /// Whether any of a word is masked.
    pub fn touches(&self, word: &Range<usize>) -> bool {
        overlaps(&self.spans, word)
    }

    /// Whether a word can no longer be read. The ending of a genitive may stay: `[medewerker 1]s`.
    pub fn covers(&self, word: &Range<usize>) -> bool {
        let begins_in = |span: &&Range<usize>| span.start <= word.start && word.start < span.end;
        let rest = |span: &Range<usize>| self.text[span.end.min(word.end)..word.end].len();
        self.spans.iter().find(begins_in).is_some_and(|span| rest(span) <= 1)
    }
}

/// Whether one of the spans has any of a word.
pub fn overlaps(spans: &[Range<usize>], word: &Range<usize>) -> bool {
    spans.iter().any(|span| span.start < word.end && word.start < span.end)
}
