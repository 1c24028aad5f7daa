//! How the points are found. In: the annotated texts in `tests/anonymise`. Out: the table of `points.rs`, by
//! logistic regression: `cargo test --lib weigh -- --ignored --nocapture` prints it, and fails where it differs.

#![allow(clippy::disallowed_macros, reason = "the table is for whoever asks to see it")]

use std::fs;
use std::ops::Range;
use std::path::Path;

use super::super::fold::WordHash;
use super::super::lexicon::look_up_all;
use super::super::tokens::tokenise;
use super::points::POINTS;
use super::sight::{self, View};
use super::sign::Signs;
use super::signs;
use super::{Ground, State, judge};

/// A word that may be a name.
struct Example {
    signs: Signs,
    is_person: bool,
    /// The number of its text, and its hash.
    key: (usize, WordHash),
    weight: Weight,
}

/// How much examples count.
#[derive(Clone, Copy)]
struct Weight {
    /// How much each counts.
    count: f64,
    /// A name that is missed costs as much as so many words that are lost.
    leak: f64,
    /// How much each counts when its text is read a second time, without capitals.
    small: f64,
}

/// News names many things that are no people; in complaints a leak costs more.
const FOLDERS: [(&str, Weight); 2] =
    [("texts", Weight { count: 1.0, leak: 6.0, small: 0.25 }), ("news", Weight { count: 1.0, leak: 6.0, small: 0.0 })];

impl Example {
    fn there(&self) -> impl Iterator<Item = usize> + '_ {
        (0..POINTS.len()).filter(|at| self.signs.has(POINTS[*at].0))
    }

    fn sum(&self, weights: &[f64]) -> f64 {
        self.there().map(|at| weights[at]).sum()
    }
}

/// A text without its annotations, and what they say: the kind of each span and where it is.
fn without_annotations(annotated: &str) -> (String, Vec<(String, Range<usize>)>) {
    let (mut text, mut spans) = (String::new(), Vec::new());
    let mut rest = annotated;
    while let Some((before, after)) = rest.split_once('⟦') {
        let (inside, after) = after.split_once('⟧').unwrap();
        let (kind, inside) = inside.split_once('|').unwrap_or(("person", inside));
        text.push_str(before);
        spans.push((kind.to_owned(), text.len()..text.len() + inside.len()));
        text.push_str(inside);
        rest = after;
    }
    text.push_str(rest);
    (text, spans)
}

fn examples_of(annotated: &str, number: usize, weight: Weight, examples: &mut Vec<Example>) {
    let (text, spans) = without_annotations(annotated);
    let (mut tokens, mut classes, mut sights) = (Vec::new(), Vec::new(), Vec::new());
    tokenise(&text, &mut tokens);
    look_up_all(&tokens, &mut classes);
    sight::look(&text, &tokens, &classes, &mut sights);
    let view = View::new(&text, &tokens, &sights);
    let states: Vec<State> = (0..tokens.len())
        .map(|at| {
            let token = &tokens[at];
            let span = spans.iter().find(|(_, span)| span.start < token.end && token.start < span.end);
            match span.map(|(kind, _)| kind.as_str()) {
                Some("known-person") if !view.is_particle(at) && token.length > 1 => State::Known,
                Some("person" | "unknown-person") if !view.is_particle(at) && token.length > 1 => {
                    State::Found(Ground::Context)
                }
                None | Some("stay" | "person" | "known-person" | "unknown-person") => State::Open,
                Some(_) => State::Taken,
            }
        })
        .collect();
    for at in 0..tokens.len() {
        if states[at] != State::Taken && judge::may_name(&view, &states, at) {
            examples.push(Example {
                signs: signs::read(&view, &states, at),
                is_person: states[at].is_person(),
                key: (number, tokens[at].hash),
                weight,
            });
        }
    }
}

fn read(folder: &str, weight: Weight, examples: &mut Vec<Example>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/anonymise").join(folder);
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        let text = fs::read_to_string(&path).unwrap();
        let body = text.split_once("---\n").map_or(text.as_str(), |(_, body)| body);
        let number = examples.len();
        if weight.small > 0.0 {
            // Hasty people write all letters small.
            let small = Weight { count: weight.small, ..weight };
            examples_of(&body.to_lowercase(), number, small, examples);
        }
        examples_of(body, examples.len(), weight, examples);
    }
}

/// The weights at which the whole mistake is least.
fn fitted(examples: &[Example]) -> Vec<f64> {
    const ROUNDS: usize = 400;
    const STEP: f64 = 0.5;
    const HOLD: f64 = 0.5;
    let mut weights = vec![0.0; POINTS.len()];
    let mut squares = vec![1e-6; POINTS.len()];
    for _ in 0..ROUNDS {
        let mut slope: Vec<f64> = weights.iter().map(|weight| HOLD * weight).collect();
        for example in examples {
            let likely = 1.0 / (1.0 + (-example.sum(&weights)).exp());
            let error = if example.is_person { example.weight.leak * (likely - 1.0) } else { likely };
            example.there().for_each(|at| slope[at] += error * example.weight.count);
        }
        for at in 0..weights.len() {
            squares[at] += slope[at] * slope[at];
            weights[at] -= STEP * slope[at] / squares[at].sqrt();
        }
    }
    weights
}

/// Adds what the same word tells elsewhere in its text.
fn look_elsewhere(examples: &mut [Example], weights: &[f64]) {
    for same in examples.chunk_by_mut(|one, other| one.key == other.key) {
        let points: Vec<i32> = same
            .iter_mut()
            .map(|example| {
                example.signs = example.signs.without_elsewhere();
                (example.sum(weights) * 100.0) as i32
            })
            .collect();
        let all: i64 = points.iter().map(|points| i64::from(*points)).sum();
        let count = same.len();
        if count > 1 {
            for (example, own) in same.iter_mut().zip(points) {
                example.signs = example.signs.and(judge::elsewhere(all, count, own));
            }
        }
    }
}

#[test]
#[ignore = "takes a minute; run it after a change of texts, signs or lists"]
fn the_points_are_those_that_the_texts_give() {
    let mut examples = Vec::new();
    for (folder, weight) in FOLDERS {
        read(folder, weight, &mut examples);
    }
    examples.sort_by_key(|example| example.key);
    let mut weights = fitted(&examples);
    for _ in 0..2 {
        look_elsewhere(&mut examples, &weights);
        weights = fitted(&examples);
    }
    let points: Vec<_> =
        POINTS.iter().zip(weights).map(|((sign, _), weight)| (*sign, (weight * 100.0).round() as i32)).collect();
    for (sign, points) in &points {
        println!("    (Sign::{sign:?}, {points}),");
    }
    assert_eq!(points, POINTS, "points.rs is not what the texts give; the table above is");
}

#[test]
fn each_sign_has_points_of_its_own() {
    for (at, (sign, _)) in POINTS.iter().enumerate() {
        assert_eq!(*sign as usize, at);
    }
}
