//! What can be wrong with a key or a value, as data: the rules K002, K003 and K004 put it into words.

use crate::calendar::Slip;
use crate::source::Span;

/// One thing wrong with one key or value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The field it is about, with the groups it lies in: `indiener.telefoon`. For an unknown key that
    /// resembles no known one it is the group alone, and empty at the top.
    pub key: &'static str,
    /// Where it stands.
    pub at: Span,
    /// What is wrong.
    pub kind: ProblemKind,
}

/// The ways in which a key or value can be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// A key that klacht does not know.
    UnknownKey {
        /// What was written, only where it is surely a slip of the pen: in small letters, and like a
        /// known key. Anything else may be a person's name, and is not repeated.
        written: Option<String>,
        /// The known key that was perhaps meant.
        meant: Option<&'static str>,
    },
    /// A key given twice; the first one stands here.
    DuplicateKey(Span),
    /// A required field that is absent or empty.
    Missing,
    /// A value that cannot be what the field asks for.
    Wrong(Expected),
    /// A value that names a file which cannot be used.
    File(FileFault),
}

/// Why a file that a value names cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileFault {
    /// There is no such file.
    Missing,
    /// It lies outside the register.
    Outside,
}

/// What a field asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A day, `2026-11-02`; what was perhaps meant.
    Date(Option<Slip>),
    /// A day that has come: an event cannot lie in the future.
    PastDate,
    /// A day in this century: no complaint is older.
    RecentDate,
    /// A complaint's number, `2026-014`.
    Number,
    /// A telephone number.
    Phone,
    /// An e-mail address.
    Email,
    /// One of a few words; the one that was perhaps meant.
    Choice {
        /// All that may stand there.
        options: Vec<String>,
        /// The one that resembles what was written.
        nearest: Option<String>,
    },
    /// A term such as `2 werkdagen`.
    Duration,
    /// A colour, `#0d5a61`.
    Colour,
    /// A darker colour, for light paper; such as this one.
    DarkerColour(String),
    /// A lighter colour, for dark paper; such as this one.
    LighterColour(String),
    /// The name of an image in a form that klacht takes.
    ImageName,
    /// A file with an image of the form that its name tells.
    Image,
    /// An image in a smaller file.
    SmallerImage,
    /// The mark of a text that was read.
    Fingerprint,
    /// Words, not a list or a group.
    Text,
    /// A list of words.
    List,
    /// A group of keys with values.
    Group,
}

/// The option that a written word resembles so much that it was probably meant: at most a third of
/// its letters differ. Capitals do not count.
#[must_use]
pub fn nearest<'o>(written: &str, options: impl IntoIterator<Item = &'o str>) -> Option<&'o str> {
    const LONGEST: usize = 40;
    let written = written.trim().to_lowercase();
    if written.chars().count() > LONGEST {
        return None;
    }
    let distance = |option: &str| strsim::osa_distance(&written, &option.to_lowercase());
    options
        .into_iter()
        .map(|option| (distance(option), option))
        .filter(|(distance, option)| *distance * 3 <= option.chars().count().max(written.chars().count()))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, option)| option)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_finds_the_word_that_was_meant_and_a_name_finds_none() {
        let options = ["tijdigheid", "kwaliteit", "aard", "wijze"];
        for (written, meant) in [
            ("tijdighied", Some("tijdigheid")),
            ("Kwaliteit", Some("kwaliteit")),
            ("aart", Some("aard")),
            ("Fatima", None),
            ("", None),
        ] {
            assert_eq!(nearest(written, options), meant, "{written}");
        }
    }
}
