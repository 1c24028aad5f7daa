//! Names written almost right. In: a word that is nobody's. Out: the word of a name that was meant: one
//! letter off, two off in a long word, or one that sounds the same (`Yildrim`, `Szcepanska`, `Hamoe`).

use crate::anonymise::fold::{WordHash, fold};

/// Shorter words have too many neighbours that are other names.
const SHORTEST: usize = 5;

/// Beside other words of the name, shorter ones tell as well.
const SHORTEST_BESIDE: usize = 3;

/// From this length on, two letters may be off.
const LONG: usize = 8;

/// Shorter words are no names written almost right.
const SHORTEST_WRITTEN: usize = 3;

/// Names of fewer letters are not looked for.
const SHORTEST_NAME: usize = 2;

/// Longer words are no names.
const LONGEST: usize = 32;

/// Words of names, found by what is almost one of them.
#[derive(Debug, Default)]
pub struct Near {
    words: Vec<Word>,
    /// Made where there are words.
    shapes: Option<Box<Shapes>>,
}

#[derive(Debug)]
struct Word {
    folded: String,
    ends: Ends,
    sound: Sound,
    hash: WordHash,
}

/// Which words may almost be one of these, by two letters at an end and their length; most words of a text end here.
/// Of two words that are one letter off, at least one end is the same.
#[derive(Debug)]
struct Shapes {
    beginnings: [Lengths; PAIRS],
    endings: [Lengths; PAIRS],
    /// First and last letter, those that sound alike being one.
    sounds: [Lengths; PAIRS],
}

const PAIRS: usize = 1024;

/// One bit for each length of a word; those of the longest share one.
type Lengths = u16;

fn bit(length: usize) -> Lengths {
    1 << length.min(Lengths::BITS as usize - 1)
}

fn pair(one: u8, other: u8) -> usize {
    usize::from(one & 31) << 5 | usize::from(other & 31)
}

impl Shapes {
    fn of(words: &[Word]) -> Box<Self> {
        let mut shapes = Box::new(Self { beginnings: [0; PAIRS], endings: [0; PAIRS], sounds: [0; PAIRS] });
        for Word { folded, .. } in words {
            let letters = folded.as_bytes();
            let off = 1 + usize::from(letters.len() >= LONG);
            let lengths = (letters.len() - 1..=letters.len() + off)
                .fold(bit(letters.len() - off), |all, length| all | bit(length));
            let ([first, second, ..], [.., last_but_one, last]) = (letters, letters) else { continue };
            shapes.beginnings[pair(*first, *second)] |= lengths;
            shapes.endings[pair(*last_but_one, *last)] |= lengths;
            shapes.sounds[sound_of_ends(*first, *last)] |= lengths;
        }
        shapes
    }

    #[inline]
    fn may_hold(&self, word: &[u8]) -> bool {
        let ([first, second, ..], [.., last_but_one, last]) = (word, word) else { return false };
        let lengths = self.beginnings[pair(*first, *second)]
            | self.endings[pair(*last_but_one, *last)]
            | self.sounds[sound_of_ends(*first, *last)];
        lengths & bit(word.len()) != 0
    }
}

impl Near {
    /// The index of these words, folded, with their hashes.
    #[must_use]
    pub fn new(words: impl IntoIterator<Item = (String, WordHash)>) -> Self {
        let mut near = Self::default();
        for (folded, hash) in words {
            let fits = (SHORTEST_NAME..=LONGEST).contains(&folded.len()) && folded.is_ascii();
            if fits
                && !near.words.iter().any(|word| word.hash == hash)
                && let Some(ends) = Ends::of(folded.as_bytes())
            {
                near.words.push(Word { sound: Sound::of(folded.as_bytes()), ends, folded, hash });
            }
        }
        near.shapes = (!near.words.is_empty()).then(|| Shapes::of(&near.words));
        near
    }

    /// The word that was meant, where what was written is almost one of these: the nearest.
    #[must_use]
    pub fn meant(&self, written: &str) -> Option<Meant> {
        let shapes = self.shapes.as_ref()?;
        if !written.is_ascii() {
            return self.nearest(fold(written).as_bytes());
        }
        if !shapes.may_hold(written.as_bytes()) {
            return None;
        }
        let mut room = [0; LONGEST];
        let letters = room.get_mut(..written.len())?;
        letters.copy_from_slice(written.as_bytes());
        letters.make_ascii_lowercase();
        self.nearest(letters)
    }

    fn nearest(&self, letters: &[u8]) -> Option<Meant> {
        if !(SHORTEST_WRITTEN..=LONGEST).contains(&letters.len()) {
            return None;
        }
        let written = Written { letters, ends: Ends::of(letters)?, sound: Sound::of(letters) };
        let candidates = self.words.iter().filter_map(|word| word.off(&written).map(|off| (off, word)));
        let (_, word) = candidates.min_by_key(|(off, _)| *off)?;
        let sure = word.folded.len() >= SHORTEST || written.sound == word.sound;
        Some(Meant { word: word.hash, sure })
    }
}

/// A word of a name that was meant by another.
#[derive(Clone, Copy, Debug)]
pub struct Meant {
    /// The word of the name.
    pub word: WordHash,
    /// Whether this is so wherever it stands; a short word must stand beside others of the name.
    pub sure: bool,
}

/// A word of a text, in small letters.
struct Written<'w> {
    letters: &'w [u8],
    ends: Ends,
    sound: Sound,
}

impl Word {
    /// How far off a word is, if not too far.
    #[inline]
    fn off(&self, written: &Written<'_>) -> Option<usize> {
        let (own, letters) = (self.folded.as_bytes(), written.letters);
        let apart = own.len().abs_diff(letters.len());
        if apart > 2 {
            return None;
        }
        if self.ends.shares_one(written.ends) && own != letters {
            if apart <= 1 && own.len() >= SHORTEST_BESIDE && is_one_off(own, letters) {
                return Some(1);
            }
            if own.len() >= LONG && own[0] == letters[0] && shares_end(own, letters) {
                let distance = std::str::from_utf8(letters).map(|letters| strsim::osa_distance(&self.folded, letters));
                if let Ok(distance @ ..=2) = distance {
                    return Some(distance);
                }
            }
        }
        (written.sound == self.sound && own != letters).then_some(2)
    }
}

/// The two letters at either end of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Ends([u8; 2], [u8; 2]);

impl Ends {
    fn of(word: &[u8]) -> Option<Self> {
        Some(Self(*word.first_chunk()?, *word.last_chunk()?))
    }

    fn shares_one(self, other: Self) -> bool {
        self.0 == other.0 || self.1 == other.1
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

/// The first and last letter of a word, those that sound alike being one.
fn sound_of_ends(first: u8, last: u8) -> usize {
    /// By place in the alphabet: the letter for which each stands.
    const CLASSES: &[u8; 32] = b"\x00abktefghiiklmnofkrstufwkys\x00\x00\x00\x00\x00";
    let class = |letter: u8| CLASSES[usize::from(letter & 31)];
    let end = match class(last) {
        b'a' | b'e' | b'i' | b'o' | b'u' | b'y' => b'a',
        b'b' => b'f',
        end => end,
    };
    let first = if first & 31 == b'y' & 31 { b'i' } else { class(first) };
    pair(first, end)
}

/// How a word sounds to someone who writes down what they hear: its first twelve sounds, five bits each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Sound(u64);

impl Sound {
    fn of(word: &[u8]) -> Self {
        const MOST: usize = 12;
        const SHORTEST_WITH_SILENT_END: usize = 5;
        let (mut packed, mut count, mut last) = (0, 0, None);
        let mut at = 0;
        while at < word.len() && count < MOST {
            let (heard, length) = Self::first(&word[at..], last);
            at += length;
            let silent_end = heard == b'e' && at >= word.len() && count + 1 >= SHORTEST_WITH_SILENT_END;
            if heard != 0 && last != Some(heard) && !silent_end {
                packed = packed << 5 | u64::from(heard & 31);
                count += 1;
                last = Some(heard);
            }
        }
        Self(packed)
    }

    /// What the letters begin with, as one sound, and how many letters that takes; nought is silent.
    fn first(letters: &[u8], before: Option<u8>) -> (u8, usize) {
        /// The place in the alphabet of no letter that is heard.
        const EI: u8 = b'y';
        const VOWELS: &[u8] = b"aeiouy";
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
        near.meant(word).is_some_and(|meant| meant.sure)
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
