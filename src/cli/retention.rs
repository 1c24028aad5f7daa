//! `klacht retention`: which complaints must be erased, which within three months, and which are kept longer and why.

use std::fmt::Write as _;
use std::path::Path;

use chrono::Months;

use super::{Failure, Outcome, terminal};
use crate::calendar::{Date, dutch};
use crate::complaint::{Hold, Number, Retention};
use crate::register::{self, Register};

/// So many months ahead, what will have to go is announced.
const AHEAD: Months = Months::new(3);

/// A complaint and how long it is kept.
struct Kept<'r> {
    number: &'r Number,
    retention: Retention,
}

/// The complaints by what is to be done with them, each list by day.
#[derive(Default)]
struct Lists<'r> {
    /// Past retention.
    to_erase: Vec<(Date, Kept<'r>)>,
    /// Past it within three months.
    soon: Vec<(Date, Kept<'r>)>,
    /// Their term ends by then, and something holds them longer.
    held: Vec<(Date, Kept<'r>)>,
    /// Erased by half, or with the number of an erased one.
    half: Vec<&'r Number>,
    /// Nobody can tell: a field or the whole file is wrong.
    unclear: usize,
}

pub(super) fn run(folder: &Path, today: Date) -> Result<Outcome, Failure> {
    let register = register::load(folder, today).map_err(Failure::new)?;
    let lists = Lists::of(&register);
    terminal::show(&told(&lists, &register));
    if lists.unclear > 0 {
        terminal::complain(&format!(
            "let op: van {} is niet te zeggen hoelang het bewaard wordt; `klacht check` zegt wat er mis is",
            if lists.unclear == 1 {
                "1 klachtbestand".to_owned()
            } else {
                format!("{} klachtbestanden", lists.unclear)
            }
        ));
    }
    Ok(Outcome::Fine)
}

impl<'r> Lists<'r> {
    fn of(register: &'r Register) -> Self {
        let horizon = register.today.checked_add_months(AHEAD).unwrap_or(Date::MAX);
        let mut lists = Self { unclear: register.entries.len() - register.records().count(), ..Self::default() };
        for record in register.records() {
            let number = record.complaint.number.given();
            let retention = record.complaint.retention(register.protocol());
            match (number, retention) {
                (Some(number), _) if register.erased.has(number) => lists.half.push(number),
                (Some(number), Some(retention)) => lists.add(Kept { number, retention }, register.today, horizon),
                _ => lists.unclear += 1,
            }
        }
        for list in [&mut lists.to_erase, &mut lists.soon, &mut lists.held] {
            list.sort_by(|(day, kept), (other, other_kept)| (day, kept.number).cmp(&(other, other_kept.number)));
        }
        lists
    }

    fn add(&mut self, kept: Kept<'r>, today: Date, horizon: Date) {
        let Some(last) = kept.retention.last().map(|last| last.due) else {
            self.unclear += 1;
            return;
        };
        if last < today {
            self.to_erase.push((last, kept));
        } else if last <= horizon {
            self.soon.push((last, kept));
        } else if kept.retention.due <= horizon {
            self.held.push((last, kept));
        }
    }
}

fn told(lists: &Lists<'_>, register: &Register) -> String {
    let term = register.protocol().retention;
    let mut text = String::new();
    section(&mut text, "Moet worden gewist", "bewaard tot en met", &lists.to_erase);
    section(&mut text, "Moet binnen drie maanden worden gewist", "bewaren tot en met", &lists.soon);
    section(&mut text, "Blijft langer bewaard", "bewaren tot en met", &lists.held);
    if !lists.half.is_empty() {
        text.push_str("Staat al in vernietigd.csv, en het klachtbestand is er nog:\n");
        for number in &lists.half {
            let _: std::fmt::Result = writeln!(text, "  {number}");
        }
        text.push('\n');
    }
    if text.is_empty() {
        return format!("Er hoeft niets te worden gewist; de bewaartermijn is {term} (§2.3).\n");
    }
    let _: std::fmt::Result = write!(text, "De bewaartermijn is {term} (§2.3). ");
    let first = lists.half.first().copied().or_else(|| lists.to_erase.first().map(|(_, kept)| kept.number));
    match first {
        Some(number) => {
            let _: std::fmt::Result = writeln!(text, "Wissen doet u met het nummer: klacht erase {number}");
        }
        None => text.push_str("Vandaag hoeft er niets te worden gewist.\n"),
    }
    text
}

fn section(text: &mut String, title: &str, kept_until: &str, list: &[(Date, Kept<'_>)]) {
    if list.is_empty() {
        return;
    }
    let _: std::fmt::Result = writeln!(text, "{title}:");
    for (last, Kept { number, retention }) in list {
        let _: std::fmt::Result =
            writeln!(text, "  {number}  {kept_until} {}; {}", dutch::long(*last), why(retention, *last));
    }
    text.push('\n');
}

/// Why it is kept until then.
fn why(retention: &Retention, last: Date) -> String {
    let from = format!("{} op {}", event(retention.from.key), dutch::long(retention.from.date));
    match retention.hold {
        Hold::Until(hold) if hold.due == last && hold.due > retention.due => {
            format!("dat vraagt `bewaren-tot` in het klachtbestand ({from})")
        }
        _ => from,
    }
}

/// What happened, by the key of its day.
fn event(key: &str) -> &'static str {
    match key {
        "gesloten" => "gesloten",
        "ontvangen" => "ontvangen",
        "beeindigd.datum" => "beëindigd",
        _ => "nooit gesloten, laatste gebeurtenis",
    }
}
