//! Looking for strong forms in tokens. In: the tokens of a page. Out: the forms that stand there, less
//! those that only happen to have the same letters.

use super::forms::{AFTER_TITLE, Entry, Shape, phone_hash};
use super::index::Index;
use super::sign::Gap;
use super::tokens::{Token, Tokens};
use crate::anonymise::{TITLES, is_ordinary};

/// A run of tokens with the letters of a form.
struct Match<'t> {
    bytes: &'t [u8],
    tokens: &'t [Token],
    first: usize,
    last: usize,
    comma: bool,
}

/// Reports every strong form among the tokens.
pub(super) fn search(index: &Index, bytes: &[u8], tokens: &Tokens, found: &mut impl FnMut(&Entry)) {
    for number in tokens.numbers() {
        index.ending_at(phone_hash(*number)).iter().for_each(&mut *found);
    }
    let list = tokens.list();
    for first in 0..list.len() {
        walk(index, bytes, list, first, 0, found);
    }
}

/// Follows the forms that begin at this token, as far as any goes.
fn walk(index: &Index, bytes: &[u8], tokens: &[Token], first: usize, start: u64, found: &mut impl FnMut(&Entry)) {
    let mut hash = start;
    let mut comma = false;
    for last in first..tokens.len() {
        let token = &tokens[last];
        if last > first {
            if is_end(bytes, tokens, last) {
                return;
            }
            comma |= token.gap == Gap::Comma;
        }
        hash = token.after(hash);
        if !index.may_go_on(hash) {
            return;
        }
        let run = Match { bytes, tokens, first, last, comma };
        for entry in index.ending_at(hash) {
            if entry.shape != Shape::Title {
                if run.tells(entry) {
                    found(entry);
                }
            } else if first == last && tokens.get(last + 1).is_some_and(|next| next.gap <= Gap::DotSpace) {
                walk(index, bytes, tokens, last + 1, AFTER_TITLE, found);
            }
        }
    }
}

/// Whether a sentence or a part of one ends before this token.
fn is_end(bytes: &[u8], tokens: &[Token], at: usize) -> bool {
    match tokens[at].gap {
        Gap::DotSpace => !takes_full_stop(bytes, &tokens[at - 1]),
        gap => gap >= Gap::Stop,
    }
}

/// Short forms of given names, which take a full stop as titles and initials do.
const SHORT_NAMES: [&str; 10] = ["joh", "jac", "chr", "fred", "wilh", "corn", "abr", "alb", "ant", "nic"];

fn takes_full_stop(bytes: &[u8], token: &Token) -> bool {
    if token.length <= 2 {
        return true;
    }
    let word = lower_case(bytes, token);
    TITLES.contains(&word.as_str()) || SHORT_NAMES.contains(&word.as_str())
}

/// A token as it stands in the bytes, in lower case; an escaped one resembles no word.
fn lower_case(bytes: &[u8], token: &Token) -> String {
    String::from_utf8_lossy(&bytes[token.start..token.end]).to_lowercase()
}

/// Dotted letters that are no initials: `t.a.v. De Vries`, `De Boer B.V.`.
const ABBREVIATIONS: [&str; 36] = [
    "tav", "oa", "ea", "eo", "ed", "ivm", "mbt", "tbv", "tgv", "nav", "tnv", "dmv", "dd", "io", "iom", "ipv", "nl",
    "mn", "mi", "aub", "svp", "bv", "nv", "cv", "vof", "ua", "ba", "wa", "zo", "zoz", "ma", "iz", "as", "jl", "bgg",
    "ov",
];

impl Match<'_> {
    fn run(&self) -> &[Token] {
        &self.tokens[self.first..=self.last]
    }

    fn is_lower_case(&self) -> bool {
        !self.run().iter().any(|token| token.upper)
    }

    /// Whether a token stands there as an ordinary word: `wil` in "Janssen wil".
    fn is_ordinary(&self, token: &Token) -> bool {
        !token.upper && is_ordinary(&lower_case(self.bytes, token))
    }

    /// Whether these letters are that form.
    fn tells(&self, entry: &Entry) -> bool {
        let run = self.run();
        if run.len() != usize::from(entry.words) && !(entry.loose && !self.is_one_ordinary_word()) {
            return false;
        }
        let (first, last) = (&run[0], &run[run.len() - 1]);
        match entry.shape {
            Shape::Title => false,
            Shape::Titled => !self.comma && (run.len() > 1 || !self.is_ordinary(first)),
            Shape::Full => !self.comma && (self.is_lower_case() || !self.is_ordinary(first)),
            Shape::SurnameFirst => !self.is_ordinary(last),
            Shape::Initial => !self.comma && self.is_initial(self.first),
            Shape::InitialLast => last.upper && self.is_initial(self.last),
            Shape::Organisation => !run.iter().all(|token| self.is_ordinary(token)),
            Shape::Thing => true,
        }
    }

    fn is_one_ordinary_word(&self) -> bool {
        self.first == self.last && is_ordinary(&lower_case(self.bytes, &self.tokens[self.first]))
    }

    /// Whether a letter is an initial: a capital, or a small letter in a name that has no capital, and
    /// part of no abbreviation.
    fn is_initial(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        if token.length > 1 {
            return true;
        }
        let small_letter_is_word = token.gap == Gap::Apostrophe || self.is_ordinary(token) && !self.has_dot_after(at);
        let may_be = if token.upper { !self.is_polite_you(at) } else { self.is_lower_case() && !small_letter_is_word };
        may_be && !self.is_in_abbreviation(at)
    }

    fn has_dot_after(&self, at: usize) -> bool {
        self.tokens.get(at + 1).is_some_and(|next| matches!(next.gap, Gap::Dot | Gap::DotSpace))
    }

    /// "Kunt U De Vries bellen?"
    fn is_polite_you(&self, at: usize) -> bool {
        self.tokens[at].hash == u64::from(b'u') && !self.has_dot_after(at)
    }

    /// Whether the letters around it, with nothing but full stops between, are an abbreviation.
    fn is_in_abbreviation(&self, at: usize) -> bool {
        let is_letter = |at: usize| self.tokens[at].length == 1;
        let mut start = at;
        while start > 0 && at - start < 4 && self.tokens[start].gap == Gap::Dot && is_letter(start - 1) {
            start -= 1;
        }
        let mut end = at + 1;
        while end < self.tokens.len() && end - at < 4 && self.tokens[end].gap == Gap::Dot && is_letter(end) {
            end += 1;
        }
        let letters: String = self.tokens[start..end].iter().map(|token| lower_case(self.bytes, token)).collect();
        ABBREVIATIONS.contains(&letters.as_str())
    }
}
