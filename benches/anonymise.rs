//! How many characters a second the anonymiser masks, on one core: `cargo bench --bench anonymise`. In: the annotated
//! texts of `tests/anonymise`, and texts made to be slow. Out: a table; status 1 where a cost is not linear.

#![allow(clippy::disallowed_macros, clippy::disallowed_methods, reason = "a benchmark measures time and prints")]
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on has failed")]
#![allow(missing_docs, reason = "a benchmark has no users")]

#[allow(dead_code, reason = "the tests use the rest")]
#[path = "../tests/it/annotated.rs"]
mod annotated;
#[path = "../tests/it/hostile.rs"]
mod hostile;

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use annotated::{Sample, samples, without_annotations};
use klacht::anonymise::Anonymiser;
use klacht::complaint::{self, Complaint};
use klacht::personal::Personal;
use klacht::protocol::{Protocol, Staff};

/// So long each row is measured.
const LONG_ENOUGH: Duration = Duration::from_millis(700);

/// Ten times the text may take this many times as long. It takes ten times the instructions; a text whose words no
/// longer fit the caches waits for memory as well, and quadratic cost would be a hundred times.
const MOST_FOR_TENFOLD: f64 = 50.0;

/// A text of the tests with all that is known of it.
struct Case {
    sample: Sample,
    complaint: Complaint,
    anonymiser: Anonymiser,
    body: Personal,
}

impl Case {
    fn new(sample: Sample) -> Self {
        let today = "2026-11-23".parse().unwrap();
        let complaint: Complaint = complaint::parse(&sample.file, &Protocol::default(), today).unwrap();
        let anonymiser = Anonymiser::new(&[&complaint], Some(&Staff::load(&sample.staff).value));
        let body = Personal::new(&sample.file.text()[sample.body..]);
        Self { sample, complaint, anonymiser, body }
    }
}

fn main() -> ExitCode {
    let cases: Vec<Case> = samples().into_iter().map(Case::new).collect();
    println!("{:44} {:>12} {:>12} {:>14}", "", "characters", "µs a text", "characters/s");
    complaints(&cases);
    news();
    println!("\n{:44} {:>12} {:>12} {:>14}", "hostile texts", "µs, 100 KB", "µs, 1 MB", "times as long");
    let masker = &cases[0];
    let slow = hostile::UNITS.iter().filter(|unit| hostile_row(masker, unit) >= MOST_FOR_TENFOLD).count();
    if slow == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn complaints(cases: &[Case]) {
    let bodies = || cases.iter().map(|case| case.body.reveal());
    row("complaints, as texts of no record", bodies(), || {
        for case in cases {
            black_box(case.anonymiser.text(case.body.reveal()));
        }
    });
    row("complaints as Markdown, maskers made each time", bodies(), || {
        for case in cases {
            black_box(case.anonymiser.record(case.sample.file.text(), &case.complaint).body());
        }
    });
}

fn news() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/anonymise/news");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let texts: Vec<String> =
        paths.iter().map(|path| without_annotations(&fs::read_to_string(path).unwrap(), 0).0).collect();
    let anonymiser = Anonymiser::new(&[], None);
    row("news, nobody known", texts.iter().map(String::as_str), || {
        for text in &texts {
            black_box(anonymiser.text(text));
        }
    });
}

fn row<'t>(name: &str, texts: impl Iterator<Item = &'t str>, mut run: impl FnMut()) {
    let (count, characters) =
        texts.fold((0, 0), |(count, characters), text| (count + 1, characters + text.chars().count()));
    let seconds = best_of(&mut run).as_secs_f64();
    let micros = seconds * 1e6 / f64::from(count);
    println!("{name:44} {characters:>12} {micros:>12.1} {:>12.1} M", characters as f64 / seconds / 1e6);
}

/// Masks a text of 100 KB and one of 1 MB, and prints how many times as long the second took.
fn hostile_row(case: &Case, unit: &hostile::Unit) -> f64 {
    let [short, long] = [100_000, 1_000_000].map(|bytes| {
        let text = unit.text(bytes);
        best_of(&mut || drop(black_box(case.anonymiser.text(&text)))).as_secs_f64() * 1e6
    });
    println!("{:44} {short:>12.0} {long:>12.0} {:>14.1}", unit.name(), long / short);
    long / short
}

/// The shortest of the times that a run took; others are of a machine that did something else as well.
fn best_of(run: &mut impl FnMut()) -> Duration {
    let begin = Instant::now();
    let mut best = Duration::MAX;
    loop {
        let start = Instant::now();
        run();
        best = best.min(start.elapsed());
        if begin.elapsed() > LONG_ENOUGH {
            return best;
        }
    }
}
