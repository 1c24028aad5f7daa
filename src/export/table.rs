//! `register.csv`: a line for each complaint (RFC 4180: commas, CRLF, UTF-8). In: the listings. Out: cells that no
//! spreadsheet takes for a formula.

use csv::{Terminator, WriterBuilder};

use super::IN_MEMORY;
use crate::views::{
    Audience, Day, Key, ListedComplainant, ListedTerm, Listing, Listings, MeasureState, TermKind, Text, Who, Word,
};

/// A column: its name, after the key in a complaint file, and its cell.
type Column = (&'static str, fn(&Listing) -> String);

const WHAT: [Column; 7] = [
    ("nummer", |it| it.number.to_string()),
    ("onderwerp", |it| written(it.subject.as_ref())),
    ("ontvangen", |it| day(it.received)),
    ("kanaal", |it| it.channel.as_ref().map_or("", Word::as_str).to_owned()),
    ("betreft", |it| list(&it.kinds)),
    ("oorzaak", |it| list(&it.causes)),
    ("behandelaar", |it| it.handler.as_ref().map_or("", who).to_owned()),
];

/// For the management alone. A file of lines has no head to say that it is confidential, so each line does.
const PEOPLE: [Column; 8] = [
    ("vertrouwelijk", |_| "ja".to_owned()),
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
    ("vervolg-op", |it| text(&it.follows)),
    ("volgende-termijn.termijn", |it| it.next.map_or("", |next| next.kind.word()).to_owned()),
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
    ("doorlooptijd-dagen", |it| text(&it.lead_days)),
    ("afgehandeld", |it| day(it.handled)),
    ("beroep.ingesteld", |it| day(it.appeal.as_ref().and_then(|appeal| appeal.lodged))),
    ("beroep.uitkomst", |it| key(it.appeal.as_ref().and_then(|appeal| appeal.outcome))),
    ("maatregelen", |it| it.measures.len().to_string()),
    ("maatregelen.open", |it| measures(it, MeasureState::Open)),
    ("maatregelen.te-laat", |it| measures(it, MeasureState::Late)),
    ("nazorg.datum", |it| day(it.after_care.as_ref().and_then(|after_care| after_care.day))),
    ("nazorg.tevreden", |it| key(it.after_care.as_ref().and_then(|after_care| after_care.satisfied))),
    ("gesloten", |it| day(it.closed)),
    ("beeindigd.datum", |it| day(it.ending.as_ref().and_then(|ending| ending.day))),
    ("beeindigd.reden", |it| key(it.ending.as_ref().and_then(|ending| ending.reason))),
    ("besproken", |it| day(it.discussed)),
    ("bijgewerkt", |it| day(it.updated)),
    ("status", |it| Key::from(it.status).as_str().to_owned()),
];

fn columns(audience: Audience) -> Vec<Column> {
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
        table.write_record(columns.iter().map(|(_, cell)| harmless(&cell(listing)))).expect(IN_MEMORY);
    }
    table.into_inner().expect(IN_MEMORY)
}

fn text(value: &Option<impl ToString>) -> String {
    value.as_ref().map(ToString::to_string).unwrap_or_default()
}

fn day(day: Option<Day>) -> String {
    day.map(|Day(date)| date.to_string()).unwrap_or_default()
}

fn key(key: Option<Key>) -> String {
    key.map_or("", Key::as_str).to_owned()
}

fn who(who: &Who) -> &str {
    match who {
        Who::Role(role) => role.word(),
        Who::Person(name) => name.as_str(),
    }
}

fn written(text: Option<&Text>) -> String {
    text.map_or("", Text::as_str).to_owned()
}

fn complainant(listing: &Listing, of: fn(&ListedComplainant) -> &Option<Text>) -> String {
    written(listing.people.as_ref().and_then(|people| of(&people.complainant).as_ref()))
}

fn involved(listing: &Listing) -> String {
    let involved = listing.people.iter().flat_map(|people| &people.involved);
    involved.map(Text::as_str).collect::<Vec<_>>().join("; ")
}

fn list(words: &[Word]) -> String {
    let words: Vec<&str> = words.iter().map(Word::as_str).collect();
    words.join("; ")
}

fn term(listing: &Listing, kind: TermKind) -> Option<&ListedTerm> {
    listing.terms.iter().find(|term| term.kind == kind)
}

fn due(listing: &Listing, kind: TermKind) -> String {
    day(term(listing, kind).map(|term| term.due))
}

fn done(listing: &Listing, kind: TermKind) -> String {
    day(term(listing, kind).and_then(|term| term.done))
}

fn state(listing: &Listing, kind: TermKind) -> String {
    key(term(listing, kind).map(|term| term.state.into()))
}

fn measures(listing: &Listing, state: MeasureState) -> String {
    listing.measures.iter().filter(|measure| measure.state == state).count().to_string()
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
