//! What the templates of letters see. In: a record, the protocol and the staff list, and leave to show them. Out: words and
//! days in Dutch, by the names that an office writes in its own templates.

use serde::Serialize;

use super::{Case, Delay, Kind, Letter, Matter, plain};
use crate::calendar::{Date, Deadline, dutch};
use crate::complaint::{AppealOutcome, Name, SectionKind, TermOutcome};
use crate::personal::{Disclosure, Email, Personal, Phone};
use crate::protocol::{RetainFrom, Role, RulingFrom, Step};

/// What a letter can tell. What is not known is `None`.
#[derive(Serialize)]
pub(super) struct Facts {
    #[serde(rename = "nummer")]
    number: String,
    #[serde(skip)]
    pub(super) subject: String,
    #[serde(rename = "vandaag")]
    today: String,
    #[serde(rename = "ontvangen")]
    received: Option<String>,
    #[serde(rename = "indiener")]
    pub(super) complainant: Option<String>,
    #[serde(skip)]
    pub(super) complainant_email: Option<String>,
    #[serde(rename = "organisatie")]
    organisation: Option<String>,
    #[serde(rename = "adresregels")]
    address_lines: Vec<String>,
    #[serde(rename = "per_email")]
    by_email: bool,
    #[serde(rename = "behandelaar")]
    handler: Option<String>,
    #[serde(rename = "contactpersoon")]
    contact_person: Option<String>,
    #[serde(rename = "ondertekenaar")]
    signatory: Option<String>,
    #[serde(rename = "voorzitter")]
    chair: Option<String>,
    #[serde(rename = "contact")]
    has_contact: bool,
    #[serde(rename = "bewaartermijn")]
    retention: String,
    #[serde(rename = "oplossing")]
    solution: Option<String>,
    #[serde(rename = "afzender")]
    pub(super) sender: Sender,
    #[serde(rename = "bevestiging")]
    confirmation: Term,
    #[serde(rename = "afhandeling")]
    handling: Term,
    #[serde(rename = "uitspraak")]
    ruling: Ruling,
    #[serde(rename = "beroep")]
    appeal: Appeal,
    #[serde(rename = "uitstel")]
    delay: Option<DelayWords>,
}

/// Who writes.
#[derive(Serialize)]
pub(super) struct Sender {
    #[serde(rename = "naam")]
    pub(super) name: Option<String>,
    pub(super) email: Option<String>,
    #[serde(rename = "telefoon")]
    phone: Option<String>,
    #[serde(rename = "adres")]
    address: Option<String>,
    #[serde(rename = "adresregels")]
    address_lines: Vec<String>,
}

/// A term of the protocol.
#[derive(Default, Serialize)]
struct Term {
    #[serde(rename = "uiterlijk")]
    due: Option<String>,
    #[serde(rename = "te_laat")]
    is_late: bool,
    #[serde(rename = "gedaan")]
    done: Option<String>,
    #[serde(rename = "nieuwe_datum")]
    agreed: Option<String>,
}

/// The term of the ruling: by a day, for whoever appeals on `from` at the latest; or counted from the appeal.
#[derive(Serialize)]
struct Ruling {
    #[serde(rename = "termijn")]
    length: String,
    #[serde(rename = "vanaf")]
    from: Option<String>,
    #[serde(rename = "uiterlijk")]
    due: Option<String>,
    #[serde(rename = "te_laat")]
    is_late: bool,
    #[serde(rename = "gedaan")]
    done: Option<String>,
}

/// The appeal, and the way to lodge one.
#[derive(Serialize)]
struct Appeal {
    #[serde(rename = "ingesteld")]
    lodged: Option<String>,
    #[serde(rename = "uitkomst")]
    outcome: Option<&'static str>,
    #[serde(rename = "uiterlijk")]
    until: Option<String>,
    #[serde(rename = "kan_nog")]
    is_open: bool,
    email: Option<String>,
}

/// A term that is not kept.
#[derive(Serialize)]
struct DelayWords {
    #[serde(rename = "stap")]
    step: &'static str,
    #[serde(rename = "uiterlijk")]
    due: String,
    #[serde(rename = "voorbij")]
    has_passed: bool,
    #[serde(rename = "nieuwe_datum")]
    until: String,
    #[serde(rename = "reden")]
    reason: Option<String>,
}

impl Facts {
    pub(super) fn new(_: &Disclosure, letter: &Letter<'_>) -> Self {
        let case = letter.case;
        let delay = match &letter.matter {
            Matter::Delay(delay) => Some(DelayWords::of(case, delay)),
            _ => None,
        };
        let Case { text, complaint, .. } = case;
        let complainant = &complaint.complainant;
        let number = complaint.number.given().map(ToString::to_string).unwrap_or_default();
        let name = complainant.name.given().and_then(|name| match name {
            Name::Known(name) => Some(line(name)),
            Name::Unknown => None,
        });
        let handler = complaint.handler.given().map(line);
        let contact_person = handler.clone().or_else(|| complaint.receiver.given().map(line));
        let chair = chair(case);
        let solution = complaint.section(SectionKind::Solution).map(|section| plain::plain(text, section.content));
        Self {
            subject: format!("Uw klacht {number}"),
            number,
            today: dutch::short(case.today),
            received: complaint.received.get().map(dutch::long),
            complainant: name,
            complainant_email: complainant.email.given().map(address),
            organisation: complainant.organisation.given().map(line),
            address_lines: complainant.address.given().map(|words| lines(words.reveal())).unwrap_or_default(),
            by_email: complainant.email.given().is_some(),
            signatory: if letter.kind() == Kind::Ruling { chair.clone() } else { contact_person.clone() },
            handler,
            contact_person,
            chair,
            has_contact: !complaint.contact.is_absent(),
            retention: retention(case),
            solution,
            sender: Sender::of(case),
            confirmation: Term::of(case, Step::Confirmation),
            handling: Term::of(case, Step::Handling),
            ruling: Ruling::of(case),
            appeal: Appeal::of(case),
            delay,
        }
    }
}

impl Sender {
    fn of(case: Case<'_>) -> Self {
        let sender = &case.protocol.sender;
        let phone = sender.phone.as_ref().and_then(|phone| match phone {
            Phone::Known(number) => Some(line(number)),
            Phone::Unknown => None,
        });
        let name = sender.name.as_ref().or(case.protocol.organisation.as_ref());
        Self {
            name: name.map(|name| one_line(name)),
            email: sender.email.as_ref().map(address),
            phone,
            address: sender.address.as_ref().map(|words| one_line(words)),
            address_lines: sender.address.as_ref().map(|words| lines(words)).unwrap_or_default(),
        }
    }
}

impl Term {
    fn of(case: Case<'_>, step: Step) -> Self {
        let Some(term) = case.timeline.term(step) else { return Self::default() };
        let done = match term.outcome {
            TermOutcome::Met(day) | TermOutcome::Missed(Some(day)) => Some(day),
            _ => None,
        };
        let overruns = case.complaint.overruns.given().filter(|overrun| overrun.step.get() == Some(step));
        let agreed = overruns.filter_map(|overrun| overrun.new_date.get()).max().filter(|day| *day >= case.today);
        Self {
            due: Some(dutch::long(term.deadline.due)),
            is_late: done.unwrap_or(case.today) > term.deadline.due,
            done: done.map(dutch::long),
            agreed: agreed.map(dutch::long),
        }
    }
}

impl Ruling {
    fn of(case: Case<'_>) -> Self {
        let (complaint, protocol) = (case.complaint, case.protocol);
        let length = protocol.duration(Step::Ruling).to_string();
        let Some(term) = case.timeline.term(Step::Ruling) else {
            let promised = promised(case);
            return Self {
                length,
                from: promised.as_ref().map(|deadline| dutch::long(deadline.start)),
                due: promised.map(|deadline| dutch::long(deadline.due)),
                is_late: false,
                done: None,
            };
        };
        let done = complaint.appeal.ruling.get();
        Self {
            length,
            from: Some(dutch::long(term.deadline.start)),
            due: Some(dutch::long(term.deadline.due)),
            is_late: done.unwrap_or(case.today) > term.deadline.due,
            done: done.map(dutch::long),
        }
    }
}

/// The term of a ruling that nobody asked for yet, where it has a day: it counts from the end of term two for whoever
/// appeals by then, and from the appeal for whoever does so later.
fn promised(case: Case<'_>) -> Option<Deadline> {
    let fixed = case.protocol.ruling_from == RulingFrom::EndOfTermTwo;
    let received = case.complaint.received.get().filter(|_| fixed)?;
    Some(case.protocol.deadline(Step::Ruling, received)).filter(|deadline| deadline.start >= case.today)
}

impl Appeal {
    fn of(case: Case<'_>) -> Self {
        let appeal = &case.complaint.appeal;
        let route = &case.protocol.appeal_route;
        let handled = case.complaint.handled.get().unwrap_or(case.today);
        let until = route.term.map(|term| case.protocol.calendar.deadline(handled, term).due);
        Self {
            lodged: appeal.lodged.get().map(dutch::long),
            outcome: appeal.outcome.get().map(AppealOutcome::word),
            is_open: appeal.lodged.is_absent() && until.is_none_or(|until| case.today <= until),
            until: until.map(dutch::long),
            email: route.email.as_ref().map(address),
        }
    }
}

impl DelayWords {
    fn of(case: Case<'_>, delay: &Delay) -> Self {
        Self {
            step: delay.step.word(),
            due: dutch::long(delay.due),
            has_passed: case.today > delay.due,
            until: dutch::long(delay.until),
            reason: delay.reason.as_ref().map(sentence),
        }
    }
}

/// Who is chair on the day of the letter.
fn chair(case: Case<'_>) -> Option<String> {
    let there = |until: Option<Date>| until.is_none_or(|until| case.today <= until);
    let mut chairs = case.staff?.members().iter().filter(|member| member.role == Role::Chair);
    chairs.find(|member| there(member.until)).map(|member| line(&member.name))
}

fn retention(case: Case<'_>) -> String {
    let from = match case.protocol.retain_from {
        RetainFrom::Closed => "nadat die is gesloten",
        RetainFrom::Received => "na de ontvangst",
    };
    format!("tot {} {from}", case.protocol.retention)
}

fn address(email: &Email) -> String {
    line(email.address())
}

fn line(words: &Personal) -> String {
    one_line(words.reveal())
}

/// The words on one line, without signs that cannot be seen.
fn one_line(words: &str) -> String {
    let words = words.split(|sign: char| sign.is_whitespace() || sign.is_control()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// The parts of an address, which commas or lines set apart.
fn lines(address: &str) -> Vec<String> {
    address.split([',', '\n']).map(one_line).filter(|line| !line.is_empty()).collect()
}

/// The words as a sentence that follows a colon.
fn sentence(words: &Personal) -> String {
    let words = line(words);
    if words.ends_with(['.', '!', '?']) { words } else { format!("{words}.") }
}
