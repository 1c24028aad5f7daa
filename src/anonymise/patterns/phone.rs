//! Telephone numbers: Dutch, Belgian and international, in every usual spelling. Input: figures; output: the span
//! from the plus or the area code up to the extension. Service numbers (0800, 0900, 112, 14 0xx) are nobody's.

use std::ops::Range;

use super::context::{
    announced, before, is_amount, is_blank, is_dash, is_reference, joined_before, tied_after, words_before,
};
use super::figures::{Digits, Figures, Gap, Group};

/// The telephone number in these figures. `previous` is the end of the number before, which a slash may tie to this.
pub(super) fn at(text: &str, figures: &Figures, previous: usize) -> Option<Range<usize>> {
    let groups = figures.groups();
    let first = groups.first()?;
    let opening = Opening::read(text, first);
    if is_tied(text, opening.start, previous) || is_service(text, groups, &opening) {
        return None;
    }
    let end =
        complete(text, figures, &opening).or_else(|| oddly_marked(text, figures)).or_else(|| local(text, figures))?;
    let unclosed = text[opening.start..end].starts_with('(') && !text[opening.start..end].contains(')');
    Some(opening.start + usize::from(unclosed)..extension_end(text, end))
}

/// What stands before the first digit and belongs to the number.
struct Opening {
    start: usize,
    plus: bool,
    /// A letter O was typed for the leading nought.
    letter: bool,
}

impl Opening {
    fn read(text: &str, first: &Group) -> Opening {
        let mut opening = Opening { start: first.start, plus: false, letter: false };
        while let Some(c) = before(text, opening.start) {
            let head = &text[..opening.start];
            match c {
                '(' | '+' if !opening.plus => opening.plus = c == '+',
                '(' if !head.ends_with("((") => {}
                ' ' if head.ends_with("+ ") && !opening.plus => {}
                'o' | 'O' if opening.start == first.start && text.as_bytes()[first.start] == b'6' => {
                    opening.letter = true;
                }
                _ => break,
            }
            opening.start -= 1;
            if c == '(' || opening.letter {
                break;
            }
        }
        opening
    }
}

/// Whether the number is the tail of a code, a sum or a link.
fn is_tied(text: &str, start: usize, previous: usize) -> bool {
    let Some(c) = before(text, start) else { return false };
    let mark = start - c.len_utf8();
    match c {
        '/' => mark != previous && before(text, mark).is_some_and(|c| c.is_ascii_digit()),
        '.' | ',' | ':' => before(text, mark).is_some_and(|c| c.is_ascii_digit()),
        // `naam_0612345678.pdf`
        '_' => !text[start..].starts_with("06"),
        '#' | '=' | '€' | '$' | '£' => true,
        c if is_dash(c) => {
            joined_before(text, mark) && !words_before(text, mark).next().is_some_and(|w| is_cue(w.text))
        }
        // `M0612345678`, on a card.
        c if c.is_alphabetic() && text[start..].starts_with('(') => false,
        c if c.is_alphabetic() && text[start..].starts_with("06") => {
            let head = text[..start].trim_end_matches(char::is_alphabetic);
            let label = &text[head.len()..start];
            !(matches!(label, "M" | "m" | "T" | "t" | "G") || is_cue(label))
        }
        c => c.is_alphanumeric(),
    }
}

fn is_service(text: &str, groups: &[Group], opening: &Opening) -> bool {
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
enum Certainty {
    /// Nothing else is written like this.
    Sure,
    /// Unless the words before announce another kind of number.
    Likely,
    /// Only where the words before announce a telephone number.
    Announced,
}

/// The end of a number that is complete with its area code or country code: the longest that fits a dialling plan.
fn complete(text: &str, figures: &Figures, opening: &Opening) -> Option<usize> {
    let groups = figures.groups();
    let mut digits = Digits::default();
    if opening.letter {
        digits.push("0");
    }
    let mut best = None;
    for (last, group) in groups.iter().enumerate() {
        if !digits.push(group.of(text)) {
            break;
        }
        if let Some(certainty) = plan(digits.ascii(), opening, text, &groups[..=last]) {
            best = Some((last, certainty));
        }
    }
    let (last, certainty) = best?;
    let end = groups[last].end;
    let accepted = match certainty {
        Certainty::Sure => true,
        Certainty::Likely => !goes_on(text, groups, last) && !is_reference(text, opening.start),
        Certainty::Announced => !goes_on(text, groups, last) && is_announced(text, opening.start),
    };
    let is_date = certainty != Certainty::Sure && figures.open_with_date(text);
    // A Belgian enterprise, which anyone may look up.
    let of_enterprise = text[..opening.start].ends_with("BE ");
    let of_service = groups[0].of(text).starts_with("088") && announced(text, opening.start, LINKS, is_service_desk);
    (accepted && !is_date && !of_service && !of_enterprise).then_some(end)
}

/// The end of a mobile number behind a mark that no other number has there: `06:12345678`, `06_12345678`.
fn oddly_marked(text: &str, figures: &Figures) -> Option<usize> {
    const REST: usize = 8;
    let [first] = figures.groups() else { return None };
    if first.of(text) != "06" {
        return None;
    }
    let rest = &text[first.end..];
    let number = rest.trim_start_matches([' ', '\t', ':', '_', '=', '~', '*', '+', ',', '•', '|', ';']);
    let start = first.end + rest.len() - number.len();
    if start - first.end > LONGEST_ODD_MARK || !number.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let behind = Figures::read(text, start);
    let mut count = 0;
    let last = behind.groups().iter().find(|group| {
        count += group.len();
        count >= REST
    })?;
    (count == REST && !tied_after(text, last.end)).then_some(last.end)
}

/// Longest mark behind `06`, with its blanks.
const LONGEST_ODD_MARK: usize = 3;

fn goes_on(text: &str, groups: &[Group], last: usize) -> bool {
    let end = groups[last].end;
    match groups.get(last + 1) {
        Some(next) => next.gap.ties() && !next.gap.has(Gap::SLASH),
        None => tied_after(text, end) && !text[end..].starts_with('/') && !is_mobile_and_words(text, &groups[last]),
    }
}

/// Whether a word is typed right behind a mobile number: `0612345678na 18 uur`.
fn is_mobile_and_words(text: &str, group: &Group) -> bool {
    let word = text[group.end..].trim_start_matches(|c: char| c.is_ascii_lowercase());
    group.len() == 10 && group.of(text).starts_with("06") && !word.starts_with(char::is_alphanumeric)
}

/// Whether these digits, grouped like this, are a complete number.
fn plan(digits: &[u8], opening: &Opening, text: &str, groups: &[Group]) -> Option<Certainty> {
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

/// The end of a number without area code, or without its first nought, where the words before announce it.
fn local(text: &str, figures: &Figures) -> Option<usize> {
    let groups = figures.groups();
    let day_and_month =
        groups.len() > 1 && groups[0].len() <= 2 && groups[1].len() <= 2 && groups[1].gap.has(Gap::DASH);
    if day_and_month || figures.open_with_date(text) {
        return None;
    }
    let mut length = 0;
    let mut end = None;
    for (last, group) in groups.iter().enumerate() {
        length += group.len();
        if length > 11 || group.gap.has(Gap::DOT) || group.gap.has(Gap::BRACKET) {
            break;
        }
        if length >= 6 && !goes_on(text, groups, last) {
            end = Some(group.end);
        }
    }
    let end = end?;
    (is_announced(text, figures.start()) && !is_amount(text, figures.start(), end)).then_some(end)
}

/// Words that may stand between the announcement and the number.
const LINKS: &[&str] = &[
    "op",
    "mij",
    "me",
    "ons",
    "hem",
    "haar",
    "hen",
    "naar",
    "met",
    "het",
    "nummer",
    "nr",
    "is",
    "via",
    "u",
    "je",
    "of",
    "dan",
    "even",
    "gerust",
    "onder",
    "mijn",
    "zijn",
    "vast",
    "vaste",
    "eigen",
    "altijd",
    "wel",
    "ook",
    "het",
    "de",
    "van",
    "nieuwe",
    "privé",
    "thuis",
    "werk",
    "overdag",
    "graag",
    "a",
    "u",
    "b",
    "aub",
    "svp",
    "onze",
    "jullie",
    "landelijke",
    "bel",
    "tel",
    "telefoonnummer",
    "telefoon",
];

fn is_announced(text: &str, start: usize) -> bool {
    announced(text, start, LINKS, is_cue)
}

/// Words that announce a telephone number.
fn is_cue(word: &str) -> bool {
    const CUES: &[&str] = &[
        "bel",
        "belt",
        "bellen",
        "belde",
        "belden",
        "gebeld",
        "opbellen",
        "opgebeld",
        "terugbellen",
        "teruggebeld",
        "terugbelnummer",
        "doorbellen",
        "tel",
        "telnr",
        "telnummer",
        "telefoon",
        "telefoonnummer",
        "telefoonnr",
        "telefonisch",
        "mobiel",
        "mobiele",
        "mobieltje",
        "mobielnummer",
        "mob",
        "gsm",
        "whatsapp",
        "whatsappen",
        "app",
        "appen",
        "appt",
        "appte",
        "appje",
        "geappt",
        "sms",
        "smsen",
        "bereikbaar",
        "bereiken",
        "bereik",
        "fax",
        "doorkiesnummer",
        "toestelnummer",
        "huistelefoon",
        "belnummer",
        "phone",
    ];
    CUES.iter().any(|cue| word.eq_ignore_ascii_case(cue))
}

fn is_service_desk(word: &str) -> bool {
    [
        "klantenservice",
        "klantendienst",
        "service",
        "helpdesk",
        "meldpunt",
        "storing",
        "centrale",
        "huisartsenpost",
        "algeme",
    ]
    .iter()
    .any(|start| word.starts_with(start))
        || word.ends_with("desk")
        || word.ends_with("lijn")
}

/// The end of a number with its extension: `tst. 12`, `toestel 12`.
fn extension_end(text: &str, end: usize) -> usize {
    let blank = |c: char| is_blank(c) || matches!(c, ',' | '.' | ':' | '(');
    let tail = text[end..].trim_start_matches(blank);
    if text.len() - tail.len() > end + 4 {
        return end;
    }
    let Some(mark) = ["toestel", "tst", "doorkiesnummer", "ext"]
        .iter()
        .find(|mark| tail.get(..mark.len()).is_some_and(|head| head.eq_ignore_ascii_case(mark)))
    else {
        return end;
    };
    let number = tail[mark.len()..].trim_start_matches(blank);
    let digits = number.bytes().take_while(u8::is_ascii_digit).count();
    if (1..=6).contains(&digits) { text.len() - number.len() + digits } else { end }
}

#[cfg(test)]
mod tests {
    use super::super::PatternKind::Phone;
    use super::super::tests::{assert_found, assert_untouched};

    #[test]
    fn every_usual_spelling_is_found_whole() {
        let table = [
            "<0612345678>",
            "<06-12345678>",
            "<06 12 34 56 78>",
            "<06.12.34.56.78>",
            "<06 - 12 34 56 78>",
            "<06-1234 5678>",
            "<06/12345678>",
            "<06 123 456 78>",
            "(<06-12345678>)",
            "<(06) 12345678>",
            "<(020) 555 01 23>",
            "<020-5550123>",
            "<020 555 01 23>",
            "<0205550123>",
            "<0123-456789>",
            "<0123 - 455 67 89>",
            "<0123-4556789>",
            "<0123 45 67 89>",
            "<085-555 01 23>",
            "<088 555 01 23>",
            "<+31 6 12345678>",
            "<+31 (0)6 12 34 56 78>",
            "<+31(0)612345678>",
            "<+31-6-12345678>",
            "<+31 20 555 01 23>",
            "<+31 (0) 6 - 12 34 56 78>",
            "<(+31) 6 12345678>",
            "<0031612345678>",
            "<0031 6 12345678>",
            "<00 31 6 12345678>",
            "<31612345678>",
            "<31 6 12345678>",
            "<+ 31 6 12345678>",
            "<+316.12.34.56.78>",
            "<+32 470 12 34 56>",
            "<0470/12.34.56>",
            "<0470 12 34 56>",
            "<02 555 12 12>",
            "<02/555.12.12>",
            "<09-225 12 34>",
            "<050 12 34 56>",
            "<+32 2 555 12 12>",
            "<+49 151 12345678>",
            "<+44 20 7946 0123>",
            "<+212 612 345678>",
            "<0049 151 12345678>",
            "<+971 50 123 4567>",
            "<020-5550123 tst. 12>",
            "<020-5550123, toestel 204>",
            "<06\u{a0}12\u{a0}34\u{a0}56\u{a0}78>",
            "<06\u{2011}12345678>",
            "<06 1234\r\n5678>",
            "<0 20 - 555 01 23>",
            "<(0592) 55 50 123>",
            "<O6-12345678>",
            "<06-123456789>",
            "06-nummer: <06-12345678>",
            "tel.<06-12345678>",
            "tel:<0612345678>",
            "<020-5550123>/<06-12345678>",
            "<06-12345678> of <06 87654321>",
            "<+31 6 12345678> 12 dagen",
            "<06-12345678>, 2026",
            "order 12 <06 12 34 56 78>",
            "Belde <06-12345678>.",
            "bel 112 of <020 555 01 23>",
            "Bel <5550123>",
            "tel. <555 01 23>",
            "mobiel <6-12345678>",
            "Mijn mobiele nummer is <612345678>",
            "bereikbaar op nummer <555 0123>",
            "Bel mij op <025551212>",
            "<+31 (0)6-12345678>",
            "<+31(0)6 1234 5678>",
            "<+31 06 12345678>",
            "<+31.6.1234.5678>",
            "<0031 (0)6 12 34 56 78>",
            "<(0031) 6 12345678>",
            "<+31-(0)20-555 01 23>",
            "<+31 (20) 555 01 23>",
            "<(+31)(0)20 5550123>",
            "<(06)12345678>",
            "<(06)-12345678>",
            "<06–12345678>",
            "<06—12345678>",
            "<06 1234 56 78>",
            "<06 12 345 678>",
            "<06 123 45 678>",
            "<06.1234.5678>",
            "<06/12/34/56/78>",
            "<020/5550123>",
            "<020 - 555.01.23>",
            "<(020)5550123>",
            "<(06) 12345678>",
            "<0592-555 123>",
            "<0592 - 55 51 23>",
            "<0592.555123>",
            "<0592/55.51.23>",
            "<010-555 01 23>",
            "<+32 (0)470 12 34 56>",
            "<+32 (0)2 555 12 12>",
            "<0032 470 123 456>",
            "<+32470123456>",
            "<0470-12 34 56>",
            "<0470.12.34.56>",
            "<02-555.12.12>",
            "<+32.2.555.12.12>",
            "<03 555 12 12>",
            "<09 555 01 53>",
            "<016 55 12 12>",
            "<053/55 12 12>",
            "<+49 (0)171 5550163>",
            "<+49-30-5550123>",
            "<+33 1 55 50 12 34>",
            "<+48 512 555 012>",
            "<+90 532 555 01 23>",
            "<0049 30 5550123>",
            "Tel.nr.: <06-12345678>",
            "Mob: <06 12345678>",
            "T <020 555 01 23>",
            "M. <06 12345678>",
            "T: <+31 20 5550123> | M: <+31 6 12345678>",
            "appen op <06 12345678>.",
            "WhatsApp: <06-12345678>",
            "(tel. <06-12345678>)",
            "06nummer <06-12345678>",
            "<06-12345678>/<020-5550123>",
            "**<06-12345678>**",
            "`<06-12345678>`",
            "nummer (<06 12345678>), graag na 17:00",
            "<06 12 34 56 78>",
            "bel <06 12345678>!",
            "telefoon: <456789>",
        ];
        for row in table {
            assert_found(Phone, row);
        }
    }

    #[test]
    fn other_figures_stay() {
        let table = [
            "Bel 112",
            "btw BE 0123.456.749",
            "bel 0800-1234",
            "bel 0900-8844",
            "0800 1234567",
            "0900-1234567",
            "tel. 14 020",
            "bel 14 0182",
            "+31 800 1234567",
            "bel 116 123",
            "order 0612345678",
            "ordernummer: 0205550123",
            "artikel 4012345678",
            "klantnummer is 20260145",
            "bel over factuur 20260145",
            "€ 1.234,56",
            "1.250 euro",
            "02-03-2026 12:00",
            "gebeld op 03-05-2026",
            "gebeld op 12-03 14.30",
            "van 09.00-17.00 uur",
            "bel 09.00 - 17.00",
            "in 2025 en 2026",
            "2024-2025",
            "op 06-06-2005",
            "050\t40\t28\t150",
            "0.6.10-3 0.6.10-3",
            "versie 10.2.3456",
            "2026-0612345678",
            "bel 3 keer",
            "98,5 %",
            "telefoon 1.234.567 euro",
            "onze klantenservice 088 555 01 23",
            "2026-014",
            "artikelnummer 0612-345",
            "factuur 2026-0612",
            "van 08:00 tot 17:00",
            "06:12 uur",
            "6 tot 12 weken",
            "0,5 procent",
            "art. 7:610 BW",
            "lid 2 en 3",
            "pagina 10-12",
            "schaal 06",
            "kamer 020",
            "2026/0345",
            "9:2 Awb",
            "€ 06,12",
            "CO2 0123",
            "week 06-12",
            "1-2-3",
            "12-14 juni",
            "bel 144",
            "bel 112 of 0900-8844",
            "gratis 0800 0123",
            "0800-0123",
            "14 070",
            "ISBN 9789012345678",
            "ean 8712345678906",
            "30.06.2025 12:00",
            "tussen 09.00 en 12.30 uur",
            "2 x 06 mm",
            "1.234.567,89 euro",
            "KvK 12345678",
            "btw NL001234567B01",
            "kenmerk 06/12/2025-3",
            "gebeld om 12.30 uur op 3 mei 2026",
        ];
        for row in table {
            assert_untouched(row);
        }
    }
}
