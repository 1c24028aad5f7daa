//! The front page. In: figures, the table of complaints, what must happen, and what was left out. Out: its view.

use super::Composer;
use crate::figures::PeriodFigures;
use crate::register::UnsafeEntry;
use crate::views::{
    Amount, Attention, Code, FigureName, Index, KeyFigure, LeftOut, Number, Quarter, RegisterTable, TASKS_AT_ONCE, Word,
};

/// The figures at the head of the page, in its order.
const KEY_FIGURES: [FigureName; 5] =
    [FigureName::Open, FigureName::TermsMet, FigureName::LeadTime, FigureName::Satisfied, FigureName::Recurring];

impl Composer<'_> {
    /// The front page; `attention` in order of number.
    pub(super) fn index(&self, table: RegisterTable, attention: Vec<Attention>, left_out: &[UnsafeEntry]) -> Index {
        let (attention, later) = by_last_day(attention);
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

/// Sorts what must happen, and sets apart what is too much to take in at once. What has no day of its own comes last; of
/// one day, the lower number first, for so they come in.
fn by_last_day(mut attention: Vec<Attention>) -> (Vec<Attention>, Vec<Attention>) {
    attention.sort_by_key(|item| (item.due.is_none(), item.due));
    let later = attention.split_off(attention.len().min(TASKS_AT_ONCE));
    (attention, later)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::{Day, Length, Standing, Task};

    fn task(number: &str, due: Option<&str>) -> Attention {
        Attention {
            standing: Standing::Late(Length::days(3)),
            due: due.map(|day| Day(day.parse().expect("tests write real dates"))),
            task: Task::Handle,
            number: Number::from_parsed(number.to_owned()),
            subject: None,
            people: None,
        }
    }

    #[test]
    fn what_ends_first_comes_first_and_nothing_is_lost() {
        let mut tasks = vec![
            task("2026-001", None),
            task("2026-002", Some("2026-11-24")),
            task("2026-003", Some("2026-11-20")),
            task("2026-004", Some("2026-11-24")),
        ];
        tasks.extend((5..=TASKS_AT_ONCE + 2).map(|serial| task(&format!("2026-{serial:03}"), Some("2026-11-25"))));
        let (at_once, later) = by_last_day(tasks);
        let numbers = |tasks: &[Attention]| tasks.iter().map(|task| task.number.to_string()).collect::<Vec<_>>();
        assert_eq!(numbers(&at_once[..3]), ["2026-003", "2026-002", "2026-004"]);
        assert_eq!(at_once.len(), TASKS_AT_ONCE);
        assert_eq!(numbers(&later), [format!("2026-{:03}", TASKS_AT_ONCE + 2), "2026-001".to_owned()]);
    }
}
