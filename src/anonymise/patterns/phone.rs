//! Telephone numbers: Dutch, Belgian and international, in every usual spelling. Input: figures; output: the span
//! from the plus or the area code up to the extension. Service numbers (0800, 0900, 112, 14 0xx) are nobody's.

mod announced;
mod plan;

use std::ops::Range;

use self::announced::{is_announced, is_cue, is_of_service};
use self::plan::{Certainty, is_service, plan};
use super::context::{before, is_amount, is_blank, is_dash, is_reference, joined_before, tied_after, words_before};
use super::figures::{Digits, Figures, Gap, Group};

/// The telephone number in these figures. `previous` is the end of the number before, which a slash may tie to this.
pub(super) fn at(text: &str, figures: &Figures, previous: usize) -> Option<Range<usize>> {
    let groups = figures.groups();
    let first = groups.first()?;
    let opening = Opening::read(text, first);
    let of_service = first.of(text).starts_with("088") && is_of_service(text, opening.start);
    if of_service || is_tied(text, opening.start, previous) || is_service(text, groups, &opening) {
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
    (accepted && !is_date && !of_enterprise).then_some(end)
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
mod tests;
