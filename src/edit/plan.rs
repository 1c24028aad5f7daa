//! Which bytes a change replaces. In: the tree of a file and a change. Out: splices: places with their new
//! text. Whether they give what was meant is proved afterwards, by reading the result.

use super::key::{fields_of, last};
use super::scalar::{Context, Quoting, written};
use super::style::{Style, block_items, colon_of, dash_of, end_of, inline, is_flow, value_column};
use super::{Change, Key, Refusal, Value, lines};
use crate::complaint::KEYS;
use crate::source::{FrontMatter, Span};
use crate::yaml::{self, Entry, Node};

/// Bytes and what takes their place.
pub(super) struct Splice {
    at: Span,
    text: String,
}

impl Splice {
    fn replace(at: Span, text: impl Into<String>) -> Self {
        Self { at, text: text.into() }
    }

    fn insert(at: usize, text: impl Into<String>) -> Self {
        Self::replace(Span::new(at, at), text)
    }

    fn delete(start: usize, end: usize) -> Self {
        Self::replace(Span::new(start, end), "")
    }
}

/// The text with these splices made.
pub(super) fn spliced(text: &str, mut splices: Vec<Splice>) -> String {
    splices.sort_by_key(|splice| splice.at);
    let mut result = String::with_capacity(text.len() + 64);
    let mut done = 0;
    for splice in splices {
        result.push_str(&text[done..splice.at.start]);
        result.push_str(&splice.text);
        done = splice.at.end;
    }
    result.push_str(&text[done..]);
    result
}

/// The splices that make one change.
pub(super) fn plan(text: &str, halves: FrontMatter, root: &Node<'_>, change: &Change) -> Result<Vec<Splice>, Refusal> {
    let key = change.key();
    let entries = match &root.value {
        yaml::Value::Map(entries) => entries.as_slice(),
        yaml::Value::Null => &[],
        yaml::Value::Scalar(_) | yaml::Value::List(_) => return Err(Refusal::NoYaml),
    };
    let flow = is_flow(text, root).then_some(root.span);
    let style = Style::of(text, entries, lines::line_end(text, 0));
    let planner = Planner { text, key, style, end: halves.yaml.end };
    let top = Group { entries, flow, outer: flow.map(|flow| flow.end), in_list: false };
    match change {
        Change::Set(_, value) => planner.set(top, value),
        Change::Append(_, value) => planner.append(top, value),
        Change::Remove(_) => planner.remove(top),
    }
}

/// A map in which a key stands, or will stand.
#[derive(Clone, Copy)]
struct Group<'n, 'a> {
    entries: &'n [Entry<'a>],
    /// Its braces, where it has them.
    flow: Option<Span>,
    /// The end of the outermost brackets around it: there a comment may follow.
    outer: Option<usize>,
    /// Whether its first key stands behind a dash.
    in_list: bool,
}

impl Group<'_, '_> {
    fn context(&self) -> Context {
        if self.outer.is_some() { Context::Flow } else { Context::Block }
    }
}

/// Where a value stands, or could stand.
#[derive(Clone, Copy)]
struct Slot<'n, 'a> {
    node: &'n Node<'a>,
    /// The key before it; an item of a list has none.
    entry: Option<&'n Entry<'a>>,
    group: Group<'n, 'a>,
}

struct Planner<'t> {
    text: &'t str,
    key: Key,
    style: Style,
    /// Where the front matter ends.
    end: usize,
}

impl Planner<'_> {
    fn set(&self, top: Group<'_, '_>, value: &Value) -> Result<Vec<Splice>, Refusal> {
        let key = self.key;
        let Some(entry) = self.find(top, key.top())? else {
            let nested = key.field().map(|field| Value::Group(vec![(field, value.clone())]));
            let listed = key.item().is_some() || (key.field().is_some() && is_list_of_groups(key));
            return if listed {
                Err(Refusal::NoItem(key))
            } else {
                Ok(self.insert(top, key.top(), nested.as_ref().unwrap_or(value)))
            };
        };
        let slot = self.item(Slot { node: &entry.value, entry: Some(entry), group: top })?;
        let Some(field) = key.field() else { return self.fill(slot, value) };
        match &slot.node.value {
            yaml::Value::Map(entries) if !entries.is_empty() => {
                let group = self.inner(slot, entries);
                match self.find(group, field)? {
                    Some(entry) => self.fill(Slot { node: &entry.value, entry: Some(entry), group }, value),
                    None => Ok(self.insert(group, field, value)),
                }
            }
            yaml::Value::Map(_) | yaml::Value::Null => self.fill(slot, &Value::Group(vec![(field, value.clone())])),
            yaml::Value::Scalar(_) | yaml::Value::List(_) => Err(Refusal::OtherForm(key)),
        }
    }

    fn append(&self, top: Group<'_, '_>, value: &Value) -> Result<Vec<Splice>, Refusal> {
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

    fn remove(&self, top: Group<'_, '_>) -> Result<Vec<Splice>, Refusal> {
        let key = self.key;
        let Some(entry) = self.find(top, key.top())? else { return Ok(Vec::new()) };
        let slot = self.item(Slot { node: &entry.value, entry: Some(entry), group: top })?;
        let Some(field) = key.field() else {
            return match slot.entry {
                Some(entry) => self.remove_entry(top, entry),
                None => self.remove_item(entry, slot),
            };
        };
        let yaml::Value::Map(entries) = &slot.node.value else {
            return if matches!(slot.node.value, yaml::Value::Null) {
                Ok(Vec::new())
            } else {
                Err(Refusal::OtherForm(key))
            };
        };
        let group = self.inner(slot, entries);
        match self.find(group, field)? {
            None => Ok(Vec::new()),
            Some(inner) if entries.len() == 1 && slot.entry.is_some() && !self.has_comment(inner) => {
                self.remove_entry(top, entry)
            }
            Some(inner) => self.remove_entry(group, inner),
        }
    }

    /// Removes a key with its lines. Where a comment stands beside its value, or a dash before it, the key
    /// stays, without a value.
    fn remove_entry(&self, group: Group<'_, '_>, entry: &Entry<'_>) -> Result<Vec<Splice>, Refusal> {
        let end = end_of(self.text, entry);
        if group.flow.is_some() {
            let at = group.entries.iter().position(|other| std::ptr::eq(other, entry)).unwrap_or_default();
            let places = group.entries.iter().map(|entry| Span::new(entry.key_span.start, end_of(self.text, entry)));
            return self.remove_from_flow(&places.collect::<Vec<_>>(), at);
        }
        let behind_dash = group.in_list && std::ptr::eq(entry, &raw const group.entries[0]);
        if !behind_dash && !self.has_comment(entry) {
            let start = lines::start(self.text, entry.key_span.start);
            return Ok(vec![Splice::delete(start, lines::next(self.text, end))]);
        }
        let colon = colon_of(self.text, entry).ok_or(Refusal::Layout(self.key))?;
        let raw = &self.text[colon + 1..end];
        if raw.contains('\n') {
            return Err(Refusal::Comment(self.key));
        }
        Ok(self.aligned(vec![Splice::delete(colon + 1, end)], end, raw, ""))
    }

    /// Removes an item of a list.
    fn remove_item(&self, list: &Entry<'_>, slot: Slot<'_, '_>) -> Result<Vec<Splice>, Refusal> {
        let yaml::Value::List(items) = &list.value.value else { return Err(Refusal::OtherForm(self.key)) };
        let at = self.key.item().filter(|at| *at < items.len()).ok_or(Refusal::NoItem(self.key))?;
        if is_flow(self.text, &list.value) && block_items(self.text, &list.value).is_none() {
            return self.remove_from_flow(&items.iter().map(|item| item.span).collect::<Vec<_>>(), at);
        }
        let dash = dash_of(self.text, slot.node).ok_or(Refusal::Layout(self.key))?;
        if items.len() == 1 {
            return self.remove_entry(slot.group, list);
        }
        let start = lines::start(self.text, dash.at);
        let end = match items.get(at + 1) {
            Some(next) => {
                let next = dash_of(self.text, next).ok_or(Refusal::Layout(self.key))?;
                lines::start(self.text, next.at)
            }
            None => lines::next(self.text, end_of(self.text, list)),
        };
        if self.text[start..end].contains('#') {
            return Err(Refusal::Comment(self.key));
        }
        Ok(vec![Splice::delete(start, end)])
    }

    /// Removes one of the parts between brackets or braces, with the comma that parted it from the others.
    fn remove_from_flow(&self, places: &[Span], at: usize) -> Result<Vec<Splice>, Refusal> {
        let own = places[at];
        let (start, end) = match (at.checked_sub(1).map(|before| places[before]), places.get(at + 1)) {
            (_, Some(next)) => (own.start, next.start),
            (Some(before), None) => (before.end, own.end),
            (None, None) => (own.start, own.end),
        };
        if self.text[start..end].contains('\n') {
            return Err(Refusal::Layout(self.key));
        }
        Ok(vec![Splice::delete(start, end)])
    }

    /// Whether a comment stands beside a value or amidst it.
    fn has_comment(&self, entry: &Entry<'_>) -> bool {
        let end = end_of(self.text, entry);
        let inner = Span::new(entry.key_span.end, end).of(self.text);
        let amidst = inner.contains('\n') && inner.lines().any(|line| line.contains('#'));
        let beside = !self.text[..end].ends_with('\n') && lines::has_comment(self.text, end);
        amidst || beside
    }

    /// The key in this group; refused when it stands there twice.
    fn find<'n, 'a>(&self, group: Group<'n, 'a>, key: &str) -> Result<Option<&'n Entry<'a>>, Refusal> {
        let mut found = group.entries.iter().filter(|entry| entry.key == key);
        let first = found.next();
        if found.next().is_some() { Err(Refusal::Twice(self.key)) } else { Ok(first) }
    }

    /// The item that the key names, or the value itself where it names none. A value that stands alone
    /// where a list may stand is the first item.
    fn item<'n, 'a>(&self, slot: Slot<'n, 'a>) -> Result<Slot<'n, 'a>, Refusal> {
        match (&slot.node.value, self.key.item()) {
            (yaml::Value::List(items), Some(at)) => {
                let node = items.get(at).ok_or(Refusal::NoItem(self.key))?;
                let closing = block_items(self.text, slot.node).is_none().then_some(slot.node.span.end);
                let group = Group { outer: slot.group.outer.or(closing), ..slot.group };
                Ok(Slot { node, entry: None, group })
            }
            (yaml::Value::List(_), None) if self.key.field().is_some() => Err(Refusal::OtherForm(self.key)),
            (_, None) => Ok(slot),
            (yaml::Value::Map(_) | yaml::Value::Scalar(_), Some(0)) => Ok(slot),
            (_, Some(_)) => Err(Refusal::NoItem(self.key)),
        }
    }

    /// The group that a slot holds.
    fn inner<'n, 'a>(&self, slot: Slot<'n, 'a>, entries: &'n [Entry<'a>]) -> Group<'n, 'a> {
        let flow = is_flow(self.text, slot.node).then_some(slot.node.span);
        let outer = slot.group.outer.or(flow.map(|flow| flow.end));
        Group { entries, flow, outer, in_list: slot.entry.is_none() }
    }

    /// Puts a value where another stands, or where none stands yet.
    fn fill(&self, slot: Slot<'_, '_>, value: &Value) -> Result<Vec<Splice>, Refusal> {
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
        Ok(self.replaced(slot, at, &inline(value, quoting(raw), slot.group.context())))
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
        if self.has_comment(entry) {
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
                let beside = inline(value, Quoting::Plain, slot.group.context());
                Ok(vec![Splice::insert(colon + 1, format!(" {beside}")), delete])
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
    fn insert(&self, group: Group<'_, '_>, name: &'static str, value: &Value) -> Vec<Splice> {
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

    /// Replaces bytes of a value, and keeps the comment behind it in its column.
    fn replaced(&self, slot: Slot<'_, '_>, at: Span, text: &str) -> Vec<Splice> {
        let end = slot.group.outer.unwrap_or(at.end);
        self.aligned(vec![Splice::replace(at, text)], end, at.of(self.text), text)
    }

    /// Inserts within a value, and keeps the comment behind it in its column.
    fn inserted(&self, slot: Slot<'_, '_>, at: usize, text: &str) -> Vec<Splice> {
        let end = slot.group.outer.unwrap_or(slot.node.span.end).max(at);
        self.aligned(vec![Splice::insert(at, text)], end, "", text)
    }

    /// Takes from, or adds to, the spaces before the comment that follows at `end`, as many as `new` is
    /// longer or shorter than `old`; one space always stays.
    fn aligned(&self, mut splices: Vec<Splice>, end: usize, old: &str, new: &str) -> Vec<Splice> {
        let gap = lines::gap(self.text, end);
        let spaces = Span::new(end, end + gap);
        let changed = splices[0].at;
        let same_line = !self.text[changed.start..end].contains('\n') && !new.contains('\n');
        if same_line && gap > 0 && lines::has_comment(self.text, end) && !spaces.of(self.text).contains('\t') {
            let wanted = (gap + old.chars().count()).saturating_sub(new.chars().count()).max(1);
            if wanted != gap {
                splices.push(Splice::replace(spaces, " ".repeat(wanted)));
            }
        }
        splices
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

/// Whether the groups of this name stand in a list.
fn is_list_of_groups(key: Key) -> bool {
    !fields_of(key.top()).is_empty() && crate::complaint::LISTS.contains(&key.top())
}
