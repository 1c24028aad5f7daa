//! A section of a complaint as the text of a letter. In: Markdown. Out: plain text that reads as it was meant: paragraphs,
//! lists with their marks, quotations, tables by row; addresses of links stay.

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::markdown::{self, BOUNDARY};
use crate::source::Span;

/// The plain text of the part of `text` that `content` covers.
pub(super) fn plain(text: &str, content: Span) -> String {
    let mut writer = Writer::default();
    for (event, _) in markdown::events(text, content) {
        writer.event(event);
    }
    writer.text.trim().to_owned()
}

#[derive(Default)]
struct Writer {
    text: String,
    /// Of each list around this place, the number of its next item; none for a list without numbers.
    lists: Vec<Option<u64>>,
    quotes: usize,
    /// Of each link around this place, where its words begin and where it leads.
    links: Vec<(usize, String)>,
    first_cell: bool,
    /// The lines of a block of HTML, which come one by one.
    html: String,
}

impl Writer {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(words) | Event::Code(words) => self.words(&words),
            Event::Html(html) => self.html.push_str(&html),
            Event::InlineHtml(html) => self.words(&without_comments(&html)),
            Event::SoftBreak => self.text.push(' '),
            Event::HardBreak => self.line(),
            Event::Rule => {}
            Event::TaskListMarker(done) => self.text.push_str(if done { "[x] " } else { "[ ] " }),
            Event::InlineMath(words) | Event::DisplayMath(words) | Event::FootnoteReference(words) => {
                self.words(&words)
            }
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph | Tag::Heading { .. } | Tag::CodeBlock(_) => self.block(),
            Tag::Table(_) => self.boundary(),
            Tag::BlockQuote(_) => self.quotes += 1,
            Tag::List(first) => {
                if self.lists.is_empty() {
                    self.boundary();
                }
                self.lists.push(first);
            }
            Tag::Item => self.item(),
            Tag::TableHead => self.first_cell = true,
            Tag::TableRow => {
                self.line();
                self.first_cell = true;
            }
            Tag::TableCell => {
                if !self.first_cell {
                    self.text.push_str(" | ");
                }
                self.first_cell = false;
            }
            Tag::Link { dest_url, .. } => self.links.push((self.text.len(), dest_url.into_string())),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::BlockQuote(_) => self.quotes -= 1,
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::Link => self.end_link(),
            TagEnd::HtmlBlock => self.end_html(),
            _ => {}
        }
    }

    /// Opens a paragraph; the first one of an item follows its mark.
    fn block(&mut self) {
        if self.after_mark() {
            return;
        }
        self.boundary();
        self.indent(self.lists.len());
    }

    fn boundary(&mut self) {
        if !self.text.is_empty() {
            let length = self.text.trim_end().len();
            self.text.truncate(length);
            self.text.push_str(BOUNDARY);
        }
    }

    fn line(&mut self) {
        if !self.text.is_empty() {
            self.trim_line();
            self.text.push('\n');
            self.indent(self.lists.len());
        }
    }

    fn item(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.trim_line();
            self.text.push('\n');
        }
        self.indent(self.lists.len().saturating_sub(1));
        let mark = match self.lists.last_mut() {
            Some(Some(number)) => {
                *number += 1;
                format!("{}. ", *number - 1)
            }
            _ => "- ".to_owned(),
        };
        self.text.push_str(&mark);
    }

    fn indent(&mut self, depth: usize) {
        self.text.push_str(&"   ".repeat(depth));
        self.text.push_str(&"> ".repeat(self.quotes));
    }

    /// Whether nothing stands on this line yet but the mark of an item.
    fn after_mark(&self) -> bool {
        let line = self.text.rsplit('\n').next().unwrap_or_default().trim_start_matches([' ', '>']);
        let number = line.trim_end().strip_suffix('.');
        line == "- "
            || (line.ends_with(". ") && number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit())))
    }

    fn trim_line(&mut self) {
        let length = self.text.trim_end_matches(' ').len();
        self.text.truncate(length);
    }

    /// Writes words, without signs that no letter has.
    fn words(&mut self, words: &str) {
        let mut lines = words.lines();
        self.push(lines.next().unwrap_or_default());
        for line in lines {
            self.line();
            self.push(line);
        }
    }

    fn push(&mut self, line: &str) {
        self.text
            .extend(line.chars().map(|sign| if sign == '\t' { ' ' } else { sign }).filter(|sign| !sign.is_control()));
    }

    fn end_html(&mut self) {
        let html = std::mem::take(&mut self.html);
        let seen = without_comments(&html);
        if !seen.trim().is_empty() {
            self.block();
            self.words(seen.trim());
        }
    }

    /// Where a link leads elsewhere than its words say, and not to a file of the register, that follows them.
    fn end_link(&mut self) {
        let Some((from, target)) = self.links.pop() else { return };
        let bare = target.strip_prefix("mailto:").unwrap_or(&target);
        let leads_out = ["http://", "https://", "mailto:"].iter().any(|scheme| target.starts_with(scheme));
        if leads_out && &self.text[from..] != bare {
            self.push(&format!(" ({bare})"));
        }
    }
}

/// HTML without the notes that nobody is meant to read; one that does not end hides all that follows.
fn without_comments(html: &str) -> String {
    const OPEN: &str = "<!--";
    const CLOSE: &str = "-->";
    let mut seen = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, comment)) = rest.split_once(OPEN) {
        seen.push_str(before);
        rest = comment.split_once(CLOSE).map_or("", |(_, after)| after);
    }
    seen + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_reads_in_a_letter_as_it_was_meant() {
        for (source, expected) in [
            ("Een **vet**\nen `code`.\n\nTwee.", "Een vet en code.\n\nTwee."),
            ("Lijst:\n\n- een\n- twee\n  regels\n\nDaarna.", "Lijst:\n\n- een\n- twee regels\n\nDaarna."),
            ("1. een\n2. twee\n   - a\n   - b\n3. drie", "1. een\n2. twee\n   - a\n   - b\n3. drie"),
            ("- een\n\n- twee\n", "- een\n- twee"),
            ("> citaat\n> gaat door\n>\n> tweede", "> citaat gaat door\n\n> tweede"),
            ("Na.\n\n> citaat\n\nEinde.", "Na.\n\n> citaat\n\nEinde."),
            ("| a | b |\n|---|---|\n| c | d |\n", "a | b\nc | d"),
            ("[de brief](2026-014/brief.pdf) en [ons](https://example.nl)", "de brief en ons (https://example.nl)"),
            ("<https://example.nl> <info@example.nl>", "https://example.nl info@example.nl"),
            ("een<!-- niet sturen -->\n\n<!-- ook niet -->\n\ntwee  \ndrie", "een\n\ntwee\ndrie"),
            ("een\n\n<!-- intern\nvan Jan\n\nverder -->\n\ntwee <!-- ook\nintern --> drie", "een\n\ntwee  drie"),
            ("<!-- a --> <b>x</b>\n\n<!-- open\nniets", "<b>x</b>"),
            ("### Kop\ntekst\u{7} met `a\tb`", "Kop\n\ntekst met a b"),
            ("", ""),
        ] {
            assert_eq!(plain(source, Span::new(0, source.len())), expected, "{source:?}");
        }
    }
}
