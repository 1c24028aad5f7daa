//! What the fields of one record tell of people, taken apart once: for the index of the register, for the
//! record's own masker, and for the leak gate. In: a complaint. Out: its identities, in the order of its fields.

use std::ops::Range;

use super::identity::{self, Identity};
use crate::complaint::Complaint;
use crate::personal::Personal;

/// The identities that a record's own fields give.
#[derive(Debug, Default)]
pub struct OwnIdentities<'c> {
    all: Vec<Identity>,
    /// Where those of the complainant end.
    complainant: usize,
    /// The name of each employee, once, and where the people stand whom it gives.
    employees: Vec<(&'c Personal, Range<usize>)>,
    /// Where the words begin that the record asks to mask.
    terms: usize,
}

impl<'c> OwnIdentities<'c> {
    /// Those of this complaint.
    #[must_use]
    pub fn of(complaint: &'c Complaint) -> Self {
        let mut all = identity::of_complainant(complaint);
        let complainant = all.len();
        let mut employees: Vec<(&Personal, Range<usize>)> = Vec::new();
        for name in identity::employees(complaint) {
            if employees.iter().all(|(known, _)| known.reveal() != name.reveal()) {
                let start = all.len();
                all.extend(identity::of_employee(name));
                employees.push((name, start..all.len()));
            }
        }
        let terms = all.len();
        all.extend(identity::terms(complaint));
        Self { all, complainant, employees, terms }
    }

    /// Every one: of the complainant, the employees and the terms. Someone whom two fields name may stand
    /// there twice.
    #[must_use]
    pub fn all(&self) -> &[Identity] {
        &self.all
    }

    /// Those of the complainant.
    pub(super) fn of_complainant(&self) -> &[Identity] {
        &self.all[..self.complainant]
    }

    /// The name of each employee, and the people whom it gives.
    pub(super) fn of_employees(&self) -> impl Iterator<Item = (&'c Personal, &[Identity])> {
        self.employees.iter().map(|(name, place)| (*name, &self.all[place.clone()]))
    }

    /// The words that the record asks to mask.
    pub(super) fn terms(&self) -> &[Identity] {
        &self.all[self.terms..]
    }
}
