//! What `klacht new` tells, in Dutch. It names numbers, options and days, and nothing that tells who someone is.

use std::fmt::Write as _;
use std::path::Path;

use crate::calendar::{Date, dutch};
use crate::cli::{Failure, terms};
use crate::complaint::{Number, TermState};
use crate::finding::Finding;
use crate::intake::{COUNTER, NewComplaint, Question};
use crate::protocol::Step;

/// The option that gives the answer to a question.
pub(super) fn option(question: Question) -> &'static str {
    match question {
        Question::Received => "--received",
        Question::Channel => "--channel",
        Question::Kinds => "--kind",
        Question::Subject => "--subject",
        Question::Name => "--complainant",
        Question::Phone => "--phone",
        Question::Email => "--email",
        Question::Organisation => "--organisation",
        Question::Receiver => "--receiver",
        Question::Description => "--description",
    }
}

/// Why nothing was written where nobody can be asked.
pub(super) fn missing(questions: &[Question]) -> Failure {
    let options: Vec<_> = questions.iter().map(|question| option(*question)).collect();
    Failure::new(format!(
        "er is niets vastgelegd, want er ontbreekt iets: {}\nhulp: geef deze opties, of typ klacht new in een \
         venster waarin klacht u vragen kan stellen",
        options.join(", ")
    ))
}

/// Why two versions of the counter must be resolved first.
pub(super) fn unresolved(folder: &Path) -> Failure {
    Failure::new(format!(
        "in {} zijn twee versies samengevoegd en er is nog niet gekozen; bovenaan dat bestand staat wat u doet",
        folder.join(COUNTER).display()
    ))
}

/// What is wrong with the answers.
pub(super) fn refused(errors: &[Finding]) -> String {
    let mut text = "fout: er is niets vastgelegd, want de klacht klopt niet".to_owned();
    for error in errors {
        let _: std::fmt::Result = write!(text, "\n  {} ({})", error.message, error.code);
        if let Some(help) = &error.help {
            let _: std::fmt::Result = write!(text, "\n    hulp: {help}");
        }
    }
    text
}

/// Where the complaint is now, which terms run, and what comes next.
pub(super) fn added(folder: &Path, number: &Number, complaint: &NewComplaint, today: Date) -> String {
    let place = folder.join(complaint.file.path().as_str());
    let mut text = format!("Klacht {number} is vastgelegd in {}\n", place.display());
    for term in complaint.timeline.terms().iter().filter(|term| term.is_open()) {
        let late = if term.is_missed() { " (te laat)" } else { "" };
        let due = dutch::long(term.deadline.due);
        let _: std::fmt::Result = write!(text, "\n{}\n  uiterlijk {due}{late}\n", terms::title(term.step));
    }
    if complaint.timeline.terms().iter().any(TermState::is_missed) {
        text.push_str("\nEen termijn is al voorbij: zet bij overschrijdingen waarom (klacht explain K103).\n");
    }
    let open = |step| complaint.timeline.term(step).filter(|term: &&TermState| term.is_open());
    let step = match open(Step::Confirmation) {
        Some(term) if term.deadline.due < today => {
            format!("bevestig de ontvangst vandaag nog: klacht confirm {number}")
        }
        Some(_) => format!("bevestig de ontvangst: klacht confirm {number}"),
        None => format!("kies wie de klacht behandelt: klacht set {number} behandelaar=\"…\""),
    };
    let folder = folder.display();
    let _: std::fmt::Result = write!(text, "\nVolgende stap: {step}\n");
    let _: std::fmt::Result = write!(text, "Bewaar in git, zonder naam in het bericht:\n  git add {folder}\n");
    let _: std::fmt::Result = writeln!(text, "  git commit -m \"{number}: nieuwe klacht\"");
    text
}
