//! Numbers as people say them, figures among them: telephone numbers (`nul zes, twaalf, vierendertig`), and citizen
//! service numbers behind the word for these. Input: the place of the nought, or of the word; output: the span.

use std::ops::Range;

use super::context::{is_blank, is_break, is_dash, is_reference, joined_before, word_at};

/// Numbers have so many digits.
const DIGITS: std::ops::RangeInclusive<usize> = 9..=13;

/// A mobile number has so many.
const MOBILE: usize = 10;

/// The telephone number that is said from `start` on.
pub(super) fn at(text: &str, start: usize) -> Option<Range<usize>> {
    if joined_before(text, start) || !word_at(text, start).text.starts_with(['n', 'N', '0']) {
        return None;
    }
    let number = Said::read(text, start);
    // `06 en dan 12345678`, `06 twaalf 34 56 78`
    let mobile = || text[start..].starts_with("06") && number.digits == MOBILE && number.words + number.links > 0;
    let told = DIGITS.contains(&number.digits) && (number.words > 1 || mobile());
    (told && !is_reference(text, start)).then_some(start..number.end)
}

/// The citizen service number that is said behind the word for it, which ends at `end`: `mijn bsn is een twee …`.
pub(super) fn service_number(text: &str, end: usize) -> Option<Range<usize>> {
    const LINKS: &[&str] = &["is", "nummer", "nr", "van", "mij", "dus"];
    const MOST_LINKS: usize = 3;
    const WORDS: std::ops::RangeInclusive<usize> = 4..=9;
    let mut start = skip_mark(text, end);
    for _ in 0..MOST_LINKS {
        let word = word_at(text, start);
        if !word.is_any(LINKS) {
            break;
        }
        start = skip_mark(text, word.end());
    }
    let number = Said::read(text, start);
    ((8..=9).contains(&number.digits) && WORDS.contains(&number.words)).then_some(start..number.end)
}

/// The byte behind a colon and blanks.
fn skip_mark(text: &str, at: usize) -> usize {
    skip(text, at + usize::from(text[at..].starts_with([':', '-'])))
}

/// Figures in words, read from one place on.
struct Said {
    end: usize,
    /// How many figures they are.
    digits: usize,
    /// How many of them stand in words.
    words: usize,
    /// How many words stand between them that are no figures.
    links: usize,
}

impl Said {
    fn read(text: &str, start: usize) -> Said {
        let (mut at, mut end, mut digits) = (start, start, 0);
        let (mut said, mut links) = (0, 0);
        while digits <= *DIGITS.end() {
            let mut word = word_at(text, at);
            let mut between = 0;
            // `nul zes streepje twaalf en dan vierendertig`
            for _ in 0..2 {
                if digits > 0 && word.is_any(&["streepje", "dan", "en", "komma"]) {
                    word = word_at(text, skip(text, word.end()));
                    between += 1;
                }
            }
            let Some(count) = digits_of(word.text) else { break };
            links += between;
            said += usize::from(!word.text.starts_with(|c: char| c.is_ascii_digit()));
            digits += count;
            end = word.end();
            at = skip(text, word.end());
        }
        Said { end, digits, words: said, links }
    }
}

/// How many digits a word says: `zes` one, `vierendertig` two, `12` two, `dubbel` one more for the word behind it.
fn digits_of(word: &str) -> Option<usize> {
    const ONE: &[&str] = &["nul", "een", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"];
    const TWO: &[&str] =
        &["tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien"];
    const TENS: &[&str] = &["twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"];
    if !word.is_empty() && word.len() <= 10 && word.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(word.len());
    }
    let lower = word.to_lowercase();
    let of_tens =
        || TENS.iter().any(|tens| lower.ends_with(tens) && is_unit_before_tens(&lower[..lower.len() - tens.len()]));
    match lower.as_str() {
        "" => None,
        "dubbel" => Some(1),
        // `nulzes`
        joined if joined.len() > 3 && joined.starts_with("nul") => digits_of(&joined[3..]).map(|count| count + 1),
        one if ONE.contains(&one) => Some(1),
        two if TWO.contains(&two) => Some(2),
        _ if of_tens() => Some(2),
        _ => None,
    }
}

/// What stands before the tens in `vierendertig`; nothing in `dertig`.
fn is_unit_before_tens(unit: &str) -> bool {
    const UNITS: &[&str] = &[
        "een", "eenen", "tweeën", "tweeen", "drieën", "drieen", "vieren", "vijfen", "zesen", "zevenen", "achten",
        "negenen",
    ];
    unit.is_empty() || UNITS.contains(&unit)
}

/// The byte behind the blanks and small marks between two words of a number.
fn skip(text: &str, at: usize) -> usize {
    const MOST: usize = 4;
    let between = |c: &char| is_blank(*c) || is_break(*c) || is_dash(*c) || matches!(c, ',' | '.' | '/');
    at + text[at..].chars().take(MOST).take_while(between).map(char::len_utf8).sum::<usize>()
}

#[cfg(test)]
mod tests {
    use super::super::PatternKind::{Bsn, Phone};
    use super::super::tests::{assert_found, assert_untouched};

    #[test]
    fn numbers_are_found_as_they_are_said() {
        for row in [
            "mijn telefoon is <nul een acht vier vijf vijf vijf een een een>. op de",
            "bel <nul zes twaalf vierendertig zesenvijftig achtenzeventig> even",
            "<Nul zes, een twee, drie vier, vijf zes, zeven acht>",
            "<06 twaalf vierendertig zesenvijftig achtenzeventig>",
            "<nul zes 12 34 56 78>",
            "<06 en dan 12345678>",
            "<06 twaalf 34 56 78>",
            "<nulzes twaalf vierendertig zesenvijftig achtenzeventig>",
            "<nul zes streepje een twee drie vier vijf zes zeven acht>",
            "<nul zes twaalf vierendertig en dan zesenvijftig achtenzeventig>",
            "<nul zes - dubbel een twee drie vier vijf zes zeven>",
            "<nul twintig vijf vijf vijf nul een twee drie>",
            "NUMMER <NUL ZES EEN TWEE DRIE VIER VIJF ZES ZEVEN ACHT>",
        ] {
            assert_found(Phone, row);
        }
    }

    #[test]
    fn a_service_number_is_found_behind_its_word() {
        for row in [
            "mijn bsn is <een twee drie vier vijf zes zeven acht twee>.",
            "BSN: <een, twee, drie, vier, vijf, zes, zeven, acht, twee>",
            "burgerservicenummer <twaalf vierendertig zesenvijftig zeven acht twee>",
        ] {
            assert_found(Bsn, row);
        }
        assert_untouched("mijn bsn is een van de twee nummers");
    }

    #[test]
    fn other_numbers_in_words_stay() {
        for row in [
            "nul op het rekest",
            "het werd nul nul",
            "nul komma vijf procent",
            "factuur nul een acht vier vijf vijf vijf een een een",
            "factuur nummer zes nul twee drie",
            "een twee drie vier vijf zes zeven acht negen tien",
            "nullijn en nulmeting 2026",
            "0 punten",
            "in 06 en 2026 kwamen er 12",
        ] {
            assert_untouched(row);
        }
    }
}
