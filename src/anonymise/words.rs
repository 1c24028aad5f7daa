//! Ordinary Dutch words. In: a word. Out: whether it is one that a text may use without naming anyone.

use std::sync::OnceLock;

static WORDS: &[u8] = include_bytes!("../../data/words/nl.fst");

/// Whether this word, in lower case, is an ordinary Dutch word (OpenTaal's list; see
/// `data/words/README.md`).
#[must_use]
pub fn is_ordinary(lower_case: &str) -> bool {
    static SET: OnceLock<fst::Set<&[u8]>> = OnceLock::new();
    let set = SET.get_or_init(|| fst::Set::new(WORDS).expect("the embedded word list is a set, as a test shows"));
    set.contains(lower_case)
}

/// The same for a word in small letters or capitals.
#[must_use]
pub fn is_ordinary_in_any_case(word: &str) -> bool {
    const MOST: usize = 32;
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return is_ordinary(word);
    }
    let mut letters = [0; MOST];
    match letters.get_mut(..word.len()) {
        Some(letters) if word.is_ascii() => {
            letters.copy_from_slice(word.as_bytes());
            letters.make_ascii_lowercase();
            std::str::from_utf8(letters).is_ok_and(is_ordinary)
        }
        _ => is_ordinary(&word.to_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_words_are_known_and_names_are_not() {
        for word in ["wil", "wit", "mei", "bakker", "boer", "groot", "klacht", "één"] {
            assert!(is_ordinary(word), "{word}");
            assert!(is_ordinary_in_any_case(word) && is_ordinary_in_any_case(&word.to_uppercase()), "{word}");
        }
        for word in ["jansen", "amrani", "fatima", "vandenbroucke", "Wil", ""] {
            assert!(!is_ordinary(word), "{word}");
        }
    }
}
