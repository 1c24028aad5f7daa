//! `klacht terms`: the terms of a complaint received on a day, with the arithmetic in plain Dutch.

use std::fmt::Write;
use std::path::Path;

use serde::Serialize;

use super::arguments::{TermsFormat, TermsOptions};
use super::{Failure, Outcome, day, terminal};
use crate::calendar::{Date, DayOff, Deadline, dutch};
use crate::protocol::{Protocol, Step};
use crate::register;

/// The dates of the contract (`terms --format json`).
#[derive(Serialize)]
struct Terms {
    received: Date8601,
    confirmation: Date8601,
    registration: Date8601,
    handling: Date8601,
    ruling: Date8601,
    total: Date8601,
}

/// A day as `2026-11-02`.
struct Date8601(Date);

impl Serialize for Date8601 {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

pub(super) fn run(register: &Path, today: Date, options: &TermsOptions) -> Result<Outcome, Failure> {
    let received = day::known(options.received.seen_from(today))?;
    let protocol = register::protocol(register).map_err(Failure::new)?;
    if protocol.fault.is_some() || !protocol.problems.is_empty() {
        terminal::complain(
            "let op: in protocol.yaml klopt iets niet; `klacht check` zegt wat. Daar gelden de gewone termijnen",
        );
    }
    match options.format {
        TermsFormat::Human => terminal::show(&human(&protocol.value, received)),
        TermsFormat::Json => terminal::hand_over(json(&protocol.value, received).as_bytes())?,
    }
    Ok(Outcome::Fine)
}

fn json(protocol: &Protocol, received: Date) -> String {
    let due = |step| Date8601(protocol.deadline(step, received).due);
    let terms = Terms {
        received: Date8601(received),
        confirmation: due(Step::Confirmation),
        registration: due(Step::Registration),
        handling: due(Step::Handling),
        ruling: due(Step::Ruling),
        total: due(Step::Total),
    };
    let text = serde_json::to_string_pretty(&terms).expect("dates are text");
    format!("{text}\n")
}

fn human(protocol: &Protocol, received: Date) -> String {
    let mut text = format!("Ontvangen op {}. De dag van ontvangst telt niet mee.\n", dutch::long(received));
    for step in Step::ALL {
        let deadline = protocol.deadline(step, received);
        let _: std::fmt::Result = write!(
            text,
            "\n{}\n  uiterlijk {}\n  {}\n  protocol {}\n",
            title(step),
            dutch::long(deadline.due),
            arithmetic(step, &deadline),
            step.article()
        );
    }
    text
}

/// A step in words: what must have happened at the end of its term.
pub(super) fn title(step: Step) -> &'static str {
    match step {
        Step::Confirmation => "Bevestiging: de indiener krijgt een e-mail dat de klacht is ontvangen",
        Step::Registration => "Registratie: de klacht staat in het klachtenregister",
        Step::Handling => "Afhandeling: de indiener krijgt een oplossing voorgesteld",
        Step::Ruling => "Uitspraak, als de indiener in beroep gaat",
        Step::Total => "Doorlooptijd: de norm voor het geheel",
    }
}

fn arithmetic(step: Step, deadline: &Deadline) -> String {
    let from = match step {
        Step::Ruling => "de laatste dag van termijn twee",
        _ => "de dag van ontvangst",
    };
    let mut sentence = format!("{} na {from}, {}", deadline.duration, dutch::long(deadline.start));
    if let Some(original) = deadline.rolled_from {
        let _: std::fmt::Result =
            write!(sentence, "; de laatste dag valt op {}, dus loopt de termijn door", dutch::long(original));
    }
    if !deadline.skipped.is_empty() {
        let days: Vec<_> = deadline.skipped.iter().map(|&(day, off)| skipped(day, off)).collect();
        let _: std::fmt::Result = write!(sentence, "; niet meegeteld: {}", days.join(", "));
    }
    sentence
}

fn skipped(day: Date, off: DayOff) -> String {
    match off {
        DayOff::Saturday | DayOff::Sunday => dutch::long(day),
        DayOff::Holiday(_) | DayOff::Extra => format!("{} ({off})", dutch::long(day)),
    }
}
