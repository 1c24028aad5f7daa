//! `klacht attach`: copies files into the complaint's own folder, under names that tell nothing of anyone.

mod offered;
mod told;

use std::path::{Path, PathBuf};

use clap::Args;

use super::arguments::{ARGUMENTS, OPTIONS};
use super::{Failure, Outcome, find, terminal};
use crate::attachment::{BaseName, Extension, TakenNames};
use crate::calendar::Date;
use crate::check;
use crate::register::{self, LoadError, Record};
use crate::source::{RelPath, is_own_to_system};
use crate::store::{Incoming, Store, StoreError, are_alike};

use offered::Offered;

const EXAMPLES: &str = "Voorbeelden:
  klacht attach 2026-014 \"Brief mevrouw.pdf\" foto.jpg     wordt bijlage-1.pdf en bijlage-2.jpg
  klacht attach 2026-014 scan.pdf --name factuur          wordt factuur.pdf

De bestanden zelf blijven staan waar ze staan. Op de site voor het team komen bijlagen niet.";

#[derive(Args)]
#[command(next_help_heading = OPTIONS, after_help = EXAMPLES)]
pub(super) struct AttachOptions {
    /// Het nummer van de klacht, zoals 2026-014
    #[arg(value_name = "NUMMER", display_order = 1, help_heading = ARGUMENTS)]
    number: String,

    /// De bestanden die bij de klacht horen
    #[arg(value_name = "BESTAND", required = true, num_args = 1.., display_order = 2, help_heading = ARGUMENTS)]
    files: Vec<PathBuf>,

    /// Hoe de bijlage gaat heten, zonder naam van een persoon; anders bijlage-1, bijlage-2
    #[arg(long, value_name = "NAAM")]
    name: Option<String>,
}

/// What became of a file that was offered.
enum Fate {
    /// It is copied under this name.
    Copied(String),
    /// An attachment with this name has the same content.
    AlreadyThere(String),
    /// A file that was offered before it has the same content.
    Twice,
}

pub(super) fn run(folder: &Path, today: Date, options: &AttachOptions) -> Result<Outcome, Failure> {
    if !folder.is_dir() {
        return Err(Failure::new(LoadError::NoFolder(folder.to_owned())));
    }
    let mut files = offered::judge(&options.files)?;
    let base = base_name(options, &files)?;
    let store = Store::open(folder).map_err(Failure::new)?;
    let register = register::load(folder, today).map_err(Failure::new)?;
    let record = find::record(&register, &options.number)?;
    let own_folder = own_folder(record)?;
    let names_someone = check::names_someone(&register, record);
    if names_someone(base.as_str()) {
        terminal::complain(told::NAMES_SOMEONE);
        return Ok(Outcome::Findings);
    }
    for file in files.iter_mut().filter(|file| names_someone(file.extension.as_str())) {
        file.extension = Extension::default();
    }
    let fates = fates(&store, &own_folder, &base, &files).map_err(Failure::new)?;
    let copies: Vec<Incoming> =
        files.iter().zip(&fates).filter_map(|(file, fate)| copy(file, fate, &own_folder)).collect();
    store.copy_all_in(&copies).map_err(Failure::new)?;
    terminal::show(&told::told(&files, &fates, &own_folder, &names_someone));
    Ok(Outcome::Fine)
}

fn base_name(options: &AttachOptions, files: &[Offered]) -> Result<BaseName, Failure> {
    let Some(chosen) = &options.name else { return Ok(BaseName::neutral()) };
    let extensions: Vec<Extension> = files.iter().map(|file| file.extension.clone()).collect();
    BaseName::chosen(chosen, &extensions).map_err(|fault| Failure::new(format!("{fault}; er is niets gekopieerd")))
}

/// The folder of a complaint: it has the complaint's name, or it would not be seen to be the complaint's.
fn own_folder(record: &Record) -> Result<RelPath, Failure> {
    let folder = record.file.path().as_str().strip_suffix(".md").map(RelPath::new);
    let number = record.complaint.number.given().map(ToString::to_string);
    folder.filter(|folder| number.as_deref() == Some(folder.file_name())).ok_or_else(|| {
        Failure::new(
            "het klachtbestand heet niet naar het nummer van de klacht (K005); geef het eerst de goede naam. Er is niets \
             gekopieerd",
        )
    })
}

/// What is to become of each file, in their order. Content that is there already is not copied again.
fn fates(store: &Store, folder: &RelPath, base: &BaseName, files: &[Offered]) -> Result<Vec<Fate>, StoreError> {
    let names = store.names_in(folder)?;
    let place = |name: &String| store.place(&RelPath::new(format!("{folder}/{name}")));
    let attachments: Vec<(&String, PathBuf)> = names
        .iter()
        .filter(|name| !is_own_to_system(name))
        .map(|name| (name, place(name)))
        .filter(|(_, place)| std::fs::symlink_metadata(place).is_ok_and(|metadata| metadata.is_file()))
        .collect();
    let mut taken = TakenNames::new(names.iter().map(String::as_str));
    let mut fates = Vec::new();
    for (at, file) in files.iter().enumerate() {
        let mut fate = None;
        for (name, place) in &attachments {
            if are_alike(&file.path, place)? {
                fate = Some(Fate::AlreadyThere((*name).clone()));
                break;
            }
        }
        for earlier in &files[..at] {
            if fate.is_none() && are_alike(&file.path, &earlier.path)? {
                fate = Some(Fate::Twice);
            }
        }
        fates.push(fate.unwrap_or_else(|| Fate::Copied(taken.take(base, &file.extension))));
    }
    Ok(fates)
}

fn copy(file: &Offered, fate: &Fate, folder: &RelPath) -> Option<Incoming> {
    let Fate::Copied(name) = fate else { return None };
    Some(Incoming { from: file.path.clone(), to: RelPath::new(format!("{folder}/{name}")) })
}
