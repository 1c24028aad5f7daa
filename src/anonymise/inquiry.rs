//! What a text asks of the index of a register. In: the index. Out: its answers; where they are noted, also whether
//! another index would give the same, for then the same would be masked.

use std::cell::RefCell;

use super::fold::{HashSetOf, WordHash, pair};
use super::names::{Names, PhraseKind, Word};
use super::own::Own;

/// The index of a register, as one text asks it.
#[derive(Clone, Copy, Debug)]
pub struct Inquiry<'n> {
    names: &'n Names,
    notes: Option<&'n Notes>,
}

/// The questions of one text, in the order in which they were asked.
#[derive(Debug, Default)]
pub struct Notes(RefCell<Vec<WordHash>>);

impl<'n> Inquiry<'n> {
    /// Questions to this index, noted where there is room for that.
    #[must_use]
    pub fn new(names: &'n Names, notes: Option<&'n Notes>) -> Self {
        Self { names, notes }
    }

    #[inline]
    fn note(self, question: WordHash) {
        if let Some(Notes(questions)) = self.notes {
            questions.borrow_mut().push(question);
        }
    }

    /// What a word may be.
    #[inline]
    #[must_use]
    pub fn word(self, word: WordHash) -> Word {
        self.note(word);
        self.names.word(word)
    }

    /// Whether a given name or initial and a surname belong together.
    #[must_use]
    pub fn is_pair(self, first: WordHash, surname: WordHash) -> bool {
        self.note(pair(first, surname));
        self.names.is_pair(first, surname)
    }

    /// What these words in a row name; each phrase is the pair of all before and its last word.
    #[must_use]
    pub fn phrase(self, phrase: WordHash) -> Option<PhraseKind> {
        self.note(phrase);
        self.names.phrase(phrase)
    }

    /// Whether these words may be a phrase, or the beginning of one.
    #[inline]
    #[must_use]
    pub fn may_be_phrase(self, phrase: WordHash) -> bool {
        self.note(phrase);
        self.names.may_be_phrase(phrase)
    }

    /// Whether nine digits end a telephone number of the register.
    #[must_use]
    pub fn is_phone(self, nine_digits: u64) -> bool {
        self.note(nine_digits);
        self.names.is_phone(nine_digits)
    }

    /// Whether some phrase has this many words.
    #[must_use]
    pub fn has_length(self, words: usize) -> bool {
        self.names.has_length(words)
    }

    /// How many words the longest phrase has.
    #[must_use]
    pub fn longest(self) -> usize {
        self.names.longest()
    }

    /// Everyone on the staff list.
    #[must_use]
    pub fn staff(self) -> &'n Own {
        self.names.staff()
    }
}

/// All that a text asked, in order.
#[derive(Debug)]
pub struct Asked(Box<[WordHash]>);

impl Asked {
    pub(super) fn of(Notes(questions): &Notes) -> Self {
        let mut questions = questions.borrow().clone();
        questions.sort_unstable();
        questions.dedup();
        Self(questions.into())
    }
}

/// The questions that two indices with the same staff list answer differently.
#[derive(Debug, Default)]
pub struct Difference {
    questions: HashSetOf,
    /// Phrases of other lengths: texts may be asked about that before were not.
    is_of_length: bool,
}

impl Difference {
    pub(super) fn between(one: &Names, other: &Names) -> Self {
        let mut questions = HashSetOf::default();
        one.differing(other, |question| _ = questions.insert(question));
        let is_of_length = one.lengths() != other.lengths();
        Self { questions, is_of_length }
    }

    /// Whether a text that asked this might have been told otherwise.
    #[must_use]
    pub fn concerns(&self, asked: &Asked) -> bool {
        self.is_of_length || self.questions.iter().any(|question| asked.0.binary_search(question).is_ok())
    }
}
