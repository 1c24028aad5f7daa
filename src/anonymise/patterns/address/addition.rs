//! What stands behind a house number and tells which door: `a`, `-III`, ` bis`, ` bus 4`, ` t/m 16`. Input: the end of
//! the number; output: the end of the addition.

use super::ends_phrase;
use crate::anonymise::patterns::context::{is_blank, is_break, is_dash, is_quantity, skip_space, word_at};

/// Words behind a house number that tell which door: whole, with capitals or not.
const DOORS: &[&str] = &[
    "bis", "hs", "huis", "boven", "beneden", "bov", "ben", "bg", "rood", "rd", "zwart", "zw", "sous", "ong", "ii",
    "iii", "iv", "vi", "vii", "viii", "hoog", "bgg", "parterre", "1hoog", "2hoog", "3hoog", "4hoog",
];

/// Whether an addition is one that only doors have: `hs`, ` rd`. Articles of a law have a `bis` as well.
pub(super) fn tells_door(addition: &str) -> bool {
    const SURE: &[&str] = &["hs", "rd", "zw", "bg", "bgg", "sous", "parterre"];
    let start = addition.trim_end_matches(char::is_alphabetic).len();
    SURE.iter().any(|door| addition[start..].eq_ignore_ascii_case(door))
}

/// Where one addition behind the house number ends: `a`, `-III`, ` bis`, `-2hoog`, ` bus 4`, ` t/m 16`.
pub(super) fn addition_end(text: &str, end: usize) -> Option<usize> {
    let mut chars = text[end..].chars();
    match chars.next()? {
        c if is_blank(c) && chars.clone().next().is_some_and(is_dash) => {
            let dash = end + c.len_utf8();
            dashed_addition(text, dash + chars.next().map_or(0, char::len_utf8))
        }
        c if c.is_ascii_alphabetic() => door_at(text, end),
        c if is_dash(c) || c == '/' => tied_addition(text, end + c.len_utf8()),
        ',' => numbered_addition(text, skip_space(text, end + 1, 1)),
        c if is_blank(c) => {
            let start = end + c.len_utf8();
            numbered_addition(text, start).or_else(|| apart_addition(text, start))
        }
        _ => None,
    }
}

/// What a dash with a blank before it ties to the number: a letter, or a second number behind another blank.
fn dashed_addition(text: &str, start: usize) -> Option<usize> {
    let behind_blank = skip_space(text, start, 1);
    let word = word_at(text, behind_blank);
    let is_number = word.text.len() <= 4 && word.text.bytes().all(|byte| byte.is_ascii_digit());
    let fits = if behind_blank == start {
        is_letter_and_figures(word.text)
    } else {
        !word.text.is_empty() && is_number && !is_quantity(text, word.end()) && !goes_on_behind(text, word.end())
    };
    fits.then_some(word.end())
}

/// Whether figures go on behind `end`, as those of a date or a time do.
fn goes_on_behind(text: &str, end: usize) -> bool {
    let mut behind = text[end..].chars();
    matches!(behind.next(), Some(c) if is_dash(c) || matches!(c, '.' | ':' | '/' | ','))
        && behind.next().is_some_and(|c| c.is_ascii_digit())
}

/// A single letter or a word for a door.
fn door_at(text: &str, start: usize) -> Option<usize> {
    let word = word_at(text, start);
    (is_letter_and_figures(word.text) || word.is_any(DOORS)).then_some(word.end())
}

/// A letter, or a letter and one or two figures: `a`, `A2`.
fn is_letter_and_figures(word: &str) -> bool {
    let figures = word.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    word.len() - figures.len() == 1 && figures.len() <= 2 && figures.bytes().all(|byte| byte.is_ascii_digit())
}

/// What a dash or a slash ties to the number: figures, a letter, a door.
fn tied_addition(text: &str, start: usize) -> Option<usize> {
    let word = word_at(text, start);
    let digits = word.text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &word.text[digits..];
    let fits = match digits {
        0 => is_letter_and_figures(rest) || DOORS.iter().any(|door| rest.eq_ignore_ascii_case(door)),
        1..=3 => {
            rest.is_empty() || is_letter_and_figures(rest) || DOORS.iter().any(|door| rest.eq_ignore_ascii_case(door))
        }
        _ => false,
    };
    (fits && !word.text.is_empty()).then_some(word.end())
}

/// What stands behind a blank: a door, a single letter that is no word, a floor, a second number.
fn apart_addition(text: &str, start: usize) -> Option<usize> {
    let word = word_at(text, start);
    let next = text[word.end()..].chars().next();
    let letter = word.text.len() == 1
        && word.text.bytes().all(|byte| matches!(byte, b'a'..=b'h' | b'A'..=b'T' | b'V' | b'W' | b'Z'))
        && !matches!(next, Some('\'' | '’' | '-' | '/'))
        && (next != Some('.') || text[word.end() + 1..].chars().next().is_none_or(is_break));
    let coded = word.text.len() > 1
        && word.text.starts_with(|c: char| c.is_uppercase() || c == 'b')
        && is_letter_and_figures(word.text);
    let second = word_at(text, skip_space(text, word.end(), 1));
    // `12 b 3`, `12 K 3`
    let boxed = word.is_any(&["b", "k"])
        && (1..=3).contains(&second.text.len())
        && second.text.bytes().all(|byte| byte.is_ascii_digit())
        && !is_quantity(text, second.end());
    if boxed {
        return Some(second.end());
    }
    if letter || coded || word.is_any(DOORS) {
        return Some(word.end());
    }
    let opposite = ["t.o.", "t/o"].iter().find(|opposite| text[start..].starts_with(**opposite));
    if let Some(opposite) = opposite {
        return Some(start + opposite.trim_end_matches('.').len());
    }
    if is_ordinal(word.text) && second.is_any(&["verd", "verdieping", "etage", "et", "woonlaag"]) {
        return Some(second.end());
    }
    let is_floor = word.text.len() == 1 && word.text.as_bytes()[0].is_ascii_digit()
        || word.is_any(&["een", "één", "twee", "drie", "vier"]);
    if is_floor && second.text.eq_ignore_ascii_case("hoog") {
        return Some(second.end());
    }
    if word.text.len() == 5 && word.text.ends_with("hoog") && word.text.as_bytes()[0].is_ascii_digit() {
        return Some(word.end());
    }
    let range = text[start..].starts_with("t/m ");
    let and = text[start..].starts_with(['+', '&']);
    let until = if range {
        start + 4
    } else if and {
        skip_space(text, start + 1, 1)
    } else {
        word.is_any(&["en", "of"]).then_some(second.start)?
    };
    let last = word_at(text, until);
    let is_number = (1..=4).contains(&last.text.len()) && last.text.bytes().all(|byte| byte.is_ascii_digit());
    (is_number && !is_quantity(text, last.end()) && (range || ends_phrase(text, last.end()))).then_some(last.end())
}

/// `1e`, `2de`, `eerste`.
fn is_ordinal(word: &str) -> bool {
    let ending = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let figures = word.len() - ending.len();
    (1..=2).contains(&figures) && matches!(ending, "e" | "de" | "ste")
        || ["eerste", "tweede", "derde", "vierde"].contains(&word)
}

/// A word for a part of the building with its number: `bus 4`, `app. 3`, `kamer 12`.
fn numbered_addition(text: &str, start: usize) -> Option<usize> {
    let word = word_at(text, start);
    if !word.is_any(&["bus", "app", "apt", "appartement", "kamer", "unit", "box", "bte", "verdieping", "etage"]) {
        return None;
    }
    let dot = word.end() + usize::from(text[word.end()..].starts_with('.'));
    let number = word_at(text, skip_space(text, dot, 1));
    let is_number = (1..=4).contains(&number.text.len())
        && number.text.is_ascii()
        && (number.text.len() == 1 || number.text.starts_with(|c: char| c.is_ascii_digit()));
    is_number.then_some(number.end())
}
