//! How many characters a second the anonymiser masks, on one core: `cargo bench --bench anonymise`. In: the annotated
//! texts of `tests/anonymise`, and texts made to be slow. Out: a table; status 1 where a cost is not linear.

#![allow(clippy::disallowed_macros, clippy::disallowed_methods, reason = "a benchmark measures time and prints")]
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on has failed")]
#![allow(missing_docs, reason = "a benchmark has no users")]

#[allow(dead_code, reason = "the tests use the rest")]
#[path = "../tests/it/annotated.rs"]
mod annotated;
#[allow(dead_code, reason = "the example uses the rest")]
#[path = "../examples/make_register/complaint.rs"]
mod complaint;
#[path = "../tests/it/hostile.rs"]
mod hostile;
#[path = "../examples/make_register/names.rs"]
mod names;
#[allow(dead_code, reason = "the example uses the rest")]
#[path = "../examples/make_register/people.rs"]
mod people;
#[allow(dead_code, reason = "the example uses the rest")]
#[path = "../examples/make_register/random.rs"]
mod random;
#[path = "../examples/make_register/sentences.rs"]
mod sentences;
#[allow(dead_code, reason = "the example uses the rest")]
#[path = "../examples/make_register/text.rs"]
mod text;

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use annotated::{Sample, samples, without_annotations};
use klacht::anonymise::Anonymiser;
use klacht::complaint::{Complaint, parse};
use klacht::protocol::{Protocol, Staff};
use klacht::source::{RelPath, SourceFile};

/// The program's own.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// So long each row is measured.
const LONG_ENOUGH: Duration = Duration::from_millis(700);

/// Ten times the text may take this many times as long. It takes ten times the instructions; where other programs use
/// the caches too, it waits for memory as well. Quadratic cost would be a hundred times.
const MOST_FOR_TENFOLD: f64 = 20.0;

/// The day to which all complaints are held.
const TODAY: &str = "2026-11-23";

/// A text with its record.
struct Case {
    file: SourceFile,
    complaint: Complaint,
    body: String,
}

impl Case {
    fn new(file: SourceFile) -> Self {
        let complaint: Complaint = parse(&file, &Protocol::default(), TODAY.parse().unwrap()).unwrap();
        let body = complaint.halves.body;
        let body = file.text()[body.start..body.end].to_owned();
        Self { file, complaint, body }
    }
}

fn main() -> ExitCode {
    println!("{:48} {:>10} {:>10} {:>12}", "", "characters", "µs a text", "a second");
    register();
    let known = annotated_texts();
    news();
    println!("\n{:48} {:>10} {:>10} {:>12}", "hostile texts", "µs, 100 KB", "µs, 1 MB", "times as long");
    let slow = hostile::UNITS.iter().filter(|unit| hostile_row(&known, unit) >= MOST_FOR_TENFOLD).count();
    if slow == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Complaints of 300 words, as `examples/make_register` writes them.
fn register() {
    const COUNT: usize = 500;
    let (lists, staff) = (people::Lists::new(), people::staff());
    let plan = complaint::Plan { lists: &lists, staff: &staff, seed: 1, words: 300, today: TODAY.parse().unwrap() };
    let cases: Vec<Case> = (0..COUNT)
        .map(|index| plan.complaint(index, format!("2026-{:03}", index + 1), "2026-09-01".parse().unwrap()))
        .map(|made| format!("---\n{}---\n{}", made.front_matter, made.body))
        .map(|text| Case::new(SourceFile::new(RelPath::new("2026/2026-001.md"), text)))
        .collect();
    let known: Vec<_> = cases.iter().map(|case| &case.complaint).collect();
    let staff = staff.iter().map(|one| format!("- naam: {}\n  functie: {}\n", one.name.full(), one.role)).collect();
    let staff = Staff::load(&SourceFile::new(RelPath::new("medewerkers.yaml"), staff)).value;
    let anonymiser = Anonymiser::new(&known, Some(&staff));
    let cases: Vec<_> = cases.iter().map(|case| (case, &anonymiser)).collect();
    rows("a register of complaints of 300 words", &cases);
}

/// The texts of `tests/anonymise/texts`, each with people of its own. Each has more names and numbers than most
/// complaints. Gives the first of them.
fn annotated_texts() -> Known {
    let cases: Vec<Known> = samples()
        .into_iter()
        .map(|Sample { file, staff, .. }| {
            let case = Case::new(file);
            let anonymiser = Anonymiser::new(&[&case.complaint], Some(&Staff::load(&staff).value));
            (case, anonymiser)
        })
        .collect();
    rows("annotated texts", &cases.iter().map(|(case, anonymiser)| (case, anonymiser)).collect::<Vec<_>>());
    cases.into_iter().next().unwrap()
}

/// A text with an anonymiser that knows its people.
type Known = (Case, Anonymiser);

fn rows(name: &str, cases: &[(&Case, &Anonymiser)]) {
    let bodies = || cases.iter().map(|(case, _)| case.body.as_str());
    row(name, bodies(), || {
        for (case, anonymiser) in cases {
            black_box(anonymiser.text(&case.body));
        }
    });
    row("    as Markdown, each with what its record knows", bodies(), || {
        for (case, anonymiser) in cases {
            black_box(anonymiser.record(case.file.text(), &case.complaint).body());
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
    println!("{name:48} {characters:>10} {micros:>10.1} {:>10.1} M", characters as f64 / seconds / 1e6);
}

/// Masks a text of 100 KB and one of 1 MB, and prints how many times as long the second took.
fn hostile_row((_, anonymiser): &Known, unit: &hostile::Unit) -> f64 {
    let [short, long] = [100_000, 1_000_000].map(|bytes| {
        let text = unit.text(bytes);
        best_of(&mut || drop(black_box(anonymiser.text(&text)))).as_secs_f64() * 1e6
    });
    println!("{:48} {short:>10.0} {long:>10.0} {:>12.1}", unit.name(), long / short);
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
