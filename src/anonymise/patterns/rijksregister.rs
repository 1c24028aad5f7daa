//! Belgian national numbers (rijksregisternummer, INSZ): a day of birth, three figures and two that check them. Input:
//! figures; output: their span.

use std::ops::Range;

use super::context::{is_reference, tied_after, tied_before};
use super::figures::{Digits, Figures, Group};

/// How people group these numbers: `85.07.30-033.28`, `850730-033-28`, `85073003328`.
const SHAPES: &[&[usize]] = &[&[11], &[6, 3, 2], &[2, 2, 2, 3, 2], &[6, 5], &[2, 2, 2, 5]];

/// The national number in these figures.
pub(super) fn at(text: &str, figures: &Figures) -> Option<Range<usize>> {
    let groups = figures.groups();
    let is_shaped = |shape: &&&[usize]| groups.iter().map(Group::len).take(shape.len()).eq(shape.iter().copied());
    let last = groups.get(SHAPES.iter().find(is_shaped)?.len() - 1)?;
    let mut digits = Digits::default();
    groups.iter().take_while(|group| group.end <= last.end).all(|group| digits.push(group.of(text)));
    let start = figures.start();
    let stands_alone = !tied_before(text, start) && !tied_after(text, last.end) && !is_reference(text, start);
    (is_proven(digits.ascii()) && stands_alone).then_some(start..last.end)
}

/// The last two figures are 97 less the rest of the others, with a 2 before these for who was born from 2000 on. The
/// month of who was not registered at birth is 20 or 40 more.
fn is_proven(digits: &[u8]) -> bool {
    let number = |range: Range<usize>| digits[range].iter().fold(0_u64, |sum, byte| sum * 10 + u64::from(byte - b'0'));
    let (month, day, check) = (number(2..4), number(4..6), number(9..11));
    let checks = |born: u64| 97 - born % 97 == check;
    month % 20 <= 12 && month < 60 && day <= 31 && (checks(number(0..9)) || checks(2_000_000_000 + number(0..9)))
}

#[cfg(test)]
mod tests {
    use super::super::PatternKind::Bsn;
    use super::super::tests::{assert_found, assert_untouched};

    #[test]
    fn numbers_that_pass_their_test_are_found() {
        for row in [
            "<85.07.30-033.28>",
            "<85.07.30-033-28>",
            "<850730-033-28>",
            "<85073003328>",
            "rijksregisternummer <85 07 30 033 28>.",
            "INSZ: <850730 033 28>",
        ] {
            assert_found(Bsn, row);
        }
    }

    #[test]
    fn other_figures_stay() {
        for row in ["85.07.30-033.29", "85079903328", "dossier 85073003328", "85.07.30", "1-85073003328"] {
            assert_untouched(row);
        }
    }
}
