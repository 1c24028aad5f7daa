//! Bank accounts: IBANs of every country by length and check digits, and older account numbers that are announced.
//! Input: the figures behind the two letters of the country; output: the span of the whole number.

use std::ops::Range;

use super::context::{
    announced, before, ends_with_ignoring_case, is_amount, is_blank, is_break, is_dash, joined_after, joined_before,
    tied_after, tied_before,
};
use super::figures::Figures;

/// The account number at these figures.
pub(super) fn at(text: &str, figures: &Figures) -> Option<Range<usize>> {
    international(text, figures.start()).or_else(|| national(text, figures))
}

/// Whether an account number that was found passes the test of its check digits, or is announced as one.
pub(super) fn is_certain(text: &str, found: &Range<usize>) -> bool {
    let signs = || text[found.clone()].bytes().filter(u8::is_ascii_alphanumeric).map(|byte| byte.to_ascii_uppercase());
    let mut account = [0; LONGEST];
    account.iter_mut().zip(signs()).for_each(|(own, sign)| *own = sign);
    let is_international = account[0].is_ascii_alphabetic();
    is_announced(text, found.start) || (is_international && is_proven(&account[..signs().count().min(LONGEST)]))
}

/// Longest IBAN of all countries.
const LONGEST: usize = 34;

/// Countries and the length of their IBANs (SWIFT registry).
const LENGTHS: &[(&[u8; 2], usize)] = &[
    (b"AD", 24),
    (b"AE", 23),
    (b"AL", 28),
    (b"AT", 20),
    (b"AZ", 28),
    (b"BA", 20),
    (b"BE", 16),
    (b"BG", 22),
    (b"BH", 22),
    (b"BI", 27),
    (b"BR", 29),
    (b"BY", 28),
    (b"CH", 21),
    (b"CR", 22),
    (b"CY", 28),
    (b"CZ", 24),
    (b"DE", 22),
    (b"DJ", 27),
    (b"DK", 18),
    (b"DO", 28),
    (b"EE", 20),
    (b"EG", 29),
    (b"ES", 24),
    (b"FI", 18),
    (b"FK", 18),
    (b"FO", 18),
    (b"FR", 27),
    (b"GB", 22),
    (b"GE", 22),
    (b"GI", 23),
    (b"GL", 18),
    (b"GR", 27),
    (b"GT", 28),
    (b"HN", 28),
    (b"HR", 21),
    (b"HU", 28),
    (b"IE", 22),
    (b"IL", 23),
    (b"IQ", 23),
    (b"IS", 26),
    (b"IT", 27),
    (b"JO", 30),
    (b"KW", 30),
    (b"KZ", 20),
    (b"LB", 28),
    (b"LC", 32),
    (b"LI", 21),
    (b"LT", 20),
    (b"LU", 20),
    (b"LV", 21),
    (b"LY", 25),
    (b"MC", 27),
    (b"MD", 24),
    (b"ME", 22),
    (b"MK", 19),
    (b"MN", 20),
    (b"MR", 27),
    (b"MT", 31),
    (b"MU", 30),
    (b"NI", 28),
    (b"NL", 18),
    (b"NO", 15),
    (b"OM", 23),
    (b"PK", 24),
    (b"PL", 28),
    (b"PS", 29),
    (b"PT", 25),
    (b"QA", 29),
    (b"RO", 24),
    (b"RS", 22),
    (b"RU", 33),
    (b"SA", 24),
    (b"SC", 31),
    (b"SD", 18),
    (b"SE", 24),
    (b"SI", 19),
    (b"SK", 24),
    (b"SM", 27),
    (b"SO", 23),
    (b"ST", 25),
    (b"SV", 28),
    (b"TL", 23),
    (b"TN", 24),
    (b"TR", 26),
    (b"UA", 29),
    (b"VA", 22),
    (b"VG", 24),
    (b"XK", 20),
    (b"YE", 30),
];

fn international(text: &str, check_digits: usize) -> Option<Range<usize>> {
    let country_end = match before(text, check_digits)? {
        c if c.is_ascii_alphabetic() => check_digits,
        c if is_blank(c) || is_dash(c) => check_digits - c.len_utf8(),
        _ => return None,
    };
    let start = country_end.checked_sub(2)?;
    let letters: &[u8; 2] = text.as_bytes()[start..country_end].first_chunk()?;
    let country = letters.map(|letter| letter.to_ascii_uppercase());
    let &(_, length) = LENGTHS.iter().find(|(code, _)| **code == country)?;
    let labelled = ends_with_ignoring_case(&text[..start], "iban");
    if joined_before(text, start) && !labelled {
        return None;
    }
    if country == *b"NL"
        && let Some(end) = dutch_end(text, start)
    {
        return Some(start..end);
    }
    let (account, end) = gather(text, start, length)?;
    let account = &account[..length];
    let figures = account.iter().filter(|byte| byte.is_ascii_digit()).count();
    let shaped = account[2..4].iter().all(u8::is_ascii_digit) && figures >= 8.min(length / 2);
    let is_dutch = || account.starts_with(b"NL") && account[4..8].iter().all(u8::is_ascii_alphabetic) && figures == 12;
    let unproven = || !joined_after(text, end) && (is_dutch() || is_announced(text, start));
    (shaped && (is_proven(account) || unproven())).then_some(start..end)
}

/// Where a Dutch account ends that starts at `start`: two figures, a bank of four letters, and figures, of which one
/// may be lacking, or a letter O. No other number is written like this, whatever its check digits.
fn dutch_end(text: &str, start: usize) -> Option<usize> {
    const FEWEST: usize = 16;
    const MOST: usize = 18;
    let (mut read, mut end, mut gap) = (0, start, 0);
    for (offset, c) in text[start..].char_indices() {
        let fits = match read {
            0 | 1 | 4..=7 => c.is_ascii_alphabetic(),
            2 | 3 => c.is_ascii_digit(),
            _ => c.is_ascii_digit() || matches!(c, 'O' | 'o') && gap == 0,
        };
        if fits && read < MOST {
            (read, gap, end) = (read + 1, 0, start + offset + c.len_utf8());
        } else if may_part(c) && gap < LONGEST_GAP {
            gap += 1;
        } else {
            break;
        }
    }
    ((FEWEST..=MOST).contains(&read) && !joined_after(text, end)).then_some(end)
}

/// More signs stand between the groups of no account.
const LONGEST_GAP: usize = 3;

/// Whether a sign may stand between the groups of an account.
fn may_part(c: char) -> bool {
    is_blank(c) || is_break(c) || is_dash(c) || matches!(c, '.' | '_' | '/' | ',')
}

/// The next `length` letters and figures in capitals, over small gaps, and where the last one ends.
fn gather(text: &str, start: usize, length: usize) -> Option<([u8; LONGEST], usize)> {
    let mut account = [0; LONGEST];
    let (mut filled, mut gap) = (0, 0);
    for (offset, c) in text[start..].char_indices() {
        if c.is_ascii_alphanumeric() {
            account[filled] = c.to_ascii_uppercase() as u8;
            (filled, gap) = (filled + 1, 0);
            if filled == length {
                return Some((account, start + offset + 1));
            }
        } else {
            gap += 1;
            if gap > LONGEST_GAP || !may_part(c) {
                return None;
            }
        }
    }
    None
}

/// ISO 7064, mod 97-10: the country and the check digits move to the end, letters count from ten.
fn is_proven(account: &[u8]) -> bool {
    let remainder = account[4..].iter().chain(&account[..4]).fold(0_u32, |sum, &byte| match byte {
        b'0'..=b'9' => (sum * 10 + u32::from(byte - b'0')) % 97,
        _ => (sum * 100 + u32::from(byte - b'A') + 10) % 97,
    });
    remainder == 1
}

/// An account number from before the IBAN, or one without its country, where the words before announce it.
fn national(text: &str, figures: &Figures) -> Option<Range<usize>> {
    let start = figures.start();
    let mut length = 0;
    let mut end = None;
    for group in figures.groups() {
        length += group.len();
        if (7..=12).contains(&length) && !tied_after(text, group.end) {
            end = Some(group.end);
        }
    }
    let end = end?;
    let accepted = !tied_before(text, start) && is_announced(text, start) && !is_amount(text, start, end);
    accepted.then_some(start..end)
}

fn is_announced(text: &str, start: usize) -> bool {
    const LINKS: &[&str] = &[
        "nummer", "nr", "is", "op", "naar", "mijn", "van", "het", "de", "ons", "bank", "ing", "abn", "rabo",
        "rabobank", "t", "n", "v",
    ];
    announced(text, start, LINKS, |word| {
        matches!(
            word,
            "iban" | "rek" | "giro" | "girorekening" | "gironummer" | "rekeningnr" | "bankrekening" | "spaarrekening"
        ) || word.ends_with("rekeningnummer")
            || word.ends_with("bankrekening")
    })
}

#[cfg(test)]
mod tests {
    use super::super::PatternKind::Iban;
    use super::super::tests::{assert_found, assert_untouched};

    #[test]
    fn accounts_of_every_country_and_spelling_are_found_whole() {
        let table = [
            "<NL91_ABNA_0417_1643_00>",
            "<NL91/ABNA/0417/1643/00>",
            "<NL91 ABNA 0417 1643 0> op",
            "<NL91ABNAO41716430O>",
            "<NL91ABNA0417164300>",
            "<NL91 ABNA 0417 1643 00>",
            "<nl91 abna 0417 1643 00>",
            "<NL91.ABNA.0417.1643.00>",
            "<NL 91 ABNA 0417164300>",
            "<NL91-ABNA-0417-1643-00>",
            "<BE68 5390 0754 7034>",
            "<DE89370400440532013000>",
            "<GB29 NWBK 6016 1331 9268 19>",
            "<FR14 2004 1010 0505 0001 3M02 606>",
            "<MT84MALT011000012345MTLCAST001S>",
            "<NO93 8601 1117 947>",
            "<NL91\u{a0}ABNA\u{a0}0417\u{a0}1643\u{a0}00>",
            "<NL91 ABNA\n0417 1643 00>",
            "IBAN:<NL91ABNA0417164300>",
            "<NL92ABNA0417164300>",
            "IBAN <DE88370400440532013000>",
            "rekeningnummer <41.71.64.300>",
            "giro <1234567>",
            "<NL91ABNA0417164300>, t.n.v.",
            "bankrekening: <417164300>",
            "<TR33 0006 1005 1978 6457 8413 26>",
            "<NL91 A BNA 0417 1643 00>",
        ];
        for row in table {
            assert_found(Iban, row);
        }
    }

    #[test]
    fn other_codes_stay() {
        for row in [
            "de 20 mensen die toen",
            "NL20",
            "artikel BE6853900754",
            "is 26 jaar en woont hier al sinds 12 jaar",
            "DE88370400440532013000",
            "een rekening van 1250 euro",
            "in 20 jaar tijd",
        ] {
            assert_untouched(row);
        }
    }
}
