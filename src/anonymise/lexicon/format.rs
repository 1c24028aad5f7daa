//! What `build.rs` writes and [`super`] reads: the classes, the lists they come from, and the place of a
//! word in the table. Nothing else may be here, for both are compiled with this file.

use super::fold::{WordHash, pair};

/// What a word may be, according to the lists: none, one or several of these.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(u32);

impl Classes {
    /// In no list.
    pub const NONE: Self = Self(0);
    /// An ordinary Dutch word: `bakker`, `wil`.
    pub const ORDINARY: Self = Self(1);
    /// A Dutch word with a capital that is no name at home: a place, a brand, someone famous.
    pub const CAPITALISED: Self = Self(1 << 1);
    /// A given name in the Netherlands or Belgium.
    pub const GIVEN: Self = Self(1 << 2);
    /// A surname in the Netherlands or Belgium, without the particle before it.
    pub const SURNAME: Self = Self(1 << 3);
    /// A given name elsewhere.
    pub const GIVEN_ABROAD: Self = Self(1 << 4);
    /// A surname elsewhere.
    pub const SURNAME_ABROAD: Self = Self(1 << 5);
    /// A town, country, region, water, language.
    pub const PLACE: Self = Self(1 << 6);
    /// One word of a place of several: `Haag`, `York`.
    pub const PLACE_PART: Self = Self(1 << 7);
    /// A brand, product, public body or company.
    pub const BRAND: Self = Self(1 << 8);
    /// A weekday, month or holiday.
    pub const CALENDAR: Self = Self(1 << 9);
    /// Someone from a place, of a faith or party, and the adjective for it.
    pub const INHABITANT: Self = Self(1 << 10);
    /// A small word of names: `van`, `el`.
    pub const PARTICLE: Self = Self(1 << 11);

    /// An ordinary English word, as names of products, courses and firms have them.
    pub const FOREIGN: Self = Self(1 << 12);

    /// A place that nearly everyone knows, and that hardly anyone is called after.
    pub const RENOWNED: Self = Self(1 << 13);

    /// What is no person, and may have a name of several words.
    pub const THING: Self = Self::PLACE.or(Self::BRAND).or(Self::INHABITANT).or(Self::CALENDAR);

    const CUE_AT: u32 = 14;

    const CUE_BITS: u32 = 4;

    /// Begins a name of several words that is no person's: `Den` of `Den Haag`. It may be in no list itself.
    pub const BEGINS: Self = Self(1 << (Self::CUE_AT + Self::CUE_BITS));

    /// Stands in such a name behind its first word. It may be in no list itself either.
    pub const CONTINUES: Self = Self(1 << (Self::CUE_AT + Self::CUE_BITS + 1));

    /// A name that is an ordinary word nearly always, above all where a sentence starts with it: `Post`, `Rust`.
    pub const MOSTLY_WORD: Self = Self(1 << (Self::CUE_AT + Self::CUE_BITS + 2));

    /// What departments, courses and papers are called after: `salaris`, `arbeid`.
    pub const WORK: Self = Self(1 << (Self::CUE_AT + Self::CUE_BITS + 3));

    /// An abbreviation, which is written in capitals: `OS`, while `Os` may be a surname.
    pub const ABBREVIATION: Self = Self(1 << (Self::CUE_AT + Self::CUE_BITS + 4));

    /// Only a cue.
    const fn of_cue(cue: Cue) -> Self {
        Self((cue as u32) << Self::CUE_AT)
    }

    /// What the word tells of its neighbours.
    #[inline]
    #[must_use]
    pub const fn cue(self) -> Cue {
        CUES[(self.0 >> Self::CUE_AT & ((1 << Self::CUE_BITS) - 1)) as usize % CUES.len()]
    }

    /// Whether no list has the word, but perhaps one of cues.
    #[inline]
    #[must_use]
    pub const fn is_unlisted(self) -> bool {
        self.0 & ((1 << Self::CUE_AT) - 1) == 0
    }

    /// Whether it is at least one of these.
    #[inline]
    #[must_use]
    pub const fn is(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }

    /// These and those.
    #[inline]
    #[must_use]
    pub const fn or(self, more: Self) -> Self {
        Self(self.0 | more.0)
    }

    /// These classes but for others.
    #[inline]
    #[must_use]
    pub const fn without(self, less: Self) -> Self {
        Self(self.0 & !less.0)
    }
}

/// What a word tells of the words beside it. A word has one cue at most.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cue {
    /// Nothing.
    #[default]
    None,
    /// `en`, `of`.
    Link,
    /// Articles, pronouns and adjectives that stand before a thing.
    Determiner,
    /// `in`, `te`, `naar`.
    PlacePreposition,
    /// `door`, `met`, `van`.
    AgentPreposition,
    /// Titles and forms of address.
    Title,
    /// Relatives, neighbours and friends.
    Kin,
    /// `heet`, `genaamd`, `beste`.
    Naming,
    /// Trades and offices.
    Role,
    /// What organisations and things begin with: `stichting`.
    OrganisationHead,
    /// What places begin with: `provincie`.
    PlaceHead,
    /// Verbs of what people do: `belde`.
    Says,
    /// Words that a clause begins with, and so often its subject follows: `dat`.
    Conjunction,
    /// Words that a verb asks for: `wil je`.
    Pronoun,
}

const CUES: [Cue; 14] = [
    Cue::None,
    Cue::Link,
    Cue::Determiner,
    Cue::PlacePreposition,
    Cue::AgentPreposition,
    Cue::Title,
    Cue::Kin,
    Cue::Naming,
    Cue::Role,
    Cue::OrganisationHead,
    Cue::PlaceHead,
    Cue::Says,
    Cue::Conjunction,
    Cue::Pronoun,
];

/// The lists of `data/lexicon`, and what their entries are.
pub const LISTS: &[(&str, Classes)] = &[
    ("ordinary", Classes::ORDINARY),
    ("ordinary-own", Classes::ORDINARY),
    ("mostly-words", Classes::MOSTLY_WORD),
    ("work", Classes::WORK),
    ("capitalised", Classes::CAPITALISED),
    ("given", Classes::GIVEN),
    ("given-own", Classes::GIVEN),
    ("surnames", Classes::SURNAME),
    ("surnames-own", Classes::SURNAME),
    ("given-abroad", Classes::GIVEN_ABROAD),
    ("surnames-abroad", Classes::SURNAME_ABROAD),
    ("places", Classes::PLACE),
    ("places-own", Classes::PLACE.or(Classes::RENOWNED)),
    ("countries", Classes::PLACE.or(Classes::RENOWNED)),
    ("brands", Classes::BRAND),
    ("abbreviations", Classes::BRAND.or(Classes::ABBREVIATION)),
    ("idioms", Classes::BRAND),
    ("calendar", Classes::CALENDAR),
    ("inhabitants", Classes::INHABITANT),
    ("inhabitants-own", Classes::INHABITANT),
    ("foreign", Classes::FOREIGN),
    ("cues/link", Classes::of_cue(Cue::Link)),
    ("cues/determiner", Classes::of_cue(Cue::Determiner)),
    ("cues/place_preposition", Classes::of_cue(Cue::PlacePreposition)),
    ("cues/agent_preposition", Classes::of_cue(Cue::AgentPreposition)),
    ("cues/title", Classes::of_cue(Cue::Title)),
    ("cues/kin", Classes::of_cue(Cue::Kin)),
    ("cues/naming", Classes::of_cue(Cue::Naming)),
    ("cues/role", Classes::of_cue(Cue::Role)),
    ("cues/organisation_head", Classes::of_cue(Cue::OrganisationHead)),
    ("cues/place_head", Classes::of_cue(Cue::PlaceHead)),
    ("cues/says", Classes::of_cue(Cue::Says)),
    ("cues/conjunction", Classes::of_cue(Cue::Conjunction)),
    ("cues/pronoun", Classes::of_cue(Cue::Pronoun)),
];

/// The entries of a list: its lines, but for comments and empty ones.
pub fn entries(list: &str) -> impl Iterator<Item = &str> {
    list.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The hash of the words of an entry in a row. That of one word is the hash of the word.
#[must_use]
pub fn phrase(words: impl IntoIterator<Item = WordHash>) -> Option<WordHash> {
    words.into_iter().reduce(pair)
}

/// A slot of the table: four bytes of the hash and three of the classes, each with the lowest byte first.
/// Both lie together, so that a word costs one look at memory.
pub type Slot = [u8; 7];

/// A slot without a word.
pub const EMPTY: Slot = [0; 7];

/// The slot that holds these classes for a word. No word's slot is like an empty one, for each word is in
/// a class.
#[must_use]
pub const fn filled(hash: WordHash, classes: Classes) -> Slot {
    let [a, b, c, d] = (hash as u32).to_le_bytes();
    let [low, middle, high, _] = classes.0.to_le_bytes();
    [a, b, c, d, low, middle, high]
}

/// Where the search for a word begins, in a table of so many slots. It goes on with the next one, and
/// after the last with the first, until the word or an empty slot.
#[inline]
#[must_use]
pub const fn first_slot(hash: WordHash, slots: usize) -> usize {
    ((hash as u128 * slots as u128) >> 64) as usize
}

/// The classes of a word in a table that has an empty slot; [`Classes::NONE`] where it is not there.
#[inline]
#[must_use]
pub fn find(table: &[Slot], hash: WordHash) -> Classes {
    let mut at = first_slot(hash, table.len());
    loop {
        let [a, b, c, d, low, middle, high] = table[at];
        let classes = Classes(u32::from_le_bytes([low, middle, high, 0]));
        if classes == Classes::NONE || u32::from_le_bytes([a, b, c, d]) == hash as u32 {
            return classes;
        }
        at = if at + 1 == table.len() { 0 } else { at + 1 };
    }
}
