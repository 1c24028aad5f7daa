//! Looking for strong forms in tokens. In: the tokens of a page. Out: the forms that stand there, less
//! those that only happen to have the same letters.

use super::forms::{AFTER_TITLE, Entry, Shape, phone_hash};
use super::index::Index;
use super::sign::Gap;
use super::tokens::{Token, Tokens};
use crate::anonymise::{PARTICLES, TITLES, is_ordinary};

/// A run of tokens with the letters of a form.
struct Match<'t> {
    bytes: &'t [u8],
    tokens: &'t [Token],
    first: usize,
    last: usize,
    /// What keeps its tokens apart at most.
    gap: Gap,
    /// Whether a full stop joins two of its words, as in an address on the web.
    dotted: bool,
}

/// Reports every strong form among the tokens.
pub(super) fn search(index: &Index, bytes: &[u8], tokens: &Tokens, found: &mut impl FnMut(&Entry)) {
    for number in tokens.numbers() {
        index.ending_at(phone_hash(*number)).iter().for_each(&mut *found);
    }
    let list = tokens.list();
    for (first, token) in list.iter().enumerate() {
        if index.may_begin_with(token) {
            walk(index, bytes, list, first, 0, found);
        }
    }
}

/// Follows the forms that begin at this token, as far as any goes.
fn walk(index: &Index, bytes: &[u8], tokens: &[Token], first: usize, start: u64, found: &mut impl FnMut(&Entry)) {
    let mut hash = start;
    let mut run = Match { bytes, tokens, first, last: first, gap: Gap::Joined, dotted: false };
    for last in first..tokens.len() {
        hash = tokens[last].after(hash);
        if !index.may_go_on(hash) || (last > first && !run.goes_on_to(last)) {
            return;
        }
        run.last = last;
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

/// Dotted letters that are no initials: `t.a.v. De Vries`, `De Boer B.V.`.
const ABBREVIATIONS: [&str; 36] = [
    "tav", "oa", "ea", "eo", "ed", "ivm", "mbt", "tbv", "tgv", "nav", "tnv", "dmv", "dd", "io", "iom", "ipv", "nl",
    "mn", "mi", "aub", "svp", "bv", "nv", "cv", "vof", "ua", "ba", "wa", "zo", "zoz", "ma", "iz", "as", "jl", "bgg",
    "ov",
];

/// A given name shorter than this stands behind its surname by chance.
const SHORTEST_BEHIND: u8 = 3;

impl Match<'_> {
    /// Takes in the next token, unless a sentence or a part of one ends before it.
    fn goes_on_to(&mut self, next: usize) -> bool {
        let gap = self.tokens[next].gap;
        let before = &self.tokens[next - 1];
        let is_short = before.length <= 2 || TITLES.contains(&lower_case(self.bytes, before).as_str());
        self.gap = self.gap.max(gap);
        self.dotted |= gap == Gap::Dot && !is_short;
        match gap {
            Gap::DotSpace => is_short,
            gap => gap < Gap::Stop,
        }
    }

    /// Whether these letters are that form.
    fn tells(&self, entry: &Entry) -> bool {
        let run = self.run();
        let as_one = run.len() != usize::from(entry.words);
        if as_one && (!entry.loose || self.is_one_ordinary_word()) {
            return false;
        }
        let (first, last) = (&run[0], &run[run.len() - 1]);
        match entry.shape {
            Shape::Title => false,
            Shape::Thing => true,
            Shape::Phrase => as_one || self.is_written_as_name(),
            Shape::Titled => self.is_name(Gap::DotSpace),
            Shape::Full => self.is_name(Gap::DotSpace) && (self.is_lower_case() || !self.is_ordinary(first)),
            Shape::Initial => self.is_name(Gap::DotSpace) && self.is_initial(self.first),
            Shape::SurnameFirst => {
                self.is_name(Gap::Comma) && last.length >= SHORTEST_BEHIND && !self.is_ordinary(last)
            }
            Shape::InitialLast => self.is_name(Gap::Comma) && last.upper && self.is_initial(self.last),
        }
    }

    fn run(&self) -> &[Token] {
        &self.tokens[self.first..=self.last]
    }

    /// Whether a person's name may stand there: nothing wider than this between its words, and not all
    /// of them ordinary words, as in "wil de boer".
    fn is_name(&self, widest: Gap) -> bool {
        let is_plain = |at: usize| {
            let token = &self.tokens[at];
            self.is_ordinary(token) || (token.length == 1 && !token.upper && !self.has_dot_after(at))
        };
        self.gap <= widest && (!self.dotted || self.is_lower_case()) && !(self.first..=self.last).all(is_plain)
    }

    /// Whether a phrase has a word that is no ordinary one, or capitals that make a name of it.
    fn is_written_as_name(&self) -> bool {
        let words = || self.run().iter().filter(|token| !token.is_digits);
        let ordinary = |token: &Token| is_ordinary(&lower_case(self.bytes, token));
        let capitals = words().filter(|token| token.upper).count();
        let may_be_small = |token: &Token| PARTICLES.contains(&lower_case(self.bytes, token).as_str());
        let has_number = words().count() < self.run().len();
        !words().all(ordinary)
            || ((capitals > 1 || has_number) && words().all(|token| token.upper || may_be_small(token)))
    }

    fn is_lower_case(&self) -> bool {
        !self.run().iter().any(|token| token.upper)
    }

    /// Whether a token stands there as an ordinary word: `wil` in "Janssen wil".
    fn is_ordinary(&self, token: &Token) -> bool {
        !token.upper && is_ordinary(&lower_case(self.bytes, token))
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
        let may_be = if token.upper { !self.is_polite_you(at) } else { self.is_lower_case() };
        may_be && token.gap != Gap::Apostrophe && !self.is_in_abbreviation(at)
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

/// A token as it stands in the bytes, in lower case; an escaped one resembles no word.
pub(super) fn lower_case(bytes: &[u8], token: &Token) -> String {
    String::from_utf8_lossy(bytes.get(token.place()).unwrap_or_default()).to_lowercase()
}
