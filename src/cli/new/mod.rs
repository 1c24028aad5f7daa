//! `klacht new`: takes in a complaint. In: answers, as options or asked for in the terminal. Out: its file, under a
//! number that was never given out, and the terms that now run.

mod ask;
mod editor;
mod told;

use std::io::Read as _;
use std::path::Path;

use clap::Args;

use super::arguments::OPTIONS;
use super::{Failure, Outcome, git, terminal};
use crate::calendar::{Date, TypedDay};
use crate::complaint::Number;
use crate::intake::{self, Answers, COUNTER, Counter, Intake, NewComplaint, Question};
use crate::personal::Personal;
use crate::register::{self, Register};
use crate::source::{self, RelPath, SourceFile};
use crate::store::{Store, StoreError};

/// What stands for standard input.
const STANDARD_INPUT: &str = "-";

#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub(super) struct NewOptions {
    /// De dag van ontvangst, zoals gisteren of 2-11-2026; anders vandaag
    #[arg(long, value_name = "DAG")]
    received: Option<TypedDay>,

    /// Hoe de klacht binnenkwam, zoals e-mail of brief
    #[arg(long, value_name = "KANAAL")]
    channel: Option<String>,

    /// Waar de klacht over gaat, zoals tijdigheid; mag vaker
    #[arg(long, value_name = "SOORT")]
    kind: Vec<String>,

    /// Het onderwerp, in een paar woorden
    #[arg(long, value_name = "TEKST")]
    subject: Option<Personal>,

    /// De naam van de indiener, of anoniem
    #[arg(long, value_name = "NAAM", alias = "name")]
    complainant: Option<Personal>,

    /// Het telefoonnummer van de indiener, of onbekend
    #[arg(long, value_name = "NUMMER")]
    phone: Option<Personal>,

    /// Het e-mailadres van de indiener
    #[arg(long, value_name = "ADRES", alias = "e-mail")]
    email: Option<Personal>,

    /// De organisatie van de indiener
    #[arg(long, value_name = "NAAM")]
    organisation: Option<Personal>,

    /// Wie de klacht ontving; anders uw eigen naam in git, als die in medewerkers.yaml staat
    #[arg(long, value_name = "NAAM")]
    receiver: Option<Personal>,

    /// Wat er is gebeurd; - leest wat u intypt of doorgeeft
    #[arg(long, value_name = "TEKST", allow_hyphen_values = true)]
    description: Option<Personal>,
}

pub(super) fn run(folder: &Path, today: Date, options: &NewOptions) -> Result<Outcome, Failure> {
    let register = register::load(folder, today).map_err(Failure::new)?;
    let intake = Intake::new(&register);
    let mut answers = given(options, today)?;
    let receiver = receiver(&register, folder);
    if intake.missing(&proposed(&answers, today, receiver.as_ref())).is_empty() {
        answers = proposed(&answers, today, receiver.as_ref());
    } else if terminal::can_ask() {
        answers = ask::ask(intake, answers, receiver.as_ref())?;
    } else {
        return Err(told::missing(&intake.missing(&proposed(&answers, today, receiver.as_ref()))));
    }
    let (complaint, number) = match add(folder, today, &answers)? {
        Added::Done(complaint, number) => (complaint, number),
        Added::Refused(complaint) => {
            terminal::complain(&told::refused(&complaint.errors));
            return Ok(Outcome::Findings);
        }
    };
    terminal::show(&told::added(folder, &number, &complaint, today));
    Ok(Outcome::Fine)
}

/// The answers that were given as options.
fn given(options: &NewOptions, today: Date) -> Result<Answers, Failure> {
    let mut answers = Answers::default();
    if let Some(typed) = options.received {
        answers.give(Question::Received, &typed.seen_from(today).to_string());
    }
    if let Some(channel) = &options.channel {
        answers.give(Question::Channel, channel);
    }
    answers.give(Question::Kinds, &options.kind.join(", "));
    let texts = [
        (Question::Subject, &options.subject),
        (Question::Name, &options.complainant),
        (Question::Phone, &options.phone),
        (Question::Email, &options.email),
        (Question::Organisation, &options.organisation),
        (Question::Receiver, &options.receiver),
    ];
    for (question, text) in texts {
        answers.give(question, text.as_ref().map_or("", Personal::reveal));
    }
    match options.description.as_ref().map(Personal::reveal) {
        Some(STANDARD_INPUT) => answers.give(Question::Description, &standard_input()?),
        Some(words) => answers.give(Question::Description, words),
        None => {}
    }
    Ok(answers)
}

fn standard_input() -> Result<String, Failure> {
    let mut bytes = Vec::new();
    std::io::stdin()
        .read_to_end(&mut bytes)
        .map_err(|error| Failure::new(format!("de omschrijving is niet te lezen: {}", source::reason(&error))))?;
    let text = String::from_utf8(bytes).map_err(|_| Failure::new("de omschrijving is geen gewone tekst (UTF-8)"))?;
    Ok(text.trim_start_matches('\u{feff}').to_owned())
}

/// The answers with what is taken for granted: received today, by who sits here.
fn proposed(answers: &Answers, today: Date, receiver: Option<&Personal>) -> Answers {
    let mut answers = answers.clone();
    if !answers.has(Question::Received) {
        answers.give(Question::Received, &today.to_string());
    }
    if let Some(receiver) = receiver.filter(|_| !answers.has(Question::Receiver)) {
        answers.give(Question::Receiver, receiver.reveal());
    }
    answers
}

/// Who sits here, where git and the staff list agree.
fn receiver(register: &Register, folder: &Path) -> Option<Personal> {
    let staff = register.staff()?;
    let name = git::user_name(folder)?;
    let member = staff.find(&name).filter(|member| member.until.is_none_or(|day| day >= register.today))?;
    Some(member.name.clone())
}

/// What became of a new complaint.
enum Added {
    /// It is in the register.
    Done(NewComplaint, Number),
    /// Something in it is wrong: nothing was written.
    Refused(NewComplaint),
}

/// Writes the complaint under the next number. The register is read again under its lock: someone may have taken a
/// number while we asked.
fn add(folder: &Path, today: Date, answers: &Answers) -> Result<Added, Failure> {
    let store = Store::open(folder).map_err(Failure::new)?;
    let register = register::load(folder, today).map_err(Failure::new)?;
    let before = counter_text(&store)?;
    let mut counter = Counter::parse(before.as_deref()).map_err(|_| told::unresolved(folder))?;
    // Its text and not its lines: a number in a line that is wrong was given out as well.
    let erased = register.erased.file.as_ref().map_or("", SourceFile::text);
    let records = register.records().filter_map(|record| record.complaint.number.given());
    let year = answers.get(Question::Received).map_or("", |day| day.reveal()).chars().take(4).collect::<String>();
    let number = intake::next_number(&year, &register.paths, records, erased, &counter)
        .ok_or_else(|| Failure::new("de dag van ontvangst is geen dag die bestaat"))?;
    let complaint = Intake::new(&register).complaint(&number, answers);
    if !complaint.errors.is_empty() {
        return Ok(Added::Refused(complaint));
    }
    counter.note(&number, complaint.file.text());
    write(&store, &complaint, before.as_deref(), &counter.text()).map_err(Failure::new)?;
    Ok(Added::Done(complaint, number))
}

fn counter_text(store: &Store) -> Result<Option<String>, Failure> {
    let bytes = store.read(&RelPath::new(COUNTER)).map_err(Failure::new)?;
    let text = bytes.map(String::from_utf8).transpose();
    text.map_err(|_| Failure::new(format!("het bestand {COUNTER} is geen gewone tekst (UTF-8)")))
}

/// Writes both files, or neither.
fn write(store: &Store, complaint: &NewComplaint, before: Option<&str>, counter: &str) -> Result<(), StoreError> {
    let (path, text) = (complaint.file.path(), complaint.file.text());
    store.create(path, text.as_bytes())?;
    let place = RelPath::new(COUNTER);
    let counted = match before {
        Some(before) => store.replace(&place, before.as_bytes(), counter.as_bytes()),
        None => store.create(&place, counter.as_bytes()),
    };
    counted.inspect_err(|_| {
        // Nobody has seen the complaint yet; the error tells that nothing was written.
        let _ = store.remove(path);
    })
}
