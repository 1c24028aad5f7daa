//! What became of each file, in Dutch. A path that names someone is not repeated: the file is told by its place among those
//! that were typed.

use std::fmt::Write as _;

use super::Fate;
use super::offered::{Offered, shown};
use crate::source::RelPath;

pub(super) const NAMES_SOMEONE: &str = "fout: die naam verraadt over wie de klacht gaat (K302); er is niets gekopieerd\nhulp: kies met --name een naam zonder \
     persoon, zoals brief, of laat --name weg";

pub(super) fn told(
    files: &[Offered],
    fates: &[Fate],
    folder: &RelPath,
    names_someone: &impl Fn(&str) -> bool,
) -> String {
    let number = folder.file_name();
    let mut text = format!("Bijlagen bij klacht {number}, in de map {folder} van het klachtenregister:\n");
    for (at, (file, fate)) in files.iter().zip(fates).enumerate() {
        let path = shown(&file.path);
        let path = if names_someone(&path) { format!("bestand {}", at + 1) } else { path };
        let _: std::fmt::Result = match fate {
            Fate::Copied(name) => writeln!(text, "  {name}: kopie van {path}"),
            Fate::AlreadyThere(name) if names_someone(name) => {
                writeln!(text, "  {path} was er al, onder een andere naam")
            }
            Fate::AlreadyThere(name) => writeln!(text, "  {path} was er al, als {name}"),
            Fate::Twice => {
                writeln!(text, "  {path} is hetzelfde als een bestand hiervoor, en is niet nog eens gekopieerd")
            }
        };
    }
    let first = fates.iter().find_map(|fate| if let Fate::Copied(name) = fate { Some(name) } else { None });
    if let Some(name) = first {
        let _: std::fmt::Result = write!(
            text,
            "Zo verwijst u in de tekst naar een bijlage: [bijlage]({number}/{name})\nWat is gekopieerd, staat ook nog op de \
             oude plek: gooi het daar weg als u het niet meer nodig hebt.\n"
        );
    }
    text
}
