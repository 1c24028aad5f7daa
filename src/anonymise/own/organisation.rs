//! The organisation of a record. In: its name. Out: the words that tell it from others, and the phrases by
//! which people call it, in the record's table.

use super::stems;
use super::{Ending, Holder, Own, SHORTEST_TELLING, split_all};
use crate::anonymise::fold::{WordHash, fold, hash};
use crate::anonymise::identity::Organisation;
use crate::anonymise::lexicon::{is_ordinary, is_ordinary_in_any_case};
use crate::anonymise::lists::{ARTICLES, CONJUNCTIONS, GENERIC, PARTICLES, PLACES};
use crate::anonymise::mask::Meaning;
use crate::anonymise::tokens::tokens_of;

/// Two letters may stand for anything.
const SHORTEST_ACRONYM: usize = 3;

impl Own {
    /// Adds an organisation; gives the words that tell it from others.
    pub(super) fn add_organisation(&mut self, organisation: &Organisation) -> Vec<(String, WordHash)> {
        let mut telling = Vec::new();
        let words: Vec<&str> = organisation.words.iter().map(String::as_str).collect();
        let ordinary: Vec<bool> = words.iter().map(|word| is_ordinary_in_any_case(word)).collect();
        let tokens = split_all(&organisation.words);
        // In small letters `McBride` is one word.
        self.add_organisation_phrases(&words, &ordinary);
        if tokens.len() != words.len() {
            let ordinary: Vec<bool> = tokens.iter().map(|word| is_ordinary_in_any_case(word)).collect();
            self.add_organisation_phrases(&tokens, &ordinary);
        }
        let glued = fold(&organisation.words.concat());
        if words.len() > 1 && glued.len() >= stems::SHORTEST && !is_ordinary(&glued) {
            self.add_word(hash(&glued), Holder::Organisation, false);
        }
        let acronym = acronym(&words);
        if acronym.len() >= SHORTEST_ACRONYM && !is_ordinary(&acronym) {
            self.add_word(hash(&acronym), Holder::Organisation, false);
        }
        for (place, (word, ordinary)) in words.iter().zip(ordinary).enumerate() {
            let folded = fold(word);
            let is_place = place > 0 && PLACES.contains(&folded.as_str());
            let letters = folded.bytes().any(|byte| byte.is_ascii_alphabetic());
            let generic = ordinary && (folded.len() < SHORTEST_TELLING || GENERIC.contains(&folded.as_str()));
            if folded.len() < 2 || !letters || is_place || (words.len() > 1 && generic) {
                continue;
            }
            if folded.len() >= stems::SHORTEST && !ordinary {
                telling.push((folded.clone(), hash(&folded)));
                self.stems.add(folded, Meaning::OwnOrganisation);
            }
            match tokens_of(word).as_slice() {
                [token] => self.add_word(token.hash, Holder::Organisation, ordinary),
                tokens => {
                    self.add_word(hash(word), Holder::Organisation, ordinary);
                    for token in tokens {
                        let part = is_ordinary_in_any_case(&word[token.start..token.end]);
                        self.add_word(token.hash, Holder::Organisation, part);
                    }
                }
            }
        }
        telling
    }

    /// `Reestman en Zonen` for Reestman & Zn.
    fn add_sons(&mut self, words: &[&str]) {
        const SONS: [&str; 3] = ["zn", "zonen", "zoon"];
        let sons = words.iter().position(|word| SONS.contains(&fold(word).as_str()));
        let Some(mut name) = sons.map(|end| &words[..end]) else { return };
        if let [before @ .., last] = name
            && CONJUNCTIONS.contains(&fold(last).as_str())
        {
            name = before;
        }
        if name.is_empty() {
            return;
        }
        for written in SONS {
            for joined in [&[written][..], &["en", written]] {
                self.add_whole(&[name, joined].concat(), Ending::Any, Meaning::OwnOrganisation);
            }
        }
    }

    /// The whole name; its beginning, where that has two telling words (`Huang & Partners`); and what
    /// stands after a word that says what kind of organisation it is (`De Schakel`).
    fn add_organisation_phrases(&mut self, words: &[&str], ordinary: &[bool]) {
        let small: Vec<_> = words.iter().map(|word| is_small(word)).collect();
        let ending = |end: usize| {
            let telling = small[..=end].iter().filter(|small| !**small).count();
            if end + 1 == words.len() {
                let is_doubtful = telling < 2 && ordinary.iter().all(|ordinary| *ordinary);
                if is_doubtful { Ending::Capitals } else { Ending::Any }
            } else if telling < 2 || small[end] {
                Ending::None
            } else if ordinary[0] {
                Ending::Capitals
            } else {
                Ending::Any
            }
        };
        self.add_phrase(words, ending, Meaning::OwnOrganisation);
        self.add_sons(words);
        if let [kind, name @ ..] = words
            && name.len() > 1
            && name[0].starts_with(char::is_uppercase)
            && (GENERIC.contains(&fold(kind).as_str()) || ARTICLES.contains(&fold(name[0]).as_str()))
        {
            let ending = if !ordinary[1..].iter().all(|ordinary| *ordinary) {
                Ending::Any
            } else if name.iter().any(|word| is_small(word) || ARTICLES.contains(&fold(word).as_str())) {
                Ending::Introduced
            } else {
                // `Woord & Daad`
                Ending::Capitals
            };
            self.add_whole(name, ending, Meaning::OwnOrganisation);
        }
    }
}

/// `bwc` for Brabants Water Collectief.
fn acronym(words: &[&str]) -> String {
    let capitals = words.iter().filter_map(|word| word.chars().next()).filter(|first| first.is_uppercase());
    fold(&capitals.collect::<String>())
}

/// Whether a word joins others and tells nothing by itself.
fn is_small(word: &str) -> bool {
    let folded = fold(word);
    PARTICLES.contains(&folded.as_str()) || CONJUNCTIONS.contains(&folded.as_str())
}
