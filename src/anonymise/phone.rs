//! Telephone numbers of the register, whatever stands between their digits. In: a text's tokens. Out:
//! where the last nine digits of a known number stand.

use std::ops::Range;

use super::fold::WordHash;
use super::identity::phone_digits;
use super::inquiry::Inquiry;
use super::tokens::Token;
use crate::markdown::BOUNDARY;
use crate::personal::Personal;

/// How many digits at its end tell one number from all others.
const TELLING: usize = 9;
const MODULUS: u64 = 1_000_000_000;

/// The endings by which a number is known: as it is dialled here, and as it is dialled in its country.
#[must_use]
pub fn endings(phone: &Personal) -> Vec<WordHash> {
    let Some(digits) = phone_digits(phone) else { return Vec::new() };
    let value = |digits: &str| digits.bytes().fold(0, |sum, digit| (sum * 10 + u64::from(digit - b'0')) % MODULUS);
    let international =
        digits.strip_prefix("00").or_else(|| phone.reveal().trim_start().starts_with('+').then_some(&*digits));
    let mut endings = vec![value(&digits)];
    if let Some(national) = international.and_then(|number| number.get(2..)) {
        // Country codes have two digits in the countries around.
        endings.push(value(&format!("0{national}")));
    }
    endings
}

/// Finds every known number in a text.
pub fn find(text: &str, tokens: &[Token], names: Inquiry<'_>, mut found: impl FnMut(Range<usize>)) {
    let mut at = 0;
    while at < tokens.len() {
        if tokens[at].digits {
            let end = run_end(text, tokens, at);
            search(text, &tokens[at..end], names, &mut found);
            at = end;
        } else {
            at += 1;
        }
    }
}

/// The end of the tokens that are digits with only such signs between them as telephone numbers have, or marks of
/// Markdown where they are none, as in code.
fn run_end(text: &str, tokens: &[Token], start: usize) -> usize {
    const SIGNS: [char; 14] = [' ', '-', '.', '/', '(', ')', '+', '\u{a0}', '\u{2011}', '–', '\n', '*', '_', '~'];
    let joined = |pair: &[Token]| {
        let between = &text[pair[0].end..pair[1].start];
        pair[1].digits
            && between.len() <= 4
            && between.chars().all(|sign| SIGNS.contains(&sign))
            && !between.contains(BOUNDARY)
    };
    start + 1 + tokens[start..].windows(2).take_while(|pair| joined(pair)).count()
}

fn search(text: &str, run: &[Token], names: Inquiry<'_>, found: &mut impl FnMut(Range<usize>)) {
    let digits = || run.iter().flat_map(|token| token.start..token.end);
    if run.iter().map(|token| token.end - token.start).sum::<usize>() < TELLING {
        return;
    }
    let mut ending = 0;
    let mut behind = digits();
    let mut first = run[0].start;
    for (count, at) in digits().enumerate() {
        ending = (ending * 10 + u64::from(text.as_bytes()[at] - b'0')) % MODULUS;
        if count + 1 < TELLING {
            continue;
        }
        let start = behind.next().expect("it follows the digits nine behind");
        if names.is_phone(ending) {
            // What is dialled before the nine digits belongs to the number.
            const LONGEST_PREFIX: usize = 7;
            let start = if start - first <= LONGEST_PREFIX { first } else { start };
            found(with_sign(text, start, at + 1)..at + 1);
            first = at + 1;
        }
    }
}

/// Takes in the plus before a number, and the bracket that is closed within it.
fn with_sign(text: &str, start: usize, end: usize) -> usize {
    let closed = text[start..end].contains(')');
    let signs = text[..start].bytes().rev().take_while(|&sign| sign == b'+' || (sign == b'(' && closed));
    const MOST: usize = 2;
    start - signs.take(MOST).count()
}
