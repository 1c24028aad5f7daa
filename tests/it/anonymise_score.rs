//! The anonymiser against the annotated texts of `tests/anonymise/texts`: how much of what must go is
//! still readable, and how much of what must stay is not. `cargo test --test it score -- --nocapture`
//! prints the table; the figures reached may not become worse.

#![allow(clippy::disallowed_macros, reason = "the table is for whoever asks to see it")]

use std::collections::BTreeMap;
use std::fmt::Write;
use std::ops::Range;

use klacht::anonymise::Anonymiser;
use klacht::complaint::{self, Complaint};
use klacht::protocol::{Protocol, Staff};

use crate::annotated::samples;
use crate::today;

/// Words of a name that tell nobody apart.
const PARTICLES: &[&str] = &[
    "van", "de", "der", "den", "het", "ten", "ter", "te", "el", "al", "la", "le", "von", "op", "in", "aan", "en", "du",
    "di", "da", "dos", "del", "bin", "ben", "und", "of", "aan", "bij",
];

/// The identifying tokens of a span: words of two letters or digits and more that are no particles; where there is none,
/// all of it.
fn tokens(text: &str, span: &Range<usize>) -> Vec<Range<usize>> {
    let words = words(text, span.clone());
    let telling: Vec<_> = words
        .iter()
        .filter(|word| {
            let word = &text[(*word).clone()];
            word.chars().count() >= 2 && !PARTICLES.contains(&word.to_lowercase().as_str())
        })
        .cloned()
        .collect();
    if telling.is_empty() { words } else { telling }
}

fn words(text: &str, span: Range<usize>) -> Vec<Range<usize>> {
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

#[derive(Default)]
struct Score {
    spans: usize,
    leaked: usize,
}

/// What the anonymiser did with all texts.
#[derive(Default)]
struct Scores {
    by_kind: BTreeMap<String, Score>,
    ordinary_words: usize,
    ordinary_lost: usize,
    misses: String,
}

fn score() -> Scores {
    let mut scores = Scores::default();
    for sample in samples() {
        let complaint: Complaint = complaint::parse(&sample.file, &Protocol::default(), today()).unwrap();
        let staff = Staff::load(&sample.staff).value;
        let anonymiser = Anonymiser::new(&[&complaint], Some(&staff));
        let text = sample.file.text();
        let masker = anonymiser.record(text, &complaint);
        let masked: Vec<Range<usize>> = masker
            .spans()
            .iter()
            .map(|mask| mask.span.start..mask.span.end)
            .filter(|span| span.end > sample.body)
            .collect();
        let is_masked = |word: &Range<usize>| masked.iter().any(|span| span.start < word.end && word.start < span.end);
        // The ending of a genitive may stay: `[medewerker 1]s`.
        let is_covered = |word: &Range<usize>| {
            let covers = |span: &&Range<usize>| span.start <= word.start && word.start < span.end;
            masked.iter().find(covers).is_some_and(|span| text[span.end.min(word.end)..word.end].len() <= 1)
        };
        for (kind, span) in &sample.spans {
            let failed = if kind == "stay" {
                words(text, span.clone()).iter().any(is_masked)
            } else {
                tokens(text, span).iter().any(|token| !is_covered(token))
            };
            let score = scores.by_kind.entry(kind.clone()).or_default();
            score.spans += 1;
            score.leaked += usize::from(failed);
            if failed {
                writeln!(scores.misses, "{} {kind}: {:?}", sample.name, &text[span.clone()]).unwrap();
            }
        }
        for word in words(text, sample.body..text.len()) {
            let annotated = sample.spans.iter().any(|(_, span)| span.start < word.end && word.start < span.end);
            if !annotated {
                scores.ordinary_words += 1;
                if is_masked(&word) {
                    scores.ordinary_lost += 1;
                    writeln!(scores.misses, "{} ordinary: {:?}", sample.name, &text[word]).unwrap();
                }
            }
        }
    }
    scores
}

/// How many spans of each kind may fail: what was reached.
const REACHED: [(&str, usize); 14] = [
    ("address", 1),
    ("birthdate", 0),
    ("bsn", 0),
    ("email", 0),
    ("handle", 0),
    ("iban", 0),
    ("known-organisation", 0),
    ("known-person", 3),
    ("phone", 0),
    ("plate", 0),
    ("postcode", 0),
    ("stay", 80),
    ("unknown-person", 34),
    ("url", 0),
];

/// How many words outside all annotations may be masked.
const ORDINARY_REACHED: usize = 174;

#[test]
fn the_anonymiser_keeps_the_figures_that_it_reached() {
    let scores = score();
    println!("{}", scores.misses);
    for (kind, Score { leaked, spans }) in &scores.by_kind {
        println!("{kind:20} {leaked:5} of {spans:5} {:6.2} %", percent(*leaked, *spans));
    }
    let (lost, words) = (scores.ordinary_lost, scores.ordinary_words);
    println!("{:20} {lost:5} of {words:5} {:6.2} %", "ordinary words lost", percent(lost, words));
    for (kind, reached) in REACHED {
        let Score { leaked, .. } = scores.by_kind[kind];
        assert!(leaked <= reached, "{kind}: {leaked} spans fail, and it was {reached}");
    }
    assert!(lost <= ORDINARY_REACHED, "{lost} ordinary words are lost, and it was {ORDINARY_REACHED}");
}

fn percent(part: usize, whole: usize) -> f64 {
    let in_hundredths = part * 10_000 / whole.max(1);
    f64::from(u32::try_from(in_hundredths).unwrap()) / 100.0
}
