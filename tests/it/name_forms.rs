//! Everyone of a list of names, in every form in which people write a name: none of them can be read any more, and
//! the sentence around it can. In: `tests/anonymise/names.txt`. Each form is a text of its own, in one of the carriers.

mod forms;

use std::fmt::Write;
use std::fs;
use std::ops::Range;

use klacht::anonymise::{Anonymiser, PARTICLES, fold};
use klacht::complaint;
use klacht::protocol::{Protocol, Staff};
use rayon::prelude::*;
use klacht::source::{RelPath, SourceFile};

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

#[test]
fn no_form_of_a_known_name_can_be_read() {
    let list = fs::read_to_string(in_tree("tests/anonymise/names.txt")).unwrap();
    let names: Vec<_> = list.lines().filter(|line| !line.starts_with('#')).enumerate().collect();
    let found: Vec<_> = names.par_iter().map(|(row, line)| faults_of(*row, &Name::parse(line))).collect();
    let (count, shown) = (found.iter().map(|(count, _)| count).sum::<usize>(), found.iter().map(|(_, shown)| shown.as_str()).collect::<String>());
    let failed = shown.lines().count();
    assert!(failed == 0, "{failed} of {count}:\n{shown}");
}

fn faults_of(row: usize, name: &Name) -> (usize, String) {
    let part = [Part::Complainant, Part::Involved, Part::Employee][row % 3];
    let front = format!("---\n{}\n---\n", part.front_matter(&name.whole()));
    let known = parsed(&front);
    let complaint = complaint::parse(&known, &Protocol::default(), today()).unwrap();
    let list = format!("- naam: \"{}\"\n  functie: medewerker\n", name.whole());
    let list = SourceFile::new(RelPath::new("medewerkers.yaml"), list);
    let staff = matches!(part, Part::Employee).then(|| Staff::load(&list).value);
    let anonymiser = Anonymiser::new(&[&complaint], staff.as_ref());
    let (mut shown, mut count) = (String::new(), 0);
    let sample: usize = std::env::var("SAMPLE").map_or(1, |value| value.parse().unwrap());
    for (place, (form, written)) in forms(name).into_iter().enumerate() {
        if (row + place) % sample != 0 { continue; }
        let carrier = (row + place * 5..).map(|turn| CARRIERS[turn % CARRIERS.len()]).find(|carrier| holds(carrier, &written, name)).unwrap();
        let (before, after) = carrier.split_once("{}").unwrap();
        let (body, spans) = without_annotations(&format!("{before}{written}{after}"), front.len());
        let text = format!("{front}{body}");
        let after = after.trim_start_matches(|sign: char| !sign.is_alphabetic());
        let around = [front.len()..front.len() + before.len(), text.len() - after.len()..text.len()];
        let file = parsed(&text);
        let complaint = complaint::parse(&file, &Protocol::default(), today()).unwrap();
        let masker = anonymiser.record(file.text(), &complaint);
        let masks: Vec<_> = masker.spans().iter().map(|mask| mask.span.start..mask.span.end).collect();
        count += 1;
        let found = faults(file.text(), &spans[0].1, &around, &masks);
        if !found.is_empty() {
            writeln!(shown, "{form}:{found}: {:?} of {}: {:?}", &file.text()[front.len()..], name.whole(), masker.body().text.to_string()).unwrap();
        }
    }
    (count, shown)
}

/// Whether a carrier may have a form: none that ends where a line does has one of two lines, and none with a word
/// before it that may be one of the name (`van`).
fn holds(carrier: &str, written: &str, name: &Name) -> bool {
    let one_line = carrier.starts_with(['|', '#']);
    let before = carrier.split("{}").next().unwrap().trim_end();
    let last = before.rsplit(' ').next().unwrap();
    !(one_line && written.contains('\n')) && !name.has_particle(last)
}

fn parsed(text: &str) -> SourceFile {
    SourceFile::new(RelPath::new("2026/2026-001.md"), text.to_owned())
}

/// Whether a word tells nobody apart.
fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&fold(word).as_str())
}
