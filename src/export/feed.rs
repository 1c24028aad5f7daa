//! `klachten.atom`: complaints that are new or have changed (RFC 4287). In: the listings. Out: a feed of the newest, each
//! with its number, what it is about and its status in words.

use std::cmp::Reverse;
use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::{FEED_PATH, IN_MEMORY, identifier};
use crate::views::{Day, Listing, Listings, Word};

/// How many complaints stand in the feed.
const NEWEST: usize = 50;

type Feed = Writer<Vec<u8>>;

/// The complaints in which something happened last, as a feed.
#[must_use]
pub fn atom(listings: &Listings) -> Vec<u8> {
    let mut feed = Writer::new_with_indent(Vec::new(), b' ', 2);
    write(&mut feed, listings).expect(IN_MEMORY);
    let mut bytes = feed.into_inner();
    bytes.push(b'\n');
    bytes
}

fn write(feed: &mut Feed, listings: &Listings) -> io::Result<()> {
    feed.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    let root = [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", "nl")];
    let newest = newest(listings);
    let updated = newest.first().map_or(listings.built, |(day, _)| *day);
    let register = identifier::of_register(listings);
    feed.create_element("feed").with_attributes(root).write_inner_content(|feed| {
        let organisation = listings.organisation.as_ref().map(Word::as_str);
        let title = organisation.map_or("Klachtenregister".to_owned(), |name| format!("Klachtenregister {name}"));
        element(feed, "id", &register.urn().to_string())?;
        element(feed, "title", &title)?;
        element(feed, "subtitle", listings.audience.notice())?;
        element(feed, "updated", &midnight(updated))?;
        feed.create_element("author")
            .write_inner_content(|author| element(author, "name", organisation.unwrap_or("Klachtenregister")))?;
        link(feed, "self", "application/atom+xml", FEED_PATH)?;
        link(feed, "alternate", "text/html", "index.html")?;
        newest.iter().try_for_each(|&(day, listing)| {
            let id = identifier::of_complaint(&register, &listing.number);
            entry(feed, &id.urn().to_string(), day, listing)
        })
    })?;
    Ok(())
}

/// Of complaints with events on the same day the higher number comes first.
fn newest(listings: &Listings) -> Vec<(Day, &Listing)> {
    let dated = listings.complaints.iter().rev().filter_map(|listing| Some((listing.updated?, listing)));
    let mut newest: Vec<_> = dated.collect();
    newest.sort_by_key(|&(day, _)| Reverse(day));
    newest.truncate(NEWEST);
    newest
}

fn entry(feed: &mut Feed, id: &str, updated: Day, listing: &Listing) -> io::Result<()> {
    let number = &listing.number;
    feed.create_element("entry").write_inner_content(|entry| {
        let title = listing.subject.as_ref().map(|subject| format!("{number}: {}", subject.as_str()));
        element(entry, "id", id)?;
        element(entry, "title", &title.unwrap_or_else(|| number.to_string()))?;
        element(entry, "updated", &midnight(updated))?;
        if let Some(received) = listing.received {
            element(entry, "published", &midnight(received))?;
        }
        link(entry, "alternate", "text/html", &format!("klachten/{number}.html"))?;
        element(entry, "summary", &format!("Status: {}.", listing.status.word()))
    })?;
    Ok(())
}

fn element(feed: &mut Feed, name: &str, text: &str) -> io::Result<()> {
    feed.create_element(name).write_text_content(BytesText::new(&without_controls(text)))?;
    Ok(())
}

fn link(feed: &mut Feed, relation: &str, kind: &str, address: &str) -> io::Result<()> {
    feed.create_element("link")
        .with_attributes([("rel", relation), ("type", kind), ("href", address)])
        .write_empty()?;
    Ok(())
}

/// The registers tell days and no times.
fn midnight(Day(date): Day) -> String {
    format!("{date}T00:00:00Z")
}

/// The text without the characters that XML cannot hold, however they are written.
fn without_controls(text: &str) -> String {
    let is_legal = |sign: &char| !sign.is_control() && !matches!(sign, '\u{fffe}' | '\u{ffff}');
    text.chars().map(|sign| if sign.is_whitespace() { ' ' } else { sign }).filter(is_legal).collect()
}
