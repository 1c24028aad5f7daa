//! Names on social media: `@naam` at the start of a word. Input: the place of the sign; output: sign and name.

use std::ops::Range;

use super::context::before;

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
    fn a_sign_without_a_name_stays() {
        for row in ["3 @ 5", "@ 12", "@12.30", "@5", "@", "@.", "@a"] {
            assert_untouched(row);
        }
    }
}
