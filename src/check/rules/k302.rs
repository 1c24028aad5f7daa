//! K302: personal data where it is never anonymised: in a file name, a number or a choice.

use crate::check::naming::{People, is_long, lies_at_its_number};
use crate::check::{Case, Check, Draft, Rule};
use crate::finding::Code;

pub(super) const RULE: Rule = Rule {
    code: Code::new(302),
    name: "personal-data-in-name",
    page: include_str!("k302.md"),
    check: Check::Record(check),
};

fn check(case: &Case<'_>, drafts: &mut Vec<Draft>) {
    let complaint = case.complaint();
    let top = complaint.opening();
    let suspects = Suspects::of(case);
    if suspects.are_none() {
        return;
    }
    let people = People::of(complaint);
    if suspects.path && people.are_named_in(case.record.file.path().own_folder()) {
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

/// Folders within the complaint's own have names as well.
fn are_attachments_named(case: &Case<'_>) -> bool {
    let people = People::of_attachments(case.register, case.record);
    let own_folder = case.record.file.path().own_folder().len();
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
        Self {
            path: !lies_at_its_number(case.record),
            attachments: !case.register.attachments_of(case.record).is_empty(),
            number: number.is_some_and(|number| is_long(number.as_str())),
            choices: case.register.protocol.file.is_some(),
        }
    }

    fn are_none(&self) -> bool {
        !(self.path || self.attachments || self.number || self.choices)
    }
}
