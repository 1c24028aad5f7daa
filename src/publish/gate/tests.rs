//! Tests of the gate as a whole: what it must find, in every spelling, and what it must let pass.

use proptest::prelude::*;

use super::*;
use crate::anonymise::{Address, Anonymiser, Organisation, PersonName, own};
use crate::calendar::Date;
use crate::complaint::{self, Complaint};
use crate::personal::Personal;
use crate::protocol::Protocol;
use crate::source::{RelPath, SourceFile};

fn person(party: Party, name: &str) -> Vec<Identity> {
    PersonName::parse_all(name).into_iter().map(|name| Identity { party, datum: Datum::Person(name) }).collect()
}

/// A complainant with everything that a record may know.
fn complainant(name: &str) -> Vec<Identity> {
    let mut identities = person(Party::Complainant, name);
    let words = Personal::new;
    for datum in [
        Datum::Organisation(Organisation::parse(&words("Waterlust Recycling B.V."))),
        Datum::Phone(words("06 12 34 56 78")),
        Datum::Email(words("f.elamrani@waterlust.example.nl")),
        Datum::Address(Address::parse(&words("Oude Gracht 7 a, 1241 ST Voorbeelddam"))),
    ] {
        identities.push(Identity { party: Party::Complainant, datum });
    }
    identities
}

fn number() -> Number {
    Number::parse("2026-014").expect("a number")
}

fn gate(identities: &[Identity]) -> Gate {
    let fixed = FixedWords::of(["<h1>Klacht over de termijn</h1> mei wil"]);
    Gate::new(&[Known { subject: Subject::Record(number()), identities }], fixed)
}

fn found(gate: &Gate, path: &str, text: &str) -> Vec<What> {
    gate.search(path, text.as_bytes(), None).into_iter().map(|leak| leak.what).collect()
}

fn found_on_own(gate: &Gate, identities: &[Identity], text: &str) -> Vec<What> {
    let own = Own { number: &number(), identities };
    gate.search("index.html", text.as_bytes(), Some(own)).into_iter().map(|leak| leak.what).collect()
}

#[test]
fn strong_forms_are_found_in_every_spelling_and_encoding() {
    let gate = gate(&complainant("Fatima el Amráni"));
    for text in [
        "Fatima el Amráni",
        "FATIMA EL AMRANI",
        "fatima el amrani",
        "Fatima\n  el\u{a0}Amrani's auto",
        "Fatima el Amranis auto",
        "Jansen, fatima el amrani",
        "F. el Amrani",
        "F.el Amrani",
        "f. el amrani",
        "el Amrani, F.",
        "Amrani, Fatima",
        "mevrouw El Amrani",
        "Mw. Amrani",
        "mevr.&nbsp;el&nbsp;Amrani",
        "FatimaElAmrani",
        "Fatima-el-Amrani",
        "Fatima El\u{ad}Am\u{200b}rani",
        "<b>Fatima</b> el Amrani",
        "<b>Fatima</b><i>el Amrani</i>",
        "Fatima el Amr<em>ani</em>",
        "Fatima<br>el Amrani",
        "Fatima el Amr<!-- x -->ani",
        "Fatima el Amr&aacute;ni",
        "Fatima el Amr&#225;ni",
        "Fatima el Amr&#xE1;ni",
        "Fatima el Amr&amp;aacute;ni",
        "&#70;atima el Amrani",
        "<a href=\"/zoek?q=Fatima%20el%20Amr%C3%A1ni\">x</a>",
        "<a href='?q=Fatima+el+Amrani'>x</a>",
        "<img alt='Fatima el Amrani'>",
        "<!-- Fatima el Amrani -->",
        "<script>var x = {\"naam\":\"Fatima el Amr\\u00e1ni\"}</script>",
        "<script>'Fatima\\nel Amrani'</script>",
        "<style>/* Fatima el Amrani */</style>",
        "<p title='x>Fatima el Amrani",
        "< Fatima el Amrani",
        "x \u{fffd} Fatima el Amrani",
    ] {
        assert_eq!(found(&gate, "index.html", text), [What::Name], "{text}");
    }
}

#[test]
fn things_are_found_whatever_stands_between_their_parts() {
    let gate = gate(&complainant("Fatima el Amrani"));
    for (what, text) in [
        (What::Phone, "0612345678"),
        (What::Phone, "06 12 34 56 78"),
        (What::Phone, "06-12.34.56.78"),
        (What::Phone, "+31 (0)6 12 34 56 78"),
        (What::Phone, "0031612345678"),
        (What::Phone, "<a href=\"tel:+31612345678\">bel</a>"),
        (What::Phone, "06&nbsp;12&#8209;34<b>56</b>78."),
        (What::Phone, "06%2012%2034%2056%2078"),
        (What::Phone, "bel06\n12345678x"),
        (What::Email, "f.elamrani@waterlust.example.nl"),
        (What::Email, "F.ElAmrani&#64;Waterlust.Example.NL"),
        (What::Email, "<a href='mailto:f.elamrani%40waterlust.example.nl'>x</a>"),
        (What::Organisation, "Waterlust Recycling"),
        (What::Organisation, "waterlust<br>recycling's"),
        (What::Organisation, "www.waterlustrecycling.example"),
        (What::Address, "Oude Gracht 7a"),
        (What::Address, "OUDE GRACHT, 7"),
        (What::Address, "Oude<br>Gracht 7-A"),
    ] {
        assert_eq!(found(&gate, "index.html", text), [what], "{text}");
    }
}

#[test]
fn other_people_and_other_words_pass() {
    let mut all = complainant("Wil Janssen");
    for name in
        ["Karel de Wit", "Li Mei", "Anna Bakker", "E.N. de Boer", "Vincent de Vries", "Udo Smit", "Wil", "Jo Ng"]
    {
        all.extend(person(Party::Employee, name));
    }
    all.extend(person(Party::Employee, "Peter Wil de Boer"));
    for street in ["Oude Boom 12", "Laan 1"] {
        let datum = Datum::Address(Address::parse(&Personal::new(street)));
        all.push(Identity { party: Party::Complainant, datum });
    }
    let gate = gate(&all);
    for text in [
        "De heer wil graag weten of mevrouw wil komen. Janssen belt.",
        "Ik wil mei of juni; witte was, De Wit, Mei en Wil.",
        "ik wil Janssen spreken en Janssen wil mij spreken",
        "t.a.v. De Vries, o.a. Bakker en e.a. Bakker; De Boer B.V., de Boer N.V.",
        "Heeft U Smit gebeld? Kunt u Smit bellen?",
        "Pietersen en de Boer",
        "jong",
        "de bakker's winkel",
        "Oude Gracht 77, Oude Gracht 8",
        "2026-11-02 2026-11-03 1234567890 0612345679 € 12.345.678",
        "<p>Karel</p><p>de Wit</p>",
        "<td>06 12 34</td><td>56 78</td>",
        "Geachte heer, de Wit",
        "<style>a{color:#612345;margin:06px 12px}</style>",
        "klacht-2026-014 mei 2026",
        "100%af 50%denken",
        "mevrouw Peters, wil de boer, u wil. Janssen",
        "een oude boom 12, Een oude boom",
    ] {
        assert_eq!(found(&gate, "index.html", text), [], "{text}");
    }
}

#[test]
fn a_file_name_counts_and_is_not_repeated_in_the_message() {
    let gate = gate(&complainant("Fatima el Amrani"));
    let leaks = gate.search("klachten/fatima-el-amrani.html", b"06 12345678", None);
    assert_eq!(leaks.len(), 2);
    for leak in leaks {
        assert!(!leak.to_string().to_lowercase().contains("amrani"), "{leak}");
    }
    assert_eq!(found(&gate, "klachten/2026-014.html", "Goed."), []);
}

#[test]
fn a_data_file_is_read_with_and_without_its_tags() {
    let gate = gate(&complainant("Fatima el Amrani"));
    for text in ["[\"a<b\",\"Fatima el Amrani\"]", "\"Fatima <b>el</b> Amr<i>ani</i>\"", "x=1<2;/*Fatima\\tel Amrani*/"]
    {
        assert_eq!(found(&gate, "zoek.js", text), [What::Name], "{text}");
    }
    assert_eq!(found(&gate, "zoek.js", "[\"Fatima\",\"el Amrani\"]"), []);
}

#[test]
fn an_own_page_is_searched_for_single_words() {
    let mut own = complainant("Wil van der Meulen");
    own.extend(person(Party::Employee, "Karel de Wit"));
    own.extend(person(Party::Colleague, "Sanne Hoekstra"));
    own.extend(person(Party::Employee, "Mark Li"));
    own.push(Identity { party: Party::Term, datum: Datum::Term(Personal::new("Project Zilvermeeuw")) });
    let gate = gate(&own);
    for (text, expected) in [
        ("Volgens Meulen was het zo.", vec![What::Name]),
        ("meulen", vec![What::Name]),
        ("Meulens dossier", vec![What::Name]),
        ("Karel's dossier", vec![What::Name]),
        ("<b>Ka</b>rel", vec![What::Name]),
        ("<b>Karel</b><b>belde</b>", vec![What::Name]),
        ("project zilvermeeuw", vec![What::Term]),
        ("ProjectZilvermeeuw", vec![What::Term]),
        ("De Wit zei", vec![What::Name]),
        ("wit papier, van der, meulenaar", vec![]),
        ("Wil u bellen? wil", vec![]),
        ("Hoekstra", vec![]),
        ("Zilvermeeuw", vec![]),
        ("Wit je dat? Om 4 Wit 2026", vec![]),
        ("<p>Klacht 4</p><p>Wit</p><p>2026 was het zover</p>", vec![What::Name]),
        ("<ol><li>een</li></ol>", vec![]),
    ] {
        assert_eq!(found_on_own(&gate, &own, text), expected, "{text}");
    }
}

#[test]
fn a_leak_on_an_own_page_names_its_own_record() {
    let twin = Number::parse("2026-001").expect("a number");
    let identities = complainant("Fatima el Amrani");
    let known = |number: &Number| Known { subject: Subject::Record(number.clone()), identities: &identities };
    let gate = Gate::new(&[known(&twin), known(&number())], FixedWords::default());
    let own = Own { number: &number(), identities: &identities };
    let subjects = |own| gate.search("a.html", b"mevrouw El Amrani", own).into_iter().map(|leak| leak.subject);
    assert!(subjects(Some(own)).all(|subject| subject == Subject::Record(number())));
    assert!(subjects(None).eq([Subject::Record(twin)]));
}

#[test]
fn a_long_page_is_read_to_its_end() {
    let gate = gate(&complainant("Fatima el Amrani"));
    let end = "Fatima el Amrani";
    for (path, part) in
        [("a.html", "<p>een twee</p>"), ("a.html", "a, b; "), ("a.js", "[\"een\"],\n"), ("a.js", "een ")]
    {
        let text = part.repeat(9000) + end;
        assert_eq!(found(&gate, path, &text), [What::Name], "{part}");
    }
}

/// Names that are ordinary words, letters of abbreviations or months, and the sentences that tell.
const AWKWARD_NAMES: [(&str, &str); 9] = [
    ("Karel", "de Wit"),
    ("Li", "Mei"),
    ("Wil", "Janssen"),
    ("Bart", "Zomer"),
    ("Vincent", "de Vries"),
    ("Udo", "Prins"),
    ("Anna", "Bakker"),
    ("Peter", "Willems"),
    ("E.N.", "de Jong"),
];

fn sentences(given: &str, surname: &str) -> String {
    let (small, plain) = (given.to_lowercase(), surname.to_lowercase());
    [
        format!("De heer {surname} belde. Mevrouw {surname}s klacht is van {given}."),
        format!("Ik {small} {surname} spreken en {surname} {small} mij spreken, mevrouw {small} het ook."),
        format!("T.a.v. {surname}, o.a. {surname} en e.a. {surname}; {surname} B.V., {surname} N.V."),
        format!("Heeft U {surname} gebeld? Kunt u {plain} bellen? {given} je {plain}?"),
        format!("4 {given} 2026, {given} 2026. {given}. {surname} kwam; \"{given}\" {surname}. {given}: {surname}."),
        format!("Geachte heer, {surname} en {given} ({surname}), {given}/{surname}. {surname} A, P. {surname}s."),
        format!("- {given}\n- {surname}\n\n{given}\n\n**{surname}** _{given}_ `{surname}`, {small} {plain}."),
    ]
    .join("\n\n")
}

fn record(number: &str, name: &str, body: &str) -> (SourceFile, Complaint) {
    let head = format!("---\nnummer: {number}\nindiener:\n  naam: {name}\n  organisatie: Groen Gas B.V.\n---\n");
    let file = SourceFile::new(RelPath::new(format!("2026/{number}.md")), head + body);
    let today = Date::from_ymd_opt(2026, 11, 23).expect("a day");
    let complaint = complaint::parse(&file, &Protocol::default(), today).expect("a complaint");
    (file, complaint)
}

#[test]
fn what_the_masker_lets_stand_is_no_alarm() {
    let text: String = AWKWARD_NAMES.iter().map(|(given, surname)| sentences(given, surname) + "\n\n").collect();
    let body = format!("## Omschrijving\n\n{text}Het groen gas van Groen Gas.\n");
    let records: Vec<_> = (1..)
        .zip(AWKWARD_NAMES)
        .map(|(serial, (given, surname))| record(&format!("2026-{serial:03}"), &format!("{given} {surname}"), &body))
        .collect();
    let complaints: Vec<_> = records.iter().map(|(_, complaint)| complaint).collect();
    let numbers: Vec<_> = complaints.iter().map(|complaint| complaint.number.given().expect("a number")).collect();
    let identities: Vec<_> = complaints.iter().map(|complaint| own(complaint)).collect();
    let known: Vec<_> = numbers
        .iter()
        .zip(&identities)
        .map(|(number, identities)| Known { subject: Subject::Record((*number).clone()), identities })
        .collect();
    let gate = Gate::new(&known, FixedWords::default());
    let anonymiser = Anonymiser::new(&complaints, None);
    for ((file, complaint), (number, identities)) in records.iter().zip(numbers.iter().zip(&identities)) {
        let masker = anonymiser.record(file.text(), complaint);
        let page = masker.section(complaint.sections[0].content);
        let search = |text: &str| gate.search("a.html", text.as_bytes(), Some(Own { number, identities }));
        assert_eq!(search(page.as_str()), [], "{}", page.as_str());
        assert!(!search(file.text()).is_empty());
    }
}

/// One way to write a letter.
fn written(letter: char, how: u8) -> String {
    let utf8 = |letter: char| letter.to_string().bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
    match how {
        0 => letter.to_uppercase().collect(),
        1 => letter.to_lowercase().collect(),
        2 => format!("&#{};", u32::from(letter)),
        3 => format!("&#x{:x};", u32::from(letter)),
        4 => format!("&amp;#{};", u32::from(letter)),
        5 => utf8(letter),
        6 => format!("\\u{:04x}", u32::from(letter)),
        7 => format!("<em>{letter}</em>"),
        8 => format!("\u{ad}{letter}"),
        9 if letter == 'é' => "&eacute;".to_owned(),
        10 if letter == 'é' => "e\u{301}".to_owned(),
        11 if letter == 'é' => "e".to_owned(),
        _ => letter.to_string(),
    }
}

const SPACES: [&str; 9] = [" ", "\n", "&nbsp;", "%20", "\u{a0} ", "<b> </b>", "<br>", "-", "\r\n\t"];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_strong_form_in_any_mixture_of_encodings_is_found(
        form in prop::sample::select(vec!["Zoé el Amrani", "Z. el Amrani", "mevrouw el Amrani"]),
        hows in prop::collection::vec(0u8..40, 20),
        spaces in prop::collection::vec(0usize..SPACES.len(), 3),
        // A single letter before an initial would be one more initial, and that someone else: "I.Z. el Amrani".
        before in "[a-z ]{0,18}[a-z]{2}[ ,.;]",
        after in "[ ,.;][a-z ]{0,20}",
    ) {
        let gate = gate(&complainant("Zoé el Amrani"));
        // An initial in lower case among capitals is a word, so it stays as it is.
        let as_it_is = form.starts_with("Z.");
        let mut text = before;
        let mut next_space = spaces.iter();
        for (letter, how) in form.chars().zip(hows) {
            match letter {
                ' ' => text.push_str(SPACES[*next_space.next().expect("a form has three spaces at most")]),
                letter if letter.is_alphabetic() && !as_it_is => text.push_str(&written(letter, how)),
                letter => text.push(letter),
            }
        }
        text.push_str(&after);
        prop_assert!(found(&gate, "a.html", &text).contains(&What::Name), "{}", text);
    }

    #[test]
    fn no_bytes_make_it_fail(bytes in prop::collection::vec(any::<u8>(), 0..300), page in any::<bool>()) {
        let gate = gate(&complainant("Fatima el Amrani"));
        let _ = gate.search(if page { "a.html" } else { "a.js" }, &bytes, None);
    }

    #[test]
    fn no_escapes_and_tags_make_it_fail(text in "([<>&%#x;'\"\\\\/!-]|script|amp|25|C3|u00|[ae1 é])*") {
        let gate = gate(&complainant("Fatima el Amrani"));
        let _ = gate.search("a.html", text.as_bytes(), None);
    }

    #[test]
    fn what_was_read_before_makes_no_difference(
        pages in prop::collection::vec(
            "((\n<p>|<p>|</p>|</p>\n|</?b>|<br>|<h1 4>|<!-- |-->|<i title='|'>|<script>|</script>|<|\n)\
              (Wit|Karel de|Fatima|el Amrani|4|2026|Wit je| |\n)?){0,9}",
            1..9,
        ),
    ) {
        let mut own = complainant("Fatima el Amrani");
        own.extend(person(Party::Employee, "Karel de Wit"));
        let (used, number) = (gate(&own), number());
        for identities in [None, Some(&own[..1]), Some(&own[..])] {
            let own_page = identities.map(|identities| Own { number: &number, identities });
            // What comes a second time is remembered, and a third time not read.
            for page in pages.iter().chain(&pages).chain(&pages) {
                let search = |gate: &Gate| gate.search("a.html", page.as_bytes(), own_page);
                prop_assert_eq!(search(&used), search(&gate(&own)), "{}", page);
            }
        }
    }
}
