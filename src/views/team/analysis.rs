//! The analysis for the director (§3). In: figures. Out: its view.

use super::Team;
use crate::calendar::Quarter;
use crate::figures::PeriodFigures;
use crate::protocol::Step;
use crate::register::{Cause, Kind};
use crate::views::{
    self, Amount, Analysis, AppealsInPeriod, CrossTable, LeadTimesInPeriod, SatisfactionInPeriod, TermsInPeriod, Word,
};

impl Team<'_> {
    /// The analysis.
    #[must_use]
    pub fn analysis(&self) -> Analysis {
        let protocol = self.protocol();
        let words = |list: &[String]| list.iter().map(|word| Word::new(word.as_str())).collect();
        let count = |kind, cause| self.figures.count(Kind(kind), Cause(cause));
        let periods: Vec<(Quarter, &PeriodFigures)> = self
            .figures
            .quarters
            .iter()
            .filter_map(|&quarter| Some((quarter, self.figures.quarter(quarter)?)))
            .collect();
        Analysis {
            kinds_by_cause: CrossTable::new(words(&protocol.kinds), words(&protocol.causes), count),
            terms: periods.iter().map(|&(quarter, figures)| terms(quarter, figures)).collect(),
            lead_times: periods.iter().map(|&(quarter, figures)| lead_times(quarter, figures)).collect(),
            satisfaction: periods.iter().map(|&(quarter, figures)| satisfaction(quarter, figures)).collect(),
            appeals: periods.iter().map(|&(quarter, figures)| appeals(quarter, figures)).collect(),
        }
    }
}

fn terms(quarter: Quarter, figures: &PeriodFigures) -> TermsInPeriod {
    TermsInPeriod {
        quarter: views::Quarter(quarter),
        confirmation: figures.term(Step::Confirmation).into(),
        registration: figures.term(Step::Registration).into(),
        handling: figures.term(Step::Handling).into(),
        ruling: figures.term(Step::Ruling).into(),
    }
}

fn lead_times(quarter: Quarter, figures: &PeriodFigures) -> LeadTimesInPeriod {
    LeadTimesInPeriod {
        quarter: views::Quarter(quarter),
        settled: figures.within_norm.whole,
        median: figures.median_half_days().map_or(Amount::Nothing, Amount::HalfDays),
        longest: figures.longest_days().map_or(Amount::Nothing, |days| Amount::HalfDays(days * 2)),
        within_norm: figures.within_norm.into(),
    }
}

fn satisfaction(quarter: Quarter, figures: &PeriodFigures) -> SatisfactionInPeriod {
    let answers = figures.answers;
    SatisfactionInPeriod {
        quarter: views::Quarter(quarter),
        yes: answers.yes,
        partly: answers.partly,
        no: answers.no,
        unreachable: answers.unreachable,
        satisfied: answers.satisfied().into(),
    }
}

fn appeals(quarter: Quarter, figures: &PeriodFigures) -> AppealsInPeriod {
    let appeals = figures.appeals;
    AppealsInPeriod {
        quarter: views::Quarter(quarter),
        lodged: appeals.lodged,
        upheld: appeals.upheld,
        partly_upheld: appeals.partly_upheld,
        rejected: appeals.dismissed,
        withdrawn: appeals.withdrawn,
        pending: appeals.pending,
    }
}
