//! Who and what a record knows, as data. In: a complaint and the staff list. Out: identities with their
//! strong forms and weak words, in the spelling of the fields. Masker and leak gate share these, and
//! nothing else: each folds capitals and diacritics, and searches, by itself.

mod forms;

pub(super) use self::forms::{phone_digits, surname_variants};
use super::person_name::PersonName;
use crate::complaint::{Complaint, Name, Phone};
use crate::personal::Personal;
use crate::protocol::Staff;

/// To whom an identity belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Party {
    /// Who complained.
    Complainant,
    /// An employee whom the record names: receiver, handler, involved, or charged with a measure.
    Employee,
    /// Someone on the staff list whom the record does not name.
    Colleague,
    /// A word that the record asks to mask (`anonimiseren`).
    Term,
}

/// Someone or something that a record knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// To whom it belongs.
    pub party: Party,
    /// What it is.
    pub datum: Datum,
}

/// What an identity is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Datum {
    /// A person's name.
    Person(PersonName),
    /// An organisation's name.
    Organisation(Organisation),
    /// A telephone number as written.
    Phone(Personal),
    /// An e-mail address as written.
    Email(Personal),
    /// A postal address as written, taken apart.
    Address(Address),
    /// Any word or phrase.
    Term(Personal),
}

/// The name of an organisation, without its legal form: `Waterlust Recycling B.V.` has two words.
#[derive(Clone, PartialEq, Eq)]
pub struct Organisation {
    /// Runs of letters and digits, as written.
    pub words: Vec<String>,
}

/// A postal address.
#[derive(Clone, PartialEq, Eq)]
pub struct Address {
    /// The words of the street, as written.
    pub street: Vec<String>,
    /// The digits of the house number; none for a post box without one.
    pub number: Option<String>,
    /// Everything as written.
    pub whole: Personal,
}

/// One way to write an identity that tells by itself who is meant.
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum Form {
    /// These words in this order, with nothing but spaces, line breaks and signs between them. A word
    /// of one letter is an initial, or a particle such as `t`.
    Words(Vec<String>),
    /// Any of [`super::TITLES`] and then these words, likewise.
    Titled(Vec<String>),
    /// The last nine digits of a telephone number, whatever stands between them.
    Phone(String),
    /// An e-mail address.
    Email(String),
}

/// A word that may tell who is meant within the record that names someone so.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Weak<'a> {
    /// The word as written.
    pub word: &'a str,
    /// To whom it belongs.
    pub party: Party,
}

macro_rules! hidden {
    ($($kind:ident),*) => {$(
        impl std::fmt::Debug for $kind {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($kind), "(…)"))
            }
        }
    )*};
}
hidden!(Organisation, Address, Form);

impl std::fmt::Debug for Weak<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Weak(…)")
    }
}

/// Words that stand in `wie` for a role and name nobody.
const ROLES: [&str; 32] = [
    "directeur",
    "directie",
    "directrice",
    "voorzitter",
    "medewerker",
    "medewerkers",
    "bestuur",
    "team",
    "bureau",
    "secretariaat",
    "secretaris",
    "administratie",
    "iedereen",
    "alle",
    "allen",
    "behandelaar",
    "behandelaars",
    "ontvanger",
    "planning",
    "receptie",
    "leverancier",
    "de",
    "het",
    "een",
    "onze",
    "en",
    "afdeling",
    "teamoverleg",
    "nog",
    "onbekend",
    "anoniem",
    "kantoor",
];

/// Legal forms at the end of an organisation's name, letters only.
const LEGAL_FORMS: [&str; 13] = ["bv", "nv", "vof", "cv", "ua", "ba", "wa", "gmbh", "ltd", "inc", "sa", "bvba", "vzw"];

/// The identities that a record's own fields give, and the staff list's; the complainant first, each
/// person once.
#[must_use]
pub fn identities(complaint: &Complaint, staff: Option<&Staff>) -> Vec<Identity> {
    let mut found = own(complaint);
    for member in staff.into_iter().flat_map(Staff::members) {
        add_people(&mut found, Party::Colleague, &member.name);
    }
    found
}

/// The identities of a staff list, for texts that belong to no record.
#[must_use]
pub fn colleagues(staff: &Staff) -> Vec<Identity> {
    let mut found = Vec::new();
    for member in staff.members() {
        add_people(&mut found, Party::Colleague, &member.name);
    }
    found
}

/// The identities that a record's own fields give.
#[must_use]
pub fn own(complaint: &Complaint) -> Vec<Identity> {
    let mut found = of_complainant(complaint);
    for name in employees(complaint) {
        add_people(&mut found, Party::Employee, name);
    }
    found.extend(terms(complaint));
    found
}

/// The identities of who complained.
pub(super) fn of_complainant(complaint: &Complaint) -> Vec<Identity> {
    let mut found = Vec::new();
    let complainant = &complaint.complainant;
    if let Some(Name::Known(name)) = complainant.name.given() {
        add_people(&mut found, Party::Complainant, name);
    }
    let mut add = |datum| found.push(Identity { party: Party::Complainant, datum });
    if let Some(name) = complainant.organisation.given() {
        let organisation = Organisation::parse(name);
        if !organisation.words.is_empty() {
            add(Datum::Organisation(organisation));
        }
    }
    if let Some(Phone::Known(phone)) = complainant.phone.given() {
        add(Datum::Phone(phone.clone()));
    }
    if let Some(email) = complainant.email.given() {
        add(Datum::Email(email.address().clone()));
    }
    if let Some(address) = complainant.address.given() {
        add(Datum::Address(Address::parse(address)));
    }
    found
}

/// The employees whom a record names; `wie` may name a role instead.
pub(super) fn employees(complaint: &Complaint) -> impl Iterator<Item = &Personal> {
    let named =
        complaint.receiver.given().into_iter().chain(complaint.handler.given()).chain(complaint.involved.given());
    named.chain(complaint.measures.given().filter_map(|measure| measure.who.given()).filter(|who| !is_role(who)))
}

/// The words that a record asks to mask.
pub(super) fn terms(complaint: &Complaint) -> impl Iterator<Item = Identity> {
    let words = complaint.mask.given().filter(|term| has_word(term));
    words.map(|term| Identity { party: Party::Term, datum: Datum::Term(term.clone()) })
}

/// The people whom the name of an employee gives.
pub(super) fn of_employee(name: &Personal) -> Vec<Identity> {
    let mut found = Vec::new();
    add_people(&mut found, Party::Employee, name);
    found
}

fn add_people(found: &mut Vec<Identity>, party: Party, name: &Personal) {
    for name in PersonName::parse_all(name.reveal()) {
        let datum = Datum::Person(name);
        if !found.iter().any(|known| known.datum == datum) {
            found.push(Identity { party, datum });
        }
    }
}

fn is_role(who: &Personal) -> bool {
    words(who.reveal()).all(|word| ROLES.contains(&word.to_lowercase().as_str()))
}

fn has_word(term: &Personal) -> bool {
    term.reveal().contains(char::is_alphanumeric)
}

/// Runs of letters and digits.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let inside = |sign: char| sign.is_alphanumeric() || matches!(sign, '\u{300}'..='\u{36f}');
    text.split(move |sign| !inside(sign)).filter(|word| !word.is_empty())
}

impl Organisation {
    /// Reads an organisation's name; nothing remains of a legal form or of what stands in brackets.
    #[must_use]
    pub fn parse(name: &Personal) -> Self {
        let text = name.reveal();
        let is_legal_form = |part: &str| {
            let letters: String = part.chars().filter(|sign| sign.is_alphanumeric()).collect();
            LEGAL_FORMS.contains(&letters.to_lowercase().as_str())
        };
        let parts: Vec<_> = text.split_whitespace().collect();
        let kept = parts.len() - parts.iter().rev().take_while(|part| is_legal_form(part)).count();
        Self { words: parts[..kept].iter().flat_map(|part| words(part)).map(str::to_owned).collect() }
    }
}

impl Address {
    /// Reads an address: the words up to the first number are the street.
    #[must_use]
    pub fn parse(address: &Personal) -> Self {
        let line = address.reveal().split([',', '\n']).next().unwrap_or_default();
        let mut street: Vec<String> = Vec::new();
        let mut number = None;
        for word in words(line) {
            let digits = word.len() - word.trim_start_matches(|sign: char| sign.is_ascii_digit()).len();
            if digits > 0 && !street.is_empty() {
                number = Some(word[..digits].to_owned());
                break;
            }
            street.push(word.to_owned());
        }
        Self { street, number, whole: address.clone() }
    }
}
