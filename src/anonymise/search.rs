//! The search for known people, organisations and addresses. In: the tokens of a text, the register's
//! index and a record's own table. Out: what was found, unresolved. Each token is looked at once, and its
//! neighbours within a few words, so that the cost is linear.

use std::ops::Range;

use super::fold::{WordHash, hash};
use super::inquiry::Inquiry;
use super::lexicon::{Classes, look_up};
use super::lists::is_legal_form;
use super::mask::{Kind, Meaning};
use super::mention::{self, Mention};
use super::names::{PhraseKind, Word};
use super::own::{Ending, Meant, Own, Phrase};
use super::patterns;
use super::resolve::{Evidence, Hit};
use super::tokens::Token;

/// A text with what is known about it.
#[derive(Clone, Copy)]
pub struct Search<'s> {
    /// The text.
    pub text: &'s str,
    /// Its tokens.
    pub tokens: &'s [Token],
    /// What the lists call each of them.
    pub classes: &'s [Classes],
    /// Everyone in the register.
    pub names: Inquiry<'s>,
    /// What the text's own record knows.
    pub own: &'s Own,
}

impl<'s> Search<'s> {
    /// Adds all that is known of the register and of the text's own record.
    pub fn find(&self, hits: &mut Vec<Hit>) {
        let mut floor = 0;
        let mut at = 0;
        while at < self.tokens.len() {
            let token = &self.tokens[at];
            let word = self.names.word(token.hash);
            self.phrases(at, word, hits);
            let known = if self.may_name(token, word) { mention::at(self, at, word, floor) } else { None };
            match known.or_else(|| self.less_plain(at, floor)) {
                Some(mention) => {
                    hits.push(self.hit(&mention));
                    // A phrase may begin within a name: `B. Dijkstra`, and below it `Dijkstra Advies`.
                    for inner in at + 1..=mention.last {
                        self.phrases(inner, self.names.word(self.tokens[inner].hash), hits);
                    }
                    at = mention.last + 1;
                    floor = at;
                }
                None => {
                    self.compound(token, hits);
                    at += 1;
                }
            }
        }
        mention::paraph::find(self, hits);
        let phone = Meaning::Thing(Kind::Phone);
        super::phone::find(self.text, self.tokens, self.names, |range| {
            hits.push(Hit { range, meaning: phone, evidence: Evidence::Register });
        });
    }

    /// Whether a token, with or without the s at its end, may be a word of a name.
    #[inline]
    fn may_name(&self, token: &Token, word: Word) -> bool {
        const NAME: u8 = Word::SURNAME | Word::GIVEN | Word::COLLEAGUE;
        let is_name = |hash, word: Word| word.is(NAME) || self.own.may_hold(hash);
        is_name(token.hash, word) || token.stem.is_some_and(|stem| is_name(stem, self.names.word(stem)))
    }

    /// A name of the record or of a colleague that is not written as it is: almost right, or letter by
    /// letter.
    fn less_plain(&self, at: usize, floor: usize) -> Option<Mention> {
        let token = &self.tokens[at];
        if token.digits {
            return None;
        }
        if token.length == 1 {
            return mention::in_letters(self, at);
        }
        let divided = self.tokens.get(at + 1).is_some_and(|next| next.gap.is_hyphen_at_line_end());
        if divided && let Some(mention) = mention::divided(self, at) {
            return Some(mention);
        }
        if self.is_spaced(at, floor)
            && let Some(mention) = mention::divided(self, at)
        {
            return Some(mention);
        }
        if token.length == 2 || !token.capital && (token.length == 3 || self.classes[at].is(Classes::ORDINARY)) {
            return None;
        }
        let meant = self.meant(token)?;
        let sure = if meant.sure { mention::almost(self, at, meant.word, floor, false) } else { None };
        let has_neighbour = || token.capital && (self.joins_capital(at) || self.joins_capital(at + 1));
        sure.or_else(|| has_neighbour().then(|| mention::almost(self, at, meant.word, floor, true)).flatten())
    }

    /// Whether a name may be written as two words from `at` on, of which one is no other word (`Sprokke reef`), or
    /// behind another part of the name (`mevrouw groene woud`).
    fn is_spaced(&self, at: usize, floor: usize) -> bool {
        let token = &self.tokens[at];
        let next = || self.tokens.get(at + 1).filter(|next| next.gap.joins(false));
        self.own.may_begin(self.letters(token))
            && next().is_some_and(|next| {
                let led = || {
                    let before = at.checked_sub(1).map(|before| self.names.word(self.tokens[before].hash));
                    let is_name = |word: Word| word.is(Word::TITLE) || word.particle().is_some();
                    token.gap.joins(true) && (floor == at && at > 0 || before.is_some_and(is_name))
                };
                !(self.is_ordinary(token) && self.is_ordinary(next)) || led()
            })
    }

    /// Whether a name may read on from the token before `at` to it.
    fn joins_capital(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).map(|before| &self.tokens[before]) else { return false };
        self.tokens.get(at).is_some_and(|token| token.capital && before.capital && token.gap.joins(before.length <= 2))
    }

    /// The word of a name that a token almost is: of the record's own, or of a colleague where it has a
    /// capital.
    pub fn meant(&self, token: &Token) -> Option<Meant> {
        if token.digits || token.length < 3 {
            return None;
        }
        let written = self.letters(token);
        let staff = || token.capital.then(|| self.names.staff().meant(written)).flatten();
        self.own.meant(written).or_else(staff)
    }

    /// Whether a token is a word of someone of the record, or of a colleague.
    pub fn is_of_anyone(&self, token: &Token) -> bool {
        self.own.entries(token.hash).next().is_some() || self.names.word(token.hash).is(Word::COLLEAGUE)
    }

    /// A token's letters.
    pub fn letters(&self, token: &Token) -> &'s str {
        &self.text[token.start..token.end]
    }

    /// Whether a token stands there as an ordinary word does, in small letters.
    pub fn is_plain(&self, token: &Token) -> bool {
        !token.capital && self.is_ordinary(token)
    }

    /// Whether a token is an ordinary word, capitals aside.
    pub fn is_ordinary(&self, token: &Token) -> bool {
        look_up(token.hash).is(Classes::ORDINARY)
    }

    fn hit(&self, mention: &Mention) -> Hit {
        let (first, last) = (&self.tokens[mention.first], &self.tokens[mention.last]);
        let start = if first.length == 1 { self.with_apostrophe(first.start) } else { first.start };
        let surname_first = mention.last > mention.first && last.length == 1 && self.text[last.end..].starts_with('.');
        let end = last.end + usize::from(surname_first) - usize::from(mention.genitive);
        // `Vries (J.)`
        let open = self.text[start..end].contains('(') && !self.text[start..end].contains(')');
        let end = end + usize::from(open && self.text[end..].starts_with(')'));
        Hit { range: start..end, meaning: mention.meaning, evidence: mention.evidence }
    }

    /// Takes in the apostrophe of `'t Hooft`.
    pub fn with_apostrophe(&self, start: usize) -> usize {
        self.text[..start].trim_end_matches(['\'', '’', '‘', '`']).len().max(start.saturating_sub('’'.len_utf8()))
    }

    fn phrases(&self, at: usize, word: Word, hits: &mut Vec<Hit>) {
        let token = &self.tokens[at];
        if self.own.may_hold(token.hash) {
            for phrase in self.own.phrases(token.hash) {
                if let Some(mut length) = self.own_phrase(phrase, at) {
                    let legal = |next: &Token| next.gap.joins(false) && is_legal_form(next.hash);
                    let organisation = phrase.meaning() == Meaning::OwnOrganisation;
                    length += usize::from(organisation && self.tokens.get(at + length).is_some_and(legal));
                    hits.push(self.phrase_hit(at, length, phrase.meaning(), Evidence::Record));
                }
            }
        }
        if word.is(Word::PHRASE)
            && let Some((length, meaning)) = self.register_phrase(at)
        {
            hits.push(self.phrase_hit(at, length, meaning, Evidence::Register));
        }
    }

    fn phrase_hit(&self, at: usize, length: usize, meaning: Meaning, evidence: Evidence) -> Hit {
        let mut end = self.tokens[at + length - 1].end;
        if meaning == Meaning::Thing(Kind::Address) {
            end = patterns::house_number_end(self.text, end);
        }
        Hit { range: self.tokens[at].start..end, meaning, evidence }
    }

    fn own_phrase(&self, phrase: &Phrase, at: usize) -> Option<usize> {
        let fits = |(length, ending): &(usize, Ending)| {
            *ending == Ending::Any
                || self.is_written_as_name(at..at + length)
                || (*ending == Ending::Introduced && self.is_introduced(at))
                || (phrase.meaning() == Meaning::Thing(Kind::Address) && self.has_number(at + length - 1))
        };
        phrase.matching(self.phrase_tokens(at)).find(fits).map(|(length, _)| length)
    }

    /// Whether a house number stands behind the last word of a street.
    fn has_number(&self, last: usize) -> bool {
        self.tokens.get(last + 1).is_some_and(|next| next.digits && next.length <= 4 && next.gap.joins(false))
    }

    /// Whether someone says for whom they speak: `namens`, `hier van`, `ik werk bij`.
    fn is_introduced(&self, at: usize) -> bool {
        const SPEAKERS: [&str; 9] =
            ["hier", "ben", "spreekt", "mij", "werk", "werken", "werkt", "werkzaam", "directeur"];
        let before = |back: usize| at.checked_sub(back).map(|at| self.tokens[at].hash);
        let is_any = |word: Option<WordHash>, list: &[&str]| list.iter().any(|entry| word == Some(hash(entry)));
        is_any(before(1), &["namens"]) || is_any(before(1), &["van", "bij"]) && is_any(before(2), &SPEAKERS)
    }

    /// The longest phrase of the register that begins at a token.
    fn register_phrase(&self, at: usize) -> Option<(usize, Meaning)> {
        let mut found = None;
        let mut phrase = 0;
        for (place, word) in self.phrase_tokens(at).map(|token| token.hash).take(self.names.longest()).enumerate() {
            let length = place + 1;
            phrase = super::fold::pair(phrase, word);
            if !self.names.may_be_phrase(phrase) {
                break;
            }
            if !self.names.has_length(length) {
                continue;
            }
            if let Some(kind) = self.names.phrase(phrase)
                && (kind != PhraseKind::Person
                    || self.tokens[at + 1..at + length].iter().all(|token| token.gap.joins(false)))
                && (!self.tokens[at..at + length].iter().all(|token| self.is_ordinary(token) || token.digits)
                    || self.is_written_as_name(at..at + length))
            {
                let meaning = match kind {
                    PhraseKind::Organisation => Meaning::Organisation(phrase),
                    PhraseKind::Person => Meaning::Other(phrase),
                    PhraseKind::Address => Meaning::Thing(Kind::Address),
                };
                found = Some((length, meaning));
            }
        }
        found
    }

    /// The words from a token to the end of its block.
    fn phrase_tokens(&self, at: usize) -> impl Iterator<Item = &'s Token> + use<'s> {
        let tokens = &self.tokens[at..];
        let joined = tokens.iter().enumerate().take_while(|(place, token)| *place == 0 || token.gap.is_within_block());
        joined.map(|(_, token)| token)
    }

    /// Whether all words but numbers and small words have capitals, and not the first alone.
    fn is_written_as_name(&self, range: Range<usize>) -> bool {
        let tokens = &self.tokens[range];
        let may_be_small = |token: &Token| {
            let word = self.names.word(token.hash);
            token.digits || word.particle().is_some() || word.is(Word::CONJUNCTION)
        };
        let has_number = tokens.iter().any(|token| token.digits);
        let capitals = tokens.iter().filter(|token| token.capital).count();
        tokens.iter().all(|token| token.capital || may_be_small(token))
            && (capitals > 1 || has_number || (capitals == 1 && !tokens[0].gap.starts_sentence()))
    }

    /// A longer word that begins with a name of the record.
    fn compound(&self, token: &Token, hits: &mut Vec<Hit>) {
        const SHORTEST: usize = 6;
        if token.length >= SHORTEST
            && let Some(meaning) = self.own.compound(self.letters(token))
            && !self.is_ordinary(token)
        {
            hits.push(Hit { range: token.start..token.end, meaning, evidence: Evidence::Record });
        }
    }
}
