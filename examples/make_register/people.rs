//! Composes people, organisations and ways to reach them from the lists in `names`.

use crate::names;
use crate::random::Random;

/// The entries of one list in `names`.
fn entries(list: &'static str) -> Vec<&'static str> {
    list.split(", ").map(str::trim).collect()
}

/// All lists, split once.
pub struct Lists {
    first_names: Vec<&'static str>,
    surnames: Vec<&'static str>,
    organisation_kinds: Vec<&'static str>,
    organisation_names: Vec<&'static str>,
    streets: Vec<&'static str>,
    towns: Vec<&'static str>,
}

impl Lists {
    /// Splits the lists.
    pub fn new() -> Self {
        Self {
            first_names: entries(names::FIRST_NAMES),
            surnames: entries(names::SURNAMES),
            organisation_kinds: entries(names::ORGANISATION_KINDS),
            organisation_names: entries(names::ORGANISATION_NAMES),
            streets: entries(names::STREETS),
            towns: entries(names::TOWNS),
        }
    }

    /// The complainant of the record with this index. Within `first names x surnames` records no two share a name;
    /// beyond it people get a second surname.
    pub fn complainant(&self, index: usize, random: &mut Random) -> Complainant {
        let combinations = self.first_names.len() * self.surnames.len();
        // A prime larger than either list walks through all combinations before one comes back.
        let place = (index % combinations) * 7919 % combinations;
        let first_name = self.first_names[place % self.first_names.len()];
        let mut surname = self.surnames[place / self.first_names.len()].to_owned();
        if index >= combinations {
            let second = self.surnames[index / combinations % self.surnames.len()];
            surname = format!("{surname}-{}", capitalised(second));
        }
        let name = Name {
            first_name: first_name.to_owned(),
            surname,
        };
        let organisation = self.organisation(random);
        let line = format!("{:06}", (index * 37 + 1) % 1_000_000);
        // No subscriber has a number that begins with 06-00, so no one is ever called by accident.
        let telephone = match random.between(0, 4) {
            0 => format!("0600{line}"),
            1 => format!("06-00{line}"),
            2 => format!("+31 6 00 {} {} {}", &line[..2], &line[2..4], &line[4..]),
            _ => format!("06 00 {} {} {}", &line[..2], &line[2..4], &line[4..]),
        };
        let email = email_address(&name, index, random);
        let address = self.address(random);
        let salutation = *random.pick(&["mevrouw", "de heer"]);
        Complainant {
            name,
            salutation,
            organisation,
            telephone,
            email,
            address,
        }
    }

    fn organisation(&self, random: &mut Random) -> String {
        format!(
            "{} {}",
            random.pick(&self.organisation_kinds),
            random.pick(&self.organisation_names)
        )
    }

    fn address(&self, random: &mut Random) -> String {
        let letters = *random.pick(&["AB", "CD", "GH", "JK", "LM", "NP", "RT", "VX", "XZ"]);
        format!(
            "{} {}, {} {letters} {}",
            random.pick(&self.streets),
            random.between(1, 400),
            random.between(1000, 9999),
            random.pick(&self.towns),
        )
    }
}

/// A person's name.
pub struct Name {
    /// As people call each other.
    pub first_name: String,
    /// With its prefix, written as after a first name: `van den Berg`.
    pub surname: String,
}

impl Name {
    /// First name and surname.
    pub fn full(&self) -> String {
        format!("{} {}", self.first_name, self.surname)
    }

    /// Initials and surname: `J.-W. de Vries`.
    pub fn with_initials(&self) -> String {
        let initials: Vec<String> = self
            .first_name
            .split('-')
            .filter_map(|part| part.chars().next())
            .map(|letter| format!("{letter}."))
            .collect();
        format!("{} {}", initials.join("-"), self.surname)
    }

    /// The surname as after `mevrouw` or `de heer`, where its prefix has a capital.
    pub fn formal_surname(&self) -> String {
        capitalised(&self.surname)
    }
}

/// Who complains.
pub struct Complainant {
    pub name: Name,
    /// `mevrouw` or `de heer`.
    pub salutation: &'static str,
    pub organisation: String,
    pub telephone: String,
    pub email: String,
    pub address: String,
}

/// Puts a capital at the start.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

fn email_address(name: &Name, index: usize, random: &mut Random) -> String {
    let plain = |text: &str| -> String {
        text.to_lowercase()
            .chars()
            .filter_map(plain_letter)
            .collect()
    };
    let domain = *random.pick(&["example.nl", "example.com", "example.org"]);
    let surname = plain(&name.surname);
    match random.between(0, 3) {
        0 => format!("{}.{surname}@{domain}", plain(&name.first_name)),
        1 => format!(
            "{}.{surname}{index}@{domain}",
            &plain(&name.first_name)[..1]
        ),
        _ => format!("{surname}@mail{index}.{domain}"),
    }
}

/// The letter without its mark; nothing for what an address cannot hold.
fn plain_letter(letter: char) -> Option<char> {
    Some(match letter {
        'a'..='z' => letter,
        'á' | 'ä' => 'a',
        'ç' => 'c',
        'é' | 'ë' => 'e',
        'ğ' => 'g',
        'í' | 'ï' | 'ı' => 'i',
        'ö' => 'o',
        'ş' => 's',
        'ü' => 'u',
        _ => return None,
    })
}

/// Someone who works at the office.
pub struct Employee {
    pub name: Name,
    /// `medewerker`, `directeur` or `voorzitter`.
    pub role: &'static str,
}

/// The staff of the office, the director and the chair last.
pub fn staff() -> Vec<Employee> {
    let employee = |first_name: &str, surname: &str, role| Employee {
        name: Name {
            first_name: first_name.to_owned(),
            surname: surname.to_owned(),
        },
        role,
    };
    vec![
        employee("Hugo", "van Zanten", "medewerker"),
        employee("Meryem", "Koçak", "medewerker"),
        employee("Tess", "de Ridder", "medewerker"),
        employee("Ashwin", "Mahabir", "medewerker"),
        employee("Gerrit-Jan", "Stoffels", "medewerker"),
        employee("Noëlle", "Bruggink", "medewerker"),
        employee("Zuzanna", "Wiśniewska", "medewerker"),
        employee("Rik", "Ottens", "medewerker"),
        employee("Lamia", "Ouali", "medewerker"),
        employee("Freek", "van 't Hoff", "medewerker"),
        employee("Carmen", "Leeflang", "medewerker"),
        employee("Ody", "Reijnders", "medewerker"),
        employee("Ellen", "Tersteeg", "directeur"),
        employee("Ton", "Wiegman", "voorzitter"),
    ]
}
