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
    for part in parts.filter(|part| may_hold_a_number(part.of(text))) {
        patterns::find(part.of(text), &mut hits);
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

/// Whether a text has eight digits with no more than spaces and full stops between them, or letters
/// with two digits as an account number begins. The search itself costs far more than this glance.
fn may_hold_a_number(text: &str) -> bool {
    let mut digits = 0;
    let mut letters = 0;
    for byte in text.bytes() {
        match byte {
            b'0'..=b'9' => {
                digits += 1;
                if digits >= 8 || (letters >= 2 && digits >= 2) {
                    return true;
                }
            }
            b' ' | b'.' | b'-' | b'\n' | 0xa0 | 0xc2 => {
                if digits == 0 {
                    letters = 0;
                }
            }
            letter => {
                letters = if digits == 0 && letter.is_ascii_alphabetic() { letters + 1 } else { 0 };
                digits = 0;
            }
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_glance_passes_over_no_number() {
        for (text, expected) in [
            ("BSN 123456782.", true),
            ("123.456.782", true),
            ("1234 56 782", true),
            ("nl91 abna 0417 1643 00", true),
            ("NL91ABNA0417164300", true),
            ("in 2026 betaalde ik 250 euro", false),
            ("cao artikel 12 lid 3", false),
        ] {
            assert_eq!(may_hold_a_number(text), expected, "{text}");
        }
    }
}
