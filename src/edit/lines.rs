//! Lines of a text. In: a byte. Out: where its line begins and ends, how it ends, and what stands beside it.

/// Where the line of this byte begins.
pub(super) fn start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

/// Where the words of the line of this byte end: before its line end.
pub(super) fn end(text: &str, at: usize) -> usize {
    let line = text[at..].split('\n').next().unwrap_or_default();
    at + line.strip_suffix('\r').unwrap_or(line).len()
}

/// Where the next line begins; the byte itself, where it is already the first of a line.
pub(super) fn next(text: &str, at: usize) -> usize {
    if at > 0 && text.as_bytes()[at - 1] == b'\n' {
        return at;
    }
    text[at..].find('\n').map_or(text.len(), |newline| at + newline + 1)
}

/// The end of the line of this byte, `\n` or `\r\n`.
pub(super) fn line_end(text: &str, at: usize) -> &'static str {
    if text[end(text, at)..].starts_with("\r\n") { "\r\n" } else { "\n" }
}

/// How many characters stand before this byte in its line.
pub(super) fn column(text: &str, at: usize) -> usize {
    text[start(text, at)..at].chars().count()
}

/// How many bytes of spaces and tabs follow.
pub(super) fn gap(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    rest.len() - rest.trim_start_matches([' ', '\t']).len()
}

/// Whether a comment is the first thing after this byte in its line.
pub(super) fn has_comment(text: &str, at: usize) -> bool {
    text[at + gap(text, at)..].starts_with('#')
}

/// The first line after `at`, which begins a line, that is no comment indented deeper than `indent`: such
/// comments belong to what stands above them.
pub(super) fn after_own_comments(text: &str, mut at: usize, indent: usize) -> usize {
    while gap(text, at) > indent && has_comment(text, at) {
        at = next(text, at + 1);
    }
    at
}
