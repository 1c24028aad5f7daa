//! Words of a text for the gate. In: bytes with their escapes. Out: runs of letters and runs of digits as
//! hashes, and what stands between them; telephone numbers as numbers.

use std::ops::Range;

use super::decode::{Escapes, escape};
use super::sign::{GAP_OF_BYTE, Gap, InNumber, LONE_SPECIAL, OF_BYTE, Sign, of_char};

const BASE: u64 = 0x9e37_79b9_7f4a_7c15;

/// A token longer than this is cut: nothing that the gate looks for is.
const LONGEST: u8 = 64;

/// `BASE` to the power of the index.
static POWERS: [u64; LONGEST as usize + 1] = {
    let mut powers = [1_u64; LONGEST as usize + 1];
    let mut at = 1;
    while at < powers.len() {
        powers[at] = powers[at - 1].wrapping_mul(BASE);
        at += 1;
    }
    powers
};

/// How many tokens are gathered before they are searched.
const MANY: usize = 4096;

/// A telephone number is known by its last nine digits.
const NUMBER_DIGITS: u8 = 9;
const WITHOUT_FIRST: u32 = 100_000_000;

/// A run of letters or of digits, folded.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// Hash of its letters; see [`Token::after`].
    pub(super) hash: u64,
    start: u32,
    end: u32,
    /// How many letters or digits.
    pub(super) length: u8,
    /// What stands before it.
    pub(super) gap: Gap,
    /// Whether it has a capital at all.
    pub(super) upper: bool,
    pub(super) is_digits: bool,
}

impl Token {
    /// Where it stands in the bytes that were read.
    pub(super) fn place(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The hash of the letters that `before` is the hash of, and then this token's: `de` and `Vries`
    /// together have the hash of `devries`.
    pub(super) fn after(&self, before: u64) -> u64 {
        before.wrapping_mul(POWERS[usize::from(self.length)]).wrapping_add(self.hash)
    }
}

/// The hash of the same letters with an `s` at the end: the genitive of a name.
pub(super) fn genitive(hash: u64) -> u64 {
    hash.wrapping_mul(BASE).wrapping_add(u64::from(b's'))
}

/// Tokens in the order of a text. The buffers are kept from page to page.
#[derive(Debug)]
pub(super) struct Tokens {
    list: Vec<Token>,
    numbers: Vec<u32>,
    open: Option<Token>,
    gap: Gap,
    number: u32,
    /// How many digits the number has so far.
    number_length: u8,
    /// The length of the open token at the first tag after its first letter.
    tag_at: Option<u8>,
    glued: bool,
}

impl Tokens {
    pub(super) fn new() -> Self {
        Self {
            list: Vec::new(),
            numbers: Vec::new(),
            open: None,
            gap: Gap::Break,
            number: 0,
            number_length: 0,
            tag_at: None,
            glued: false,
        }
    }

    /// The tokens that were gathered.
    pub(super) fn list(&self) -> &[Token] {
        &self.list
    }

    /// The last nine digits of each run of nine digits and more.
    pub(super) fn numbers(&self) -> &[u32] {
        &self.numbers
    }

    /// Whether a tag stood inside a word since the last [`Tokens::restart`].
    pub(super) fn is_glued(&self) -> bool {
        self.glued
    }

    /// Whether it is time to search them, so that the buffers stay small.
    pub(super) fn are_many(&self) -> bool {
        self.list.len() >= MANY
    }

    /// Forgets what was searched; what comes next still follows on it.
    pub(super) fn clear(&mut self) {
        self.list.clear();
        self.numbers.clear();
    }

    /// Begins another text.
    pub(super) fn restart(&mut self) {
        self.clear();
        self.open = None;
        self.tag_at = None;
        self.glued = false;
        self.separate(Gap::Break, InNumber::No);
    }

    /// Reads one word of a form.
    pub(super) fn read_word(&mut self, word: &str) {
        self.read(word.as_bytes(), 0..word.len(), Escapes::Text);
        self.separate(Gap::Space, InNumber::No);
    }

    /// Reads bytes up to the end of the range, or to a place where the tokens so far are to be searched
    /// first; gives that place.
    pub(super) fn read(&mut self, bytes: &[u8], range: Range<usize>, escapes: Escapes) -> usize {
        let mut at = range.start;
        while at < range.end {
            let byte = bytes[at];
            if byte.is_ascii_alphabetic() {
                at = self.letters(bytes, at, range.end);
                continue;
            }
            if byte.is_ascii_digit() {
                at = self.digits(bytes, at, range.end);
                continue;
            }
            if let Some((gap, in_number)) = GAP_OF_BYTE[usize::from(byte)] {
                self.separate(gap, in_number);
                at += 1;
                if gap == Gap::Stop && self.are_many() {
                    return at;
                }
                continue;
            }
            let start = at;
            let sign;
            (sign, at) = sign_at(bytes, at, range.end, escapes);
            match sign {
                Sign::Letter(letters) => {
                    for letter in letters.as_slice() {
                        self.put(u64::from(*letter), start..at, letters.upper, false);
                    }
                }
                Sign::Digit(digit) => self.digit(digit, start..at),
                Sign::At => self.at_sign(start..at),
                Sign::Gap(gap, in_number) => {
                    self.separate(gap, in_number);
                    if gap == Gap::Stop && self.are_many() {
                        return at;
                    }
                }
                Sign::Nothing | Sign::Special => {}
            }
        }
        at
    }

    /// Reads a run of plain letters, which nearly all of a page is.
    fn letters(&mut self, bytes: &[u8], start: usize, end: usize) -> usize {
        if self.open.is_some_and(|open| open.is_digits) {
            self.close();
        }
        self.number_length = 0;
        let mut hash = 0_u64;
        let mut all = 0x20_u8;
        let mut at = start;
        for byte in bytes[start..end].iter().take_while(|byte| byte.is_ascii_alphabetic()) {
            hash = hash.wrapping_mul(BASE).wrapping_add(u64::from(byte | 0x20));
            all &= byte;
            at += 1;
        }
        let length = match u8::try_from(at - start) {
            Ok(length @ ..LONGEST) if self.open.is_none() => length,
            _ => {
                for (place, byte) in (start..at).zip(&bytes[start..at]) {
                    let letter = u64::from(byte.to_ascii_lowercase());
                    self.put(letter, place..place + 1, byte.is_ascii_uppercase(), false);
                }
                return at;
            }
        };
        let upper = all == 0;
        let (gap, is_digits) = (self.gap, false);
        let token = Token { hash, start: offset(start), end: offset(at), length, gap, upper, is_digits };
        self.gap = Gap::Joined;
        // A letter, a digit, an escape or a tag may still go on in the same word, or belong to it.
        let is_at_gap = bytes[..end].get(at).is_some_and(|next| GAP_OF_BYTE[usize::from(*next)].is_some());
        if is_at_gap && gap != Gap::Apostrophe {
            self.list.push(token);
        } else {
            self.open = Some(token);
        }
        at
    }

    /// Reads a run of plain digits, of which a page has many: dates and numbers.
    fn digits(&mut self, bytes: &[u8], start: usize, end: usize) -> usize {
        let run = bytes[start..end].iter().take_while(|byte| byte.is_ascii_digit());
        let at = start + run.count();
        let length = match u8::try_from(at - start) {
            Ok(length @ ..LONGEST) if self.open.is_none_or(|open| !open.is_digits) => length,
            _ => {
                for (place, byte) in (start..at).zip(&bytes[start..at]) {
                    self.digit(byte - b'0', place..place + 1);
                }
                return at;
            }
        };
        self.close();
        let mut hash = 0_u64;
        for byte in &bytes[start..at] {
            hash = hash.wrapping_mul(BASE).wrapping_add(u64::from(*byte));
            self.add_to_number(byte - b'0');
        }
        let gap = std::mem::replace(&mut self.gap, Gap::Joined);
        let (upper, is_digits) = (false, true);
        self.open = Some(Token { hash, start: offset(start), end: offset(at), length, gap, upper, is_digits });
        at
    }

    fn put(&mut self, letter: u64, place: Range<usize>, upper: bool, is_digits: bool) {
        match &mut self.open {
            Some(open) if open.is_digits == is_digits && open.length < LONGEST => {
                open.hash = open.hash.wrapping_mul(BASE).wrapping_add(letter);
                open.length += 1;
                open.end = offset(place.end);
                open.upper |= upper;
            }
            _ => {
                self.close();
                if !is_digits {
                    self.number_length = 0;
                }
                let gap = std::mem::replace(&mut self.gap, Gap::Joined);
                let (start, end) = (offset(place.start), offset(place.end));
                self.open = Some(Token { hash: letter, start, end, length: 1, gap, upper, is_digits });
            }
        }
    }

    fn add_to_number(&mut self, digit: u8) {
        self.number = self.number % WITHOUT_FIRST * 10 + u32::from(digit);
        self.number_length = self.number_length.saturating_add(1);
    }

    fn digit(&mut self, digit: u8, place: Range<usize>) {
        self.add_to_number(digit);
        self.put(u64::from(b'0' + digit), place, false, true);
    }

    fn at_sign(&mut self, place: Range<usize>) {
        self.separate(Gap::Joined, InNumber::No);
        self.put(u64::from(b'@'), place, false, false);
        self.close();
    }

    /// Ends the open token, and the run of digits where the sign is none of a telephone number.
    #[inline(always)]
    pub(super) fn separate(&mut self, gap: Gap, in_number: InNumber) {
        self.close();
        self.gap = self.gap.and(gap);
        if in_number == InNumber::No {
            self.number_length = 0;
        }
    }

    /// A tag that does not show: it may stand inside a word.
    pub(super) fn tag_inside(&mut self) {
        self.tag_at = self.tag_at.or(self.open.map(|open| open.length));
    }

    #[inline]
    fn close(&mut self) {
        if let Some(token) = self.open.take() {
            self.end(token);
        }
    }

    fn end(&mut self, token: Token) {
        let tag_at = self.tag_at.take();
        self.glued |= tag_at.is_some_and(|length| length < token.length);
        if token.is_digits && self.number_length >= NUMBER_DIGITS {
            self.numbers.push(self.number);
        }
        // Dutch writes `Jan's`: the `s` is no word.
        if token.gap == Gap::Apostrophe && token.length == 1 && token.hash == u64::from(b's') {
            self.gap = Gap::Apostrophe;
            return;
        }
        self.list.push(token);
    }
}

/// A place in a file of the site, none of which has four gigabytes; the letters of a token are read there
/// only to tell ordinary words, so that a place beyond would make the gate stricter and no more.
fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// The sign at this place, escapes decoded, and where the next one begins.
fn sign_at(bytes: &[u8], at: usize, end: usize, escapes: Escapes) -> (Sign, usize) {
    let byte = bytes[at];
    match OF_BYTE[usize::from(byte)] {
        Sign::Special if byte < 0x80 => match escape(&bytes[..end], at, escapes) {
            Some((sign, next)) => (of_char(sign), next),
            None => (LONE_SPECIAL, at + 1),
        },
        Sign::Special => match character(&bytes[at..end]) {
            Some(sign) => (of_char(sign), at + sign.len_utf8()),
            None => (Sign::Gap(Gap::Stop, InNumber::No), at + 1),
        },
        sign => (sign, at + 1),
    }
}

fn character(bytes: &[u8]) -> Option<char> {
    let length = match bytes[0] {
        0xc2..0xe0 => 2,
        0xe0..0xf0 => 3,
        0xf0..0xf5 => 4,
        _ => return None,
    };
    std::str::from_utf8(bytes.get(..length)?).ok()?.chars().next()
}
