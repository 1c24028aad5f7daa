//! One record's texts, masked. In: a complaint and its file. Out: subject, sections and other texts with
//! the same mask for the same person in all of them.

use std::cell::RefCell;
use std::ops::Range;

use super::beside::{MaskedField, Part, SideBySide};
use super::body::Body;
use super::fold::{HashKeyed, WordHash};
use super::html::Source;
use super::inquiry::{Asked, Inquiry, Notes};
use super::lexicon::{Classes, look_up_all};
use super::mask::Masks;
use super::masked::{Anonymised, MaskSpan, Masked, MaskedHtml};
use super::mention;
use super::names::Names;
use super::own::Own;
use super::own_identities::OwnIdentities;
use super::patterns;
use super::reading::{RecordText, TextKind};
use super::resolve::{Evidence, Hit, meaning_of, resolve};
use super::search::Search;
use super::tokens::{Token, tokenise, tokens_of};
use super::unknown;
use crate::complaint::Complaint;
use crate::markdown::{DIVIDER, Flat};
use crate::personal::Personal;
use crate::source::Span;
use crate::yaml::Field;

/// Masks the texts of one record. They are read side by side, so that whoever is found in one of them is
/// known in all, and numbers follow the order in which a reader meets the people.
#[derive(Debug)]
pub struct RecordMasker<'a> {
    finder: Finder<'a>,
    complaint: &'a Complaint,
    body: Body<'a>,
    spans: Vec<MaskSpan>,
    subject: Option<MaskedField>,
    measures: Vec<Option<MaskedField>>,
    reasons: Vec<Option<MaskedField>>,
}

impl<'a> RecordMasker<'a> {
    pub(super) fn new(
        (names, notes): (&'a Names, Option<Notes>),
        text: &'a str,
        complaint: &'a Complaint,
        identities: &OwnIdentities<'_>,
    ) -> Self {
        let body = Body::of(text, complaint);
        let finder = Finder { notes, ..Finder::new(names, own_of(names, identities), complaint.keep.given()) };
        let mut beside = SideBySide::default();
        let subject = beside.add_field(&complaint.subject);
        let whole = beside.add(text, Flat::new(text, body.span, &body.events));
        let measures: Vec<_> = complaint.measures.given().map(|measure| beside.add_field(&measure.what)).collect();
        let reasons: Vec<_> = complaint.overruns.given().map(|overrun| beside.add_field(&overrun.reason)).collect();
        let mut masks = Masks::default();
        let (subject, spans, measures, reasons) = finder.found(beside.text(), |hits| {
            let masked = |part: Option<Part<'_>>, masks: &mut Masks| Some(part?.masked(hits, masks));
            let subject = masked(subject, &mut masks);
            let spans = whole.spans(hits, &mut masks);
            let mut all = |parts: Vec<_>| parts.into_iter().map(|part| masked(part, &mut masks)).collect();
            (subject, spans, all(measures), all(reasons))
        });
        Self { finder, complaint, body, spans, subject, measures, reasons }
    }

    /// What the complaint is about.
    #[must_use]
    pub fn subject(&self) -> Option<&Masked> {
        self.subject.as_ref().map(|field| &field.text)
    }

    /// What each measure is, where that was filled in; in the order of the record.
    pub fn measures(&self) -> impl Iterator<Item = Option<&Masked>> {
        self.measures.iter().map(|field| field.as_ref().map(|field| &field.text))
    }

    /// Why each missed term was missed, likewise.
    pub fn reasons(&self) -> impl Iterator<Item = Option<&Masked>> {
        self.reasons.iter().map(|field| field.as_ref().map(|field| &field.text))
    }

    /// A part of the body as HTML. Headings in it stand below the third level; it has no ids.
    #[must_use]
    pub fn section(&self, content: Span) -> MaskedHtml {
        let source = Source { text: self.body.text, spans: &self.spans };
        MaskedHtml::written(source.html(self.body.events_of(content), |target| self.finder.is_clean(target)))
    }

    /// A part of the body as plain text, a line for each block: for a search, or a heading.
    #[must_use]
    pub fn section_text(&self, content: Span) -> Masked {
        let source = Source { text: self.body.text, spans: &self.spans };
        Masked::written(source.plain(self.body.events_of(content)))
    }

    /// The whole body as it was written, with its masks.
    #[must_use]
    pub fn body(&self) -> Anonymised {
        Anonymised::new(self.body.text, self.body.span, &self.spans)
    }

    /// Every text that pages show: the subject, the body, measures and reasons.
    #[must_use]
    pub fn texts(&self) -> Vec<RecordText> {
        let of_field = |kind: TextKind, field: &Field<Personal>, masked: Option<&MaskedField>| {
            let (words, at) = field.placed()?;
            let whole = Span::new(0, words.reveal().len());
            Some(RecordText { kind, at, text: Anonymised::new(words.reveal(), whole, &masked?.spans) })
        };
        let subject = of_field(TextKind::Subject, &self.complaint.subject, self.subject.as_ref());
        let body = RecordText { kind: TextKind::Body, at: self.body.span, text: self.body() };
        let measures = self.complaint.measures.given().zip(&self.measures);
        let measures = measures.filter_map(|(own, masked)| of_field(TextKind::Measure, &own.what, masked.as_ref()));
        let reasons = self.complaint.overruns.given().zip(&self.reasons);
        let reasons = reasons.filter_map(|(own, masked)| of_field(TextKind::Reason, &own.reason, masked.as_ref()));
        subject.into_iter().chain([body]).chain(measures).chain(reasons).collect()
    }

    /// What these texts asked of the names, as far as they have been masked and shown; none where that is not noted.
    #[must_use]
    pub fn asked(&self) -> Option<Asked> {
        self.finder.notes.as_ref().map(Asked::of)
    }

    pub(super) fn complaint(&self) -> &'a Complaint {
        self.complaint
    }

    /// The masks of the body; spans are bytes of the file.
    #[must_use]
    pub fn spans(&self) -> &[MaskSpan] {
        &self.spans
    }
}

/// The masks of a text that belongs to no record.
pub(super) fn spans_of(names: &Names, text: &str) -> Vec<MaskSpan> {
    let finder = Finder::new(names, Own::default(), std::iter::empty());
    let whole = SideBySide::default().add(text, Flat::verbatim(text));
    finder.found(text, |hits| whole.spans(hits, &mut Masks::default()))
}

/// What a record knows by itself. Employees on the staff list are known already.
fn own_of(names: &Names, identities: &OwnIdentities<'_>) -> Own {
    let mut colleagues = Vec::new();
    let mut strangers = Vec::new();
    for (name, people) in identities.of_employees() {
        match names.on_staff(name) {
            Some(keys) => colleagues.extend(keys.iter().copied().zip(people)),
            None => strangers.extend(people),
        }
    }
    let known = identities.of_complainant().iter().chain(strangers).chain(identities.terms());
    let mut own = Own::new(known, Some(names.staff()), |word| names.particle(word));
    own.add_colleagues(colleagues);
    own
}

/// Finds what must be masked in the texts of one record.
#[derive(Debug)]
struct Finder<'a> {
    names: &'a Names,
    notes: Option<Notes>,
    own: Own,
    keep: Keep,
}

thread_local! {
    static ROOM: RefCell<Room> = RefCell::default();
}

/// Room that the search of one text leaves to the next.
#[derive(Debug, Default)]
struct Room {
    tokens: Vec<Token>,
    classes: Vec<Classes>,
    hits: Vec<Hit>,
    patterns: Vec<patterns::Hit>,
    kept: Vec<Span>,
    unknown: unknown::Room,
}

impl<'a> Finder<'a> {
    fn new<'k>(names: &'a Names, own: Own, keep: impl Iterator<Item = &'k Personal>) -> Self {
        Self { names, notes: None, own, keep: Keep::new(keep) }
    }

    /// Whether nothing in a text has to be masked.
    fn is_clean(&self, text: &str) -> bool {
        self.found(text, <[Hit]>::is_empty)
    }

    /// Hands over everything in a text that has to be masked, resolved.
    fn found<T>(&self, text: &str, take: impl FnOnce(&[Hit]) -> T) -> T {
        ROOM.with_borrow_mut(|room| {
            self.find(text, room);
            take(&room.hits)
        })
    }

    /// Leaves everything in a text that has to be masked, resolved, in `room.hits`.
    fn find(&self, text: &str, room: &mut Room) {
        room.hits.clear();
        if text.contains(DIVIDER) {
            // Words that a mark divides are read as two as well; the spaces are as long as the divider.
            let divided = text.replace(DIVIDER, "   ");
            self.find_known(&divided, room);
        }
        self.find_known(text, room);
        patterns::find(text, &mut room.patterns);
        self.keep.find(&room.tokens, &mut room.kept);
        room.patterns.retain(|hit| !is_kept(&room.kept, &hit.range));
        room.hits.extend(room.patterns.iter().map(|hit| Hit {
            range: hit.range.clone(),
            meaning: meaning_of(hit.kind),
            evidence: Evidence::Pattern,
        }));
        resolve(text, &mut room.hits);
        let known = room.hits.len();
        unknown::find(text, &room.tokens, &room.classes, &mut room.unknown, &mut room.hits);
        if room.hits.len() > known {
            room.hits.retain(|hit| !hit.evidence.is_sign() || !is_kept(&room.kept, &hit.range));
            resolve(text, &mut room.hits);
        }
        let resolved = room.hits.len();
        mention::behind::find(&self.search(text, &room.tokens, &room.classes), &mut room.hits);
        if room.hits.len() > resolved {
            resolve(text, &mut room.hits);
        }
    }

    fn find_known(&self, text: &str, room: &mut Room) {
        tokenise(text, &mut room.tokens);
        look_up_all(&room.tokens, &mut room.classes);
        self.search(text, &room.tokens, &room.classes).find(&mut room.hits);
    }

    fn search<'s>(&'s self, text: &'s str, tokens: &'s [Token], classes: &'s [Classes]) -> Search<'s> {
        Search { text, tokens, classes, names: Inquiry::new(self.names, self.notes.as_ref()), own: &self.own }
    }
}

/// Words that only look like data of someone (`niet-anonimiseren`), by their first word.
#[derive(Debug, Default)]
struct Keep(HashKeyed<Vec<Vec<WordHash>>>);

impl Keep {
    fn new<'k>(words: impl Iterator<Item = &'k Personal>) -> Self {
        let mut keep = Self::default();
        for words in words {
            let hashes: Vec<_> = tokens_of(words.reveal()).iter().map(|token| token.hash).collect();
            if let Some(first) = hashes.first() {
                keep.0.entry(*first).or_default().push(hashes);
            }
        }
        keep
    }

    /// Leaves the places of words to keep in `kept`, sorted by their starts and their ends.
    fn find(&self, tokens: &[Token], kept: &mut Vec<Span>) {
        kept.clear();
        if self.0.is_empty() {
            return;
        }
        for (at, token) in tokens.iter().enumerate() {
            let phrases = self.0.get(&token.hash).into_iter().flatten();
            let here = phrases.filter(|phrase| {
                let words = tokens[at..].iter().map(|token| token.hash);
                phrase.iter().copied().eq(words.take(phrase.len()))
            });
            let Some(longest) = here.map(Vec::len).max() else { continue };
            let end = tokens[at + longest - 1].end;
            // Within longer words to keep, shorter ones add nothing: so both starts and ends rise.
            if kept.last().is_none_or(|last| last.end < end) {
                kept.push(Span::new(token.start, end));
            }
        }
    }
}

/// Whether a place lies within words to keep.
fn is_kept(kept: &[Span], range: &Range<usize>) -> bool {
    let before = kept.partition_point(|kept| kept.start <= range.start);
    kept[..before].last().is_some_and(|kept| range.end <= kept.end)
}
