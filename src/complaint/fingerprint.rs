//! The mark that says which text someone has read. In: anonymised texts. Out: a short hash of them, as it
//! stands in a file.

use std::fmt;

use sha2::{Digest, Sha256};

/// A hash of the anonymised texts of a complaint (`nagelezen`). It tells whether the texts are still those
/// that someone read; against whoever can write the file it proves nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fingerprint([u8; Self::BYTES]);

impl Fingerprint {
    /// So many bytes tell any two texts of a register apart, and still read as one word.
    const BYTES: usize = 8;

    /// The fingerprint of these texts, each under its name. Line ends, spaces at the end of a line and
    /// empty lines around a text do not count, for no reader sees them.
    #[must_use]
    pub fn of<'t>(texts: impl IntoIterator<Item = (&'t str, &'t str)>) -> Self {
        let mut hash = Sha256::new();
        for (name, text) in texts {
            hash.update(name);
            for line in text.trim().lines() {
                hash.update("\n");
                hash.update(line.trim_end());
            }
            // So that no word moves unseen from one text to the next.
            hash.update("\0");
        }
        let whole = hash.finalize();
        Self(std::array::from_fn(|at| whole[at]))
    }

    /// Reads it as a file has it: sixteen digits, 0 to 9 and a to f.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let is_right = text.len() == 2 * Self::BYTES && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let number = is_right.then(|| u64::from_str_radix(text, 16).ok())??;
        Some(Self(number.to_be_bytes()))
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(texts: &[(&str, &str)]) -> String {
        Fingerprint::of(texts.iter().copied()).to_string()
    }

    #[test]
    fn a_fingerprint_is_written_as_it_is_read() {
        let written = of(&[("onderwerp", "Te laat")]);
        assert_eq!(Fingerprint::parse(&written).map(|read| read.to_string()), Some(written));
        for wrong in ["", "ja", "0123456789abcde", "0123456789abcdef0", "0123456789abcdeg", "+123456789abcdef"] {
            assert_eq!(Fingerprint::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn what_nobody_sees_does_not_count_and_every_word_does() {
        let read = of(&[("onderwerp", "Te laat"), ("tekst", "## Kop\n\nEen zin.")]);
        assert_eq!(of(&[("onderwerp", " Te laat "), ("tekst", "\r\n## Kop  \r\n\r\nEen zin.\r\n\r\n")]), read);
        for other in [
            &[("onderwerp", "Te laat"), ("tekst", "## Kop\n\nEen  zin.")][..],
            &[("onderwerp", "Te laat"), ("tekst", "## Kop\nEen zin.")],
            &[("tekst", "## Kop\n\nEen zin."), ("onderwerp", "Te laat")],
            &[("tekst", "Te laat"), ("tekst", "## Kop\n\nEen zin.")],
            &[("tekst", "## Kop\n\nEen zin.")],
            &[("onderwerp", "Te laat\ntekst\n## Kop\n\nEen zin.")],
        ] {
            assert_ne!(of(other), read, "{other:?}");
        }
    }
}
