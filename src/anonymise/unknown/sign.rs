//! The signs by name, and sets of them. In: signs that are there. Out: the sum of their points.

use super::points::{PAIRS, POINTS};

/// A sign that a word names a person, or that it does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Sign {
    /// There at every word: what a word that may be a name is worth by itself.
    Always,
    /// A given name at home.
    Given,
    /// A given name elsewhere.
    GivenAbroad,
    /// A surname at home.
    Surname,
    /// A surname elsewhere.
    SurnameAbroad,
    /// A given name and a surname at home: `Thomas`.
    GivenAndSurname,
    /// A name that is an ordinary word as well: `Bakker`.
    NameAndOrdinary,
    /// The same, where a sentence starts with it.
    NameAndOrdinaryFirst,
    /// A given name that is a place as well: `Florence`.
    GivenAndPlace,
    /// A surname that is a place as well: `Putten`.
    SurnameAndPlace,
    /// A place that everyone knows.
    Renowned,
    /// A name that is such a place as well.
    NameAndRenowned,
    /// An ordinary word with a capital within a sentence.
    OrdinaryOnly,
    /// An ordinary word that starts a sentence.
    OrdinaryOnlyFirst,
    /// A place.
    Place,
    /// A word of a place of several: `York`.
    PlacePart,
    /// A brand, firm or public body.
    Brand,
    /// An English word.
    Foreign,
    /// A month, weekday or holiday.
    Calendar,
    /// Someone from a place, or the adjective for it.
    Inhabitant,
    /// A word that the dictionary has with a capital.
    Capitalised,
    /// In no list, within a sentence.
    Unlisted,
    /// In no list, and the first of a sentence.
    UnlistedFirst,
    /// A word that tells of its neighbours: `Stichting`.
    CueWord,
    /// In small letters.
    Small,
    /// In small letters, as the whole text is.
    SmallInSmallText,
    /// A given name in small letters.
    SmallGiven,
    /// In small letters after a given name in small letters.
    SmallAfterGiven,
    /// In small letters, and in no list.
    SmallUnlisted,
    /// Made of two ordinary words: `Ledenportaal`.
    Compound,
    /// The same, where a sentence starts with it.
    CompoundFirst,
    /// In capitals among capitals.
    Shouted,
    /// In capitals by itself: `GTA`.
    Capitals,
    /// A name in capitals by itself.
    CapitalsName,
    /// Of three letters at most.
    ShortWord,
    /// A sentence starts with it.
    First,
    /// In no list, and ends as surnames do.
    EndsAsSurname,
    /// In no list, and ends as adjectives of places do.
    EndsAsAdjective,
    /// In no list, and ends as things do: `Auteurswet`.
    EndsAsThing,
    /// In no list, and ends as places do.
    EndsAsPlace,
    /// Joined by a hyphen to small letters: `Fiat-topman`.
    HyphenThenSmall,
    /// Joined by a hyphen to a capital: `Jansen-Bakker`.
    HyphenThenCapital,
    /// The second part of such a word.
    AfterHyphen,
    /// Joined to a number or another word without a space: `F16`, `P&O`.
    Glued,
    /// Among capitals one of which is a place or brand.
    RunThing,
    /// Among capitals one of which is an ordinary word.
    RunOrdinary,
    /// Among capitals one of which begins names of organisations.
    RunOrganisation,
    /// Among capitals one of which is a given name and nothing else.
    RunGiven,
    /// Beside a word in capitals: `FC`.
    RunCapitals,
    /// An ordinary word with a capital, with no other beside it.
    OrdinaryAlone,
    /// One of two words with a capital.
    RunOfTwo,
    /// One of three and more.
    RunOfMore,
    /// The same word is surely a name elsewhere in the text.
    ElsewhereStronglyFor,
    /// It is likely one there.
    ElsewhereFor,
    /// It is likely none there.
    ElsewhereAgainst,
    /// It is surely none there.
    ElsewhereStronglyAgainst,
    /// After a quotation mark.
    AfterQuote,
    /// In capitals after an opening bracket: `(KVD)`.
    CapitalsInBrackets,
    /// A line starts with it, and no sentence.
    LineStart,
    /// The same for a name that is an ordinary word as well.
    NameAndOrdinaryLine,
    /// After a number.
    AfterNumber,
    /// After a person and a comma.
    AfterPersonComma,
    /// After a role and a comma: `de directeur, Jansen`.
    AfterRoleComma,
    /// After another comma.
    AfterComma,
    /// After a word that names a person.
    AfterPerson,
    /// After an initial.
    AfterInitial,
    /// After a capital that names no person.
    AfterCapital,
    /// After a place or brand.
    AfterCapitalThing,
    /// After an adjective of a place: `de Amerikaanse Osterloh`.
    AfterInhabitant,
    /// After a person and `en`.
    AfterPersonLink,
    /// After a word that tells nothing.
    AfterOtherWord,
    /// After `en` or `of`.
    AfterLink,
    /// After an article or the like.
    AfterDeterminer,
    /// After `in`, `te`, `naar`.
    AfterPlacePreposition,
    /// After `door`, `met`, `van`.
    AfterAgentPreposition,
    /// After a title or form of address.
    AfterTitle,
    /// After a relative, neighbour or friend.
    AfterKin,
    /// After `heet`, `genaamd`, `beste`.
    AfterNaming,
    /// After a trade or office.
    AfterRole,
    /// After what organisations begin with: `stichting`.
    AfterOrganisationHead,
    /// After what places begin with: `provincie`.
    AfterPlaceHead,
    /// After a verb of what people do: `zei`.
    AfterSays,
    /// After `dat`, `als`, `omdat`.
    AfterConjunction,
    /// After a pronoun.
    AfterPronoun,
    /// A surname and nothing else, after a particle.
    SurnameAfterParticle,
    /// After a given name or initial and particles.
    AfterGivenParticle,
    /// After another person and particles.
    AfterSurnameParticle,
    /// After a title and particles.
    AfterTitleParticle,
    /// After a role and particles: `mentor heet van Zanten`.
    AfterRoleParticle,
    /// After a particle with a capital within a sentence: `Van`.
    AfterCapitalParticle,
    /// After a particle that a sentence starts with.
    AfterFirstParticle,
    /// After two particles.
    AfterTwoParticles,
    /// Before a comma.
    BeforeComma,
    /// Before a colon.
    BeforeColon,
    /// Before a quotation mark.
    BeforeQuote,
    /// At the end of a line.
    LineEnd,
    /// Before a bracket with a number: years of a life.
    BeforeYears,
    /// Before another bracket.
    BeforeBracket,
    /// Before a number.
    BeforeNumber,
    /// Before an initial: `Jan T.`
    BeforeInitial,
    /// Before a word that lists of names have.
    BeforeSurname,
    /// A given name before a capital.
    GivenBeforeCapital,
    /// Before a capital in no list.
    BeforeUnlisted,
    /// Before a place or brand.
    BeforeThing,
    /// Before an ordinary word with a capital.
    BeforeOrdinaryCapital,
    /// Before a verb of what people do: `belde`.
    BeforeSays,
    /// Before an article or the like: `Laat een ander meelezen`.
    BeforeDeterminer,
    /// Before a preposition.
    BeforePreposition,
    /// Before a pronoun.
    BeforePronoun,
    /// Before `niet`, `ook`, `dat`.
    BeforeConjunction,
    /// Before `en` or `of`.
    BeforeLink,
    /// Before particles and a capital: `Jan van Dijk`.
    BeforeParticleName,
    /// In the greeting of someone who is known: `Dzień dobry meneer Post,`.
    InGreeting,
    /// A sentence of words that are hardly Dutch starts with it.
    FirstOfStrange,
    /// A name at home that is an English word as well: `Day`.
    NameAndForeign,
    /// An ordinary word that a line or sentence starts with, before a colon: `Kosten: € 12`.
    Label,
    /// A name that is an ordinary word as well and starts a sentence, before small letters that tell nothing.
    OrdinaryBeforeOther,
    /// In no list, and a given name but for its ending: `Peerke`.
    Diminutive,
    /// After what places and organisations begin with, and a preposition: `haven van Zeebrugge`, `Slag bij`.
    AfterHeadParticle,
    /// After a capital that names no person, and `en` or `of`.
    AfterCapitalLink,
    /// After a capital that names no person, and a comma.
    AfterCapitalComma,
    /// Before `en`, `of` or a comma, and a place, a brand or the like.
    BeforeLinkThing,
    /// Among capitals one of which is an English word.
    RunForeign,
    /// Before a number in Roman figures: `Karel V`.
    BeforeRoman,
    /// A name that is an ordinary word nearly always: `Post`.
    MostlyWord,
    /// A name that is an ordinary word as well and starts a sentence, before a verb and its subject: `Post kreeg ik`.
    BeforeVerbAndSubject,
    /// A name that is an ordinary word as well, before a verb of what things do too: `stond`, `was`.
    BeforeState,
    /// In capitals by itself, short and in no list: `CEDEO`.
    Acronym,
}

/// The two signs of each pair.
const PAIR_SETS: [u128; PAIRS.len()] = {
    let mut sets = [0; PAIRS.len()];
    let mut at = 0;
    while at < PAIRS.len() {
        sets[at] = 1 << PAIRS[at].0 as u8 | 1 << PAIRS[at].1 as u8;
        at += 1;
    }
    sets
};

/// The signs that are there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signs(u128);

impl Signs {
    /// Adds a sign where it is there.
    pub fn add_if(&mut self, sign: Sign, there: bool) {
        self.0 |= u128::from(there) << sign as u8;
    }

    /// All signs but those of other places.
    #[cfg(test)]
    pub fn without_elsewhere(self) -> Self {
        use Sign::{ElsewhereAgainst, ElsewhereFor, ElsewhereStronglyAgainst, ElsewhereStronglyFor};
        let of = |sign: Sign| 1_u128 << sign as u8;
        Self(
            [ElsewhereStronglyFor, ElsewhereFor, ElsewhereAgainst, ElsewhereStronglyAgainst]
                .into_iter()
                .fold(self.0, |signs, sign| signs & !of(sign)),
        )
    }

    /// These signs and those.
    #[cfg(test)]
    pub fn and(self, more: Self) -> Self {
        Self(self.0 | more.0)
    }

    /// Whether a sign is there.
    #[cfg(test)]
    pub fn has(self, sign: Sign) -> bool {
        self.0 >> sign as u8 & 1 == 1
    }

    /// The sum of the points of all signs that are there, and of all pairs of them.
    pub fn points(self) -> i32 {
        let mut rest = self.0;
        let mut points = 0;
        while rest != 0 {
            points += POINTS[rest.trailing_zeros() as usize].1;
            rest &= rest - 1;
        }
        let pairs = PAIR_SETS.iter().zip(&PAIRS).filter(|(pair, _)| self.0 & **pair == **pair);
        points + pairs.map(|(_, (_, _, points))| points).sum::<i32>()
    }
}
