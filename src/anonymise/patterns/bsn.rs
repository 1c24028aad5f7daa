//! Citizen service numbers (burgerservicenummer): eight or nine figures that pass the eleven test, or that are
//! announced as such. Input: figures; output: their span.

use std::ops::Range;

use super::context::{
    announced, before, is_amount, is_blank, is_reference, skip_space, tied_after, tied_before, word_at, words_before,
};
use super::figures::{Digits, Figures, Gap, Group};

/// The citizen service number in these figures.
pub(super) fn at(text: &str, figures: &Figures) -> Option<Range<usize>> {
    let groups = figures.groups();
    let start = figures.start();
    const FEWEST: usize = 8;
    let digits: usize = groups.iter().map(Group::len).sum();
    if digits < FEWEST || groups.first()?.len() > 10 || tied_before(text, start) && !is_assigned(text, start) {
        return None;
    }
    let mut digits = Digits::default();
    let mut found = None;
    for (last, group) in groups.iter().enumerate() {
        digits.push(group.of(text));
        if digits.ascii().len() > 10 {
            break;
        }
        if !tied_after(text, group.end) && digits.ascii().len() >= FEWEST {
            found = Some((last, digits));
        }
        if digits.ascii().len() == 9 {
            break;
        }
    }
    let (last, digits) = found?;
    let range = start..groups[last].end;
    if is_announced(text, start) || is_named_behind(text, range.end) {
        return Some(range);
    }
    let stands_alone = !is_longer(text, groups, last)
        && !is_amount(text, start, range.end)
        && (!is_reference(text, start) || is_told(text, start));
    (is_shaped(&groups[..=last]) && is_proven(digits.ascii()) && !is_day(digits.ascii()) && stands_alone)
        .then_some(range)
}

/// `BSN=123456782`
fn is_assigned(text: &str, start: usize) -> bool {
    text[..start].ends_with('=') && words_before(text, start).next().is_some_and(|word| is_cue(word.text))
}

/// Whether the b at `at` may begin a word for such a number; most letters end here.
pub(super) fn may_be_cue(bytes: &[u8], at: usize) -> bool {
    let begins = |word: &[u8]| bytes.get(at..at + word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word));
    begins(b"bsn") || begins(b"burgers")
}

/// Whether a word is one for such a number.
pub(super) fn is_cue(word: &str) -> bool {
    ["bsn", "bsnnummer", "burgerservicenummer"].iter().any(|cue| word.eq_ignore_ascii_case(cue))
}

/// The eleven test: weights nine to two, and minus one for the last figure.
fn is_proven(digits: &[u8]) -> bool {
    let Some((last, head)) = digits.split_last() else { return false };
    let value = |byte: &u8| i32::from(byte - b'0');
    let sum: i32 = head.iter().rev().zip(2..).map(|(byte, weight)| value(byte) * weight).sum();
    // The least of them has eight figures, and a nought before these at most.
    let long = if digits.len() == 9 { !digits.starts_with(b"00") } else { digits.len() == 8 && digits[0] != b'0' };
    long && sum > 0 && (sum - value(last)) % 11 == 0
}

/// How people group these numbers; any other grouping is another number.
fn is_shaped(groups: &[Group]) -> bool {
    const SHAPES: &[&[usize]] = &[
        &[9],
        &[8],
        &[3, 3, 3],
        &[4, 2, 3],
        &[2, 3, 3],
        &[4, 3, 2],
        &[2, 2, 2, 3],
        &[2, 3, 4],
        &[3, 2, 4],
        &[3, 2, 3],
    ];
    let same_gap = groups.windows(2).skip(1).all(|pair| pair[0].gap == pair[1].gap);
    let usual = groups.iter().all(|group| !group.gap.has(Gap::SLASH) && !group.gap.has(Gap::BRACKET));
    usual && same_gap && SHAPES.iter().any(|shape| shape.iter().copied().eq(groups.iter().map(Group::len)))
}

/// Whether grouped figures are a stretch of a longer number.
fn is_longer(text: &str, groups: &[Group], last: usize) -> bool {
    let grouped = last > 0;
    let goes_on = groups.get(last + 1).is_some_and(|next| next.gap == groups[last].gap);
    let head = text[..groups[0].start].trim_end_matches(is_blank);
    grouped && (goes_on || before(text, head.len()).is_some_and(|c| c.is_ascii_digit()))
}

/// Whether eight figures read as a day: 20261103 or 03112026.
fn is_day(digits: &[u8]) -> bool {
    let number = |range: Range<usize>| digits[range].iter().fold(0, |sum, byte| sum * 10 + u32::from(byte - b'0'));
    let day = |year, month, day| (1900..=2099).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    digits.len() == 8
        && (day(number(0..4), number(4..6), number(6..8)) || day(number(4..8), number(2..4), number(0..2)))
}

/// Whether the sentence is about such a number: `het burgerservicenummer stond op de factuur (123456782)`.
fn is_told(text: &str, start: usize) -> bool {
    let told = |word: &str| word.eq_ignore_ascii_case("bsn") || word.to_ascii_lowercase().starts_with("burgerservice");
    words_before(text, start).any(|word| told(word.text))
}

/// Whether the words behind the number say what it is: `123456782 als BSN`, `123456782 (bsn)`.
fn is_named_behind(text: &str, end: usize) -> bool {
    const LINKS: &[&str] = &["als", "is", "mijn", "het", "een", "dat", "zijn", "haar"];
    let mut at = skip_mark(text, end);
    for _ in 0..3 {
        let word = word_at(text, at);
        if word.is_any(&["bsn", "burgerservicenummer", "sofinummer"]) {
            return true;
        }
        if !word.is_any(LINKS) {
            return false;
        }
        at = skip_mark(text, word.end());
    }
    false
}

fn skip_mark(text: &str, at: usize) -> usize {
    let start = skip_space(text, at, 1);
    start + usize::from(text[start..].starts_with(['(', ',']))
}

fn is_announced(text: &str, start: usize) -> bool {
    const LINKS: &[&str] = &["nummer", "nr", "is", "mijn", "van", "het", "zijn", "haar", "was", "dus", "service"];
    announced(text, start, LINKS, |word| {
        word == "bsn"
            || word == "burger"
            || word.starts_with("bsnn")
            || word.starts_with("burgerservice")
            || word.starts_with("sofi")
    })
}

#[cfg(test)]
mod tests {
    use super::super::PatternKind::Bsn;
    use super::super::tests::{assert_found, assert_untouched};
    use super::is_proven;

    #[test]
    fn numbers_that_pass_the_eleven_test_are_found() {
        let table = [
            "<123456782>",
            "<123.456.782>",
            "<1234.56.782>",
            "op de brief staat <1234 56789> als BSN",
            "<123456789> (bsn)",
            "<12345\u{200b}6782>",
            "<123 456 782>",
            "<123-456-782>",
            "<12345672>",
            "(<111222333>)",
            "<123\u{a0}456\u{a0}782>.",
            "Mijn nummer is <123456782>, groet",
            "BSN: <123456789>",
            "bsn-nummer <12.34.56.789>",
            "burgerservicenummer <1234 5678>",
            "sofinummer is <123456781>",
            "burgerservicenummer stond volledig op de factuur (<123456782>), moet weg. Zie factuur 111222333.",
            "BSN <1234.56.782>",
            "bsn: <123-456-782>",
            "BSN (<123456782>)",
            "bsn is <123 45 6782>",
            "B.S.N. <123456782>",
            "mijn bsn <123456782>, geboren",
            "burgerservicenr <123456782>",
            "sofi-nummer <123456782>",
            "Burgerservicenummer:\n<123456782>",
            "BSN <12 34 56 782>",
            "het bsn van mijn zoon: <111222333>",
            "BSN:<123456782>",
            "BSN = <123456782>",
            "bsn=<123456782>",
            "burger service nummer <123456789>",
        ];
        for row in table {
            assert_found(Bsn, row);
        }
    }

    #[test]
    fn other_figures_stay() {
        let table = [
            "123456789",
            "pas 00049281",
            "order 123456782",
            "de facturen 123456782, 111222333 en 123456782",
            "factuurnummer: 123456782",
            "kenmerk 123.456.782",
            "klantnummer 123456782",
            "€ 123.456.782",
            "123.456.782 euro",
            "K123456782",
            "2026-123456782",
            "123456782-3",
            "000000000",
            "1 123 456 782",
            "123 456 782 000",
            "20260316",
            "dossier nr. 123456782",
            "IBAN-nummer volgt, ordernr. 123456782",
            "ticketnummer 123456782",
            "€123456782,00",
            "tracking 123456782",
            "zaak 123456782",
            "123456782 euro",
            "polis 123.456.782",
            "v123456782",
            "lidnummer 123456782",
            "debiteur 123456782",
            "#123456782",
        ];
        for row in table {
            assert_untouched(row);
        }
    }

    #[test]
    fn one_wrong_figure_fails_the_test() {
        assert!(is_proven(b"123456782") && is_proven(b"12345672"));
        for place in 0..8 {
            let mut digits = *b"123456782";
            digits[place] = if digits[place] == b'9' { b'0' } else { digits[place] + 1 };
            assert!(!is_proven(&digits), "{place}");
        }
    }
}
