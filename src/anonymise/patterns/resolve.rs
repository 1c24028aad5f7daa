//! Settles overlaps between hits: the kind of higher precedence keeps its place, and of the other only what sticks
//! out remains, so that nothing that one recogniser would hide is left readable by another.

use super::{Hit, PatternKind};

/// Sorts `hits` and makes them disjoint.
pub(super) fn resolve(text: &str, hits: &mut Vec<Hit>) {
    hits.sort_by_key(|hit| (hit.range.start, hit.kind));
    if hits.windows(2).all(|pair| pair[0].range.end <= pair[1].range.start) {
        return;
    }
    let mut settled: Vec<Hit> = Vec::with_capacity(hits.len());
    let mut kinds: Vec<PatternKind> = hits.iter().map(|hit| hit.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    for kind in kinds {
        settled = lay_beside(text, settled, hits.iter().filter(|hit| hit.kind == kind));
    }
    *hits = settled;
}

/// Adds `weaker` (sorted by start) to `settled` (sorted, disjoint), wherever that leaves room.
fn lay_beside<'h>(text: &str, settled: Vec<Hit>, weaker: impl Iterator<Item = &'h Hit>) -> Vec<Hit> {
    let mut merged = Vec::with_capacity(settled.len());
    let mut stronger = settled.into_iter().peekable();
    let mut covered = 0;
    for hit in weaker {
        let mut start = hit.range.start.max(covered);
        while let Some(next) = stronger.next_if(|next| next.range.start < hit.range.end) {
            push_remainder(text, &mut merged, start..next.range.start, hit.kind);
            start = start.max(next.range.end);
            merged.push(next);
        }
        push_remainder(text, &mut merged, start..hit.range.end, hit.kind);
        covered = start.max(hit.range.end);
    }
    merged.extend(stronger);
    merged
}

/// Keeps a remainder without its outer punctuation, if anything else is left.
fn push_remainder(text: &str, merged: &mut Vec<Hit>, range: std::ops::Range<usize>, kind: PatternKind) {
    if range.start >= range.end {
        return;
    }
    let inner = text[range.clone()].trim_start_matches(|c: char| c.is_whitespace() || c == ',');
    let start = range.end - inner.len();
    let inner = inner.trim_end_matches(|c: char| c.is_whitespace() || c == ',');
    if inner.contains(char::is_alphanumeric) {
        merged.push(Hit { range: start..start + inner.len(), kind });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use PatternKind::{Address, Email, Handle, Phone, Url};

    #[test]
    fn the_stronger_kind_keeps_its_place_and_the_rest_stays_hidden() {
        let text = "abcdefghij abcdefghij";
        type Rows = &'static [(usize, usize, PatternKind)];
        let cases: [(Rows, Rows); 5] = [
            (&[(0, 5, Url), (2, 9, Email)], &[(0, 2, Url), (2, 9, Email)]),
            (&[(0, 9, Url), (2, 5, Email)], &[(0, 2, Url), (2, 5, Email), (5, 9, Url)]),
            (&[(2, 5, Handle), (0, 9, Email)], &[(0, 9, Email)]),
            (&[(0, 9, Email), (10, 12, Phone), (8, 11, Url)], &[(0, 9, Email), (9, 10, Url), (11, 12, Phone)]),
            (&[(0, 8, Address), (4, 12, Address)], &[(0, 8, Address), (8, 12, Address)]),
        ];
        for (given, wanted) in cases {
            let build = |rows: Rows| -> Vec<Hit> {
                rows.iter().map(|&(start, end, kind)| Hit { range: start..end, kind }).collect()
            };
            let mut hits = build(given);
            resolve(text, &mut hits);
            assert_eq!(hits, build(wanted), "{given:?}");
        }
    }
}
