//! Who has read free text after it was masked: of one complaint, and of all on a page. Both tell it in full sentences.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::amount::grouped;

const MACHINE_READ: &str = "In deze teksten heeft een machine namen en gegevens verborgen.";
const PERSON_READ: &str = "Een medewerker heeft nagelezen of in deze teksten namen en gegevens verborgen zijn.";
const TELL: &str = "Wie iets ziet wat er niet hoort, meldt het bij de beheerder.";

/// Who has read the texts of a complaint after they were masked. Serialises as `{word, tone, says, is_left_out}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadBy {
    /// Nobody yet: a machine alone has seen to them.
    Machine,
    /// Someone has, as they are now.
    Person,
    /// Nobody yet, and so the page leaves them out.
    Nobody,
}

impl ReadBy {
    const fn word(self) -> &'static str {
        match self {
            Self::Machine => "automatisch geanonimiseerd",
            Self::Person => "nagelezen",
            Self::Nobody => "nog niet nagelezen",
        }
    }

    const fn tone(self) -> &'static str {
        match self {
            Self::Machine | Self::Nobody => "machine",
            Self::Person => "good",
        }
    }

    fn says(self) -> String {
        match self {
            Self::Machine => format!("{MACHINE_READ} Niemand heeft dat nagekeken. {TELL}"),
            Self::Person => format!("{PERSON_READ} {TELL}"),
            Self::Nobody => "Deze tekst is nog niet nagelezen. Daarna komt de tekst hier te staan.".to_owned(),
        }
    }
}

impl Serialize for ReadBy {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("ReadBy", 4)?;
        fields.serialize_field("word", self.word())?;
        fields.serialize_field("tone", self.tone())?;
        fields.serialize_field("says", &self.says())?;
        fields.serialize_field("is_left_out", &(*self == Self::Nobody))?;
        fields.end()
    }
}

/// Who has read the texts of all complaints on a page. Serialises as `{word, tone, says}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AllReadBy {
    /// What holds for the page as a whole: the machine's word while any text on it is unread.
    pub badge: ReadBy,
    /// How many complaints the page shows.
    pub complaints: usize,
    /// Of how many the texts are shown, though nobody has read them.
    pub unread: usize,
    /// Of how many the texts are left out, for nobody has read them.
    pub left_out: usize,
}

impl AllReadBy {
    /// Of these complaints, each once; none where there is none whose texts were masked.
    pub(super) fn of(complaints: impl IntoIterator<Item = Option<ReadBy>>) -> Option<Self> {
        let all: Vec<ReadBy> = complaints.into_iter().flatten().collect();
        let count = |who| all.iter().filter(|&&read_by| read_by == who).count();
        let (unread, left_out) = (count(ReadBy::Machine), count(ReadBy::Nobody));
        let badge = match all.len() {
            0 => return None,
            _ if unread > 0 => ReadBy::Machine,
            complaints if left_out == complaints => ReadBy::Nobody,
            _ => ReadBy::Person,
        };
        Some(Self { badge, complaints: all.len(), unread, left_out })
    }

    fn says(self) -> String {
        let shown = match self.badge {
            ReadBy::Machine => format!("{MACHINE_READ} {} {TELL}", self.says_of_unread()),
            ReadBy::Person => format!("{PERSON_READ} {TELL}"),
            ReadBy::Nobody => String::new(),
        };
        let left_out = match self.left_out {
            0 => String::new(),
            1 => "De tekst van één klacht staat er niet bij, want die is nog niet nagelezen.".to_owned(),
            some => {
                let some = dutch(some);
                format!("De teksten van {some} klachten staan er niet bij, want die zijn nog niet nagelezen.")
            }
        };
        [shown, left_out].into_iter().filter(|sentence| !sentence.is_empty()).collect::<Vec<_>>().join(" ")
    }

    fn says_of_unread(self) -> String {
        let (unread, all) = (dutch(self.unread), dutch(self.complaints));
        match self.complaints {
            1 => "Niemand heeft dat nagekeken.".to_owned(),
            complaints if complaints == self.unread => {
                format!("Bij geen van de {all} klachten heeft iemand dat nagekeken.")
            }
            _ => format!("Bij {unread} van de {all} klachten heeft niemand dat nagekeken."),
        }
    }
}

impl Serialize for AllReadBy {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("AllReadBy", 3)?;
        fields.serialize_field("word", self.badge.word())?;
        fields.serialize_field("tone", self.badge.tone())?;
        fields.serialize_field("says", &self.says())?;
        fields.end()
    }
}

fn dutch(count: usize) -> String {
    grouped(u64::try_from(count).unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_read_when_nothing_on_it_is_unread() {
        const MACHINE: Option<ReadBy> = Some(ReadBy::Machine);
        const PERSON: Option<ReadBy> = Some(ReadBy::Person);
        const NOBODY: Option<ReadBy> = Some(ReadBy::Nobody);
        for (complaints, expected) in [
            (&[][..], None),
            (&[None, None], None),
            (&[PERSON, MACHINE, PERSON], Some((ReadBy::Machine, 3, 1, 0))),
            (&[PERSON, PERSON], Some((ReadBy::Person, 2, 0, 0))),
            (&[NOBODY, PERSON], Some((ReadBy::Person, 2, 0, 1))),
            (&[NOBODY, NOBODY], Some((ReadBy::Nobody, 2, 0, 2))),
        ] {
            let all = AllReadBy::of(complaints.iter().copied());
            assert_eq!(all.map(|all| (all.badge, all.complaints, all.unread, all.left_out)), expected);
        }
    }

    #[test]
    fn what_is_unread_or_left_out_is_said_with_how_much_it_is() {
        for (badge, complaints, unread, left_out, expected) in [
            (ReadBy::Machine, 1, 1, 0, "hidden Niemand heeft dat nagekeken. tell"),
            (
                ReadBy::Machine,
                1_200,
                1_200,
                0,
                "hidden Bij geen van de 1.200 klachten heeft iemand dat nagekeken. tell",
            ),
            (ReadBy::Machine, 3, 1, 0, "hidden Bij 1 van de 3 klachten heeft niemand dat nagekeken. tell"),
            (
                ReadBy::Person,
                3,
                0,
                1,
                "read tell De tekst van één klacht staat er niet bij, want die is nog niet nagelezen.",
            ),
            (ReadBy::Nobody, 2, 0, 2, "De teksten van 2 klachten staan er niet bij, want die zijn nog niet nagelezen."),
        ] {
            let says = AllReadBy { badge, complaints, unread, left_out }.says();
            let says = says.replace(MACHINE_READ, "hidden").replace(PERSON_READ, "read").replace(TELL, "tell");
            assert_eq!(says, expected);
        }
    }
}
