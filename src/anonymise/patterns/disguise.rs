//! Characters that look like others, or like nothing: soft hyphens, spaces without width, figures and signs of full
//! width. In: a text. Out: the text as it reads, and where each stretch of it stands in the source.

use std::ops::Range;

use memchr::{memchr_iter, memchr3_iter};

/// A text without disguises.
pub(super) struct Plain {
    pub text: String,
    /// Where stretches begin that stand elsewhere in the source: in the plain text, and in the source.
    moves: Vec<(usize, usize)>,
}

impl Plain {
    /// The text as it reads; none where it reads as it is written.
    pub fn of(source: &str) -> Option<Plain> {
        if !is_disguised(source) {
            return None;
        }
        let mut plain = Plain { text: String::with_capacity(source.len()), moves: vec![(0, 0)] };
        for (at, c) in source.char_indices() {
            match reads_as(c) {
                None => plain.text.push(c),
                Some(sign) => {
                    plain.text.extend(sign);
                    plain.moves.push((plain.text.len(), at + c.len_utf8()));
                }
            }
        }
        Some(plain)
    }

    /// Where a stretch of the plain text stands in the source; a disguise at its end is a part of it.
    pub fn in_source(&self, range: &Range<usize>) -> Range<usize> {
        let moved = |at: usize, next: usize| {
            let (plain, source) = self.moves[next - 1];
            source + (at - plain)
        };
        let start = moved(range.start, self.moves.partition_point(|&(plain, _)| plain <= range.start));
        // The end belongs to what stands before it.
        let before = self.moves.partition_point(|&(plain, _)| plain < range.end);
        let ends_disguised = self.moves.get(before).filter(|&&(plain, _)| plain == range.end);
        let end = ends_disguised.map_or_else(|| moved(range.end, before), |&(_, source)| source);
        start..end
    }
}

/// Whether a character is disguised. Each begins with one of four bytes, which few others do.
fn is_disguised(source: &str) -> bool {
    let is_disguise = |at: usize| source[at..].chars().next().is_some_and(|c| reads_as(c).is_some());
    let bytes = source.as_bytes();
    memchr3_iter(0xc2, 0xe2, 0xef, bytes).chain(memchr_iter(0xf0, bytes)).any(is_disguise)
}

/// What a disguised character reads as: nothing, or a sign of ASCII.
fn reads_as(c: char) -> Option<Option<char>> {
    match c {
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' => Some(None),
        '\u{ff01}'..='\u{ff5e}' => Some(char::from_u32(u32::from(c) - 0xfee0)),
        // Mathematical figures, in five styles.
        '\u{1d7ce}'..='\u{1d7ff}' => Some(char::from_digit((u32::from(c) - 0x1d7ce) % 10, 10)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_disguise_is_seen() {
        for c in ('\0'..=char::MAX).filter(|&c| reads_as(c).is_some()) {
            assert!(is_disguised(&format!("één {c}")), "{c:?}");
        }
    }

    #[test]
    fn a_text_is_read_without_disguises_and_laid_back_on_its_source() {
        for (source, text, part) in [
            ("bel 06\u{ad}12\u{200b}34 nu", "bel 061234 nu", "06\u{ad}12\u{200b}34"),
            ("é ０６－12", "é 06-12", "０６－12"),
            ("\u{feff}06\u{2060}", "06", "06\u{2060}"),
            ("𝟎𝟔 12", "06 12", "𝟎𝟔 12"),
        ] {
            let plain = Plain::of(source).expect("there is a disguise");
            assert_eq!(plain.text, text, "{source:?}");
            let start = text.find('0').unwrap();
            let end = text.rfind(|c: char| c.is_ascii_digit()).unwrap() + 1;
            assert_eq!(&source[plain.in_source(&(start..end))], part, "{source:?}");
        }
        assert!(Plain::of("één – twee").is_none());
    }
}
