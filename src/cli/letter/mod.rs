//! `klacht letter`, and what it shares with `klacht confirm`: a letter to the complainant as a draft, outside the register and
//! outside git; once it is sent, its day in the record.

mod sent;
mod told;

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::arguments::{ARGUMENTS, OPTIONS};
use super::{Failure, Outcome, change, find, git, terminal};
use crate::calendar::{Date, TypedDay};
use crate::letter::{Case, Kind, Letter, NewDate, Templates};
use crate::personal::{Disclosure, Personal};
use crate::register::{self, Record, Register};
use crate::store;

/// Where drafts go, beside the register.
const DRAFTS: &str = "brieven";

#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub(super) struct LetterOptions {
    #[command(flatten)]
    about: About,

    /// Welke brief: solution (voorgestelde oplossing), ruling (uitspraak op het beroep), delay (uitstel) of
    /// aftercare (nazorg)
    #[arg(value_enum, value_name = "BRIEF", help_heading = ARGUMENTS, hide_possible_values = true, display_order = 2)]
    letter: LetterName,

    /// Bij delay: de nieuwe datum, als die nog niet in het klachtbestand staat
    #[arg(long, value_name = "DAG")]
    new_date: Option<TypedDay>,

    /// Bij delay: waarom het later wordt, als dat nog niet in het klachtbestand staat
    #[arg(long, value_name = "TEKST")]
    reason: Option<String>,
}

/// Which complaint, and what is done with the letter.
#[derive(Args)]
pub(super) struct About {
    /// Het nummer van de klacht, zoals 2026-014
    #[arg(value_name = "NUMMER", help_heading = ARGUMENTS, display_order = 1)]
    number: String,

    /// Schrijft geen brief, maar legt vast dat hij vandaag is verstuurd
    #[arg(long, conflicts_with = "out")]
    sent: bool,

    /// De map waarin het concept komt; anders brieven, naast het register
    #[arg(long, value_name = "MAP")]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum LetterName {
    Solution,
    Ruling,
    Delay,
    Aftercare,
}

impl From<LetterName> for Kind {
    fn from(name: LetterName) -> Self {
        match name {
            LetterName::Solution => Self::Solution,
            LetterName::Ruling => Self::Ruling,
            LetterName::Delay => Self::Delay,
            LetterName::Aftercare => Self::AfterCare,
        }
    }
}

pub(super) fn run(folder: &Path, today: Date, options: &LetterOptions) -> Result<Outcome, Failure> {
    let kind = Kind::from(options.letter);
    let until = options.new_date.map(|typed| typed.seen_from(today));
    // `…` stands in what klacht proposes, and is no reason.
    let reason = options.reason.as_deref().filter(|reason| reason.contains(char::is_alphanumeric));
    let new_date = NewDate { until, reason: reason.map(Personal::new) };
    if kind != Kind::Delay && (new_date.until.is_some() || new_date.reason.is_some()) {
        return Err(Failure::new("--new-date en --reason horen alleen bij delay"));
    }
    write_or_record(folder, today, kind, &options.about, &new_date)
}

/// Writes the draft of a letter, or records that it was sent.
pub(super) fn write_or_record(
    folder: &Path,
    today: Date,
    kind: Kind,
    about: &About,
    new_date: &NewDate,
) -> Result<Outcome, Failure> {
    if about.sent {
        return record_sent(folder, today, kind, &about.number, new_date);
    }
    let register = register::load(folder, today).map_err(Failure::new)?;
    let record = find::record(&register, &about.number)?;
    let letter = match Letter::about(kind, case_of(&register, record), new_date) {
        Ok(letter) => letter,
        Err(refusal) => return Ok(Outcome::refused(refusal)),
    };
    write(folder, &letter, about)
}

/// Records that a letter was sent today: the letter about the complaint as it is while nobody else can change it.
fn record_sent(folder: &Path, today: Date, kind: Kind, number: &str, new_date: &NewDate) -> Result<Outcome, Failure> {
    let changes = |register: &Register, record: &Record| {
        let letter = Letter::about(kind, case_of(register, record), new_date);
        Ok(letter.map_err(|refusal| refusal.to_string()).and_then(|letter| sent::changes(&letter)))
    };
    let outcome = change::run(folder, today, number, changes)?;
    if outcome == Outcome::Fine && kind == Kind::AfterCare {
        terminal::show(&told::ask_satisfaction(number));
    }
    Ok(outcome)
}

/// Writes the draft where nobody else comes upon it.
fn write(folder: &Path, letter: &Letter<'_>, about: &About) -> Result<Outcome, Failure> {
    let out = about.out.clone().map_or_else(|| beside(folder, DRAFTS), Ok)?;
    refuse_tracked(&out)?;
    let templates = Templates::read(Some(&beside(folder, "templates")?)).map_err(Failure::new)?;
    let draft = letter.draft(&Disclosure::to_management(), &templates).map_err(Failure::new)?;
    let number = letter.case.complaint.number.given().map(ToString::to_string).unwrap_or_default();
    let stem = format!("{number}-{}", letter.kind().word());
    let place = store::create_numbered(&out, &stem, draft.extension(), draft.bytes()).map_err(Failure::new)?;
    terminal::show(&told::drafted(letter, &draft, &shown(&place), terminal::width()));
    Ok(Outcome::Fine)
}

fn case_of<'r>(register: &'r Register, record: &'r Record) -> Case<'r> {
    Case {
        text: record.file.text(),
        complaint: &record.complaint,
        timeline: &record.timeline,
        status: record.status,
        protocol: register.protocol(),
        staff: register.staff(),
        today: register.today,
    }
}

/// A draft is for the handler alone, and who has a copy of the project would have it as well.
fn refuse_tracked(out: &Path) -> Result<(), Failure> {
    if git::would_track(out)? {
        return Err(Failure::new(format!(
            "de map {} zou met git worden bewaard en gedeeld, en een brief is vertrouwelijk; zet een regel voor die map \
             in .gitignore, of geef bij --out een map buiten dit project",
            out.display()
        )));
    }
    Ok(())
}

/// What lies beside the folder of the register.
fn beside(folder: &Path, name: &str) -> Result<PathBuf, Failure> {
    let real = folder.canonicalize().ok();
    let parent = real.as_deref().and_then(Path::parent);
    parent.map(|parent| parent.join(name)).ok_or_else(|| {
        Failure::new(format!(
            "er is geen klachtenregister in de map {} (geef de goede map met --register)",
            folder.display()
        ))
    })
}

/// A place as someone in this folder would type it.
fn shown(place: &Path) -> String {
    let here = std::env::current_dir().and_then(|here| here.canonicalize());
    let near = here.ok().and_then(|here| place.strip_prefix(here).ok());
    near.unwrap_or(place).display().to_string()
}
