//! Postcodes: Dutch ones by form and surroundings, Belgian ones behind an address or a country's letter. Input:
//! figures; output: the span of figures and letters. The town stays.

use std::ops::Range;

use super::context::{
    announced, before, is_blank, is_break, is_dash, is_month, is_reference, joined_after, skip_space, tied_before,
    word_at, words_before,
};
use super::figures::{Figures, Gap};
use super::tables::{PAIRS, UNIT_PAIRS};

/// The postcode at these figures. `address_end` is where the address before them ends.
pub(super) fn at(text: &str, figures: &Figures, address_end: usize) -> Option<Range<usize>> {
    let start = figures.start();
    let prefix = country_prefix(text, start);
    if prefix.is_none() && tied_before(text, start) {
        return None;
    }
    let behind_address = address_end > 0
        && text.get(address_end..start).is_some_and(|gap| {
            gap.len() <= 8 && gap.chars().all(|c| c == ',' || c.is_whitespace() || is_dash(c) || c == '(')
        });
    let certain = || behind_address || prefix.is_some() || is_announced(text, start);
    match form_at(text, start) {
        Some(form) => (form.is_certain(text) || certain()).then_some(start..form.end),
        None => loose(text, figures, behind_address).or_else(|| foreign(text, figures, certain)),
    }
}

/// A postcode that is written as few are, where the words around it tell: `1234\nAB`, `1234 A.B.`, `12 34 AB`.
fn loose(text: &str, figures: &Figures, behind_address: bool) -> Option<Range<usize>> {
    const LONGEST_GAP: usize = 3;
    let groups = figures.groups();
    let last = match (groups.first()?.len(), groups.get(1)) {
        (4, _) => groups[0],
        (2, Some(next)) if next.len() == 2 && next.gap == Gap::SPACE => *next,
        _ => return None,
    };
    if text.as_bytes()[figures.start()] == b'0' {
        return None;
    }
    let may_part = |c: char| is_blank(c) || is_break(c) || is_dash(c) || ".,_/('\"“‘".contains(c);
    let rest = &text[last.end..];
    let letters = rest.trim_start_matches(may_part);
    let gap = rest.len() - letters.len();
    let [first, behind @ ..] = letters.as_bytes() else { return None };
    let between = behind.iter().take_while(|byte| matches!(byte, b' ' | b'.')).count();
    let second = behind.get(between)?;
    let end = last.end + gap + 2 + between;
    let capitals = first.is_ascii_uppercase() && second.is_ascii_uppercase();
    let fits = (1..=LONGEST_GAP).contains(&rest[..gap].chars().count())
        && between <= 2
        && (capitals || first.is_ascii_lowercase() && second.is_ascii_lowercase())
        && !joined_after(text, end);
    let pair = [*first, *second].map(|letter| letter.to_ascii_lowercase());
    let is_no_word = between == 0 && !PAIRS.iter().chain(UNIT_PAIRS).any(|word| word.as_bytes() == pair);
    let told = || {
        is_announced(text, figures.start())
            || is_named_behind(text, end)
            || capitals && (behind_address || is_no_word && (town_at(text, end) || is_in_town(text, end)))
    };
    (fits && told()).then_some(figures.start()..end)
}

/// Whether a town follows behind a preposition: `1234-AB in Utrecht`.
fn is_in_town(text: &str, end: usize) -> bool {
    let word = word_at(text, skip_space(text, end, 1));
    word.is_any(&["in", "te"]) && town_at(text, word.end())
}

/// `1234-AB is mijn postcode`
fn is_named_behind(text: &str, end: usize) -> bool {
    let mut at = end;
    let words = std::iter::from_fn(|| {
        let word = word_at(text, skip_space(text, at, 1));
        at = word.end();
        Some(word)
    });
    words.take(4).any(|word| word.is_any(&["postcode"]))
}

/// Whether a postcode stands at `start`, where an address may end right before it; with `belgian` also one of four
/// figures and a town.
pub(super) fn is_likely_at(text: &str, start: usize, belgian: bool) -> bool {
    match form_at(text, start) {
        Some(form) => {
            let pair = &text[form.letters..form.end];
            let capitals = pair.bytes().all(|byte| byte.is_ascii_uppercase());
            let lower = pair.to_ascii_lowercase();
            let word = [PAIRS, UNIT_PAIRS].iter().any(|list| list.contains(&lower.as_str()));
            capitals || belgian || !word
        }
        None => {
            let digits = text[start..].bytes().take(5).take_while(u8::is_ascii_digit).count();
            belgian && digits == 4 && town_at(text, start + 4)
        }
    }
}

/// Four figures and two letters.
struct Form {
    start: usize,
    letters: usize,
    /// Where the letters end.
    end: usize,
}

/// What has the form of a Dutch postcode at `start`, whether or not it is one.
fn form_at(text: &str, start: usize) -> Option<Form> {
    let bytes = text.as_bytes();
    let figures = bytes.get(start..start + 4)?;
    if figures[0] == b'0' || !figures.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let mut letters = start + 4;
    for c in text[letters..].chars().take(2).take_while(|&c| is_blank(c) || is_dash(c)) {
        letters += c.len_utf8();
    }
    let end = letters + 2;
    let pair = bytes.get(letters..end)?;
    // `2026-VU-88`
    let is_code = || {
        let behind = text[end..].strip_prefix(is_dash);
        before(text, letters).is_some_and(is_dash)
            && behind.is_some_and(|behind| behind.starts_with(|c: char| c.is_ascii_digit()))
    };
    let usable = pair.iter().all(u8::is_ascii_alphabetic) && !joined_after(text, end) && !is_code();
    let taken = [b"SA", b"SD", b"SS"].iter().any(|taken| pair.eq_ignore_ascii_case(*taken));
    (usable && !taken).then_some(Form { start, letters, end })
}

impl Form {
    /// Whether the form alone, with what stands around it, makes a postcode.
    fn is_certain(&self, text: &str) -> bool {
        let pair = &text[self.letters..self.end];
        let lower = pair.to_ascii_lowercase();
        let abbreviation = text[self.end..].starts_with(['.', '\'', '’', '²', '³', '/'])
            && joined_after(text, self.end + text[self.end..].chars().next().map_or(0, char::len_utf8));
        if abbreviation || is_reference(text, self.start) || is_sum(text, self.start) || is_room(text, self.start) {
            return false;
        }
        let unit = UNIT_PAIRS.contains(&lower.as_str());
        let word = PAIRS.contains(&lower.as_str());
        let tens = text.as_bytes()[self.start + 3] == b'0';
        if self.is_announced_year(text) {
            false
        } else if pair.bytes().all(|byte| byte.is_ascii_uppercase()) {
            !(unit && tens) && !(word && (self.is_year(text) || in_capitals(text, self.start)))
                || unit && town_at(text, self.end)
        } else if self.letters == self.start + 4 {
            !unit
        } else {
            !unit && !word
        }
    }

    fn is_year(&self, text: &str) -> bool {
        text[self.start..self.start + 4].parse().is_ok_and(|year: u32| (1900..=2099).contains(&year))
    }

    /// Whether the figures are the year of a date, with two letters of another word behind it.
    fn is_announced_year(&self, text: &str) -> bool {
        let before_year = [
            "in", "sinds", "vanaf", "jaar", "eind", "begin", "medio", "voor", "tot", "van", "en", "over", "q1", "q2",
            "q3", "q4",
        ];
        self.is_year(text)
            && self.letters > self.start + 4
            && words_before(text, self.start)
                .next()
                .is_some_and(|word| is_month(word.text) || word.is_any(&before_year))
    }
}

/// Whether the word before stands in capitals: in such a text two capitals are a word as soon as any.
fn in_capitals(text: &str, start: usize) -> bool {
    words_before(text, start).next().is_some_and(|word| {
        word.text.len() > 1 && word.text != "NL" && !word.text.contains(|c: char| !c.is_uppercase())
    })
}

/// Whether a room or a group has this number: `lokaal 2031 KV`.
fn is_room(text: &str, start: usize) -> bool {
    const ROOMS: &[&str] = &["lokaal", "zaal", "kamer", "ruimte", "groep", "klas", "cohort", "lichting"];
    words_before(text, start).next().is_some_and(|word| word.is_any(ROOMS))
}

fn is_sum(text: &str, start: usize) -> bool {
    text[..start].trim_end_matches(is_blank).ends_with(['€', '$', '£'])
}

/// Whether a town's name follows: a word with a capital within the line.
fn town_at(text: &str, end: usize) -> bool {
    let start = skip_space(text, end, 2);
    let start = start + usize::from(text[start..].starts_with(','));
    let word = word_at(text, skip_space(text, start, 2));
    word.start > end && word.text.starts_with(char::is_uppercase) && word.text.chars().count() > 2
}

/// The letters of a country before a postcode, as in B-9000 or NL-1234 AB.
fn country_prefix(text: &str, start: usize) -> Option<&str> {
    let dash = before(text, start).filter(|&c| is_dash(c))?;
    let word = words_before(text, start).next()?;
    let known = matches!(word.text, "B" | "BE" | "NL" | "D" | "DE" | "L" | "F");
    (known && word.end() + dash.len_utf8() == start && before(text, word.start).is_none_or(|c| !is_dash(c)))
        .then_some(word.text)
}

/// A postcode of figures alone, where it stands behind an address, a country's letter or the word itself.
fn foreign(text: &str, figures: &Figures, certain: impl FnOnce() -> bool) -> Option<Range<usize>> {
    let first = figures.groups().first()?;
    let shaped = matches!(first.len(), 4 | 5) && !joined_after(text, first.end);
    (shaped && certain() && (town_at(text, first.end) || is_announced(text, first.start)))
        .then_some(first.start..first.end)
}

fn is_announced(text: &str, start: usize) -> bool {
    announced(text, start, &["is", "mijn", "en", "huisnummer", "was", "nl", "b", "d"], |word| {
        matches!(word, "postcode" | "postcodes" | "postkode")
    })
}

#[cfg(test)]
mod tests {
    use super::super::PatternKind::Postcode;
    use super::super::tests::{assert_found, assert_untouched};

    #[test]
    fn postcodes_are_found_and_the_town_stays() {
        let table = [
            "<1234 AB> Ons Dorp",
            "<1234AB>",
            "<1234\u{a0}AB>",
            "<1234  AB>",
            "<1234 ab>",
            "<1234ab>",
            "(<1234 Ab>)",
            "<1234-AB>",
            "postcode <1234 in>",
            "NL-<1234 AB> Gouda",
            "B-<9000> Gent",
            "postcode <9000>",
            "<1234 KM> Gouda",
            "<2015 AB>",
            "in <2511 CV> Den Haag",
            "<1234 cv>",
            "wonen in <1234 XB>.",
            "Postcode: <2026 DE>",
            "<5218 ML>",
            "rond <7081DE>",
            "<3768 JE>",
            "<9894ga>",
            "<1234\nAB> Gouda",
            "<1234 - AB> Gouda",
            "postcode <1234 A B>",
            "postcode <1234/AB>",
            "<3511.LX> is mijn postcode",
            "wonen op <3511_LX> in Gouda",
        ];
        for row in table {
            assert_found(Postcode, row);
        }
    }

    #[test]
    fn years_measures_and_codes_stay() {
        let table = [
            "2026 is",
            "in 2026 en",
            "rekening 2026-VU-88",
            "1500 km",
            "2000 kg",
            "1250 eu",
            "1500 KM",
            "IN 2500 IN DE STAD",
            "2000kg",
            "0123 AB",
            "1234 SS",
            "1234 sa",
            "1234 ABC",
            "€ 1250 te veel",
            "april 2024, TE STORTEN",
            "2024 - EN Utrecht",
            "1500 nm",
            "in 2026 OR",
            "groep 2026 AB",
            "lokaal 2031 KV",
            "3 mei 2026 NS",
            "artikel 1234AB",
            "order 1234 AB",
            "1500 m2",
            "K1234AB",
            "2026-1234 AB",
            "2026 zo'n",
            "2024 ik",
            "1.250 eu",
            "12345 AB",
            "sinds 2019 zz",
            "1200 pk",
            "1080 px",
        ];
        for row in table {
            assert_untouched(row);
        }
    }
}
