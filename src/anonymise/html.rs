//! HTML and plain text of Markdown. In: the events of the original text, and spans over it. Out: what
//! those events say, with the spans laid on them; masked text is never read as Markdown again.

use std::fmt::Write as _;

use pulldown_cmark::{Alignment, Event, HeadingLevel, Tag, TagEnd};

use super::masked::MaskSpan;
use crate::markdown::{PlacedEvent, code_content};
use crate::source::Span;

/// Schemes of links that may stay links.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// A text with its spans.
#[derive(Clone, Copy)]
pub struct Source<'s> {
    /// The whole text.
    pub text: &'s str,
    /// Sorted and disjoint.
    pub spans: &'s [MaskSpan],
}

impl Source<'_> {
    /// Writes what `events` say as HTML. Headings stand below the third level, raw HTML is text, and a
    /// link stays one only where `is_clean` finds nothing in its target.
    pub fn html<'e, 'a: 'e>(
        self,
        events: impl Iterator<Item = &'e PlacedEvent<'a>>,
        is_clean: impl Fn(&str) -> bool,
    ) -> String {
        let mut writer =
            HtmlWriter { out: Output::new(self, true), is_clean, links: Vec::new(), table: Table::default() };
        let mut comment = None;
        for (event, span) in events {
            if is_hidden(event, *span, self.text, &mut comment) {
                continue;
            }
            writer.event(event, *span);
        }
        writer.out.text
    }

    /// Writes what `events` say as plain text, a line for each block.
    pub fn plain<'e, 'a: 'e>(self, events: impl Iterator<Item = &'e PlacedEvent<'a>>) -> String {
        let mut out = Output::new(self, false);
        let mut comment = None;
        for (event, span) in events {
            if is_hidden(event, *span, self.text, &mut comment) {
                continue;
            }
            match event {
                Event::Text(words) | Event::Html(words) | Event::InlineHtml(words) => out.words(words, *span),
                Event::Code(_) => out.source(code_content(self.text, *span)),
                Event::SoftBreak | Event::HardBreak => out.line_break(*span, " "),
                Event::End(
                    TagEnd::Paragraph
                    | TagEnd::Heading(_)
                    | TagEnd::Item
                    | TagEnd::CodeBlock
                    | TagEnd::HtmlBlock
                    | TagEnd::TableHead
                    | TagEnd::TableRow,
                ) => out.end_line(),
                Event::End(TagEnd::TableCell) => out.text.push(' '),
                _ => {}
            }
        }
        out.text.trim().to_owned()
    }
}

/// Whether an event belongs to a comment of HTML, which nobody is meant to read.
fn is_hidden(event: &Event<'_>, span: Span, text: &str, comment: &mut Option<Span>) -> bool {
    match event {
        Event::Start(Tag::HtmlBlock) => {
            let html = span.of(text).trim();
            *comment = (html.starts_with("<!--") && html.find("-->") == Some(html.len() - 3)).then_some(span);
        }
        Event::InlineHtml(html) if html.starts_with("<!--") => return true,
        _ => {}
    }
    comment.is_some_and(|comment| comment.start <= span.start && span.end <= comment.end)
}

struct Output<'s> {
    source: Source<'s>,
    escaped: bool,
    text: String,
    /// How many spans have been shown or passed.
    shown: usize,
}

impl<'s> Output<'s> {
    fn new(source: Source<'s>, escaped: bool) -> Self {
        Self { source, escaped, text: String::new(), shown: 0 }
    }

    /// Writes the words of an event.
    fn words(&mut self, words: &str, at: Span) {
        if words == at.of(self.source.text) {
            self.source(at);
        } else if self.masked(at) {
            // The words are another form of the source, such as an entity: they go as a whole.
            self.mask_within(at);
        } else {
            self.push(words);
        }
    }

    /// Writes a stretch of the source, with masks in place of spans.
    fn source(&mut self, at: Span) {
        let text = self.source.text;
        let mut from = at.start;
        let first = self.first_span(at);
        for (place, MaskSpan { span, .. }) in self.source.spans.iter().enumerate().skip(first) {
            if span.start >= at.end {
                break;
            }
            if span.start > from {
                self.push(&text[from..span.start]);
            }
            self.mask(place);
            from = span.end.min(at.end);
        }
        self.push(&text[from..at.end]);
    }

    /// Whether a span touches these bytes.
    fn masked(&self, at: Span) -> bool {
        self.source.spans.get(self.first_span(at)).is_some_and(|mask| mask.span.start < at.end)
    }

    /// The first span that ends after these bytes begin.
    fn first_span(&self, at: Span) -> usize {
        self.source.spans.partition_point(|mask| mask.span.end <= at.start)
    }

    fn mask_within(&mut self, at: Span) {
        let first = self.first_span(at);
        for (place, mask) in self.source.spans.iter().enumerate().skip(first) {
            if mask.span.start >= at.end {
                break;
            }
            self.mask(place);
        }
    }

    /// Writes the mask of a span, the first time that some of it would be read.
    fn mask(&mut self, place: usize) {
        if place >= self.shown {
            self.shown = place + 1;
            self.source.spans[place].mask.write_to(&mut self.text);
        }
    }

    /// A break of a line, unless a mask goes on over it.
    fn line_break(&mut self, at: Span, sign: &str) {
        if !self.masked(at) {
            self.text.push_str(sign);
        }
    }

    fn end_line(&mut self) {
        if !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    fn push(&mut self, words: &str) {
        if !self.escaped {
            self.text.push_str(words);
            return;
        }
        let mut rest = words;
        while let Some(at) = rest.find(['&', '<', '>', '"']) {
            self.text.push_str(&rest[..at]);
            self.text.push_str(match rest.as_bytes()[at] {
                b'&' => "&amp;",
                b'<' => "&lt;",
                b'>' => "&gt;",
                _ => "&quot;",
            });
            rest = &rest[at + 1..];
        }
        self.text.push_str(rest);
    }

    fn tag(&mut self, tag: &str) {
        self.text.push_str(tag);
    }
}

#[derive(Default)]
struct Table {
    alignments: Vec<Alignment>,
    column: usize,
    in_head: bool,
}

struct HtmlWriter<'s, F> {
    out: Output<'s>,
    is_clean: F,
    /// For each open link, whether it stayed one.
    links: Vec<bool>,
    table: Table,
}

impl<F: Fn(&str) -> bool> HtmlWriter<'_, F> {
    fn event(&mut self, event: &Event<'_>, span: Span) {
        match event {
            Event::Text(words) | Event::Html(words) | Event::InlineHtml(words) => self.out.words(words, span),
            Event::Code(_) => {
                self.out.tag("<code>");
                self.out.source(code_content(self.out.source.text, span));
                self.out.tag("</code>");
            }
            Event::SoftBreak => self.out.line_break(span, "\n"),
            Event::HardBreak => self.out.line_break(span, "<br>\n"),
            Event::Rule => self.out.tag("<hr>\n"),
            Event::TaskListMarker(done) => self.out.tag(if *done { "☑ " } else { "☐ " }),
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(*tag),
            // Not among the options that a complaint is read with.
            Event::InlineMath(_) | Event::DisplayMath(_) | Event::FootnoteReference(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, span: Span) {
        match tag {
            Tag::Paragraph | Tag::HtmlBlock => self.out.tag("<p>"),
            Tag::Heading { level, .. } => {
                let _ = write!(self.out.text, "<{}>", heading(*level));
            }
            Tag::BlockQuote(_) => self.out.tag("<blockquote>\n"),
            Tag::CodeBlock(_) => self.out.tag("<pre><code>"),
            Tag::List(None) => self.out.tag("<ul>\n"),
            Tag::List(Some(1)) => self.out.tag("<ol>\n"),
            Tag::List(Some(first)) => {
                let _ = writeln!(self.out.text, "<ol start=\"{first}\">");
            }
            Tag::Item => self.out.tag("<li>"),
            Tag::Table(alignments) => {
                self.table = Table { alignments: alignments.clone(), ..Table::default() };
                self.out.tag("<table>\n<caption>Tabel bij de tekst</caption>\n");
            }
            Tag::TableHead => {
                self.table.in_head = true;
                self.out.tag("<thead>\n<tr>");
            }
            Tag::TableRow => self.out.tag("<tr>"),
            Tag::TableCell => self.cell(),
            Tag::Emphasis => self.out.tag("<em>"),
            Tag::Strong => self.out.tag("<strong>"),
            Tag::Strikethrough => self.out.tag("<del>"),
            Tag::Link { dest_url, .. } => self.link(dest_url, span),
            // A picture may show anyone: its words remain. The rest is not among the options.
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::HtmlBlock => self.out.tag("</p>\n"),
            TagEnd::Heading(level) => {
                let _ = writeln!(self.out.text, "</{}>", heading(level));
            }
            TagEnd::BlockQuote(_) => self.out.tag("</blockquote>\n"),
            TagEnd::CodeBlock => self.out.tag("</code></pre>\n"),
            TagEnd::List(true) => self.out.tag("</ol>\n"),
            TagEnd::List(false) => self.out.tag("</ul>\n"),
            TagEnd::Item => self.out.tag("</li>\n"),
            TagEnd::Table => self.out.tag("</tbody>\n</table>\n"),
            TagEnd::TableHead => {
                self.table.in_head = false;
                self.table.column = 0;
                self.out.tag("</tr>\n</thead>\n<tbody>\n");
            }
            TagEnd::TableRow => {
                self.table.column = 0;
                self.out.tag("</tr>\n");
            }
            TagEnd::TableCell => self.out.tag(if self.table.in_head { "</th>" } else { "</td>" }),
            TagEnd::Emphasis => self.out.tag("</em>"),
            TagEnd::Strong => self.out.tag("</strong>"),
            TagEnd::Strikethrough => self.out.tag("</del>"),
            TagEnd::Link if self.links.pop() == Some(true) => self.out.tag("</a>"),
            _ => {}
        }
    }

    fn cell(&mut self) {
        let alignment = self.table.alignments.get(self.table.column).copied();
        self.table.column += 1;
        self.out.tag(if self.table.in_head { "<th scope=\"col\"" } else { "<td" });
        self.out.tag(match alignment {
            Some(Alignment::Right) => " class=\"align-right\">",
            Some(Alignment::Center) => " class=\"align-center\">",
            _ => ">",
        });
    }

    /// Opens a link where its scheme is allowed and neither its target nor any of its words is masked.
    fn link(&mut self, target: &str, span: Span) {
        let stays = has_allowed_scheme(target) && !self.out.masked(span) && (self.is_clean)(target);
        self.links.push(stays);
        if stays {
            self.out.tag("<a href=\"");
            self.out.push(target);
            self.out.tag("\">");
        }
    }
}

fn has_allowed_scheme(target: &str) -> bool {
    let hidden = |sign: char| sign.is_whitespace() || sign.is_control();
    let scheme = target.split_once(':').map(|(scheme, _)| scheme);
    !target.contains(hidden) && scheme.is_some_and(|scheme| SCHEMES.iter().any(|own| own.eq_ignore_ascii_case(scheme)))
}

/// Headings of a section stand below the page's own three levels.
fn heading(level: HeadingLevel) -> &'static str {
    match level {
        HeadingLevel::H1 | HeadingLevel::H2 | HeadingLevel::H3 => "h4",
        HeadingLevel::H4 => "h5",
        HeadingLevel::H5 | HeadingLevel::H6 => "h6",
    }
}
