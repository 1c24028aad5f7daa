//! How a file is laid out, and values written in that way. In: the tree of a file. Out: its indentation,
//! and lines of new keys and items.

use super::Value;
use super::lines;
use super::scalar::{Context, Quoting, written};
use crate::yaml::{self, Entry, Node};

/// The indentation that a file keeps to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Style {
    /// How much deeper a group stands than its key.
    pub group: usize,
    /// How much deeper the dashes of a list stand than its key.
    pub dash: usize,
    /// How many spaces stand between a dash and its item.
    pub gap: usize,
    /// The line ends around the place of a change.
    pub line_end: &'static str,
}

impl Style {
    /// The indentation of the first group and the first list; two spaces where there is none.
    pub(super) fn of(text: &str, entries: &[Entry<'_>], line_end: &'static str) -> Self {
        let deeper =
            |entry: &Entry<'_>, at| lines::column(text, at).checked_sub(lines::column(text, entry.key_span.start));
        let group = entries.iter().find_map(|entry| match &entry.value.value {
            yaml::Value::Map(inner) if !is_flow(text, &entry.value) => deeper(entry, inner.first()?.key_span.start),
            _ => None,
        });
        let list = entries.iter().find_map(|entry| {
            let dash = dash_of(text, block_items(text, &entry.value)?.first()?)?;
            Some((deeper(entry, dash.at)?, dash.gap))
        });
        let (dash, gap) = list.unwrap_or((2, 1));
        Self { group: group.filter(|deeper| *deeper > 0).unwrap_or(2), dash, gap, line_end }
    }

    /// A key with its value, as whole lines that begin at column `indent`; the value begins at column
    /// `align` where there is room.
    pub(super) fn entry(self, indent: usize, key: &str, value: &Value, align: usize) -> String {
        let head = format!("{}{key}:", " ".repeat(indent));
        match self.below(indent, value) {
            Some(lines) => format!("{head}{}{lines}", self.line_end),
            None => {
                let gap = align.saturating_sub(head.chars().count()).max(1);
                format!("{head}{}{}{}", " ".repeat(gap), inline(value, Quoting::Plain, Context::Block), self.line_end)
            }
        }
    }

    /// The lines of a value that stands below its key; none where it stands beside it.
    pub(super) fn below(self, indent: usize, value: &Value) -> Option<String> {
        match value {
            Value::Group(fields) => Some(self.fields(indent + self.group, fields)),
            Value::List(items) if items.iter().any(|item| matches!(item, Value::Group(_))) => {
                let dash = Dash { at: 0, column: indent + self.dash, gap: self.gap };
                Some(items.iter().map(|item| self.item(dash, item)).collect())
            }
            Value::List(_) | Value::Text(_) => None,
        }
    }

    /// An item of a list, as whole lines.
    pub(super) fn item(self, dash: Dash, value: &Value) -> String {
        let indent = dash.column + 1 + dash.gap;
        let lines = match value {
            Value::Group(fields) => self.fields(indent, fields),
            value => {
                format!("{}{}{}", " ".repeat(indent), inline(value, Quoting::Plain, Context::Block), self.line_end)
            }
        };
        format!("{}-{}", " ".repeat(dash.column), &lines[dash.column + 1..])
    }

    fn fields(self, indent: usize, fields: &[(&'static str, Value)]) -> String {
        fields.iter().map(|(key, value)| self.entry(indent, key, value, 0)).collect()
    }
}

/// A value on one line.
pub(super) fn inline(value: &Value, quoting: Quoting, context: Context) -> String {
    let within = |value: &Value| inline(value, Quoting::Plain, Context::Flow);
    match value {
        Value::Text(text) => written(text, quoting, context).into_owned(),
        Value::List(items) => format!("[{}]", items.iter().map(within).collect::<Vec<_>>().join(", ")),
        Value::Group(fields) => {
            let field = |(key, value): &(&str, Value)| format!("{key}: {}", within(value));
            format!("{{{}}}", fields.iter().map(field).collect::<Vec<_>>().join(", "))
        }
    }
}

/// The dash before an item of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Dash {
    /// Its byte.
    pub at: usize,
    /// Its column, from zero.
    pub column: usize,
    /// How many spaces follow it; one where the item stands on the next line.
    pub gap: usize,
}

/// The dash of an item; none where something else than spaces stands between them.
pub(super) fn dash_of(text: &str, item: &Node<'_>) -> Option<Dash> {
    let before = text[..item.span.start].trim_end_matches([' ', '\r', '\n']);
    let at = before.strip_suffix('-')?.len();
    let alone = text[lines::start(text, at)..at].bytes().all(|byte| byte == b' ');
    let between = &text[at + 1..item.span.start];
    let gap = if between.is_empty() || between.contains('\n') { 1 } else { between.len() };
    alone.then(|| Dash { at, column: lines::column(text, at), gap })
}

/// Whether a value stands between brackets or braces.
pub(super) fn is_flow(text: &str, node: &Node<'_>) -> bool {
    let collection = matches!(node.value, yaml::Value::List(_) | yaml::Value::Map(_));
    collection && node.span.of(text).starts_with(['[', '{'])
}

/// The items of a list whose dashes stand on lines of their own.
pub(super) fn block_items<'n, 'a>(text: &str, node: &'n Node<'a>) -> Option<&'n [Node<'a>]> {
    match &node.value {
        yaml::Value::List(items) if dash_before(text, items) => Some(items),
        _ => None,
    }
}

/// A list in block style begins with its first item, which itself may begin with a bracket.
fn dash_before(text: &str, items: &[Node<'_>]) -> bool {
    items.first().is_some_and(|first| dash_of(text, first).is_some())
}

/// The byte after the last one of a value; of an empty one, after the colon of its key.
pub(super) fn end_of(text: &str, entry: &Entry<'_>) -> usize {
    let colon = || colon_of(text, entry).map_or(entry.key_span.end, |colon| colon + 1);
    end_of_node(text, &entry.value).max(colon())
}

fn end_of_node(text: &str, node: &Node<'_>) -> usize {
    match &node.value {
        yaml::Value::Map(entries) if !is_flow(text, node) => {
            entries.last().map_or(node.span.end, |entry| end_of(text, entry))
        }
        yaml::Value::List(items) if !is_flow(text, node) => {
            items.last().map_or(node.span.end, |item| end_of_node(text, item))
        }
        _ => node.span.end,
    }
}

/// The colon after a key on the same line.
pub(super) fn colon_of(text: &str, entry: &Entry<'_>) -> Option<usize> {
    let at = entry.key_span.end + lines::gap(text, entry.key_span.end);
    text[at..].starts_with(':').then_some(at)
}

/// The column at which the values of a group stand under each other, where they do although their keys
/// differ in length; else zero.
pub(super) fn value_column(text: &str, entries: &[Entry<'_>]) -> usize {
    let beside = |entry: &&Entry<'_>| {
        let key_line = lines::end(text, entry.key_span.end);
        !entry.value.span.is_empty() && entry.value.span.start < key_line
    };
    let mut columns = entries
        .iter()
        .filter(beside)
        .map(|entry| (lines::column(text, entry.value.span.start), lines::column(text, entry.key_span.end)));
    let Some((first, key)) = columns.next() else { return 0 };
    let (mut alike, mut differs) = (true, false);
    for (column, own) in columns {
        alike &= column == first;
        differs |= own != key;
    }
    if alike && differs { first } else { 0 }
}
