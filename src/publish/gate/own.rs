//! What only a record's own page is searched for: the weak words of its identities and its own terms. In:
//! the record's identities. Out: which of them stand among the tokens of its page.

use super::forms::{Compiler, Entry, read_words, what};
use super::search::lower_case;
use super::sign::Gap;
use super::tokens::{Token, Tokens, genitive};
use super::{FixedWords, Own};
use crate::anonymise::{Datum, Party, is_ordinary};
use crate::publish::{Subject, What};

/// The weak words and terms of one record. No `Debug`: it holds them as written.
pub(super) struct OwnForms<'a> {
    own: Own<'a>,
    forms: Vec<OwnForm<'a>>,
    /// A bit for the first token of each form: nearly every token ends here.
    firsts: [u64; 8],
}

struct OwnForm<'a> {
    first: u64,
    hash: u64,
    words: usize,
    kind: Kind<'a>,
    what: What,
}

/// How strictly a form must stand in the text.
#[derive(Clone, Copy)]
enum Kind<'a> {
    /// What the record asks to mask is always meant.
    Term,
    /// A word that may be an ordinary one as well.
    Weak(&'a str),
    /// The same with an `s` at its end.
    Genitive(&'a str),
}

impl<'a> OwnForms<'a> {
    pub(super) fn new(own: Own<'a>, fixed: &FixedWords) -> Self {
        let mut tokens = Tokens::new();
        let mut forms = Self { own, forms: Vec::new(), firsts: [0; 8] };
        for identity in own.identities.iter().filter(|identity| identity.party != Party::Colleague) {
            let what = what(&identity.datum);
            if let Datum::Term(term) = &identity.datum {
                forms.add(read_words(&mut tokens, &[term.reveal()]), Kind::Term, what, fixed);
            }
            for weak in identity.weak_words() {
                forms.add(read_words(&mut tokens, &[weak.word]), Kind::Weak(weak.word), what, fixed);
            }
        }
        forms
    }

    fn add(&mut self, tokens: &[Token], kind: Kind<'a>, what: What, fixed: &FixedWords) {
        let Some(first) = tokens.first() else { return };
        if tokens.len() == 1 && fixed.0.contains(&first.hash) {
            return;
        }
        let hash = tokens.iter().fold(0, |hash, token| token.after(hash));
        let mut push = |first, hash, words, kind| {
            let (word, bit) = bit(first);
            self.firsts[word] |= bit;
            self.forms.push(OwnForm { first, hash, words, kind, what });
        };
        push(first.hash, hash, tokens.len(), kind);
        if tokens.len() > 1 {
            push(hash, hash, 1, kind);
        } else if let Kind::Weak(word) = kind {
            push(genitive(hash), genitive(hash), 1, Kind::Genitive(word));
        }
    }

    /// The record, as the one whose identities these are.
    pub(super) fn subject(&self) -> Subject {
        Subject::Record(self.own.number.clone())
    }

    /// Whether a form begins with the token of this hash.
    pub(super) fn begins_with(&self, hash: u64) -> bool {
        self.may_begin_with(hash) && self.forms.iter().any(|form| form.first == hash)
    }

    fn may_begin_with(&self, hash: u64) -> bool {
        let (word, bit) = bit(hash);
        self.firsts[word] & bit != 0
    }

    /// Reports what stands among the tokens.
    pub(super) fn search(&self, bytes: &[u8], tokens: &Tokens, found: &mut impl FnMut(What)) {
        let list = tokens.list();
        for (at, token) in list.iter().enumerate() {
            if !self.may_begin_with(token.hash) {
                continue;
            }
            for form in self.forms.iter().filter(|form| form.first == token.hash) {
                if form.stands_at(bytes, list, at) {
                    found(form.what);
                }
            }
        }
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

/// Words that ask for a verb before them: `Wil je dat doen?`
const PRONOUNS: [&str; 15] =
    ["ik", "je", "jij", "u", "hij", "zij", "ze", "wij", "we", "jullie", "men", "er", "het", "dit", "dat"];

/// A capital alone tells that a word this short is a name.
const SHORT: u8 = 2;

/// An ordinary word with an `s` at its end, shorter than this, is no genitive: `Als`.
const LONG_GENITIVE: u8 = 5;

impl OwnForm<'_> {
    fn stands_at(&self, bytes: &[u8], list: &[Token], at: usize) -> bool {
        let Some(run) = list.get(at..at + self.words) else { return false };
        let hash = run.iter().fold(0, |hash, token| token.after(hash));
        let is_one_part = run[1..].iter().all(|token| token.gap < Gap::Break);
        hash == self.hash && is_one_part && !self.is_ordinary_here(bytes, list, at)
    }

    /// Whether a weak word stands there as an ordinary one: in lower case, as a verb that asks, as a
    /// month in a date.
    fn is_ordinary_here(&self, bytes: &[u8], list: &[Token], at: usize) -> bool {
        let token = &list[at];
        let may_be_ordinary = |word: &str| is_ordinary(&word.to_lowercase()) || is_ordinary(&lower_case(bytes, token));
        match self.kind {
            Kind::Term => false,
            Kind::Weak(_) if !token.upper && token.length <= SHORT => true,
            Kind::Genitive(word) if may_be_ordinary(&format!("{word}s")) => {
                !token.upper || token.length < LONG_GENITIVE
            }
            Kind::Weak(word) | Kind::Genitive(word) if may_be_ordinary(word) => {
                !token.upper || asks(bytes, list, at) || is_date(list, at) || self.may_begin_sentence(token)
            }
            Kind::Weak(_) | Kind::Genitive(_) => false,
        }
    }

    /// An organisation is no person, who may well be named at the start of a sentence.
    fn may_begin_sentence(&self, token: &Token) -> bool {
        let begins = matches!(token.gap, Gap::Dot | Gap::DotSpace | Gap::Stop | Gap::Break);
        self.what == What::Organisation && begins
    }
}

/// Whether a verb that looks like a name asks something.
fn asks(bytes: &[u8], list: &[Token], at: usize) -> bool {
    let is_pronoun = |next: &Token| !next.upper && PRONOUNS.contains(&lower_case(bytes, next).as_str());
    list.get(at + 1).is_some_and(|next| next.gap == Gap::Space && is_pronoun(next))
}

/// Whether a month may stand there: `4 mei`, `Mei 2026`.
fn is_date(list: &[Token], at: usize) -> bool {
    let follows = |token: &Token| token.gap < Gap::Break;
    let is_day = |before: &Token| before.is_digits && before.length <= 2;
    let is_year = |after: &Token| after.is_digits && after.length == 4 && follows(after);
    let before = at.checked_sub(1).and_then(|before| list.get(before)).filter(|_| follows(&list[at]));
    before.is_some_and(is_day) || list.get(at + 1).is_some_and(is_year)
}

fn bit(hash: u64) -> (usize, u64) {
    let place = hash.wrapping_mul(0xd6e8_feb8_6659_fd93) >> 55;
    ((place >> 6) as usize, 1 << (place & 63))
}
