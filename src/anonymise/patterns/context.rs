//! What stands around a place in the text: the neighbouring characters, the words before and after it, and
//! whether those words announce something. No look goes further than a small window.

use std::borrow::Cow;

use super::tables::{OTHER_MONTHS, REFERENCE_LINKS, REFERENCE_STARTS, UNITS};
use crate::anonymise::lists::SHORT_MONTHS;
use crate::calendar::dutch::MONTHS;

/// No look at neighbouring words goes further than this many bytes.
const WINDOW: usize = 64;

/// The character that ends at byte `at`.
pub(super) fn before(text: &str, at: usize) -> Option<char> {
    text[..at].chars().next_back()
}

/// The character that starts at byte `at`.
pub(super) fn after(text: &str, at: usize) -> Option<char> {
    text[at..].chars().next()
}

/// Whether the character before `at` would make one word with what starts there.
pub(super) fn joined_before(text: &str, at: usize) -> bool {
    before(text, at).is_some_and(char::is_alphanumeric)
}

/// Whether the character at `at` would make one word with what ends there.
pub(super) fn joined_after(text: &str, at: usize) -> bool {
    after(text, at).is_some_and(char::is_alphanumeric)
}

/// Whether what starts at `at` is the tail of something longer: a letter, a figure, or a mark that ties it to one.
pub(super) fn tied_before(text: &str, at: usize) -> bool {
    match before(text, at) {
        Some(c) if c.is_alphanumeric() || matches!(c, '#' | '_' | '€' | '$' | '£') => true,
        Some(c) if is_dash(c) || matches!(c, '/' | '\\' | '=' | '+') => joined_before(text, at - c.len_utf8()),
        Some('.' | ',' | ':') => before(text, at - 1).is_some_and(|c| c.is_ascii_digit()),
        _ => false,
    }
}

/// Whether what ends at `at` goes on: a letter, a figure, or a mark that ties it to one.
pub(super) fn tied_after(text: &str, at: usize) -> bool {
    match after(text, at) {
        Some(c) if c.is_alphanumeric() || matches!(c, '_' | '%' | '€') => true,
        Some(c) if is_dash(c) || matches!(c, '/' | '\\' | '=') => joined_after(text, at + c.len_utf8()),
        Some('.' | ',' | ':') => after(text, at + 1).is_some_and(|c| c.is_ascii_digit()),
        _ => false,
    }
}

/// A hyphen or one of the dashes that word processors put in its place.
pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// White space within a line, the unbreakable kinds included, and characters of no width.
pub(super) fn is_blank(c: char) -> bool {
    (c.is_whitespace() && !is_break(c)) || matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

/// The end of a line.
pub(super) fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}')
}

/// The byte behind at most `most` blanks and at most one end of line that start at `at`.
pub(super) fn skip_space(text: &str, at: usize, most: usize) -> usize {
    let mut end = at;
    let mut lines = 0;
    for c in text[at..].chars().take(most + 2) {
        if c == '\n' {
            lines += 1;
        }
        if lines > 1 || !(is_blank(c) || is_break(c)) {
            break;
        }
        end += c.len_utf8();
    }
    end
}

/// The byte before which at most `most` blanks and at most one end of line stand, up to `at`.
pub(super) fn skip_space_back(text: &str, at: usize, most: usize) -> usize {
    let mut start = at;
    let mut lines = 0;
    for c in text[..at].chars().rev().take(most + 2) {
        if c == '\n' {
            lines += 1;
        }
        if lines > 1 || !(is_blank(c) || is_break(c)) {
            break;
        }
        start -= c.len_utf8();
    }
    start
}

/// A word: letters and figures without anything between.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word<'t> {
    pub text: &'t str,
    pub start: usize,
}

impl Word<'_> {
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }

    pub fn is_any(&self, list: &[&str]) -> bool {
        list.iter().any(|entry| self.text.eq_ignore_ascii_case(entry))
    }
}

/// The words of the same sentence before `at`, nearest first. The full stop of an abbreviation ends no sentence.
pub(super) fn words_before(text: &str, at: usize) -> impl Iterator<Item = Word<'_>> {
    let floor = floor_boundary(text, at.saturating_sub(WINDOW));
    let mut end = at;
    std::iter::from_fn(move || {
        let gap = &text[floor..end];
        let bare = gap.trim_end_matches(|c: char| !c.is_alphanumeric());
        let word = bare.rsplit(|c: char| !c.is_alphanumeric()).next()?;
        if word.is_empty() || ends_sentence(word, &gap[bare.len()..]) {
            return None;
        }
        let start = floor + bare.len() - word.len();
        end = start;
        Some(Word { text: word, start })
    })
}

fn ends_sentence(word: &str, gap: &str) -> bool {
    let abbreviation = word.len() <= 5 || word.ends_with("nr") || word.ends_with("Nr");
    gap.contains(['!', '?', ';']) || (gap.contains('.') && !abbreviation) || gap.matches('\n').count() > 1
}

/// The word that starts at `at`; empty where none does.
pub(super) fn word_at(text: &str, at: usize) -> Word<'_> {
    let rest = &text[at..];
    let end = rest
        .char_indices()
        .take(WINDOW)
        .find(|(_, c)| !c.is_alphanumeric())
        .map_or_else(|| floor_boundary(rest, WINDOW.min(rest.len())), |(offset, _)| offset);
    Word { text: &rest[..end], start: at }
}

/// The nearest character boundary at or below `at`.
fn floor_boundary(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|&i| text.is_char_boundary(i)).unwrap_or(0)
}

/// Whether a word that `is_cue` stands before `at` with nothing but words of `links` between. Words come in lower
/// case.
pub(super) fn announced(text: &str, at: usize, links: &[&str], is_cue: impl Fn(&str) -> bool) -> bool {
    for word in words_before(text, at).take(6) {
        let mut letters = [0; WINDOW];
        let word = lower_case(word.text, &mut letters);
        if is_cue(&word) {
            return true;
        }
        if !links.contains(&&*word) {
            return false;
        }
    }
    false
}

/// The word in lower case, in the room given where it fits.
fn lower_case<'w>(word: &'w str, room: &'w mut [u8; WINDOW]) -> Cow<'w, str> {
    match room.get_mut(..word.len()) {
        Some(letters) if word.is_ascii() => {
            letters.copy_from_slice(word.as_bytes());
            letters.make_ascii_lowercase();
            String::from_utf8_lossy(letters)
        }
        _ => Cow::Owned(word.to_lowercase()),
    }
}

/// Whether the words before `at` announce the number of an order, an invoice, a file: what must stay readable.
pub(super) fn is_reference(text: &str, at: usize) -> bool {
    const MOST_LISTED: usize = 4;
    std::iter::successors(Some(at), |at| listed_before(text, *at))
        .take(MOST_LISTED)
        .any(|at| is_announced_reference(text, at))
}

/// The start of a code of the same shape right before `at`, in a list: `facturen 26-AB-11, 26-AB-12 en 26-AB-13`.
fn listed_before(text: &str, at: usize) -> Option<usize> {
    let blank = |c: char| is_blank(c) || c == ',';
    let head = text[..at].trim_end_matches(blank);
    let linked = [" en", " of", " &", " +"].iter().find_map(|link| head.strip_suffix(link));
    if linked.is_none() && !text[head.len()..at].starts_with(',') {
        return None;
    }
    let head = linked.unwrap_or(head).trim_end_matches(blank);
    let floor = floor_boundary(head, head.len().saturating_sub(WINDOW));
    let code = head[floor..].rsplit(is_blank).next().filter(|code| code.contains(|c: char| c.is_ascii_digit()))?;
    let shape = |c: char| {
        if c.is_ascii_digit() {
            '0'
        } else if c.is_alphabetic() {
            'a'
        } else {
            c
        }
    };
    let mut behind = text[at..].chars();
    let same = code.chars().all(|c| behind.next().is_some_and(|other| shape(other) == shape(c)));
    (same && !behind.next().is_some_and(char::is_alphanumeric)).then_some(head.len() - code.len())
}

fn is_announced_reference(text: &str, at: usize) -> bool {
    announced(text, at, REFERENCE_LINKS, |word| {
        REFERENCE_STARTS.iter().any(|start| word.starts_with(start)) && !word.starts_with("bestelb")
            || matches!(word, "ref" | "type" | "id" | "versie" | "code" | "artnr" | "po" | "case" | "btw" | "kvk")
            || word.ends_with("code") && word != "postcode"
    })
}

/// Whether the figures in `start..end` are a sum or a measure.
pub(super) fn is_amount(text: &str, start: usize, end: usize) -> bool {
    let head = text[..start].trim_end_matches(is_blank);
    if head.ends_with(['€', '$', '£']) || ends_with_ignoring_case(head, "eur") || ends_with_ignoring_case(head, "euro")
    {
        return true;
    }
    let tail = text[end..].trim_start_matches(is_blank);
    tail.starts_with(['€', '%', '°', '²']) || is_quantity(text, end)
}

/// Whether `text` ends with the ASCII word `word`, in capitals or not.
pub(super) fn ends_with_ignoring_case(text: &str, word: &str) -> bool {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    // Most words end in another letter.
    let same_last =
        |one: Option<&u8>, other: Option<&u8>| one.zip(other).is_none_or(|(a, b)| a.eq_ignore_ascii_case(b));
    text.len() >= word.len()
        && same_last(text.last(), word.last())
        && text[text.len() - word.len()..].eq_ignore_ascii_case(word)
}

/// Whether a word is a month, in full or cut short, here or abroad.
pub(super) fn is_month(word: &str) -> bool {
    let months = MONTHS.iter().chain(&SHORT_MONTHS).chain(OTHER_MONTHS);
    months.into_iter().any(|month| word.eq_ignore_ascii_case(month))
}

/// Whether a unit or the name of a month follows on `end`, so that the figures before it count something.
pub(super) fn is_quantity(text: &str, end: usize) -> bool {
    let tail = text[end..].trim_start_matches(is_blank);
    if tail.starts_with('%') {
        return true;
    }
    let word = word_at(tail, 0);
    word.is_any(UNITS) || is_month(word.text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_before_a_place_stay_within_its_sentence() {
        let cases = [
            ("Bel mij op ", vec!["op", "mij", "Bel"]),
            ("Het was gesloten. Mijn tel. ", vec!["tel", "Mijn"]),
            ("Echt waar! Nr: ", vec!["Nr"]),
            ("boven\n\nonder\n", vec!["onder"]),
            ("één ", vec!["één"]),
            ("", vec![]),
        ];
        for (text, wanted) in cases {
            let words: Vec<_> = words_before(text, text.len()).map(|word| word.text).collect();
            assert_eq!(words, wanted, "{text:?}");
        }
    }

    #[test]
    fn a_reference_is_announced_right_before_its_number() {
        for text in ["order ", "ordernummer: ", "Factuur nr. ", "dossier met nummer ", "klantnummer is ", "kenmerk:\n"]
        {
            assert!(is_reference(text, text.len()), "{text:?}");
        }
        for text in ["bestelling 10-AAB-1 en ", "facturen 10-AAB-1, 10-AAB-3 en ", "orders 10-AAB-1, "] {
            assert!(is_reference(&format!("{text}10-AAB-2"), text.len()), "{text:?}");
        }
        for text in ["order 4471, ", "order 10-AAB-1, auto "] {
            assert!(!is_reference(&format!("{text}10-AAB-2"), text.len()), "{text:?}");
        }
        for text in ["mijn order is kwijt, bel ", "de klant ", "bestelbus ", "postcode ", "Ik woon op "] {
            assert!(!is_reference(text, text.len()), "{text:?}");
        }
    }

    #[test]
    fn the_look_never_splits_a_character() {
        let text = "é".repeat(200);
        assert!(words_before(&text, text.len()).count() <= 1);
        assert!(word_at(&text, 0).end() <= WINDOW);
    }
}
