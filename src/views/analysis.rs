//! The page for the director (§3 of the protocol): what the register shows over time.

use serde::Serialize;

use super::amount::{Amount, Share};
use super::chart::Chart;
use super::text::Word;
use super::time::Quarter;

/// The analysis. All lists of periods have the oldest first.
#[derive(Debug, Clone, Serialize)]
pub struct Analysis {
    /// What stands out in the twelve months up to the day, in a few sentences.
    pub highlights: Vec<Word>,
    /// Which years the charts and tables are about, as a sentence.
    pub scope: Word,
    /// The years that the charts show, such as `2024 tot en met 2026`.
    pub window: Word,
    /// Complaints by month.
    pub months: Topic<MonthsOfYear>,
    /// What is said of kinds and causes.
    pub combination: Word,
    /// Kinds by causes over all complaints.
    pub kinds_by_cause: CrossTable,
    /// Terms met, by the period in which they ended.
    pub terms: Topic<TermsInPeriod>,
    /// How long complaints took, over the years of the charts.
    pub spread: Topic<WeeksOfLeadTime>,
    /// Lead times, by the period in which they ended.
    pub lead_times: Vec<LeadTimesInPeriod>,
    /// Satisfaction, by the period of the after-care.
    pub satisfaction: Topic<SatisfactionInPeriod>,
    /// Appeals, by the period in which they were lodged.
    pub appeals: Topic<AppealsInPeriod>,
}

/// One thing that the analysis tells: in a sentence, in a picture and in figures.
#[derive(Debug, Clone, Serialize)]
pub struct Topic<Row> {
    /// What the figures say, over the years of the chart.
    pub finding: Word,
    /// The picture; none where there is nothing to draw.
    pub chart: Option<Chart>,
    /// The figures of every period; empty where there never was anything to count.
    pub rows: Vec<Row>,
}

/// A period with figures of its own: a quarter, or of longer ago a year. Serialises as `2026-Q4` or `2023`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// A calendar year.
    Year(i32),
    /// A quarter.
    Quarter(Quarter),
}

impl Serialize for Period {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Year(year) => serializer.collect_str(year),
            Self::Quarter(quarter) => serializer.collect_str(quarter),
        }
    }
}

/// The months of one year.
#[derive(Debug, Clone, Serialize)]
pub struct MonthsOfYear {
    /// The year.
    pub year: Period,
    /// Complaints received in each month, January first; none before the first complaint or for a month to come.
    pub received: [Option<u32>; 12],
    /// Complaints received in the year.
    pub received_in_all: u32,
    /// Complaints handled in the year.
    pub handled_in_all: u32,
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
    cells: Vec<CrossCell>,
    total: u32,
}

/// One count of a [`CrossTable`].
#[derive(Debug, Clone, Copy, Serialize)]
pub struct CrossCell {
    count: u32,
    /// How dark it is: 0 for none, up to [`HEATS`] for the highest count of the table.
    heat: u32,
}

/// So many steps of shading.
const HEATS: u32 = 4;

impl CrossTable {
    /// A table of `rows` by `columns`, with `count(row, column)` in each cell.
    pub fn new(rows: Vec<Word>, columns: Vec<Word>, count: impl Fn(usize, usize) -> u32) -> Self {
        let counts: Vec<Vec<u32>> =
            (0..rows.len()).map(|row| (0..columns.len()).map(|column| count(row, column)).collect()).collect();
        let highest = counts.iter().flatten().copied().max().unwrap_or(0).max(1);
        let cell = |&count: &u32| CrossCell { count, heat: (count * HEATS).div_ceil(highest) };
        let totals: Vec<u32> = (0..columns.len()).map(|column| counts.iter().map(|row| row[column]).sum()).collect();
        let rows = rows.into_iter().zip(&counts).map(|(name, counts)| CrossRow {
            name,
            cells: counts.iter().map(cell).collect(),
            total: counts.iter().sum(),
        });
        Self { rows: rows.collect(), columns, total: totals.iter().sum(), totals }
    }

    /// The highest count and every row and column that has it; none where all counts are zero.
    pub(super) fn highest(&self) -> Option<(u32, Vec<(&Word, &Word)>)> {
        let cells = self.rows.iter().flat_map(|row| {
            row.cells.iter().zip(&self.columns).map(|(cell, column)| (cell.count, (&row.name, column)))
        });
        let highest = cells.clone().map(|(count, _)| count).max().filter(|count| *count > 0)?;
        Some((highest, cells.filter(|(count, _)| *count == highest).map(|(_, names)| names).collect()))
    }
}

/// Complaints that came to their end in the same weeks after receipt.
#[derive(Debug, Clone, Serialize)]
pub struct WeeksOfLeadTime {
    /// Which weeks: `week 1`, `week 3 en 4`, `later`.
    pub weeks: Word,
    /// With a solution, without appeal.
    pub solved: u32,
    /// With a ruling on appeal.
    pub ruled: u32,
    /// At their end by then, of all.
    #[serde(serialize_with = "as_amount")]
    pub by_then: Share,
}

/// Terms met in one period.
#[derive(Debug, Clone, Serialize)]
pub struct TermsInPeriod {
    /// The period.
    pub period: Period,
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
    /// All of these.
    #[serde(serialize_with = "as_amount")]
    pub together: Share,
}

fn as_amount<S: serde::Serializer>(share: &Share, serializer: S) -> Result<S::Ok, S::Error> {
    Amount::Share(*share).serialize(serializer)
}

/// Lead times that ended in one period.
#[derive(Debug, Clone, Serialize)]
pub struct LeadTimesInPeriod {
    /// The period.
    pub period: Period,
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

/// Answers in after-care in one period.
#[derive(Debug, Clone, Serialize)]
pub struct SatisfactionInPeriod {
    /// The period.
    pub period: Period,
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

/// Appeals lodged in one period.
#[derive(Debug, Clone, Serialize)]
pub struct AppealsInPeriod {
    /// The period.
    pub period: Period,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_highest_count_is_darkest_and_only_zero_is_white() {
        let words = |names: &[&str]| names.iter().copied().map(Word::new).collect();
        let counts = [[0, 1, 8], [8, 4, 5]];
        let table =
            CrossTable::new(words(&["aard", "wijze"]), words(&["a", "b", "c"]), |row, column| counts[row][column]);
        let heats: Vec<Vec<u32>> =
            table.rows.iter().map(|row| row.cells.iter().map(|cell| cell.heat).collect()).collect();
        assert_eq!(heats, [[0, 1, 4], [4, 2, 3]]);
        assert_eq!((table.totals, table.total), (vec![8, 5, 13], 26));
    }

    #[test]
    fn the_highest_count_is_told_with_all_that_share_it() {
        let words = |names: &[&str]| names.iter().copied().map(Word::new).collect();
        let table =
            |counts: [u32; 2]| CrossTable::new(words(&["aard"]), words(&["a", "b"]), move |_, column| counts[column]);
        let told = |counts| table(counts).highest().map(|(count, places)| (count, places.len()));
        assert_eq!(told([0, 0]), None);
        assert_eq!(told([2, 1]), Some((2, 1)));
        assert_eq!(told([2, 2]), Some((2, 2)));
    }
}
