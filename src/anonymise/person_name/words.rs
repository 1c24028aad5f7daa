//! The words of a name in a field, and what each may be in it. In: the text of a field. Out: its words.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::anonymise::lists::{BETWEEN_SURNAMES, PARTICLES, PARTICLES_OR_GIVEN, SUFFIXES, TITLES};

pub(super) const TITLE: u8 = 1;
pub(super) const PARTICLE: u8 = 2;
pub(super) const SUFFIX: u8 = 4;
pub(super) const BETWEEN: u8 = 8;
pub(super) const PARTICLE_OR_GIVEN: u8 = 16;

/// What each word of the lists may be in a name: one look-up a word instead of one a list.
static ROLES: LazyLock<HashMap<&str, u8>> = LazyLock::new(|| {
    let lists = [
        (&TITLES[..], TITLE),
        (&PARTICLES[..], PARTICLE),
        (&SUFFIXES[..], SUFFIX),
        (&BETWEEN_SURNAMES[..], BETWEEN),
        (&PARTICLES_OR_GIVEN[..], PARTICLE_OR_GIVEN),
    ];
    let mut roles = HashMap::new();
    for (list, role) in lists {
        list.iter().for_each(|word| *roles.entry(*word).or_default() |= role);
    }
    roles
});

/// A word of a name with how it stands there.
#[derive(Clone)]
pub(super) struct Token<'a> {
    pub word: &'a str,
    /// The word in lower case.
    pub plain: String,
    /// What it may be.
    pub roles: u8,
    /// A full stop follows.
    pub dotted: bool,
    /// An apostrophe follows.
    pub elided: bool,
    /// A hyphen joins it to the word before.
    pub joined: bool,
}

impl Token<'_> {
    pub fn may_be(&self, role: u8) -> bool {
        self.roles & role != 0
    }

    pub fn is_particle(&self) -> bool {
        self.may_be(PARTICLE)
    }

    pub fn is_capital(&self) -> bool {
        self.word.chars().next().is_some_and(char::is_uppercase)
    }

    /// A letter or two with a full stop, or a single capital.
    pub fn is_initial(&self) -> bool {
        let length = self.word.chars().filter(|sign| sign.is_alphabetic()).count();
        (self.dotted && length <= 2) || (length == 1 && self.is_capital() && !self.elided)
    }
}

pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    let mut joined = false;
    while let Some(start) = rest.find(is_name_letter) {
        joined |= rest[..start].contains(['-', '\u{2010}', '\u{2011}', '–']);
        let after = &rest[start..];
        let end = after.find(|sign| !is_name_letter(sign)).unwrap_or(after.len());
        let next = after[end..].chars().next();
        let (dotted, elided) = (next == Some('.'), matches!(next, Some('\'' | '’' | '‘' | '`')));
        let word = &after[..end];
        let plain = word.to_lowercase();
        let roles = ROLES.get(plain.as_str()).copied().unwrap_or_default();
        tokens.push(Token { word, plain, roles, dotted, elided, joined });
        joined = false;
        rest = &after[end..];
    }
    tokens
}

/// A letter, or a mark that belongs to one.
fn is_name_letter(sign: char) -> bool {
    sign.is_alphabetic() || matches!(sign, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}')
}
