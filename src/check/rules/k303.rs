//! K303: a citizen service number (BSN) or an account number (IBAN): more than the register needs.

use crate::anonymise::patterns::{self, Hit, PatternKind};
use crate::check::{Case, Check, Draft, Rule};
use crate::finding::Code;
use crate::source::Span;

pub(super) const RULE: Rule =
    Rule { code: Code::new(303), name: "too-much-data", page: include_str!("k303.md"), check: Check::Record(check) };

fn check(case: &Case<'_>, drafts: &mut Vec<Draft>) {
    let complaint = case.complaint();
    let text = case.record.file.text();
    let measures = complaint.measures.given().filter_map(|measure| measure.what.placed());
    let reasons = complaint.overruns.given().filter_map(|overrun| overrun.reason.placed());
    let single = [&complaint.subject, &complaint.complainant.address, &complaint.complainant.organisation];
    let values = single.into_iter().filter_map(|field| field.placed()).chain(measures).chain(reasons);
    let parts = values.map(|(_, at)| at).chain([complaint.halves.body]);
    let mut hits = Vec::new();
    for part in parts {
        patterns::find_needless(part.of(text), &mut hits);
        drafts.extend(hits.iter().filter_map(|hit| finding(hit, part)));
    }
}

fn finding(hit: &Hit, part: Span) -> Option<Draft> {
    let (what, help) = match hit.kind {
        PatternKind::Bsn => {
            ("een burgerservicenummer", "haal het weg: voor een klacht mag het bureau het niet vastleggen")
        }
        PatternKind::Iban => {
            ("een rekeningnummer", "haal het weg: voor de behandeling van een klacht is het niet nodig")
        }
        _ => return None,
    };
    let at = Span::new(hit.range.start, hit.range.end).shifted(part.start);
    Some(Draft::warning(at, format!("hier staat {what}: meer dan het klachtenregister nodig heeft")).help(help))
}
