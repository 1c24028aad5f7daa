//! The charts of the analysis. In: the figures of the years shown, and what is said of them. Out: charts; none where
//! there is nothing to draw.

use super::sentences::Sentences;
use super::spread::Spread;
use super::{Month, Window};
use crate::calendar::Quarter;
use crate::calendar::dutch::MONTHS;
use crate::figures::PeriodFigures;
use crate::views::{Caption, Chart, Column, Fill, Ink, Series, Share, Slot, Texture, Word};

/// Complaints received per month.
pub(super) fn months(window: &Window<'_>, sentences: &Sentences<'_>) -> Option<Chart> {
    let columns: Vec<_> = window
        .months
        .iter()
        .map(|month| Column { slot: slot_of_month(month), parts: [month.figures.received] })
        .collect();
    let series = [series("ontvangen", Ink::Accent, Texture::Solid)];
    bars("per-maand", "Ontvangen klachten per maand", sentences.months_seen(), series, &columns)
}

/// The share of the terms that were met, per quarter.
pub(super) fn terms(window: &Window<'_>, sentences: &Sentences<'_>) -> Option<Chart> {
    let shares: Vec<(Slot, Share)> =
        window.by_quarter().map(|(quarter, figures)| (slot_of_quarter(quarter), figures.terms_met().into())).collect();
    let has_any = window.together.terms_met().whole > 0;
    let caption = caption("op-tijd", "Termijnen op tijd gehaald, per kwartaal", sentences.terms_seen());
    has_any.then(|| Chart::shares(caption, &shares))
}

/// How long complaints took, in weeks.
pub(super) fn spread(spread: &Spread, sentences: &Sentences<'_>) -> Option<Chart> {
    let columns: Vec<_> = spread
        .bars()
        .map(|(label, bar)| {
            let slot = Slot { label, group: "weken na ontvangst".to_owned() };
            Column { slot, parts: [bar.solved, bar.ruled] }
        })
        .collect();
    let series = [
        series("klaar met een oplossing", Ink::Accent, Texture::Solid),
        series("klaar met een uitspraak in beroep", Ink::Soon, Texture::Hatch),
    ];
    let caption = caption("hoe-lang", "Doorlooptijd in weken", sentences.spread_seen(spread));
    let has_any = columns.iter().any(|column| column.parts != [0, 0]);
    has_any.then(|| Chart::columns(caption, series, &columns, &spread.limits))
}

/// What complainants said in after-care, per quarter.
pub(super) fn satisfaction(window: &Window<'_>, sentences: &Sentences<'_>) -> Option<Chart> {
    let columns = by_quarter(window, |figures| {
        let answers = figures.answers;
        [answers.yes, answers.partly, answers.no, answers.unreachable]
    });
    let series = [
        series("tevreden", Ink::Good, Texture::Solid),
        series("deels tevreden", Ink::Soon, Texture::Hatch),
        series("niet tevreden", Ink::Late, Texture::Dots),
        series("niet bereikt", Ink::Plain, Texture::Hollow),
    ];
    bars("antwoorden", "Antwoorden bij de nazorg, per kwartaal", sentences.satisfaction_seen(), series, &columns)
}

/// Appeals by what came of them, per quarter.
pub(super) fn appeals(window: &Window<'_>, sentences: &Sentences<'_>) -> Option<Chart> {
    let columns = by_quarter(window, |figures| {
        let appeals = figures.appeals;
        [appeals.upheld, appeals.partly_upheld, appeals.dismissed, appeals.withdrawn, appeals.pending]
    });
    let series = [
        series("gegrond", Ink::Accent, Texture::Solid),
        series("deels gegrond", Ink::Accent, Texture::Hatch),
        series("ongegrond", Ink::Plain, Texture::Dots),
        series("ingetrokken", Ink::Plain, Texture::Hollow),
        series("loopt nog", Ink::Open, Texture::Solid),
    ];
    bars("in-beroep", "Ingestelde beroepen, per kwartaal", sentences.appeals_seen(), series, &columns)
}

fn bars<const PARTS: usize>(
    id: &'static str,
    title: &str,
    description: Word,
    series: [Series; PARTS],
    columns: &[Column<PARTS>],
) -> Option<Chart> {
    let has_any = columns.iter().any(|column| column.parts != [0; PARTS]);
    has_any.then(|| Chart::columns(caption(id, title, description), series, columns, &[]))
}

fn caption(id: &'static str, title: &str, description: Word) -> Caption {
    Caption { id, title: Word::new(title), description }
}

fn series(name: &str, ink: Ink, texture: Texture) -> Series {
    Series { name: Word::new(name), fill: Fill { ink, texture } }
}

fn by_quarter<const PARTS: usize>(
    window: &Window<'_>,
    parts: impl Fn(&PeriodFigures) -> [u32; PARTS],
) -> Vec<Column<PARTS>> {
    let columns = window.by_quarter();
    columns.map(|(quarter, figures)| Column { slot: slot_of_quarter(quarter), parts: parts(figures) }).collect()
}

fn slot_of_quarter(quarter: Quarter) -> Slot {
    Slot { label: format!("Q{}", quarter.index() + 1), group: quarter.year().to_string() }
}

fn slot_of_month(month: &Month) -> Slot {
    let name = MONTHS[month.index];
    // "maa" is no abbreviation that anyone uses.
    let short = if name == "maart" { "mrt" } else { &name[..3] };
    Slot { label: short.to_owned(), group: month.year.to_string() }
}
