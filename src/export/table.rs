//! `register.csv`: a line for each complaint (RFC 4180: commas, CRLF, UTF-8). In: the listings. Out: cells that no
//! spreadsheet takes for a formula.

use csv::{Terminator, WriterBuilder};

use super::IN_MEMORY;
use crate::views::{
    Audience, Day, Key, ListedComplainant, ListedTerm, Listing, Listings, MeasureState, TermKind, Text, Who, Word,
};

/// A column: its name, after the key in a complaint file, and its cell.
pub(super) type Column = (&'static str, fn(&Listing) -> Cell);

/// What stands in a cell.
pub(super) enum Cell {
    /// Words.
    Text(String),
    /// A day; nothing where there is none.
    Day(Option<Day>),
    /// A number; nothing where there is none.
    Count(Option<u32>),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl Cell {
    /// The cell as plain text.
    fn words(self) -> String {
        match self {
            Self::Text(text) => text,
            Self::Day(day) => day.map(|Day(date)| date.to_string()).unwrap_or_default(),
            Self::Count(count) => count.map(|count| count.to_string()).unwrap_or_default(),
        }
    }
}

/// Measures in whatever state.
const ALL: [MeasureState; 3] = [MeasureState::Done, MeasureState::Open, MeasureState::Late];

const WHAT: [Column; 7] = [
    ("nummer", |it| it.number.to_string().into()),
    ("onderwerp", |it| written(it.subject.as_ref())),
    ("ontvangen", |it| day(it.received)),
    ("kanaal", |it| it.channel.as_ref().map_or("", Word::as_str).into()),
    ("betreft", |it| list(&it.kinds)),
    ("oorzaak", |it| list(&it.causes)),
    ("behandelaar", |it| it.handler.as_ref().map_or("", Who::as_str).into()),
];

/// For the management alone. A file of lines has no head to say that it is confidential, so each line does.
const PEOPLE: [Column; 8] = [
    ("vertrouwelijk", |_| "ja".into()),
    ("indiener.naam", |it| complainant(it, |them| &them.name)),
    ("indiener.telefoon", |it| complainant(it, |them| &them.phone)),
    ("indiener.e-mail", |it| complainant(it, |them| &them.email)),
    ("indiener.organisatie", |it| complainant(it, |them| &them.organisation)),
    ("indiener.adres", |it| complainant(it, |them| &them.address)),
    ("ontvanger", |it| written(it.people.as_ref().and_then(|people| people.receiver.as_ref()))),
    ("betrokken", involved),
];

/// The last is a word, on every line: the gate would read a date there and the number that begins the next line as the
/// digits of one telephone number.
const COURSE: [Column; 32] = [
    ("vervolg-op", |it| it.follows.as_ref().map(ToString::to_string).unwrap_or_default().into()),
    ("volgende-termijn.termijn", |it| it.next.map_or("", |next| next.kind.word()).into()),
    ("volgende-termijn.uiterlijk", |it| day(it.next.map(|next| next.due))),
    ("bevestiging.uiterlijk", |it| due(it, TermKind::Confirmation)),
    ("bevestiging.gedaan", |it| done(it, TermKind::Confirmation)),
    ("bevestiging.stand", |it| state(it, TermKind::Confirmation)),
    ("registratie.uiterlijk", |it| due(it, TermKind::Registration)),
    ("registratie.gedaan", |it| done(it, TermKind::Registration)),
    ("registratie.stand", |it| state(it, TermKind::Registration)),
    ("afhandeling.uiterlijk", |it| due(it, TermKind::Handling)),
    ("afhandeling.gedaan", |it| done(it, TermKind::Handling)),
    ("afhandeling.stand", |it| state(it, TermKind::Handling)),
    ("uitspraak.uiterlijk", |it| due(it, TermKind::Ruling)),
    ("uitspraak.gedaan", |it| done(it, TermKind::Ruling)),
    ("uitspraak.stand", |it| state(it, TermKind::Ruling)),
    ("doorlooptijd.uiterlijk", |it| due(it, TermKind::Total)),
    ("doorlooptijd.stand", |it| state(it, TermKind::Total)),
    ("doorlooptijd-dagen", |it| Cell::Count(it.lead_days)),
    ("afgehandeld", |it| day(it.handled)),
    ("beroep.ingesteld", |it| day(it.appeal.as_ref().and_then(|appeal| appeal.lodged))),
    ("beroep.uitkomst", |it| key(it.appeal.as_ref().and_then(|appeal| appeal.outcome))),
    ("maatregelen", |it| measures(it, &ALL)),
    ("maatregelen.open", |it| measures(it, &[MeasureState::Open])),
    ("maatregelen.te-laat", |it| measures(it, &[MeasureState::Late])),
    ("nazorg.datum", |it| day(it.after_care.as_ref().and_then(|after_care| after_care.day))),
    ("nazorg.tevreden", |it| key(it.after_care.as_ref().and_then(|after_care| after_care.satisfied))),
    ("gesloten", |it| day(it.closed)),
    ("beeindigd.datum", |it| day(it.ending.as_ref().and_then(|ending| ending.day))),
    ("beeindigd.reden", |it| key(it.ending.as_ref().and_then(|ending| ending.reason))),
    ("besproken", |it| day(it.discussed)),
    ("bijgewerkt", |it| day(it.updated)),
    ("status", |it| Key::from(it.status).as_str().into()),
];

pub(super) fn columns(audience: Audience) -> Vec<Column> {
    let people: &[Column] = if audience == Audience::Management { &PEOPLE } else { &[] };
    [&WHAT, people, &COURSE].concat()
}

/// The register as CSV, with a header.
#[must_use]
pub fn csv(listings: &Listings) -> Vec<u8> {
    let mut table = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    let columns = columns(listings.audience);
    table.write_record(columns.iter().map(|(name, _)| name)).expect(IN_MEMORY);
    for listing in &listings.complaints {
        table.write_record(columns.iter().map(|(_, cell)| harmless(&cell(listing).words()))).expect(IN_MEMORY);
    }
    table.into_inner().expect(IN_MEMORY)
}

fn day(day: Option<Day>) -> Cell {
    Cell::Day(day)
}

fn key(key: Option<Key>) -> Cell {
    key.map_or("", Key::as_str).into()
}

fn written(text: Option<&Text>) -> Cell {
    text.map_or("", Text::as_str).into()
}

fn complainant(listing: &Listing, of: fn(&ListedComplainant) -> &Option<Text>) -> Cell {
    written(listing.people.as_ref().and_then(|people| of(&people.complainant).as_ref()))
}

fn involved(listing: &Listing) -> Cell {
    let involved = listing.people.iter().flat_map(|people| &people.involved);
    involved.map(Text::as_str).collect::<Vec<_>>().join("; ").into()
}

fn list(words: &[Word]) -> Cell {
    let words: Vec<&str> = words.iter().map(Word::as_str).collect();
    words.join("; ").into()
}

fn term(listing: &Listing, kind: TermKind) -> Option<&ListedTerm> {
    listing.terms.iter().find(|term| term.kind == kind)
}

fn due(listing: &Listing, kind: TermKind) -> Cell {
    day(term(listing, kind).map(|term| term.due))
}

fn done(listing: &Listing, kind: TermKind) -> Cell {
    day(term(listing, kind).and_then(|term| term.done))
}

fn state(listing: &Listing, kind: TermKind) -> Cell {
    key(term(listing, kind).map(|term| term.state.into()))
}

fn measures(listing: &Listing, states: &[MeasureState]) -> Cell {
    let count = listing.measures.iter().filter(|measure| states.contains(&measure.state)).count();
    Cell::Count(Some(u32::try_from(count).unwrap_or(u32::MAX)))
}

/// The signs with which a spreadsheet lets a formula begin, also in their full-width forms.
const FORMULA_SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// The text with an apostrophe before each sign that would begin a formula: at the start of the cell, and where a
/// spreadsheet that separates by something else than commas (a Dutch one by `;`) would let a cell start.
fn harmless(text: &str) -> String {
    let mut cell = String::with_capacity(text.len());
    let mut is_start = true;
    for sign in text.chars() {
        if is_start && FORMULA_SIGNS.contains(&sign) {
            cell.push('\'');
            is_start = false;
        }
        is_start = matches!(sign, ';' | '\t' | '\n' | '\r') || (is_start && is_passed_over(sign));
        cell.push(sign);
    }
    cell
}

/// Whether a spreadsheet passes over a sign on its way to the start of a cell: space, quotation mark, or nothing that
/// can be seen.
fn is_passed_over(sign: char) -> bool {
    sign.is_whitespace()
        || sign.is_control()
        || matches!(sign, '"' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_begins_a_formula() {
        for (text, cell) in [
            ("=1+1", "'=1+1"),
            ("+31 20", "'+31 20"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            (" =1", " '=1"),
            ("\t=1", "\t'=1"),
            ("\r\n=1", "\r\n'=1"),
            ("\u{feff}\u{a0}=1", "\u{feff}\u{a0}'=1"),
            ("＝1", "'＝1"),
            ("＠A1", "'＠A1"),
            ("aard; =cmd", "aard; '=cmd"),
            ("aard;\"=cmd", "aard;\"'=cmd"),
            ("aard\t-1", "aard\t'-1"),
            ("==1", "'==1"),
            ("'=1", "'=1"),
            ("e-mail", "e-mail"),
            ("3 = 2 + 1, of niet", "3 = 2 + 1, of niet"),
            ("", ""),
        ] {
            assert_eq!(harmless(text), cell, "{text:?}");
        }
    }

    #[test]
    fn every_column_has_its_own_name() {
        let columns = columns(Audience::Management);
        let mut names: Vec<&str> = columns.iter().map(|(name, _)| *name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), columns.len());
    }
}
