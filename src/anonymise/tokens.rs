//! Words of a text. In: plain text. Out: its runs of letters or of digits, each with its hash, its shape
//! and what stands before it.

use super::fold::{Folding, WordHash, is_mark};

/// A run of letters or of digits. `JanDeVries` has three: a capital after a small letter begins a new
/// one, unless the key for capitals was left on (`jANSEN`).
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// First byte.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
    /// The hash of the folded word.
    pub hash: WordHash,
    /// The hash without the s at its end, where there is one and something before it.
    pub stem: Option<WordHash>,
    /// How many letters or digits it has.
    pub length: usize,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// Whether it is a number.
    pub digits: bool,
    /// What stands between the token before and this one.
    pub gap: Gap,
}

/// What stands between two tokens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Gap(u8);

impl Gap {
    const SPACE: u8 = 1;
    const LINE: u8 = 2;
    const DOT: u8 = 4;
    const COMMA: u8 = 8;
    const HYPHEN: u8 = 16;
    const QUOTE: u8 = 32;
    const OTHER: u8 = 64;
    /// An empty line, or the start of the text.
    const BLOCK: u8 = 128;

    fn has(self, bits: u8) -> bool {
        self.0 & bits != 0
    }

    /// Whether a name may read on over it, such as a space, a hyphen or a line break; `dot` tells
    /// whether a full stop may stand there too, as after an initial.
    #[must_use]
    pub fn joins(self, dot: bool) -> bool {
        let stop = if dot { 0 } else { Self::DOT };
        !self.has(Self::COMMA | Self::OTHER | Self::BLOCK | stop)
    }

    /// Whether `Vries, Jan de` may read on over it.
    #[must_use]
    pub fn joins_after_surname(self) -> bool {
        !self.has(Self::OTHER | Self::BLOCK)
    }

    /// Whether words of one phrase may stand on both sides; any sign may stand between them.
    #[must_use]
    pub fn is_within_block(self) -> bool {
        !self.has(Self::BLOCK)
    }

    /// Whether a full stop stands there.
    #[must_use]
    pub fn has_dot(self) -> bool {
        self.has(Self::DOT)
    }

    /// Whether it is a full stop and nothing else, as in `jan.jansen`.
    #[must_use]
    pub fn is_lone_dot(self) -> bool {
        self.0 == Self::DOT
    }

    /// Whether it is a hyphen and nothing else.
    #[must_use]
    pub fn is_hyphen(self) -> bool {
        self.0 == Self::HYPHEN
    }

    /// Whether it is an apostrophe and nothing else, as in `collega's`.
    #[must_use]
    pub fn is_apostrophe(self) -> bool {
        self.0 == Self::QUOTE
    }

    /// Whether a word is divided there over two lines.
    #[must_use]
    pub fn is_hyphen_at_line_end(self) -> bool {
        self.0 == Self::HYPHEN | Self::LINE
    }

    /// Whether a line ends there.
    #[must_use]
    pub fn has_line(self) -> bool {
        self.has(Self::LINE | Self::BLOCK)
    }

    /// Whether a comma stands there.
    #[must_use]
    pub fn has_comma(self) -> bool {
        self.has(Self::COMMA)
    }

    /// Whether what follows may be the first word of a sentence.
    #[must_use]
    pub fn starts_sentence(self) -> bool {
        self.has(Self::DOT | Self::OTHER | Self::BLOCK)
    }

    fn add(&mut self, sign: char) {
        self.0 |= match sign {
            '\n' if self.has(Self::LINE) => Self::BLOCK,
            '\n' => Self::LINE,
            '.' => Self::DOT,
            ',' => Self::COMMA,
            '-' | '\u{2010}' | '\u{2011}' | '–' => Self::HYPHEN,
            '\'' | '’' | '‘' | '`' | '´' => Self::QUOTE,
            // Marks of Markdown, where the text is not read as Markdown.
            '*' | '_' | '~' => 0,
            sign if sign.is_whitespace() => Self::SPACE,
            _ => Self::OTHER,
        };
    }
}

/// Finds the tokens of `text`, in order; `tokens` is emptied first.
pub fn tokenise(text: &str, tokens: &mut Vec<Token>) {
    tokens.clear();
    let mut gap = Gap(Gap::BLOCK);
    let mut at = 0;
    let bytes = text.as_bytes();
    while let Some(&byte) = bytes.get(at) {
        if byte == b' ' {
            gap.0 |= Gap::SPACE;
            at += 1;
            continue;
        }
        let sign = char_at(text, at).expect("a character starts here");
        if is_letter(sign) || sign.is_ascii_digit() {
            let token = read(text, at, gap);
            at = token.end;
            tokens.push(token);
            gap = Gap::default();
        } else {
            gap.add(sign);
            at += sign.len_utf8();
        }
    }
}

/// The tokens of a name or phrase.
#[must_use]
pub fn tokens_of(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    tokenise(text, &mut tokens);
    tokens
}

#[inline]
fn char_at(text: &str, at: usize) -> Option<char> {
    match text.as_bytes().get(at) {
        Some(&byte) if byte.is_ascii() => Some(char::from(byte)),
        Some(_) => text[at..].chars().next(),
        None => None,
    }
}

fn is_letter(sign: char) -> bool {
    if sign.is_ascii() { sign.is_ascii_alphabetic() } else { sign.is_alphanumeric() }
}

/// Reads the token that starts at a letter or digit.
fn read(text: &str, start: usize, gap: Gap) -> Token {
    let first = char_at(text, start).expect("a token starts here");
    let digits = first.is_ascii_digit();
    let mut reading = Reading {
        end: start,
        length: 0,
        folding: Folding::EMPTY,
        before_last: Folding::EMPTY,
        last: b' ',
        turned: false,
    };
    if digits {
        reading.digits(text);
    } else {
        reading.letters(text);
    }
    let has_stem = matches!(reading.last, b's' | b'S') && reading.length > 2;
    Token {
        start,
        end: reading.end,
        hash: reading.folding.hash(),
        stem: has_stem.then(|| reading.before_last.hash()),
        length: reading.length,
        capital: first.is_uppercase() || reading.turned,
        digits,
        gap,
    }
}

/// A token while it is read.
struct Reading {
    end: usize,
    length: usize,
    folding: Folding,
    before_last: Folding,
    /// The last letter, where it is one of ASCII.
    last: u8,
    /// Whether capitals and small letters are turned about: `jANSEN`.
    turned: bool,
}

impl Reading {
    fn digits(&mut self, text: &str) {
        let digits = text.as_bytes()[self.end..].iter().take_while(|byte| byte.is_ascii_digit());
        for &digit in digits {
            self.folding = self.folding.ascii(digit);
            self.length += 1;
        }
        self.end += self.length;
    }

    fn letters(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let mut after_small = false;
        loop {
            while let Some(eight) = bytes[self.end..].first_chunk() {
                let count = self.eight(u64::from_le_bytes(*eight), &mut after_small);
                if count < 8 {
                    break;
                }
            }
            let Some(&byte) = bytes.get(self.end) else { return };
            if byte.is_ascii_alphabetic() {
                if after_small && byte.is_ascii_uppercase() {
                    // `mRNA` has three capitals.
                    const FEWEST: usize = 4;
                    let capitals = bytes.get(self.end..self.end + FEWEST);
                    self.turned = self.length == 1
                        && capitals.is_some_and(|capitals| capitals.iter().all(u8::is_ascii_uppercase));
                    if !self.turned {
                        return;
                    }
                }
                after_small = byte.is_ascii_lowercase();
                self.add(self.folding.ascii(byte), byte, 1);
                continue;
            }
            if byte.is_ascii() {
                return;
            }
            let sign = char_at(text, self.end).expect("a character starts here");
            if is_mark(sign) {
                self.end += sign.len_utf8();
                continue;
            }
            if !sign.is_alphanumeric() || (after_small && sign.is_uppercase()) {
                return;
            }
            after_small = sign.is_lowercase();
            self.add(self.folding.letter(sign), b' ', sign.len_utf8());
        }
    }

    /// Takes in the letters of ASCII that eight bytes begin with; how many there are.
    #[inline]
    fn eight(&mut self, bytes: u64, after_small: &mut bool) -> usize {
        let count = letters_at_start(bytes, *after_small);
        if count == 0 {
            return 0;
        }
        let lower = (bytes | SPACES) & (u64::MAX >> (64 - 8 * count));
        let last = bytes.to_le_bytes()[count - 1];
        *after_small = last.is_ascii_lowercase();
        self.last = last;
        if matches!(last, b's' | b'S') {
            let before = lower & !(0xff << (8 * (count - 1)));
            self.before_last = self.folding.eight(before, count as u32 - 1);
        }
        self.folding = self.folding.eight(lower, count as u32);
        self.length += count;
        self.end += count;
        count
    }

    fn add(&mut self, folding: Folding, last: u8, bytes: usize) {
        self.before_last = self.folding;
        self.folding = folding;
        self.last = last;
        self.length += 1;
        self.end += bytes;
    }
}

const ONES: u64 = u64::MAX / 0xff;
/// The bit that tells small letters from capitals, in each byte.
const SPACES: u64 = ONES * 0x20;

/// How many of eight bytes, from the lowest on, are letters of ASCII and no capital after a small letter.
#[inline]
fn letters_at_start(bytes: u64, after_small: bool) -> usize {
    const TOPS: u64 = ONES * 0x80;
    let small_or_not = (bytes | SPACES) & !TOPS;
    // No sum is more than a byte can hold.
    let from_a = small_or_not + ONES * (0x80 - b'a' as u64);
    let beyond_z = small_or_not + ONES * (0x7f - b'z' as u64);
    let letters = from_a & !beyond_z & !bytes & TOPS;
    let small = (bytes << 2) & letters;
    let after = (small << 8) | (u64::from(after_small) << 7);
    let stops = (!letters & TOPS) | (letters & !small & after);
    (stops.trailing_zeros() / 8) as usize
}

#[cfg(test)]
mod tests {
    use super::super::fold::hash;
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        tokens_of(text).iter().map(|token| &text[token.start..token.end]).collect()
    }

    #[test]
    fn tokens_are_runs_of_letters_or_of_digits() {
        for (text, expected) in [
            ("F.el Amrani", vec!["F", "el", "Amrani"]),
            ("JanDeVries jan_devries", vec!["Jan", "De", "Vries", "jan", "devries"]),
            ("Kade 12a, 1234AB", vec!["Kade", "12", "a", "1234", "AB"]),
            ("Van 't Zelfde's", vec!["Van", "t", "Zelfde", "s"]),
            ("Waterschapsbelasting waterschapsBelasting", vec!["Waterschapsbelasting", "waterschaps", "Belasting"]),
            ("bouwvergUnning[x@y`z{", vec!["bouwverg", "Unning", "x", "y", "z"]),
            ("geünificeerde GEÜNIFICEERDE waterlanDen", vec!["geünificeerde", "GEÜNIFICEERDE", "waterlan", "Den"]),
            ("Zoe\u{308} Wi\u{ad}śniewska", vec!["Zoe\u{308}", "Wi\u{ad}śniewska"]),
            ("", vec![]),
            ("\u{308}…", vec![]),
        ] {
            assert_eq!(words(text), expected, "{text}");
        }
    }

    #[test]
    fn a_token_has_the_hash_of_its_word_and_of_its_stem() {
        let text =
            "s Als klachten klachtens waterschapsbelastings Zoë's Müllers \u{e9}\u{e9}nhoorns ijs waters waterss EÉNs";
        for word in tokens_of(text) {
            let letters = &text[word.start..word.end];
            assert_eq!(word.hash, hash(letters), "{letters}");
            let stem = letters.strip_suffix('s').filter(|stem| stem.chars().count() > 1);
            assert_eq!(word.stem, stem.map(hash), "{letters}");
        }
    }

    #[test]
    fn a_token_knows_its_shape_and_what_stands_before_it() {
        let tokens = tokens_of("Jan. Vries, Jansens\n\nel");
        assert!(tokens[0].gap.starts_sentence() && tokens[0].capital);
        assert!(!tokens[1].gap.joins(false) && tokens[1].gap.joins(true));
        assert!(!tokens[2].gap.joins(true) && tokens[2].gap.joins_after_surname());
        assert_eq!(tokens[2].stem, Some(hash("Jansen")));
        assert!(!tokens[3].gap.is_within_block() && !tokens[3].capital);
    }
}
