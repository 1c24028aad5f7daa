//! Names on social media: `@naam` at the start of a word, or a name behind the medium: `insta: naam87`. Input: the
//! place of the sign; output: sign and name.

use std::ops::Range;

use super::context::{before, is_blank, word_at, words_before};
use crate::anonymise::lexicon::is_ordinary;

/// Longest name that any medium allows, with room to spare.
const LONGEST: usize = 64;

/// The handle that starts with the `@` at `sign`.
pub(super) fn at(text: &str, sign: usize) -> Option<Range<usize>> {
    if before(text, sign).is_some_and(|c| c.is_alphanumeric() || matches!(c, '@' | '_')) {
        return None;
    }
    let name = &text[sign + 1..];
    let end = name
        .char_indices()
        .take(LONGEST)
        .take_while(|&(_, c)| c.is_alphanumeric() || matches!(c, '_' | '.' | '-'))
        .last()
        .map_or(0, |(offset, c)| offset + c.len_utf8());
    let name = name[..end].trim_end_matches(['.', '-']);
    let is_name = name.chars().count() >= 2 && name.contains(char::is_alphabetic) && !name.starts_with(['.', '-']);
    is_name.then_some(sign..sign + 1 + name.len())
}

/// Media, and what people call their name there.
const LABELS: &[&str] = &[
    "insta",
    "instagram",
    "instagramaccount",
    "ig",
    "snap",
    "snapchat",
    "tiktok",
    "twitter",
    "facebook",
    "fb",
    "linkedin",
    "telegram",
    "discord",
    "skype",
    "mastodon",
    "bluesky",
    "reddit",
    "gebruikersnaam",
    "inlognaam",
    "accountnaam",
    "username",
    "login",
    "user",
    "account",
];

/// The name behind the colon that ends at `start`: `insta: janv87`.
pub(super) fn behind_label(text: &str, start: usize) -> Option<Range<usize>> {
    let label = words_before(text, start - 1).next().filter(|word| word.end() + 1 == start)?;
    if !label.is_any(LABELS) {
        return None;
    }
    let start = text.len() - text[start..].trim_start_matches(is_blank).len();
    name_at(text, start).filter(|name| {
        let name = &text[name.clone()];
        is_made_up(name) || !is_ordinary(&name.to_lowercase())
    })
}

/// The name, of letters and figures, in which the figure at `at` is the first: `snapchat jan_v87`.
pub(super) fn around_figure(text: &str, at: usize) -> Option<Range<usize>> {
    if !before(text, at).is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '_' | '.' | '#')) {
        return None;
    }
    let head = text[..at].trim_end_matches(|c: char| c.is_ascii_alphabetic() || matches!(c, '_' | '.' | '-' | '#'));
    let label =
        words_before(text, head.len()).next().filter(|word| text[word.end()..head.len()].chars().all(is_blank))?;
    if label.end() == head.len() || !label.is_any(LABELS) {
        return None;
    }
    name_at(text, head.len()).filter(|name| is_made_up(&text[name.clone()]))
}

/// A name without a sign before it.
fn name_at(text: &str, start: usize) -> Option<Range<usize>> {
    const SHORTEST: usize = 4;
    let inside = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-' | '#');
    let name = text[start..].split(|c: char| !inside(c)).next()?.trim_end_matches(['.', '-', '#']);
    let is_name = (SHORTEST..=LONGEST).contains(&name.len()) && name.starts_with(|c: char| c.is_ascii_alphabetic());
    let ends = word_at(text, start + name.len()).text.is_empty() && !text[start + name.len()..].starts_with('@');
    (is_name && ends).then(|| start..start + name.len())
}

/// Whether signs or figures stand in it as they do in no word.
fn is_made_up(name: &str) -> bool {
    name.contains(|c: char| c.is_ascii_digit() || c == '_' || c == '#')
        || name.contains('.')
        || name.matches('-').count() > 1
}

#[cfg(test)]
mod tests {
    use super::super::PatternKind::Handle;
    use super::super::tests::{assert_found, assert_untouched};

    #[test]
    fn a_name_behind_a_sign_is_found() {
        for row in
            ["<@jan_devries>", "(<@jan.de.vries>)", "via <@JanDeVries>.", "<@zoë12>, <@piet>", "\"<@jan>\"", ".<@jan>"]
        {
            assert_found(Handle, row);
        }
    }

    #[test]
    fn a_name_behind_its_medium_is_found() {
        for row in [
            "insta: <janv87>",
            "Instagram: <jan_v>",
            "snapchat <janv.87>!",
            "gebruikersnaam <janv87>,",
            "login: <felamrani>",
            "Discord: <janv#1234>",
        ] {
            assert_found(Handle, row);
        }
        for row in
            ["Instagram: geen reactie", "LinkedIn: bericht gestuurd", "account: 12", "Facebook 2026", "cao: art.7"]
        {
            assert_untouched(row);
        }
    }

    #[test]
    fn a_sign_without_a_name_stays() {
        for row in ["3 @ 5", "@ 12", "@12.30", "@5", "@", "@.", "@a"] {
            assert_untouched(row);
        }
    }
}
