//! Names of things that begin with what the thing is: houses, streets, laws, courses. In: a word that may begin one.
//! Out: which words of it name nobody.

use std::ops::RangeInclusive;

use super::super::fold::{WordHash, hashes};
use super::super::lexicon::{Classes, Cue};
use super::super::tokens::Token;
use super::sight::{NAME, Sight};

/// What houses and halls begin with.
const HOUSES: [WordHash; 52] = hashes([
    "auditorium",
    "bedrijvenpark",
    "bedrijventerrein",
    "bistro",
    "boerderij",
    "brasserie",
    "buitenplaats",
    "businesspark",
    "buurthuis",
    "cafe",
    "camping",
    "clubhuis",
    "collegezaal",
    "congrescentrum",
    "dorpshuis",
    "eetcafe",
    "fort",
    "gebouw",
    "grandcafe",
    "hal",
    "herberg",
    "hoeve",
    "hotel",
    "huize",
    "industrieterrein",
    "kamer",
    "kantoorgebouw",
    "kantorenpark",
    "kasteel",
    "landgoed",
    "lokaal",
    "motel",
    "paleis",
    "partycentrum",
    "paviljoen",
    "recreatiepark",
    "restaurant",
    "schouwburg",
    "slot",
    "sporthal",
    "sportpark",
    "stadion",
    "theater",
    "vakantiepark",
    "vergadercentrum",
    "vergaderzaal",
    "verzamelgebouw",
    "villa",
    "wijkcentrum",
    "winkelcentrum",
    "zaal",
    "zalencentrum",
]);

/// What has a title of ordinary words.
const WORKS: [WordHash; 30] = hashes([
    "blad",
    "boek",
    "brochure",
    "bundel",
    "campagne",
    "congres",
    "cursus",
    "folder",
    "formulier",
    "handboek",
    "keurmerk",
    "leergang",
    "leerlijn",
    "map",
    "module",
    "nieuwsbrief",
    "onderwerp",
    "opleiding",
    "podcast",
    "project",
    "rapport",
    "reglement",
    "rubriek",
    "titel",
    "training",
    "traject",
    "webinar",
    "webinarreeks",
    "werkboek",
    "workshop",
]);

/// What nobody is, so that a word that is a name as well may stand behind it alone.
const ALONE: [WordHash; 17] = hashes([
    "categorie",
    "code",
    "formaat",
    "keuzemenu",
    "kleur",
    "motto",
    "niveau",
    "ras",
    "slogan",
    "smaak",
    "soort",
    "status",
    "thema",
    "type",
    "uitvoering",
    "wet",
    "woord",
]);

/// The words that a head at `at` tells of, itself among them where it has a capital.
pub fn named(text: &str, tokens: &[Token], sights: &[Sight], at: usize) -> Option<RangeInclusive<usize>> {
    let look = Look { text, tokens, sights };
    // Nearly all words end here.
    let within = || at > 0 && matches!(sights[at - 1].cue, Cue::PlacePreposition | Cue::AgentPreposition);
    let in_house = || within() && sights.get(at + 1).is_some_and(|next| next.classes.is(NAME));
    let is_near = tokens.iter().skip(at + 1).take(2).any(|token| token.capital) || in_house();
    if !is_near || !sights[at].classes.is(Classes::ORDINARY) {
        return None;
    }
    let (first, last) = look.house(at).or_else(|| look.titled(at)).or_else(|| look.agreement(at))?;
    Some(if tokens[at].capital { at - usize::from(look.is_grand(at)) } else { first }..=last)
}

/// A text with what one look at it shows so far.
struct Look<'t> {
    text: &'t str,
    tokens: &'t [Token],
    sights: &'t [Sight],
}

impl Look<'_> {
    fn is(&self, at: usize, words: &[WordHash]) -> bool {
        self.tokens.get(at).is_some_and(|token| words.contains(&token.hash))
    }

    fn between(&self, at: usize) -> &str {
        &self.text[self.tokens[at - 1].end..self.tokens[at].start]
    }

    /// Whether a word reads on from the one before it.
    fn follows(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.gap.joins(false) && !token.digits)
    }

    fn is_capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.capital && token.length > 1)
    }

    fn is_tied(&self, at: usize) -> bool {
        self.is_capital(at) && (self.follows(at) || self.between(at) == " & ")
    }

    /// `Grand Café`
    fn is_grand(&self, at: usize) -> bool {
        at > 0 && self.is(at - 1, &hashes(["grand"])) && self.follows(at)
    }

    /// The name of a house, hall or street: `Hotel Haarhuis`, `Gebouw De Hoek`, `Laan van Meerdervoort`, and in small
    /// letters behind a word of places: `in hotel Haarhuis`. `café Kees Bakker` is someone's.
    fn house(&self, at: usize) -> Option<(usize, usize)> {
        const STREETS: [WordHash; 4] = hashes(["laan", "park", "plein", "hof"]);
        const ARTICLES: [WordHash; 3] = hashes(["de", "het", "t"]);
        const BEFORE: [WordHash; 5] = hashes(["in", "bij", "te", "naar", "nabij"]);
        const MOST: usize = 3;
        let capital = self.tokens[at].capital;
        // `Gerlinde Zaal-de Jonge`
        let of_name =
            at > 0 && self.follows(at) && self.is_capital(at - 1) && !self.sights[at - 1].first && !self.is_grand(at);
        let tied = self.tokens.get(at + 1).is_some_and(|next| next.gap.is_hyphen());
        if of_name || tied || (at > 0 && self.follows(at) && self.sights[at - 1].cue == Cue::Title) {
            return None;
        }
        let within = || at > 0 && self.follows(at) && self.is(at - 1, &BEFORE);
        let first = if self.is(at, &HOUSES) && (capital || within()) {
            at + 1 + usize::from(self.follows(at + 1) && self.is(at + 1, &ARTICLES))
        } else if capital && self.is(at, &STREETS) && self.follows(at + 1) && self.is(at + 1, &hashes(["van"])) {
            at + 2
        } else {
            return None;
        };
        if self.is_small_house(at, first) {
            return Some((first, first));
        }
        if !self.is_capital(first) || !self.follows(first) || matches!(self.sights[first].cue, Cue::Title | Cue::Says) {
            return None;
        }
        let last = (first..first + MOST).take_while(|at| self.is_tied(at + 1)).last().map_or(first, |at| at + 1);
        let classes = self.sights[first].classes;
        let someone = last > first && classes.is(Classes::GIVEN) && !classes.is(Classes::ORDINARY);
        (!someone).then_some((first, last))
    }

    /// Whether a name in small letters is that of the house before it, and of nobody in it: `in hotel haarhuis`, but not `in
    /// zaal jan bakker`.
    fn is_small_house(&self, at: usize, first: usize) -> bool {
        let Some(token) = self.tokens.get(first) else { return false };
        let is_name = |at: usize| self.sights[at].classes.is(NAME.or(Classes::PARTICLE));
        let reads_on = || self.follows(first + 1) && (is_name(first + 1) || self.sights[first + 1].cue == Cue::Says);
        let small = !token.capital && !self.tokens[at].capital && self.follows(first);
        small && is_name(first) && !self.sights[first].classes.is(Classes::PARTICLE) && !reads_on()
    }

    /// The title of a course or the like, of ordinary words: `de cursus Verzuim de Baas`, `het thema was Hoop`. A word
    /// that is a name as well stands by itself behind what nobody is alone.
    fn titled(&self, head: usize) -> Option<(usize, usize)> {
        const VERBS: [WordHash; 4] = hashes(["was", "is", "heet", "heette"]);
        const SMALL: [WordHash; 16] = hashes([
            "aan", "bij", "de", "een", "en", "het", "in", "je", "met", "naar", "of", "op", "te", "van", "voor",
            "zonder",
        ]);
        const MOST: usize = 6;
        let alone = self.is(head, &ALONE);
        if !alone && !self.is(head, &WORKS) {
            return None;
        }
        let verb = self.follows(head + 1) && self.is(head + 1, &VERBS);
        let first = head + 1 + usize::from(verb);
        let announced =
            self.tokens.get(first).is_some() && matches!(self.between(first), ": " | " \"" | " '" | " ‘" | " “");
        if !self.is_capital(first) || !(self.follows(first) || announced) {
            return None;
        }
        let (mut last, mut capitals, mut plain) = (first, 0, false);
        for at in first..self.tokens.len().min(first + MOST) {
            if at > first && !self.follows(at) && self.between(at) != " & " {
                break;
            }
            if self.is_capital(at) {
                if !self.is_word(at, alone) && !self.is_taught(head, at) {
                    return None;
                }
                plain |= !self.sights[at].classes.is(NAME);
                (last, capitals) = (at, capitals + 1);
            } else if !self.is(at, &SMALL) {
                break;
            }
        }
        (alone || (capitals > 1 && plain)).then_some((first, last))
    }

    /// The trades of a collective agreement: `de cao Kappers`, `cao Zorgvervoer en Taxi`.
    fn agreement(&self, at: usize) -> Option<(usize, usize)> {
        const AGREEMENTS: [WordHash; 2] = hashes(["cao", "caos"]);
        const MOST: usize = 4;
        if !self.is(at, &AGREEMENTS) {
            return None;
        }
        let is_trade = |at: usize| {
            let classes = self.tokens.get(at).map(|_| self.sights[at].classes)?;
            let word = classes.is(Classes::ORDINARY.or(Classes::WORK)) || !classes.is(NAME);
            (self.is_capital(at) && !self.sights[at].capitals && !classes.is(Classes::GIVEN) && word).then_some(at)
        };
        let next = |at: usize| {
            let linked = self.follows(at + 1) && self.is(at + 1, &hashes(["en"])) && self.follows(at + 2);
            if linked { is_trade(at + 2) } else { is_trade(at + 1).filter(|next| self.is_tied(*next)) }
        };
        let first = is_trade(at + 1).filter(|first| self.follows(*first))?;
        let last = std::iter::successors(Some(first), |at| next(*at)).take(MOST).last()?;
        Some((first, last))
    }

    /// Whether a word is the trade that a course is for: `de opleiding Kok Zelfstandig Werkend`.
    fn is_taught(&self, head: usize, at: usize) -> bool {
        const COURSES: [WordHash; 5] = hashes(["cursus", "leerlijn", "opleiding", "training", "werkboek"]);
        let Sight { classes, cue, .. } = self.sights[at];
        cue == Cue::Role && !classes.is(Classes::GIVEN) && self.is(head, &COURSES)
    }

    /// Whether a word is an ordinary one that hardly anyone is called, or a surname behind what nobody is.
    fn is_word(&self, at: usize, alone: bool) -> bool {
        let classes = self.sights[at].classes;
        let no_name = !classes.is(NAME) || classes.is(Classes::MOSTLY_WORD) || (alone && !classes.is(Classes::GIVEN));
        classes.is(Classes::ORDINARY.or(Classes::WORK).or(Classes::FOREIGN)) && no_name
    }
}
