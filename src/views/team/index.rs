//! The front page. In: figures, the table of complaints, what must happen, and what was left out. Out: its view.

use super::Team;
use crate::figures::PeriodFigures;
use crate::register::UnsafeEntry;
use crate::views::{
    Amount, Attention, Code, FigureName, Index, KeyFigure, LeftOut, Number, Quarter, RegisterTable, TASKS_AT_ONCE, Word,
};

/// The figures at the head of the page, in its order.
const KEY_FIGURES: [FigureName; 5] =
    [FigureName::Open, FigureName::TermsMet, FigureName::LeadTime, FigureName::Satisfied, FigureName::Recurring];

impl Team<'_> {
    /// The front page; `attention` in order of number.
    pub(super) fn index(&self, table: RegisterTable, mut attention: Vec<Attention>, left_out: &[UnsafeEntry]) -> Index {
        // What has no day of its own comes last; of one day, the lower number first.
        attention.sort_by_key(|item| (item.due.is_none(), item.due));
        let later = attention.split_off(attention.len().min(TASKS_AT_ONCE));
        let (year, before) = (&self.figures.year, &self.figures.year_before);
        Index {
            attention,
            later,
            figures: KEY_FIGURES
                .into_iter()
                .map(|name| KeyFigure::new(name, amount(name, year), amount(name, before)))
                .collect(),
            table,
            quarters: self.figures.quarters.iter().rev().map(|&quarter| Quarter(quarter)).collect(),
            left_out: left_out.iter().map(view_of).collect(),
        }
    }
}

/// One figure of a period.
pub(super) fn amount(name: FigureName, figures: &PeriodFigures) -> Amount {
    let count = |count: usize| Amount::Count(u32::try_from(count).unwrap_or(u32::MAX));
    match name {
        FigureName::Received => Amount::Count(figures.received),
        FigureName::Handled => Amount::Count(figures.handled),
        FigureName::Open => Amount::Count(figures.open),
        FigureName::TermsMet => Amount::Share(figures.terms_met().into()),
        FigureName::LeadTime => figures.median_half_days().map_or(Amount::Nothing, Amount::HalfDays),
        FigureName::Satisfied => Amount::Share(figures.answers.satisfied().into()),
        FigureName::Appeals => Amount::Count(figures.appeals.lodged),
        FigureName::Recurring => count(figures.recurring.len()),
    }
}

fn view_of(entry: &UnsafeEntry) -> LeftOut {
    LeftOut {
        number: entry.number.as_ref().map(Number::from),
        code: Code(entry.code),
        reason: Word::new(entry.reason()),
    }
}
