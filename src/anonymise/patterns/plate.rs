//! Licence plates: every Dutch series and the Belgian one. Input: the place of a digit; output: the span of the
//! plate. With dashes the form is enough; with blanks it must stand in capitals; without either it must be announced.

mod announced;

use std::ops::Range;

use self::announced::{is_bill, is_on_the_road, is_plate_announced, is_vehicle_announced};
use super::context::{before, is_blank, is_dash, is_month, is_reference, joined_after, joined_before, word_at};
use super::tables::{PAIRS, UNIT_PAIRS};

/// The Dutch series and the Belgian one of seven, letters as L and figures as 9.
const SERIES: [[&str; 3]; 15] = [
    ["LL", "99", "99"],
    ["99", "99", "LL"],
    ["99", "LL", "99"],
    ["LL", "99", "LL"],
    ["LL", "LL", "99"],
    ["99", "LL", "LL"],
    ["99", "LLL", "9"],
    ["9", "LLL", "99"],
    ["LL", "999", "L"],
    ["L", "999", "LL"],
    ["LLL", "99", "L"],
    ["L", "99", "LLL"],
    ["9", "LL", "999"],
    ["999", "LL", "9"],
    ["9", "LLL", "999"],
];

/// A mark with a blank on either side.
const LONGEST_MARK: usize = 3;

/// Longest group of any plate.
const LONGEST_GROUP: usize = 4;

/// The plate of which the figures at `digit` are the first.
pub(super) fn at(text: &str, digit: usize) -> Option<Range<usize>> {
    let starts = starts(text, digit);
    let furthest_first = || starts.iter().rev().flatten().copied();
    let plates =
        || furthest_first().filter_map(|start| Plate::read(text, start)).filter(|plate| plate.is_certain(text));
    let best = plates().find(|plate| !plate.has_word()).or_else(|| plates().next());
    best.map(|plate| plate.range).or_else(|| furthest_first().find_map(|start| announced_code(text, start, digit)))
}

/// Where a plate may start whose first figure stands at `digit`: there, or one or two groups of letters earlier.
fn starts(text: &str, digit: usize) -> [Option<usize>; 3] {
    let mut starts = [Some(digit), None, None];
    for place in 1..3 {
        starts[place] = starts[place - 1].and_then(|start| {
            let head = &text[..start];
            let marks = head.chars().rev().take(LONGEST_MARK).take_while(|&c| Mark::of(c).is_some());
            let mark = marks.map(char::len_utf8).sum::<usize>();
            let end = start - mark;
            let letters = text.as_bytes()[..end]
                .iter()
                .rev()
                .take(LONGEST_GROUP + 1)
                .take_while(|byte| byte.is_ascii_alphabetic());
            let count = letters.count();
            let fits = (1..LONGEST_GROUP + usize::from(mark == 0)).contains(&count);
            (fits && !JOINING.contains(&&text[end - count..end])).then(|| end - count)
        });
    }
    starts
}

/// What stands between the groups of a plate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Dash,
    Dot,
    Blank,
    /// A line or a slash, which codes have as well.
    Other,
}

impl Mark {
    fn of(c: char) -> Option<Mark> {
        match c {
            '.' | '·' | '•' => Some(Mark::Dot),
            c if is_dash(c) => Some(Mark::Dash),
            c if is_blank(c) => Some(Mark::Blank),
            '_' | '/' => Some(Mark::Other),
            _ => None,
        }
    }
}

/// The mark between two groups at `at`, blanks around it or not, and how long it is; none where they are joined.
fn mark_at(text: &str, at: usize) -> Option<(Option<Mark>, usize)> {
    let gap = text[at..].chars().take(LONGEST_MARK).take_while(|&c| Mark::of(c).is_some());
    let (mut mark, mut length) = (None, 0);
    for c in gap {
        mark = match (mark, Mark::of(c)) {
            (None | Some(Mark::Blank), new) => new,
            (mark, Some(Mark::Blank)) => mark,
            // Two marks that are no blanks.
            _ => return None,
        };
        length += c.len_utf8();
    }
    Some((mark, length))
}

/// Three groups with the same mark, or none, between them.
struct Plate<'t> {
    groups: [&'t str; 3],
    range: Range<usize>,
    mark: Option<Mark>,
}

impl Plate<'_> {
    fn read(text: &str, start: usize) -> Option<Plate<'_>> {
        let first = group_at(text, start)?;
        let mut end = start + first.len();
        let (mark, _) = mark_at(text, end)?;
        let mut groups = [first, "", ""];
        for group in &mut groups[1..] {
            let (_, length) = mark_at(text, end).filter(|(other, _)| *other == mark)?;
            end += length;
            *group = group_at(text, end)?;
            end += group.len();
        }
        let is_series = SERIES.iter().any(|series| series.iter().zip(groups).all(|(shape, group)| fits(shape, group)));
        let goes_on = text[end..].chars().next().is_some_and(|c| {
            c.is_alphanumeric()
                || mark != Some(Mark::Blank)
                    && Mark::of(c).is_some_and(|m| m != Mark::Blank)
                    && joined_after(text, end + c.len_utf8())
        });
        let is_tail = joined_before(text, start)
            || before(text, start).is_some_and(|c| is_dash(c) || matches!(c, '€' | '#' | '/'));
        (is_series && !goes_on && !is_tail).then_some(Plate { groups, range: start..end, mark })
    }

    /// Whether a group is a word or a unit more often than a part of a plate.
    fn has_word(&self) -> bool {
        self.groups.iter().any(|group| is_word(group))
    }

    /// Whether no letter of it is a vowel, and more than two are none: `27 xj bn`, and not `12 km 34`.
    fn has_no_vowel(&self) -> bool {
        const FEWEST: usize = 3;
        let letters = || self.groups.iter().flat_map(|group| group.bytes()).filter(u8::is_ascii_alphabetic);
        letters().count() >= FEWEST && !letters().any(|letter| b"aeiou".contains(&letter.to_ascii_lowercase()))
    }

    fn is_certain(&self, text: &str) -> bool {
        let start = self.range.start;
        if is_plate_announced(text, start) || is_vehicle_announced(text, start) {
            return true;
        }
        let letters = || self.groups.iter().filter(|group| group.as_bytes()[0].is_ascii_alphabetic());
        let lower = letters().any(|group| group.bytes().any(|byte| byte.is_ascii_lowercase()));
        let has_month = letters().any(|group| is_month(group));
        let counts = self.groups.windows(2).any(|pair| pair.iter().all(|group| group.as_bytes()[0].is_ascii_digit()));
        if has_month || is_reference(text, start) || is_bill(text, start) {
            return false;
        }
        match self.mark {
            Some(Mark::Dash) => {
                !(lower && letters().any(|group| JOINING.contains(&group.to_ascii_lowercase().as_str())))
            }
            Some(Mark::Blank | Mark::Dot) => (!lower || self.has_no_vowel()) && !self.has_word() && !counts,
            Some(Mark::Other) => false,
            None => !lower && self.has_no_vowel() && !self.has_word() && is_on_the_road(text, &self.range),
        }
    }
}

/// Words that stand between numbers, as in `24-op-24`, or before a plate.
const JOINING: &[&str] = &["en", "of", "op", "in", "te", "om", "is", "de"];

/// The letters, or the figures, that start at `start`; none where there are too many for a plate.
fn group_at(text: &str, start: usize) -> Option<&str> {
    let bytes = &text.as_bytes()[start..];
    let is_digit = bytes.first()?.is_ascii_digit();
    let same = |byte: &&u8| if is_digit { byte.is_ascii_digit() } else { byte.is_ascii_alphabetic() };
    let length = bytes.iter().take(LONGEST_GROUP).take_while(same).count();
    (1..LONGEST_GROUP).contains(&length).then(|| &text[start..start + length])
}

fn fits(shape: &str, group: &str) -> bool {
    shape.len() == group.len() && shape.starts_with('9') == group.as_bytes()[0].is_ascii_digit()
}

/// Groups of letters that are words or units more often than a part of a plate.
fn is_word(group: &str) -> bool {
    const WORDS: &[&str] = &[
        "van", "uur", "min", "kwh", "eur", "dag", "tot", "met", "bij", "per", "ste", "jan", "cao", "btw", "kvk", "max",
    ];
    PAIRS.iter().chain(UNIT_PAIRS).chain(WORDS).any(|word| group.eq_ignore_ascii_case(word))
}

/// Any code of letters and figures that the words before call a plate: foreign series, and marks in odd places.
fn announced_code(text: &str, start: usize, digit: usize) -> Option<Range<usize>> {
    let tail = text[digit..].bytes().take(10).take_while(|&byte| byte.is_ascii_alphanumeric() || byte == b'-').count();
    let end = digit + text[digit..digit + tail].trim_end_matches('-').len();
    let code = &text[start..end];
    if !(5..=11).contains(&code.len()) || !code.bytes().any(|byte| byte.is_ascii_alphabetic()) {
        return None;
    }
    let words_apart =
        code.contains(is_blank) && (code.contains(char::is_lowercase) || is_word(word_at(text, start).text));
    let apart = !words_apart && !joined_before(text, start) && !joined_after(text, end);
    let signs = code.bytes().filter(u8::is_ascii_alphanumeric).count();
    let of_vehicle = (6..=7).contains(&signs)
        && code.bytes().filter(u8::is_ascii_digit).count() > 1
        && is_vehicle_announced(text, start);
    (apart && (of_vehicle || is_plate_announced(text, start))).then_some(start..end)
}

#[cfg(test)]
mod tests {
    use super::super::PatternKind::Plate;
    use super::super::tests::{assert_found, assert_untouched};

    #[test]
    fn every_series_is_found() {
        let table = [
            "<XB-12-34>",
            "<12-34-XB>",
            "<12-XB-34>",
            "<XB-12-XD>",
            "<XB-XD-12>",
            "<12-XB-XD>",
            "<12-XBD-3>",
            "kenteken <XB - 12 - 34>",
            "kenteken <XB_12_34>",
            "de bus met <12/XB/34>",
            "Voor de deur stond <12XBD3> weer",
            "<XB12XD> blokkeert de uitrit",
            "<XB\u{200b}-12\u{200b}-34>",
            "<1-XBD-23>",
            "<XB-123-D>",
            "<X-123-BD>",
            "<XBD-12-F>",
            "<X-12-BDF>",
            "<1-XB-234>",
            "<123-XB-4>",
            "<1-XBD-234>",
            "<xb-12-34>",
            "<12-xbd-3>",
            "(<12-XBD-3>).",
            "<12 XBD 3>",
            "tegen onze fiat panda aan (<27 xj bn>).",
            "<12 xbd 3> stond er",
            "<XB 12 XD>",
            "<X 123 BD>",
            "<XB\u{2011}12\u{2011}XD>",
            "kenteken <12XBD3>",
            "kenteken: <xb12xd>",
            "mijn auto <12XBD3>",
            "de auto met kenteken <12 xbd 3>",
            "nummerplaat <KLE-XB123>",
            "bestelbus <XB1234>",
            "Het kenteken is <xb 12 34>",
            "kenteken <XBXD12>",
            "kenteken is <26 04 XB>",
            "<3-lj-711>",
            "kenteken is <26 04 PT>",
            "kenteken <AB-123>",
            "<AB-12-CD>",
            "<GB-001-B>",
            "<P-001-DB>",
            "<R-881-GF>",
            "<55-KSL-9>",
            "<2-TFX-71>",
            "<19-BNT-2>",
            "<SG-PX-27>",
            "<27-XJ-BN>",
            "<KL-RT-12>",
            "<4-VZZ-99>",
            "<VZ-999-P>",
            "<12-BB-BB>",
            "<BB-12-12>",
            "<1-ABC-123>",
            "<1 ABC 123>",
            "<2-XYZ-789>",
            "kenteken <T-XBC-123>",
            "kenteken: <1abc123>",
            "nummerplaat <2XYZ789>",
            "Kenteken <gb001b>",
            "met de auto (<KL-RT-12>) gekomen",
            "busje <VZ 999 P>",
            "<55 KSL 9>",
            "mijn bus, kenteken <19-bnt-2>,",
            "scooter <F-123-BB>",
            "aanhanger <12-WB-KL>",
            "Kentekens: <GB-001-B>, <P-001-DB> en <R-881-GF>",
            "(<2-TFX-71>)",
            "\"<19-BNT-2>\"",
            "**<19-BNT-2>**",
            "<G-123-AB>",
            "<ABC-12-D>",
            "<1-ABC-23>",
            "<12-ABC-3>",
        ];
        for row in table {
            assert_found(Plate, row);
        }
    }

    #[test]
    fn other_codes_stay() {
        let table = [
            "AB-12",
            "K103",
            "2026-014",
            "cao-12",
            "3-mei-26",
            "12 EN 13",
            "10-en-12",
            "12 MEI 3",
            "artikel AB-12-CD",
            "ordernummer 12-AB-34",
            "12ABC3",
            "Rekening GR-84-26",
            "12 km 34",
            "3 st 12",
            "AB-12-CD-34",
            "X-AB-12-CD",
            "100 KM 5",
            "24-in-24",
            "3 VAN 12",
            "A12",
            "XB12XD",
            "03-05-26",
            "artikel GB-001-B",
            "bestelling 12-KLM-3",
            "order 3-ABC-1",
            "cao 2024-2026",
            "A4",
            "versie 2-RC-1",
            "16 GB 32",
            "2 EN 3",
            "10 MEI 26",
            "12 JUN 3",
            "5 KG 10",
            "10 X 15",
            "maat 42 XL 3",
            "lid 2 sub B 3",
            "bijlage 3-B-12",
            "zaal 2.07",
            "klasse 3 B 12",
            "COVID-19",
            "ISO 9001",
            "T-1000",
            "12 34 XB",
        ];
        for row in table {
            assert_untouched(row);
        }
    }
}
