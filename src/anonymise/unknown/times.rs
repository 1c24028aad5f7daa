//! Months and days. In: the words of a text. Out: which of them tell a time, though some people are called so.

use super::super::fold::{WordHash, hashes};
use super::super::lexicon::{Classes, Cue};
use super::sight::View;

impl View<'_> {
    /// Whether a month or weekday stands in a date: `3 jan`, `mei 2026`, `in mei`.
    pub fn is_in_date(&self, at: usize) -> bool {
        let is_digits = |at: usize| self.tokens.get(at).is_some_and(|token| token.digits);
        let before = at.checked_sub(1);
        let same_line = !self.tokens[at].gap.has_line();
        self.sights[at].classes.is(Classes::CALENDAR)
            && !self.ends_double_name(at)
            && (is_digits(at + 1)
                || before.is_some_and(is_digits)
                || (same_line && self.is_within_time(at))
                || self.is_timed(at))
    }

    /// Whether a month is the second half of a name: `Bert-Jan: 100 procent`.
    fn ends_double_name(&self, at: usize) -> bool {
        at > 0 && self.tokens[at].gap.is_hyphen() && self.is_capital(at - 1) && self.is_capital(at)
    }

    /// Whether a month or a day stands behind a preposition of places and times: `in Mei`. One goes `naar Jan`, whom the
    /// short form of the month is written as, but moves a course `naar April`.
    fn is_within_time(&self, at: usize) -> bool {
        let to_someone = || self.is(at - 1, "naar") && !self.sights[at].classes.is(Classes::ORDINARY);
        at > 0 && self.sights[at - 1].cue == Cue::PlacePreposition && !to_someone()
    }

    /// Whether a month or a day stands where a time is told, though some are called so: `eind April`, `voor Mei`,
    /// `tussen Juni en Juli`.
    fn is_timed(&self, at: usize) -> bool {
        const TIMES: [WordHash; 22] = hashes([
            "afgelopen",
            "begin",
            "deze",
            "eind",
            "einde",
            "elke",
            "half",
            "halverwege",
            "hele",
            "iedere",
            "komende",
            "maand",
            "medio",
            "na",
            "omstreeks",
            "rond",
            "sinds",
            "tot",
            "vanaf",
            "volgende",
            "voor",
            "vorige",
        ]);
        const SHORTEST: usize = 3;
        let is_calendar = |at: usize| self.sights.get(at).is_some_and(|sight| sight.classes.is(Classes::CALENDAR));
        let is_link = |at: usize| self.is(at, "en") || self.is(at, "of") || self.is(at, "tot");
        let (classes, next) = (self.sights[at].classes, at + 1);
        // `na Jan`
        let may_be = !classes.is(Classes::GIVEN) || classes.is(Classes::ORDINARY);
        // `de brief van Mei` may be from someone of that name at home.
        let home = classes.is(Classes::GIVEN.or(Classes::SURNAME));
        let of_thing = || self.is_of_paper(at) || (!home && self.is_of_thing(at));
        let told = || self.joined(at) && (TIMES.contains(&self.tokens[at - 1].hash) || of_thing());
        let from = || at > 1 && self.joined(at) && is_link(at - 1) && is_calendar(at - 2);
        let until = || self.joined(next) && is_link(next) && self.joined(next + 1) && is_calendar(next + 1);
        let reads_on = || self.joined(next) && self.is_capital(next);
        may_be && self.tokens[at].length >= SHORTEST && (told() || from() || until()) && !reads_on()
    }

    /// Whether `van` and what comes each month stand before a word: `de factuur van`, but not `de brief van`.
    fn is_of_paper(&self, at: usize) -> bool {
        const PAPERS: [WordHash; 16] = hashes([
            "afschrift",
            "bijdrage",
            "bulletin",
            "contributie",
            "editie",
            "factuur",
            "facturen",
            "incasso",
            "loonrun",
            "loonstrook",
            "loonstroken",
            "nieuwsbrief",
            "nota",
            "premie",
            "rekening",
            "uren",
        ]);
        at > 1 && self.is(at - 1, "van") && self.joined(at - 1) && PAPERS.contains(&self.tokens[at - 2].hash)
    }

    /// Whether a word has the head of a letter to itself with the date: `Lochem, 3 mei 2026`.
    pub fn heads_letter(&self, at: usize) -> bool {
        let (day, month, year) = (at + 1, at + 2, at + 3);
        let begins = at == 0 || self.tokens[at].gap.has_line();
        let is_date = || {
            self.tokens[day].digits
                && self.sights[month].classes.is(Classes::CALENDAR)
                && (year == self.tokens.len() || self.tokens[year].digits)
        };
        let ends = || year + 1 >= self.tokens.len() || self.tokens[year + 1].gap.has_line();
        begins && month < self.tokens.len() && self.between(day) == ", " && is_date() && ends()
    }

    /// Whether `van` and a thing in small letters stand before a word: `de factuur van`, but not `de vrouw van`.
    fn is_of_thing(&self, at: usize) -> bool {
        let is_thing = |at: usize| {
            let (classes, plain) = (self.sights[at].classes, !self.tokens[at].capital && self.cue(at) == Cue::None);
            plain && classes.is(Classes::ORDINARY) && !classes.is(Classes::GIVEN.or(Classes::SURNAME))
        };
        let of = self.is(at - 1, "van") || self.is(at - 1, "over") || self.is(at - 1, "uit");
        of && self.joined(at - 1) && is_thing(at - 2)
    }
}
