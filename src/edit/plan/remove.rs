//! Taking a value away. In: a key. Out: splices that delete its lines, or its value alone where a comment or
//! a dash keeps the line.

use super::splice::Splice;
use super::{Group, Planner, Slot};
use crate::edit::style::{block_items, colon_of, dash_of, end_of, is_flow};
use crate::edit::{Refusal, lines};
use crate::source::Span;
use crate::yaml::{self, Entry};

impl Planner<'_> {
    pub(super) fn remove(&self, top: Group<'_, '_>) -> Result<Vec<Splice>, Refusal> {
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
            let at = group.entries.iter().position(|other| std::ptr::eq(other, entry));
            let at = at.ok_or(Refusal::Layout(self.key))?;
            let places = group.entries.iter().map(|entry| Span::new(entry.key_span.start, end_of(self.text, entry)));
            return self.remove_from_flow(&places.collect::<Vec<_>>(), at);
        }
        let behind_dash = group.in_list && group.entries.first().is_some_and(|first| std::ptr::eq(first, entry));
        if !behind_dash && !self.has_comment(entry) {
            let start = lines::start(self.text, entry.key_span.start);
            return Ok(vec![Splice::delete(start, lines::next(self.text, end))]);
        }
        let colon = colon_of(self.text, entry).ok_or(Refusal::Layout(self.key))?;
        let raw = &self.text[colon + 1..end];
        let key_line = lines::end(self.text, colon);
        if entry.value.span.start > key_line && !self.has_comment_below(entry) {
            return Ok(vec![Splice::delete(key_line, end)]);
        }
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
}
