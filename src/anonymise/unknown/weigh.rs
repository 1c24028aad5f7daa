//! How the points are found. In: the annotated texts in `tests/anonymise`. Out: the table of `points.rs`, by
//! logistic regression: `cargo test --lib weigh -- --ignored --nocapture` prints it, and fails where it differs.

#![allow(clippy::disallowed_macros, reason = "the table is for whoever asks to see it")]

use std::fs;
use std::ops::Range;
use std::path::Path;

use super::super::fold::WordHash;
use super::super::lexicon::look_up_all;
use super::super::tokens::{Token, tokenise};
use super::points::{PAIRS, POINTS};
use super::sight::{self, Sight, View};
use super::sign::Signs;
use super::signs;
use super::{Ground, State, judge};

/// A text with what is annotated in it.
struct Sample {
    text: String,
    tokens: Vec<Token>,
    sights: Vec<Sight>,
    /// What each token is by the annotations.
    states: Vec<State>,
    weight: Weight,
}

/// A word that may be a name.
struct Example {
    signs: Signs,
    /// The places of its signs and pairs of signs among the weights.
    there: Vec<usize>,
    is_person: bool,
    /// The number of its text, and its hash.
    key: (usize, WordHash),
    weight: Weight,
}

/// How much examples count.
#[derive(Clone, Copy, PartialEq)]
struct Weight {
    /// How much each counts.
    count: f64,
    /// A name that is missed costs as much as so many words that are lost.
    leak: f64,
    /// How much each counts when its text is read a second time, without capitals.
    small: f64,
}

/// News names many things that are no people; in complaints a leak costs more.
const FOLDERS: [(&str, Weight); 2] = [
    ("texts", Weight { count: 1.0, leak: 10.0, small: 0.25 }),
    ("news", Weight { count: 1.0, leak: 14.0, small: 0.0 }),
];

/// How much the words count beside what the judge makes of their neighbours, against those beside what is annotated.
const AGAIN: f64 = 1.0;

impl Example {
    fn sum(&self, weights: &[f64]) -> f64 {
        sum(&self.there, weights)
    }
}

fn sum(there: &[usize], weights: &[f64]) -> f64 {
    there.iter().map(|at| weights[*at]).sum()
}

/// Where the weights of the signs and pairs stand that are there.
fn there(signs: Signs) -> Vec<usize> {
    let single = (0..POINTS.len()).filter(|at| signs.has(POINTS[*at].0));
    let pairs = (0..PAIRS.len()).filter(|at| signs.has(PAIRS[*at].0) && signs.has(PAIRS[*at].1));
    single.chain(pairs.map(|at| POINTS.len() + at)).collect()
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

impl Sample {
    fn new(annotated: &str, weight: Weight) -> Self {
        let (text, spans) = without_annotations(annotated);
        let (mut tokens, mut classes, mut sights) = (Vec::new(), Vec::new(), Vec::new());
        tokenise(&text, &mut tokens);
        look_up_all(&tokens, &mut classes);
        sight::look(&text, &tokens, &classes, &mut sights);
        let view = View::new(&text, &tokens, &sights);
        let states = (0..tokens.len()).map(|at| state_of(&view, &spans, at)).collect();
        Self { text, tokens, sights, states, weight }
    }

    fn view(&self) -> View<'_> {
        View::new(&self.text, &self.tokens, &self.sights)
    }

    /// What the judge makes of the words with these weights, from the first to the last.
    fn judged(&self, weights: &[f64]) -> Vec<State> {
        let view = self.view();
        let open = |state: &State| if matches!(state, State::Found(_)) { State::Open } else { *state };
        let mut states: Vec<_> = self.states.iter().map(open).collect();
        for at in 0..states.len() {
            let may = states[at] == State::Open && judge::may_name(&view, &states, at);
            if may && sum(&there(signs::read(&view, &states, at)), weights) > 0.0 {
                states[at] = State::Found(Ground::Context);
            }
        }
        states
    }

    /// The words that may be names, beside words of which this is decided.
    fn examples(&self, states: &[State], number: usize, examples: &mut Vec<Example>) {
        let view = self.view();
        for at in 0..states.len() {
            if !matches!(self.states[at], State::Taken | State::Known) && judge::may_name(&view, states, at) {
                let signs = signs::read(&view, states, at);
                examples.push(Example {
                    signs,
                    there: there(signs),
                    is_person: self.states[at].is_person(),
                    key: (number, self.tokens[at].hash),
                    weight: self.weight,
                });
            }
        }
    }
}

fn state_of(view: &View<'_>, spans: &[(String, Range<usize>)], at: usize) -> State {
    let token = &view.tokens[at];
    let span = spans.iter().find(|(_, span)| span.start < token.end && token.start < span.end);
    match span.map(|(kind, _)| kind.as_str()) {
        Some("known-person") if !view.is_particle(at) && token.length > 1 => State::Known,
        Some("person" | "unknown-person") if !view.is_particle(at) && token.length > 1 => State::Found(Ground::Context),
        None | Some("stay" | "person" | "known-person" | "unknown-person") => State::Open,
        Some(_) => State::Taken,
    }
}

fn read(folder: &str, weight: Weight, samples: &mut Vec<Sample>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/anonymise").join(folder);
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        let text = fs::read_to_string(&path).unwrap();
        let body = text.split_once("---\n").map_or(text.as_str(), |(_, body)| body);
        if weight.small > 0.0 {
            // Hasty people write all letters small.
            let small = Weight { count: weight.small, ..weight };
            samples.push(Sample::new(&body.to_lowercase(), small));
        }
        samples.push(Sample::new(body, weight));
    }
}

/// The words of all texts that may be names, beside what is annotated and, with weights, beside what the judge makes of
/// it: it decides of a word by what it decided of others, and not always rightly.
fn examples_of(samples: &[&Sample], weights: Option<&[f64]>) -> Vec<Example> {
    let mut examples = Vec::new();
    for (number, sample) in samples.iter().enumerate() {
        sample.examples(&sample.states, number * 2, &mut examples);
        if let Some(weights) = weights {
            let first = examples.len();
            sample.examples(&sample.judged(weights), number * 2 + 1, &mut examples);
            examples[first..].iter_mut().for_each(|example| example.weight.count *= AGAIN);
        }
    }
    examples.sort_by_key(|example| example.key);
    examples
}

/// The weights at which the whole mistake is least, by Newton's steps.
fn fitted(examples: &[Example]) -> Vec<f64> {
    const STEPS: usize = 12;
    const HOLD: f64 = 0.5;
    let count = POINTS.len() + PAIRS.len();
    let mut weights = vec![0.0; count];
    for _ in 0..STEPS {
        let mut slope: Vec<f64> = weights.iter().map(|weight| HOLD * weight).collect();
        let mut bend = vec![vec![0.0; count]; count];
        (0..count).for_each(|at| bend[at][at] = HOLD);
        for example in examples {
            let likely = 1.0 / (1.0 + (-example.sum(&weights)).exp());
            let cost = example.weight.count * if example.is_person { example.weight.leak } else { 1.0 };
            let error = cost * if example.is_person { likely - 1.0 } else { likely };
            for (place, one) in example.there.iter().enumerate() {
                slope[*one] += error;
                for other in &example.there[..=place] {
                    bend[*one][*other] += cost * likely * (1.0 - likely);
                }
            }
        }
        let step = solved(bend, slope);
        weights.iter_mut().zip(step).for_each(|(weight, step)| *weight -= step);
    }
    weights
}

/// What times this matrix makes these values; it is symmetric, positive, and given by its lower half (Cholesky).
fn solved(mut lower: Vec<Vec<f64>>, mut values: Vec<f64>) -> Vec<f64> {
    for row in 0..values.len() {
        let (above, rest) = lower.split_at_mut(row);
        let this = &mut rest[0];
        for column in 0..row {
            let known: f64 = this[..column].iter().zip(&above[column]).map(|(one, other)| one * other).sum();
            this[column] = (this[column] - known) / above[column][column];
        }
        let known: f64 = this[..row].iter().map(|one| one * one).sum();
        this[row] = (this[row] - known).sqrt();
        let known: f64 = this[..row].iter().zip(&values).map(|(one, value)| one * value).sum();
        values[row] = (values[row] - known) / this[row];
    }
    for row in (0..values.len()).rev() {
        let known: f64 = (row + 1..values.len()).map(|below| lower[below][row] * values[below]).sum();
        values[row] = (values[row] - known) / lower[row][row];
    }
    values
}

/// Adds what the same word tells elsewhere in its text.
fn look_elsewhere(examples: &mut [Example], weights: &[f64]) {
    for same in examples.chunk_by_mut(|one, other| one.key == other.key) {
        let points: Vec<i32> = same
            .iter_mut()
            .map(|example| {
                example.signs = example.signs.without_elsewhere();
                example.there = there(example.signs);
                (example.sum(weights) * 100.0) as i32
            })
            .collect();
        let all: i64 = points.iter().map(|points| i64::from(*points)).sum();
        let count = same.len();
        if count > 1 {
            for (example, own) in same.iter_mut().zip(points) {
                example.signs = example.signs.and(judge::elsewhere(all, count, own));
                example.there = there(example.signs);
            }
        }
    }
}

/// The texts of all folders.
fn samples() -> Vec<Sample> {
    let mut samples = Vec::new();
    for (folder, weight) in FOLDERS {
        read(folder, weight, &mut samples);
    }
    samples
}

/// The weights that texts give, with their examples.
fn weighed(samples: &[&Sample]) -> (Vec<f64>, Vec<Example>) {
    let mut examples = examples_of(samples, None);
    let mut weights = fitted(&examples);
    for _ in 0..2 {
        examples = examples_of(samples, Some(&weights));
        look_elsewhere(&mut examples, &weights);
        weights = fitted(&examples);
    }
    (weights, examples)
}

#[test]
#[ignore = "takes a minute; run it after a change of texts, signs or lists"]
fn the_points_are_those_that_the_texts_give() {
    let (weights, _) = weighed(&samples().iter().collect::<Vec<_>>());
    let points: Vec<i32> = weights.iter().map(|weight| (weight * 100.0).round() as i32).collect();
    let (single, paired) = points.split_at(POINTS.len());
    let single: Vec<_> = POINTS.iter().zip(single).map(|((sign, _), points)| (*sign, *points)).collect();
    let paired: Vec<_> = PAIRS.iter().zip(paired).map(|((one, other, _), points)| (*one, *other, *points)).collect();
    for (sign, points) in &single {
        println!("    (Sign::{sign:?}, {points}),");
    }
    for (one, other, points) in &paired {
        println!("    (Sign::{one:?}, Sign::{other:?}, {points}),");
    }
    assert_eq!((single, paired), (POINTS.to_vec(), PAIRS.to_vec()), "points.rs is not what the texts give");
}

#[test]
#[ignore = "takes a minute; it proposes pairs of signs, and tests nothing"]
fn pairs_that_would_tell_more() {
    const FEWEST: f64 = 30.0;
    const SHOWN: usize = 20;
    let (weights, examples) = weighed(&samples().iter().collect::<Vec<_>>());
    let mut sums = vec![[0.0_f64; 3]; POINTS.len() * POINTS.len()];
    for example in &examples {
        let likely = 1.0 / (1.0 + (-example.sum(&weights)).exp());
        let error = if example.is_person { example.weight.leak * (1.0 - likely) } else { -likely };
        let single: Vec<_> = example.there.iter().filter(|at| **at < POINTS.len()).collect();
        for (place, one) in single.iter().enumerate() {
            for other in &single[place + 1..] {
                let [slope, square, count] = &mut sums[**one * POINTS.len() + **other];
                *slope += error * example.weight.count;
                *square += (error * example.weight.count).powi(2);
                *count += example.weight.count;
            }
        }
    }
    let told = |[slope, square, count]: [f64; 3]| if count < FEWEST { 0.0 } else { slope / (square + 20.0).sqrt() };
    let mut order: Vec<_> = (0..sums.len()).map(|at| (told(sums[at]), at)).collect();
    order.sort_by(|one, other| other.0.abs().total_cmp(&one.0.abs()));
    for (told, at) in order.into_iter().take(SHOWN) {
        let (one, other) = (POINTS[at / POINTS.len()].0, POINTS[at % POINTS.len()].0);
        println!("{one:?} and {other:?}: {told:.2}, in {:.0}", sums[at][2]);
    }
}

#[test]
#[ignore = "takes a minute; it prints how well texts are read of which nothing was learned"]
fn what_the_points_find_in_texts_that_they_do_not_know() {
    const FOLDS: usize = 5;
    let samples = samples();
    let mut counts = [[0; 3]; FOLDERS.len()];
    for fold in 0..FOLDS {
        // A text and the same in small letters stay together.
        let is_held = |at: usize| at / 2 % FOLDS == fold;
        let rest: Vec<_> = (0..samples.len()).filter(|at| !is_held(*at)).map(|at| &samples[at]).collect();
        let (weights, _) = weighed(&rest);
        for sample in (0..samples.len()).filter(|at| is_held(*at)).map(|at| &samples[at]) {
            let Some(folder) = FOLDERS.iter().position(|(_, weight)| *weight == sample.weight) else { continue };
            let [people, missed, lost] = &mut counts[folder];
            for (is, found) in sample.states.iter().zip(sample.judged(&weights)) {
                let is_unknown = matches!(is, State::Found(_));
                *people += usize::from(is_unknown);
                *missed += usize::from(is_unknown && !found.is_person());
                *lost += usize::from(*is == State::Open && found.is_person());
            }
        }
    }
    for ((folder, _), [people, missed, lost]) in FOLDERS.iter().zip(counts) {
        println!("{folder}: of {people} words of names {missed} are missed; {lost} other words are taken");
    }
}

#[test]
fn each_sign_has_points_of_its_own() {
    for (at, (sign, _)) in POINTS.iter().enumerate() {
        assert_eq!(*sign as usize, at);
    }
}
