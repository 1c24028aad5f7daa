//! Everyone in the register, as an index that one look-up a word asks. In: the identities of all records
//! and the staff list. Out: which words may begin something, and which two words together tell who.

use rayon::prelude::*;
use std::collections::{HashMap, HashSet};

use super::fold::{HashKeyed, HashSetOf, WordHash, hash, pair};
use super::identity::{self, Datum, Form, Identity, Party, colleagues};
use super::lists::{CONJUNCTIONS, PARTICLES, PRONOUNS, SHORT_MONTHS, TITLES};
use super::own::Own;
use super::own_identities::OwnIdentities;
use super::people::{ParticleClass, Person};
use super::person_name::PersonName;
use super::tokens::tokens_of;
use crate::calendar::dutch::MONTHS;
use crate::personal::Personal;
use crate::protocol::Staff;

/// What a word may be, wherever it stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Word {
    bits: u8,
    particle: Option<ParticleClass>,
}

impl Word {
    /// A word of a surname of someone in the register.
    pub const SURNAME: u8 = 1;
    /// A given name of someone in the register.
    pub const GIVEN: u8 = 2;
    /// The first word of a phrase of the register.
    pub const PHRASE: u8 = 4;
    /// A title or form of address.
    pub const TITLE: u8 = 8;
    /// The name of a month, or its short form.
    pub const MONTH: u8 = 16;
    /// A word that asks for a verb before it: `Wil je`.
    pub const PRONOUN: u8 = 32;
    /// A word of the name of someone on the staff list.
    pub const COLLEAGUE: u8 = 64;
    /// A word that joins the words of a name: `Kas en Warmte`.
    pub const CONJUNCTION: u8 = 128;

    /// Whether it is any of these.
    #[must_use]
    pub fn is(self, bits: u8) -> bool {
        self.bits & bits != 0
    }

    /// The class of the particle that it is.
    #[must_use]
    pub fn particle(self) -> Option<ParticleClass> {
        self.particle
    }
}

/// What a phrase of the register names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhraseKind {
    /// An organisation, of two words and more.
    Organisation,
    /// A street with its number.
    Address,
    /// A person, written as one word: `fatimaelamrani`.
    Person,
}

/// One bit for each of many hashes: a look at it ends nearly every search for what is not there.
#[derive(Debug, Default)]
struct Filter(Vec<u64>);

impl Filter {
    fn new(count: usize, hashes: impl Iterator<Item = WordHash>) -> Self {
        const BITS_FOR_EACH: usize = 16;
        let words = (count * BITS_FOR_EACH / 64).next_power_of_two();
        let mut filter = Self(vec![0; words]);
        for hash in hashes {
            let (word, bit) = filter.place(hash);
            filter.0[word] |= bit;
        }
        filter
    }

    #[inline]
    fn place(&self, hash: WordHash) -> (usize, u64) {
        ((hash >> 6) as usize & (self.0.len() - 1), 1 << (hash & 63))
    }

    /// Whether a hash may be among these; always, as long as the filter is not made.
    #[inline]
    fn may_hold(&self, hash: WordHash) -> bool {
        if self.0.is_empty() {
            return true;
        }
        let (word, bit) = self.place(hash);
        self.0[word] & bit != 0
    }
}

/// The longest phrase that is looked for, in words.
const LONGEST_PHRASE: usize = 15;

/// The index of a register.
#[derive(Debug, Default)]
pub struct Names {
    /// All words.
    filter: Filter,
    /// All phrases and their beginnings.
    phrase_filter: Filter,
    /// The beginnings of phrases.
    beginnings: Vec<WordHash>,
    words: HashKeyed<Word>,
    pairs: HashSetOf,
    phrases: HashKeyed<PhraseKind>,
    /// One bit for each number of words that a phrase has.
    lengths: u16,
    /// The last nine digits of telephone numbers.
    phones: HashSetOf,
    staff: Own,
    /// The people of the staff list, by their names as it writes them.
    staff_names: HashMap<String, Vec<WordHash>>,
}

impl Names {
    /// The index of all complaints and the staff list.
    #[must_use]
    pub fn collect(known: &[OwnIdentities<'_>], staff: Option<&Staff>) -> Self {
        let mut names = Self::default();
        names.add_special_words();
        let collected = known
            .par_chunks(256)
            .map(|chunk| {
                let mut part = Self::default();
                part.add_special_words();
                let mut seen = HashSet::new();
                for record in chunk {
                    part.add_record(record, &mut seen);
                }
                part
            })
            .reduce(Self::default, Self::merged);
        names = names.merged(collected);
        if let Some(staff) = staff {
            names.add_staff(staff);
        }
        names.filter = Filter::new(names.words.len(), names.words.keys().copied());
        let beginnings = names.beginnings.iter().copied();
        let count = names.phrases.len() + names.beginnings.len();
        names.phrase_filter = Filter::new(count, names.phrases.keys().copied().chain(beginnings));
        names
    }

    /// What a word may be.
    #[inline]
    #[must_use]
    pub fn word(&self, hash: WordHash) -> Word {
        if !self.filter.may_hold(hash) {
            return Word::default();
        }
        self.words.get(&hash).copied().unwrap_or_default()
    }

    /// Whether a given name or initial and a surname belong together.
    #[must_use]
    pub fn is_pair(&self, first: WordHash, surname: WordHash) -> bool {
        self.pairs.contains(&pair(first, surname))
    }

    /// What these words in a row name; each phrase is the pair of all before and its last word.
    #[must_use]
    pub fn phrase(&self, phrase: WordHash) -> Option<PhraseKind> {
        self.phrases.get(&phrase).copied()
    }

    /// Whether these words may be a phrase, or the beginning of one.
    #[inline]
    #[must_use]
    pub fn may_be_phrase(&self, phrase: WordHash) -> bool {
        self.phrase_filter.may_hold(phrase)
    }

    /// Whether some phrase has this many words.
    #[must_use]
    pub fn has_length(&self, words: usize) -> bool {
        words <= LONGEST_PHRASE && self.lengths & (1 << words) != 0
    }

    /// How many words the longest phrase has.
    #[must_use]
    pub fn longest(&self) -> usize {
        16 - self.lengths.leading_zeros() as usize
    }

    /// Whether nine digits end a telephone number of the register.
    #[must_use]
    pub fn is_phone(&self, nine_digits: u64) -> bool {
        self.phones.contains(&nine_digits)
    }

    /// Everyone on the staff list.
    #[must_use]
    pub fn staff(&self) -> &Own {
        &self.staff
    }

    /// The people whom the staff list calls exactly so; none where it has no such name.
    #[must_use]
    pub fn on_staff(&self, name: &Personal) -> Option<&[WordHash]> {
        self.staff_names.get(name.reveal()).map(Vec::as_slice)
    }

    /// The class of a particle.
    #[must_use]
    pub fn particle(&self, word: &str) -> Option<ParticleClass> {
        self.word(hash(word)).particle
    }

    /// One bit for each number of words that a phrase has.
    #[must_use]
    pub fn lengths(&self) -> u16 {
        self.lengths
    }

    /// Gives every word, pair, phrase, beginning of a phrase and telephone number that this index and another one, with
    /// the same staff list, do not have alike; some of them twice.
    pub fn differing(&self, other: &Self, mut take: impl FnMut(WordHash)) {
        for (one, other) in [(self, other), (other, self)] {
            let words = one.words.iter().filter(|(hash, word)| other.words.get(hash) != Some(word));
            let phrases = one.phrases.iter().filter(|(hash, kind)| other.phrases.get(hash) != Some(kind));
            let begun: HashSetOf = other.beginnings.iter().copied().collect();
            words.map(|(hash, _)| *hash).for_each(&mut take);
            phrases.map(|(hash, _)| *hash).for_each(&mut take);
            one.beginnings.iter().copied().filter(|hash| !begun.contains(hash)).for_each(&mut take);
            one.pairs.difference(&other.pairs).copied().for_each(&mut take);
            one.phones.difference(&other.phones).copied().for_each(&mut take);
        }
    }

    fn add_special_words(&mut self) {
        for (place, particle) in PARTICLES.into_iter().enumerate() {
            self.words.entry(hash(particle)).or_default().particle = Some(ParticleClass::of(particle, place));
        }
        let lists = [
            (&TITLES[..], Word::TITLE),
            (&MONTHS[..], Word::MONTH),
            (&SHORT_MONTHS[..], Word::MONTH),
            (&PRONOUNS[..], Word::PRONOUN),
            (&CONJUNCTIONS[..], Word::CONJUNCTION),
        ];
        for (list, bit) in lists {
            list.iter().for_each(|word| self.mark(hash(word), bit));
        }
    }

    fn mark(&mut self, word: WordHash, bit: u8) {
        self.words.entry(word).or_default().bits |= bit;
    }

    /// Adds a record. Employees stand in many records; `seen` keeps them from being added each time.
    fn add_record<'c>(&mut self, record: &OwnIdentities<'c>, seen: &mut HashSet<&'c str>) {
        for (name, people) in record.of_employees() {
            if seen.insert(name.reveal()) {
                people.iter().for_each(|identity| self.add(identity));
            }
        }
        record.of_complainant().iter().for_each(|identity| self.add(identity));
    }

    fn add_staff(&mut self, staff: &Staff) {
        for identity in colleagues(staff) {
            self.add(&identity);
        }
        for member in staff.members() {
            let people = identity::of_employee(&member.name);
            let keys = people.iter().filter_map(|identity| match &identity.datum {
                Datum::Person(name) => Some(Person::new(name, Party::Colleague, |_| None).0.key),
                _ => None,
            });
            self.staff_names.insert(member.name.reveal().to_owned(), keys.collect());
        }
        self.staff = Own::new(&colleagues(staff), None, |word| self.particle(word));
        let hashes: Vec<_> = self.staff.words().collect();
        hashes.into_iter().for_each(|word| self.mark(word, Word::COLLEAGUE));
    }

    fn add(&mut self, identity: &Identity) {
        match &identity.datum {
            // A term is a word of its own record alone.
            Datum::Term(_) => {}
            Datum::Person(name) => self.add_person(name),
            Datum::Organisation(_) => self.add_phrases(identity, PhraseKind::Organisation),
            Datum::Address(_) => self.add_phrases(identity, PhraseKind::Address),
            Datum::Phone(phone) => self.phones.extend(super::phone::endings(phone)),
            // Any e-mail address is masked, known or not.
            Datum::Email(_) => {}
        }
    }

    fn add_person(&mut self, name: &PersonName) {
        let (person, _) = Person::new(name, Party::Colleague, |_| None);
        let (firsts, surnames) = person.pairs();
        for first in firsts {
            for &surname in surnames {
                self.pairs.insert(pair(first, surname));
            }
        }
        surnames.iter().for_each(|&word| self.mark(word, Word::SURNAME));
        person.given().iter().for_each(|&word| self.mark(word, Word::GIVEN));
        for surname in identity::surname_variants(name) {
            for given in &name.given {
                self.add_glued(&format!("{given}{}", surname.concat()), PhraseKind::Person);
                if surname.len() > 1 {
                    // A space that was forgotten: `Janvan den Broek`.
                    let words = tokens_of(&format!("{given}{}", surname.join(" ")));
                    let words: Vec<_> = words.iter().map(|token| token.hash).collect();
                    self.add_phrase(&words, PhraseKind::Person);
                }
            }
        }
    }

    /// Adds words that stand as one: where they keep their capitals, they are read as words all the same.
    fn add_glued(&mut self, glued: &str, kind: PhraseKind) {
        const SHORTEST: usize = 8;
        if glued.chars().count() >= SHORTEST {
            self.add_phrase(&[hash(glued)], kind);
            let tokens: Vec<_> = tokens_of(glued).iter().map(|token| token.hash).collect();
            if tokens.len() > 1 {
                self.add_phrase(&tokens, kind);
            }
        }
    }

    fn add_phrases(&mut self, identity: &Identity, kind: PhraseKind) {
        for form in identity.strong_forms() {
            let Form::Words(words) = form else { continue };
            let hashes: Vec<_> = words.iter().flat_map(|word| tokens_of(word)).map(|token| token.hash).collect();
            // In small letters `McBride` is one word.
            let whole: Vec<_> = words.iter().map(|word| hash(word)).collect();
            if hashes.len() > 1 {
                self.add_phrase(&hashes, kind);
            }
            if whole.len() > 1 && whole != hashes {
                self.add_phrase(&whole, kind);
            }
            if kind == PhraseKind::Organisation {
                self.add_glued(&words.concat(), kind);
            }
        }
    }

    fn add_phrase(&mut self, words: &[WordHash], kind: PhraseKind) {
        if let [first, ..] = words
            && words.len() <= LONGEST_PHRASE
        {
            self.mark(*first, Word::PHRASE);
            self.lengths |= 1 << words.len();
            let mut whole = 0;
            for (place, word) in words.iter().enumerate() {
                if place > 0 {
                    self.beginnings.push(whole);
                }
                whole = pair(whole, *word);
            }
            self.phrases.insert(whole, kind);
        }
    }

    fn merged(mut self, other: Self) -> Self {
        if self.words.len() < other.words.len() {
            return other.merged(self);
        }
        for (hash, word) in other.words {
            let own = self.words.entry(hash).or_default();
            own.bits |= word.bits;
            own.particle = own.particle.or(word.particle);
        }
        self.pairs.extend(other.pairs);
        self.phrases.extend(other.phrases);
        self.beginnings.extend(other.beginnings);
        self.phones.extend(other.phones);
        self.lengths |= other.lengths;
        self
    }
}
