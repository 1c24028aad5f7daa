//! What one record knows by itself (or the staff list, for all records). In: identities. Out: a small
//! table of their words and phrases, asked after one look at a filter.

mod near;
mod organisation;
mod stems;

use super::fold::{WordHash, fold, hash};
use super::identity::{Address, Datum, Identity, Party};
use super::lexicon::{is_ordinary, is_ordinary_in_any_case};
use super::mask::{Kind, Meaning};
use super::people::{NameWord, Part, ParticleClass, Person};
use super::person_name::PersonName;
use super::tokens::{Token, tokens_of};

pub use near::Meant;
use near::Near;
use stems::Stems;

/// The identities of one record, or those of the staff list.
#[derive(Debug, Default)]
pub struct Own {
    people: Vec<Person>,
    /// Sorted by hash.
    words: Vec<OwnWord>,
    phrases: Vec<Phrase>,
    /// Names that longer words may be made of: `Jansenmethode`.
    stems: Stems,
    filter: Filter,
    near: Near,
    /// Keys of people on the staff list whom the record names.
    colleagues: Vec<WordHash>,
}

/// A word of a record's own.
#[derive(Clone, Copy, Debug)]
pub struct OwnWord {
    hash: WordHash,
    holder: Holder,
    /// Whether it is an ordinary word as well: `Wil`, `Bakker`.
    ordinary: bool,
}

/// To whom a word belongs.
#[derive(Clone, Copy, Debug)]
enum Holder {
    Person(u16, Part),
    Organisation,
}

/// Words in a row, or as many of them, from the first on, as tell what is meant.
#[derive(Debug)]
pub struct Phrase {
    words: Vec<(WordHash, Ending)>,
    meaning: Meaning,
}

/// Whether a phrase may end at one of its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// It reads on.
    None,
    /// It may, where capitals tell it from ordinary words.
    Capitals,
    /// It may, where capitals or the words before tell so: `hier van de schakel`.
    Introduced,
    /// It may, however it is written.
    Any,
}

/// A set of hashes that may say yes by mistake, and never no.
#[derive(Clone, Copy, Debug)]
struct Filter([u64; FILTER]);

const FILTER: usize = 64;

impl Default for Filter {
    fn default() -> Self {
        Self([0; FILTER])
    }
}

impl Filter {
    fn add(&mut self, hash: WordHash) {
        self.0[(hash >> 6) as usize % FILTER] |= 1 << (hash & 63);
    }

    #[inline]
    fn may_hold(&self, hash: WordHash) -> bool {
        self.0[(hash >> 6) as usize % FILTER] & (1 << (hash & 63)) != 0
    }
}

/// How many people or phrases with the same word are told apart.
const MOST_ENTRIES: usize = 32;

/// Shorter ordinary words are articles, prepositions and the like.
const SHORTEST_TELLING: usize = 4;

impl Own {
    /// The table of these identities. A person whom `staff` has as well keeps the key of the staff list.
    #[must_use]
    pub fn new<'i>(
        identities: impl IntoIterator<Item = &'i Identity>,
        staff: Option<&Self>,
        particle: impl Fn(&str) -> Option<ParticleClass>,
    ) -> Self {
        let mut own = Self::default();
        let mut telling = Vec::new();
        for identity in identities {
            match &identity.datum {
                Datum::Person(name) => {
                    let (person, words) = Person::new(name, identity.party, &particle);
                    telling.extend(words.iter().filter(|word| word.part != Part::Glued).map(NameWord::spelling));
                    if let [first, second, ..] = name.given.as_slice() {
                        // `Rosemarijn` for Roos-Marijn.
                        let glued = fold(&format!("{first}{second}"));
                        telling.push((glued.clone(), hash(&glued)));
                    }
                    own.add_person(person, name, words, staff);
                }
                Datum::Organisation(organisation) => {
                    telling.extend(own.add_organisation(organisation));
                }
                Datum::Address(address) => own.add_address(address),
                Datum::Term(term) => own.add_whole(&split(term.reveal()), Ending::Any, Meaning::Thing(Kind::Term)),
                // Recognised by their form, and by the index of the register.
                Datum::Phone(_) | Datum::Email(_) => {}
            }
        }
        own.words.sort_by_key(|word| word.hash);
        own.phrases.sort_by_key(Phrase::first);
        own.near = Near::new(telling);
        own
    }

    /// Adds people on the staff list whom the record names, by their keys there.
    pub fn add_colleagues<'i>(&mut self, colleagues: impl IntoIterator<Item = (WordHash, &'i Identity)>) {
        for (key, identity) in colleagues {
            self.colleagues.push(key);
            if let Datum::Person(name) = &identity.datum {
                name.surname_words().for_each(|surname| self.stems.add(fold(surname), Meaning::Employee(key)));
            }
        }
    }

    /// Whether the record names this person on the staff list.
    #[must_use]
    pub fn names_colleague(&self, key: WordHash) -> bool {
        self.colleagues.contains(&key)
    }

    /// All hashes of words.
    pub fn words(&self) -> impl Iterator<Item = WordHash> {
        self.words.iter().map(|word| word.hash)
    }

    /// Whether a word may be among these.
    #[inline]
    #[must_use]
    pub fn may_hold(&self, hash: WordHash) -> bool {
        self.filter.may_hold(hash)
    }

    /// The word that was meant by one that is almost right.
    #[inline]
    #[must_use]
    pub fn meant(&self, written: &str) -> Option<Meant> {
        self.near.meant(written)
    }

    /// Everyone here.
    pub fn people(&self) -> &[Person] {
        &self.people
    }

    /// The entries of a word.
    pub fn entries(&self, hash: WordHash) -> impl Iterator<Item = OwnWord> {
        let first = self.words.partition_point(|word| word.hash < hash);
        self.words[first..].iter().take_while(move |word| word.hash == hash).take(MOST_ENTRIES).copied()
    }

    /// Whose word it is; none for a word of the organisation.
    #[must_use]
    pub fn person(&self, word: OwnWord) -> Option<&Person> {
        match word.holder {
            Holder::Person(place, _) => self.people.get(usize::from(place)),
            Holder::Organisation => None,
        }
    }

    /// The phrases that begin with a word.
    pub fn phrases(&self, first: WordHash) -> impl Iterator<Item = &Phrase> {
        let place = self.phrases.partition_point(|phrase| phrase.first() < first);
        self.phrases[place..].iter().take_while(move |phrase| phrase.first() == first).take(MOST_ENTRIES)
    }

    /// What a word means that is longer than a name and begins or ends with it: `Jansenmethode`.
    #[must_use]
    pub fn compound(&self, word: &str) -> Option<Meaning> {
        self.stems.compound(word)
    }

    /// Whether a name that longer words may be made of begins with this word: `Sprokke` of Sprokkereef.
    #[inline]
    #[must_use]
    pub fn may_begin(&self, word: &str) -> bool {
        self.stems.may_begin(word)
    }

    fn add_person(&mut self, mut person: Person, name: &PersonName, words: Vec<NameWord>, staff: Option<&Self>) {
        let Ok(place) = u16::try_from(self.people.len()) else { return };
        if let Some(same) = staff.and_then(|staff| staff.holder_of(&person)) {
            person.key = same.key;
        }
        for word in words {
            // Glued words are many, and few texts have one: they are looked up when one does.
            let ordinary = word.part != Part::Glued && is_ordinary(&word.folded);
            if word.part == Part::Surname && person.party != Party::Colleague {
                self.stems.add(word.folded, person.meaning());
            }
            self.add_word(word.hash, Holder::Person(place, word.part), ordinary);
        }
        person.add_nicknames(name, |nickname| {
            self.add_word(nickname.hash, Holder::Person(place, Part::Nickname), nickname.ordinary);
        });
        for surname in name.surname_words() {
            self.add_long_form(surname, person.meaning());
        }
        self.people.push(person);
    }

    /// `van der Meulen`, as some write Vermeulen.
    fn add_long_form(&mut self, surname: &str, meaning: Meaning) {
        let folded = fold(surname);
        if let Some(rest) = folded.strip_prefix("ver").filter(|rest| rest.len() >= stems::SHORTEST) {
            for article in ["der", "den", "de"] {
                self.add_whole(&["van", article, rest], Ending::Any, meaning);
            }
        }
    }

    /// The one person here who has all words of a name that is shorter, or the same.
    fn holder_of(&self, name: &Person) -> Option<&Person> {
        let mut holders = self.people.iter().filter(|person| name.names().all(|word| person.has(word)));
        let holder = holders.next();
        holder.filter(|_| holders.next().is_none())
    }

    /// The street with its number, and as much of the rest as follows; and the street by itself.
    fn add_address(&mut self, address: &Address) {
        let parts = address.whole.reveal().split([',', '\n']).enumerate();
        let without_towns =
            parts.filter(|(place, part)| *place == 0 || part.contains(|sign: char| sign.is_ascii_digit()));
        let all = without_town(without_towns.flat_map(|(_, part)| split(part)).collect());
        let meaning = Meaning::Thing(Kind::Address);
        let street = split_all(&address.street);
        if address.number.is_some() {
            let ending = |end| if end < street.len() { Ending::None } else { Ending::Any };
            self.add_phrase(&all, ending, meaning);
        }
        if let [.., code, letters] = all.as_slice()
            && is_code(code)
        {
            // Where the form alone does not tell: `2443 CD`.
            self.add_whole(&[code, letters], Ending::Any, Meaning::Thing(Kind::Postcode));
        }
        let telling = street.len() > 1 || street.iter().any(|word| !is_ordinary_in_any_case(word));
        if telling && address.number.is_some() {
            // Without a number, a street is told from an ordinary word by its capital.
            self.add_whole(&street, Ending::Capitals, meaning);
        }
    }

    /// Adds words that must all be there.
    fn add_whole(&mut self, words: &[&str], ending: Ending, meaning: Meaning) {
        let at = |place| if place + 1 == words.len() { ending } else { Ending::None };
        self.add_phrase(words, at, meaning);
    }

    fn add_phrase(&mut self, words: &[&str], ending: impl Fn(usize) -> Ending, meaning: Meaning) {
        let Some(first) = words.first() else { return };
        self.filter.add(hash(first));
        let words = words.iter().enumerate().map(|(place, word)| (hash(word), ending(place))).collect();
        self.phrases.push(Phrase { words, meaning });
    }

    fn add_word(&mut self, hash: WordHash, holder: Holder, ordinary: bool) {
        self.filter.add(hash);
        self.words.push(OwnWord { hash, holder, ordinary });
    }
}

/// The words of an address up to its postcode: what stands behind it is a place, and stays.
fn without_town(mut words: Vec<&str>) -> Vec<&str> {
    if let Some(code) = words.iter().skip(1).position(|word| is_code(word)).map(|place| place + 1) {
        let letters = words.get(code + 1).is_some_and(|word| word.len() == 2);
        words.truncate(code + 1 + usize::from(letters));
    }
    words
}

/// Whether a word may be the figures of a postcode.
fn is_code(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// The words of a text as the search sees them.
fn split(text: &str) -> Vec<&str> {
    tokens_of(text).into_iter().map(|token| &text[token.start..token.end]).collect()
}

fn split_all(words: &[String]) -> Vec<&str> {
    words.iter().flat_map(|word| split(word)).collect()
}

impl OwnWord {
    /// Whether it is an ordinary word as well.
    #[must_use]
    pub fn is_ordinary(self) -> bool {
        self.ordinary
    }

    /// Whether it is another form of a given name.
    #[must_use]
    pub fn is_nickname(self) -> bool {
        matches!(self.holder, Holder::Person(_, Part::Nickname))
    }

    /// Whether it is a whole name written as one word.
    #[must_use]
    pub fn is_glued(self) -> bool {
        matches!(self.holder, Holder::Person(_, Part::Glued))
    }
}

impl Phrase {
    /// Its first word.
    #[must_use]
    pub fn first(&self) -> WordHash {
        self.words[0].0
    }

    /// How many of its words the tokens begin with, where it may end after so many; the most first. A genitive ends it:
    /// `Waterbedrijf Noords`.
    pub fn matching<'t>(&self, tokens: impl Iterator<Item = &'t Token>) -> impl Iterator<Item = (usize, Ending)> {
        let mut words = self.words.iter().map(|(word, _)| *word).zip(tokens).peekable();
        let mut same = 0;
        while words.next_if(|(word, token)| *word == token.hash).is_some() {
            same += 1;
        }
        same += usize::from(words.peek().is_some_and(|(word, token)| token.stem == Some(*word)));
        let endings = self.words[..same].iter().map(|(_, ending)| *ending).enumerate().rev();
        endings.filter(|(_, ending)| *ending != Ending::None).map(|(place, ending)| (place + 1, ending))
    }

    /// What it means.
    #[must_use]
    pub fn meaning(&self) -> Meaning {
        self.meaning
    }
}
