//! Dialling plans: how many digits a number has behind its area code or country code, and how sure it is that digits
//! in these groups are one. Input: the digits; output: how certain.

use super::Opening;
use crate::anonymise::patterns::figures::{Digits, Gap, Group};

pub(super) fn is_service(text: &str, groups: &[Group], opening: &Opening) -> bool {
    const CODES: [&str; 5] = ["0800", "0900", "0906", "0909", "00800"];
    if opening.plus {
        let mut digits = Digits::default();
        groups.iter().take(3).all(|group| digits.push(group.of(text)));
        return digits.ascii().starts_with(b"31800") || digits.ascii().starts_with(b"31900");
    }
    let first = groups[0].of(text);
    CODES.iter().any(|code| first.starts_with(code))
        || matches!(first, "14" | "116") && groups.get(1).is_some_and(|g| g.len() < 5)
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Certainty {
    /// Nothing else is written like this.
    Sure,
    /// Unless the words before announce another kind of number.
    Likely,
    /// Only where the words before announce a telephone number.
    Announced,
}

/// Whether these digits, grouped like this, are a complete number.
pub(super) fn plan(digits: &[u8], opening: &Opening, text: &str, groups: &[Group]) -> Option<Certainty> {
    use Certainty::{Announced, Likely, Sure};
    let (first, alone) = (groups[0].of(text), groups.len() == 1);
    match digits {
        _ if opening.plus => fits_abroad(digits, true).then_some(Sure),
        [b'0', b'0', rest @ ..] => fits_abroad(rest, false).then_some(if alone { Likely } else { Sure }),
        [b'0', b'6', ..] if first == "0" && !groups[1].gap.has(Gap::SPACE) => None,
        [b'0', b'6', ..] => match digits.len() {
            10 if alone && !opening.letter || has_year(text, groups) => Some(Likely),
            10 => Some(Sure),
            9 | 11 if groups.len() == 2 && first == "06" => Some(Likely),
            9 if first.len() == 3 => Some(Likely),
            9 | 11 => Some(Announced),
            _ => None,
        },
        [b'3', b'1', b'6', ..] | [b'3', b'2', b'4', ..] => {
            (digits.len() == 11 && (alone || first.len() == 2)).then_some(Likely)
        }
        [b'0', b'1'..=b'9', third, ..] => match (digits.len(), first.len()) {
            (10, 3 | 4 | 10) if digits[1] != b'8' || b"24578".contains(third) => Some(Likely),
            // A blank behind the nought, or a figure too many behind the area code in brackets.
            (10, 1) if groups.len() > 2 && groups[1].len() <= 3 && groups[1].gap == Gap::SPACE => Some(Likely),
            (9 | 11, 3 | 4) if text[opening.start..].starts_with('(') => Some(Likely),
            // A figure too many, in what is grouped as nothing else is.
            (11, 3 | 4) if groups.len() > 2 || groups[1].gap.has(Gap::DASH) => Some(Likely),
            (9, 2) if b"2349".contains(&digits[1]) => Some(Likely),
            (9, 3) => Some(Likely),
            (9 | 10, _) => Some(Announced),
            _ => None,
        },
        _ => None,
    }
}

/// Whether the second group is a year with a dash on either side, as in `zaak 06-2026-1234`.
fn has_year(text: &str, groups: &[Group]) -> bool {
    let is_year = |group: &Group| group.len() == 4 && matches!(&group.of(text)[..2], "19" | "20");
    matches!(groups, [_, second, third] if is_year(second) && [second, third].iter().all(|group| group.gap == Gap::DASH))
}

/// Country codes with the least and most digits of a number behind them. Belgium and the Netherlands are exact, so
/// that no figures behind the number are taken for a part of it.
const COUNTRIES: [(&str, usize, usize); 40] = [
    ("1", 10, 10),
    ("20", 8, 10),
    ("27", 9, 9),
    ("211", 9, 9),
    ("212", 9, 9),
    ("213", 8, 9),
    ("216", 8, 8),
    ("252", 7, 9),
    ("291", 7, 7),
    ("297", 7, 7),
    ("30", 10, 10),
    ("31", 9, 9),
    ("32", 8, 9),
    ("33", 9, 9),
    ("34", 9, 9),
    ("351", 9, 9),
    ("352", 6, 9),
    ("353", 7, 9),
    ("36", 8, 9),
    ("380", 9, 9),
    ("385", 8, 9),
    ("39", 8, 11),
    ("40", 9, 9),
    ("41", 9, 9),
    ("420", 9, 9),
    ("43", 7, 12),
    ("44", 9, 10),
    ("45", 8, 8),
    ("46", 7, 10),
    ("47", 8, 8),
    ("48", 9, 9),
    ("49", 7, 11),
    ("597", 6, 7),
    ("599", 7, 8),
    ("62", 8, 12),
    ("86", 10, 11),
    ("90", 10, 10),
    ("91", 10, 10),
    ("963", 8, 9),
    ("98", 10, 10),
];

/// Whether these digits are a country code and a number; a nought after the code, as in +31 (0)6, may stand.
fn fits_abroad(digits: &[u8], any_country: bool) -> bool {
    match COUNTRIES.iter().find(|(code, ..)| digits.starts_with(code.as_bytes())) {
        Some((code, least, most)) => {
            let rest = &digits[code.len()..];
            let nought = usize::from(rest.first() == Some(&b'0'));
            (*least..=*most).contains(&(rest.len() - nought))
        }
        None => any_country && digits[0] != b'0' && (8..=15).contains(&digits.len()),
    }
}
