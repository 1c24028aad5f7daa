//! Texts made to be slow: one piece again and again, or a piece that is never the same.

/// What a hostile text is made of.
pub enum Unit {
    /// The same each time.
    Same(&'static str),
    /// What stands before, and after, a word that is never the same.
    Other(&'static str, &'static str),
    /// What stands there once, and what follows on it without end.
    Behind(&'static str, &'static str),
}

use Unit::{Behind, Other, Same};

/// All of them.
pub const UNITS: &[Unit] = &[
    Same("a"),
    Same("ä"),
    Same("A"),
    Same("aA"),
    Same("klachten"),
    Same("AB CD EF "),
    Same("van "),
    Same("van de "),
    Same("Van "),
    Same("a.a."),
    Same("A. "),
    Same("A. van "),
    Same("Th. van "),
    Same("Jan van "),
    Same("Marieke van der "),
    Same("Jan, "),
    Same("van der Linden "),
    Same("mevrouw "),
    Same("12"),
    Same("1 "),
    Same("06 12 34 56 78 "),
    Same("06-"),
    Same("-"),
    Same("Anna-"),
    Same("a-"),
    Same("Marieke van der Linden "),
    Same("Marieke van der Linden. "),
    Same("Gerbrand Ottema belde. "),
    Same("'"),
    Same("''t "),
    Same("("),
    Same("[a]("),
    Same("<"),
    Same("**"),
    Same("@a."),
    Same("Jan\n"),
    Same("\n\n"),
    Same("\u{301}"),
    Same("М"),
    Other("", " "),
    Other("", ". "),
    Other("Jan ", " belde. "),
    Other("mevrouw ", " zei. "),
    Other("Jan van ", " en "),
    Behind("mevrouw Van der Linden-", "a"),
];

impl Unit {
    /// How the unit is told apart.
    pub fn name(&self) -> String {
        match self {
            Same(piece) => format!("{piece:?}"),
            Other(before, after) => format!("{before:?}, a word, {after:?}"),
            Behind(once, piece) => format!("{once:?}, then {piece:?}"),
        }
    }

    /// A text of about so many bytes.
    pub fn text(&self, bytes: usize) -> String {
        match self {
            Same(piece) => piece.repeat(bytes / piece.len()),
            Behind(once, piece) => format!("{once}{}", piece.repeat(bytes / piece.len())),
            Other(before, after) => {
                let mut text = String::with_capacity(bytes);
                for number in 0.. {
                    if text.len() >= bytes {
                        break;
                    }
                    text.push_str(before);
                    text.push_str(&word(number));
                    text.push_str(after);
                }
                text
            }
        }
    }
}

/// A word with a capital, another for each number.
fn word(number: usize) -> String {
    const SYLLABLES: [&str; 16] =
        ["ba", "do", "fi", "gu", "ke", "lo", "mi", "na", "po", "ru", "sa", "te", "vi", "wo", "xa", "zu"];
    let syllable = |place: usize| SYLLABLES[number >> (4 * place) & 15];
    let small: String = (0..5).map(syllable).collect();
    format!("Q{small}")
}
