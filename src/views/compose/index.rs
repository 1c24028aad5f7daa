//! The front page. In: figures, the table of complaints, what must happen, and what was left out. Out: its view.

use super::Composer;
use crate::figures::PeriodFigures;
use crate::register::UnsafeEntry;
use crate::views::{
    Amount, Attention, Code, FigureName, Index, KeyFigure, LeftOut, Number, Quarter, RegisterTable, TASKS_AT_ONCE,
    TASKS_ON_A_PAGE, Word,
};

/// The figures at the head of the page, in its order.
const KEY_FIGURES: [FigureName; 5] =
    [FigureName::Open, FigureName::TermsMet, FigureName::LeadTime, FigureName::Satisfied, FigureName::Recurring];

impl Composer<'_> {
    /// The front page; `attention` in order of number.
    pub(super) fn index(&self, table: RegisterTable, attention: Vec<Attention>, left_out: &[UnsafeEntry]) -> Index {
        let Tasks { attention, later, unlisted } = Tasks::by_last_day(attention);
        let (year, before) = (&self.figures.year, &self.figures.year_before);
        Index {
            attention,
            later,
            unlisted,
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

/// What must happen, as the page has room for it.
struct Tasks {
    attention: Vec<Attention>,
    /// Too much to take in at once.
    later: Vec<Attention>,
    /// How many there is no room for.
    unlisted: usize,
}

impl Tasks {
    /// What has no day of its own comes last; of one day, the lower number first, for so they come in.
    fn by_last_day(mut attention: Vec<Attention>) -> Self {
        attention.sort_by_key(|item| (item.due.is_none(), item.due));
        let unlisted = attention.len().saturating_sub(TASKS_ON_A_PAGE);
        attention.truncate(TASKS_ON_A_PAGE);
        let later = attention.split_off(attention.len().min(TASKS_AT_ONCE));
        Self { attention, later, unlisted }
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
    fn what_ends_first_comes_first_and_what_has_no_room_is_counted() {
        let mut tasks = vec![
            task("2026-001", None),
            task("2026-002", Some("2026-11-24")),
            task("2026-003", Some("2026-11-20")),
            task("2026-004", Some("2026-11-24")),
        ];
        tasks.extend((5..=TASKS_AT_ONCE + 2).map(|serial| task(&format!("2026-{serial:03}"), Some("2026-11-25"))));
        let numbers = |tasks: &[Attention]| tasks.iter().map(|task| task.number.to_string()).collect::<Vec<_>>();
        let Tasks { attention, later, unlisted } = Tasks::by_last_day(tasks.clone());
        assert_eq!(numbers(&attention[..3]), ["2026-003", "2026-002", "2026-004"]);
        assert_eq!((attention.len(), unlisted), (TASKS_AT_ONCE, 0));
        assert_eq!(numbers(&later), [format!("2026-{:03}", TASKS_AT_ONCE + 2), "2026-001".to_owned()]);

        tasks.extend((0..TASKS_ON_A_PAGE).map(|_| task("2025-001", Some("2025-01-02"))));
        let all = tasks.len();
        let Tasks { attention, later, unlisted } = Tasks::by_last_day(tasks);
        assert_eq!((attention.len() + later.len(), unlisted), (TASKS_ON_A_PAGE, all - TASKS_ON_A_PAGE));
        assert!(attention.iter().chain(&later).all(|task| task.number.as_str() == "2025-001"));
    }
}
