//! Resolution. In: everything that was found in a text, in any order. Out: sorted, disjoint spans, with
//! nothing that was found left outside them.

use std::ops::Range;

use super::mask::{Kind, Meaning};
use super::patterns::PatternKind;

/// Something found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// Who or what stands there.
    pub meaning: Meaning,
    /// What tells so.
    pub evidence: Evidence,
}

/// The tiers of evidence, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Evidence {
    /// The fields of the record, or the staff list.
    Record,
    /// The fields of another record.
    Register,
    /// The form of the datum itself.
    Pattern,
    /// Lists of names have it, and nothing around it speaks against it.
    Listed,
    /// What stands around it, and how it is written.
    Context,
    /// It is the name of someone who was found elsewhere in the text.
    Spread,
}

impl Evidence {
    /// Whether signs alone tell it, and no field and no form.
    #[must_use]
    pub fn is_sign(self) -> bool {
        self >= Self::Listed
    }

    /// The word for it in JSON (`by`).
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Record => "record",
            Self::Register => "register",
            Self::Pattern => "pattern",
            Self::Listed => "names",
            Self::Context => "context",
            Self::Spread => "spread",
        }
    }
}

/// What a pattern means.
#[must_use]
pub fn meaning_of(kind: PatternKind) -> Meaning {
    Meaning::Thing(match kind {
        PatternKind::Email => Kind::Email,
        PatternKind::Url => Kind::Url,
        PatternKind::Iban => Kind::Iban,
        PatternKind::Birthdate => Kind::BirthDate,
        PatternKind::Phone => Kind::Phone,
        PatternKind::Bsn => Kind::Bsn,
        PatternKind::Plate => Kind::Plate,
        PatternKind::Postcode => Kind::Postcode,
        PatternKind::Address => Kind::Address,
        PatternKind::Handle => Kind::Handle,
    })
}

/// Sorts hits and makes them disjoint. What lies within a longer hit is part of it (a surname in an
/// e-mail address); of two that overlap the surer keeps all of its bytes, and the other what is left.
/// Of two over the same bytes the surer remains.
pub fn resolve(text: &str, hits: &mut Vec<Hit>) {
    hits.sort_by_key(|hit| (hit.range.start, std::cmp::Reverse(hit.range.end), hit.evidence));
    if hits.windows(2).all(|pair| pair[0].range.end <= pair[1].range.start) {
        return;
    }
    let mut kept: Vec<Hit> = Vec::with_capacity(hits.len());
    for mut hit in hits.drain(..) {
        let Some(last) = kept.last_mut().filter(|last| hit.range.start < last.range.end) else {
            kept.push(hit);
            continue;
        };
        if hit.range.end <= last.range.end {
            continue;
        }
        // What stands before it went to a hit before the last one.
        hit.range.start = hit.range.start.max(last.range.start);
        if last.evidence <= hit.evidence {
            hit.range.start = last.range.end;
        } else {
            last.range.end = hit.range.start;
            if last.range.is_empty() {
                kept.pop();
            }
        }
        if text[hit.range.clone()].contains(char::is_alphanumeric) {
            kept.push(hit);
        }
    }
    *hits = kept;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hit(range: Range<usize>, kind: Kind, evidence: Evidence) -> Hit {
        Hit { range, meaning: Meaning::Thing(kind), evidence }
    }

    #[test]
    fn overlaps_leave_nothing_unmasked() {
        use Evidence::{Pattern, Record};
        for (hits, expected) in [
            (vec![hit(2..6, Kind::Person, Record), hit(0..9, Kind::Email, Pattern)], vec![(0..9, Kind::Email)]),
            (
                vec![hit(0..5, Kind::Address, Pattern), hit(3..8, Kind::Term, Record)],
                vec![(0..3, Kind::Address), (3..8, Kind::Term)],
            ),
            (
                vec![hit(0..5, Kind::Term, Record), hit(3..8, Kind::Address, Pattern)],
                vec![(0..5, Kind::Term), (5..8, Kind::Address)],
            ),
            (
                vec![hit(0..5, Kind::Term, Record), hit(3..8, Kind::Url, Pattern), hit(4..9, Kind::Person, Record)],
                vec![(0..5, Kind::Term), (5..9, Kind::Person)],
            ),
            (vec![hit(0..5, Kind::Phone, Pattern), hit(0..5, Kind::Term, Record)], vec![(0..5, Kind::Term)]),
        ] {
            let mut resolved = hits;
            resolve("abcdefghijkl", &mut resolved);
            let shown: Vec<_> = resolved.iter().map(|hit| (hit.range.clone(), hit.meaning.kind())).collect();
            assert_eq!(shown, expected);
        }
    }
}
