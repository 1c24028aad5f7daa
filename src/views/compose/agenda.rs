//! What must be done in a whole register, for one person or for all. In: records with their findings. Out: assignments by
//! day, which name who handles a complaint and never who complained.

use super::chores::InCharge;
use super::reckoning::Clock;
use crate::anonymise::{self, Disclosed};
use crate::finding::Finding;
use crate::personal::{Disclosure, Personal};
use crate::protocol::Role;
use crate::register::{Record, Register};
use crate::views::{Assignment, Day, Text, Who};

/// Whose work is asked for.
pub struct Person<'r> {
    /// The name, as it is written in the register.
    pub name: Option<&'r Personal>,
    /// The function.
    pub role: Option<Role>,
}

impl Person<'_> {
    fn is(&self, in_charge: InCharge<'_>) -> bool {
        match in_charge {
            InCharge::Name(name) => self.name.is_some_and(|own| folded(own.reveal()) == folded(name.reveal())),
            InCharge::Function(role) => self.role == Some(role),
        }
    }
}

/// A name as it is compared: capitals, accents and white space make no difference.
#[must_use]
pub fn folded(name: &str) -> String {
    anonymise::fold(name).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// All that must be done for these records, what has no day of its own last; of one day, the lower number first.
#[must_use]
pub fn agenda<'r>(
    register: &'r Register,
    records: impl Iterator<Item = &'r Record>,
    findings: impl Fn(&Record) -> Vec<Finding>,
    person: Option<&Person<'_>>,
    leave: &Disclosure,
) -> Vec<Assignment> {
    let clock = Clock::new(register.protocol(), register.today);
    let mut assignments = Vec::new();
    for record in records {
        let Some(row) = register.row(record) else { continue };
        let own = &record.complaint;
        for chore in clock.chores(&row, own, &findings(record)) {
            let in_charge = chore.in_charge(own);
            if person.is_none_or(|person| in_charge.iter().any(|&who| person.is(who))) {
                let who = in_charge.into_iter().map(|who| shown(who, leave)).collect();
                let (number, due) = ((&row.number).into(), chore.due.map(Day));
                let assignment = Assignment { number, due, task: chore.task, standing: chore.standing, who };
                assignments.push((row.number.clone(), assignment));
            }
        }
    }
    assignments.sort_by(|(number, one), (other_number, other)| {
        let key = |one: &Assignment| (one.due.is_none(), one.due);
        key(one).cmp(&key(other)).then_with(|| number.cmp(other_number))
    });
    assignments.into_iter().map(|(_, assignment)| assignment).collect()
}

fn shown(who: InCharge<'_>, leave: &Disclosure) -> Who {
    match who {
        InCharge::Name(name) => Who::Person(Text::from(&Disclosed::new(leave, name))),
        InCharge::Function(role) => Who::Role(role.into()),
    }
}
