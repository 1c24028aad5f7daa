//! What the figures say, in Dutch. In: the figures of the years shown. Out: sentences that tell what is counted and
//! leave the reasons to the reader. A percentage stands beside its counts, and is none for fewer than five.

use super::counting::{counted, each, highest, listed, parts_of};
use super::spread::Spread;
use super::{Month, Window};
use crate::calendar::dutch::MONTHS;
use crate::calendar::{Date, Quarter};
use crate::figures::{Figures, PeriodFigures, Recurrence};
use crate::protocol::{Protocol, Step};
use crate::views::{Amount, CrossTable, Share, Word, grouped};

/// More than so many with the same highest figure, and none of them stands out.
const FEW: usize = 3;
/// So many causes that recur are named; the others are counted.
const NAMED: usize = 2;

/// The steps with a term that can be late.
const STEPS: [Step; 4] = [Step::Confirmation, Step::Registration, Step::Handling, Step::Ruling];

/// What is said of one register.
pub(super) struct Sentences<'s> {
    pub(super) window: &'s Window<'s>,
    pub(super) protocol: &'s Protocol,
    pub(super) today: Date,
}

impl Sentences<'_> {
    /// The years that the charts show: `2024 tot en met 2026`.
    pub(super) fn window(&self) -> Word {
        Word::new(self.years())
    }

    /// Which years the charts and tables are about.
    pub(super) fn scope(&self, has_older: bool) -> Word {
        let older = if has_older { " Eerdere jaren staan in de tabellen, in één regel per jaar." } else { "" };
        Word::new(format!("De grafieken gaan over {}.{older}", self.years()))
    }

    fn years(&self) -> String {
        match self.window.quarters {
            [] => Quarter::of(self.today).year().to_string(),
            [first, .., last] if first.year() < last.year() => {
                format!("{} tot en met {}", first.year(), last.year())
            }
            [first, ..] => first.year().to_string(),
        }
    }

    /// What stands out in the twelve months up to the day.
    pub(super) fn highlights(&self, figures: &Figures) -> Vec<Word> {
        if figures.quarters.is_empty() {
            return vec![Word::new("Er staan nog geen klachten in het register.")];
        }
        let (year, before) = (&figures.year, &figures.year_before);
        // A register that is younger than two years has no whole year to compare with.
        let two_years_ago = Quarter::of(self.today).plus(-8);
        let has_before = figures.quarters.first().is_some_and(|first| *first <= two_years_ago);
        let before = has_before.then_some(before);
        vec![received(year, before), kept(year, before), self.recurring(year)]
    }

    fn recurring(&self, year: &PeriodFigures) -> Word {
        let mut recurring: Vec<&Recurrence> = year.recurring.iter().collect();
        recurring.sort_by_key(|recurrence| std::cmp::Reverse(recurrence.numbers.len()));
        if recurring.is_empty() {
            return Word::new("Geen combinatie van aard en oorzaak keerde terug.");
        }
        let mut names: Vec<String> = recurring
            .iter()
            .take(NAMED)
            .map(|Recurrence { kind, cause, numbers }| {
                let (kind, cause) = (&self.protocol.kinds[kind.0], &self.protocol.causes[cause.0]);
                let times = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
                format!("{kind} met oorzaak {cause} ({})", counted(times, "klacht", "klachten"))
            })
            .collect();
        match recurring.len().saturating_sub(NAMED) {
            0 => {}
            1 => names.push("nog 1 andere combinatie".to_owned()),
            more => names.push(format!("nog {more} andere combinaties")),
        }
        Word::new(format!("Terugkerende combinaties van aard en oorzaak: {}.", listed(&names)))
    }

    /// Complaints received in the years shown.
    pub(super) fn months(&self) -> Word {
        let period = match &self.window.months[..] {
            [] => return Word::new("Er zijn nog geen klachten ontvangen."),
            [only] => format!("In {}", name_of(only)),
            [first, .., last] => format!("Van {} tot en met {}", name_of(first), name_of(last)),
        };
        let came = came(self.window.together.received);
        let most = match self.busiest_month() {
            None => String::new(),
            Some(_) if self.window.months.len() == 1 => String::new(),
            Some((count, names)) if names.len() <= FEW => {
                format!(", de meeste in {} ({})", listed(&names), each(names.len(), grouped(count.into())))
            }
            Some((count, _)) => format!(", nooit meer dan {} in een maand", grouped(count.into())),
        };
        Word::new(format!("{period} {came} binnen{most}."))
    }

    /// What the chart of months shows.
    pub(super) fn months_seen(&self) -> Word {
        let received = self.window.months.iter().map(|month| month.figures.received);
        let (quiet, all) = (received.clone().filter(|count| *count == 0).count(), self.window.months.len());
        let highest = received.max().unwrap_or(0);
        let highest = format!("Een staaf per maand; de hoogste staat voor {}.", counted(highest, "klacht", "klachten"));
        let quiet = match quiet {
            0 => "In elke maand kwam er ten minste één klacht binnen.".to_owned(),
            quiet => format!("In {quiet} van de {all} maanden kwam er geen klacht binnen."),
        };
        Word::new(format!("{highest} {quiet}"))
    }

    fn busiest_month(&self) -> Option<(u32, Vec<String>)> {
        highest(self.window.months.iter().map(|month| (month.figures.received, name_of(month))))
    }

    /// Terms met in the years shown.
    pub(super) fn terms(&self) -> Word {
        let all: Share = self.window.together.terms_met().into();
        if all.whole() == 0 {
            return Word::new(format!("In {} liep er geen termijn af.", self.years()));
        }
        let latest = latest_steps(&self.window.together);
        let latest = latest.map(|latest| format!(" Het vaakst te laat: {latest}.")).unwrap_or_default();
        Word::new(format!("Termijnen op tijd gehaald in {}: {}.{latest}", self.years(), all.phrase()))
    }

    /// What the chart of terms shows.
    pub(super) fn terms_seen(&self) -> Word {
        let quarters = self.window.by_quarter().map(|(quarter, figures)| (quarter, Share::from(figures.terms_met())));
        let quarters: Vec<_> = quarters.filter(|(_, share)| share.whole() > 0).collect();
        let mut words = "Een punt per kwartaal: het deel van de termijnen dat op tijd is gehaald.".to_owned();
        let lowest = quarters.iter().filter(|(_, share)| !share.is_of_few()).min_by(|(_, one), (_, other)| {
            (u64::from(one.part()) * u64::from(other.whole())).cmp(&(u64::from(other.part()) * u64::from(one.whole())))
        });
        if let Some((quarter, share)) = lowest {
            words.push_str(&format!(" Het laagst: {} in {quarter}.", share.phrase()));
        }
        if let Some((quarter, share)) = quarters.last() {
            words.push_str(&format!(" Het laatst: {} in {quarter}.", share.phrase()));
        }
        Word::new(words)
    }

    /// How long complaints took in the years shown.
    pub(super) fn spread(&self) -> Word {
        let all = &self.window.together;
        let (Some(median), Some(longest)) = (all.median_half_days(), all.longest_days()) else {
            return Word::new(format!("In {} kwam er geen klacht klaar.", self.years()));
        };
        let within = Share::from(all.within_norm).phrase();
        let (years, norm) = (self.years(), self.protocol.duration(Step::Total));
        let (median, longest) = (Amount::HalfDays(median).words(), Amount::HalfDays(longest * 2).words());
        let times = match all.lead_days.len() {
            1 => format!("Die duurde {longest}."),
            _ => format!("De middelste duurde {median}, de langste {longest}."),
        };
        Word::new(format!("Klaar binnen de norm van {norm} in {years}: {within}. {times}"))
    }

    /// What the chart of lead times shows.
    pub(super) fn spread_seen(&self, spread: &Spread) -> Word {
        let [handling, total] = [Step::Handling, Step::Total].map(|step| self.protocol.duration(step));
        let most = highest(spread.bars().map(|(weeks, bar)| (bar.solved + bar.ruled, weeks)));
        let most = match most {
            Some((count, weeks)) if weeks.len() <= FEW => {
                let complaints = each(weeks.len(), counted(count, "klacht", "klachten"));
                format!(" Het hoogst: week {} ({complaints}).", listed(&weeks))
            }
            _ => String::new(),
        };
        Word::new(format!(
            "Een staaf voor elke week na ontvangst, met het aantal klachten dat toen klaar was. Er staan lijnen bij de \
             termijn voor een oplossing ({handling}) en bij de norm voor het geheel ({total}).{most}"
        ))
    }

    /// What complainants said in the years shown.
    pub(super) fn satisfaction(&self) -> Word {
        let answers = self.window.together.answers;
        let reached = Share::from(answers.satisfied());
        let years = self.years();
        let mut words = match (reached.whole(), answers.unreachable) {
            (0, 0) => return Word::new(format!("In {years} is geen nazorg vastgelegd.")),
            (0, _) => format!("Bij de nazorg in {years} is niemand bereikt."),
            _ => format!("Tevreden bij de nazorg in {years}, van wie bereikt is: {}.", reached.phrase()),
        };
        if answers.no > 0 {
            words.push_str(&format!(" Niet tevreden: {}.", counted(answers.no, "indiener", "indieners")));
        }
        Word::new(words)
    }

    /// What the chart of satisfaction shows.
    pub(super) fn satisfaction_seen(&self) -> Word {
        let answers = self.window.together.answers;
        let parts = [
            (answers.yes, "tevreden"),
            (answers.partly, "deels tevreden"),
            (answers.no, "niet tevreden"),
            (answers.unreachable, "niet bereikt"),
        ];
        Word::new(format!("Een staaf per kwartaal, gestapeld naar het antwoord. In totaal: {}.", parts_of(&parts)))
    }

    /// Appeals in the years shown.
    pub(super) fn appeals(&self) -> Word {
        let appeals = self.window.together.appeals;
        let years = self.years();
        if appeals.lodged == 0 {
            return Word::new(format!("In {years} is geen beroep ingesteld."));
        }
        let handled = self.window.together.handled;
        let times = grouped(appeals.lodged.into());
        let handled = counted(handled, "klacht kreeg", "klachten kregen");
        Word::new(format!("In {years} is {times} keer beroep ingesteld; {handled} in die tijd een oplossing."))
    }

    /// What the chart of appeals shows.
    pub(super) fn appeals_seen(&self) -> Word {
        let appeals = self.window.together.appeals;
        let parts = [
            (appeals.upheld, "gegrond"),
            (appeals.partly_upheld, "deels gegrond"),
            (appeals.dismissed, "ongegrond"),
            (appeals.withdrawn, "ingetrokken"),
            (appeals.pending, "loopt nog"),
        ];
        Word::new(format!("Een staaf per kwartaal, gestapeld naar de uitkomst. In totaal: {}.", parts_of(&parts)))
    }
}

/// Which combination of kind and cause comes most, over all complaints.
pub(super) fn combination(table: &CrossTable) -> Word {
    let Some((count, places)) = table.highest() else {
        return Word::new("Er is nog geen klacht met een oorzaak.");
    };
    let names: Vec<String> = places.iter().map(|(kind, cause)| format!("{kind} met oorzaak {cause}")).collect();
    let times = format!("{} keer", grouped(count.into()));
    Word::new(if names.len() <= FEW {
        format!("Het vaakst samen: {} ({}).", listed(&names), each(names.len(), times))
    } else {
        format!("Geen combinatie steekt eruit: geen ervan komt meer dan {times} voor.")
    })
}

/// How many complaints came in, against the year before.
fn received(year: &PeriodFigures, before: Option<&PeriodFigures>) -> Word {
    let came = came(year.received);
    let before =
        before.map(|before| format!(", tegen {} in de twaalf maanden daarvoor", grouped(before.received.into())));
    Word::new(format!("In de afgelopen twaalf maanden {came} binnen{}.", before.unwrap_or_default()))
}

/// How many terms were met, and which were not.
fn kept(year: &PeriodFigures, before: Option<&PeriodFigures>) -> Word {
    let now: Share = year.terms_met().into();
    if now.whole() == 0 {
        return Word::new("In die tijd liep er geen termijn af.");
    }
    let before = before.map(|before| Share::from(before.terms_met())).filter(|before| before.whole() > 0);
    let before = before.map(|before| format!(", tegen {} een jaar eerder", before.phrase())).unwrap_or_default();
    let latest = latest_steps(year).map(|latest| format!("; het vaakst te laat: {latest}")).unwrap_or_default();
    Word::new(format!("Termijnen op tijd gehaald: {}{before}{latest}.", now.phrase()))
}

/// The steps that were late most: `afhandeling (7 keer)`; none where all were in time.
fn latest_steps(figures: &PeriodFigures) -> Option<String> {
    let missed = STEPS.map(|step| (figures.term(step), step.word().to_owned()));
    let (count, names) = highest(missed.into_iter().map(|(term, name)| (term.whole - term.part, name)))?;
    Some(format!("{} ({})", listed(&names), each(names.len(), format!("{} keer", grouped(count.into())))))
}

/// `kwamen er 12 klachten`.
fn came(count: u32) -> String {
    match count {
        0 => "kwamen er geen klachten".to_owned(),
        1 => "kwam er 1 klacht".to_owned(),
        more => format!("kwamen er {} klachten", grouped(more.into())),
    }
}

/// `maart 2026`.
fn name_of(month: &Month) -> String {
    format!("{} {}", MONTHS[month.index], month.year)
}
