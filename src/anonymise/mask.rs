//! Masks. In: what was found and to whom it belongs. Out: the words in square brackets that stand in its
//! place, the same for the same person within one record.

use std::fmt;

use super::fold::{HashKeyed, WordHash};

/// What a span of a text tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A person.
    Person,
    /// An organisation.
    Organisation,
    /// A telephone number.
    Phone,
    /// An e-mail address.
    Email,
    /// A street with its number.
    Address,
    /// A postcode.
    Postcode,
    /// A bank account.
    Iban,
    /// A citizen service number.
    Bsn,
    /// A licence plate.
    Plate,
    /// A day of birth.
    BirthDate,
    /// A web address.
    Url,
    /// A name on a social medium.
    Handle,
    /// A word that the record asks to mask.
    Term,
}

impl Kind {
    /// The word for it in JSON.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Address => "address",
            Self::Postcode => "postcode",
            Self::Iban => "iban",
            Self::Bsn => "bsn",
            Self::Plate => "plate",
            Self::BirthDate => "birthdate",
            Self::Url => "url",
            Self::Handle => "handle",
            Self::Term => "term",
        }
    }
}

/// Who or what a span means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// The one who complained.
    Complainant,
    /// An employee, told apart by this hash.
    Employee(WordHash),
    /// Another person, likewise.
    Other(WordHash),
    /// The complainant's organisation.
    OwnOrganisation,
    /// Another organisation, likewise.
    Organisation(WordHash),
    /// A thing, which needs no number.
    Thing(Kind),
}

impl Meaning {
    /// Its kind.
    #[must_use]
    pub fn kind(self) -> Kind {
        match self {
            Self::Complainant | Self::Employee(_) | Self::Other(_) => Kind::Person,
            Self::OwnOrganisation | Self::Organisation(_) => Kind::Organisation,
            Self::Thing(kind) => kind,
        }
    }
}

/// The words that stand in place of a span; `Display` writes them with their brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mask {
    word: &'static str,
    number: Option<usize>,
}

impl Mask {
    /// Adds it to a text.
    pub(super) fn write_to(self, text: &mut String) {
        text.push('[');
        text.push_str(self.word);
        if let Some(number) = self.number {
            text.push(' ');
            match u8::try_from(number) {
                Ok(digit @ 0..=9) => text.push(char::from(b'0' + digit)),
                _ => text.push_str(&number.to_string()),
            }
        }
        text.push(']');
    }
}

impl fmt::Display for Mask {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        self.write_to(&mut text);
        f.write_str(&text)
    }
}

/// The masks of one record: each employee, person and organisation has the number of its first
/// appearance.
#[derive(Debug, Default)]
pub struct Masks {
    employees: HashKeyed<usize>,
    people: HashKeyed<usize>,
    organisations: HashKeyed<usize>,
}

impl Masks {
    /// The mask of what this means.
    pub fn mask(&mut self, meaning: Meaning) -> Mask {
        let fixed = |word| Mask { word, number: None };
        match meaning {
            Meaning::Complainant => fixed("indiener"),
            Meaning::OwnOrganisation => fixed("organisatie"),
            Meaning::Employee(who) => Mask { word: "medewerker", number: Some(place(&mut self.employees, who)) },
            Meaning::Other(who) => Mask { word: "persoon", number: Some(place(&mut self.people, who)) },
            // The complainant's own organisation is the first.
            Meaning::Organisation(which) => {
                Mask { word: "organisatie", number: Some(place(&mut self.organisations, which) + 1) }
            }
            Meaning::Thing(kind) => fixed(word_for(kind)),
        }
    }
}

/// The number of one of these, counted from one by first appearance.
fn place(known: &mut HashKeyed<usize>, one: WordHash) -> usize {
    let next = known.len() + 1;
    *known.entry(one).or_insert(next)
}

fn word_for(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "persoon",
        Kind::Organisation => "organisatie",
        Kind::Phone => "telefoonnummer",
        Kind::Email => "e-mailadres",
        Kind::Address => "adres",
        Kind::Postcode => "postcode",
        Kind::Iban => "rekeningnummer",
        Kind::Bsn => "burgerservicenummer",
        Kind::Plate => "kenteken",
        Kind::BirthDate => "geboortedatum",
        Kind::Url => "webadres",
        Kind::Handle => "account",
        Kind::Term => "weggelaten",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn masks_are_numbered_by_first_appearance_and_stay_the_same() {
        let mut masks = Masks::default();
        let shown: Vec<_> = [
            Meaning::Employee(7),
            Meaning::Complainant,
            Meaning::Employee(9),
            Meaning::Employee(7),
            Meaning::Other(7),
            Meaning::OwnOrganisation,
            Meaning::Organisation(3),
            Meaning::Thing(Kind::Email),
        ]
        .into_iter()
        .map(|meaning| masks.mask(meaning).to_string())
        .collect();
        let expected = [
            "[medewerker 1]",
            "[indiener]",
            "[medewerker 2]",
            "[medewerker 1]",
            "[persoon 1]",
            "[organisatie]",
            "[organisatie 2]",
            "[e-mailadres]",
        ];
        assert_eq!(shown, expected);
    }
}
