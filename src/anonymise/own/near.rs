//! Names written almost right. In: a word that is nobody's. Out: the word of a name that was meant: one
//! letter off, two off in a long word, or one that sounds the same (`Yildrim`, `Szcepanska`, `Hamoe`).

use crate::anonymise::fold::{WordHash, fold};

/// Shorter words have too many neighbours that are other names.
const SHORTEST: usize = 5;

/// Beside other words of the name, shorter ones tell as well.
const SHORTEST_BESIDE: usize = 3;

/// From this length on, two letters may be off.
const LONG: usize = 8;

/// Shorter words are not compared by sound; words in small letters have one more.
const SHORTEST_SOUND: usize = 3;

/// Names of fewer letters are not looked for.
const SHORTEST_NAME: usize = 2;

/// Longer words are no names.
const LONGEST: usize = 32;

/// Words of names, found by what is almost one of them.
#[derive(Debug, Default)]
pub struct Near {
    words: Vec<Word>,
    /// Which words a key leads to, sorted.
    keys: Vec<(u32, u16)>,
    /// One bit for each of many keys: most words of a text have none that is here.
    filter: Vec<u64>,
}

#[derive(Debug)]
struct Word {
    folded: String,
    sound: Sound,
    hash: WordHash,
}

impl Near {
    /// The index of these words, folded, with their hashes.
    #[must_use]
    pub fn new(words: impl IntoIterator<Item = (String, WordHash)>) -> Self {
        let mut near = Self::default();
        for (folded, hash) in words {
            let fits = (SHORTEST_NAME..=LONGEST).contains(&folded.len()) && folded.is_ascii();
            if fits && !near.words.iter().any(|word| word.hash == hash) {
                near.words.push(Word { sound: Sound::of(folded.as_bytes()), folded, hash });
            }
        }
        for (place, word) in near.words.iter().enumerate() {
            let Ok(place) = u16::try_from(place) else { break };
            let off = 1 + usize::from(word.folded.len() >= LONG);
            let letters = word.folded.as_bytes();
            for length in letters.len() - off..=letters.len() + off {
                near.keys.extend(keys(letters, length).into_iter().take(2).map(|key| (key, place)));
            }
            near.keys.extend((letters.len() - 1..=letters.len() + 1).map(|length| (sound_key(letters, length), place)));
        }
        near.keys.sort_unstable();
        near.keys.dedup();
        const BITS_FOR_EACH: usize = 16;
        near.filter = vec![0; (near.keys.len() * BITS_FOR_EACH / 64).next_power_of_two()];
        for place in 0..near.keys.len() {
            let (word, bit) = near.place(near.keys[place].0);
            near.filter[word] |= bit;
        }
        near
    }

    #[inline]
    fn place(&self, key: u32) -> (usize, u64) {
        ((key >> 6) as usize & (self.filter.len() - 1), 1 << (key & 63))
    }

    /// The word that was meant, where what was written is almost one of these: the nearest.
    #[must_use]
    pub fn meant(&self, written: &Written) -> Option<WordHash> {
        if self.words.is_empty() {
            return None;
        }
        let folded = &written.letters[..written.length];
        let mut best: Option<(usize, WordHash)> = None;
        for key in written.keys {
            let (word, bit) = self.place(key);
            if self.filter[word] & bit == 0 {
                continue;
            }
            let first = self.keys.partition_point(|(other, _)| *other < key);
            for &(_, place) in self.keys[first..].iter().take_while(|(other, _)| *other == key) {
                let word = &self.words[usize::from(place)];
                if let Some(off) = word.off(folded, written.beside)
                    && best.is_none_or(|(least, _)| off < least)
                {
                    best = Some((off, word.hash));
                }
            }
        }
        best.map(|(_, hash)| hash)
    }
}

/// A word of a text, as it is looked for.
#[derive(Clone, Copy, Debug)]
pub struct Written {
    letters: [u8; LONGEST],
    length: usize,
    keys: [u32; 3],
    /// Whether it stands beside other words of the name.
    beside: bool,
}

impl Written {
    /// A word as written; none where it is too short or too long to be almost a name. `beside` other words
    /// of the name, one letter may be off in names of fewer letters too.
    #[must_use]
    pub fn new(word: &str, beside: bool) -> Option<Self> {
        if !word.is_ascii() {
            return Self::of_ascii(fold(word).as_bytes(), beside);
        }
        Self::of_ascii(word.as_bytes(), beside)
    }

    fn of_ascii(word: &[u8], beside: bool) -> Option<Self> {
        if !(SHORTEST_SOUND..=LONGEST).contains(&word.len()) {
            return None;
        }
        let mut written = Self { letters: [0; LONGEST], length: word.len(), keys: [0; 3], beside };
        let letters = &mut written.letters[..word.len()];
        letters.copy_from_slice(word);
        letters.make_ascii_lowercase();
        written.keys = keys(letters, letters.len());
        Some(written)
    }
}

impl Word {
    /// How far off these letters are, if not too far.
    fn off(&self, letters: &[u8], beside: bool) -> Option<usize> {
        let own = self.folded.as_bytes();
        let (shorter, longer) = (own.len().min(letters.len()), own.len().max(letters.len()));
        let shortest = if beside { SHORTEST_BESIDE } else { SHORTEST };
        if longer - shorter <= 1 && own.len() >= shortest && is_one_off(own, letters) {
            return Some(1);
        }
        if own.len() >= LONG && longer - shorter <= 2 && own[0] == letters[0] && shares_end(own, letters) {
            let distance = std::str::from_utf8(letters).map(|letters| strsim::osa_distance(&self.folded, letters));
            if let Ok(distance @ 1..=2) = distance {
                return Some(distance);
            }
        }
        let sounds_same = longer - shorter <= 2 && own != letters && self.sound == Sound::of(letters);
        sounds_same.then_some(2)
    }
}

/// Whether two words of at least eight letters have enough at one end in common to be worth comparing.
fn shares_end(one: &[u8], other: &[u8]) -> bool {
    one[..3] == other[..3] || one[one.len() - 3..] == other[other.len() - 3..]
}

/// Whether one letter was put in, left out, replaced, or swapped with its neighbour.
fn is_one_off(one: &[u8], other: &[u8]) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let same = short.iter().zip(long).take_while(|(one, other)| one == other).count();
    let (short, long) = (&short[same..], &long[same..]);
    match (short, long) {
        (_, []) => false,
        (short, [_, rest @ ..]) if short.len() < long.len() => short == rest,
        ([a, b, short @ ..], [c, d, long @ ..]) if a == d && b == c && short == long => true,
        (short, long) => short[1..] == long[1..],
    }
}

/// The keys under which a word may be looked for as one of `length` letters: of two words that are one
/// letter off, at least one end is the same.
fn keys(word: &[u8], length: usize) -> [u32; 3] {
    let telling = if length >= LONG {
        3
    } else if length > 3 {
        2
    } else {
        1
    };
    let end = |letters: &[u8], kind: u32| {
        let packed = letters.iter().fold(kind, |packed, letter| packed << 8 | u32::from(*letter));
        mixed(packed, length)
    };
    let telling = telling.min(word.len());
    [end(&word[..telling], 1), end(&word[word.len() - telling..], 2), sound_key(word, length)]
}

fn sound_key(word: &[u8], length: usize) -> u32 {
    let class = |letter: u8| match letter {
        b'c' | b'q' | b'k' | b'x' => b'k',
        b'z' | b's' => b's',
        b'f' | b'v' | b'p' => b'f',
        b'd' | b't' => b't',
        b'a' | b'e' | b'i' | b'o' | b'u' | b'y' | b'j' => b'a',
        letter => letter,
    };
    let first = if matches!(word[0], b'j' | b'y' | b'i') { b'i' } else { class(word[0]) };
    mixed(3 << 16 | u32::from(first) << 8 | u32::from(class(word[word.len() - 1])), length)
}

fn mixed(key: u32, length: usize) -> u32 {
    let length = u32::try_from(length).unwrap_or(0);
    (key ^ length.rotate_left(27)).wrapping_mul(0x9e37_79b1).rotate_left(15)
}

/// How a word sounds to someone who writes down what they hear.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Sound {
    letters: [u8; LONGEST],
    length: usize,
}

impl Sound {
    fn of(word: &[u8]) -> Self {
        let mut sound = Self { letters: [0; LONGEST], length: 0 };
        let mut at = 0;
        while at < word.len() {
            let (heard, length) = Self::first(&word[at..], sound.last());
            if heard != 0 && sound.last() != Some(heard) {
                sound.letters[sound.length] = heard;
                sound.length += 1;
            }
            at += length;
        }
        const SHORTEST_WITH_SILENT_END: usize = 5;
        if sound.length >= SHORTEST_WITH_SILENT_END && sound.last() == Some(b'e') {
            sound.length -= 1;
            sound.letters[sound.length] = 0;
        }
        sound
    }

    fn last(&self) -> Option<u8> {
        self.length.checked_sub(1).map(|last| self.letters[last])
    }

    /// What the letters begin with, as one sound, and how many letters that takes; nought is silent.
    fn first(letters: &[u8], before: Option<u8>) -> (u8, usize) {
        const EI: u8 = b'Y';
        const VOWELS: &[u8] = b"aeiouY";
        match letters {
            [b'e', b'i', b'j', ..] => (EI, 3),
            [b'e' | b'a', b'i' | b'y', next, ..] if VOWELS.contains(next) => (letters[0], 1),
            [b'e' | b'a', b'i' | b'y', ..] | [b'i', b'j', ..] => (EI, 2),
            [b'i', b'e', ..] => (b'i', 2),
            [b'a', b'e', ..] => (b'a', 2),
            [b'o', b'u' | b'e', ..] | [b'a', b'u', ..] => (b'u', 2),
            [b'c', b'h', ..] => (b'g', 2),
            [b'p', b'h', ..] => (b'f', 2),
            [b'd', b't'] => (b't', 2),
            [b'c' | b't' | b's', b'z', ..] => (b's', 2),
            [b'c', b'e' | b'i' | b'y', ..] | [b'z', ..] => (b's', 1),
            [b'c' | b'q', ..] => (b'k', 1),
            [b'v', ..] => (b'f', 1),
            [b'y' | b'j', ..] => (b'i', 1),
            [b'd'] => (b't', 1),
            [b'b'] => (b'p', 1),
            [b'h', ..] if before.is_some_and(|before| !VOWELS.contains(&before)) => (0, 1),
            [letter, ..] => (*letter, 1),
            [] => (0, 1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anonymise::fold::hash;

    fn meant(word: &str, name: &str) -> bool {
        let folded = fold(name);
        let near = Near::new(std::iter::once((folded.clone(), hash(&folded))));
        Written::new(word, false).is_some_and(|written| near.meant(&written).is_some())
    }

    #[test]
    fn a_name_written_almost_right_is_recognised() {
        for (word, name) in [
            ("Yildrim", "Yıldırım"),
            ("Lamers", "Lammers"),
            ("Kattenstaart", "Kattestaart"),
            ("Vermuelen", "Vermeulen"),
            ("Szcepanska", "Szczepańska"),
            ("Szczepanski", "Szczepańska"),
            ("Nachtegaal", "Nagtegaal"),
            ("Krijns", "Crijns"),
            ("Chrijns", "Crijns"),
            ("Hamoe", "Hammou"),
            ("Heidari", "Haidary"),
            ("Kaja", "Kaya"),
            ("Kats", "Cats"),
            ("Tonnie", "Tonny"),
            ("Berhaan", "Berhane"),
            ("Wojick", "Wójcik"),
            ("Jagermeijer", "Jägermeyer"),
            ("Rosemarijn", "Roosmarijn"),
            ("Fatma", "Fatima"),
            ("ansen", "Jansen"),
            ("Jansne", "Jansen"),
        ] {
            assert!(meant(word, name), "{word} for {name}");
        }
    }

    #[test]
    fn other_names_are_not_taken_for_it() {
        for (word, name) in [
            ("Jansen", "Jansen"),
            ("Vos", "Bos"),
            ("Mark", "Mart"),
            ("Hendriks", "Dirksen"),
            ("Amsterdam", "Rotterdam"),
            ("Visser", "Vissering"),
            ("Bakema", "Bakker"),
            ("Peters", "Pietersen"),
            ("", "Jansen"),
            ("Willemsen", "Willems"),
        ] {
            assert_eq!(meant(word, name), word == "Willemsen" && name.len() >= LONG, "{word} for {name}");
        }
    }

    #[test]
    fn every_slip_of_one_letter_is_seen_wherever_it_is_made() {
        for name in ["visse", "bakker", "jansens", "castillo", "blaauwendraad"] {
            let letters = name.as_bytes();
            for at in 0..letters.len() {
                let mut left_out = letters.to_vec();
                left_out.remove(at);
                let mut put_in = letters.to_vec();
                put_in.insert(at, b'q');
                let mut replaced = letters.to_vec();
                replaced[at] = b'q';
                let mut swapped = letters.to_vec();
                swapped.swap(at, (at + 1) % letters.len());
                let swapped = if at + 1 < letters.len() { swapped } else { put_in.clone() };
                for slip in [left_out, put_in, replaced, swapped] {
                    let word = String::from_utf8(slip).unwrap();
                    assert!(word == name || meant(&word, name), "{word} for {name}");
                }
            }
        }
    }
}
