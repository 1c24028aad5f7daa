//! The forms of an identity that tell by themselves who is meant, and the words that may. In: an identity. Out: its
//! forms.

use super::{Address, Datum, Form, Identity, Organisation, Weak, words};
use crate::anonymise::person_name::{PersonName, Surname};
use crate::personal::Personal;

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
    /// they stand there as an ordinary Dutch word (see [`crate::anonymise::is_ordinary`]).
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
pub(in crate::anonymise) fn surname_variants(name: &PersonName) -> Vec<Vec<String>> {
    let mut variants: Vec<Vec<String>> = Vec::new();
    let mut add = |variant: Vec<String>| {
        if !variant.is_empty() && !variants.contains(&variant) {
            variants.push(variant);
        }
    };
    let with = |surname: &Surname| surname.all().cloned().collect::<Vec<_>>();
    add(name.surnames.iter().flat_map(with).collect());
    add(name.surname_words().map(str::to_owned).collect());
    // The `A` of Tjin-A-Fat tells nothing by itself.
    let is_letter = |surname: &Surname| surname.all().all(|word| word.chars().count() == 1);
    for surname in name.surnames.iter().filter(|surname| !is_letter(surname)) {
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
pub(in crate::anonymise) fn phone_digits(phone: &Personal) -> Option<String> {
    // An extension (`tst. 12`) begins with a letter.
    let number = phone.reveal().split(char::is_alphabetic).next().unwrap_or_default();
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let service = digits.starts_with("0800") || digits.starts_with("0900");
    (digits.len() >= 9 && !service).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anonymise::identity::Party;

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
        let fung = forms(person("Radjesh Tjin-A-Fung"));
        assert!(fung.contains(&"R Tjin A Fung".to_owned()) && !fung.contains(&"R A".to_owned()), "{fung:?}");
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
