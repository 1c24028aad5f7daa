//! E-mail addresses, as they are and as people write them out (`naam [at] example punt nl`). Input: the place of the
//! sign or of what stands for it; output: the span from the name to the end of the domain.

use std::ops::Range;

use super::context::{before, is_blank, joined_after, skip_space, skip_space_back, word_at, words_before};
use super::tables::{OTHER_TLDS, SURE_TLDS};
use crate::anonymise::lexicon::is_ordinary;

/// Longest name or domain in bytes where it is written out; what has a real sign is read to its end.
const WRITTEN_OUT: usize = 120;

/// The address around the `@` at `sign`.
pub(super) fn around_sign(text: &str, sign: usize) -> Option<Range<usize>> {
    let end = sign + text[sign..].bytes().take_while(|&byte| byte == b'@').count();
    around(text, sign..end)
}

/// The address around what stands for the sign: `@`, `@@`, `%40`.
pub(super) fn around(text: &str, sign: Range<usize>) -> Option<Range<usize>> {
    let (left, right) = unbracket(text, sign.clone());
    let (name_end, host_start) = (skip_space_back(text, left, 2), skip_space(text, right, 2));
    let name_start = name_start(text, name_end)?;
    let spaced_left = name_end < left;
    let tight = name_end == sign.start && host_start == sign.end && text[sign].starts_with('@');
    let host_end = host_end(text, host_start, if tight { Style::Plain } else { Style::WrittenOut })?;
    let name = &text[name_start..name_end];
    let half_spaced = spaced_left && host_start == right;
    if half_spaced && !name.contains(|c: char| !c.is_alphabetic()) && is_ordinary(&name.to_lowercase()) {
        return None;
    }
    Some(name_start..host_end)
}

/// Whether the letter at `at` may begin a word for the sign without brackets; most letters end here.
pub(super) fn may_be_sign(bytes: &[u8], at: usize) -> bool {
    let apart = at > 0 && !bytes[at - 1].is_ascii_alphanumeric();
    apart && matches!(bytes.get(at + 1), Some(b't' | b'T' | b'p' | b'P'))
}

/// The address in which `at` stands between two of the same mark, of which the first is at `mark`: `naam_at_example.nl`.
pub(super) fn between_marks(text: &str, mark: usize) -> Option<Range<usize>> {
    let [sign, b'a' | b'A', b't' | b'T', other, ..] = text.as_bytes()[mark..] else { return None };
    if sign != other {
        return None;
    }
    let start = name_start(text, mark)?;
    host_end(text, mark + 4, Style::WrittenOut).map(|end| start..end)
}

/// The address around a word for the sign that starts at `at`: `[at]`, `(at)`, ` at `, `apenstaartje`.
pub(super) fn spelled_out(text: &str, at: usize, read_to: usize) -> Option<Range<usize>> {
    let sign = written_sign(text, at)?;
    let name_end = skip_space_back(text, sign.start, 2);
    let name_start = spoken_name_start(text, name_start(text, name_end)?);
    let host_start = skip_space(text, sign.end, 2);
    if name_start < read_to || name_end - name_start > WRITTEN_OUT {
        return None;
    }
    host_end(text, host_start, Style::WrittenOut).map(|end| name_start..end)
}

/// The word for the sign at `at`, with its brackets.
fn written_sign(text: &str, at: usize) -> Option<Range<usize>> {
    let open = matches!(text.as_bytes()[at], b'(' | b'[' | b'{' | b'<');
    let start = if open { skip_space(text, at + 1, 1) } else { at };
    let word = word_at(text, start);
    if !word.is_any(&["at", "a", "apenstaart", "apenstaartje", "apestaart", "apestaartje"]) {
        return None;
    }
    if !open {
        let apart = before(text, at).is_some_and(is_blank) && text[word.end()..].starts_with(is_blank);
        return (apart && word.text.len() > 1).then_some(start..word.end());
    }
    let end = skip_space(text, word.end(), 1);
    text[end..].starts_with([')', ']', '}', '>']).then_some(at..end + 1)
}

/// The place of the sign with the brackets that some put around it.
fn unbracket(text: &str, sign: Range<usize>) -> (usize, usize) {
    let bracketed = text[..sign.start].ends_with(['(', '[', '{']) && text[sign.end..].starts_with([')', ']', '}']);
    (sign.start - usize::from(bracketed), sign.end + usize::from(bracketed))
}

/// Where the name before the sign starts. It ends at `end` and reaches back to the first character that no name has.
fn name_start(text: &str, end: usize) -> Option<usize> {
    let is_mark = |c: char| matches!(c, '.' | '_' | '-' | '+' | '%' | '&' | '\'' | '’' | '~' | '*' | '!' | '$');
    let name = text[..end]
        .char_indices()
        .rev()
        .take_while(|&(_, c)| c.is_alphanumeric() || is_mark(c) || is_combining(c))
        .last()
        .map_or("", |(start, _)| &text[start..end]);
    let name = name.trim_start_matches(|c: char| is_mark(c) && c != '_' || is_combining(c));
    (!name.is_empty() && !name.ends_with('\'')).then_some(end - name.len())
}

/// Where a name starts that goes on before `start` over marks in words: `jan punt de punt vries`.
fn spoken_name_start(text: &str, start: usize) -> usize {
    const MARKS: &[&str] = &["punt", "dot", "streepje", "underscore", "plus", "koppelteken"];
    const MOST: usize = 6;
    let mut start = start;
    for _ in 0..MOST {
        let mut words = words_before(text, start);
        let Some(mark) = words.next().filter(|word| word.is_any(MARKS)) else { break };
        let Some(mut word) = words.next() else { break };
        if word.is_any(&["laag", "liggend"]) {
            let Some(before) = words.next() else { break };
            word = before;
        }
        if !text[word.end()..mark.start].chars().all(|c| is_blank(c) || c.is_alphabetic()) {
            break;
        }
        start = word.start;
    }
    start
}

/// A diacritic that stands apart from its letter.
fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    /// After a real sign without blanks: any domain will do.
    Plain,
    /// Otherwise the domain must end in a known top-level domain, and its dots may be words.
    WrittenOut,
}

/// Where the domain that starts at `start` ends.
fn host_end(text: &str, start: usize, style: Style) -> Option<usize> {
    let mut label = label_end(text, start)?;
    let mut accepted = (style == Style::Plain && text[start..].starts_with(char::is_alphabetic)).then_some(label);
    let mut settled = false;
    while let Some(next) = after_dot(text, label) {
        if style == Style::WrittenOut && next - start > WRITTEN_OUT {
            break;
        }
        let Some(end) = label_end(text, next) else { break };
        let name = &text[next..end];
        let opens_sentence = settled && name.starts_with(char::is_uppercase) && !is_known(name);
        let apart = next > label + 1;
        if opens_sentence || (apart && settled) {
            break;
        }
        settled = is_known(name) && name != "co";
        if is_known(name) || (style == Style::Plain && !apart) {
            accepted = Some(end);
        }
        label = end;
    }
    accepted
}

fn is_known(label: &str) -> bool {
    SURE_TLDS.iter().chain(OTHER_TLDS).any(|tld| label.eq_ignore_ascii_case(tld))
}

fn label_end(text: &str, start: usize) -> Option<usize> {
    let rest = &text[start..];
    let end =
        rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_') || is_combining(c))).unwrap_or(rest.len());
    let label = rest[..end].trim_end_matches(['-', '_']);
    (!label.is_empty() && !label.starts_with('-')).then_some(start + label.len())
}

/// Where the next label starts, behind a dot or a word for it.
fn after_dot(text: &str, at: usize) -> Option<usize> {
    if text[at..].starts_with('.') && joined_after(text, at + 1) {
        return Some(at + 1);
    }
    let start = skip_space(text, at, 1);
    let open = usize::from(text[start..].starts_with(['(', '[', '{']));
    let dot = start + open;
    let word = word_at(text, dot);
    let end = if text[dot..].starts_with('.') {
        dot + 1
    } else if word.is_any(&["dot", "punt"]) {
        word.end()
    } else {
        return None;
    };
    if open == 1 {
        return text[end..].starts_with([')', ']', '}']).then(|| skip_space(text, end + 1, 1));
    }
    let next = skip_space(text, end, 1);
    let ends_host = text[dot..].starts_with('.') && is_known(word_at(text, next).text);
    (start > at && (next > end || ends_host)).then_some(next)
}

#[cfg(test)]
mod tests {
    use super::super::PatternKind::Email;
    use super::super::tests::{assert_found, assert_untouched};

    #[test]
    fn every_usual_spelling_is_found_whole() {
        let table = [
            "<naam%40example.nl>",
            "<naam@3m.example>",
            "<naam=40example.nl>",
            "<naam＠example.nl>",
            "<naam@@example.nl>",
            "<naam_at_example.nl>",
            "<jan punt de punt vries apenstaartje example punt nl>",
            "<jan laag streepje vries apenstaartje example punt nl>",
            "<f.elamrani@example.nl>",
            "Mail <jan@example.nl>.",
            "(<jan@example.nl>)",
            "mailto:<jan@example.nl>",
            "<jan.de-vries+klacht@mail.example.co.uk>, en",
            "<JAN@EXAMPLE.NL>",
            "<zoë.müller@bücher.example>",
            "'<jan@example.nl>'",
            "<jan@example.nl>; <piet@example.org>",
            "<jan [at] example.nl>",
            "<jan(at)example.nl>",
            "<jan (at) example (punt) nl>",
            "<jan[at]example[dot]nl>",
            "<jan @ example . nl>",
            "<jan @ example.nl>",
            "<jan(@)example.nl>",
            "<jan at example punt nl>",
            "<jan apenstaartje example.nl>",
            "<jan@example.nl>.Ik",
            "<jan.de.vries@\nexample.nl>",
            "<jan_12 @example.nl>",
            "<0612345678@example.nl>",
            "&lt;<jan@example.nl>&gt;",
            "<o'brien@example.nl>",
            "e-mail:<jan@example.nl>",
            "<_jan_@example.nl>",
            "<jan@bedrijf>",
            "<jan@example.nl>\u{a0}of",
            "<jan {at} example {dot} com>",
            "<jan@example.NL> is",
            "<k.12@example.info>",
            "<jan@example .nl> of",
            "<jan at mail punt example punt nl>",
        ];
        for row in table {
            assert_found(Email, row);
        }
    }

    #[test]
    fn other_signs_stay() {
        for row in [
            "3 stuks @ € 5",
            "@",
            "@@@",
            "hij at om twaalf uur",
            "(at)",
            "5@10",
            "at home",
            "wij zijn (a) te laat",
            "meld @ 12.30",
        ] {
            assert_untouched(row);
        }
    }
}
