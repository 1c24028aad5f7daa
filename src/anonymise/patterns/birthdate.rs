//! Birth dates: a date, or a year, that the words around it call someone's birth or birthday; the dates of events
//! stay. Input: a place where such a word may start; output: the span of the date.

use std::ops::Range;

use super::context::{is_blank, is_dash, joined_after, joined_before, word_at, words_before};
use super::tables::MONTHS;

/// No date stands further from its word than this many bytes.
const REACH: usize = 72;

/// Whether the b or j at `at` may belong to a word for birth; most letters end here.
pub(super) fn may_be_cue(bytes: &[u8], at: usize) -> bool {
    let next = bytes.get(at + 1).map(u8::to_ascii_lowercase);
    if matches!(bytes[at], b'j' | b'J') {
        return next == Some(b'a');
    }
    let after_ge = at > 1 && bytes[at - 1].eq_ignore_ascii_case(&b'e');
    match next {
        Some(b'o') => true,
        Some(b'i') => !after_ge,
        Some(b'd') => after_ge,
        next => after_ge && !next.is_some_and(|next| next.is_ascii_alphabetic()),
    }
}

/// The date that belongs to the word for birth in which the byte at `at` stands.
pub(super) fn near_cue(text: &str, at: usize) -> Option<Range<usize>> {
    let cue = cue_around(text, at)?;
    let before = || date_before(text, &cue);
    match date_after(text, &cue) {
        Some((date, 0)) => Some(date),
        Some((date, _)) => before().or(Some(date)),
        None => before(),
    }
}

struct Cue {
    range: Range<usize>,
    /// A noun (`geboortedatum`, `verjaardag`) reaches over more words than `geboren` does.
    noun: bool,
}

/// The word for birth around `at`, which is the place of its b or j.
fn cue_around(text: &str, at: usize) -> Option<Cue> {
    let bytes = text.as_bytes();
    let lower = |i: usize| bytes.get(i).map(u8::to_ascii_lowercase);
    let begins = |word: &str| word.bytes().zip(at..).all(|(byte, i)| lower(i) == Some(byte));
    let start = match lower(at)? {
        b'j' if begins("jaardag") => {
            text[..at].char_indices().rev().take(12).take_while(|(_, c)| c.is_alphabetic()).last()?.0
        }
        b'j' if begins("jarig") => at,
        b'b' if at >= 2 && text.is_char_boundary(at - 2) && text[at - 2..at].eq_ignore_ascii_case("ge") => at - 2,
        b'b' if begins("birth") || begins("born") => at,
        _ => return None,
    };
    if joined_before(text, start) {
        return None;
    }
    let word = word_at(text, start);
    let lowered = word.text.to_ascii_lowercase();
    let noun = lowered.starts_with("geboorte") || lowered.contains("jaardag") || lowered.starts_with("birth");
    let verb = matches!(lowered.as_str(), "geboren" | "geb" | "jarig" | "born" | "gebdatum" | "gebdat");
    (noun || verb).then(|| Cue { range: start..word.end(), noun })
}

/// The first date behind the word, and how many words stand between.
fn date_after(text: &str, cue: &Cue) -> Option<(Range<usize>, usize)> {
    let mut at = cue.range.end;
    let (mut words, mut strange) = (0, 0);
    let mut lines = 0;
    while at < text.len() && at - cue.range.start < REACH && words <= 7 {
        let c = text[at..].chars().next()?;
        if c.is_alphanumeric() && !joined_before(text, at) {
            if let Some(end) = date_at(text, at) {
                return Some((at..end, words));
            }
            let word = word_at(text, at);
            strange += usize::from(!may_stand_between(word.text, cue.noun));
            if strange > if cue.noun { 2 } else { 0 } {
                return None;
            }
            words += 1;
            at = word.end();
            continue;
        }
        lines += usize::from(c == '\n');
        let ends = c == '.' && words_before(text, at).next().is_some_and(|word| word.text.len() > 6);
        if lines > 1 || ends || matches!(c, '!' | '?' | ';') {
            return None;
        }
        at += c.len_utf8();
    }
    None
}

fn may_stand_between(word: &str, noun: bool) -> bool {
    const LINKS: &[&str] = &[
        "op",
        "te",
        "in",
        "is",
        "de",
        "den",
        "dd",
        "dat",
        "d",
        "ben",
        "bent",
        "zijn",
        "was",
        "ik",
        "hij",
        "zij",
        "zo",
        "dus",
        "datum",
        "en",
        "te",
        "maandag",
        "dinsdag",
        "woensdag",
        "donderdag",
        "vrijdag",
        "zaterdag",
        "zondag",
        "jaar",
        "het",
        "anno",
        "nl",
        "on",
        "of",
        "ie",
    ];
    const PEOPLE: &[&str] = &[
        "van",
        "mijn",
        "onze",
        "ons",
        "haar",
        "uw",
        "zoon",
        "dochter",
        "man",
        "vrouw",
        "moeder",
        "vader",
        "partner",
        "kind",
        "broer",
        "zus",
        "kleinzoon",
        "kleindochter",
        "oma",
        "opa",
        "dat",
        "deze",
        "die",
        "mevrouw",
        "meneer",
        "dhr",
        "mw",
        "indiener",
        "klager",
    ];
    let lower = word.to_lowercase();
    LINKS.contains(&lower.as_str()) || noun && PEOPLE.contains(&lower.as_str()) || word.starts_with(char::is_uppercase)
}

/// A date with at most three words between it and the cue: `op 3 mei 1978 ben ik geboren`. Of the dates that end
/// there, the longest.
fn date_before(text: &str, cue: &Cue) -> Option<Range<usize>> {
    const LINKS: &[&str] = &["is", "was", "mijn", "zijn", "haar", "onze", "de", "uw"];
    let Cue { range: Range { start: cue, .. }, noun } = *cue;
    let mut found: Option<Range<usize>> = None;
    for word in words_before(text, cue).take(7) {
        let Some(end) = date_at(text, word.start).filter(|&end| end <= cue) else { continue };
        let mut between = words_before(text, cue).take_while(|other| other.start >= end);
        let near = if noun { between.all(|word| word.is_any(LINKS)) } else { between.count() <= 3 };
        if near && found.as_ref().is_none_or(|date| end >= date.end) {
            found = Some(word.start..end);
        }
    }
    found
}

/// Where the date that starts at `at` ends: in figures, in words, or a year alone.
fn date_at(text: &str, at: usize) -> Option<usize> {
    if joined_before(text, at) {
        return None;
    }
    in_figures(text, at).or_else(|| with_month(text, at)).or_else(|| alone(text, at))
}

/// The number of at most `most` digits at `at`, and where it ends.
fn number(text: &str, at: usize, most: usize) -> Option<(u32, usize)> {
    let length = text.as_bytes().get(at..)?.iter().take(most + 1).take_while(|byte| byte.is_ascii_digit()).count();
    let end = at + length;
    (1..=most).contains(&length).then(|| text[at..end].parse().ok().map(|value| (value, end))).flatten()
}

/// `3-5-1978`, `03/05/'78`, `3 5 1978`, `1978-05-03`, `3-5`.
fn in_figures(text: &str, at: usize) -> Option<usize> {
    let (first, first_end) = number(text, at, 4)?;
    let month_start = behind_mark(text, first_end)?;
    let (month, month_end) = number(text, month_start, 2)?;
    if !(1..=12).contains(&month) || first_end - at == 3 {
        return None;
    }
    if first_end - at == 4 {
        let (day, end) = number(text, behind_mark(text, month_end)?, 2)?;
        return ((1..=31).contains(&day) && (1850..=2100).contains(&first)).then_some(end);
    }
    if !(1..=31).contains(&first) {
        return None;
    }
    let year = behind_mark(text, month_end).and_then(|start| year_at(text, start));
    year.or_else(|| (!joined_after(text, month_end)).then_some(month_end))
}

/// Where the next part of a date starts behind a dash, slash, dot or blank.
fn behind_mark(text: &str, at: usize) -> Option<usize> {
    let mark = |c: char| is_dash(c) || is_blank(c) || matches!(c, '/' | '.');
    let rest = text[at..].trim_start_matches(mark);
    let length = text.len() - at - rest.len();
    (1..=4).contains(&length).then_some(at + length)
}

/// A year of four or two figures, with or without apostrophe, or in words.
fn year_at(text: &str, at: usize) -> Option<usize> {
    let start = at + text[at..].chars().next().filter(|c| matches!(c, '\'' | '’' | '‘')).map_or(0, char::len_utf8);
    if let Some((year, end)) = number(text, start, 4) {
        let fits = matches!(end - start, 2) || (1850..=2100).contains(&year);
        return (fits && !joined_after(text, end)).then_some(end);
    }
    year_in_words(text, start)
}

/// `3 mei 1978`, `3-mei-'78`, `drie mei negentienachtenzeventig`, `3 mei`.
fn with_month(text: &str, at: usize) -> Option<usize> {
    let day_end = match number(text, at, 2) {
        Some((day, end)) if (1..=31).contains(&day) => {
            let ordinal = word_at(text, end);
            if ordinal.is_any(&["e", "de", "ste"]) { ordinal.end() } else { end }
        }
        Some(_) => return None,
        None => Some(word_at(text, at)).filter(|word| is_day_in_words(word.text))?.end(),
    };
    let month = word_at(text, behind_mark(text, day_end)?);
    if !month.is_any(MONTHS) {
        return None;
    }
    let year = behind_mark(text, month.end()).and_then(|start| year_at(text, start));
    Some(year.unwrap_or(month.end()))
}

/// A year alone, or a date whose figures nothing divides: `1978`, `03051978`.
fn alone(text: &str, at: usize) -> Option<usize> {
    let (value, end) = number(text, at, 8)?;
    let apart = !joined_after(text, end);
    let fits = match end - at {
        4 => (1850..=2100).contains(&value),
        6 | 8 => true,
        _ => false,
    };
    (fits && apart).then_some(end)
}

fn is_day_in_words(word: &str) -> bool {
    const DAYS: &[&str] = &[
        "een",
        "één",
        "eerste",
        "twee",
        "tweede",
        "drie",
        "derde",
        "vier",
        "vijf",
        "zes",
        "zeven",
        "acht",
        "achtste",
        "negen",
        "tien",
        "elf",
        "twaalf",
        "dertien",
        "veertien",
        "vijftien",
        "zestien",
        "zeventien",
        "achttien",
        "negentien",
        "twintig",
        "eenentwintig",
        "tweeëntwintig",
        "tweeentwintig",
        "drieëntwintig",
        "drieentwintig",
        "vierentwintig",
        "vijfentwintig",
        "zesentwintig",
        "zevenentwintig",
        "achtentwintig",
        "negenentwintig",
        "dertig",
        "eenendertig",
    ];
    let lower = word.to_lowercase();
    let cardinal = lower.strip_suffix("ste").or_else(|| lower.strip_suffix("de")).unwrap_or(&lower);
    DAYS.contains(&lower.as_str()) || DAYS.contains(&cardinal)
}

/// `negentienachtenzeventig`, `negentien achtenzeventig`, `negentienhonderd achtenzeventig`, `tweeduizend vier`.
fn year_in_words(text: &str, at: usize) -> Option<usize> {
    let word = word_at(text, at);
    let lower = word.text.to_lowercase();
    if !lower.starts_with("negentien") && !lower.starts_with("tweeduizend") {
        return None;
    }
    let mut end = word.end();
    for _ in 0..2 {
        let next = word_at(text, end + text[end..].chars().next().filter(|&c| is_blank(c)).map_or(0, char::len_utf8));
        let lower = next.text.to_lowercase();
        let tens = lower.ends_with("tig") || lower == "honderd" || lower == "en";
        if next.start == end || !(tens || is_day_in_words(&lower)) {
            break;
        }
        if lower != "en" {
            end = next.end();
        }
    }
    Some(end)
}

#[cfg(test)]
mod tests {
    use super::super::PatternKind::Birthdate;
    use super::super::tests::{assert_found, assert_untouched};

    #[test]
    fn announced_dates_are_found_whole() {
        let table = [
            "geboren op <3 mei 1978>",
            "geb. <03-05-1978>",
            "geboortedatum: <3-5-'78>",
            "(geb. <1978>)",
            "geboren in <1978>",
            "geboren te Utrecht op <3 mei 1978>",
            "Geboren <3/5/1978>.",
            "mijn verjaardag is <3 mei>",
            "verjaardag op <3 mei>",
            "GEBOREN OP <3 MEI 1978>",
            "geboortedatum <1978-05-03>",
            "geboortedatum <03051978>",
            "geb.dat. <3.5.78>",
            "geboren op <drie mei negentienachtenzeventig>",
            "geboren op <eenendertig mei negentien achtenzeventig>",
            "geboren op zaterdag <3 mei 1978>",
            "op <3 mei 1978> ben ik geboren",
            "Ik ben in <1978> geboren en belde op 3 mei 2026",
            "geboortedatum van mijn zoon is <3 mei 2015>",
            "hij is jarig op <3 mei>",
            "geboortejaar <1978>",
            "geboren: <3 5 1978>",
            "Geboortedatum:\n<03-05-1978>",
            "geboren op <3e mei 1978>",
            "geboren op <3\u{a0}mei\u{a0}1978>",
            "born on <3 mei 1978>",
            "<3-5-1978> is mijn geboortedatum",
            "mijn geboortedatum klopt niet (<3-5-1978>)",
        ];
        for row in table {
            assert_found(Birthdate, row);
        }
    }

    #[test]
    fn dates_of_events_stay() {
        let table = [
            "op 3 mei 2026 belde ik",
            "gebeld op 03-05-2026",
            "gebeurd op 3 mei",
            "Er is een kind geboren. Op 3 mei 2026 belde ik.",
            "de geboorte verliep goed en daarna belde ik op 3 mei",
            "gebruik sinds 2019",
            "jarige leden in de zaal van 2019",
            "geboren en getogen Utrechter; op 3 mei 2026",
            "begin 2026",
            "Mijn geboorteplaats. Wij belden op 3 mei 2026.",
        ];
        for row in table {
            assert_untouched(row);
        }
    }
}
