//! The page for the director (§3 of the protocol): what the register shows over time.

use serde::Serialize;

use super::amount::{Amount, Share};
use super::text::Word;
use super::time::Quarter;

/// The analysis. All lists of periods have the oldest quarter first.
#[derive(Debug, Clone, Serialize)]
pub struct Analysis {
    /// Kinds by causes over all complaints.
    pub kinds_by_cause: CrossTable,
    /// Terms met, per quarter in which they ended.
    pub terms: Vec<TermsInPeriod>,
    /// Lead times, per quarter in which they ended.
    pub lead_times: Vec<LeadTimesInPeriod>,
    /// Satisfaction, per quarter of the after-care.
    pub satisfaction: Vec<SatisfactionInPeriod>,
    /// Appeals, per quarter in which they were lodged.
    pub appeals: Vec<AppealsInPeriod>,
}

/// Counts of one thing by another, with their totals. A complaint of two kinds counts in both rows.
#[derive(Debug, Clone, Serialize)]
pub struct CrossTable {
    columns: Vec<Word>,
    rows: Vec<CrossRow>,
    totals: Vec<u32>,
    total: u32,
}

/// One row of a [`CrossTable`].
#[derive(Debug, Clone, Serialize)]
pub struct CrossRow {
    name: Word,
    counts: Vec<u32>,
    total: u32,
}

impl CrossTable {
    /// A table of `rows` by `columns`, with `count(row, column)` in each cell.
    pub fn new(rows: Vec<Word>, columns: Vec<Word>, count: impl Fn(usize, usize) -> u32) -> Self {
        let rows: Vec<CrossRow> = rows
            .into_iter()
            .enumerate()
            .map(|(row, name)| {
                let counts: Vec<u32> = (0..columns.len()).map(|column| count(row, column)).collect();
                CrossRow { name, total: counts.iter().sum(), counts }
            })
            .collect();
        let totals: Vec<u32> =
            (0..columns.len()).map(|column| rows.iter().map(|row| row.counts[column]).sum()).collect();
        Self { columns, total: totals.iter().sum(), rows, totals }
    }
}

/// Terms met in one quarter.
#[derive(Debug, Clone, Serialize)]
pub struct TermsInPeriod {
    /// The quarter.
    pub quarter: Quarter,
    /// Confirmations in time.
    #[serde(serialize_with = "as_amount")]
    pub confirmation: Share,
    /// Registrations in time.
    #[serde(serialize_with = "as_amount")]
    pub registration: Share,
    /// Solutions in time.
    #[serde(serialize_with = "as_amount")]
    pub handling: Share,
    /// Rulings in time.
    #[serde(serialize_with = "as_amount")]
    pub ruling: Share,
}

fn as_amount<S: serde::Serializer>(share: &Share, serializer: S) -> Result<S::Ok, S::Error> {
    Amount::Share(*share).serialize(serializer)
}

/// Lead times that ended in one quarter.
#[derive(Debug, Clone, Serialize)]
pub struct LeadTimesInPeriod {
    /// The quarter.
    pub quarter: Quarter,
    /// Complaints whose lead time ended: by the ruling, or without appeal by the solution.
    pub settled: u32,
    /// Median, `Amount::HalfDays` or `Amount::Nothing`.
    pub median: Amount,
    /// Longest, `Amount::HalfDays` or `Amount::Nothing`.
    pub longest: Amount,
    /// Within the norm for the whole.
    #[serde(serialize_with = "as_amount")]
    pub within_norm: Share,
}

/// Answers in after-care in one quarter.
#[derive(Debug, Clone, Serialize)]
pub struct SatisfactionInPeriod {
    /// The quarter.
    pub quarter: Quarter,
    /// Satisfied.
    pub yes: u32,
    /// Partly.
    pub partly: u32,
    /// Not satisfied.
    pub no: u32,
    /// Not reached.
    pub unreachable: u32,
    /// Satisfied, of those who were reached.
    #[serde(serialize_with = "as_amount")]
    pub satisfied: Share,
}

/// Appeals lodged in one quarter.
#[derive(Debug, Clone, Serialize)]
pub struct AppealsInPeriod {
    /// The quarter.
    pub quarter: Quarter,
    /// Lodged.
    pub lodged: u32,
    /// Of those: upheld.
    pub upheld: u32,
    /// Partly upheld.
    pub partly_upheld: u32,
    /// Rejected.
    pub rejected: u32,
    /// Withdrawn.
    pub withdrawn: u32,
    /// Without a ruling yet.
    pub pending: u32,
}
