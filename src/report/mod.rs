//! Findings become text. In: findings, and for people the files that they are about. Out: one string
//! per format; nothing is printed here.

mod fingerprint;
mod github;
mod gitlab;
mod human;
mod json;
mod junit;
mod keys;
mod quote;
#[cfg(test)]
mod samples;
mod sarif;
mod shown;
mod totals;

use crate::finding::Finding;
use crate::source::RelPath;

pub use github::github;
pub use gitlab::gitlab;
pub use human::{Checked, Human, Style, excerpts, human};
pub use json::json;
pub use junit::{Junit, junit};
pub use sarif::sarif;

/// The findings in the order of every listing.
fn sorted(findings: &[Finding]) -> Vec<&Finding> {
    let mut sorted: Vec<_> = findings.iter().collect();
    sorted.sort_by(|a, b| a.order(b));
    sorted
}

/// The path of a file of the register, seen from where the folder `register` is seen from.
fn path_from(register: &str, file: &RelPath) -> String {
    let file = file.as_str();
    let path = match register {
        "" | "." | "./" => file.to_owned(),
        register if register.ends_with(['/', '\\']) => format!("{register}{file}"),
        register => format!("{register}/{file}"),
    };
    printable(&path).replace('\n', "\u{fffd}")
}

/// What is wrong and how to mend it, for where both must stand in one text.
fn message_with_help(finding: &Finding) -> String {
    let help = finding.help.as_ref().map(|help| format!("\nhulp: {help}")).unwrap_or_default();
    printable(&format!("{}{help}", finding.message))
}

/// The text without signs that steer a terminal, turn the direction of writing around or have no place in a document;
/// line ends stay.
fn printable(text: &str) -> String {
    let steers = |sign: char| {
        (sign.is_control() && sign != '\n')
            || matches!(sign, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
    };
    text.chars().map(|sign| if steers(sign) { char::REPLACEMENT_CHARACTER } else { sign }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_sign_that_steers_a_terminal_is_printed() {
        assert_eq!(printable("a\u{1b}[31m\u{9b}b\r\u{202e}c\nd…é"), "a�[31m�b��c\nd…é");
    }
}
