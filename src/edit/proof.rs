//! The proof of an edit. In: the tree before, the change, and the text after. Out: nothing, or a refusal: all
//! values are as they were, the changed one is what was asked for, and not a byte of the body moved.

use std::borrow::Cow;

use super::{Change, Key, Refusal, Value};
use crate::source;
use crate::yaml::{self, Node};

/// What a file says, without places.
#[derive(Clone)]
enum Tree<'a> {
    Nothing,
    Text(Cow<'a, str>),
    List(Vec<Tree<'a>>),
    Map(Vec<(Cow<'a, str>, Tree<'a>)>),
}

/// Reads the result and compares it with what the change asks for.
pub(super) fn prove(text: &str, root: &Node<'_>, change: &Change, result: &str) -> Result<(), Refusal> {
    let refusal = || Refusal::Layout(change.key());
    let before = source::split(text).map_err(|_| refusal())?;
    let after = source::split(result).map_err(|_| refusal())?;
    let read = yaml::parse(after.yaml.of(result), after.yaml.start).map_err(|_| refusal())?;
    let mut wanted = Tree::of(root);
    wanted.make(change);
    let markers_stay =
        text[..before.yaml.start] == result[..after.yaml.start] && text[before.yaml.end..] == result[after.yaml.end..];
    if markers_stay && wanted.is(&Tree::of(&read)) { Ok(()) } else { Err(refusal()) }
}

impl<'a> Tree<'a> {
    fn of(node: &Node<'a>) -> Self {
        match &node.value {
            yaml::Value::Null => Self::Nothing,
            yaml::Value::Scalar(scalar) => Self::Text(scalar.text.clone()),
            yaml::Value::List(items) => Self::List(items.iter().map(Self::of).collect()),
            yaml::Value::Map(entries) => {
                Self::Map(entries.iter().map(|entry| (entry.key.clone(), Self::of(&entry.value))).collect())
            }
        }
    }

    fn new(value: &Value) -> Self {
        match value {
            Value::Text(text) => Self::Text(Cow::Owned(text.clone())),
            Value::List(items) => Self::List(items.iter().map(Self::new).collect()),
            Value::Group(fields) => {
                Self::Map(fields.iter().map(|(key, value)| (Cow::Borrowed(*key), Self::new(value))).collect())
            }
        }
    }

    /// Makes a change, with no thought of bytes.
    fn make(&mut self, change: &Change) {
        match change {
            Change::Set(key, value) => *self.at(*key) = Self::new(value),
            Change::Remove(key) => *self.at(*key) = Self::Nothing,
            Change::Append(key, value) => {
                let list = self.at(*key);
                let mut items = match std::mem::replace(list, Self::Nothing) {
                    Self::Nothing => Vec::new(),
                    Self::List(items) => items,
                    alone => vec![alone],
                };
                items.push(Self::new(value));
                *list = Self::List(items);
            }
        }
    }

    /// The place of a key's value, made where it is not there.
    fn at(&mut self, key: Key) -> &mut Self {
        let mut place = self.entry(key.top());
        if let (Self::List(items), Some(at)) = (&mut *place, key.item()) {
            if at >= items.len() {
                items.resize(at + 1, Self::Nothing);
            }
            place = match place {
                Self::List(items) => &mut items[at],
                other => other,
            };
        }
        match key.field() {
            Some(field) => place.entry(field),
            None => place,
        }
    }

    fn entry(&mut self, key: &'static str) -> &mut Self {
        if !matches!(self, Self::Map(_)) {
            *self = Self::Map(Vec::new());
        }
        let Self::Map(entries) = self else { unreachable!("it was made a map just now") };
        let at = entries.iter().position(|(own, _)| own == key).unwrap_or_else(|| {
            entries.push((Cow::Borrowed(key), Self::Nothing));
            entries.len() - 1
        });
        &mut entries[at].1
    }

    /// Whether two trees say the same. A key without a value is an absent key, as it is for who reads it.
    fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Text(own), Self::Text(other)) => own == other,
            (Self::List(own), Self::List(other)) => {
                let (own, other) = (given(own), given(other));
                own.len() == other.len() && own.iter().zip(other).all(|(own, other)| own.is(other))
            }
            (Self::Map(own), Self::Map(other)) => {
                let (own, other) = (sorted(own), sorted(other));
                own.len() == other.len()
                    && own.iter().zip(other).all(|(own, other)| own.0 == other.0 && own.1.is(&other.1))
            }
            (own, other) => own.says_nothing() && other.says_nothing(),
        }
    }

    fn says_nothing(&self) -> bool {
        match self {
            Self::Nothing => true,
            Self::Text(_) => false,
            Self::List(items) => items.iter().all(Self::says_nothing),
            Self::Map(entries) => entries.iter().all(|(_, value)| value.says_nothing()),
        }
    }
}

fn given<'t, 'a>(items: &'t [Tree<'a>]) -> Vec<&'t Tree<'a>> {
    items.iter().filter(|item| !item.says_nothing()).collect()
}

/// The entries that say something, by key; a key given twice keeps its order.
fn sorted<'t, 'a>(entries: &'t [(Cow<'a, str>, Tree<'a>)]) -> Vec<&'t (Cow<'a, str>, Tree<'a>)> {
    let mut entries: Vec<_> = entries.iter().filter(|(_, value)| !value.says_nothing()).collect();
    entries.sort_by(|own, other| own.0.cmp(&other.0));
    entries
}
