//! The name of a value in a complaint file. In: `beroep.ingesteld` or `maatregelen.2.gereed`. Out: a key
//! that the file format knows, or the known one that was perhaps meant.

use std::fmt;
use std::num::NonZeroUsize;

use crate::complaint::{GROUPS, KEYS};
use crate::yaml::{Node, Value, nearest};

/// A key of the file format, with the groups it lies in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    top: &'static str,
    item: Option<NonZeroUsize>,
    field: Option<&'static str>,
}

/// A name that is no key. What was written may be a person's name, and is not kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownKey {
    /// The key that was perhaps meant.
    pub meant: Option<String>,
}

impl Key {
    /// Reads a key as it is typed: `gesloten`, `nazorg.datum`, or with the place in a list, counted from
    /// one, `maatregelen.2.gereed`.
    ///
    /// # Errors
    /// When the file format has no such key.
    pub fn parse(text: &str) -> Result<Self, UnknownKey> {
        let mut parts = text.split('.').peekable();
        let top = parts.next().and_then(|part| KEYS.into_iter().find(|key| *key == part));
        let item = parts.next_if(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
        let item = item.map(|part| part.parse().map_err(|_| UnknownKey { meant: None })).transpose()?;
        let unknown = || UnknownKey { meant: meant(text) };
        let top = top.ok_or_else(unknown)?;
        let field = match (parts.next(), parts.next()) {
            (None, _) => None,
            (Some(part), None) => Some(*fields_of(top).iter().find(|field| last(field) == part).ok_or_else(unknown)?),
            (Some(_), Some(_)) => return Err(unknown()),
        };
        Ok(Self { top, item, field: field.map(last) })
    }

    /// The key at the top of the file.
    #[must_use]
    pub fn top(self) -> &'static str {
        self.top
    }

    /// Which item of a list, counted from zero.
    #[must_use]
    pub fn item(self) -> Option<usize> {
        self.item.map(|item| item.get() - 1)
    }

    /// The key within its group, by itself: `datum`.
    #[must_use]
    pub fn field(self) -> Option<&'static str> {
        self.field
    }

    /// The full name without a place in a list, as findings name it: `maatregelen.gereed`.
    #[must_use]
    pub fn name(self) -> String {
        self.field.map_or_else(|| self.top.to_owned(), |field| format!("{}.{field}", self.top))
    }

    /// The values that stand at this key: one, several of a list, or none.
    pub(super) fn values_in(self, root: &Node<'_>) -> Vec<String> {
        let within = |node: Option<&Node<'_>>| node.map(texts).unwrap_or_default();
        let top = entry(root, self.top);
        let item = match (top.map(|node| &node.value), self.item()) {
            (Some(Value::List(items)), Some(at)) => items.get(at),
            (_, None | Some(0)) => top,
            _ => None,
        };
        within(match self.field {
            Some(field) => item.and_then(|group| entry(group, field)),
            None => item,
        })
    }

    /// The keys in the group of this name, in the order of the file format; none where it is no group.
    #[must_use]
    pub fn fields(self) -> &'static [&'static str] {
        fields_of(self.top)
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.top)?;
        if let Some(item) = self.item {
            write!(f, ".{item}")?;
        }
        self.field.map_or(Ok(()), |field| write!(f, ".{field}"))
    }
}

/// The keys of the group or list with this name, in full.
pub(super) fn fields_of(top: &str) -> &'static [&'static str] {
    GROUPS.iter().find(|(group, _)| *group == top).map_or(&[], |(_, fields)| fields)
}

/// The last part of a full name.
pub(super) fn last(name: &'static str) -> &'static str {
    name.rsplit_once('.').map_or(name, |(_, last)| last)
}

fn entry<'n, 'a>(node: &'n Node<'a>, key: &str) -> Option<&'n Node<'a>> {
    let Value::Map(entries) = &node.value else { return None };
    entries.iter().find(|entry| entry.key == key).map(|entry| &entry.value)
}

fn texts(node: &Node<'_>) -> Vec<String> {
    match &node.value {
        Value::Scalar(scalar) => vec![scalar.text.to_string()],
        Value::List(items) => items.iter().flat_map(texts).collect(),
        Value::Null | Value::Map(_) => Vec::new(),
    }
}

/// The known key that a name resembles: as a whole, or as the last part of one.
fn meant(text: &str) -> Option<String> {
    let in_groups = || GROUPS.iter().flat_map(|(_, fields)| fields.iter().copied());
    let known = KEYS.into_iter().chain(in_groups());
    let by_last_part = || in_groups().find(|name| last(name) == text);
    nearest(text, known).or_else(by_last_part).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_read_as_it_is_typed_and_written_back() {
        for text in ["gesloten", "nazorg.datum", "maatregelen.2.gereed", "maatregelen", "betrokken.1"] {
            assert_eq!(Key::parse(text).map(|key| key.to_string()).as_deref(), Ok(text));
        }
    }

    #[test]
    fn an_unknown_key_tells_which_one_was_perhaps_meant() {
        for (text, meant) in [
            ("afgehandelt", Some("afgehandeld")),
            ("nazorg.dattum", Some("nazorg.datum")),
            ("ingesteld", Some("beroep.ingesteld")),
            ("Fatima", None),
            ("maatregelen.0.wat", None),
            ("gesloten.datum", None),
            ("", None),
        ] {
            assert_eq!(Key::parse(text), Err(UnknownKey { meant: meant.map(str::to_owned) }), "{text}");
        }
    }
}
