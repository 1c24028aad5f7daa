//! The gate. In: the identities of a register, and every file of the finished site. Out: the leaks. It shares
//! the identities with the masker, and no code: what the one misses, the other may see.
//!
//! Every file is searched for the strong forms of everyone; a record's own page also for the weak words
//! of its own identities. Case, diacritics, escapes and tags make no difference.

mod decode;
mod forms;
mod harmless;
mod index;
mod own;
mod page;
mod search;
mod sign;
#[cfg(test)]
mod tests;
mod tokens;

use std::collections::HashSet;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rayon::prelude::*;

use self::forms::{Compiler, Entry};
use self::index::Index;
use self::own::OwnForms;
use self::page::{Reader, Visitor};
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

/// Which gate it is: each that is made in a run has its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GateId(u64);

/// Everything that must not leave, in a form that is quick to search for.
#[derive(Debug)]
pub struct Gate {
    id: GateId,
    index: Index,
    subjects: Vec<Subject>,
    fixed: FixedWords,
    /// Readers that are at rest.
    readers: Mutex<Vec<Reader>>,
}

/// The name of the next gate.
static NEXT: AtomicU64 = AtomicU64::new(0);

/// How many records one thread compiles at a time.
const RECORDS_AT_A_TIME: usize = 256;

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
        chunks.into_iter().for_each(|chunk| all.append(chunk));
        let subjects = known.iter().map(|known| known.subject.clone()).collect();
        let id = GateId(NEXT.fetch_add(1, Ordering::Relaxed));
        Self { id, index: Index::new(all), subjects, fixed, readers: Mutex::default() }
    }

    /// Which gate it is.
    #[must_use]
    pub fn id(&self) -> GateId {
        self.id
    }

    /// Reads every byte of a file of the site, and its path; `own` tells whose page it is.
    #[must_use]
    pub fn search(&self, path: &str, bytes: &[u8], own: Option<Own<'_>>) -> Vec<Leak> {
        let own = own.map(|own| OwnForms::new(own, &self.fixed));
        let mut search = Search { gate: self, own, hits: Vec::new() };
        let mut reader = self.readers().pop().unwrap_or_else(Reader::new);
        reader.read_plain(path.as_bytes(), &mut search);
        let in_name = !search.hits.is_empty();
        reader.read_file(path, bytes, &mut search);
        self.readers().push(reader);
        // A path that tells who someone is must not stand in the message.
        let spot = if in_name { Spot::FileName } else { Spot::Page(path.to_owned()) };
        search.hits.into_iter().map(|(subject, what)| Leak { spot: spot.clone(), subject, what }).collect()
    }

    fn readers(&self) -> MutexGuard<'_, Vec<Reader>> {
        // A thread that panicked has left the list whole.
        self.readers.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A file that is being searched.
struct Search<'s> {
    gate: &'s Gate,
    own: Option<OwnForms<'s>>,
    /// Each once.
    hits: Vec<(Subject, What)>,
}

impl Visitor for Search<'_> {
    fn visit(&mut self, bytes: &[u8], tokens: &Tokens) -> bool {
        let Self { gate, own, hits } = self;
        let mut add = |subject: Subject, what: What| {
            if !hits.contains(&(subject.clone(), what)) {
                hits.push((subject, what));
            }
        };
        let mut has_strong_form = false;
        search::search(&gate.index, bytes, tokens, &mut |entry: &Entry| {
            has_strong_form = true;
            let own = own.as_ref().filter(|own| own.has(entry)).map(OwnForms::subject);
            add(own.unwrap_or_else(|| gate.subjects[entry.subject as usize].clone()), entry.what);
        });
        if let Some(own) = own {
            own.search(bytes, tokens, &mut |what| add(own.subject(), what));
        }
        !has_strong_form
    }

    fn passes(&self, words: &[u64]) -> bool {
        self.own.as_ref().is_none_or(|own| !words.iter().any(|word| own.begins_with(*word)))
    }
}
