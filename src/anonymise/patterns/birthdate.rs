//! Birth dates: a date, or a year, that the words around it call someone's birth or birthday; the dates of events
//! stay. Input: a place where such a word may start; output: the span of the date.

use std::ops::Range;

use super::context::{joined_before, word_at, words_before};
use super::date::Date;

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
    // `geb.datum leerling`
    let behind = text[word.end()..].bytes().take(2).take_while(|byte| matches!(byte, b'.' | b' ')).count();
    let datum = word_at(text, word.end() + behind);
    let of_datum = lowered == "geb" && datum.is_any(&["datum", "dat"]);
    let end = if of_datum { datum.end() } else { word.end() };
    (noun || verb).then(|| Cue { range: start..end, noun: noun || of_datum || lowered.starts_with("gebda") })
}

/// The first date behind the word, and how many words stand between.
fn date_after(text: &str, cue: &Cue) -> Option<(Range<usize>, usize)> {
    let mut at = cue.range.end;
    let (mut words, mut strange) = (0, 0);
    let mut lines = 0;
    while at < text.len() && at - cue.range.start < REACH && words <= 7 {
        let c = text[at..].chars().next()?;
        if c.is_alphanumeric() && !joined_before(text, at) {
            if let Some(date) = Date::at(text, at) {
                return Some((at..date.end, words));
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

/// Words of few letters that link a word for birth to its date: `geboren ben ik op`.
const BETWEEN: &str = "op te in is de den dd dat d ben bent zijn was ik hij zij zo dus datum en maandag dinsdag woensdag donderdag \
    vrijdag zaterdag zondag jaar het anno nl on of ie";

/// Behind the noun (`de geboortedatum van mijn zoon`), also these.
const BEHIND_NOUN: &str = "van mijn onze ons haar uw zoon dochter man vrouw moeder vader partner kind broer zus kleinzoon kleindochter \
    oma opa dat deze die mevrouw meneer dhr mw indiener klager";

fn may_stand_between(word: &str, noun: bool) -> bool {
    let is_in = |list: &str, word: &str| list.split(' ').any(|own| own == word);
    let lower = word.to_lowercase();
    is_in(BETWEEN, &lower) || noun && is_in(BEHIND_NOUN, &lower) || word.starts_with(char::is_uppercase)
}

/// A date with at most three words between it and the cue: `op 3 mei 1978 ben ik geboren`. Of the dates that end
/// there, the longest.
fn date_before(text: &str, cue: &Cue) -> Option<Range<usize>> {
    const LINKS: &[&str] = &["is", "was", "mijn", "zijn", "haar", "onze", "de", "uw"];
    let Cue { range: Range { start: cue, .. }, noun } = *cue;
    let mut found: Option<Range<usize>> = None;
    for word in words_before(text, cue).take(7) {
        let Some(end) = Date::at(text, word.start).map(|date| date.end).filter(|&end| end <= cue) else { continue };
        let mut between = words_before(text, cue).take_while(|other| other.start >= end);
        let near = if noun { between.all(|word| word.is_any(LINKS)) } else { between.count() <= 3 };
        if near && found.as_ref().is_none_or(|date| end >= date.end) {
            found = Some(word.start..end);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::PatternKind::Birthdate;
    use super::super::tests::{assert_found, assert_untouched};

    #[test]
    fn announced_dates_are_found_whole() {
        let table = [
            "geboren <3 mei, 1985>",
            "geboren op <3 mei\n1985>",
            "geboren <May 3rd, 1985>",
            "born <May 3, 1985>",
            "geb.datum kind: <3-5-2009>",
            "Geb. datum leerling <3 mei 2009>",
            "geboren in <mei 1985>",
            "geboortejaar '<85>",
            "geboren: <3_5_1985>",
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
