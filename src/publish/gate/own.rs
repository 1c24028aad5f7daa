//! What only a record's own page is searched for: the weak words of its identities and its own terms. In:
//! the record's identities. Out: which of them stand among the tokens of its page.

use super::forms::{Compiler, Entry, read_words, what};
use super::sign::Gap;
use super::tokens::{Token, Tokens, genitive};
use super::{FixedWords, Own};
use crate::anonymise::{Datum, Party, is_ordinary};
use crate::publish::{Subject, What};

/// The weak words and terms of one record.
#[derive(Debug)]
pub(super) struct OwnForms<'a> {
    own: Own<'a>,
    forms: Vec<OwnForm<'a>>,
    /// A bit for the first token of each form: nearly every token ends here.
    firsts: u64,
    kept: Vec<Vec<u64>>,
}

#[derive(Debug)]
struct OwnForm<'a> {
    first: u64,
    hash: u64,
    words: usize,
    /// The word, where it may be an ordinary one; a term is always meant.
    weak: Option<&'a str>,
    what: What,
}

impl<'a> OwnForms<'a> {
    pub(super) fn new(own: Own<'a>, fixed: &FixedWords) -> Self {
        let mut tokens = Tokens::new();
        let mut forms = Self { own, forms: Vec::new(), firsts: 0, kept: Vec::new() };
        for identity in own.identities.iter().filter(|identity| identity.party != Party::Colleague) {
            if let Datum::Term(term) = &identity.datum {
                forms.add(read_words(&mut tokens, &[term.reveal()]), None, What::Term, fixed);
            }
            for weak in identity.weak_words() {
                forms.add(read_words(&mut tokens, &[weak.word]), Some(weak.word), what(&identity.datum), fixed);
            }
        }
        for kept in own.keep {
            forms.kept.push(read_words(&mut tokens, &[kept.reveal()]).iter().map(|token| token.hash).collect());
        }
        forms
    }

    fn add(&mut self, tokens: &[Token], weak: Option<&'a str>, what: What, fixed: &FixedWords) {
        let Some(first) = tokens.first() else { return };
        if tokens.len() == 1 && fixed.0.contains(&first.hash) {
            return;
        }
        let hash = tokens.iter().fold(0, |hash, token| token.after(hash));
        let words = tokens.len();
        let mut push = |first, hash, words| {
            self.firsts |= bit(first);
            self.forms.push(OwnForm { first, hash, words, weak, what });
        };
        push(first.hash, hash, words);
        if words == 1 {
            push(genitive(hash), genitive(hash), 1);
        } else {
            push(hash, hash, 1);
        }
    }

    /// The record, as the one whose identities these are.
    pub(super) fn subject(&self) -> Subject {
        Subject::Record(self.own.number.clone())
    }

    /// Reports what stands among the tokens.
    pub(super) fn search(&self, tokens: &Tokens, found: &mut impl FnMut(What)) {
        let list = tokens.list();
        for (at, token) in list.iter().enumerate() {
            if self.firsts & bit(token.hash) == 0 {
                continue;
            }
            for form in self.forms.iter().filter(|form| form.first == token.hash) {
                if form.stands_at(&list[at..]) && !self.is_kept(list, at) {
                    found(form.what);
                }
            }
        }
    }

    /// Whether a token belongs to a phrase that the record asks to keep.
    fn is_kept(&self, list: &[Token], at: usize) -> bool {
        let stands_around = |phrase: &[u64], place: usize| {
            at.checked_sub(place)
                .and_then(|start| list.get(start..start + phrase.len()))
                .is_some_and(|run| run.iter().map(|token| token.hash).eq(phrase.iter().copied()))
        };
        self.kept.iter().any(|phrase| (0..phrase.len()).any(|place| stands_around(phrase, place)))
    }

    /// Whether a strong form is one of this record's own identities.
    pub(super) fn has(&self, entry: &Entry) -> bool {
        let mut compiler = Compiler::new();
        for identity in self.own.identities.iter().filter(|identity| identity.party != Party::Colleague) {
            compiler.add_identity(identity, 0);
        }
        compiler.entries.iter().any(|own| own.is_same_form(entry))
    }
}

impl OwnForm<'_> {
    fn stands_at(&self, tokens: &[Token]) -> bool {
        let Some(run) = tokens.get(..self.words) else { return false };
        let hash = run.iter().fold(0, |hash, token| token.after(hash));
        let is_one_part = run[1..].iter().all(|token| token.gap < Gap::Break);
        hash == self.hash && is_one_part && !self.is_ordinary_here(&run[0])
    }

    /// Whether a weak word stands there as an ordinary one: in lower case.
    fn is_ordinary_here(&self, token: &Token) -> bool {
        !token.upper && self.weak.is_some_and(|word| is_ordinary(&word.to_lowercase()))
    }
}

fn bit(hash: u64) -> u64 {
    1 << (hash.wrapping_mul(0xd6e8_feb8_6659_fd93) >> 58)
}
