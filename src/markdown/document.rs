//! Sections and links. In: the body of a complaint. Out: which headings it has, what lies under
//! them, and where its links lead.

use pulldown_cmark::{Event, HeadingLevel, LinkType, OffsetIter, Parser, Tag, TagEnd};

use crate::source::Span;

/// The outline of a body.
#[derive(Debug, Default)]
pub struct Document {
    /// What stands before the first section.
    pub preamble: Option<Span>,
    /// The sections, in order.
    pub sections: Vec<Section>,
    /// Links and pictures, in order; `<naam@example.nl>` is no link here, for it leads to no file.
    pub links: Vec<Link>,
}

/// A heading of the second level and what lies under it. One within a quotation or a list is none: a mail that someone
/// quotes has headings of its own.
#[derive(Debug)]
pub struct Section {
    /// The heading's text.
    pub title: String,
    /// The heading's line.
    pub heading: Span,
    /// All from the heading to the next section.
    pub content: Span,
    /// Whether no word lies under it; a comment is no word.
    pub is_empty: bool,
}

/// Where a link or picture leads.
#[derive(Debug)]
pub struct Link {
    /// The target as written.
    pub target: String,
    /// The link in the text.
    pub at: Span,
}

/// Reads the outline of the part of `text` that `body` covers.
#[must_use]
pub fn read(text: &str, body: Span) -> Document {
    let mut outline = Outline { body, document: Document::default(), preamble_has_words: false };
    let mut events = Parser::new_ext(body.of(text), super::options()).into_offset_iter();
    let mut depth = 0_usize;
    while let Some((event, range)) = events.next() {
        let span = Span::new(range.start, range.end).shifted(body.start);
        match event {
            Event::Start(Tag::Heading { level: HeadingLevel::H2, .. }) if depth == 0 => {
                let title = heading_text(&mut events, &mut outline, body.start);
                outline.open(title, trim_line_end(text, span));
            }
            Event::Start(Tag::BlockQuote(_) | Tag::Item) => depth += 1,
            Event::End(TagEnd::BlockQuote(_) | TagEnd::Item) => depth -= 1,
            Event::Start(tag) => outline.link(&tag, span),
            Event::Text(words) | Event::Code(words) if !words.trim().is_empty() => outline.has_words(),
            Event::Html(html) | Event::InlineHtml(html) if !is_comment(&html) => outline.has_words(),
            _ => {}
        }
    }
    outline.document
}

struct Outline {
    body: Span,
    document: Document,
    preamble_has_words: bool,
}

impl Outline {
    fn open(&mut self, title: String, heading: Span) {
        let end = self.body.end;
        match self.document.sections.last_mut() {
            Some(last) => last.content.end = heading.start,
            None => {
                if let Some(preamble) = &mut self.document.preamble {
                    preamble.end = heading.start;
                }
            }
        }
        let content = Span::new(heading.end, end);
        self.document.sections.push(Section { title, heading, content, is_empty: true });
    }

    fn has_words(&mut self) {
        match self.document.sections.last_mut() {
            Some(section) => section.is_empty = false,
            None if !self.preamble_has_words => {
                self.preamble_has_words = true;
                self.document.preamble = Some(self.body);
            }
            None => {}
        }
    }

    fn link(&mut self, tag: &Tag<'_>, at: Span) {
        let (Tag::Link { link_type, dest_url, .. } | Tag::Image { link_type, dest_url, .. }) = tag else { return };
        if *link_type != LinkType::Email {
            self.document.links.push(Link { target: dest_url.to_string(), at });
        }
    }
}

/// The words of a heading that has just begun, up to its end.
fn heading_text(events: &mut OffsetIter<'_>, outline: &mut Outline, offset: usize) -> String {
    let mut title = String::new();
    for (event, range) in events {
        match event {
            Event::End(TagEnd::Heading(_)) => break,
            Event::Text(words) | Event::Code(words) | Event::InlineHtml(words) => title.push_str(&words),
            Event::Start(tag) => outline.link(&tag, Span::new(range.start, range.end).shifted(offset)),
            _ => {}
        }
    }
    title.trim().to_owned()
}

fn is_comment(html: &str) -> bool {
    let html = html.trim();
    html.starts_with("<!--") || html.ends_with("-->") || html.is_empty()
}

fn trim_line_end(text: &str, span: Span) -> Span {
    let trimmed = span.of(text).trim_end_matches(['\n', '\r']);
    Span::new(span.start, span.start + trimmed.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outline(text: &str) -> Vec<(String, String, bool)> {
        let document = read(text, Span::new(0, text.len()));
        let section =
            |section: &Section| (section.title.clone(), section.content.of(text).trim().to_owned(), section.is_empty);
        document.sections.iter().map(section).collect()
    }

    #[test]
    fn sections_are_headings_of_the_second_level_and_nothing_else() {
        let text = "## Omschrijving\nTe *laat*.\n\n### Meer\n```\n## geen kopje\n```\n\n## **Oorzaak**\r\n\r\n## Leerpunten\n<!-- nog\nte doen -->\n";
        assert_eq!(
            outline(text),
            [
                ("Omschrijving".to_owned(), "Te *laat*.\n\n### Meer\n```\n## geen kopje\n```".to_owned(), false),
                ("Oorzaak".to_owned(), String::new(), true),
                ("Leerpunten".to_owned(), "<!-- nog\nte doen -->".to_owned(), true),
            ]
        );
    }

    #[test]
    fn a_heading_that_someone_quotes_or_lists_is_text_of_the_section_around_it() {
        let text = "## Omschrijving\n\n> ## Oorzaak\n> Te *laat*.\n\n- ## Leerpunten\n\n## Oorzaak\n";
        let content = "> ## Oorzaak\n> Te *laat*.\n\n- ## Leerpunten";
        assert_eq!(
            outline(text),
            [("Omschrijving".to_owned(), content.to_owned(), false), ("Oorzaak".to_owned(), String::new(), true)]
        );
    }

    #[test]
    fn what_stands_before_the_first_section_is_not_lost() {
        let text = "\nVooraf.\n\n## Omschrijving\nx\n";
        let document = read(text, Span::new(0, text.len()));
        assert_eq!(document.preamble.expect("words stand before it").of(text), "\nVooraf.\n\n");
        assert!(read("\n\n## Omschrijving\n", Span::new(0, 18)).preamble.is_none());
    }

    #[test]
    fn links_in_text_headings_and_pictures_are_found() {
        let text = "## [Kop](a.pdf)\n[x](b.pdf) ![y](c.png) [z]\n\n[z]: d.pdf\n";
        let targets: Vec<_> = read(text, Span::new(0, text.len())).links.into_iter().map(|link| link.target).collect();
        assert_eq!(targets, ["a.pdf", "b.pdf", "c.png", "d.pdf"]);
    }
}
