//! The anonymiser against the annotated texts of `tests/anonymise`: how much of what must go is still readable, and how
//! much of what must stay is not. `cargo test --test it anonymise_score -- --nocapture` prints what failed and the
//! tables; the figures reached may not become worse.

#![allow(clippy::disallowed_macros, reason = "the tables are for whoever asks to see them")]

mod forms;
mod news;
mod words;

use std::collections::{BTreeMap, HashSet};
use std::fmt::Write;
use std::fs;

use klacht::anonymise::Anonymiser;
use klacht::complaint::{self, Complaint};
use klacht::protocol::{Protocol, Staff};

use self::forms::{Form, FormReader};
use self::words::{Masked, identifying, words};
use crate::annotated::{Sample, samples};
use crate::{in_tree, today};

/// A figure of the scorer.
#[derive(Clone, Copy, Debug)]
enum Figure {
    /// Spans or words that fail: less is better.
    Count(usize),
    /// A measure such as F1, in percent: more is better.
    Percent(f64),
}

/// What was reached: spans of each kind that fail, words outside all spans that are masked, and the figures of the
/// news.
const REACHED: [(&str, Figure); 18] = [
    ("address", Figure::Count(1)),
    ("birthdate", Figure::Count(1)),
    ("bsn", Figure::Count(0)),
    ("email", Figure::Count(0)),
    ("handle", Figure::Count(0)),
    ("iban", Figure::Count(0)),
    ("known-organisation", Figure::Count(2)),
    ("known-person", Figure::Count(7)),
    ("phone", Figure::Count(0)),
    ("plate", Figure::Count(0)),
    ("postcode", Figure::Count(0)),
    ("stay", Figure::Count(125)),
    ("unknown-person", Figure::Count(39)),
    ("url", Figure::Count(0)),
    (ORDINARY, Figure::Count(244)),
    ("news: person tokens that leak", Figure::Count(32)),
    ("news: other words masked", Figure::Count(1290)),
    ("news: F1", Figure::Percent(81.81)),
];

/// The row of the words outside all annotations.
const ORDINARY: &str = "ordinary words lost";

/// Fails where a figure is worse than the one that was reached; names all that are.
fn hold(figures: &[(&str, Figure)]) {
    let mut worse = String::new();
    for (name, figure) in figures {
        let (_, reached) = REACHED.iter().find(|(reached, _)| reached == name).expect("each figure has a row");
        let holds = match (figure, reached) {
            (Figure::Count(now), Figure::Count(most)) => now <= most,
            (Figure::Percent(now), Figure::Percent(least)) => now >= least,
            _ => false,
        };
        if !holds {
            writeln!(worse, "{name}: {figure:?}, and it was {reached:?}").unwrap();
        }
    }
    assert!(worse.is_empty(), "worse than was reached:\n{worse}");
}

#[derive(Clone, Copy, Default)]
struct Score {
    whole: usize,
    /// What fails of it; in the news also what succeeds.
    part: usize,
}

impl Score {
    fn add(&mut self, failed: bool) {
        self.whole += 1;
        self.part += usize::from(failed);
    }

    /// Its columns in a table.
    fn row(self) -> String {
        let Self { whole, part } = self;
        format!("{part:5} of {whole:5} {:7.2}", percent(part, whole))
    }
}

/// What the anonymiser did with all complaints.
#[derive(Default)]
struct Scores {
    /// Spans of each kind, and the words outside all of them.
    by_kind: BTreeMap<String, Score>,
    /// Names of known and of unknown people.
    by_form: BTreeMap<Form, [Score; 2]>,
    misses: String,
}

impl Scores {
    fn add(&mut self, sample: &Sample, masked: &Masked, forms: &FormReader) {
        let text = sample.file.text();
        for (kind, span) in &sample.spans {
            let failed = if kind == "stay" {
                words(text, span.clone()).iter().any(|word| masked.touches(word))
            } else {
                identifying(text, span).iter().any(|word| !masked.covers(word))
            };
            self.by_kind.entry(kind.clone()).or_default().add(failed);
            let mut place = kind.clone();
            if let Some(column) = ["known-person", "unknown-person"].iter().position(|person| person == kind) {
                let form = forms.form(span);
                self.by_form.entry(form).or_default()[column].add(failed);
                write!(place, ", {}", form.name()).unwrap();
            }
            if failed {
                writeln!(self.misses, "{} {place}: {:?}", sample.name, &text[span.clone()]).unwrap();
            }
        }
        let annotated: Vec<_> = sample.spans.iter().map(|(_, span)| span.clone()).collect();
        for word in words(text, sample.body..text.len()) {
            if !words::overlaps(&annotated, &word) {
                let lost = masked.touches(&word);
                self.by_kind.entry(ORDINARY.to_owned()).or_default().add(lost);
                if lost {
                    writeln!(self.misses, "{} ordinary: {:?}", sample.name, &text[word]).unwrap();
                }
            }
        }
    }

    fn print(&self) {
        println!("\n{}\n{:25} {:>14} {:>7}", self.misses, "complaints, by kind", "fail", "%");
        for (kind, score) in &self.by_kind {
            println!("{kind:25} {}", score.row());
        }
        println!("\n{:25} {:>14} {:>7}   {:>14} {:>7}", "leaks, by form", "known people", "%", "unknown people", "%");
        for (form, [known, unknown]) in &self.by_form {
            println!("{:25} {}   {}", form.name(), known.row(), unknown.row());
        }
    }
}

fn score() -> Scores {
    let given_names = given_names();
    let mut scores = Scores::default();
    for sample in samples() {
        let complaint: Complaint = complaint::parse(&sample.file, &Protocol::default(), today()).unwrap();
        let staff = Staff::load(&sample.staff).value;
        let anonymiser = Anonymiser::new(&[&complaint], Some(&staff));
        let text = sample.file.text();
        let masker = anonymiser.record(text, &complaint);
        let spans = masker.spans().iter().map(|mask| mask.span.start..mask.span.end);
        let masked = Masked::new(text, spans.filter(|span| span.end > sample.body).collect());
        scores.add(&sample, &masked, &FormReader::new(&sample, &given_names));
    }
    scores
}

/// Those of the lexicon, in small letters.
fn given_names() -> HashSet<String> {
    let lists = ["given.txt", "given-own.txt", "given-abroad.txt"];
    let lists = lists.map(|list| fs::read_to_string(in_tree("data/lexicon").join(list)).unwrap());
    let names = lists.iter().flat_map(|list| list.lines()).filter(|line| !line.starts_with('#'));
    names.map(str::to_lowercase).collect()
}

#[test]
fn the_anonymiser_keeps_the_figures_that_it_reached() {
    let scores = score();
    scores.print();
    let figures: Vec<_> =
        scores.by_kind.iter().map(|(kind, score)| (kind.as_str(), Figure::Count(score.part))).collect();
    let rows = REACHED.iter().filter(|(name, _)| !name.starts_with("news")).count();
    assert_eq!(figures.len(), rows, "a kind is in no text");
    hold(&figures);
}

fn percent(part: usize, whole: usize) -> f64 {
    let in_hundredths = part * 10_000 / whole.max(1);
    f64::from(u32::try_from(in_hundredths).unwrap()) / 100.0
}
