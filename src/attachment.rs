//! Names of attachments. In: what a person calls a file. Out: a name that every system takes, that is free, and that tells
//! no more than its number and its kind.

use std::collections::BTreeSet;
use std::fmt;

use crate::anonymise;

/// What an attachment is called where nobody chooses.
const NEUTRAL: &str = "bijlage";

/// Longer names do not fit in some archives and backups, together with their folders.
const LONGEST: usize = 60;

/// Longer endings are no kind of file but a part of the name.
const LONGEST_EXTENSION: usize = 8;

/// The name of an attachment before its number and extension: small letters, digits and hyphens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseName {
    words: String,
    /// A name that someone chose needs no number while it is free.
    is_chosen: bool,
}

/// Why something cannot be the name of an attachment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameFault {
    /// It has no letter or digit.
    Empty,
    /// It has too many signs.
    TooLong,
    /// Windows keeps it for a device.
    Reserved,
}

impl fmt::Display for NameFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "in de naam staat geen letter of cijfer; kies een naam zoals brief"),
            Self::TooLong => write!(f, "de naam is te lang; kies een naam van hoogstens {LONGEST} letters"),
            Self::Reserved => write!(f, "deze naam kan niet op een computer met Windows; kies een naam zoals brief"),
        }
    }
}

impl BaseName {
    /// `bijlage`.
    #[must_use]
    pub fn neutral() -> Self {
        Self { words: NEUTRAL.to_owned(), is_chosen: false }
    }

    /// The name that someone chose, as every system takes it: "Brief van 3 mei.pdf" becomes `brief-van-3-mei`. An extension
    /// that the files have anyway may stand behind it.
    ///
    /// # Errors
    /// When nothing is left of it, it is too long, or no file on Windows may be called so.
    pub fn chosen(text: &str, extensions: &[Extension]) -> Result<Self, NameFault> {
        let is_theirs = |end: &str| extensions.iter().any(|own| own.0.as_deref() == Some(&end.to_lowercase()));
        let stem = text.rsplit_once('.').filter(|(_, end)| is_theirs(end)).map_or(text, |(stem, _)| stem);
        let folded = anonymise::fold(stem);
        let words: Vec<&str> =
            folded.split(|sign: char| !sign.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let words = words.join("-");
        match words.as_str() {
            "" => Err(NameFault::Empty),
            words if words.len() > LONGEST => Err(NameFault::TooLong),
            words if is_device(words) => Err(NameFault::Reserved),
            _ => Ok(Self { words, is_chosen: true }),
        }
    }

    /// The name without number or extension.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.words
    }

    fn with(&self, serial: usize) -> String {
        if self.is_chosen && serial == 1 { self.words.clone() } else { format!("{}-{serial}", self.words) }
    }
}

/// Whether Windows takes a file of this name for a device, whatever its extension.
fn is_device(name: &str) -> bool {
    let has_port =
        |kind| name.strip_prefix(kind).is_some_and(|port: &str| port.len() == 1 && port.as_bytes()[0].is_ascii_digit());
    ["con", "prn", "aux", "nul"].contains(&name) || has_port("com") || has_port("lpt")
}

/// The end of a file's name that tells its kind, in small letters; a file may have none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extension(Option<String>);

impl Extension {
    /// The extension of a file with this name. What is too long, or has other signs than letters and digits, is none.
    #[must_use]
    pub fn of(file_name: &str) -> Self {
        let end = file_name.rsplit_once('.').filter(|(stem, _)| !stem.is_empty()).map(|(_, end)| end.to_lowercase());
        Self(end.filter(|end| {
            let is_plain = end.bytes().all(|byte| byte.is_ascii_alphanumeric());
            is_plain && end.len() <= LONGEST_EXTENSION && end.bytes().any(|byte| byte.is_ascii_alphabetic())
        }))
    }

    /// Without the full stop; empty where there is none.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_deref().unwrap_or_default()
    }
}

/// The names that are taken in the folder of a complaint.
#[derive(Debug)]
pub struct TakenNames(BTreeSet<String>);

impl TakenNames {
    /// The folder holds files and folders with these names. Capitals make no difference, for on Windows they do not.
    pub fn new<'n>(names: impl IntoIterator<Item = &'n str>) -> Self {
        let stem = |name: &'n str| name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_lowercase();
        Self(names.into_iter().map(stem).collect())
    }

    /// A free name, which is taken from then on. Two attachments never differ in their extension alone, so that a text can
    /// speak of "bijlage 2".
    pub fn take(&mut self, base: &BaseName, extension: &Extension) -> String {
        let mut serial = 1;
        while !self.0.insert(base.with(serial)) {
            serial += 1;
        }
        let stem = base.with(serial);
        extension.0.as_ref().map_or_else(|| stem.clone(), |end| format!("{stem}.{end}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chosen_name_becomes_one_that_every_system_takes() {
        let pdf = [Extension::of("x.pdf")];
        let long = "a".repeat(LONGEST + 1);
        for (chosen, name) in [
            ("brief", Ok("brief")),
            ("Brief van 3 mei.PDF", Ok("brief-van-3-mei")),
            ("Café: ré-actie?", Ok("cafe-re-actie")),
            ("../../etc/passwd", Ok("etc-passwd")),
            (".verborgen", Ok("verborgen")),
            ("-rf", Ok("rf")),
            ("brief.docx", Ok("brief-docx")),
            ("a\nb\u{202e}c\u{0}", Ok("a-b-c")),
            ("...", Err(NameFault::Empty)),
            ("", Err(NameFault::Empty)),
            (long.as_str(), Err(NameFault::TooLong)),
            ("CON", Err(NameFault::Reserved)),
            ("lpt1.pdf", Err(NameFault::Reserved)),
            ("lpt10", Ok("lpt10")),
        ] {
            let made = BaseName::chosen(chosen, &pdf);
            assert_eq!(made.as_ref().map(BaseName::as_str), name.as_ref().copied(), "{chosen}");
        }
    }

    #[test]
    fn an_extension_is_kept_where_it_is_one() {
        for (name, extension) in [
            ("Brief Fatima.PDF", "pdf"),
            ("foto.jpeg", "jpeg"),
            ("archief.tar.gz", "gz"),
            ("brief", ""),
            (".htaccess", ""),
            ("brief.", ""),
            ("brief.van de buurman", ""),
            ("brief.0612345678", ""),
            ("brief.12345", ""),
            ("geluid.mp3", "mp3"),
        ] {
            assert_eq!(Extension::of(name).as_str(), extension, "{name}");
        }
    }

    #[test]
    fn every_name_is_given_once_whatever_its_capitals_or_extension() {
        let mut taken = TakenNames::new(["Bijlage-1.PDF", "brief.docx", "bijlage-3"]);
        let (neutral, pdf) = (BaseName::neutral(), Extension::of("x.pdf"));
        let brief = BaseName::chosen("brief", &[]).expect("a name");
        let foto = BaseName::chosen("foto", &[]).expect("a name");
        let names = [
            taken.take(&neutral, &pdf),
            taken.take(&neutral, &Extension::default()),
            taken.take(&brief, &pdf),
            taken.take(&foto, &pdf),
            taken.take(&foto, &pdf),
        ];
        assert_eq!(names, ["bijlage-2.pdf", "bijlage-4", "brief-2.pdf", "foto.pdf", "foto-2.pdf"]);
    }
}
