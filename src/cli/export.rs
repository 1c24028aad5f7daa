//! `klacht export`: the data of the site as one file, for other programs. The pages that it rests on are made and read by
//! the gate as well, so that it tells nothing that a build would not.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::arguments::{ARGUMENTS, Audience, OPTIONS};
use super::build::{self, Edition, Refusal, Stopped};
use super::{Failure, Outcome, git, terminal};
use crate::calendar::Date;
use crate::export;
use crate::publish::{self, Readers, Reading, Sink};
use crate::register;
use crate::views::Listings;

#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub(super) struct ExportOptions {
    /// csv (tabel), json, xlsx (werkmap voor een rekenprogramma) of ics (agenda met termijnen)
    #[arg(value_enum, value_name = "VORM", hide_possible_values = true, help_heading = ARGUMENTS)]
    format: ExportFormat,

    /// Het bestand waarin het komt; anders gaat het naar de standaarduitvoer
    #[arg(long, value_name = "BESTAND")]
    out: Option<PathBuf>,

    /// Vervangt het bestand als het er al is
    #[arg(long)]
    force: bool,

    /// Voor wie het is: team (zonder persoonsgegevens) of management (met alles, vertrouwelijk)
    #[arg(
        long,
        value_enum,
        value_name = "WIE",
        default_value = "team",
        hide_default_value = true,
        hide_possible_values = true
    )]
    audience: Audience,

    /// Laat een klacht weg waarvan niet zeker is wat verborgen moet blijven, en zegt dat erbij
    #[arg(long)]
    keep_going: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ExportFormat {
    Csv,
    Json,
    #[cfg(feature = "xlsx")]
    Xlsx,
    Ics,
}

impl ExportFormat {
    fn write(self, listings: &Listings) -> Vec<u8> {
        match self {
            Self::Csv => export::csv(listings),
            Self::Json => export::json(listings),
            #[cfg(feature = "xlsx")]
            Self::Xlsx => export::xlsx(listings),
            Self::Ics => export::ics(listings),
        }
    }

    /// A file with the same texts that the gate can read: a workbook is compressed.
    fn readable(self, listings: &Listings) -> (&'static str, Vec<u8>) {
        match self {
            Self::Json => ("register.json", export::json(listings)),
            Self::Ics => ("termijnen.ics", export::ics(listings)),
            _ => ("register.csv", export::csv(listings)),
        }
    }

    /// Whether people can read it as it is.
    fn is_text(self) -> bool {
        match self {
            Self::Csv | Self::Json | Self::Ics => true,
            #[cfg(feature = "xlsx")]
            Self::Xlsx => false,
        }
    }
}

pub(super) fn run(folder: &Path, today: Date, options: &ExportOptions) -> Result<Outcome, Failure> {
    check_target(folder, options)?;
    match make(folder, today, options) {
        Ok(bytes) => hand_over(options, &bytes),
        Err(Stopped::Refused(refusal)) => {
            let out = options.out.as_deref().unwrap_or(Path::new("standaarduitvoer"));
            terminal::complain(&build::refusal(&refusal, out));
            Ok(Outcome::Findings)
        }
        Err(Stopped::Failed(failure)) => Err(failure),
    }
}

/// What is confidential does not go where git would share it, nothing takes the place of a file of the register, and a
/// workbook does not go to the screen.
fn check_target(register: &Path, options: &ExportOptions) -> Result<(), Failure> {
    match &options.out {
        Some(out) if out.exists() && git::real(out).starts_with(git::real(register)) => Err(Failure::new(format!(
            "het bestand {} hoort bij het klachtenregister en is niet veranderd; geef bij --out een plaats daarbuiten",
            out.display()
        ))),
        Some(out) if options.audience == Audience::Management && git::would_track_file(out)? => {
            Err(Failure::new(format!(
                "het bestand {} zou met git worden bewaard en gedeeld, en het is vertrouwelijk; zet een regel voor dat \
                 bestand in .gitignore, of geef bij --out een plaats buiten dit project",
                out.display()
            )))
        }
        None if !options.format.is_text() && terminal::is_shown() => {
            Err(Failure::new("een werkmap is op het scherm niet te lezen; geef een bestand, zoals --out klachten.xlsx"))
        }
        _ => Ok(()),
    }
}

fn make(folder: &Path, today: Date, options: &ExportOptions) -> Result<Vec<u8>, Stopped> {
    let register = register::load(folder, today).map_err(Failure::new)?;
    let edition = Edition::of(&register, options.audience, options.keep_going)?;
    let reading = Reading::new(edition.watch());
    let listings = edition.listings(&reading)?;
    let (path, readable) = options.format.readable(&listings);
    reading.add(path, &readable, None).map_err(Failure::new)?;
    reading.seal().map_err(Refusal::Leaks)?;
    if !edition.left_out().is_empty() {
        terminal::complain(&build::left_out(edition.left_out()));
    }
    Ok(options.format.write(&listings))
}

fn hand_over(options: &ExportOptions, bytes: &[u8]) -> Result<Outcome, Failure> {
    let readers = match options.audience {
        Audience::Team => Readers::Everyone,
        Audience::Management => Readers::OwnerAlone,
    };
    match &options.out {
        Some(out) => {
            publish::write_file(out, bytes, readers, options.force).map_err(Failure::new)?;
            terminal::complain(&format!("Geschreven: {}", out.display()));
        }
        None => terminal::hand_over(bytes)?,
    }
    if options.audience == Audience::Management {
        terminal::complain(build::CONFIDENTIAL);
    }
    Ok(Outcome::Fine)
}
