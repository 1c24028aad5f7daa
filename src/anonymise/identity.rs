//! Who and what a record knows, as data. In: a complaint and the staff list. Out: identities with their
//! strong forms and weak words, in the spelling of the fields. Masker and leak gate share these, and
//! nothing else: each folds capitals and diacritics, and searches, by itself.

use super::person_name::{PersonName, Surname};
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

impl Identity {
    /// The forms that tell by themselves who is meant, wherever they stand.
    #[must_use]
    pub fn strong_forms(&self) -> Vec<Form> {
        match &self.datum {
            Datum::Person(name) => person_forms(name),
            Datum::Organisation(organisation) if organisation.words.len() > 1 => {
                vec![Form::Words(organisation.words.clone())]
            }
            Datum::Organisation(_) => Vec::new(),
            Datum::Phone(phone) => phone_forms(phone),
            Datum::Email(email) => vec![Form::Email(email.reveal().to_owned())],
            Datum::Address(Address { street, number: Some(number), .. }) => {
                vec![Form::Words(street.iter().chain([number]).cloned().collect())]
            }
            Datum::Address(_) => Vec::new(),
            Datum::Term(term) => vec![Form::Words(words(term.reveal()).map(str::to_owned).collect())],
        }
    }

    /// The words that may tell who is meant within the own record: each word of a person's name that
    /// is neither particle nor initial, and an organisation's name of one word. They do not tell when
    /// they stand there as an ordinary Dutch word (see [`super::is_ordinary`]).
    pub fn weak_words(&self) -> impl Iterator<Item = Weak<'_>> {
        let words: Box<dyn Iterator<Item = &str>> = match &self.datum {
            Datum::Person(name) => Box::new(name.words()),
            Datum::Organisation(Organisation { words }) if words.len() == 1 => {
                Box::new(words.iter().map(String::as_str))
            }
            _ => Box::new(std::iter::empty()),
        };
        words.filter(|word| word.chars().count() > 1).map(|word| Weak { word, party: self.party })
    }
}

/// Full name, initials with surname, surname first, and any word after a title.
fn person_forms(name: &PersonName) -> Vec<Form> {
    let mut forms = Vec::new();
    let surnames = surname_variants(name);
    let firsts: Vec<&str> = name.given.iter().map(String::as_str).chain(name.all_initials()).collect();
    for surname in &surnames {
        for first in &firsts {
            let mut words = vec![(*first).to_owned()];
            words.extend(surname.iter().cloned());
            forms.push(Form::Words(words));
            let mut words = surname.clone();
            words.push((*first).to_owned());
            forms.push(Form::Words(words));
        }
        forms.push(Form::Titled(surname.clone()));
    }
    let word = |word: &&String| word.chars().count() > 1;
    forms.extend(name.given.iter().filter(word).map(|given| Form::Titled(vec![given.clone()])));
    let whole: Vec<String> =
        name.given.iter().cloned().chain(name.surnames.iter().flat_map(Surname::all).cloned()).collect();
    if whole.len() > 1 && name.given.len() > 1 {
        forms.push(Form::Words(whole));
    }
    forms
}

/// The surnames together and each by itself, with and without particles.
pub(super) fn surname_variants(name: &PersonName) -> Vec<Vec<String>> {
    let mut variants: Vec<Vec<String>> = Vec::new();
    let mut add = |variant: Vec<String>| {
        if !variant.is_empty() && !variants.contains(&variant) {
            variants.push(variant);
        }
    };
    let with = |surname: &Surname| surname.all().cloned().collect::<Vec<_>>();
    add(name.surnames.iter().flat_map(with).collect());
    add(name.surname_words().map(str::to_owned).collect());
    for surname in &name.surnames {
        add(with(surname));
        add(surname.words.clone());
    }
    variants
}

fn phone_forms(phone: &Personal) -> Vec<Form> {
    let digits = phone_digits(phone);
    digits.map(|digits| Form::Phone(digits[digits.len() - 9..].to_owned())).into_iter().collect()
}

/// All digits of a telephone number without its extension; none where it is nobody's (a service number)
/// or too short to be told from an amount or a date.
pub(super) fn phone_digits(phone: &Personal) -> Option<String> {
    // An extension (`tst. 12`) begins with a letter.
    let number = phone.reveal().split(char::is_alphabetic).next().unwrap_or_default();
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let service = digits.starts_with("0800") || digits.starts_with("0900");
    (digits.len() >= 9 && !service).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(datum: Datum) -> Vec<String> {
        let shown = |form: Form| match form {
            Form::Words(words) => words.join(" "),
            Form::Titled(words) => format!("<{}>", words.join(" ")),
            Form::Phone(digits) => digits,
            Form::Email(address) => address,
        };
        Identity { party: Party::Complainant, datum }.strong_forms().into_iter().map(shown).collect()
    }

    fn person(name: &str) -> Datum {
        Datum::Person(PersonName::parse_all(name).remove(0))
    }

    #[test]
    fn strong_forms_tell_by_themselves_who_is_meant() {
        let fatima = forms(person("Fatima el Amrani"));
        for form in ["Fatima el Amrani", "F el Amrani", "F Amrani", "el Amrani Fatima", "<el Amrani>", "<Amrani>"] {
            assert!(fatima.contains(&form.to_owned()), "{form} in {fatima:?}");
        }
        for weak in ["Fatima", "Amrani", "el Amrani"] {
            assert!(!fatima.contains(&weak.to_owned()), "{weak}");
        }
        let anna = forms(person("Anna Maria Hofstra-de Boer"));
        for form in ["Anna Maria Hofstra de Boer", "Anna Hofstra", "M de Boer", "<Hofstra de Boer>", "<de Boer>"] {
            assert!(anna.contains(&form.to_owned()), "{form} in {anna:?}");
        }
        assert_eq!(forms(person("Wil")), ["<Wil>"]);
    }

    #[test]
    fn strong_forms_of_things_are_exact() {
        let personal = Personal::new;
        let organisation = |name| Datum::Organisation(Organisation::parse(&personal(name)));
        assert_eq!(forms(organisation("Waterlust Recycling B.V.")), ["Waterlust Recycling"]);
        assert!(forms(organisation("Scheldegas N.V.")).is_empty());
        assert_eq!(forms(Datum::Phone(personal("+31 (0)6 12 34 56 78"))), ["612345678"]);
        assert_eq!(forms(Datum::Phone(personal("020 555 01 23 tst. 12"))), ["205550123"]);
        assert!(forms(Datum::Phone(personal("0800-1234"))).is_empty());
        let address = |text| Datum::Address(Address::parse(&personal(text)));
        assert_eq!(forms(address("Oude Gracht 7 a, 1241 ST Voorbeelddam")), ["Oude Gracht 7"]);
        assert_eq!(forms(address("Kade 12-III 1234 AB Ons Dorp")), ["Kade 12"]);
        assert!(forms(address("Ons Dorp")).is_empty());
    }

    #[test]
    fn weak_words_are_neither_particles_nor_initials() {
        let identity = Identity { party: Party::Complainant, datum: person("J. Johan van 't Zelfde") };
        let words: Vec<_> = identity.weak_words().map(|weak| weak.word).collect();
        assert_eq!(words, ["Johan", "Zelfde"]);
    }
}
