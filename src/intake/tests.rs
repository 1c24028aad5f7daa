//! The promises of taking in a complaint.

use super::*;
use crate::calendar::Date;
use crate::complaint::SectionKind;
use crate::protocol::Staff;
use crate::register::Settings;

fn today() -> Date {
    Date::from_ymd_opt(2026, 11, 23).expect("a day")
}

fn register() -> tempfile::TempDir {
    tempfile::tempdir().expect("tests have a disk")
}

fn load(folder: &tempfile::TempDir) -> Register {
    let mut register = crate::register::load(folder.path(), today()).expect("an empty register");
    let staff =
        SourceFile::new(RelPath::new("medewerkers.yaml"), "- naam: Sanne Bakker\n  functie: medewerker\n".into());
    register.staff = Some(Settings { loaded: Staff::load(&staff), file: Some(staff) });
    register
}

fn answers() -> Answers {
    let mut answers = Answers::default();
    for (question, answer) in [
        (Question::Received, "2026-11-20"),
        (Question::Channel, "e-mail"),
        (Question::Kinds, "tijdigheid, wijze"),
        (Question::Subject, "Brief: kwam \"nooit\" #2"),
        (Question::Name, "Fatima el Amrani"),
        (Question::Phone, "0612345678"),
        (Question::Email, "f.elamrani@example.nl"),
        (Question::Receiver, "Sanne Bakker"),
        (Question::Description, "Mevrouw El Amrani wacht op een brief."),
    ] {
        answers.give(question, answer);
    }
    answers
}

fn number(text: &str) -> Number {
    Number::parse(text).expect("a number")
}

#[test]
fn a_new_complaint_has_every_answer_and_no_error() {
    let folder = register();
    let register = load(&folder);
    let new = Intake::new(&register).complaint(&number("2026-024"), &answers());
    assert_eq!(new.errors, []);
    assert_eq!(new.file.path().as_str(), "2026/2026-024.md");
    let Entry::Record(record) = register.entry(new.file) else { panic!("it is a complaint") };
    let complaint = &record.complaint;
    assert_eq!(complaint.problems, []);
    assert_eq!(complaint.number.given(), Some(&number("2026-024")));
    assert_eq!(complaint.registered.get(), Some(today()));
    assert_eq!(complaint.kinds.given().collect::<Vec<_>>(), ["tijdigheid", "wijze"]);
    assert_eq!(complaint.subject.given().map(|subject| subject.reveal()), Some("Brief: kwam \"nooit\" #2"));
}

#[test]
fn an_answer_is_held_to_what_check_says() {
    let folder = register();
    let register = load(&folder);
    let intake = Intake::new(&register);
    for (question, answer, message) in [
        (Question::Received, "2026-11-24", Some("toekomst")),
        (Question::Received, "20 november", Some("`ontvangen`")),
        (Question::Channel, "duif", Some("`kanaal`")),
        (Question::Channel, "brief", None),
        (Question::Kinds, "aard, prijs", Some("`betreft`")),
        (Question::Kinds, "", Some("`betreft`")),
        (Question::Name, "", Some("`indiener.naam`")),
        (Question::Name, "anoniem", None),
        (Question::Phone, "geen", Some("`indiener.telefoon`")),
        (Question::Email, "", Some("`indiener.e-mail`")),
        (Question::Email, "f.elamrani", Some("`indiener.e-mail`")),
        (Question::Organisation, "", None),
        (Question::Receiver, "Sane Bakker", Some("medewerkers")),
        (Question::Description, " \n", Some("Omschrijving")),
        (Question::Description, "Zie [de brief](brief.pdf).", Some("verwezen")),
        (Question::Description, "<<<<<<< wat een klacht\n", None),
    ] {
        let objection = intake.objection(&answers().with(question, answer), question);
        match message {
            None => assert_eq!(objection, None, "{question:?}: {answer}"),
            Some(part) => {
                let message = objection.unwrap_or_else(|| panic!("{question:?}: {answer}")).message;
                assert!(message.contains(part), "{question:?}: {answer}: {message}");
            }
        }
    }
}

#[test]
fn what_is_missing_is_what_check_would_miss() {
    let folder = register();
    let register = load(&folder);
    let intake = Intake::new(&register);
    assert_eq!(intake.missing(&answers()), []);
    let missing = intake.missing(&answers().with(Question::Phone, "").with(Question::Email, ""));
    assert_eq!(missing, [Question::Phone, Question::Email]);
    assert_eq!(intake.missing(&answers().with(Question::Channel, "brief").with(Question::Email, "")), []);
}

#[test]
fn a_term_that_has_passed_is_told_and_is_no_error() {
    let folder = register();
    let register = load(&folder);
    let new = Intake::new(&register).complaint(&number("2026-001"), &answers().with(Question::Received, "2026-10-01"));
    assert_eq!(new.errors, []);
    assert!(new.timeline.terms().iter().any(crate::complaint::TermState::is_missed));
}

#[test]
fn the_next_number_was_never_given_out() {
    let paths = ["2026/2026-014.md", "2026/2026-016/brief-2026-300.pdf", "2026/2026-0612345678.md", "2025/2025-031.md"];
    let paths = paths.map(RelPath::new);
    let records = [number("2026-015")];
    let next = |erased: &str, counter: &str| {
        let counter = Counter::parse(Some(counter)).expect("no conflict");
        next_number("2026", &paths, &records, erased, &counter).expect("a number").to_string()
    };
    assert_eq!(next("", ""), "2026-017");
    assert_eq!(next("nummer,maand\n2026-020,2026-01\n2026-018,2026-01\n", ""), "2026-021");
    assert_eq!(next("", "2025: 2025-040 0a\n2026: 2026-1041 12345678\n"), "2026-1042");
    let nothing = Counter::parse(None).expect("no conflict");
    assert_eq!(next_number("2027", [], [], "", &nothing), Some(number("2027-001")));
}

#[test]
fn the_counter_keeps_every_other_line_and_marks_each_complaint_apart() {
    let text = "# Uitleg\r\n2025: 2025-014 aaaaaaaa\r\n2026: 2026-023 bbbbbbbb\r\n";
    let noted = |complaint: &str| {
        let mut counter = Counter::parse(Some(text)).expect("no conflict");
        counter.note(&number("2026-024"), complaint);
        counter.text()
    };
    let (one, other) = (noted("een"), noted("ander"));
    assert!(one.starts_with("# Uitleg\r\n2025: 2025-014 aaaaaaaa\r\n2026: 2026-024 "), "{one:?}");
    assert_ne!(one, other);
    let conflict = format!("{text}<<<<<<< HEAD\r\n=======\r\n>>>>>>> tak\r\n");
    assert_eq!(Counter::parse(Some(&conflict)).err(), Some(Unresolved));
}

/// The words under the description's heading, without the backslashes that stand for nothing.
fn described(register: &Register, description: &str) -> String {
    let new = Intake::new(register).complaint(&number("2026-001"), &answers().with(Question::Description, description));
    let Entry::Record(record) = register.entry(new.file) else { panic!("it is a complaint: {description:?}") };
    let kinds: Vec<_> = record.complaint.sections.iter().map(|section| section.kind).collect();
    assert_eq!(kinds.len(), 4, "{description:?} makes no heading and hides none");
    let section = record.complaint.section(SectionKind::Description).expect("a description");
    let words = section.content.of(record.file.text()).split_once('\n').map_or("", |(_, words)| words);
    words.trim().to_owned()
}

#[test]
fn a_mail_is_taken_in_as_it_was_written() {
    let folder = register();
    let register = load(&folder);
    for (mail, words) in [
        ("Beste mensen,\n\n- een\n- twee\n", "Beste mensen,\n\n- een\n- twee"),
        ("Groet,\nF. el Amrani\n--\nBuro Zon", "Groet,\nF. el Amrani\n\\--\nBuro Zon"),
        ("## Oorzaak\r\njullie", "\\## Oorzaak\njullie"),
        ("> tekst\n> ---\n> meer", "> tekst\n> ---\n> meer"),
        ("tekst\n---\n> meer\n> ---", "tekst\n\\---\n> meer\n> \\---"),
        ("<!-- niet gesloten", "\\<!-- niet gesloten"),
        ("```\nnooit gesloten", "\\```\nnooit gesloten"),
    ] {
        assert_eq!(described(&register, mail), words);
    }
}

#[test]
fn no_description_makes_a_heading_or_hides_one() {
    let folder = register();
    let register = load(&folder);
    let line = "[ ]{0,4}(> |- |[0-9]\\. )?(#{1,3} |-{1,4}|={1,3}|<{1,7}|>{1,8}|<!--|-->|```|~~~|<div>|<script>|\\[a\\]:)?[a-z .]{0,6}";
    let bare = |text: &str| text.replace('\\', "").split_whitespace().collect::<String>();
    proptest::proptest!(|(lines in proptest::collection::vec(line, 1..6))| {
        let description = format!("Begin\n{}", lines.join("\n"));
        proptest::prop_assert_eq!(bare(&described(&register, &description)), bare(&description));
    });
}

#[test]
fn any_words_come_into_the_file_as_they_were_answered() {
    let folder = register();
    let register = load(&folder);
    let questions = proptest::sample::select(Question::ALL[..9].to_vec());
    proptest::proptest!(|(words in "(?s).{0,12}|\\PC{0,12}|[a-z:{}\\[\\]\"'&*#|>,~\n\r\t é0-9+.-]{0,12}", question in questions)| {
        let answers = answers().with(question, &words);
        let new = Intake::new(&register).complaint(&number("2026-024"), &answers);
        let Entry::Record(record) = register.entry(new.file) else { panic!("it can be read") };
        let (name, subject) = (&record.complaint.complainant.name, &record.complaint.subject);
        let says_something = words.contains(char::is_alphanumeric);
        if question == Question::Subject && says_something {
            proptest::prop_assert_eq!(subject.given().map(|own| own.reveal()), Some(words.trim()));
        }
        proptest::prop_assert!(question == Question::Name || name.given().is_some());
    });
}
