//! The register page by page. In: the lines of all complaints in order of number. Out: the table of the front page,
//! the pages of older volumes, and what the script searches of each.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Composer;
use crate::views::{
    AllReadBy, Extent, Filters, OPEN_FROM_BEFORE, ROWS_ON_A_PAGE, RegisterPage, RegisterRow, RegisterTable,
    SearchEntry, SearchVolume, Status, Volume, VolumeId, Word, Year,
};

/// The volumes of a register, the oldest first.
pub(super) struct Volumes {
    /// Each with the places of its complaints in the order of numbers.
    all: Vec<(VolumeId, Range<usize>)>,
    /// The first of those on the front page.
    first_on_front: usize,
}

impl Volumes {
    /// Divides a register into years, and a year with more than `limit` complaints into parts. On the front page stand
    /// the newest that fit there as a whole. `years` are those of the complaints, in order of number.
    fn divide(years: &[Year], limit: usize) -> Self {
        let mut all = Vec::new();
        let mut start = 0;
        for same in years.chunk_by(Year::eq) {
            let has_parts = same.len() > limit;
            for (part, complaints) in same.chunks(limit).enumerate() {
                let end = start + complaints.len();
                all.push((VolumeId { year: same[0], part: has_parts.then_some(part + 1) }, start..end));
                start = end;
            }
        }
        let fits = |(_, places): &&(VolumeId, Range<usize>)| years.len() - places.start <= limit;
        let first_on_front = all.len() - all.iter().rev().take_while(fits).count();
        Self { all, first_on_front }
    }

    /// Those in this table and the others, each the newest first.
    fn around(&self, is_here: impl Fn(usize) -> bool) -> (Vec<VolumeId>, Vec<Volume>) {
        let (mut here, mut elsewhere) = (Vec::new(), Vec::new());
        for (at, (id, places)) in self.all.iter().enumerate().rev() {
            if is_here(at) {
                here.push(*id);
            } else {
                let on_front = at >= self.first_on_front;
                elsewhere.push(Volume { id: *id, name: id.name(), count: places.len(), on_front });
            }
        }
        (here, elsewhere)
    }

    /// What the script searches of each volume; `entries` in order of number.
    pub(super) fn search(&self, entries: Vec<SearchEntry>) -> Vec<SearchVolume> {
        let mut entries = entries.into_iter();
        let of = |(id, places): &(VolumeId, Range<usize>)| SearchVolume {
            id: *id,
            complaints: entries.by_ref().take(places.len()).collect(),
        };
        self.all.iter().map(of).collect()
    }
}

impl Composer<'_> {
    pub(super) fn volumes(&self) -> Volumes {
        let years: Vec<Year> = self.rows.iter().map(|row| Year::from(&row.number)).collect();
        Volumes::divide(&years, ROWS_ON_A_PAGE)
    }

    /// The table of the front page, and the pages of the volumes that are not on it; `lines` in order of number.
    pub(super) fn tables(&self, volumes: &Volumes, mut lines: Vec<RegisterRow>) -> (RegisterTable, Vec<RegisterPage>) {
        let filters = self.filters();
        let table = |extent, mut rows: Vec<RegisterRow>, (here, elsewhere)| {
            rows.reverse();
            let read_by = AllReadBy::of(rows.iter().map(|row| row.read_by));
            let filters = filters.clone();
            RegisterTable { extent, rows, total: self.rows.len(), filters, here, elsewhere, read_by }
        };
        let older = &volumes.all[..volumes.first_on_front];
        let front_start = older.last().map_or(0, |(_, places)| places.end);
        let newest = lines.split_off(front_start);
        let open: Vec<_> = lines.iter().zip(self.rows).filter(|(_, row)| row.status.is_open()).collect();
        let shown = &open[open.len().saturating_sub(OPEN_FROM_BEFORE)..];
        let extent = match shown.len() {
            _ if older.is_empty() => Extent::All,
            shown if shown < open.len() => Extent::NewestWithSomeOpen,
            _ => Extent::Newest,
        };
        let front = shown.iter().map(|(line, _)| (*line).clone()).chain(newest).collect();
        let front = table(extent, front, volumes.around(|at| at >= volumes.first_on_front));
        let mut lines = lines.into_iter();
        let page = |(at, (id, places)): (usize, &(VolumeId, Range<usize>))| {
            let rows = lines.by_ref().take(places.len()).collect();
            RegisterPage {
                id: *id,
                name: id.name(),
                table: table(Extent::Volume(*id), rows, volumes.around(|other| other == at)),
            }
        };
        (front, older.iter().enumerate().map(page).collect())
    }

    /// The choices that occur among the complaints.
    fn filters(&self) -> Filters {
        let protocol = self.protocol();
        let years: BTreeSet<Year> = self.rows.iter().map(|row| Year::from(&row.number)).collect();
        let statuses: BTreeSet<Status> = self.rows.iter().map(|row| row.status.into()).collect();
        let kinds: BTreeSet<_> = self.rows.iter().flat_map(|row| &row.kinds).collect();
        let causes: BTreeSet<_> = self.rows.iter().flat_map(|row| &row.causes).collect();
        Filters {
            years: years.into_iter().rev().collect(),
            statuses: statuses.into_iter().map(|status| Word::new(status.word())).collect(),
            kinds: kinds.into_iter().map(|kind| Word::new(protocol.kinds[kind.0].as_str())).collect(),
            causes: causes.into_iter().map(|cause| Word::new(protocol.causes[cause.0].as_str())).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::complaint::Number;

    fn years(counts: &[(&str, usize)]) -> Vec<Year> {
        let year = |year: &str| Year::from(&Number::parse(&format!("{year}-001")).expect("a number"));
        counts.iter().flat_map(|(name, count)| std::iter::repeat_n(year(name), *count)).collect()
    }

    /// The volumes with the number of their complaints, those on the front page behind the bar.
    fn divided(counts: &[(&str, usize)], limit: usize) -> String {
        let volumes = Volumes::divide(&years(counts), limit);
        let mut words = Vec::new();
        for (at, (id, places)) in volumes.all.iter().enumerate() {
            if at == volumes.first_on_front {
                words.push("|".to_owned());
            }
            words.push(format!("{id}:{}", places.len()));
        }
        words.join(" ")
    }

    #[test]
    fn a_register_is_divided_into_years_and_no_page_holds_more_than_the_limit() {
        for (counts, expected) in [
            (&[][..], ""),
            (&[("2025", 4), ("2026", 6)], "| 2025:4 2026:6"),
            (&[("2025", 5), ("2026", 6)], "2025:5 | 2026:6"),
            (&[("2023", 1), ("2024", 9), ("2025", 1), ("2026", 1)], "2023:1 2024:9 | 2025:1 2026:1"),
            (&[("2025", 3), ("2026", 23)], "2025:3 2026-1:10 2026-2:10 | 2026-3:3"),
            (&[("2026", 20)], "2026-1:10 | 2026-2:10"),
            (&[("2025", 12), ("2026", 5)], "2025-1:10 | 2025-2:2 2026:5"),
        ] {
            assert_eq!(divided(counts, 10), expected, "{counts:?}");
        }
    }

    #[test]
    fn every_complaint_stands_in_one_volume_and_every_volume_is_here_or_elsewhere() {
        let volumes = Volumes::divide(&years(&[("2023", 7), ("2024", 25), ("2026", 4)]), 10);
        let places: Vec<usize> = volumes.all.iter().flat_map(|(_, places)| places.clone()).collect();
        assert_eq!(places, (0..36).collect::<Vec<_>>());
        let (here, elsewhere) = volumes.around(|at| at == 1);
        assert_eq!(here.iter().map(VolumeId::to_string).collect::<Vec<_>>(), ["2024-1"]);
        let elsewhere: Vec<_> = elsewhere.iter().map(|volume| (volume.id.to_string(), volume.on_front)).collect();
        let expected = [("2026", true), ("2024-3", true), ("2024-2", false), ("2023", false)];
        assert_eq!(elsewhere, expected.map(|(id, on_front)| (id.to_owned(), on_front)));
    }
}
