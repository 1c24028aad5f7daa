//! Findings become text. In: findings, and for people the files that they are about. Out: one string
//! per format; nothing is printed here.

mod github;
mod human;
mod json;
mod keys;
mod quote;
#[cfg(test)]
mod samples;
mod shown;
mod totals;

use crate::finding::Finding;

pub use github::github;
pub use human::{Human, Style, human};
pub use json::json;

/// The forms in which findings can be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For a person at a terminal.
    Human,
    /// For a program: one array.
    Json,
    /// For GitHub, which shows findings beside the lines of a pull request.
    Github,
}

impl Format {
    /// The words for the formats on the command line.
    pub const WORDS: [(&'static str, Self); 3] =
        [("human", Self::Human), ("json", Self::Json), ("github", Self::Github)];
}

/// The findings in the order of every listing.
fn sorted(findings: &[Finding]) -> Vec<&Finding> {
    let mut sorted: Vec<_> = findings.iter().collect();
    sorted.sort_by(|a, b| a.order(b));
    sorted
}

/// The path of a file of the register, seen from where the folder `register` is seen from.
fn path_from(register: &str, finding: &Finding) -> String {
    let file = finding.file.as_str();
    let path = match register {
        "" | "." | "./" => file.to_owned(),
        register if register.ends_with(['/', '\\']) => format!("{register}{file}"),
        register => format!("{register}/{file}"),
    };
    printable(&path).replace('\n', "\u{fffd}")
}

/// The text without signs that steer a terminal or turn the direction of writing around; line ends
/// stay.
fn printable(text: &str) -> String {
    let steers = |sign: char| {
        (sign.is_control() && sign != '\n')
            || matches!(sign, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
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
