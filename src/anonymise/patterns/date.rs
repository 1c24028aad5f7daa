//! Dates in figures and in words. Input: a place in a text; output: where the date that starts there ends,
//! and its year.

use super::context::{
    before, is_blank, is_dash, is_month, joined_after, joined_before, tied_after, tied_before, word_at,
};

/// A date, or a year alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Date {
    pub end: usize,
    /// The year, where it stands in figures.
    pub year: Option<u32>,
}

impl Date {
    /// The date that starts at `at`: in figures, in words, or a year alone.
    pub fn at(text: &str, at: usize) -> Option<Date> {
        if joined_before(text, at) {
            return None;
        }
        in_figures(text, at)
            .or_else(|| with_month(text, at))
            .or_else(|| from_month(text, at))
            .or_else(|| alone(text, at))
    }

    /// The date with day, month and year that starts at the figure at `at`, where its form alone tells that it
    /// is one: `3-5-1978`, `1978-05-03`, `03/05/78`, `3 mei 1978`, `3 mei '78`.
    pub fn whole_at(text: &str, at: usize) -> Option<(Date, u32)> {
        if tied_before(text, at) && before(text, at) != Some(':') {
            return None;
        }
        let date = in_figures(text, at).or_else(|| with_month(text, at))?;
        let written = &text[at..date.end];
        let year = date.year.filter(|_| !tied_after(text, date.end))?;
        let digits_of_year = written.len() - written.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let in_words = written.contains(|c: char| c.is_alphabetic());
        let mark = written.chars().find(|c| !c.is_ascii_digit())?;
        let certain = if in_words {
            digits_of_year == 4 || written.contains(['\'', '’', '‘'])
        } else {
            !is_blank(mark)
                && written.matches(mark).count() == 2
                && written.starts_with(|c: char| c.is_ascii_digit())
                && (mark != '.' || digits_of_year == 4)
                && written.chars().all(|c| c.is_ascii_digit() || c == mark || matches!(c, '\'' | '’' | '‘'))
        };
        certain.then_some((date, year))
    }
}

/// Whether the figures in `start..end` may begin a date with day, month and year: a look that ends nearly every other.
pub(super) fn may_be_whole(bytes: &[u8], start: usize, end: usize) -> bool {
    let mut behind = bytes[end..].iter().map(u8::to_ascii_lowercase);
    match (end - start, behind.next(), behind.next()) {
        (1 | 2 | 4, Some(b'-' | b'/' | b'.' | 0x80..), Some(next)) => next != b' ',
        (1 | 2, Some(b' '), Some(next)) => b"jfmasond'".contains(&next),
        (1 | 2, Some(b'e' | b'd' | b's'), _) => true,
        _ => false,
    }
}

/// The number of at most `most` digits at `at`, and where it ends.
fn number(text: &str, at: usize, most: usize) -> Option<(u32, usize)> {
    let length = text.as_bytes().get(at..)?.iter().take(most + 1).take_while(|byte| byte.is_ascii_digit()).count();
    let end = at + length;
    (1..=most).contains(&length).then(|| text[at..end].parse().ok().map(|value| (value, end))).flatten()
}

/// `3-5-1978`, `03/05/'78`, `3 5 1978`, `1978-05-03`, `3-5`.
fn in_figures(text: &str, at: usize) -> Option<Date> {
    let (first, first_end) = number(text, at, 4)?;
    let month_start = behind_mark(text, first_end)?;
    let (month, month_end) = number(text, month_start, 2)?;
    if !(1..=12).contains(&month) || first_end - at == 3 {
        return None;
    }
    if first_end - at == 4 {
        let (day, end) = number(text, behind_mark(text, month_end)?, 2)?;
        let fits = (1..=31).contains(&day) && (1850..=2100).contains(&first);
        return fits.then_some(Date { end, year: Some(first) });
    }
    if !(1..=31).contains(&first) {
        return None;
    }
    let year = behind_mark(text, month_end).and_then(|start| year_at(text, start));
    year.or_else(|| (!joined_after(text, month_end)).then_some(Date { end: month_end, year: None }))
}

/// Where the next part of a date starts behind a dash, slash, dot or blank.
fn behind_mark(text: &str, at: usize) -> Option<usize> {
    let mark = |c: char| is_dash(c) || is_blank(c) || matches!(c, '/' | '.' | '_');
    let rest = text[at..].trim_start_matches(mark);
    let length = text.len() - at - rest.len();
    (1..=4).contains(&length).then_some(at + length)
}

/// `mei 1978`, `May 3, 1978`, `May 3rd 1978`.
fn from_month(text: &str, at: usize) -> Option<Date> {
    let month = Some(word_at(text, at)).filter(|word| is_month(word.text))?;
    let start = behind_mark(text, month.end())?;
    if let Some((_, end)) = number(text, start, 2).filter(|(day, _)| (1..=31).contains(day)) {
        let ordinal = word_at(text, end);
        let end = if ordinal.is_any(&["st", "nd", "rd", "th"]) { ordinal.end() } else { end };
        return behind_month(text, end).and_then(|start| year_at(text, start));
    }
    year_at(text, start)
}

/// Where the year starts behind a month in words: over a mark, the end of a line, a comma or `van`.
fn behind_month(text: &str, at: usize) -> Option<usize> {
    let start = behind_mark(text, at).unwrap_or(at);
    let rest = text[start..].trim_start_matches([',', '\n', '\r', ' ']);
    let start = start + (text[start..].len() - rest.len()).min(LONGEST_GAP);
    let van = word_at(text, start);
    if van.is_any(&["van"]) { behind_mark(text, van.end()) } else { (start > at).then_some(start) }
}

/// Most signs between a month and its year.
const LONGEST_GAP: usize = 3;

/// A year of four or two figures, with or without apostrophe, or in words.
fn year_at(text: &str, at: usize) -> Option<Date> {
    let start = at + text[at..].chars().next().filter(|c| matches!(c, '\'' | '’' | '‘')).map_or(0, char::len_utf8);
    if let Some((year, end)) = number(text, start, 4) {
        let year = if end - start == 2 { of_two_figures(year) } else { year };
        let fits = end - start == 2 || (1850..=2100).contains(&year);
        return (fits && !joined_after(text, end)).then_some(Date { end, year: Some(year) });
    }
    year_in_words(text, start).map(|end| Date { end, year: None })
}

/// The year of which these are the last two figures: of those who live today, or soon will.
fn of_two_figures(year: u32) -> u32 {
    const YOUNGEST: u32 = 30;
    if year > YOUNGEST { 1900 + year } else { 2000 + year }
}

/// `3 mei 1978`, `3-mei-'78`, `drie mei negentienachtenzeventig`, `3 mei`.
fn with_month(text: &str, at: usize) -> Option<Date> {
    let day_end = match number(text, at, 2) {
        Some((day, end)) if (1..=31).contains(&day) => {
            let ordinal = word_at(text, end);
            if ordinal.is_any(&["e", "de", "ste"]) { ordinal.end() } else { end }
        }
        Some(_) => return None,
        None => Some(word_at(text, at)).filter(|word| is_day_in_words(word.text))?.end(),
    };
    let month = word_at(text, behind_mark(text, day_end)?);
    if !is_month(month.text) {
        return None;
    }
    let mut end = month.end();
    if text[end..].starts_with('/') && is_month(word_at(text, end + 1).text) {
        // `08 SEP/SEP 1968` in a passport.
        end = word_at(text, end + 1).end();
    }
    let year = behind_month(text, end).and_then(|start| year_at(text, start));
    Some(year.unwrap_or(Date { end, year: None }))
}

/// A year alone, or a date whose figures nothing divides: `1978`, `03051978`.
fn alone(text: &str, at: usize) -> Option<Date> {
    let Some((value, end)) = number(text, at, 8) else {
        return year_in_words(text, at).map(|end| Date { end, year: None });
    };
    let apart = !joined_after(text, end);
    let fits = match end - at {
        2 => before(text, at).is_some_and(|c| matches!(c, '\'' | '’' | '‘')),
        4 => (1850..=2100).contains(&value),
        6 | 8 => true,
        _ => false,
    };
    (fits && apart).then_some(Date { end, year: None })
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
    use super::*;

    #[test]
    fn a_whole_date_tells_its_year() {
        for (text, year) in [
            ("3-5-1978", Some(1978)),
            ("03/05/78", Some(1978)),
            ("03-05-'12", Some(2012)),
            ("1978-05-03", Some(1978)),
            ("17.06.1993", Some(1993)),
            ("3 mei 1978", Some(1978)),
            ("3 mei '78", Some(1978)),
            ("6 March 1981", Some(1981)),
            ("08 SEP/SEP 1968", Some(1968)),
            ("3e mei 1978", Some(1978)),
            ("3 mei 12", None),
            ("3 mei", None),
            ("2.10.45", None),
            ("3 5 78", None),
            ("06-12-34-56", None),
            ("1978", None),
            ("32-01-1978", None),
            ("3-13-1978", None),
        ] {
            assert_eq!(Date::whole_at(text, 0).map(|(_, year)| year), year, "{text}");
        }
    }
}
