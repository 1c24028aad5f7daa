//! One figure over the periods of a report: its bars, and in words how the newest period compares with those before
//! it. In: the amounts, and how much of a quarter the newest period covers. Out: a line of the table of figures.

use serde::Serialize;

use super::amount::{Amount, FigureName, Share};
use super::text::Word;

/// How many periods the figures of a report compare: its own after the four quarters before it.
pub const PERIODS: usize = 5;

/// Fewer quarters than this give no average.
const ENOUGH_FOR_AN_AVERAGE: usize = 2;
/// Days of a quarter, on average over the years.
const DAYS_IN_A_QUARTER: f64 = 91.3;
/// In less time than this nothing can be said of how often something happens.
const FEWEST_DAYS: u32 = 28;

/// Sizes of the bars, in the units of their drawing: its height is `TALLEST` and the line of `LOWEST` that stands for zero.
const STEP: u32 = 13;
const BASE: u32 = 24;
const TALLEST: f64 = 22.0;
const LOWEST: u32 = 1;

/// How much of a quarter the newest period covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coverage {
    /// All of it.
    Quarter,
    /// So many days.
    Days(u32),
}

/// One figure over the periods.
#[derive(Debug, Clone, Serialize)]
pub struct Trend {
    /// Which figure.
    name: FigureName,
    /// Its amount in each of the periods.
    amounts: [Amount; PERIODS],
    /// A bar for each of them.
    bars: [Bar; PERIODS],
    /// How the newest compares with the ones before it: `meer dan gemiddeld`.
    verdict: Word,
    /// What the ones before it come to: `gemiddeld 4,5 per kwartaal`.
    average: Option<Word>,
}

/// A bar of the drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
struct Bar {
    x: u32,
    y: u32,
    height: u32,
    look: BarLook,
}

/// What a bar stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum BarLook {
    /// A quarter before.
    Before,
    /// The newest period.
    Now,
    /// Nothing to count, or too few for a percentage.
    Missing,
}

impl Trend {
    /// The line of a figure, from its amounts with the oldest first.
    pub fn new(name: FigureName, amounts: [Amount; PERIODS], coverage: Coverage) -> Self {
        let [before @ .., now] = amounts;
        let (verdict, average) = compared(name, &before, now, coverage);
        Self { name, amounts, bars: bars(&amounts), verdict: Word::new(verdict), average: average.map(Word::new) }
    }
}

fn bars(amounts: &[Amount; PERIODS]) -> [Bar; PERIODS] {
    let sizes = amounts.map(size);
    let most = match amounts.iter().find(|amount| !matches!(amount, Amount::Nothing)) {
        Some(Amount::Share(_)) => 1.0,
        _ => sizes.iter().flatten().copied().fold(1.0, f64::max),
    };
    std::array::from_fn(|at| {
        let height = sizes[at].map_or(LOWEST, |size| whole(size / most * TALLEST).max(LOWEST));
        let look = match sizes[at] {
            None => BarLook::Missing,
            Some(_) if at == PERIODS - 1 => BarLook::Now,
            Some(_) => BarLook::Before,
        };
        let x = STEP * u32::try_from(at).expect("a handful");
        Bar { x, y: BASE - height, height, look }
    })
}

/// A size or a mean, which is never negative, as a whole number.
fn whole(size: f64) -> u32 {
    size.round() as u32
}

/// What a bar or an average is made of; nothing where too few were counted for a percentage.
fn size(amount: Amount) -> Option<f64> {
    match amount {
        Amount::Count(count) => Some(f64::from(count)),
        Amount::HalfDays(halves) => Some(f64::from(halves) / 2.0),
        Amount::Share(share) => share.fraction(),
        Amount::Nothing => None,
    }
}

/// The words that compare the newest amount with those before it, and the average of these.
fn compared(name: FigureName, before: &[Amount], now: Amount, coverage: Coverage) -> (&'static str, Option<String>) {
    const NOTHING_BEFORE: &str = "nog te weinig kwartalen om te vergelijken";
    const TOO_FEW: &str = "te weinig om te vergelijken";
    let Some(average) = average(before) else { return (NOTHING_BEFORE, None) };
    let told = Some(average_in_words(average, accumulates(name)));
    let (Some(now), Some(usual)) = (size(now), size_of(average)) else { return (TOO_FEW, told) };
    let verdict = match average {
        Average::Count(_) => match expected(name, usual, coverage) {
            None => "nog te kort om te vergelijken",
            Some(usual) if now == 0.0 && usual == 0.0 => "geen, net als eerder",
            Some(usual) => {
                let in_proportion = coverage != Coverage::Quarter && accumulates(name);
                let words = if in_proportion { IN_PROPORTION } else { COUNTS };
                words.of(now - usual, f64::max(1.0, usual / 5.0))
            }
        },
        Average::Share(_) => SHARES.of(now - usual, 0.05),
        Average::Days(_) => TIMES.of(now - usual, f64::max(1.0, usual / 10.0)),
    };
    (verdict, told)
}

/// The words for more, less, and so little of either that it says nothing.
struct Words {
    more: &'static str,
    less: &'static str,
}

const COUNTS: Words = Words { more: "meer dan gemiddeld", less: "minder dan gemiddeld" };
const IN_PROPORTION: Words =
    Words { more: "naar verhouding meer dan gemiddeld", less: "naar verhouding minder dan gemiddeld" };
const SHARES: Words = Words { more: "vaker dan gemiddeld", less: "minder vaak dan gemiddeld" };
const TIMES: Words = Words { more: "langer dan gemiddeld", less: "korter dan gemiddeld" };

impl Words {
    fn of(&self, difference: f64, telling: f64) -> &'static str {
        match difference {
            difference if difference >= telling => self.more,
            difference if difference <= -telling => self.less,
            _ => "ongeveer gemiddeld",
        }
    }
}

/// Whether the figure grows with the length of the period.
fn accumulates(name: FigureName) -> bool {
    matches!(name, FigureName::Received | FigureName::Handled | FigureName::Appeals)
}

/// What an average quarter comes to in the time that the newest period covers; nothing where that is too short.
fn expected(name: FigureName, per_quarter: f64, coverage: Coverage) -> Option<f64> {
    match coverage {
        Coverage::Days(days) if accumulates(name) => {
            (days >= FEWEST_DAYS).then(|| per_quarter * f64::from(days) / DAYS_IN_A_QUARTER)
        }
        _ => Some(per_quarter),
    }
}

/// What the quarters before come to, each of a kind.
#[derive(Clone, Copy)]
enum Average {
    Count(f64),
    Share(Share),
    Days(f64),
}

/// Of counts and medians the mean; of shares all parts of all wholes.
fn average(before: &[Amount]) -> Option<Average> {
    let given: Vec<Amount> = before.iter().copied().filter(|amount| *amount != Amount::Nothing).collect();
    if given.len() < ENOUGH_FOR_AN_AVERAGE {
        return None;
    }
    let mean = || {
        let sizes = given.iter().copied().filter_map(size);
        sizes.sum::<f64>() / f64::from(u32::try_from(given.len()).expect("a handful"))
    };
    Some(match given[0] {
        Amount::Share(_) => Average::Share(Share::sum(given.iter().filter_map(|amount| amount.share()))),
        Amount::HalfDays(_) => Average::Days(mean()),
        Amount::Count(_) | Amount::Nothing => Average::Count(mean()),
    })
}

fn size_of(average: Average) -> Option<f64> {
    match average {
        Average::Count(mean) | Average::Days(mean) => Some(mean),
        Average::Share(share) => share.fraction(),
    }
}

fn average_in_words(average: Average, is_per_quarter: bool) -> String {
    match average {
        Average::Count(mean) if is_per_quarter => format!("gemiddeld {} per kwartaal", rounded(mean)),
        Average::Count(mean) => format!("gemiddeld {}", rounded(mean)),
        Average::Days(mean) => format!("gemiddeld {}", Amount::HalfDays(whole(mean * 2.0)).words()),
        Average::Share(share) => format!("eerder {}", share.words()),
    }
}

/// To halves, for nobody needs more of a handful: `4`, `4,5`.
fn rounded(mean: f64) -> String {
    let halves = whole(mean * 2.0);
    format!("{}{}", halves / 2, if halves % 2 == 1 { ",5" } else { "" })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(name: FigureName, amounts: [Amount; PERIODS], coverage: Coverage) -> String {
        let [before @ .., now] = amounts;
        let (verdict, average) = compared(name, &before, now, coverage);
        format!("{verdict}{}", average.map(|average| format!(" ({average})")).unwrap_or_default())
    }

    fn shares(of: [(u32, u32); PERIODS]) -> [Amount; PERIODS] {
        of.map(|(part, whole)| Amount::Share(Share::new(part, whole).expect("no more than the whole")))
    }

    #[test]
    fn a_count_stands_against_the_average_of_the_quarters_before() {
        for (counts, words) in [
            ([4, 6, 3, 5, 8], "meer dan gemiddeld (gemiddeld 4,5 per kwartaal)"),
            ([4, 6, 3, 5, 5], "ongeveer gemiddeld (gemiddeld 4,5 per kwartaal)"),
            ([4, 6, 3, 5, 3], "minder dan gemiddeld (gemiddeld 4,5 per kwartaal)"),
            ([50, 50, 50, 50, 59], "ongeveer gemiddeld (gemiddeld 50 per kwartaal)"),
            ([0, 0, 0, 0, 0], "geen, net als eerder (gemiddeld 0 per kwartaal)"),
            ([0, 0, 0, 0, 1], "meer dan gemiddeld (gemiddeld 0 per kwartaal)"),
        ] {
            assert_eq!(
                verdict(FigureName::Received, counts.map(Amount::Count), Coverage::Quarter),
                words,
                "{counts:?}"
            );
        }
    }

    #[test]
    fn what_grows_with_time_is_compared_over_an_equal_time() {
        let counts = [6, 6, 6, 6, 3].map(Amount::Count);
        for (name, days, words) in [
            (FigureName::Received, 46, "ongeveer gemiddeld (gemiddeld 6 per kwartaal)"),
            (FigureName::Received, 85, "naar verhouding minder dan gemiddeld (gemiddeld 6 per kwartaal)"),
            (FigureName::Received, 28, "naar verhouding meer dan gemiddeld (gemiddeld 6 per kwartaal)"),
            (FigureName::Received, 27, "nog te kort om te vergelijken (gemiddeld 6 per kwartaal)"),
            (FigureName::Open, 3, "minder dan gemiddeld (gemiddeld 6)"),
        ] {
            assert_eq!(verdict(name, counts, Coverage::Days(days)), words, "{days}");
        }
    }

    #[test]
    fn no_share_of_fewer_than_five_is_compared_or_drawn() {
        for (of, words) in [
            ([(9, 11), (10, 12), (3, 4), (11, 11), (17, 17)], "vaker dan gemiddeld (eerder 87%)"),
            ([(9, 11), (10, 12), (3, 4), (11, 11), (4, 4)], "te weinig om te vergelijken (eerder 87%)"),
            ([(1, 1), (0, 1), (1, 1), (0, 1), (9, 9)], "te weinig om te vergelijken (eerder 2 van 4)"),
        ] {
            assert_eq!(verdict(FigureName::TermsMet, shares(of), Coverage::Quarter), words);
        }
        let looks = bars(&shares([(9, 11), (4, 4), (0, 0), (0, 9), (9, 9)])).map(|bar| (bar.look, bar.height));
        let expected = [
            (BarLook::Before, 18),
            (BarLook::Missing, 1),
            (BarLook::Missing, 1),
            (BarLook::Before, 1),
            (BarLook::Now, 22),
        ];
        assert_eq!(looks, expected);
    }

    #[test]
    fn quarters_before_the_register_began_are_no_zeros() {
        let none = Amount::Nothing;
        let count = Amount::Count;
        for (amounts, words) in [
            ([none, none, none, count(4), count(8)], "nog te weinig kwartalen om te vergelijken"),
            ([none, none, count(4), count(4), count(8)], "meer dan gemiddeld (gemiddeld 4 per kwartaal)"),
        ] {
            assert_eq!(verdict(FigureName::Handled, amounts, Coverage::Quarter), words);
        }
        let days = [none, Amount::HalfDays(20), none, Amount::HalfDays(26), Amount::HalfDays(40)];
        assert_eq!(
            verdict(FigureName::LeadTime, days, Coverage::Quarter),
            "langer dan gemiddeld (gemiddeld 11,5 dagen)"
        );
    }

    #[test]
    fn every_bar_stands_within_its_drawing() {
        for counts in [[0; PERIODS], [1, 2, 3, 4, 5], [u32::MAX, 0, 1, 7, 9]] {
            for bar in bars(&counts.map(Amount::Count)) {
                assert!(bar.y + bar.height == BASE && bar.height >= LOWEST && bar.height <= 22, "{bar:?}");
            }
        }
    }
}
