//! Putting a value where another stands, where none stands yet, or at the end of a list. In: a place in the tree
//! and a value. Out: splices.

use super::splice::Splice;
use super::{Group, Planner, Slot};
use crate::complaint::KEYS;
use crate::edit::key::last;
use crate::edit::scalar::{Context, Quoting, written};
use crate::edit::style::{Style, block_items, colon_of, dash_of, end_of, inline, is_flow, value_column};
use crate::edit::{Refusal, Value, lines};
use crate::source::Span;
use crate::yaml::{self, Entry, Node};

impl Planner<'_> {
    pub(super) fn append(&self, top: Group<'_, '_>, value: &Value) -> Result<Vec<Splice>, Refusal> {
        let key = self.key;
        if key.item().is_some() || key.field().is_some() {
            return Err(Refusal::OtherForm(key));
        }
        let list = || Value::List(vec![value.clone()]);
        let Some(entry) = self.find(top, key.top())? else { return Ok(self.insert(top, key.top(), &list())) };
        let slot = Slot { node: &entry.value, entry: Some(entry), group: top };
        if let Some(items) = block_items(self.text, slot.node) {
            return self.append_line(entry, items, value);
        }
        let flow = inline(value, Quoting::Plain, Context::Flow);
        match &slot.node.value {
            yaml::Value::Null => self.fill(slot, &list()),
            yaml::Value::List(items) => match items.last() {
                Some(item) => Ok(self.inserted(slot, item.span.end, &format!(", {flow}"))),
                None => self.fill(slot, &list()),
            },
            yaml::Value::Scalar(scalar) => {
                let raw = slot.node.span.of(self.text);
                let own = if quoting(raw) == Quoting::Plain {
                    written(scalar.text.as_ref(), Quoting::Plain, Context::Flow).into_owned()
                } else {
                    raw.to_owned()
                };
                Ok(self.replaced(slot, slot.node.span, &format!("[{own}, {flow}]")))
            }
            yaml::Value::Map(_) if is_flow(self.text, slot.node) => {
                let own = slot.node.span.of(self.text);
                Ok(self.replaced(slot, slot.node.span, &format!("[{own}, {flow}]")))
            }
            yaml::Value::Map(_) => Err(Refusal::Layout(key)),
        }
    }

    /// A new item below the last one of a list in block style, in the style of that item.
    fn append_line(&self, entry: &Entry<'_>, items: &[Node<'_>], value: &Value) -> Result<Vec<Splice>, Refusal> {
        let last = items.last().ok_or(Refusal::Layout(self.key))?;
        let dash = dash_of(self.text, last).ok_or(Refusal::Layout(self.key))?;
        let end = end_of(self.text, entry);
        let at = lines::after_own_comments(self.text, lines::next(self.text, end), dash.column);
        let style = Style { line_end: lines::line_end(self.text, dash.at), ..self.style };
        let lines = if is_flow(self.text, last) {
            let flow = inline(value, Quoting::Plain, Context::Flow);
            format!("{}-{}{flow}{}", " ".repeat(dash.column), " ".repeat(dash.gap), style.line_end)
        } else {
            style.item(dash, value)
        };
        Ok(vec![Splice::insert(at, lines)])
    }

    /// Puts a value where another stands, or where none stands yet.
    pub(super) fn fill(&self, slot: Slot<'_, '_>, value: &Value) -> Result<Vec<Splice>, Refusal> {
        let raw = slot.node.span.of(self.text);
        if raw.is_empty() {
            return self.fill_empty(slot, value);
        }
        if let Some(entry) = slot.entry.filter(|_| block_items(self.text, slot.node).is_some()) {
            return self.fill_for_list(entry, slot, value);
        }
        if matches!(slot.node.value, yaml::Value::Map(_)) && !is_flow(self.text, slot.node) {
            return Err(Refusal::OtherForm(self.key));
        }
        let (start, header) = self.header(slot);
        let amidst = is_flow(self.text, slot.node) && raw.contains('\n') && raw.contains('#');
        if amidst || header.contains('#') {
            return Err(Refusal::Comment(self.key));
        }
        let old = if header.is_empty() { raw } else { raw.trim_end() };
        let at = Span::new(start, slot.node.span.start + old.len());
        let quoting = if header.is_empty() { quoting(raw) } else { Quoting::Plain };
        Ok(self.replaced(slot, at, &inline(value, quoting, slot.group.context())))
    }

    /// Where a value begins, and the line `|` or `>` before it that makes it a text of several lines.
    fn header(&self, slot: Slot<'_, '_>) -> (usize, &str) {
        let start = slot.node.span.start;
        let Some(after) = slot.entry.and_then(|entry| colon_of(self.text, entry)).map(|colon| colon + 1) else {
            return (start, "");
        };
        let header = after + lines::gap(self.text, after);
        if header < start && self.text[header..].starts_with(['|', '>']) {
            (header, &self.text[header..lines::end(self.text, header)])
        } else {
            (start, "")
        }
    }

    /// Puts a value in the place of a list in block style: beside its key, or below it.
    fn fill_for_list(&self, entry: &Entry<'_>, slot: Slot<'_, '_>, value: &Value) -> Result<Vec<Splice>, Refusal> {
        if self.has_comment_below(entry) {
            return Err(Refusal::Comment(self.key));
        }
        let colon = colon_of(self.text, entry).ok_or(Refusal::Layout(self.key))?;
        let key_line = lines::end(self.text, colon);
        let delete = Splice::delete(key_line, end_of(self.text, entry));
        let indent = lines::column(self.text, entry.key_span.start);
        match self.style.below(indent, value) {
            Some(below) => {
                let below = format!("{}{}", self.style.line_end, below.trim_end_matches(['\r', '\n']));
                Ok(vec![Splice::replace(delete.at, below)])
            }
            None => {
                let beside = format!(" {}", inline(value, Quoting::Plain, slot.group.context()));
                let mut splices =
                    self.aligned(vec![Splice::insert(colon + 1, beside.as_str())], colon + 1, "", &beside);
                splices.push(delete);
                Ok(splices)
            }
        }
    }

    fn fill_empty(&self, slot: Slot<'_, '_>, value: &Value) -> Result<Vec<Splice>, Refusal> {
        let entry = slot.entry.ok_or(Refusal::NoItem(self.key))?;
        let context = slot.group.context();
        let beside = inline(value, Quoting::Plain, context);
        let Some(colon) = colon_of(self.text, entry) else {
            let layout = Err(Refusal::Layout(self.key));
            let bare = || self.inserted(slot, entry.key_span.end, &format!(": {beside}"));
            return if context == Context::Flow { Ok(bare()) } else { layout };
        };
        let after = colon + 1;
        let indent = lines::column(self.text, entry.key_span.start);
        if let Some(below) = self.style.below(indent, value).filter(|_| context == Context::Block) {
            return Ok(vec![Splice::insert(lines::next(self.text, after), below)]);
        }
        let trailing = lines::gap(self.text, after);
        if context == Context::Block && trailing > 0 && !lines::has_comment(self.text, after) {
            return Ok(vec![Splice::insert(after + trailing, beside)]);
        }
        let align = value_column(self.text, slot.group.entries);
        let gap = align.saturating_sub(lines::column(self.text, after)).max(1);
        let text = format!("{}{beside}", " ".repeat(gap));
        let end = if context == Context::Flow { slot.group.outer.unwrap_or(after) } else { after };
        Ok(self.aligned(vec![Splice::insert(after, text.as_str())], end, "", &text))
    }

    /// Puts a new key where the order of the file format has it.
    pub(super) fn insert(&self, group: Group<'_, '_>, name: &'static str, value: &Value) -> Vec<Splice> {
        let rank = |key: &str| {
            if name == self.key.top() {
                KEYS.iter().position(|known| *known == key)
            } else {
                self.key.fields().iter().position(|known| last(known) == key)
            }
        };
        let own = rank(name);
        let before = group.entries.iter().filter(|entry| rank(&entry.key).is_some_and(|rank| Some(rank) < own));
        let before =
            before.max_by_key(|entry| rank(&entry.key)).or_else(|| group.entries.first().filter(|_| group.in_list));
        if let Some(braces) = group.flow {
            let beside = format!("{name}: {}", inline(value, Quoting::Plain, Context::Flow));
            let (at, text) = match (before, group.entries.first()) {
                (Some(entry), _) => (end_of(self.text, entry), format!(", {beside}")),
                (None, Some(first)) => (first.key_span.start, format!("{beside}, ")),
                (None, None) => (braces.start + 1, beside),
            };
            let outer = group.outer.unwrap_or(at);
            return self.aligned(vec![Splice::insert(at, text.as_str())], outer, "", &text);
        }
        let indent = group.entries.first().map_or(0, |first| lines::column(self.text, first.key_span.start));
        let (at, neighbour) = match (before, group.entries.first()) {
            (Some(entry), _) => {
                let next = lines::next(self.text, end_of(self.text, entry));
                (lines::after_own_comments(self.text, next, indent), entry.key_span.start)
            }
            (None, Some(first)) => (lines::start(self.text, first.key_span.start), first.key_span.start),
            (None, None) => (self.end, 0),
        };
        let style = Style { line_end: lines::line_end(self.text, neighbour), ..self.style };
        vec![Splice::insert(at, style.entry(indent, name, value, value_column(self.text, group.entries)))]
    }
}

/// How a value is quoted that stands in a file.
fn quoting(raw: &str) -> Quoting {
    match raw.bytes().next() {
        Some(b'"') => Quoting::Double,
        Some(b'\'') => Quoting::Single,
        _ => Quoting::Plain,
    }
}
