//! Changing values in the front matter of a complaint file. In: its text and the changes. Out: the same
//! text with only those lines changed that must, or why nothing was changed. Nothing is read or written.

mod form;
mod key;
mod lines;
mod plan;
mod proof;
mod refusal;
mod scalar;
mod style;
#[cfg(test)]
mod tests;
mod wish;

use crate::source;
use crate::yaml;

pub use form::{Form, suggestions};
pub use key::{Key, UnknownKey};
pub use refusal::Refusal;
pub use scalar::plain_or_quoted;
pub use wish::{Unclear, read};

/// One change of one value.
#[derive(Clone, PartialEq, Eq)]
pub enum Change {
    /// Puts a value in the place of what stands there, or where nothing stands yet.
    Set(Key, Value),
    /// Adds a value at the end of a list.
    Append(Key, Value),
    /// Takes a value away. Where a comment stands beside it, the key stays, without a value.
    Remove(Key),
}

impl Change {
    /// What is changed.
    #[must_use]
    pub fn key(&self) -> Key {
        match self {
            Self::Set(key, _) | Self::Append(key, _) | Self::Remove(key) => *key,
        }
    }
}

/// What is to stand in a file. It may be personal, so that it has no `Debug` and no `Display`.
#[derive(Clone, PartialEq, Eq)]
pub enum Value {
    /// One word or text.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// Keys with values, by the last part of their names (`wat`, `voor`).
    Group(Vec<(&'static str, Value)>),
}

impl Value {
    /// A value of one word or text.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }
}

/// Makes these changes in the text of a complaint file, one after another. A byte order mark, line ends,
/// comments, order, quoting and the alignment of everything else stay as they are.
///
/// # Errors
/// When the text is no complaint file, a key does not fit what stands there, or the result, read again,
/// would not be exactly what was there with these changes.
pub fn apply(text: &str, changes: &[Change]) -> Result<String, Refusal> {
    let head = if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 };
    let (mark, content) = text.split_at(head);
    let mut content = content.to_owned();
    for change in changes {
        content = apply_one(&content, change)?;
    }
    Ok(format!("{mark}{content}"))
}

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The values that stand at a key: one, several of a list, or none. A group has none of its own.
#[must_use]
pub fn values(text: &str, key: Key) -> Vec<String> {
    let text = text.trim_start_matches(BYTE_ORDER_MARK);
    let Ok(halves) = source::split(text) else { return Vec::new() };
    let Ok(root) = yaml::parse(halves.yaml.of(text), halves.yaml.start) else { return Vec::new() };
    key.values_in(&root)
}

fn apply_one(text: &str, change: &Change) -> Result<String, Refusal> {
    let halves = source::split(text).map_err(|_| Refusal::NoFrontMatter)?;
    let root = yaml::parse(halves.yaml.of(text), halves.yaml.start).map_err(|_| Refusal::NoYaml)?;
    let splices = plan::plan(text, halves, &root, change)?;
    let result = plan::spliced(text, splices);
    proof::prove(text, &root, change, &result)?;
    Ok(result)
}
