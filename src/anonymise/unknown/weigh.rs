//! How the points were found. In: the annotated texts in `tests/anonymise`. Out: `points.rs`, by logistic
//! regression: `cargo test --lib weigh -- --ignored --nocapture` prints it.

use std::fs;
use std::ops::Range;
use std::path::Path;

use super::super::fold::WordHash;
use super::super::lexicon::look_up_all;
use super::super::tokens::tokenise;
use super::points::POINTS;
use super::sight::{self, View};
use super::signs::{self, Signs};
use super::{Ground, State, judge};

/// A word that may be a name.
struct Example {
    signs: Signs,
    is_person: bool,
    word: String,
    /// The number of its text, and its hash.
    key: (usize, WordHash),
    /// How much it counts.
    share: f64,
    /// A name that is missed costs as much as so many words that are lost.
    cost: f64,
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

fn examples_of(annotated: &str, number: usize, (share, cost): (f64, f64), examples: &mut Vec<Example>) {
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
                Some("person" | "known-person" | "unknown-person") if !view.is_particle(at) && token.length > 1 => {
                    State::Found(Ground::Context)
                }
                None | Some("stay" | "person" | "known-person" | "unknown-person") => State::Open,
                Some(_) => State::Taken,
            }
        })
        .collect();
    for at in 0..tokens.len() {
        if states[at] != State::Taken && judge::may_name(&view, &states, at) {
            let word = text[tokens[at].start..tokens[at].end].to_owned();
            examples.push(Example {
                signs: signs::read(&view, &states, at),
                is_person: states[at].is_person(),
                word,
                key: (number, tokens[at].hash),
                share,
                cost,
            });
        }
    }
}

fn read(folder: &Path, examples: &mut Vec<Example>) {
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        let text = fs::read_to_string(&path).unwrap();
        let body = text.split_once("---\n").map_or(text.as_str(), |(_, body)| body);
        let news = text.contains("⟦person|") || !text.contains("-person|");
        examples_of(
            if news { &text } else { body },
            examples.len(),
            (1.0, if news { COST_IN_NEWS } else { COST_OF_A_LEAK }),
            examples,
        );
        if !news {
            // Hasty people write all letters small.
            examples_of(&body.to_lowercase(), examples.len(), (SHARE_OF_SMALL, COST_OF_A_LEAK), examples);
        }
    }
}

/// How much a text counts when it is read a second time without capitals.
const SHARE_OF_SMALL: f64 = 0.25;

/// A name that is missed costs as much as so many words that are lost.
const COST_OF_A_LEAK: f64 = 6.0;
/// The same in news, which names many things.
const COST_IN_NEWS: f64 = 3.0;

fn fitted(examples: &[Example]) -> Vec<f64> {
    const ROUNDS: usize = 400;
    let mut weights = vec![0.0; POINTS.len()];
    let mut squares = vec![1e-6; POINTS.len()];
    for _ in 0..ROUNDS {
        let mut slope: Vec<f64> = weights.iter().map(|weight| 0.5 * weight).collect();
        for example in examples {
            let there = || (0..POINTS.len()).filter(|at| example.signs.has(POINTS[*at].0));
            let sum: f64 = there().map(|at| weights[at]).sum();
            let likely = 1.0 / (1.0 + (-sum).exp());
            let error = if example.is_person { example.cost * (likely - 1.0) } else { likely };
            there().for_each(|at| slope[at] += error * example.share);
        }
        for at in 0..weights.len() {
            squares[at] += slope[at] * slope[at];
            weights[at] -= 0.5 * slope[at] / squares[at].sqrt();
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
                let there = (0..POINTS.len()).filter(|at| example.signs.has(POINTS[*at].0));
                (there.map(|at| weights[at]).sum::<f64>() * 100.0) as i32
            })
            .collect();
        let all: i32 = points.iter().sum();
        let count = same.len();
        if count > 1 {
            for (example, own) in same.iter_mut().zip(points) {
                example.signs = example.signs.and(judge::elsewhere(all, count, own));
            }
        }
    }
}

#[test]
#[ignore = "prints the table of points; it proves nothing"]
fn weigh() {
    let mut examples = Vec::new();
    for folder in std::env::var("FOLDERS").unwrap().split(':') {
        read(Path::new(folder), &mut examples);
    }
    examples.sort_by_key(|example| example.key);
    let mut weights = fitted(&examples);
    for _ in 0..2 {
        look_elsewhere(&mut examples, &weights);
        weights = fitted(&examples);
    }
    let mut table = String::new();
    for (at, (sign, _)) in POINTS.iter().enumerate() {
        let there = examples.iter().filter(|example| example.signs.has(*sign));
        let people = there.clone().filter(|example| example.is_person).count();
        table += &format!("    (Sign::{sign:?}, {:.0}), // {people} of {}\n", weights[at] * 100.0, there.count());
    }
    println!("{table}");
    let mut counts = [[0; 2]; 2];
    for example in &examples {
        let sum: f64 = (0..POINTS.len()).filter(|at| example.signs.has(POINTS[*at].0)).map(|at| weights[at]).sum();
        counts[usize::from(example.is_person)][usize::from(sum > 0.0)] += 1;
        if std::env::var("SHOW").is_ok() && example.is_person != (sum > 0.0) {
            let there: Vec<_> =
                (0..POINTS.len()).filter(|at| example.signs.has(POINTS[*at].0)).map(|at| POINTS[at].0).collect();
            println!("{} {} {sum:.1} {there:?}", example.is_person, example.word);
        }
    }
    println!("{counts:?}");
}
