//! K302: personal data where it is never anonymised: in a file name, a number or a choice.

use crate::anonymise::{self, Datum, Form, Identity, is_ordinary};
use crate::check::{Case, Check, Draft, Rule};
use crate::complaint::Number;
use crate::finding::Code;
use crate::register::{Record, Register};

pub(super) const RULE: Rule = Rule {
    code: Code::new(302),
    name: "personal-data-in-name",
    page: include_str!("k302.md"),
    check: Check::Record(check),
};

/// A serial number of this many digits could be a telephone or citizen service number.
const LONG_SERIAL: usize = 8;

fn check(case: &Case<'_>, drafts: &mut Vec<Draft>) {
    let complaint = case.complaint();
    let top = complaint.opening();
    let suspects = Suspects::of(case);
    if suspects.are_none() {
        return;
    }
    let people = People::new(&anonymise::own(complaint));
    if suspects.path && people.are_named_in(case.record.file.path().as_str().trim_end_matches(".md")) {
        drafts
            .push(Draft::error(top, "de naam van dit bestand, of van de map, verraadt over wie de klacht gaat").help(
                "noem het bestand naar het nummer van de klacht en de map naar het jaar, zoals 2026/2026-014.md",
            ));
    }
    if suspects.attachments && are_attachments_named(case) {
        drafts.push(
            Draft::error(top, "de naam van een bijlage verraadt over wie de klacht gaat")
                .help("geef de bijlagen in de map van deze klacht namen zonder personen, zoals brief-1.pdf"),
        );
    }
    let number = complaint.number.placed().filter(|_| suspects.number);
    if let Some((_, at)) = number.filter(|(number, _)| people.have_phone(number.as_str())) {
        drafts.push(
            Draft::error(at, "in het nummer van de klacht staat een telefoonnummer")
                .help("geef de klacht het volgende vrije nummer van het jaar"),
        );
    }
    let choices = complaint.channel.placed().into_iter();
    for (choice, at) in choices.chain(complaint.kinds.placed()).chain(complaint.causes.placed()) {
        if people.are_named_in(choice) {
            drafts.push(
                Draft::error(at, "deze keuze verraadt over wie de klacht gaat")
                    .help("haal de naam uit de keuzes in protocol.yaml en kies een andere"),
            );
        }
    }
}

/// Tells of the name of an attachment whether it names someone of this complaint, or a colleague in full.
pub fn names_someone(register: &Register, record: &Record) -> impl Fn(&str) -> bool + use<> {
    let people = People::of_attachments(register, record);
    move |name| people.are_named_in(name)
}

/// Folders within the complaint's own have names as well.
fn are_attachments_named(case: &Case<'_>) -> bool {
    let people = People::of_attachments(case.register, case.record);
    let own_folder = case.record.file.path().as_str().trim_end_matches(".md").len();
    let attachments = case.register.attachments_of(case.record).iter();
    attachments.flat_map(|path| path.as_str()[own_folder..].split('/')).any(|part| people.are_named_in(part))
}

/// Where personal data could stand at all: for nearly every record nowhere, and then nobody's name has to be taken apart.
struct Suspects {
    path: bool,
    attachments: bool,
    number: bool,
    choices: bool,
}

impl Suspects {
    fn of(case: &Case<'_>) -> Self {
        let number = case.complaint().number.given();
        let own_path = |number: &Number| format!("{}/{number}.md", number.year()) == case.record.file.path().as_str();
        Self {
            path: !number.is_some_and(own_path),
            attachments: !case.register.attachments_of(case.record).is_empty(),
            number: number.is_some_and(|number| number.as_str().len() > "2026-".len() + LONG_SERIAL),
            choices: case.register.protocol.file.is_some(),
        }
    }

    fn are_none(&self) -> bool {
        !(self.path || self.attachments || self.number || self.choices)
    }
}

/// The people of a record, as file names could tell them.
struct People {
    words: Vec<String>,
    glued: Vec<String>,
    phones: Vec<String>,
}

impl People {
    fn new(identities: &[Identity]) -> Self {
        let mut people = Self { words: Vec::new(), glued: Vec::new(), phones: Vec::new() };
        for identity in identities {
            let telling = identity.weak_words().map(|weak| plain(weak.word));
            people.words.extend(telling.filter(|word| word.len() >= 3 && !is_ordinary(word)));
            people.add_in_full(identity);
        }
        people
    }

    /// The people of the record, and everyone on the staff list: these in full, for a surname is that of others as well.
    fn of_attachments(register: &Register, record: &Record) -> Self {
        let mut people = Self::new(&anonymise::own(&record.complaint));
        let colleagues = register.staff().map(anonymise::colleagues).unwrap_or_default();
        colleagues.iter().for_each(|colleague| people.add_in_full(colleague));
        people
    }

    fn add_in_full(&mut self, identity: &Identity) {
        let glued = |words: &[String]| words.iter().map(|word| plain(word)).collect::<String>();
        let is_name = matches!(identity.datum, Datum::Person(_) | Datum::Organisation(_));
        for form in identity.strong_forms() {
            let name = match form {
                Form::Phone(digits) => {
                    self.phones.push(digits);
                    continue;
                }
                Form::Words(words) if is_name => glued(&words),
                Form::Titled(words) if words.len() > 1 => glued(&words),
                _ => continue,
            };
            if name.len() >= 6 && !is_ordinary(&name) {
                self.glued.push(name);
            }
        }
    }

    fn are_named_in(&self, text: &str) -> bool {
        let text = plain(text);
        let mut words = text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
        let together: String = text.chars().filter(|sign| sign.is_alphanumeric()).collect();
        words.any(|word| self.words.iter().any(|own| own == word))
            || self.glued.iter().any(|own| together.contains(own.as_str()))
            || self.have_phone(&text)
    }

    fn have_phone(&self, text: &str) -> bool {
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        self.phones.iter().any(|phone| digits.contains(phone.as_str()))
    }
}

/// Small letters without accents.
fn plain(text: &str) -> String {
    anonymise::fold(text)
}
