//! Letters that may be someone's initials, as they are written: `KS`, `K. S.`, `k.s.`, `K/S`, `JvdB`. In: the place of
//! the first. Out: the letters, and their shape.

use super::LETTERS;
use crate::anonymise::fold::fold;
use crate::anonymise::search::Search;
use crate::anonymise::tokens::Token;

/// More letters, those of particles among them, are no paraph.
const MOST: usize = 6;

/// How initials are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// `KS`, and `BvS`.
    Capitals,
    /// `K.S.`, and `J.v.d.B.`
    Dotted,
    /// `k.s.`, as many abbreviations are.
    Small,
    /// `K-S`, `K/S`.
    Marked,
}

/// Initials in a text.
#[derive(Debug)]
pub(super) struct Written {
    /// How many tokens they take.
    pub count: usize,
    /// In small letters, without signs.
    pub letters: String,
    pub shape: Shape,
    /// Whether small letters stand between capitals: `BvS`.
    pub has_particles: bool,
}

impl Written {
    /// What is written at a token, where it may be initials.
    pub fn read(search: &Search<'_>, at: usize) -> Option<Self> {
        let token = &search.tokens[at];
        if token.digits || token.length > *LETTERS.end() + 1 {
            return None;
        }
        let (count, shape) =
            if token.length == 1 { apart(search, at)? } else { (joined(search, at)?, Shape::Capitals) };
        let tokens = &search.tokens[at..at + count];
        let all: String = tokens.iter().map(|token| search.letters(token)).collect();
        let letters = fold(&all);
        let starts = tokens[0].start;
        if !letters.is_ascii() || letters.len() > MOST || is_within_code(search.text, starts, tokens[count - 1].end) {
            return None;
        }
        let has_particles = shape != Shape::Small && all.contains(char::is_lowercase);
        Some(Self { count, letters, shape, has_particles })
    }
}

/// `KS` is one token, and `BvS` two; what is shouted tells nothing.
fn joined(search: &Search<'_>, at: usize) -> Option<usize> {
    let token = &search.tokens[at];
    let word = search.letters(token);
    if !token.capital {
        return None;
    }
    if word.chars().all(char::is_uppercase) {
        return (!is_shouted(search, at)).then_some(1);
    }
    let last = search.tokens.get(at + 1)?;
    (last.start == token.end && last.length == 1 && last.capital).then_some(2)
}

/// How many tokens single letters take that signs part: `K.S.`, `K. S.`, `K/S`.
fn apart(search: &Search<'_>, at: usize) -> Option<(usize, Shape)> {
    let between = |next: usize| &search.text[search.tokens[next - 1].end..search.tokens[next].start];
    let first = at + 1;
    let sign = (first < search.tokens.len()).then(|| between(first))?;
    let part = match sign {
        "." | ". " => ".",
        "-" | "/" => sign,
        _ => return None,
    };
    let follows = |next: &usize| search.tokens[*next].length == 1 && between(*next).trim_end() == part;
    let count = 1 + (first..search.tokens.len()).take(MOST).take_while(follows).count();
    let tokens = &search.tokens[at..at + count];
    let (all_capitals, ends) = (tokens.iter().all(|token| token.capital), [tokens[0], tokens[count - 1]]);
    let closed = search.text[ends[1].end..].starts_with('.');
    let shape = match (part, ends.iter().all(|token| token.capital)) {
        (".", true) => Shape::Dotted,
        (".", false) if tokens.iter().all(|token| !token.capital) => Shape::Small,
        ("-" | "/", true) if all_capitals => Shape::Marked,
        _ => return None,
    };
    let is_whole = count > 1 && (shape == Shape::Marked || closed && !reads_on(search, at + count));
    is_whole.then_some((count, shape))
}

/// `K.S. Bakker` is a name by itself, with more than its initials.
fn reads_on(search: &Search<'_>, next: usize) -> bool {
    search.tokens.get(next).is_some_and(|next| next.capital && next.gap.joins(true) && !next.gap.has_line())
}

/// Whether letters are a part of a reference: `ADV-2026-BH`, `SB/26`.
fn is_within_code(text: &str, start: usize, end: usize) -> bool {
    let ties = |sign: char| matches!(sign, '-' | '/' | '_' | '&' | '+') || sign.is_ascii_digit();
    text[..start].ends_with(ties) || text[end..].starts_with(ties)
}

/// Whether the words beside it are in capitals too, so that these tell nothing.
fn is_shouted(search: &Search<'_>, at: usize) -> bool {
    let shouts = |token: Option<&Token>| {
        let word = token.map(|token| search.letters(token)).unwrap_or_default();
        word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase())
    };
    shouts(search.tokens.get(at + 1)) || shouts(at.checked_sub(1).map(|before| &search.tokens[before]))
}
