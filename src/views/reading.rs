//! Who has read free text after it was masked: of one complaint, and of all on a page.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

/// Who has read the texts of a complaint after they were masked. Serialises as `{word, tone, is_left_out}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadBy {
    /// Nobody yet: a machine alone has seen to them.
    Machine,
    /// Someone has, as they are now.
    Person,
    /// Nobody yet, and so the page leaves them out.
    Nobody,
}

impl Serialize for ReadBy {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (word, tone) = match self {
            Self::Machine => ("automatisch geanonimiseerd", "machine"),
            Self::Person => ("nagelezen", "good"),
            Self::Nobody => ("nog niet nagelezen", "machine"),
        };
        let mut fields = serializer.serialize_struct("ReadBy", 3)?;
        fields.serialize_field("word", word)?;
        fields.serialize_field("tone", tone)?;
        fields.serialize_field("is_left_out", &(*self == Self::Nobody))?;
        fields.end()
    }
}

/// Who has read the texts of all complaints on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
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
}
