//! One spelling for all. In: a word as anyone writes it. Out: its hash without capitals, diacritics and
//! invisible signs, so that `ÇELİK`, `Çelik` and `celik` are one word.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// The hash of a folded word, or of a few in a row. Sixty-four bits are as good as the word itself: in
/// a register of a hundred thousand words, one text in a hundred million would be masked by mistake.
pub type WordHash = u64;

/// A map whose keys are hashes already.
pub type HashKeyed<V> = HashMap<WordHash, V, BuildHasherDefault<Ready>>;

/// A set of hashes.
pub type HashSetOf = HashSet<WordHash, BuildHasherDefault<Ready>>;

/// A hasher for keys that are hashes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ready(u64);

impl Hasher for Ready {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, _: &[u8]) {
        unreachable!("keys are hashes of 64 bits");
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

/// A word on its way to its hash.
#[derive(Clone, Copy, Debug)]
pub struct Folding {
    hash: u64,
    /// The letters after the last eight that were mixed, the first in the lowest byte.
    rest: u64,
    /// How many these are.
    length: u32,
}

impl Folding {
    /// No letter yet.
    pub const EMPTY: Self = Self { hash: 0xcbf2_9ce4_8422_2325, rest: 0, length: 0 };

    /// Adds a letter or digit of ASCII.
    #[inline]
    #[must_use]
    pub const fn ascii(self, byte: u8) -> Self {
        self.eight(byte.to_ascii_lowercase() as u64, 1)
    }

    /// Adds up to eight letters of ASCII in lower case, the first in the lowest byte, and nought above
    /// the last.
    #[inline]
    #[must_use]
    pub const fn eight(self, letters: u64, count: u32) -> Self {
        let rest = self.rest | (letters << (8 * self.length));
        let length = self.length + count;
        if length < 8 {
            return Self { rest, length, ..self };
        }
        let over = if self.length == 0 { 0 } else { letters >> (64 - 8 * self.length) };
        Self { hash: mix(self.hash, rest), rest: over, length: length - 8 }
    }

    /// Adds any letter, as the letters without diacritics that stand for it.
    #[must_use]
    pub fn letter(mut self, letter: char) -> Self {
        fold_char(letter, |byte| self = self.ascii(byte));
        self
    }

    /// The hash of what was added.
    #[inline]
    #[must_use]
    pub const fn hash(self) -> WordHash {
        mix(self.hash, self.rest)
    }
}

const fn mix(hash: u64, letters: u64) -> u64 {
    let product = (hash ^ letters) as u128 * 0x9e37_79b9_7f4a_7c15;
    product as u64 ^ (product >> 64) as u64
}

/// The hash of one word.
#[must_use]
pub fn hash(word: &str) -> WordHash {
    if !word.is_ascii() {
        return word.chars().fold(Folding::EMPTY, Folding::letter).hash();
    }
    let add = |folding: Folding, letters: &[u8]| {
        let mut eight = [0; 8];
        eight[..letters.len()].copy_from_slice(letters);
        eight.make_ascii_lowercase();
        folding.eight(u64::from_le_bytes(eight), letters.len() as u32)
    };
    word.as_bytes().chunks(8).fold(Folding::EMPTY, add).hash()
}

/// The hashes of words of ASCII, reckoned while the program is built.
#[must_use]
pub const fn hashes<const COUNT: usize>(words: [&str; COUNT]) -> [WordHash; COUNT] {
    let mut hashes = [0; COUNT];
    let mut at = 0;
    while at < COUNT {
        hashes[at] = hash_of_ascii(words[at].as_bytes());
        at += 1;
    }
    hashes
}

const fn hash_of_ascii(letters: &[u8]) -> WordHash {
    let mut folding = Folding::EMPTY;
    let mut at = 0;
    while at < letters.len() {
        assert!(letters[at].is_ascii(), "other letters are not folded here");
        folding = folding.ascii(letters[at]);
        at += 1;
    }
    folding.hash()
}

/// The hash of two words together.
#[inline]
#[must_use]
pub const fn pair(first: WordHash, second: WordHash) -> WordHash {
    let mixed = (first.rotate_left(23) ^ second).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed ^ (mixed >> 31)
}

/// The word without capitals, diacritics and invisible signs.
#[must_use]
pub fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let mut folded = Vec::with_capacity(word.len());
    for letter in word.chars() {
        fold_char(letter, |byte| folded.push(byte.to_ascii_lowercase()));
    }
    String::from_utf8_lossy(&folded).into_owned()
}

/// The folded spellings of a word: the plain one, and those of people without the key for it (`Müller`
/// is `Mueller` too, `Kuijpers` is `Kuypers`, and the other way round).
#[must_use]
pub fn spellings(word: &str) -> Vec<String> {
    let mut spellings = vec![fold(word)];
    if !word.is_ascii() {
        let lower = word.to_lowercase();
        if lower.contains(['ä', 'ö', 'ü', 'å']) {
            let german = lower.replace('ä', "ae").replace('ö', "oe").replace('ü', "ue").replace('å', "aa");
            spellings.push(fold(&german));
        }
    }
    if spellings[0].contains("ij") {
        spellings.push(spellings[0].replace("ij", "y"));
    } else if spellings[0].contains('y') {
        spellings.push(spellings[0].replace('y', "ij"));
    }
    spellings
}

/// Whether a sign stands in a word without being seen, or only changes the letter before it.
#[must_use]
pub fn is_mark(sign: char) -> bool {
    matches!(sign, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}')
        || is_combining_mark(sign)
}

fn fold_char(letter: char, mut sink: impl FnMut(u8)) {
    if letter.is_ascii() {
        return sink(letter as u8);
    }
    let mut special = |letters: &str| letters.bytes().for_each(&mut sink);
    match letter {
        'ı' | 'İ' => special("i"),
        'ø' | 'Ø' => special("o"),
        'ł' | 'Ł' => special("l"),
        'đ' | 'Đ' | 'ð' | 'Ð' => special("d"),
        'ħ' | 'Ħ' => special("h"),
        'ŧ' | 'Ŧ' => special("t"),
        'ß' | 'ẞ' => special("ss"),
        'æ' | 'Æ' => special("ae"),
        'œ' | 'Œ' => special("oe"),
        'þ' | 'Þ' => special("th"),
        'ə' | 'Ə' => special("e"),
        'ĳ' | 'Ĳ' => special("ij"),
        mark if is_mark(mark) => {}
        letter => decompose_compatible(letter, |part| {
            if part.is_ascii() {
                sink(part as u8);
            } else if !is_mark(part) {
                // Other scripts have no shorter form.
                for part in part.to_lowercase() {
                    part.encode_utf8(&mut [0; 4]).bytes().for_each(&mut sink);
                }
            }
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_fold_to_one_word() {
        for (folded, spellings) in [
            ("celik", vec!["Çelik", "ÇELİK", "celik", "C\u{327}elik"]),
            ("yildirim", vec!["Yıldırım", "YILDIRIM", "Yildirim"]),
            ("wisniewska", vec!["Wiśniewska", "Wi\u{ad}śniewska"]),
            ("nguyen", vec!["Nguyễn", "NGUYỄN"]),
            ("strasse", vec!["Straße", "STRASSE"]),
            ("dijk", vec!["Dĳk", "DIJK"]),
            ("lodz", vec!["Łódź"]),
            ("zoe", vec!["Zoë", "Zoe\u{308}", "Ｚｏｅ"]),
        ] {
            for spelling in spellings {
                assert_eq!(fold(spelling), folded, "{spelling}");
                assert_eq!(hash(spelling), hash(folded), "{spelling}");
            }
        }
        assert_eq!(spellings("Müller"), ["muller", "mueller"]);
        assert_eq!(spellings("Kuijpers"), ["kuijpers", "kuypers"]);
        assert_eq!(spellings("Rudy"), ["rudy", "rudij"]);
        assert_eq!(hashes(["Nijland", "bestuurssecretaris"]), ["nijland", "Bestuurssecretaris"].map(hash));
        assert_ne!(hash("Иван"), hash("Олег"));
        assert_ne!(hash("waterval"), hash("waterva"));
        assert_ne!(hash("watervalwaterval"), hash("waterval"));
    }
}
