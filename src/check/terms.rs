//! What the rules of the terms (K101 to K104, K106) share: how a missed term is told and mended.

use super::{Case, Draft};
use crate::calendar::{Date, Duration, dutch};
use crate::complaint::{TermOutcome, TermState};
use crate::finding::Severity;
use crate::protocol::Step;

/// Says that the term of a step was missed: an error, or a note once it is accounted for.
pub(super) fn missed(case: &Case<'_>, step: Step, drafts: &mut Vec<Draft>) {
    let Some(term) = case.record.timeline.term(step) else { return };
    let TermOutcome::Missed(done) = term.outcome else { return };
    let severity = if term.accounted_for { Severity::Note } else { Severity::Error };
    let message = message(case, term, done);
    let draft = Draft::new(severity, case.complaint().place_of(step), message).due(term.deadline.due);
    let draft = with_start(case, term, draft);
    drafts.push(if term.accounted_for { draft } else { draft.help(how_to_account(case, step, done)) });
}

/// Adds the day from which a term runs, where that is the day of receipt.
pub(super) fn with_start(case: &Case<'_>, term: &TermState, draft: Draft) -> Draft {
    match case.complaint().received.placed() {
        Some((_, at)) if term.step != Step::Ruling => {
            draft.label(at, format!("vanaf deze dag loopt de termijn van {}", term.deadline.duration))
        }
        _ => draft,
    }
}

fn message(case: &Case<'_>, term: &TermState, done: Option<Date>) -> String {
    let late = lateness(case, term, done.unwrap_or(case.today()));
    let (subject, is_done) = match term.step {
        Step::Confirmation => ("de bevestiging aan de indiener", "verstuurd"),
        Step::Registration => ("de registratie van de klacht", "gedaan"),
        Step::Handling => ("de oplossing", "aangeboden"),
        Step::Ruling => ("de uitspraak op het beroep", "meegedeeld"),
        Step::Total => ("het geheel", "afgerond"),
    };
    let state = match done {
        Some(_) => format!("{subject} is {late} te laat {is_done}"),
        None => format!("{subject} is nog niet {is_done}, en dat is {late} te laat"),
    };
    let accounted = if term.accounted_for { "; dit is verantwoord in `overschrijdingen`" } else { "" };
    format!(
        "{state}: de termijn liep tot en met {} ({}){accounted}",
        dutch::long(term.deadline.due),
        term.step.article()
    )
}

/// The time from the last day of a term to a later one: in working days where the term counts those and there are any in
/// between, as on the site and in the status.
fn lateness(case: &Case<'_>, term: &TermState, day: Date) -> String {
    let due = term.deadline.due;
    let working = match term.deadline.duration {
        Duration::WorkingDays(_) => case.protocol().calendar.working_days_between(due, day),
        _ => 0,
    };
    match working {
        1 => "1 werkdag".to_owned(),
        2.. => format!("{working} werkdagen"),
        _ => days((day - due).num_days()),
    }
}

/// What to do about a term that was missed: it cannot be undone, but it can be accounted for.
fn how_to_account(case: &Case<'_>, step: Step, done: Option<Date>) -> String {
    let word = step.word();
    let own = case.complaint().overruns.given().find(|overrun| overrun.step.get() == Some(step));
    if let Some(overrun) = own {
        let passed = overrun.new_date.get().is_some_and(|new_date| new_date < case.today());
        return if done.is_none() && passed {
            format!(
                "de `nieuwe-datum` van de overschrijding is ook voorbij: rond de stap af, of spreek met de indiener een \
                 nieuwe datum af en vul die in bij `termijn: {word}`"
            )
        } else {
            format!("maak de verantwoording bij `termijn: {word}` af: reden, gemeld en zo nodig een nieuwe datum")
        };
    }
    let number = case.number();
    let told = matches!(step, Step::Handling | Step::Ruling);
    let (gemeld, what) =
        if told { ("; gemeld: …", " (`gemeld`: de dag waarop u het de indiener vertelde)") } else { ("", "") };
    let account = format!(
        "leg onder `overschrijdingen` vast waarom: `klacht set {number} overschrijdingen+=\"termijn: {word}; reden: …{gemeld}\"`{what}"
    );
    let closed = case.complaint().closed.given().is_some();
    match (done, to_be_done(step, number)) {
        (None, Some(_)) if closed => format!(
            "de klacht is gesloten: vul de dag in waarop dit is gedaan, met `klacht set {number} {}=…`, en {account}",
            field(step)
        ),
        (None, Some(command)) if told => format!(
            "kan het nu, doe het dan met {command}; spreek anders met de indiener een nieuwe datum af: `klacht letter {number} \
             delay --new-date … --reason \"…\"`"
        ),
        (None, Some(command)) => format!("doe het vandaag nog met {command}, en {account}"),
        (None, None) | (Some(_), _) => account,
    }
}

/// The field with the day on which a step was done.
fn field(step: Step) -> &'static str {
    match step {
        Step::Confirmation => "bevestigd",
        Step::Registration => "geregistreerd",
        Step::Handling | Step::Total => "afgehandeld",
        Step::Ruling => "beroep.uitspraak",
    }
}

/// The command that does a step.
fn to_be_done(step: Step, number: &str) -> Option<String> {
    match step {
        Step::Confirmation => Some(format!("`klacht confirm {number}`, en na het versturen met `--sent`")),
        Step::Registration => Some(format!("`klacht set {number} geregistreerd=vandaag`")),
        Step::Handling => Some(format!("`klacht letter {number} solution`")),
        Step::Ruling => Some(format!("`klacht letter {number} ruling`")),
        Step::Total => None,
    }
}

/// A number of days in words: "1 dag", "4 dagen".
pub(super) fn days(count: i64) -> String {
    if count == 1 { "1 dag".to_owned() } else { format!("{count} dagen") }
}
