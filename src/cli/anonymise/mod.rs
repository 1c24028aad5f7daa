//! `klacht anonymise`: shows what becomes of a text. A complaint file brings its own identities; the
//! register, where there is one, those of everyone else.

pub(super) mod told;

use std::io::Read;
use std::path::Path;

use serde::Serialize;

use super::arguments::{AnonymiseFormat, AnonymiseOptions};
use super::{Failure, Outcome, terminal};
use told::Told;

use crate::anonymise::{Anonymised, Anonymiser, ShownSpan};
use crate::calendar::Date;
use crate::complaint::{self, Complaint};
use crate::protocol::Protocol;
use crate::register::{self, Register};
use crate::source::{self, FrontMatterFault, RelPath, SourceFile};

/// The name that stands for standard input.
const STANDARD_INPUT: &str = "-";

/// The answer of the contract (`anonymise --format json`).
#[derive(Serialize)]
struct Answer<'a> {
    text: &'a str,
    spans: Vec<AnswerSpan>,
}

#[derive(Serialize)]
struct AnswerSpan {
    start: usize,
    end: usize,
    kind: &'static str,
    mask: String,
    by: &'static str,
}

pub(super) fn run(folder: &Path, today: Date, options: &AnonymiseOptions) -> Result<Outcome, Failure> {
    let input = read(&options.file)?;
    let register = folder.is_dir().then(|| register::load(folder, today)).transpose().map_err(Failure::new)?;
    let anonymised = anonymised(input, register.as_ref(), today, &options.file)?;
    let default = if terminal::is_shown() { AnonymiseFormat::Human } else { AnonymiseFormat::Text };
    match options.format.unwrap_or(default) {
        AnonymiseFormat::Human => {
            let mut told = Told::default();
            told.add(&anonymised, 1);
            terminal::show(&told.finish());
        }
        // Some signs of a text would steer the screen.
        AnonymiseFormat::Text if terminal::is_shown() => terminal::show(anonymised.text.as_str()),
        AnonymiseFormat::Text => terminal::hand_over(anonymised.text.as_str().as_bytes())?,
        AnonymiseFormat::Json => terminal::hand_over(json(&anonymised).as_bytes())?,
    }
    Ok(Outcome::Fine)
}

fn read(path: &str) -> Result<String, Failure> {
    let bytes = if path == STANDARD_INPUT {
        let mut bytes = Vec::new();
        std::io::stdin().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(path)
    };
    let bytes = bytes.map_err(|error| Failure::new(format!("{path} is niet te lezen: {}", source::reason(&error))))?;
    String::from_utf8(bytes).map_err(|_| Failure::new(format!("{path} is geen gewone tekst (UTF-8)")))
}

fn anonymised(input: String, register: Option<&Register>, today: Date, path: &str) -> Result<Anonymised, Failure> {
    let staff = register.and_then(Register::staff);
    let mut complaints: Vec<&Complaint> =
        register.into_iter().flat_map(Register::records).map(|record| &record.complaint).collect();
    if let Err(FrontMatterFault::Empty | FrontMatterFault::NotOpened) = source::split(without_mark(&input)) {
        return Ok(Anonymiser::new(&complaints, staff).text(&input));
    }
    let default = Protocol::default();
    let protocol = register.map_or(&default, Register::protocol);
    let file = SourceFile::new(RelPath::new(path), input);
    let complaint = complaint::parse(&file, protocol, today).map_err(|_| {
        Failure::new(format!(
            "de velden van {path} zijn niet te lezen, dus is niet bekend wie verborgen moet blijven; `klacht check` zegt \
             wat er mis is"
        ))
    })?;
    complaints.push(&complaint);
    Ok(Anonymiser::new(&complaints, staff).record(file.text(), &complaint).body())
}

/// The text without the byte order mark that Windows puts before it.
fn without_mark(text: &str) -> &str {
    text.trim_start_matches('\u{feff}')
}

fn json(anonymised: &Anonymised) -> String {
    let span = |span: &ShownSpan| AnswerSpan {
        start: span.start,
        end: span.end,
        kind: span.kind.word(),
        mask: span.mask.to_string(),
        by: span.evidence.word(),
    };
    let answer = Answer { text: anonymised.text.as_str(), spans: anonymised.spans.iter().map(span).collect() };
    let text = serde_json::to_string(&answer).expect("texts and numbers are JSON");
    format!("{text}\n")
}
