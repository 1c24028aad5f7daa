//! People as the search knows them. In: names taken apart. Out: their words as hashes, with the glued and
//! foreign spellings of each, and who has a word.

mod nicknames;

use super::fold::{WordHash, hash, pair, spellings};
use super::identity::Party;
use super::lexicon::look_up;
use super::mask::Meaning;
use super::person_name::{PersonName, Surname, first_letter};
use super::tokens::tokens_of;

pub use nicknames::Nickname;

/// A person whose name may be written in many ways.
#[derive(Clone, Debug)]
pub struct Person {
    /// Which part they have in the record.
    pub party: Party,
    /// Tells them from others.
    pub key: WordHash,
    given: Vec<WordHash>,
    surnames: Vec<WordHash>,
    initials: Vec<WordHash>,
    surname_initials: Vec<WordHash>,
    particles: Vec<ParticleClass>,
    /// The particles of a surname written as one word, in full or by their first letters: `vander`, `vd`.
    particles_joined: Vec<WordHash>,
    /// Other forms of the given names, where they are looked for.
    nicknames: Vec<WordHash>,
    /// What given names are cut short to before a surname: `Joh.`, `Chr.`
    beginnings: Vec<WordHash>,
    /// The initials of the whole name, with those of the particles: `BvS`.
    paraphs: Vec<WordHash>,
}

/// Particles that people take for each other: `van de Berg` for `van den Berg`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParticleClass(u8);

impl ParticleClass {
    /// The class of a particle of [`super::PARTICLES`], by its place there.
    #[must_use]
    pub fn of(particle: &str, place: usize) -> Self {
        Self(match particle {
            "van" | "v" => 100,
            "de" | "der" | "den" | "d" => 101,
            "het" | "t" => 102,
            "te" | "ten" | "ter" => 103,
            "el" | "al" => 104,
            "op" | "in" | "aan" | "bij" | "uit" | "onder" | "over" | "tot" | "voor" => {
                106 + u8::try_from(place).unwrap_or(0)
            }
            // Van de, in one word.
            "vd" => Self::ANY,
            _ => u8::try_from(place).unwrap_or(Self::ANY),
        })
    }

    const ANY: u8 = 105;

    /// Whether it is a preposition, which belongs to a name only before another particle.
    #[must_use]
    pub fn is_preposition(self) -> bool {
        self.0 > Self::ANY
    }

    fn fits(self, other: Self) -> bool {
        self == other || other.0 == Self::ANY
    }
}

/// What a word is in a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A given name.
    Given,
    /// A word of a surname.
    Surname,
    /// More than one of them, written as one.
    Glued,
    /// Another form of a given name.
    Nickname,
}

/// A word of someone's name.
#[derive(Clone, Debug)]
pub struct NameWord {
    /// Its hash.
    pub hash: WordHash,
    /// What it is.
    pub part: Part,
    /// Folded.
    pub folded: String,
}

impl NameWord {
    /// Its letters, folded, with their hash.
    #[must_use]
    pub fn spelling(&self) -> (String, WordHash) {
        (self.folded.clone(), self.hash)
    }
}

/// More initials are never written without full stops.
pub const MOST_INITIALS: usize = 4;

impl Person {
    /// The person with this name, and every word of it.
    #[must_use]
    pub fn new(
        name: &PersonName,
        party: Party,
        particle: impl Fn(&str) -> Option<ParticleClass>,
    ) -> (Self, Vec<NameWord>) {
        let mut words = Vec::new();
        let mut initials: Vec<_> = name.all_initials().map(hash).collect();
        if (2..=MOST_INITIALS).contains(&initials.len()) {
            // `GJ Nijenhuis`
            initials.push(hash(&name.all_initials().collect::<String>()));
        }
        for given in &name.given {
            add(&mut words, Part::Given, given);
        }
        for surname in name.surname_words() {
            add(&mut words, Part::Surname, surname);
        }
        let of = |part| words.iter().filter(move |word: &&NameWord| word.part == part).map(|word| word.hash);
        let person = Self {
            party,
            key: name.words().map(hash).fold(0, pair),
            given: of(Part::Given).collect(),
            surnames: of(Part::Surname).collect(),
            initials,
            surname_initials: name.surname_words().map(first_letter).map(hash).collect(),
            particles: name
                .surnames
                .iter()
                .flat_map(|surname| &surname.particles)
                .filter_map(|word| particle(word))
                .collect(),
            particles_joined: particles_joined(name),
            nicknames: Vec::new(),
            beginnings: beginnings(name),
            paraphs: paraphs(name),
        };
        glue(&mut words, name);
        (person, words)
    }

    /// Adds what people make of the given names: `Jan` for Johannes. Each of them is given to `take`.
    pub fn add_nicknames(&mut self, name: &PersonName, mut take: impl FnMut(Nickname)) {
        for given in &name.given {
            nicknames::of(given, |nickname| {
                if !self.has(nickname.hash) {
                    self.nicknames.push(nickname.hash);
                    take(nickname);
                }
            });
        }
    }

    /// Whether a word is a given name or surname of this person.
    #[must_use]
    pub fn has(&self, word: WordHash) -> bool {
        self.has_surname(word) || self.has_given(word)
    }

    /// Whether a word belongs to a surname of this person.
    #[must_use]
    pub fn has_surname(&self, word: WordHash) -> bool {
        self.surnames.contains(&word)
    }

    /// Whether a word is a given name of this person.
    #[must_use]
    pub fn has_given(&self, word: WordHash) -> bool {
        self.given.contains(&word) || self.nicknames.contains(&word)
    }

    /// The given names.
    #[must_use]
    pub fn given(&self) -> &[WordHash] {
        &self.given
    }

    /// Given names and surnames, in their order.
    pub fn names(&self) -> impl Iterator<Item = WordHash> {
        self.given.iter().chain(&self.surnames).copied()
    }

    /// Whether a letter may stand for a given name of this person.
    #[must_use]
    pub fn has_initial(&self, letter: WordHash) -> bool {
        self.initials.contains(&letter)
    }

    /// Whether a letter may stand for a surname of this person.
    #[must_use]
    pub fn has_surname_initial(&self, letter: WordHash) -> bool {
        self.surname_initials.contains(&letter)
    }

    /// Whether a word is a surname or the first given name, by which people call someone.
    #[must_use]
    pub fn is_main(&self, word: WordHash) -> bool {
        self.given.first() == Some(&word) || self.has_surname(word)
    }

    /// How many particles this person's surnames have.
    #[must_use]
    pub fn particles(&self) -> usize {
        self.particles.len()
    }

    /// Whether a particle, or one that people take for it, belongs to this person's surnames.
    #[must_use]
    pub fn has_particle(&self, class: ParticleClass) -> bool {
        self.particles.iter().any(|own| own.fits(class))
    }

    /// Whether a word is all particles of a surname of this person: `vander`, `vt`.
    #[must_use]
    pub fn has_particles_joined(&self, word: WordHash) -> bool {
        self.particles_joined.contains(&word)
    }

    /// Whether a given name of this person begins with a word, which is shorter.
    #[must_use]
    pub fn has_beginning(&self, word: WordHash) -> bool {
        self.beginnings.contains(&word)
    }

    /// Whether letters are the initials of the whole name, with those of its particles: `FvdB`.
    #[must_use]
    pub fn has_paraph(&self, letters: WordHash) -> bool {
        self.paraphs.contains(&letters)
    }

    /// All first parts (given names, initials) and all surname words, whose pairs tell who is meant.
    pub fn pairs(&self) -> (impl Iterator<Item = WordHash>, &[WordHash]) {
        (self.given.iter().chain(&self.initials).copied(), &self.surnames)
    }

    /// Who is meant.
    #[must_use]
    pub fn meaning(&self) -> Meaning {
        match self.party {
            Party::Complainant => Meaning::Complainant,
            _ => Meaning::Employee(self.key),
        }
    }
}

/// The particles of each surname that has more than one, as one word: in full, and by their first letters; and the letter
/// of the first one alone, for `o.d. Akker`.
fn particles_joined(name: &PersonName) -> Vec<WordHash> {
    let several = name.surnames.iter().map(|surname| &surname.particles).filter(|particles| particles.len() > 1);
    let words = several
        .flat_map(|particles| [particles.concat(), first_letters(particles), first_letter(&particles[0]).to_owned()]);
    words.map(|word| hash(&word)).collect()
}

/// What each given name may be cut short to.
fn beginnings(name: &PersonName) -> Vec<WordHash> {
    const SHORTEST: usize = 2;
    const LONGEST: usize = 5;
    let cut = |given: &String| {
        let folded = super::fold::fold(given);
        let lengths = SHORTEST..=LONGEST.min(folded.len().saturating_sub(1));
        lengths.filter_map(move |length| folded.get(..length).map(hash)).collect::<Vec<_>>()
    };
    name.given.iter().flat_map(cut).collect()
}

/// The initials of a name with particles: of its first given name or of all, with and without those of the particles.
fn paraphs(name: &PersonName) -> Vec<WordHash> {
    let all: String = name.all_initials().collect();
    let firsts = [first_letter(&all), all.as_str()];
    let with_particles = |surname: &Surname| {
        let last = surname.words.first().map(|word| first_letter(word)).unwrap_or_default();
        let particles = first_letters(&surname.particles);
        // `ME` for Mohamed El Amrani.
        let capital = particles.starts_with(char::is_uppercase);
        let shorter = firsts.map(|first| hash(&format!("{first}{particles}"))).into_iter().filter(move |_| capital);
        firsts.map(|first| hash(&format!("{first}{particles}{last}"))).into_iter().chain(shorter)
    };
    let surnames = name.surnames.iter().filter(|surname| !surname.particles.is_empty());
    surnames.flat_map(with_particles).collect()
}

fn first_letters(words: &[String]) -> String {
    words.iter().map(|word| first_letter(word)).collect()
}

/// Adds a word in its spellings; one letter is an initial or a particle.
fn add(words: &mut Vec<NameWord>, part: Part, word: &str) {
    let mut push = |folded: String| {
        if folded.len() > 1 {
            words.push(NameWord { hash: hash(&folded), part, folded });
        }
    };
    let tokens = tokens_of(word);
    if tokens.len() > 1 {
        tokens.iter().for_each(|token| push(super::fold::fold(&word[token.start..token.end])));
    }
    spellings(word).into_iter().for_each(push);
}

/// Adds what people make of a name where no space may stand: `elamrani`, `felamrani`, `hofstradeboer`. What is short
/// (`fkok`) must be no other word.
fn glue(words: &mut Vec<NameWord>, name: &PersonName) {
    const SHORTEST: usize = 5;
    let glued =
        |surname: &Surname| surname.all().flat_map(|word| spellings(word).into_iter().next()).collect::<String>();
    let each: Vec<String> = name.surnames.iter().map(glued).collect();
    let bare = name.surname_words().flat_map(|word| spellings(word).into_iter().next()).collect::<String>();
    let all: String = each.concat();
    let short = with_short_particles(name);
    let alone: Vec<String> = name.surname_words().map(super::fold::fold).collect();
    let all_forms = each.iter().chain([&all, &bare, &short]).chain(&alone);
    let mut surnames: Vec<&String> = all_forms.filter(|surname| !surname.is_empty()).collect();
    surnames.sort_unstable();
    surnames.dedup();
    let mut firsts: Vec<String> =
        name.given.iter().map(String::as_str).chain(name.all_initials()).map(super::fold::fold).collect();
    if name.given.len() > 1 {
        firsts.push(super::fold::fold(&name.given.concat()));
    }
    let mut push = |folded: String| {
        if folded.len() >= SHORTEST || folded.len() + 1 == SHORTEST && look_up(hash(&folded)).is_unlisted() {
            words.push(NameWord { hash: hash(&folded), part: Part::Glued, folded });
        }
    };
    for surname in surnames {
        for first in &firsts {
            push(format!("{first}{surname}"));
            push(format!("{surname}{first}"));
        }
        push(surname.clone());
    }
    if let [first, second, ..] = name.given.as_slice() {
        // `Roosmarijn` for Roos-Marijn.
        push(super::fold::fold(&format!("{first}{second}")));
    }
}

/// `vdhoeven` for Van der Hoeven; empty where there is no particle.
fn with_short_particles(name: &PersonName) -> String {
    let Some(surname) = name.surnames.first().filter(|surname| !surname.particles.is_empty()) else {
        return String::new();
    };
    super::fold::fold(&format!("{}{}", first_letters(&surname.particles), surname.words.concat()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_known_by_its_words_and_by_what_people_glue_of_them() {
        let name = PersonName::parse_all("Fatima el Amrani").remove(0);
        let (person, words) = Person::new(&name, Party::Complainant, |word| Some(ParticleClass::of(word, 0)));
        assert!(
            person.has_given(hash("FATIMA")) && person.has_surname(hash("amrani")) && person.has_initial(hash("f"))
        );
        assert!(person.has_particle(ParticleClass::of("al", 0)) && !person.has_particle(ParticleClass::of("van", 0)));
        for glued in ["elamrani", "felamrani", "fatimaelamrani", "famrani"] {
            assert!(words.iter().any(|word| word.part == Part::Glued && word.folded == glued), "{glued}");
        }
    }
}
