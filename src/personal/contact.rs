//! How someone is called and reached. In: text. Out: a name, a telephone number or an e-mail address, or
//! nothing where the text has another form.

use super::Personal;

/// The words that stand where nobody knows who complained, or on which number.
const UNKNOWN: [&str; 2] = ["anoniem", "onbekend"];

fn is_unknown(text: &str) -> bool {
    UNKNOWN.iter().any(|word| text.trim().eq_ignore_ascii_case(word))
}

/// The name of a complainant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Name {
    /// `anoniem` or `onbekend`: no identity.
    Unknown,
    /// A person's name.
    Known(Personal),
}

impl Name {
    /// Any text is a name.
    #[must_use]
    pub fn new(text: &str) -> Self {
        if is_unknown(text) { Self::Unknown } else { Self::Known(Personal::new(text)) }
    }
}

/// A telephone number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phone {
    /// `anoniem` or `onbekend`: no identity.
    Unknown,
    /// A number as someone wrote it.
    Known(Personal),
}

impl Phone {
    /// Reads a number: 0 and nine digits, `+` or 00 and 8 to 15 digits, or an 0800 or 0900 number;
    /// spaces, hyphens, dots, slashes, brackets and an extension (`tst. 12`) are allowed.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if is_unknown(text) {
            return Some(Self::Unknown);
        }
        let number = without_extension(text);
        let allowed = |(at, sign): (usize, char)| match sign {
            '0'..='9' | ' ' | '\u{a0}' | '-' | '.' | '/' | '(' | ')' | '\u{2011}' | '–' => true,
            '+' => number[..at].trim_matches([' ', '(']).is_empty(),
            _ => false,
        };
        if !number.char_indices().all(allowed) {
            return None;
        }
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        let international = |digits: &str| (8..=15).contains(&digits.len());
        let right = if number.contains('+') {
            international(&digits)
        } else if let Some(rest) = digits.strip_prefix("00") {
            international(rest)
        } else if digits.starts_with("0800") || digits.starts_with("0900") {
            matches!(digits.len(), 8 | 10 | 11)
        } else {
            digits.starts_with('0') && digits.len() == 10
        };
        right.then(|| Self::Known(Personal::new(text)))
    }
}

/// The part of a telephone number before `tst. 12`, `toestel 12` or `ext. 12`.
fn without_extension(text: &str) -> &str {
    let lower = text.to_ascii_lowercase();
    let found = ["tst", "toestel", "ext"].iter().filter_map(|word| lower.find(word).map(|at| (at, word.len()))).min();
    let Some((at, length)) = found else { return text };
    let extension = lower[at + length..].trim_start_matches(['.', ':', ' ']);
    let digits = !extension.is_empty() && extension.len() <= 6 && extension.bytes().all(|byte| byte.is_ascii_digit());
    if digits { text[..at].trim_end_matches([' ', ',', '(']) } else { text }
}

/// An e-mail address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Email(Personal);

impl Email {
    /// Reads an address: something, one `@`, and a domain with a full stop in it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (local, domain) = text.split_once('@')?;
        let sign = |sign: char| !sign.is_whitespace() && !sign.is_control() && !"@,;:<>()[]\"\\".contains(sign);
        let label = |label: &str| {
            !label.is_empty()
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|sign| sign.is_alphanumeric() || sign == '-')
        };
        let labels: Vec<_> = domain.split('.').collect();
        let right = !local.is_empty()
            && !local.starts_with('.')
            && !local.ends_with('.')
            && !local.contains("..")
            && local.chars().all(sign)
            && labels.len() >= 2
            && labels.iter().all(|part| label(part))
            && labels.last().is_some_and(|last| last.chars().count() >= 2 && last.chars().any(char::is_alphabetic));
        right.then(|| Self(Personal::new(text)))
    }

    /// The address.
    #[must_use]
    pub fn address(&self) -> &Personal {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn telephone_numbers_are_accepted_as_people_write_them() {
        for text in [
            "0612345678",
            "06 12 34 56 78",
            "06-12345678",
            "+31612345678",
            "+31 (0)6 12 34 56 78",
            "0031612345678",
            "(020) 555 01 23",
            "020-555.01.23",
            "+32 470 12 34 56",
            "020 555 01 23 tst. 12",
            "020 5550123 (toestel 12".trim_end(),
            "0800-1234",
            "0900 1234567",
            "anoniem",
            "Onbekend",
        ] {
            assert!(Phone::parse(text).is_some(), "{text}");
        }
    }

    #[test]
    fn what_is_no_telephone_number_is_refused() {
        for text in [
            "06 1234567",
            "061234567890",
            "612345678",
            "geen",
            "06 12 34 56 7a",
            "12 34",
            "+31",
            "",
            "06+12345678",
            "020 555 01 23 tst. Jan",
            "2026-11-02",
        ] {
            assert!(Phone::parse(text).is_none(), "{text}");
        }
    }

    #[test]
    fn an_e_mail_address_has_one_at_sign_and_a_domain() {
        for text in ["f.elamrani@example.nl", "info+klacht@post.example.org", "zoë@example.nl", "o'neil@example.com"] {
            assert!(Email::parse(text).is_some(), "{text}");
        }
        for text in [
            "f.elamrani",
            "f@example",
            "f@@example.nl",
            "f @example.nl",
            "@example.nl",
            "f@.nl",
            "f@example.",
            "a@b@c.nl",
            "f.@example.nl",
        ] {
            assert!(Email::parse(text).is_none(), "{text}");
        }
    }
}
