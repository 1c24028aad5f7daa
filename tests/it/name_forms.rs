//! Everyone of a list of names, in every form in which people write a name: none of them can be read any more, and
//! the sentence around it can. In: `tests/anonymise/names.txt`. Each form is a text of its own, in one of the carriers.

mod forms;

use std::fs;
use std::ops::Range;

use klacht::anonymise::{Anonymiser, PARTICLES, fold};
use klacht::complaint;
use klacht::protocol::{Protocol, Staff};
use klacht::source::{RelPath, SourceFile};
use rayon::prelude::*;

use self::forms::{Name, forms};
use crate::annotated::without_annotations;
use crate::{in_tree, today};

/// What stands around a name; `{}` is the name.
const CARRIERS: [&str; 12] = [
    "{} heeft dit gisteren gemeld.",
    "Wij hebben hierover met {} gesproken en er is niets veranderd.",
    "De factuur ging naar {}.",
    "- contact met {} over de nota\n- geen antwoord",
    "| datum | wie | wat |\n| --- | --- | --- |\n| 3 maart | {} | geen antwoord |",
    "### Gesprek met {}\n\nDat verliep niet goed.",
    "De brief lag bij {}, maar niemand reageerde.",
    "in de mail stond dat {} er op terug zou komen",
    "Volgens {} klopt de afrekening niet.",
    "Op verzoek van {} is de datum verzet.",
    "Naam: {}\nOnderwerp: nota",
    "Dit is onjuist. {} had ons moeten bellen.",
];

/// Who someone is in the record.
#[derive(Clone, Copy)]
enum Part {
    Complainant,
    Involved,
    /// Named in the record, and on the staff list.
    Employee,
}

impl Part {
    fn front_matter(self, name: &str) -> String {
        match self {
            Self::Complainant => format!("indiener: {{naam: \"{name}\"}}\nontvanger: Nanda Oxtoby"),
            Self::Involved | Self::Employee => format!("indiener: {{naam: Nanda Oxtoby}}\nbetrokken: [\"{name}\"]"),
        }
    }
}

/// What is wrong with a text: words of the name that can be read, or words of the carrier that cannot.
fn faults(text: &str, name: &Range<usize>, carrier: &[Range<usize>], masks: &[Range<usize>]) -> String {
    let covered = |at: usize| masks.iter().any(|mask| mask.contains(&at));
    let mut faults = String::new();
    if forms::identifying(text, name).iter().any(|&at| !covered(at)) {
        faults.push_str(" leaks");
    }
    if carrier.iter().any(|part| masks.iter().any(|mask| mask.start < part.end && part.start < mask.end)) {
        faults.push_str(" loses words around it");
    }
    faults
}

/// Of all names in all forms, one in so many is tried: a minute's work is too much for each run of the tests.
const ONE_IN: usize = 24;

#[test]
fn no_form_of_a_known_name_can_be_read() {
    hold(ONE_IN);
}

#[test]
#[ignore = "minutes of work: cargo test --test it name_forms -- --ignored"]
fn no_form_of_any_known_name_can_be_read() {
    hold(1);
}

fn hold(one_in: usize) {
    let list = fs::read_to_string(in_tree("tests/anonymise/names.txt")).unwrap();
    let names: Vec<_> = list.lines().filter(|line| !line.starts_with('#')).enumerate().collect();
    let faults: Vec<_> = names.par_iter().map(|(row, line)| faults_of(*row, &Name::parse(line), one_in)).collect();
    let faults = faults.concat();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

/// What is wrong with the forms of a name: each in a record of its own, so that none is found by way of another.
fn faults_of(row: usize, name: &Name, one_in: usize) -> Vec<String> {
    let part = [Part::Complainant, Part::Involved, Part::Employee][row % 3];
    let front = format!("---\n{}\n---\n", part.front_matter(&name.whole()));
    let known = file(front.clone());
    let complaint = complaint::parse(&known, &Protocol::default(), today()).unwrap();
    let list = format!("- naam: \"{}\"\n  functie: medewerker\n", name.whole());
    let list = SourceFile::new(RelPath::new("medewerkers.yaml"), list);
    let staff = matches!(part, Part::Employee).then(|| Staff::load(&list).value);
    let anonymiser = Anonymiser::new(&[&complaint], staff.as_ref());
    let forms = forms(name).into_iter().enumerate();
    let tried = forms.filter(|(place, _)| (row * 7 + place).is_multiple_of(one_in));
    let fault = |(place, (form, written)): (usize, (&str, String))| {
        let mut carriers = (row + place * 5..).map(|turn| CARRIERS[turn % CARRIERS.len()]);
        let carrier = carriers.find(|carrier| holds(carrier, &written, name)).unwrap();
        let (before, after) = carrier.split_once("{}").unwrap();
        let (body, spans) = without_annotations(&format!("{before}{written}{after}"), front.len());
        let file = file(format!("{front}{body}"));
        let text = file.text();
        let after = after.trim_start_matches(|sign: char| !sign.is_alphabetic());
        let around = [front.len()..front.len() + before.len(), text.len() - after.len()..text.len()];
        let complaint = complaint::parse(&file, &Protocol::default(), today()).unwrap();
        let masker = anonymiser.record(text, &complaint);
        let masks: Vec<_> = masker.spans().iter().map(|mask| mask.span.start..mask.span.end).collect();
        let found = faults(text, &spans[0].1, &around, &masks);
        let masked = masker.body().text.to_string();
        (!found.is_empty()).then(|| format!("{form}:{found}: {body:?} of {} is {masked:?}", name.whole()))
    };
    tried.filter_map(fault).collect()
}

/// Whether a carrier may have a form: none that ends where a line does has one of two lines, and none with a word
/// before it that may be one of the name (`van`).
fn holds(carrier: &str, written: &str, name: &Name) -> bool {
    let one_line = carrier.starts_with(['|', '#']);
    let before = carrier.split("{}").next().unwrap().trim_end();
    let last = before.rsplit(' ').next().unwrap();
    !(one_line && written.contains('\n')) && !name.has_particle(last)
}

fn file(text: String) -> SourceFile {
    SourceFile::new(RelPath::new("2026/2026-001.md"), text)
}

/// Whether a word tells nobody apart.
fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&fold(word).as_str())
}
