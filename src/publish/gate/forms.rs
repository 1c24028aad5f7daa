//! Forms of an identity as the gate looks for them. In: identities as data. Out: entries with the hash of
//! their letters, and the hashes of their beginnings.

use super::super::leak::What;
use super::tokens::{Token, Tokens, genitive};
use crate::anonymise::{Datum, Form, Identity, PersonName, TITLES, is_ordinary};

/// What a form's words are, which tells how strictly they must stand in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Shape {
    /// A title, which names nobody: what follows may.
    Title,
    /// What follows a title.
    Titled,
    /// Given name and surname.
    Full,
    /// Surname and given name, with or without a comma.
    SurnameFirst,
    /// Initial and surname.
    Initial,
    /// Surname and initial.
    InitialLast,
    /// An organisation's name, or a street with its number.
    Phrase,
    /// An e-mail address or a telephone number.
    Thing,
}

/// One form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Entry {
    /// The hash of all its letters; for a telephone number of the number.
    pub(super) hash: u64,
    pub(super) shape: Shape,
    /// How many tokens it has.
    pub(super) words: u8,
    /// Whether its words may be written as one: `JandeVries`.
    pub(super) loose: bool,
    pub(super) what: What,
    /// Who is meant: a place in the gate's list of subjects.
    pub(super) subject: u32,
}

impl Entry {
    pub(super) fn is_same_form(&self, other: &Self) -> bool {
        let key = |entry: &Self| (entry.hash, entry.shape, entry.words, entry.loose);
        key(self) == key(other)
    }
}

/// Where the hash of what follows a title begins; any text's begins at nought.
pub(super) const AFTER_TITLE: u64 = 0x2545_f491_4f6c_dd1d;

/// Words of a form beyond these do not count: no text has so many of them by chance.
const MOST_WORDS: usize = 16;

/// Fewer letters than these make a word by chance when they are written as one.
const LETTERS_OF_LOOSE: usize = 8;

/// Gathers entries and beginnings; the buffers are kept from identity to identity.
#[derive(Debug)]
pub(super) struct Compiler {
    pub(super) entries: Vec<Entry>,
    /// The hash of every form up to each of its tokens.
    pub(super) beginnings: Vec<u64>,
    /// The hash of every token with which a form may begin: its first word, or several written as one.
    pub(super) firsts: Vec<u64>,
    tokens: Tokens,
}

impl Compiler {
    pub(super) fn new() -> Self {
        Self { entries: Vec::new(), beginnings: Vec::new(), firsts: Vec::new(), tokens: Tokens::new() }
    }

    /// Adds the titles.
    pub(super) fn add_titles(&mut self) {
        for title in TITLES {
            let entry = Entry { shape: Shape::Title, ..Entry::blank(What::Name, 0) };
            self.add_words(&[title], 0, entry);
        }
    }

    /// Adds the strong forms of an identity. A term is of its own record alone, and is no part of this.
    pub(super) fn add_identity(&mut self, identity: &Identity, subject: u32) {
        if matches!(identity.datum, Datum::Term(_)) {
            return;
        }
        let blank = Entry::blank(what(&identity.datum), subject);
        for form in identity.strong_forms() {
            match (&form, &identity.datum) {
                (Form::Phone(digits), _) => self.add_phone(digits, blank),
                (Form::Email(address), _) => self.add_words(&[address], 0, Entry { loose: true, ..blank }),
                (Form::Titled(words), _) => self.add_words(words, AFTER_TITLE, Entry { shape: Shape::Titled, ..blank }),
                (Form::Words(words), Datum::Person(name)) => {
                    let shape = shape_of(words, name);
                    let loose = shape == Shape::Full && letters(words) >= LETTERS_OF_LOOSE;
                    self.add_words(words, 0, Entry { shape, loose, ..blank });
                }
                (Form::Words(words), Datum::Organisation(_)) => {
                    let ordinary = words.iter().all(|word| is_ordinary(&word.to_lowercase()));
                    let loose = !ordinary && letters(words) >= LETTERS_OF_LOOSE;
                    self.add_words(words, 0, Entry { shape: Shape::Phrase, loose, ..blank });
                }
                (Form::Words(words), _) => self.add_words(words, 0, Entry { shape: Shape::Phrase, ..blank }),
            }
        }
    }

    /// Adds what another has gathered.
    pub(super) fn append(&mut self, other: Self) {
        self.entries.extend(other.entries);
        self.beginnings.extend(other.beginnings);
        self.firsts.extend(other.firsts);
    }

    fn add_phone(&mut self, digits: &str, blank: Entry) {
        if let Ok(number) = digits.parse() {
            self.entries.push(Entry { hash: phone_hash(number), ..blank });
        }
    }

    fn add_words(&mut self, words: &[impl AsRef<str>], start: u64, entry: Entry) {
        read_words(&mut self.tokens, words);
        let tokens = self.tokens.list();
        let mut hash = start;
        let count = tokens.len().min(MOST_WORDS);
        // A search begins behind no title but by way of that title.
        let may_be_first = |place: usize| start != AFTER_TITLE && (place == 0 || entry.loose);
        for (place, token) in tokens[..count].iter().enumerate() {
            hash = token.after(hash);
            self.beginnings.push(hash);
            if may_be_first(place) {
                self.firsts.push(hash);
            }
        }
        if count == 0 {
            return;
        }
        let entry = Entry { hash, words: count as u8, ..entry };
        self.entries.push(entry);
        // `Mevrouw Peters` is no genitive of Peter; behind a given name it may be one.
        if entry.shape == Shape::Full {
            self.entries.push(Entry { hash: genitive(hash), ..entry });
            if may_be_first(count - 1) {
                self.firsts.push(genitive(hash));
            }
        }
    }
}

impl Entry {
    fn blank(what: What, subject: u32) -> Self {
        Self { hash: 0, shape: Shape::Thing, words: 1, loose: false, what, subject }
    }
}

/// The kind of datum, for a message.
pub(super) fn what(datum: &Datum) -> What {
    match datum {
        Datum::Person(_) => What::Name,
        Datum::Organisation(_) => What::Organisation,
        Datum::Phone(_) => What::Phone,
        Datum::Email(_) => What::Email,
        Datum::Address(_) => What::Address,
        Datum::Term(_) => What::Term,
    }
}

/// The hash of a telephone number's last nine digits.
pub(super) fn phone_hash(number: u32) -> u64 {
    (u64::from(number) ^ 0x1234_5678_0000_0000).wrapping_mul(0x9fb2_1c65_1e98_df25)
}

/// Reads words as tokens, with a space between them.
pub(super) fn read_words<'t>(tokens: &'t mut Tokens, words: &[impl AsRef<str>]) -> &'t [Token] {
    tokens.restart();
    for word in words {
        tokens.read_word(word.as_ref());
    }
    tokens.list()
}

fn letters(words: &[String]) -> usize {
    words.iter().map(|word| word.chars().count()).sum()
}

/// What the words of a person's form are.
fn shape_of(words: &[String], name: &PersonName) -> Shape {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return Shape::Full };
    if name.given.contains(first) {
        Shape::Full
    } else if name.given.contains(last) {
        Shape::SurnameFirst
    } else if name.all_initials().any(|initial| initial == first) {
        Shape::Initial
    } else {
        Shape::InitialLast
    }
}
