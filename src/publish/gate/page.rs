//! A file of the site as the gate reads it. In: all of its bytes. Out: two streams of tokens: what a
//! reader sees, with tags inside a line gone, and what stands in tags, comments, scripts and styles.
//! Each tag is read by itself. Neither a tag nor a line of whole elements is read again where it is known for
//! harmless.

use std::ops::Range;

use memchr::{memchr, memchr3, memmem};

use super::decode::Escapes;
use super::harmless::{Key, LONGEST, Remembered};
use super::sign::{Gap, InNumber};
use super::tokens::Tokens;

/// Takes in what is read.
pub(super) trait Visitor {
    /// Takes in a stretch of tokens; tells whether no strong form stands in it.
    fn visit(&mut self, bytes: &[u8], tokens: &Tokens) -> bool;

    /// Whether a piece with these words, in which no strong form stands, need not be read.
    fn passes(&self, words: &[u64]) -> bool;
}

/// Takes in everything.
impl<F: FnMut(&[u8], &Tokens)> Visitor for F {
    fn visit(&mut self, bytes: &[u8], tokens: &Tokens) -> bool {
        self(bytes, tokens);
        false
    }

    fn passes(&self, _: &[u64]) -> bool {
        false
    }
}

/// Reads files one after another for the same visitors; the buffers are kept, and what is harmless to them.
#[derive(Debug)]
pub(super) struct Reader {
    text: Tokens,
    markup: Tokens,
    remembered: Remembered,
}

/// What a tag inside a line does to the words around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Inline {
    /// `Vr<em>ies</em>` is one word.
    Joins,
    /// `<b>Jan</b><b>de Vries</b>` is three.
    Separates,
}

/// What a tag does to the text around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layout {
    Inline,
    LineBreak,
    Block,
    /// Opens a script or a style, whose content is no text until this end.
    Opaque(&'static [u8]),
}

/// Elements within a line.
const INLINE: [Name; 34] = names([
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "nobr", "q", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
    "time", "tspan", "u", "wbr",
]);
const LINE_BREAK: Name = name(b"br");
const SCRIPT: Name = name(b"script");
const STYLE: Name = name(b"style");

/// The name of an element in lower case, eight letters at most, so that one comparison tells.
type Name = u64;

const fn name(letters: &[u8]) -> Name {
    let mut name = 0;
    let mut at = 0;
    while at < letters.len() {
        name = name << 8 | letters[at].to_ascii_lowercase() as u64;
        at += 1;
    }
    name
}

const fn names<const COUNT: usize>(letters: [&str; COUNT]) -> [Name; COUNT] {
    let mut names = [0; COUNT];
    let mut at = 0;
    while at < COUNT {
        names[at] = name(letters[at].as_bytes());
        at += 1;
    }
    names
}

impl Reader {
    pub(super) fn new() -> Self {
        Self { text: Tokens::new(), markup: Tokens::new(), remembered: Remembered::new() }
    }

    /// Reads a text that has no tags: a file name, a form.
    pub(super) fn read_plain(&mut self, bytes: &[u8], visitor: &mut impl Visitor) {
        self.markup.restart();
        read(&mut self.markup, bytes, 0..bytes.len(), Escapes::Data, visitor);
        finish(&mut self.markup, bytes, visitor);
    }

    /// Reads a file of the site.
    pub(super) fn read_file(&mut self, path: &str, bytes: &[u8], visitor: &mut impl Visitor) {
        let is_page = path.ends_with(".html");
        if !is_page {
            self.read_plain(bytes, visitor);
        }
        if is_page || memchr(b'<', bytes).is_some() {
            self.text.restart();
            self.markup.restart();
            self.read_tagged(bytes, Inline::Joins, visitor);
            if self.text.is_glued() {
                self.text.restart();
                self.read_tagged(bytes, Inline::Separates, visitor);
            }
        }
    }

    fn read_tagged(&mut self, bytes: &[u8], inline: Inline, visitor: &mut impl Visitor) {
        let mut at = 0;
        while let Some(found) = memchr(b'<', &bytes[at..]) {
            let open = at + found;
            read(&mut self.text, bytes, at..open, Escapes::Text, visitor);
            if inline == Inline::Joins
                && let Some(end) = self.known_line(bytes, open, visitor)
            {
                part(&mut self.text, bytes, visitor);
                at = end;
                continue;
            }
            if let Some((layout, end)) = self.known_tag(bytes, open, visitor) {
                at = self.lay_out(bytes, end, layout, inline, visitor);
                continue;
            }
            let is_tag = is_tag(bytes, open);
            let end = if is_tag { tag_end(bytes, open) } else { Some(open + 1) };
            let Some(end) = end else {
                // A tag that never ends: all that follows counts as text and as markup.
                at = open;
                read(&mut self.markup, bytes, at..bytes.len(), Escapes::Data, visitor);
                break;
            };
            if !is_tag {
                self.text.separate(Gap::Stop, InNumber::No);
                at = end;
                continue;
            }
            let layout = self.read_tag(bytes, open..end, visitor);
            at = self.lay_out(bytes, end, layout, inline, visitor);
        }
        read(&mut self.text, bytes, at..bytes.len(), Escapes::Text, visitor);
        finish(&mut self.text, bytes, visitor);
        finish(&mut self.markup, bytes, visitor);
    }

    /// Separates the text as the tag that ends here does; gives where the text goes on.
    fn lay_out(
        &mut self,
        bytes: &[u8],
        at: usize,
        layout: Layout,
        inline: Inline,
        visitor: &mut impl Visitor,
    ) -> usize {
        match layout {
            Layout::Inline if inline == Inline::Joins => self.text.tag_inside(),
            Layout::Inline | Layout::LineBreak => self.text.separate(Gap::Space, InNumber::Yes),
            Layout::Block => part(&mut self.text, bytes, visitor),
            Layout::Opaque(closing) => {
                part(&mut self.text, bytes, visitor);
                let end = find_ignoring_case(&bytes[at..], closing).map_or(bytes.len(), |found| at + found);
                read(&mut self.markup, bytes, at..end, Escapes::Data, visitor);
                finish(&mut self.markup, bytes, visitor);
                return end;
            }
        }
        at
    }

    /// Where the line that begins here ends, when it is known for harmless; one that comes again is learnt.
    fn known_line(&mut self, bytes: &[u8], open: usize, visitor: &mut impl Visitor) -> Option<usize> {
        if open > 0 && bytes[open - 1] != b'\n' {
            return None;
        }
        let end = open + memchr(b'\n', &bytes[open..bytes.len().min(open + LONGEST)])?;
        let line = &bytes[open..end];
        if !line.ends_with(b">") {
            return None;
        }
        let key = Key::of(line);
        if self.remembered.comes_again(key) {
            self.learn_line(key, line, visitor);
        }
        let known = self.remembered.get(key, line)?;
        (known.layout == Layout::Block && visitor.passes(&known.words)).then_some(end)
    }

    /// Reads a line by itself, and remembers it where that is the same as to read it between others: no
    /// name goes over its ends.
    fn learn_line(&mut self, key: Key, line: &[u8], visitor: &mut dyn Visitor) {
        if !is_whole(line) {
            return;
        }
        let mut words = Vec::new();
        let mut is_harmless = true;
        let mut alone = Self::new();
        alone.read_tagged(line, Inline::Joins, &mut |bytes: &[u8], tokens: &Tokens| {
            words.extend(tokens.list().iter().map(|token| token.hash));
            is_harmless &= visitor.visit(bytes, tokens);
        });
        if is_harmless && !alone.text.is_glued() {
            self.remembered.keep(key, line, words.into(), Layout::Block);
        }
    }

    /// What the tag that opens here does to the text around it, and where it ends, when it is known for
    /// harmless. The same bytes make the same tag, so that no quotation mark need be looked for.
    fn known_tag(&self, bytes: &[u8], open: usize, visitor: &impl Visitor) -> Option<(Layout, usize)> {
        let end = open + memchr(b'>', &bytes[open..bytes.len().min(open + LONGEST)])? + 1;
        let tag = &bytes[open..end];
        let known = self.remembered.get(Key::of(tag), tag)?;
        visitor.passes(&known.words).then_some((known.layout, end))
    }

    /// Reads a tag by itself; tells what it does to the text around it.
    fn read_tag(&mut self, bytes: &[u8], place: Range<usize>, visitor: &mut impl Visitor) -> Layout {
        let tag = &bytes[place.clone()];
        let layout = layout(tag);
        read(&mut self.markup, bytes, place, Escapes::Data, visitor);
        self.markup.separate(Gap::Break, InNumber::No);
        let key = Key::of(tag);
        if visitor.visit(bytes, &self.markup) && tag.len() <= LONGEST && self.remembered.comes_again(key) {
            let words = self.markup.list().iter().map(|token| token.hash).collect();
            self.remembered.keep(key, tag, words, layout);
        }
        self.markup.clear();
        layout
    }
}

fn read(tokens: &mut Tokens, bytes: &[u8], range: Range<usize>, escapes: Escapes, visitor: &mut impl Visitor) {
    let mut at = range.start;
    while at < range.end {
        at = tokens.read(bytes, at..range.end, escapes);
        if at < range.end {
            visitor.visit(bytes, tokens);
            tokens.clear();
        }
    }
}

/// Ends a part of a text, over which no name goes on.
fn part(tokens: &mut Tokens, bytes: &[u8], visitor: &mut impl Visitor) {
    tokens.separate(Gap::Break, InNumber::No);
    if tokens.are_many() {
        visitor.visit(bytes, tokens);
        tokens.clear();
    }
}

fn finish(tokens: &mut Tokens, bytes: &[u8], visitor: &mut impl Visitor) {
    tokens.separate(Gap::Break, InNumber::No);
    visitor.visit(bytes, tokens);
    tokens.clear();
}

/// Whether a tag, comment or declaration opens here.
fn is_tag(bytes: &[u8], open: usize) -> bool {
    bytes.get(open + 1).is_some_and(|next| next.is_ascii_alphabetic() || b"/!?".contains(next))
}

/// Where a tag, comment or declaration that opens here ends; none when it never does.
fn tag_end(bytes: &[u8], open: usize) -> Option<usize> {
    if bytes[open..].starts_with(b"<!--") {
        let inside = open + 4;
        return memmem::find(&bytes[inside..], b"-->").map(|at| inside + at + 3);
    }
    let mut at = open + 1;
    loop {
        at += memchr3(b'>', b'"', b'\'', &bytes[at..])?;
        if bytes[at] == b'>' {
            return Some(at + 1);
        }
        at += 1 + memchr(bytes[at], &bytes[at + 1..])? + 1;
    }
}

/// Whether a line begins and ends with a tag over which no name goes on, and every tag in it ends in it.
fn is_whole(line: &[u8]) -> bool {
    let mut at = 0;
    let mut last = Layout::Inline;
    while let Some(found) = memchr(b'<', &line[at..]) {
        let open = at + found;
        if !is_tag(line, open) {
            at = open + 1;
            continue;
        }
        let Some(end) = tag_end(line, open) else { return false };
        last = layout(&line[open..end]);
        let is_at_start = open == 0;
        if matches!(last, Layout::Opaque(_)) || (is_at_start && last != Layout::Block) {
            return false;
        }
        at = end;
    }
    line.first() == Some(&b'<') && at == line.len() && last == Layout::Block
}

fn layout(tag: &[u8]) -> Layout {
    if tag.starts_with(b"<!--") {
        return Layout::Inline;
    }
    let is_closing = tag.get(1) == Some(&b'/');
    let rest = &tag[1 + usize::from(is_closing)..];
    let length = rest.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    match rest.get(..length).filter(|letters| letters.len() <= size_of::<Name>()).map(name) {
        Some(LINE_BREAK) => Layout::LineBreak,
        Some(SCRIPT) if !is_closing => Layout::Opaque(b"</script"),
        Some(STYLE) if !is_closing => Layout::Opaque(b"</style"),
        Some(name) if INLINE.contains(&name) => Layout::Inline,
        _ => Layout::Block,
    }
}

/// Where a closing tag begins, in either case.
fn find_ignoring_case(bytes: &[u8], closing: &[u8]) -> Option<usize> {
    memmem::find_iter(bytes, b"</")
        .find(|at| bytes.get(*at..*at + closing.len()).is_some_and(|found| found.eq_ignore_ascii_case(closing)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(path: &str, text: &str) -> Vec<String> {
        let mut words = Vec::new();
        let mut gather = |bytes: &[u8], tokens: &Tokens| {
            words.extend(tokens.list().iter().map(|token| String::from_utf8_lossy(&bytes[token.place()]).into()));
        };
        Reader::new().read_file(path, text.as_bytes(), &mut gather);
        words
    }

    #[test]
    fn every_byte_of_a_page_is_read_as_text_or_as_markup() {
        for (text, expected) in [
            ("<p>Jan <b>de</b> Vries</p>", vec!["Jan", "de", "Vries", "p", "b", "b", "p"]),
            ("a <!-- b > c -->d", vec!["a", "b", "c", "d"]),
            ("<script>x<y</script>z", vec!["z", "script", "x", "y", "script"]),
            ("<i title='a>b'>c", vec!["c", "i", "title", "a", "b"]),
            ("1 < 2 <3", vec!["1", "2", "3"]),
            ("a <i title='b", vec!["a", "i", "title", "b", "i", "title", "b"]),
            ("<style>b", vec!["style", "b"]),
            ("<SCRIPT>b</sCript >c", vec!["c", "SCRIPT", "b", "sCript"]),
        ] {
            let mut found = tokens("a.html", text);
            let mut expected = expected;
            found.sort();
            expected.sort_unstable();
            assert_eq!(found, expected, "{text}");
        }
    }
}
