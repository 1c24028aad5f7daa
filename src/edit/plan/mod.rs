//! Which bytes a change replaces. In: the tree of a file and a change. Out: splices: places with their new
//! text. Whether they give what was meant is proved afterwards, by reading the result.

mod put;
mod remove;
mod splice;

use super::key::fields_of;
use super::scalar::Context;
use super::style::{Style, block_items, end_of, is_flow};
use super::{Change, Key, Refusal, Value, lines};
use crate::complaint::LISTS;
use crate::source::{FrontMatter, Span};
use crate::yaml::{self, Entry, Node};

pub(super) use splice::{Splice, spliced};

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

    /// Whether a comment stands beside a value or amidst it.
    fn has_comment(&self, entry: &Entry<'_>) -> bool {
        let end = end_of(self.text, entry);
        let inner = Span::new(entry.key_span.end, end).of(self.text);
        let amidst = inner.contains('\n') && inner.lines().any(|line| line.contains('#'));
        let beside = !self.text[..end].ends_with('\n') && lines::has_comment(self.text, end);
        amidst || beside
    }

    /// Whether a comment stands below the line of a key, amidst its value or beside the end of it.
    fn has_comment_below(&self, entry: &Entry<'_>) -> bool {
        let (key_line, end) = (lines::end(self.text, entry.key_span.end), end_of(self.text, entry));
        end > key_line && (self.text[key_line..end].contains('#') || lines::has_comment(self.text, end))
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

/// Whether the groups of this name stand in a list.
fn is_list_of_groups(key: Key) -> bool {
    !fields_of(key.top()).is_empty() && LISTS.contains(&key.top())
}
