//! The page of an older year, what is searched, and the lines that the front page shares with it.

use super::*;

pub(super) fn row(
    of: &str,
    subject: &str,
    received: &str,
    kinds: &[&str],
    status: Status,
    causes: &[&str],
) -> RegisterRow {
    RegisterRow {
        read_by: Some(ReadBy::Machine),
        number: number(of),
        subject: Some(text(subject)),
        people: None,
        received: Some(day(received)),
        kinds: words(kinds),
        status,
        next: None,
        causes: words(causes),
        lead_days: None,
    }
}

pub(super) fn next(kind: TermKind, due: &str, standing: Standing) -> Option<NextTerm> {
    Some(NextTerm { kind, due: day(due), standing })
}

/// The years of a register of which one page holds these.
pub(super) fn table(extent: Extent, rows: Vec<RegisterRow>, here: &[&str]) -> RegisterTable {
    let all = ["2026", "2025", "2024", "2023"].map(volume);
    let (here, elsewhere): (Vec<_>, Vec<_>) = all.into_iter().partition(|id| here.contains(&id.to_string().as_str()));
    let other = |id: VolumeId| Volume { id, name: id.name(), count: 523, on_front: id.year >= year("2025") };
    RegisterTable {
        extent,
        rows,
        total: 2_460,
        filters: Filters {
            years: ["2026", "2025", "2024", "2023"].map(year).to_vec(),
            statuses: words(&["ontvangen", "in behandeling", "gesloten"]),
            kinds: words(&["aard", "tijdigheid", "wijze"]),
            causes: words(&["planning", "kennis"]),
        },
        here,
        elsewhere: elsewhere.into_iter().map(other).collect(),
        read_by: Some(READ_BY),
    }
}

fn year(text: &str) -> Year {
    Year::from_written(text.parse().expect("tests write real years"))
}

fn volume(text: &str) -> VolumeId {
    VolumeId { year: year(text), part: None }
}

pub(in crate::render) fn register() -> RegisterPage {
    let row = row("2023-001", "Cursus ging niet door", "2023-01-09", &["aard"], Status::Closed, &["planning"]);
    RegisterPage {
        id: volume("2023"),
        name: Word::new("2023"),
        table: table(Extent::Volume(volume("2023")), vec![row], &["2023"]),
    }
}

pub(in crate::render) fn search() -> SearchVolume {
    let entry = SearchEntry {
        number: number("2026-014"),
        received: Some(day("2026-11-02")),
        status: Word::new("in beroep"),
        kinds: words(&["tijdigheid", "wijze"]),
        causes: words(&["planning"]),
        text: Searchable::of(&[text("Advies kwam \"te laat\""), text("[indiener] belde.\nNiemand nam op.\n")]),
    };
    let bare = SearchEntry { received: None, kinds: words(&[]), text: Searchable::of([]), ..entry.clone() };
    SearchVolume { id: VolumeId { year: year("2026"), part: Some(2) }, complaints: vec![entry, bare] }
}
