//! One character at a time. In: a character as written. Out: folded letters without case and
//! diacritics, a digit, or what kind of gap it makes between words.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// What separates two tokens, in rising order of how much it keeps them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// Nothing: a digit after a letter.
    Joined,
    Apostrophe,
    Hyphen,
    /// A sign within a link or an emphasised word: `_`, `+`.
    Glue,
    Dot,
    /// Any white space.
    Space,
    /// A full stop with white space: after a whole word the end of a sentence.
    DotSpace,
    /// As between a surname and the given name after it.
    Comma,
    /// As in an organisation's name.
    Ampersand,
    /// A sign that no name has inside: `:`, `"`, `[`, `/`.
    Stop,
    /// Another paragraph, cell or attribute.
    Break,
}

impl Gap {
    /// The gap that both make together, in this order.
    #[inline]
    pub(super) fn and(self, next: Self) -> Self {
        match (self, next) {
            (Self::Joined, next) => next,
            (Self::Dot, Self::Dot) | (Self::Space, Self::Hyphen) => Self::Stop,
            (Self::Dot, Self::Space) | (Self::Space, Self::Dot) => Self::DotSpace,
            _ => self.max(next),
        }
    }
}

/// What a character is to the gate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    Letter(Letters),
    Digit(u8),
    /// `@`, which joins the halves of an e-mail address and counts as a word.
    At,
    Gap(Gap, InNumber),
    /// Shows nothing: a soft hyphen, a zero-width character, a lone diacritic.
    Nothing,
    /// May begin an escape: `&`, `%`, `\`, or a byte of a longer character.
    Special,
}

/// Whether a sign may stand between the digits of one telephone number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum InNumber {
    Yes,
    No,
}

/// The letters that a character folds to: `æ` to two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Letters {
    letters: [char; 3],
    count: u8,
    /// Whether it was a capital.
    pub(super) upper: bool,
}

impl Letters {
    const fn one(letter: u8, upper: bool) -> Self {
        Self { letters: [letter as char, '\0', '\0'], count: 1, upper }
    }

    pub(super) fn as_slice(&self) -> &[char] {
        &self.letters[..usize::from(self.count)]
    }
}

/// The signs of ASCII, and [`Sign::Special`] for every other byte.
pub(super) static OF_BYTE: [Sign; 256] = {
    let mut signs = [Sign::Special; 256];
    let mut byte: u8 = 0;
    while byte < 0x80 {
        signs[byte as usize] = of_ascii(byte);
        byte += 1;
    }
    signs
};

/// The gaps among the signs of ASCII, which stand between nearly all words.
pub(super) static GAP_OF_BYTE: [Option<(Gap, InNumber)>; 256] = {
    let mut gaps = [None; 256];
    let mut byte = 0;
    while byte < gaps.len() {
        if let Sign::Gap(gap, in_number) = OF_BYTE[byte] {
            gaps[byte] = Some((gap, in_number));
        }
        byte += 1;
    }
    gaps
};

const fn of_ascii(byte: u8) -> Sign {
    use InNumber::{No, Yes};
    match byte {
        b'a'..=b'z' => Sign::Letter(Letters::one(byte, false)),
        b'A'..=b'Z' => Sign::Letter(Letters::one(byte.to_ascii_lowercase(), true)),
        b'0'..=b'9' => Sign::Digit(byte - b'0'),
        b'@' => Sign::At,
        b'&' | b'%' | b'\\' => Sign::Special,
        b' ' | b'\t' | b'\n' | b'\r' | 0x0b | 0x0c => Sign::Gap(Gap::Space, Yes),
        b'.' => Sign::Gap(Gap::Dot, Yes),
        b'-' => Sign::Gap(Gap::Hyphen, Yes),
        b'\'' | b'`' => Sign::Gap(Gap::Apostrophe, No),
        b',' => Sign::Gap(Gap::Comma, No),
        b'+' => Sign::Gap(Gap::Glue, Yes),
        b'_' | b'*' | b'~' => Sign::Gap(Gap::Glue, No),
        b'(' | b')' | b'/' => Sign::Gap(Gap::Stop, Yes),
        0..=0x1f | 0x7f => Sign::Nothing,
        _ => Sign::Gap(Gap::Stop, No),
    }
}

/// What a plain `&`, `%` or `\` is, that begins no escape.
pub(super) const LONE_SPECIAL: Sign = Sign::Gap(Gap::Ampersand, InNumber::No);

const TABLE_START: u32 = 0x80;
const TABLE_END: u32 = 0x250;

/// The Latin letters beyond ASCII, which nearly all of a Dutch page's other characters are.
static LATIN: LazyLock<Vec<Sign>> =
    LazyLock::new(|| (TABLE_START..TABLE_END).map(|code| char::from_u32(code).map_or(Sign::Nothing, fold)).collect());

/// What a decoded character is; never [`Sign::Special`].
pub(super) fn of_char(sign: char) -> Sign {
    let code = u32::from(sign);
    if let Ok(byte @ 0..0x80) = u8::try_from(code) {
        return match OF_BYTE[usize::from(byte)] {
            Sign::Special => LONE_SPECIAL,
            sign => sign,
        };
    }
    if code < TABLE_END { LATIN[(code - TABLE_START) as usize] } else { fold(sign) }
}

fn fold(sign: char) -> Sign {
    if let Some(known) = no_letter(sign) {
        return known;
    }
    let mut folded = Letters { letters: ['\0'; 3], count: 0, upper: sign.is_uppercase() };
    for part in sign.to_lowercase().nfkd().filter(|part| !is_combining_mark(*part)).flat_map(plain) {
        if part.is_ascii_digit() && folded.count == 0 {
            return Sign::Digit(part as u8 - b'0');
        }
        if !part.is_alphanumeric() {
            return if part.is_ascii() { of_char(part) } else { Sign::Gap(Gap::Stop, InNumber::No) };
        }
        if let Some(free) = folded.letters.get_mut(usize::from(folded.count)) {
            *free = part;
            folded.count += 1;
        }
    }
    if folded.count == 0 { Sign::Nothing } else { Sign::Letter(folded) }
}

/// Signs that are known by their code: spaces, hyphens, apostrophes, and what shows nothing.
fn no_letter(sign: char) -> Option<Sign> {
    match sign {
        '\u{ad}' | '\u{34f}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' => Some(Sign::Nothing),
        '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' => Some(Sign::Nothing),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => Some(Sign::Gap(Gap::Hyphen, InNumber::Yes)),
        '\u{b4}' | '\u{2b9}' | '\u{2bb}'..='\u{2bd}' | '\u{2018}'..='\u{201b}' | '\u{2032}' => {
            Some(Sign::Gap(Gap::Apostrophe, InNumber::No))
        }
        _ if sign.is_whitespace() => Some(Sign::Gap(Gap::Space, InNumber::Yes)),
        _ if is_combining_mark(sign) => Some(Sign::Nothing),
        _ => None,
    }
}

/// Letters that carry their stroke or their twin within, and so have no decomposition.
fn plain(letter: char) -> impl Iterator<Item = char> {
    let (first, second) = match letter {
        'ø' => ('o', None),
        'ł' => ('l', None),
        'đ' | 'ð' => ('d', None),
        'ħ' => ('h', None),
        'ŧ' => ('t', None),
        'ı' => ('i', None),
        'ŋ' => ('n', None),
        'ß' => ('s', Some('s')),
        'æ' => ('a', Some('e')),
        'œ' => ('o', Some('e')),
        'þ' => ('t', Some('h')),
        other => (other, None),
    };
    std::iter::once(first).chain(second)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        let letters = |sign| match of_char(sign) {
            Sign::Letter(letters) => letters.as_slice().iter().collect(),
            Sign::Digit(digit) => digit.to_string(),
            Sign::Nothing => String::new(),
            _ => " ".to_owned(),
        };
        text.chars().map(letters).collect()
    }

    #[test]
    fn case_and_diacritics_fold_away() {
        for (text, expected) in [
            ("Agnieszka Łuczak", "agnieszka luczak"),
            ("YILDIRIM yıldırım Yıldırım", "yildirim yildirim yildirim"),
            ("Nguyễn Thị Lan", "nguyen thi lan"),
            ("Ĳsbrand Æsir Groß Þór", "ijsbrand aesir gross thor"),
            ("Zo\u{308}e\u{200b} De\u{ad}boer\u{a0}x", "zoe deboer x"),
            ("Ｊａｎ ０６", "jan 06"),
            ("李梅", "李梅"),
        ] {
            assert_eq!(folded(text), expected, "{text}");
        }
    }
}
