//! The gate. In: the identities of a register, and every file of the finished site. Out: the leaks. It shares
//! the identities with the masker, and no code: what the one misses, the other may see.
//!
//! Every file is searched for the strong forms of everyone; a record's own page also for the weak words
//! of its own identities. Case, diacritics, escapes and tags make no difference.

mod decode;
mod forms;
mod index;
mod own;
mod page;
mod search;
mod sign;
#[cfg(test)]
mod tests;
mod tokens;

use std::cell::RefCell;
use std::collections::HashSet;

use rayon::prelude::*;

use self::forms::{Compiler, Entry};
use self::index::Index;
use self::own::OwnForms;
use self::page::Reader;
use self::tokens::Tokens;
use super::leak::{Leak, Spot, Subject, What};
use crate::anonymise::{Datum, Identity, Party};
use crate::complaint::Number;

/// Someone or something to look for, wherever it stands.
#[derive(Clone, Debug)]
pub struct Known<'a> {
    /// Whose identities these are.
    pub subject: Subject,
    /// The identities; their strong forms count.
    pub identities: &'a [Identity],
}

/// What a page of one record is searched for besides.
#[derive(Clone, Copy, Debug)]
pub struct Own<'a> {
    /// The record.
    pub number: &'a Number,
    /// Its own identities; their weak words count, but those of colleagues whom it does not name.
    pub identities: &'a [Identity],
}

/// Words that stand in the site whatever the complaints say: those of templates, protocol and messages. They
/// are no weak words.
#[derive(Clone, Debug, Default)]
pub struct FixedWords(HashSet<u64>);

impl FixedWords {
    /// The words of these texts: sources of templates, settings, messages.
    #[must_use]
    pub fn of<'t>(texts: impl IntoIterator<Item = &'t str>) -> Self {
        let mut words = HashSet::new();
        let mut reader = Reader::new();
        for text in texts {
            let mut add = |_: &[u8], tokens: &Tokens| words.extend(tokens.list().iter().map(|token| token.hash));
            reader.read_file("", text.as_bytes(), &mut add);
        }
        Self(words)
    }
}

/// Everything that must not leave, in a form that is quick to search for.
#[derive(Debug)]
pub struct Gate {
    index: Index,
    subjects: Vec<Subject>,
    fixed: FixedWords,
}

/// How many records one thread compiles at a time.
const RECORDS_AT_A_TIME: usize = 256;

thread_local! {
    static READER: RefCell<Reader> = RefCell::new(Reader::new());
}

impl Gate {
    /// A gate against the strong forms of everyone in `known`; where two have the same, the leak names
    /// the first.
    #[must_use]
    pub fn new(known: &[Known<'_>], fixed: FixedWords) -> Self {
        let compile = |(chunk, known): (usize, &[Known<'_>])| {
            let mut compiler = Compiler::new();
            let mut people = HashSet::new();
            for (place, known) in known.iter().enumerate() {
                let subject = u32::try_from(chunk * RECORDS_AT_A_TIME + place).unwrap_or(u32::MAX);
                for identity in known.identities {
                    // The same few employees stand in most records.
                    let again = match &identity.datum {
                        Datum::Person(name) if identity.party != Party::Complainant => !people.insert(name),
                        _ => false,
                    };
                    if !again {
                        compiler.add_identity(identity, subject);
                    }
                }
            }
            compiler
        };
        let chunks: Vec<Compiler> = known.par_chunks(RECORDS_AT_A_TIME).enumerate().map(compile).collect();
        let mut all = Compiler::new();
        all.add_titles();
        for chunk in chunks {
            all.entries.extend(chunk.entries);
            all.beginnings.extend(chunk.beginnings);
        }
        let subjects = known.iter().map(|known| known.subject.clone()).collect();
        Self { index: Index::new(all.entries, &all.beginnings), subjects, fixed }
    }

    /// Reads every byte of a file of the site, and its path; `own` tells whose page it is.
    #[must_use]
    pub fn search(&self, path: &str, bytes: &[u8], own: Option<Own<'_>>) -> Vec<Leak> {
        let own = own.map(|own| OwnForms::new(own, &self.fixed));
        READER.with_borrow_mut(|reader| {
            let mut hits = Vec::new();
            reader.read_plain(path.as_bytes(), &mut |bytes, tokens| self.visit(bytes, tokens, own.as_ref(), &mut hits));
            let in_name = !hits.is_empty();
            reader.read_file(path, bytes, &mut |bytes, tokens| self.visit(bytes, tokens, own.as_ref(), &mut hits));
            // A path that tells who someone is must not stand in the message.
            let spot = if in_name { Spot::FileName } else { Spot::Page(path.to_owned()) };
            hits.into_iter().map(|(subject, what)| Leak { spot: spot.clone(), subject, what }).collect()
        })
    }

    /// Searches a stretch of tokens.
    fn visit(&self, bytes: &[u8], tokens: &Tokens, own: Option<&OwnForms<'_>>, hits: &mut Vec<(Subject, What)>) {
        let mut add = |subject: Subject, what: What| {
            if !hits.contains(&(subject.clone(), what)) {
                hits.push((subject, what));
            }
        };
        search::search(&self.index, bytes, tokens, &mut |entry: &Entry| {
            let own = own.filter(|own| own.has(entry)).map(OwnForms::subject);
            add(own.unwrap_or_else(|| self.subjects[entry.subject as usize].clone()), entry.what);
        });
        if let Some(own) = own {
            own.search(bytes, tokens, &mut |what| add(own.subject(), what));
        }
    }
}
